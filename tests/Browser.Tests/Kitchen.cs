using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Demo;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Browser.Tests;

/// <summary>A table of three in an empty database: Nadia and her son Sam, who host it, and Joke, who is their guest.</summary>
internal sealed class Kitchen : IAsyncDisposable
{
    private static Story Small(string guest) => new()
    {
        Key = "nadia",
        Children = ["sam"],
        StartedBy = "nadia",
        StartedDay = 0,
        People =
        [
            Who("nadia", "Nadia", "host", "adult", "mama", "tea"),
            Who("sam", "Sam", "host", "child", "zoon", "milk"),
            Who("joke", "Joke", "guest", "adult", guest, "coffee"),

            // Have an account and no seat: who can still come in with a card.
            Who("milou", "Milou", "colleague", "adult", "buurtteam", "mint"),
            Who("ingrid", "Ingrid", "expert", "adult", "Veilig Thuis", "water"),
        ],
        Acts = [],
    };

    private Kitchen(Running running, StoryClock clock, IReadOnlyDictionary<string, Somebody> windows, string table)
    {
        Clock = clock;
        Running = running;
        Windows = windows;
        Table = table;
    }

    /// <summary>The program.</summary>
    public Running Running { get; }

    /// <summary>Its clock, which stands still until somebody moves it.</summary>
    public StoryClock Clock { get; }

    /// <summary>Everybody's window.</summary>
    public IReadOnlyDictionary<string, Somebody> Windows { get; }

    /// <summary>The address of the table.</summary>
    public string Table { get; }

    /// <summary>Sits everybody down.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="scripts">Whether JavaScript works in it.</param>
    /// <param name="guest">What Joke is to the family.</param>
    public static async Task<Kitchen> StartAsync(TheBrowser browser, bool scripts, string guest = "juf van Sam")
    {
        var small = Small(guest);
        var clock = new StoryClock();
        var running = await Running.StartEmptyAsync(clock: clock, quickly: true);
        var windows = await PeopleAsync(browser, running, small, scripts);
        var playing = new Playing(small, clock, Netherlands.DayOf(TimeProvider.System.GetUtcNow()), windows);
        await playing.SitDownAsync();
        return new Kitchen(running, clock, windows, playing.Table);
    }

    /// <summary>Gives everybody of a story an account and a window.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="running">The program.</param>
    /// <param name="story">The story.</param>
    /// <param name="scripts">Whether JavaScript works.</param>
    public static async Task<Dictionary<string, Somebody>> PeopleAsync(TheBrowser browser, Running running, Story story, bool scripts)
    {
        var windows = new Dictionary<string, Somebody>();
        await using var scope = running.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        foreach (var who in story.People.Where(who => who.SignsIn))
        {
            var name = Playing.NameOf(who.Key);
            var made = await people.CreateAsync(
                new Person { Id = PersonId.New().Value, UserName = name, Called = who.Name, Language = "nl", IsProfessional = who.Professional, IsFictional = true }, Somebody.Password);
            Assert.True(made.Succeeded);
            windows[who.Key] = new Somebody(await browser.Chromium.WindowAsync(running.Address, scripts, 390, 800), name);
        }

        return windows;
    }

    /// <summary>Ends every session of somebody on the server; their window knows nothing of it.</summary>
    /// <param name="key">Who.</param>
    public async Task LoseSessionAsync(string key)
    {
        await using var scope = Running.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(Playing.NameOf(key));
        await scope.ServiceProvider.GetRequiredService<Sessions>().EndAsync(new PersonId(person!.Id), null, Guid.Empty);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var window in Windows.Values)
        {
            await window.Page.Context.CloseAsync();
        }

        await Running.DisposeAsync();
    }

    private static StoryPerson Who(string key, string name, string seat, string age, string what, string drink) => new()
    {
        Key = key,
        Name = name,
        SignIn = key,
        Seat = seat,
        Age = age,
        Professional = seat is "guest" or "colleague" or "expert",
        Is = new Said(what, what),
        Mug = new StoryMug("dots", drink, "green"),
        AddedBy = "nadia",
        SignsIn = true,
    };
}
