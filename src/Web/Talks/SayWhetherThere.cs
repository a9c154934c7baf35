using Keukentafel.Domain.Access;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>
/// Somebody who was written down as there at a talk says that they were not, or were after all (D31). What another wrote down there as theirs, and they did not
/// read back, goes with it, and where they would stand (D32).
/// </summary>
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
                var wasThere = asked.Http.Typed()["there"] switch { "yes" => true, "no" => false, _ => throw new RuleBrokenException(SaysWhich) };
                var inMyName = wasThere ? [] : await InMyNameAsync(asked);
                await asked.ChangeAsync(async (talk, visit) =>
                {
                    talk.SayWhetherThere(wasThere, visit.Act);
                    foreach (var id in inMyName)
                    {
                        talk.TakeAwayWritten(await visit.FindAsync<Contribution>(id, asked.Cancellation), visit.Act);
                    }

                    return true;
                });
                Saying.Say(asked.Http, inMyName.Count > 0 ? "talks.not-there-told" : "talks.there-told");
                return asked.Address;
            },
            broken => OpenTalk.ShowAsync(asked, asked.Http.Typed(), broken)));

    private static async Task<IReadOnlyList<ContributionId>> InMyNameAsync(AskedInTalk asked)
    {
        var sight = await asked.OpenAsync();
        var things = sight.Slips.Select(slip => slip.Contribution).ToList();
        return [.. things.OfType<Talk>().First().WrittenFor(sight.Me.Number, things).Select(thing => thing.Id)];
    }
}
