using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Circles;

/// <summary>Somebody starts a table, for which children, and hosts it (R1, R2).</summary>
public static class StartTable
{
    /// <summary>How many children the page has room for at first; more come by pressing.</summary>
    public const int Rows = 3;

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Rows">How many children there is room for.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Typed Typed, int Rows, Rule? Broken);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/new", AskAsync);
        app.MapPost("/tables/new", StartAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Drafts drafts, UserManager<Person> people, CancellationToken cancellation)
    {
        var typed = await http.FromDraftAsync(drafts, cancellation);
        if (typed.IsEmpty)
        {
            var person = await people.FindByIdAsync(http.Caller().Person.Value.ToString());
            typed = new Typed(new Dictionary<string, string[]> { ["name"] = [person?.Called ?? ""] });
        }

        return Page(http, typed, null);
    }

    private static IResult Page(HttpContext http, Typed typed, Rule? broken)
    {
        var filled = Enumerable.Range(1, Circle.MostChildren).LastOrDefault(n => !string.IsNullOrWhiteSpace(typed["child" + n]));
        var rows = Math.Min(Circle.MostChildren, Math.Max(Rows, filled + (typed.Is("more") ? 3 : 0)));
        return StartTableView.Create(new Screen(
            Frame.Of(http, Text.T("circles.start")) with { Narrow = true }, typed, rows, broken));
    }

    private static async Task<IResult> StartAsync(HttpContext http, Door door, Drafts drafts)
    {
        var typed = http.Typed();
        if (typed.Is("more"))
        {
            return Page(http, typed, null);
        }

        return await Pages.TryAsync(
            async () =>
            {
                var children = Enumerable.Range(1, Circle.MostChildren)
                    .Where(n => Words.Tidy(typed["child" + n]) is not null)
                    .Select(n => new ChildAtStart(typed["child" + n]!, typed.One<AgeGroup>("age" + n) ?? AgeGroup.Child))
                    .ToList();
                var id = await door.StartAsync(http.Caller(), (person, at) => Circle.Start(
                    person, typed["name"], typed["what"], typed.One<AgeGroup>("age") ?? AgeGroup.Adult, null, children, typed.Is("apart"), at));
                if (typed.Id(Typed.DraftField) is { } draft)
                {
                    await drafts.ThrowAwayAsync(http.Caller().Person, new DraftId(draft));
                }

                Saying.Say(http, "circles.started");
                return $"/tables/{id.Value}";
            },
            broken => Task.FromResult(Page(http, typed, broken)));
    }
}
