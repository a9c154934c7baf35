using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Overviews;

/// <summary>What people do in an overview in these tests, by pressing.</summary>
internal static class Together
{
    /// <summary>Says whether it helps.</summary>
    /// <param name="who">Who, at a table.</param>
    /// <param name="useful">What: Yes, NotNow, Unsure.</param>
    public static async Task SayUsefulAsync(this Visitor who, string useful)
    {
        await who.GetAsync(who.Table + "/overview");
        await who.PressAsync("form[action$='/useful']", useful);
    }

    /// <summary>Asks whether it helps, and lets somebody else say that it does.</summary>
    /// <param name="host">Who asks.</param>
    /// <param name="other">Who says yes.</param>
    public static async Task OpenOverviewAsync(this Visitor host, Visitor other)
    {
        await host.GetAsync(host.Table + "/overview");
        await host.PressAsync("form[action$='/overview']");
        await other.SayUsefulAsync("Yes");
    }

    /// <summary>Lays something in the overview.</summary>
    /// <param name="who">Who, at a table.</param>
    /// <param name="what">What: helps, also, outcome.</param>
    /// <param name="typed">What is filled in.</param>
    /// <returns>The address of its page.</returns>
    public static async Task<string> AddAsync(this Visitor who, string what, params (string Name, string? Value)[] typed)
    {
        await who.GetAsync($"{who.Table}/overview/{what}");
        await who.PressAsync("form.composer", typed);
        Assert.EndsWith("/overview", who.Path, StringComparison.Ordinal);
        return who.Page.QuerySelector(".told a")!.GetAttribute("href")!.Replace("/take-back", "", StringComparison.Ordinal);
    }

    /// <summary>Says how something works here.</summary>
    /// <param name="who">Who.</param>
    /// <param name="factor">The address of what plays a part.</param>
    /// <param name="works">How.</param>
    /// <param name="more">What else is filled in.</param>
    public static async Task WorksAsync(this Visitor who, string factor, string works, params (string Name, string? Value)[] more)
    {
        await who.GetAsync(factor + "/works");
        await who.PressAsync("form.composer", [("works", works), .. more]);
    }

    /// <summary>The card of something in the overview, found by its words.</summary>
    /// <param name="who">Who looks.</param>
    /// <param name="words">Words in it.</param>
    public static async Task<AngleSharp.Dom.IElement?> CardAsync(this Visitor who, string words)
    {
        await who.GetAsync(who.Table + "/overview");
        return who.Page.QuerySelectorAll("article.sheet").FirstOrDefault(card => card.TextContent.Contains(words, StringComparison.Ordinal));
    }
}
