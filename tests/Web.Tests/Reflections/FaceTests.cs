using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Reflections;

public sealed class FaceTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_asks_Samira_who_names_Dennis_and_only_after_three_times_yes_there_is_a_face_R90_INV63_N19_N20(Database on)
    {
        await using var at = await Looking.StartAsync(on);
        await at.Esra.GetAsync(at.Table + "/talks");
        await at.Esra.GetAsync(at.Esra.Page.QuerySelector("main a[href$='/face']")!.GetAttribute("href")!);
        Assert.NotNull(at.Esra.Page.QuerySelector(".empty"));
        await at.AskAsync();
        Assert.Contains("Samira heeft nog niets gezegd.", at.Esra.Html, StringComparison.Ordinal);
        await at.Samira.GetAsync(at.Table);
        Assert.Contains("Esra vraagt of jij het vaste gezicht wilt zijn.", at.Samira.Html, StringComparison.Ordinal);
        await at.NameAsync();

        // The family reads first who it is, what it brings, and what this person would read.
        await at.Esra.GetAsync(at.Table);
        Assert.Contains("Samira wil dat Dennis meekijkt.", at.Esra.Html, StringComparison.Ordinal);
        await at.Dennis.GetAsync(at.Table + "/along");
        Assert.Equal(HttpStatusCode.NotFound, at.Dennis.Status);
        await at.Esra.GetAsync(at.Table + "/face");
        foreach (var said in new[] { "werkt met jongeren", "Dennis vraagt door.", "Dennis zit niet aan tafel." })
        {
            Assert.Contains(said, at.Esra.Html, StringComparison.Ordinal);
        }

        await at.AgreeAsync();
        Assert.DoesNotContain("is het vaste gezicht. Dennis", at.Esra.Html, StringComparison.Ordinal);
        await at.Samira.GetAsync(at.Table + "/face/new");
        Assert.Equal(HttpStatusCode.NotFound, at.Samira.Status);
        await at.Dennis.GetAsync("/tables");
        Assert.NotNull(at.Dennis.Page.QuerySelector($"main a[href='{at.Table}/along']"));
        Assert.DoesNotContain("Amir", at.Dennis.Html, StringComparison.Ordinal);
        await at.Dennis.GetAsync(at.Table + "/along");
        await at.Dennis.PressAsync($"form[action='{at.Table}/along']", "yes");
        await at.Esra.GetAsync(at.Table + "/face");
        Assert.Contains("Samira is het vaste gezicht. Dennis, werkt met jongeren, kijkt mee sinds", at.Esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_at_the_table_sees_on_Samiras_page_who_looks_along_and_the_table_never_counts_him_R93()
    {
        await using var at = await (await Looking.StartAsync()).ActiveAsync();
        using var fatma = await at.Running.AsAsync("fatma");
        var seat = await at.Esra.SeatAsync("Samira");
        foreach (var reader in new[] { at.Esra, at.Amir, fatma, at.Samira })
        {
            await reader.GetAsync($"{at.Table}/people/{seat}");
            Assert.Contains("Dennis, werkt met jongeren, kijkt mee", reader.Html, StringComparison.Ordinal);
            foreach (var page in new[] { "", "/list", "/lay?what=worry", "/talks/new", "/decisions/new", "/plan" })
            {
                await reader.GetAsync(at.Table + page);
                Assert.DoesNotContain(
                    "Dennis", string.Join(' ', reader.Page.QuerySelectorAll("label, .seat-name, summary, option").Select(one => one.TextContent)),
                    StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task When_Dennis_stops_the_table_says_so_and_Samira_is_asked_for_another_R90(Database on)
    {
        await using var at = await (await Looking.StartAsync(on)).ActiveAsync();
        await at.Dennis.GetAsync(at.Table + "/along");
        await at.Dennis.PressAsync("form[action$='/along/stop']");
        Assert.Equal("/tables", at.Dennis.Path);
        await at.Dennis.GetAsync(at.Table + "/along");
        Assert.Equal(HttpStatusCode.NotFound, at.Dennis.Status);
        using var fatma = await at.Running.AsAsync("fatma");
        await fatma.GetAsync(at.Table);
        Assert.Contains("Samira heeft nu niemand die meekijkt.", fatma.Html, StringComparison.Ordinal);
        await at.Samira.GetAsync(at.Table);
        Assert.Contains("Noem een collega als je wilt.", at.Samira.Html, StringComparison.Ordinal);
        await at.Samira.GetAsync(at.Table + "/face/new");
        Assert.Equal(HttpStatusCode.NotFound, at.Samira.Status);
        await at.NameAsync();
        await at.AgreeAsync();
        await at.Dennis.GetAsync(at.Table + "/along");
        Assert.Equal(HttpStatusCode.OK, at.Dennis.Status);
    }

    [Fact]
    public async Task Esra_and_Samira_end_it_without_a_reason_and_Amir_of_11_says_no_for_himself_and_not_yes_for_the_family_D8_T20()
    {
        await using var at = await (await Looking.StartAsync()).ActiveAsync();
        await at.Amir.GetAsync(at.Table + "/face/stop");
        await at.Amir.PressAsync("main form[action$='/face/stop']", "colleague");
        Assert.Contains("Wat jij zegt, gaat niet naar Dennis.", at.Amir.Html, StringComparison.Ordinal);
        Assert.Contains("Samira is het vaste gezicht. Dennis", at.Amir.Html, StringComparison.Ordinal);
        await at.Esra.GetAsync(at.Table + "/face/stop");
        await at.Esra.PressAsync("main form[action$='/face/stop']", "colleague");
        Assert.Contains("Iemand van het gezin heeft liever niet dat Dennis meekijkt.", at.Esra.Html, StringComparison.Ordinal);
        await at.NameAsync();
        await at.Amir.GetAsync(at.Table + "/face");
        Assert.Null(at.Amir.Page.QuerySelector("form[action$='/face/agree']"));
        await at.Esra.GetAsync(at.Table + "/face");
        var seen = ((IHtmlInputElement)at.Esra.Page.QuerySelector("[name=seen]")!).Value;
        await at.Amir.PostAsync(at.Table + "/face/agree", [await at.Amir.ProofAsync(), new("agrees", "yes"), new("seen", seen)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, at.Amir.Status);
        Assert.Contains("een kind van 12 of ouder", at.Amir.Html, StringComparison.Ordinal);
        await at.Samira.GetAsync(at.Table + "/face/stop");
        await at.Samira.PressAsync("main form[action$='/face/stop']", "face");
        Assert.Contains("Samira doet dit niet, of niet meer.", at.Samira.Html, StringComparison.Ordinal);
        await at.AskAsync();

        // A no of a host does not stand there as of who does it (D31); nor does it say which host (T20).
        await at.Esra.GetAsync(at.Table + "/face/stop");
        await at.Esra.PressAsync("main form[action$='/face/stop']", "face");
        await at.Amir.GetAsync(at.Table + "/face");
        Assert.Contains("Iemand van het gezin heeft liever niet dat Samira het vaste gezicht is.", at.Amir.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Esra heeft liever", at.Amir.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Samira doet dit niet", at.Amir.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_asked_again_with_everything_typed_and_the_four_are_all_there_is_R150()
    {
        await using var at = await Looking.StartAsync();
        await at.AskAsync();
        (string Name, string? Value)[] all = [("name", "Dennis"), ("what-words", "werkt met jongeren"), ("words", "Dennis vraagt door."), ("sign-in", "dennis")];
        foreach (var left in all)
        {
            await at.Samira.GetAsync(at.Table + "/face/colleague");
            await at.Samira.PressAsync("form.composer", [.. all.Where(one => one.Name != left.Name)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, at.Samira.Status);
            Assert.NotNull(at.Samira.Page.QuerySelector($"#{left.Name}-error"));
            Assert.All(all.Where(one => one.Name != left.Name), one => Assert.Contains(one.Value!, at.Samira.Html, StringComparison.Ordinal));
        }

        foreach (var (signIn, sentence) in new[] { ("nobody-at-all", "Niemand komt binnen"), ("fatma", "zit al aan deze tafel"), ("samira", "zit al aan deze tafel") })
        {
            await at.Samira.GetAsync(at.Table + "/face/colleague");
            await at.Samira.PressAsync("form.composer", [.. all.SkipLast(1), ("sign-in", signIn)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, at.Samira.Status);
            Assert.Contains(sentence, at.Samira.Page.QuerySelector("#sign-in-error")!.TextContent, StringComparison.Ordinal);
        }

        await at.Esra.GetAsync(at.Table + "/face");
        Assert.Null(at.Esra.Page.QuerySelector("form[action$='/face/ask']"));
    }

    [Fact]
    public async Task Nobody_chosen_is_asked_again_and_two_yeses_at_once_are_one()
    {
        await using var at = await Looking.StartAsync();
        await at.Esra.GetAsync(at.Table + "/face");
        await at.Esra.PressAsync("form[action$='/face/ask']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, at.Esra.Status);
        await at.AskAsync();
        await at.NameAsync();
        using var second = await at.Running.AsAsync("esra");
        await second.GetAsync(at.Table + "/face");
        await at.AgreeAsync();
        await second.PressAsync("form[action$='/face/agree']", "no");
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("Nu zegt Dennis zelf ja of nee.", second.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_do_it_finds_nothing_there_R9_R12()
    {
        await using var at = await Looking.StartAsync();
        await at.AskAsync();
        using var fatma = await at.Running.AsAsync("fatma");
        using var bo = await at.Running.AsAsync("bo");
        using var wendy = await at.Running.AsAsync("wendy");
        foreach (var who in new[] { fatma, bo, wendy })
        {
            foreach (var address in new[] { "/face/colleague", "/face/new", "/face/stop", "/along" })
            {
                await who.GetAsync(at.Table + address);
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
            }

            var proof = await who.ProofAsync();
            foreach (var address in new[] { "/face/ask", "/face/agree", "/face/new", "/face/colleague", "/along", "/along/stop" })
            {
                await who.PostAsync(at.Table + address, [proof, new("words", "x"), new("agrees", "yes"), new("along", "yes"), new("name", "x")]);
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
            }
        }

        await bo.GetAsync(at.Table + "/face");
        Assert.Null(bo.Page.QuerySelector("main form, main a[href$='/stop']"));
        await wendy.GetAsync(at.Table + "/face");
        Assert.Equal(HttpStatusCode.NotFound, wendy.Status);
    }
}
