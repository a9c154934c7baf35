using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Invitations;

public sealed class InvitationPageTests
{
    private const string ForWhat = "Om samen te kijken wie er op vrijdag kookt.";
    private const string Password = "drie woorden achter elkaar";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_makes_a_card_and_Wim_comes_in_with_it_and_sits_at_the_seat_that_was_kept_R2(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        var wim = await AddAsync(esra, "Wim");
        Assert.Equal(wim, esra.Path);
        Assert.Contains("Wim kan nog niet zelf binnenkomen.", esra.Html, StringComparison.Ordinal);
        var code = await InviteAsync(esra, wim, "Amir");
        Assert.Contains(ForWhat, esra.Html, StringComparison.Ordinal);

        // Before a yes: who asks, what for, whom she names, and nothing else of the table.
        using var stranger = running.Stranger();
        await stranger.GetAsync("/");
        await stranger.GetAsync(stranger.Page.QuerySelector("main a[href$='/welcome']")!.GetAttribute("href")!);
        await stranger.PressAsync("main form", ("code", $" {code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)} "));
        Assert.Equal("/welcome/you", stranger.Path);
        Assert.Equal("Esra vraagt of je komt zitten", stranger.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(ForWhat, stranger.Html, StringComparison.Ordinal);
        Assert.Contains("Esra noemt ook: Amir.", stranger.Html, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Wim", "Fatma", "Samira", "Lina", wim.Split('/')[2] })
        {
            Assert.DoesNotContain(hidden, stranger.Html, StringComparison.Ordinal);
        }

        await stranger.GetAsync(stranger.Page.QuerySelector("a[href$='/welcome/name']")!.GetAttribute("href")!);
        await stranger.PressAsync("main form", ("name", "Wim Çelik"));
        Assert.Equal("/welcome/password", stranger.Path);
        var name = ((IHtmlInputElement)stranger.Page.QuerySelector("#name")!).Value;
        Assert.Matches("^wim-celik-[1-9][0-9]{2}$", name);
        await stranger.PressAsync("main form", ("password", Password));
        Assert.Equal(esra.Table, stranger.Path);
        Assert.Contains("Je zit aan tafel.", stranger.Html, StringComparison.Ordinal);
        var good = await stranger.LayAsync("good-thing", "Ik kook graag.");
        await esra.GetAsync(good);
        Assert.Contains("Wim", esra.Page.QuerySelector(".by")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table);
        Assert.Contains("Wim is komen zitten.", esra.Page.QuerySelector(".news a[href='" + wim + "']")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(wim);
        Assert.Contains("met jouw kaart", esra.Html, StringComparison.Ordinal);

        // He comes in again with that name; the card brings nobody in any more.
        using var again = running.Stranger();
        await again.GetAsync("/sign-in");
        await again.PressAsync("main form[action$='/sign-in']", ("name", name), ("password", Password));
        await again.GetAsync(esra.Table);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        await LeadsNowhereAsync(running, code);
        await esra.GetAsync(wim + "/card");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_invites_Wim_for_one_thing_and_he_reads_what_is_for_everyone_and_nothing_that_is_for_others_R121_partly(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var table = esra.Table;
        var bo = await esra.SeatAsync("Bo");
        await esra.GetAsync(table);
        await esra.LayAsync("good-thing", "KANARIE-1 voor iedereen.");
        await esra.GetAsync(table);
        var forBo = await esra.LayAsync("worry", "KANARIE-2 voor Bo.", ("readers", "These"), ("named", bo));
        var forFatma = await fatma.LayAsync("worry", "KANARIE-3 van Fatma.", ("readers", "OnlyMe"));
        await esra.GetAsync(table);
        var code = await InviteAsync(esra, await AddAsync(esra, "Wim"));
        using var wim = running.Stranger();
        await wim.GetAsync("/welcome/" + code);
        Assert.Contains(ForWhat, wim.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("KANARIE", wim.Html, StringComparison.Ordinal);
        await wim.GetAsync("/welcome/name");
        await wim.PressAsync("main form", ("name", "Wim"));
        await wim.PressAsync("main form", ("password", Password));
        foreach (var page in new[] { table, table + "/print" })
        {
            await wim.GetAsync(page);
            Assert.Contains("KANARIE-1", wim.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("KANARIE-2", wim.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("KANARIE-3", wim.Html, StringComparison.Ordinal);
        }

        foreach (var page in new[] { forBo, forFatma })
        {
            await wim.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, wim.Status);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Wim_says_rather_not_with_a_word_or_without_and_only_Esra_hears_it_D8(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        var wim = await AddAsync(esra, "Wim");
        var code = await InviteAsync(esra, wim);
        using var stranger = running.Stranger();
        await stranger.GetAsync("/welcome/" + code);
        Assert.Equal("/welcome/you", stranger.Path);
        await stranger.PressAsync("#no", ("words", new string('x', 1001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
        Assert.Equal(1001, stranger.Page.QuerySelector("#words")!.TextContent.Length);
        await stranger.PressAsync("#no", ("words", "Ik ben op reis."));
        Assert.Equal("/welcome/said-no", stranger.Path);
        await esra.GetAsync(esra.Table);
        await esra.GetAsync(esra.Page.QuerySelector(".sheet-waits a[href='" + wim + "']")!.GetAttribute("href")!);
        Assert.Contains("liever niet", esra.Html, StringComparison.Ordinal);
        Assert.Contains("Ik ben op reis.", esra.Html, StringComparison.Ordinal);
        foreach (var page in new[] { wim, esra.Table, esra.Table + "/print" })
        {
            await amir.GetAsync(page);
            Assert.DoesNotContain("liever niet", amir.Html, StringComparison.Ordinal);
        }

        await LeadsNowhereAsync(running, code);

        // Once more, without a word; then she puts it away.
        var second = await InviteAsync(esra, wim);
        Assert.NotEqual(code, second);
        using var other = running.Stranger();
        await other.GetAsync("/welcome/" + second);
        await other.PressAsync("#no");
        Assert.Equal("/welcome/said-no", other.Path);
        await esra.GetAsync(wim);
        await esra.PressAsync("form[action$='/take-card-back']");
        Assert.DoesNotContain("liever niet", esra.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Maak een kaart", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_name_here_already_comes_as_themselves_and_who_sits_there_is_told_so_R2()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var wendy = await AddAsync(esra, "Wendy van school");
        var code = await InviteAsync(esra, wendy);
        await esra.GetAsync("/welcome/" + code);
        Assert.Contains("Jij zit al aan deze tafel.", esra.Html, StringComparison.Ordinal);
        Assert.Null(esra.Page.QuerySelector("form[action$='/welcome/yes'], #no"));
        await esra.PostAsync("/welcome/yes", [await esra.ProofAsync()]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);

        using var known = await running.AsAsync("wendy");
        var tables = await TablesAsync(known);
        await known.GetAsync("/welcome/" + code);
        await known.PressAsync("form[action$='/welcome/yes']");
        Assert.Equal(wendy[..wendy.IndexOf("/people", StringComparison.Ordinal)], known.Path);
        Assert.Equal(tables + 1, await TablesAsync(known));
    }

    [Fact]
    public async Task Who_signs_in_with_a_card_in_hand_goes_on_with_the_card()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var first = await InviteAsync(esra, await AddAsync(esra, "Wim"));
        using var wim = await JoinAsync(running, first, "wim");
        var name = wim.Name;
        using var mark = await running.AsAsync("mark");
        var code = await InviteAsync(mark, await AddAsync(mark, "Buurman Wim"));
        using var back = running.Stranger();
        await back.GetAsync("/welcome/" + code);
        await back.GetAsync(back.Page.QuerySelector("main a[href*='/sign-in']")!.GetAttribute("href")!);
        await back.PressAsync("main form[action$='/sign-in']", ("name", name), ("password", Password));
        Assert.Equal("/welcome/you", back.Path);
        Assert.Contains("Mark vraagt", back.Html, StringComparison.Ordinal);
        await back.PressAsync("form[action$='/welcome/yes']");
        Assert.StartsWith("/tables/", back.Path, StringComparison.Ordinal);
        Assert.Equal(2, await TablesAsync(back));
    }

    [Fact]
    public async Task Who_signs_in_next_on_the_same_device_does_not_find_the_card_of_another_R128()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var wim = await JoinAsync(running, await InviteAsync(esra, await AddAsync(esra, "Wim")), "wim");
        var second = await InviteAsync(esra, await AddAsync(esra, "Joke"));
        using var phone = running.Stranger();
        await phone.GetAsync("/welcome/" + second);
        await phone.GetAsync("/sign-in");
        await phone.PressAsync("main form[action$='/sign-in']", ("name", wim.Name), ("password", Password));
        Assert.StartsWith("/tables", phone.Path, StringComparison.Ordinal);
        await phone.GetAsync("/welcome/you");
        Assert.Equal(HttpStatusCode.NotFound, phone.Status);
    }

    [Fact]
    public async Task A_parent_sees_who_gave_the_place_and_neither_reads_the_card_nor_stops_it_T20()
    {
        await using var running = await Running.StartAsync();
        using var mark = await running.AsAsync("mark");
        using var sanne = await running.AsAsync("sanne");
        var wim = await AddAsync(mark, "Wim");
        var code = await InviteAsync(mark, wim);
        await sanne.GetAsync(wim);
        Assert.Contains("Mark gaf Wim deze plek.", sanne.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(ForWhat, sanne.Html, StringComparison.Ordinal);
        var before = CardOf(sanne);
        await sanne.GetAsync(wim + "/card");
        Assert.Equal(HttpStatusCode.NotFound, sanne.Status);
        await sanne.PostAsync(wim + "/take-card-back", [await sanne.ProofAsync()]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sanne.Status);
        await sanne.PostAsync(wim + "/invite", [await sanne.ProofAsync(), new("words", "Kom maar.")]);
        Assert.Equal(HttpStatusCode.NotFound, sanne.Status);
        using var visitor = running.Stranger();
        await visitor.GetAsync("/welcome/" + code);
        Assert.Contains("Mark vraagt", visitor.Html, StringComparison.Ordinal);

        // His no is for Mark: to her the page stays as it was, to the letter.
        await visitor.PressAsync("#no", ("words", "Ik wil niet kiezen."));
        Assert.Equal("/welcome/said-no", visitor.Path);
        await sanne.GetAsync(wim);
        Assert.Equal(before, CardOf(sanne));
        Assert.DoesNotContain("Ik wil niet kiezen.", sanne.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_a_guest_and_somebody_of_the_network_make_no_card_and_a_professional_gets_none_R96()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var wim = await AddAsync(esra, "Wim");
        foreach (var name in new[] { "amir", "fatma", "bo" })
        {
            using var visitor = await running.AsAsync(name);
            await visitor.GetAsync(wim);
            Assert.Null(visitor.Page.QuerySelector("#way-in"));
            await visitor.GetAsync(wim + "/invite");
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
            await visitor.PostAsync(wim + "/invite", [await visitor.ProofAsync(), KeyValuePair.Create("words", "Kom.")]);
            Assert.NotEqual(HttpStatusCode.OK, visitor.Status);
            await visitor.GetAsync(wim + "/card");
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        // Who works for the family has a seat from before, or is proposed first; there is no card on a host's own.
        var joris = $"{esra.Table}/people/{await esra.SeatAsync("Joris")}";
        await esra.GetAsync(joris + "/invite");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        await esra.PostAsync(joris + "/invite", [await esra.ProofAsync(), KeyValuePair.Create("words", "Kom.")]);
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
    }

    [Fact]
    public async Task A_child_that_comes_in_with_its_card_lands_on_its_own_page_R11_partly()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var code = await InviteAsync(esra, await AddAsync(esra, "Zeynep", "Host", "Child"));
        using var child = running.Stranger();
        await child.GetAsync("/welcome/" + code);
        await child.GetAsync("/welcome/name");
        await child.PressAsync("main form", ("name", "Zeynep"));
        await child.PressAsync("main form", ("password", Password));
        Assert.Equal(esra.Table + "/mine", child.Path);
        Assert.Contains("Je zit aan tafel.", child.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_the_field_and_nothing_that_was_typed_is_lost()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var wim = await AddAsync(esra, "Wim");
        await esra.GetAsync(wim + "/invite");
        var amir = esra.Page.QuerySelectorAll("label.tile").Single(tile => tile.TextContent.Contains("Amir", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value");
        await esra.PressAsync("form.composer", ("words", "  "), ("named", amir));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Contains("Zeg waarvoor je iemand vraagt.", esra.Page.QuerySelector("#words-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(esra.Page.QuerySelector($"details[open] input[value='{amir}'][checked]"));
        var code = await InviteAsync(esra, wim);

        using var stranger = running.Stranger();
        await stranger.GetAsync("/welcome/" + code);
        await stranger.GetAsync("/welcome/password");
        Assert.Equal("/welcome/name", stranger.Path);
        await stranger.PressAsync("main form", ("name", " ?! "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
        Assert.NotNull(stranger.Page.QuerySelector("#name-error"));
        await stranger.PressAsync("main form", ("name", "wim"));
        var name = ((IHtmlInputElement)stranger.Page.QuerySelector("#name")!).Value;
        foreach (var easy in new[] { "", "kort", "aaaaaaaaaaaa", "ik ben " + name, new string('x', 100) + new string('y', 101) })
        {
            await stranger.PressAsync("main form", ("password", easy));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
            Assert.NotNull(stranger.Page.QuerySelector("#password-error"));
            Assert.Equal(name, ((IHtmlInputElement)stranger.Page.QuerySelector("#name")!).Value);
        }
    }

    [Fact]
    public async Task Whoever_guesses_codes_is_slowed_down_and_a_code_that_is_none_looks_like_one_that_is_over()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var wim = await AddAsync(esra, "Wim");
        var code = await InviteAsync(esra, wim);
        await esra.GetAsync(wim);
        await esra.PressAsync("form[action$='/take-card-back']");
        using var guesser = running.Stranger();
        await guesser.GetAsync("/welcome/" + code);
        Assert.Equal(HttpStatusCode.NotFound, guesser.Status);
        var over = guesser.Steady().Replace(code, "", StringComparison.Ordinal);
        await guesser.GetAsync("/welcome/BCDF-GHJK-LMNP");
        Assert.Equal(over, guesser.Steady().Replace("BCDF-GHJK-LMNP", "", StringComparison.Ordinal));
        for (var i = 0; i < 6; i++)
        {
            await guesser.GetAsync("/welcome/BCDF-GHJK-LMNP");
        }

        await guesser.GetAsync("/welcome/BCDF-GHJK-LMNP");
        Assert.Equal(HttpStatusCode.TooManyRequests, guesser.Status);
        await guesser.GetAsync("/welcome/you");
        Assert.Equal(HttpStatusCode.NotFound, guesser.Status);
    }

    [Fact]
    public async Task The_code_stands_nowhere_in_the_database_and_in_no_address_while_somebody_chooses()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var code = await InviteAsync(esra, await AddAsync(esra, "Wim"));
        using var stranger = running.Stranger();
        await stranger.GetAsync("/welcome/" + code);
        Assert.DoesNotContain(code, stranger.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(code, stranger.Path, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(running.Places.DataFolder))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, Encoding.Latin1);
            var all = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(code, all, StringComparison.Ordinal);
            Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), all, StringComparison.Ordinal);
            Assert.DoesNotContain(ForWhat, all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_sits_there_already_is_led_to_a_card_and_a_child_is_asked_first_from_whom_it_may_come()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await AddAsync(esra, "Pien", "Host", "Child");
        await esra.GetAsync(esra.Table + "/people/new");
        var pien = esra.Page.QuerySelectorAll("label.tile").Single(tile => tile.TextContent.Contains("Pien", StringComparison.Ordinal)).QuerySelector("input")!;
        await esra.PressAsync("main form", ("seat", pien.GetAttribute("value")));
        Assert.EndsWith("/people/" + pien.GetAttribute("value"), esra.Path, StringComparison.Ordinal);
        await esra.GetAsync(esra.Page.QuerySelector("main a[href$='/invite']")!.GetAttribute("href")!);
        Assert.Contains("Vraag eerst aan Pien van wie de kaart mag komen.", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form.composer", ("words", "Dit is jouw plek."));
        using var stranger = running.Stranger();
        await stranger.GetAsync("/welcome/" + esra.Page.QuerySelector(".way-in-code")!.TextContent);
        Assert.DoesNotContain("Pien", stranger.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/leave")]
    [InlineData("/sign-out")]
    public async Task Whoever_leaves_leaves_nothing_for_who_opens_the_browser_next_R128(string leaving)
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var code = await InviteAsync(esra, await AddAsync(esra, "Wim"));
        using var phone = running.Stranger();
        await phone.GetAsync("/welcome/" + code);
        Assert.Contains(ForWhat, phone.Html, StringComparison.Ordinal);
        await phone.PostAsync(leaving, []);
        await phone.GetAsync("/welcome/you");
        Assert.Equal(HttpStatusCode.NotFound, phone.Status);
        Assert.DoesNotContain("Esra", phone.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_press_with_one_card_at_once_one_sits_down()
    {
        await using var running = await Running.StartAsync();
        await using var beside = await Running.BesideAsync(running);
        using var esra = await running.AsAsync("esra");
        var code = await InviteAsync(esra, await AddAsync(esra, "Wim"));
        var visitors = new List<Visitor>();
        for (var i = 0; i < 6; i++)
        {
            var visitor = (i % 2 == 0 ? running : beside).Stranger();
            await visitor.GetAsync("/welcome/" + code);
            await visitor.GetAsync("/welcome/name");
            await visitor.PressAsync("main form", ("name", "wim" + i));
            visitors.Add(visitor);
        }

        await Task.WhenAll(visitors.Select(visitor => visitor.PressAsync("main form", ("password", Password))));
        Assert.Single(visitors, visitor => visitor.Path == esra.Table && visitor.Status == HttpStatusCode.OK);
        Assert.Equal(5, visitors.Count(visitor => visitor.Status == HttpStatusCode.NotFound));
        visitors.ForEach(visitor => visitor.Dispose());
    }

    internal static async Task<string> AddAsync(Visitor host, string name, string side = "Network", string age = "Adult")
    {
        await host.GetAsync((host.Path.StartsWith("/tables/", StringComparison.Ordinal) ? host.Table : await FirstTableAsync(host)) + "/people/new");
        await host.PressAsync("main form", ("name", name), ("age", age));
        await host.PressAsync("main form", ("side", side));
        await host.PressAsync("main form");
        return host.Path;
    }

    private static async Task<string> FirstTableAsync(Visitor host)
    {
        await host.GetAsync("/tables");
        return host.Page.QuerySelector("main a[href^='/tables/']:not([href='/tables/new'])")!.GetAttribute("href")!;
    }

    internal static async Task<string> InviteAsync(Visitor host, string person, params string[] named)
    {
        await host.GetAsync(person + "/invite");
        var ids = named.Select(name => ("named", host.Page.QuerySelectorAll("label.tile")
            .Single(tile => tile.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value"))).ToArray();
        await host.PressAsync("form.composer", [("words", ForWhat), .. ids]);
        Assert.Equal(person + "/card", host.Path);
        return host.Page.QuerySelector(".way-in-code")!.TextContent;
    }

    internal static async Task<Visitor> BringAsync(Running running, Visitor host, string name, string age = "Adult")
    {
        await host.GetAsync(host.Table);
        return (await JoinAsync(running, await InviteAsync(host, await AddAsync(host, name, age: age)), name.ToLowerInvariant())).Visitor;
    }

    private static async Task<Joined> JoinAsync(Running running, string code, string wish)
    {
        var visitor = running.Stranger();
        await visitor.GetAsync("/welcome/" + code);
        await visitor.GetAsync("/welcome/name");
        await visitor.PressAsync("main form", ("name", wish));
        var name = ((IHtmlInputElement)visitor.Page.QuerySelector("#name")!).Value;
        await visitor.PressAsync("main form", ("password", Password));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        return new Joined(visitor, name);
    }

    private static async Task<int> TablesAsync(Visitor who)
    {
        await who.GetAsync("/tables");
        return who.Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).Where(href => Regex.IsMatch(href, "^/tables/[0-9a-f-]{36}$")).Distinct().Count();
    }

    private static string CardOf(Visitor who) => Things.Steady(who.Page.QuerySelector("section[aria-labelledby=way-in]")!.OuterHtml);

    private static async Task LeadsNowhereAsync(Running running, string code)
    {
        using var other = running.Stranger();
        await other.GetAsync("/welcome/" + code);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Contains("Met deze code kun je niet binnenkomen.", other.Html, StringComparison.Ordinal);
    }

    private sealed record Joined(Visitor Visitor, string Name) : IDisposable
    {
        public void Dispose() => Visitor.Dispose();
    }
}
