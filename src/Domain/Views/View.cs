using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Views;

/// <summary>One half of a view: words, "I don't know (yet)", or nothing.</summary>
/// <param name="Words">The words; null when there are none.</param>
/// <param name="Unknown">Whether the person says not to know, which is a full answer (INV-53, R84).</param>
public sealed record ViewPart(string? Words, bool Unknown)
{
    /// <summary>Left empty (R40).</summary>
    public static readonly ViewPart Empty = new(null, false);

    /// <summary>"I don't know (yet)".</summary>
    public static readonly ViewPart NotKnown = new(null, true);

    /// <summary>Whether it was left empty.</summary>
    public bool IsEmpty => Words is null && !Unknown;

    internal static ViewPart From(string? typed, bool unknown) => new(Access.Words.Optional(typed), unknown && Access.Words.Tidy(typed) is null);
}

/// <summary>Rules of views.</summary>
public static class ViewRules
{
    /// <summary>A view says something, be it "I don't know".</summary>
    public static readonly Rule SaysSomething = new("view.says-something");

    /// <summary>A view is of one child at a time (R20).</summary>
    public static readonly Rule OfOneChild = new("view.of-one-child");
}

/// <summary>
/// How one person sees one child today (INV-9…15): a snapshot that never changes. Safety and growing up are two entries and one never
/// fills the other (INV-15). No number, colour, class or order comes of it (R43, D13).
/// </summary>
public sealed class View : Contribution
{
    internal View(Head head, ViewPart safe, ViewPart growing, string? basis, string? because, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Safe = safe;
        Growing = growing;
        Basis = basis;
        Because = because;
    }

    /// <summary>What the person is at ease about, and what worries them.</summary>
    public ViewPart Safe { get; private set; }

    /// <summary>How the child is growing up.</summary>
    public ViewPart Growing { get; private set; }

    /// <summary>What the person bases it on; null when not said.</summary>
    public string? Basis { get; private set; }

    /// <summary>How come the person sees it so (INV-21, INV-22): only self-written; null when not said.</summary>
    public string? Because { get; private set; }

    /// <summary>The child.</summary>
    public SeatNumber Child => About.Seats().First();

    /// <inheritdoc />
    public override IEnumerable<string> Said => new[] { Safe.Words, Growing.Words, Basis, Because }.OfType<string>();

    /// <summary>Lays a view on the table. There is no way to change one: a later view is a new one (INV-10).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="child">The child.</param>
    /// <param name="safe">What one is at ease or worried about.</param>
    /// <param name="safeUnknown">"I don't know (yet)" to that.</param>
    /// <param name="growing">How the child is growing up.</param>
    /// <param name="growingUnknown">"I don't know (yet)" to that.</param>
    /// <param name="basis">What it is based on.</param>
    /// <param name="because">How come one sees it so.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Nothing was said, or it is not about one child of this table.</exception>
    public static View Lay(
        Circle circle, SeatId child, string? safe, bool safeUnknown, string? growing, bool growingUnknown, string? basis, string? because,
        Audience audience, Act act)
    {
        var seat = circle.Find(child);
        Require(seat is { IsChildOfTheTable: true }, ViewRules.OfOneChild);
        var first = ViewPart.From(safe, safeUnknown);
        var second = ViewPart.From(growing, growingUnknown);
        Require(!first.IsEmpty || !second.IsEmpty, ViewRules.SaysSomething);
        var laid = new View(
            NewHead(circle, SeatSet.Of(seat!.Number), audience, act), first, second, Words.Optional(basis, Words.Brief),
            Words.Optional(because, Words.Brief), []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>A view is not answered: another view stands beside it.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => false;

    private protected override void Forget()
    {
        Safe = ViewPart.Empty;
        Growing = ViewPart.Empty;
        Basis = null;
        Because = null;
    }
}
