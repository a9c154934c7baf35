using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Keukentafel.Data.Store;

/// <summary>The file of a backup: the parts, then a manifest with the hash of each, then the signature under the manifest.</summary>
internal sealed class BackupFile : IDisposable
{
    private const string ManifestName = "manifest.json";
    private const string SignatureName = "manifest.signature";

    private readonly FileStream _file;
    private readonly ZipArchive _zip;

    private BackupFile(string path, ECDsa key)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            _zip = new ZipArchive(_file, ZipArchiveMode.Read, leaveOpen: true);
            var manifest = Small(ManifestName);
            if (!key.VerifyData(manifest, Small(SignatureName), HashAlgorithmName.SHA256))
            {
                throw new BackupException("This backup was changed, or it belongs to another folder of keys: its words could not be read here.");
            }

            Manifest = JsonSerializer.Deserialize(manifest, ManifestJson.Default.Manifest)!;
            if (Manifest.Format != Manifest.CurrentFormat)
            {
                throw new BackupException("This backup was made by a newer version of the program. Use that version.");
            }
        }
        catch (InvalidDataException)
        {
            Dispose();
            throw new BackupException("This is no backup, or it is not whole.");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Manifest Manifest { get; }

    /// <summary>Opens a backup and checks what it says about itself.</summary>
    public static BackupFile Open(string path, ECDsa key) => new(path, key);

    /// <summary>Writes a backup under its name when it is whole and on disk, and not before.</summary>
    public static async Task WriteAsync(string path, ECDsa key, Func<Parts, Task<Manifest>> write)
    {
        var whole = Disk.Beside(path);
        try
        {
            await using (var file = Disk.New(whole))
            {
                using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
                var parts = new Parts(zip);
                var manifest = JsonSerializer.SerializeToUtf8Bytes(
                    (await write(parts)) with { Parts = parts.Written }, ManifestJson.Default.Manifest);
                await SmallAsync(zip, ManifestName, manifest);
                await SmallAsync(zip, SignatureName, key.SignData(manifest, HashAlgorithmName.SHA256));
            }

            // Read once more, as restoring would: a backup that cannot be read is none.
            using (var made = Open(whole, key))
            {
                await made.CheckAsync();
            }

            Disk.Place(whole, path);
        }
        finally
        {
            File.Delete(whole);
        }
    }

    /// <summary>Hands over a part while it is read, and fails at its end when it is not what the manifest says.</summary>
    public async Task ReadAsync(string name, Func<Stream, Task> read)
    {
        if (_zip.GetEntry(name) is not { } entry || !Manifest.Parts.TryGetValue(name, out var said))
        {
            throw new BackupException($"This backup lacks {name}.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            await using var stream = new HashingStream(await entry.OpenAsync(), hash);
            await read(stream);
            await stream.CopyToAsync(Stream.Null);
            if (stream.Passed != said.Length || Convert.ToHexString(hash.GetHashAndReset()) != said.Sha256)
            {
                throw new BackupException($"In this backup {name} is not what it was.");
            }
        }
        catch (InvalidDataException)
        {
            throw new BackupException($"In this backup {name} is not what it was.");
        }
    }

    /// <summary>Reads every part to its end.</summary>
    public async Task CheckAsync()
    {
        foreach (var name in Manifest.Parts.Keys)
        {
            await ReadAsync(name, stream => stream.CopyToAsync(Stream.Null));
        }
    }

    public void Dispose()
    {
        _zip?.Dispose();
        _file.Dispose();
    }

    private byte[] Small(string name)
    {
        using var stream = (_zip.GetEntry(name) ?? throw new BackupException("This is no backup, or it is not whole.")).Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async Task SmallAsync(ZipArchive zip, string name, byte[] bytes)
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync();
        await stream.WriteAsync(bytes);
    }

    /// <summary>Takes the parts of a backup that is being written.</summary>
    internal sealed class Parts(ZipArchive zip)
    {
        private readonly Dictionary<string, ManifestPart> _written = [];

        public IReadOnlyDictionary<string, ManifestPart> Written => _written;

        public async Task AddAsync(string name, Stream from)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var source = new HashingStream(from, hash);
            await using var target = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
            await source.CopyToAsync(target);
            _written[name] = new ManifestPart(source.Passed, Convert.ToHexString(hash.GetHashAndReset()));
        }
    }

    /// <summary>Hashes what is read through it.</summary>
    private sealed class HashingStream(Stream inner, IncrementalHash hash) : Stream
    {
        public long Passed { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Passed; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer) => Pass(buffer, inner.Read(buffer));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            return Pass(buffer.Span, read);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        private int Pass(Span<byte> buffer, int read)
        {
            hash.AppendData(buffer[..read]);
            Passed += read;
            return read;
        }
    }
}
