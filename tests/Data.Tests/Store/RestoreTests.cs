using System.IO.Compression;
using System.Security.Claims;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Microsoft.AspNetCore.Authentication;

namespace Keukentafel.Data.Tests.Store;

/// <summary>A backup while people are at the table, and what a restore says and does.</summary>
public sealed class RestoreTests
{
    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_restore_brings_back_what_was_and_says_what_is_missing_since(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await house.SayAsync(house.Mother, "Voor de kopie");
        var cookie = await SignInAsync(house, house.Mother);
        await house.Drafts.KeepAsync(house.Mother.Person, new DraftId(Guid.Parse("55555555-5555-4555-8555-555555555555")), null, "/", Typed("oud"));
        var file = Path.Combine(house.Places.DataFolder, "copy.backup");
        var made = await Backup.MakeAsync(house.Places, file, house.Clock, CancellationToken.None);
        var atBackup = SignedHead.Parse(made.Head)!.Number;
        await house.SayAsync(house.Mother, "Na de kopie");
        var witness = TrailChecks.WitnessOf(house.Places, await house.VerifyAsync(), house.Clock);
        var last = SignedHead.Parse(witness.Split('\n')[1])!.Number;
        await house.StopAsync();

        house.Clock.Now += TimeSpan.FromDays(8);
        var restored = await Restore.FromAsync(house.Places, file, house.Clock, CancellationToken.None);
        Assert.Contains($"lines {atBackup + 1} to {last}", restored.Sentence, StringComparison.Ordinal);
        Assert.True(File.Exists(restored.KeptBeside));
        Assert.Null(await TrailChecks.FaultAtStartAsync(house.Places, CancellationToken.None));
        house.Open();

        var report = await house.VerifyAsync(witness);
        Assert.True(report.IsWhole, string.Join('\n', report.Sentences));
        Assert.Contains(report.Sentences, sentence => sentence == restored.Sentence);
        Assert.Contains(report.Sentences, sentence => sentence.StartsWith($"The witness is at line {last}, one of", StringComparison.Ordinal));
        using (var seen = await house.Door.OpenAsync(house.Mother, house.Table, Look.Table(), CancellationToken.None))
        {
            Assert.Equal(["Voor de kopie"], seen.Slips.SelectMany(slip => slip.Contribution.Said));
        }

        Assert.Null(await house.Sessions.RetrieveAsync(cookie));
        house.Clock.Now -= TimeSpan.FromDays(8);
        Assert.Null(await house.Sessions.RetrieveAsync(cookie));
        Assert.Empty(await house.Drafts.OfAsync(house.Mother.Person, CancellationToken.None));
        await house.SayAsync(house.Boy, "Verder");
        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_line_that_says_restored_but_was_not_signed_is_found_R126(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await using var connection = await house.BreakInAsync();
        var rows = await new TrailSource(connection).AfterAsync(0, long.MaxValue, CancellationToken.None);
        var last = rows[^1].Number;
        var line = new Data.Mapping.TrailRow
        {
            Number = last + 10,
            Deed = (int)Deed.Restored,
            Part = $"{last + 1}-{last + 9}",
            Shown = new byte[96],
        };
        var hash = Chain.Next(rows[^1].Hash, line);
        await using var insert = connection.CreateCommand();
        insert.CommandText =
            "insert into trail (number, at, person, seat, deed, permission, part, shown, whose, hash) " +
            $"values ({line.Number}, 0, @person, 0, 90, 0, '{line.Part}', @shown, 0, @hash); update trail_head set number = {line.Number}, hash = @hash";
        house.Storage.Bind(insert, "person", Guid.Empty);
        house.Storage.Bind(insert, "shown", line.Shown);
        house.Storage.Bind(insert, "hash", hash);
        await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var report = await house.VerifyAsync();
        Assert.False(report.IsWhole);
        Assert.Contains(report.Sentences, sentence => sentence.Contains("not signed here", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task No_key_and_no_word_in_the_clear_is_in_a_backup(Database on)
    {
        const string marker = "Kruimeldiefstal";
        await using var house = await House.OpenAsync(on);
        await house.SayAsync(house.Mother, marker);
        await house.Drafts.KeepAsync(house.Mother.Person, new DraftId(house.Mother.Session), house.Table, "/", Typed(marker));
        await house.Door.ChangeAsync(
            house.Mother, house.Table, Permission.Host, visit => { visit.Circle.PutQuestion(marker, 0, visit.Act); return Task.FromResult(0); }, CancellationToken.None);
        var file = Path.Combine(house.Places.DataFolder, "copy.backup");
        await Backup.MakeAsync(house.Places, file, house.Clock, CancellationToken.None);
        await house.StopAsync();

        var secrets = Directory.EnumerateFiles(house.Places.KeysFolder, "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains("trail-heads", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllBytes(path)))
            .Append(("a word", System.Text.Encoding.UTF8.GetBytes(marker)))
            .Append(("a name", "Moeder"u8.ToArray()))
            .ToList();
        Assert.True(secrets.Count > 5);
        using var zip = ZipFile.OpenRead(file);
        var kept = zip.Entries.Select(entry => Bytes(entry.Open())).ToList();
        if (on == Database.Sqlite)
        {
            kept.AddRange(Directory.EnumerateFiles(house.Places.DataFolder).Select(path => File.ReadAllBytes(path)));
        }

        // The test can see: what is kept in the clear is found.
        Assert.Contains(kept, bytes => bytes.AsSpan().IndexOf("my-tables"u8) >= 0 || bytes.AsSpan().IndexOf("\"migration\": \""u8) >= 0);
        foreach (var (name, secret) in secrets)
        {
            Assert.DoesNotContain(kept, bytes => bytes.AsSpan().IndexOf(secret.AsSpan(0, Math.Min(32, secret.Length))) >= 0 && name.Length > 0);
        }

        house.Open();
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_backup_that_was_changed_or_is_half_is_not_put_back(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var file = Path.Combine(house.Places.DataFolder, "copy.backup");
        await Backup.MakeAsync(house.Places, file, house.Clock, CancellationToken.None);
        await Assert.ThrowsAsync<BackupException>(() => Backup.MakeAsync(house.Places, file, house.Clock, CancellationToken.None));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.DoesNotContain(Directory.GetFiles(house.Places.DataFolder), path => Path.GetFileName(path).StartsWith(".copy", StringComparison.Ordinal));
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await house.StopAsync();
        foreach (var name in Names(file))
        {
            await File.WriteAllBytesAsync(file, whole, TestContext.Current.CancellationToken);
            ChangeOneByte(file, name);
            await Assert.ThrowsAsync<BackupException>(() => Restore.FromAsync(house.Places, file, house.Clock, CancellationToken.None));
        }

        for (var i = 0; i < 8; i++)
        {
            await File.WriteAllBytesAsync(file, whole[..(whole.Length * i / 8)], TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<BackupException>(() => Restore.FromAsync(house.Places, file, house.Clock, CancellationToken.None));
        }

        house.Open();
        Assert.True((await house.VerifyAsync()).IsWhole);
        Assert.DoesNotContain((await house.VerifyAsync()).Sentences, sentence => sentence.StartsWith("Restored", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Nothing_is_restored_while_somebody_serves(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await using (await Hold.ToServeAsync(house.Places, CancellationToken.None))
        {
            await Assert.ThrowsAsync<InUseException>(() => Hold.AloneAsync(house.Places, CancellationToken.None));
            await using var writes = await Hold.ToWriteAsync(house.Places, CancellationToken.None);
            if (on == Database.Sqlite)
            {
                await Assert.ThrowsAsync<InUseException>(() => Hold.ToServeAsync(house.Places, CancellationToken.None));
            }
            else
            {
                await using var second = await Hold.ToServeAsync(house.Places, CancellationToken.None);
            }
        }

        await using var alone = await Hold.AloneAsync(house.Places, CancellationToken.None);
        await Assert.ThrowsAsync<InUseException>(() => Hold.ToServeAsync(house.Places, CancellationToken.None));
        await Assert.ThrowsAsync<InUseException>(() => Hold.ToWriteAsync(house.Places, CancellationToken.None));
    }

    private static async Task<string> SignInAsync(House house, Caller caller)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, caller.Person.Value.ToString()), new Claim(Sessions.IdClaim, caller.Session.ToString())], "test");
        var key = await house.Sessions.StoreAsync(new AuthenticationTicket(new ClaimsPrincipal(identity), new AuthenticationProperties(), "test"));
        Assert.NotNull(await house.Sessions.RetrieveAsync(key));
        return key;
    }

    private static Dictionary<string, string[]> Typed(string words) => new() { ["words"] = [words] };

    private static IReadOnlyList<string> Names(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private static void ChangeOneByte(string file, string name)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Update);
        var entry = zip.GetEntry(name)!;
        var bytes = Bytes(entry.Open());
        bytes[bytes.Length / 2] ^= 1;
        entry.Delete();
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(bytes);
    }

    private static byte[] Bytes(Stream stream)
    {
        using var bytes = new MemoryStream();
        using (stream)
        {
            stream.CopyTo(bytes);
        }

        return bytes.ToArray();
    }
}
