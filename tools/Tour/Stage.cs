using Keukentafel.Domain.Access;
using Keukentafel.Web.Demo;
using Microsoft.Playwright;

namespace Keukentafel.Tour;

/// <summary>What a scene plays on: the table of a story, and everybody's window.</summary>
/// <param name="Playing">The story as it was played so far.</param>
/// <param name="Windows">The window of everybody who signs in.</param>
/// <param name="Stranger">The window of somebody who is not signed in.</param>
/// <param name="Clock">The clock of the story.</param>
/// <param name="English">Whether they speak English.</param>
internal sealed record Stage(Playing Playing, IReadOnlyDictionary<string, Somebody> Windows, IPage Stranger, StoryClock Clock, bool English)
{
    /// <summary>What one scene leaves for the next: the code of a card.</summary>
    public Dictionary<string, string> Left { get; } = [];

    /// <summary>The address of the table.</summary>
    public string Table => Playing.Table;

    /// <summary>Words in the language of the tour.</summary>
    /// <param name="nl">Dutch.</param>
    /// <param name="en">English.</param>
    public string Say(string nl, string en) => English ? en : nl;

    /// <summary>A day that comes, as it is typed.</summary>
    /// <param name="days">In how many days.</param>
    public string Day(int days) => Netherlands.DayOf(Clock.Now).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Opens a page of the table as somebody.</summary>
    /// <param name="key">Who.</param>
    /// <param name="page">Which, from the table.</param>
    public async Task<IPage> OpenAsync(string key, string page = "")
    {
        var window = Windows[key].Page;
        if (await window.Locator($"nav a[href='{Table}']").CountAsync() == 0)
        {
            // A page between two others shows no way to the table.
            await GoAsync(window, "/tables");
        }

        await Windows[key].SitDownAsync(Table);
        await GoAsync(window, Table + page);
        return window;
    }

    /// <summary>Opens a page as somebody who is not signed in.</summary>
    /// <param name="page">Which.</param>
    public async Task<IPage> AskAsync(string page)
    {
        await GoAsync(Stranger, (English ? "/en" : "") + page);
        return Stranger;
    }

    /// <summary>Goes to an address; one that leads nowhere stops the tour.</summary>
    /// <param name="window">In which window.</param>
    /// <param name="address">Which.</param>
    /// <exception cref="InvalidOperationException">There is no such page for who looks.</exception>
    public static async Task GoAsync(IPage window, string address)
    {
        var answer = await window.GotoAsync(address);
        if (answer is null or { Ok: false })
        {
            throw new InvalidOperationException($"{address} answers {answer?.Status}.");
        }
    }
}
