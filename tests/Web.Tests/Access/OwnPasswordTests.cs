using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Access;

public sealed class OwnPasswordTests
{
    private const string New = "vier andere woorden nu";

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Wim_changes_his_own_password_and_is_out_everywhere_but_here_R128(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var wim = await Comer.ComeAsync(running, esra, "Wim");
        using var elsewhere = await wim.AgainAsync(running);
        await elsewhere.GetAsync("/me");
        Assert.Equal(2, elsewhere.Page.QuerySelectorAll(".mine-device").Length);
        Assert.Contains("het laatst gebruikt op", elsewhere.Html, StringComparison.Ordinal);

        await wim.Visitor.GetAsync("/me");
        await wim.Visitor.GetAsync(wim.Visitor.Page.QuerySelector("main a[href='/me/password']")!.GetAttribute("href")!);
        await wim.Visitor.PressAsync("main form", ("old", "niet dit woord"), ("password", New));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wim.Visitor.Status);
        Assert.NotNull(wim.Visitor.Page.QuerySelector("#old-error"));
        foreach (var easy in new[] { "", "kort", "aaaaaaaaaaaa", "ik ben " + wim.Name })
        {
            await wim.Visitor.PressAsync("main form", ("old", Comer.Password), ("password", easy));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wim.Visitor.Status);
            Assert.NotNull(wim.Visitor.Page.QuerySelector("#password-error"));
            Assert.DoesNotContain(Comer.Password, wim.Visitor.Html, StringComparison.Ordinal);
        }

        await wim.Visitor.PressAsync("main form", ("old", Comer.Password), ("password", New));
        Assert.Equal("/me", wim.Visitor.Path);
        Assert.Contains("Op alle andere apparaten ben je uitgelogd.", wim.Visitor.Html, StringComparison.Ordinal);
        Assert.Single(wim.Visitor.Page.QuerySelectorAll(".mine-device"));
        await elsewhere.GetAsync("/tables");
        Assert.Equal("/sign-in", elsewhere.Path);
        using var old = await wim.AgainAsync(running);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.Status);
        using var fresh = await wim.AgainAsync(running, New);
        Assert.StartsWith("/tables", fresh.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_one_is_first_and_the_other_is_told()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var wim = await Comer.ComeAsync(running, esra, "Wim");
        using var elsewhere = await wim.AgainAsync(running);
        await wim.Visitor.GetAsync("/me/password");
        await elsewhere.GetAsync("/me/password");
        await Task.WhenAll(
            wim.Visitor.PressAsync("main form", ("old", Comer.Password), ("password", New + " een")),
            elsewhere.PressAsync("main form", ("old", Comer.Password), ("password", New + " twee")));
        using var one = await wim.AgainAsync(running, New + " een");
        using var two = await wim.AgainAsync(running, New + " twee");
        Assert.Single(new[] { one, two }, visitor => visitor.Path.StartsWith("/tables", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_picked_up_an_open_phone_and_guesses_the_old_password_is_slowed_down()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var wim = await Comer.ComeAsync(running, esra, "Wim");
        await wim.Visitor.GetAsync("/me/password");
        for (var i = 0; i < 8; i++)
        {
            await wim.Visitor.PressAsync("main form", ("old", "raden " + i), ("password", New));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wim.Visitor.Status);
        }

        await wim.Visitor.PressAsync("main form", ("old", Comer.Password), ("password", New));
        Assert.Equal(HttpStatusCode.TooManyRequests, wim.Visitor.Status);

        // Coming in goes on as before, and somebody else's page too.
        using var again = await wim.AgainAsync(running);
        Assert.StartsWith("/tables", again.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_in_without_a_password_is_told_that_there_is_none()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync("/me/password");
        Assert.Contains("zonder wachtwoord", esra.Html, StringComparison.Ordinal);
        await esra.PostAsync("/me/password", [await esra.ProofAsync(), KeyValuePair.Create("old", ""), KeyValuePair.Create("password", New)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
    }

    [Fact]
    public async Task A_password_that_comes_too_late_becomes_no_draft()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var wim = await Comer.ComeAsync(running, esra, "Wim");
        using var elsewhere = await wim.AgainAsync(running);
        await wim.Visitor.GetAsync("/me/password");
        await elsewhere.GetAsync("/me");
        await elsewhere.PressAsync("form[action$='/end-others']");
        await wim.Visitor.PressAsync("main form", ("old", Comer.Password), ("password", New));
        Assert.Equal("/sign-in", wim.Visitor.Path);
        await elsewhere.GetAsync("/drafts");
        Assert.Contains("Je hebt geen briefjes liggen.", elsewhere.Html, StringComparison.Ordinal);
    }
}
