using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Decisions;

/// <summary>What people said to decide by, as it is shown.</summary>
/// <param name="Card">The decision.</param>
/// <param name="Options">The options that lie there, as cards; nothing where they stand elsewhere.</param>
/// <param name="Things">What was laid with it and this reader may read.</param>
public sealed record DecisionParts(SlipScreen Card, IReadOnlyList<SlipScreen> Options, IReadOnlyList<SlipScreen> Things)
{
    /// <summary>The decision.</summary>
    public Decision Decision => (Decision)Card.Contribution;

    /// <summary>Of the nine those of which there is something this reader may read: a gap would tell of what is hidden.</summary>
    public IEnumerable<Aid> Aids => HelpDecide.Order.Where(aid => Notes(aid).Any() || With(aid).Any());

    /// <summary>What was said for one of the nine, the children first.</summary>
    /// <param name="aid">Which.</param>
    public IEnumerable<AidNote> Notes(Aid aid) => ChildFirst(Decision.Notes.Where(note => note.Aid == aid));

    /// <summary>What was laid with one of the nine.</summary>
    /// <param name="aid">Which.</param>
    public IEnumerable<SlipScreen> With(Aid aid)
    {
        var ids = Decision.Additions.OfType<AidLink>().Where(link => link.Aid == aid).Select(link => link.Thing).ToHashSet();
        return Things.Where(card => ids.Contains(card.Contribution.Id));
    }

    /// <summary>In order of time, the children of the table first.</summary>
    /// <typeparam name="T">What.</typeparam>
    /// <param name="said">What was said.</param>
    public IEnumerable<T> ChildFirst<T>(IEnumerable<T> said)
        where T : Addition => said.OrderBy(one => Card.Circle.SeatAt(one.By).IsChildOfTheTable ? 0 : 1);
}
