using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using static Keukentafel.Domain.Access.RuleBrokenException;

namespace Keukentafel.Domain.Nudges;

/// <summary>An address that waits until whoever asked types the code that was sent there.</summary>
/// <param name="Address">The address.</param>
/// <param name="Hours">The hours that begin to hold with it.</param>
/// <param name="Code">The code: <see cref="Nudge.CodeLength"/> digits.</param>
/// <param name="At">When it was asked, UTC.</param>
public sealed record NudgeProof(NudgeAddress Address, NudgeHours Hours, string Code, DateTimeOffset At)
{
    /// <summary>How long the code works.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>How often somebody can type a wrong one.</summary>
    public const int MostWrong = 5;

    /// <summary>Whether the mail with the code was handed over.</summary>
    public bool IsSent { get; init; }

    /// <summary>How often a wrong one was typed.</summary>
    public int Wrong { get; init; }
}

/// <summary>A try to hand one mail over. It is the same mail until that worked: whoever is sent it twice can tell.</summary>
/// <param name="Mail">Which mail; random.</param>
/// <param name="At">When it was last tried, UTC.</param>
/// <param name="Failed">How often it did not work.</param>
/// <param name="GoesOn">Whether it is not known yet how it went.</param>
public sealed record NudgeTry(Guid Mail, DateTimeOffset At, int Failed, bool GoesOn)
{
    /// <summary>After this long, whoever tried was stopped in the middle.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>From when it may be tried again, UTC: after each failure the pause is longer.</summary>
    public DateTimeOffset Next => At + (GoesOn ? Longest : Failed switch
    {
        <= 1 => TimeSpan.FromMinutes(5),
        2 => TimeSpan.FromMinutes(15),
        3 => TimeSpan.FromHours(1),
        _ => TimeSpan.FromHours(4),
    });
}

/// <summary>
/// A nudge (seintje): that somebody is told by mail that something is there, and nothing else (R128). Everybody chooses it for themselves, it is off until
/// then, and nobody at any table sees of it (T22).
/// </summary>
/// <param name="Person">Whose.</param>
public sealed record Nudge(PersonId Person)
{
    /// <summary>How many digits a code has.</summary>
    public const int CodeLength = 6;

    /// <summary>How many codes somebody can have sent in a day.</summary>
    public const int MostCodes = 3;

    /// <summary>How long there is between two nudges, at least.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromDays(1);

    /// <summary>Who looked so short ago needs no nudge.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(30);

    /// <summary>Where it goes; null while it is off.</summary>
    public NudgeAddress? Address { get; init; }

    /// <summary>When it may come; null while it is off.</summary>
    public NudgeHours? Hours { get; init; }

    /// <summary>Since when it is on, UTC: what was there before is no reason for one.</summary>
    public DateTimeOffset? OnSince { get; init; }

    /// <summary>When the last one was sent, UTC; null for none since it is on.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>An address that is to be proved; null for none.</summary>
    public NudgeProof? Proof { get; init; }

    /// <summary>A mail that is on its way; null for none.</summary>
    public NudgeTry? Try { get; init; }

    /// <summary>When the address turned out to take no mail, UTC: it is off since. Null when that did not happen, or was told already.</summary>
    public DateTimeOffset? RefusedAt { get; init; }

    /// <summary>When codes were asked, UTC; those of the last day.</summary>
    public IReadOnlyList<DateTimeOffset> Asked { get; init; } = [];

    /// <summary>Whether it is on.</summary>
    public bool IsOn => Address is not null;

    /// <summary>After what something must have come to be a reason, UTC; null while it is off.</summary>
    public DateTimeOffset? Since => SentAt ?? OnSince;

    /// <summary>Whether there is nothing left to know.</summary>
    /// <param name="at">The moment, UTC.</param>
    public bool IsEmpty(DateTimeOffset at) => Address is null && WaitsFor(at) is null && RefusedAt is null && Lately(at).Count == 0;

    /// <summary>The address that can be proved now; null for none.</summary>
    /// <param name="at">The moment, UTC.</param>
    public NudgeProof? WaitsFor(DateTimeOffset at) => Proof is { } proof && at < proof.At + NudgeProof.Lasts && proof.Wrong < NudgeProof.MostWrong ? proof : null;

    /// <summary>
    /// Somebody asks for nudges at an address, or at another one. Nothing is sent to the old one any more from this moment on; the new one is used once it
    /// is proved.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="hours">When they may come.</param>
    /// <param name="onlyMine">Whether whoever asks says that nobody else reads along there.</param>
    /// <param name="age">How grown this person is.</param>
    /// <param name="isShut">Whether this person came in with a new password less than a week ago.</param>
    /// <param name="code">A fresh code.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException">A child, somebody else reads along, it is shut, or it was asked too often.</exception>
    public Nudge Ask(NudgeAddress address, NudgeHours hours, bool onlyMine, AgeGroup age, bool isShut, string code, DateTimeOffset at)
    {
        Require(age != AgeGroup.Child, NudgeRules.NotForChild);
        Require(!isShut, NudgeRules.NotShut);
        Require(onlyMine, NudgeRules.OnlyMine);
        var lately = Lately(at);
        Require(lately.Count < MostCodes, NudgeRules.NotTooOften);
        return new Nudge(Person) { Proof = new NudgeProof(address, hours, code, at), Asked = [.. lately, at] };
    }

    /// <summary>Somebody types the code. With the right one it is on; a wrong one is counted.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="at">The moment, UTC.</param>
    public Nudge Prove(string? typed, DateTimeOffset at) => WaitsFor(at) switch
    {
        null => this,
        var proof when proof.Code == typed => new Nudge(Person) { Address = proof.Address, Hours = proof.Hours, OnSince = at, Asked = Asked },
        var proof => this with { Proof = proof with { Wrong = proof.Wrong + 1 } },
    };

    /// <summary>It goes off, at once, and no address is kept.</summary>
    public Nudge TurnOff() => new(Person) { Asked = Asked };

    /// <summary>Whether the mail with the code is to be sent now.</summary>
    /// <param name="at">The moment, UTC.</param>
    public bool SendsCode(DateTimeOffset at) => WaitsFor(at) is { IsSent: false } && IsFree(at);

    /// <summary>
    /// Whether a nudge may be sent now, if something is there: it is on, it is one of the chosen hours, the last one is a day ago and was followed by a look,
    /// and nobody is looking just now.
    /// </summary>
    /// <param name="at">The moment, as the clock stands where people live.</param>
    /// <param name="lookedAt">When this person last looked, UTC; null for never.</param>
    public bool MayBeSent(DateTimeOffset at, DateTimeOffset? lookedAt) =>
        IsOn && Hours!.Hold(at) && IsFree(at)
        && (lookedAt is null || at >= lookedAt + Quiet)
        && (SentAt is null || (at >= SentAt + Between && lookedAt > SentAt));

    /// <summary>
    /// Whether something new at a table can be a reason: who comes in there no more, who rests, who sits there as a child, and everybody at a table that
    /// ended, is left alone from that moment on (R8).
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="person">Who.</param>
    /// <param name="at">The moment, UTC.</param>
    public static bool CountsAt(Circle table, PersonId person, DateTimeOffset at) =>
        table.EndedAt is null && table.ComesIn(person, at)
        && table.SeatOf(person) is { Age: not AgeGroup.Child } seat && table.RestsSince(seat.Number) is null;

    /// <summary>One tries to hand a mail over; nobody else does meanwhile.</summary>
    /// <param name="mail">Which mail, when there was no try before.</param>
    /// <param name="at">The moment, UTC.</param>
    public Nudge Begin(Guid mail, DateTimeOffset at) => this with
    {
        Try = Try is { } before && at < before.At + Between ? before with { At = at, GoesOn = true } : new NudgeTry(mail, at, 0, true),
    };

    /// <summary>A mail was handed over.</summary>
    /// <param name="mail">Which.</param>
    /// <param name="at">The moment, UTC.</param>
    public Nudge Sent(Guid mail, DateTimeOffset at) => Try?.Mail != mail ? this
        : IsOn ? this with { Try = null, SentAt = at }
        : this with { Try = null, Proof = Proof! with { IsSent = true } };

    /// <summary>A mail could not be handed over now.</summary>
    /// <param name="mail">Which.</param>
    /// <param name="at">The moment, UTC.</param>
    public Nudge Failed(Guid mail, DateTimeOffset at) => Try?.Mail != mail ? this : this with { Try = Try with { At = at, Failed = Try.Failed + 1, GoesOn = false } };

    /// <summary>The address takes no mail, and never will: it is off, and whoever it is for is told on their own page.</summary>
    /// <param name="mail">Which mail.</param>
    /// <param name="at">The moment, UTC.</param>
    public Nudge Refused(Guid mail, DateTimeOffset at) => Try?.Mail != mail ? this : TurnOff() with { RefusedAt = at };

    private bool IsFree(DateTimeOffset at) => Try is not { } last || at >= last.Next;

    private List<DateTimeOffset> Lately(DateTimeOffset at) => [.. Asked.Where(one => one > at - Between)];
}
