using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Web.Nudges;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Access;

/// <summary>The own page: how one is reached safely, where one is signed in, the password, the language, going out.</summary>
public static class MyPages
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Called">What the person is called.</param>
    /// <param name="Sessions">Where the person is signed in.</param>
    /// <param name="Current">Which of them is this one.</param>
    /// <param name="Tables">The own tables.</param>
    /// <param name="Notices">What to know about the own way in.</param>
    /// <param name="Nudge">How it stands with being told by mail that something is there; null where that cannot be.</param>
    public sealed record Screen(
        Frame Frame, string Called, IReadOnlyList<SignIn> Sessions, Guid Current, IReadOnlyList<TableCard> Tables, Notices Notices, MyNudge? Nudge)
    {
        /// <summary>What each link with an organisation is called.</summary>
        public IReadOnlyDictionary<Guid, string> Organisations { get; init; } = new Dictionary<Guid, string>();

        /// <summary>Through which organisation this very session came; null for another way in.</summary>
        public string? Through { get; init; }

        /// <summary>When a passkey was added last, UTC, as long as it is new; null for none.</summary>
        public DateTimeOffset? KeyAddedAt { get; init; }

        /// <summary>The name with which one comes in; null for who has no password. Whoever forgot it finds it where they are in still.</summary>
        public string? SignInName { get; init; }

        /// <summary>Whether this person answers, for a local team, who asks for help.</summary>
        public bool Answers { get; init; }

        /// <summary>Whether this person writes what everybody reads about a place.</summary>
        public bool Edits { get; init; }
    }

    // So long the own page tells that a passkey was added: who did not do that themselves has to see it.
    private const int KeyIsNewFor = 14;

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/me", ShowAsync).WithMetadata(new AtWork());
        app.MapPost("/me/language", SpeakAsync).WithMetadata(new AtWork());
        app.MapPost("/me/sessions/{id:guid}/end", EndAsync).WithMetadata(new AtWork());
        app.MapPost("/me/sessions/end-others", EndOthersAsync).WithMetadata(new AtWork());
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Sessions sessions, UserManager<Person> people, Door door, CancellationToken cancellation)
    {
        var caller = http.Caller();
        var person = await people.FindByIdAsync(caller.Person.Value.ToString());
        var frame = Frame.Of(http, Text.T("access.me"), here: "me") with { Narrow = true };
        var links = (await OrganisationPages.LinksOfAsync(http, cancellation)).ToDictionary(one => one.Key.Id, one => one.Name);
        var through = http.User.Through() is { } link ? links.GetValueOrDefault(link, Text.T("organisations.other")) : null;
        return MyPageView.Create(new Screen(
            frame, person?.Called ?? "",
            // When somebody comes in at home is nothing for who keeps the accounts of an organisation.
            [.. (await sessions.OfAsync(caller.Person, cancellation)).Where(one => !caller.OnlyAtWork || one.Through is not null)], caller.Session,
            [.. (await door.TablesOfAsync(caller, cancellation)).Where(table => !table.Me.IsAway)],
            await Notices.OfAsync(http, frame, cancellation),
            through is null ? await MyNudge.OfAsync(http, frame, person, cancellation) : null)
        {
            Organisations = links,
            SignInName = through is null && person?.PasswordHash is not null ? person.UserName : null,
            Through = through,
            KeyAddedAt = through is null && await http.RequestServices.GetRequiredService<Passkeys>().OfAsync(caller.Person, cancellation) is [.., var last]
                && frame.Now < last.At.AddDays(KeyIsNewFor)
                ? last.At
                : null,
            Answers = person is { IsProfessional: true }
                && (await http.RequestServices.GetRequiredService<Data.Requests.LocalTeams>().OfAsync(caller.Person, cancellation)).Count > 0,
            Edits = await http.RequestServices.GetRequiredService<Data.Nearby.Editors>().FindAsync(caller.Person, cancellation) is not null,
        });
    }

    private static async Task<IResult> SpeakAsync(HttpContext http, UserManager<Person> people)
    {
        var person = await people.FindByIdAsync(http.Caller().Person.Value.ToString());
        if (person is not null)
        {
            person.Language = http.Typed()["language"] == "en" ? "en" : "nl";
            await people.UpdateAsync(person);
            var came = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            await http.BeginSessionAsync(person, http.User.Through(), came.Properties?.IssuedUtc);
        }

        return Pages.Done("/me");
    }

    private static async Task<IResult> EndAsync(HttpContext http, Guid id, Sessions sessions)
    {
        var caller = http.Caller();
        await sessions.EndAsync(caller.Person, id, caller.Session);
        if (id == caller.Session)
        {
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Pages.Done("/sign-in");
        }

        Saying.Say(http, "access.session-ended");
        return Pages.Done("/me");
    }

    private static async Task<IResult> EndOthersAsync(HttpContext http, Sessions sessions)
    {
        var caller = http.Caller();
        await sessions.EndAsync(caller.Person, null, caller.Session);
        Saying.Say(http, "access.session-ended");
        return Pages.Done("/me");
    }
}
