using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.NotKnowing;

/// <summary>A form in which somebody begins something that people look at together.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who begins.</param>
/// <param name="Address">The address of the form.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Mend">What is still to be mended; null for nothing.</param>
/// <param name="From">Where it begins; null for nowhere, or nowhere this reader may read: the two look the same.</param>
/// <param name="There">What this reader may read that began there already.</param>
public sealed record BeginScreen(
    Frame Frame, Circle Circle, Seat Me, string Address, Typed Typed, Mend? Mend, SlipScreen? From, IReadOnlyList<SlipScreen> There)
{
    /// <summary>The id of the draft of these words.</summary>
    public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

    /// <summary>The page above it.</summary>
    public string Above => Address[..Address.LastIndexOf('/')];
}

/// <summary>One thing that is begun and looked at together: the page asks, the press begins it, and no typed word is lost.</summary>
internal sealed record BeginForm
{
    /// <summary>The part of the address, and the part that the trail names.</summary>
    public required string Name { get; init; }

    /// <summary>The key of the heading.</summary>
    public required string Heading { get; init; }

    /// <summary>Draws the page.</summary>
    public required Func<BeginScreen, IResult> Page { get; init; }

    /// <summary>Makes it.</summary>
    public required Func<Visit, Typed, Contribution?, FamilyFirst> Make { get; init; }

    /// <summary>A field that the address can fill in; null for none.</summary>
    public string? Asks { get; init; }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public void Map(IEndpointRouteBuilder app)
    {
        var address = "/tables/{circle:guid}/" + Name + "/new";
        app.MapGet(address, async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost(address, (HttpContext http, Guid circle, Door door, CancellationToken cancellation) => BeginAsync(http, circle, door, cancellation));
    }

    private async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        if (Asks is not null && typed[Asks] is null && http.Request.Query[Asks].ToString() is { Length: > 0 and < 60 } value)
        {
            typed = new Typed(new Dictionary<string, string[]>(typed.Fields) { [Asks] = [value] });
        }

        var from = typed.Id("from") ?? (Guid.TryParse(http.Request.Query["from"], out var asked) ? asked : null);
        if (from is null)
        {
            await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
            return Draw(visit.Circle, visit.Me, null, []);
        }

        using var sight = await door.OpenAsync(
            http.Caller(),
            new CircleId(circle),
            Look.Some(
                Name + "-from",
                (slips, _) => [.. slips.Where(slip => slip.Id.Value == from || (slip.Kind == typeof(NotKnown) && ((NotKnown)slip.Contribution).From?.Value == from))]),
            cancellation);
        var cards = sight.Slips.Where(slip => !slip.Contribution.IsTakenBack)
            .Select(slip => new SlipScreen(sight.Circle, sight.Me, slip.Contribution, sight.Act.At, false, 0)).ToList();
        var begins = cards.Find(card => card.Contribution.Id.Value == from);
        return Draw(sight.Circle, sight.Me, begins, begins is null ? [] : [.. cards.Where(card => card != begins)]);

        IResult Draw(Circle table, Seat me, SlipScreen? begins, IReadOnlyList<SlipScreen> there) => Page(new BeginScreen(
            Frame.Of(http, WordsFor.Reader(me, Heading), table.Id, "talks") with { Narrow = true }, table, me, $"/tables/{circle}/{Name}/new",
            WithReaders(typed, begins, me), Together.MendOf(broken, typed), begins, there));
    }

    private async Task<IResult> BeginAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                var id = await Laying.LayAsync(
                    http,
                    circle,
                    door,
                    async visit => Make(
                        visit, typed, typed.Id("from") is { } from ? await visit.FindAsync<Contribution>(new ContributionId(from), cancellation) : null),
                    cancellation);
                return $"/tables/{circle}/{Name}/{id.Value}";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }

    // What began among some people stays among them, until somebody chooses otherwise.
    private static Typed WithReaders(Typed typed, SlipScreen? from, Seat me)
    {
        if (typed["readers"] is not null || from is null || from.Contribution.Audience.Group == Readers.Everyone)
        {
            return typed;
        }

        var source = from.Contribution;
        var named = from.Circle.Seats.Where(seat => seat.Number != me.Number && source.MayBeReadBy(seat)).Select(seat => seat.Id.Value.ToString()).ToArray();
        var group = source.Audience.Group == Readers.GrownUps ? Readers.GrownUps : named.Length == 0 ? Readers.OnlyMe : Readers.These;
        return new Typed(new Dictionary<string, string[]>(typed.Fields) { ["readers"] = [group.ToString()], ["named"] = group == Readers.These ? named : [] });
    }
}
