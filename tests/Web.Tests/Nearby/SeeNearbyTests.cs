using System.Net;
using Keukentafel.Data.Nearby;
using Keukentafel.Domain.Nearby;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Nearby;

public sealed class SeeNearbyTests
{
    [Theory]
    [InlineData("/work")]
    [InlineData("/ask/not-yet")]
    [InlineData("/rights")]
    [InlineData("/help")]
    public async Task A_teacher_finds_somebody_by_name_and_number_to_practise_with_and_fills_in_nothing_P29_J6(string from)
    {
        await using var running = await Running.StartAsync();
        using var lotte = running.Stranger();
        await lotte.GetAsync(from);
        await lotte.GetAsync(lotte.Page.QuerySelector("main a[href$='/near']")!.GetAttribute("href")!);
        var place = lotte.Page.QuerySelectorAll("main .doors a").First(one => one.TextContent.Contains("Kanaalwijk", StringComparison.Ordinal));
        Assert.Contains("Je kunt hier een gesprek oefenen", place.TextContent, StringComparison.Ordinal);
        await lotte.GetAsync(place.GetAttribute("href")!);
        var heading = lotte.Page.QuerySelectorAll("main h2").First(one => one.TextContent == "Met wie kun je een gesprek oefenen?");
        Assert.Contains("Noem geen namen", heading.NextElementSibling!.TextContent, StringComparison.Ordinal);
        var joke = heading.NextElementSibling.NextElementSibling!;
        Assert.Contains("Joke, van het team", joke.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:0105550102", joke.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(lotte.Page.QuerySelectorAll("main form, main input, main textarea"));

        // What the program says itself stands there, whatever an editor writes.
        Assert.NotNull(lotte.Page.QuerySelector("main .door-now a[href='tel:112']"));
    }

    [Fact]
    public async Task Who_reads_English_reads_English_where_it_is_there_and_hears_what_is_Dutch_as_Dutch()
    {
        await using var running = await Running.StartAsync();
        using var stranger = running.Stranger();
        await stranger.GetAsync("/en/near");
        await stranger.GetAsync(stranger.Page.QuerySelectorAll("main .doors a").First(one => one.TextContent.Contains("Kanaalwijk", StringComparison.Ordinal)).GetAttribute("href")!);
        var joke = stranger.Page.QuerySelectorAll("main .local-text").First(one => one.TextContent.Contains("Joke, of the team", StringComparison.Ordinal));
        Assert.Null(joke.GetAttribute("lang"));
        Assert.Equal("every day from 3.30 to 5", joke.QuerySelector(".local-hours")!.TextContent);

        // Where there is no English, it is Dutch and says so.
        var (texts, cancellation) = (running.Services.GetRequiredService<LocalTexts>(), TestContext.Current.CancellationToken);
        var text = (await texts.AllAsync(cancellation)).First(one => one.Newest.Rehearses);
        var editor = new Editor(text.Newest.By);
        await texts.WriteAsync(editor, text.Id, 1, new LocalDraft("Joke", "Oefent.") { Number = "112", Hours = "elke dag", CheckedBy = "Samira", CheckedOn = text.Newest.CheckedOn });
        await texts.ShowAsync(editor, text.Id, 2, null, null);
        await stranger.GetAsync("/en/near/" + text.Team!.Value.Value);
        joke = stranger.Page.QuerySelectorAll("main .local-text").First(one => one.TextContent.Contains("Oefent.", StringComparison.Ordinal));
        Assert.Equal("nl", joke.GetAttribute("lang"));
        Assert.Equal("nl", joke.QuerySelector(".local-hours")!.GetAttribute("lang"));
        Assert.Contains("This part has no English text yet.", joke.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_off_the_page_is_read_by_nobody_and_a_place_that_is_not_there_is_not_found()
    {
        await using var running = await Running.StartAsync();
        using var stranger = running.Stranger();
        var texts = running.Services.GetRequiredService<LocalTexts>();
        var joke = (await texts.AllAsync(TestContext.Current.CancellationToken)).First(one => one.Newest.Rehearses && one.Newest.Dutch.Title.StartsWith("Joke, van", StringComparison.Ordinal));
        await stranger.GetAsync("/near/" + joke.Team!.Value.Value);
        Assert.Contains("Joke, van het team", stranger.Html, StringComparison.Ordinal);
        await texts.HideAsync(new Editor(joke.Newest.By), joke.Id);
        await stranger.GetAsync("/near/" + joke.Team.Value.Value);
        Assert.DoesNotContain("Joke, van het team", stranger.Html, StringComparison.Ordinal);
        await stranger.GetAsync("/near/" + joke.Id.Value);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }
}
