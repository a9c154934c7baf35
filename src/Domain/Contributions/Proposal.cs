using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Contributions;

/// <summary>Where somebody stands towards what was proposed (R74). All four are equally large; "I don't know" is one of them (INV-53).</summary>
public enum Stance
{
    /// <summary>I agree.</summary>
    Agree = 1,

    /// <summary>Yes, but …</summary>
    AgreeBut = 2,

    /// <summary>I do not agree. It always counts, needs no reason (D8), and is never read as refusing help.</summary>
    Disagree = 3,

    /// <summary>I don't know (yet).</summary>
    Unsure = 4,
}

/// <summary>Rules of what people say yes or no to.</summary>
public static class ProposalRules
{
    /// <summary>One of the four is chosen.</summary>
    public static readonly Rule SaysWhere = new("position.says-where");

    /// <summary>Where others said where they stand, it stays for who reads it: a no is hidden from nobody who could read it (INV-49, T20).</summary>
    public static readonly Rule ReadersStay = new("proposal.readers-stay");

    /// <summary>Where somebody said it themselves, nobody writes something else down for them: only they change it (D8, T20).</summary>
    public static readonly Rule SaidThemselves = new("position.said-themselves");
}

/// <summary>
/// Something to which everybody who reads it may say where they stand: agreeing is setting down one's mug. Nothing is counted, nobody is
/// outvoted (N38), and a changed position keeps the earlier one (INV-49).
/// </summary>
public abstract class Proposal : Contribution
{
    private protected Proposal(Head head, IEnumerable<Addition> additions)
        : base(head, additions)
    {
    }

    /// <summary>Where each one stands now: the last of everybody, in the order in which they first said so.</summary>
    public IEnumerable<Position> Positions => Standing.GroupBy(position => position.By).Select(own => own.Last());

    /// <summary>What was said towards what is proposed now, in order of time. What was said towards something else does not count for this.</summary>
    private protected virtual IEnumerable<Position> Standing => Additions.OfType<Position>();

    /// <summary>Where somebody stood before, the oldest first.</summary>
    /// <param name="seat">Who.</param>
    public IEnumerable<Position> EarlierPositionsOf(SeatNumber seat) => Standing.Where(position => position.By == seat).SkipLast(1);

    /// <summary>Where somebody stands now; null when they did not say.</summary>
    /// <param name="seat">Who.</param>
    public Position? PositionOf(SeatNumber seat) => Standing.LastOrDefault(position => position.By == seat);

    /// <summary>Whether somebody is asked where they stand: they did not say, or another wrote it down for them, and that is no answer of theirs (T20).</summary>
    /// <param name="seat">Who.</param>
    public bool AsksPositionOf(SeatNumber seat) => PositionOf(seat) is not { } position || (position.WrittenBy is { } writer && writer != seat);

    /// <summary>Whether anybody does not agree.</summary>
    public bool HasDissent => Positions.Any(position => position.Stance == Stance.Disagree);

    /// <summary>Everything people said with where they stand.</summary>
    private protected IEnumerable<string> SaidWithPositions =>
        Additions.OfType<Position>().SelectMany(position => new[] { position.Words, position.Rather }).OfType<string>();

    /// <summary>Says where one stands. The one thing that must be given is which of the four (R150).</summary>
    /// <param name="stance">Which.</param>
    /// <param name="words">Why, or "but …"; may be empty.</param>
    /// <param name="rather">What one would rather; may be empty.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">This person may not read it, no such stance, it was taken back, or <see cref="ProposalRules.SaidThemselves"/>.</exception>
    public void TakePosition(Stance stance, string? words, string? rather, Act act)
    {
        MustBeReader(act);
        Require(MayBeReadBy(act.Voice), CommonRules.ProofFits);
        Require(Enum.IsDefined(stance), ProposalRules.SaysWhere);

        // On the screen on the table anybody presses, also where it is the own one: what somebody said on their own screen is not typed over there (T20).
        Require(act.WrittenBy is null || AsksPositionOf(act.Voice.Number) || PositionOf(act.Voice.Number) is { WrittenBy: not null }, ProposalRules.SaidThemselves);
        Add(
            new Position(
                act.Voice.Number, act.At, stance, Words.Optional(words, Words.Brief), Words.Optional(rather, Words.Brief),
                act.WrittenBy),
            act,
            Deed.PositionTaken);
    }

    /// <summary>
    /// Chooses anew who may read it, as long as nobody else said where they stand. After that it can be taken back, and laid anew for others.
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who may read it from now on.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="ProposalRules.ReadersStay"/>, or it is somebody else's.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        MustBeOwn(act);
        Require(audience == Audience || !Additions.OfType<Position>().Any(position => position.By != By), ProposalRules.ReadersStay);
        base.ChooseReaders(circle, audience, act);
    }

    /// <summary>Whether another wrote down in a talk where somebody stands.</summary>
    /// <param name="seat">Who.</param>
    /// <param name="from">When the talk began, UTC.</param>
    /// <param name="until">When it ended, UTC.</param>
    public bool IsWrittenFor(SeatNumber seat, DateTimeOffset from, DateTimeOffset until) => Additions.Any(addition => IsWritten(addition, seat, from, until));

    /// <summary>
    /// Takes away where another wrote down in a talk that somebody stands: they were not there, so it was never theirs, and nothing of it is kept as earlier.
    /// </summary>
    internal void TakeAwayWritten(DateTimeOffset from, DateTimeOffset until, Act act)
    {
        MustBeReader(act);
        Require(act.Voice.Number == act.By.Number, CommonRules.OwnOnly);
        Drop(addition => IsWritten(addition, act.By.Number, from, until), act, Deed.OwnPresenceSaid);
    }

    private static bool IsWritten(Addition addition, SeatNumber seat, DateTimeOffset from, DateTimeOffset until) =>
        addition is Position { WrittenBy: not null } && addition.By == seat && addition.At >= from && addition.At <= until;

    /// <summary>What people propose is not answered: they say where they stand.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => false;
}
