using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Invitations;

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
        if (more.Any(one => one.Name == "know"))
        {
            await who.PressAsync("form.composer", ("words", words), ("what", what));
            await who.PressAsync("form.composer", more);
        }
        else
        {
            await who.PressAsync("form.composer", [("words", words), ("what", what), .. more]);
        }

        return who.Page.QuerySelector(".told a")!.GetAttribute("href")!.Replace("/take-back", "", StringComparison.Ordinal);
    }

    /// <summary>Goes through the talk in which a host gives somebody a seat, up to the last question.</summary>
    /// <param name="host">Who asks.</param>
    /// <param name="table">At which table.</param>
    /// <param name="name">Who comes.</param>
    public static async Task IntroduceAsync(this Visitor host, string table, string name)
    {
        await host.GetAsync(table + "/people/new");
        await host.PressAsync("main form", ("name", name));
        await host.PressAsync("main form", ("what", "komt vaak langs"));
    }

    /// <summary>A host gives somebody a place and a card, and who has a way in elsewhere comes in with it.</summary>
    /// <param name="host">Who asks.</param>
    /// <param name="who">Who comes.</param>
    /// <param name="name">What they are called here.</param>
    public static async Task SeatAsync(this Visitor host, Visitor who, string name)
    {
        await InvitationPageTests.InviteAsync(host, await InvitationPageTests.AddAsync(host, name));
        await who.GetAsync("/welcome/" + host.Page.QuerySelector(".way-in-code")!.TextContent);
        await who.PressAsync("form[action$='/welcome/yes']");
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
