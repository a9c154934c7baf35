using System.Globalization;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Access;

/// <summary>How somebody comes in: passkeys, and one-time codes beside the password.</summary>
public static class KeyPages
{
    /// <summary>The page with all of it.</summary>
    public const string Mine = "/me/keys";

    private const int LongestName = 60;

    private const int LongestAnswer = 20_000;

    private const string Adding = "add";

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Person">Whose page it is.</param>
    /// <param name="Passkeys">The passkeys.</param>
    /// <param name="Codes">The codes; null for none.</param>
    /// <param name="Organisations">How it stands with coming in through an organisation; null where there is nothing of it.</param>
    public sealed record Screen(Frame Frame, Person Person, IReadOnlyList<Passkey> Passkeys, HasCodes? Codes, OrganisationPages.Mine? Organisations);

    /// <summary>What the page for a new passkey shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Name">What was typed as a name.</param>
    /// <param name="AsksPassword">Whether the password is asked.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record NewScreen(Frame Frame, string? Name, bool AsksPassword, Mend? Mend);

    /// <summary>What the page shows on which the device is asked.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Question">The key of the question.</param>
    /// <param name="Options">The question, for the browser.</param>
    public sealed record TouchScreen(Frame Frame, string Name, string Question, string Options);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Mine, ShowAsync).WithMetadata(new AtWork());
        app.MapGet("/me/keys/new", async (HttpContext http, Sure sure) => NewPage(http, await sure.PersonWithOwnWayAsync(http), null, null));
        app.MapPost("/me/keys/new", AskAsync).WithMetadata(new KeptNowhere());
        app.MapPost(Mine, AddAsync).WithMetadata(new KeptNowhere());
        app.MapPost("/me/keys/{id:guid}/take-away", TakeAwayAsync).WithMetadata(new KeptNowhere());
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Sure sure, Passkeys passkeys, OneTimeCodes codes, CancellationToken cancellation)
    {
        var me = http.Caller().Person;
        var person = await sure.PersonAsync(http);
        var frame = Frame.Of(http, Text.T("keys.heading"), here: "me") with { Narrow = true };
        return KeysView.Create(new Screen(
            frame, person, await passkeys.OfAsync(me, cancellation), await codes.OfAsync(me, cancellation),
            await OrganisationPages.MineOfAsync(http, frame, person, cancellation)));
    }

    private static IResult NewPage(HttpContext http, Person person, string? name, Rule? broken)
    {
        var page = NewKeyView.Create(new NewScreen(
            Frame.Of(http, Text.T("keys.new-heading")) with { Narrow = true }, name, Sure.Asks(http, person), KeyRules.Mend(broken)));
        return broken is null ? page : Pages.With(page, Pages.StatusOf(broken.Value));
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Sure sure, Passkeys passkeys, IPasskeyHandler<Person> handler, CancellationToken cancellation)
    {
        var person = await sure.PersonWithOwnWayAsync(http);
        var typed = http.Typed()["name"];
        if (Words.Tidy(typed) is not { Length: > 0 and <= LongestName } name)
        {
            return NewPage(http, person, typed, KeyRules.DeviceHasName);
        }

        if (sure.Broken(http, person) is { } broken)
        {
            return NewPage(http, person, name, broken);
        }

        if ((await passkeys.OfAsync(http.Caller().Person, cancellation)).Count >= Passkeys.Most)
        {
            return NewPage(http, person, name, KeyRules.NotTooMany);
        }

        var asked = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.UserName!, DisplayName = person.Called.Length > 0 ? person.Called : person.UserName! }, http);
        var question = await passkeys.AskAsync(PasskeyQuestions.Write(Adding + person.Id.ToString("N", CultureInfo.InvariantCulture), asked.AttestationState));
        return TouchKeyView.Create(new TouchScreen(
            Frame.Of(http, Text.T("keys.touch-heading")) with { Narrow = true }, name, question, asked.CreationOptionsJson));
    }

    private static async Task<IResult> AddAsync(HttpContext http, Sure sure, Passkeys passkeys, IPasskeyHandler<Person> handler)
    {
        var typed = http.Typed();
        var person = await sure.PersonWithOwnWayAsync(http);
        var name = Words.Tidy(typed["name"]) is { Length: > 0 and <= LongestName } given ? given : Text.T("keys.nameless");
        var question = PasskeyQuestions.Read(
            Adding + person.Id.ToString("N", CultureInfo.InvariantCulture), await passkeys.TakeQuestionAsync(typed["question"]));
        if (question is null || typed["credential"] is not { Length: > 0 and <= LongestAnswer } answer)
        {
            return NewPage(http, person, name, KeyRules.DeviceAnswered);
        }

        var made = await PasskeyQuestions.TryAsync(() => handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = http, CredentialJson = answer, AttestationState = question }));
        if (made is not { Succeeded: true } || made.UserEntity.Id != person.Id.ToString())
        {
            return NewPage(http, person, name, KeyRules.DeviceAnswered);
        }

        made.Passkey.Name = name;
        try
        {
            await passkeys.AddAsync(http.Caller().Person, made.Passkey);
        }
        catch (RuleBrokenException)
        {
            return NewPage(http, person, name, KeyRules.DeviceAnswered);
        }

        Saying.Say(http, "keys.added");
        return Pages.Done(Mine);
    }

    // Asked first, and then with the password: whoever holds an open phone takes no way in away (decision 46).
    private static async Task<IResult> TakeAwayAsync(
        HttpContext http, Guid id, Sure sure, Passkeys passkeys, SecondStep second, Sessions sessions, CancellationToken cancellation)
    {
        var caller = http.Caller();
        var me = caller.Person;
        var person = await sure.PersonAsync(http);
        if (Sure.Asks(http, person) && http.Typed()["password"] is null)
        {
            return TakeAwayPage(http, null);
        }

        if (sure.Broken(http, person) is { } broken)
        {
            return Pages.With(TakeAwayPage(http, broken), Pages.StatusOf(broken));
        }

        var gone = await passkeys.TakeAwayAsync(me, id, await second.HasOtherWayAsync(person, cancellation));
        if (gone)
        {
            // Whoever came in with it is out too.
            await sessions.EndAsync(me, null, caller.Session);
        }

        Saying.Say(http, gone || !(await passkeys.OfAsync(me, cancellation)).Any(one => one.Id == id) ? "keys.gone" : "keys.last");
        return Pages.Done(Mine);
    }

    private static IResult TakeAwayPage(HttpContext http, Rule? broken) => SureView.Create(new CodePages.SureScreen(
        Frame.Of(http, Text.T("keys.take-away-heading")) with { Narrow = true }, Text.T("keys.take-away-how"), Text.T("keys.take-away"), true, KeyRules.Mend(broken)));
}
