using System.Net;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Contributions;

public sealed class LayAsideTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_one_lays_aside_is_folded_for_that_reader_alone_and_nobody_else_can_tell(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        using var amir = await running.AsAsync("amir");
        var thing = await esra.LayAsync("worry", "Ik maak me zorgen over de tandarts.");
        var before = new List<string>();
        foreach (var who in new[] { esra, amir })
        {
            foreach (var page in new[] { who.Table, thing, who.Table + "/read-by" })
            {
                await who.GetAsync(page);
                await who.GetAsync(page);
                before.Add(who.Steady());
            }
        }

        await fatma.GetAsync(thing);
        await fatma.PressAsync("form[action$='/lay-aside']");
        Assert.Equal(fatma.Table, fatma.Path);
        Assert.DoesNotContain("tandarts", fatma.Html, StringComparison.Ordinal);
        Assert.NotNull(fatma.Page.QuerySelector($"details.folded a[href='{thing}']"));
        var after = new List<string>();
        foreach (var who in new[] { esra, amir })
        {
            foreach (var page in new[] { who.Table, thing, who.Table + "/read-by" })
            {
                await who.GetAsync(page);
                after.Add(who.Steady());
            }
        }

        Assert.Equal(before, after);
        await fatma.GetAsync(thing);
        await fatma.PressAsync("form[action$='/take-up']");
        await fatma.GetAsync(fatma.Table);
        Assert.Contains("tandarts", fatma.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_and_who_may_not_read_it_lay_nothing_aside()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var thing = await esra.LayAsync("worry", "Ik slaap slecht.", ("readers", "OnlyMe"));
        foreach (var name in new[] { "noor", "fatma" })
        {
            using var other = await running.AsAsync(name);
            var proof = await other.ProofAsync();
            foreach (var act in new[] { "lay-aside", "take-up" })
            {
                await other.PostAsync($"{thing}/{act}", [proof]);
                Assert.Equal(HttpStatusCode.NotFound, other.Status);
            }
        }

        using var stranger = running.Stranger();
        await stranger.PostAsync(thing + "/lay-aside", []);
        Assert.Equal("/sign-in", stranger.Path);
    }

    [Fact]
    public async Task An_unanswered_wish_of_a_child_stays_in_sight_and_comes_back_when_said_again_R14()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        var wish = await amir.LayAsync("wish", "Ik wil vrijdag bij oma slapen.");
        await bo.GetAsync(wish);
        Assert.Null(bo.Page.QuerySelector("form[action$='/lay-aside']"));
        var proof = await bo.ProofAsync();
        await bo.PostAsync(wish + "/lay-aside", [proof]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bo.Status);

        await bo.GetAsync(wish + "/promise");
        await bo.PressAsync("form[action$='/promise']", "yes");
        await bo.PressAsync("form.composer", ("words", "Dat beslist mama."));
        await bo.GetAsync(wish);
        await bo.PressAsync("form[action$='/lay-aside']");
        Assert.DoesNotContain("Ik wil vrijdag bij oma slapen.", bo.Html, StringComparison.Ordinal);
        await amir.GetAsync(wish);
        await amir.PressAsync("form[action$='/say-again']");
        await bo.GetAsync(bo.Table);
        Assert.Contains("Ik wil vrijdag bij oma slapen.", bo.Html, StringComparison.Ordinal);
    }
}
