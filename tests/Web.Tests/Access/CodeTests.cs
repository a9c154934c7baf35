using System.Diagnostics;
using System.Net;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Commands;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Access;

/// <summary>Who works with families never comes in with a password alone (R2).</summary>
public sealed class CodeTests
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_professional_sets_a_code_up_before_any_other_page_and_comes_in_with_it_once_R2(Database on)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock);
        await running.HireAsync("hulp-sanne");
        using var sanne = running.Stranger();
        await sanne.ComeAsync("hulp-sanne");
        Assert.Equal("/me/codes/new", sanne.Path);
        await OnlyThisPageAsync(running, sanne);

        await sanne.GetAsync("/me/codes/new");
        Assert.NotNull(sanne.Page.QuerySelector("svg[role=img][aria-label] path"));
        Assert.Contains("otpauth://totp/Keukentafel:hulp-sanne?secret=", sanne.Page.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href"), StringComparison.Ordinal);
        var shown = sanne.Page.QuerySelector(".key-letters")!.TextContent;
        await sanne.PressAsync("form[action='/me/codes/new']", ("code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sanne.Status);
        Assert.Equal(shown, sanne.Page.QuerySelector(".key-letters")!.TextContent);
        Assert.Contains("past niet", sanne.Page.QuerySelector("#code-error")!.TextContent, StringComparison.Ordinal);
        var (secret, spare) = await sanne.SetUpAsync(clock.GetUtcNow());
        Assert.Equal(10, spare.Count);
        await sanne.GetAsync("/tables");
        Assert.Equal("/tables", sanne.Path);

        // The one it was set up with is used; the next works once; a spare one works once.
        using var again = running.Stranger();
        await again.ComeAsync("hulp-sanne", Worker.CodeAt(secret, clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        clock.Advance(TimeSpan.FromSeconds(60));
        await again.ComeAsync("hulp-sanne", Worker.CodeAt(secret, clock.GetUtcNow()));
        Assert.Equal("/tables", again.Path);
        using var third = running.Stranger();
        await third.ComeAsync("hulp-sanne", Worker.CodeAt(secret, clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.Status);
        await third.ComeAsync("hulp-sanne", spare[0]);
        Assert.Equal("/tables", third.Path);
        Assert.Contains("reservecode", third.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        using var fourth = running.Stranger();
        await fourth.ComeAsync("hulp-sanne", spare[0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fourth.Status);
        await fourth.ComeAsync("hulp-sanne");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fourth.Status);

        // It is never taken away from who works with families.
        await third.GetAsync("/me/codes/off");
        Assert.Equal("/me/keys", third.Path);
        await third.GetAsync("/me/codes/spare");
        var proof = Everybody.Proof(third);
        await third.PostAsync("/me/codes/off", [KeyValuePair.Create("proof", proof), KeyValuePair.Create("password", Worker.Password)]);
        Assert.Equal(HttpStatusCode.NotFound, third.Status);
    }

    [Fact]
    public async Task Who_took_the_seat_of_a_guest_with_an_account_from_before_sets_a_code_up_first_R2()
    {
        await using var running = await Running.StartAsync();
        var person = await running.HireAsync("wil-van-hier", professional: false);
        using var before = running.Stranger();
        await before.ComeAsync("wil-van-hier");
        Assert.Equal("/tables", before.Path);
        using var esra = await running.AsAsync("esra");
        var me = (await running.PersonAsync("esra")).Id;
        await running.Services.GetRequiredService<Door>().ChangeAsync(
            new Caller(new PersonId(me), Guid.Empty),
            new CircleId(Guid.Parse(esra.Table.Split('/')[2])),
            Permission.Host,
            visit => Task.FromResult(visit.Circle.AddFromBefore(new PersonId(person.Id), "Wil", null, null, visit.Act)),
            TestContext.Current.CancellationToken);
        using var after = running.Stranger();
        await after.ComeAsync("wil-van-hier");
        Assert.Equal("/me/codes/new", after.Path);
        await after.GetAsync(esra.Table);
        Assert.Equal("/me/codes/new", after.Path);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_two_who_use_one_code_in_two_processes_at_once_one_comes_in(Database on)
    {
        await using var running = await Running.StartAsync(on);
        await using var beside = await Running.BesideAsync(running);
        await running.HireAsync("hulp-sanne");
        using var sanne = running.Stranger();
        await sanne.ComeAsync("hulp-sanne");
        var (secret, _) = await sanne.SetUpAsync(TimeProvider.System.GetUtcNow().AddSeconds(-30));
        using var here = running.Stranger();
        using var there = beside.Stranger();
        var code = Worker.CodeAt(secret, TimeProvider.System.GetUtcNow());
        await Task.WhenAll(here.ComeAsync("hulp-sanne", code), there.ComeAsync("hulp-sanne", code));
        Assert.Equal(["/sign-in", "/tables"], new[] { here.Path, there.Path }.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_can_tell_a_wrong_code_from_a_wrong_password_from_a_name_that_is_not_known(Database on)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock);
        await running.HireAsync("hulp-sanne");
        using var sanne = running.Stranger();
        await sanne.ComeAsync("hulp-sanne");
        var (secret, spare) = await sanne.SetUpAsync(clock.GetUtcNow());
        clock.Advance(TimeSpan.FromMinutes(1));
        var right = Worker.CodeAt(secret, clock.GetUtcNow());
        var pages = new List<string>();
        foreach (var (name, password, code) in new[]
        {
            ("hulp-sanne", Worker.Password, "123456"), ("hulp-sanne", Worker.Password, "BCDF-GHJK-LMNP"), ("hulp-sanne", Worker.Password, "x"),
            ("hulp-sanne", "verkeerd", right), ("hulp-sanne", "verkeerd", spare[0]), ("hulp-zanne", Worker.Password, right), ("hulp-zanne", "verkeerd", "123456"),
        })
        {
            using var visitor = running.Stranger();
            await visitor.ComeAsync(name, code, password);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
            pages.Add(Things.Steady(visitor.Html).Replace(name, "", StringComparison.Ordinal));
        }

        Assert.Single(pages.Distinct());

        // Nothing was used up by who knew no password; and whoever knew it is told of.
        using var again = running.Stranger();
        await again.ComeAsync("hulp-sanne", right);
        Assert.Equal("/tables", again.Path);
        Assert.Contains("Iemand wist je wachtwoord", again.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_alone_never_makes_a_second_code_beside_one_that_is_there()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        await running.HireAsync("hulp-sanne");
        using var sanne = running.Stranger();
        using var other = running.Stranger();
        await other.ComeAsync("hulp-sanne");
        await sanne.ComeAsync("hulp-sanne");
        var (secret, _) = await sanne.SetUpAsync(clock.GetUtcNow());
        await other.SetUpAsync(clock.GetUtcNow());
        Assert.Equal("/sign-in", other.Path);
        await other.GetAsync("/tables");
        Assert.Equal("/sign-in", other.Path);
        clock.Advance(TimeSpan.FromMinutes(1));
        await other.ComeAsync("hulp-sanne", Worker.CodeAt(secret, clock.GetUtcNow()));
        Assert.Equal("/tables", other.Path);
    }

    [Fact]
    public async Task A_secret_of_another_page_or_person_is_none()
    {
        await using var running = await Running.StartAsync();
        await running.HireAsync("hulp-sanne");
        await running.HireAsync("hulp-jan");
        using var sanne = running.Stranger();
        using var jan = running.Stranger();
        await sanne.ComeAsync("hulp-sanne");
        await jan.ComeAsync("hulp-jan");
        var his = jan.Page.QuerySelector("input[name=secret]")!.GetAttribute("value")!;
        foreach (var secret in new[] { his, "", "x", new string('y', 3000), null })
        {
            await sanne.GetAsync("/me/codes/new");
            await sanne.PressAsync("form[action='/me/codes/new']", ("secret", secret), ("code", "123456"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, sanne.Status);
            Assert.Contains("nieuwe vierkant", sanne.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Family_may_have_a_code_and_may_take_it_away_with_the_password()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        await running.HireAsync("oma", professional: false);
        using var oma = running.Stranger();
        await oma.ComeAsync("oma");
        Assert.Equal("/tables", oma.Path);
        await oma.GetAsync("/me/keys");
        await oma.GetAsync(oma.Page.QuerySelector("a[href='/me/codes/new']")!.GetAttribute("href")!);
        await oma.SetUpAsync(clock.GetUtcNow(), "verkeerd wachtwoord");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, oma.Status);
        Assert.NotNull(oma.Page.QuerySelector("#password-error"));
        var (secret, _) = await oma.SetUpAsync(clock.GetUtcNow(), Worker.Password);
        using var again = running.Stranger();
        await again.ComeAsync("oma");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        clock.Advance(TimeSpan.FromMinutes(1));
        await again.ComeAsync("oma", Worker.CodeAt(secret, clock.GetUtcNow()));
        Assert.Equal("/tables", again.Path);

        // A new phone: the other sessions end. Then she wants no code any more.
        await again.GetAsync("/me/codes/new");
        await again.SetUpAsync(clock.GetUtcNow(), Worker.Password);
        await oma.GetAsync("/tables");
        Assert.Equal("/sign-in", oma.Path);
        await again.GetAsync("/me/codes/off");
        await again.PressAsync("form[action='/me/codes/off']", ("password", "verkeerd wachtwoord"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        await again.PressAsync("form[action='/me/codes/off']", ("password", Worker.Password));
        Assert.Equal("/me/keys", again.Path);
        await oma.ComeAsync("oma");
        Assert.Equal("/tables", oma.Path);
    }

    [Fact]
    public async Task The_password_is_guessed_no_oftener_on_a_page_of_ones_own_than_at_the_door()
    {
        await using var running = await Running.StartAsync();
        await running.HireAsync("oma", professional: false);
        using var oma = running.Stranger();
        await oma.ComeAsync("oma");
        await oma.GetAsync("/me/codes/new");
        for (var guess = 0; guess < 8; guess++)
        {
            await oma.SetUpAsync(TimeProvider.System.GetUtcNow(), "raden maar");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, oma.Status);
        }

        await oma.SetUpAsync(TimeProvider.System.GetUtcNow(), Worker.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, oma.Status);
    }

    [Fact]
    [Trait("Takes", "long")]
    public async Task Who_lost_phone_and_spare_codes_begins_again_with_the_password()
    {
        await using var running = await Running.StartAsync();
        await running.HireAsync("hulp-sanne");
        using var sanne = running.Stranger();
        await sanne.ComeAsync("hulp-sanne");
        await sanne.SetUpAsync(TimeProvider.System.GetUtcNow());
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "keukentafel.dll"), "forget-keys", "hulp-sanne"]);
        start.Environment["KEUKENTAFEL_POSTGRES"] = running.Places.Postgres;
        start.Environment["KEUKENTAFEL_DATA"] = running.Places.DataFolder;
        start.Environment["KEUKENTAFEL_KEYS"] = running.Places.KeysFolder;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        await sanne.GetAsync("/tables");
        Assert.Equal("/sign-in", sanne.Path);
        await sanne.ComeAsync("hulp-sanne");
        Assert.Equal("/me/codes/new", sanne.Path);
    }

    /// <summary>Whatever is asked leads back to the one page; nothing is done.</summary>
    private static async Task OnlyThisPageAsync(Running running, Visitor visitor)
    {
        var proof = Everybody.Proof(visitor);
        string[] reached = ["/me/codes/new"];
        var anyone = 0;
        foreach (var address in Address.Of((IEndpointRouteBuilder)running.App).Where(one => !reached.Contains(one.Pattern)))
        {
            if (address.Who == "anyone")
            {
                anyone++;
                continue;
            }

            var path = address.Pattern;
            while (path.IndexOf('{', StringComparison.Ordinal) is var from and >= 0)
            {
                path = path[..from] + ContributionId.New().Value + path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..];
            }

            using var request = new HttpRequestMessage(new HttpMethod(address.Method), path);
            if (address.Method == "POST")
            {
                request.Content = new FormUrlEncodedContent([KeyValuePair.Create("proof", proof), KeyValuePair.Create("name", "Iets"), KeyValuePair.Create("language", "en")]);
            }

            using var answer = await visitor.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location!.OriginalString == "/me/codes/new", $"{address.Method} {path}: {answer.StatusCode}");
        }

        Assert.True(anyone > 10);

        // Who holds a card is nobody in particular, as long as they are not in.
        await visitor.GetAsync("/welcome");
        Assert.Null(visitor.Page.QuerySelector("a[href='/me']"));
    }
}
