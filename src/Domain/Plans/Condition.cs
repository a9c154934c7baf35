using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Plans;

/// <summary>
/// What a professional says must be (voorwaarde): with the ground on which it stands and what happens when it is not met (INV-77). It is
/// never shown as a goal of the family (INV-44).
/// </summary>
public sealed class Condition : PlanPart
{
    internal Condition(Head head, string words, string ground, string consequence, IEnumerable<Addition> additions)
        : base(head, words, null, additions)
    {
        Ground = ground;
        Consequence = consequence;
    }

    /// <summary>On what ground: which law or agreement, and why here; empty after it was taken back.</summary>
    public string Ground { get; private set; }

    /// <summary>What happens when it is not met; empty after it was taken back.</summary>
    public string Consequence { get; private set; }

    /// <inheritdoc />
    public override IEnumerable<string> Said => [Words, Ground, Consequence, .. SaidBeside];

    /// <summary>Lays a condition on the table. All three must be given (INV-77).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">What must be.</param>
    /// <param name="ground">On what ground.</param>
    /// <param name="consequence">What happens when it is not met.</param>
    /// <param name="about">Whom it binds; they always read it (R3).</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">
    /// Words are missing; <see cref="PlanRules.ConditionOfGuest"/>, <see cref="PlanRules.SaysGround"/>,
    /// <see cref="PlanRules.SaysConsequence"/>.
    /// </exception>
    public static Condition Lay(
        Circle circle, string? words, string? ground, string? consequence, SeatSet about, Audience audience, Act act)
    {
        var head = NewHead(circle, about, audience, act);
        Require(MayLay(act.Voice), PlanRules.ConditionOfGuest);
        var laid = new Condition(
            head, Access.Words.Needed(words, Access.Words.Brief),
            Access.Words.Optional(ground, Access.Words.Brief) ?? throw new RuleBrokenException(PlanRules.SaysGround),
            Access.Words.Optional(consequence, Access.Words.Brief) ?? throw new RuleBrokenException(PlanRules.SaysConsequence), []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>Whether this person may lay a condition.</summary>
    /// <param name="seat">The person.</param>
    public static bool MayLay(Seat seat) => seat.IsGuest;

    private protected override void Forget()
    {
        base.Forget();
        Ground = "";
        Consequence = "";
    }
}

/// <summary>What somebody advises (advies). Whoever does not follow it, loses nothing by that (INV-77).</summary>
public sealed class Advice : PlanPart
{
    internal Advice(Head head, string words, string? why, IEnumerable<Addition> additions)
        : base(head, words, null, additions) => Why = why;

    /// <summary>Why; null when not said.</summary>
    public string? Why { get; private set; }

    /// <inheritdoc />
    public override IEnumerable<string> Said => new[] { Words, Why }.OfType<string>().Concat(SaidBeside);

    /// <summary>Lays advice on the table.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">What one advises.</param>
    /// <param name="why">Why; may be empty.</param>
    /// <param name="about">To whom; may be nobody in particular.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words, or somebody named does not sit here.</exception>
    public static Advice Lay(Circle circle, string? words, string? why, SeatSet about, Audience audience, Act act)
    {
        var laid = new Advice(
            NewHead(circle, about, audience, act), Access.Words.Needed(words, Access.Words.Brief), Access.Words.Optional(why, Access.Words.Brief), []);
        laid.RecordLaid(act);
        return laid;
    }

    private protected override void Forget()
    {
        base.Forget();
        Why = null;
    }
}
