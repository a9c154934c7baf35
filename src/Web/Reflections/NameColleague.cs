using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Reflections;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Reflections;

/// <summary>The guest who was asked says yes, and names a colleague who reflects along (R90). The family reads it first (N19).</summary>
public static class NameColleague
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the form.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/face/colleague";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

        private string? FieldOf(Rule rule) => rule switch
        {
            _ when rule == CircleRules.PersonHasName || rule == CircleRules.NameIsFree || rule == CircleRules.NameInOneScript => "name",
            _ when rule == FigureRules.ColleagueDoes => "what-words",
            _ when rule == FigureRules.BringsSomething || rule == CommonRules.NotTooLong => "words",
            _ when rule == CommonRules.NameNotTooLong => Words.IsTooLong(Typed["name"], Words.Name) ? "name" : "what-words",
            _ when rule == SignInNames.Known || rule == SignInNames.Slowly || rule == FigureRules.AnotherPerson => "sign-in",
            _ => null,
        };
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/face/colleague", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/face/colleague", NameAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        if (visit.Circle.FigureWith(visit.Me.Number) is null)
        {
            throw new RefusedException();
        }

        return NameColleagueView.Create(new Screen(
            Frame.Of(http, Text.T("reflections.name-colleague"), visit.Circle.Id, "talks") with { Narrow = true }, visit.Circle, typed, broken));
    }

    private static async Task<IResult> NameAsync(
        HttpContext http, Guid circle, Door door, UserManager<Person> people, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                if (!SignInNames.MayTry(http, typed))
                {
                    throw new RuleBrokenException(SignInNames.Slowly);
                }

                var name = Words.Tidy(typed["sign-in"]);
                var known = name is { Length: <= SignInPages.LongestName } ? await people.FindByNameAsync(name) : null;
                await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    visit =>
                    {
                        if (visit.Circle.FigureWith(visit.Me.Number) is null)
                        {
                            throw new RefusedException();
                        }

                        // What is missing is said in the order of the page.
                        visit.Circle.NameColleague(
                            known is null ? default : new PersonId(known.Id), typed["name"], typed["what-words"], typed["words"], visit.Act);
                        return known is null ? throw new RuleBrokenException(SignInNames.Known) : Task.FromResult(true);
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, "reflections.named");
                return $"/tables/{circle}/face";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }
}
