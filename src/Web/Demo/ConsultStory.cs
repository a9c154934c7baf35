using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;

namespace Keukentafel.Web.Demo;

/// <summary>How an invented professional asks in the background, without names, and an expert answers from a distance; by the same rules that people meet.</summary>
public static class ConsultStory
{
    /// <summary>Where the telling of a story is.</summary>
    /// <param name="Things">What was laid before, by its name in the story.</param>
    /// <param name="About">Whom it is about.</param>
    /// <param name="Expert">Who is asked; null when nobody is.</param>
    /// <param name="Today">The day the story leads up to.</param>
    /// <param name="Say">The words in the language of the story.</param>
    /// <param name="GoesOut">Takes a question that goes out, with the place of the expert: the card leads there.</param>
    public sealed record Telling(
        Dictionary<string, ContributionId> Things, SeatSet About, StoryPerson? Expert, DateOnly Today, Func<Said?, string?> Say, Action<SeatNumber> GoesOut);

    /// <summary>Does it, when it is one of these things.</summary>
    /// <param name="visit">Who was let in.</param>
    /// <param name="act">What.</param>
    /// <param name="at">Where the telling is.</param>
    /// <returns>Whether it was one of these.</returns>
    public static async Task<bool> DoAsync(Visit visit, StoryAct act, Telling at)
    {
        var (circle, by, words) = (visit.Circle, visit.Act, at.Say(act.Words));
        if (!act.Do.StartsWith("consult", StringComparison.Ordinal))
        {
            return false;
        }

        if (act.Do == "consultAsk")
        {
            var asked = Consult.Ask(circle, Told(act).ToDictionary(one => one.Ask, one => at.Say(one.Words)), at.About, false, [], by);
            visit.Lay(asked);
            at.Things[act.Id!] = asked.Id;
            return true;
        }

        var consult = await visit.FindAsync<Consult>(at.Things[act.Of!], CancellationToken.None);
        switch (act.Do)
        {
            case "consultSay":
                consult.Say(circle, !act.Yes, words, [], by);
                break;
            case "consultSend":
                consult.Send(circle, at.Expert!.Name, at.Say(at.Expert.Is), at.Today.AddDays(act.ByDay!.Value), by);
                at.GoesOut(consult.Expert!.Value);
                break;
            case "consultBack":
                consult.AskBack(words, by);
                break;
            case "consultReply":
                consult.AnswerBack(circle, words, [], by);
                break;
            case "consultAdvise":
                consult.Advise(Advised(act).ToDictionary(one => one.Ask, one => at.Say(one.Words)), Enum.Parse<ExpertStays>(act.Kind!), by);
                break;
            case "consultAnswer":
                consult.Answer(words, 0, by);
                break;
            case "consultTell":
                consult.Tell(circle, words, [], by);
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>What somebody tells who asks, by what it is.</summary>
    /// <param name="act">The act.</param>
    public static IReadOnlyList<(ConsultAsk Ask, Said? Words)> Told(StoryAct act) =>
    [
        (ConsultAsk.WantsToKnow, act.Words), (ConsultAsk.Fact, act.Basis), (ConsultAsk.Suspicion, act.Because), (ConsultAsk.NotKnown, act.Possible),
        (ConsultAsk.FamilySays, act.Others),
    ];

    /// <summary>What an expert says, by what was asked.</summary>
    /// <param name="act">The act.</param>
    public static IReadOnlyList<(AdviceAsk Ask, Said? Words)> Advised(StoryAct act) =>
    [
        (AdviceAsk.Perception, act.Words), (AdviceAsk.Basis, act.Basis), (AdviceAsk.Doubts, act.Because), (AdviceAsk.AskFamily, act.Next),
    ];
}
