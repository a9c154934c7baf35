using Keukentafel.Domain.Access;
using Keukentafel.Domain.Wishes;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Wishes;

/// <summary>Who wished is asked once whether the answer came across; "not yet" makes the wish wait again (R14).</summary>
public static class SayWhetherHeard
{
    /// <summary>It is yes, or not yet.</summary>
    public static readonly Rule YesOrNotYet = new("wish.yes-or-not-yet");

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/tables/{circle:guid}/things/{id:guid}/heard", async ([AsParameters] Asked asked) =>
    {
        var heard = asked.Http.Typed()["heard"];
        await asked.ChangeAsync<Wish, bool>((wish, visit) =>
        {
            wish.SayHeard(heard is "yes" || (heard is "not-yet" ? false : throw new RuleBrokenException(YesOrNotYet)), visit.Act);
            return Task.FromResult(true);
        });
        Saying.Say(asked.Http, heard == "yes" ? "wishes.heard-told" : "wishes.not-heard-told");
        return Pages.Done(asked.Http.Typed().Is(Children.ChildrenArea.FromMine) ? Children.ChildrenArea.AddressOf(asked.Circle) : asked.Address);
    });
}
