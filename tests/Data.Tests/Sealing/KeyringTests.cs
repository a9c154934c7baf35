using System.Security.Cryptography;
using Keukentafel.Data.Sealing;

namespace Keukentafel.Data.Tests.Sealing;

/// <summary>Words are kept under a key of their own circle or person.</summary>
public sealed class KeyringTests : IDisposable
{
    private static readonly Guid Circle = Guid.Parse("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
    private static readonly Guid Other = Guid.Parse("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb");

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("keukentafel-").FullName, "keys");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void What_was_sealed_opens_under_its_own_circle_and_no_other()
    {
        var keyring = new Keyring(_folder);
        keyring.Seal(Other, "iets"u8);
        var blob = keyring.Seal(Circle, "woorden"u8);
        Assert.Equal("woorden"u8.ToArray(), keyring.Open(Circle, blob));
        Assert.ThrowsAny<CryptographicException>(() => keyring.Open(Other, blob));

        // Also when the other circle had the same key: the circle itself is sealed in.
        var keys = Directory.GetFiles(Path.Combine(_folder, "words"), "*", SearchOption.AllDirectories);
        File.Copy(keys.Single(key => key.EndsWith(Circle.ToString("N"), StringComparison.Ordinal)),
            keys.Single(key => key.EndsWith(Other.ToString("N"), StringComparison.Ordinal)), overwrite: true);
        Assert.ThrowsAny<CryptographicException>(() => new Keyring(_folder).Open(Other, blob));
    }

    [Fact]
    public void A_changed_byte_anywhere_is_refused()
    {
        var keyring = new Keyring(_folder);
        var blob = keyring.Seal(Circle, "woorden"u8);
        for (var i = 0; i < blob.Length; i++)
        {
            var changed = blob.ToArray();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => keyring.Open(Circle, changed));
            Assert.ThrowsAny<CryptographicException>(() => keyring.Open(Circle, blob[..i]));
        }
    }

    [Fact]
    public void Without_the_key_the_words_are_gone_in_every_copy()
    {
        var blob = new Keyring(_folder).Seal(Circle, "woorden"u8);
        File.Delete(Directory.GetFiles(Path.Combine(_folder, "words"), "*", SearchOption.AllDirectories).Single());
        Assert.ThrowsAny<CryptographicException>(() => new Keyring(_folder).Open(Circle, blob));
    }

    [Fact]
    public async Task Many_who_make_the_same_key_at_once_end_with_one()
    {
        var starting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sealing = Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            // Each a ring of its own, as each process has.
            var keyring = new Keyring(_folder);
            await starting.Task;
            return keyring.Seal(Circle, "woorden"u8);
        })).ToList();
        starting.SetResult();
        var blobs = await Task.WhenAll(sealing);
        var later = new Keyring(_folder);
        Assert.All(blobs, blob => Assert.Equal("woorden"u8.ToArray(), later.Open(Circle, blob)));
        Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Keys_are_readable_for_this_user_alone()
    {
        new Keyring(_folder).Seal(Circle, "woorden"u8);
        Assert.All(
            Directory.GetFiles(_folder, "*", SearchOption.AllDirectories),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.All(
            Directory.GetDirectories(_folder, "*", SearchOption.AllDirectories).Append(_folder),
            folder => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder)));
    }
}
