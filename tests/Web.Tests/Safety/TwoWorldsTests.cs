using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Demo;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Safety;

/// <summary>
/// Two worlds that differ only in what is hidden from one parent: in one, the other parent and the child do things that are not his; in the other they do
/// not. For him not one byte may differ, on any page, print, file or error.
/// </summary>
public sealed partial class TwoWorldsTests
{
    private const int Operations = 1_000;

    private static readonly string[] Pages =
    [
        "", "/list", "/views", "/plan", "/print", "/story", "/story/read?private=yes&apart=yes", "/story/document?apart=yes", "/story/data?private=yes&apart=yes", "/who",
        "/frames", "/rest", "/end", "/later", "/booklet", "/talks", "/decisions", "/not-known", "/incidents", "/overview", "/face", "/read-by", "/find", "/together", "/lay",
        "/contact", "/hidden-address", "/not-yet", "/along", "/mine", "/joining/new", "/people/new", "/question", "/ended", "/ended/read", "/story/let-go", "/who/me", "/views/new", "/talks/new", "/my-place", "/my-place/supporter", "/my-place/aloud",
        "/consults", "/consults/new", "/load", "/coordinator", "/reports/new",
    ];

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    [Trait("Takes", "long")]
    public async Task For_Mark_not_one_byte_differs_whatever_Sanne_and_Isa_do_that_is_not_his_T20_T22_N49(Database on)
    {
        await using var hiding = await World.StartAsync(on);
        await using var quiet = await World.StartAsync(on);
        var chance = new Random(20);
        var (looked, hidden) = (0, 0);
        for (var operation = 0; operation < Operations; operation++)
        {
            var step = TimeSpan.FromMinutes(chance.Next(1, 14));
            hiding.Clock.Now += step;
            quiet.Clock.Now += step;
            switch (chance.Next(10))
            {
                case < 4:
                    var what = chance.Next();
                    await hiding.HideAsync(what, operation);
                    await quiet.OnlyLookAsync(what);
                    hidden++;
                    break;
                case < 6:
                    var shown = chance.Next();
                    await hiding.ShowAsync(shown, operation);
                    await quiet.ShowAsync(shown, operation);
                    break;
                default:
                    await CompareAsync(hiding, quiet, chance.Next());
                    looked++;
                    break;
            }
        }

        // Every page once more, at the end.
        foreach (var page in Enumerable.Range(0, Pages.Length))
        {
            await CompareAsync(hiding, quiet, page * 4);
            looked++;
        }

        // The test can see: without the hidden words the two worlds would be one.
        Assert.True(hiding.HiddenThings.Count > 40, $"{hidden} hidden things were done, and {hiding.HiddenThings.Count} lie there.");
        Assert.True(hiding.KeptBack > 10);
        Assert.True(hiding.StoodIn > 5);
        Assert.Equal(["back", "no", "yes"], hiding.Answered.Order());
        Assert.True(hiding.Consulted > 3);
        Assert.True(hiding.SaidNoToFace > 3);

        // What Mark asks in the background himself is refused as often as it would be (R98, T20).
        Assert.Equal(await quiet.MarkAsksUntilRefusedAsync(), await hiding.MarkAsksUntilRefusedAsync());
        Assert.Empty(quiet.HiddenThings);
        Assert.True(looked > 300);
        Assert.DoesNotContain("KANARIE-", hiding.Read.ToString(), StringComparison.Ordinal);
        using var sanne = await hiding.Running.AsAsync("sanne");
        await sanne.GetAsync(hiding.Table + "/print");
        Assert.Contains("KANARIE-", sanne.Html, StringComparison.Ordinal);
    }

    private static async Task CompareAsync(World hiding, World quiet, int which)
    {
        // What he was shown before he tries for himself too: things that he cannot know, by their address.
        var page = (which % 4, which / 4) switch
        {
            (3, var n) when hiding.HiddenThings.Count > 0 => hiding.HiddenThings[n % hiding.HiddenThings.Count],
            (2, var n) => $"link {n}",
            (1, var n) when n % 5 == 0 => n % 2 == 0 ? "/tables" : "/me",
            var (_, n) => Pages[n % Pages.Length],
        };
        var one = await hiding.MarkLooksAsync(page);
        var other = await quiet.MarkLooksAsync(page);
        Assert.True(one == other, $"{page} at {hiding.Clock.Now:u} after {hiding.Done}\n{Difference(one, other)}");
    }

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)];
        return $"hiding: …{Around(one)}…\n\nquiet: …{Around(other)}…";
    }

    private sealed partial class World : IAsyncDisposable
    {
        // How many hidden things there are to do.
        private const int Kinds = 23;

        private readonly Dictionary<string, Visitor> _people = [];
        private readonly Dictionary<string, string> _ids = [];
        private readonly List<string> _seats = [];
        private readonly Dictionary<Visitor, List<string>> _own = [];
        private string _table = "";
        private string? _ownHelper;
        private List<string> _links = [];

        private World(Running running, StoryClock clock)
        {
            Running = running;
            Clock = clock;
        }

        public Running Running { get; }

        public string Table => _table;

        public StoryClock Clock { get; }

        public List<string> HiddenThings { get; } = [];

        public int KeptBack { get; private set; }

        public int StoodIn { get; private set; }

        public int Consulted { get; private set; }

        public int SaidNoToFace { get; private set; }

        public HashSet<string> Answered { get; } = [];

        public string Done { get; private set; } = "";

        public StringBuilder Read { get; } = new();

        public static async Task<World> StartAsync(Database on)
        {
            var clock = new StoryClock { Now = TimeProvider.System.GetUtcNow() };
            clock.Now = new DateTimeOffset(clock.Now.Date.AddDays(1).AddHours(8), TimeSpan.Zero);
            var world = new World(await Running.StartAsync(on, clock), clock);
            var sanne = await world.AsAsync("sanne");
            world._table = sanne.Table;
            foreach (var name in new[] { "Sanne", "Theo", "Ilse", "Isa", "Mark" })
            {
                world._seats.Add(await sanne.SeatAsync(name));
            }

            // Ilse is asked to be the face: who of the other hosts says "not for me" is not Mark's.
            await sanne.GetAsync(world._table + "/face");
            await sanne.PressAsync("form[action$='/face/ask']", ("who", world._seats[2]));

            // Somebody was proposed whom the hosts are asked about: what one host answers is not another's.
            var ilse = await world.AsAsync("ilse");
            await ilse.GetAsync(world._table + "/joining/new");
            await ilse.PressAsync(
                "form.composer", ("name", "Hanneke"), ("goal-words", "Slapen"), ("adds-words", "Zij weet van slapen."),
                ("day", Netherlands.DayOf(clock.Now.AddDays(60)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            // And somebody who would come in the place of Ilse.
            await ilse.GetAsync($"{world._table}/people/{world._seats[2]}/stand-in");
            await ilse.PressAsync("form.composer", ("name", "Sem"));
            await ilse.PressAsync("form.composer", ("goal-words", "Hij belt."), ("until", world.Until(60)), ("why-words", "Ik heb rust nodig."));
            Assert.Contains("Dit is Sem.", ilse.Html, StringComparison.Ordinal);
            return world;
        }

        /// <summary>Sanne or Isa does something that is not Mark's.</summary>
        public async Task HideAsync(int which, int nth)
        {
            var what = which % Kinds;
            var who = await AsAsync(which / Kinds % 3 == 0 ? "isa" : "sanne");
            Done = $"hidden {what}";
            switch (what)
            {
                case 0 or 1:
                    await LayAsync(who, "worry", nth, ("readers", "OnlyMe"));
                    break;
                case 2:
                    await LayAsync(who, "good-thing", nth, ("readers", "These"), ("named", _seats[1]));
                    break;
                case 3:
                    await LayAsync(who, "wish", nth, ("readers", "These"), ("named", _seats[2]));
                    break;
                case 4 when _own.TryGetValue(who, out var own) && own.Count > 1:
                    await who.GetAsync(own[^1] + "/take-back");
                    await who.PressAsync("form[action$='/take-back']");
                    own.RemoveAt(own.Count - 1);
                    break;
                case 4:
                    break;
                case 5:
                    await who.GetAsync(_table + "/contact");
                    await who.PressAsync("main form.composer", ("number-words", $"06 {nth}"), ("reader", _seats[2]), ("mind-words", $"KANARIE-{nth}"));
                    break;
                case 6:
                    await who.GetAsync(_table + "/find");
                    await who.PressAsync("main form", ("q", $"KANARIE-{nth}"));
                    break;
                case 7:
                    await who.GetAsync($"/tables/{CircleId.New().Value}/things/{ContributionId.New().Value}");
                    await who.GetAsync("/rights");
                    break;
                case 8:
                    await who.GetAsync(_table + "/who");
                    await who.PostAsync(_table + "/who/first", [await who.ProofAsync(), new("seat", _seats[1])]);
                    break;
                case 9:
                    await who.GetAsync(_table);
                    if (who.Page.QuerySelector("main a[href*='/joining/']:not([href$='/new'])")?.GetAttribute("href") is { } joining)
                    {
                        await who.GetAsync(joining);
                        await who.PressAsync(
                            "form.composer[action$='/answer']", ("answer", new[] { "Welcome", "RatherNot", "InDoubt" }[which / (3 * Kinds) % 3]), ("words", $"KANARIE-{nth}"));
                    }

                    break;
                case 10:
                    // On another device: signed in, looked around, gone.
                    using (var other = await Running.AsAsync(which / Kinds % 3 == 0 ? "isa" : "sanne"))
                    {
                        await other.GetAsync(_table + "/views");
                    }

                    break;
                case 11:
                    // A table of her own, with whom she wants.
                    who = await AsAsync("sanne");
                    await who.GetAsync("/tables/new");
                    await who.PressAsync("main form", ("name", "Sanne"));
                    await who.PressAsync("main form", ("child1", $"Kind KANARIE-{nth}"));
                    await who.PressAsync("main form");
                    await who.LayAsync("worry", $"KANARIE-{nth} hier");
                    break;
                case 12:
                    // Whom Isa chose as her supporter, and whether Theo knows it.
                    who = await AsAsync("isa");
                    await who.GetAsync(_table + "/my-place/supporter");
                    await who.PressAsync("form.composer", ("who", _seats[1]), ("known", which / (3 * Kinds) % 2 == 0 ? "OnlyMe" : "Supporter"));
                    break;
                case 13 or 14:
                    // Ilse writes about Mark what he does not read yet.
                    who = await AsAsync("ilse");
                    await KeepBackAsync(who, nth);
                    break;
                case 15:
                    // Theo says yes or no to the last of it, or takes a yes back, and Ilse asks for longer.
                    who = await AsAsync("theo");
                    await AnswerAsync(who, which / (3 * Kinds) % 3 == 0 ? "no" : "yes");
                    if (nth % 3 == 0)
                    {
                        await AnswerAsync(who, "back");
                    }

                    await LongerAsync(await AsAsync("ilse"), nth);
                    break;
                case 16:
                    // Where they live: kept, told to Ilse, read by her, changed, and now and then taken away.
                    var told = await AsAsync("ilse");
                    await who.GetAsync(_table + "/hidden-address");
                    if (nth % 3 == 0 && who.Page.QuerySelector("form[action$='/take-away']") is not null)
                    {
                        await who.PressAsync("form[action$='/take-away']");
                        break;
                    }

                    await who.PressAsync("main form.composer", ("street-words", $"KANARIE-laan {nth}"), ("also-words", "Kanarieschool"), ("reader", _seats[2]));
                    await told.GetAsync($"{_table}/people/{_seats[which / Kinds % 3 == 0 ? 3 : 0]}/address");
                    break;
                case 17:
                    // At a table of her own: who helps her there, and who would come in that person's place.
                    who = await AsAsync("sanne");
                    await StandInAsync(who, nth);
                    break;
                case 18:
                    // Isa says something aloud, for herself or for Theo.
                    who = await AsAsync("isa");
                    await who.GetAsync(_table + "/my-place/aloud");
                    await who.SpeakAsync(
                        "form.composer", Recorded.Wave(0.5 + (nth % 5)), "x.wav", ("what", "NotNice"), ("words", $"KANARIE-{nth}"),
                        ("readers", nth % 2 == 0 ? "OnlyMe" : "These"), ("named", nth % 2 == 0 ? null : _seats[1]));
                    HiddenThings.Add(who.Page.QuerySelector("article audio")!.GetAttribute("src")!);
                    break;
                case 21:
                    // Not my face, or mine after all.
                    await who.GetAsync(_table + "/face");
                    if (who.Page.QuerySelector("form[action$='/face/for-me']") is null)
                    {
                        await who.GetAsync(_table + "/face/stop");
                        await who.PressAsync("main form[action$='/face/stop']", "face");
                        SaidNoToFace++;
                    }
                    else
                    {
                        await who.PressAsync("form[action$='/face/for-me']");
                    }

                    break;
                case 22:
                    // Ilse writes down what she passes on about Sanne alone, and Sanne answers in it.
                    who = await AsAsync("ilse");
                    await who.GetAsync(_table + "/reports/new");
                    await who.PressAsync("form.composer", ("thing", who.Page.QuerySelector("input[name=thing]")!.GetAttribute("value")));
                    await who.PressAsync("form.composer", ("about", _seats[0]), ("heard-words", $"KANARIE-{nth}"));
                    await who.PressAsync("form.composer", ("offered-words", "Oppas."), ("keeps-words", "Elke week langs."));
                    await who.PressAsync("form.composer", ("to", "De school"), ("why-words", $"KANARIE-{nth}"));
                    await who.PressAsync("form.composer");
                    HiddenThings.Add(who.Path);
                    var letter = who.Path;
                    who = await AsAsync("sanne");
                    await who.GetAsync(letter.Replace("/reports/", "/things/", StringComparison.Ordinal) + "/answer");
                    await who.PressAsync("form.composer", ("words", $"KANARIE-{nth}"));
                    break;
                case 20:
                    // Sanne asks somebody in the background about herself alone.
                    who = await AsAsync("sanne");
                    await ConsultAsync(who, nth);
                    break;
                default:
                    await who.GetAsync("/me/helpers");
                    await who.PostAsync("/me/helpers", [await who.ProofAsync(), new("helper", _seats[1]), new("helper", _seats[2])]);
                    break;
            }

            Assert.True(what == 7 || who.Status == HttpStatusCode.OK, $"{Done}: {who.Status}\n{who.Html}");
        }

        /// <summary>
        /// What Mark may know of a hidden thing that Ilse does: that a guest had the table before her, with his words on it (R6). In the world where she
        /// does it not, she looks as often.
        /// </summary>
        public async Task OnlyLookAsync(int which)
        {
            if (which % Kinds is not (>= 13 and <= 16 or 22))
            {
                return;
            }

            // Coming in leads to the table.
            var ilse = await AsAsync("ilse");
            if (which % Kinds == 22)
            {
                await ilse.GetAsync(_table + "/reports/new");
            }
            else if (which % Kinds is 13 or 14)
            {
                await ilse.GetAsync(_table);
                await ilse.GetAsync(_table);
            }
        }

        /// <summary>Somebody does something that all may see; the same in both worlds.</summary>
        public async Task ShowAsync(int which, int nth)
        {
            var who = await AsAsync(new[] { "sanne", "isa", "theo", "ilse", "mark" }[which % 5]);
            Done = $"shown {which % 4} by {which % 5}";
            await who.GetAsync(_table);
            switch (which % 4)
            {
                case 0:
                    await who.LayAsync("good-thing", $"Dag {nth} was goed.");
                    break;
                case 1:
                    await who.LayAsync("wish", $"Ik wil {nth} keer zwemmen.");
                    break;
                case 2:
                    await who.GetAsync(_table + "/print");
                    break;
                default:
                    await who.GetAsync(_table + "/later");
                    await who.PressAsync("form.composer", ("holds-words", $"Samen eten, {nth}."));
                    break;
            }
        }

        /// <summary>All that Mark gets back: status, headers and body, ids by the order in which he first saw them.</summary>
        public async Task<string> MarkLooksAsync(string page)
        {
            var mark = await AsAsync("mark");
            if (page.StartsWith("link ", StringComparison.Ordinal))
            {
                page = _links.Count == 0 ? _table : _links[int.Parse(page[5..], CultureInfo.InvariantCulture) % _links.Count];
            }

            await mark.GetAsync(page.StartsWith('/') && page.Contains("tables", StringComparison.Ordinal) || page == "/me" ? page : _table + page);
            _links = [.. mark.Page.QuerySelectorAll("main a[href^='/tables']").Select(link => link.GetAttribute("href")!)];
            var answer = mark.Answer;
            var headers = answer.Headers.Concat(answer.Content.Headers)
                .Where(header => header.Key is not ("Date" or "Set-Cookie" or "Content-Length"))
                .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
            var plain = Proof().Replace($"{(int)mark.Status} {mark.Path}\n{string.Join('\n', headers)}\n\n{mark.Html}", "value=\"proof\"");
            Read.Append(plain);
            return Id().Replace(plain, id => _ids.TryGetValue(id.Value, out var known) ? known : _ids[id.Value] = $"#{_ids.Count}");
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var visitor in _people.Values)
            {
                visitor.Dispose();
            }

            await Running.DisposeAsync();
        }

        private async Task StandInAsync(Visitor sanne, int nth)
        {
            if (_ownHelper is null)
            {
                await sanne.GetAsync("/tables/new");
                await sanne.PressAsync("main form", ("name", "Sanne"));
                await sanne.PressAsync("main form", ("child1", $"Kind KANARIE-{nth}"));
                await sanne.PressAsync("main form");
                var table = sanne.Path;
                await sanne.GetAsync(table + "/joining/new");
                await sanne.PressAsync("form.composer", ("name", "Vera"), ("goal-words", $"KANARIE-{nth}"), ("adds-words", "Rust."), ("day", Until(60)));
                await sanne.GetAsync(sanne.Page.QuerySelector("main .sheet-waits a[href*='/people/']")!.GetAttribute("href")!);
                var place = sanne.Path;
                await sanne.GetAsync(place + "/invite");
                await sanne.PressAsync("form.composer", ("words", $"KANARIE-{nth}"));
                using var vera = Running.Stranger();
                await vera.GetAsync("/welcome/" + sanne.Page.QuerySelector(".way-in-code")!.TextContent);
                await vera.GetAsync("/welcome/name");
                await vera.PressAsync("main form", ("name", "Vera"));
                await vera.PressAsync("main form", ("password", "drie woorden achter elkaar"));
                Assert.Equal(table, vera.Path);
                _ownHelper = place;
            }

            await sanne.GetAsync(_ownHelper + "/stand-in");
            await sanne.PressAsync("form.composer", ("name", $"KANARIE-{nth}"));
            await sanne.PressAsync("form.composer", ("goal-words", $"KANARIE-{nth}"), ("until", Until(60)));
            Assert.Contains("Er is een plek", sanne.Html, StringComparison.Ordinal);
            StoodIn++;
        }

        private async Task ConsultAsync(Visitor who, int nth)
        {
            if (Consulted == Domain.Circles.Circle.MostExperts)
            {
                return;
            }

            await who.GetAsync(_table + "/consults/new");
            await who.PressAsync("form.composer", ("words", $"KANARIE-{nth}"), ("fact-words", "Ik slaap slecht."));
            HiddenThings.Add(who.Path);
            await who.PressAsync("form[action$='/send']", ("name", $"KANARIE-{nth}"), ("does", "werkt elders"), ("day", Until(20)));
            Consulted++;
        }

        /// <summary>How often Mark can ask somebody in the background until it is too often.</summary>
        public async Task<int> MarkAsksUntilRefusedAsync()
        {
            var mark = await AsAsync("mark");
            for (var asked = 0; ; asked++)
            {
                await mark.GetAsync(_table + "/consults/new");
                await mark.PressAsync("form.composer", ("words", $"Vraag {asked}"), ("fact-words", "Ik slaap slecht."));
                await mark.PressAsync("form[action$='/send']", ("name", "Joke"), ("does", "werkt elders"), ("day", Until(20)));
                if (mark.Status != HttpStatusCode.OK)
                {
                    return asked;
                }
            }
        }

        private async Task KeepBackAsync(Visitor ilse, int nth)
        {
            await ilse.GetAsync(_table);
            HiddenThings.Add(await ilse.LayAsync(
                "statement", $"KANARIE-{nth}", ("know", "WasThere"), ("about", _seats[^1]), ("keep", _seats[^1]), ("second", _seats[1]), ("why", $"KANARIE-{nth} bang"),
                ("until", Until(30))));
            KeptBack++;
        }

        private async Task AnswerAsync(Visitor theo, string answer)
        {
            await theo.GetAsync(_table + "/not-yet");
            var section = answer == "back" ? "agreed" : "asked";
            if (theo.Page.QuerySelector($"section[aria-labelledby={section}] a[href$='/withheld']")?.GetAttribute("href") is { } asked)
            {
                await theo.GetAsync(asked);
                await theo.PressAsync("form[action$='/withheld']", ("agrees", answer));
                Answered.Add(answer);
            }
        }

        private async Task LongerAsync(Visitor ilse, int nth)
        {
            await ilse.GetAsync(_table + "/not-yet");
            foreach (var thing in ilse.Page.QuerySelectorAll("main a[href*='/things/']").Select(link => link.GetAttribute("href")!).Distinct().ToList())
            {
                await ilse.GetAsync(thing + "/longer");
                if (ilse.Status == HttpStatusCode.OK)
                {
                    await ilse.PressAsync("form.composer", ("second", _seats[0]), ("why", $"KANARIE-{nth} nog bang"), ("until", Until(41)));
                    return;
                }
            }
        }

        private string Until(int days) => Netherlands.DayOf(Clock.Now.AddDays(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        private async Task LayAsync(Visitor who, string what, int nth, params (string Name, string? Value)[] readers)
        {
            await who.GetAsync(_table);
            HiddenThings.Add(await who.LayAsync(what, $"KANARIE-{nth}", readers));
            if (!_own.TryGetValue(who, out var own))
            {
                _own[who] = own = [];
            }

            own.Add(HiddenThings[^1]);
        }

        private async Task<Visitor> AsAsync(string name)
        {
            if (_people.TryGetValue(name, out var known))
            {
                await known.GetAsync("/tables");
                if (known.Path.StartsWith("/tables", StringComparison.Ordinal) && known.Status == HttpStatusCode.OK)
                {
                    return known;
                }

                known.Dispose();
            }

            return _people[name] = await Running.AsAsync(name);
        }

        [GeneratedRegex("value=\"CfDJ8[^\"]*\"")]
        private static partial Regex Proof();

        [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
        private static partial Regex Id();
    }
}
