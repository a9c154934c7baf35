using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Plans;

/// <summary>
/// What protects here, and since when it has shown that (R71; n14 L1460–1464): a person, a place, a habit. Everybody at the table can say it, and
/// nobody fills a list of what is missing (INV-35). Only the words must be given.
/// </summary>
public sealed class Protection : PlanPart
{
    internal Protection(Head head, string words, string? shown, IEnumerable<Addition> additions)
        : base(head, words, null, additions) => Shown = shown;

    /// <summary>By what it has shown that, and how long already, in words and never as a number; null when not said.</summary>
    public string? Shown { get; private set; }

    /// <inheritdoc />
    public override IEnumerable<string> Said => new[] { Words, Shown }.OfType<string>().Concat(SaidBeside);

    /// <summary>Says what protects here.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">What protects.</param>
    /// <param name="shown">By what it has shown that, and how long already; may be empty.</param>
    /// <param name="about">Whom it protects, or who does; may be nobody in particular.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words, or somebody named does not sit here.</exception>
    public static Protection Lay(Circle circle, string? words, string? shown, SeatSet about, Audience audience, Act act)
    {
        var laid = new Protection(
            NewHead(circle, about, audience, act), Access.Words.Needed(words, Access.Words.Brief), Access.Words.Optional(shown, Access.Words.Brief), []);
        laid.RecordLaid(act);
        return laid;
    }

    private protected override void Forget()
    {
        base.Forget();
        Shown = null;
    }
}
