using System.Net;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Tests.Arrivals;
using Keukentafel.Web.Tests.Wording;
using Keukentafel.Web.Thinking;
using Sentences = Keukentafel.Web.Tests.Wording.Sentences;

namespace Keukentafel.Web.Tests.Thinking;

public sealed class ThinkTogetherTests(OnThePageTests.Table table) : IClassFixture<OnThePageTests.Table>
{
    [Theory]
    [InlineData("/nl", "Wat zie je?", "Hoe komt het dat jij het zo ziet?")]
    [InlineData("/en", "What do you see?", "Why do you see it that way?")]
    public async Task Henk_or_a_team_takes_five_situations_and_each_answers_for_themselves_R28(string start, string sees, string how)
    {
        using var henk = table.Running.Stranger();
        await henk.GetAsync(start + "/work");
        await henk.GetAsync(henk.Page.QuerySelector("main a[href$='/think/together']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, henk.Status);
        var cards = henk.Page.QuerySelectorAll(".talk-card");
        Assert.Equal(5, ThinkTogether.Cards.Count);
        Assert.Equal(5 + 1, cards.Length);
        Assert.Equal(5, cards.Select(card => card.QuerySelector(".talk-told")?.TextContent).OfType<string>().Distinct().Count());
        foreach (var card in cards.Take(5))
        {
            Assert.Contains(sees, card.TextContent, StringComparison.Ordinal);
            Assert.Contains(how, card.TextContent, StringComparison.Ordinal);
            Assert.All(card.QuerySelectorAll(".talk-asks > li, .talk-if"), ask => Assert.EndsWith("?", ask.TextContent.Trim(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_group_talks_about_the_differences_and_nobody_votes_R28_N38()
    {
        using var group = table.Running.Stranger();
        await group.GetAsync("/nl/think/together");
        var last = group.Page.QuerySelectorAll(".talk-card")[^1].TextContent;
        Assert.Contains("Praat over de verschillen.", last, StringComparison.Ordinal);
        Assert.Contains("Ga niet stemmen. Ieder mag het anders blijven zien.", last, StringComparison.Ordinal);
    }

    [Fact]
    public void No_right_answer_stands_anywhere_in_the_words_of_a_card_INV90()
    {
        // Of a card there is what is told and a question about what one would want to know: each ends in one, and nothing else is written with it.
        var keys = Text.All(english: false).Keys.Where(key => key.StartsWith("thinking.card", StringComparison.Ordinal)).ToList();
        var expected = ThinkTogether.Asks.Select(ask => "thinking.card-ask." + ask).Append("thinking.card-name")
            .Concat(ThinkTogether.Cards.SelectMany(card => new[] { "thinking.card." + card, "thinking.card-if." + card }));
        Assert.Equal(expected.Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
        Assert.All([false, true], english => Assert.All(ThinkTogether.Cards, card =>
            Assert.All(Sentences.Of(Text.All(english)["thinking.card-if." + card]), sentence => Assert.EndsWith("?", sentence, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task No_right_answer_does_not_make_everything_good_and_danger_is_one_press_away_R65_partly_N41_partly()
    {
        using var henk = table.Running.Stranger();
        await henk.GetAsync("/nl/think/together");
        Assert.Contains("Daarom is er geen goed antwoord. Dat maakt niet alles goed", henk.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(henk.Page.QuerySelector("main a[href='tel:112']"));
    }

    [Fact]
    public async Task Nothing_is_asked_kept_or_sent_by_somebody_who_looks_at_the_cards_R28() =>
        Assert.Empty(await Leafing.WrongAsync(table.Running, "/think/together"));
}
