using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Talks;

/// <summary>The parts of the one sheet that comes of a talk (INV-22…26, R48). Every one may stay empty.</summary>
public enum SheetPart
{
    /// <summary>We see this together.</summary>
    Together = 1,

    /// <summary>We see this differently.</summary>
    Differently = 2,

    /// <summary>This is good enough.</summary>
    GoodEnough = 3,

    /// <summary>We dare this, although it is not without risk: ordinary risk that people accept by name (R81).</summary>
    Dare = 4,

    /// <summary>We do not know this.</summary>
    Unknown = 5,
}

/// <summary>
/// One sentence on the sheet that comes of a talk. It stands in the words of who said it, never of "us"; who agrees sets down the mug under
/// it. What people are going to do is an <see cref="Plans.Agreement"/> on the same sheet.
/// </summary>
public sealed class SheetSentence : Proposal
{
    internal SheetSentence(
        Head head, SheetPart part, string words, string? condition, DateOnly? lookAgain, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Part = part;
        Words = words;
        Condition = condition;
        LookAgain = lookAgain;
    }

    /// <summary>In which part it was laid down.</summary>
    public SheetPart Part { get; }

    /// <summary>The sentence; empty after it was taken back, or where somebody only says not to know (INV-53).</summary>
    public string Words { get; private set; }

    /// <summary>On which condition, or because of what one dares it; null when not said.</summary>
    public string? Condition { get; private set; }

    /// <summary>When people look again; null when not said.</summary>
    public DateOnly? LookAgain { get; }

    /// <summary>
    /// In which part it stands now. What somebody does not agree with is not seen "together": by that no it stands with what people see
    /// differently (INV-24).
    /// </summary>
    public SheetPart StandsIn => Part == SheetPart.Together && HasDissent ? SheetPart.Differently : Part;

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
        new[] { Words, Condition }.OfType<string>().Where(words => words.Length > 0).Concat(SaidWithPositions);

    /// <summary>Lays a sentence on the sheet of a talk.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="talk">The talk.</param>
    /// <param name="part">In which part.</param>
    /// <param name="words">The sentence; may be empty only in <see cref="SheetPart.Unknown"/>: not to know is a full answer (N27).</param>
    /// <param name="condition">On which condition; may be empty.</param>
    /// <param name="lookAgain">When people look again; may be left out.</param>
    /// <param name="act">Proof from <see cref="Talk.Speak"/>.</param>
    /// <exception cref="RuleBrokenException">No words, no such part, or the proof is not of this talk.</exception>
    public static SheetSentence Lay(Circle circle, Talk talk, SheetPart part, string? words, string? condition, DateOnly? lookAgain, Act act)
    {
        Require(act.Turn?.Talk == talk.Id && talk.Circle == circle.Id, CommonRules.ProofFits);
        Require(Enum.IsDefined(part), TalkRules.OwnQuestion);
        var laid = new SheetSentence(
            NewHead(circle, SeatSet.None, act.Listeners!.Value, act), part,
            part == SheetPart.Unknown ? Access.Words.Optional(words, Access.Words.Brief) ?? "" : Access.Words.Needed(words, Access.Words.Brief),
            Access.Words.Optional(condition, Access.Words.Brief), lookAgain, []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>Chooses fewer readers, never others.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who may read it from now on.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="TalkRules.ListenersOnly"/>, or it is somebody else's.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        Require(
            audience.Group is Readers.OnlyMe or Readers.These && audience.Named.Without(Audience.Named).IsEmpty, TalkRules.ListenersOnly);
        base.ChooseReaders(circle, audience, act);
    }

    private protected override void Forget()
    {
        Words = "";
        Condition = null;
    }
}

/// <summary>
/// The one sheet that comes of a talk: the sentences that people laid down and what they are going to do. It is put together, never written:
/// nobody speaks for all.
/// </summary>
/// <param name="Makers">Who laid something on it or said where they stand, with their own hand or by reading back what was written for them.</param>
/// <param name="NotReadBack">Of whom there are only words that another typed and they did not read back yet.</param>
/// <param name="IsJoint">
/// Whether a child, or who it chose to speak for it, and a parent are among its makers; else it is "how … sees it" (INV-23, N12).
/// </param>
public sealed record JointSheet(SeatSet Makers, SeatSet NotReadBack, bool IsJoint)
{
    /// <summary>Looks at what lies on a sheet.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="talk">The talk.</param>
    /// <param name="lines">What lies on its sheet and was not taken back.</param>
    public static JointSheet Of(Circle circle, Talk talk, IEnumerable<Proposal> lines)
    {
        var lying = lines.Where(line => !line.IsTakenBack).ToList();
        var makers = lying.Aggregate(
            SeatSet.None,
            (all, line) => all.And(SeatSet.Of(line.Positions.Where(position => position.WrittenBy is null).Select(position => position.By)))
                .And(line.WaitsToBeReadBack ? SeatSet.None : SeatSet.Of(line.By)));
        var named = lying.Aggregate(
            SeatSet.None, (all, line) => all.And(SeatSet.Of(line.Positions.Select(position => position.By).Append(line.By))));
        var child = circle.Children.Any(seat =>
            makers.Has(seat.Number) || (talk.SpokespersonOf(seat.Number) is { } speaker && makers.Has(speaker)));
        return new JointSheet(makers, named.Without(makers), child && circle.Seats.Any(seat => seat.IsParent && makers.Has(seat.Number)));
    }
}
