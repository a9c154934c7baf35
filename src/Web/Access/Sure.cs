using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Access;

/// <summary>What can be wrong where somebody changes how they come in.</summary>
public static class KeyRules
{
    /// <summary>The code fits.</summary>
    public static readonly Rule CodeFits = new("key.code-fits");

    /// <summary>The password is right.</summary>
    public static readonly Rule PasswordFits = new("key.password-fits");

    /// <summary>It was not tried too often.</summary>
    public static readonly Rule NotTooOften = new("key.not-too-often");

    /// <summary>The page was not open for too long.</summary>
    public static readonly Rule PageIsFresh = new("key.page-is-fresh");

    /// <summary>A device has a name, of at most 60 characters.</summary>
    public static readonly Rule DeviceHasName = new("key.device-has-name");

    /// <summary>The device answered as it should.</summary>
    public static readonly Rule DeviceAnswered = new("key.device-answered");

    /// <summary>There is room for one more device.</summary>
    public static readonly Rule NotTooMany = new("key.not-too-many-devices");

    /// <summary>What is to be mended in a form.</summary>
    /// <param name="broken">The rule; null for nothing.</param>
    public static Mend? Mend(Rule? broken) => broken is { } rule
        ? new Mend(rule, rule == CodeFits ? "code" : rule == PasswordFits ? "password" : rule == DeviceHasName ? "name" : null, Pages.Sentence(rule))
        : null;
}

/// <summary>
/// Who changes how they come in types the password again: whoever holds an open phone of somebody else cannot make a way in for themselves.
/// </summary>
/// <param name="people">The accounts.</param>
/// <param name="hasher">Looks at passwords.</param>
/// <param name="pace">Slows down guessing.</param>
public sealed class Sure(UserManager<Person> people, IPasswordHasher<Person> hasher, SignInPace pace)
{
    /// <summary>Who this is.</summary>
    /// <param name="http">The request.</param>
    public async Task<Person> PersonAsync(HttpContext http) =>
        await people.FindByIdAsync(http.Caller().Person.Value.ToString()) ?? throw new Data.Circles.RefusedException();

    /// <summary>
    /// Who this is, for who adds a way in of their own. Whoever has none but their organisation adds none: an open computer at work would be enough to come in for
    /// good, also after they left there.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <exception cref="Data.Circles.RefusedException">They come in through their organisation alone.</exception>
    public async Task<Person> PersonWithOwnWayAsync(HttpContext http) =>
        await PersonAsync(http) is { } person && (person.PasswordHash is not null || person.IsFictional) ? person : throw new Data.Circles.RefusedException();

    /// <summary>Whether the password is asked: the invented people have none.</summary>
    /// <param name="http">The request.</param>
    /// <param name="person">Who.</param>
    public static bool Asks(HttpContext http, Person person) => person.PasswordHash is not null && !http.User.IsSettingUp();

    /// <summary>By what guessing at the own password is counted, on whichever page: whoever holds an open phone has one budget. No name begins with a space.</summary>
    /// <param name="person">Whose password.</param>
    internal static string KeyOf(Person person) => " own " + person.Id;

    /// <summary>The rule that the typed password breaks; null when it is right.</summary>
    /// <param name="http">The request.</param>
    /// <param name="person">Who.</param>
    public Rule? Broken(HttpContext http, Person person)
    {
        if (!Asks(http, person))
        {
            return null;
        }

        var password = http.Typed()["password"] ?? "";
        var from = http.Connection.RemoteIpAddress;
        if (!pace.May(from, KeyOf(person)))
        {
            return KeyRules.NotTooOften;
        }

        if (password.Length > 200 || hasher.VerifyHashedPassword(person, person.PasswordHash!, password) == PasswordVerificationResult.Failed)
        {
            return KeyRules.PasswordFits;
        }

        pace.CameIn(from, KeyOf(person));
        return null;
    }
}
