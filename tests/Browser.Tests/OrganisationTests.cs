using Keukentafel.Web.Access;
using Keukentafel.Web.Tests.Access;

namespace Keukentafel.Browser.Tests;

/// <summary>Coming in through an organisation, in a browser that keeps to our policy and to which cookies go where.</summary>
public sealed class OrganisationTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private static readonly int[] Widths = [320, 390, 1280];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Samira_chooses_her_organisation_and_comes_in_through_it_also_without_scripts_R2(bool scripts)
    {
        await using var provider = await Provider.StartAsync();
        await using var running = await Running.StartAsync(services: services => services.AddOrganisations(new Organisations([provider.As()])));
        var wrong = new List<string>();

        // Ours goes by the number of this machine, the provider by its name: to a browser they are two sites.
        var samira = await browser.Chromium.WindowAsync(running.Address, scripts);
        samira.Context.SetDefaultTimeout(30_000);
        samira.Console += (_, said) =>
        {
            if (said.Type == "error")
            {
                wrong.Add(said.Text);
            }
        };
        await samira.GotoAsync("/demo");
        await samira.PressAsync("form[action$='/demo/samira'] button");
        await samira.GotoAsync("/me/keys");
        await LookAsync("an organisation to choose");
        await samira.PressAsync("main a[href='/me/organisation/1']");
        await LookAsync("before going on");
        await samira.PressAsync(Pressing.Primary);
        await LookAsync("going on");
        await samira.PressAsync("main a.nl-button--primary");
        await samira.WaitForURLAsync("**/me/keys");
        await samira.GetByText("Je kunt nu binnenkomen via je organisatie.").WaitForAsync();
        await LookAsync("an organisation that was chosen");
        await samira.GotoAsync("/me");
        await samira.PressAsync("form[action='/sign-out'] button");
        await LookAsync("sign in");
        await samira.PressAsync("main a[href='/sign-in/organisation/1']");
        Assert.StartsWith(running.Address.ToString(), samira.Url, StringComparison.Ordinal);
        await samira.GotoAsync("/me");
        await samira.GetByText("Je kwam binnen via Gemeente Voorbeeld").WaitForAsync();
        await LookAsync("the own page");
        await samira.GotoAsync("/me/keys");
        await LookAsync("ways in");
        await samira.GotoAsync("/tables");
        await LookAsync("the tables");
        await samira.GotoAsync("/me");
        await samira.PressAsync("form[action='/sign-out'] button");
        provider.Who = "onbekend";
        await samira.PressAsync("main a[href='/sign-in/organisation/1']");
        await samira.GetByText("Zo kwam je niet binnen.").WaitForAsync();
        await LookAsync("not in");
        await samira.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong));

        Task LookAsync(string what) => scripts ? samira.LookAsync(what, Widths, wrong) : Task.CompletedTask;
    }
}
