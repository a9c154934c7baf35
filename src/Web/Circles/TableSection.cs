using Keukentafel.Data.Circles;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Circles;

/// <summary>One kind of thing on the table: the newest few open, the rest one press away, so that a full table is no wall.</summary>
public sealed class TableSection
{
    /// <summary>How many cards lie open; for a child half as many.</summary>
    public const int MostOpen = 6;

    /// <summary>Sorts the cards of one section.</summary>
    /// <param name="table">The page.</param>
    /// <param name="name">The name of the section, as in its words.</param>
    /// <param name="what">What one lays down there.</param>
    /// <param name="slips">The cards, in the order in which they are shown.</param>
    public TableSection(OpenTable.Screen table, string name, string what, IEnumerable<Slip> slips)
    {
        Table = table;
        Name = name;
        What = what;
        var circle = table.Sight.Circle;
        var me = table.Sight.Me;
        var apart = slips.ToLookup(slip => circle.LiveApart(me, circle.SeatAt(slip.By)));
        var here = apart[false].ToList();
        var open = me.Age != AgeGroup.Child ? MostOpen : name == "statements" ? 0 : MostOpen / 2;

        // One more that waits behind a press is a press for nothing.
        open = open > 0 && here.Count == open + 1 ? open + 1 : open;

        // The newest of everybody before a second of anybody, so that nobody puts the words of another behind a press by saying much; nor with people of their
        // own beside them, nor with what they wrote down for others. Of who sits here by the hand of another, that other's own words come first.
        var first = FairList.Mixed(here.OrderBy(slip => slip.CountsAs.WaitsToBeReadBack).ThenBy(slip => circle.HandOf(circle.SeatAt(slip.By)) != slip.By), slip => (circle.HandOf(circle.SeatAt(slip.By)), slip.CountsAs.WaitsToBeReadBack))
            .Take(open).ToHashSet();
        Open = [.. here.Where(first.Contains)];
        Rest = [.. here.Except(first)];
        OfTheOther = [.. apart[true]];
    }

    /// <summary>The page.</summary>
    public OpenTable.Screen Table { get; }

    /// <summary>The name, as in its words.</summary>
    public string Name { get; }

    /// <summary>What one lays down there.</summary>
    public string What { get; }

    /// <summary>What lies open.</summary>
    public IReadOnlyList<Slip> Open { get; }

    /// <summary>What lies behind one press.</summary>
    public IReadOnlyList<Slip> Rest { get; }

    /// <summary>Where parents live apart: what the other parent said, for a parent (T20).</summary>
    public IReadOnlyList<Slip> OfTheOther { get; }

    /// <summary>Whether nothing lies here.</summary>
    public bool IsEmpty => Open.Count + Rest.Count + OfTheOther.Count == 0;

    /// <summary>The class of a list of cards.</summary>
    public string List => Name == "statements" ? "stack stack-wide" : "cards";
}
