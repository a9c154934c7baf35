using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>Somebody who was written down as there at a talk says that they were not, or were after all (D31).</summary>
public static class SayWhetherThere
{
    /// <summary>One of the two was pressed.</summary>
    public static readonly Rule SaysWhich = new("talk.says-whether-there");

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/there", ([AsParameters] AskedInTalk asked) => Pages.TryAsync(
            async () =>
            {
                await asked.ChangeAsync((talk, visit) =>
                {
                    talk.SayWhetherThere(asked.Http.Typed()["there"] switch { "yes" => true, "no" => false, _ => throw new RuleBrokenException(SaysWhich) }, visit.Act);
                    return Task.FromResult(true);
                });
                Saying.Say(asked.Http, "talks.there-told");
                return asked.Address;
            },
            broken => OpenTalk.ShowAsync(asked, asked.Http.Typed(), broken)));
}
