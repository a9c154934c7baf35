using System.Net;
using System.Text;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Commands;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Access;

/// <summary>A professional comes in through their organisation, whose provider really runs; nobody else does, and nothing of a family is reached by it (R2).</summary>
public sealed class OrganisationTests
{
    private const string NotIn = "Zo kwam je niet binnen.";

    private const string Away = "Je organisatie geeft nu geen antwoord.";

    /// <summary>What a provider, or somebody on the way to it, can do wrong with a token.</summary>
    public static TheoryData<string> Wrong =>
        ["nonce", "no nonce", "issuer", "audience", "expired", "key", "none", "no subject", "endless subject", "symmetric"];

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Sanne_chooses_her_organisation_with_her_password_and_comes_in_through_it_then_R2(Database on)
    {
        await using var provider = await Provider.StartAsync();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock, With(provider.As()));
        var person = await running.HireAsync("hulp-sanne");
        using var sanne = running.Stranger();
        await sanne.ComeAsync("hulp-sanne");
        await sanne.SetUpAsync(clock.GetUtcNow());
        await sanne.GetAsync("/me/keys");
        await sanne.GetAsync(sanne.Page.QuerySelector("a[href='/me/organisation/1']")!.GetAttribute("href")!);
        await sanne.PressAsync("main form", ("password", "iets anders"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sanne.Status);
        Assert.Empty(provider.Asked);
        await sanne.PressAsync("main form", ("password", Worker.Password));
        Assert.Contains("alleen een teken dat jij het bent", sanne.Html, StringComparison.Ordinal);
        await sanne.GetAsync(Go(sanne));
        Assert.Equal("/me/keys", sanne.Path);
        Assert.Contains("Je kunt nu binnenkomen via je organisatie.", sanne.Html, StringComparison.Ordinal);

        // Asked was who it is, and nothing else; with a proof that nobody else has.
        Assert.True(provider.Sent.TryPeek(out var sent));
        Assert.Equal(("openid", "code", "S256"), (sent.Scope, sent.ResponseType, sent.CodeChallengeMethod));
        Assert.True(sent is { CodeChallenge.Length: > 40, Nonce.Length: > 20, State.Length: > 20 });
        Assert.EndsWith("/sign-in/organisation/1/back", sent.RedirectUri, StringComparison.Ordinal);

        using var again = running.Stranger();
        await again.GetAsync("/sign-in");
        Assert.Equal("Kom binnen via Gemeente Voorbeeld", Button(again)!.TextContent);
        await ComeThroughAsync(again);
        Assert.Equal("/tables", again.Path);
        await again.GetAsync("/me");
        Assert.Equal("hulp-sanne", again.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Via Gemeente Voorbeeld", Assert.Single(
            again.Page.QuerySelectorAll(".mine-device"), device => device.TextContent.Contains("hier, nu", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        await sanne.GetAsync("/me");
        Assert.Single(sanne.Page.QuerySelectorAll(".mine-device"), device => device.TextContent.Contains("Via Gemeente", StringComparison.Ordinal));

        // The other language has no address of its own to come back to.
        using var english = running.Stranger();
        await english.GetAsync("/en/sign-in");
        Assert.Equal("Come in through Gemeente Voorbeeld", Button(english)!.TextContent);
        await english.GetAsync("/en/sign-in/organisation/1");
        Assert.Equal("/tables", english.Path);

        // Nothing is kept of who she is there, nor of what was given unasked.
        var links = await running.Services.GetRequiredService<OrganisationKeys>().OfAsync(new PersonId(person.Id), CancellationToken.None);
        Assert.Equal(provider.Address, Assert.Single(links).Organisation);
        if (running.Places.Postgres is null)
        {
            foreach (var file in Directory.EnumerateFiles(running.Places.DataFolder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)))
            {
                await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var bytes = new MemoryStream();
                await open.CopyToAsync(bytes, TestContext.Current.CancellationToken);
                foreach (var word in new[] { "medewerker-0712", provider.Address, "gemeente.example", "Gemeente Voorbeeld", "id_token" })
                {
                    Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)));
                }
            }
        }

        // Out here is out, and coming back asks the organisation anew.
        await again.PostAsync("/sign-out", []);
        await again.GetAsync("/tables");
        Assert.Equal("/sign-in", again.Path);
    }

    [Fact]
    public async Task Without_an_organisation_no_page_speaks_of_it_and_no_address_is_there()
    {
        await using var running = await Running.StartAsync();
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync("/me/keys");
        Assert.DoesNotContain("rganisatie", samira.Html, StringComparison.Ordinal);
        using var stranger = running.Stranger();
        await stranger.GetAsync("/sign-in");
        Assert.Null(Button(stranger));
        Assert.DoesNotContain("rganisatie", stranger.Html, StringComparison.Ordinal);
        foreach (var (visitor, path) in new[]
        {
            (stranger, "/sign-in/organisation/1"), (stranger, "/sign-in/organisation/1/back?code=a&state=b"), (samira, "/me/organisation/1"), (samira, "/me/organisation/x"),
        })
        {
            await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_is_not_known_who_is_refused_and_what_does_not_fit_get_the_same_words(Database on)
    {
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(on, services: With(provider.As()));
        using var samira = await running.AsAsync("samira");
        await LinkAsync(samira);
        provider.Who = "onbekend";
        var unknown = await RefusedAsync(running);
        provider.Who = null;
        Assert.Equal(unknown, await RefusedAsync(running));
        provider.Who = "MEDEWERKER-0712";
        Assert.Equal(unknown, await RefusedAsync(running));
        provider.Who = "sanne.de.vries@gemeente.example";
        Assert.Equal(unknown, await RefusedAsync(running));

        // Somebody whose account is no professional's any more, or is gone.
        var family = await running.HireAsync("oma-truus", professional: false);
        await running.Services.GetRequiredService<OrganisationKeys>().LinkAsync(new PersonId(family.Id), new KnownAs(provider.Address, "oma"));
        await running.Services.GetRequiredService<OrganisationKeys>().LinkAsync(PersonId.New(), new KnownAs(provider.Address, "niemand"));
        foreach (var who in new[] { "oma", "niemand" })
        {
            provider.Who = who;
            Assert.Equal(unknown, await RefusedAsync(running));
        }

        provider.Who = "medewerker-0712";
        using var known = running.Stranger();
        await ComeThroughAsync(known);
        Assert.Contains("/tables", known.Path, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_token_that_does_not_fit_lets_nobody_in(string what)
    {
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(services: With(provider.As()));
        using var samira = await running.AsAsync("samira");
        await LinkAsync(samira);
        provider.Send = (from, token) => what switch
        {
            "nonce" => from.Sign(token, words => words["nonce"] = "een andere"),
            "no nonce" => from.Sign(token, words => words.Remove("nonce")),
            "issuer" => from.Sign(token, words => words["iss"] = "http://127.0.0.1:1"),
            "audience" => from.Sign(token, words => words["aud"] = "een ander"),
            "expired" => from.Sign(token, words => words["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(-5).ToUnixTimeSeconds()),
            "key" => from.Sign(token, _ => { }, from.Forged()),
            "none" => Part("""{"alg":"none","typ":"JWT"}""") + "." + token.Split('.')[1] + ".",
            "no subject" => from.Sign(token, words => words.Remove("sub")),
            "endless subject" => from.Sign(token, words => words["sub"] = new string('a', 256)),
            _ => from.Sign(token, _ => { }, new(new Microsoft.IdentityModel.Tokens.SymmetricSecurityKey(
                Encoding.UTF8.GetBytes(Provider.Secret + Provider.Secret)), "HS256")),
        };
        using var other = running.Stranger();
        await ComeThroughAsync(other);
        Assert.Equal("/sign-in", other.Path);
        Assert.Contains(NotIn, other.Html, StringComparison.Ordinal);
        await other.GetAsync("/tables");
        Assert.Equal("/sign-in", other.Path);

        // The very same words, untouched by anybody but the provider itself, let in: it was that one thing.
        provider.Send = (from, token) => from.Sign(token, _ => { });
        await ComeThroughAsync(other);
        Assert.Contains("/tables", other.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_once_in_the_browser_that_asked_for_it_and_not_for_long()
    {
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(services: With(provider.As()));
        using var samira = await running.AsAsync("samira");
        await LinkAsync(samira);

        // Taken out of the address by somebody else: their browser did not ask.
        using var owner = running.Stranger();
        var back = await BackAsync(owner);
        using var thief = running.Stranger();
        await thief.GetAsync(back);
        Assert.Equal("/sign-in", thief.Path);

        // Put into an answer that they did ask for: the proof is not theirs.
        var own = await BackAsync(thief);
        await thief.GetAsync(Swap(own, "code", Of(back, "code")));
        Assert.Equal("/sign-in", thief.Path);
        Assert.Contains(NotIn, thief.Html, StringComparison.Ordinal);

        // Somebody else's answer, put before the owner: they are not led in as another.
        await owner.GetAsync(Swap(await BackAsync(owner), "state", Of(own, "state")));
        Assert.Equal("/sign-in", owner.Path);

        // Once more, too late, from elsewhere, and with nothing at all.
        var mine = await BackAsync(owner);
        await owner.GetAsync(mine);
        Assert.Contains("/tables", owner.Path, StringComparison.Ordinal);
        using var fresh = running.Stranger();
        await fresh.GetAsync(mine);
        Assert.Equal("/sign-in", fresh.Path);
        var late = await BackAsync(fresh);
        provider.Clock.Advance(TimeSpan.FromHours(1));
        await fresh.GetAsync(late);
        Assert.Equal("/sign-in", fresh.Path);
        Assert.Contains(NotIn, fresh.Html, StringComparison.Ordinal);
        foreach (var nonsense in new[] { "", "?code=a", "?state=b&code=a", "?error=server_error", "?id_token=a&state=b", "?iss=http%3A%2F%2Felders.example&code=a&state=b" })
        {
            await fresh.GetAsync("/sign-in/organisation/1/back" + nonsense);
            Assert.Equal(("/sign-in", HttpStatusCode.OK), (fresh.Path, fresh.Status));
            Assert.Contains(NotIn, fresh.Html, StringComparison.Ordinal);
            await fresh.PostAsync("/sign-in/organisation/1/back", [KeyValuePair.Create("code", "a"), KeyValuePair.Create("state", "b")]);
            Assert.Equal(("/sign-in", HttpStatusCode.OK), (fresh.Path, fresh.Status));
        }
    }

    [Fact]
    public async Task A_provider_that_is_away_or_leads_elsewhere_gives_plain_words_and_is_asked_nothing_more()
    {
        await using var elsewhere = await Provider.StartAsync("Elders");
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(services: With(provider.As()));
        using var samira = await running.AsAsync("samira");
        await LinkAsync(samira);

        // It is away when the code is to be changed.
        using var visitor = running.Stranger();
        var back = await BackAsync(visitor);
        provider.IsBroken = true;
        await visitor.GetAsync(back);
        Assert.Equal(("/sign-in", HttpStatusCode.OK), (visitor.Path, visitor.Status));

        // It was never there.
        await using var beside = await Running.BesideAsync(running, services: With(provider.As()));
        using var other = beside.Stranger();
        await ComeThroughAsync(other);
        Assert.Equal(("/sign-in", HttpStatusCode.OK), (other.Path, other.Status));
        Assert.Contains(Away, other.Html, StringComparison.Ordinal);
        provider.IsBroken = false;

        // It says that its codes are to be brought to another machine.
        provider.TokenAddress = elsewhere.Address + "/token";
        await using var third = await Running.BesideAsync(running, services: With(provider.As()));
        using var last = third.Stranger();
        await ComeThroughAsync(last);
        Assert.Equal("/sign-in", last.Path);
        Assert.Contains(Away, last.Html, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Asked);

        await provider.StopAsync();
        await using var fourth = await Running.BesideAsync(running, services: With(provider.As()));
        using var nobody = fourth.Stranger();
        await ComeThroughAsync(nobody);
        Assert.Contains(Away, nobody.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_an_operator_asks_for_a_level_less_is_not_enough()
    {
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(services: With(provider.As(level: "twee-stappen")));
        using var samira = await running.AsAsync("samira");
        provider.Assurance = "twee-stappen";
        await LinkAsync(samira);
        Assert.Contains("Je kunt nu binnenkomen via je organisatie.", samira.Html, StringComparison.Ordinal);
        Assert.All(provider.Sent, sent => Assert.Equal("twee-stappen", sent.AcrValues));
        foreach (var less in new[] { null, "wachtwoord" })
        {
            provider.Assurance = less;
            using var visitor = running.Stranger();
            await ComeThroughAsync(visitor);
            Assert.Equal("/sign-in", visitor.Path);
        }

        provider.Assurance = "twee-stappen";
        using var enough = running.Stranger();
        await ComeThroughAsync(enough);
        Assert.Contains("/tables", enough.Path, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Fatma_of_the_family_and_who_holds_anothers_link_choose_no_organisation_and_two_people_never_share_one_R2(Database on)
    {
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(on, services: With(provider.As()));
        foreach (var name in new[] { "esra", "fatma", "amir" })
        {
            using var family = await running.AsAsync(name);
            await family.GetAsync("/me/keys");
            Assert.DoesNotContain("rganisatie", family.Html, StringComparison.Ordinal);
            await family.GetAsync("/me");
            var proof = Everybody.Proof(family);
            await family.GetAsync("/me/organisation/1");
            Assert.Equal(HttpStatusCode.NotFound, family.Status);
            await family.PostAsync("/me/organisation/1", [KeyValuePair.Create("proof", proof)]);
            Assert.Equal(HttpStatusCode.NotFound, family.Status);
        }

        // Samira's address, opened by Joris: his organisation would become hers, or hers his.
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync("/me/organisation/1");
        await samira.PressAsync("main form");
        var address = Go(samira);
        using var joris = await running.AsAsync("joris");
        await joris.GetAsync(address);
        using var stranger = running.Stranger();
        await stranger.GetAsync(address);
        Assert.Equal("/sign-in", stranger.Path);
        await joris.GetAsync(address[..^5] + "AAAAA");
        Assert.Equal("/me", joris.Path);
        foreach (var name in new[] { "samira", "joris" })
        {
            Assert.Empty(await running.Services.GetRequiredService<OrganisationKeys>().OfAsync(
                new PersonId((await running.PersonAsync(name)).Id), TestContext.Current.CancellationToken));
        }

        await samira.GetAsync(address);
        Assert.Equal("/me/keys", samira.Path);
        await LinkAsync(joris);
        Assert.Contains("Dat lukte niet. Er is niets veranderd.", joris.Html, StringComparison.Ordinal);
        using var again = running.Stranger();
        await ComeThroughAsync(again);
        await again.GetAsync("/me");
        Assert.Equal("Samira", again.Page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Through_her_organisation_Samira_reaches_her_work_and_nothing_of_her_own_family_R2_R9(Database on)
    {
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(on, services: With(provider.As()));
        using var esra = await running.AsAsync("esra");
        var work = esra.Table;
        using var samira = await running.AsAsync("samira");
        await LinkAsync(samira);
        var me = new PersonId((await running.PersonAsync("samira")).Id);
        var door = running.Services.GetRequiredService<Door>();
        var own = "/tables/" + (await door.StartAsync(new Caller(me, Guid.Empty), (person, at) => Circle.Start(
            person, "Samira", null, AgeGroup.Adult, default, [new ChildAtStart("Noor", AgeGroup.Child)], false, at))).Value;
        await samira.GetAsync(own);
        Assert.Equal(HttpStatusCode.OK, samira.Status);
        await KeepAsync(samira, own, "KANARIE thuis");
        await KeepAsync(samira, work, "KANARIE werk");

        using var atWork = running.Stranger();
        await ComeThroughAsync(atWork);
        await atWork.GetAsync("/tables");
        Assert.NotNull(atWork.Page.QuerySelector($"a[href^='{work}']"));
        Assert.Null(atWork.Page.QuerySelector($"a[href^='{own}']"));
        Assert.Null(atWork.Page.QuerySelector("a[href='/tables/new']"));
        await atWork.GetAsync(work);
        Assert.Equal(HttpStatusCode.OK, atWork.Status);
        await atWork.GetAsync("/drafts");
        Assert.Contains("KANARIE werk", atWork.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("KANARIE thuis", atWork.Html, StringComparison.Ordinal);
        await samira.GetAsync("/drafts");
        Assert.Contains("KANARIE thuis", samira.Html, StringComparison.Ordinal);
        var draft = samira.Page.QuerySelectorAll("a[href^='/drafts/']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(2, draft.Count);
        var found = new List<HttpStatusCode>();
        foreach (var one in draft)
        {
            await atWork.GetAsync(one);
            found.Add(atWork.Status);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], found.Order());

        // Whatever is asked: the pages of her work, also for the local team, her own page, and going out. Another language is no way round.
        await atWork.GetAsync("/me");
        Assert.Contains("Je kwam binnen via Gemeente Voorbeeld", atWork.Html, StringComparison.Ordinal);
        Assert.Single(atWork.Page.QuerySelectorAll(".mine-device"));
        await samira.GetAsync("/me");
        Assert.Equal(2, samira.Page.QuerySelectorAll(".mine-device").Length);
        await atWork.PressAsync("form[action='/me/language']");
        var proof = Everybody.Proof(atWork);
        var reached = new List<string>();
        foreach (var address in Keukentafel.Web.Commands.Address.Of((IEndpointRouteBuilder)running.App).Where(one => one.Who != "anyone"))
        {
            var path = Filled(address.Pattern, own);
            using var request = new HttpRequestMessage(new HttpMethod(address.Method), path);
            if (address.Method == "POST")
            {
                request.Content = new FormUrlEncodedContent([KeyValuePair.Create("proof", proof)]);
            }

            if (address.Pattern is "/me/sessions/end-others" or "/me/language")
            {
                reached.Add(address.Pattern);
                continue;
            }

            var answer = await atWork.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.NotFound)
            {
                reached.Add(address.Pattern);
            }
        }

        Assert.Equal(
            [
                "/drafts", "/drafts/{id:guid}", "/drafts/{id:guid}/throw-away", "/editing", "/me", "/me/keys", "/me/language", "/me/organisations/{id:guid}/take-away",
                "/me/sessions/end-others", "/me/sessions/{id:guid}/end", "/me/stop-new-password", "/requests", "/tables",
            ],
            reached.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Taking_it_away_ends_what_came_in_by_it_and_the_last_way_in_stays(Database on)
    {
        await using var provider = await Provider.StartAsync();
        await using var second = await Provider.StartAsync("Stichting Anders");
        await using var running = await Running.StartAsync(on, services: With(provider.As(), second.As(2)));
        using var samira = await running.AsAsync("samira");
        await LinkAsync(samira);
        await LinkAsync(samira, 2);
        using var first = running.Stranger();
        await ComeThroughAsync(first);
        using var other = running.Stranger();
        await ComeThroughAsync(other, 2);
        await samira.GetAsync("/me/keys");
        Assert.Equal(2, samira.Page.QuerySelectorAll("form[action^='/me/organisations/']").Length);
        await samira.PressAsync("form[action^='/me/organisations/']");
        Assert.Contains("Daarmee komt niemand meer binnen.", samira.Html, StringComparison.Ordinal);
        await first.GetAsync("/tables");
        Assert.Equal("/sign-in", first.Path);
        await other.GetAsync("/tables");
        Assert.Equal("/tables", other.Path);
        Assert.Equal(NotIn, (await RefusedAsync(running))[..NotIn.Length]);

        // Whoever has nothing else keeps it.
        await MakeWithoutPasswordAsync(running, "samira");
        await other.GetAsync("/me/keys");
        await other.PressAsync("form[action^='/me/organisations/']");
        Assert.Contains("Dit is je laatste manier", other.Html, StringComparison.Ordinal);
        using var again = running.Stranger();
        await ComeThroughAsync(again, 2);
        Assert.Contains("/tables", again.Path, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_left_the_organisation_is_out_at_once_at_every_table_of_their_work_and_stays_at_their_own_R2(Database on)
    {
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(on, services: With(provider.As()));
        using var esra = await running.AsAsync("esra");
        var work = esra.Table;
        using var samira = await running.AsAsync("samira");
        await LinkAsync(samira);
        var me = new PersonId((await running.PersonAsync("samira")).Id);
        var door = running.Services.GetRequiredService<Door>();
        var own = await door.StartAsync(new Caller(me, Guid.Empty), (person, at) => Circle.Start(
            person, "Samira", null, AgeGroup.Adult, default, [new ChildAtStart("Noor", AgeGroup.Child)], false, at));
        using var atWork = running.Stranger();
        await ComeThroughAsync(atWork);
        var token = TestContext.Current.CancellationToken;
        Assert.Null(await LeftOrganisationCommand.LeaveAsync(running.Services, provider.Address, "iemand anders", token));
        Assert.Null(await LeftOrganisationCommand.LeaveAsync(running.Services, "https://elders.example", "medewerker-0712", token));
        await atWork.GetAsync("/tables");
        var tables = atWork.Page.QuerySelectorAll("ul.cards > li").Length;
        Assert.True(tables > 0);
        foreach (var page in new[] { "/requests", "/editing" })
        {
            await atWork.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, atWork.Status);
        }

        Assert.Equal(tables, await LeftOrganisationCommand.LeaveAsync(running.Services, provider.Address + "/", "medewerker-0712", token));
        foreach (var visitor in new[] { samira, atWork })
        {
            await visitor.GetAsync("/tables");
            Assert.Equal("/sign-in", visitor.Path);
        }

        _ = await RefusedAsync(running);
        using var later = await running.AsAsync("samira");
        await later.GetAsync("/tables");
        Assert.Equal($"/tables/{own.Value}", Assert.Single(later.Page.QuerySelectorAll("ul.cards a")).GetAttribute("href"));
        foreach (var page in new[] { work, "/requests", "/editing" })
        {
            await later.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, later.Status);
        }

        // What was said keeps its name, and the trail says that it was not her own step.
        await esra.GetAsync(work + "/who");
        Assert.Contains("Samira", esra.Html, StringComparison.Ordinal);
        Assert.Null(await LeftOrganisationCommand.LeaveAsync(running.Services, provider.Address, "medewerker-0712", token));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task With_the_card_of_a_professional_one_comes_in_for_the_first_time_without_a_password_and_with_that_of_family_not_R2(Database on)
    {
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(on, services: With(provider.As()));
        using var esra = await running.AsAsync("esra");
        var code = await CardForWorkAsync(running, esra);
        using var sanne = running.Stranger();
        await sanne.GetAsync("/welcome/" + code);
        await sanne.GetAsync("/welcome/name");
        await sanne.PressAsync("main form", ("name", "Sanne"));
        Assert.Equal("/welcome/password", sanne.Path);
        await sanne.GetAsync(Button(sanne)!.GetAttribute("href")!);
        Assert.Equal(esra.Table, sanne.Table);
        Assert.Equal(HttpStatusCode.OK, sanne.Status);
        await sanne.GetAsync("/me");
        Assert.Contains("Je kwam binnen via Gemeente Voorbeeld", sanne.Html, StringComparison.Ordinal);
        using var again = running.Stranger();
        await ComeThroughAsync(again);
        await again.GetAsync(esra.Table);
        Assert.Equal(HttpStatusCode.OK, again.Status);

        // No password, so no way in of her own; and her work brings her to no place of family.
        await MakeWithoutPasswordAsync(running, sanne.Page.QuerySelector("h1")!.TextContent, called: true);
        await again.GetAsync("/me/keys/new");
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        using var wendy = await running.AsAsync("wendy");
        await wendy.GetAsync(wendy.Table + "/people/new");
        await wendy.PressAsync("main form", ("name", "Tante"), ("age", "Adult"));
        await wendy.PressAsync("main form", ("side", "Network"));
        await wendy.PressAsync("main form");
        await wendy.GetAsync(wendy.Path + "/invite");
        await wendy.PressAsync("form.composer", ("words", "Kom erbij."));
        var family = wendy.Page.QuerySelector(".way-in-code")!.TextContent;
        await again.GetAsync("/welcome/" + family);
        await again.PressAsync("form[action$='/welcome/yes']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Deze kaart is niet voor je werk.", again.Html, StringComparison.Ordinal);

        // For family there is no such button, and the address by itself brings nobody in.
        provider.Who = "iemand-nieuw";
        using var aunt = running.Stranger();
        await aunt.GetAsync("/welcome/" + family);
        await aunt.GetAsync("/welcome/name");
        await aunt.PressAsync("main form", ("name", "Tante"));
        Assert.Null(Button(aunt));
        await aunt.GetAsync("/sign-in/organisation/1?card=new");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, aunt.Status);
        await aunt.GetAsync("/tables");
        Assert.Equal("/sign-in", aunt.Path);
        Assert.Null(await running.Services.GetRequiredService<OrganisationKeys>().OwnerOfAsync(
            new KnownAs(provider.Address, "iemand-nieuw"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_came_in_through_an_organisation_ends_after_ten_hours_whatever_is_done_meanwhile()
    {
        await using var provider = await Provider.StartAsync();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock, services: With(provider.As()));
        using var samira = await running.AsAsync("samira");
        await LinkAsync(samira);
        using var atWork = running.Stranger();
        await ComeThroughAsync(atWork);
        for (var minutes = 0; minutes < 590; minutes += 10)
        {
            clock.Advance(TimeSpan.FromMinutes(10));
            await atWork.GetAsync("/me");
            Assert.Equal("/me", atWork.Path);
            if (minutes % 60 == 0)
            {
                await atWork.PressAsync("form[action='/me/language']");
            }
        }

        clock.Advance(TimeSpan.FromMinutes(11));
        await atWork.GetAsync("/me");
        Assert.Equal("/sign-in", atWork.Path);
    }

    [Theory]
    [InlineData("/signout-oidc")]
    [InlineData("/signout-callback-oidc")]
    public async Task No_link_of_somebody_else_signs_anybody_out(string address)
    {
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(services: With(provider.As()));
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
        await samira.GetAsync("/me");
        Assert.Equal("/me", samira.Path);
    }

    [Fact]
    public async Task Beginning_is_slowed_down_and_nobody_is_led_in_from_elsewhere()
    {
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(services: With(provider.As()));
        using var visitor = running.Stranger();
        using var led = new HttpRequestMessage(HttpMethod.Get, "/sign-in/organisation/1");
        led.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal("/sign-in", (await visitor.SendAsync(led)).Headers.Location!.OriginalString);
        HttpResponseMessage answer;
        var begun = 0;
        do
        {
            answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/sign-in/organisation/1"));
            begun++;
        }
        while (answer.StatusCode == HttpStatusCode.Redirect && begun < 300);
        Assert.Equal((HttpStatusCode.TooManyRequests, 201), (answer.StatusCode, begun));
    }

    [Theory]
    [InlineData("AUTHORITY")]
    [InlineData("CLIENT")]
    [InlineData("NAME")]
    [InlineData("SECRET")]
    public void Half_an_organisation_is_said_at_once_and_no_secret_with_it(string missing)
    {
        var wrong = Assert.Throws<ArgumentException>(() => Organisations.Read(Settings(("KEUKENTAFEL_OIDC_" + missing, null))));
        Assert.Contains("KEUKENTAFEL_OIDC_" + missing, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://login.gemeente.example")]
    [InlineData("ftp://login.gemeente.example")]
    [InlineData("login.gemeente.example")]
    [InlineData("https://anna:geheim@login.gemeente.example")]
    [InlineData("https://login.gemeente.example/?tenant=geheim")]
    public void A_way_to_an_organisation_that_is_not_safe_is_refused(string authority)
    {
        var wrong = Assert.Throws<ArgumentException>(() => Organisations.Read(Settings(("KEUKENTAFEL_OIDC_AUTHORITY", authority))));
        Assert.Contains("https", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_names_none_one_or_more_with_the_secret_in_a_file_when_they_like()
    {
        Assert.Empty(Organisations.Read(_ => " ").All);
        var one = Assert.Single(Organisations.Read(Settings()).All);
        Assert.Equal((1, "Gemeente Voorbeeld", "https://login.gemeente.example/realms/werk", "geheim", (string?)null), (one.Number, one.Name, one.Issuer, one.Secret, one.Assurance));
        Assert.True(one.IsThere(new Uri("https://login.gemeente.example/elders")));
        foreach (var elsewhere in new[] { "http://login.gemeente.example/", "https://login.gemeente.example:8443/", "https://login.gemeente.example.kwaad.example/", "https://a@login.gemeente.example/" })
        {
            Assert.False(one.IsThere(new Uri(elsewhere)));
        }

        var file = Path.GetTempFileName();
        try
        {
            var settings = Settings(
                ("KEUKENTAFEL_OIDC_2_NAME", "Stichting Anders"), ("KEUKENTAFEL_OIDC_2_AUTHORITY", "http://localhost:8080"), ("KEUKENTAFEL_OIDC_2_CLIENT", "tafel"),
                ("KEUKENTAFEL_OIDC_2_SECRET_FILE", file), ("KEUKENTAFEL_OIDC_2_ACR", "hoog"));
            Assert.Throws<ArgumentException>(() => Organisations.Read(settings));
            await File.WriteAllTextAsync(file, "uit een bestand\n", TestContext.Current.CancellationToken);
            var second = Organisations.Read(settings).All[1];
            Assert.Equal((2, "uit een bestand", "hoog", "/sign-in/organisation/2/back"), (second.Number, second.Secret, second.Assurance, second.Back));
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Throws<ArgumentException>(() => Organisations.Read(Settings(("KEUKENTAFEL_OIDC_SECRET", null), ("KEUKENTAFEL_OIDC_SECRET_FILE", file))));
        Assert.Throws<ArgumentException>(() => Organisations.Read(Settings(("KEUKENTAFEL_OIDC_SECRET_FILE", file))));

        // Who comes in through one would be in through the other.
        Assert.Throws<ArgumentException>(() => Organisations.Read(Settings(
            ("KEUKENTAFEL_OIDC_2_NAME", "Dezelfde"), ("KEUKENTAFEL_OIDC_2_AUTHORITY", "https://login.gemeente.example/realms/werk/"),
            ("KEUKENTAFEL_OIDC_2_CLIENT", "tafel"), ("KEUKENTAFEL_OIDC_2_SECRET", "ander geheim"))));
    }

    private static Func<string, string?> Settings(params (string Name, string? Value)[] other) => name =>
        other.Any(one => one.Name == name) ? other.Last(one => one.Name == name).Value : name switch
        {
            "KEUKENTAFEL_OIDC_NAME" => "Gemeente Voorbeeld",
            "KEUKENTAFEL_OIDC_AUTHORITY" => "https://login.gemeente.example/realms/werk/",
            "KEUKENTAFEL_OIDC_CLIENT" => "keukentafel",
            "KEUKENTAFEL_OIDC_SECRET" => "geheim",
            _ => null,
        };

    // A machine that does much at once answers late: how long is waited for an answer is not what is tried here.
    private static Action<IServiceCollection> With(params Organisation[] organisations) => services =>
    {
        services.AddOrganisations(new Organisations(organisations));
        services.ConfigureAll<OpenIdConnectOptions>(options => options.BackchannelTimeout = TimeSpan.FromMinutes(1));
    };

    private static AngleSharp.Dom.IElement? Button(Visitor visitor) => visitor.Page.QuerySelector("a[href^='/sign-in/organisation/']");

    private static string Go(Visitor visitor) => Button(visitor)!.GetAttribute("href")!;

    private static Task ComeThroughAsync(Visitor visitor, int number = 1) => visitor.GetAsync($"/sign-in/organisation/{number}");

    // Somebody who is not asked a password: the invented people have none.
    private static async Task LinkAsync(Visitor visitor, int number = 1)
    {
        await visitor.GetAsync($"/me/organisation/{number}");
        await visitor.PressAsync("main form");
        await visitor.GetAsync(Go(visitor));
        Assert.Equal("/me/keys", visitor.Path);
    }

    /// <summary>Somebody comes and is not let in; gives what they read.</summary>
    private static async Task<string> RefusedAsync(Running running)
    {
        using var visitor = running.Stranger();
        await ComeThroughAsync(visitor);
        Assert.Equal("/sign-in", visitor.Path);
        Assert.Contains(NotIn, visitor.Html, StringComparison.Ordinal);
        return NotIn + Things.Steady(visitor.Html);
    }

    /// <summary>Goes to the provider, and gives the address at which it sends one back, without going there.</summary>
    private static async Task<string> BackAsync(Visitor visitor)
    {
        var there = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/sign-in/organisation/1"));
        var back = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, there.Headers.Location));
        return back.Headers.Location!.PathAndQuery;
    }

    private static string Of(string address, string name) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..])[name]!;

    private static string Swap(string address, string name, string value) =>
        address.Replace(name + "=" + Uri.EscapeDataString(Of(address, name)), name + "=" + Uri.EscapeDataString(value), StringComparison.Ordinal);

    private static string Part(string words) => Convert.ToBase64String(Encoding.UTF8.GetBytes(words)).TrimEnd('=');

    private static string Filled(string pattern, string table)
    {
        var path = pattern.Replace("/tables/{circle:guid}", table, StringComparison.Ordinal);
        while (path.IndexOf('{', StringComparison.Ordinal) is var from and >= 0)
        {
            var to = path.IndexOf('}', StringComparison.Ordinal);
            path = path[..from] + (path[from..to].Contains("number", StringComparison.Ordinal) ? "1" : DraftId.New().Value.ToString()) + path[(to + 1)..];
        }

        return path;
    }

    private static async Task KeepAsync(Visitor visitor, string table, string words)
    {
        await visitor.GetAsync(table + "/lay?what=worry");
        var proof = Everybody.Proof(visitor);
        await visitor.PostAsync(
            "/drafts/" + DraftId.New().Value,
            [KeyValuePair.Create("proof", proof), KeyValuePair.Create("page", table + "/lay?what=worry"), KeyValuePair.Create("words", words)]);
        Assert.Equal(HttpStatusCode.NoContent, visitor.Status);
    }

    // The invented people may come in without one: from here on this is somebody who is not invented.
    private static async Task MakeWithoutPasswordAsync(Running running, string name, bool called = false)
    {
        await using var scope = running.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Person>>();
        var person = called ? people.Users.Single(one => one.Called == name) : (await people.FindByNameAsync(name))!;
        person.IsFictional = false;
        Assert.Null(person.PasswordHash);
        Assert.True((await people.UpdateAsync(person)).Succeeded);
    }

    /// <summary>Every host says yes to a professional, who gets a card; gives its code.</summary>
    private static async Task<string> CardForWorkAsync(Running running, Visitor esra)
    {
        using var joris = await running.AsAsync("joris");
        var person = await Involvements.JoiningTests.ProposeAsync(joris);
        foreach (var name in new[] { "esra", "amir", "lina" })
        {
            using var host = await running.AsAsync(name);
            await host.GetAsync(person);
            await host.PressAsync("form[action$='/answer']", ("answer", "Welcome"));
        }

        await esra.GetAsync(person);
        await esra.GetAsync(esra.Page.QuerySelector("main .sheet-waits a[href*='/people/']")!.GetAttribute("href")!);
        await esra.GetAsync(esra.Page.QuerySelector("main a[href$='/invite']")!.GetAttribute("href")!);
        await esra.PressAsync("form.composer", ("words", "Kom kennismaken."));
        return esra.Page.QuerySelector(".way-in-code")!.TextContent;
    }
}
