using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Contributions;

/// <summary>What people do in these tests, by pressing.</summary>
internal static class Things
{
    /// <summary>Lays something down with the composer.</summary>
    /// <param name="who">Who, standing at a table.</param>
    /// <param name="what">What: worry, wish, good-thing, statement.</param>
    /// <param name="words">The words.</param>
    /// <param name="more">What else is filled in.</param>
    /// <returns>The address of its page.</returns>
    public static async Task<string> LayAsync(this Visitor who, string what, string words, params (string Name, string? Value)[] more)
    {
        var table = who.Table;
        await who.GetAsync($"{table}/lay?what={what}");
        await who.PressAsync("form.composer", [("words", words), ("what", what), .. more]);
        return who.Page.QuerySelector(".told a")!.GetAttribute("href")!.Replace("/take-back", "", StringComparison.Ordinal);
    }

    /// <summary>The address of the page of a thing on the table, found by its words.</summary>
    /// <param name="who">Who looks.</param>
    /// <param name="words">Words in it.</param>
    public static async Task<string> FindAsync(this Visitor who, string words)
    {
        await who.GetAsync(who.Table);
        var card = who.Page.QuerySelectorAll("article").First(card => card.TextContent.Contains(words, StringComparison.Ordinal));
        return card.QuerySelectorAll("a[href*='/things/']")[^1].GetAttribute("href")!;
    }

    /// <summary>The id of somebody's seat, as their place links to it.</summary>
    /// <param name="who">Who looks.</param>
    /// <param name="name">Whose.</param>
    public static async Task<string> SeatAsync(this Visitor who, string name)
    {
        await who.GetAsync(who.Table + "/list");
        return who.Page.QuerySelectorAll("a.seat-name").First(link => link.TextContent == name).GetAttribute("href")!.Split('/')[^1];
    }

    /// <summary>The proof that a form is ours, for somebody who sends fields to an address without a page.</summary>
    /// <param name="who">Who.</param>
    public static async Task<KeyValuePair<string, string>> ProofAsync(this Visitor who)
    {
        await who.GetAsync("/tables/new");
        return Visitor.Fields((IHtmlFormElement)who.Page.QuerySelector("form[action='/tables/new']")!).First(field => field.Key == "proof");
    }

    /// <summary>The whole page as everybody who reads it would get it: without what is made anew for each answer.</summary>
    /// <param name="who">Who looks.</param>
    public static string Steady(this Visitor who) => Steady(who.Html);

    /// <summary>A page without what is made anew for each answer.</summary>
    /// <param name="html">The page.</param>
    public static string Steady(string html) => Regex.Replace(html, "name=\"proof\" value=\"[^\"]*\"", "name=\"proof\"");
}
