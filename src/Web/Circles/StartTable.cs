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
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Rows">How many children there is room for.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Typed Typed, int Rows, Rule? Broken)
    {
        /// <summary>The id of the draft of this.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>Whether the page begins at the child that was just made room for.</summary>
        public bool IsMore => Typed.Is("more");

        /// <summary>Whether there is room for another child.</summary>
        public bool HasRoom => Rows < Circle.MostChildren;

        /// <summary>The choice of a mug.</summary>
        public MugChoice Mugs => new(
            Text.T("circles.choose-mug"), MugChoice.Ticked(Typed, Mug.FirstFree([])), [], MugChoice.MendOf(Broken, default, []));

        /// <summary>What is still to be mended; null for nothing.</summary>
        public Mend? Mend => Mugs.Mend ?? (Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null);

        private string? FieldOf(Rule broken)
        {
            var tooLong = Enumerable.Range(1, Rows).Select(n => "child" + n).Append("name").Append("what")
                .FirstOrDefault(field => Words.Tidy(Typed[field])?.Length > Words.Name);
            return broken switch
            {
                _ when broken == CircleRules.HasChildren => "child1",
                _ when broken == CircleRules.PersonHasName => "name",
                _ when broken == CommonRules.NotTooLong => tooLong,
                _ => null,
            };
        }
    }

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
        var rows = Enumerable.Range(1, Circle.MostChildren).LastOrDefault(n => typed["child" + n] is not null);
        rows = Math.Clamp(rows + (typed.Is("more") ? 1 : 0), 1, Circle.MostChildren);
        return StartTableView.Create(new Screen(
            Frame.Of(http, Text.T("circles.start")) with { Narrow = true }, typed, rows, broken));
    }

    private static async Task<IResult> StartAsync(HttpContext http, Door door, Drafts drafts)
    {
        var typed = http.Typed();
        if (typed.Is("more"))
        {
            await DraftPages.KeepAsync(http, drafts, typed);
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
                    person, typed["name"], typed["what"], typed.One<AgeGroup>("age") ?? AgeGroup.Adult, MugChoice.From(typed), children, typed.Is("apart"), at));
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
