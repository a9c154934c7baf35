using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Keukentafel.Web.Shell;

/// <summary>What every page has around it.</summary>
public sealed record Frame
{
    private Frame(HttpContext http, string heading)
    {
        Http = http;
        Heading = heading;
    }

    /// <summary>The heading of the page. The title of the window stays neutral (R128).</summary>
    public string Heading { get; init; }

    /// <summary>The table one is at; null elsewhere.</summary>
    public CircleId? Circle { get; init; }

    /// <summary>Which entry of the navigation this is.</summary>
    public string? Here { get; init; }

    /// <summary>Whether the page is one narrow column: a talk, a text.</summary>
    public bool Narrow { get; init; }

    /// <summary>Whether somebody is signed in.</summary>
    public bool SignedIn => (Http.User.Identity?.IsAuthenticated ?? false) && Http.User.AtTheTable() is null && !Http.User.IsSettingUp();

    /// <summary>Whether somebody came in through their organisation, and is here for their work alone.</summary>
    public bool OnlyAtWork => Http.User.Through() is not null;

    /// <summary>A sentence to say after something was done ("Bewaard. …"); null for none.</summary>
    public Told? Told { get; init; }

    /// <summary>Whether the database holds invented people.</summary>
    public bool IsDemo => Http.RequestServices.GetRequiredService<House>().Demo;

    /// <summary>Where one calls in danger.</summary>
    public HelpLine Help => Http.RequestServices.GetRequiredService<House>().Help;

    /// <summary>Where "Snel weg" goes.</summary>
    public string LeaveTo => Http.RequestServices.GetRequiredService<House>().LeaveTo;

    /// <summary>The moment of this page, UTC.</summary>
    public DateTimeOffset Now => Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>The start of addresses outside a table: with the language for those who are not signed in.</summary>
    public string Base => Http.Request.PathBase.Value ?? "";

    /// <summary>The address of this page in the other language.</summary>
    public string OtherLanguage =>
        (Text.IsEnglish ? "/nl" : "/en") + Http.Request.Path.Value;

    /// <summary>The address of this page.</summary>
    public string Path => Http.Request.Path.Value ?? "/";

    /// <summary>Where one says that a word is hard or not right; of this page goes along only its kind.</summary>
    public string AboutWords => Base + "/words" + Wordings.PageKinds.Query(Wordings.PageKinds.Of(Http));

    /// <summary>The proof that a form came from our own page; one a page (trap 11).</summary>
    public string Proof => _proof ??= Http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(Http).RequestToken!;

    private HttpContext Http { get; }

    private string? _proof;

    /// <summary>Makes the frame of a page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="circle">The table one is at.</param>
    /// <param name="here">Which entry of the navigation this is.</param>
    public static Frame Of(HttpContext http, string heading, CircleId? circle = null, string? here = null) =>
        new(http, heading) { Circle = circle, Here = here, Told = Saying.Take(http) };

    /// <summary>Makes the frame of a page at a table.</summary>
    /// <param name="http">The request.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="sight">What was opened.</param>
    /// <param name="here">Which entry of the navigation this is.</param>
    public static Frame Of(HttpContext http, string heading, Sight sight, string? here = null) =>
        new(http, heading) { Circle = sight.Circle.Id, Here = here, Told = Saying.Take(http, sight.Circle) };
}

/// <summary>The numbers one calls on every page, out of the dated file of the rights.</summary>
/// <param name="Danger">In danger now.</param>
/// <param name="VeiligThuis">Veilig Thuis.</param>
/// <param name="Kindertelefoon">Where a child talks with somebody.</param>
public sealed record HelpLine(string Danger, string VeiligThuis, string Kindertelefoon);

/// <summary>How this house is run.</summary>
/// <param name="Demo">Whether it holds invented people.</param>
/// <param name="Help">The numbers one calls.</param>
/// <param name="LeaveTo">Where "Snel weg" goes when there is no JavaScript: a neutral address.</param>
public sealed record House(bool Demo, HelpLine Help, string LeaveTo);
