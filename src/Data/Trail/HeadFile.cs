using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;

namespace Keukentafel.Data.Trail;

/// <summary>The last line of the trail as it was at one moment, signed.</summary>
/// <param name="Number">The number of the line.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="At">When it was signed, milliseconds since 1970, UTC.</param>
/// <param name="Signature">Over the three before it.</param>
public sealed record SignedHead(long Number, byte[] Hash, long At, byte[] Signature)
{
    /// <summary>One line of text of a fixed form.</summary>
    public string Line => string.Create(
        CultureInfo.InvariantCulture, $"{Number:D19} {Convert.ToHexString(Hash)} {At:D19} {Convert.ToHexString(Signature)}");

    internal byte[] Signed => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Number} {Convert.ToHexString(Hash)} {At}"));

    /// <summary>Reads a line; null when it is none.</summary>
    /// <param name="line">The line.</param>
    public static SignedHead? Parse(string line)
    {
        var parts = line.Trim().Split(' ');
        try
        {
            return parts.Length == 4
                && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var number)
                && long.TryParse(parts[2], CultureInfo.InvariantCulture, out var at)
                ? new SignedHead(number, Convert.FromHexString(parts[1]), at, Convert.FromHexString(parts[3]))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>
/// Where the signed head is kept, outside the database: two lines written in turn, so that a torn write never costs both. Each process has
/// its own file; whoever checks takes the highest.
/// </summary>
internal sealed class HeadFile : IDisposable
{
    private const int LineLength = 256;
    private readonly ECDsa _key;
    private readonly FileStream _file;
    private bool _second;

    public HeadFile(Keyring keyring)
    {
        _key = KeyIn(keyring);
        var folder = FolderIn(keyring);
        Keyring.MakeFolder(folder);
        DropOld(folder, Highest(keyring)?.Number);
        var name = Convert.ToHexString(RandomNumberGenerator.GetBytes(6));

        // Sharing only to read is what tells other processes that this file is in use.
        _file = new FileStream(Path.Combine(folder, name), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        Disk.SyncFolder(folder);
    }

    /// <summary>Signs the head and puts it on disk before it returns.</summary>
    public void Write(long number, byte[] hash, DateTimeOffset at)
    {
        var head = Sign(_key, number, hash, at);
        Span<byte> line = stackalloc byte[LineLength];
        line.Fill((byte)' ');
        Encoding.ASCII.GetBytes(head.Line, line);
        line[^1] = (byte)'\n';
        RandomAccess.Write(_file.SafeFileHandle, line, _second ? LineLength : 0);
        RandomAccess.FlushToDisk(_file.SafeFileHandle);
        _second = !_second;
    }

    public static SignedHead Sign(ECDsa key, long number, byte[] hash, DateTimeOffset at)
    {
        var head = new SignedHead(number, hash, at.ToUnixTimeMilliseconds(), []);
        return head with { Signature = key.SignData(head.Signed, HashAlgorithmName.SHA256) };
    }

    /// <summary>The highest head in any file whose signature is right; null when there is none.</summary>
    public static SignedHead? Highest(Keyring keyring)
    {
        var folder = FolderIn(keyring);
        using var key = KeyIn(keyring);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder)
                .SelectMany(LinesOf)
                .Select(SignedHead.Parse)
                .Where(head => head is not null && IsSigned(head, key))
                .MaxBy(head => head!.Number)
            : null;
    }

    /// <summary>Whether a head was signed with this key.</summary>
    public static bool IsSigned(SignedHead head, ECDsa key) => key.VerifyData(head.Signed, head.Signature, HashAlgorithmName.SHA256);

    /// <summary>Whether there is a key that signs heads.</summary>
    public static bool HasKey(Keyring keyring) => File.Exists(KeyPath(keyring));

    /// <summary>The key that signs heads; made when there is none.</summary>
    public static ECDsa KeyIn(Keyring keyring)
    {
        var path = KeyPath(keyring);
        if (!File.Exists(path))
        {
            using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            Keyring.WriteNew(path, Encoding.ASCII.GetBytes(fresh.ExportPkcs8PrivateKeyPem()));
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    public void Dispose()
    {
        _file.Dispose();
        _key.Dispose();
    }

    /// <summary>
    /// Drops the files of processes that are gone and that hold nothing but older heads. What may still be written to, or was written to just
    /// now, stays; and so does the highest.
    /// </summary>
    private static void DropOld(string folder, long? highest)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var own = LinesOf(path).Max(line => SignedHead.Parse(line)?.Number) ?? -1;
            var quiet = TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(path) > TimeSpan.FromMinutes(1);
            if (!quiet || highest is null || own >= highest)
            {
                continue;
            }

            try
            {
                // Opened alone: this fails while another process has it.
                using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(path);
            }
            catch (IOException)
            {
                // In use, or gone meanwhile.
            }
        }
    }

    private static IEnumerable<string> LinesOf(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (IOException)
        {
            // Another process is dropping it: it holds nothing that is not in a higher one.
            return [];
        }
    }

    private static string KeyPath(Keyring keyring) => Path.Combine(keyring.Folder, "trail-signing-key.pem");

    private static string FolderIn(Keyring keyring) => Path.Combine(keyring.Folder, "trail-heads");
}
