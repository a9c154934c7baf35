using Keukentafel.Data.Circles;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Web.Circles;

/// <summary>
/// What this reader can most likely want to do with a card, one press away. It stands under the card, never in it: the card is drawn once for
/// everybody.
/// </summary>
/// <param name="Path">The end of the address, behind that of the card.</param>
/// <param name="Words">The key of its words.</param>
public sealed record NextAct(string Path, string Words)
{
    /// <summary>The act for one reader; null for none.</summary>
    /// <param name="sight">What was opened.</param>
    /// <param name="slip">The card. It is not opened for this.</param>
    public static NextAct? For(Sight sight, Slip slip)
    {
        var me = sight.Me;
        if (slip.Flags.HasFlag(SlipFlags.TakenBack))
        {
            return null;
        }

        if (slip.WaitsFor is { } source)
        {
            return source == me.Number && !slip.Flags.HasFlag(SlipFlags.SourceRefused) ? new NextAct("source", "statements.source-look") : null;
        }

        if (AsksToWithhold(slip, me))
        {
            return new NextAct("withheld", "statements.not-yet-look");
        }

        if (slip.Kind == typeof(Wish))
        {
            return ForWish(sight, slip);
        }

        if (slip.Kind == typeof(Worry) && slip.By == me.Number && !slip.Flags.HasFlag(SlipFlags.Gone))
        {
            return new NextAct("stands", "worries.say-now");
        }

        // A worry that is gone lies folded up; who wants to answer it still can, on its own page.
        return ((slip.Kind == typeof(Worry) && !slip.Flags.HasFlag(SlipFlags.Gone)) || slip.Kind == typeof(Statement))
            && slip.By != me.Number && slip.About.Has(me.Number) && !slip.Replied.Has(me.Number)
            ? new NextAct("answer", "contributions.answer")
            : null;
    }

    /// <summary>Whether a slip waits for somebody to agree that whom it is about does not read it yet. It is opened only when it is one that is kept.</summary>
    /// <param name="slip">The slip.</param>
    /// <param name="me">Who reads.</param>
    internal static bool AsksToWithhold(Slip slip, Seat me) =>
        slip.Flags.HasFlag(SlipFlags.Withheld) && !slip.KeptFrom.IsEmpty && !slip.Flags.HasFlag(SlipFlags.TakenBack) && slip.By != me.Number
        && ((Statement)slip.Contribution).AskedToWithhold?.Second == me.Number;

    /// <summary>Whether a wish waits for an answer of the reader. It is opened only when it was answered.</summary>
    /// <param name="sight">What was opened.</param>
    /// <param name="slip">The wish.</param>
    internal static bool WaitsForAnswer(Sight sight, Slip slip) =>
        slip.IsOpen && (!slip.Flags.HasFlag(SlipFlags.AsksWhetherHeard) || ((Wish)slip.Contribution).WaitsForAnswerOf(sight.Me, sight.Circle));

    private static NextAct? ForWish(Sight sight, Slip slip)
    {
        var me = sight.Me;
        if (slip.By == me.Number)
        {
            return slip.Flags.HasFlag(SlipFlags.AsksWhetherHeard) ? new NextAct("", "circles.one-thing-do.HeardAsked") : new NextAct("say-again", "wishes.again-do");
        }

        if (!me.IsGrownUp || !WaitsForAnswer(sight, slip))
        {
            return null;
        }

        return slip.Replied.Has(me.Number) ? new NextAct("answer-wish", "wishes.note-it") : new NextAct("promise", "wishes.promise-do");
    }
}
