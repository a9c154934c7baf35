using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Circles;

/// <summary>A host gives somebody a seat, or a way in to somebody who had none: a short talk, one small question at a time.</summary>
public static class AddPerson
{
    /// <summary>Nobody signs in with this name.</summary>
    public static readonly Rule KnownName = new("circle.known-name");

    /// <summary>Names are tried slowly: trying them tells who comes in here.</summary>
    public static readonly Rule NamesSlowly = new("circle.names-slowly");

    private const int NamesInTenMinutes = 20;

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
        HttpContext http, Guid circle, Door door, Drafts drafts, UserManager<Person> people, CancellationToken cancellation)
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
        if (await CheckAsync(http, screen, people) is { } broken)
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
                () => AddAsync(http, circle, door, typed, people, cancellation),
                broken => AskAsync(http, circle, door, typed, screen.StepOf(broken), broken, cancellation))
            : await DraftPages.GoOnAsync(http, drafts, typed, $"/tables/{circle}/people/new", "step=" + screen.Talk.Next);
    }

    /// <summary>What is missing on this page, said on this page.</summary>
    private static async Task<Rule?> CheckAsync(HttpContext http, AddScreen screen, UserManager<Person> people)
    {
        switch (screen.Step)
        {
            case AddStep.Who:
                return screen.Name.Length == 0 ? CircleRules.PersonHasName : screen.Name.Length > Words.Name ? CommonRules.NameNotTooLong : null;
            case AddStep.Family:
                return Words.Tidy(screen.Typed["what"])?.Length > Words.Name ? CommonRules.NameNotTooLong : null;
            case AddStep.WayIn:
                if (!MayTryName(http, screen.Typed))
                {
                    return NamesSlowly;
                }

                var person = await PersonOfAsync(screen.Typed, people);
                return person is null
                    ? screen.Sitting is not null || Words.Tidy(screen.Typed["sign-in"]) is not null ? KnownName : null
                    : screen.Circle.SeatOf(person.Value) is null ? null : CircleRules.OneSeatEach;
            default:
                return null;
        }
    }

    /// <summary>Whether somebody may try one more name to sign in with; always when none was typed.</summary>
    /// <param name="http">The request.</param>
    /// <param name="typed">What was typed.</param>
    internal static bool MayTryName(HttpContext http, Typed typed) =>
        Words.Tidy(typed["sign-in"]) is null
        || http.RequestServices.GetRequiredService<SignInPace>().May(null, $"names {http.Caller().Person.Value}", NamesInTenMinutes);

    private static async Task<PersonId?> PersonOfAsync(Typed typed, UserManager<Person> people) =>
        Words.Tidy(typed["sign-in"]) is { Length: <= 100 } name && await people.FindByNameAsync(name) is { } known ? new PersonId(known.Id) : null;

    private static async Task<string> AddAsync(
        HttpContext http, Guid circle, Door door, Typed typed, UserManager<Person> people, CancellationToken cancellation)
    {
        var person = MayTryName(http, typed) ? await PersonOfAsync(typed, people) : throw new RuleBrokenException(NamesSlowly);
        if (person is null && Words.Tidy(typed["sign-in"]) is not null)
        {
            throw new RuleBrokenException(KnownName);
        }

        var added = await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Host,
            visit =>
            {
                if (typed.Id("seat") is { } seat && visit.Circle.Find(new SeatId(seat)) is { Person: null })
                {
                    visit.Circle.GiveWayIn(new SeatId(seat), person ?? throw new RuleBrokenException(KnownName), visit.Act);
                    return Task.FromResult<SeatId?>(null);
                }

                var newcomer = visit.Circle.Add(
                    person, typed["name"], typed["what"], typed.One<SeatSide>("side") ?? SeatSide.Network,
                    typed.One<AgeGroup>("age") ?? AgeGroup.Adult, MugChoice.From(typed), visit.Act);
                return Task.FromResult<SeatId?>(visit.Circle.MayInvite(visit.Me, newcomer) ? newcomer.Id : null);
            },
            cancellation,
            http.Spent());
        Saying.Say(http, "circles.person-added");

        // Who cannot come in yet gets a card, when the host wants that.
        return added is { } sits ? $"/tables/{circle}/people/{sits.Value}" : $"/tables/{circle}";
    }
}
