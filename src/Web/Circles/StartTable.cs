using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Circles;

/// <summary>Somebody starts a table, for which children, and hosts it (R1, R2): a short talk, one small question at a time.</summary>
public static class StartTable
{
    private const string Address = "/tables/new";

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, AskAsync);
        app.MapPost(Address, GoOnAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Drafts drafts, UserManager<Person> people, CancellationToken cancellation)
    {
        if (!http.Request.Query.ContainsKey(Typed.DraftField))
        {
            return DraftPages.Begin(http, Address);
        }

        var typed = await http.FromDraftAsync(drafts, cancellation);
        if (typed.IsEmpty)
        {
            var person = await people.FindByIdAsync(http.Caller().Person.Value.ToString());
            typed = new Typed(new Dictionary<string, string[]>(typed.Fields) { ["name"] = [person?.Called ?? ""] });
        }

        return Page(http, typed, http.Step<StartStep>(), null);
    }

    private static IResult Page(HttpContext http, Typed typed, StartStep step, Rule? broken) => StartTableView.Create(
        new StartScreen(Frame.Of(http, Text.T("circles.start")) with { Narrow = true }, typed, step, broken));

    private static async Task<IResult> GoOnAsync(HttpContext http, Door door, Drafts drafts)
    {
        var typed = http.Typed();
        var screen = new StartScreen(Frame.Of(http, ""), typed, typed.One<StartStep>("step") ?? StartStep.Me, null);
        if ((typed.Is("more") ? screen.Talk.Step : typed.One<StartStep>("back")) is { } other)
        {
            return await DraftPages.GoOnAsync(http, drafts, typed, Address, "step=" + other);
        }

        if (screen.Missing() is { } missing)
        {
            return Pages.With(Page(http, typed, screen.Talk.Step, missing), Pages.StatusOf(missing));
        }

        return screen.Talk.IsLast
            ? await Pages.TryAsync(
                () => StartAsync(http, door, screen), broken => Task.FromResult(Page(http, typed, screen.StepOf(broken), broken)))
            : await DraftPages.GoOnAsync(http, drafts, typed, Address, "step=" + screen.Talk.Next);
    }

    private static async Task<string> StartAsync(HttpContext http, Door door, StartScreen screen)
    {
        var typed = screen.Typed;
        var id = await door.StartAsync(
            http.Caller(),
            (person, at) => Circle.Start(
                person, typed["name"], typed["what"], screen.Age, MugChoice.From(typed), StartScreen.ChildrenIn(typed), typed.Is("apart"), at),
            http.Spent());
        Saying.Say(http, "circles.started");
        return $"/tables/{id.Value}";
    }
}
