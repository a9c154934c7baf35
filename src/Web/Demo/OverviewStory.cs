using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Overviews;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Web.Demo;

/// <summary>What invented people say plays a part, played by the same rules that people meet.</summary>
internal static class OverviewStory
{
    /// <summary>Does it, when it is one of these things.</summary>
    /// <param name="visit">Who was let in.</param>
    /// <param name="act">What.</param>
    /// <param name="things">What was laid before, by its name in the story.</param>
    /// <param name="seats">The seats of these people.</param>
    /// <param name="say">The words in the language of the story.</param>
    /// <param name="today">The day the story leads up to.</param>
    /// <returns>Whether it was one of these.</returns>
    public static async Task<bool> DoAsync(
        Visit visit, StoryAct act, Dictionary<string, ContributionId> things, Func<IReadOnlyList<string>?, SeatSet> seats, Func<Said?, string?> say, DateOnly today)
    {
        var (circle, by) = (visit.Circle, visit.Act);
        if (!act.Do.StartsWith("overview", StringComparison.Ordinal))
        {
            return false;
        }

        if (act.Do == "overviewAsk")
        {
            Lay(Overview.Propose(circle, by));
            return true;
        }

        if (act.Do == "overviewWorks")
        {
            var factor = await visit.FindAsync<Factor>(things[act.Of!], CancellationToken.None);
            factor.Read(circle, await visit.FindAsync<Overview>(factor.Under, CancellationToken.None), Says(seats(act.About)), by);
            return true;
        }

        var overview = await visit.FindAsync<Overview>(things[act.Of!], CancellationToken.None);
        switch (act.Do)
        {
            case "overviewUseful":
                overview.SayUseful(Enum.Parse<Useful>(act.Kind!), by);
                break;
            case "overviewHelps" or "overviewAlso":
                LifeArea? area = act.Part is null ? null : Enum.Parse<LifeArea>(act.Part);
                Lay(Factor.Lay(circle, overview, say(act.Words), area, seats(act.About), Audience.Everyone, Says(SeatSet.None), by));
                break;
            case "overviewOutcome":
                Lay(InstrumentOutcome.Lay(
                    circle, overview, say(act.SourceWords), null, today.AddDays(act.ByDay!.Value), Enum.Parse<StatementKind>(act.Kind!), say(act.Words),
                    say(act.Reason), seats(act.About), Audience.Everyone, by));
                break;
            default:
                return false;
        }

        return true;

        HowItWorks Says(SeatSet forWhom) => new(
            Enum.Parse<Works>(act.Kind!), say(act.Because), forWhom, seats(act.Doers), say(act.Others), say(act.Possible), act.DontKnow);

        void Lay(Contribution laid)
        {
            visit.Lay(laid);
            things[act.Id!] = laid.Id;
        }
    }
}
