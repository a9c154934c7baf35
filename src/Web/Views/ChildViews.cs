using Keukentafel.Data.Circles;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Views;

namespace Keukentafel.Web.Views;

/// <summary>How one person saw one child before, the newest first.</summary>
/// <param name="By">Who.</param>
/// <param name="Slips">Their earlier views.</param>
public sealed record EarlierViews(Seat By, IReadOnlyList<Slip> Slips);

/// <summary>How people see one child (R20: each child apart), as far as this reader may read it.</summary>
/// <param name="Child">The child.</param>
/// <param name="Newest">The newest view of each person, in the order that the hosts chose.</param>
/// <param name="Earlier">What the same people saw before, and what was taken back.</param>
/// <param name="Differences">The differences that people pointed out, the newest first.</param>
public sealed record ChildViews(
    Seat Child, IReadOnlyList<Slip> Newest, IReadOnlyList<EarlierViews> Earlier, IReadOnlyList<Slip> Differences)
{
    /// <summary>The views of each child of the table.</summary>
    /// <param name="sight">What was opened.</param>
    public static IReadOnlyList<ChildViews> Of(Sight sight) => [.. sight.Circle.Children.Select(child => Of(sight, child))];

    private static ChildViews Of(Sight sight, Seat child)
    {
        var about = sight.Slips.Where(slip => slip.About.Has(child.Number)).ToList();
        var views = about.Where(slip => slip.Kind == typeof(View)).ToList();
        var newest = views.Where(slip => !slip.Contribution.IsTakenBack).GroupBy(slip => slip.By).Select(own => own.First()).ToList();
        var earlier = views.Except(newest)
            .GroupBy(slip => slip.By)
            .Select(own => new EarlierViews(sight.Circle.SeatAt(own.Key), [.. own]));

        // By time or by seat: never by what is in a view (R42).
        return new ChildViews(
            child,
            sight.Circle.Order == ViewOrder.BySeat
                ? [.. newest.OrderBy(slip => sight.Circle.SeatAt(slip.By).Side).ThenBy(slip => slip.By.Value)]
                : newest,
            [.. earlier.OrderBy(own => own.By.Side).ThenBy(own => own.By.Number.Value)],
            [.. about.Where(slip => slip.Kind == typeof(Difference))]);
    }
}
