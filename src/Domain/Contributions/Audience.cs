using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Contributions;

/// <summary>Who may read something, chosen before it is laid down (R12).</summary>
public enum Readers
{
    /// <summary>Only who wrote it.</summary>
    OnlyMe = 0,

    /// <summary>These people.</summary>
    These = 1,

    /// <summary>The grown-ups at this table.</summary>
    GrownUps = 2,

    /// <summary>Everyone at this table.</summary>
    Everyone = 3,
}

/// <summary>Who may read something: a group, and whoever is named besides.</summary>
/// <param name="Group">The group.</param>
/// <param name="Named">Those named, whatever the group.</param>
public readonly record struct Audience(Readers Group, SeatSet Named)
{
    /// <summary>Everyone at this table.</summary>
    public static readonly Audience Everyone = new(Readers.Everyone, SeatSet.None);

    /// <summary>Only who wrote it.</summary>
    public static readonly Audience OnlyMe = new(Readers.OnlyMe, SeatSet.None);

    /// <summary>The grown-ups at this table.</summary>
    public static readonly Audience GrownUps = new(Readers.GrownUps, SeatSet.None);

    /// <summary>These people.</summary>
    /// <param name="seats">Who.</param>
    public static Audience These(SeatSet seats) => new(Readers.These, seats);

    /// <summary>Whether these readers were chosen so that this seat is one of them, whatever a professional is given of it.</summary>
    /// <param name="seat">The seat.</param>
    public bool Chooses(Seat seat) =>
        Named.Has(seat.Number) || (!seat.IsAway && (Group == Readers.Everyone || (Group == Readers.GrownUps && seat.IsGrownUp)));

    /// <summary>
    /// Whether this seat is among the readers: named by somebody who met them, or of the group and given it (<see cref="Seat.Given"/>). The author always is; that
    /// is decided elsewhere.
    /// </summary>
    /// <param name="seat">The seat.</param>
    /// <param name="by">Whose it is.</param>
    /// <param name="voices">Whose words are in it.</param>
    /// <param name="at">When it was laid down, UTC.</param>
    public bool Includes(Seat seat, SeatNumber by, SeatSet voices, DateTimeOffset at) =>
        (Named.Has(seat.Number) && !seat.Given.NotByName.Has(by)) || (new Audience(Group, SeatSet.None).Chooses(seat) && seat.Given.Includes(voices, at));

    /// <summary>Whether nobody is a reader of this who is not one of the other, whoever sits at the table.</summary>
    /// <param name="other">The other.</param>
    public bool IsWithin(Audience other) =>
        other.Group == Readers.Everyone
        || ((Group is Readers.OnlyMe or Readers.These || (Group == Readers.GrownUps && other.Group == Readers.GrownUps))
            && Named.Without(other.Named).IsEmpty);

    /// <summary>Whether nobody is a reader of this who is not one of the other: as <see cref="IsWithin(Audience)"/>, or because each who is named here is of that group.</summary>
    /// <param name="other">The other.</param>
    /// <param name="circle">The table.</param>
    public bool IsWithin(Audience other, Circle circle) =>
        IsWithin(other) || (Group is Readers.OnlyMe or Readers.These && Named.Seats().All(seat => other.Chooses(circle.SeatAt(seat))));

    /// <summary>The same readers and these people, who may not be left out (R3).</summary>
    /// <param name="seats">Who.</param>
    public Audience Including(SeatSet seats) =>
        seats.IsEmpty ? this : new Audience(Group == Readers.OnlyMe ? Readers.These : Group, Named.And(seats));
}
