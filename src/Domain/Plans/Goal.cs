using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Plans;

/// <summary>
/// What somebody of the family wants (doel), in the words of the one who wants it (INV-43), with by what one will notice that it is better
/// (R112). Those two must be given (R150: 2). It may begin as a wish, and may answer a worry. Nobody marks it as reached (R113).
/// </summary>
public sealed class Goal : PlanPart
{
    internal Goal(Head head, string words, string better, ContributionId? forWorry, ContributionId? wish, IEnumerable<Addition> additions)
        : base(head, words, forWorry, additions)
    {
        Better = better;
        Wish = wish;
    }

    /// <summary>By what one will notice that it is better; empty after it was taken back.</summary>
    public string Better { get; private set; }

    /// <summary>The wish it began as; null for none. Shown only to who may read that wish.</summary>
    public ContributionId? Wish { get; }

    /// <inheritdoc />
    public override IEnumerable<string> Said => [Words, Better, .. SaidBeside];

    /// <summary>Lays a goal: whose it is, is who lays it (INV-43).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">What one wants.</param>
    /// <param name="better">By what one will notice that it is better.</param>
    /// <param name="forWorry">The worry it answers; may be left out.</param>
    /// <param name="wish">The own wish it begins as; may be left out.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">
    /// Words are missing; <see cref="PlanRules.GoalOfFamily"/>, <see cref="PlanRules.OwnWish"/>, <see cref="PlanRules.WorryInSight"/>.
    /// </exception>
    public static Goal Lay(Circle circle, string? words, string? better, Worry? forWorry, Wish? wish, Audience audience, Act act)
    {
        var head = NewHead(circle, SeatSet.None, audience, act);
        Require(MayLay(act.Voice), PlanRules.GoalOfFamily);
        Require(wish is null || (wish.Circle == circle.Id && wish.By == act.Voice.Number && !wish.IsTakenBack), PlanRules.OwnWish);
        var text = Access.Words.Needed(words, Access.Words.Brief);
        var laid = new Goal(
            head, text, Access.Words.Optional(better, Access.Words.Brief) ?? throw new RuleBrokenException(PlanRules.SaysBetter),
            Answering(forWorry, act), wish?.Id, []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>Whether this person may lay a goal: the family and their own people. A guest gives advice, or names a condition (INV-44).</summary>
    /// <param name="seat">The person.</param>
    public static bool MayLay(Seat seat) => !seat.IsGuest;

    private protected override void Forget()
    {
        base.Forget();
        Better = "";
    }
}
