using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Requests;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Requests;

/// <summary>The word that goes with a code: kept as a slow hash, and looked at with the same work whether there is such a code or not.</summary>
/// <param name="hasher">Makes slow hashes.</param>
public sealed class OwnWord(IPasswordHasher<Person> hasher)
{
    private static readonly Person Nobody = new();

    private string? _nobodysHash;

    /// <summary>The hash of a word.</summary>
    /// <param name="word">As <see cref="HelpRequest.Word"/> gives it.</param>
    public string HashOf(string word) => hasher.HashPassword(Nobody, word);

    /// <summary>Whether what was typed is the word of a hash; with no hash the same is done, and it never is.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="hash">The hash; null for none.</param>
    public bool Fits(string? typed, string? hash)
    {
        var word = "";
        var isWord = true;
        try
        {
            word = HelpRequest.Word(typed);
        }
        catch (RuleBrokenException)
        {
            isWord = false;
        }

        _nobodysHash ??= HashOf("nobody's word");
        return hasher.VerifyHashedPassword(Nobody, hash ?? _nobodysHash, word) != PasswordVerificationResult.Failed && hash is not null && isWord;
    }
}
