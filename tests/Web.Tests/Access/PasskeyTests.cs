using System.Net;
using System.Text.Json;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Access;

/// <summary>Coming in with a passkey (R2), and all that is none.</summary>
public sealed class PasskeyTests
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task With_a_passkey_one_comes_in_until_it_is_taken_away_R2(Database on)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock);
        await running.HireAsync("oma", professional: false);
        await running.HireAsync("opa", professional: false);
        using var phone = new Device();
        using var oma = running.OnThisMachine();
        await oma.ComeAsync("oma");
        await AddAsync(oma, phone, running);
        Assert.Equal("/me/keys", oma.Path);
        Assert.Contains("Mijn telefoon", oma.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nog niet gebruikt", oma.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var away = oma.Page.QuerySelector("form[action$='/take-away']")!.GetAttribute("action")!;

        using var again = running.OnThisMachine();
        await SignInAsync(again, phone, running);
        Assert.Equal("/tables", again.Path);
        await again.GetAsync("/me/keys");
        Assert.Contains("Laatst gebruikt", again.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // Another takes it from nobody, and ending the session ends it.
        using var opa = running.OnThisMachine();
        await opa.ComeAsync("opa");
        await opa.GetAsync("/me/keys/new");
        await opa.PostAsync(away, [KeyValuePair.Create("proof", Everybody.Proof(opa))]);
        await SignInAsync(again, phone, running);
        Assert.Equal("/tables", again.Path);
        await again.GetAsync("/me");
        await again.PressAsync("form[action$='/sign-out']");
        await again.GetAsync("/tables");
        Assert.Equal("/sign-in", again.Path);

        // Whoever holds her open phone takes it not away: the password is asked. Whoever came in with it is out with it.
        await SignInAsync(again, phone, running);
        await oma.GetAsync("/me/keys");
        await oma.PressAsync("form[action$='/take-away']");
        Assert.Equal(HttpStatusCode.OK, oma.Status);
        await oma.PressAsync("form[action$='/take-away']", ("password", "geraden woorden"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, oma.Status);
        Assert.NotNull(oma.Page.QuerySelector("#password-error"));
        await again.GetAsync("/tables");
        Assert.Equal("/tables", again.Path);
        await oma.PressAsync("form[action$='/take-away']", ("password", Worker.Password));
        await again.GetAsync("/tables");
        Assert.Equal("/sign-in", again.Path);
        Assert.Contains("Daarmee komt niemand meer binnen", oma.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await SignInAsync(again, phone, running);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Whatever_does_not_fit_gets_the_same_words_and_never_a_fault(Database on)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock);
        await running.HireAsync("oma", professional: false);
        var opas = await running.HireAsync("opa", professional: false);
        using var phone = new Device();
        using var strange = new Device();
        using var oma = running.OnThisMachine();
        await oma.ComeAsync("oma");
        await AddAsync(oma, phone, running);
        using var visitor = running.OnThisMachine();
        var pages = new List<string>();

        // One answer is taken once.
        var (question, options) = await AskAsync(visitor);
        Assert.False(JsonDocument.Parse(options).RootElement.TryGetProperty("allowCredentials", out var known) && known.GetArrayLength() > 0);
        Assert.Equal("required", JsonDocument.Parse(options).RootElement.GetProperty("userVerification").GetString());
        var answer = phone.SignIn(options, OriginOf(running));
        await visitor.PostAsync("/sign-in/key", Form(visitor, question, answer));
        Assert.Equal("/tables", visitor.Path);
        using var thief = running.OnThisMachine();
        await thief.GetAsync("/sign-in");
        await thief.PostAsync("/sign-in/key", Form(thief, question, answer));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, thief.Status);
        pages.Add(Things.Steady(thief.Html));

        // From elsewhere, without its owner, with an old count, by somebody else's name, by a device that nobody knows.
        await TryAsync(o => phone.SignIn(o, "http://elsewhere.example"));
        await TryAsync(o => phone.SignIn(o, "http://localhost:1"));
        await TryAsync(o => phone.SignIn(o.Replace("localhost", "elsewhere.example", StringComparison.Ordinal), OriginOf(running)));
        phone.Verifies = false;
        await TryAsync(o => phone.SignIn(o, OriginOf(running)));
        phone.Verifies = true;
        phone.SaysItIs = opas.Id.ToString();
        await TryAsync(o => phone.SignIn(o, OriginOf(running)));
        phone.SaysItIs = null;
        var count = phone.Count;
        phone.Count = 0;
        await TryAsync(o => phone.SignIn(o, OriginOf(running)));
        phone.Count = count;
        await TryAsync(o => strange.SignIn(o, OriginOf(running)));

        // Too late, an answer to another question, and all that is no answer.
        await TryAsync(o =>
        {
            clock.Advance(Passkeys.AnswerWithin);
            return phone.SignIn(o, OriginOf(running));
        });
        var (_, another) = await AskAsync(thief);
        await TryAsync(_ => phone.SignIn(another, OriginOf(running)));
        var whole = phone.SignIn(another, OriginOf(running));
        foreach (var broken in new[]
        {
            "", "{}", "[]", "null", "1", "\"x\"", "{", whole[..^5], whole.Replace("public-key", "x", StringComparison.Ordinal),
            whole.Replace("authenticatorData\":\"", "authenticatorData\":\"!!", StringComparison.Ordinal),
            whole.Replace("signature\":\"", "signature\":\"AAAA", StringComparison.Ordinal),
            """{"id":"AA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AA","authenticatorData":"AA","signature":"AA","userHandle":null}}""",
            """{"id":null,"type":null,"clientExtensionResults":null,"response":null}""",
            """{"id":"AA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"bnVsbA","authenticatorData":"","signature":"","userHandle":""}}""",
            new string('[', 5000), new string('x', 30_000),
        })
        {
            await TryAsync(_ => broken);
        }

        foreach (var none in new[] { "", "x", new string('0', 64) })
        {
            await thief.PostAsync("/sign-in/key", Form(thief, none, whole));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, thief.Status);
            pages.Add(Things.Steady(thief.Html));
        }

        Assert.Single(pages.Distinct());

        // After all that the right one still comes in.
        await SignInAsync(thief, phone, running);
        Assert.Equal("/tables", thief.Path);

        async Task TryAsync(Func<string, string> answering)
        {
            var (key, asked) = await AskAsync(thief);
            var given = answering(asked);
            await thief.PostAsync("/sign-in/key", Form(thief, key, given));
            Assert.True(thief.Status == HttpStatusCode.UnprocessableEntity, $"{thief.Status} for {given[..Math.Min(given.Length, 200)]}");
            pages.Add(Things.Steady(thief.Html));
        }
    }

    [Fact]
    public async Task No_passkey_is_added_without_the_password_nor_with_an_answer_that_does_not_fit()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        await running.HireAsync("oma", professional: false);
        await running.HireAsync("opa", professional: false);
        using var phone = new Device();
        using var oma = running.OnThisMachine();
        using var opa = running.OnThisMachine();
        await oma.ComeAsync("oma");
        await opa.ComeAsync("opa");
        await oma.GetAsync("/me/keys/new");
        await oma.PressAsync("form[action='/me/keys/new']", ("name", "Zijn telefoon"), ("password", "verkeerd wachtwoord"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, oma.Status);
        Assert.Equal("Zijn telefoon", oma.Page.QuerySelector("#name")!.GetAttribute("value"));
        await oma.PressAsync("form[action='/me/keys/new']", ("name", " "), ("password", Worker.Password));
        Assert.NotNull(oma.Page.QuerySelector("#name-error"));

        // The question of another, one for coming in, an answer from elsewhere, one without its owner, and no answer at all.
        var (hers, options) = await AskToAddAsync(oma);
        await FinishAsync(opa, hers, phone.Add(options, OriginOf(running)));
        var (coming, _) = await AskAsync(oma);
        var (_, another) = await AskToAddAsync(oma);
        await FinishAsync(oma, coming, phone.Add(another, OriginOf(running)));
        foreach (var answering in new Func<string, string>[] { o => phone.Add(o, "https://elsewhere.example"), _ => "{}", _ => "", _ => "{\"response\":" })
        {
            var (key, asked) = await AskToAddAsync(oma);
            await FinishAsync(oma, key, answering(asked));
        }

        phone.Verifies = false;
        var (last, given) = await AskToAddAsync(oma);
        await FinishAsync(oma, last, phone.Add(given, OriginOf(running)));
        phone.Verifies = true;
        await oma.GetAsync("/me/keys");
        Assert.Null(oma.Page.QuerySelector("form[action$='/take-away']"));

        // A device that somebody has already is nobody else's.
        await AddAsync(oma, phone, running);
        Assert.Equal("/me/keys", oma.Path);
        var (his, again) = await AskToAddAsync(opa);
        await FinishAsync(opa, his, phone.Add(again, OriginOf(running)));

        async Task FinishAsync(Visitor who, string key, string answer)
        {
            await who.GetAsync("/me/keys/new");
            await who.PostAsync("/me/keys", [.. Form(who, key, answer), KeyValuePair.Create("name", "Een telefoon")]);
            Assert.True(who.Status == HttpStatusCode.UnprocessableEntity, $"{who.Status} for {answer}");
        }
    }

    [Fact]
    public async Task A_professional_comes_in_with_a_passkey_alone_but_a_password_alone_makes_no_new_code_beside_it()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        var sanne = await running.HireAsync("hulp-sanne");
        using var phone = new Device();
        using var visitor = running.OnThisMachine();
        await visitor.ComeAsync("hulp-sanne");
        await visitor.SetUpAsync(clock.GetUtcNow());
        await AddAsync(visitor, phone, running);
        using var again = running.OnThisMachine();
        await SignInAsync(again, phone, running);
        Assert.Equal("/tables", again.Path);

        // Were the code away, by whatever way: the passkey is the way in then, and stays.
        await running.Services.GetRequiredService<OneTimeCodes>().TakeAwayAsync(new PersonId(sanne.Id));
        using var password = running.OnThisMachine();
        await password.ComeAsync("hulp-sanne");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, password.Status);
        await again.GetAsync("/me/keys");
        await again.PressAsync("form[action$='/take-away']");
        await again.PressAsync("form[action$='/take-away']", ("password", Worker.Password));
        Assert.Contains("laatste manier", again.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await SignInAsync(again, phone, running);
        Assert.Equal("/tables", again.Path);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_passkey_that_Mark_added_on_Sannes_open_phone_ends_with_her_new_password_as_her_code_does_T20(Database on)
    {
        const string New = "vier andere woorden nu";
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock);
        await running.HireAsync("sanne-zelf", professional: false);
        using var marks = new Device();
        using var sanne = running.OnThisMachine();
        await sanne.ComeAsync("sanne-zelf");
        await sanne.GetAsync("/me/codes/new");
        await sanne.SetUpAsync(clock.GetUtcNow(), Worker.Password);
        await sanne.GetAsync("/me");
        Assert.DoesNotContain("Er kwam een sleutel bij", sanne.Html, StringComparison.Ordinal);
        await AddAsync(sanne, marks, running);
        using var mark = running.OnThisMachine();
        await SignInAsync(mark, marks, running);
        Assert.Equal("/tables", mark.Path);
        await sanne.GetAsync("/me");
        Assert.Contains("Er kwam een sleutel bij op", sanne.Html, StringComparison.Ordinal);

        await sanne.GetAsync("/me/password");
        Assert.Contains("apparaten zonder wachtwoord, en je code", sanne.Html, StringComparison.Ordinal);
        await sanne.PressAsync("main form", ("old", Worker.Password), ("password", New));
        Assert.Equal("/me", sanne.Path);
        Assert.DoesNotContain("Er kwam een sleutel bij", sanne.Html, StringComparison.Ordinal);
        await SignInAsync(mark, marks, running);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mark.Status);
        using var again = running.OnThisMachine();
        await again.ComeAsync("sanne-zelf", password: New);
        Assert.Equal("/tables", again.Path);
    }

    [Fact]
    public async Task That_a_passkey_was_added_stands_on_the_own_page_for_two_weeks()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        await running.HireAsync("oma", professional: false);
        using var phone = new Device();
        using var oma = running.OnThisMachine();
        await oma.ComeAsync("oma");
        await AddAsync(oma, phone, running);
        clock.Advance(TimeSpan.FromDays(13));
        await SignInAsync(oma, phone, running);
        await oma.GetAsync("/me");
        Assert.Contains("Er kwam een sleutel bij op", oma.Html, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromDays(1));
        await SignInAsync(oma, phone, running);
        await oma.GetAsync("/me");
        Assert.DoesNotContain("Er kwam een sleutel bij", oma.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_fills_the_disk_with_questions()
    {
        await using var running = await Running.StartAsync();
        using var visitor = running.OnThisMachine();
        await visitor.GetAsync("/sign-in");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 201; i++)
        {
            using var answer = await visitor.SendAsync(Asking(visitor));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(200, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    private static string OriginOf(Running running) => $"http://localhost:{running.Address.Port}";

    private static async Task AddAsync(Visitor visitor, Device device, Running running)
    {
        var (question, options) = await AskToAddAsync(visitor);
        await visitor.PostAsync(
            "/me/keys", [.. Form(visitor, question, device.Add(options, OriginOf(running))), KeyValuePair.Create("name", "Mijn telefoon")]);
    }

    private static async Task<(string Question, string Options)> AskToAddAsync(Visitor visitor)
    {
        await visitor.GetAsync("/me/keys/new");
        await visitor.PressAsync("form[action='/me/keys/new']", ("name", "Mijn telefoon"), ("password", Worker.Password));
        var form = visitor.Page.QuerySelector("form[data-key]")!;
        return (form.QuerySelector("input[name=question]")!.GetAttribute("value")!, form.GetAttribute("data-options")!);
    }

    private static async Task SignInAsync(Visitor visitor, Device device, Running running)
    {
        var (question, options) = await AskAsync(visitor);
        await visitor.PostAsync("/sign-in/key", Form(visitor, question, device.SignIn(options, OriginOf(running))));
    }

    private static async Task<(string Question, string Options)> AskAsync(Visitor visitor)
    {
        await visitor.GetAsync("/sign-in");
        using var answer = await visitor.SendAsync(Asking(visitor));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var asked = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (asked.RootElement.GetProperty("question").GetString()!, asked.RootElement.GetProperty("options").GetRawText());
    }

    private static HttpRequestMessage Asking(Visitor visitor) => new(HttpMethod.Post, "/sign-in/key/ask")
    {
        Content = new FormUrlEncodedContent([KeyValuePair.Create("proof", Everybody.Proof(visitor))]),
    };

    private static List<KeyValuePair<string, string>> Form(Visitor visitor, string question, string credential) =>
    [
        KeyValuePair.Create("proof", Everybody.Proof(visitor)), KeyValuePair.Create("question", question), KeyValuePair.Create("credential", credential),
    ];
}
