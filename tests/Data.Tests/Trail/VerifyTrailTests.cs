using System.Data.Common;
using Keukentafel.Data.Trail;

namespace Keukentafel.Data.Tests.Trail;

/// <summary>What somebody with the machine in hand can do to the trail, and that the check finds it (R6, R126).</summary>
public sealed class VerifyTrailTests
{
    private static readonly string[] Columns =
        ["number", "at", "person", "circle", "seat", "deed", "permission", "subject", "part", "shown", "whose", "hash"];

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_trail_that_nobody_touched_is_whole_R126(Database on)
    {
        await using var house = await SomethingSaidAsync(on);
        var report = await house.VerifyAsync();
        Assert.True(report.IsWhole, string.Join('\n', report.Sentences));
        Assert.True(report.Head!.Number > 5);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_change_in_any_column_of_any_line_is_found_R126(Database on)
    {
        await using var house = await SomethingSaidAsync(on);
        await using var connection = await house.BreakInAsync();
        using var key = HeadFile.KeyIn(house.Keyring);
        var signed = HeadFile.Highest(house.Keyring)!;
        var id = on == Database.Sqlite ? "x'00112233445566778899aabbccddeeff'" : "'00112233-4455-6677-8899-aabbccddeeff'";
        var bytes = on == Database.Sqlite ? "x'01'" : "'\\x01'";
        var changes = 0;
        foreach (var column in Columns)
        {
            var values = column switch
            {
                "person" => new[] { id },
                "circle" or "subject" => [id, "null"],
                "part" => ["'other'", "null", "''"],
                "shown" => [bytes, "null"],
                "hash" => [bytes],
                "number" => ["number + 1000"],
                _ => [$"{column} + 1"],
            };
            foreach (var value in values)
            {
                foreach (var line in new[] { 1, 3, signed.Number })
                {
                    await House.RunAsync(connection, "begin");
                    var changed = await House.RunAsync(
                        connection, $"update trail set {column} = {value} where number = {line} and {column} is distinct from {value}");
                    var report = await new TrailCheck(new TrailSource(connection), key).RunAsync([("The signed head", signed)], CancellationToken.None);
                    await House.RunAsync(connection, "rollback");
                    changes += changed;
                    Assert.True(report.IsWhole == (changed == 0), $"{column} = {value} in line {line} was not found");
                }
            }
        }

        var untouched = await new TrailCheck(new TrailSource(connection), key).RunAsync([("The signed head", signed)], CancellationToken.None);
        Assert.True(untouched.IsWhole);
        Assert.True(changes > 30);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_line_taken_out_put_in_or_cut_off_is_found_R126(Database on)
    {
        await using var house = await SomethingSaidAsync(on);
        await using var connection = await house.BreakInAsync();
        using var key = HeadFile.KeyIn(house.Keyring);
        var signed = HeadFile.Highest(house.Keyring)!;
        const string copied = "at, person, circle, seat, deed, permission, subject, part, shown, whose, hash";
        var cuts = new[]
        {
            "delete from trail where number = 1",
            "delete from trail where number = 3",
            $"delete from trail where number = {signed.Number}",
            $"insert into trail (number, {copied}) select {signed.Number + 1}, {copied} from trail where number = 2",
            $"insert into trail (number, {copied}) select 0, {copied} from trail where number = 2",
            $"update trail set number = 99999 where number = 4; update trail set number = 4 where number = 5; update trail set number = 5 where number = 99999",

            // The head goes back with the lines: only what was signed outside the database knows.
            $"delete from trail where number > 4; update trail_head set number = 4, hash = (select hash from trail where number = 4)",
            "delete from trail; update trail_head set number = 0",
            "delete from trail_head",
            $"update trail_head set number = number + 1",
        };
        foreach (var cut in cuts)
        {
            await House.RunAsync(connection, "begin");
            await House.RunAsync(connection, cut);
            var report = await new TrailCheck(new TrailSource(connection), key).RunAsync([("The signed head", signed)], CancellationToken.None);
            await House.RunAsync(connection, "rollback");
            Assert.False(report.IsWhole, $"not found: {cut}");
        }
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_trail_written_anew_with_another_story_is_found_by_the_signed_head_R126(Database on)
    {
        await using var house = await SomethingSaidAsync(on);
        await using (var connection = await house.BreakInAsync())
        {
            await WriteAnewAsync(connection, house);
        }

        await house.StopAsync();
        var report = await house.VerifyAsync();
        house.Open();
        Assert.False(report.IsWhole);
        Assert.Contains("the database was replaced or written anew", string.Join(' ', report.Sentences), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Database_and_heads_put_back_together_are_found_with_a_witness_and_only_so_R126(Database on)
    {
        await using var house = await SomethingSaidAsync(on);
        var earlier = await house.VerifyAsync();
        var early = TrailChecks.WitnessOf(house.Places, earlier, house.Clock);
        await house.SayAsync(house.Mother, "Later");
        var witness = TrailChecks.WitnessOf(house.Places, await house.VerifyAsync(), house.Clock);
        await house.StopAsync();
        await using (var connection = await house.BreakInAsync())
        {
            await House.RunAsync(
                connection,
                $"delete from trail where number > {earlier.Head!.Number}; update trail_head set number = {earlier.Head.Number}, " +
                $"hash = (select hash from trail where number = {earlier.Head.Number})");
        }

        Assert.NotNull(await TrailChecks.FaultAtStartAsync(house.Places, CancellationToken.None));
        Assert.False((await house.VerifyAsync()).IsWhole);
        var heads = Path.Combine(house.Places.KeysFolder, "trail-heads");
        foreach (var file in Directory.EnumerateFiles(heads))
        {
            File.Delete(file);
        }

        Assert.False((await house.VerifyAsync()).IsWhole);
        Assert.NotNull(await TrailChecks.FaultAtStartAsync(house.Places, CancellationToken.None));
        File.WriteAllText(Path.Combine(heads, "old"), early.Split('\n')[1] + "\n");
        Assert.True((await house.VerifyAsync()).IsWhole);
        Assert.True((await house.VerifyAsync(early)).IsWhole);
        var found = await house.VerifyAsync(witness);
        house.Open();
        Assert.False(found.IsWhole);
        Assert.Contains("The witness is at line", found.Sentences[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_witness_that_nobody_here_signed_is_no_witness_R126(Database on)
    {
        await using var house = await SomethingSaidAsync(on);
        var witness = TrailChecks.WitnessOf(house.Places, await house.VerifyAsync(), house.Clock);
        var forged = witness.Replace(" 000000", " 000001", StringComparison.Ordinal);
        await Assert.ThrowsAsync<CannotCheckException>(() => house.VerifyAsync(forged));
        await Assert.ThrowsAsync<CannotCheckException>(() => house.VerifyAsync("nothing"));
    }

    [Fact]
    public async Task Text_behind_a_zero_byte_is_found_too_R126()
    {
        await using var house = await SomethingSaidAsync(Database.Sqlite);
        await using var connection = await house.BreakInAsync();
        Assert.True((await house.VerifyAsync()).IsWhole);
        await House.RunAsync(connection, "update trail set part = cast(cast(part as blob) || x'0041' as text) where part is not null");
        Assert.False((await house.VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task Files_of_heads_are_cleaned_up_at_a_start_and_never_the_highest_or_one_in_use()
    {
        await using var house = await SomethingSaidAsync(Database.Sqlite);
        var heads = Path.Combine(house.Places.KeysFolder, "trail-heads");
        var inUse = Directory.GetFiles(heads);
        using var key = HeadFile.KeyIn(house.Keyring);
        var low = Path.Combine(heads, "low");
        var high = Path.Combine(heads, "high");
        File.WriteAllText(low, HeadFile.Sign(key, 1, Chain.Start, house.Clock.Now).Line + "\n");
        File.WriteAllText(high, HeadFile.Sign(key, 100_000, Chain.Start, house.Clock.Now).Line + "\n");
        foreach (var file in Directory.GetFiles(heads))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        using (new HeadFile(house.Keyring))
        {
        }

        Assert.False(File.Exists(low));
        Assert.True(File.Exists(high));
        Assert.Contains(inUse, File.Exists);
    }

    private static async Task<House> SomethingSaidAsync(Database on)
    {
        var house = await House.OpenAsync(on);
        await house.SayAsync(house.Mother, "Het gaat goed");
        using var seen = await house.Door.OpenAsync(house.Guest, house.Table, Data.Circles.Look.Table(), CancellationToken.None);
        await house.Door.TablesOfAsync(house.Boy, CancellationToken.None);
        return house;
    }

    private static async Task WriteAnewAsync(DbConnection connection, House house)
    {
        var rows = await new TrailSource(connection).AfterAsync(0, long.MaxValue, CancellationToken.None);
        var hash = Chain.Start;
        foreach (var row in rows)
        {
            row.Person = house.Boy.Person.Value;
            hash = Chain.Next(hash, row);
            await using var command = connection.CreateCommand();
            command.CommandText = $"update trail set person = @person, hash = @hash where number = {row.Number}";
            house.Storage.Bind(command, "person", row.Person);
            house.Storage.Bind(command, "hash", hash);
            await command.ExecuteNonQueryAsync();
        }

        await using var head = connection.CreateCommand();
        head.CommandText = "update trail_head set hash = @hash";
        house.Storage.Bind(head, "hash", hash);
        await head.ExecuteNonQueryAsync();
    }
}
