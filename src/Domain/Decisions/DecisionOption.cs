using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Decisions;

/// <summary>
/// One of the ways that lie before people who decide (handelingsalternatief, C21). Anybody who takes part lays one (R76); only what one
/// could do must be given. The options lie beside each other and none has a place above another.
/// </summary>
public sealed class DecisionOption : Contribution
{
    internal DecisionOption(Head head, ContributionId under, bool ofNetwork, OptionParts parts, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Under = under;
        OfNetwork = ofNetwork;
        Parts = parts;
    }

    /// <summary>Of which decision.</summary>
    public ContributionId Under { get; }

    /// <summary>Whether one of the family's own people laid it (R77).</summary>
    public bool OfNetwork { get; }

    /// <summary>What is said of it; empty after it was taken back.</summary>
    public OptionParts Parts { get; private set; }

    /// <inheritdoc />
    public override IEnumerable<string> Said => Parts.Said;

    /// <summary>Lays an option.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="under">Of which decision; it is open.</param>
    /// <param name="parts">What is said of it, as it was typed. What one could do must be given (R150: 1).</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words, the decision is closed, or what the law says has no date (R83).</exception>
    public static DecisionOption Lay(Circle circle, Decision under, OptionParts parts, Act act)
    {
        Require(under.Circle == circle.Id && under.MayBeReadBy(act.By), CommonRules.ProofFits);
        Require(!under.IsTakenBack, CommonRules.StillOnTheTable);
        Require(!under.IsClosed, DecisionRules.StillOpen);
        Require(parts.Legal is null || Enum.IsDefined(parts.Legal.Value), DecisionRules.SaysWhich);
        Require(parts.Legal is null or LegalStatus.NotKnown || parts.LegalOn is not null, DecisionRules.LawHasDate);
        Require(parts.ForWhom.Seats().All(seat => circle.Seats.Any(other => other.Number == seat)), CircleRules.SitsHere);
        var tidy = new OptionParts(
            Words.Needed(parts.What, Words.Brief), parts.Kinds, Words.Optional(parts.Good, Words.Brief), Words.Optional(parts.Bad, Words.Brief),
            Words.Optional(parts.Less, Words.Brief), parts.ForWhom, Words.Optional(parts.Tried, Words.Brief), Words.Optional(parts.NotKnown, Words.Brief),
            parts.Legal, parts.LegalOn);
        var laid = new DecisionOption(
            NewHead(circle, under.About, under.Audience, act), under.Id, act.Voice.Side == SeatSide.Network, tidy, []);
        laid.RecordLaid(act);
        under.GetsOption(act);
        return laid;
    }

    /// <summary>Whether it is a way of some kind: what the network lays is of the network.</summary>
    /// <param name="kind">Which kind.</param>
    public bool Is(OptionKinds kind) => Parts.Kinds.HasFlag(kind) || (kind == OptionKinds.Network && OfNetwork);

    /// <summary>It is read by who reads its decision.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="DecisionRules.TakersRead"/>.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        MustBeOwn(act);
        throw new RuleBrokenException(DecisionRules.TakersRead);
    }

    /// <summary>An option is not answered: people say where they stand, or lay another beside it.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => false;

    internal void Follow(Decision decision, Act act)
    {
        if (decision.Audience.Named.Without(Audience.Named).IsEmpty)
        {
            return;
        }

        Let(Audience.Including(decision.Audience.Named));
        Record(act, Deed.AudienceChanged, Id.Value);
    }

    private protected override void Forget() => Parts = OptionParts.Gone;
}
