using System.Text.Json;
using Keukentafel.Web.Commands;
using Keukentafel.Web.Demo;
using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Tables that no story has: one as full as they come, with names as long as they come, and one where somebody sits alone.</summary>
internal static class Crowd
{
    private static readonly (string Name, string Is, string Seat, string Age)[] Twelve =
    [
        ("Fleur", "mama", "host", "adult"),
        ("Maximiliaan", "zoon van vijftien", "host", "child"),
        ("Jo", "dochter, bijna acht", "host", "child"),
        ("Giovanni-Battista", "papa, woont in Groningen", "host", "adult"),
        ("Oma Wilhelmina", "moeder van Fleur", "network", "adult"),
        ("Tante Annemarie-Louise", "tante en peettante van Jo", "network", "adult"),
        ("Bo", "buurjongen", "network", "adult"),
        ("Sjoerdtje", "vriendin van Fleur", "network", "adult"),
        ("Marie-José van den Boogaard", "jeugdwerker in de wijk", "guest", "adult"),
        ("Meester Abdelkarim", "meester van Jo, groep vijf", "guest", "adult"),
        ("Ed", "huisarts", "guest", "adult"),
        ("Verpleegkundige Francien", "komt elke donderdag", "guest", "adult"),
    ];

    private static readonly string[] Drinks = ["tea", "coffee", "milk", "water"];
    private static readonly string[] Patterns = ["dots", "stars", "waves"];
    private static readonly string[] Colours = ["green", "clay", "blue"];
    private static readonly string[] Kinds = ["goodThing", "worry", "statement", "help", "wish", "statement"];

    private static readonly Template Tables = new(places => CommandLine.FillAsync(places, [Full, Alone]));

    /// <summary>Twelve people and sixty things, among them a view of each child by everybody.</summary>
    private static Story Full => new()
    {
        Key = "full",
        Children = ["p1", "p2"],
        StartedBy = "p0",
        StartedDay = -90,
        People = [.. Twelve.Select((who, n) => Who("p" + n, n))],
        Question = Same("Wat hebben Maximiliaan en Jo nodig, zodat het op maandag en dinsdag weer rustig wordt in huis?"),
        QuestionBy = "p0",
        QuestionDay = -80,
        Acts = [.. Enumerable.Range(0, 60).Select(Act)],
    };

    /// <summary>One person, and nothing on the table.</summary>
    private static Story Alone => new()
    {
        Key = "alone",
        Children = ["alone"],
        StartedBy = "alone",
        StartedDay = -1,
        People = [Who("alone", 1) with { AddedBy = null, JoinedDay = -1 }],
        Acts = [],
    };

    /// <summary>Starts the program with both tables; p0 to p11 sit at the full one, alone at the other.</summary>
    public static Task<Running> StartAsync() => Running.StartAsync(Tables);

    /// <summary>Sits somebody down. The page with the invented people lists those of the program; who is not among them takes a button of one who is.</summary>
    /// <param name="page">The window.</param>
    /// <param name="who">Who: p0 to p11, or alone.</param>
    /// <returns>The address of the table.</returns>
    public static async Task<string> SitDownAsync(IPage page, string who)
    {
        await page.GotoAsync("/demo");
        await page.EvaluateAsync("who => { const form = document.querySelector('form[action*=\"/demo/\"]'); form.action = form.action.replace(/[^/]*$/, who); }", who);
        await page.PressAsync("form[action*='/demo/'] button");
        return new Uri(page.Url).AbsolutePath;
    }

    private static StoryPerson Who(string key, int n) => new()
    {
        Key = key,
        Name = Twelve[n].Name,
        SignIn = key,
        Seat = Twelve[n].Seat,
        Age = Twelve[n].Age,
        Professional = Twelve[n].Seat == "guest",
        Is = Same(Twelve[n].Is),
        Line = Same(Twelve[n].Is),
        Mug = new StoryMug(Patterns[n / 4], Drinks[n % 4], Colours[n / 4]),
        JoinedDay = -90,
        AddedBy = "p0",
        SignsIn = true,
    };

    private static StoryAct Act(int n)
    {
        var by = n % 12;
        var view = n is >= 24 and < 48;
        var words = $"{(n % 3 == 0 ? "Op maandag" : "Deze week")} {string.Concat(Enumerable.Repeat("was het rustig aan tafel en iedereen at mee, ", n % 5))}en dat is steen {n}.";
        return new StoryAct
        {
            Day = n - 70,
            Time = "20:00",
            By = "p" + by,
            Do = view ? "view" : Kinds[n % 6],
            Words = view ? null : Same(Kinds[n % 6] == "worry" ? "Ik maak me zorgen omdat het druk is. " + words : words),
            How = Kinds[n % 6] == "statement" ? "there" : null,
            About = view ? null : ["p" + (n % 2 + 1)],
            Place = Kinds[n % 6] == "worry" ? "home" : null,
            Child = view ? (n < 36 ? "p1" : "p2") : null,
            Safe = view ? JsonSerializer.SerializeToElement(new { nl = words, en = words }) : null,
            Growing = view ? JsonSerializer.SerializeToElement(n % 4 == 0 ? "unknown" : (object)new { nl = words, en = words }) : null,
        };
    }

    private static Said Same(string words) => new(words, words);
}
