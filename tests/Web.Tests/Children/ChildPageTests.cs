using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Access;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Invitations;

namespace Keukentafel.Web.Tests.Children;

public sealed class ChildPageTests
{
    private const string Strokes = "2:10,20 300,400 12,13;5:999,700";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Noor_says_with_pictures_and_a_drawing_what_she_wants_without_a_letter_and_who_she_chose_reads_it_as_hers_R11_partly(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var noor = await running.AsAsync("noor", ownPage: true);
        Assert.Equal(noor.Table + "/mine", noor.Path);
        Assert.Equal("Dit is van jou", Heading(noor));
        var ria = await OthersAsync(noor, "Ria");
        await SayAsync(noor, "Want", ("picked", "When"), ("picked", "Sleep"), ("picked", ria), ("order", $"Sleep,{ria},When"), ("drawing", Strokes));
        Assert.Equal("Wie mag dit zien?", Heading(noor));
        Assert.Contains("Soms moet een volwassene helpen. Dan hoor jij dat eerst.", noor.Html, StringComparison.Ordinal);
        await noor.PressAsync("form.child-form", ("readers", "These"), ("named", await OthersOnPageAsync(noor, "Wendy")));
        Assert.Equal(noor.Table + "/mine", noor.Path);
        var thing = noor.Page.QuerySelector(".child-place:last-child .child-thing")!;
        Assert.Contains("slapen, Ria, wanneer", thing.TextContent, StringComparison.Ordinal);
        Assert.Contains("Jij en Wendy kunnen dit zien.", thing.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nog geen antwoord.", thing.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, thing.QuerySelectorAll(".picture").Length);
        var address = thing.QuerySelector("a[href$='/readers']")!.GetAttribute("href")!.Replace("/readers", "", StringComparison.Ordinal);

        // Her own voice wherever Wendy reads it: on the table, whole, in the list and on paper.
        using var wendy = await running.AsAsync("wendy");
        foreach (var page in new[] { wendy.Table, wendy.Table + "/list", address, wendy.Table + "/print" })
        {
            await wendy.GetAsync(page);
            var card = wendy.Page.QuerySelectorAll("article").First(one => one.TextContent.Contains("slapen, Ria, wanneer", StringComparison.Ordinal));
            Assert.Contains("Noor", card.QuerySelector(".by")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(2, card.QuerySelectorAll(".picture").Length);
            Assert.Equal("Een tekening van Noor", card.QuerySelector("svg.drawing")!.GetAttribute("aria-label"));
            Assert.Equal(
                ["crayon-2 10,20 300,400 12,13", "crayon-5 999,700 999,700"],
                card.QuerySelectorAll("polyline").Select(line => $"{line.ClassList[1]} {line.GetAttribute("points")}"));
        }

        // Nobody else does, and nothing shows that there is anything.
        foreach (var name in new[] { "ron", "samira" })
        {
            using var other = await running.AsAsync(name);
            await other.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            await other.GetAsync(noor.Table);
            Assert.DoesNotContain("slapen, Ria", other.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_only_hers_stays_so_and_no_grown_up_has_her_page_R12(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var noor = await running.AsAsync("noor", ownPage: true);
        await SayAsync(noor, "NotNice", ("picked", "Quarrel"), ("picked", "Afraid"));
        await noor.PressAsync("form.child-form", ("readers", "OnlyMe"));
        var thing = noor.Page.QuerySelector(".child-place:nth-child(2) .child-thing")!;
        Assert.Contains("ruzie, bang", thing.TextContent, StringComparison.Ordinal);
        Assert.Contains("Alleen jij kunt dit zien.", thing.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog geen antwoord.", thing.TextContent, StringComparison.Ordinal);
        var address = thing.QuerySelector("a[href$='/readers']")!.GetAttribute("href")!.Replace("/readers", "", StringComparison.Ordinal);
        foreach (var name in new[] { "wendy", "ron", "samira" })
        {
            using var other = await running.AsAsync(name);
            foreach (var page in new[] { address, noor.Table + "/mine", noor.Table + "/mine/say", noor.Table + "/mine/lock", noor.Table + "/mine/shut" })
            {
                await other.GetAsync(page);
                Assert.True(other.Status == HttpStatusCode.NotFound, $"{name} {page} {other.Status}");
            }

            await other.GetAsync(noor.Table + "/print");
            Assert.Equal(HttpStatusCode.OK, other.Status);
            Assert.DoesNotContain("ruzie, bang", other.Html, StringComparison.Ordinal);
            foreach (var page in new[] { "say", "lock", "shut", "open" })
            {
                await other.GetAsync(noor.Table + "/lay?what=good-thing");
                var proof = other.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!;
                await other.PostAsync($"{noor.Table}/mine/{page}", [
                    new("proof", proof), new("what", "Good"), new("picked", "Home"), new("step", "Who"), new("readers", "Everyone"),
                    new("picture", "Home"), new("picture", "Home"), new("picture", "Home"), new("done", "yes"),
                ]);
                Assert.True(other.Status == HttpStatusCode.NotFound, $"{name} {page} {other.Status}");
            }
        }

        // Another child at another table neither.
        using var amir = await running.AsAsync("amir");
        await amir.GetAsync(noor.Table + "/mine");
        Assert.Equal(HttpStatusCode.NotFound, amir.Status);
    }

    [Fact]
    public async Task Nobody_reads_what_Noor_did_not_choose_readers_for_R12()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        await SayAsync(noor, "Good", ("picked", "Pet"));
        await noor.PressAsync("form.child-form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        Assert.Contains("Kies wie dit mag zien.", noor.Html, StringComparison.Ordinal);
        await noor.PressAsync("form.child-form", ("readers", "OnlyMe"), ("named", await OthersOnPageAsync(noor, "Ron")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        await noor.PressAsync("form.child-form", ("readers", "These"), ("named", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        await noor.PressAsync("form.child-form", ("readers", "Everyone"), ("named", null));
        Assert.Contains("Iedereen aan tafel kan dit zien.", noor.Page.QuerySelector(".child-place .child-thing")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1:NaN,1", "De tekening lukte niet.")]
    [InlineData("<script>alert(1)</script>", "De tekening lukte niet.")]
    [InlineData("{\"strokes\":[[1,2", "De tekening lukte niet.")]
    [InlineData("1:1e9,5", "De tekening lukte niet.")]
    [InlineData("many", "De tekening is te groot.")]
    [InlineData("long", "De tekening is te groot.")]
    public async Task What_came_as_a_drawing_and_is_none_gets_plain_words_and_loses_nothing_of_what_Noor_said(string drawing, string sentence)
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        await SayAsync(
            noor, "Good", ("picked", "Pet"), ("words", "Pluis slaapt bij mij."),
            ("drawing", drawing switch { "many" => string.Join(';', Enumerable.Repeat("1:1,1", 5_000)), "long" => new string('1', 100_000), _ => drawing }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        Assert.Contains(sentence, noor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(noor.Page.QuerySelectorAll("main script, polyline"));
        Assert.Equal("Pluis slaapt bij mij.", ((IHtmlTextAreaElement)noor.Page.QuerySelector("#words")!).Value);
        Assert.True(((IHtmlInputElement)noor.Page.QuerySelector("input[value=Pet]")!).IsChecked);

        // Sent at the last question it is refused there too.
        var fields = Visitor.Fields((IHtmlFormElement)noor.Page.QuerySelector("form.child-form")!).Where(field => field.Key is not ("step" or "drawing"));
        await noor.PostAsync(noor.Table + "/mine/say", [.. fields, new("step", "Who"), new("readers", "Everyone"), new("drawing", "1:-1,-1")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);

        // Without it she goes on.
        await noor.PressAsync("form.child-form", ("no-drawing", "yes"));
        Assert.Equal("Wie mag dit zien?", Heading(noor));
        await noor.PressAsync("form.child-form", ("readers", "Everyone"));
        Assert.Contains("Pluis slaapt bij mij.", noor.Page.QuerySelector(".child-place .child-thing")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(noor.Page.QuerySelectorAll(".drawing"));
    }

    [Fact]
    public async Task Where_Noor_writes_where_somebody_lives_she_is_asked_about_it_on_a_page_of_her_own_T22()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        await SayAsync(noor, "Good", ("picked", "Pet"), ("words", "Oma woont op Lindelaan 12, 1234 AB."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        Assert.Equal("Woont daar iemand?", Heading(noor));
        Assert.NotNull(noor.Page.QuerySelector(".child-page .child-head"));
        Assert.NotNull(noor.Page.QuerySelector($"main a[href='{noor.Table}/mine']"));
        await noor.PressAsync("form.composer", ("words", "Oma woont dichtbij."));
        Assert.Equal("Wie mag dit zien?", Heading(noor));
        await noor.PressAsync("form.child-form", ("readers", "Everyone"));
        Assert.Contains("Oma woont dichtbij.", noor.Page.QuerySelector(".child-place .child-thing")!.TextContent, StringComparison.Ordinal);

        // Who has no page there finds none by typing an address to it.
        using var amir = await running.AsAsync("amir");
        await amir.PostAsync(noor.Table + "/mine/say", [await amir.ProofAsync(), new("words", "Lindelaan 12, 1234 AB")]);
        Assert.Equal(HttpStatusCode.NotFound, amir.Status);
    }

    [Fact]
    public async Task Noor_who_says_nothing_or_something_that_is_not_there_reads_plain_words()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        await SayAsync(noor, "Good");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        Assert.Contains("Kies een plaatje, teken iets, zeg iets of schrijf iets.", noor.Html, StringComparison.Ordinal);
        await noor.PressAsync("form.child-form", ("picked", "Nothing"), ("picked", "3"), ("picked", "cccccccc-cccc-4ccc-8ccc-cccccccccccc"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);

        // Which of the three is asked when the address does not say it.
        await SayAsync(noor, "Whatever", ("picked", "Home"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        Assert.Contains("Kies eerst wat je wilt zeggen.", noor.Html, StringComparison.Ordinal);
        await noor.PressAsync("form.child-form", ("what", "NotNice"));
        Assert.Equal("Wie mag dit zien?", Heading(noor));
    }

    [Fact]
    public async Task What_Noor_asked_comes_back_with_its_answer_and_what_waits_says_so_R14()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        using var wendy = await running.AsAsync("wendy");
        await SayAsync(noor, "Want", ("picked", "Hug"), ("picked", "MoreOften"));
        await noor.PressAsync("form.child-form", ("readers", "Everyone"));
        var thing = Wished(noor, "lief, vaker");
        Assert.Contains("Nog geen antwoord.", thing, StringComparison.Ordinal);
        var address = await wendy.FindAsync("lief, vaker");
        address = address[..(address.IndexOf("/things/", StringComparison.Ordinal) + 44)];
        await wendy.GetAsync(address + "/promise");
        await wendy.PressAsync("form[action$='/promise']", "yes");
        await noor.GetAsync(noor.Path);
        Assert.Contains("Wendy gaat je antwoord geven.", Wished(noor, "lief, vaker"), StringComparison.Ordinal);
        await wendy.GetAsync(address + "/answer-wish");
        await wendy.PressAsync("form[action$='/answer-wish']", ("words", "Elke avond voor het slapen."), ("told", "yes"));
        await noor.GetAsync(noor.Path);
        thing = Wished(noor, "lief, vaker");
        Assert.Contains("Wendy gaf antwoord:", thing, StringComparison.Ordinal);
        Assert.Contains("Elke avond voor het slapen.", thing, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog geen antwoord.", thing, StringComparison.Ordinal);

        // One press says that it did not come across, and that she still wants it; she stays on her page.
        var form = noor.Page.QuerySelectorAll("form[action$='/heard']").First(one => one.Closest("article")!.TextContent.Contains("lief, vaker", StringComparison.Ordinal));
        await noor.PressAsync($"form[action='{form.GetAttribute("action")}']", "not-yet");
        Assert.Equal(noor.Table + "/mine", noor.Path);
        Assert.Contains("Nog geen antwoord.", Wished(noor, "lief, vaker"), StringComparison.Ordinal);
        await noor.PressAsync($"form[action='{form.GetAttribute("action")!.Replace("/heard", "/say-again", StringComparison.Ordinal)}']");
        Assert.Equal(noor.Table + "/mine", noor.Path);
        await wendy.GetAsync(address);
        Assert.Contains("2 keer", wendy.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_write_about_Noor_does_not_stand_on_her_page_and_help_is_one_press_away()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        using var wendy = await running.AsAsync("wendy");
        await wendy.LayAsync("worry", "Ik maak me zorgen over Noor.", ("about", await wendy.SeatAsync("Noor")));
        await noor.GetAsync(noor.Table + "/mine");
        Assert.DoesNotContain("Ik maak me zorgen over Noor.", noor.Html, StringComparison.Ordinal);
        Assert.NotEmpty(noor.Page.QuerySelectorAll(".child-thing"));
        foreach (var page in new[] { "", "/say?what=Good", "/lock" })
        {
            await noor.GetAsync(noor.Table + "/mine" + page);
            Assert.Equal(["tel:08000432", "tel:112"], noor.Page.QuerySelectorAll(".child-help a").Select(call => call.GetAttribute("href")));
        }

        // A grown-up comes in at the table, a child at its own page, and each goes to the other by a press.
        await wendy.GetAsync("/tables");
        Assert.Equal("/tables", wendy.Path);
        await noor.GetAsync("/tables");
        Assert.Equal(noor.Table + "/mine", noor.Path);
        await noor.GetAsync(noor.Page.QuerySelector($"main a[href='{noor.Table}']")!.GetAttribute("href")!);
        Assert.NotNull(noor.Page.QuerySelector($"main a[href='{noor.Table}/mine']"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Noors_drawer_is_shut_with_one_press_and_opens_with_her_pictures_alone(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var noor = await running.AsAsync("noor", ownPage: true);
        var mine = noor.Path;
        await SayAsync(noor, "Good", ("picked", "Pet"));
        await noor.PressAsync("form.child-form", ("readers", "OnlyMe"));
        var thing = noor.Page.QuerySelector(".child-thing a[href$='/readers']")!.GetAttribute("href")!.Replace("/readers", "", StringComparison.Ordinal);
        Assert.Null(noor.Page.QuerySelector("form[data-shut]"));
        await noor.GetAsync(mine + "/lock");
        await LockAsync(noor, "Home", "Pet", "Hug");
        await noor.PressAsync("form.child-form", "yes");
        Assert.Equal(mine, noor.Path);

        // A page that was open in another window keeps what was made there.
        await noor.GetAsync(mine + "/say?what=Want");
        var open = Visitor.Fields((IHtmlFormElement)noor.Page.QuerySelector("form.child-form")!);
        await noor.PressAsync("form[data-shut]");
        Assert.Equal(mine + "/shut", noor.Path);
        Assert.DoesNotContain("Noor", noor.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        foreach (var page in new[] { mine, noor.Table, thing, noor.Table + "/print", "/tables", "/me", "/drafts", mine + "/lock", "/" })
        {
            await noor.GetAsync(page);
            Assert.Equal(mine + "/shut", noor.Path);
        }

        await noor.PostAsync(mine + "/say", [.. open, new("words", "Ik wil naar oma.")]);
        Assert.Equal(mine + "/shut", noor.Path);
        foreach (var wrong in new[] { new[] { "Pet", "Home", "Hug" }, ["Home", "Home", "Home"] })
        {
            await LockAsync(noor, wrong);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
            Assert.Contains("Dat zijn ze niet.", noor.Html, StringComparison.Ordinal);
        }

        await LockAsync(noor, "Home", "Pet", "Hug");
        Assert.Equal(mine, noor.Path);
        Assert.Contains("huisdier", noor.Page.QuerySelector(".child-thing")!.TextContent, StringComparison.Ordinal);
        await noor.GetAsync("/drafts");
        Assert.Contains("Ik wil naar oma.", noor.Html, StringComparison.Ordinal);

        // Off again, with her pictures: then there is nothing to shut.
        await noor.GetAsync(mine + "/lock");
        await LockAsync(noor, "Home", "Pet", "Hug");
        await noor.PressAsync("button[name=off]", "yes");
        Assert.Null(noor.Page.QuerySelector("form[data-shut]"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Whoever_finds_Noors_drawer_open_puts_no_other_lock_on_it_and_takes_none_off_without_her_pictures_R11_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var noor = await running.AsAsync("noor", ownPage: true);
        var mine = noor.Path;
        await noor.GetAsync(mine + "/lock");
        Assert.Equal("Een slot van plaatjes", noor.Page.QuerySelector("h1")!.TextContent);
        await LockAsync(noor, "Home", "Pet", "Hug", "Eat");

        // Her brother: neither his pictures, nor taking it off, nor what was made up changes anything.
        await noor.GetAsync(mine + "/lock");
        Assert.Equal("Een ander slot", noor.Page.QuerySelector("h1")!.TextContent);
        Assert.Empty(noor.Page.QuerySelectorAll("main input:not([type=hidden])"));
        Assert.Null(noor.Page.QuerySelector("button[name=off]"));
        await LockAsync(noor, "Pet", "Pet", "Pet", "Pet");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        Assert.Contains("Dat geeft niks: je slot blijft zoals het is.", noor.Html, StringComparison.Ordinal);
        foreach (var made in new[] { ("off", "yes"), ("opened", "yes"), ("done", "yes") })
        {
            KeyValuePair<string, string>[] pictures = [new("picture", "Pet"), new("picture", "Pet"), new("picture", "Pet")];
            await noor.PostAsync(mine + "/lock", [new("proof", Everybody.Proof(noor)), new(made.Item1, made.Item2), .. pictures]);
            Assert.Equal("Een ander slot", noor.Page.QuerySelector("h1")!.TextContent);
            Assert.Null(noor.Page.QuerySelector("button[name=off]"));
        }

        // She: her own pictures, and then new ones.
        await noor.GetAsync(mine + "/lock");
        await LockAsync(noor, "Home", "Pet", "Hug", "Eat");
        Assert.Equal(HttpStatusCode.OK, noor.Status);
        Assert.NotNull(noor.Page.QuerySelector("button[name=off]"));
        await LockAsync(noor, "Eat", "Hug", "Pet", "Home");
        Assert.Equal(mine, noor.Path);
        await noor.PressAsync("form[data-shut]");
        await LockAsync(noor, "Home", "Pet", "Hug", "Eat");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        await LockAsync(noor, "Eat", "Hug", "Pet", "Home");
        Assert.Equal(mine, noor.Path);
    }

    [Fact]
    public async Task Saar_who_forgot_her_pictures_chooses_new_ones_with_the_password_she_comes_in_by()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var saar = await Access.Comer.ComeAsync(running, esra, "Saar", age: "Child");
        var child = saar.Visitor;
        var mine = child.Table + "/mine";
        await child.GetAsync(mine + "/lock");
        await LockAsync(child, "Home", "Pet", "Hug", "Eat");
        await child.GetAsync(mine + "/lock");
        foreach (var guess in new[] { "", "geraden woorden" })
        {
            await child.PressAsync("section form[action$='/lock']", ("password", guess));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, child.Status);
            Assert.NotNull(child.Page.QuerySelector("#password-error"));
        }

        await child.PressAsync("section form[action$='/lock']", ("password", Access.Comer.Password));
        await LockAsync(child, "Eat", "Eat", "Eat", "Eat");
        Assert.Equal(mine, child.Path);
        await child.PressAsync("form[data-shut]");
        await LockAsync(child, "Eat", "Eat", "Eat", "Eat");
        Assert.Equal(mine, child.Path);
    }

    [Fact]
    public async Task While_Amirs_drawer_is_shut_his_session_reaches_nothing_but_the_lock_whatever_the_address()
    {
        await using var everybody = await Everybody.ComeAsync(Database.Sqlite);
        using var amir = await everybody.AsAsync("amir");
        await amir.GetAsync($"/tables/{everybody.Table}/mine/lock");
        await LockAsync(amir, "Home", "Pet", "Hug", "Eat");
        await amir.PressAsync("form[data-shut]");
        var shut = amir.Path;
        Assert.EndsWith("/mine/shut", shut, StringComparison.Ordinal);
        var proof = Everybody.Proof(amir);
        var wrong = new List<string>();
        var tried = 0;
        foreach (var address in everybody.Addresses.Where(one => one.Who != "anyone"))
        {
            var path = everybody.Fill(address);
            if (path == shut || path.EndsWith("/mine/open", StringComparison.Ordinal))
            {
                continue;
            }

            using var asked = new HttpRequestMessage(new HttpMethod(address.Method), path);
            if (address.Method == "POST")
            {
                asked.Content = new FormUrlEncodedContent([KeyValuePair.Create("proof", proof), KeyValuePair.Create("words", "Iets.")]);
            }

            var answer = await amir.SendAsync(asked);
            tried++;
            if (answer.StatusCode != HttpStatusCode.SeeOther || answer.Headers.Location?.OriginalString != shut)
            {
                wrong.Add($"{address.Method} {path}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        Assert.True(tried > 100, tried.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public async Task What_Amir_takes_away_from_his_own_page_leads_back_there_R11_partly()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir", ownPage: true);
        await amir.GetAsync(amir.Page.QuerySelector(".child-thing a[href$='/take-back']")!.GetAttribute("href")!);
        await amir.PressAsync("main form");
        Assert.Equal(amir.Table + "/mine", amir.Path);
        Assert.NotNull(amir.Page.QuerySelector(".told"));
    }

    [Fact]
    public async Task A_drawer_that_is_shut_sits_down_nowhere_with_somebodys_card()
    {
        await using var running = await Running.StartAsync();
        using var mark = await running.AsAsync("mark");
        var code = await InvitationPageTests.InviteAsync(mark, await InvitationPageTests.AddAsync(mark, "Tante"));
        using var amir = await running.AsAsync("amir", ownPage: true);
        await amir.GetAsync(amir.Table + "/mine/lock");
        await LockAsync(amir, "Home", "Pet", "Hug", "Eat");
        await amir.PressAsync("form[data-shut]");
        await amir.GetAsync("/welcome/" + code);
        Assert.Equal("/welcome/you", amir.Path);
        Assert.Null(amir.Page.QuerySelector("form[action$='/welcome/yes']"));
        await amir.PostAsync("/welcome/yes", [KeyValuePair.Create("proof", Everybody.Proof(amir))]);
        Assert.Equal("/welcome/you", amir.Path);
        await mark.GetAsync(mark.Table + "/list");
        Assert.Contains("Tante", mark.Page.QuerySelector(".table-list")!.TextContent, StringComparison.Ordinal);
        await mark.GetAsync($"{mark.Table}/people/{await mark.SeatAsync("Tante")}/card");
        Assert.Equal(code, mark.Page.QuerySelector(".way-in-code")!.TextContent);
    }

    [Fact]
    public async Task Who_guesses_the_pictures_of_Noor_waits_and_she_comes_in_anew_with_her_password()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        var mine = noor.Path;
        await noor.GetAsync(mine + "/lock");
        await LockAsync(noor, "Home", "Pet", "Hug", "Eat");
        Assert.Equal(mine, noor.Path);
        await noor.PressAsync("form[data-shut]");
        for (var guess = 0; guess < 8; guess++)
        {
            await LockAsync(noor, "Pet", "Pet", "Pet", "Pet");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        }

        await LockAsync(noor, "Home", "Pet", "Hug", "Eat");
        Assert.Equal(HttpStatusCode.TooManyRequests, noor.Status);
        Assert.Contains("kom opnieuw binnen", noor.Html, StringComparison.Ordinal);
        await noor.PressAsync("form[action='/sign-out']");
        Assert.Equal("/sign-in", noor.Path);
        using var again = await running.AsAsync("noor", ownPage: true);
        Assert.Equal(mine, again.Path);
        Assert.Equal(HttpStatusCode.OK, again.Status);
    }

    private static async Task SayAsync(Visitor noor, string what, params (string Name, string? Value)[] said)
    {
        await noor.GetAsync($"{noor.Table}/mine/say?what={what}");
        await noor.PressAsync("form.child-form", said);
    }

    private static async Task LockAsync(Visitor noor, params string[] pictures)
    {
        foreach (var picture in pictures)
        {
            await noor.PressAsync("form.child-form", picture);
        }
    }

    private static async Task<string> OthersAsync(Visitor noor, string name)
    {
        await noor.GetAsync($"{noor.Table}/mine/say?what=Want");
        return await OthersOnPageAsync(noor, name);
    }

    private static Task<string> OthersOnPageAsync(Visitor noor, string name) => Task.FromResult(
        noor.Page.QuerySelectorAll(".child-tile").First(tile => tile.QuerySelector("input[type=checkbox]") is not null && tile.TextContent.Contains(name, StringComparison.Ordinal))
            .QuerySelector("input")!.GetAttribute("value")!);

    private static string Wished(Visitor noor, string words) =>
        noor.Page.QuerySelectorAll(".child-thing").First(thing => thing.TextContent.Contains(words, StringComparison.Ordinal)).TextContent;

    private static string Heading(Visitor noor) => noor.Page.QuerySelector("h1 span")!.TextContent;
}
