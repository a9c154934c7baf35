using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Collaborations;

/// <summary>Which question for a coordinator.</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct CoordinatorId(Guid Value) : ITypedId<CoordinatorId>
{
    /// <summary>Makes a new random id.</summary>
    public static CoordinatorId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static CoordinatorId From(Guid value) => new(value);
}

/// <summary>What one person says when it is asked whether somebody may be the coordinator (R105). The numbers are stored; none is ever counted.</summary>
public enum CoordinatorAnswer
{
    /// <summary>"Yes."</summary>
    Yes = 1,

    /// <summary>"Rather not", or "not any more"; needs no reason (D8).</summary>
    RatherNot = 2,

    /// <summary>"I don't know yet", a full answer (INV-53).</summary>
    NotKnown = 3,
}

/// <summary>What one person said, and may say anew at any time (INV-68).</summary>
/// <param name="By">Who.</param>
/// <param name="Answer">What.</param>
/// <param name="Direction">Of a professional who says yes: which direction they accept (R107). Null for everybody else.</param>
/// <param name="HandsOver">Of a professional who says yes: what authority they hand over (R107). Null for everybody else.</param>
/// <param name="At">When, UTC.</param>
public sealed record CoordinatorSaid(SeatNumber By, CoordinatorAnswer Answer, string? Direction, string? HandsOver, DateTimeOffset At);

/// <summary>
/// The coordinator (casemanager, C29), from being asked for on: somebody at the table who keeps the overview. It is given by the yes of each host and of who
/// would do it, and after that by the recognition of each professional (INV-67, N21); whoever gave it takes it back at will (INV-68). It may be a grandmother
/// or a parent (INV-69), and a table can do without (INV-70).
/// </summary>
/// <param name="Id">The id.</param>
/// <param name="Who">Who would do it.</param>
/// <param name="By">Which host asked.</param>
/// <param name="At">When, UTC.</param>
public sealed record Coordinator(CoordinatorId Id, SeatNumber Who, SeatNumber By, DateTimeOffset At)
{
    /// <summary>How many questions of one host are taken back, or answered with rather not, in <see cref="AskedDays"/> days before that host asks no more.</summary>
    public const int MostAsked = 6;

    /// <summary>For how many days a question that is no more counts, and for how many days a no to it stays a no when it is asked anew.</summary>
    public const int AskedDays = 30;

    /// <summary>How who asked answered the three questions that come first (R106): all three are in it.</summary>
    public IReadOnlyDictionary<CollaborationGround, GroundAnswer> Grounds { get; init; } = new Dictionary<CollaborationGround, GroundAnswer>();

    /// <summary>What people said, each the last. What a host said is that host's alone (T20); who would do it and professionals say it in sight.</summary>
    public IReadOnlyList<CoordinatorSaid> Said { get; init; } = [];

    /// <summary>Since when this person is the coordinator, UTC; null while it is asked.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When it stopped, UTC; null while it did not. Who took a yes back stands nowhere: it is nobody's fault.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was taken back, or gave way to another question, UTC; null when it was not. Nobody reads of it any more.</summary>
    public DateTimeOffset? TakenBackAt { get; init; }

    /// <summary>Whether it is asked and not decided.</summary>
    public bool IsAsked => Since is null && EndedAt is null;

    /// <summary>Whether this person is the coordinator now.</summary>
    public bool IsActive => Since is not null && EndedAt is null;

    /// <summary>Whether who would do it said rather not. It is kept so that nobody waits for an answer that came.</summary>
    public bool IsDeclined => Since is null && EndedAt is not null && TakenBackAt is null;

    /// <summary>Whether one of the three questions was answered with no: then a coordinator does not mend it (R106).</summary>
    public bool LacksGround => Grounds.Values.Contains(GroundAnswer.No);

    /// <summary>What somebody said; null for nothing yet.</summary>
    /// <param name="seat">Who.</param>
    public CoordinatorSaid? SaidBy(SeatNumber seat) => Said.FirstOrDefault(said => said.By == seat);

    /// <summary>Whether somebody said yes.</summary>
    /// <param name="seat">Who.</param>
    public bool HasYesOf(SeatNumber seat) => SaidBy(seat)?.Answer == CoordinatorAnswer.Yes;
}

/// <summary>Rules of the coordinator.</summary>
public static class CoordinatorRules
{
    /// <summary>A host of 12 or older asks.</summary>
    public static readonly Rule HostAsks = new("coordinator.host-asks");

    /// <summary>Somebody of age who sits here and comes in is chosen: nobody lays this on a child.</summary>
    public static readonly Rule ChoosesWho = new("coordinator.chooses-who");

    /// <summary>The three questions are answered first (R106).</summary>
    public static readonly Rule GroundsFirst = new("coordinator.grounds-first");

    /// <summary>After a no it is said that a coordinator does not mend that; who asks nevertheless says so (R106).</summary>
    public static readonly Rule DoesNotMend = new("coordinator.does-not-mend");

    /// <summary>One host asks for one person at a time.</summary>
    public static readonly Rule AsksOne = new("coordinator.asks-one");

    /// <summary>
    /// Who asked <see cref="Coordinator.MostAsked"/> times in <see cref="Coordinator.AskedDays"/> days asks no more for a while: nobody wears the others out (T20).
    /// </summary>
    public static readonly Rule NotMoreAsked = new("coordinator.not-more-asked");

    /// <summary>There is at most one coordinator: another is asked for once the first has stopped.</summary>
    public static readonly Rule OneAtATime = new("coordinator.one-at-a-time");

    /// <summary>Only who is asked answers, as long as it is asked or holds.</summary>
    public static readonly Rule IsAsked = new("coordinator.is-asked");

    /// <summary>One of the answers is chosen.</summary>
    public static readonly Rule ChoosesAnswer = new("coordinator.chooses-answer");

    /// <summary>A professional who says yes says which direction they accept (R107).</summary>
    public static readonly Rule SaysDirection = new("coordinator.says-direction");

    /// <summary>A professional who says yes says what authority they hand over, be it nothing (R107).</summary>
    public static readonly Rule SaysHandsOver = new("coordinator.says-hands-over");

    /// <summary>Who asked takes the question back.</summary>
    public static readonly Rule AskerTakesBack = new("coordinator.asker-takes-back");
}
