using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OtpNet;

namespace Keukentafel.Browser.Tests;

/// <summary>Coming in with a code and with a passkey, in a browser with a device that holds passkeys (WebAuthn's virtual authenticator).</summary>
public sealed class KeyTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private const string Password = "drie woorden achter elkaar";
    private static readonly int[] Widths = [320, 390, 1280];

    // A script goes there: what loads may be loaded before anybody waits for it.
    private static readonly PageWaitForURLOptions Arrived = new() { WaitUntil = WaitUntilState.Commit };

    [Fact]
    public async Task A_passkey_is_added_lets_in_is_taken_away_and_lets_nobody_else_in_R2()
    {
        await using var running = await Running.StartEmptyAsync(quickly: true);
        await HireAsync(running, "oma", "Oma", professional: false);
        await HireAsync(running, "opa", "Opa", professional: false);
        var wrong = new List<string>();
        var oma = await WindowAsync(running);
        var phone = await PhoneAsync(oma);
        oma.PageError += (_, error) => wrong.Add(error);
        await oma.GotoAsync("/sign-in");
        await oma.LookAsync("sign in", Widths, wrong);

        // No passkey yet: the sentence says what else one can do, and nothing is lost.
        await SetPresenceAsync(phone, false);
        await oma.Locator("form[data-key] button").ClickAsync();
        await SetPresenceAsync(phone, true);
        await oma.Locator("[data-key-failed]:not([hidden])").WaitForAsync();
        await PasswordAsync(oma, "oma");
        Assert.EndsWith("/tables", oma.Url, StringComparison.Ordinal);
        await oma.GotoAsync("/me");
        await oma.PressAsync("main a[href='/me/keys']");
        await oma.LookAsync("no keys", Widths, wrong);
        await oma.PressAsync("main a[href='/me/keys/new']");
        await oma.PressAsync(Pressing.Primary);
        await oma.LookAsync("no name", Widths, wrong);
        await oma.WriteAsync("name", "Mijn telefoon");
        await oma.WriteAsync("password", Password);
        await oma.PressAsync(Pressing.Primary);
        await oma.LookAsync("touch", Widths, wrong);
        await oma.Locator("form[data-key] button").ClickAsync();
        await oma.WaitForURLAsync("**/me/keys", Arrived);
        await oma.GetByText("Mijn telefoon").First.WaitForAsync();
        await oma.LookAsync("one key", Widths, wrong);

        // Opa's phone knows no passkey for here, or only his own.
        var opa = await WindowAsync(running);
        await PhoneAsync(opa);
        await opa.GotoAsync("/sign-in");
        await PasswordAsync(opa, "opa");
        await opa.GotoAsync("/me/keys/new");
        await opa.WriteAsync("name", "Opa's telefoon");
        await opa.WriteAsync("password", Password);
        await opa.PressAsync(Pressing.Primary);
        await opa.Locator("form[data-key] button").ClickAsync();
        await opa.WaitForURLAsync("**/me/keys", Arrived);
        foreach (var (page, called) in new[] { (oma, "Oma"), (opa, "Opa") })
        {
            await page.GotoAsync("/me");
            await page.PressAsync("form[action='/sign-out'] button");
            await page.Locator("form[data-key] button").ClickAsync();
            await page.WaitForURLAsync("**/tables", Arrived);
            await page.GotoAsync("/me");
            Assert.Equal(called, await page.Locator("h1").InnerTextAsync());
        }

        await oma.GotoAsync("/me/keys");
        await oma.PressAsync("form[action$='/take-away'] button");
        await oma.LookAsync("sure to take it away", Widths, wrong);
        await oma.WriteAsync("password", Password);
        await oma.PressAsync(Pressing.Primary);
        await oma.Locator("main .told").WaitForAsync();
        await oma.GotoAsync("/me");
        await oma.PressAsync("form[action='/sign-out'] button");
        await oma.Locator("form[data-key] button").ClickAsync();
        await oma.Locator("main [role=alert]").WaitForAsync();
        await oma.LookAsync("wrong key", Widths, wrong);
        await oma.GotoAsync("/tables");
        Assert.EndsWith("/sign-in", oma.Url, StringComparison.Ordinal);
        await oma.Context.CloseAsync();
        await opa.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_professional_sets_a_code_up_and_comes_in_with_it_also_without_scripts_R2(bool scripts)
    {
        await using var running = await Running.StartEmptyAsync(quickly: true);
        await HireAsync(running, "sanne", "Sanne", professional: true);
        var wrong = new List<string>();
        var sanne = await WindowAsync(running, scripts);
        await sanne.GotoAsync("/sign-in");
        Assert.Equal(scripts, await sanne.Locator("form[data-key]").IsVisibleAsync());
        await PasswordAsync(sanne, "sanne");
        Assert.EndsWith("/me/codes/new", sanne.Url, StringComparison.Ordinal);
        await LookAsync("set up");
        var secret = (await sanne.Locator(".key-letters").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await sanne.WriteAsync("code", "000000");
        await sanne.PressAsync(Pressing.Primary);
        await LookAsync("wrong code");
        await sanne.WriteAsync("code", CodeAt(secret, TimeProvider.System.GetUtcNow()));
        await sanne.PressAsync(Pressing.Primary);
        Assert.Equal(10, await sanne.Locator(".key-spare code").CountAsync());
        await LookAsync("spare codes");
        await sanne.PressAsync("main a.nl-button--primary");
        Assert.EndsWith("/tables", sanne.Url, StringComparison.Ordinal);
        await sanne.GotoAsync("/me/keys");
        await LookAsync("keys with a code");
        await sanne.PressAsync("main a[href='/me/codes/spare']");
        await LookAsync("new spare codes");
        await sanne.GotoAsync("/me");
        await sanne.PressAsync("form[action='/sign-out'] button");
        await sanne.Locator("details.choice summary").ClickAsync();
        await LookAsync("sign in with a code");
        await sanne.WriteAsync("code", CodeAt(secret, TimeProvider.System.GetUtcNow().AddSeconds(30)));
        await PasswordAsync(sanne, "sanne");
        Assert.EndsWith("/tables", sanne.Url, StringComparison.Ordinal);
        await sanne.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong));

        Task LookAsync(string what) => scripts ? sanne.LookAsync(what, Widths, wrong) : Task.CompletedTask;
    }

    private static string CodeAt(string secret, DateTimeOffset at) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(at.UtcDateTime);

    private static async Task HireAsync(Running running, string name, string called, bool professional)
    {
        await using var scope = running.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(
            new Person { Id = PersonId.New().Value, UserName = name, Called = called, Language = "nl", IsProfessional = professional }, Password);
        Assert.True(made.Succeeded);
    }

    private static async Task PasswordAsync(IPage page, string name)
    {
        await page.WriteAsync("name", name);
        await page.WriteAsync("password", Password);
        await page.PressAsync("form[action$='/sign-in'] button.nl-button--primary");
    }

    // Passkeys are bound to a name: this machine's own, never its number.
    private async Task<IPage> WindowAsync(Running running, bool scripts = true)
    {
        var page = await browser.Chromium.WindowAsync(new Uri($"http://localhost:{running.Address.Port}"), scripts);
        page.Context.SetDefaultTimeout(30_000);
        return page;
    }

    private static async Task<(ICDPSession Session, string Id)> PhoneAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var made = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (session, made!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private static Task SetPresenceAsync((ICDPSession Session, string Id) phone, bool there) => phone.Session.SendAsync(
        "WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = phone.Id, ["isUserVerified"] = there });
}
