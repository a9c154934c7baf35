using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Contributions;

/// <summary>Something that goes well (dit gaat goed), asked before worries (R52, N7).</summary>
public sealed class GoodThing : Contribution
{
    internal GoodThing(Head head, string words, IEnumerable<Addition> additions)
        : base(head, additions) => Words = words;

    /// <summary>In own words; empty after it was taken back.</summary>
    public string Words { get; private set; }

    /// <inheritdoc />
    public override IEnumerable<string> Said => [Words];

    /// <summary>Lays it on the table.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">In own words.</param>
    /// <param name="about">Whom it is about; may be nobody.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <param name="pictured">What was said in pictures besides; null for nothing.</param>
    /// <exception cref="RuleBrokenException">No words, or somebody named does not sit here.</exception>
    public static GoodThing Lay(Circle circle, string? words, SeatSet about, Audience audience, Act act, Pictured? pictured = null)
    {
        var laid = new GoodThing(NewHead(circle, about, audience, act, pictured), Access.Words.Needed(words), []);
        laid.RecordLaid(act);
        return laid;
    }

    private protected override void Forget() => Words = "";
}

/// <summary>Something that would help (wat zou helpen): the first question everywhere (R56).</summary>
public sealed class Help : Contribution
{
    internal Help(Head head, string words, IEnumerable<Addition> additions)
        : base(head, additions) => Words = words;

    /// <summary>In own words; empty after it was taken back.</summary>
    public string Words { get; private set; }

    /// <inheritdoc />
    public override IEnumerable<string> Said => [Words];

    /// <summary>Lays it on the table.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">In own words.</param>
    /// <param name="about">Whom it is about; may be nobody.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words, or somebody named does not sit here.</exception>
    public static Help Lay(Circle circle, string? words, SeatSet about, Audience audience, Act act)
    {
        var laid = new Help(NewHead(circle, about, audience, act), Access.Words.Needed(words), []);
        laid.RecordLaid(act);
        return laid;
    }

    private protected override void Forget() => Words = "";
}
