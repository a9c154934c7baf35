using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Views;

namespace Keukentafel.Data.Circles;

/// <summary>Looks things up for the door and for who was let in by it. It decides nothing and hands over nothing.</summary>
internal sealed class Finder
{
    private readonly Storage _storage;
    private readonly TimeProvider _clock;
    private readonly string _openOfEachSql;

    public Finder(Storage storage, TimeProvider clock)
    {
        _storage = storage;
        _clock = clock;
        _openOfEachSql = Questions.OpenOfEachSql.Replace("{0}", storage.True, StringComparison.Ordinal);
    }

    // What is kept from somebody until a day is kept by the same clock as everything.
    private (string Name, object Value) Now => ("now", Sheets.Ms(_clock.GetUtcNow()));

    /// <summary>The tables at which somebody sits, and everybody's seats there, as they lie in the database.</summary>
    public static async Task<(List<CircleRow> Circles, ILookup<Guid, SeatRow> Seats)> TablesOfAsync(Storage storage, PersonId person, CancellationToken cancellation)
    {
        var circles = new List<CircleRow>();
        var seats = new List<SeatRow>();
        await storage.AskAsync(
            null,
            person.Value,
            [
                new Query(Questions.CirclesOfMineSql, row => circles.Add(Questions.CircleOf(row)), ("person", person.Value)),
                new Query(Questions.SeatsOfMineSql, row => seats.Add(Questions.SeatOf(row)), ("person", person.Value)),
            ],
            cancellation);
        return (circles, seats.ToLookup(seat => seat.Circle));
    }

    /// <summary>Who sits at a table, and what of it this person asks for and may read.</summary>
    public async Task<FoundTable> AskAsync(
        Caller caller, CircleId id, Look? look, IReadOnlyList<string> contributions, CancellationToken cancellation)
    {
        var found = new FoundTable();
        var person = ("person", (object)caller.Person.Value);
        var circle = ("circle", (object)id.Value);
        var now = Now;
        var queries = new List<Query>(6)
        {
            contributions.Count == 0
                ? new(Questions.CircleSql, row => found.Circle = Questions.CircleOf(row), circle)
                : look is { IsTable: true }
                    ? new(Questions.TableForMeSql, found.TakeForTable, circle, person, now, ("session", caller.Session))
                    : new(Questions.CircleForMeSql, found.TakeForMe, circle, person),
            new(Questions.SeatsSql, row => found.Seats.Add(Questions.SeatOf(row)), circle),
        };
        foreach (var sql in contributions)
        {
            void Add(Row row) => found.Rows.Add(Questions.ContributionOf(row, id.Value));
            queries.Add((look?.One ?? look?.Older) is { } other
                ? new Query(sql, Add, person, circle, now, (look!.One is null ? "older" : "one", other.Value))
                : new Query(sql, Add, person, circle, now));
        }

        await _storage.AskAsync(id.Value, caller.Person.Value, queries, cancellation);
        if (found.HasAside)
        {
            await _storage.AskAsync(
                id.Value, caller.Person.Value, [new Query(Questions.AsideSql, row => found.Aside.Add(row.Id(0)), circle, person)], cancellation);
        }

        if (found.MayHaveNewsElsewhere)
        {
            await _storage.AskAsync(
                id.Value, caller.Person.Value,
                [new Query(Questions.ElsewhereSql, row => found.Elsewhere = row.Number(0), circle, person, now, ("session", caller.Session))], cancellation);
        }

        return found;
    }

    /// <summary>
    /// A table with more than a page: what waits for somebody further down, where one person fills more than half the page the last few of
    /// each, and who spoke further down. So nobody puts away what others said by saying much.
    /// </summary>
    public async Task AskBeyondAsync(Caller caller, CircleId id, Look look, FoundTable found, CancellationToken cancellation)
    {
        // The 61st only says that there is more.
        found.Rows.RemoveRange(Math.Min(Door.PageLength, found.Rows.Count), Math.Max(0, found.Rows.Count - Door.PageLength));
        var last = found.Rows.Count == 0 ? long.MaxValue : found.Rows[^1].Number;
        var person = ("person", (object)caller.Person.Value);
        var circle = ("circle", (object)id.Value);
        List<Query> queries =
        [
            new(Questions.SpokenSql, row => found.Spoken = found.Spoken.And(SeatSet.Of(new SeatNumber(row.Small(0)))), circle, person, Now),
        ];
        var beyond = new SortedDictionary<long, ContributionRow>();
        if (look.Older is null)
        {
            void Add(Row row) => beyond[-row.Number(0)] = Questions.ContributionOf(row, id.Value);
            var behind = ("last", (object)last);
            queries.Add(new Query(_openOfEachSql, Add, person, circle, Now, behind));
            queries.Add(new Query(Questions.OfEachSql, Add, person, circle, Now, behind));
        }

        await _storage.AskAsync(id.Value, caller.Person.Value, queries, cancellation);
        found.Rows.AddRange(beyond.Values);
    }

    /// <summary>Very many views: the newest, of everybody the last of each child, and the last few of everybody (T20).</summary>
    public async Task AskLastViewsAsync(Caller caller, CircleId id, FoundTable found, CancellationToken cancellation)
    {
        found.Rows.RemoveRange(Door.MostViews, found.Rows.Count - Door.MostViews);
        var last = found.Rows[^1].Number;
        await _storage.AskAsync(
            id.Value,
            caller.Person.Value,
            [
                new Query(
                    Questions.LastViewsSql,
                    row =>
                    {
                        if (row.Number(0) < last)
                        {
                            found.Rows.Add(Questions.ContributionOf(row, id.Value));
                        }
                    },
                    ("person", caller.Person.Value),
                    ("circle", id.Value),
                    Now),
            ],
            cancellation);
    }

    /// <summary>One contribution that this seat may read, with its place in the circle; null when there is none for this seat.</summary>
    public async Task<(ContributionRow Row, Contribution Contribution)?> FindAsync(
        Caller caller, CircleId circle, ContributionId id, Opener opener, CancellationToken cancellation)
    {
        ContributionRow? found = null;
        await _storage.AskAsync(
            circle.Value,
            caller.Person.Value,
            [
                new Query(
                    Questions.FoundSql,
                    row => found = Questions.ContributionOf(row, circle.Value),
                    ("person", caller.Person.Value),
                    ("circle", circle.Value),
                    Now,
                    ("one", id.Value)),
            ],
            cancellation);
        return found is null || caller.IsShut(found) ? null : (found, Sheets.From(found, opener));
    }

    /// <summary>
    /// The statements on which a reflection rests, whoever may read them elsewhere: the reflection itself says to whom each is shown.
    /// </summary>
    public async Task<IReadOnlyList<Slip>> SentencesAsync(
        Caller caller, CircleId circle, IReadOnlyList<ContributionId> sentences, Seat reader, Opener opener, CancellationToken cancellation)
    {
        var rows = new List<ContributionRow>();
        if (sentences.Count > 0)
        {
            await _storage.AskAsync(
                circle.Value,
                caller.Person.Value,
                [
                    .. sentences.Select(one => new Query(
                        Questions.SentenceSql,
                        row => rows.Add(Questions.ContributionOf(row, circle.Value)),
                        ("person", caller.Person.Value),
                        ("circle", circle.Value),
                        Now,
                        ("one", one.Value))),
                ],
                cancellation);
        }

        return rows.ConvertAll(row => new Slip(row, Kinds.TypeOf(row.Kind), opener) { Reader = reader });
    }

    /// <summary>All that hangs under a contribution and this seat may read, the oldest first.</summary>
    public async Task<IReadOnlyList<(ContributionRow Row, Contribution Contribution)>> UnderAsync(
        Caller caller, CircleId circle, ContributionId under, Opener opener, CancellationToken cancellation)
    {
        var rows = new List<ContributionRow>();
        await _storage.AskAsync(
            circle.Value,
            caller.Person.Value,
            [
                new Query(
                    Questions.UnderSql,
                    row => rows.Add(Questions.ContributionOf(row, circle.Value)),
                    ("person", caller.Person.Value),
                    ("circle", circle.Value),
                    Now,
                    ("one", under.Value)),
            ],
            cancellation);
        return [.. rows.Where(row => !caller.IsShut(row)).Select(row => (row, Sheets.From(row, opener)))];
    }

    /// <summary>Every difference at a table, whoever may read it: what its author no longer shows must go out of all of them.</summary>
    public async Task<IReadOnlyList<(long Number, Difference Difference)>> DifferencesAsync(Caller caller, CircleId circle, Opener opener)
    {
        var rows = new List<ContributionRow>();
        await _storage.AskAsync(
            circle.Value,
            caller.Person.Value,
            [
                new Query(
                    Questions.DifferencesSql, row => rows.Add(Questions.ContributionOf(row, circle.Value)), ("person", caller.Person.Value), ("circle", circle.Value), Now),
            ],
            CancellationToken.None);
        return rows.ConvertAll(row => (row.Number, (Difference)Sheets.From(row, opener)));
    }
}

/// <summary>What was found of a table for one person, before anything is decided.</summary>
internal sealed class FoundTable
{
    public CircleRow? Circle { get; set; }

    public List<SeatRow> Seats { get; } = [];

    public List<ContributionRow> Rows { get; } = [];

    public HashSet<Guid> Aside { get; } = [];

    public int Drafts { get; private set; }

    /// <summary>In which session this person was last here, when that visit began, and when the one before began.</summary>
    public (Guid? Session, long? At, long? Before) Visit { get; private set; }

    public SeatSet Spoken { get; set; }

    public bool HasAside { get; private set; }

    /// <summary>The kinds with pages of their own of which something is new, as bits.</summary>
    public long Elsewhere { get; set; }

    public bool MayHaveNewsElsewhere { get; private set; }

    public void TakeForMe(Row row)
    {
        Circle = Questions.CircleOf(row);
        Visit = (row.IdOrNone(6), row.NumberOrNone(7), row.NumberOrNone(8));
        Drafts = row.Small(9);
        HasAside = row.Number(10) != 0;
    }

    public void TakeForTable(Row row)
    {
        TakeForMe(row);
        MayHaveNewsElsewhere = row.Number(11) != 0;
    }
}
