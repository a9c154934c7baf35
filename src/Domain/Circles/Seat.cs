using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Circles;

/// <summary>The side of the table somebody sits at.</summary>
public enum SeatSide
{
    /// <summary>Child or parent: they host (INV-56).</summary>
    Host = 1,

    /// <summary>The family's own people (netwerk).</summary>
    Network = 2,

    /// <summary>A professional, who is a guest (INV-56).</summary>
    Guest = 3,

    /// <summary>
    /// A colleague with whom the central figure reflects (C28). Has a place away from the table, and reads there only what the family lets along:
    /// never among <see cref="Circle.Seats"/>.
    /// </summary>
    Colleague = 4,

    /// <summary>
    /// An expert who is asked one thing in the background (R98). Has a place away from the table, and reads there that question and nothing else: never among
    /// <see cref="Circle.Seats"/>, and known to nobody who does not read that question.
    /// </summary>
    Expert = 5,
}

/// <summary>How grown somebody is. The law's ages are 12 and 18; the form of a page follows this, a voice has no age (T5).</summary>
public enum AgeGroup
{
    /// <summary>Younger than 12.</summary>
    Child = 1,

    /// <summary>From 12 up to 18.</summary>
    Young = 2,

    /// <summary>18 or older.</summary>
    Adult = 3,
}

/// <summary>The number of a seat within its circle, from 1 to <see cref="SeatSet.Most"/>. Never shown, never in an address.</summary>
/// <param name="Value">From 1 to 62.</param>
public readonly record struct SeatNumber(int Value);

/// <summary>A person's place at a table: the part a human being has in this circle (INV-57: persons, never organisations).</summary>
public sealed class Seat
{
    internal Seat(
        SeatId id, SeatNumber number, PersonId? person, string name, string? whatTheyAre, SeatSide side, AgeGroup age, Mug mug,
        DateTimeOffset since, SeatNumber? addedBy = null)
    {
        AddedBy = addedBy;
        Id = id;
        Number = number;
        Person = person;
        Name = name;
        WhatTheyAre = whatTheyAre;
        Side = side;
        Age = age;
        Mug = mug;
        Since = since;
    }

    /// <summary>The id that may stand in a form.</summary>
    public SeatId Id { get; }

    /// <summary>Who gave this place, and so makes the card for it; null for who started the table, and for a professional.</summary>
    public SeatNumber? AddedBy { get; }

    /// <summary>The number within the circle, for sets of seats.</summary>
    public SeatNumber Number { get; }

    /// <summary>Who signs in for this seat; null for somebody who has no way in (yet).</summary>
    public PersonId? Person { get; }

    /// <summary>What this person is called at this table; at most <see cref="Words.Name"/> characters.</summary>
    public string Name { get; internal set; }

    /// <summary>What this person is to the family, in the family's words ("oma", "helpt met brieven"); never an agency (R103).</summary>
    public string? WhatTheyAre { get; internal set; }

    /// <summary>The side of the table.</summary>
    public SeatSide Side { get; }

    /// <summary>How grown.</summary>
    public AgeGroup Age { get; }

    /// <summary>The mug that marks all this person says; unique at the table.</summary>
    public Mug Mug { get; internal set; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>What this seat is given to read of what is for everybody: for who is no professional, all (R102, T20).</summary>
    public Given Given { get; internal set; }

    /// <summary>Whether this is a grown-up.</summary>
    public bool IsGrownUp => Age == AgeGroup.Adult;

    /// <summary>Whether this is somebody the table is about: a child or young person of the family.</summary>
    public bool IsChildOfTheTable => Side == SeatSide.Host && Age != AgeGroup.Adult;

    /// <summary>Whether this is a parent, or a grown-up who is one to the children.</summary>
    public bool IsParent => Side == SeatSide.Host && Age == AgeGroup.Adult;

    /// <summary>Whether this is a host of 12 or older: who asks others in, takes leave of them, and ends the table.</summary>
    public bool IsDecidingHost => Side == SeatSide.Host && Age != AgeGroup.Child;

    /// <summary>Whether this is a professional who sits at the table.</summary>
    public bool IsGuest => Side == SeatSide.Guest;

    /// <summary>Whether this is a colleague who reflects along, away from the table.</summary>
    public bool IsColleague => Side == SeatSide.Colleague;

    /// <summary>Whether this is an expert who is asked in the background.</summary>
    public bool IsExpert => Side == SeatSide.Expert;

    /// <summary>Whether this is somebody with a place away from the table.</summary>
    public bool IsAway => IsColleague || IsExpert;
}

/// <summary>A set of seats of one circle, as one number: bit n stands for seat n.</summary>
/// <param name="Bits">The bits; bit 0 and bit 63 are never set.</param>
public readonly record struct SeatSet(long Bits)
{
    /// <summary>The most seats a table ever has. More is no kitchen table.</summary>
    public const int Most = 62;

    /// <summary>Nobody.</summary>
    public static readonly SeatSet None;

    /// <summary>Everybody, whoever sits down later.</summary>
    public static readonly SeatSet Everybody = new(long.MaxValue - 1);

    /// <summary>A set of these seats.</summary>
    /// <param name="seats">The seats.</param>
    public static SeatSet Of(params IEnumerable<SeatNumber> seats)
    {
        var bits = 0L;
        foreach (var seat in seats)
        {
            bits |= 1L << seat.Value;
        }

        return new SeatSet(bits);
    }

    /// <summary>Whether nobody is in it.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>How many are in it.</summary>
    public int Count => System.Numerics.BitOperations.PopCount((ulong)Bits);

    /// <summary>Whether this seat is in it.</summary>
    /// <param name="seat">The seat.</param>
    public bool Has(SeatNumber seat) => (Bits & (1L << seat.Value)) != 0;

    /// <summary>All of both.</summary>
    /// <param name="other">The other set.</param>
    public SeatSet And(SeatSet other) => new(Bits | other.Bits);

    /// <summary>Those in both.</summary>
    /// <param name="other">The other set.</param>
    public SeatSet Both(SeatSet other) => new(Bits & other.Bits);

    /// <summary>All of this that are not in the other.</summary>
    /// <param name="other">The other set.</param>
    public SeatSet Without(SeatSet other) => new(Bits & ~other.Bits);

    /// <summary>The seats in it, by number.</summary>
    public IEnumerable<SeatNumber> Seats()
    {
        for (var n = 1; n <= Most; n++)
        {
            if (Has(new SeatNumber(n)))
            {
                yield return new SeatNumber(n);
            }
        }
    }
}
