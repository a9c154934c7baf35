using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Overviews;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Overviews;

/// <summary>A form in which something is laid in the overview.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who speaks.</param>
/// <param name="Overview">The overview.</param>
/// <param name="Name">The last part of the address.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Mend">What is still to be mended; null for nothing.</param>
public sealed record OverviewFormScreen(Frame Frame, Circle Circle, Seat Me, ContributionId Overview, string Name, Typed Typed, Mend? Mend)
{
    /// <summary>The address of the overview.</summary>
    public string Page => $"/tables/{Circle.Id.Value}/overview";

    /// <summary>The address of the form.</summary>
    public string Address => $"{Page}/{Name}";

    /// <summary>The id of the draft of these words.</summary>
    public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
}

/// <summary>
/// One thing that somebody lays in the overview of a table. While the overview is not open, the page leads back to it; when that changed
/// meanwhile, the form comes back with everything that was typed.
/// </summary>
internal sealed record OverviewForm
{
    /// <summary>The last part of the address.</summary>
    public required string Name { get; init; }

    /// <summary>The key of the heading.</summary>
    public required string Heading { get; init; }

    /// <summary>Draws the page.</summary>
    public required Func<OverviewFormScreen, IResult> Page { get; init; }

    /// <summary>Makes what is laid down.</summary>
    public required Func<Overview, Typed, Visit, Contribution> Make { get; init; }

    /// <summary>The question that counts at a table: the first that was not taken back. Asked twice at once, the second changes nothing.</summary>
    /// <param name="sight">What was opened, the newest first.</param>
    public static Overview? Counting(Sight sight) => sight.Slips
        .Where(slip => slip.Kind == typeof(Overview) && !slip.Flags.HasFlag(SlipFlags.TakenBack))
        .Select(slip => (Overview)slip.Contribution)
        .LastOrDefault();

    /// <summary>In which field something is to be mended.</summary>
    /// <param name="broken">The rule that said no.</param>
    /// <param name="typed">What was typed.</param>
    public static Mend MendOf(Rule broken, Typed typed) => new(broken, FieldOf(broken, typed), Pages.Sentence(broken));

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public void Map(IEndpointRouteBuilder app)
    {
        var address = "/tables/{circle:guid}/overview/" + Name;
        app.MapGet(address, async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost(address, (HttpContext http, Guid circle, Door door, CancellationToken cancellation) => LayAsync(http, circle, door, cancellation));
    }

    private static string? FieldOf(Rule broken, Typed typed) => broken switch
    {
        _ when broken == CommonRules.InWords => "words",
        _ when broken == CommonRules.NotTooLong => typed.Fields
            .FirstOrDefault(field => DraftPages.IsWritten(field.Key, field.Value.FirstOrDefault() ?? "") && Words.IsTooLong(field.Value[0], Words.Brief)).Key,
        _ when broken == CommonRules.NameNotTooLong => "others-words",
        _ when broken == FactorRules.SaysHow => "works",
        _ when broken == FactorRules.SomebodyOrNobody => "who",
        _ when broken == OutcomeRules.SaysWhich => "instrument-words",
        _ when broken == OutcomeRules.SaysWhen => "on",
        _ when broken == OutcomeRules.SaysWhatNot => "not-said-words",
        _ when broken == OutcomeRules.IsSomebodys => "kind",
        _ when broken == LayRules.NamesReaders || broken == LayRules.ReadersAreClear => "readers",
        _ => null,
    };

    private async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        using var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Of("overview-form", typeof(Overview)), cancellation);
        if (Counting(sight) is not { } overview || (broken is null && !overview.IsOpenAt(sight.Circle)))
        {
            return Pages.Done($"/tables/{circle}/overview");
        }

        return Page(new OverviewFormScreen(
            Frame.Of(http, WordsFor.Reader(sight.Me, Heading), sight.Circle.Id, "talks") with { Narrow = true }, sight.Circle, sight.Me, overview.Id, Name, typed,
            broken is { } rule ? MendOf(rule, typed) : null));
    }

    private async Task<IResult> LayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                await Laying.LayAsync(
                    http,
                    circle,
                    door,
                    async visit => Make(await visit.FindAsync<Overview>(new ContributionId(typed.Id("overview") ?? Guid.Empty), cancellation), typed, visit),
                    cancellation);
                return $"/tables/{circle}/overview";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }
}
