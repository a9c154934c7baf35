using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Keukentafel.Data.Tests.Store;

/// <summary>What PostgreSQL itself refuses the program, whatever the program asks.</summary>
public sealed class WallTests
{
    private static readonly Template Migrated = new();

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task The_program_works_as_a_role_that_owns_nothing(Database on)
    {
        await using var own = await Migrated.CopyAsync(on);
        await using var storage = new PostgresStorage(own.Places.Postgres!);
        Assert.Equal(PostgresStorage.Role, await AskAsync(storage, null, null, "select current_user::text"));
        Assert.Equal("0", await AskAsync(storage, null, null, "select count(*)::text from pg_class where pg_get_userbyid(relowner) = current_user"));
        Assert.Equal("0", await AskAsync(storage, null, null, "select count(*)::text from pg_proc where pg_get_userbyid(proowner) = current_user"));
        Assert.Equal(
            "false false false false false",
            await AskAsync(
                storage, null, null,
                "select rolsuper::text || ' ' || rolbypassrls::text || ' ' || rolcreatedb::text || ' ' || rolcreaterole::text || ' ' || rolcanlogin::text " +
                "from pg_roles where rolname = current_user"));
        await RefusedAsync(storage, "create table mine (id int)");
        await RefusedAsync(storage, "alter table contributions disable row level security");
        await RefusedAsync(storage, "drop policy contributions_wall on contributions");
        await RefusedAsync(storage, "select * from \"__EFMigrationsHistory\"");
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task The_program_cannot_go_back_to_being_the_owner_by_resetting(Database on)
    {
        await using var own = await Migrated.CopyAsync(on);
        await using var storage = new PostgresStorage(own.Places.Postgres!);
        await using var connection = (NpgsqlConnection)await storage.OpenForWritingAsync(CancellationToken.None);
        foreach (var line in new[] { "reset role", "discard all", "reset all" })
        {
            await using var command = new NpgsqlCommand(line, connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await using var who = new NpgsqlCommand("select current_user::text", connection);
            Assert.Equal(PostgresStorage.Role, await who.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task With_another_circle_set_no_row_of_this_one_shows_R9(Database on)
    {
        await using var own = await Migrated.CopyAsync(on);
        await using var services = Services(own.Places);
        var door = services.GetRequiredService<Door>();
        var storage = (PostgresStorage)services.GetRequiredService<Storage>();
        var (mine, circle) = await StartAsync(door, "Esra");
        var (other, another) = await StartAsync(door, "Noor");
        await services.GetRequiredService<Drafts>().KeepAsync(mine.Person, DraftId.New(), circle, "/", new Dictionary<string, string[]> { ["words"] = ["Ik"] });

        foreach (var (table, key) in new[] { ("circles", "id"), ("seats", "circle"), ("contributions", "circle"), ("laid_aside", "circle"), ("invitations", "circle"), ("trail", "circle") })
        {
            var count = $"select count(*)::text from {table} where {key} = '{circle.Value}'";
            Assert.NotEqual("0", await AskAsync(storage, circle.Value, mine.Person.Value, count));
            Assert.Equal("0", await AskAsync(storage, another.Value, other.Person.Value, count));
        }

        const string Drafts = "select count(*)::text from drafts";
        Assert.Equal("1", await AskAsync(storage, circle.Value, mine.Person.Value, Drafts));
        Assert.Equal("0", await AskAsync(storage, circle.Value, other.Person.Value, Drafts));
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task With_another_circle_set_no_row_of_this_one_can_be_changed(Database on)
    {
        await using var own = await Migrated.CopyAsync(on);
        await using var services = Services(own.Places);
        var door = services.GetRequiredService<Door>();
        var storage = (PostgresStorage)services.GetRequiredService<Storage>();
        var (_, circle) = await StartAsync(door, "Esra");
        var (other, another) = await StartAsync(door, "Noor");
        Assert.Equal(0, await RunAsync(storage, another.Value, other.Person.Value, $"update seats set side = 1 where circle = '{circle.Value}'"));
        Assert.Equal(0, await RunAsync(storage, another.Value, other.Person.Value, $"delete from contributions where circle = '{circle.Value}'"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(
            storage, another.Value, other.Person.Value, $"update contributions set circle = '{circle.Value}' where circle = '{another.Value}'"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task Every_table_with_a_circle_or_words_in_it_has_a_wall(Database on)
    {
        await using var own = await Migrated.CopyAsync(on);
        await using var storage = new PostgresStorage(own.Places.Postgres!);
        Assert.Equal("", await AskAsync(
            storage, null, null,
            "select coalesce(string_agg(distinct c.relname, ' '), '') from pg_class c join pg_attribute a on a.attrelid = c.oid " +
            "where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname in ('circle', 'sheet', 'person') and not c.relrowsecurity and c.relname not in ('sessions', 'passkey_questions')"));
    }

    private static ServiceProvider Services(Places places)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddData(places);
        return services.BuildServiceProvider();
    }

    private static async Task<(Caller Who, CircleId Circle)> StartAsync(Door door, string name)
    {
        var who = new Caller(PersonId.New(), Guid.Empty);
        var mug = new Mug(default, default, default);
        var circle = await door.StartAsync(who, (person, at) => Circle.Start(
            person, name, null, AgeGroup.Adult, mug, [new ChildAtStart("Amir", AgeGroup.Child)], false, at));
        await door.ChangeAsync(
            who,
            circle,
            Permission.Speak,
            async visit =>
            {
                var thing = GoodThing.Lay(visit.Circle, "Het gaat goed op school.", SeatSet.None, Audience.Everyone, visit.Act);
                visit.Lay(thing);
                return thing.Id;
            },
            CancellationToken.None);
        var sight = await door.OpenAsync(who, circle, Look.Table(), CancellationToken.None);
        sight.Dispose();
        await door.ChangeAsync(
            who,
            circle,
            Permission.Speak,
            async visit =>
            {
                visit.LayAside(await visit.FindAsync<Contribution>(sight.Slips[0].Id, CancellationToken.None), true);
                return true;
            },
            CancellationToken.None);
        await door.ChangeAsync(
            who,
            circle,
            Permission.Host,
            visit => Task.FromResult(visit.Circle.Invite(visit.Circle.Children.Single().Id, "Dit is jouw plek.", SeatSet.None, visit.Act)),
            CancellationToken.None);
        return (who, circle);
    }

    private static async Task<string> AskAsync(PostgresStorage storage, Guid? circle, Guid? person, string sql)
    {
        var answer = "";
        await storage.AskAsync(circle, person, [new Query(sql, row => answer = row.Text(0))], TestContext.Current.CancellationToken);
        return answer;
    }

    private static async Task<int> RunAsync(PostgresStorage storage, Guid? circle, Guid? person, string sql)
    {
        await using var connection = (NpgsqlConnection)await storage.OpenForWritingAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await storage.BeginOneAsync(connection, transaction, circle, person);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task RefusedAsync(PostgresStorage storage, string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(storage, null, null, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
