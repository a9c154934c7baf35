using System.Globalization;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Access;

/// <summary>The ways to organisations, as links on a page.</summary>
/// <param name="All">The organisations.</param>
/// <param name="Card">What goes along for who holds a card; null for nothing.</param>
public sealed record OrganisationLinks(IReadOnlyList<Organisation> All, string? Card)
{
    /// <summary>Where one begins to come in.</summary>
    /// <param name="organisation">Through which.</param>
    public string AddressOf(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return organisation.Begin + (Card is null ? "" : $"?{SignInPages.WithCard}={Card}");
    }
}

/// <summary>
/// A professional lets themselves come in through their organisation, and ends that. It is for who works with families alone: no family's way in depends on an
/// organisation.
/// </summary>
public static class OrganisationPages
{
    /// <summary>How it stands, on the page with all ways in.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Links">Through which organisations somebody comes in, and what each is called.</param>
    /// <param name="More">Through which others they could.</param>
    /// <param name="IsThrough">Whether this very session came so: then no way in of one's own is added or taken away.</param>
    public sealed record Mine(Frame Frame, IReadOnlyList<(OrganisationKey Key, string Name)> Links, IReadOnlyList<Organisation> More, bool IsThrough);

    /// <summary>What the page shows from which one goes on to an organisation.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Address">Where it goes on.</param>
    public sealed record GoScreen(Frame Frame, string Name, string Address);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/me/organisation/{number}", AskAsync);
        app.MapPost("/me/organisation/{number}", GoOnAsync).WithMetadata(new KeptNowhere());
        app.MapPost("/me/organisations/{id:guid}/take-away", TakeAwayAsync).WithMetadata(new KeptNowhere(), new AtWork());
    }

    /// <summary>How it stands for who asks; null where there is nothing of it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<Mine?> MineOfAsync(HttpContext http, Frame frame, Person person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var links = await LinksOfAsync(http, cancellation);
        var all = person.IsProfessional ? http.RequestServices.GetRequiredService<Organisations>().All : [];
        var isThrough = http.User.Through() is not null;
        return links.Count == 0 && all.Count == 0 && !isThrough
            ? null
            : new Mine(frame, links, isThrough ? [] : [.. all.Where(one => !links.Any(link => one.IsCalled(link.Key.Organisation)))], isThrough);
    }

    /// <summary>Through which organisations who asks comes in, and what each is called.</summary>
    /// <param name="http">The request.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<IReadOnlyList<(OrganisationKey Key, string Name)>> LinksOfAsync(HttpContext http, CancellationToken cancellation)
    {
        var organisations = http.RequestServices.GetRequiredService<Organisations>();
        return
        [
            .. (await http.RequestServices.GetRequiredService<OrganisationKeys>().OfAsync(http.Caller().Person, cancellation))
                .Select(key => (key, organisations.NameOf(key.Organisation) ?? Text.T("organisations.other"))),
        ];
    }

    private static async Task<IResult> AskAsync(HttpContext http, string number, Sure sure)
    {
        var (person, organisation) = await WhoAndWhereAsync(http, number, sure);
        return Page(http, person, organisation, null);
    }

    private static async Task<IResult> GoOnAsync(HttpContext http, string number, Sure sure)
    {
        var (person, organisation) = await WhoAndWhereAsync(http, number, sure);
        return sure.Broken(http, person) is { } broken
            ? Page(http, person, organisation, broken)
            : OrganisationGoView.Create(new GoScreen(
                Frame.Of(http, Text.T("organisations.go-heading", organisation.Name)) with { Narrow = true }, organisation.Name,
                OrganisationSignIn.AddressToLink(http, organisation)));
    }

    private static async Task<(Person Person, Organisation Organisation)> WhoAndWhereAsync(HttpContext http, string number, Sure sure)
    {
        var organisation = http.RequestServices.GetRequiredService<Organisations>()
            .Find(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which) ? which : 0);
        return await sure.PersonWithOwnWayAsync(http) is { IsProfessional: true } person ? (person, organisation) : throw new RefusedException();
    }

    private static IResult Page(HttpContext http, Person person, Organisation organisation, Rule? broken)
    {
        var page = SureView.Create(new CodePages.SureScreen(
            Frame.Of(http, Text.T("organisations.link-heading", organisation.Name)) with { Narrow = true }, Text.T("organisations.link-how", organisation.Name),
            Text.T("keys.go-on"), Sure.Asks(http, person), KeyRules.Mend(broken)));
        return broken is null ? page : Pages.With(page, Pages.StatusOf(broken.Value));
    }

    private static async Task<IResult> TakeAwayAsync(
        HttpContext http, Guid id, Sure sure, OrganisationKeys keys, Passkeys passkeys, Sessions sessions, SecondStep second, CancellationToken cancellation)
    {
        var me = http.Caller();
        var otherWay = await second.HasOtherWayAsync(await sure.PersonAsync(http), cancellation) || (await passkeys.OfAsync(me.Person, cancellation)).Count > 0;
        var gone = await keys.UnlinkAsync(me.Person, id, otherWay);
        if (gone)
        {
            // Who came in by it elsewhere is out.
            foreach (var session in (await sessions.OfAsync(me.Person, cancellation)).Where(one => one.Through == id && one.Id != me.Session))
            {
                await sessions.EndAsync(me.Person, session.Id, me.Session);
            }
        }

        Saying.Say(http, gone || !(await keys.OfAsync(me.Person, cancellation)).Any(one => one.Id == id) ? "keys.gone" : "keys.last");
        return Pages.Done(KeyPages.Mine);
    }
}
