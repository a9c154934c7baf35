using Keukentafel.Web.Demo;
using Microsoft.Playwright;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>Plays the story of an invented family by pressing on the pages, from an empty database, each act at its own moment.</summary>
/// <param name="story">The story.</param>
/// <param name="clock">The clock of the program, which this moves.</param>
/// <param name="today">The day the story leads up to, in the Netherlands.</param>
/// <param name="windows">The window of everybody who signs in, by their name in the story.</param>
/// <param name="english">Whether they speak English.</param>
public sealed partial class Playing(Story story, StoryClock clock, DateOnly today, IReadOnlyDictionary<string, Somebody> windows, bool english = false)
{
    private readonly Dictionary<string, string> _seats = [];
    private readonly HashSet<string> _came = [];
    private readonly Dictionary<string, (string Address, string? Under)> _things = [];

    /// <summary>The address of the table.</summary>
    public string Table { get; private set; } = "";

    /// <summary>Called after each act, with whoever did it.</summary>
    public Func<StoryAct, Somebody, Task>? After { get; init; }

    /// <summary>The name somebody of a story signs in with here.</summary>
    /// <param name="key">Who.</param>
    public static string NameOf(string key) => key + ".aan.tafel";

    /// <summary>The address of something that was laid down.</summary>
    /// <param name="id">Its name in the story.</param>
    public string AddressOf(string id) => _things[id].Address;

    /// <summary>The address of somebody's place at the table.</summary>
    /// <param name="key">Who.</param>
    public string PlaceOf(string key) => _seats[key];

    /// <summary>Starts the table and gives everybody a seat.</summary>
    public async Task SitDownAsync()
    {
        await StartAsync();
        foreach (var who in story.People.Where(who => !_seats.ContainsKey(who.Key) && !who.IsAway).OrderBy(who => who.JoinedDay))
        {
            At(who.JoinedDay, "08:30");
            await AddAsync(who);
        }

        if (story is { Question: { } question, QuestionBy: { } asker })
        {
            At(story.QuestionDay, "19:00");
            var page = await AtTableAsync(asker);
            await page.PressAsync($"main a[href='{Table}/question']");
            await page.WriteAsync("words", Say(question));
            await page.PressAsync(Pressing.Primary);
        }
    }

    /// <summary>Does everything that happens in the story.</summary>
    public async Task PlayAsync()
    {
        foreach (var act in story.Acts)
        {
            await PlayAsync(act);
        }
    }

    /// <summary>Does one thing.</summary>
    /// <param name="act">What.</param>
    public async Task PlayAsync(StoryAct act)
    {
        At(act.Day, act.Time);
        try
        {
            await DoAsync(act);
        }
        catch (Exception broken) when (broken is PlaywrightException or TimeoutException)
        {
            var page = windows[act.By].Page;
            throw new InvalidOperationException(
                $"{act.By} cannot {act.Do} “{Say(act.Words)}” on {page.Url}:\n{await page.ContentAsync()}", broken);
        }

        if (After is not null)
        {
            await After(act, windows[act.By]);
        }
    }

    private async Task StartAsync()
    {
        At(story.StartedDay, "08:00");
        var starter = Of(story.StartedBy);
        var children = story.Children.Where(key => key != story.StartedBy).Select(Of).ToList();
        var somebody = windows[starter.Key];
        await somebody.ComeInAsync();
        var page = somebody.Page;
        await page.PressAsync("main a[href='/tables/new']");
        await page.WriteAsync("name", starter.Name);
        await page.ChooseAsync("age", Upper(starter.Age));
        await page.PressAsync(Pressing.Primary);
        for (var n = 1; n <= children.Count; n++)
        {
            if (n > 1)
            {
                await page.PressAsync("main button[name=more]");
            }

            await page.WriteAsync("child" + n, children[n - 1].Name);
            await page.Locator($"[name=age{n}]").SelectOptionAsync(children[n - 1].Age);
        }

        if (story.Apart)
        {
            await page.ChooseAsync("apart", "yes");
        }

        await page.PressAsync(Pressing.Primary);
        await page.WriteAsync("what", children.Count > 0 ? Say(starter.Is) : null);
        await TakeMugAsync(page, starter);
        await page.PressAsync(Pressing.Primary);
        Table = new Uri(page.Url).AbsolutePath;
        _came.Add(starter.Key);
        foreach (var who in children.Prepend(starter))
        {
            await RememberSeatAsync(page, who);
        }

        foreach (var child in children.Where(child => child.SignsIn))
        {
            await page.PressAsync($"main a[href='{_seats[child.Key]}']");
            await GiveCardAsync(page, child);
            page = await AtTableAsync(story.StartedBy);
        }

        foreach (var who in children.Prepend(starter))
        {
            await page.PressAsync($"main a[href='{_seats[who.Key]}']");
            await page.WriteAsync("what", Say(who.Is));
            await TakeMugAsync(page, who);
            await page.PressAsync(Pressing.Primary);
        }
    }

    private async Task AddAsync(StoryPerson who)
    {
        var by = who.AddedBy is { } adder && Of(adder) is { Seat: "host", SignsIn: true } ? adder : story.StartedBy;
        var page = await AtTableAsync(by);
        await page.PressAsync($"main a[href='{Table}/people/new']");
        await page.WriteAsync("name", who.Name);
        await page.ChooseAsync("age", Upper(who.Age));
        await page.PressAsync(Pressing.Primary);
        await page.WriteAsync("what", Say(who.Is));
        await page.ChooseAsync("side", Upper(who.Seat));
        await page.PressAsync(Pressing.Primary);
        if (who.Seat == "guest")
        {
            await ProposeAsync(who, by, page);
            return;
        }

        await TakeMugAsync(page, who);
        await page.PressAsync(Pressing.Primary);
        _seats[who.Key] = new Uri(page.Url).AbsolutePath;
        if (!who.SignsIn)
        {
            return;
        }

        // Whoever comes in as a host does so when the others who decide agree.
        foreach (var host in who.Seat != "host" ? [] : story.People.Where(one => one is { Seat: "host", SignsIn: true } && one.Key != by && _came.Contains(one.Key)))
        {
            var theirs = await AtTableAsync(host.Key);
            await theirs.GotoAsync(_seats[who.Key]);
            if (await theirs.Locator("form[action$='/as-host']").CountAsync() > 0)
            {
                await theirs.PressAsync("form[action$='/as-host'] button");
            }
        }

        page = await AtTableAsync(by);
        await page.PressAsync($"main a[href='{_seats[who.Key]}']");
        await GiveCardAsync(page, who);
    }

    // A professional: the host says what it is worth, every other host who comes in says yes, and then there is a card.
    private async Task ProposeAsync(StoryPerson who, string by, IPage page)
    {
        await page.WriteAsync("goal-words", Say(who.Line ?? who.Is) ?? who.Name);
        await page.WriteAsync("adds-words", Say(who.Is) ?? who.Name);
        // The demo's professionals sit there from before anybody was asked to look again, so nobody is asked to on the day of reading either.
        await page.WriteAsync("day", today.AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.PressAsync(Pressing.Primary);
        foreach (var host in story.People.Where(one => one.Seat == "host" && one.SignsIn && one.Key != by && _seats.ContainsKey(one.Key)))
        {
            var theirs = await AtTableAsync(host.Key);
            await theirs.PressAsync($"main a[href^='{Table}/joining/']");
            if (host.Age == "child")
            {
                // A child answers in its own place, with one press.
                await theirs.PressAsync("main button[name=answer][value=Welcome]");
                continue;
            }

            await theirs.ChooseAsync("answer", "Welcome");
            await theirs.PressAsync(Pressing.Primary);
        }

        page = await AtTableAsync(by);
        await RememberSeatAsync(page, who);
        await page.PressAsync($"main a[href='{_seats[who.Key]}']");
        await page.WriteAsync("what", Say(who.Is));
        await TakeMugAsync(page, who);
        await page.PressAsync(Pressing.Primary);
        if (who.SignsIn)
        {
            await page.PressAsync($"main a[href='{_seats[who.Key]}']");
            await GiveCardAsync(page, who);
        }
    }

    private async Task GiveCardAsync(IPage page, StoryPerson who)
    {
        await page.PressAsync("main a[href$='/invite']");
        await page.WriteAsync("words", Say(who.Line ?? who.Is) ?? who.Name);
        await page.PressAsync(Pressing.Primary);
        var code = await page.Locator(".way-in-code").InnerTextAsync();
        await windows[who.Key].ComeInAsync();
        await windows[who.Key].Page.GotoAsync("/welcome/" + code);
        await windows[who.Key].Page.PressAsync("form[action$='/welcome/yes'] button");
        _came.Add(who.Key);
        await GiveToReadAsync(who);
    }

    // The demo's professionals sit there from before anybody was asked what they read, so here everybody gives them what was said before, too.
    private async Task GiveToReadAsync(StoryPerson who)
    {
        var here = story.People.Where(one => one.SignsIn && _came.Contains(one.Key)).ToList();
        foreach (var (giver, guest) in who.Seat == "guest" ? here.Where(one => one.Seat != "guest").Select(one => (one, who)) : here.Where(one => one.Seat == "guest").Select(one => (who, one)))
        {
            var page = await AtTableAsync(giver.Key);
            await page.GotoAsync(_seats[guest.Key] + "/reads");
            await page.ChooseAsync("what", "Before");
            await page.PressAsync(Pressing.Primary);
            if (story.Apart)
            {
                await MeetAsync(page, guest);
            }
        }
    }

    // Where parents live apart, a host says of a professional with another's card that they met: the demo's came without one.
    private async Task MeetAsync(IPage page, StoryPerson guest)
    {
        await page.GotoAsync(Table + "/who");
        var met = $"main form[action='{_seats[guest.Key]}/reads']:has(input[name=met]) button";
        if (await page.Locator(met).CountAsync() > 0)
        {
            await page.PressAsync(met);
        }
    }

    private async Task RememberSeatAsync(IPage page, StoryPerson who) => _seats[who.Key] = (await page
        .Locator("main a.seat-name", new PageLocatorOptions { HasTextRegex = new System.Text.RegularExpressions.Regex($"^{who.Name}$") })
        .GetAttributeAsync("href"))!;

    private static async Task TakeMugAsync(IPage page, StoryPerson who)
    {
        await page.ChooseAsync("mug-drink", Upper(who.Mug.Drink));
        await page.ChooseAsync("mug-colour", Upper(who.Mug.Colour));
        await page.ChooseAsync("mug-pattern", Upper(who.Mug.Pattern));
    }

    private async Task<IPage> AtTableAsync(string key)
    {
        await windows[key].SitDownAsync(Table);
        return windows[key].Page;
    }

    private void At(int day, string time)
    {
        var at = today.AddDays(day).ToDateTime(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Unspecified);
        clock.Now = TimeZoneInfo.ConvertTimeToUtc(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));
    }

    private string? Say(Said? said) => said?.In(english);

    private StoryPerson Of(string key) => story.People.First(who => who.Key == key);

    private string SeatId(string key) => _seats[key].Split('/')[^1];

    private static string Upper(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
