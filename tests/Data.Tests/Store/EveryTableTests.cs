using Keukentafel.Data.Postgres;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Npgsql;

namespace Keukentafel.Data.Tests.Store;

/// <summary>
/// The second wall on every table that PostgreSQL itself says there is, with raw questions in the program's own role. In each table lies a row of
/// one circle and person and a row of another.
/// </summary>
public sealed class EveryTableTests
{
    private static readonly Template Migrated = new();

    // What holds no words and belongs to no table: who adds a line here says why.
    private static readonly string[] WithoutWall =
    [
        "local_teams", // names that everybody reads who asks for help
        "marks", // for what this database is
        "passkey_questions", // asked before anybody is known, gone in minutes
        "people", // accounts: how somebody is found who is not signed in
        "sessions", // a session is found before it is known whose it is
        "trail_head", // one number and one hash
        "user_claims",
        "user_logins",
        "user_tokens",
    ];

    // By what a row is somebody's.
    private static readonly Dictionary<string, string> Of = new()
    {
        ["asked_totals"] = "false", // of nobody: totals of what went
        ["circles"] = "id = {circle}",
        ["contributions"] = "circle = {circle}",
        ["drafts"] = "person = {person}",
        ["editors"] = "person = {person}",
        ["help_requests"] = "team = {circle}", // which is the team of this person: see Town
        ["hidden_addresses"] = "circle = {circle}",
        ["invitations"] = "circle = {circle}",
        ["laid_aside"] = "circle = {circle}",
        ["local_team_members"] = "person = {person}",
        ["local_texts"] = "false", // for everybody once shown, and of no table and no person
        ["lost_passwords"] = "person = {person}",
        ["nudges"] = "person = {person}",
        ["one_time_codes"] = "person = {person}",
        ["organisation_keys"] = "person = {person}",
        ["passkeys"] = "person = {person}",
        ["removals"] = "circle = {circle}",
        ["representatives"] = "person = {person}",
        ["seats"] = "circle = {circle}",
        ["sounds"] = "circle = {circle}",
        ["spare_codes"] = "person = {person}",
        ["spent_drafts"] = "person = {person}",
        ["trail"] = "circle = {circle}",
        ["ways_back"] = "person = {person}",
        ["word_decisions"] = "false",
        ["word_remarks"] = "false",
    };

    // What the program must find before it knows for whom or where: see Setup for why each.
    private static readonly string[] WithNothingSet =
    [
        "asked_totals", "drafts", "editors", "help_requests", "invitations", "local_team_members", "local_texts", "lost_passwords", "nudges", "organisation_keys", "passkeys", "removals", "representatives", "spent_drafts", "trail", "ways_back", "word_decisions", "word_remarks",
    ];

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task A_table_without_a_wall_is_one_of_which_it_is_said(Database on)
    {
        await using var own = await Migrated.CopyAsync(on);
        await using var owner = NpgsqlDataSource.Create(own.Places.Postgres!);
        Assert.Equal([.. Of.Keys.Order(StringComparer.Ordinal)], await WalledAsync(owner));
        Assert.Equal(
            WithoutWall,
            await TextsAsync(owner, $"select relname::text from pg_class where relkind in ('r', 'p', 'v', 'm') and relnamespace = 'public'::regnamespace and not relrowsecurity and has_table_privilege('{PostgresStorage.Role}', oid, 'select') order by relname collate \"C\""));

        // A wall for one role would be none for another.
        Assert.Equal([PostgresStorage.Role], await TextsAsync(owner, "select distinct r.rolname::text from pg_policy p, unnest(p.polroles) as o join pg_roles r on r.oid = o"));

        // A policy that only adds would open what another shuts: of each table there is one for each thing that one can do.
        Assert.Equal(
            ["trail: r true, a true"],
            await TextsAsync(owner, "select c.relname || ': ' || string_agg(p.polcmd::text || ' ' || p.polpermissive::text, ', ' order by p.polcmd desc) from pg_policy p join pg_class c on c.oid = p.polrelid group by c.relname having count(*) > 1"));
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task Raw_questions_get_what_belongs_to_whom_they_are_asked_for_and_nothing_else_R9(Database on)
    {
        await using var town = await Town.MakeAsync(await Migrated.CopyAsync(on));
        var wrong = new List<string>();
        foreach (var (table, mine) in Of)
        {
            // Set: the circle, the person, both, those of nobody, or nothing at all.
            await SeeAsync("both", town.Circle, town.Person, $"{mine} is not true", 0);
            if (mine != "false")
            {
                await SeeAsync("both", town.Circle, town.Person, "true", 1);
            }

            var sets = new (string What, Guid? Circle, Guid? Person)[]
            {
                ("another circle and person", town.OtherCircle, town.OtherPerson), ("another circle", town.OtherCircle, null),
                ("another person", null, town.OtherPerson), ("no circle that there is", CircleId.New().Value, PersonId.New().Value),
                ("zeros", Guid.Empty, Guid.Empty),
            };
            foreach (var (what, circle, person) in sets)
            {
                await SeeAsync(what, circle, person, mine, 0);
            }

            await SeeAsync("nothing", null, null, "true", WithNothingSet.Contains(table) ? 2 : 0);

            async Task SeeAsync(string what, Guid? circle, Guid? person, string where, int rows)
            {
                var seen = await town.CountAsync(circle, person, $"select count(*) from {table} where {town.Fill(where)}");
                if (seen != rows)
                {
                    wrong.Add($"{table}, set {what}, where {where}: {seen} rows and not {rows}");
                }
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task Nothing_of_another_is_changed_removed_or_put_in(Database on)
    {
        await using var town = await Town.MakeAsync(await Migrated.CopyAsync(on));
        var wrong = new List<string>();
        foreach (var (table, mine) in Of)
        {
            var column = mine.Split(' ')[0];
            if (mine == "false")
            {
                // Of nobody: from a table, or as somebody, nothing of it can be touched.
                Assert.Equal(0, await town.RunAsync(town.OtherCircle, town.OtherPerson, $"delete from {table}"));
                continue;
            }

            if (table != "trail")
            {
                await SeeAsync($"delete from {table} where {mine}");
                await SeeAsync($"update {table} set {column} = {column} where {mine}");

                // Nor can what is one's own become another's.
                var value = mine.Split(' ')[2];
                await RefusedAsync($"update {table} set {column} = {value} where {column} = {value.Replace("{", "{other ", StringComparison.Ordinal)}");
                await RefusedAsync($"insert into {table} {town.RowFor(table, town.Circle, town.Person, 7)}");
            }

            async Task SeeAsync(string sql)
            {
                foreach (var (circle, person) in new (Guid?, Guid?)[] { (town.OtherCircle, town.OtherPerson), (town.OtherCircle, null), (null, town.OtherPerson) })
                {
                    if (await town.RunAsync(circle, person, town.Fill(sql)) is var rows and not 0)
                    {
                        wrong.Add($"{sql}: {rows} rows");
                    }
                }
            }

            async Task RefusedAsync(string sql)
            {
                try
                {
                    wrong.Add($"{sql}: {await town.RunAsync(town.OtherCircle, town.OtherPerson, town.Fill(sql))} rows");
                }
                catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
                {
                    // As it must be.
                }
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
        foreach (var sql in new[] { "update trail set seat = 1", "delete from trail", "delete from trail_head", "truncate circles, seats" })
        {
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                (await Assert.ThrowsAsync<PostgresException>(() => town.RunAsync(town.Circle, town.Person, sql))).SqlState);
        }
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task Words_that_look_like_a_command_set_nothing(Database on)
    {
        await using var town = await Town.MakeAsync(await Migrated.CopyAsync(on));
        foreach (var words in new[]
        {
            $"'; select set_config('keukentafel.circle', '{town.Circle}', false); --", $"{town.OtherCircle}' or '1'='1",
            $"x') union select sheet from contributions where circle = '{town.Circle}' --", "\\'; reset role; --",
        })
        {
            // As a value it is a value.
            var seen = 0L;
            await town.Storage.AskAsync(
                town.OtherCircle, town.OtherPerson,
                [
                    new Query("select count(*) from drafts where page = @words", row => seen += row.Number(0), ("words", words)),
                    new Query("select count(*) from circles where id <> @other", row => seen += row.Number(0), ("other", town.OtherCircle)),
                ],
                TestContext.Current.CancellationToken);
            Assert.Equal(0, seen);

            // And where the wall looks for an id, it is no id: an error, never a row.
            var broken = await Assert.ThrowsAsync<PostgresException>(() => town.RawAsync(words, "select count(*) from contributions"));
            Assert.Equal(PostgresErrorCodes.InvalidTextRepresentation, broken.SqlState);
        }

        Assert.Equal(0, await town.RawAsync("", "select count(*) from contributions"));
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task What_was_set_for_one_is_gone_for_the_next_on_the_same_connection(Database on)
    {
        // One connection only: whoever comes next gets the one that was just used.
        await using var town = await Town.MakeAsync(await Migrated.CopyAsync(on), most: 1);
        var first = await town.ServerProcessAsync();
        foreach (var before in new Func<Task>[]
        {
            () => town.CountAsync(town.Circle, town.Person, "select count(*) from contributions"),
            () => town.RunAsync(town.Circle, town.Person, "select 1"),
            () => Assert.ThrowsAsync<PostgresException>(() => town.CountAsync(town.Circle, town.Person, "select 1 / 0")),
            () => Assert.ThrowsAsync<PostgresException>(() => town.RunAsync(town.Circle, town.Person, "select 1 / 0")),
            async () =>
            {
                // Gone away in the middle.
                using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => town.Storage.AskAsync(
                    town.Circle, town.Person, [new Query("select count(*) from contributions, pg_sleep(5)", _ => { })], stop.Token).AsTask());
            },
        })
        {
            await before();
            Assert.Equal(first, await town.ServerProcessAsync());
            Assert.Equal(0, await town.CountAsync(null, null, "select count(*) from contributions"));
            Assert.Equal(0, await town.CountAsync(null, null, "select count(*) from circles"));
            Assert.Equal(1, await town.CountAsync(null, null, "select count(*) where coalesce(current_setting('keukentafel.circle', true), '') = '' and coalesce(current_setting('keukentafel.person', true), '') = ''"));
            Assert.Equal(0, await town.CountAsync(town.OtherCircle, town.OtherPerson, $"select count(*) from contributions where circle = '{town.Circle}'"));
        }
    }

    private static Task<List<string>> WalledAsync(NpgsqlDataSource owner) => TextsAsync(
        owner,
        "select c.relname::text from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relrowsecurity " +
        "and exists (select 1 from pg_policy p where p.polrelid = c.oid) order by c.relname collate \"C\"");

    private static async Task<List<string>> TextsAsync(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<string>();
        while (await rows.ReadAsync())
        {
            all.Add(rows.GetString(0));
        }

        return all;
    }
}
