using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Plans;

/// <summary>Rules of the plan.</summary>
public static class PlanRules
{
    /// <summary>An agreement says who does it.</summary>
    public static readonly Rule SaysWho = new("plan.says-who");

    /// <summary>A goal says by what one notices that it is better (R112).</summary>
    public static readonly Rule SaysBetter = new("plan.says-better");

    /// <summary>Who is a guest lays no goal of the family: what a professional wants is a condition or advice (INV-44).</summary>
    public static readonly Rule GoalOfFamily = new("plan.goal-of-family");

    /// <summary>Only who wished makes the wish a goal (INV-43).</summary>
    public static readonly Rule OwnWish = new("plan.own-wish");

    /// <summary>A part of the plan answers a worry that whoever lays it may read, and that was not taken back.</summary>
    public static readonly Rule WorryInSight = new("plan.worry-in-sight");

    /// <summary>Only a guest lays a condition: the family asks, it does not set conditions to itself (INV-77).</summary>
    public static readonly Rule ConditionOfGuest = new("plan.condition-of-guest");

    /// <summary>A condition says on what ground it stands (INV-77).</summary>
    public static readonly Rule SaysGround = new("plan.says-ground");

    /// <summary>A condition says what happens when it is not met (INV-77).</summary>
    public static readonly Rule SaysConsequence = new("plan.says-consequence");

    /// <summary>Only whose it is folds it up, or opens it again.</summary>
    public static readonly Rule OwnToFold = new("plan.own-to-fold");

    /// <summary>What is folded up is not folded up again, and what lies open is not opened.</summary>
    public static readonly Rule FoldedOnce = new("plan.folded-once");

    /// <summary>Child and parents say what an agreement does for them (R69).</summary>
    public static readonly Rule FeltByFamily = new("plan.felt-by-family");

    /// <summary>Only who said that it is not safe says that it is safe again.</summary>
    public static readonly Rule SafeByOwn = new("plan.safe-by-own");
}

/// <summary>
/// Something that stands in the one plan of a table (INV-45): a goal, an agreement, a condition, advice. Each is a kind of its own, so that
/// none can pass for another (INV-44). There is no mark for kept or reached, and nothing is counted (R113).
/// </summary>
public abstract class PlanPart : Proposal
{
    private protected PlanPart(Head head, string words, ContributionId? forWorry, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Words = words;
        ForWorry = forWorry;
    }

    /// <summary>In the words of who laid it; empty after it was taken back.</summary>
    public string Words { get; private set; }

    /// <summary>The worry that it answers (R69, R112); null when not said. Shown only to who may read that worry.</summary>
    public ContributionId? ForWorry { get; }

    /// <summary>Each time that it was folded up or opened again, the oldest first.</summary>
    public IEnumerable<Folding> Foldings => Additions.OfType<Folding>();

    /// <summary>Whether it is folded up: "this is no longer needed". It stays readable, and no mark says how it went.</summary>
    public bool IsFolded => Foldings.LastOrDefault()?.Shut ?? false;

    /// <summary>Everything people said in it besides its own words.</summary>
    private protected IEnumerable<string> SaidBeside =>
        SaidWithPositions.Concat(Foldings.Select(folding => folding.Words).OfType<string>());

    /// <summary>Whether this person may fold it up: whose it is.</summary>
    /// <param name="seat">The person.</param>
    public virtual bool MayBeFoldedBy(Seat seat) => seat.Number == By;

    /// <summary>"This is no longer needed", or "it is still needed": by whose it is, with or without words.</summary>
    /// <param name="shut">Whether it is folded up; else it is opened again.</param>
    /// <param name="words">Why; may be empty.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="PlanRules.OwnToFold"/>, <see cref="PlanRules.FoldedOnce"/>.</exception>
    public void Fold(bool shut, string? words, Act act)
    {
        MustBeReader(act);
        Require(MayBeFoldedBy(act.By), PlanRules.OwnToFold);
        Require(shut != IsFolded, PlanRules.FoldedOnce);
        Add(
            new Folding(act.By.Number, act.At, Access.Words.Optional(words, Access.Words.Brief), shut), act,
            shut ? Deed.PlanPartFolded : Deed.PlanPartOpened);
    }

    /// <summary>The id of the worry that is answered, when who lays the part may read it.</summary>
    /// <param name="worry">The worry; null for none.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="PlanRules.WorryInSight"/>.</exception>
    private protected static ContributionId? Answering(Worry? worry, Act act)
    {
        Require(
            worry is null || (worry.Circle == act.Circle && worry.MayBeReadBy(act.By) && !worry.IsTakenBack), PlanRules.WorryInSight);
        return worry?.Id;
    }

    private protected override void Forget() => Words = "";
}
