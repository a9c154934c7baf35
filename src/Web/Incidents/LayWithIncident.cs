using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Incidents;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Incidents;

/// <summary>Somebody lays things of the table with it: what lay there then (T23), or what came of it. Each sees of it what they may read.</summary>
public static class LayWithIncident
{
    /// <summary>What the page shows.</summary>
    /// <param name="Form">The form.</param>
    /// <param name="Name">The last part of the address.</param>
    /// <param name="Things">What this reader can lay there, by kind, the newest first.</param>
    public sealed record Screen(ThingScreen Form, string Name, IReadOnlyList<IGrouping<Type, SlipScreen>> Things);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (name, cameOfIt) in new[] { ("known-then", false), ("came-of-it", true) })
        {
            var address = "/tables/{circle:guid}/things/{id:guid}/" + name;
            app.MapGet(address, async ([AsParameters] Asked asked) =>
                await AskAsync(asked, cameOfIt, await asked.Http.FromDraftAsync(asked.Drafts, asked.Cancellation), null));
            app.MapPost(address, ([AsParameters] Asked asked) => LayAsync(asked, cameOfIt));
        }
    }

    private static async Task<IResult> AskAsync(Asked asked, bool cameOfIt, Typed typed, Rule? broken)
    {
        var name = cameOfIt ? "came-of-it" : "known-then";
        await using var visit = await asked.Door.EnterAsync(asked.Http.Caller(), new CircleId(asked.Circle), Permission.Speak, asked.Cancellation);
        var incident = await visit.ShowAsync<Incident>(new ContributionId(asked.Id), name, asked.Cancellation);
        if (incident.IsTakenBack && broken is null)
        {
            throw new RefusedException();
        }

        var sight = await asked.Door.OpenAsync(
            asked.Http.Caller(), visit.Circle.Id, Look.Some(name, (slips, _) => Chosen(slips, incident, cameOfIt)), asked.Cancellation);
        asked.Http.Response.RegisterForDispose(sight);

        var frame = Frame.Of(asked.Http, Text.T(cameOfIt ? "incidents.lay-came" : "incidents.lay-then"), sight, "talks") with { Narrow = true };
        var form = new ThingScreen(frame, sight.Me, Card(incident), typed, broken);
        return LayWithIncidentView.Create(new Screen(
            form, name, [.. sight.Slips.GroupBy(slip => slip.Kind, slip => Card(slip.Contribution))]));

        SlipScreen Card(Contribution thing) => new(sight.Circle, sight.Me, thing, frame.Now, false, 0);
    }

    // What can be laid with it and does not lie there yet.
    private static IReadOnlyList<Slip> Chosen(IReadOnlyList<Slip> slips, Incident incident, bool cameOfIt)
    {
        var there = incident.Additions.OfType<IncidentThing>().Select(laid => laid.Thing).ToHashSet();
        return
        [
            .. slips.Where(slip => !there.Contains(slip.Id) && !slip.Flags.HasFlag(SlipFlags.TakenBack)
                && (cameOfIt ? Incident.CanComeOfIt(slip.Kind) : Incident.CanBeKnownThen(slip.Kind) && incident.IsOfThen(slip.At))),
        ];
    }

    private static async Task<IResult> LayAsync(Asked asked, bool cameOfIt)
    {
        var typed = asked.Http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                await asked.ChangeAsync<Incident, bool>(async (incident, visit) =>
                {
                    incident.LayWithIt(await visit.ThingsAsync<Contribution>(typed, asked.Cancellation), cameOfIt, visit.Act);
                    return true;
                });
                Saying.Say(asked.Http, "incidents.laid-told");
                return $"/tables/{asked.Circle}/incidents/{asked.Id}";
            },
            broken => AskAsync(asked, cameOfIt, typed, broken));
    }
}
