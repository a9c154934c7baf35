using System.Security.Cryptography;

namespace Keukentafel.Domain.Access;

/// <summary>An id that may stand in an address: random, so that it tells neither order nor moment (D4).</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The 122 random bits, as a version-4 GUID.</summary>
    Guid Value { get; }

    /// <summary>Wraps a stored value.</summary>
    /// <param name="value">The stored value.</param>
    static abstract TSelf From(Guid value);
}

/// <summary>Which circle (kring; on screens: tafel).</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct CircleId(Guid Value) : ITypedId<CircleId>
{
    /// <summary>Makes a new random id.</summary>
    public static CircleId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static CircleId From(Guid value) => new(value);
}

/// <summary>Which person: one human being with one identity, at any number of tables (R2).</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    /// <summary>Makes a new random id.</summary>
    public static PersonId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static PersonId From(Guid value) => new(value);
}

/// <summary>Which seat at a table, as it may stand in a form or address.</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct SeatId(Guid Value) : ITypedId<SeatId>
{
    /// <summary>Makes a new random id.</summary>
    public static SeatId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static SeatId From(Guid value) => new(value);
}

/// <summary>Which contribution (what somebody laid on the table).</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct ContributionId(Guid Value) : ITypedId<ContributionId>
{
    /// <summary>Makes a new random id.</summary>
    public static ContributionId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static ContributionId From(Guid value) => new(value);
}

/// <summary>Which draft (words not laid on the table yet).</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct DraftId(Guid Value) : ITypedId<DraftId>
{
    /// <summary>Makes a new random id.</summary>
    public static DraftId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static DraftId From(Guid value) => new(value);
}

/// <summary>Which invitation. Never in an address: who is invited comes with a code that is made of it.</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    /// <summary>Makes a new random id.</summary>
    public static InvitationId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static InvitationId From(Guid value) => new(value);
}

internal static class RandomIds
{
    public static Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }
}
