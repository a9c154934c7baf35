using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using static Keukentafel.Domain.Access.RuleBrokenException;

namespace Keukentafel.Domain.Involvements;

/// <summary>Which involvement.</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct InvolvementId(Guid Value) : ITypedId<InvolvementId>
{
    /// <summary>Makes a new random id.</summary>
    public static InvolvementId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static InvolvementId From(Guid value) => new(value);
}

/// <summary>What one host says about somebody who is proposed (R97). The numbers are stored: never change or reuse one; none is ever counted.</summary>
public enum WelcomeAnswer
{
    /// <summary>"Yes, welcome."</summary>
    Welcome = 1,

    /// <summary>"Rather not"; needs no reason (D8).</summary>
    RatherNot = 2,

    /// <summary>"Explain it once more": a question to who proposes.</summary>
    ExplainAgain = 3,

    /// <summary>"I am in doubt", a full answer (INV-53).</summary>
    InDoubt = 4,
}

/// <summary>Rules of joining.</summary>
public static class InvolvementRules
{
    /// <summary>A host of 12 or older, or a guest, proposes somebody.</summary>
    public static readonly Rule Proposer = new("involvement.proposer");

    /// <summary>At most <see cref="Involvement.MostAsked"/> proposals of one person wait for an answer: nobody buries what others ask the family (T20).</summary>
    public static readonly Rule NotMoreAsked = new("involvement.not-more-asked");

    /// <summary>
    /// Who took back <see cref="Involvement.MostTakenBack"/> proposals in <see cref="Involvement.TakenBackDays"/> days proposes nobody for a while: nobody buries a
    /// table under them (T20).
    /// </summary>
    public static readonly Rule NotMoreTakenBack = new("involvement.not-more-taken-back");

    /// <summary>
    /// One proposal is explained at most <see cref="Involvement.MostExplained"/> times to each host who asks for it, and as often to nobody who asked: what one
    /// host asks uses up nothing of another's (T20).
    /// </summary>
    public static readonly Rule ExplainedEnough = new("involvement.explained-enough");

    /// <summary>It says for which goal (R96).</summary>
    public static readonly Rule ForGoal = new("involvement.for-goal");

    /// <summary>It says what this person adds (R96).</summary>
    public static readonly Rule AddsSomething = new("involvement.adds-something");

    /// <summary>It says when we look again: a day from tomorrow on, within a year (INV-59).</summary>
    public static readonly Rule LooksAgain = new("involvement.looks-again");

    /// <summary>A host chooses one of the answers.</summary>
    public static readonly Rule ChoosesAnswer = new("involvement.chooses-answer");

    /// <summary>A question is asked of the hosts as long as nobody sits there, and it was not taken back.</summary>
    public static readonly Rule StillAsked = new("involvement.still-asked");

    /// <summary>Only who proposed it explains it or takes it back.</summary>
    public static readonly Rule ProposerOnly = new("involvement.proposer-only");

    /// <summary>A professional joins only after every host who is asked said yes (R97, INV-58, N19).</summary>
    public static readonly Rule FamilyWelcomes = new("involvement.family-welcomes");

    /// <summary>Only a guest names an authority: no host passes another host by with it (T20).</summary>
    public static readonly Rule AuthorityByGuest = new("involvement.authority-by-guest");

    /// <summary>Who says so and on what ground are both named (INV-62).</summary>
    public static readonly Rule AuthorityNamed = new("involvement.authority-named");

    /// <summary>An authority has a last day, which is not past (INV-59).</summary>
    public static readonly Rule AuthorityEnds = new("involvement.authority-ends");
}

/// <summary>What is asked about somebody who is proposed. Three answers cannot be left out (R96): the goal, what it adds, and when we look again.</summary>
public sealed record Worth
{
    /// <summary>What this person is called; at most <see cref="Words.Name"/> characters.</summary>
    public string? Name { get; init; }

    /// <summary>What this person would do for the family, in plain words ("helpt met brieven"); as long; null when not said.</summary>
    public string? Does { get; init; }

    /// <summary>For which goal; at most <see cref="Words.Brief"/> characters.</summary>
    public string? Goal { get; init; }

    /// <summary>What this person adds (R96); as long.</summary>
    public string? Adds { get; init; }

    /// <summary>When we look again whether it is still needed in this way (INV-59, R101); null for somebody who came before it was asked.</summary>
    public DateOnly? LookAgain { get; init; }

    /// <summary>Why not somebody who is here already; null when not said.</summary>
    public string? WhyNotHere { get; init; }

    /// <summary>Why not in the background, as a question without names (R98); null when not said.</summary>
    public string? WhyNotBehind { get; init; }

    /// <summary>How often and how long; null when not said.</summary>
    public string? HowOften { get; init; }

    /// <summary>Whether a day is one on which we look again: from tomorrow on, within a year (INV-59).</summary>
    /// <param name="day">The day.</param>
    /// <param name="today">Today, where people sit.</param>
    internal static bool IsDayToLook(DateOnly day, DateOnly today) => day > today && day <= today.AddDays(Involvement.MostDays);

    /// <summary>The same, tidied, with what cannot be left out (R96).</summary>
    /// <param name="today">Today, where people sit.</param>
    /// <exception cref="RuleBrokenException">A name or one of the three answers is missing, or something is too long.</exception>
    internal Worth Tidied(DateOnly today)
    {
        Require(Words.Tidy(Name) is not null, CircleRules.PersonHasName);
        Require(Words.Tidy(Goal) is not null, InvolvementRules.ForGoal);
        Require(Words.Tidy(Adds) is not null, InvolvementRules.AddsSomething);
        Require(LookAgain is { } day && IsDayToLook(day, today), InvolvementRules.LooksAgain);
        return new Worth
        {
            Name = Words.Needed(Name, Words.Name),
            Does = Words.Optional(Does, Words.Name),
            Goal = Words.Needed(Goal, Words.Brief),
            Adds = Words.Needed(Adds, Words.Brief),
            LookAgain = LookAgain,
            WhyNotHere = Words.Optional(WhyNotHere, Words.Brief),
            WhyNotBehind = Words.Optional(WhyNotBehind, Words.Brief),
            HowOften = Words.Optional(HowOften, Words.Brief),
        };
    }
}

/// <summary>On whose authority somebody joins without the family's yes (INV-62): who says so, on what ground, and until when.</summary>
/// <param name="Who">Who says so, for instance which judge; at most <see cref="Words.Name"/> characters.</param>
/// <param name="Ground">On what ground; at most <see cref="Words.Brief"/> characters.</param>
/// <param name="Until">The last day. After it who joined so is let in no more.</param>
public sealed record Authority(string Who, string Ground, DateOnly Until);

/// <summary>What one host said, alone, and may say anew until somebody sits there (R97).</summary>
/// <param name="By">Which host.</param>
/// <param name="Answer">What.</param>
/// <param name="Words">In own words; null for none (D8).</param>
/// <param name="IsShown">Whether this host lets the other hosts and who proposed it see it.</param>
/// <param name="At">When, UTC.</param>
public sealed record HostSaid(SeatNumber By, WelcomeAnswer Answer, string? Words, bool IsShown, DateTimeOffset At)
{
    /// <summary>How often it was explained because this host asked.</summary>
    public int TimesExplained { get; init; }
}

/// <summary>Words of somebody at this table about an involvement.</summary>
/// <param name="By">Whose.</param>
/// <param name="Words">The words; at most <see cref="Domain.Access.Words.Brief"/> characters.</param>
/// <param name="At">When, UTC.</param>
public sealed record SaidAbout(SeatNumber By, string Words, DateTimeOffset At);

/// <summary>
/// The part that one professional has at the table (betrokkenheid, C26), from being proposed on: for which goal, what it adds, what the hosts say, and
/// when we look again. Persons have one, never organisations (INV-57).
/// </summary>
/// <param name="Id">The id.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Worth">What was said about it.</param>
public sealed record Involvement(InvolvementId Id, SeatNumber By, DateTimeOffset At, Worth Worth)
{
    /// <summary>How long it may take at most before we look again.</summary>
    public const int MostDays = 366;

    /// <summary>How many proposals of one person may wait for the family's answer at a time.</summary>
    public const int MostAsked = 4;

    /// <summary>How many proposals one person takes back in <see cref="TakenBackDays"/> days before proposing no more.</summary>
    public const int MostTakenBack = 12;

    /// <summary>For how many days a proposal that was taken back counts.</summary>
    public const int TakenBackDays = 30;

    /// <summary>How often one proposal is explained to one host.</summary>
    public const int MostExplained = 6;

    /// <summary>On whose authority; null when it waits for the family's yes, as it always does else.</summary>
    public Authority? Authority { get; init; }

    /// <summary>
    /// When this person offered to come, in an answer to who asked for help (R58, R97), UTC: the words are then their own, and the host who began the table said
    /// yes to them. Null for who was proposed at the table.
    /// </summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>
    /// How many days went by from asking for help until it began, at the latest when the table did, in days of the Netherlands; null for who was proposed at the
    /// table. What is left of the request itself, for who asked and who came (R60).
    /// </summary>
    public int? DaysToHelp { get; init; }

    /// <summary>In whose place, and until when, somebody comes who stands in; null for everybody else.</summary>
    public StandIn? StandsIn { get; init; }

    /// <summary>What the hosts said, each the last. Who may read which: <see cref="Circle.ShownTo"/>.</summary>
    public IReadOnlyList<HostSaid> Answers { get; init; } = [];

    /// <summary>What who proposed it explained once more.</summary>
    public IReadOnlyList<SaidAbout> Explained { get; init; } = [];

    /// <summary>How hosts see it, beside an authority (INV-62): of each the last.</summary>
    public IReadOnlyList<SaidAbout> FamilyViews { get; init; } = [];

    /// <summary>The seat that is kept since everybody said yes; null before.</summary>
    public SeatNumber? Seat { get; init; }

    /// <summary>When this person sat down, UTC; null for who did not yet.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Which hosts said that they met this person, who came in with a card of another host. None is shown to another.</summary>
    public SeatSet MetBy { get; init; }

    /// <summary>When who proposed it took it back, UTC; null when they did not.</summary>
    public DateTimeOffset? TakenBackAt { get; init; }

    /// <summary>What hosts said when we looked again, each the last (R101).</summary>
    public IReadOnlyList<LookedAgain> Looked { get; init; } = [];

    /// <summary>What was proposed for the time to come, of each the last (R100).</summary>
    public IReadOnlyList<StepBackProposed> Steps { get; init; } = [];

    /// <summary>When this person stepped back, UTC; null for who did not.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Thanks to who stepped back, of each the last.</summary>
    public IReadOnlyList<SaidAbout> Thanks { get; init; } = [];

    /// <summary>What hosts choose to pass on, of each the last (R102).</summary>
    public IReadOnlyList<SaidAbout> PassedOn { get; init; } = [];

    /// <summary>What people chose to give this person to read, each the last, for the own things alone (R102, T20).</summary>
    public IReadOnlyList<Shared> Shared { get; init; } = [];

    /// <summary>Whether the hosts were asked, or an authority named: not so for who sat here before that was asked.</summary>
    public bool WasAsked => Worth.Goal is not null;

    /// <summary>Whether hosts are still asked.</summary>
    public bool IsAsked => Authority is null && StartedAt is null && TakenBackAt is null;

    /// <summary>What a host said; null for nothing yet.</summary>
    /// <param name="host">Which host.</param>
    public HostSaid? AnswerOf(SeatNumber host) => Answers.FirstOrDefault(said => said.By == host);

    /// <summary>The hosts who asked to explain it, and whose question was not answered since.</summary>
    public IEnumerable<HostSaid> WaitingQuestions => Answers.Where(said => said.Answer == WelcomeAnswer.ExplainAgain && !WasExplained(said));

    /// <summary>Whether a host is asked, or asked once more: they wanted it explained, and since then it was (R97).</summary>
    /// <param name="host">Who.</param>
    public bool WaitsFor(SeatNumber host) => AnswerOf(host) is not { } said || (said.Answer == WelcomeAnswer.ExplainAgain && WasExplained(said));

    private bool WasExplained(HostSaid said) => Explained.Any(explained => explained.At >= said.At);
}
