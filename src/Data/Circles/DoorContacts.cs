using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Data.Circles;

/// <summary>The door, for how somebody is reached safely.</summary>
public sealed partial class Door
{
    // The owner finds it back among who read their words.
    private const string ContactPart = "contact";

    /// <summary>
    /// Hands over how somebody is reached safely to who was chosen to read it, and writes that down first. Where there is nothing for this reader, nothing
    /// is written either: neither page nor trail tells whether there is something for another (T22).
    /// </summary>
    /// <param name="visit">Proof that somebody was let in.</param>
    /// <param name="of">Whose.</param>
    public async Task<SafeContact?> ContactAsync(Visit visit, Seat of)
    {
        if (of.Number == visit.Me.Number || visit.Circle.ContactOf(of, visit.Me) is not { } contact)
        {
            return null;
        }

        await _gate.WriteAsync(new TrailLine(
            visit.Act.At, visit.Act.Person.Value, visit.Circle.Id.Value, visit.Me.Number.Value, Deed.Opened, visit.Act.Permission, of.Id.Value, ContactPart,
            null, SeatSet.Of(of.Number).Bits));
        return contact;
    }

    /// <summary>What somebody said about themselves. It stays shut for who came in with a new password less than a week ago.</summary>
    /// <param name="visit">Proof that somebody was let in.</param>
    public static SafeContact? OwnContact(Visit visit) =>
        visit.Circle.ContactOf(visit.Me, visit.Me) is { } mine && !(visit.Caller.ShutBefore > mine.At) ? mine : null;

    /// <summary>Whether there is something of one's own that stays shut.</summary>
    /// <param name="visit">Proof that somebody was let in.</param>
    public static bool IsOwnContactShut(Visit visit) => OwnContact(visit) is null && visit.Circle.ContactOf(visit.Me, visit.Me) is not null;
}
