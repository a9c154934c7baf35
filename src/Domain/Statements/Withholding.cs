using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using static Keukentafel.Domain.Access.RuleBrokenException;

namespace Keukentafel.Domain.Statements;

/// <summary>Where a withholding stands on a day.</summary>
public enum WithholdingState
{
    /// <summary>The second was asked and has not agreed: only the author and the second read.</summary>
    Asked = 1,

    /// <summary>Two agreed and the last day has not passed: of the others only who is among <see cref="Withholding.Meanwhile"/> reads.</summary>
    InForce = 2,

    /// <summary>The second said no, took the yes back, or did not agree before the last day passed: only the author reads, so nothing is said behind anybody's back.</summary>
    Lapsed = 3,

    /// <summary>Two agreed and the last day has passed: it shows, also when nobody answered (T4).</summary>
    Over = 4,

    /// <summary>The author shows it.</summary>
    Shown = 5,
}

/// <summary>Rules of withholding (R127).</summary>
public static class WithholdingRules
{
    /// <summary>
    /// The second is another grown-up with a way in: not the author, nobody from whom it is withheld, and nobody who came here by the same hand as the author (T20).
    /// </summary>
    public static readonly Rule SecondIsAnother = new("withholding.second-is-another");

    /// <summary>The author or the second is a professional: two of a family do not keep a third in the dark (R67).</summary>
    public static readonly Rule OneIsAGuest = new("withholding.one-is-a-guest");

    /// <summary>It is withheld from somebody else who sits here; a child's own words need no leave and are not in this lane.</summary>
    public static readonly Rule FromAnother = new("withholding.from-another");

    /// <summary>
    /// It is withheld from whom it is about, and what somebody says of themselves is not in this lane: no date ever shows that (R67). Who told it
    /// always reads it.
    /// </summary>
    public static readonly Rule AboutThem = new("withholding.about-them");

    /// <summary>It is withheld from the beginning: what somebody can read is not taken away from them again, and a talk was heard.</summary>
    public static readonly Rule FromTheBeginning = new("withholding.from-the-beginning");

    /// <summary>The last day is still to come and at most <see cref="Withholding.MostDays"/> ahead.</summary>
    public static readonly Rule EndsInTime = new("withholding.ends-in-time");

    /// <summary>Only the second who was asked agrees.</summary>
    public static readonly Rule SecondOnly = new("withholding.second-only");

    /// <summary>Longer is asked while two keep it back, not after it showed.</summary>
    public static readonly Rule InForce = new("withholding.in-force");

    /// <summary>As long as a sentence is kept back no other hangs under it, which would be read by whom it is kept from (T22).</summary>
    public static readonly Rule NothingUnder = new("withholding.nothing-under");
}

/// <summary>
/// What is written about somebody and not yet shown to that person (nog niet laten zien): with a reason, a second person and a last day,
/// and asked again when that day comes (R127). Open by default: when nobody answers it shows (T4).
/// </summary>
public sealed record Withholding
{
    /// <summary>The most days ahead that the last day may lie: six weeks, as chosen on 29 November 2026.</summary>
    public const int MostDays = 42;

    /// <summary>How many days before the last one its author is asked again: a week, as chosen on 29 November 2026.</summary>
    public const int AskedAgainDays = 7;

    private Withholding(SeatNumber by, SeatNumber second, SeatSet from, SeatSet meanwhile, string reason, DateOnly until, DateTimeOffset askedAt)
    {
        Meanwhile = meanwhile;
        By = by;
        Second = second;
        From = from;
        Reason = reason;
        Until = until;
        AskedAt = askedAt;
    }

    /// <summary>The author.</summary>
    public SeatNumber By { get; }

    /// <summary>Who is asked to agree.</summary>
    public SeatNumber Second { get; }

    /// <summary>From whom it is withheld.</summary>
    public SeatSet From { get; }

    /// <summary>
    /// Who reads it before its day, as far as readers were chosen: the grown-ups who came in here when it was asked. A child does not, as what it must keep
    /// silent about weighs on it; nor does who sits down later, whom the one it is withheld from may have brought (T22).
    /// </summary>
    public SeatSet Meanwhile { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>The last day on which it is withheld.</summary>
    public DateOnly Until { get; }

    /// <summary>When the second was asked.</summary>
    public DateTimeOffset AskedAt { get; }

    /// <summary>When the second agreed; null when that did not happen.</summary>
    public DateTimeOffset? AgreedAt { get; private init; }

    /// <summary>When the author showed it; null when that did not happen.</summary>
    public DateTimeOffset? ShownAt { get; private init; }

    /// <summary>When the second said no; null when that did not happen.</summary>
    public DateTimeOffset? RefusedAt { get; private init; }

    /// <summary>The asking for longer, which waits for its second or got a no; null when there is none.</summary>
    public Withholding? Longer { get; private init; }

    /// <summary>How it stood before it became longer, with that reason and second; null for the first.</summary>
    public Withholding? Earlier { get; private init; }

    /// <summary>This and what was asked before it, the first one first.</summary>
    public IEnumerable<Withholding> All => Earlier is { } earlier ? earlier.All.Append(this) : [this];

    /// <summary>Everybody who was asked to agree.</summary>
    public SeatSet Seconds => SeatSet.Of(All.Select(one => one.Second)).And(Longer is { } longer ? SeatSet.Of(longer.Second) : SeatSet.None);

    /// <summary>What waits for its second: this, or the longer that was asked; null when it was answered. Its day may have passed.</summary>
    public Withholding? Waiting => (Longer ?? this) is { AgreedAt: null, RefusedAt: null } one ? one : null;

    /// <summary>The moment from which <see cref="Until"/> has passed, UTC.</summary>
    public DateTimeOffset PassedAt => Netherlands.StartOf(Until.AddDays(1));

    /// <summary>Asks a second to agree.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="from">From whom.</param>
    /// <param name="second">Who is asked.</param>
    /// <param name="reason">Why.</param>
    /// <param name="until">The last day.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">One of <see cref="WithholdingRules"/>, no reason, or proof of another table.</exception>
    public static Withholding Ask(Circle circle, SeatSet from, SeatNumber second, string? reason, DateOnly until, Act act)
    {
        Require(act.Circle == circle.Id && act.Permission == Permission.Speak, CommonRules.ProofFits);
        var by = act.Voice;
        Require(
            by.IsGrownUp && !from.IsEmpty && !from.Has(by.Number) && from.Seats().All(number => circle.Seats.Any(seat => seat.Number == number)),
            WithholdingRules.FromAnother);
        var other = circle.Seats.FirstOrDefault(seat => seat.Number == second);
        Require(
            other is { IsGrownUp: true, Person: not null } && second != by.Number && !from.Has(second) && !circle.CameThrough(other, from) && !circle.AreOfOneHand(by, other),
            WithholdingRules.SecondIsAnother);
        Require(by.IsGuest || other!.IsGuest, WithholdingRules.OneIsAGuest);
        var today = act.Today;
        Require(until > today && until <= today.AddDays(MostDays), WithholdingRules.EndsInTime);
        var meanwhile = SeatSet.Of(circle.Seats.Where(seat => seat is { IsGrownUp: true, Person: not null } && !from.Has(seat.Number) && !circle.CameThrough(seat, from))
            .Select(seat => seat.Number));
        return new Withholding(by.Number, second, from, meanwhile, Words.Needed(reason, Words.Brief), until, act.At);
    }

    /// <summary>Who can be asked to agree.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="from">From whom it would be withheld.</param>
    public static IEnumerable<Seat> SecondsFor(Circle circle, Seat by, SeatSet from) => circle.Seats.Where(seat =>
        seat is { IsGrownUp: true, Person: not null } && seat.Number != by.Number && !from.Has(seat.Number) && !circle.CameThrough(seat, from) && !circle.AreOfOneHand(by, seat)
        && (by.IsGuest || seat.IsGuest));

    /// <summary>Where it stands.</summary>
    /// <param name="today">The day.</param>
    public WithholdingState StateOn(DateOnly today) => this switch
    {
        { ShownAt: not null } => WithholdingState.Shown,
        { AgreedAt: null } => RefusedAt is not null || today > Until ? WithholdingState.Lapsed : WithholdingState.Asked,
        _ => today > Until ? WithholdingState.Over : WithholdingState.InForce,
    };

    /// <summary>Whether its author is asked again what they want (R127): the last day is near, and nothing was asked for after it.</summary>
    /// <param name="today">The day.</param>
    public bool AsksAgainOn(DateOnly today) =>
        StateOn(today) == WithholdingState.InForce && Longer is null && today.AddDays(AskedAgainDays) >= Until;

    /// <summary>Whether it stands in the way of somebody's reading, whoever else the author chose.</summary>
    /// <param name="seat">Who would read.</param>
    /// <param name="today">The day.</param>
    public bool HidesFrom(SeatNumber seat, DateOnly today) => HiddenOn(today).Has(seat);

    /// <summary>From whom it is hidden, whoever sits down at the table later.</summary>
    /// <param name="today">The day.</param>
    public SeatSet HiddenOn(DateOnly today) => StateOn(today) switch
    {
        WithholdingState.Asked => SeatSet.Everybody.Without(SeatSet.Of(By, Second)),
        WithholdingState.Lapsed => SeatSet.Everybody.Without(SeatSet.Of(By)),
        WithholdingState.InForce => SeatSet.Everybody.Without(Meanwhile.And(SeatSet.Of(By, Second))),
        _ => SeatSet.None,
    };

    /// <summary>The second agrees, to this or to the longer that was asked.</summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <returns>The withholding as it stands from now on.</returns>
    /// <exception cref="RuleBrokenException">Not the second, agreed before, or the last day passed.</exception>
    public Withholding Agree(Act act)
    {
        if (Longer is { } longer)
        {
            Require(StateOn(act.Today) == WithholdingState.InForce, WithholdingRules.InForce);
            return longer.Agree(act) with { Earlier = this with { Longer = null } };
        }

        MustBeAsked(act);
        return this with { AgreedAt = act.At };
    }

    /// <summary>The second says no, to this or to the longer that was asked: then the last day stays as it was.</summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <returns>The withholding as it stands from now on.</returns>
    /// <exception cref="RuleBrokenException">Not the second, answered before, or the last day passed.</exception>
    public Withholding Refuse(Act act)
    {
        if (Longer is { } longer)
        {
            Require(StateOn(act.Today) == WithholdingState.InForce, WithholdingRules.InForce);
            return this with { Longer = longer.Refuse(act) };
        }

        MustBeAsked(act);
        return this with { RefusedAt = act.At };
    }

    /// <summary>Whether somebody may take their yes back: the second of what is in force.</summary>
    /// <param name="seat">Who.</param>
    /// <param name="today">The day.</param>
    public bool MayTakeYesBack(SeatNumber seat, DateOnly today) => seat == Second && StateOn(today) == WithholdingState.InForce;

    /// <summary>
    /// The second thinks otherwise since. It shows nobody anything: what two agreed on is its author's alone then, as after a no (R127, T22). When another
    /// had agreed before that until a day that is still to come, that day stands again.
    /// </summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <returns>The withholding as it stands from now on.</returns>
    /// <exception cref="RuleBrokenException">Not the second, or it is not in force.</exception>
    public Withholding TakeYesBack(Act act)
    {
        Require(act.Permission == Permission.Speak && act.By.Number == Second && act.Voice.Number == Second, WithholdingRules.SecondOnly);
        Require(MayTakeYesBack(Second, act.Today), WithholdingRules.InForce);
        return Earlier is { } earlier && earlier.StateOn(act.Today) == WithholdingState.InForce
            ? earlier with { Longer = this with { AgreedAt = null, RefusedAt = act.At, Longer = null, Earlier = null } }
            : this with { AgreedAt = null, RefusedAt = act.At, Longer = null };
    }

    /// <summary>The author asks for longer, with a reason and a second, as the first time. Until the second agrees the last day stays.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="second">Who is asked.</param>
    /// <param name="reason">Why.</param>
    /// <param name="until">The new last day, later than this one.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <returns>The withholding as it stands from now on.</returns>
    /// <exception cref="RuleBrokenException">Not the author, not in force, or as with <see cref="Ask"/>.</exception>
    public Withholding AskLonger(Circle circle, SeatNumber second, string? reason, DateOnly until, Act act)
    {
        Require(act.By.Number == By && act.Voice.Number == By, CommonRules.OwnOnly);
        Require(StateOn(act.Today) == WithholdingState.InForce, WithholdingRules.InForce);
        Require(until > Until, WithholdingRules.EndsInTime);
        var longer = Ask(circle, From, second, reason, until, act);
        return this with { Longer = longer with { Meanwhile = longer.Meanwhile.Both(Meanwhile) } };
    }

    /// <summary>The author shows it, at any time.</summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <returns>The withholding as it stands from now on.</returns>
    /// <exception cref="RuleBrokenException">Not the author.</exception>
    public Withholding Show(Act act)
    {
        Require(act.Permission == Permission.Speak && act.By.Number == By && act.Voice.Number == By, CommonRules.OwnOnly);
        return this with { ShownAt = ShownAt ?? act.At, Longer = null };
    }

    /// <summary>As it was kept.</summary>
    internal static Withholding Kept(
        SeatNumber by, SeatNumber second, SeatSet from, SeatSet meanwhile, string reason, DateOnly until, DateTimeOffset askedAt, DateTimeOffset? agreedAt,
        DateTimeOffset? refusedAt, DateTimeOffset? shownAt, Withholding? longer, Withholding? earlier) =>
        new(by, second, from, meanwhile, reason, until, askedAt)
        {
            AgreedAt = agreedAt,
            RefusedAt = refusedAt,
            ShownAt = shownAt,
            Longer = longer,
            Earlier = earlier,
        };

    private void MustBeAsked(Act act)
    {
        Require(act.Permission == Permission.Speak && act.By.Number == Second && act.Voice.Number == Second, WithholdingRules.SecondOnly);
        Require(StateOn(act.Today) == WithholdingState.Asked, CommonRules.OnlyOnce);
    }
}
