using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Plans;

/// <summary>The three ways of working on safety (INV-41): no stages, and any may stay empty. Anybody's part stands in each (INV-42).</summary>
public enum Way
{
    /// <summary>What has to stop now: stop the violence, protect.</summary>
    Stop = 1,

    /// <summary>What gives rest: less of what weighs, such as debts or housing.</summary>
    Rest = 2,

    /// <summary>What makes stronger: recover, good days, people around.</summary>
    Stronger = 3,
}

/// <summary>Where an agreement stands in the plan; all of it may be left out.</summary>
/// <param name="Way">In which of the three ways; null when not said.</param>
/// <param name="Until">Until when; null when not said.</param>
/// <param name="ForWorry">For which worry; null when not said.</param>
public sealed record PlanPlace(Way? Way, DateOnly? Until, Worry? ForWorry);

/// <summary>
/// Something that people are going to do (afspraak): a small step that can be taken now (L723–725). Who and what must be given, the rest
/// may stay empty (R150: 2). There is no mark for kept or not kept (R113).
/// </summary>
public sealed class Agreement : PlanPart
{
    internal Agreement(
        Head head, string words, SeatSet who, string? others, string? why, DateOnly? lookBack, Way? way, DateOnly? until, ContributionId? forWorry,
        IEnumerable<Addition> additions)
        : base(head, words, forWorry, additions)
    {
        Who = who;
        Others = others;
        Why = why;
        LookBack = lookBack;
        Way = way;
        Until = until;
    }

    /// <summary>Who of this table does it.</summary>
    public SeatSet Who { get; }

    /// <summary>Who else does it, in words ("de buurvrouw"): neighbours stand in the same list (R64); null for nobody.</summary>
    public string? Others { get; private set; }

    /// <summary>Why; null when not said.</summary>
    public string? Why { get; private set; }

    /// <summary>When people look back at it; null when not said.</summary>
    public DateOnly? LookBack { get; }

    /// <summary>In which of the three ways it helps; null when not said.</summary>
    public Way? Way { get; }

    /// <summary>Until when; null when not said.</summary>
    public DateOnly? Until { get; }

    /// <summary>What child and parents say that it does for them (R69), the oldest first.</summary>
    public IEnumerable<Felt> Effects => Additions.OfType<Felt>();

    /// <summary>
    /// Of whom it is said that they do it while they did not say yet where they stand: what another wrote down is not their word (N12).
    /// </summary>
    public SeatSet NotHeardFrom => Who.Without(SeatSet.Of(Positions.Select(position => position.By).Append(By)));

    /// <summary>Who does it may always read it.</summary>
    public override SeatSet AlwaysRead => base.AlwaysRead.And(Who);

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
        new[] { Words, Others, Why }.OfType<string>().Concat(Effects.Select(felt => felt.Words)).Concat(SaidBeside);

    /// <summary>Lays an agreement on the table, in a talk or outside one.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">What is done.</param>
    /// <param name="who">Who of this table does it; may be nobody when others do.</param>
    /// <param name="others">Who else does it.</param>
    /// <param name="why">Why; may be empty.</param>
    /// <param name="lookBack">When people look back; may be left out.</param>
    /// <param name="audience">Who may read it; who does it always may.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <param name="place">Where it stands in the plan; may be left out.</param>
    /// <exception cref="RuleBrokenException">No words, nobody does it, or somebody named does not sit here.</exception>
    public static Agreement Lay(
        Circle circle, string? words, SeatSet who, string? others, string? why, DateOnly? lookBack, Audience audience, Act act,
        PlanPlace? place = null)
    {
        var what = Access.Words.Needed(words, Access.Words.Brief);
        var elsewhere = Access.Words.Optional(others, Access.Words.Name);
        Require(!who.IsEmpty || elsewhere is not null, PlanRules.SaysWho);
        var leftOut = SeatSet.Of(circle.Seats.Where(seat => who.Has(seat.Number) && !audience.Includes(seat, act.Voice.Number, SeatSet.Of(act.Voice.Number), act.At)).Select(seat => seat.Number));
        var laid = new Agreement(
            NewHead(circle, who, audience.Including(leftOut), act), what, who, elsewhere, Access.Words.Optional(why, Access.Words.Brief), lookBack,
            place?.Way, place?.Until, Answering(place?.ForWorry, act), []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>A child or a parent says what it does for them, in words (R69). Not whether it was kept.</summary>
    /// <param name="words">In own words.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="PlanRules.FeltByFamily"/>; no words.</exception>
    public void SayFelt(string? words, Act act)
    {
        MustBeReader(act);
        Require(MaySayFelt(act.By), PlanRules.FeltByFamily);
        Add(new Felt(act.By.Number, act.At, Access.Words.Needed(words, Access.Words.Brief)), act, Deed.EffectFelt);
    }

    /// <summary>Whether this person is asked what it does for them: child and parents are.</summary>
    /// <param name="seat">The person.</param>
    public static bool MaySayFelt(Seat seat) => seat.Side == SeatSide.Host;

    /// <summary>Whoever laid it says that it is no longer needed, and who does it; but a parent not, when another of the family or their people laid it and so asked it of them (T20).</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeFoldedBy(Seat seat) => base.MayBeFoldedBy(seat) || (Who.Has(seat.Number) && (ByGuest || !seat.IsParent));

    private protected override void Forget()
    {
        base.Forget();
        Others = null;
        Why = null;
    }
}
