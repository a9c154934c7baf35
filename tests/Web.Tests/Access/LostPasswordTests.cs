using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Access;

public sealed class LostPasswordTests
{
    private const string New = "vier andere woorden nu";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Wim_comes_back_in_with_Fatma_and_Bo_after_two_days_and_what_was_for_him_alone_stays_shut_for_a_week(Database on)
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(on, clock);
        using var wim = await HomeAsync(running);
        using var fatma = await running.AsAsync("fatma");
        using var bo = await running.AsAsync("bo");
        var home = wim.Visitor.Table;
        await wim.Visitor.LayAsync("good-thing", "KANARIE-7 voor mij", ("readers", "OnlyMe"));
        await wim.Visitor.GetAsync(home);
        await wim.Visitor.LayAsync("good-thing", "Voor iedereen", ("readers", "Everyone"));
        var proposal = await ProposeAsync(bo, home);
        await wim.Visitor.GetAsync(proposal);
        await wim.Visitor.PressAsync("form[action$='/answer']", ("answer", "RatherNot"), ("words", "KANARIE-8 liever niet"));
        await ChooseAsync(wim.Visitor, "Fatma", "Bo");

        // Nobody was told, and her page shows nothing of it.
        await fatma.GetAsync("/me");
        Assert.DoesNotContain("Wim", fatma.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var device = running.Stranger();
        var code = await AskAsync(device, wim.Name);
        await HelpAsync(fatma, code, "Wim");
        await device.GetAsync("/lost-password");
        Assert.NotNull(device.Page.QuerySelector(".mine-code"));
        await HelpAsync(bo, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), "Wim");
        await device.GetAsync("/lost-password");
        Assert.Contains("Beiden zeiden dat jij het bent.", device.Html, StringComparison.Ordinal);
        Assert.Null(device.Page.QuerySelector("#password"));
        using (var early = await wim.AgainAsync(running, New))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        }

        clock.Now += TimeSpan.FromHours(48) + TimeSpan.FromMinutes(1);

        // Whoever holds the phone by then chooses nothing with it, and learns nothing by it.
        await device.GetAsync("/lost-password");
        Assert.Contains("Je nieuwe wachtwoord geldt nu.", device.Html, StringComparison.Ordinal);
        Assert.Null(device.Page.QuerySelector("main input:not([type=hidden])"));
        await device.PostAsync("/lost-password/new", [.. ProofOf(device), KeyValuePair.Create("password", "woorden van een ander")]);
        Assert.Equal(HttpStatusCode.NotFound, device.Status);
        using (var other = await wim.AgainAsync(running, "woorden van een ander"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        }

        using var old = await wim.AgainAsync(running);
        Assert.StartsWith("/tables", old.Path, StringComparison.Ordinal);

        // He comes in with what he chose, where everybody comes in; here on another device than the one he asked on.
        using var elsewhere = await wim.AgainAsync(running, New);
        Assert.StartsWith("/tables", elsewhere.Path, StringComparison.Ordinal);
        await device.GetAsync("/sign-in");
        await device.PressAsync("main form[action$='/sign-in']", ("name", wim.Name), ("password", New));
        await device.GetAsync("/me");
        Assert.Contains("Wat alleen voor jou was, blijft dicht tot", device.Html, StringComparison.Ordinal);
        await old.GetAsync("/tables");
        Assert.Equal("/sign-in", old.Path);
        using var gone = await wim.AgainAsync(running);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, gone.Status);

        await device.GetAsync(home);
        Assert.Contains("Voor iedereen", device.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("KANARIE-7", device.Html, StringComparison.Ordinal);
        await device.GetAsync(home + "/print");
        Assert.DoesNotContain("KANARIE-7", device.Html, StringComparison.Ordinal);

        await device.GetAsync(proposal);
        Assert.DoesNotContain("KANARIE-8", device.Html, StringComparison.Ordinal);
        Assert.Null(device.Page.QuerySelector("input[name=answer][checked]"));

        // In every session of that week, and not after it.
        using var next = await wim.AgainAsync(running, New);
        await next.GetAsync(home);
        Assert.DoesNotContain("KANARIE-7", next.Html, StringComparison.Ordinal);
        await next.GetAsync("/me/helpers");
        await ChooseFormAsync(next, New, "Fatma", "Samira");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, next.Status);
        Assert.Contains("Over een week kun je dit weer kiezen.", next.Html, StringComparison.Ordinal);
        clock.Now += TimeSpan.FromDays(7);
        using var later = await wim.AgainAsync(running, New);
        await later.GetAsync(home);
        Assert.Contains("KANARIE-7", later.Html, StringComparison.Ordinal);
        await later.GetAsync(proposal);
        Assert.Contains("KANARIE-8", later.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Wim_sees_on_his_own_pages_that_somebody_asks_for_him_and_stops_it_with_his_password_T22(Database on)
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(on, clock);
        using var wim = await HomeAsync(running);
        using var fatma = await running.AsAsync("fatma");
        using var bo = await running.AsAsync("bo");
        await ChooseAsync(wim.Visitor, "Fatma", "Bo");
        using var thief = running.Stranger();
        var code = await AskAsync(thief, wim.Name);
        await HelpAsync(fatma, code, "Wim");
        await wim.Visitor.GetAsync("/tables");
        Assert.Null(wim.Visitor.Page.QuerySelector("#coming-back"));
        await HelpAsync(bo, code, "Wim");
        foreach (var page in new[] { "/me", "/drafts", "/tables" })
        {
            await wim.Visitor.GetAsync(page);
            Assert.Equal("Iemand vraagt een nieuw wachtwoord voor jou", wim.Visitor.Page.QuerySelector("#coming-back")!.TextContent);
        }

        // Who comes in while it waits gets to see it first.
        using var again = await wim.AgainAsync(running);
        Assert.Equal("/tables", again.Path);
        await again.GetAsync(again.Page.QuerySelector("#coming-back ~ .actions a")!.GetAttribute("href")!);

        // Whoever holds his open phone stops nothing with it.
        foreach (var password in new[] { "", "verkeerd wachtwoord" })
        {
            await again.PressAsync("main form", ("password", password));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.NotNull(again.Page.QuerySelector("#password-error"));
        }

        await again.GetAsync("/me");
        Assert.NotNull(again.Page.QuerySelector("#coming-back"));
        await again.GetAsync("/me/stop-new-password");
        await again.PressAsync("main form", ("password", Comer.Password));
        Assert.Equal("/me", again.Path);
        Assert.Null(again.Page.QuerySelector("#coming-back"));
        await again.GetAsync("/me/stop-new-password");
        Assert.Equal("/me", again.Path);
        clock.Now += TimeSpan.FromHours(50);
        await thief.GetAsync("/lost-password");
        Assert.Contains("Deze code werkt niet meer.", thief.Html, StringComparison.Ordinal);
        using var still = await wim.AgainAsync(running);
        Assert.StartsWith("/tables", still.Path, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Mark_who_hosts_with_Wim_is_not_chosen_learns_no_name_and_stops_nothing_by_flooding_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var wim = await HomeAsync(running);
        using var mark = await running.AsAsync("mark");
        using var fatma = await running.AsAsync("fatma");
        var seat = await wim.Visitor.SeatAsync("Mark");
        await wim.Visitor.GetAsync("/me/helpers");
        var offered = wim.Visitor.Page.QuerySelectorAll("label.tile b").Select(name => name.TextContent).ToList();
        Assert.DoesNotContain("Mark", offered);
        Assert.Contains("Fatma", offered);
        await wim.Visitor.PressAsync(
            "main form", ("old", Comer.Password), ("helper", IdOf(wim.Visitor, "Fatma")), ("helper", seat));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wim.Visitor.Status);
        await ChooseAsync(wim.Visitor, "Fatma", "Bo");
        using var hers = running.Stranger();
        var code = await AskAsync(hers, wim.Name);

        // Known, unknown, and known without anybody chosen: the same page but for the code, also the answer before it.
        var pages = new List<string>();
        foreach (var name in new[] { wim.Name, "zo-heet-niemand-123", "esra", "x" + new string('y', 300) })
        {
            using var asker = running.Stranger();
            var his = await AskAsync(asker, name);
            pages.Add(asker.Steady().Replace(his, "", StringComparison.Ordinal));
        }

        Assert.Single(pages.Distinct());

        // A code of hers, a code of nobody's and one that is none: one and the same answer to him.
        using var other = running.Stranger();
        var ofNobody = await AskAsync(other, "zo-heet-niemand-124");
        var answers = new List<string>();
        foreach (var tried in new[] { code, ofNobody, "BCDF-GHJK", "?", "" })
        {
            await mark.GetAsync("/me/help");
            await mark.PressAsync("main form", ("code", tried));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, mark.Status);
            answers.Add(tried.Length > 3 ? mark.Steady().Replace(tried, "", StringComparison.Ordinal) : answers[0]);
        }

        Assert.Single(answers.Distinct());

        // He floods: he is slowed down at his address, hers stands, and she comes in as before.
        using var flood = running.Stranger();
        await flood.GetAsync("/lost-password");
        var form = Visitor.Fields((IHtmlFormElement)flood.Page.QuerySelector("main form")!).Where(field => field.Key is not ("name" or "password")).Append(new("password", New)).ToList();
        for (var i = 0; i < 10; i++)
        {
            await flood.PostAsync("/lost-password", [.. form, KeyValuePair.Create("name", wim.Name)]);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, flood.Status);
        using var again = await wim.AgainAsync(running);
        Assert.StartsWith("/tables", again.Path, StringComparison.Ordinal);
        await HelpAsync(fatma, code, "Wim");
        await hers.GetAsync("/lost-password");
        Assert.Equal(code, hers.Page.QuerySelector(".mine-code")!.TextContent);
    }

    [Fact]
    public async Task Who_picked_up_his_open_phone_neither_reads_whom_he_chose_nor_chooses_others()
    {
        await using var running = await Running.StartAsync();
        using var wim = await HomeAsync(running);
        await wim.Visitor.GetAsync("/me/helpers");
        var before = wim.Visitor.Steady();
        await ChooseAsync(wim.Visitor, "Fatma", "Bo");
        await wim.Visitor.GetAsync("/me/helpers");
        Assert.Equal(before, wim.Visitor.Steady());
        Assert.Empty(wim.Visitor.Page.QuerySelectorAll("input[name=helper][checked]"));
        await ChooseFormAsync(wim.Visitor, "geraden woorden", "Fatma", "Samira");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wim.Visitor.Status);
        Assert.NotNull(wim.Visitor.Page.QuerySelector("#old-error"));
        Assert.Equal(2, wim.Visitor.Page.QuerySelectorAll("input[name=helper][checked]").Length);
        await wim.Visitor.PressAsync("main form", "yes", ("old", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wim.Visitor.Status);
        await wim.Visitor.PressAsync("main form", "yes", ("old", Comer.Password));
        Assert.Contains("Niemand kan jou nu weer binnen helpen.", wim.Visitor.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_picked_up_his_open_phone_does_not_put_him_out_R8_T20()
    {
        await using var running = await Running.StartAsync();
        using var wim = await HomeAsync(running);
        var him = wim.Visitor;
        var table = him.Path;
        await him.GetAsync(table + "/rest");
        foreach (var guess in new[] { "", "geraden woorden" })
        {
            await him.PressAsync("form[action$='/stop']", ("password", guess));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, him.Status);
            Assert.NotNull(him.Page.QuerySelector("#password-error"));
        }

        await him.GetAsync(table);
        Assert.Equal(HttpStatusCode.OK, him.Status);
        await him.GetAsync(table + "/rest");
        await him.PressAsync("form[action$='/stop']", ("password", Comer.Password));
        Assert.Contains("Je bent hier gestopt.", him.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_picked_up_his_open_phone_neither_reads_his_hidden_address_nor_learns_that_there_is_one_T22()
    {
        await using var running = await Running.StartAsync();
        using var wim = await HomeAsync(running);
        var him = wim.Visitor;
        var page = him.Path + "/hidden-address";
        await him.GetAsync(page);
        var before = him.Steady();
        Assert.Null(him.Page.QuerySelector("[name='street-words']"));
        await him.PressAsync("form.composer", ("password", Comer.Password));
        await him.PressAsync("form.composer", ("street-words", "Zeeweg 9"));
        Assert.Contains("Bewaard", him.Html, StringComparison.OrdinalIgnoreCase);
        await him.GetAsync(page);
        Assert.Equal(before, him.Steady());
        Assert.DoesNotContain("Zeeweg", him.Html, StringComparison.Ordinal);
        await him.PressAsync("form.composer", ("password", "geraden woorden"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, him.Status);
        Assert.DoesNotContain("Zeeweg", him.Html, StringComparison.Ordinal);

        // Without that it is neither changed nor taken away, and what was typed is not lost: it is there when the password is.
        foreach (var (path, words) in new[] { ("", "Elders 1"), ("/take-away", "") })
        {
            await him.PostAsync(page + path, [await him.ProofAsync(), new("street-words", words), new("opened", "x")]);
            Assert.Null(him.Page.QuerySelector("input[type=text][name='street-words']"));
        }

        await him.PostAsync(page, [await him.ProofAsync(), new("street-words", "Elders 1"), new("seen", "none")]);
        await him.PressAsync("form.composer", ("password", Comer.Password));
        Assert.Equal("Elders 1", him.Page.QuerySelector("[name='street-words']")!.GetAttribute("value"));
        await him.GetAsync(page);
        await him.PressAsync("form.composer", ("password", Comer.Password));
        Assert.Equal("Zeeweg 9", him.Page.QuerySelector("[name='street-words']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_picked_up_his_open_phone_does_not_read_the_address_that_another_told_him_T22()
    {
        await using var running = await Running.StartAsync();
        using var wim = await HomeAsync(running);
        var him = wim.Visitor;
        var table = him.Path;
        using var fatma = await running.AsAsync("fatma");
        var hers = $"{table}/people/{await him.SeatAsync("Fatma")}";
        await him.GetAsync(hers + "/address");
        Assert.Equal(HttpStatusCode.NotFound, him.Status);
        await fatma.GetAsync(table + "/hidden-address");
        await fatma.PressAsync("form.composer", ("street-words", "Zeeweg 9"), ("reader", await him.SeatAsync("Wim")));
        foreach (var guess in new[] { null, "", "geraden woorden" })
        {
            await him.GetAsync(hers + "/address");
            if (guess is not null)
            {
                await him.PressAsync("main form", ("password", guess));
                Assert.Equal(HttpStatusCode.UnprocessableEntity, him.Status);
                Assert.NotNull(him.Page.QuerySelector("#password-error"));
            }

            Assert.DoesNotContain("Zeeweg", him.Html, StringComparison.Ordinal);
        }

        // She does not read that he looked, as he did not.
        await fatma.GetAsync(table + "/hidden-address");
        Assert.DoesNotContain("Wim", fatma.Page.QuerySelector("section[aria-labelledby=looks]")!.TextContent, StringComparison.Ordinal);
        await him.PressAsync("main form", ("password", Comer.Password));
        Assert.Contains("Zeeweg 9", him.Html, StringComparison.Ordinal);
        await fatma.GetAsync(table + "/hidden-address");
        Assert.Contains("Wim", fatma.Page.QuerySelector("section[aria-labelledby=looks]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/leave")]
    [InlineData("/lost-password/forget")]
    public async Task Whoever_leaves_leaves_no_question_for_who_opens_the_browser_next_R128(string leaving)
    {
        await using var running = await Running.StartAsync();
        using var device = running.Stranger();
        await AskAsync(device, "wie-dan-ook-123");
        await device.PostAsync(leaving, ProofOf(device));
        await device.GetAsync("/lost-password");
        Assert.Null(device.Page.QuerySelector(".mine-code"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", true)]
    [InlineData("Sec-Fetch-Site", "same-site", true)]
    [InlineData("Origin", "https://elders.example", true)]
    [InlineData("Sec-Fetch-Site", "same-origin", false)]
    [InlineData("Origin", "null", false)]
    public async Task A_page_of_Mark_elsewhere_that_presses_leave_takes_neither_Sannes_question_nor_her_session_away_T20(string header, string says, bool stays)
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        var table = sanne.Table;
        await AskAsync(sanne, "wie-dan-ook-123");
        foreach (var leaving in new[] { "/leave", "/sign-out" })
        {
            using var press = new HttpRequestMessage(HttpMethod.Post, leaving);
            press.Headers.Add(header, says);
            using var answer = await sanne.SendAsync(press);
        }

        await sanne.GetAsync("/lost-password");
        Assert.Equal(stays, sanne.Page.QuerySelector(".mine-code") is not null);
        await sanne.GetAsync(table);
        Assert.Equal(stays, sanne.Path == table);
    }

    [Fact]
    public async Task A_name_and_a_password_that_is_long_enough_are_asked_for_whoever_it_is()
    {
        await using var running = await Running.StartAsync();
        using var device = running.Stranger();
        await device.GetAsync("/sign-in");
        await device.GetAsync(device.Page.QuerySelector("main a[href$='/lost-password']")!.GetAttribute("href")!);
        await device.PressAsync("main form", ("name", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, device.Status);
        Assert.NotNull(device.Page.QuerySelector("#name-error"));
        foreach (var password in new[] { "", "kort", "zo-heet-niemand-5 en nog wat" })
        {
            await device.PressAsync("main form", ("name", "zo-heet-niemand-5"), ("password", password));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, device.Status);
            Assert.NotNull(device.Page.QuerySelector("#password-error"));
            Assert.Equal("zo-heet-niemand-5", device.Page.QuerySelector("#name")!.GetAttribute("value"));
            Assert.Null(device.Page.QuerySelector(".mine-code"));
        }
    }

    [Fact]
    public async Task Mark_who_types_many_names_keeps_nobody_of_the_house_from_asking_and_a_flood_is_slowed_down_T22()
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(clock: clock);
        using var mark = running.Stranger();
        using var sanne = running.Stranger();
        await mark.GetAsync("/lost-password");
        var form = Visitor.Fields((IHtmlFormElement)mark.Page.QuerySelector("main form")!).Where(field => field.Key is not ("name" or "password")).Append(new("password", New)).ToList();
        Task TypeAsync(string name) => mark.PostAsync("/lost-password", [.. form, KeyValuePair.Create("name", name)]);

        // From the one address of a home: many names, and one of them too often.
        for (var i = 0; i < 12; i++)
        {
            await TypeAsync($"zo-heet-niemand-{i}");
            Assert.Equal(HttpStatusCode.OK, mark.Status);
            await TypeAsync("mark");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, mark.Status);
        await TypeAsync("MARK");
        Assert.Equal(HttpStatusCode.TooManyRequests, mark.Status);
        Assert.NotEmpty(await AskAsync(sanne, "sanne"));

        // A flood stops for a while, whatever the names; 12 and 8 and her one were done before.
        for (var i = 21; i < LostPasswordPages.MostAsked; i++)
        {
            await TypeAsync($"nog-een-naam-{i}");
            Assert.Equal(HttpStatusCode.OK, mark.Status);
        }

        await TypeAsync("nog-een-naam");
        Assert.Equal(HttpStatusCode.TooManyRequests, mark.Status);
        clock.Now += TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1);
        await TypeAsync("nog-een-naam");
        Assert.Equal(HttpStatusCode.OK, mark.Status);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> ProofOf(Visitor who) =>
        [.. Visitor.Fields((IHtmlFormElement)who.Page.QuerySelector("main form")!).Where(field => field.Key == "proof").Take(1)];

    private static async Task<string> AskAsync(Visitor device, string name)
    {
        await device.GetAsync("/lost-password");
        await device.PressAsync("main form", ("name", name), ("password", New));
        Assert.Equal("/lost-password", device.Path);
        return device.Page.QuerySelector(".mine-code")!.TextContent;
    }

    private static async Task HelpAsync(Visitor helper, string code, string whom)
    {
        await helper.GetAsync("/me/help");
        await helper.PressAsync("main form", ("code", code));
        Assert.Equal($"Help je {whom}?", helper.Page.QuerySelector("h1")!.TextContent);
        await helper.PressAsync("form[action='/me/help/yes']");
        Assert.Contains("Dank je.", helper.Html, StringComparison.Ordinal);
    }

    private static async Task ChooseAsync(Visitor who, params string[] names)
    {
        await who.GetAsync("/me/helpers");
        await ChooseFormAsync(who, Comer.Password, names);
        Assert.Contains("Deze twee kunnen jou helpen.", who.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(names[0], who.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static Task ChooseFormAsync(Visitor who, string password, params string[] names) => who.PressAsync(
        "main form", [("old", password), .. names.Select(name => ("helper", (string?)IdOf(who, name)))]);

    private static string IdOf(Visitor who, string name) => who.Page.QuerySelectorAll("label.tile")
        .Single(tile => tile.QuerySelector("b")!.TextContent == name).QuerySelector("input")!.GetAttribute("value")!;

    // Wim comes in at Esra's table with a password of his own, and hosts one himself: with Mark, and with Fatma, Bo and Samira around it.
    private static async Task<string> ProposeAsync(Visitor guest, string home)
    {
        await guest.GetAsync(home + "/joining/new");
        await guest.PressAsync(
            "form.composer",
            ("name", "Joke"),
            ("what", "helpt met brieven"),
            ("goal-words", "Rust."),
            ("adds-words", "Zij kent de weg."),
            ("day", Ahead.Days(90)));
        return guest.Path;
    }

    private static async Task<Comer> HomeAsync(Running running)
    {
        using var esra = await running.AsAsync("esra");
        var wim = await Comer.ComeAsync(running, esra, "Wim");
        using var scope = running.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        async Task<PersonId> IdAsync(string name) => new((await people.FindByNameAsync(name))!.Id);
        var (he, mark, fatma, bo, samira) = (await IdAsync(wim.Name), await IdAsync("mark"), await IdAsync("fatma"), await IdAsync("bo"), await IdAsync("samira"));
        var door = running.Services.GetRequiredService<Door>();
        var caller = new Caller(he, DraftId.New().Value);
        var table = await door.StartAsync(caller, (person, at) => Circle.Start(
            person, "Wim", "papa", AgeGroup.Adult, null, [new ChildAtStart("Pien", AgeGroup.Child)], true, at));
        await door.ChangeAsync(
            caller,
            table,
            Permission.Host,
            visit =>
            {
                visit.Circle.Add(mark, "Mark", null, SeatSide.Host, AgeGroup.Adult, null, visit.Act);
                visit.Circle.Add(fatma, "Fatma", null, SeatSide.Network, AgeGroup.Adult, null, visit.Act);
                visit.Circle.AddFromBefore(bo, "Bo", null, null, visit.Act);
                visit.Circle.AddFromBefore(samira, "Samira", null, null, visit.Act);
                return Task.FromResult(0);
            },
            TestContext.Current.CancellationToken);
        await wim.Visitor.GetAsync($"/tables/{table.Value}");
        return wim;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
