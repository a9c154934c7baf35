using System.Data.Common;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Sqlite;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Keukentafel.Data.Tests;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class StillClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>All of Data on a database of its own, with one table at which a mother, a neighbour, a boy and a professional sit.</summary>
internal sealed class House : IAsyncDisposable
{
    private static readonly Template Migrated = new();

    private readonly OwnDatabase _own;
    private bool _stopped;

    private House(OwnDatabase own)
    {
        _own = own;
        Keyring = new Keyring(own.Places.KeysFolder);
        Open();
    }

    public Places Places => _own.Places;

    public StillClock Clock { get; } = new();

    public Keyring Keyring { get; }

    public Storage Storage { get; private set; } = null!;

    public Gate Gate { get; private set; } = null!;

    public Door Door { get; private set; } = null!;

    public Sessions Sessions { get; private set; } = null!;

    public Drafts Drafts { get; private set; } = null!;

    public Caller Mother { get; } = new(PersonId.New(), Guid.Parse("11111111-1111-4111-8111-111111111111"));

    public Caller Neighbour { get; } = new(PersonId.New(), Guid.Parse("22222222-2222-4222-8222-222222222222"));

    public Caller Boy { get; } = new(PersonId.New(), Guid.Parse("33333333-3333-4333-8333-333333333333"));

    public Caller Guest { get; } = new(PersonId.New(), Guid.Parse("44444444-4444-4444-8444-444444444444"));

    public IReadOnlyList<Caller> Everybody => [Mother, Neighbour, Boy, Guest];

    public CircleId Table { get; private set; }

    public static async Task<House> OpenAsync(Database on, bool parentsApart = false)
    {
        var house = new House(await Migrated.CopyAsync(on));
        house.Table = await house.Door.StartAsync(house.Mother, (person, at) => Circle.Start(
            person, "Moeder", null, AgeGroup.Adult, null, [new ChildAtStart("Kleintje", AgeGroup.Child)], parentsApart, at));
        await house.Door.ChangeAsync(
            house.Mother,
            house.Table,
            Permission.Host,
            visit =>
            {
                visit.Circle.Add(house.Neighbour.Person, "Buur", null, SeatSide.Network, AgeGroup.Adult, null, visit.Act);
                visit.Circle.Add(house.Boy.Person, "Jongen", null, SeatSide.Host, AgeGroup.Young, null, visit.Act);
                visit.Circle.AddFromBefore(house.Guest.Person, "Gast", null, null, visit.Act);
                return Task.FromResult(0);
            },
            CancellationToken.None);
        return house;
    }

    /// <summary>Somebody lays something good on the table.</summary>
    public Task<ContributionId> SayAsync(Caller caller, string words) => Door.ChangeAsync(
        caller,
        Table,
        Permission.Speak,
        async visit =>
        {
            var good = GoodThing.Lay(visit.Circle, words, SeatSet.None, Audience.Everyone, visit.Act);
            visit.Lay(good);
            return good.Id;
        },
        CancellationToken.None);

    public Task<TrailReport> VerifyAsync(string? witness = null) => TrailChecks.VerifyAsync(Places, witness, CancellationToken.None);

    /// <summary>A connection that may do anything, as somebody with the machine in hand could.</summary>
    public async Task<DbConnection> BreakInAsync()
    {
        DbConnection connection = Places.Postgres is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Places.SqliteFile, Pooling = false }.ToString());
        await connection.OpenAsync();
        if (Places.Postgres is null)
        {
            await RunAsync(connection, SqliteDb.Pragmas + "drop trigger trail_no_update; drop trigger trail_no_delete;");
        }

        return connection;
    }

    public static async Task<int> RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<object?> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Stops what serves.</summary>
    public async Task StopAsync()
    {
        if (!_stopped)
        {
            _stopped = true;
            await Gate.DisposeAsync();
            await Storage.DisposeAsync();
        }
    }

    /// <summary>Starts it again on what is there now.</summary>
    public void Open()
    {
        _stopped = false;
        Storage = Places.Postgres is { } postgres ? new PostgresStorage(postgres) : new SqliteStorage(Places.SqliteFile);
        Gate = new Gate(Storage, Keyring, Clock);
        Door = new Door(Storage, Gate, Keyring, Clock);
        Sessions = new Sessions(Storage, Gate, Clock);
        Drafts = new Drafts(Storage, Gate, Keyring, Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        NpgsqlConnection.ClearAllPools();
        await _own.DisposeAsync();
    }
}
