using System.Globalization;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>A request about one thing on a table.</summary>
/// <param name="Http">The request.</param>
/// <param name="Circle">The table.</param>
/// <param name="Id">The thing.</param>
/// <param name="Door">The door.</param>
/// <param name="Drafts">The drafts.</param>
/// <param name="Cancellation">Stops waiting.</param>
public sealed record Asked(HttpContext Http, Guid Circle, Guid Id, Door Door, Drafts Drafts, CancellationToken Cancellation)
{
    /// <summary>The address of the thing's own page.</summary>
    public string Address => $"/tables/{Circle}/things/{Id}";

    /// <summary>A moment as it goes along in a form: in milliseconds.</summary>
    /// <param name="now">The moment, UTC.</param>
    public static string OpenedAt(DateTimeOffset now) => now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>When a form was opened; null when it does not say, or says nonsense.</summary>
    /// <param name="typed">The form.</param>
    public static DateTimeOffset? WasOpened(Typed typed) =>
        long.TryParse(typed[Typed.OpenedField], NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < LatestMs ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    /// <summary>Refuses what somebody wrote for fewer readers than there are by now.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="typed">The form.</param>
    /// <exception cref="RuleBrokenException"><see cref="CommonRules.ReadersAsSeen"/>.</exception>
    public static void MustBeReadAsSeen(Contribution thing, Visit visit, Typed typed)
    {
        if (!thing.IsReadAsSeen(visit.Me.Number, WasOpened(typed)))
        {
            throw new RuleBrokenException(CommonRules.ReadersAsSeen);
        }
    }

    private const long LatestMs = 9_999_999_999_999;

    /// <summary>Does something with the thing, and spends the draft of it.</summary>
    /// <typeparam name="T">What it must be.</typeparam>
    /// <typeparam name="TOutcome">What comes of it.</typeparam>
    /// <param name="act">What to do. May run more than once.</param>
    public Task<TOutcome> ChangeAsync<T, TOutcome>(Func<T, Visit, Task<TOutcome>> act)
        where T : Contribution => Door.ChangeAsync(
            Http.Caller(),
            new CircleId(Circle),
            Permission.Speak,
            async visit => await act(await visit.FindAsync<T>(new ContributionId(Id), Cancellation), visit),
            Cancellation,
            Http.Spent());
}

/// <summary>What a form about one thing shows.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Me">Who acts.</param>
/// <param name="Card">The thing.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Broken">The rule that said no; null for none.</param>
public sealed record ThingScreen(Frame Frame, Seat Me, SlipScreen Card, Typed Typed, Rule? Broken)
{
    /// <summary>The id of the draft of these words.</summary>
    public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

    /// <summary>When this form was opened, as it goes along in it.</summary>
    public string Opened => Asked.OpenedAt(Frame.Now);
}

/// <summary>
/// One act on one thing that has a page of its own: the page asks, the press does it, and when a rule says no the page comes back with
/// everything that was typed. To who may not do it, the page is not there.
/// </summary>
/// <typeparam name="T">On what kind of thing.</typeparam>
internal sealed record ThingForm<T>
    where T : Contribution
{
    /// <summary>The last part of the address, and the part that the trail names.</summary>
    public required string Name { get; init; }

    /// <summary>The key of the heading.</summary>
    public required string Heading { get; init; }

    /// <summary>Whether this is something for this person at all.</summary>
    public required Func<T, Seat, bool> May { get; init; }

    /// <summary>Draws the page.</summary>
    public required Func<ThingScreen, IResult> Page { get; init; }

    /// <summary>Does it.</summary>
    public required Action<T, Typed, Visit> Do { get; init; }

    /// <summary>The key of what the next page says.</summary>
    public required string Told { get; init; }

    /// <summary>Where one goes then; the thing's page unless it says otherwise.</summary>
    public Func<Asked, Typed, string> Next { get; init; } = (asked, _) => asked.Address;

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public void Map(IEndpointRouteBuilder app)
    {
        var address = "/tables/{circle:guid}/things/{id:guid}/" + Name;
        app.MapGet(address, async ([AsParameters] Asked asked) =>
            await AskAsync(asked, await asked.Http.FromDraftAsync(asked.Drafts, asked.Cancellation), null));
        app.MapPost(address, ([AsParameters] Asked asked) => AnswerAsync(asked));
    }

    private async Task<IResult> AskAsync(Asked asked, Typed typed, Rule? broken)
    {
        await using var visit = await asked.Door.EnterAsync(asked.Http.Caller(), new CircleId(asked.Circle), Permission.Speak, asked.Cancellation);
        var thing = await visit.ShowAsync<T>(new ContributionId(asked.Id), Name, asked.Cancellation);
        if (!May(thing, visit.Me) || (thing.IsTakenBack && broken is null))
        {
            throw new RefusedException();
        }

        var frame = Frame.Of(asked.Http, WordsFor.Reader(visit.Me, Heading), visit.Circle.Id) with { Narrow = true };
        return Page(new ThingScreen(frame, visit.Me, new SlipScreen(visit.Circle, visit.Me, thing, frame.Now, false, 0, Alone: true), typed, broken));
    }

    private async Task<IResult> AnswerAsync(Asked asked)
    {
        var typed = asked.Http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                await asked.ChangeAsync<T, bool>((thing, visit) =>
                {
                    Asked.MustBeReadAsSeen(thing, visit, typed);
                    Do(thing, typed, visit);
                    return Task.FromResult(true);
                });
                Saying.Say(asked.Http, Told);
                return Next(asked, typed);
            },
            broken => AskAsync(asked, typed, broken));
    }
}
