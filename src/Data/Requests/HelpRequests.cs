using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Requests;

namespace Keukentafel.Data.Requests;

/// <summary>
/// What people ask of a local team (R57–R60). Who asks is nobody here: no person, no session and no source is kept, and what they do leaves no line in the
/// trail. What the team looks at and answers does. Each request is sealed under a key of its own, which is destroyed with it.
/// </summary>
public sealed class HelpRequests
{
    /// <summary>How many letters and digits a code has.</summary>
    public const int CodeLength = 10;

    // From as many on, and up to twice as many, a place is busy.
    private const int FewestMany = 6;

    // Whose key makes codes and prints them: of no circle and no person.
    private static readonly Guid House = new("3f0a7be2-5d19-4c46-8b8e-6a2d9c41f7d5");

    internal const string Columns = "r.id, r.team, r.sheet";

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;

    internal HelpRequests(Storage storage, Gate gate, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
    }

    /// <summary>What somebody typed, as a code; null when it is none.</summary>
    /// <param name="typed">What was typed.</param>
    public static string? Tidy(string? typed) => InvitationCode.OfLength(typed, CodeLength);

    /// <summary>The code as it stands on paper: in two groups of five.</summary>
    /// <param name="code">The code.</param>
    public static string Written(string code) => $"{code[..5]}-{code[5..]}";

    /// <summary>
    /// Keeps what somebody asks. The code is made of the form with a key outside the database: the same form sent twice is one request with one code, so that
    /// whoever did not get the answer can press again.
    /// </summary>
    /// <param name="ask">What is asked.</param>
    /// <param name="team">Of which team.</param>
    /// <param name="form">All of the form, with the random number it was opened with.</param>
    /// <param name="word">A slow hash of the word that goes with the code.</param>
    /// <returns>The code, and the request as it is kept; null when what this form asked is being taken away.</returns>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.SaysPlace"/>: there is no such team, or nobody answers for it.</exception>
    /// <exception cref="UnavailableException">Nothing can be kept at the moment.</exception>
    public async Task<(string Code, HelpRequest? Request)> AskAsync(HelpAsk ask, LocalTeamId team, byte[] form, string word)
    {
        var code = CodeOf(form);
        var print = PrintOf(code);
        var request = HelpRequest.Of(team, ask, _clock.GetUtcNow());

        // Its key is put on disk before its turn: everybody who writes would wait for that.
        var sheet = Sealed(request);
        Func<HelpRequest?>? before = null;
        var isKept = false;
        try
        {
            await _gate.ChangeAsync(
                null,
                null,
                async writing =>
                {
                    (before, isKept) = (null, false);
                    await writing.ReadAsync(
                        $"select {Columns} from help_requests r where r.print = @print",
                        row =>
                        {
                            var (id, ofTeam, blob) = (row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<byte[]>(2));
                            before = () => Opened(id, ofTeam, blob);
                        },
                        ("print", print));
                    if (before is not null)
                    {
                        return;
                    }

                    var isTeam = false;
                    await writing.ReadAsync(
                        "select 1 from local_teams t where t.id = @team and t.experts = @experts and exists (select 1 from local_team_members m where m.team = t.id)",
                        _ => isTeam = true, ("team", team.Value), ("experts", ask.IsQuestion ? 1 : 0));
                    if (!isTeam)
                    {
                        throw new RuleBrokenException(RequestRules.SaysPlace);
                    }

                    await writing.RunAsync(
                        "insert into help_requests (id, print, team, until, waits, word, sheet) values (@id, @print, @team, @until, @waits, @word, @sheet)",
                        ("id", request.Id.Value), ("print", print), ("team", team.Value), ("until", request.GoesOn.DayNumber), ("waits", WaitsOf(request)),
                        ("word", word), ("sheet", sheet));
                    isKept = true;
                },
                () => []);
        }
        catch (RuleBrokenException)
        {
            _keyring.Destroy(request.Id.Value);
            throw;
        }

        if (!isKept)
        {
            _keyring.Destroy(request.Id.Value);
        }

        return (code, isKept ? request : before?.Invoke());
    }

    /// <summary>
    /// The request that somebody comes back to with a code and a word; null when there is none, whatever is the matter: the word is looked at either way.
    /// </summary>
    /// <param name="code">The code, as <see cref="Tidy"/> gives it; null for none.</param>
    /// <param name="fits">Whether the word fits a hash; asked with null when there is none, and does the same work then.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<HelpRequest?> BackAsync(string? code, Func<string?, bool> fits, CancellationToken cancellation)
    {
        string? word = null;
        Func<HelpRequest?>? open = null;
        await _storage.AskAsync(
            null,
            null,
            [
                new Query(
                    $"select {Columns}, r.word from help_requests r where r.print = @print",
                    row =>
                    {
                        var (id, team, sheet) = (row.Id(0), row.Id(1), row.Bytes(2));
                        (open, word) = (() => Opened(id, team, sheet), row.Text(3));
                    },
                    ("print", PrintOf(code ?? ""))),
            ],
            cancellation);
        return fits(word) ? open?.Invoke() : null;
    }

    /// <summary>A request for who came back to it; null when it is gone.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<HelpRequest?> FindAsync(HelpRequestId id, CancellationToken cancellation)
    {
        HelpRequest? found = null;
        await _storage.AskAsync(
            null,
            null,
            [
                new Query(
                    $"select {Columns} from help_requests r where r.id = @id", row => found = Opened(row.Id(0), row.Id(1), row.Bytes(2)), ("id", id.Value)),
            ],
            cancellation);
        return found;
    }

    /// <summary>
    /// Whether many others of the same team wait longer for an answer: a busy place says so, and refuses nobody. How many is told to nobody, and where many begins
    /// is another number for each request: by asking oneself one does not count what others asked (T22).
    /// </summary>
    /// <param name="request">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> IsBusyBeforeAsync(HelpRequest request, CancellationToken cancellation)
    {
        var longer = 0;
        await _storage.AskAsync(
            null,
            null,
            [
                new Query(
                    // No more than it takes to know.
                    "select count(*) from (select 1 from help_requests where team = @team and waits > 0 and waits < @since limit @most) longer",
                    row => longer = row.Small(0),
                    ("team", request.Team.Value),
                    ("since", WaitsOf(request)),
                    ("most", FewestMany * 2)),
            ],
            cancellation);
        return longer >= FewestMany + (_keyring.PrintOf(House, [.. "many"u8, .. request.Id.Value.ToByteArray()])[0] % FewestMany);
    }

    /// <summary>Whether this very form came before, so that sending it again is no new question.</summary>
    /// <param name="form">All of the form.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> IsThereAsync(byte[] form, CancellationToken cancellation)
    {
        var there = false;
        await _storage.AskAsync(
            null, null, [new Query("select 1 from help_requests where print = @print", _ => there = true, ("print", PrintOf(CodeOf(form))))], cancellation);
        return there;
    }

    /// <summary>Who asked changes it: writes again, or says that the help has begun.</summary>
    /// <param name="id">Which.</param>
    /// <param name="change">What is done, with the moment, UTC.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.StillThere"/>, or as the change says.</exception>
    public Task ChangeAsync(HelpRequestId id, Func<HelpRequest, DateTimeOffset, HelpRequest> change) =>
        ChangeAsync(id, null, request => change(request, _clock.GetUtcNow()), () => []);

    /// <summary>Who asked takes it back: it is gone at once, from every copy.</summary>
    /// <param name="id">Which.</param>
    public Task TakeBackAsync(HelpRequestId id) => RemoveAsync(id.Value, "delete from help_requests where id = @id", []);

    /// <summary>What is there for the teams of somebody: first what waits for an answer, the longest waiting first; then what was answered.</summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<HelpRequest>> OfTeamsAsync(PersonId person, CancellationToken cancellation)
    {
        var all = new List<HelpRequest>();
        await _gate.WriteAsync(TrailLine.OfNoTable(_clock.GetUtcNow(), person, Deed.RequestsListed, Permission.Read, null));
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    $"select {Columns} from help_requests r join local_team_members m on m.team = r.team where m.person = @person",
                    row =>
                    {
                        if (Opened(row.Id(0), row.Id(1), row.Bytes(2)) is { TakenBackAt: null } request)
                        {
                            all.Add(request);
                        }
                    },
                    ("person", person.Value)),
            ],
            cancellation);
        return [.. all.OrderBy(one => one.WaitsSince is null).ThenBy(one => one.WaitsSince ?? one.At).ThenBy(one => one.Id.Value)];
    }

    /// <summary>
    /// Since when the one who waits longest waits for an answer of the teams of somebody, UTC; null when nobody waits. It says nothing of who or what, and so leaves
    /// no trace.
    /// </summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<DateTimeOffset?> LongestWaitAsync(PersonId person, CancellationToken cancellation)
    {
        DateTimeOffset? longest = null;
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select r.waits from help_requests r join local_team_members m on m.team = r.team where m.person = @person and r.waits > 0 order by r.waits limit 1",
                    row => longest = Sheets.Moment(row.Number(0)),
                    ("person", person.Value)),
            ],
            cancellation);
        return longest;
    }

    /// <summary>A request for somebody of its team; null for anybody else, and when it is gone.</summary>
    /// <param name="person">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<HelpRequest?> OpenAsync(PersonId person, HelpRequestId id, CancellationToken cancellation)
    {
        HelpRequest? found = null;
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    $"select {Columns} from help_requests r join local_team_members m on m.team = r.team where m.person = @person and r.id = @id",
                    row => found = Opened(row.Id(0), row.Id(1), row.Bytes(2)) is { TakenBackAt: null } one ? one : null,
                    ("person", person.Value),
                    ("id", id.Value)),
            ],
            cancellation);
        if (found is not null)
        {
            // On disk before it is shown.
            await _gate.WriteAsync(TrailLine.OfNoTable(_clock.GetUtcNow(), person, Deed.RequestOpened, Permission.Read, id.Value));
        }

        return found;
    }

    /// <summary>Somebody of the team answers. Of two at once, both are kept.</summary>
    /// <param name="by">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="name">By what name they go.</param>
    /// <param name="reach">How they can be reached.</param>
    /// <param name="words">What they say.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.StillThere"/>, or as <see cref="HelpRequest.Answer"/> says.</exception>
    public Task AnswerAsync(TeamMember by, HelpRequestId id, string? name, string? reach, string? words) =>
        ChangeAsync(by, id, Deed.RequestAnswered, (request, now) => request.Answer(by, name, reach, words, now));

    /// <summary>An expert says how they see what was asked without names. What another expert says stays beside it.</summary>
    /// <param name="by">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="name">By what name they go.</param>
    /// <param name="reach">How they can be reached.</param>
    /// <param name="words">What was typed, by what was asked.</param>
    /// <param name="stays">Where they would stay; null for at a distance.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.StillThere"/>, or as <see cref="HelpRequest.Advise"/> says.</exception>
    public Task AdviseAsync(TeamMember by, HelpRequestId id, string? name, string? reach, IReadOnlyDictionary<AdviceAsk, string?> words, ExpertStays? stays) =>
        ChangeAsync(by, id, Deed.RequestAnswered, (request, now) => request.Advise(by, name, reach, words, stays, now));

    /// <summary>Somebody of the team who answered offers to come to a table of who asked, or says that offer anew.</summary>
    /// <param name="by">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="worth">What for, and what it is worth.</param>
    /// <param name="writesDown">What they must write down elsewhere, and why.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.StillThere"/>, or as <see cref="HelpRequest.OfferTable"/> says.</exception>
    public Task OfferTableAsync(TeamMember by, HelpRequestId id, Worth worth, string? writesDown) =>
        ChangeAsync(by, id, Deed.TableOffered, (request, now) => request.OfferTable(by, worth, writesDown, now));

    /// <summary>Who offered to come takes that back.</summary>
    /// <param name="by">Who.</param>
    /// <param name="id">Which.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.StillThere"/>, or as <see cref="HelpRequest.TakeOfferBack"/> says.</exception>
    public Task TakeOfferBackAsync(TeamMember by, HelpRequestId id) => ChangeAsync(by, id, Deed.OfferTakenBack, (request, _) => request.TakeOfferBack(by));

    /// <summary>Somebody of the team heard from the family that they do not want this.</summary>
    /// <param name="by">Who.</param>
    /// <param name="id">Which.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.StillThere"/>.</exception>
    public Task NotWantedAsync(TeamMember by, HelpRequestId id) => ChangeAsync(by, id, Deed.RequestNotWanted, (request, now) => request.FamilyDoesNotWant(now));

    /// <summary>Removes what is over on its day, each with its key. Safe to repeat, and beside another process that does the same.</summary>
    /// <param name="cancellation">Stops between two requests.</param>
    /// <returns>How many; never whose or what.</returns>
    /// <exception cref="UnavailableException">Nothing can be kept at the moment; what is due stays due.</exception>
    public async Task<int> RemoveDueAsync(CancellationToken cancellation)
    {
        var today = Netherlands.DayOf(_clock.GetUtcNow()).DayNumber;
        var due = new List<Guid>();
        var broken = new List<Guid>();
        await _gate.ChangeAsync(
            null,
            null,
            writing => writing.ReadAsync("select id, until from help_requests", row =>
            {
                var id = row.GetGuid(0);
                if (Convert.ToInt32(row[1], null) <= today)
                {
                    due.Add(id);
                }
                else if (_keyring.IsMarked(id) && !_keyring.Has(id))
                {
                    broken.Add(id);
                }
            }),
            () => []);

        // Its key went before: the program stopped between, or an older backup was put back.
        foreach (var id in broken)
        {
            await RemoveAsync(id, "delete from help_requests where id = @id", []);
        }

        var removed = 0;
        foreach (var id in due)
        {
            cancellation.ThrowIfCancellationRequested();
            removed += await RemoveAsync(id, "delete from help_requests where id = @id and until <= @today", [("today", today)], counts: true) ? 1 : 0;
        }

        return removed;
    }

    // The mark comes first and the key last: wherever it stops between, doing it again finishes it.
    private async Task<bool> RemoveAsync(Guid id, string sql, (string Name, object Value)[] values, bool counts = false)
    {
        _keyring.Mark(id);
        var removed = false;
        await _gate.ChangeAsync(
            null,
            null,
            async writing =>
            {
                HelpRequest? goes = null;
                if (counts)
                {
                    await writing.ReadAsync(
                        $"select {Columns} from help_requests r where r.id = @id", row => goes = Opened(row.GetGuid(0), row.GetGuid(1), (byte[])row[2]), ("id", id));
                }

                removed = await writing.RunAsync(sql, [("id", id), .. values]) > 0;
                if (removed && goes is not null)
                {
                    await AskedCounts.CountAsync(writing, _keyring, goes, null, _clock.GetUtcNow());
                }
            },
            () => removed ? [TrailLine.OfNoTable(_clock.GetUtcNow(), default, Deed.RequestRemoved, Permission.Keep, id)] : []);
        if (removed)
        {
            _keyring.Destroy(id);
        }
        else if (_keyring.Has(id))
        {
            // Somebody wrote in it meanwhile, so that it goes later.
            _keyring.Unmark(id);
        }

        return removed;
    }

    private Task<long> ChangeAsync(TeamMember by, HelpRequestId id, Deed deed, Func<HelpRequest, DateTimeOffset, HelpRequest> change)
    {
        var now = _clock.GetUtcNow();
        return ChangeAsync(id, by.Person.Value, request => change(request, now), () => [TrailLine.OfNoTable(now, by.Person, deed, Permission.Speak, id.Value)]);
    }

    private Task<long> ChangeAsync(HelpRequestId id, Guid? person, Func<HelpRequest, HelpRequest> change, Func<IReadOnlyList<TrailLine>> lines) => _gate.ChangeAsync(
        null,
        person,
        async writing =>
        {
            HelpRequest? now = null;
            await writing.ReadAsync(
                $"select {Columns} from help_requests r where r.id = @id", row => now = Opened(row.GetGuid(0), row.GetGuid(1), (byte[])row[2]), ("id", id.Value));
            var changed = change(now ?? throw new RuleBrokenException(RequestRules.StillThere));
            await writing.RunAsync(
                "update help_requests set sheet = @sheet, until = @until, waits = @waits where id = @id",
                ("sheet", Sealed(changed)), ("until", changed.GoesOn.DayNumber), ("waits", WaitsOf(changed)), ("id", id.Value));
        },
        lines);

    private static long WaitsOf(HelpRequest request) => request.WaitsSince is { } since ? Sheets.Ms(since) : 0;

    private string CodeOf(byte[] form) => InvitationCode.Made(_keyring.PrintOf(House, [.. "code"u8, .. form]), CodeLength);

    private byte[] PrintOf(string code) => _keyring.PrintOf(House, [.. "print"u8, .. Encoding.ASCII.GetBytes(code)]);

    private byte[] Sealed(HelpRequest request) => _keyring.Seal(request.Id.Value, JsonSerializer.SerializeToUtf8Bytes(
        new RequestSheet(
            Sheets.Ms(request.At), request.Ask.WouldHelp, request.Ask.Hard, [.. request.Ask.Kinds.Select(one => (int)one)], [.. request.Ask.From.Select(one => (int)one)],
            request.Ask.MustNot, request.Ask.Name, request.Ask.Reach,
            [.. request.Said.Select(Sheet)],
            request.HelpBeganAt is { } began ? Sheets.Ms(began) : null)
        {
            For = request.Ask.For == AskedFor.Own ? null : (int)request.Ask.For,
            Who = request.Ask.Who,
            Question = request.Ask.IsQuestion ? [.. request.Ask.Question.Select(one => new RequestPartSheet((int)one.Ask, one.Words))] : null,
            HowKnown = request.Ask.HowKnown,
            NotWanted = request.NotWantedAt is { } no ? Sheets.Ms(no) : null,
            BeganByCode = request.HelpBeganByCode ? true : null,
            Doubts = request.Doubts.Count == 0 ? null : [.. request.Doubts.Select(one => new RequestDoubtSheet(Sheets.Ms(one.At), one.Words))],
            TakenBack = request.TakenBackAt is { } back ? Sheets.Ms(back) : null,
            Offer = request.Offer is { } offer
                ? new TableOfferSheet(
                    offer.By.Value, Sheets.Ms(offer.At), offer.Worth.Name!, offer.Worth.Does, offer.Worth.Goal!, offer.Worth.Adds!,
                    offer.Worth.LookAgain!.Value.DayNumber, offer.Worth.HowOften, offer.WritesDown, offer.RatherNotAt is { } rather ? Sheets.Ms(rather) : null)
                : null,
        },
        RequestJson.Default.RequestSheet));

    private static RequestSaidSheet Sheet(RequestSaid said) => new(said.By?.Value, Sheets.Ms(said.At), said.Words, said.Name, said.Reach)
    {
        ByCode = said.ByCode ? true : null,
        Advised = said.Advised.Count == 0 ? null : [.. said.Advised.Select(one => new RequestPartSheet((int)one.Ask, one.Words))],
        Stays = (int?)said.Stays,
        CameOfIt = said.CameOfIt ? true : null,
    };

    private HelpRequest? Opened(Guid id, Guid team, byte[] blob) => Opened(id, team, blob, _keyring);

    /// <summary>A request as it was kept; null when its key was destroyed and its row not yet.</summary>
    internal static HelpRequest? Opened(Guid id, Guid team, byte[] blob, Keyring keyring)
    {
        if (!keyring.Has(id))
        {
            return null;
        }

        var sheet = JsonSerializer.Deserialize(keyring.Open(id, blob), RequestJson.Default.RequestSheet)!;
        var ask = sheet.Question is { } question ? HelpAsk.Kept([.. question.Select(one => ((ConsultAsk)one.Ask, one.Words))], sheet.Who) : new HelpAsk(
            sheet.WouldHelp, sheet.Hard, [.. sheet.Kinds.Select(one => (HelpKind)one)], [.. sheet.From.Select(one => (HelpFrom)one)], sheet.MustNot, sheet.Name,
            sheet.Reach);
        return new HelpRequest(
            new HelpRequestId(id), new LocalTeamId(team), Sheets.Moment(sheet.At),
            sheet.For is { } whose ? ask.OnBehalf((AskedFor)whose, sheet.Who, sheet.HowKnown) : ask)
        {
            Said =
            [
                .. sheet.Said.Select(one => new RequestSaid(
                    one.By is { } by ? new PersonId(by) : null, Sheets.Moment(one.At), one.Words, one.Name, one.Reach)
                {
                    ByCode = one.ByCode == true,
                    Advised = one.Advised is { } advised ? [.. advised.Select(said => ((AdviceAsk)said.Ask, said.Words))] : [],
                    Stays = (ExpertStays?)one.Stays,
                    CameOfIt = one.CameOfIt == true,
                }),
            ],
            HelpBeganAt = sheet.Began is { } began ? Sheets.Moment(began) : null,
            HelpBeganByCode = sheet.BeganByCode == true,
            NotWantedAt = sheet.NotWanted is { } no ? Sheets.Moment(no) : null,
            Doubts = sheet.Doubts is { } doubts ? [.. doubts.Select(one => new RequestDoubt(Sheets.Moment(one.At), one.Words))]
                : sheet.Doubted is { } doubted ? [new RequestDoubt(Sheets.Moment(doubted), null)] : [],
            TakenBackAt = sheet.TakenBack is { } back ? Sheets.Moment(back) : null,
            Offer = sheet.Offer is { } offer
                ? new TableOffer(
                    new PersonId(offer.By), Sheets.Moment(offer.At),
                    new Worth
                    {
                        Name = offer.Name,
                        Does = offer.Does,
                        Goal = offer.Goal,
                        Adds = offer.Adds,
                        LookAgain = DateOnly.FromDayNumber(offer.LookAgain),
                        HowOften = offer.HowOften,
                    },
                    offer.WritesDown)
                {
                    RatherNotAt = offer.RatherNot is { } rather ? Sheets.Moment(rather) : null,
                }
                : null,
        };
    }
}

internal sealed record RequestSaidSheet(
    [property: JsonPropertyName("b")] Guid? By, [property: JsonPropertyName("a")] long At, [property: JsonPropertyName("w")] string Words,
    [property: JsonPropertyName("n")] string? Name, [property: JsonPropertyName("r")] string? Reach)
{
    [JsonPropertyName("c")]
    public bool? ByCode { get; init; }

    [JsonPropertyName("v")]
    public IReadOnlyList<RequestPartSheet>? Advised { get; init; }

    [JsonPropertyName("st")]
    public int? Stays { get; init; }

    [JsonPropertyName("co")]
    public bool? CameOfIt { get; init; }
}

internal sealed record RequestPartSheet([property: JsonPropertyName("k")] int Ask, [property: JsonPropertyName("w")] string Words);

internal sealed record RequestSheet(
    [property: JsonPropertyName("a")] long At, [property: JsonPropertyName("w")] string WouldHelp, [property: JsonPropertyName("h")] string? Hard,
    [property: JsonPropertyName("k")] IReadOnlyList<int> Kinds, [property: JsonPropertyName("f")] IReadOnlyList<int> From,
    [property: JsonPropertyName("x")] string? MustNot, [property: JsonPropertyName("n")] string? Name, [property: JsonPropertyName("r")] string? Reach,
    [property: JsonPropertyName("s")] IReadOnlyList<RequestSaidSheet> Said, [property: JsonPropertyName("hb")] long? Began)
{
    [JsonPropertyName("fo")]
    public int? For { get; init; }

    [JsonPropertyName("q")]
    public IReadOnlyList<RequestPartSheet>? Question { get; init; }

    [JsonPropertyName("wh")]
    public string? Who { get; init; }

    [JsonPropertyName("hk")]
    public string? HowKnown { get; init; }

    [JsonPropertyName("nw")]
    public long? NotWanted { get; init; }

    // As it was kept before there were words with it.
    [JsonPropertyName("db")]
    public long? Doubted { get; init; }

    [JsonPropertyName("dw")]
    public IReadOnlyList<RequestDoubtSheet>? Doubts { get; init; }

    [JsonPropertyName("tb")]
    public long? TakenBack { get; init; }

    [JsonPropertyName("bc")]
    public bool? BeganByCode { get; init; }

    [JsonPropertyName("o")]
    public TableOfferSheet? Offer { get; init; }
}

internal sealed record RequestDoubtSheet([property: JsonPropertyName("a")] long At, [property: JsonPropertyName("w")] string? Words);

internal sealed record TableOfferSheet(
    [property: JsonPropertyName("b")] Guid By, [property: JsonPropertyName("a")] long At, [property: JsonPropertyName("n")] string Name,
    [property: JsonPropertyName("d")] string? Does, [property: JsonPropertyName("g")] string Goal, [property: JsonPropertyName("ad")] string Adds,
    [property: JsonPropertyName("l")] int LookAgain, [property: JsonPropertyName("h")] string? HowOften, [property: JsonPropertyName("w")] string WritesDown,
    [property: JsonPropertyName("r")] long? RatherNot);

[JsonSerializable(typeof(RequestSheet))]
internal sealed partial class RequestJson : JsonSerializerContext;
