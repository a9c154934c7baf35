using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Access;
using Keukentafel.Web.Consults;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.DataProtection;

namespace Keukentafel.Web.Requests;

/// <summary>
/// Who asked comes back with the code and the own word, and reads the answer. The question is never shown again, and nothing stands in an address or in a
/// cookie: somebody else may hold the phone. What a page needs to go on is in that page, for half an hour.
/// </summary>
public static class ComeBack
{
    private const string Address = "/ask/back";

    // What one browser tries for one code; and all codes together, as many people may share an address.
    private const string Coming = " ask ";
    private const int MostTried = 60;

    private const char Between = '|';

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    /// <summary>There is a request with this code and this word. There is one answer for all others.</summary>
    private static readonly Rule CodeFits = new("request.code-fits");

    /// <summary>The page was open for too long: the code is asked again.</summary>
    private static readonly Rule OpenStill = new("request.open-still");

    /// <summary>What the page that asks for the code shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    /// <param name="Words">What was typed to the team and not kept; null for nothing.</param>
    public sealed record Screen(Frame Frame, Rule? Broken, string? Words)
    {
        /// <summary>The code that was typed: who mistyped the word need not type it anew. The word is never shown again.</summary>
        public string? Code { get; init; }

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, "code", Pages.Sentence(rule)) : null;
    }

    /// <summary>What goes along in a page, sealed: which request, and how somebody came to it.</summary>
    /// <param name="Request">Which.</param>
    /// <param name="WithWord">Whether with a word of their own: a code that was found shows nobody what was asked.</param>
    /// <param name="Name">The name to come in by that was made for this person; null before.</param>
    internal sealed record Ticket(HelpRequestId Request, bool WithWord, string? Name);

    /// <summary>What the page with the answer shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Request">What was asked; its words are not shown.</param>
    /// <param name="Team">Which team.</param>
    /// <param name="IsBusy">Whether many wait longer.</param>
    /// <param name="WithWord">Whether somebody came with a word of their own.</param>
    /// <param name="Sealed">By which this page goes on.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record AnswerScreen(Frame Frame, HelpRequest Request, LocalTeam? Team, bool IsBusy, bool WithWord, string Sealed, Typed Typed, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is not { } rule ? null : Named.MendOf("words", "tell-words") ?? new Mend(rule, Typed.Is("doubt") ? "doubt-words" : Writes && rule != RequestRules.OfferStands && rule != RequestRules.NoNeedsWord ? Typed["tell-words"] is null ? "words" : "tell-words" : null, Pages.Sentence(rule));

        /// <summary>The words to experts, without names.</summary>
        public NamedForm Named { get; } = NamedForm.Of(Typed, Broken);

        /// <summary>From which day on who asked experts tells what came of it; null when that is not asked, or was told.</summary>
        public DateOnly? LooksBack => Writes && !Request.Said.Any(one => one.CameOfIt) ? Request.LooksBackOn : null;

        /// <summary>Whether who asked can write again.</summary>
        public bool Writes => Request.NotWantedAt is null && Request.TakenBackAt is null;

        /// <summary>What was typed and stands in no field of this page; null for nothing.</summary>
        public string? Unsent => Writes ? null : Words.Tidy(Typed["words"]) ?? Words.Tidy(Typed["tell-words"]);

        /// <summary>Whether a table can be made of it now.</summary>
        public bool MayBecomeTable => WithWord && Request.MayBecomeTable(Days.Of(Frame.Now));

        /// <summary>What was just done, in a sentence; null for nothing.</summary>
        public string? Done { get; init; }
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, IResult (HttpContext http) => Page(http, null, null)).AllowAnonymous();
        app.MapPost(Address, OpenAsync).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/write", (HttpContext http, HelpRequests requests, LocalTeams teams, CancellationToken cancellation) =>
            http.Typed().Is("doubt")
                ? DoAsync(http, requests, teams, "requests.doubted", (one, at) => one.Doubt(http.Typed()["doubt-words"], at), cancellation)
                : DoAsync(http, requests, teams, "requests.wrote", (one, at) => one.Write(http.Typed()["words"], TicketOf(http)?.WithWord == true, at, http.Typed().All(NamedForm.Stands)), cancellation)).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/told", (HttpContext http, HelpRequests requests, LocalTeams teams, CancellationToken cancellation) =>
            DoAsync(http, requests, teams, "consults.tell-told", (one, at) => one.Tell(http.Typed()["tell-words"], http.Typed().All(NamedForm.Stands), TicketOf(http)?.WithWord == true, at), cancellation)).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/began", (HttpContext http, HelpRequests requests, LocalTeams teams, CancellationToken cancellation) =>
            DoAsync(http, requests, teams, "requests.began-said", (one, at) => one.HelpBegan(TicketOf(http)?.WithWord == true, at), cancellation)).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/not-began", (HttpContext http, HelpRequests requests, LocalTeams teams, CancellationToken cancellation) =>
            DoAsync(http, requests, teams, "requests.not-began-said", (one, _) => one.HelpDidNotBegin(), cancellation)).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/after-all", (HttpContext http, HelpRequests requests, LocalTeams teams, CancellationToken cancellation) =>
            DoAsync(http, requests, teams, "requests.asked-after-all", (one, _) => one.AskAfterAll(), cancellation)).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/rather-not", (HttpContext http, HelpRequests requests, LocalTeams teams, CancellationToken cancellation) =>
            DoAsync(http, requests, teams, "requests.rather-not-said", (one, at) => one.RatherNoTable(TicketOf(http)?.WithWord == true, at), cancellation)).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/not-wanted", (HttpContext http, HelpRequests requests, LocalTeams teams, CancellationToken cancellation) =>
            DoAsync(http, requests, teams, "requests.not-wanted-said", (one, at) => one.FamilyDoesNotWant(at), cancellation)).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/take-back", TakeBackAsync).AllowAnonymous().WithMetadata(new KeptNowhere());
    }

    private static IResult Page(HttpContext http, Rule? broken, string? words) =>
        ComeBackView.Create(new Screen(Frame.Of(http, Text.T("requests.back")) with { Narrow = true }, broken, words) { Code = http.Typed()["code"] });

    private static async Task<IResult> OpenAsync(
        HttpContext http, HelpRequests requests, LocalTeams teams, OwnWord words, SignInPace pace, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var code = HelpRequests.Tidy(typed["code"]);
        if (code is null)
        {
            // No code has this shape: nobody learns anything by it.
            return Pages.With(Page(http, CodeFits, typed["words"]), StatusCodes.Status422UnprocessableEntity);
        }

        var from = http.Connection.RemoteIpAddress;
        if (!pace.May(from, Coming + code) || !pace.May(from, Coming + "all", MostTried))
        {
            return Pages.With(Page(http, AskForHelp.NotTooOften, typed["words"]), StatusCodes.Status429TooManyRequests);
        }

        if (await requests.BackAsync(code, hash => words.Fits(typed["word"], hash), cancellation) is not { } request)
        {
            return Pages.With(Page(http, CodeFits, typed["words"]), StatusCodes.Status422UnprocessableEntity);
        }

        pace.CameIn(from, Coming + code);
        var ticket = new Ticket(request.Id, HelpRequest.Word(typed["word"]).Length > 0, null);
        return await AnswerAsync(http, requests, teams, request, ticket, null, null, cancellation);
    }

    /// <summary>The page with the answer.</summary>
    internal static async Task<IResult> AnswerAsync(
        HttpContext http, HelpRequests requests, LocalTeams teams, HelpRequest request, Ticket ticket, Rule? broken, string? done, CancellationToken cancellation)
    {
        var heading = Text.T(
            request.TakenBackAt is not null ? "requests.taken-back" : request.NotWantedAt is not null ? "requests.not-wanted-heading"
            : request.DaysToAnswer is null ? "requests.no-answer-yet" : request.WaitsSince is not null ? "requests.answer-before" : "requests.answer");
        return ComeBackAnswerView.Create(new AnswerScreen(
            Frame.Of(http, heading) with { Narrow = true }, request, (await teams.AllAsync(cancellation)).FirstOrDefault(team => team.Id == request.Team),
            request.WaitsSince is not null && await requests.IsBusyBeforeAsync(request, cancellation), ticket.WithWord,
            SealedOf(http, ticket), done is null ? http.Typed() : Typed.Nothing, broken)
        {
            Done = done is null ? null : Text.T(done),
        });
    }

    private static async Task<IResult> DoAsync(
        HttpContext http, HelpRequests requests, LocalTeams teams, string done, Func<HelpRequest, DateTimeOffset, HelpRequest> change, CancellationToken cancellation)
    {
        if (TicketOf(http) is not { } ticket || await requests.FindAsync(ticket.Request, cancellation) is not { } before)
        {
            return Again(http);
        }

        var id = ticket.Request;

        Rule? broken = null;
        try
        {
            await requests.ChangeAsync(id, change);
        }
        catch (RuleBrokenException no) when (no.Rule != RequestRules.StillThere)
        {
            broken = no.Rule;
        }
        catch (RuleBrokenException)
        {
            return Again(http);
        }

        var page = await AnswerAsync(
            http, requests, teams, await requests.FindAsync(id, cancellation) ?? before, ticket, broken, broken is null ? done : null, cancellation);
        return broken is null ? page : Pages.With(page, StatusCodes.Status422UnprocessableEntity);
    }

    // With the own word it is gone at once; a code alone may have been found by another, and who asked can ask it after all.
    private static async Task<IResult> TakeBackAsync(HttpContext http, HelpRequests requests, LocalTeams teams, CancellationToken cancellation)
    {
        if (TicketOf(http) is not { } ticket)
        {
            return Again(http);
        }

        if (!ticket.WithWord)
        {
            return await DoAsync(http, requests, teams, "requests.taken-back-said", (one, at) => one.TakeBack(at), cancellation);
        }

        await requests.TakeBackAsync(ticket.Request);
        return AskGoneView.Create(new FrontPages.Screen(Frame.Of(http, Text.T("requests.gone")) with { Narrow = true }));
    }

    /// <summary>It was open too long, or is gone: the code is asked, and what was typed stands there still.</summary>
    internal static IResult Again(HttpContext http) =>
        Pages.With(Page(http, OpenStill, Words.Tidy(http.Typed()["words"])), StatusCodes.Status422UnprocessableEntity);

    /// <summary>The ticket of this page; null when it is none, or was open too long.</summary>
    internal static Ticket? TicketOf(HttpContext http)
    {
        try
        {
            return http.Typed()["ticket"] is { Length: < 1000 } given && ProtectorOf(http).Unprotect(given).Split(Between) is [var id, var word, var name]
                && Guid.TryParse(id, out var request)
                ? new Ticket(new HelpRequestId(request), word.Length > 0, name.Length == 0 ? null : name)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A ticket as it goes along in a page, from now on for half an hour.</summary>
    internal static string SealedOf(HttpContext http, Ticket ticket) =>
        ProtectorOf(http).Protect($"{ticket.Request.Value}{Between}{(ticket.WithWord ? "word" : "")}{Between}{ticket.Name}", Lasts);

    private static ITimeLimitedDataProtector ProtectorOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("ask").ToTimeLimitedDataProtector();
}
