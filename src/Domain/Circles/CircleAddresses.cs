namespace Keukentafel.Domain.Circles;

/// <summary>Who at the table may be told where somebody lives.</summary>
public sealed partial class Circle
{
    /// <summary>
    /// Whom somebody can choose to read their hidden address: everybody else at the table who has a way in, but no child and not the other parent who lives
    /// apart (T20, T22).
    /// </summary>
    /// <param name="by">Who chooses.</param>
    public IReadOnlyList<Seat> MayBeToldAddressOf(Seat by) =>
        [.. MayReadContactOf(by).Where(seat => seat.Age != AgeGroup.Child && !LiveApart(by, seat))];

    /// <summary>Whether somebody may read a hidden address now: it is their own, or they were chosen and may still be.</summary>
    /// <param name="address">The address.</param>
    /// <param name="reader">Who reads.</param>
    public bool MayReadAddress(HiddenAddress address, Seat reader) => address.By == reader.Number
        || (address.Readers.Has(reader.Number) && _atTheTable.Find(seat => seat.Number == address.By) is { } owner
            && StoppedAt(owner.Number) is null && MayBeToldAddressOf(owner).Contains(reader));
}
