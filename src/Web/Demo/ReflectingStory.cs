using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Web.Demo;

/// <summary>What invented people do with the face of their table and a colleague, played by the same rules that people meet.</summary>
public static class ReflectingStory
{
    /// <summary>Where the telling of a story is.</summary>
    /// <param name="Story">The story.</param>
    /// <param name="Things">What was laid before, by its name in the story.</param>
    /// <param name="Seats">Everybody's seat.</param>
    /// <param name="Named">The account of the colleague who is named; null when nobody is.</param>
    /// <param name="Say">The words in the language of the story.</param>
    public sealed record Telling(
        Story Story, Dictionary<string, ContributionId> Things, Dictionary<string, SeatId> Seats, Person? Named, Func<Said?, string?> Say);

    /// <summary>For what somebody is let in.</summary>
    /// <param name="act">What they do.</param>
    public static Permission PermissionOf(StoryAct act) => act.Do switch
    {
        "askFace" or "agreeColleague" or "coordinatorAsk" => Permission.Host,
        "consultBack" or "consultAdvise" => Permission.Advise,
        "acceptAlong" or "reflectRead" or "reflectCounter" => Permission.Reflect,
        _ => Permission.Speak,
    };

    /// <summary>Does it, when it is one of these things.</summary>
    /// <param name="visit">Who was let in.</param>
    /// <param name="act">What.</param>
    /// <param name="at">Where the telling is.</param>
    /// <returns>Whether it was one of these.</returns>
    public static async Task<bool> DoAsync(Visit visit, StoryAct act, Telling at)
    {
        var circle = visit.Circle;
        switch (act.Do)
        {
            case "askFace":
                circle.AskFigure(at.Seats[act.Who!], visit.Act);
                return true;
            case "nameColleague":
                var named = at.Story.People.First(who => who.Key == act.Who);
                circle.NameColleague(new PersonId(at.Named!.Id), named.Name, at.Say(named.Is), at.Say(act.Words), visit.Act);
                return true;
            case "agreeColleague":
                circle.AgreeWithColleague(true, circle.FigureFor(visit.Me)!.Turn, visit.Act);
                return true;
            case "acceptAlong":
                circle.AcceptToReflect(true, visit.Act);
                return true;
            case "reflect":
                var sentences = new List<Statement>();
                foreach (var sentence in act.Sentences ?? [])
                {
                    sentences.Add(await visit.FindAsync<Statement>(at.Things[sentence], CancellationToken.None));
                }

                var decision = act.Of is { } of ? await visit.FindAsync<Decision>(at.Things[of], CancellationToken.None) : null;
                var started = Reflection.Start(circle, at.Say(act.Words), default, sentences, decision, visit.Act);
                visit.Lay(started);
                at.Things[act.Id!] = started.Id;
                return true;
            case var other when !other.StartsWith("reflect", StringComparison.Ordinal):
                return false;
        }

        var reflection = await visit.FindAsync<Reflection>(at.Things[act.Of!], CancellationToken.None);
        switch (act.Do)
        {
            case "reflectLet":
                reflection.LetRead(circle, visit.Act);
                break;
            case "reflectAnswer":
                reflection.Answer(at.Say(act.Words), 0, visit.Act);
                break;
            default:
                var turn = TurnOf(act);
                reflection.Say(
                    circle, turn, WordsOf(act).ToDictionary(one => one.Ask, one => at.Say(one.Said)), act.DontKnow,
                    act.Kind is { } kind ? Enum.Parse<ReflectionOutcome>(kind, ignoreCase: true) : null, visit.Act);
                break;
        }

        return true;
    }

    /// <summary>Which turn is taken.</summary>
    /// <param name="act">What is done.</param>
    public static ReflectionTurn TurnOf(StoryAct act) => act.Do switch
    {
        "reflectJudge" => ReflectionTurn.Judgement,
        "reflectRead" => ReflectionTurn.FirstReading,
        "reflectCounter" => ReflectionTurn.Counter,
        "reflectConclude" => ReflectionTurn.Conclusion,
        _ => throw new InvalidOperationException($"Nobody knows how to {act.Do}."),
    };

    /// <summary>What is said in a turn, by what was asked.</summary>
    /// <param name="act">What is done.</param>
    public static IEnumerable<(ReflectionAsk Ask, Said? Said)> WordsOf(StoryAct act) =>
        Reflection.AsksOf(TurnOf(act)).Zip([act.Words, act.Because, act.Possible, act.Reason]);
}
