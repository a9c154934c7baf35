using System.Collections.Concurrent;
using System.Security.Cryptography;
using Keukentafel.Data.Store;

namespace Keukentafel.Data.Sealing;

/// <summary>
/// The keys under which words are kept: one random key of 256 bits for each circle and each person, a file each, outside the database and
/// never in a backup. Destroying a file destroys those words in every copy.
/// </summary>
public sealed class Keyring
{
    internal const byte Format = 1;
    internal const int NonceLength = 12;
    internal const int TagLength = 16;

    private readonly string _folder;
    private readonly ConcurrentDictionary<Guid, byte[]> _known = new();

    /// <summary>Opens the folder of keys and makes it when it is not there, readable for this user alone.</summary>
    /// <param name="folder">The folder (<c>KEUKENTAFEL_KEYS</c>).</param>
    public Keyring(string folder)
    {
        _folder = Path.GetFullPath(folder);
        MakeFolder(_folder);
    }

    /// <summary>The folder itself, for other keys that must live there.</summary>
    public string Folder => _folder;

    /// <summary>Makes a folder that only this user can enter.</summary>
    /// <param name="folder">The folder.</param>
    public static void MakeFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Disk.SyncFolder(Disk.FolderOf(folder));
        }
    }

    /// <summary>Writes a new file so that it is on disk, whole, or not there.</summary>
    /// <param name="path">Where.</param>
    /// <param name="bytes">What.</param>
    /// <returns>Whether this call made it; false when it was there already.</returns>
    public static bool WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = $"{path}.{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}";
        using (var file = new FileStream(temporary, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        if (!Disk.Name(temporary, path))
        {
            File.Delete(temporary);
            return false;
        }

        // Words must not be on disk before their key is, and that is so only when its name is too.
        Disk.SyncFolder(Disk.FolderOf(path));
        return true;
    }

    /// <summary>Seals bytes under the key of a circle or person; makes the key when there is none.</summary>
    /// <param name="scope">The circle or person.</param>
    /// <param name="plain">What to seal.</param>
    public byte[] Seal(Guid scope, ReadOnlySpan<byte> plain)
    {
        var key = KeyToSeal(scope);
        var blob = new byte[1 + NonceLength + plain.Length + TagLength];
        blob[0] = Format;
        var nonce = blob.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> bound = stackalloc byte[16];
        scope.TryWriteBytes(bound);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plain, blob.AsSpan(1 + NonceLength, plain.Length), blob.AsSpan(blob.Length - TagLength), bound);
        return blob;
    }

    /// <summary>Opens many sealed things of one circle or person.</summary>
    /// <param name="scope">The circle or person.</param>
    /// <exception cref="CryptographicException">There is no key for it here.</exception>
    public Opener OpenerOf(Guid scope) =>
        new(scope, KeyOf(scope, make: false) ?? throw new CryptographicException("There is no key for these words here."));

    /// <summary>Opens one sealed thing.</summary>
    /// <param name="scope">The circle or person.</param>
    /// <param name="blob">What was sealed.</param>
    public byte[] Open(Guid scope, byte[] blob)
    {
        using var opener = OpenerOf(scope);
        return opener.Open(blob);
    }

    /// <summary>Tells the same bytes from others, for who holds the key of this circle or person; nobody else learns anything by it.</summary>
    /// <param name="scope">The circle or person.</param>
    /// <param name="plain">The bytes.</param>
    internal byte[] PrintOf(Guid scope, ReadOnlySpan<byte> plain) =>
        HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, KeyToSeal(scope), 32, info: "print"u8.ToArray()), plain);

    /// <summary>Notes that the words of this circle are to go for good, before the first of them goes.</summary>
    /// <param name="scope">The circle.</param>
    internal void Mark(Guid scope)
    {
        var path = MarkOf(scope);
        MakeFolder(Path.Combine(_folder, "removed"));
        MakeFolder(Disk.FolderOf(path));
        WriteNew(path, []);
    }

    /// <summary>Takes that note back: somebody wanted to keep the words after all.</summary>
    /// <param name="scope">The circle.</param>
    internal void Unmark(Guid scope) => File.Delete(MarkOf(scope));

    /// <summary>Destroys the key of this circle: its words are gone from every copy, and no key is ever made for it again.</summary>
    /// <param name="scope">The circle; marked before, unless no words were ever kept under its key.</param>
    internal void Destroy(Guid scope)
    {
        var path = PathOf(scope);
        if (File.Exists(path))
        {
            File.Delete(path);
            Disk.SyncFolder(Disk.FolderOf(path));
        }

        _known.TryRemove(scope, out _);
    }

    /// <summary>Whether there is a key for this circle or person.</summary>
    /// <param name="scope">The circle or person.</param>
    internal bool Has(Guid scope) => File.Exists(PathOf(scope));

    /// <summary>Whether the words of this circle or request went for good, or are going.</summary>
    /// <param name="scope">The circle or request.</param>
    internal bool IsMarked(Guid scope) => File.Exists(MarkOf(scope));

    /// <summary>All circles and requests whose words went for good, or are going.</summary>
    internal IEnumerable<Guid> Marked()
    {
        var folder = Path.Combine(_folder, "removed");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Guid.TryParse(Path.GetFileName(path), out var id) ? id : Guid.Empty)
                .Where(id => id != Guid.Empty)
            : [];
    }

    private byte[] KeyToSeal(Guid scope) => KeyOf(scope, make: true) ?? throw new CryptographicException("The key for these words was destroyed.");

    private string PathOf(Guid scope)
    {
        var name = scope.ToString("N");
        return Path.Combine(_folder, "words", name[..2], name);
    }

    private string MarkOf(Guid scope)
    {
        var name = scope.ToString("N");
        return Path.Combine(_folder, "removed", name[..2], name);
    }

    private byte[]? KeyOf(Guid scope, bool make)
    {
        if (_known.TryGetValue(scope, out var known))
        {
            return known;
        }

        var path = PathOf(scope);
        if (!File.Exists(path))
        {
            if (!make || File.Exists(MarkOf(scope)))
            {
                return null;
            }

            MakeFolder(Path.Combine(_folder, "words"));
            MakeFolder(Disk.FolderOf(path));
            var fresh = RandomNumberGenerator.GetBytes(32);
            WriteNew(path, fresh);
        }

        var key = File.ReadAllBytes(path);
        return _known.GetOrAdd(scope, key);
    }
}

/// <summary>Opens sealed things of one scope; not for two threads at once.</summary>
public sealed class Opener : IDisposable
{
    private readonly AesGcm _cipher;
    private readonly byte[] _bound;

    internal Opener(Guid scope, byte[] key)
    {
        _cipher = new AesGcm(key, Keyring.TagLength);
        _bound = scope.ToByteArray();
    }

    /// <summary>Opens one thing.</summary>
    /// <param name="blob">What was sealed.</param>
    /// <exception cref="CryptographicException">It was changed, or belongs to another scope.</exception>
    public byte[] Open(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < 1 + Keyring.NonceLength + Keyring.TagLength || blob[0] != Keyring.Format)
        {
            throw new CryptographicException("These bytes were not sealed here.");
        }

        var plain = new byte[blob.Length - 1 - Keyring.NonceLength - Keyring.TagLength];
        _cipher.Decrypt(
            blob.Slice(1, Keyring.NonceLength), blob.Slice(1 + Keyring.NonceLength, plain.Length), blob[^Keyring.TagLength..], plain, _bound);
        return plain;
    }

    /// <inheritdoc />
    public void Dispose() => _cipher.Dispose();
}
