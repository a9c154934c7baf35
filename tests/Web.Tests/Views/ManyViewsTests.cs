using System.Globalization;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Views;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Views;

public sealed class ManyViewsTests
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task However_much_others_say_nobodys_last_view_or_difference_falls_off_the_page_and_it_is_said_where_the_rest_is_R42_T20(Database on)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock);
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/views");
        var before = esra.Cards().Select(card => card.QuerySelector(".by b")!.TextContent).Order().ToList();
        Assert.Equal(4, before.Count);
        Assert.DoesNotContain("op papier", esra.Html, StringComparison.Ordinal);
        using var joris = await running.AsAsync("joris");
        await PointOutTests.ChooseAsync(joris, "Samira", "Amir");
        await joris.PressAsync(
            "form.composer", ("left-words", "Ik ben gerust zolang de ochtenden geregeld zijn."), ("right-words", "Ik slaap beter."), ("words", "Hoort dit bij elkaar?"));
        using var fatma = await running.AsAsync("fatma");
        await fatma.LayViewAsync(("safe", "Alleen de groten lezen dit."), ("readers", "GrownUps"));
        var table = new CircleId(Guid.Parse(esra.Table.Split('/')[^1]));
        for (var day = 0; day < 4; day++)
        {
            clock.Advance(TimeSpan.FromHours(25));
            await running.Services.GetRequiredService<Door>().ChangeAsync(
                await running.CallerAsync("esra"),
                table,
                Permission.Speak,
                visit =>
                {
                    for (var i = 0; i < 55; i++)
                    {
                        visit.Lay(View.Lay(
                            visit.Circle, visit.Circle.Children.First().Id, string.Create(CultureInfo.InvariantCulture, $"Blik {day} {i}."), false, null, false,
                            null, null, Audience.Everyone, visit.Act));
                    }

                    return Task.FromResult(true);
                },
                TestContext.Current.CancellationToken);
        }

        using var amir = await running.AsAsync("amir");
        await amir.GetAsync(amir.Table + "/views");
        var now = amir.Cards().Select(card => card.QuerySelector(".by b")!.TextContent).ToList();
        Assert.All(before, name => Assert.Contains(name, now));
        Assert.Contains(amir.Page.QuerySelectorAll("article.difference"), one => one.TextContent.Contains("Hoort dit bij elkaar?", StringComparison.Ordinal));
        Assert.Contains("op papier", amir.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Blik 0 0.", amir.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Alleen de groten", amir.Html, StringComparison.Ordinal);
        Assert.InRange(amir.Page.QuerySelectorAll("main article").Length, before.Count, 2 * Door.MostViews);
        await amir.GetAsync(amir.Page.QuerySelector("main a[href$='/print']")!.GetAttribute("href")!);
        Assert.DoesNotContain("Blik 0 0.", amir.Html, StringComparison.Ordinal);
        await amir.GetAsync(amir.Page.QuerySelector("main a[href$='part=2']")!.GetAttribute("href")!);
        Assert.Contains("Blik 0 0.", amir.Html, StringComparison.Ordinal);
    }
}
