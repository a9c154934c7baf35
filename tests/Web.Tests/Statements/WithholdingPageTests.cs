using Keukentafel.Domain.Access;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Demo;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Statements;

public sealed class WithholdingPageTests
{
    private const string Words = "Mark schreeuwde in de gang.";
    private const string Why = "Eerst een veilige plek.";
    private const string Near = "De laatste dag is bijna daar.";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Ilse_keeps_back_with_Sanne_what_is_about_Mark_until_a_day_and_then_Mark_reads_it_and_why_R127_R3_T4(Database on)
    {
        await using var world = await World.StartAsync(on);
        using var ilse = await world.AsAsync("ilse");
        using var sanne = await world.AsAsync("sanne");
        using var theo = await world.AsAsync("theo");
        var thing = await world.KeepBackAsync(ilse);
        Assert.Contains("Sanne", ilse.Page.QuerySelector(".told")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Theo", ilse.Page.QuerySelector(".told")!.TextContent, StringComparison.Ordinal);
        await NotThereAsync(theo, thing);
        await world.MarkReadsNothingAsync(thing);

        await sanne.GetAsync(sanne.Table);

        // Whoever looks along reads on the table's page neither the words nor whom it is about.
        var waits = sanne.Page.QuerySelector(".sheet-waits")!.TextContent;
        Assert.Contains("Ilse vraagt je iets. Lees dit als je alleen bent.", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("Mark", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("“", waits, StringComparison.Ordinal);
        await sanne.GetAsync(sanne.Table + "/not-yet");
        await sanne.GetAsync(sanne.Page.QuerySelector("main a[href$='/withheld']")!.GetAttribute("href")!);
        Assert.Contains("Daarna leest Mark het wel.", sanne.Html, StringComparison.Ordinal);
        Assert.Contains(Why, sanne.Html, StringComparison.Ordinal);
        await sanne.PressAsync("form[action$='/withheld']", ("agrees", "yes"));
        Assert.Equal(HttpStatusCode.OK, sanne.Status);

        await theo.GetAsync(thing);
        Assert.Contains("Nog niet te lezen voor Mark, tot en met", theo.Html, StringComparison.Ordinal);
        await ilse.GetAsync(ilse.Table + "/not-yet");
        Assert.Contains("Mark nog niet.", ilse.Html, StringComparison.Ordinal);
        await world.MarkReadsNothingAsync(thing);

        world.Clock.Now += TimeSpan.FromDays(14);
        await world.MarkReadsNothingAsync(thing);
        world.Clock.Now += TimeSpan.FromDays(1);
        using var mark = await world.AsAsync("mark");
        await mark.GetAsync(thing);
        Assert.Contains(Words, mark.Html, StringComparison.Ordinal);
        Assert.Contains("Ilse en Sanne spraken dat af.", mark.Html, StringComparison.Ordinal);
        Assert.Contains(Why, mark.Html, StringComparison.Ordinal);
        await mark.GetAsync(mark.Table);
        Assert.Contains(Words, mark.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task After_a_no_of_Sanne_only_Ilse_reads_it_until_she_shows_it_R127(Database on)
    {
        await using var world = await World.StartAsync(on);
        using var ilse = await world.AsAsync("ilse");
        using var sanne = await world.AsAsync("sanne");
        using var theo = await world.AsAsync("theo");
        var thing = await world.KeepBackAsync(ilse);
        await sanne.GetAsync(thing + "/withheld");
        await sanne.PressAsync("form[action$='/withheld']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sanne.Status);
        await sanne.PressAsync("form[action$='/withheld']", ("agrees", "no"));
        Assert.EndsWith("/not-yet", sanne.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, sanne.Html, StringComparison.Ordinal);
        await NotThereAsync(sanne, thing);
        world.Clock.Now += TimeSpan.FromDays(16);
        using var again = await world.AsAsync("sanne");
        await NotThereAsync(again, thing);
        await world.MarkReadsNothingAsync(thing);

        using var author = await world.AsAsync("ilse");
        await author.GetAsync(thing);
        Assert.Contains("Er is nu geen ja. Alleen Ilse leest dit.", author.Html, StringComparison.Ordinal);
        await author.GetAsync(author.Page.QuerySelector("main a[href$='/show']")!.GetAttribute("href")!);
        await author.PressAsync("form[action$='/show']");
        Assert.Contains("Nu laat Ilse het zien.", author.Html, StringComparison.Ordinal);
        using var mark = await world.AsAsync("mark");
        await mark.GetAsync(thing);
        Assert.Contains(Words, mark.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Sanne_takes_her_yes_back_and_then_only_Ilse_reads_it_and_Mark_nothing_R127_T22(Database on)
    {
        await using var world = await World.StartAsync(on);
        using var ilse = await world.AsAsync("ilse");
        using var sanne = await world.AsAsync("sanne");
        var thing = await world.KeepBackAsync(ilse);
        await world.AgreeAsync(sanne, thing);
        await sanne.GetAsync(sanne.Table + "/not-yet");
        var agreed = sanne.Page.QuerySelector("section[aria-labelledby=agreed]")!;
        Assert.Contains(Words, agreed.TextContent, StringComparison.Ordinal);
        await sanne.GetAsync(agreed.QuerySelector("a[href$='/withheld']")!.GetAttribute("href")!);
        Assert.Contains("Dan leest alleen Ilse dit nog.", sanne.Html, StringComparison.Ordinal);
        await sanne.PressAsync("form[action$='/withheld']", ("agrees", "back"));
        Assert.EndsWith("/not-yet", sanne.Path, StringComparison.Ordinal);
        await NotThereAsync(sanne, thing);
        await world.MarkReadsNothingAsync(thing);
        await ilse.GetAsync(thing);
        Assert.Contains("Er is nu geen ja. Alleen Ilse leest dit.", ilse.Html, StringComparison.Ordinal);
        await NotThereAsync(ilse, thing + "/withheld");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task When_the_table_ends_what_is_kept_from_Mark_stays_kept_as_Ilse_is_not_there_to_be_asked_again_R127_T20_T22(Database on)
    {
        await using var world = await World.StartAsync(on);
        using var ilse = await world.AsAsync("ilse");
        using var sanne = await world.AsAsync("sanne");
        using var mark = await world.AsAsync("mark");
        using var isa = await world.AsAsync("isa");
        var thing = await world.KeepBackAsync(ilse);
        await world.AgreeAsync(sanne, thing);
        await EndAsync(mark, sanne, isa);
        foreach (var days in new[] { 0, 15, 30 })
        {
            world.Clock.Now += TimeSpan.FromDays(days);
            using var again = await world.AsAsync("mark");
            foreach (var page in new[] { "/ended/read", "/story/read?private=yes&apart=yes", "/story/data?private=yes&apart=yes" })
            {
                await again.GetAsync(again.Table + page);
                Assert.DoesNotContain(Words, again.Html, StringComparison.Ordinal);
                Assert.DoesNotContain(Why, again.Html, StringComparison.Ordinal);
            }
        }

        using var mother = await world.AsAsync("sanne");
        await mother.GetAsync(mother.Table + "/ended/read");
        Assert.Contains(Words, mother.Html, StringComparison.Ordinal);
        Assert.Contains("niet te lezen voor Mark, ook later niet.", mother.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task When_the_table_opens_again_nothing_but_Sannes_own_press_shows_Mark_what_she_kept_back_R127_T22(Database on)
    {
        await using var world = await World.StartAsync(on);
        using var ilse = await world.AsAsync("ilse");
        using var sanne = await world.AsAsync("sanne");
        using var mark = await world.AsAsync("mark");
        using var isa = await world.AsAsync("isa");
        var thing = await sanne.LayAsync(
            "statement", Words, ("know", "WasThere"), ("about", world.Seats["Mark"]), ("keep", world.Seats["Mark"]), ("second", world.Seats["Ilse"]), ("why", Why),
            ("until", world.Day(14)));
        await world.AgreeAsync(ilse, thing);
        await EndAsync(mark, sanne, isa);
        world.Clock.Now += TimeSpan.FromDays(20);
        using var again = await world.AsAsync("sanne");
        await again.GetAsync(again.Table + "/ended");
        await again.PressAsync("form[action$='/open-again']");
        Assert.EndsWith("/ended", again.Path, StringComparison.Ordinal);
        foreach (var name in new[] { "mark", "isa" })
        {
            using var agrees = await world.AsAsync(name);
            await agrees.GetAsync(again.Table + "/ended");
            await agrees.PressAsync("form[action$='/open-again']");
        }

        await world.MarkReadsNothingAsync(thing);

        // What she does with it otherwise does not show it.
        await again.GetAsync(thing + "/means");
        await again.PressAsync("form[action$='/means']", ("words", "Ik was bang."));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        await world.MarkReadsNothingAsync(thing);
        await again.GetAsync(thing + "/show");
        await again.PressAsync("form[action$='/show']");
        using var reads = await world.AsAsync("mark");
        await reads.GetAsync(thing);
        Assert.Contains(Words, reads.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Ilse_is_not_here_any_more_Sanne_is_asked_in_the_last_week_and_can_keep_it_from_everybody_R127_T22()
    {
        await using var world = await World.StartAsync(Database.Sqlite);
        using var ilse = await world.AsAsync("ilse");
        using var sanne = await world.AsAsync("sanne");
        var thing = await world.KeepBackAsync(ilse);
        await world.AgreeAsync(sanne, thing);
        await sanne.GetAsync(thing);
        Assert.Null(sanne.Page.QuerySelector("main a[href$='/means'], main a[href$='/read-as']"));
        await NotThereAsync(sanne, thing + "/means");
        await NotThereAsync(sanne, thing + "/read-as");
        world.Clock.Now += TimeSpan.FromDays(8);
        using var goes = await world.AsAsync("ilse");
        await goes.GetAsync($"{goes.Table}/people/{world.Seats["Ilse"]}/needed");
        await goes.PressAsync("form[action$='/step-back']");
        using var stays = await world.AsAsync("sanne");
        await stays.GetAsync(stays.Table);

        // Whoever looks along on the table's page does not read that something is kept from somebody.
        var left = stays.Page.QuerySelector("main .sheet-waits")!.TextContent;
        Assert.Contains("Ilse vroeg je eerder iets, en is hier niet meer.", left, StringComparison.Ordinal);
        Assert.DoesNotContain("Mark", left, StringComparison.Ordinal);
        Assert.DoesNotContain("“", left, StringComparison.Ordinal);
        await stays.GetAsync(stays.Page.QuerySelector("main .sheet-waits a[href$='/withheld']")!.GetAttribute("href")!);
        Assert.Contains("Dan leest niemand dit meer.", stays.Html, StringComparison.Ordinal);
        await stays.PressAsync("form[action$='/withheld']", ("agrees", "back"));
        world.Clock.Now += TimeSpan.FromDays(10);
        await world.MarkReadsNothingAsync(thing);
    }

    [Fact]
    public async Task Isa_carries_no_secret_from_Mark_and_reads_it_when_he_does_T22_R127()
    {
        await using var world = await World.StartAsync(Database.Sqlite);
        using var ilse = await world.AsAsync("ilse");
        using var sanne = await world.AsAsync("sanne");
        var thing = await world.KeepBackAsync(ilse);
        await world.AgreeAsync(sanne, thing);
        using (var isa = await world.AsAsync("isa"))
        {
            await NotThereAsync(isa, thing);
            await isa.GetAsync(isa.Table);
            Assert.DoesNotContain(Words, isa.Html, StringComparison.Ordinal);
        }

        await ilse.GetAsync(thing);
        Assert.Contains("Isa en Mark nog niet.", ilse.Html, StringComparison.Ordinal);
        world.Clock.Now += TimeSpan.FromDays(15);
        using var later = await world.AsAsync("isa");
        await later.GetAsync(thing);
        Assert.Contains(Words, later.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_last_day_is_near_Ilse_is_asked_again_what_she_wants_R127()
    {
        await using var world = await World.StartAsync(Database.Sqlite);
        using var ilse = await world.AsAsync("ilse");
        using var sanne = await world.AsAsync("sanne");
        var thing = await world.KeepBackAsync(ilse);
        await world.AgreeAsync(sanne, thing);
        await ilse.GetAsync(ilse.Table);
        Assert.DoesNotContain(Near, ilse.Html, StringComparison.Ordinal);
        world.Clock.Now += TimeSpan.FromDays(8);

        // Whom it is kept from cannot put that out of her sight by asking her something else (T20).
        using var mark = await world.AsAsync("mark");
        await mark.LaySentenceAsync(mark.Table, "Ilse zei dat ze het druk heeft.", know: "WasTold", source: "Ilse");
        foreach (var (name, asked) in new[] { ("ilse", true), ("sanne", false), ("mark", false) })
        {
            using var who = await world.AsAsync(name);
            await who.GetAsync(who.Table);
            Assert.Equal(asked, who.Html.Contains(Near, StringComparison.Ordinal));
            Assert.Equal(asked, who.Page.QuerySelector($"main .sheet-waits a[href='{thing}/longer']") is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Longer_needs_a_reason_and_a_yes_again_and_without_it_the_last_day_of_Ilse_stays_R127(Database on)
    {
        await using var world = await World.StartAsync(on);
        using var ilse = await world.AsAsync("ilse");
        using var sanne = await world.AsAsync("sanne");
        var thing = await world.KeepBackAsync(ilse);
        await NotThereAsync(ilse, thing + "/longer");
        await world.AgreeAsync(sanne, thing);
        await NotThereAsync(sanne, thing + "/longer");
        await ilse.GetAsync(thing + "/longer");
        await ilse.PressAsync("form.composer", ("second", world.Seats["Sanne"]), ("until", world.Day(30)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ilse.Status);
        Assert.NotNull(ilse.Page.QuerySelector("#why-error"));
        Assert.Equal(world.Day(30), ilse.Page.QuerySelector("#until")!.GetAttribute("value"));
        await ilse.PressAsync("form.composer", ("second", world.Seats["Sanne"]), ("why", "Er is nog geen plek."), ("until", world.Day(30)));
        Assert.Contains("of het langer mag", ilse.Html, StringComparison.Ordinal);
        await world.AgreeAsync(sanne, thing);
        world.Clock.Now += TimeSpan.FromDays(20);
        await world.MarkReadsNothingAsync(thing);
        world.Clock.Now += TimeSpan.FromDays(11);
        using var mark = await world.AsAsync("mark");
        await mark.GetAsync(thing);
        Assert.Contains(Why, mark.Html, StringComparison.Ordinal);
        Assert.Contains("Er is nog geen plek.", mark.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_missing_is_said_beside_the_field_and_everything_that_Ilse_typed_stands_there_R127(Database on)
    {
        await using var world = await World.StartAsync(on);
        using var ilse = await world.AsAsync("ilse");
        var mark = world.Seats["Mark"];
        (string Field, (string, string?)[] Typed)[] wrong =
        [
            ("why", [("about", mark), ("keep", mark), ("second", world.Seats["Sanne"]), ("until", world.Day(14))]),
            ("until", [("about", mark), ("keep", mark), ("second", world.Seats["Sanne"]), ("why", Why), ("until", world.Day(60))]),
            ("second", [("about", mark), ("keep", mark), ("why", Why), ("until", world.Day(14))]),
            ("keep", [("about", world.Seats["Sanne"]), ("keep", mark), ("second", world.Seats["Sanne"]), ("why", Why), ("until", world.Day(14))]),
        ];
        foreach (var (field, typed) in wrong)
        {
            await ilse.GetAsync(ilse.Table + "/lay?what=statement");
            await ilse.PressAsync("form.composer", ("words", Words), ("what", "statement"));
            await ilse.PressAsync("form.composer", [("know", "WasThere"), .. typed]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, ilse.Status);
            Assert.NotNull(ilse.Page.QuerySelector($"#{field}-error"));
            Assert.Contains(Words, ilse.Html, StringComparison.Ordinal);
            Assert.Equal(mark, ilse.Page.QuerySelector("input[name=keep][checked]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Ilse_is_asked_it_on_a_page_of_its_own_about_whom_it_is_about_alone_and_may_show_it_after_all_R127()
    {
        await using var world = await World.StartAsync(Database.Sqlite);
        using var ilse = await world.AsAsync("ilse");
        await ilse.GetAsync(ilse.Table + "/lay?what=statement");
        await ilse.PressAsync("form.composer", ("words", Words), ("what", "statement"));
        Assert.Null(ilse.Page.QuerySelector("input[name=keep], input[name=second]"));
        await ilse.PressAsync("form.composer", ("know", "WasThere"), ("back", "Withhold"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ilse.Status);
        Assert.NotNull(ilse.Page.QuerySelector("#about-error"));
        await ilse.PressAsync("form.composer", ("about", world.Seats["Mark"]), ("back", "Withhold"));
        Assert.Equal("Wie leest dit nog niet?", ilse.Page.QuerySelector("h1")!.TextContent);
        var keep = (IHtmlInputElement)Assert.Single(ilse.Page.QuerySelectorAll("input[name=keep]"));
        Assert.Equal(world.Seats["Mark"], keep.Value);
        Assert.True(keep.IsChecked);
        Assert.Null(ilse.Page.QuerySelector($"input[name=second][value='{world.Seats["Mark"]}']"));

        // Who goes back to the readers sees what was chosen, and what was typed stays.
        await ilse.PressAsync("form.composer", ("why", Why), ("back", "Know"));
        Assert.Contains("Mark leest dit nog niet.", ilse.Html, StringComparison.Ordinal);
        await ilse.PressAsync("form.composer", ("back", "Withhold"));
        Assert.Equal(Why, ((IHtmlTextAreaElement)ilse.Page.QuerySelector("#why")!).Value);
        await ilse.PressAsync("form.composer", ("shows", "yes"));
        Assert.DoesNotContain("Mark leest dit nog niet.", ilse.Html, StringComparison.Ordinal);
        await ilse.PressAsync("form.composer");
        using var mark = await world.AsAsync("mark");
        await mark.GetAsync(mark.Table + "/list");
        Assert.Contains(Words, mark.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Isa_is_not_asked_and_asks_not_and_Mark_and_Theo_find_no_page_of_it_R127(Database on)
    {
        await using var world = await World.StartAsync(on);
        using var ilse = await world.AsAsync("ilse");
        using var theo = await world.AsAsync("theo");
        using var mark = await world.AsAsync("mark");
        using var isa = await world.AsAsync("isa");
        await ilse.GetAsync(ilse.Table + "/lay?what=statement");
        await ilse.PressAsync("form.composer", ("words", Words), ("what", "statement"));
        await ilse.PressAsync("form.composer", ("know", "WasThere"), ("about", world.Seats["Mark"]), ("back", "Withhold"));
        Assert.NotNull(ilse.Page.QuerySelector($"input[name=second][value='{world.Seats["Sanne"]}']"));
        Assert.Null(ilse.Page.QuerySelector($"input[name=second][value='{world.Seats["Isa"]}']"));
        await isa.GetAsync(isa.Table + "/not-yet");
        Assert.Equal(HttpStatusCode.NotFound, isa.Status);
        var thing = await world.KeepBackAsync(ilse);
        foreach (var who in new[] { theo, mark, isa })
        {
            foreach (var act in new[] { "withheld", "longer", "show" })
            {
                await NotThereAsync(who, $"{thing}/{act}");
                await who.PostAsync($"{thing}/{act}", [await who.ProofAsync(), new("agrees", "yes"), new("why", "x"), new("until", world.Day(3))]);
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
            }
        }
    }

    private static async Task NotThereAsync(Visitor who, string address)
    {
        await who.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, who.Status);
    }

    // Mark asks for the end and presses it; the others say that it is good.
    private static async Task EndAsync(Visitor mark, Visitor sanne, Visitor isa)
    {
        foreach (var who in new[] { mark, sanne, isa })
        {
            await who.GetAsync(who.Table + "/end");
            await who.PressAsync("form.composer[action$='/end']", ("enough", "Yes"), ("stops", who == mark ? null : "yes"));
        }

        await mark.GetAsync(mark.Table + "/end");
        await mark.PressAsync("form[action$='/end/now']");
        Assert.EndsWith("/ended", mark.Path, StringComparison.Ordinal);
    }

    private sealed class World : IAsyncDisposable
    {
        private Running _running = null!;

        public StoryClock Clock { get; } = new() { Now = TimeProvider.System.GetUtcNow() };

        public Dictionary<string, string> Seats { get; } = [];

        public static async Task<World> StartAsync(Database on)
        {
            var world = new World();
            world.Clock.Now = new DateTimeOffset(world.Clock.Now.Date.AddDays(1).AddHours(9), TimeSpan.Zero);
            world._running = await Running.StartAsync(on, world.Clock);
            using var sanne = await world.AsAsync("sanne");
            foreach (var name in new[] { "Sanne", "Theo", "Ilse", "Isa", "Mark" })
            {
                world.Seats[name] = await sanne.SeatAsync(name);
            }

            return world;
        }

        public Task<Visitor> AsAsync(string name) => _running.AsAsync(name);

        public string Day(int days) => Netherlands.DayOf(Clock.Now.AddDays(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public Task<string> KeepBackAsync(Visitor ilse) => ilse.LayAsync(
            "statement", Words, ("know", "WasThere"), ("about", Seats["Mark"]), ("keep", Seats["Mark"]), ("second", Seats["Sanne"]), ("why", Why), ("until", Day(14)));

        public async Task AgreeAsync(Visitor sanne, string thing)
        {
            await sanne.GetAsync(thing + "/withheld");
            await sanne.PressAsync("form[action$='/withheld']", ("agrees", "yes"));
            Assert.Equal(HttpStatusCode.OK, sanne.Status);
        }

        /// <summary>Mark looks at every page and file that gathers words of others.</summary>
        public async Task MarkReadsNothingAsync(string thing)
        {
            using var mark = await AsAsync("mark");
            await NotThereAsync(mark, thing);
            var table = mark.Table;
            foreach (var page in new[]
            {
                table, table + "/print", table + "/list", table + "/story/read?private=yes&apart=yes", table + "/story/data?private=yes&apart=yes",
                table + "/booklet", table + "/not-yet", "/tables",
            })
            {
                await mark.GetAsync(page);
                Assert.Equal(HttpStatusCode.OK, mark.Status);
                Assert.DoesNotContain("schreeuwde", mark.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("veilige plek", mark.Html, StringComparison.Ordinal);
            }
        }

        public async ValueTask DisposeAsync() => await _running.DisposeAsync();
    }
}
