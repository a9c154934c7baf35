using System.Text.Json.Serialization;

namespace Keukentafel.Data.Store;

/// <summary>What a backup says about itself. Names are stored: never change the meaning of one.</summary>
/// <param name="Format">The form of the file.</param>
/// <param name="Product">The version of the program that made it.</param>
/// <param name="Made">When, UTC.</param>
/// <param name="Database"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Migration">Up to which migration its tables are.</param>
/// <param name="Head">The last line of its trail, signed.</param>
/// <param name="Counts">How many rows stand in each table.</param>
/// <param name="Parts">What is in the file.</param>
public sealed record Manifest(
    int Format, string Product, DateTimeOffset Made, string Database, string Migration, string Head, IReadOnlyDictionary<string, long> Counts,
    IReadOnlyDictionary<string, ManifestPart> Parts)
{
    /// <summary>The form that this version writes.</summary>
    public const int CurrentFormat = 1;
}

/// <summary>One thing in a backup.</summary>
/// <param name="Length">How many bytes.</param>
/// <param name="Sha256">Their SHA-256, in hexadecimal.</param>
public sealed record ManifestPart(long Length, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;

/// <summary>A backup cannot be made or put back; the message says why, and nothing was changed.</summary>
public sealed class BackupException : Exception
{
    internal BackupException(string message)
        : base(message)
    {
    }
}
