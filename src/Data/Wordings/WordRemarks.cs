using System.Text.Json;
using System.Text.Json.Serialization;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Wordings;

namespace Keukentafel.Data.Wordings;

/// <summary>
/// What people say about the words of the program, and what was decided (R134). It is kept without who, from where or when: the day alone, and no line in
/// the trail. It is sealed under a key of no circle and no person.
/// </summary>
public sealed class WordRemarks
{
    private static readonly Guid House = new("6c1f8a3e-94d7-4a0b-8f52-1d0c7e9b3a64");

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;

    internal WordRemarks(Storage storage, Gate gate, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
    }

    /// <summary>Today, in the Netherlands.</summary>
    public DateOnly Today => Netherlands.DayOf(_clock.GetUtcNow());

    /// <summary>Keeps what somebody said. Who is not asked, and cannot be found out from it.</summary>
    /// <param name="remark">What.</param>
    public Task SayAsync(WordRemark remark) => _gate.ChangeAsync(
        null,
        null,
        writing => writing.RunAsync(
            "insert into word_remarks (id, day, sheet) values (@id, @day, @sheet)",
            ("id", remark.Id.Value), ("day", remark.Day.DayNumber), ("sheet", Sealed(remark))),
        () => []);

    /// <summary>What nobody decided about yet, the oldest first. Within a day in no order that tells anything.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<WordRemark>> OpenAsync(CancellationToken cancellation)
    {
        var all = new List<WordRemark>();
        await _storage.AskAsync(
            null,
            null,
            [new Query("select id, day, sheet from word_remarks order by day, id", row => all.Add(Opened(row.Id(0), row.Small(1), row.Bytes(2))))],
            cancellation);
        return all;
    }

    /// <summary>One of those; null when it is gone.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<WordRemark?> FindAsync(WordRemarkId id, CancellationToken cancellation)
    {
        WordRemark? found = null;
        await _storage.AskAsync(
            null,
            null,
            [new Query("select day, sheet from word_remarks where id = @id", row => found = Opened(id.Value, row.Small(0), row.Bytes(1)), ("id", id.Value))],
            cancellation);
        return found;
    }

    /// <summary>A representative proposes something, or says no. What lies there in that very moment counts.</summary>
    /// <param name="id">Which.</param>
    /// <param name="change">What is done.</param>
    /// <exception cref="RuleBrokenException"><see cref="WordingRules.StillOpen"/>, or as the change says.</exception>
    public Task ChangeAsync(WordRemarkId id, Func<WordRemark, WordRemark> change) => _gate.ChangeAsync(
        null,
        null,
        async writing => await writing.RunAsync(
            "update word_remarks set sheet = @sheet where id = @id", ("sheet", Sealed(change(await NowAsync(writing, id)))), ("id", id.Value)),
        () => []);

    /// <summary>The other agrees: what was decided stays, and what was said goes, in one moment.</summary>
    /// <param name="id">Which.</param>
    /// <param name="agree">The yes.</param>
    /// <exception cref="RuleBrokenException"><see cref="WordingRules.StillOpen"/>, or as the yes says.</exception>
    public Task DecideAsync(WordRemarkId id, Func<WordRemark, WordDecision> agree) => _gate.ChangeAsync(
        null,
        null,
        async writing =>
        {
            var decision = agree(await NowAsync(writing, id));
            await writing.RunAsync(
                "insert into word_decisions (id, day, sheet) values (@id, @day, @sheet)",
                ("id", id.Value), ("day", decision.Day.DayNumber), ("sheet", Sealed(decision)));
            await writing.RunAsync("delete from word_remarks where id = @id", ("id", id.Value));
        },
        () => []);

    /// <summary>Takes away what is about somebody, or about no word at all.</summary>
    /// <param name="id">Which.</param>
    /// <exception cref="RuleBrokenException">It is gone, or somebody proposed something with it.</exception>
    public Task TakeAwayAsync(WordRemarkId id) => _gate.ChangeAsync(
        null,
        null,
        async writing =>
        {
            (await NowAsync(writing, id)).MustHaveNoProposal();
            await writing.RunAsync("delete from word_remarks where id = @id", ("id", id.Value));
        },
        () => []);

    /// <summary>What was decided, the newest first.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<WordDecision>> DecidedAsync(CancellationToken cancellation)
    {
        var all = new List<WordDecision>();
        await _storage.AskAsync(
            null, null, [new Query("select day, sheet from word_decisions order by day desc, id", row => all.Add(Decided(row.Small(0), row.Bytes(1))))], cancellation);
        return all;
    }

    /// <summary>Whether a parent and a young person decided anything yet: until then the product says that no family read its words.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> WereReadAsync(CancellationToken cancellation)
    {
        var were = false;
        await _storage.AskAsync(null, null, [new Query("select 1 from word_decisions limit 1", _ => were = true)], cancellation);
        return were;
    }

    /// <summary>Throws away what nobody decided about for <see cref="WordRemark.Lasts"/> days.</summary>
    public Task ForgetOldAsync() => _gate.ChangeAsync(
        null,
        null,
        writing => writing.RunAsync("delete from word_remarks where day < @day", ("day", Today.DayNumber - WordRemark.Lasts)),
        () => []);

    private async Task<WordRemark> NowAsync(Writing writing, WordRemarkId id)
    {
        WordRemark? now = null;
        await writing.ReadAsync(
            "select day, sheet from word_remarks where id = @id", row => now = Opened(id.Value, Convert.ToInt32(row[0], null), (byte[])row[1]), ("id", id.Value));
        return now ?? throw new RuleBrokenException(WordingRules.StillOpen);
    }

    private byte[] Sealed(WordRemark remark) => _keyring.Seal(House, JsonSerializer.SerializeToUtf8Bytes(
        new RemarkSheet(
            (int)remark.Kind, remark.Page, remark.Language, remark.Words, remark.Better,
            [
                .. remark.Proposals.Select(one => new ProposalSheet(
                    Sheet(one.By), (int)one.Outcome, one.Old, one.New, one.Why,
                    one.Objection is { } no ? Sheet(no.By) : null, one.Objection?.Why)),
            ]),
        WordingJson.Default.RemarkSheet));

    private WordRemark Opened(Guid id, int day, byte[] blob)
    {
        var sheet = JsonSerializer.Deserialize(_keyring.Open(House, blob), WordingJson.Default.RemarkSheet)!;
        return new WordRemark(
            new WordRemarkId(id), DateOnly.FromDayNumber(day), (WordRemarkKind)sheet.Kind, sheet.Page, sheet.Language, sheet.Words, sheet.Better)
        {
            Proposals =
            [
                .. sheet.Proposals.Select(one => new WordProposal(From(one.By), (WordOutcome)one.Outcome, one.Old, one.New, one.Why)
                {
                    Objection = one.No is { } no ? new WordObjection(From(no), one.NoWhy!) : null,
                }),
            ],
        };
    }

    private byte[] Sealed(WordDecision decision) => _keyring.Seal(House, JsonSerializer.SerializeToUtf8Bytes(
        new DecisionSheet(
            decision.Page, decision.Language, (int)decision.Outcome, decision.Old, decision.New, decision.Why, [.. decision.By.Select(Sheet)]),
        WordingJson.Default.DecisionSheet));

    private WordDecision Decided(int day, byte[] blob)
    {
        var sheet = JsonSerializer.Deserialize(_keyring.Open(House, blob), WordingJson.Default.DecisionSheet)!;
        return new WordDecision(
            DateOnly.FromDayNumber(day), sheet.Page, sheet.Language, (WordOutcome)sheet.Outcome, sheet.Old, sheet.New, sheet.Why, [.. sheet.By.Select(From)]);
    }

    private static SpeakerSheet Sheet(Representative by) => new(by.Person.Value, (int)by.Kind);

    private static Representative From(SpeakerSheet by) => new(new PersonId(by.Person), (RepresentativeKind)by.Kind);
}

internal sealed record SpeakerSheet([property: JsonPropertyName("p")] Guid Person, [property: JsonPropertyName("k")] int Kind);

internal sealed record ProposalSheet(
    [property: JsonPropertyName("b")] SpeakerSheet By, [property: JsonPropertyName("o")] int Outcome, [property: JsonPropertyName("f")] string Old,
    [property: JsonPropertyName("t")] string? New, [property: JsonPropertyName("w")] string Why, [property: JsonPropertyName("n")] SpeakerSheet? No,
    [property: JsonPropertyName("nw")] string? NoWhy);

internal sealed record RemarkSheet(
    [property: JsonPropertyName("k")] int Kind, [property: JsonPropertyName("p")] string? Page, [property: JsonPropertyName("l")] string Language,
    [property: JsonPropertyName("w")] string Words, [property: JsonPropertyName("b")] string? Better,
    [property: JsonPropertyName("ps")] IReadOnlyList<ProposalSheet> Proposals);

internal sealed record DecisionSheet(
    [property: JsonPropertyName("p")] string? Page, [property: JsonPropertyName("l")] string Language, [property: JsonPropertyName("o")] int Outcome,
    [property: JsonPropertyName("f")] string Old, [property: JsonPropertyName("t")] string? New, [property: JsonPropertyName("w")] string Why,
    [property: JsonPropertyName("by")] IReadOnlyList<SpeakerSheet> By);

[JsonSerializable(typeof(RemarkSheet))]
[JsonSerializable(typeof(DecisionSheet))]
internal sealed partial class WordingJson : JsonSerializerContext;
