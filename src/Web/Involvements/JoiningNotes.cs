using Keukentafel.Data.Circles;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Involvements;

/// <summary>What the table says to this reader about somebody who may join.</summary>
/// <param name="Involvement">Whose.</param>
/// <param name="Sentence">In a sentence.</param>
/// <param name="Waits">Whether it waits for the reader.</param>
public sealed record JoiningNote(Involvement Involvement, string Sentence, bool Waits)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    /// <summary>All there is to say.</summary>
    /// <param name="sight">What was opened.</param>
    /// <param name="now">The moment, UTC.</param>
    public static IReadOnlyList<JoiningNote> Of(Sight sight, DateTimeOffset now) =>
    [
        .. sight.Circle.Involvements.Where(one => sight.Circle.MayRead(one, sight.Me))
            .Select(one => Note(one, sight.Circle, sight.Me, now)).OfType<JoiningNote>().OrderByDescending(note => note.Waits),
    ];

    /// <summary>Who joined since the reader was last here: the whole table is told (R97).</summary>
    /// <param name="sight">What was opened.</param>
    public static IEnumerable<Seat> Started(Sight sight) => sight.Circle.Involvements
        .Where(one => one.StartedAt > sight.LastVisit && one.Seat is { } seat && seat != sight.Me.Number)
        .Select(one => sight.Circle.SeatAt(one.Seat!.Value));

    private static JoiningNote? Note(Involvement one, Circle circle, Seat me, DateTimeOffset now)
    {
        var name = one.Worth.Name;
        if (one.Authority is not null)
        {
            return me.Side == SeatSide.Host && one.FamilyViews.All(view => view.By != me.Number) && one.StartedAt + Fresh > now
                ? new JoiningNote(one, Text.T("involvements.note-authority", name), true)
                : null;
        }

        if (!one.IsAsked)
        {
            return null;
        }

        if (me.Side == SeatSide.Host && one.AnswerOf(me.Number) is null)
        {
            return new JoiningNote(one, WordsFor.Reader(me, "involvements.note-asks", circle.SeatAt(one.By).Name, name), true);
        }

        if (one.By == me.Number && one.WaitingQuestions.FirstOrDefault() is { } question)
        {
            return new JoiningNote(one, Text.T("involvements.note-explain", circle.SeatAt(question.By).Name, name), true);
        }

        return new JoiningNote(one, Text.T(circle.IsWelcome(one) ? "involvements.note-welcome" : "involvements.note-waits", name), false);
    }
}
