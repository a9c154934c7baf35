using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Commands;

namespace Keukentafel.Web.Tests.Docs;

/// <summary>
/// Tries every address there is as every kind of person, with what is theirs, another's, hidden, taken back, at a table that ended, and with an id that
/// is nobody's. What it finds is what docs/access.md says; what is refused must look the same whatever is there.
/// </summary>
internal sealed partial class Reach(Gathering gathering, IReadOnlyList<Address> addresses)
{
    /// <summary>What somebody asks for; the mark stands on the page.</summary>
    public static readonly (char Mark, string Says)[] Asked =
    [
        ('y', "it is the same for whatever one asks: the address has no id"),
        ('t', "at the own table"),
        ('o', "of what is one's own"),
        ('a', "of another's, which they let one read; of a table: another family's"),
        ('w', "of what was taken back, who stepped back or stopped"),
        ('e', "at the own table after it ended; most addresses lead there to what remains"),
        ('h', "of what is hidden from one"),
        ('r', "of what is not there"),
    ];

    // These change the session of who presses: they come last.
    private static readonly string[] Leaving = ["/end-others", "/sessions/{id:guid}/end", "/demo/{name}", "/sign-in", "/welcome/no", "/welcome/yes", "/leave", "/sign-out"];

    private readonly ConcurrentDictionary<(Address At, string Kind, char Mark), bool> _cells = [];
    private readonly ConcurrentDictionary<Address, ConcurrentDictionary<string, bool>> _opens = [];
    private readonly ConcurrentBag<string> _wrong = [];
    private readonly Guid _nobodys = PersonId.New().Value;
    private Dictionary<Address, HashSet<string>>? _known;

    /// <summary>What should not be: an error of the program, or an answer by which one knows that something is there.</summary>
    public IEnumerable<string> Wrong => _wrong.Distinct().Order(StringComparer.Ordinal);

    /// <summary>What was tried, and whether anything but a refusal came.</summary>
    public IReadOnlyDictionary<(Address At, string Kind, char Mark), bool> Cells => _cells;

    /// <summary>Every address that was tried.</summary>
    public IReadOnlyList<Address> Addresses => addresses;

    public async Task TryAllAsync(IReadOnlyList<Asker> askers)
    {
        // What opens anything is found with what lies there for all and what is one's own; with that alone the rest is tried.
        var looks = addresses.Where(one => one.Method != "POST").ToList();
        var scouts = askers.Where(asker => asker.Scouts).ToList();
        await EachAsync(scouts, looks, mark => mark is 'a' or 'o');
        _known = _opens.ToDictionary(one => one.Key, one => one.Value.Keys.ToHashSet());
        await EachAsync([.. askers.Except(scouts)], looks, mark => mark is 'a' or 'o');
        await EachAsync(askers, looks, mark => mark is not ('a' or 'o'));

        // What somebody at the table presses changes what the next one finds: that is tried by the tests of each page. The others find nothing to change,
        // nor does somebody at the table who presses on what is hidden from them.
        var presses = addresses.Where(one => one.Method == "POST").OrderBy(RankOf).ToList();
        await EachAsync([.. askers.Where(asker => asker.Sits)], [.. presses.Where(one => WhichPressed(one).Length > 0)], mark => mark is not ('t' or 'o' or 'w' or 'e'));
        await EachAsync([.. askers.Where(asker => !asker.Sits)], presses, _ => true);
    }

    /// <summary>What somebody at a table presses on here: only what must not be there for them.</summary>
    public static string WhichPressed(Address at) => !at.Pattern.StartsWith("/tables/{circle:guid}", StringComparison.Ordinal) ? ""
        : at.Pattern.Count(letter => letter == '{') == 1 ? "ar" : "hr";

    private static int RankOf(Address at) => Array.FindIndex(Leaving, end => at.Pattern.EndsWith(end, StringComparison.Ordinal));

    private Task EachAsync(IReadOnlyList<Asker> askers, List<Address> tried, Func<char, bool> which) => Parallel.ForEachAsync(
        askers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (asker, _) =>
        {
            foreach (var address in tried)
            {
                await TryAsync(asker, address, which);
            }
        });

    private async Task TryAsync(Asker asker, Address at, Func<char, bool> which)
    {
        var no = new HashSet<string>();
        var pressed = at.Method == "POST" && asker.Sits ? WhichPressed(at) : null;
        foreach (var (mark, path, what) in Targets(at, asker).Where(target => which(target.Mark) && pressed?.Contains(target.Mark) != false))
        {
            var (reached, looks) = await AskAsync(asker, at, path);
            _cells.AddOrUpdate((at, asker.Kind, mark), reached, (_, before) => before || reached);
            if (!reached)
            {
                no.Add(looks);
            }
            else if (what is not null)
            {
                _opens.GetOrAdd(at, _ => [])[what] = true;
            }

            if (at.Method == "POST" && RankOf(at) >= 0)
            {
                await asker.ComeInAsync();
            }
        }

        if (no.Count > 1)
        {
            _wrong.Add($"{at.Method} {at.Pattern} refuses {asker.Kind} in {no.Count} ways:\n{Difference(no)}");
        }
    }

    private async Task<(bool Reached, string Looks)> AskAsync(Asker asker, Address at, string path)
    {
        using var request = new HttpRequestMessage(at.Method == "POST" ? HttpMethod.Post : HttpMethod.Get, path);
        if (at.Method == "POST")
        {
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("proof", asker.Proof)]);
        }

        using var answer = await asker.Visitor.SendAsync(request);
        var status = (int)answer.StatusCode;
        if (status is >= 500 or 401 or 403 or 429 || (status == 400 && at.Pattern is not ("/drafts/{id:guid}" or "/drafts/{id:guid}/sound")))
        {
            _wrong.Add($"{at.Method} {at.Pattern} answers {asker.Kind} with {status}");
        }

        var to = answer.Headers.Location?.OriginalString;
        if (status is not (404 or 400) && (to is null || to != asker.SentTo))
        {
            return (true, "");
        }

        var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Set-Cookie" or "Content-Length"))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}"));
        var body = (await answer.Content.ReadAsStringAsync()).Replace(path, "", StringComparison.Ordinal);
        if (path.Split('/')[^1] is { Length: > 1 } asked)
        {
            body = body.Replace(asked, "", StringComparison.Ordinal);
        }

        var seen = new Dictionary<string, string>();
        return (false, Id().Replace(Proof().Replace($"{status}\n{headers}\n\n{body}", ""), id =>
            seen.TryGetValue(id.Value, out var known) ? known : seen[id.Value] = $"#{seen.Count}"));
    }

    private IEnumerable<(char Mark, string Path, string? What)> Targets(Address at, Asker asker)
    {
        var parts = Hole().Matches(at.Pattern).Select(match => match.Value).ToList();
        if (parts is [] or ["{*path}"])
        {
            return [(parts is [] ? 'y' : 'r', at.Pattern.Replace("{*path}", "nothing-here", StringComparison.Ordinal), null)];
        }

        if (parts[0] != "{circle:guid}")
        {
            return Alone(at, asker).Select(one => (one.Mark, at.Pattern.Replace(parts[0], one.Id, StringComparison.Ordinal), (string?)null));
        }

        string At(CircleId circle) => at.Pattern.Replace("{circle:guid}", circle.Value.ToString(), StringComparison.Ordinal);
        var nowhere = CircleId.From(_nobodys);
        if (parts.Count == 1)
        {
            return
            [
                ('t', At(gathering.Open.Circle), null), ('e', At(gathering.Ended.Circle), null), ('a', At(asker.AnothersTable), null), ('r', At(nowhere), null),
            ];
        }

        string With(CircleId circle, Guid id) => At(circle).Replace(parts[1], id.ToString(), StringComparison.Ordinal);
        return
        [
            .. Of(gathering.Open, at, parts[1], asker).Select(one => (one.Mark, With(gathering.Open.Circle, one.Id), one.What)),
            .. Of(gathering.Ended, at, parts[1], asker).Select(one => ('e', With(gathering.Ended.Circle, one.Id), one.What)),
            ('h', With(gathering.Open.Circle, asker.AnothersThing), null),
            ('h', With(gathering.Open.Circle, gathering.Ended.Things[0].Id), null),
            ('r', With(gathering.Open.Circle, _nobodys), null),
            ('r', With(nowhere, _nobodys), null),
        ];
    }

    private IEnumerable<(char Mark, Guid Id, string? What)> Of(Laid laid, Address at, string hole, Asker asker) => hole switch
    {
        "{seat:guid}" => laid.Seats.Where(seat => laid == gathering.Open ? seat.Key is not ("hilde" or "henk" or "gijs") : seat.Key == asker.Key || seat.Key is "ans" or "vera" or "nel").Select(seat => (
            seat.Key == asker.Key ? 'o' : seat.Key is "bart" or "stan" or "sten" ? 'w' : 'a', seat.Value, (string?)null)),
        "{involvement:guid}" => laid.Involvements.Select(one => (
            one.Key == asker.Key ? 'o' : one.Key == "taken back" ? 'w' : 'a', one.Value, (string?)null)),
        "{coordinator:guid}" => laid.Questions.Select(one => (one.Key == "ben" ? 'w' : one.Key == asker.Key ? 'o' : 'a', one.Value, (string?)null)),
        "{talk:guid}" => Things(laid.Things.Where(thing => thing.Kind.StartsWith("talk", StringComparison.Ordinal)), laid == gathering.Ended, at, asker),
        "{id:guid}" => Things(laid.Things, laid == gathering.Ended, at, asker),
        _ => throw new InvalidOperationException("Nobody knows what to ask with " + hole),
    };

    private IEnumerable<(char Mark, Guid Id, string? What)> Things(IEnumerable<Thing> things, bool ended, Address at, Asker asker)
    {
        var tried = new Dictionary<char, int>();
        var opens = at.Method == "POST" && asker.Sits ? OpensAround(at) : _known?.GetValueOrDefault(at);
        foreach (var thing in things)
        {
            var mark = thing.By == asker.Key ? 'o'
                : thing.How == 'h' && asker.Key is { } key && thing.Readers.Contains(key) ? 'a'
                : thing.How;
            if (mark == 'o' && thing.By != asker.Key)
            {
                continue;
            }

            // Whoever does not sit here is not asked with each, as the door does not look that far; nor is a table looked into that ended.
            var most = !asker.Sits || ended ? 1
                : at.Pattern.EndsWith("/{id:guid}", StringComparison.Ordinal) ? int.MaxValue
                : opens is not null || mark is 'h' or 'w' ? 6
                : int.MaxValue;
            if (tried.GetValueOrDefault(mark) < most && (!asker.Sits || IsWorthTrying(thing, mark, ended, opens, asker)))
            {
                tried[mark] = tried.GetValueOrDefault(mark) + 1;
                yield return (mark, thing.Id, thing.Kind);
            }
        }
    }

    // What is pressed on stands on the page at the same address, or at one above it.
    private HashSet<string>? OpensAround(Address at)
    {
        for (var path = at.Pattern; path.Contains('{', StringComparison.Ordinal); path = path[..path.LastIndexOf('/')])
        {
            if (_known!.Where(one => one.Key.Pattern == path).Select(one => one.Value).FirstOrDefault() is { } opens)
            {
                return opens;
            }
        }

        return null;
    }

    // What nothing is known of is tried with everything; then with what opened anything, and with what stands for the rest. The two scouts who do the work of
    // professionals try of another's only what stands for the rest.
    private bool IsWorthTrying(Thing thing, char mark, bool ended, HashSet<string>? opens, Asker asker) =>
        thing.Kind is "good thing" or "talk"
        || opens?.Contains(thing.Kind) == true
        || (!ended && opens is null && (mark == 'o' || (mark == 'a' && (_known is not null || asker.Key is not ("fien" or "max")))));

    private IEnumerable<(char Mark, string Id)> Alone(Address at, Asker asker) => at.Pattern switch
    {
        "/demo/{name}" => [('a', "esra"), ('r', "zo-heet-niemand")],
        "/welcome/{code:length(12,20)}" => [('a', gathering.Codes.Waits), ('w', gathering.Codes.TakenBack), ('r', "aaaabbbbccccdddd")],

        // Who comes back without having been sent is led to the sign-in page: the tests of that page try it.
        "/sign-in/organisation/{number:int}/back" => [('r', "7")],
        "/sign-in/organisation/{number:int}" or "/me/organisation/{number}" => [('a', "1"), ('r', "7")],
        _ when at.Pattern.StartsWith("/words/review/", StringComparison.Ordinal) =>
            [('a', gathering.Remarks.Open.ToString()), ('w', gathering.Remarks.Gone.ToString()), ('r', _nobodys.ToString())],
        "/editing/new/{kind}" => [('a', "Story"), ('r', "Poem")],
        _ when at.Pattern.StartsWith("/editing/", StringComparison.Ordinal) =>
            [('a', gathering.Near.Written.ToString()), ('w', gathering.Near.Gone.ToString()), ('r', _nobodys.ToString())],
        "/near/faces/{text:guid}" => [('a', gathering.Face.ToString()), ('w', gathering.Near.Gone.ToString()), ('r', _nobodys.ToString())],
        _ when at.Pattern.StartsWith("/near/", StringComparison.Ordinal) => [('a', gathering.Near.Team.ToString()), ('r', _nobodys.ToString())],
        _ when at.Pattern.StartsWith("/requests/", StringComparison.Ordinal) =>
            [('a', gathering.Requests.Open.ToString()), ('w', gathering.Requests.Gone.ToString()), ('r', _nobodys.ToString())],
        _ when asker.OwnOf(at.Pattern) is var (own, anothers) =>
            [.. own is { } id ? new[] { ('o', id.ToString()) } : [], ('a', anothers.ToString()), ('r', _nobodys.ToString())],
        _ => throw new InvalidOperationException("Nobody knows what to ask at " + at.Pattern),
    };

    private static string Difference(HashSet<string> ways)
    {
        var (one, other) = (ways.First(), ways.ElementAt(1));
        var from = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => text[Math.Max(0, from - 80)..Math.Min(text.Length, from + 80)];
        return $"…{Around(one)}…\n…{Around(other)}…";
    }

    [GeneratedRegex("name=\"proof\" value=\"[^\"]*\"")]
    private static partial Regex Proof();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
