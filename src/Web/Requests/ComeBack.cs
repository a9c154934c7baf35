using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Access;
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
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, "code", Pages.Sentence(rule)) : null;
    }

    /// <summary>What the page with the answer shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Request">What was asked; its words are not shown.</param>
    /// <param name="Team">Which team.</param>
    /// <param name="Longer">How many wait longer.</param>
    /// <param name="Ticket">By which this page goes on.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record AnswerScreen(Frame Frame, HelpRequest Request, LocalTeam? Team, int Longer, string Ticket, Typed Typed, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, "words", Pages.Sentence(rule)) : null;

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
            DoAsync(http, requests, teams, "requests.wrote", (one, at) => one.Write(http.Typed()["words"], at), cancellation)).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/began", (HttpContext http, HelpRequests requests, LocalTeams teams, CancellationToken cancellation) =>
            DoAsync(http, requests, teams, "requests.began-said", (one, at) => one.HelpBegan(at), cancellation)).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/take-back", TakeBackAsync).AllowAnonymous().WithMetadata(new KeptNowhere());
    }

    private static IResult Page(HttpContext http, Rule? broken, string? words) =>
        ComeBackView.Create(new Screen(Frame.Of(http, Text.T("requests.back")) with { Narrow = true }, broken, words));

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
        return await AnswerAsync(http, requests, teams, request, null, null, cancellation);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, HelpRequests requests, LocalTeams teams, HelpRequest request, Rule? broken, string? done, CancellationToken cancellation)
    {
        var heading = Text.T(request.DaysToAnswer is null ? "requests.no-answer-yet" : "requests.answer");
        return ComeBackAnswerView.Create(new AnswerScreen(
            Frame.Of(http, heading) with { Narrow = true }, request, (await teams.AllAsync(cancellation)).FirstOrDefault(team => team.Id == request.Team),
            request.WaitsSince is null ? 0 : await requests.WaitLongerAsync(request, cancellation),
            ProtectorOf(http).Protect(request.Id.Value.ToString(), Lasts), done is null ? http.Typed() : Typed.Nothing, broken)
        {
            Done = done is null ? null : Text.T(done),
        });
    }

    private static async Task<IResult> DoAsync(
        HttpContext http, HelpRequests requests, LocalTeams teams, string done, Func<HelpRequest, DateTimeOffset, HelpRequest> change, CancellationToken cancellation)
    {
        if (IdOf(http) is not { } id || await requests.FindAsync(id, cancellation) is not { } before)
        {
            return Again(http);
        }

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
            http, requests, teams, await requests.FindAsync(id, cancellation) ?? before, broken, broken is null ? done : null, cancellation);
        return broken is null ? page : Pages.With(page, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> TakeBackAsync(HttpContext http, HelpRequests requests)
    {
        if (IdOf(http) is not { } id)
        {
            return Again(http);
        }

        await requests.TakeBackAsync(id);
        return AskGoneView.Create(new FrontPages.Screen(Frame.Of(http, Text.T("requests.gone")) with { Narrow = true }));
    }

    // It was open too long, or is gone: the code is asked, and what was typed stands there still.
    private static IResult Again(HttpContext http) =>
        Pages.With(Page(http, OpenStill, Words.Tidy(http.Typed()["words"])), StatusCodes.Status422UnprocessableEntity);

    private static HelpRequestId? IdOf(HttpContext http)
    {
        try
        {
            return http.Typed()["ticket"] is { Length: < 1000 } ticket && Guid.TryParse(ProtectorOf(http).Unprotect(ticket), out var id) ? new HelpRequestId(id) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector ProtectorOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("ask").ToTimeLimitedDataProtector();
}
