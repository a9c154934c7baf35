using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Invitations;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Invitations;

/// <summary>
/// Who was invited says yes: with the account they have, or with a name and a password of their own. The name gets three digits, so that nobody
/// learns by choosing one whether somebody is known here.
/// </summary>
public static class ComeIn
{
    private const int LongestWish = 20;

    /// <summary>A password has at least ten characters, at least four different ones, and the name is not in it.</summary>
    public static readonly Rule LongEnough = new("invitation.password-long-enough");

    /// <summary>What somebody comes for who goes to their organisation to make an account.</summary>
    internal const string NewHere = "new";

    /// <summary>What both pages show.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Name">The name that was typed, or made.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, string? Name, Rule? Broken)
    {
        /// <summary>The organisations through which one can come in instead of with a password: for a professional.</summary>
        public IReadOnlyList<Organisation> Organisations { get; init; } = [];

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, rule == LongEnough ? "password" : "name", Pages.Sentence(rule)) : null;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/welcome/yes", JoinAsMyselfAsync).AllowAnonymous();
        app.MapGet("/welcome/name", (HttpContext http, Door door, CancellationToken cancellation) =>
            WithCodeAsync(http, door, (held, _) => NamePage(http, held.Name, null), cancellation)).AllowAnonymous();
        app.MapPost("/welcome/name", MakeNameAsync).AllowAnonymous();
        app.MapGet("/welcome/password", (HttpContext http, Door door, CancellationToken cancellation) =>
            WithCodeAsync(
                http, door, (held, invited) => held.Name is null ? Pages.Done("/welcome/name") : PasswordPage(http, held.Name, null, invited.IsForWork),
                cancellation)).AllowAnonymous();
        app.MapPost("/welcome/password", JoinAsync).AllowAnonymous();
    }

    private static IResult NamePage(HttpContext http, string? name, Rule? broken) =>
        ComeInNameView.Create(new Screen(Frame.Of(http, Text.T("invitations.your-name")) with { Narrow = true }, name, broken));

    private static IResult PasswordPage(HttpContext http, string name, Rule? broken, bool forWork = false) =>
        ComeInPasswordView.Create(new Screen(Frame.Of(http, Text.T("invitations.your-password")) with { Narrow = true }, name, broken)
        {
            Organisations = forWork ? http.RequestServices.GetRequiredService<Organisations>().All : [],
        });

    /// <summary>A page for who still holds a code that leads somewhere.</summary>
    private static async Task<IResult> WithCodeAsync(HttpContext http, Door door, Func<Held, Invited, IResult> page, CancellationToken cancellation)
    {
        try
        {
            if (Held.By(http) is { } held)
            {
                return page(held, await door.InvitedAsync(held.Code, Held.PersonOf(http), cancellation));
            }
        }
        catch (RefusedException)
        {
            // Used, or taken back, meanwhile.
        }

        return Welcome.Nowhere(http);
    }

    private static Task<IResult> JoinAsMyselfAsync(HttpContext http, Door door, CancellationToken cancellation) => Held.PersonOf(http) is { } me
        ? SitDownAsync(http, held => LandingAsync(http, door, held, () => door.JoinAsync(held.Code, me, null, cancellation, http.Caller().OnlyAtWork)))
        : Task.FromResult(Pages.Done("/welcome/you"));

    private static async Task<IResult> MakeNameAsync(HttpContext http, UserManager<Person> people)
    {
        if (Held.By(http) is not { } held)
        {
            return Welcome.Nowhere(http);
        }

        if (await NameOfAsync(http.Typed()["name"], people) is not { } name)
        {
            return Pages.With(NamePage(http, http.Typed()["name"], CircleRules.PersonHasName), StatusCodes.Status422UnprocessableEntity);
        }

        (held with { Name = name }).Keep(http);
        return Pages.Done("/welcome/password");
    }

    private static async Task<IResult> JoinAsync(
        HttpContext http, Door door, UserManager<Person> people, IPasswordHasher<Person> hasher, House house, CancellationToken cancellation)
    {
        if (Held.By(http) is not { Name: { } name } held)
        {
            return Welcome.Nowhere(http);
        }

        var password = http.Typed()["password"] ?? "";
        var person = NewPerson(name, people, house);
        if (!await FitsAsync(people, person, password))
        {
            return Pages.With(PasswordPage(http, name, LongEnough), StatusCodes.Status422UnprocessableEntity);
        }

        person.PasswordHash = hasher.HashPassword(person, password);
        try
        {
            return await SitDownAsync(http, async _ =>
            {
                var circle = default(CircleId);
                var landing = await LandingAsync(http, door, held, async () => circle = await door.JoinAsync(held.Code, new PersonId(person.Id), person, cancellation));
                if (person is { IsProfessional: true, IsFictional: false })
                {
                    // Who works with families never comes in with a password alone (R2).
                    await http.BeginSettingUpAsync(person);
                    return CodePages.SetUp;
                }

                await http.BeginSessionAsync(person);
                return person.Age == (int)AgeGroup.Child ? Children.ChildrenArea.AddressOf(circle.Value) : landing;
            });
        }
        catch (RuleBrokenException broken) when (broken.Rule == InvitationRules.NameIsFree)
        {
            // Somebody got the very same name in the same moments: another one is made.
            var other = await OtherAsync(name, people);
            (held with { Name = other }).Keep(http);
            return Pages.With(PasswordPage(http, other, broken.Rule), StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>
    /// Who holds the card of a professional's place, and was never here, sits down with an account that is their organisation's: without a password.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="known">Who they are there.</param>
    /// <returns>The answer; null for who holds no card.</returns>
    internal static async Task<IResult?> JoinThroughAsync(HttpContext http, KnownAs known)
    {
        if (Held.By(http) is not { Name: { } name } held)
        {
            return null;
        }

        var services = http.RequestServices;
        var people = services.GetRequiredService<UserManager<Person>>();
        try
        {
            return await SitDownAsync(http, async _ =>
            {
                var person = NewPerson(name, people, services.GetRequiredService<House>());
                var door = services.GetRequiredService<Door>();
                var landing = await LandingAsync(
                    http, door, held, () => door.JoinAsync(held.Code, new PersonId(person.Id), person, http.RequestAborted, through: known));
                if (await services.GetRequiredService<OrganisationKeys>().ComeAsync(known) is var (_, link))
                {
                    await http.BeginSessionAsync(person, link);
                }

                return landing;
            });
        }
        catch (RuleBrokenException broken) when (broken.Rule == InvitationRules.NameIsFree)
        {
            (held with { Name = await OtherAsync(name, people) }).Keep(http);
            return Pages.Done("/welcome/password");
        }
    }

    /// <summary>Somebody who comes in here for the first time, by a name that was made for them.</summary>
    internal static Person NewPerson(string name, UserManager<Person> people, House house) => new()
    {
        Id = PersonId.New().Value,
        UserName = name,
        NormalizedUserName = people.NormalizeName(name),
        Language = Text.Language,
        IsFictional = house.Demo,
        SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
    };

    private static async Task<IResult> SitDownAsync(HttpContext http, Func<Held, Task<string>> join)
    {
        if (Held.By(http) is not { } held)
        {
            return Welcome.Nowhere(http);
        }

        try
        {
            var landing = await join(held);
            Held.Forget(http);
            Saying.Say(http, landing.EndsWith("/advise", StringComparison.Ordinal) ? "consults.you-are-in" : "invitations.you-sit");

            // Who is in has the own language, not that of the address.
            return Results.Redirect(landing);
        }
        catch (RefusedException)
        {
            return Welcome.Nowhere(http);
        }
    }

    // Who is asked something in the background comes to that question, and sees no table.
    private static async Task<string> LandingAsync(HttpContext http, Door door, Held held, Func<Task<CircleId>> join)
    {
        var isAsked = (await door.InvitedAsync(held.Code, Held.PersonOf(http), http.RequestAborted)).Asker is not null;
        var circle = await join();
        return isAsked ? $"{TableOf(circle)}/advise" : TableOf(circle);
    }

    private static string TableOf(CircleId circle) => $"/tables/{circle.Value}";

    /// <summary>Whether a password is hard enough to guess for this person (<see cref="LongEnough"/>).</summary>
    /// <param name="people">The accounts, with their rules.</param>
    /// <param name="person">Whose.</param>
    /// <param name="password">The password.</param>
    public static async Task<bool> FitsAsync(UserManager<Person> people, Person person, string password)
    {
        if (password.Length > 200 || password.Distinct().Count() < 4 || password.Contains(person.UserName!, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var validator in people.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(people, person, password)).Succeeded)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A name to come in by, made of what somebody typed; null when nothing of it is left.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="people">The accounts.</param>
    internal static async Task<string?> NameOfAsync(string? typed, UserManager<Person> people) =>
        Plain(typed) is { Length: > 0 } wish ? await FreeAsync(wish, people) : null;

    /// <summary>Another one than the name that somebody else got in the same moments.</summary>
    /// <param name="name">That name.</param>
    /// <param name="people">The accounts.</param>
    internal static Task<string> OtherAsync(string name, UserManager<Person> people) => FreeAsync(name[..name.LastIndexOf('-')], people);

    // "Şükrü Öz" becomes "sukru-oz": what can be typed everywhere.
    private static string Plain(string? typed)
    {
        var plain = new StringBuilder();
        foreach (var letter in (Words.Tidy(typed) ?? "").Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                plain.Append(letter);
            }
            else if (plain.Length > 0 && plain[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append('-');
            }
        }

        return plain.ToString()[..Math.Min(plain.Length, LongestWish)].Trim('-');
    }

    private static async Task<string> FreeAsync(string wish, UserManager<Person> people)
    {
        string name;
        do
        {
            name = $"{wish}-{RandomNumberGenerator.GetInt32(100, 1000)}";
        }
        while (await people.FindByNameAsync(name) is not null);
        return name;
    }
}
