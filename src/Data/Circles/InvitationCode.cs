using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Keukentafel.Data.Sealing;
using Keukentafel.Domain.Access;

namespace Keukentafel.Data.Circles;

/// <summary>
/// The code of an invitation: twelve letters and digits that are made of its id with the circle's key, so that the host can look at the card again
/// while nobody finds the code in the database. It is looked up by a print under another key.
/// </summary>
public static class InvitationCode
{
    /// <summary>How many letters and digits a code has.</summary>
    public const int Length = 12;

    // No vowels, so that no word comes of it; and of what looks alike on paper (0 and O, 1 and I, 2 and Z, 5 and S, 8 and B) not both.
    internal const string Alphabet = "BCDFGHJKLMNPQRTVWX234679";

    private const int Group = 4;

    // Whose key prints codes: of no circle and no person.
    private static readonly Guid House = new("7c9e5b0e-3f61-4a0d-9a53-5a0f2f6a1c11");

    /// <summary>What somebody typed, as a code: capitals, without what stands between; null when it is none.</summary>
    /// <param name="typed">What was typed.</param>
    public static string? Tidy(string? typed) => OfLength(typed, Length);

    internal static string? OfLength(string? typed, int length)
    {
        var letters = string.Concat((typed ?? "").Take(100).Select(char.ToUpperInvariant).Where(char.IsAsciiLetterOrDigit));
        return letters.Length == length && letters.All(Alphabet.Contains) ? letters : null;
    }

    /// <summary>The code as it stands on paper: in groups of four.</summary>
    /// <param name="code">The code.</param>
    public static string Written(string code) => string.Join('-', code.Chunk(Group).Select(group => new string(group)));

    /// <summary>Twelve letters and digits out of nothing but chance, for a code that is kept elsewhere.</summary>
    internal static string Fresh() => RandomNumberGenerator.GetString(Alphabet, Length);

    internal static string Of(CircleId circle, InvitationId invitation, Keyring keyring) =>
        Made(keyring.PrintOf(circle.Value, [.. "invitation"u8, .. invitation.Value.ToByteArray()]), Length);

    /// <summary>A code out of a print that nobody can make without the key.</summary>
    internal static string Made(byte[] print, int length) => string.Create(length, new BigInteger(print, isUnsigned: true), (letters, left) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            left = BigInteger.DivRem(left, Alphabet.Length, out var letter);
            letters[i] = Alphabet[(int)letter];
        }
    });

    internal static byte[] PrintOf(string code, Keyring keyring) => keyring.PrintOf(House, Encoding.ASCII.GetBytes(code));
}
