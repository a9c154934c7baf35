using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using QRCoder;

namespace Keukentafel.Web.Access;

/// <summary>An address that is reached by who must set up a code before anything else.</summary>
public sealed class WhileSettingUp;

/// <summary>One-time codes beside the password: set up, moved to another device, spare codes, taken away.</summary>
public static class CodePages
{
    /// <summary>Where a code is set up.</summary>
    public const string SetUp = "/me/codes/new";

    private const char Between = '|';

    // So long the page may lie open.
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    /// <summary>What the page to set up shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="First">Whether this must be done before anything else.</param>
    /// <param name="Name">The name the person comes in by.</param>
    /// <param name="Secret">The secret, in letters.</param>
    /// <param name="Sealed">The secret, as only we can read it back.</param>
    /// <param name="AsksPassword">Whether the password is asked.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record SetUpScreen(Frame Frame, bool First, string Name, string Secret, string Sealed, bool AsksPassword, Mend? Mend)
    {
        /// <summary>The secret in groups of four letters, for who types it.</summary>
        public string Written => string.Join(' ', Secret.Chunk(4).Select(group => new string(group)));

        /// <summary>What the app on the phone reads.</summary>
        public string Address =>
            $"otpauth://totp/Keukentafel:{Uri.EscapeDataString(Name)}?secret={Secret}&issuer=Keukentafel&algorithm=SHA1&digits=6&period=30";
    }

    /// <summary>What the page with spare codes shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Codes">The codes.</param>
    /// <param name="Next">Where one goes on to.</param>
    public sealed record SpareScreen(Frame Frame, IReadOnlyList<string> Codes, string Next);

    /// <summary>What a page shows that asks the password for one thing.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="How">What will happen.</param>
    /// <param name="Button">What the button says.</param>
    /// <param name="AsksPassword">Whether the password is asked.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record SureScreen(Frame Frame, string How, string Button, bool AsksPassword, Mend? Mend)
    {
        /// <summary>Where one goes back to.</summary>
        public string Back { get; init; } = KeyPages.Mine;

        /// <summary>What that is called.</summary>
        public string BackTo { get; init; } = Text.T("keys.heading");
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(SetUp, ShowAsync).WithMetadata(new WhileSettingUp());
        app.MapPost(SetUp, SetUpAsync).WithMetadata(new WhileSettingUp(), new KeptNowhere());
        app.MapGet("/me/codes/spare", (HttpContext http, Sure sure, OneTimeCodes codes, CancellationToken cancellation) =>
            AskAsync(http, sure, codes, false, null, cancellation));
        app.MapPost("/me/codes/spare", NewSpareAsync).WithMetadata(new KeptNowhere());
        app.MapGet("/me/codes/off", (HttpContext http, Sure sure, OneTimeCodes codes, CancellationToken cancellation) =>
            AskAsync(http, sure, codes, true, null, cancellation));
        app.MapPost("/me/codes/off", TakeAwayAsync).WithMetadata(new KeptNowhere());
    }

    /// <summary>A square to scan, as a path in a square of so many by so many.</summary>
    /// <param name="words">What it says.</param>
    public static (int Size, string Path) Square(string words)
    {
        using var code = QRCodeGenerator.GenerateQrCode(words, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var from = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return (code.ModuleMatrix.Count, path.ToString());
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Sure sure, OneTimeCodes codes, CancellationToken cancellation)
    {
        var person = await sure.PersonWithOwnWayAsync(http);
        var has = await codes.OfAsync(http.Caller().Person, cancellation);
        return http.User.IsSettingUp() && has is not null
            ? await ElsewhereAsync(http)
            : Page(http, person, OneTimeCodes.NewSecret(), has?.At, null);
    }

    private static IResult Page(HttpContext http, Person person, string secret, DateTimeOffset? instead, Rule? broken)
    {
        var kept = ProtectorOf(http).Protect($"{secret}{Between}{instead?.ToUnixTimeMilliseconds()}", Lasts);
        var page = SetUpCodesView.Create(new SetUpScreen(
            Frame.Of(http, Text.T("keys.set-up-heading")) with { Narrow = true }, http.User.IsSettingUp(), person.UserName!, secret, kept, Sure.Asks(http, person),
            KeyRules.Mend(broken)));
        return broken is null ? page : Pages.With(page, Pages.StatusOf(broken.Value));
    }

    private static async Task<IResult> SetUpAsync(HttpContext http, Sure sure, OneTimeCodes codes, Sessions sessions, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var person = await sure.PersonWithOwnWayAsync(http);
        var me = http.Caller();
        var first = http.User.IsSettingUp();
        if (SecretIn(http, typed["secret"]) is not var (secret, instead))
        {
            return Page(http, person, OneTimeCodes.NewSecret(), (await codes.OfAsync(me.Person, cancellation))?.At, KeyRules.PageIsFresh);
        }

        if (sure.Broken(http, person) is { } broken)
        {
            return Page(http, person, secret, instead, broken);
        }

        try
        {
            // Who has only a password yet never replaces a code that is there.
            var spare = await codes.SetUpAsync(me.Person, secret, typed["code"], first ? null : instead);
            if (first)
            {
                await http.BeginSessionAsync(person);
            }
            else if (instead is not null)
            {
                // Who lost a phone is out on it too.
                await sessions.EndAsync(me.Person, null, me.Session);
            }

            return Spare(http, spare, first ? "/tables" : KeyPages.Mine);
        }
        catch (CodeDoesNotFitException)
        {
            return Page(http, person, secret, instead, KeyRules.CodeFits);
        }
        catch (RuleBrokenException)
        {
            // Set up in another window, or this very form was sent twice.
            if (first)
            {
                return await ElsewhereAsync(http);
            }

            Saying.Say(http, "keys.already");
            return Pages.Done(KeyPages.Mine);
        }
    }

    private static async Task<IResult> AskAsync(HttpContext http, Sure sure, OneTimeCodes codes, bool off, Rule? broken, CancellationToken cancellation)
    {
        var person = await sure.PersonWithOwnWayAsync(http);
        if (await codes.OfAsync(http.Caller().Person, cancellation) is null || (off && person.IsProfessional))
        {
            return Pages.Done(KeyPages.Mine);
        }

        var (heading, how, button) = off
            ? ("keys.off-heading", "keys.off-how", "keys.off-button")
            : ("keys.spare-new-heading", "keys.spare-new-how", "keys.spare-new-button");
        var page = SureView.Create(new SureScreen(
            Frame.Of(http, Text.T(heading)) with { Narrow = true }, Text.T(how), Text.T(button), Sure.Asks(http, person), KeyRules.Mend(broken)));
        return broken is null ? page : Pages.With(page, Pages.StatusOf(broken.Value));
    }

    private static async Task<IResult> NewSpareAsync(HttpContext http, Sure sure, OneTimeCodes codes, CancellationToken cancellation)
    {
        if (sure.Broken(http, await sure.PersonWithOwnWayAsync(http)) is { } broken)
        {
            return await AskAsync(http, sure, codes, false, broken, cancellation);
        }

        return Spare(http, await codes.NewSpareAsync(http.Caller().Person), KeyPages.Mine);
    }

    private static async Task<IResult> TakeAwayAsync(HttpContext http, Sure sure, OneTimeCodes codes, CancellationToken cancellation)
    {
        var person = await sure.PersonWithOwnWayAsync(http);
        if (person.IsProfessional)
        {
            throw new RefusedException();
        }

        if (sure.Broken(http, person) is { } broken)
        {
            return await AskAsync(http, sure, codes, true, broken, cancellation);
        }

        await codes.TakeAwayAsync(http.Caller().Person);
        Saying.Say(http, "keys.off-done");
        return Pages.Done(KeyPages.Mine);
    }

    // Shown as the answer to the form, and nowhere else: they are not kept.
    private static IResult Spare(HttpContext http, IReadOnlyList<string> codes, string next) =>
        SpareCodesView.Create(new SpareScreen(Frame.Of(http, Text.T("keys.spare-heading")) with { Narrow = true }, codes, next));

    private static async Task<IResult> ElsewhereAsync(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        Saying.Say(http, "keys.elsewhere");
        return Pages.Done("/sign-in");
    }

    private static (string Secret, DateTimeOffset? Instead)? SecretIn(HttpContext http, string? kept)
    {
        if (kept is not { Length: > 0 and < 2000 })
        {
            return null;
        }

        try
        {
            var parts = ProtectorOf(http).Unprotect(kept).Split(Between);
            return (parts[0], long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector ProtectorOf(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>()
        .CreateProtector("codes", http.Caller().Person.Value.ToString()).ToTimeLimitedDataProtector();
}
