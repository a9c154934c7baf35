using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Access;

/// <summary>What came of a name, a password and perhaps a code.</summary>
public enum CameIn
{
    /// <summary>They do not fit; nobody learns which of them.</summary>
    No = 0,

    /// <summary>This person is in.</summary>
    Yes = 1,

    /// <summary>Somebody who works with families and has no code yet: sets it up before anything else.</summary>
    SetsUpFirst = 2,
}

/// <summary>
/// The code beside a password: must be there for who works with families, may be there for everybody. Looked at in the same way for who is not
/// known, and whether the password fits or not, so that neither the words nor the time tell anything.
/// </summary>
/// <param name="codes">The codes.</param>
/// <param name="passkeys">The passkeys.</param>
public sealed class SecondStep(OneTimeCodes codes, Passkeys passkeys)
{
    // Fewer are somebody's own slips.
    private const int WorthTelling = 3;

    /// <summary>Whether somebody comes in.</summary>
    /// <param name="http">The request.</param>
    /// <param name="person">Who; null for somebody who is not known.</param>
    /// <param name="fits">Whether the password fits.</param>
    /// <param name="typed">What was typed as a code.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CameIn> ComeAsync(HttpContext http, Person? person, bool fits, string? typed, CancellationToken cancellation)
    {
        var me = new PersonId(person?.Id ?? Guid.Empty);
        var code = await codes.LookAsync(me, typed, cancellation);
        if (person is null || !fits)
        {
            return CameIn.No;
        }

        if (!code.IsAsked)
        {
            // Who is invented has nothing to set up. Who comes in with a passkey has had their second step, and a password alone makes no new one.
            return !person.IsProfessional || person.IsFictional ? CameIn.Yes
                : (await passkeys.OfAsync(me, cancellation)).Count > 0 ? CameIn.No
                : CameIn.SetsUpFirst;
        }

        var used = code.Fits ? await codes.UseAsync(me, code) : null;
        if (used is not { In: true })
        {
            // Not waited for: the time it takes would tell that the password is right.
            _ = codes.CountWrongAsync(me);
            return CameIn.No;
        }

        if (used.Wrong >= WorthTelling)
        {
            Saying.Say(http, "keys.somebody-tried");
        }
        else if (used.SpareLeft is { } left)
        {
            Saying.Say(http, left > 3 ? "keys.spare-used" : "keys.spare-few");
        }

        return CameIn.Yes;
    }

    /// <summary>Whether somebody comes in without any passkey too.</summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> HasOtherWayAsync(Person person, CancellationToken cancellation) =>
        person.IsFictional || (person.PasswordHash is not null
            && (!person.IsProfessional || await codes.OfAsync(new PersonId(person.Id), cancellation) is not null));
}
