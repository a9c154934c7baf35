using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Requests;

/// <summary>What somebody offered, as who offers it and who asked both read it.</summary>
/// <param name="Offer">What.</param>
/// <param name="Now">The moment, UTC.</param>
public sealed record OfferSaid(TableOffer Offer, DateTimeOffset Now);

/// <summary>
/// Somebody of the team who answered offers to come to a table of who asked (R96): the same answers as of anybody who is proposed at a table, and what they must write
/// down elsewhere and why. It opens nothing: who asked says yes, or rather not.
/// </summary>
public static class OfferTable
{
    private static readonly string[] Brief = ["goal-words", "adds-words", "often-words"];

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Request">The request.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, HelpRequest Request, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the request.</summary>
        public string Above => $"/requests/{Request.Id.Value}";

        /// <summary>The draft of this page: the one it was opened with, or a new one.</summary>
        public Guid Draft { get; } = Typed.Id(Typed.DraftField) ?? DraftId.New().Value;

        /// <summary>What was offered before; null for nothing.</summary>
        public TableOffer? Offer => Request.Offer;

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

        private string? FieldOf(Rule rule) =>
            rule == InvolvementRules.ForGoal ? "goal-words"
            : rule == InvolvementRules.AddsSomething ? "adds-words"
            : rule == InvolvementRules.LooksAgain ? "day"
            : rule == CommonRules.NameNotTooLong ? "what"
            : rule == CommonRules.NotTooLong ? Brief.FirstOrDefault(name => Words.IsTooLong(Typed[name], Words.Brief))
            : rule == RequestRules.SaysWritesDown || rule == RequestRules.WritesDownFits ? "writes-words"
            : null;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/requests/{request:guid}/offer", async Task<IResult> (
            HttpContext http, Guid request, HelpRequests requests, Drafts drafts, CancellationToken cancellation) =>
            await PageAsync(http, request, requests, await http.FromDraftAsync(drafts, cancellation), null, cancellation)).WithMetadata(new AtWork());
        app.MapPost("/requests/{request:guid}/offer", OfferAsync).WithMetadata(new AtWork());
        app.MapPost("/requests/{request:guid}/offer/take-back", (HttpContext http, Guid request, HelpRequests requests, CancellationToken cancellation) =>
            DoAsync(http, request, requests, "requests.offer-taken-back", requests.TakeOfferBackAsync, cancellation)).WithMetadata(new AtWork());
        app.MapPost("/requests/{request:guid}/not-wanted", (HttpContext http, Guid request, HelpRequests requests, CancellationToken cancellation) =>
            DoAsync(http, request, requests, "requests.not-wanted-told", requests.NotWantedAsync, cancellation)).WithMetadata(new AtWork());
    }

    private static async Task<IResult> PageAsync(
        HttpContext http, Guid request, HelpRequests requests, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        var person = http.Caller().Person;
        return await requests.OpenAsync(person, new HelpRequestId(request), cancellation) is { } one && one.MayOffer(new TeamMember(person, one.Team))
            ? OfferTableView.Create(new Screen(Frame.Of(http, Text.T("requests.offer-do")) with { Narrow = true, Here = "tables" }, one, typed, broken))
            : Results.NotFound();
    }

    private static async Task<IResult> OfferAsync(HttpContext http, Guid request, HelpRequests requests, Drafts drafts, CancellationToken cancellation)
    {
        var person = http.Caller().Person;
        var typed = http.Typed();
        if (await requests.OpenAsync(person, new HelpRequestId(request), cancellation) is not { } one)
        {
            return Results.NotFound();
        }

        try
        {
            await requests.OfferTableAsync(
                new TeamMember(person, one.Team), one.Id,
                new Worth
                {
                    Does = typed["what"],
                    Goal = typed["goal-words"],
                    Adds = typed["adds-words"],
                    LookAgain = typed.Day("day"),
                    HowOften = typed["often-words"],
                },
                typed["writes-words"]);
        }
        catch (RuleBrokenException broken) when (broken.Rule != RequestRules.StillThere)
        {
            return Pages.With(await PageAsync(http, request, requests, typed, broken.Rule, cancellation), Pages.StatusOf(broken.Rule));
        }

        if (typed.Id(Typed.DraftField) is { } draft)
        {
            await drafts.ThrowAwayAsync(person, new DraftId(draft));
        }

        Saying.Say(http, "requests.offered");
        return Pages.Done($"/requests/{request}");
    }

    private static async Task<IResult> DoAsync(
        HttpContext http, Guid request, HelpRequests requests, string done, Func<TeamMember, HelpRequestId, Task> work, CancellationToken cancellation)
    {
        var person = http.Caller().Person;
        if (await requests.OpenAsync(person, new HelpRequestId(request), cancellation) is not { } one)
        {
            return Results.NotFound();
        }

        await work(new TeamMember(person, one.Team), one.Id);
        Saying.Say(http, done);
        return Pages.Done($"/requests/{request}");
    }
}
