using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Views;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Views;

/// <summary>
/// Somebody lays two sentences of two people beside each other (R46, D19). First whose, then which sentence: people choose, the
/// program finds nothing.
/// </summary>
public static class PointOut
{
    /// <summary>The page on which two people are chosen.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Child">Which child.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Choice(Frame Frame, Sight Sight, ChildViews Child, Rule? Broken);

    /// <summary>The page on which a sentence of each is chosen.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who points it out.</param>
    /// <param name="Left">The one view.</param>
    /// <param name="Right">The other view.</param>
    /// <param name="Typed">What was chosen and typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, SlipScreen Left, SlipScreen Right, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the page.</summary>
        public string Address =>
            $"/tables/{Circle.Id.Value}/views/beside?child={Circle.SeatAt(((View)Left.Contribution).Child).Id.Value}";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/views/beside", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
            ChooseAsync(http, circle, door, null, cancellation));
        app.MapGet("/tables/{circle:guid}/views/sentences", BeginAsync);
        app.MapPost("/tables/{circle:guid}/views/sentences", LayAsync);
    }

    private static async Task<IResult> ChooseAsync(HttpContext http, Guid circle, Door door, Rule? broken, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Views(), cancellation);
        http.Response.RegisterForDispose(sight);
        var chosen = Guid.TryParse(http.Request.Query["child"], out var id) ? id : Guid.Empty;
        var child = ChildViews.Of(sight).FirstOrDefault(one => one.Child.Id.Value == chosen) ?? throw new RefusedException();
        return ChooseTwoView.Create(new Choice(
            Frame.Of(http, Text.T("views.point-out"), sight, "views") with { Narrow = true }, sight, child, broken));
    }

    private static async Task<IResult> BeginAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        var typed = await http.FromDraftAsync(drafts, cancellation);
        List<Guid> two = typed.Id("left") is { } left && typed.Id("right") is { } right
            ? [left, right]
            : [.. http.Request.Query["view"].Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Distinct()];
        return two.Count == 2
            ? await AskAsync(http, circle, door, two[0], two[1], typed, null, cancellation)
            : Pages.With(
                await ChooseAsync(http, circle, door, DifferenceRules.TwoPeople, cancellation), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Door door, Guid left, Guid right, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var one = await visit.ShowAsync<View>(new ContributionId(left), "beside", cancellation);
        var other = await visit.ShowAsync<View>(new ContributionId(right), "beside", cancellation);
        var frame = Frame.Of(http, Text.T("views.point-out"), visit.Circle.Id, "views");
        return PointOutView.Create(new Screen(frame, visit.Circle, visit.Me, Card(one), Card(other), typed, broken));

        SlipScreen Card(View view) => new(visit.Circle, visit.Me, view, frame.Now, false, 0);
    }

    private static async Task<IResult> LayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var (left, right) = (typed.Id("left") ?? Guid.Empty, typed.Id("right") ?? Guid.Empty);
        return await Pages.TryAsync(
            async () =>
            {
                var child = await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    async visit =>
                    {
                        var one = await visit.FindAsync<View>(new ContributionId(left), cancellation);
                        var other = await visit.FindAsync<View>(new ContributionId(right), cancellation);
                        visit.Lay(Difference.PointOut(
                            visit.Circle, one, typed["left-words"], other, typed["right-words"], typed["words"], visit.Act));
                        return visit.Circle.SeatAt(one.Child).Id;
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, "views.pointed-out");
                return $"/tables/{circle}/views#child-{child.Value}";
            },
            broken => AskAsync(http, circle, door, left, right, typed, broken == CommonRules.InWords ? DifferenceRules.FullSentence : broken, cancellation));
    }
}
