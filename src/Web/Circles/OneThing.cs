using Keukentafel.Data.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Wishes;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Why something is put before somebody.</summary>
public enum OneThingKind
{
    /// <summary>They said "I will answer".</summary>
    Promised,

    /// <summary>A sentence names them as its source.</summary>
    SourceAsked,

    /// <summary>Somebody asks them to agree that whom a sentence is about does not read it yet.</summary>
    WithholdingAsked,

    /// <summary>What they keep back shows in a few days.</summary>
    WithholdingEnds,

    /// <summary>What they agreed to shows in a few days, and who wrote it is not here any more.</summary>
    WithholdingLeft,

    /// <summary>Another wrote down their words in a talk, to be read back.</summary>
    ReadBackAsked,

    /// <summary>Their wish was answered: did it come across?</summary>
    HeardAsked,

    /// <summary>A wish waits for an answer.</summary>
    WishWaits,

    /// <summary>Something was said about them.</summary>
    AboutYou,

    /// <summary>They have words lying ready.</summary>
    Draft,
}

/// <summary>The one thing beside the table: what waits for this person, never a list of tasks.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Contribution">What; null for a draft.</param>
public sealed record OneThing(OneThingKind Kind, Contribution? Contribution)
{
    /// <summary>Chooses it. But for what has a last day, what a child asked stands before what grown-ups ask each other.</summary>
    /// <param name="sight">What was opened.</param>
    /// <param name="now">The moment, UTC.</param>
    public static OneThing? For(Sight sight, DateTimeOffset now)
    {
        var me = sight.Me;
        var wishes = sight.Slips.Where(slip => slip.Kind == typeof(Wish) && !slip.IsLaidAside).ToList();
        var statements = sight.Slips.Where(slip => slip.Kind == typeof(Statement)).ToList();

        // What has a last day comes before what has none, and nobody puts it out of sight by asking something else (T20). Only what is kept is opened:
        // nothing else is read for this.
        if (statements.Find(slip => slip.Flags.HasFlag(SlipFlags.Withheld) && !slip.KeptFrom.IsEmpty
                && ((Statement)slip.Contribution).AsksAgain(sight.Circle, me, Days.Of(now))) is { } ends)
        {
            return new OneThing(ends.By == me.Number ? OneThingKind.WithholdingEnds : OneThingKind.WithholdingLeft, ends.Contribution);
        }

        if (wishes.Find(slip => slip.Replied.Has(me.Number) && NextAct.WaitsForAnswer(sight, slip)) is { } promised)
        {
            return new OneThing(OneThingKind.Promised, promised.Contribution);
        }

        // The oldest first: what was asked first has waited longest. The child whose table it is goes before others who are young, whoever brought them (T20).
        Slip? WaitsOf(bool childOfTheTable) => wishes.FindLast(slip =>
            slip.IsOpen && sight.Circle.SeatAt(slip.By) is { IsGrownUp: false } by && by.IsChildOfTheTable == childOfTheTable
            && Wish.AskedOf(sight.Circle, slip.By, slip.About, slip.Audience, slip.At).Has(me.Number) && NextAct.WaitsForAnswer(sight, slip));
        if (WaitsOf(true) is { } waiting)
        {
            return new OneThing(OneThingKind.WishWaits, waiting.Contribution);
        }

        if (statements.FindLast(slip => NextAct.AsksToWithhold(slip, me)) is { } withheld)
        {
            return new OneThing(OneThingKind.WithholdingAsked, withheld.Contribution);
        }

        if (WaitsOf(false) is { } other)
        {
            return new OneThing(OneThingKind.WishWaits, other.Contribution);
        }

        // Who asked first is answered first.
        if (statements.FindLast(slip => slip.WaitsFor == me.Number && !slip.Flags.HasFlag(SlipFlags.SourceRefused)) is { } asked)
        {
            return new OneThing(OneThingKind.SourceAsked, asked.Contribution);
        }

        if (sight.Slips.FirstOrDefault(slip => slip.By == me.Number && slip.Flags.HasFlag(SlipFlags.WaitsToBeReadBack)) is { } written)
        {
            return new OneThing(OneThingKind.ReadBackAsked, written.Contribution);
        }

        if (wishes.Find(slip => slip.By == me.Number && slip.Flags.HasFlag(SlipFlags.AsksWhetherHeard)) is { } answered)
        {
            return new OneThing(OneThingKind.HeardAsked, answered.Contribution);
        }

        if (statements.Find(slip =>
                slip.By != me.Number && slip.About.Has(me.Number) && !slip.Replied.Has(me.Number) && !slip.IsLaidAside && slip.WaitsFor is null
                && !slip.Flags.HasFlag(SlipFlags.TakenBack)) is { } about)
        {
            return new OneThing(OneThingKind.AboutYou, about.Contribution);
        }

        return sight.Drafts > 0 ? new OneThing(OneThingKind.Draft, null) : null;
    }
}
