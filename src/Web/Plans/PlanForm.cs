using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Plans;

/// <summary>A form in which something is laid in the plan.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who speaks.</param>
/// <param name="Address">The address of the form.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Mend">What is still to be mended; null for nothing.</param>
/// <param name="Worries">The worries that it may answer: those that this reader may read and that are not gone.</param>
/// <param name="Wish">The own wish it begins as; null for none.</param>
public sealed record PlanFormScreen(
    Frame Frame, Circle Circle, Seat Me, string Address, Typed Typed, Mend? Mend, IReadOnlyList<Worry> Worries, Wish? Wish)
{
    /// <summary>The id of the draft of these words.</summary>
    public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
}

/// <summary>
/// One thing that somebody lays in the plan: the page asks, the press does it, and when a rule says no the page comes back with everything
/// that was typed. To who may not lay it, the page is not there.
/// </summary>
internal sealed record PlanForm
{
    /// <summary>The last part of the address.</summary>
    public required string Name { get; init; }

    /// <summary>The key of the heading.</summary>
    public required string Heading { get; init; }

    /// <summary>Whether this person may lay it.</summary>
    public required Func<Seat, bool> May { get; init; }

    /// <summary>Draws the page.</summary>
    public required Func<PlanFormScreen, IResult> Page { get; init; }

    /// <summary>Makes what is laid down.</summary>
    public required Func<Visit, Typed, CancellationToken, Task<Contribution>> Make { get; init; }

    /// <summary>Whether worries and the own wish can be chosen.</summary>
    public bool Chooses { get; init; }

    /// <summary>Which fields of words it has, the first first.</summary>
    public required IReadOnlyList<string> Written { get; init; }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public void Map(IEndpointRouteBuilder app)
    {
        var address = "/tables/{circle:guid}/plan/" + Name;
        app.MapGet(address, async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost(address, (HttpContext http, Guid circle, Door door, CancellationToken cancellation) => AnswerAsync(http, circle, door, cancellation));
    }

    /// <summary>The worry that was chosen in a form.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="typed">What was chosen.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<Worry?> WorryOfAsync(Visit visit, Typed typed, CancellationToken cancellation) =>
        typed.Id("worry") is { } id ? await visit.FindAsync<Worry>(new ContributionId(id), cancellation) : null;

    private async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        var mend = broken is { } rule ? new Mend(rule, FieldOf(rule, typed), Pages.Sentence(rule)) : null;
        var address = $"/tables/{circle}/plan/{Name}";
        if (!Chooses)
        {
            await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
            return Draw(visit.Circle, visit.Me, [], null);
        }

        var wished = typed.Id("wish") ?? (Guid.TryParse(http.Request.Query["wish"], out var asked) ? asked : null);
        using var sight = await door.OpenAsync(
            http.Caller(),
            new CircleId(circle),
            Look.Of(
                "plan-form",
                (slips, me) => May(me)
                    ? [.. slips.Where(slip => slip.Kind == typeof(Worry)
                        ? !slip.Flags.HasFlag(SlipFlags.Gone) && !slip.Flags.HasFlag(SlipFlags.TakenBack)
                        : slip.Id.Value == wished && slip.By == me.Number && !slip.Flags.HasFlag(SlipFlags.TakenBack))]
                    : [],
                typeof(Worry),
                typeof(Wish)),
            cancellation);
        return Draw(
            sight.Circle, sight.Me, [.. sight.Slips.Select(slip => slip.Contribution).OfType<Worry>()],
            sight.Slips.Select(slip => slip.Contribution).OfType<Wish>().FirstOrDefault());

        IResult Draw(Circle table, Seat me, IReadOnlyList<Worry> worries, Wish? wish) => May(me)
            ? Page(new PlanFormScreen(
                Frame.Of(http, WordsFor.Reader(me, Heading), table.Id, "plan") with { Narrow = true }, table, me, address, typed, mend, worries, wish))
            : throw new RefusedException();
    }

    private async Task<IResult> AnswerAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                await Laying.LayAsync(
                    http,
                    circle,
                    door,
                    visit => May(visit.Me) ? Make(visit, typed, cancellation) : throw new RefusedException(),
                    cancellation);
                return $"/tables/{circle}/plan";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }

    private string? FieldOf(Rule broken, Typed typed) => broken switch
    {
        _ when broken == CommonRules.InWords => Written[0],
        _ when broken == CommonRules.NotTooLong =>
            Written.FirstOrDefault(field => Words.IsTooLong(typed[field], Words.Brief)) ?? Written[0],
        _ when broken == CommonRules.NameNotTooLong => "others-words",
        _ when broken == PlanRules.SaysBetter => "better-words",
        _ when broken == PlanRules.SaysGround => "ground-words",
        _ when broken == PlanRules.SaysConsequence => "consequence-words",
        _ when broken == PlanRules.SaysWho => "who",
        _ when broken == LayRules.NamesReaders || broken == LayRules.ReadersAreClear => "readers",
        _ => null,
    };
}
