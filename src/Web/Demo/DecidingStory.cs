using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;

namespace Keukentafel.Web.Demo;

/// <summary>What invented people do when they decide, played by the same rules that people meet.</summary>
internal static class DecidingStory
{
    /// <summary>Does it, when it is one of these things.</summary>
    /// <param name="visit">Who was let in.</param>
    /// <param name="act">What.</param>
    /// <param name="things">What was laid before, by its name in the story.</param>
    /// <param name="say">The words in the language of the story.</param>
    /// <returns>Whether it was one of these.</returns>
    public static async Task<bool> DoAsync(Visit visit, StoryAct act, Dictionary<string, ContributionId> things, Func<Said?, string?> say)
    {
        var by = visit.Act;
        var words = say(act.Words);
        if (act.Do == "decide")
        {
            var opened = Decision.Open(visit.Circle, words, null, false, One<HeavyStep>(act), SeatSet.None, SeatSet.None, null, by);
            visit.Lay(opened);
            things[act.Id!] = opened.Id;
            return true;
        }

        if (!act.Do.StartsWith("decide", StringComparison.Ordinal))
        {
            return false;
        }

        var decision = await visit.FindAsync<Decision>(things[act.Of!], CancellationToken.None);
        switch (act.Do)
        {
            case "decideHelp":
                decision.Help(One<Aid>(act), words, say(act.Because), say(act.Reason), [], by);
                break;
            case "decideWay":
                visit.Lay(DecisionOption.Lay(
                    visit.Circle,
                    decision,
                    new OptionParts(
                        words!, One<OptionKinds>(act), say(act.Possible), say(act.Reason), null, SeatSet.None, say(act.Basis), say(act.Because), null, null),
                    by));
                break;
            case "decideWhyNot":
                decision.SayWhyNot(One<OptionKinds>(act), words, by);
                break;
            case "decideStep":
                decision.Propose(words, act.DontKnow, by);
                break;
            case "decideLess":
                decision.SayWhatGetsLess(One<SideEffects>(act), words, act.DontKnow, by);
                break;
            case "decideStand":
                decision.TakePosition(One<Stance>(act), words, say(act.Possible), by);
                break;
            case "decideClose":
                var options = await visit.UnderAsync<DecisionOption>(decision.Id, CancellationToken.None);
                decision.Close(visit.Circle, options, say(act.Reason), say(act.Basis), say(act.Because), say(act.SourceWords), by);
                break;
            default:
                return false;
        }

        return true;
    }

    private static T One<T>(StoryAct act)
        where T : struct, Enum => Enum.Parse<T>(act.Kind!, ignoreCase: true);
}
