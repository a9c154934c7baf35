using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Collaborations;

namespace Keukentafel.Web.Demo;

/// <summary>How invented people choose who supports them and who keeps the overview, by the same rules that people meet.</summary>
public static class BesideStory
{
    /// <summary>Does it, when it is one of these things.</summary>
    /// <param name="visit">Who was let in.</param>
    /// <param name="act">What.</param>
    /// <param name="seats">The seats, by name in the story.</param>
    /// <param name="say">The words in the language of the story.</param>
    /// <returns>Whether it was one of these.</returns>
    public static bool Do(Visit visit, StoryAct act, IReadOnlyDictionary<string, SeatId> seats, Func<Said?, string?> say)
    {
        var circle = visit.Circle;
        switch (act.Do)
        {
            case "supporter":
                circle.ChooseSupporter(seats[act.Who!], null, Enum.Parse<SupporterKnown>(act.Kind!, ignoreCase: true), 0, visit.Act);
                return true;
            case "coordinatorAsk":
                circle.AskCoordinator(seats[act.Who!], Enum.GetValues<CollaborationGround>().ToDictionary(ground => ground, _ => GroundAnswer.Yes), false, visit.Act);
                return true;
            case "coordinatorSay":
                circle.AnswerCoordinator(circle.Coordinators.First(one => one.EndedAt is null).Id, CoordinatorAnswer.Yes, say(act.Words), say(act.Next), visit.Act);
                return true;
            default:
                return false;
        }
    }
}
