using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Access;
using Keukentafel.Web.Consults;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Requests;

/// <summary>
/// The people of a local team read what is asked and answer in own words (P2). What waits longest stands first; there is no search, no choice and no count of
/// who answered how much. For everybody else these pages are not there.
/// </summary>
public static class AnswerRequests
{
    private const string Address = "/requests";

    // More on one page nobody takes in.
    private const int Most = 60;

    /// <summary>What the list shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Teams">The teams of who reads.</param>
    /// <param name="Waiting">What waits, the longest waiting first.</param>
    /// <param name="Answered">What was answered.</param>
    /// <param name="More">Whether more waits than is shown.</param>
    public sealed record Screen(
        Frame Frame, IReadOnlyList<LocalTeam> Teams, IReadOnlyList<HelpRequest> Waiting, IReadOnlyList<HelpRequest> Answered, bool More);

    /// <summary>What the page of one request shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Request">What is asked.</param>
    /// <param name="Team">Of which team.</param>
    /// <param name="Me">Who reads.</param>
    /// <param name="Called">What who reads is called.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record OneScreen(Frame Frame, HelpRequest Request, LocalTeam? Team, TeamMember Me, string Called, Typed Typed, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule, Typed), Pages.Sentence(rule)) : null;

        /// <summary>The address of this page.</summary>
        public string Address => $"{AnswerRequests.Address}/{Request.Id.Value}";

        /// <summary>The draft of this page: the one it was opened with, or a new one.</summary>
        public Guid Draft => Typed.Id(Typed.DraftField) ?? DraftId.New().Value;

        /// <summary>The draft of one of the forms of this page, by the field in which one writes there.</summary>
        /// <param name="field">The field.</param>
        public Guid DraftOf(string field) => Typed[field] is null ? DraftId.New().Value : Draft;

        /// <summary>By what name this person goes: as they said here before, or as they are called.</summary>
        public string Name => Typed["name"] ?? Typed["back-as"] ?? Mine?.Name ?? Called;

        /// <summary>How they can be reached, as they said here before.</summary>
        public string? Reach => Typed["reach-words"] ?? Typed["back-reach-words"] ?? Mine?.Reach;

        private RequestSaid? Mine => Request.Said.LastOrDefault(one => one.By == Me.Person);
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, ListAsync).WithMetadata(new AtWork());
        app.MapGet(Address + "/{request:guid}", OpenAsync).WithMetadata(new AtWork());
        app.MapPost(Address + "/{request:guid}", (
            HttpContext http, Guid request, HelpRequests requests, LocalTeams teams, Drafts drafts, CancellationToken cancellation) => AnswerAsync(
                http, request, requests, teams, drafts, (by, typed) => requests.AnswerAsync(
                    by, new HelpRequestId(request), typed["name"] ?? typed["back-as"], typed["reach-words"] ?? typed["back-reach-words"], typed["words"]),
                "requests.answered", cancellation)).WithMetadata(new AtWork());
        app.MapGet(Address + "/{request:guid}/advise", OpenAsync).WithMetadata(new AtWork());
        app.MapPost(Address + "/{request:guid}/advise", (
            HttpContext http, Guid request, HelpRequests requests, LocalTeams teams, Drafts drafts, CancellationToken cancellation) => AnswerAsync(
                http, request, requests, teams, drafts, (by, typed) => requests.AdviseAsync(
                    by, new HelpRequestId(request), typed["name"], typed["reach-words"], Parts.ToDictionary(one => one.Key, one => typed[one.Value]), typed.One<ExpertStays>("stays")),
                "consults.experts-advised", cancellation)).WithMetadata(new AtWork());
    }

    /// <summary>The field of what an expert says; what is asked back has fields of its own.</summary>
    public static IReadOnlyDictionary<AdviceAsk, string> Parts { get; } = Advise.Fields.ToDictionary(
        one => one.Key, one => one.Key == AdviceAsk.Perception ? "sees-words" : one.Value);

    private static string? FieldOf(Rule rule, Typed typed) =>
        rule == ConsultRules.SaysAll ? Parts.FirstOrDefault(one => one.Key != AdviceAsk.AskFamily && Words.Tidy(typed[one.Value]) is null).Value
        : rule == CommonRules.NotTooLong ? Parts.Values.FirstOrDefault(field => Words.IsTooLong(typed[field]))
        : rule == RequestRules.SaysAnswer || rule == RequestRules.WordsFit ? "words"
        : rule == RequestRules.SaysWho || rule == RequestRules.NameFits ? typed["back-as"] is null ? "name" : "back-as"
        : rule == RequestRules.SaysHow || rule == RequestRules.ReachFits ? typed["back-reach-words"] is null ? "reach-words" : "back-reach-words"
        : null;

    private static async Task<IResult> ListAsync(HttpContext http, HelpRequests requests, LocalTeams teams, CancellationToken cancellation)
    {
        var mine = await teams.OfAsync(http.Caller().Person, cancellation);
        if (mine.Count == 0)
        {
            return Results.NotFound();
        }

        var all = await requests.OfTeamsAsync(http.Caller().Person, cancellation);
        var waiting = all.Where(one => one.WaitsSince is not null).ToList();
        IReadOnlyList<LocalTeam> ours = [.. (await teams.AllAsync(cancellation)).Where(team => mine.Any(one => one.Team == team.Id))];
        return RequestsView.Create(new Screen(
            Frame.Of(http, Text.T(ours.All(team => team.AreExperts) ? "consults.experts-heading" : "requests.team-heading"), here: "tables") with { Narrow = true },
            ours,
            [.. waiting.Take(Most)], [.. all.Where(one => one.WaitsSince is null).Take(Most)], waiting.Count > Most));
    }

    private static async Task<IResult> OpenAsync(
        HttpContext http, Guid request, HelpRequests requests, LocalTeams teams, Drafts drafts, CancellationToken cancellation) =>
        await ShowAsync(http, request, requests, teams, () => http.FromDraftAsync(drafts, cancellation), null, cancellation);

    private static async Task<IResult> ShowAsync(
        HttpContext http, Guid request, HelpRequests requests, LocalTeams teams, Func<Task<Typed>> typed, Rule? broken, CancellationToken cancellation)
    {
        var person = http.Caller().Person;
        if (await requests.OpenAsync(person, new HelpRequestId(request), cancellation) is not { } one)
        {
            return Results.NotFound();
        }

        var account = await http.RequestServices.GetRequiredService<UserManager<Person>>().FindByIdAsync(person.Value.ToString());
        return RequestView.Create(new OneScreen(
            Frame.Of(http, Text.T(one.Ask.IsQuestion ? "consults.experts-asked" : "requests.one-heading"), here: "tables") with { Narrow = true }, one,
            (await teams.AllAsync(cancellation)).FirstOrDefault(team => team.Id == one.Team), new TeamMember(person, one.Team), account?.Called ?? "",
            await typed(), broken));
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, Guid request, HelpRequests requests, LocalTeams teams, Drafts drafts, Func<TeamMember, Typed, Task> answer, string said,
        CancellationToken cancellation)
    {
        var person = http.Caller().Person;
        var typed = http.Typed();
        if (await requests.OpenAsync(person, new HelpRequestId(request), cancellation) is not { } one)
        {
            return Results.NotFound();
        }

        try
        {
            await answer(new TeamMember(person, one.Team), typed);
        }
        catch (RuleBrokenException broken) when (broken.Rule != RequestRules.StillThere)
        {
            return Pages.With(
                await ShowAsync(http, request, requests, teams, () => Task.FromResult(typed), broken.Rule, cancellation), StatusCodes.Status422UnprocessableEntity);
        }

        if (typed.Id(Typed.DraftField) is { } draft)
        {
            await drafts.ThrowAwayAsync(person, new DraftId(draft));
        }

        Saying.Say(http, said);
        return Pages.Done($"{Address}/{request}");
    }
}
