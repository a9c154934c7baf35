using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Decisions;

namespace Keukentafel.Domain.Reflections;

/// <summary>
/// The two ways of dissent in a heavy decision (INV-65, R92): with the family, and among professionals. Either may be missing; then that is
/// said, and nothing follows from it.
/// </summary>
/// <param name="FamilyBy">Who of the family last said something in it; null for nobody.</param>
/// <param name="FamilyAt">When, UTC.</param>
/// <param name="Among">The last finished reflection that was for it, or of one of its professionals; null for none.</param>
/// <param name="HasGuests">Whether a professional takes part at all.</param>
public sealed record Dissent(SeatNumber? FamilyBy, DateTimeOffset? FamilyAt, Reflected? Among, bool HasGuests)
{
    /// <summary>How it stands with a decision; as it stood when it was closed, once it is closed (INV-51).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="decision">The decision.</param>
    public static Dissent Of(Circle circle, Decision decision)
    {
        bool Counts(DateTimeOffset at) => decision.Closing is null || at <= decision.Closing.At;
        var family = decision.Additions
            .Where(addition => addition is not (VoiceMissing or LookBackMoved) && Counts(addition.At))
            .Select(addition => (addition.By, addition.At))
            .Prepend((decision.By, decision.At))
            .LastOrDefault(said => circle.SeatAt(said.By).Side == SeatSide.Host);
        return new Dissent(
            family.By.Value == 0 ? null : family.By,
            family.By.Value == 0 ? null : family.At,
            circle.Reflected
                .Where(one => Counts(one.At) && (one.Decision == decision.Id || decision.Takers.Has(one.By)))
                .OrderBy(one => one.At)
                .LastOrDefault(),
            circle.Seats.Any(seat => seat.IsGuest && decision.Takers.Has(seat.Number)));
    }
}
