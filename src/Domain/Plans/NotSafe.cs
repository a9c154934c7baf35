using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Plans;

/// <summary>
/// Somebody says that it is not safe now (INV-29, R66). For whom may read it, protection then stands first in the plan, before anything that
/// is talked about. It needs no words, no proof and nobody's yes, and it reports nothing to anybody. Unless its holder chooses otherwise, nobody
/// else reads it: who one fears may sit at the same table.
/// </summary>
public sealed class NotSafe : Contribution
{
    internal NotSafe(Head head, string? words, IEnumerable<Addition> additions)
        : base(head, additions) => Words = words;

    /// <summary>In own words; null when nothing was said, or after it was taken back.</summary>
    public string? Words { get; private set; }

    /// <summary>When its holder said that it is safe again, UTC; null while not.</summary>
    public DateTimeOffset? SafeSince => Additions.OfType<SafeAgain>().LastOrDefault()?.At;

    /// <summary>Whether it still holds.</summary>
    public bool Holds => !IsTakenBack && SafeSince is null;

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
        new[] { Words }.Concat(Additions.OfType<SafeAgain>().Select(again => again.Words)).OfType<string>();

    /// <summary>Says that it is not safe now.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">In own words; may be empty.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">The words are too long, or somebody named does not sit here.</exception>
    public static NotSafe Lay(Circle circle, string? words, Audience audience, Act act)
    {
        var laid = new NotSafe(NewHead(circle, SeatSet.None, audience, act), Access.Words.Optional(words), []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>Its holder, and nobody else, says that it is safe again.</summary>
    /// <param name="words">In own words; may be empty.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="PlanRules.SafeByOwn"/>; it was said before.</exception>
    public void SaySafe(string? words, Act act)
    {
        Needs(act, Circle, Permission.Speak);
        Require(act.By.Number == By, PlanRules.SafeByOwn);
        Require(SafeSince is null, CommonRules.OnlyOnce);
        Add(new SafeAgain(By, act.At, Access.Words.Optional(words, Access.Words.Brief)), act, Deed.SafeAgain);
    }

    /// <summary>Nobody answers it: it is no accusation.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => false;

    private protected override void Forget() => Words = null;
}
