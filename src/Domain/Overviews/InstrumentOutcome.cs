using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.Overviews;

/// <summary>What somebody tells of what came out of a questionnaire.</summary>
/// <param name="Instrument">Which questionnaire, as they call it.</param>
/// <param name="FilledBy">Who filled it in, in words; null for who tells it.</param>
/// <param name="On">On which day it was filled in.</param>
/// <param name="Kind">Opinion or suspicion: what comes out of a questionnaire is never a fact about somebody (R55).</param>
/// <param name="Words">What came out, in words.</param>
/// <param name="NotSaid">What it does not say (N36).</param>
public sealed record OutcomeParts(string Instrument, string? FilledBy, DateOnly On, StatementKind Kind, string Words, string NotSaid)
{
    internal static OutcomeParts Gone(OutcomeParts was) => new("", null, was.On, was.Kind, "", "");
}

/// <summary>Rules of the outcome of a questionnaire.</summary>
public static class OutcomeRules
{
    /// <summary>It says of which questionnaire.</summary>
    public static readonly Rule SaysWhich = new("outcome.says-which");

    /// <summary>It says on which day it was filled in; not one that is still to come.</summary>
    public static readonly Rule SaysWhen = new("outcome.says-when");

    /// <summary>It says what the questionnaire does not say.</summary>
    public static readonly Rule SaysWhatNot = new("outcome.says-what-not");

    /// <summary>It is somebody's opinion or suspicion.</summary>
    public static readonly Rule IsSomebodys = new("outcome.is-somebodys");
}

/// <summary>
/// What came out of a questionnaire (uitkomst van een vragenlijst): one person's own, labelled contribution and nothing else (R55,
/// L1062–1067). It says nothing about a family as a whole, stands apart from what plays a part, and whom it is about answers it.
/// </summary>
public sealed class InstrumentOutcome : Contribution
{
    internal InstrumentOutcome(Head head, ContributionId under, OutcomeParts parts, SeatSet family, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Under = under;
        Parts = parts;
        Family = family;
    }

    /// <summary>In which overview it was laid.</summary>
    public ContributionId Under { get; }

    /// <summary>What is told; empty after it was taken back.</summary>
    public OutcomeParts Parts { get; private set; }

    /// <summary>The family as it was then: it always reads what a professional lays here.</summary>
    public SeatSet Family { get; }

    /// <summary>Of a professional it is always read by the family and by whom it is about (R3, R55).</summary>
    public override SeatSet AlwaysRead => ByGuest ? base.AlwaysRead.And(Family) : base.AlwaysRead;

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
        new[] { Parts.Instrument, Parts.FilledBy, Parts.Words, Parts.NotSaid }.OfType<string>().Where(words => words.Length > 0);

    /// <summary>Tells what came out of a questionnaire. Which, when, what, and what it does not say must be given (R150: 4).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="under">In which overview; it is open.</param>
    /// <param name="instrument">Which questionnaire.</param>
    /// <param name="filledBy">Who filled it in; empty for who tells it.</param>
    /// <param name="on">On which day.</param>
    /// <param name="kind">Opinion or suspicion.</param>
    /// <param name="words">What came out.</param>
    /// <param name="notSaid">What it does not say.</param>
    /// <param name="about">Whom it is about; nobody means every child of the table.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="OverviewRules.IsOpen"/>, <see cref="OutcomeRules"/>, or no words.</exception>
    public static InstrumentOutcome Lay(
        Circle circle, Overview under, string? instrument, string? filledBy, DateOnly? on, StatementKind kind, string? words, string? notSaid,
        SeatSet about, Audience audience, Act act)
    {
        under.MustBeOpen(circle, act);
        Require(kind is StatementKind.Opinion or StatementKind.Suspicion, OutcomeRules.IsSomebodys);
        var which = Words.Optional(instrument, Words.Brief) ?? throw new RuleBrokenException(OutcomeRules.SaysWhich);
        Require(on is { } day && day <= act.Today, OutcomeRules.SaysWhen);
        var outcome = Words.Needed(words, Words.Brief);
        var parts = new OutcomeParts(
            which, Words.Optional(filledBy, Words.Brief), on!.Value, kind, outcome,
            Words.Optional(notSaid, Words.Brief) ?? throw new RuleBrokenException(OutcomeRules.SaysWhatNot));
        var family = SeatSet.Of(circle.Seats.Where(seat => seat.Side == SeatSide.Host).Select(seat => seat.Number));
        var whom = about.IsEmpty ? SeatSet.Of(circle.Children.Select(child => child.Number)) : about;
        var laid = new InstrumentOutcome(
            NewHead(circle, whom, act.Voice.IsGuest ? audience.Including(family) : audience, act), under.Id, parts, family, []);
        laid.RecordLaid(act);
        return laid;
    }

    private protected override void Forget() => Parts = OutcomeParts.Gone(Parts);
}
