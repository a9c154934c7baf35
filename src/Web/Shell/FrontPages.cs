using Keukentafel.Data.Wordings;
using Keukentafel.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Keukentafel.Web.Shell;

/// <summary>What anybody can open: the front, what happens with words, what this asks of who leads a team (R147, N34), leaving.</summary>
public static class FrontPages
{
    /// <summary>What such a page shows.</summary>
    /// <param name="Frame">The frame.</param>
    public sealed record Screen(Frame Frame);

    /// <summary>What the front shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="WordsWereRead">Whether a family read the words of the program yet (R134).</param>
    public sealed record FrontScreen(Frame Frame, bool WordsWereRead);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", FrontAsync).AllowAnonymous();
        app.MapGet("/what-happens", IResult (HttpContext http) =>
            WhatHappensView.Create(new Screen(Frame.Of(http, Text.T("front.what-happens")) with { Narrow = true }))).AllowAnonymous();
        app.MapGet("/leading", IResult (HttpContext http) =>
            LeadingView.Create(new Screen(Frame.Of(http, Text.T("leading.heading")) with { Narrow = true }))).AllowAnonymous();
        app.MapGet("/away", IResult (HttpContext http) => AwayView.Create(Days.Of(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())))
            .AllowAnonymous();
        app.MapPost("/leave", LeaveAsync).AllowAnonymous().WithMetadata(new NeedsNoProof());
    }

    private static async Task<IResult> FrontAsync(HttpContext http, WordRemarks remarks, CancellationToken cancellation) =>
        http.User.Identity?.IsAuthenticated == true
            ? Pages.Done("/tables")
            : FrontView.Create(new FrontScreen(Frame.Of(http, Text.T("front.heading")), await remarks.WereReadAsync(cancellation)));

    // "Snel weg": the session ends on the server, this browser forgets, and one is on a page that says nothing (D24). It needs no proof, so that it never fails;
    // but a page of another, which presses it for somebody, ends nothing of theirs (T20).
    private static async Task<IResult> LeaveAsync(HttpContext http, House house)
    {
        if (Forms.IsFromElsewhere(http.Request))
        {
            return Results.Redirect(house.LeaveTo);
        }

        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        Invitations.Held.Forget(http);
        Access.AskedHere.Forget(http);
        Saying.Forget(http);
        Forms.ForgetProof(http);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Results.Redirect(house.LeaveTo);
    }
}
