using System.Text.RegularExpressions;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Tests.Access;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Talks;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Docs;

/// <summary>Somebody who tries every address.</summary>
/// <param name="Kind">What kind of person.</param>
/// <param name="Key">Under which name they sit at the tables; null for who has no place there.</param>
/// <param name="Sits">Whether they come in there.</param>
/// <param name="Enters">How they come in: gives their browser.</param>
internal sealed record Asker(string Kind, string? Key, bool Sits, Func<Task<Visitor>> Enters)
{
    private readonly Dictionary<string, (Guid? Own, Guid Anothers)> _own = [];

    /// <summary>Their browser.</summary>
    public Visitor Visitor { get; private set; } = null!;

    /// <summary>The proof that a form is ours.</summary>
    public string Proof { get; private set; } = "";

    /// <summary>Where every address that is not for them leads to; null for whoever reads that it is not there.</summary>
    public string? SentTo { get; init; }

    /// <summary>Whether this is one of those who find out what opens anything, of another's things and of the own.</summary>
    public bool Scouts => Key is "ans" or "kees" or "vera" or "cor" or "ingrid" or "fien" or "max";

    /// <summary>A table of a family that is not theirs, and a thing on it.</summary>
    public required CircleId AnothersTable { get; init; }

    public required Guid AnothersThing { get; init; }

    public async Task ComeInAsync()
    {
        Visitor?.Dispose();
        Visitor = await Enters();
        await Visitor.GetAsync("/words");
        Proof = Visitor.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!;
    }

    /// <summary>What is theirs alone at addresses outside the tables, and the same of another.</summary>
    public void Owns(string pattern, Guid? own, Guid anothers) => _own[pattern] = (own, anothers);

    public (Guid? Own, Guid Anothers)? OwnOf(string pattern) =>
        _own.Where(one => pattern.StartsWith(one.Key, StringComparison.Ordinal)).Select(one => ((Guid?, Guid)?)one.Value).FirstOrDefault();
}

/// <summary>One of each kind of person, come in.</summary>
internal static class Askers
{
    // Whose draft, key and session the others ask for.
    private const string Another = "hilde";
    private const string Draft = "/drafts/{id:guid}";
    private const string Key = "/me/keys/{id:guid}";
    private const string Session = "/me/sessions/{id:guid}";
    private const string Link = "/me/organisations/{id:guid}";

    public static async Task<IReadOnlyList<Asker>> ComeAsync(Gathering gathering)
    {
        var running = gathering.Running;
        using var esra = await running.AsAsync("esra");
        var table = CircleId.From(Guid.Parse(esra.Table.Split('/')[2]));
        await esra.GetAsync(esra.Table + "/list");
        var thing = Guid.Parse(esra.Page.QuerySelector("a[href*='/things/']")!.GetAttribute("href")!.Split('/', '#', '?')[4]);
        var screen = await ScreenAsync(gathering);
        await running.HireAsync("hulp-nieuw");
        Asker Of(string kind, string? key, bool sits, Func<Task<Visitor>>? enters = null, string? sentTo = null) =>
            new(kind, key, sits, enters ?? (() => InAsync(running, key!))) { SentTo = sentTo, AnothersTable = table, AnothersThing = thing };
        var open = $"/tables/{gathering.Open.Circle.Value}";
        List<Asker> askers =
        [
            Of("parent", "ans", true), Of("other parent", "ben", true), Of("ex-partner", "eva", true), Of("child of 9", "kees", true),
            Of("young person of 15", "jip", true), Of("network", "nel", true), Of("volunteer", "vic", true), Of("professional", "vera", true),
            Of("professional in a measure", "max", true), Of("professional on an authority", "otto", true), Of("professional who is given nothing", "nora", true),
            Of("stand-in", "sem", true),
            Of("face of the table", "fien", true), Of("colleague who looks along", "cor", true),
            Of("expert who is asked in the background", "ingrid", true),
            Of("professional through their organisation", "vera", true, () => ThroughAsync(gathering, "vera")),
            Of("screen on the table", null, true, () => AgainAsync(running, screen.Cookies), screen.Talk + "/at-table"),
            Of("child whose drawer is shut", null, true, () => ShutAsync(gathering), open + "/mine/shut"),
            Of("professional who stepped back", "bart", false), Of("authority is over", "olga", false), Of("who stopped", "stan", false),
            Of("stand-in whose last day is past", "sten", false), Of("stand-in who is proposed", "rik", false),
            Of("host of another table", "wendy", false), Of("representative", "rita", false), Of("one of a local team", "tess", false), Of("editor", "fleur", false), Of("signed in, without a table", "loes", false),
            Of("professional without a code yet", null, false, async () =>
            {
                var visitor = running.Stranger();
                await visitor.ComeAsync("hulp-nieuw");
                return visitor;
            }, "/me/codes/new"),
            Of("holder of a card", null, false, async () =>
            {
                var visitor = running.Stranger();
                await visitor.GetAsync("/welcome/" + gathering.Codes.Waits);
                return visitor;
            }, "/sign-in"),
            Of("not signed in", null, false, () => Task.FromResult(running.Stranger()), "/sign-in"),
        ];
        foreach (var key in askers.Select(asker => asker.Key).OfType<string>().Append(Another).Distinct())
        {
            var person = await running.PersonAsync(Gathering.NameOf(key));
            await running.Services.GetRequiredService<OrganisationKeys>().LinkAsync(new PersonId(person.Id), new KnownAs(gathering.Organisation.Address, key));
        }

        foreach (var asker in askers)
        {
            await asker.ComeInAsync();
        }

        await GiveOwnAsync(gathering, askers);
        return askers;
    }

    /// <summary>Throwing away, taking away and ending answer alike whatever the id is: of another, who tried nothing, all of it must still be there.</summary>
    public static async Task AnothersOwnIsStillThereAsync(Gathering gathering, Asker asker)
    {
        var (another, services, cancellation) = (gathering.IdOf(Another), gathering.Running.Services, TestContext.Current.CancellationToken);
        Guid Of(string pattern) => asker.OwnOf(pattern)!.Value.Anothers;
        Assert.NotNull(await services.GetRequiredService<Drafts>().FindAsync(another, new DraftId(Of(Draft)), cancellation));
        Assert.Contains(await services.GetRequiredService<Passkeys>().OfAsync(another, cancellation), key => key.Id == Of(Key));
        Assert.Contains(await services.GetRequiredService<Sessions>().OfAsync(another, cancellation), session => session.Id == Of(Session));
        Assert.Contains(await services.GetRequiredService<OrganisationKeys>().OfAsync(another, cancellation), link => link.Id == Of(Link));
    }

    private static async Task<Visitor> InAsync(Running running, string name)
    {
        var visitor = running.Stranger();
        await visitor.GetAsync("/demo");
        await visitor.PostAsync("/demo/" + Gathering.NameOf(name), [KeyValuePair.Create("proof", Everybody.Proof(visitor))]);
        return visitor;
    }

    private static async Task<Visitor> ThroughAsync(Gathering gathering, string name)
    {
        gathering.Organisation.Who = name;
        gathering.Organisation.Clock.SetUtcNow(gathering.Clock.Now);
        var visitor = gathering.Running.Stranger();
        await visitor.GetAsync("/sign-in/organisation/1");
        Assert.StartsWith("/tables", visitor.Path, StringComparison.Ordinal);
        return visitor;
    }

    private static Task<Visitor> AgainAsync(Running running, string cookies)
    {
        var visitor = running.Stranger();
        foreach (var cookie in cookies.Split("; "))
        {
            visitor.Cookies.SetCookies(running.Address, cookie);
        }

        return Task.FromResult(visitor);
    }

    // Henk begins a talk at the table: whoever sits at this screen afterwards is nobody in particular.
    private static async Task<(string Talk, string Cookies)> ScreenAsync(Gathering gathering)
    {
        using var henk = await InAsync(gathering.Running, "henk");
        await henk.GetAsync($"/tables/{gathering.Open.Circle.Value}");
        var talk = await henk.PlanAsync("Aan tafel.");
        await henk.BeginAsync(talk, "table", "ans");
        Assert.EndsWith("/at-table", henk.Path, StringComparison.Ordinal);
        return (talk, henk.Cookies.GetCookieHeader(gathering.Running.Address));
    }

    private static async Task<Visitor> ShutAsync(Gathering gathering)
    {
        var kees = await InAsync(gathering.Running, "kees");
        var mine = $"/tables/{gathering.Open.Circle.Value}/mine";
        await kees.GetAsync(mine);
        if (kees.Page.QuerySelector("form[data-shut]") is null)
        {
            await kees.GetAsync(mine + "/lock");
            foreach (var picture in new[] { "Home", "Pet", "Hug" })
            {
                await kees.PressAsync("form.child-form", picture);
            }

            await kees.PressAsync("form.child-form", "yes");
        }

        await kees.PressAsync("form[data-shut]");
        Assert.Equal(mine + "/shut", kees.Path);
        return kees;
    }

    // Each has a draft, a second browser, a key and an organisation.
    private static async Task GiveOwnAsync(Gathering gathering, List<Asker> askers)
    {
        var drafts = gathering.Running.Services.GetRequiredService<Drafts>();
        var keys = gathering.Running.Services.GetRequiredService<Passkeys>();
        var links = gathering.Running.Services.GetRequiredService<OrganisationKeys>();
        var owners = new Dictionary<string, Dictionary<string, Guid>>();
        async Task<Dictionary<string, Guid>> OfAsync(string name)
        {
            var person = new PersonId((await gathering.Running.PersonAsync(Gathering.NameOf(name))).Id);
            var draft = DraftId.New();
            var typed = new Dictionary<string, string[]>();
            typed["name"] = ["KANARIE"];
            await drafts.KeepAsync(person, draft, null, "/tables/new", typed);
            await keys.AddAsync(person, new UserPasskeyInfo(
                person.Value.ToByteArray(), [1, 2, 3], gathering.Clock.Now, 1, [], true, false, false, [], [])
            { Name = "telefoon" });
            using var other = await InAsync(gathering.Running, name);
            using var second = await InAsync(gathering.Running, name);
            await second.GetAsync("/me");
            var session = Regex.Match(second.Html, "/me/sessions/([0-9a-f-]{36})/end").Groups[1].Value;
            return new()
            {
                [Draft] = draft.Value,
                [Session] = Guid.Parse(session),
                [Key] = (await keys.OfAsync(person, CancellationToken.None))[0].Id,
                [Link] = Assert.Single(await links.OfAsync(person, CancellationToken.None)).Id,
            };
        }

        var anothers = await OfAsync(Another);
        foreach (var asker in askers)
        {
            var own = asker.Key is null ? null : owners.GetValueOrDefault(asker.Key) ?? (owners[asker.Key] = await OfAsync(asker.Key));
            foreach (var (pattern, id) in anothers)
            {
                asker.Owns(pattern, own?[pattern], id);
            }
        }
    }
}
