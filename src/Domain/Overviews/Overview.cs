using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Overviews;

/// <summary>Whether it would help somebody to write down together what plays a part (R50). The numbers are stored.</summary>
public enum Useful
{
    /// <summary>Yes, that helps.</summary>
    Yes = 1,

    /// <summary>No, not now. It needs no reason and nothing follows from it.</summary>
    NotNow = 2,

    /// <summary>I don't know (yet) (INV-53).</summary>
    Unsure = 3,
}

/// <summary>Somebody says whether an overview helps. A later answer does not wipe out the earlier.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Says">What.</param>
public sealed record UsefulSaid(SeatNumber By, DateTimeOffset At, Useful Says) : Addition(By, At);

/// <summary>Rules of an overview.</summary>
public static class OverviewRules
{
    /// <summary>Nothing is added while it is not open (R50).</summary>
    public static readonly Rule IsOpen = new("overview.is-open");

    /// <summary>One of the three is chosen.</summary>
    public static readonly Rule SaysWhether = new("overview.says-whether");

    /// <summary>It is asked of everybody at the table, so everybody reads that it is asked.</summary>
    public static readonly Rule ForEverybody = new("overview.for-everybody");

    /// <summary>Once somebody else answered, it is no longer of who asked alone.</summary>
    public static readonly Rule OfEverybody = new("overview.of-everybody");
}

/// <summary>
/// A joint overview of what plays a part (gezamenlijk overzicht, P7). Somebody asks whether it would help; it opens only when those involved
/// find it useful (R50, L1057–1058). What lies in it is never added up, weighed or sorted by side (N2, INV-34).
/// </summary>
public sealed class Overview : Contribution
{
    internal Overview(Head head, IEnumerable<Addition> additions)
        : base(head, additions)
    {
    }

    /// <summary>What each one says now, in the order in which they first said something.</summary>
    public IEnumerable<UsefulSaid> Answered => Additions.OfType<UsefulSaid>().GroupBy(said => said.By).Select(own => own.Last());

    /// <summary>Nobody's words stand in the question itself.</summary>
    public override IEnumerable<string> Said => [];

    /// <summary>It is a question to everybody: once another answered, it stays.</summary>
    public override Rule? HeldBy => Additions.Any(addition => addition.By != By) ? OverviewRules.OfEverybody : null;

    /// <summary>Asks everybody at the table whether it helps to write down together what plays a part. Who asks says "yes" with it. Nothing must be filled in.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="act">Proof of who speaks.</param>
    public static Overview Propose(Circle circle, Act act)
    {
        var asked = new Overview(
            NewHead(circle, SeatSet.None, Audience.Everyone, act), [new UsefulSaid(act.Voice.Number, act.At, Useful.Yes)]);
        asked.RecordLaid(act);
        return asked;
    }

    /// <summary>What somebody says now; null when they said nothing.</summary>
    /// <param name="seat">Who.</param>
    public UsefulSaid? AnswerOf(SeatNumber seat) => Additions.OfType<UsefulSaid>().LastOrDefault(said => said.By == seat);

    /// <summary>What somebody said before, the oldest first: it is kept with its day (R50).</summary>
    /// <param name="seat">Who.</param>
    public IEnumerable<UsefulSaid> EarlierAnswersOf(SeatNumber seat) => Additions.OfType<UsefulSaid>().Where(said => said.By == seat).SkipLast(1);

    /// <summary>
    /// Whether things can be laid in it: a host and somebody else (own people, or a professional) find it useful, and no host says "not now"
    /// (R50).
    /// </summary>
    /// <param name="circle">The table.</param>
    public bool IsOpenAt(Circle circle)
    {
        Require(circle.Id == Circle, CommonRules.ProofFits);
        return !IsTakenBack && StoppedBy(circle).IsEmpty
            && circle.Seats.Any(seat => IsHost(seat) && SaysYes(seat)) && circle.Seats.Any(seat => !IsHost(seat) && SaysYes(seat));
    }

    /// <summary>The hosts who say "not now".</summary>
    /// <param name="circle">The table.</param>
    public SeatSet StoppedBy(Circle circle) =>
        SeatSet.Of(circle.Seats.Where(seat => IsHost(seat) && AnswerOf(seat.Number)?.Says == Useful.NotNow).Select(seat => seat.Number));

    /// <summary>Who has a way in and said nothing yet. They are asked, not reminded.</summary>
    /// <param name="circle">The table.</param>
    public IEnumerable<Seat> StillAsked(Circle circle) => circle.Seats.Where(seat => seat.Person is not null && AnswerOf(seat.Number) is null);

    /// <summary>Says whether it helps. It can be said anew at any time; the same said twice changes nothing.</summary>
    /// <param name="says">What.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="OverviewRules.SaysWhether"/>, or it was taken back.</exception>
    public void SayUseful(Useful says, Act act)
    {
        MustBeReader(act);
        Require(Enum.IsDefined(says), OverviewRules.SaysWhether);
        if (AnswerOf(act.Voice.Number)?.Says != says)
        {
            Add(new UsefulSaid(act.Voice.Number, act.At, says), act, Deed.UsefulSaid);
        }
    }

    /// <summary>Everybody reads the question; who reads what lies in it is chosen there.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="OverviewRules.ForEverybody"/>.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        MustBeOwn(act);
        throw new RuleBrokenException(OverviewRules.ForEverybody);
    }

    /// <summary>It is not answered in words: people say whether it helps.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => false;

    /// <summary>What is asked of everybody is not laid aside.</summary>
    /// <param name="reader">Who wants it out of sight.</param>
    /// <param name="circle">The table.</param>
    public override bool MayBeLaidAsideBy(Seat reader, Circle circle) => false;

    internal void MustBeOpen(Circle circle, Act act)
    {
        Require(circle.Id == Circle && MayBeReadBy(act.By), CommonRules.ProofFits);
        Require(IsOpenAt(circle), OverviewRules.IsOpen);
    }

    private protected override void Forget()
    {
        // There are no words in it.
    }

    private static bool IsHost(Seat seat) => seat.Side == SeatSide.Host;

    private bool SaysYes(Seat seat) => AnswerOf(seat.Number)?.Says == Useful.Yes;
}
