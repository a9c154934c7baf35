using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Invitations;

namespace Keukentafel.Web.Tests.Circles;

public sealed class OneThingTests
{
    [Fact]
    public async Task A_childs_wish_is_put_before_whom_the_child_asked_and_stays_in_sight_of_all_readers_R14()
    {
        await using var running = await Running.StartAsync();
        using var deniz = await running.AsAsync("deniz");
        using var elif = await running.AsAsync("elif");
        using var henk = await running.AsAsync("henk");

        // Asked of nobody in particular: a parent is asked, the neighbour is not, and still sees it first among the wishes.
        Assert.Contains("Ik wil ook een hond.", await OneAsync(elif), StringComparison.Ordinal);
        Assert.DoesNotContain("Ik wil ook een hond.", await OneAsync(henk), StringComparison.Ordinal);
        var first = henk.Page.QuerySelector("section[aria-labelledby=wishes] .said")!.TextContent;
        Assert.Contains("Ik wil ook een hond.", first, StringComparison.Ordinal);

        // Before what a grown-up asks of her: the child waits longest.
        await henk.LaySentenceAsync(henk.Table, "Deniz slaapt slecht.", know: "WasTold", source: "Elif");
        Assert.Contains("Ik wil ook een hond.", await OneAsync(elif), StringComparison.Ordinal);

        // Asked of the neighbour: he is asked, the parent is not.
        await deniz.LayAsync("wish", "Ik wil met Henk mee naar de markt.", ("about", (await deniz.SeatAsync("Henk")).ToString()));
        Assert.Contains("Ik wil met Henk mee naar de markt.", await OneAsync(henk), StringComparison.Ordinal);
        Assert.Contains("Gevraagd aan Henk", henk.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik wil met Henk mee", await OneAsync(elif), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_of_the_table_goes_before_who_is_young_and_was_brought_by_another_T20_R14()
    {
        await using var running = await Running.StartAsync();
        using var mark = await running.AsAsync("mark");
        using var isa = await running.AsAsync("isa");
        using var ilse = await running.AsAsync("ilse");
        using var puk = await InvitationPageTests.BringAsync(running, mark, "Puk", "Young");
        await puk.LayAsync("wish", "Ik wil dat Ilse mij belt.", ("about", (await puk.SeatAsync("Ilse")).ToString()));
        Assert.Contains("Ik wil dat Ilse mij belt.", await OneAsync(ilse), StringComparison.Ordinal);
        await isa.LayAsync("wish", "Ik wil met Ilse praten.", ("about", (await isa.SeatAsync("Ilse")).ToString()));
        Assert.Contains("Ik wil met Ilse praten.", await OneAsync(ilse), StringComparison.Ordinal);
    }

    private static async Task<string> OneAsync(Visitor who)
    {
        await who.GetAsync(who.Table);
        return who.Page.QuerySelector("section[aria-labelledby=for-you]")?.TextContent ?? "";
    }
}
