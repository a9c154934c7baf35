using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>
/// A host gives somebody a place: a short talk, one small question at a time. Nobody is seated by another: they come in themselves, with a card.
/// </summary>
public static class AddPerson
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/people/new", BeginAsync);
        app.MapPost("/tables/{circle:guid}/people/new", GoOnAsync);
    }

    private static async Task<IResult> BeginAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        if (!http.Request.Query.ContainsKey(Typed.DraftField))
        {
            await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Host, cancellation);
            return DraftPages.Begin(http, $"/tables/{circle}/people/new");
        }

        return await AskAsync(
            http, circle, door, await http.FromDraftAsync(drafts, cancellation), http.Step<AddStep>(), null, cancellation);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Door door, Typed typed, AddStep step, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Host, cancellation);
        return Page(http, visit.Circle, typed, step, broken);
    }

    private static IResult Page(HttpContext http, Circle circle, Typed typed, AddStep step, Rule? broken) => AddPersonView.Create(
        new AddScreen(Frame.Of(http, Text.T("circles.add-person"), circle.Id) with { Narrow = true }, circle, typed, step, broken));

    private static async Task<IResult> GoOnAsync(
        HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        var typed = http.Typed();
        Circle table;
        Seat me;
        await using (var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Host, cancellation))
        {
            (table, me) = (visit.Circle, visit.Me);
        }

        if (typed.One<AddStep>("back") is { } back)
        {
            return await DraftPages.GoOnAsync(http, drafts, typed, $"/tables/{circle}/people/new", "step=" + back);
        }

        var screen = new AddScreen(Frame.Of(http, ""), table, typed, typed.One<AddStep>("step") ?? AddStep.Who, null);
        if (screen.Sitting is { } sitting)
        {
            // Who has a place already gets a card there.
            return Pages.Done($"/tables/{circle}/people/{sitting.Id.Value}");
        }

        if (Check(screen) is { } broken)
        {
            if (http.Spent() is { } spent && await drafts.WasDoneAsync(http.Caller().Person, spent))
            {
                throw new DoneBeforeException();
            }

            return Pages.With(Page(http, table, typed, screen.Step, broken), Pages.StatusOf(broken));
        }

        // A professional joins when the hosts see what it is worth to them: that is asked first (R96).
        if (screen.Step == AddStep.Family && typed.One<SeatSide>("side") == SeatSide.Guest)
        {
            return Circle.MayPropose(me)
                ? await DraftPages.GoOnAsync(http, drafts, typed, $"/tables/{circle}/joining/new", "step=" + AddStep.Who)
                : Pages.With(Page(http, table, typed, screen.Step, InvolvementRules.Proposer), StatusCodes.Status422UnprocessableEntity);
        }

        return screen.Talk.IsLast
            ? await Pages.TryAsync(
                () => AddAsync(http, circle, door, typed, cancellation),
                broken => AskAsync(http, circle, door, typed, screen.StepOf(broken), broken, cancellation))
            : await DraftPages.GoOnAsync(http, drafts, typed, $"/tables/{circle}/people/new", "step=" + screen.Talk.Next);
    }

    /// <summary>What is missing on this page, said on this page.</summary>
    private static Rule? Check(AddScreen screen) => screen.Step switch
    {
        AddStep.Who => screen.Name.Length == 0 ? CircleRules.PersonHasName : screen.Name.Length > Words.Name ? CommonRules.NameNotTooLong : null,
        AddStep.Family => Words.IsTooLong(screen.Typed["what"], Words.Name) ? CommonRules.NameNotTooLong : null,
        _ => null,
    };

    private static async Task<string> AddAsync(HttpContext http, Guid circle, Door door, Typed typed, CancellationToken cancellation)
    {
        var added = await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Host,
            visit => Task.FromResult(visit.Circle.Add(
                null, typed["name"], typed["what"], typed.One<SeatSide>("side") ?? SeatSide.Network, typed.One<AgeGroup>("age") ?? AgeGroup.Adult,
                MugChoice.From(typed), visit.Act).Id),
            cancellation,
            http.Spent());
        Saying.Say(http, "circles.person-added");

        // There is the card, or for whom it waits.
        return $"/tables/{circle}/people/{added.Value}";
    }
}
