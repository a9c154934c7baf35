using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Invitations;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Access;

/// <summary>
/// Somebody cannot come in any more. Whatever name is typed, the same is done and the same is said. Two whom they chose before say that it is really them;
/// two days later the new password counts that was chosen when it was asked. It is used where everybody comes in, on whatever device: whoever holds the
/// one that asked gains nothing by it.
/// </summary>
public static class LostPasswordPages
{
    /// <summary>
    /// How often it may be asked from one address in ten minutes, whatever the names: enough for everybody behind the one address of a home or a
    /// group, and few enough that flooding is slowed down.
    /// </summary>
    public const int MostAsked = 60;

    // No name to sign in with begins with a space.
    private const string Asking = " back";

    private static readonly Rule NameNeeded = new("way-back.name-needed");

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Name">What was typed as a name.</param>
    /// <param name="Asked">What this browser asked; null for nothing.</param>
    /// <param name="Stands">How it stands with that; null when it is over.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, string? Name, AskedHere? Asked, AskedBack? Stands, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule
            ? new Mend(rule, rule == ComeIn.LongEnough ? "password" : rule == NameNeeded ? "name" : null, Pages.Sentence(rule))
            : null;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/lost-password", ShowAsync).AllowAnonymous();
        app.MapPost("/lost-password", AskAsync).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost("/lost-password/forget", Forget).AllowAnonymous();
    }

    private static IResult Page(HttpContext http, string? name, AskedHere? asked, AskedBack? stands, Rule? broken) => LostPasswordView.Create(new Screen(
        Frame.Of(http, Text.T("access.lost")) with { Narrow = true }, name, asked, stands, broken));

    private static async Task<IResult> ShowAsync(HttpContext http, WaysBack ways, CancellationToken cancellation)
    {
        if (AskedHere.By(http) is not { } asked)
        {
            return Page(http, null, null, null, null);
        }

        var stands = await ways.AskedAsync(asked.Key, cancellation);
        if (stands is null)
        {
            AskedHere.Forget(http);
        }

        return Page(http, null, asked, stands, null);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, WaysBack ways, UserManager<Person> people, IPasswordHasher<Person> hasher, SignInPace pace)
    {
        var name = Words.Tidy(http.Typed()["name"]) ?? "";
        if (name.Length == 0)
        {
            return Pages.With(Page(http, null, null, null, NameNeeded), StatusCodes.Status422UnprocessableEntity);
        }

        // By name first, as when signing in: what one person of a house types too often keeps nobody else of that house out, nor is it counted for them.
        var from = http.Connection.RemoteIpAddress;
        if (!pace.May(from, $"{Asking} {name}") || !pace.May(from, Asking, MostAsked))
        {
            return Pages.With(Page(http, name, null, null, ChangePassword.NotTooOften), StatusCodes.Status429TooManyRequests);
        }

        // Looked at for the name as it was typed, and hashed for whoever has it: a name that nobody has gets the same answer, and as late.
        var password = http.Typed()["password"] ?? "";
        var typed = new Person { UserName = name };
        if (!await ComeIn.FitsAsync(people, typed, password))
        {
            return Pages.With(Page(http, name, null, null, ComeIn.LongEnough), StatusCodes.Status422UnprocessableEntity);
        }

        var person = await people.FindByNameAsync(name.Length > SignInPages.LongestName ? " " : name);
        var (code, key) = await ways.AskAsync(person is null ? null : new PersonId(person.Id), hasher.HashPassword(typed, password));
        new AskedHere(code, key).Keep(http);
        return Pages.Done("/lost-password");
    }

    private static IResult Forget(HttpContext http)
    {
        AskedHere.Forget(http);
        return Pages.Done("/sign-in");
    }
}
