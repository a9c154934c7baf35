using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.OwnStories;

/// <summary>Rules of taking the own story along.</summary>
public static class OwnStoryRules
{
    /// <summary>Only a child says with whom its words may go along.</summary>
    public static readonly Rule ChildSays = new("own-story.child-says");

    /// <summary>Words go along only with somebody who takes a story along.</summary>
    public static readonly Rule TakesAlong = new("own-story.takes-along");
}

/// <summary>Why something stands in somebody's own story.</summary>
public enum StoryBond
{
    /// <summary>It is their own: they laid it down.</summary>
    Own = 1,

    /// <summary>Somebody else laid it down, and it is about them (R3).</summary>
    AboutMe = 2,

    /// <summary>Somebody else laid it down; they only said something to it, and only that goes along.</summary>
    Beside = 3,
}

/// <summary>Something one person said, with what it was.</summary>
/// <param name="By">Who said it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="What">What it is.</param>
/// <param name="Words">The words, as they were typed; null where something was chosen without words.</param>
public sealed record StoryWords(SeatNumber By, DateTimeOffset At, StoryWhat What, string? Words)
{
    /// <summary>What was chosen, or the question to which it is an answer: a value of one of the domain's own lists; null for nothing.</summary>
    public Enum? Chosen { get; init; }

    /// <summary>The day that was said; null for none.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whom it names; null for nobody.</summary>
    public SeatNumber? Who { get; init; }

    /// <summary>Who pressed it for them in a talk (R10); null when they did.</summary>
    public SeatNumber? WrittenBy { get; init; }
}

/// <summary>A page of somebody's own story: one thing on the table, with the words in it that go along.</summary>
/// <param name="Thing">The thing.</param>
/// <param name="Bond">Why it stands there.</param>
/// <param name="Words">The words that go along, in order of time; never empty.</param>
/// <param name="LeftOut">Whether words of others, which this person may read at the table, do not go along.</param>
public sealed record StoryPage(Contribution Thing, StoryBond Bond, IReadOnlyList<StoryWords> Words, bool LeftOut)
{
    /// <summary>
    /// The statement whose sentence goes along, so that its kind and source go with it (R35); null where the sentence stays at the table, and so do they:
    /// else an answer would seem to be of that kind.
    /// </summary>
    public Statement? Sentence => Thing is Statement said && Words.Any(words => words.By == said.By && words.What == StoryWhat.Words) ? said : null;

    /// <summary>What was said in pictures besides; goes along where the words of who laid it down do. Null for nothing.</summary>
    public Pictured? Pictured => Words.Any(said => said.By == Thing.By) ? Thing.Pictured : null;
}

/// <summary>What somebody chooses to take along besides what always goes.</summary>
/// <param name="Private">Also what only they may read.</param>
/// <param name="Apart">Also what a parent who lives apart from them said (T20).</param>
public readonly record struct StoryChoice(bool Private, bool Apart);

/// <summary>
/// The own story (eigen verhaal): what somebody takes along from a table without asking anybody (R7, L766, L286–288). All that one said oneself; what others
/// said about one, as far as one may read it; what was answered to one. Words of third persons stay at the table, and those of a child leave only with
/// that child's yes.
/// </summary>
public static class OwnStory
{
    /// <summary>What of one thing goes along.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="me">Whose story it is.</param>
    /// <param name="thing">The thing.</param>
    /// <param name="choice">What they chose besides.</param>
    /// <returns>The page, or null when nothing of it goes along.</returns>
    public static StoryPage? PageOf(Circle circle, Seat me, Contribution thing, StoryChoice choice)
    {
        if (!thing.MayBeReadBy(me) || (!choice.Private && !thing.KeptFrom.IsEmpty) || (!choice.Private && thing.By == me.Number && thing.Audience.IsWithin(Audience.These(SeatSet.Of(me.Number)))))
        {
            return null;
        }

        var bond = thing.By == me.Number ? StoryBond.Own : thing.About.Has(me.Number) ? StoryBond.AboutMe : StoryBond.Beside;
        var all = StoryReader.WordsIn(thing, me).ToList();
        var words = all.FindAll(said => said.By == me.Number
            || (IsToMe(thing, bond, said) && VoicesIn(thing, said).All(voice => MayLeave(circle, me, voice, choice))));
        return words.Count == 0 ? null : new StoryPage(thing, bond, words, words.Count < all.Count);
    }

    // To what I said: what was answered to it. About me: what its author said. Elsewhere: nothing of others.
    private static bool IsToMe(Contribution thing, StoryBond bond, StoryWords said) => bond switch
    {
        StoryBond.Own => StoryReader.IsAnswer(said.What),
        StoryBond.AboutMe => (said.By == thing.By && said.What != StoryWhat.Passage) || said.What == StoryWhat.Advised,
        _ => false,
    };

    // Who tells what somebody told them passes that one's words on.
    private static IEnumerable<SeatNumber> VoicesIn(Contribution thing, StoryWords said) =>
        thing is Statement { Source.Seat: { } source } && said.By == thing.By ? [said.By, source] : [said.By];

    private static bool MayLeave(Circle circle, Seat me, SeatNumber speaker, StoryChoice choice) =>
        circle.LetsGo(circle.SeatAt(speaker), me) && (choice.Apart || !circle.ApartFrom(me).Has(speaker));
}
