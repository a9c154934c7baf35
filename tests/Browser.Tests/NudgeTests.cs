using Keukentafel.Data.Nudges;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Nudges;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Browser.Tests;

/// <summary>Turning on that one is told by mail that something is there: every page of it at three widths.</summary>
public sealed class NudgeTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private static readonly int[] Widths = [320, 390, 1280];

    [Fact]
    public async Task Fatma_turns_it_on_and_off_R128_partly()
    {
        // Nobody is at home there: the code is looked up where it waits.
        var server = MailServer.Read("smtp://127.0.0.1:9", "post@example.org");
        await using var running = await Running.StartAsync(services: services => services.AddSingleton(new MailPost(server)));
        var wrong = new List<string>();
        var fatma = await browser.Chromium.WindowAsync(running.Address);
        fatma.PageError += (_, error) => wrong.Add(error);
        await fatma.GotoAsync("/demo");
        await fatma.PressAsync("form[action$='/demo/fatma'] button");
        await fatma.GotoAsync("/me");
        await fatma.LookAsync("it is off", Widths, wrong);
        await fatma.PressAsync("main a[href='/me/nudge']");
        await fatma.LookAsync("what it is", Widths, wrong);
        await fatma.PressAsync(Pressing.Primary);
        await fatma.LookAsync("no address", Widths, wrong);
        await fatma.WriteAsync("address", "fatma@example.org");
        await fatma.PressAsync(Pressing.Primary);
        await fatma.LookAsync("no day", Widths, wrong);
        await fatma.ChooseAsync("day", "Tuesday");
        await fatma.PressAsync(Pressing.Primary);
        await fatma.LookAsync("who reads along", Widths, wrong);
        await fatma.ChooseAsync("only-mine", "yes");
        await fatma.PressAsync(Pressing.Primary);
        await fatma.LookAsync("the code", Widths, wrong);
        await fatma.WriteAsync("code", "12");
        await fatma.PressAsync(Pressing.Primary);
        await fatma.LookAsync("a wrong code", Widths, wrong);
        await fatma.WriteAsync("code", await CodeAsync(running, "fatma"));
        await fatma.PressAsync(Pressing.Primary);
        await fatma.LookAsync("it is on", Widths, wrong);
        await fatma.PressAsync("form[action='/me/nudge/off'] button");
        await fatma.LookAsync("it is off again", Widths, wrong);
        await fatma.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong));
    }

    private static async Task<string> CodeAsync(Running running, string name)
    {
        await using var scope = running.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(name);
        return (await running.Services.GetRequiredService<NudgeKeeper>().OfAsync(new PersonId(person!.Id), CancellationToken.None)).Proof!.Code;
    }
}
