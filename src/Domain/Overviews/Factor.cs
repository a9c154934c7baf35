using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Overviews;

/// <summary>
/// Neutral parts of life to think of (R54). None of them is a list of what could be wrong, and none says what should be there (INV-35,
/// INV-37). The numbers are stored.
/// </summary>
public enum LifeArea
{
    /// <summary>Bringing up.</summary>
    Upbringing = 1,

    /// <summary>The household.</summary>
    Household = 2,

    /// <summary>Work and money.</summary>
    WorkAndMoney = 3,

    /// <summary>The house and the street.</summary>
    Living = 4,

    /// <summary>Health.</summary>
    Health = 5,

    /// <summary>Dealing with agencies.</summary>
    Agencies = 6,

    /// <summary>Free time.</summary>
    FreeTime = 7,

    /// <summary>School.</summary>
    School = 8,
}

/// <summary>Rules of what plays a part.</summary>
public static class FactorRules
{
    /// <summary>A reading says how it works.</summary>
    public static readonly Rule SaysHow = new("factor.says-how");

    /// <summary>Either somebody can do something about it, or nobody can.</summary>
    public static readonly Rule SomebodyOrNobody = new("factor.somebody-or-nobody");

    /// <summary>Whom a professional names in a reading may read it (R3).</summary>
    public static readonly Rule NamedRead = new("factor.named-read");
}

/// <summary>
/// Something that plays a part (wat meespeelt): a person, a place, a habit, an event, a circumstance, in somebody's own words. It has no
/// side of its own: each reader says how it works here (INV-33, R51), and nothing is added up (INV-34).
/// </summary>
public sealed class Factor : Contribution
{
    internal Factor(Head head, ContributionId under, string words, LifeArea? area, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Under = under;
        Words = words;
        Area = area;
    }

    /// <summary>In which overview it lies.</summary>
    public ContributionId Under { get; }

    /// <summary>What it is, in own words; empty after it was taken back.</summary>
    public string Words { get; private set; }

    /// <summary>Which part of life it is about; null when not said.</summary>
    public LifeArea? Area { get; }

    /// <summary>How each one reads it now, in the order in which they first said so: never by side.</summary>
    public IEnumerable<FactorReading> Readings => Additions.OfType<FactorReading>().GroupBy(reading => reading.By).Select(own => own.Last());

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
        new[] { Words }.Concat(Additions.OfType<FactorReading>().SelectMany(reading => reading.Says.Said)).Where(words => words.Length > 0);

    /// <summary>Lays down something that plays a part. Only what it is must be given (R150: 1).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="under">In which overview; it is open.</param>
    /// <param name="words">What it is.</param>
    /// <param name="area">Which part of life; may be left out.</param>
    /// <param name="about">Whom it is about; may be nobody.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="says">How it works here for who lays it; null when they do not say.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="OverviewRules.IsOpen"/>, no words, or as <see cref="Read"/>.</exception>
    public static Factor Lay(
        Circle circle, Overview under, string? words, LifeArea? area, SeatSet about, Audience audience, HowItWorks? says, Act act)
    {
        var head = NewHead(circle, about, audience, act);
        under.MustBeOpen(circle, act);
        Require(area is null || Enum.IsDefined(area.Value), CommonRules.ProofFits);
        var laid = new Factor(
            head, under.Id, Access.Words.Needed(words, Access.Words.Brief), area,
            says is null || says.IsEmpty ? [] : [ReadingOf(circle, says, act, seat => seat.Number == head.By || head.Audience.Includes(seat, head.By, SeatSet.Of(head.By), head.At))]);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>
    /// On which side everything lies that one person said: helps, or makes it hard; null when it lies on neither or on both, or when they said
    /// it of fewer than two. It is for that person alone, who is asked about the other side (INV-36, N7).
    /// </summary>
    /// <param name="maker">Whose picture.</param>
    /// <param name="factors">What lies there.</param>
    public static Works? OnlySideOf(SeatNumber maker, IEnumerable<Factor> factors)
    {
        var own = factors.Where(factor => !factor.IsTakenBack)
            .Select(factor => factor.ReadingOf(maker)?.Says.Works)
            .OfType<Works>()
            .Where(works => works != Works.Unknown)
            .ToList();
        return own.Count > 1 && own[0] is Works.Helps or Works.Hard && own.TrueForAll(works => works == own[0]) ? own[0] : null;
    }

    /// <summary>How somebody reads it now; null when they did not say.</summary>
    /// <param name="seat">Who.</param>
    public FactorReading? ReadingOf(SeatNumber seat) => Additions.OfType<FactorReading>().LastOrDefault(reading => reading.By == seat);

    /// <summary>How somebody read it before, the oldest first.</summary>
    /// <param name="seat">Who.</param>
    public IEnumerable<FactorReading> EarlierReadingsOf(SeatNumber seat) =>
        Additions.OfType<FactorReading>().Where(reading => reading.By == seat).SkipLast(1);

    /// <summary>Says how it works here, in one's own reading; the earlier one stays (INV-33, R51, R53).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="under">The overview it lies in; it is open.</param>
    /// <param name="says">What is said, as it was typed.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">
    /// <see cref="OverviewRules.IsOpen"/>, <see cref="FactorRules.SaysHow"/>, <see cref="FactorRules.SomebodyOrNobody"/>,
    /// <see cref="FactorRules.NamedRead"/>; somebody named does not sit here.
    /// </exception>
    public void Read(Circle circle, Overview under, HowItWorks says, Act act)
    {
        MustBeReader(act);
        Require(under.Id == Under, CommonRules.ProofFits);
        under.MustBeOpen(circle, act);
        Add(ReadingOf(circle, says, act, MayBeReadBy), act, Deed.FactorRead);
    }

    private protected override void Forget() => Words = "";

    private static FactorReading ReadingOf(Circle circle, HowItWorks says, Act act, Func<Seat, bool> mayRead)
    {
        Require(Enum.IsDefined(says.Works), FactorRules.SaysHow);
        var tidy = says.Tidied();
        var named = tidy.ForWhom.And(tidy.Who).Seats().Select(circle.SeatAt).ToList();
        Require(!tidy.Nobody || (tidy.Who.IsEmpty && tidy.Others is null && tidy.How is null), FactorRules.SomebodyOrNobody);
        Require(!act.Voice.IsGuest || named.TrueForAll(seat => mayRead(seat)), FactorRules.NamedRead);
        return new FactorReading(act.Voice.Number, act.At, tidy);
    }
}
