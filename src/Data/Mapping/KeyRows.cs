using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Mapping;

// What people come in by, beside a password.

/// <summary>The one-time codes of a person: the secret they are made of is sealed, the last one that was used is not used again.</summary>
internal sealed class OneTimeCodeRow
{
    public Guid Person { get; set; }

    public long At { get; set; }

    /// <summary>Of which half minute the last code was that somebody came in by.</summary>
    public long LastStep { get; set; }

    /// <summary>How often a wrong code came with the right password, and since when that is counted.</summary>
    public int Wrong { get; set; }

    public long WrongSince { get; set; }

    public byte[] Sheet { get; set; } = [];
}

/// <summary>A spare code that was not used yet.</summary>
internal sealed class SpareCodeRow
{
    public Guid Person { get; set; }

    /// <summary>A print of the code under a key outside the database: who reads this table cannot come in with it.</summary>
    public byte[] Print { get; set; } = [];
}

internal sealed class PasskeyRow
{
    /// <summary>SHA-256 of the id that the device gave it.</summary>
    public byte[] Print { get; set; } = [];

    public Guid Id { get; set; }

    public Guid Person { get; set; }

    public long At { get; set; }

    public long? UsedAt { get; set; }

    public byte[] Sheet { get; set; } = [];
}

/// <summary>What a device is asked to sign: once, and soon.</summary>
internal sealed class PasskeyQuestionRow
{
    /// <summary>SHA-256 of the key that the page got with it.</summary>
    public byte[] Print { get; set; } = [];

    public long Until { get; set; }

    public byte[] Question { get; set; } = [];
}

/// <summary>That somebody comes in through an organisation. Of who they are there only a print is kept.</summary>
internal sealed class OrganisationKeyRow
{
    /// <summary>A print of the organisation and of who this is there, under a key outside the database: numbers of staff are easily guessed.</summary>
    public byte[] Print { get; set; } = [];

    public Guid Id { get; set; }

    public Guid Person { get; set; }

    public long At { get; set; }

    public long? UsedAt { get; set; }

    /// <summary>Which organisation, sealed under the person's own key.</summary>
    public byte[] Sheet { get; set; } = [];
}

internal static class KeyMapping
{
    public static void MapKeys(this ModelBuilder builder)
    {
        builder.Entity<OneTimeCodeRow>(codes =>
        {
            codes.ToTable("one_time_codes");
            codes.HasKey(c => c.Person);
        });
        builder.Entity<SpareCodeRow>(spare =>
        {
            spare.ToTable("spare_codes");
            spare.HasKey(s => new { s.Person, s.Print });
        });
        builder.Entity<PasskeyRow>(passkey =>
        {
            passkey.ToTable("passkeys");
            passkey.HasKey(p => p.Print);
            passkey.HasIndex(p => new { p.Person, p.Id }).IsUnique();
        });
        builder.Entity<OrganisationKeyRow>(key =>
        {
            key.ToTable("organisation_keys");
            key.HasKey(k => k.Print);
            key.HasIndex(k => new { k.Person, k.Id }).IsUnique();
        });
        builder.Entity<PasskeyQuestionRow>(question =>
        {
            question.ToTable("passkey_questions");
            question.HasKey(q => q.Print);
            question.HasIndex(q => q.Until);
        });
    }
}
