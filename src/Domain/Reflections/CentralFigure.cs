using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Reflections;

/// <summary>How far it is with the central figure of a table.</summary>
public enum FigureStage
{
    /// <summary>A host asked; the guest has not said anything yet.</summary>
    Asked,

    /// <summary>The guest said yes and named a colleague; no host has said anything yet.</summary>
    ColleagueNamed,

    /// <summary>A host said yes to the colleague, who has not said anything yet.</summary>
    ColleagueAsked,

    /// <summary>There is a central figure, with a colleague who reflects along.</summary>
    Active,

    /// <summary>The guest said yes but has nobody who reflects along (any more): not active (N20), and a new one is asked for (R90).</summary>
    Alone,

    /// <summary>The guest does not do it, or not any more.</summary>
    Stopped,
}

/// <summary>How it came that somebody has no reflecting colleague. Nobody owes a reason (D8).</summary>
public enum ColleagueEnd
{
    /// <summary>A host would rather have somebody else.</summary>
    HostsSaidNo = 1,

    /// <summary>The colleague said no.</summary>
    ColleagueSaidNo = 2,

    /// <summary>The colleague looked along, and does so no more.</summary>
    Stopped = 3,
}

/// <summary>The colleague that a central figure names, before anybody joins (R90, N19).</summary>
/// <param name="Person">Who signs in.</param>
/// <param name="Name">What this person is called; at most <see cref="Words.Name"/> characters.</param>
/// <param name="What">What this person does, in plain words; at most <see cref="Words.Name"/> characters.</param>
/// <param name="Brings">What it brings the family; at most <see cref="Words.Brief"/> characters.</param>
/// <param name="At">When, UTC.</param>
public sealed record NamedColleague(PersonId Person, string Name, string What, string Brings, DateTimeOffset At);

/// <summary>A reflection that was finished, as everybody at the table may know it: who, with whom, when, for which decision. No words.</summary>
/// <param name="By">The central figure.</param>
/// <param name="With">The reflecting colleague.</param>
/// <param name="At">When it was finished, UTC.</param>
/// <param name="Decision">The decision it was for; null for none.</param>
public sealed record Reflected(SeatNumber By, SeatNumber With, DateTimeOffset At, ContributionId? Decision);

/// <summary>
/// A central figure (vast gezicht, C27): a guest whom hosts asked to be their face; as far as possible one for all. Active only with a colleague who reflects
/// along, named by the guest, to whom a host and the colleague said yes (R90, INV-63, N20). There may be none at all. Each host says for their own part
/// whether it is theirs (T20).
/// </summary>
/// <param name="Who">The guest.</param>
/// <param name="AskedBy">Which host asked.</param>
/// <param name="AskedAt">When, UTC.</param>
public sealed record CentralFigure(SeatNumber Who, SeatNumber AskedBy, DateTimeOffset AskedAt)
{
    /// <summary>
    /// Goes up with each change that all see, and is no other figure's of the table: so nobody says yes to somebody else than they saw. A host's no that ends
    /// nothing leaves it as it is (T20).
    /// </summary>
    public int Turn { get; init; } = 1;

    /// <summary>The colleague that was named; null while none is.</summary>
    public NamedColleague? Named { get; init; }

    /// <summary>Which host said yes to the colleague; null while nobody did.</summary>
    public SeatNumber? AgreedBy { get; init; }

    /// <summary>The colleague's seat, away from the table; null before a host said yes.</summary>
    public SeatNumber? Colleague { get; init; }

    /// <summary>Since when the colleague looks along, UTC; null while not.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Who was, or would have been, the last colleague; null for nobody.</summary>
    public string? LastColleague { get; init; }

    /// <summary>How it came that there is none; null while nothing of the kind happened.</summary>
    public ColleagueEnd? End { get; init; }

    /// <summary>When the guest stopped or said no, or a host ended it, UTC; null while not.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The hosts who said "not for me" (voor mij niet). Shown to the figure and to each of them alone (T20).</summary>
    public SeatSet SaidNo { get; init; }

    /// <summary>The hosts who had another when this one was asked: it was not asked for them.</summary>
    public SeatSet Apart { get; init; }

    /// <summary>The hosts who said no to the colleague who is named or agreed with now. Shown to the figure and to each of them alone (T20).</summary>
    public SeatSet NoToColleague { get; init; }

    /// <summary>The hosts who said no to it or to the colleague.</summary>
    public SeatSet NoOf => SaidNo.And(NoToColleague);

    /// <summary>For whom it does not hold.</summary>
    public SeatSet NotFor => SaidNo.And(Apart);

    /// <summary>
    /// Whether it, or the colleague, ended by a host's no: then that does not stand there as of who did it (D31). Which host is not said, as a no is not
    /// shown to another who hosts (T20).
    /// </summary>
    public bool HostSaidNo { get; init; }

    /// <summary>How far it is.</summary>
    public FigureStage Stage => this switch
    {
        { StoppedAt: not null } => FigureStage.Stopped,
        { Since: not null } => FigureStage.Active,
        { AgreedBy: not null } => FigureStage.ColleagueAsked,
        { Named: not null } => FigureStage.ColleagueNamed,
        { End: not null } => FigureStage.Alone,
        _ => FigureStage.Asked,
    };

    /// <summary>Whether there is a central figure now (INV-63).</summary>
    public bool IsActive => Stage == FigureStage.Active;

    internal CentralFigure Without(ColleagueEnd how, bool hostSaidNo) => this with
    {
        NoToColleague = SeatSet.None,
        HostSaidNo = hostSaidNo,
        LastColleague = Named?.Name,
        End = how,
        Named = null,
        AgreedBy = null,
        Colleague = null,
        Since = null,
    };
}

/// <summary>Rules of the central figure and the reflecting colleague.</summary>
public static class FigureRules
{
    /// <summary>Who is asked is a guest who can come in.</summary>
    public static readonly Rule IsGuest = new("figure.is-guest");

    /// <summary>As far as possible there is one (C27): a host asks another once none holds for them, and a guest is it once at a table.</summary>
    public static readonly Rule OneFace = new("figure.one-face");

    /// <summary>Only who was asked to be it does this.</summary>
    public static readonly Rule FigureOnly = new("figure.figure-only");

    /// <summary>Only the reflecting colleague does this.</summary>
    public static readonly Rule ColleagueOnly = new("figure.colleague-only");

    /// <summary>The colleague is somebody else than the figure, and nobody who sits at this table (INV-64).</summary>
    public static readonly Rule AnotherPerson = new("figure.another-person");

    /// <summary>The colleague says what they do, in plain words.</summary>
    public static readonly Rule ColleagueDoes = new("figure.colleague-does");

    /// <summary>The family reads first what it brings them (N19).</summary>
    public static readonly Rule BringsSomething = new("figure.brings-something");

    /// <summary>A host of 12 or older says yes: what leaves the table is not a small child's to decide.</summary>
    public static readonly Rule OldEnough = new("figure.old-enough");

    /// <summary>A host says something to the figure that holds for them (T20).</summary>
    public static readonly Rule YoursOnly = new("figure.yours-only");

    /// <summary>Nobody works as central figure without a colleague who reflects along (R90, N20).</summary>
    public static readonly Rule NotAlone = new("figure.not-alone");
}
