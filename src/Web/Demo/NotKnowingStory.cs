using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.NotKnowing;

namespace Keukentafel.Web.Demo;

/// <summary>What invented people do with what they do not know, and when they look together at what happened, by the same rules that people meet.</summary>
public static class NotKnowingStory
{
    /// <summary>Does it, when it is one of these things.</summary>
    /// <param name="visit">Who was let in.</param>
    /// <param name="act">What.</param>
    /// <param name="things">What was laid before, by its name in the story.</param>
    /// <param name="seats">The seats, by name in the story.</param>
    /// <param name="today">The day the story leads up to.</param>
    /// <param name="say">The words in the language of the story.</param>
    /// <returns>Whether it was one of these.</returns>
    public static async Task<bool> DoAsync(
        Visit visit, StoryAct act, Dictionary<string, ContributionId> things, IReadOnlyDictionary<string, SeatId> seats, DateOnly today, Func<Said?, string?> say)
    {
        var by = visit.Act;
        var words = say(act.Words);
        switch (act.Do)
        {
            case "notKnown":
                var from = act.Of is null ? null : await FindAsync<Contribution>(act.Of);
                Lay(NotKnown.Begin(visit.Circle, words, from, SeatSet.None, Audience.Everyone, by));
                break;
            case "notKnownSay":
                var who = act.Who is null ? (SeatNumber?)null : visit.Circle.Find(seats[act.Who])!.Number;
                (await FindAsync<NotKnown>(act.Of!)).Say(visit.Circle, One<NotKnownPart>(act), words, act.DontKnow ? Reply.DontKnow : Reply.Words, who, by);
                break;
            case "lookAgain":
                (await FindAsync<NotKnown>(act.Of!)).LookAgainAt(today.AddDays(act.ByDay!.Value), by);
                break;
            case "nowKnown":
                (await FindAsync<NotKnown>(act.Of!)).Know(words, by);
                break;
            case "incident":
                Lay(Incident.Begin(visit.Circle, One<IncidentKind>(act), words, null, SeatSet.None, Audience.Everyone, by));
                break;
            case "incidentTell":
                (await FindAsync<Incident>(act.Of!)).Tell(visit.Circle, Told(act).ToDictionary(one => one.Ask, one => say(one.Words)), Reply.Words, by);
                break;
            case "incidentThen" or "incidentCame":
                (await FindAsync<Incident>(act.Of!)).LayWithIt([await FindAsync<Contribution>(act.Under!)], act.Do == "incidentCame", by);
                break;
            case "mayLearn":
                (await FindAsync<Incident>(act.Of!)).SayMayLearn(One<MayLearn>(act), words, by);
                break;
            default:
                return false;
        }

        return true;

        Task<T> FindAsync<T>(string name)
            where T : Contribution => visit.FindAsync<T>(things[name], CancellationToken.None);

        void Lay(Contribution begun)
        {
            visit.Lay(begun);
            things[act.Id!] = begun.Id;
        }
    }

    /// <summary>What somebody of a story tells, on each question.</summary>
    /// <param name="act">The act.</param>
    public static IReadOnlyList<(IncidentAsk Ask, Said? Words)> Told(StoryAct act) =>
    [
        (IncidentAsk.Happened, act.Words), (IncidentAsk.Knew, act.Basis), (IncidentAsk.KnewNot, act.Because), (IncidentAsk.Helped, act.Possible),
        (IncidentAsk.Otherwise, act.Rather), (IncidentAsk.Learn, act.Reason), (IncidentAsk.Differently, act.Better),
    ];

    private static T One<T>(StoryAct act)
        where T : struct, Enum => Enum.Parse<T>(act.Kind!, ignoreCase: true);
}
