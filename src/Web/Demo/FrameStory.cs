using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Frames;

namespace Keukentafel.Web.Demo;

/// <summary>How invented professionals say in which frame they are, and that they press, by the same rules that people meet.</summary>
public static class FrameStory
{
    /// <summary>Does it, when it is one of these things.</summary>
    /// <param name="visit">Who was let in.</param>
    /// <param name="act">What.</param>
    /// <param name="things">What was laid before, by its name in the story.</param>
    /// <param name="about">To whom it is said.</param>
    /// <param name="today">The day the story leads up to.</param>
    /// <param name="say">The words in the language of the story.</param>
    /// <returns>Whether it was one of these.</returns>
    public static async Task<bool> DoAsync(
        Visit visit, StoryAct act, Dictionary<string, ContributionId> things, SeatSet about, DateOnly today, Func<Said?, string?> say)
    {
        DateOnly? by = act.ByDay is { } days ? today.AddDays(days) : null;
        switch (act.Do)
        {
            case "urge":
                Lay(Urging.Lay(visit.Circle, say(act.Words), say(act.Consequence), about, visit.Act));
                return true;
            case "frameChange":
                Lay(FrameChange.Announce(
                    visit.Circle, Enum.Parse<FrameKind>(act.Kind!, ignoreCase: true), by,
                    new FrameAnswers(say(act.Words), act.Yes, say(act.Ground), say(act.Why), say(act.Reason)), null, visit.Act));
                return true;
            case "frameJudge":
                DateOnly? from = act.HappenedDay is { } day ? today.AddDays(day) : null;
                var change = await visit.FindAsync<FrameChange>(things[act.Of!], CancellationToken.None);
                change.Decide(visit.Circle, say(act.Others), say(act.Words), from, from, by, say(act.Better), say(act.Next), say(act.Reason), visit.Act);
                return true;
            default:
                return false;
        }

        void Lay(Domain.Contributions.Contribution laid)
        {
            visit.Lay(laid);
            things[act.Id!] = laid.Id;
        }
    }
}
