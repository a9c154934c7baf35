using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Invitations;

/// <summary>Rules of inviting somebody.</summary>
public static class InvitationRules
{
    /// <summary>A host of 12 or older invites.</summary>
    public static readonly Rule OldEnough = new("invitation.old-enough");

    /// <summary>Who comes in as a host: the other hosts agree first (T20).</summary>
    public static readonly Rule AsksHosts = new("invitation.asks-hosts");

    /// <summary>Who gave a place makes the card for it (T20).</summary>
    public static readonly Rule GaveThePlace = new("invitation.gave-the-place");

    /// <summary>Only who cannot come in yet is invited.</summary>
    public static readonly Rule NoWayInYet = new("invitation.no-way-in-yet");

    /// <summary>A card is for the family and their own people, and for a professional once every host said yes (R96, R97).</summary>
    public static readonly Rule NoGuest = new("invitation.no-guest");

    /// <summary>A host says once that they met who came in with a card of another (T20).</summary>
    public static readonly Rule StillToMeet = new("invitation.still-to-meet");

    /// <summary>Who came in through their organisation takes no place of family or own people (R2).</summary>
    public static readonly Rule NotThroughWork = new("invitation.not-through-work");

    /// <summary>It says what somebody is invited for (R150: 1).</summary>
    public static readonly Rule ForWhat = new("invitation.for-what");

    /// <summary>It is still open: not used, not refused, not taken back, not too old.</summary>
    public static readonly Rule StillOpen = new("invitation.still-open");

    /// <summary>Nobody comes in with this name yet.</summary>
    public static readonly Rule NameIsFree = new("invitation.name-is-free");
}

/// <summary>
/// An invitation (uitnodiging; on paper a card with a code): one host asks one person to come and sit at the seat that is kept for them. Whoever
/// holds the code sees who invites, what for and whom the inviter names, and nothing else, until they say yes (R2).
/// </summary>
/// <param name="Id">The id; the code is made of it, with a key that is not in the database.</param>
/// <param name="For">Whose seat.</param>
/// <param name="By">Which host invites. Only this host reads the words, the code and what was said to it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">What for, in the inviter's words; at most <see cref="Domain.Access.Words.Brief"/> characters.</param>
/// <param name="Named">Whom the inviter names to who is invited.</param>
public sealed record Invitation(InvitationId Id, SeatNumber For, SeatNumber By, DateTimeOffset At, string Words, SeatSet Named)
{
    /// <summary>How long a card can be used.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    /// <summary>When who was invited said "rather not", UTC; null when that was not said.</summary>
    public DateTimeOffset? RefusedAt { get; init; }

    /// <summary>What was said with it; null for nothing: a no needs no reason (D8).</summary>
    public string? RefusedWords { get; init; }

    /// <summary>When who was invited came in with it, UTC; null when that did not happen.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>Until when it can be used, UTC.</summary>
    public DateTimeOffset Until => At + Lasts;

    /// <summary>Whether it was neither used nor refused. It may be too old.</summary>
    public bool Waits => RefusedAt is null && JoinedAt is null;

    /// <summary>Whether it can be used.</summary>
    /// <param name="at">The moment, UTC.</param>
    public bool IsOpen(DateTimeOffset at) => Waits && at < Until;
}
