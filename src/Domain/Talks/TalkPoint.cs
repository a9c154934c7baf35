using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Talks;

/// <summary>What somebody wants to say or ask in a talk. It becomes one of its questions; a child that wants to goes first.</summary>
public sealed class TalkPoint : Contribution
{
    internal TalkPoint(Head head, ContributionId talk, string words, bool first, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Talk = talk;
        Words = words;
        WantsFirst = first;
    }

    /// <summary>Of which talk.</summary>
    public ContributionId Talk { get; }

    /// <summary>In own words; empty after it was taken back.</summary>
    public string Words { get; private set; }

    /// <summary>Whether this person wants to go first. Of children it is heard before all others.</summary>
    public bool WantsFirst { get; }

    /// <inheritdoc />
    public override IEnumerable<string> Said => [Words];

    /// <summary>Lays it ready for a talk, in sight of who is asked to come.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="talk">The talk.</param>
    /// <param name="words">In own words.</param>
    /// <param name="first">Whether this person wants to go first.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words, or the talk has ended.</exception>
    public static TalkPoint Lay(Circle circle, Talk talk, string? words, bool first, Act act)
    {
        Require(talk.Circle == circle.Id && talk.MayBeReadBy(act.By), CommonRules.ProofFits);
        Require(!talk.IsTakenBack, CommonRules.StillOnTheTable);
        Require(talk.Course.EndedAt is null, TalkRules.GoesOn);
        var audience = talk.GoesOn ? Audience.These(talk.Present.And(SeatSet.Of(act.By.Number)))
            : talk.Audience.Group == Readers.Everyone ? Audience.Everyone : Audience.These(talk.Invited);
        var laid = new TalkPoint(NewHead(circle, SeatSet.None, audience, act), talk.Id, Access.Words.Needed(words, Access.Words.Brief), first, []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>The order in which they are heard: a child that wants to go first, who else wants to, then as they were laid down.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="points">In the order in which they were laid down.</param>
    public static IEnumerable<TalkPoint> InOrder(Circle circle, IEnumerable<TalkPoint> points) => points
        .Where(point => !point.IsTakenBack)
        .OrderBy(point => !point.WantsFirst ? 2 : circle.SeatAt(point.By).IsGrownUp ? 1 : 0);

    /// <summary>It is talked about, not answered on paper.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => false;

    private protected override void Forget() => Words = "";
}
