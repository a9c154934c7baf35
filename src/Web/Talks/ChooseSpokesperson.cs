using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>A child chooses who may speak for it in a talk, or says that it speaks itself (INV-23).</summary>
public static class ChooseSpokesperson
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/spokesperson", ([AsParameters] AskedInTalk asked) => Pages.TryAsync(
            async () =>
            {
                await asked.ChangeAsync((talk, visit) =>
                {
                    talk.ChooseSpokesperson(visit.Circle, asked.Http.Typed().Id("who") is { } who ? new SeatId(who) : null, visit.Act);
                    return Task.FromResult(true);
                });
                Saying.Say(asked.Http, "talks.spokesperson-told");
                return asked.Address;
            },
            broken => OpenTalk.ShowAsync(asked, asked.Http.Typed(), broken)));
}
