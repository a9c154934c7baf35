using Keukentafel.Domain.Access;

namespace Keukentafel.Web.Access;

/// <summary>
/// Where one professional names another by the name they come in with. Nobody of a family is named so: trying names would tell who comes in here.
/// </summary>
public static class SignInNames
{
    /// <summary>Nobody signs in with this name.</summary>
    public static readonly Rule Known = new("circle.known-name");

    /// <summary>Names are tried slowly: trying them tells who comes in here.</summary>
    public static readonly Rule Slowly = new("circle.names-slowly");

    private const int InTenMinutes = 20;

    /// <summary>Whether somebody may try one more name to sign in with; always when none was typed.</summary>
    /// <param name="http">The request.</param>
    /// <param name="typed">What was typed.</param>
    public static bool MayTry(HttpContext http, Typed typed) =>
        Words.Tidy(typed["sign-in"]) is null
        || http.RequestServices.GetRequiredService<SignInPace>().May(null, $"names {http.Caller().Person.Value}", InTenMinutes);
}
