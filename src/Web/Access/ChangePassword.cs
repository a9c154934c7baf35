using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Invitations;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Access;

/// <summary>Somebody changes the own password: the old one is asked, and every other session ends.</summary>
public static class ChangePassword
{
    /// <summary>The old password fits.</summary>
    public static readonly Rule OldFits = new("password.old-fits");

    /// <summary>It was not tried too often in a short while.</summary>
    public static readonly Rule NotTooOften = new("password.not-too-often");

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Name">The name to come in by, for what keeps passwords.</param>
    /// <param name="HasPassword">Whether there is an old one; out of the demo there is none.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, string? Name, bool HasPassword, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, rule == OldFits ? "old" : rule == ComeIn.LongEnough ? "password" : null, Pages.Sentence(rule)) : null;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/me/password", AskAsync);
        app.MapPost("/me/password", ChangeAsync).WithMetadata(new KeptNowhere());
    }

    /// <summary>
    /// Whether who sits here knows the own password: asked for what somebody who picked up an unlocked phone must not do. Guessing is slowed down.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="person">Whose.</param>
    /// <param name="password">What was typed.</param>
    /// <exception cref="RuleBrokenException"><see cref="OldFits"/>, or <see cref="NotTooOften"/>.</exception>
    public static void Check(HttpContext http, Person person, string? password)
    {
        var guessing = Sure.KeyOf(person);
        var pace = http.RequestServices.GetRequiredService<SignInPace>();
        if (!pace.May(http.Connection.RemoteIpAddress, guessing))
        {
            throw new RuleBrokenException(NotTooOften);
        }

        var hasher = http.RequestServices.GetRequiredService<IPasswordHasher<Person>>();
        if (password is not { Length: > 0 and <= 200 } || person.PasswordHash is null
            || hasher.VerifyHashedPassword(person, person.PasswordHash, password) == PasswordVerificationResult.Failed)
        {
            throw new RuleBrokenException(OldFits);
        }

        pace.CameIn(http.Connection.RemoteIpAddress, guessing);
    }

    private static async Task<Person> MeAsync(HttpContext http, UserManager<Person> people) =>
        await people.FindByIdAsync(http.Caller().Person.Value.ToString()) ?? throw new Data.Circles.RefusedException();

    private static async Task<IResult> AskAsync(HttpContext http, UserManager<Person> people) => Page(http, await MeAsync(http, people), null);

    private static IResult Page(HttpContext http, Person me, Rule? broken) => ChangePasswordView.Create(new Screen(
        Frame.Of(http, Text.T("access.new-password"), here: "me") with { Narrow = true }, me.UserName, me.PasswordHash is not null, broken));

    private static async Task<IResult> ChangeAsync(HttpContext http, UserManager<Person> people, IPasswordHasher<Person> hasher, Passwords passwords)
    {
        var me = await MeAsync(http, people);
        try
        {
            var typed = http.Typed();
            Check(http, me, typed["old"]);
            if (!await ComeIn.FitsAsync(people, me, typed["password"] ?? ""))
            {
                throw new RuleBrokenException(ComeIn.LongEnough);
            }

            await passwords.ChangeAsync(http.Caller().Person, me.PasswordHash!, hasher.HashPassword(me, typed["password"]!), http.Caller().Session);
            Saying.Say(http, "access.password-changed");
            return Pages.Done("/me");
        }
        catch (RuleBrokenException broken)
        {
            return Pages.With(
                Page(http, me, broken.Rule), Pages.StatusOf(broken.Rule));
        }
    }
}
