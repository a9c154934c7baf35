using Keukentafel.Data.Circles;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Reflections;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reflections;

/// <summary>What waits for somebody about the face of their table: one sentence beside the table, without a clock and never twice (R86).</summary>
/// <param name="Sentence">In words.</param>
/// <param name="Address">Where to go.</param>
public sealed record FaceNote(string Sentence, string Address)
{
    /// <summary>Whether it is worth looking for reflections for this reader: only they can have one that waits.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="me">The reader.</param>
    public static bool Looks(Circle circle, Seat me) => Of(circle, me) is { IsActive: true } figure
        && (me.Number == figure.Who || (me.Side == SeatSide.Host && circle.IsColleagueFor(figure, me)));

    /// <summary>The reflections that wait for somebody, out of all they may read.</summary>
    /// <param name="slips">The reflections, the newest first.</param>
    /// <param name="circle">The table.</param>
    /// <param name="me">The reader.</param>
    public static IReadOnlyList<Slip> Waiting(IReadOnlyList<Slip> slips, Circle circle, Seat me) =>
        [.. slips.Where(slip => Waits((Reflection)slip.Contribution, circle, me)).Take(1)];

    /// <summary>What waits for a reader; null for nothing.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="me">The reader.</param>
    /// <param name="waiting">The reflection that waits for them; null for none.</param>
    public static FaceNote? For(Circle circle, Seat me, Reflection? waiting)
    {
        if (Of(circle, me) is not { } figure)
        {
            return null;
        }

        var who = circle.SeatAt(figure.Who).Name;
        var mine = figure.Who == me.Number;
        var table = $"/tables/{circle.Id.Value}";
        return figure.Stage switch
        {
            FigureStage.Asked when mine => new FaceNote(Text.T("reflections.note.asked", circle.SeatAt(figure.AskedBy).Name), table + "/face"),
            FigureStage.ColleagueNamed when me.IsDecidingHost && circle.IsColleagueFor(figure, me) =>
                new FaceNote(Text.T("reflections.note.named", who, figure.Named!.Name), table + "/face"),
            FigureStage.Alone => new FaceNote(Text.T(mine ? "reflections.note.alone-me" : "reflections.stage.Alone", who), table + "/face"),
            FigureStage.Active when waiting is not null => new FaceNote(
                Text.T(mine ? "reflections.note.turn" : "reflections.note.let", circle.SeatAt(waiting.Colleague).Name), table + "/reflections/" + waiting.Id.Value),
            FigureStage.Active when mine => new FaceNote(Text.T("reflections.note.mine", circle.SeatAt(figure.Colleague!.Value).Name), table + "/face"),
            _ => null,
        };
    }

    // Who is the face reads of what is theirs; a host of the one that is theirs, if there is one.
    private static CentralFigure? Of(Circle circle, Seat me) => circle.FigureWith(me.Number) ?? circle.FigureFor(me);

    private static bool Waits(Reflection reflection, Circle circle, Seat me) => !reflection.IsTakenBack
        && (reflection.By == me.Number
            ? reflection.TurnOf(me) == ReflectionTurn.Conclusion
            : reflection.AgreedAt is null && me.IsDecidingHost
                && circle.FigureWith(reflection.Colleague) is { IsActive: true } figure && circle.IsColleagueFor(figure, me));
}
