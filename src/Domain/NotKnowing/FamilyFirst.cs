using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;

namespace Keukentafel.Domain.NotKnowing;

/// <summary>What somebody says when asked. Not to know and not now are full answers (INV-53, N27). The numbers are stored.</summary>
public enum Reply
{
    /// <summary>In words.</summary>
    Words = 0,

    /// <summary>"I don't know either."</summary>
    DontKnow = 1,

    /// <summary>"Not now": later, or rather not.</summary>
    Later = 2,
}

/// <summary>Rules of what is looked at together.</summary>
public static class FamilyFirstRules
{
    /// <summary>Children and parents are asked first (R87, INV-55).</summary>
    public static readonly Rule FamilyFirst = new("family-first.family-first");

    /// <summary>
    /// Where parents live apart, nobody says by the hand of a parent that the other, or a child of 12 or older who comes in, says nothing (T20).
    /// </summary>
    public static readonly Rule NotOfOtherParent = new("family-first.not-of-other-parent");

    /// <summary>It is said of whom there is nothing, and that is somebody who is asked first.</summary>
    public static readonly Rule SaysOfWhom = new("family-first.says-of-whom");
}

/// <summary>
/// Something that people look at together, in which the children and parents it concerns are asked before anybody else (R87, INV-55).
/// It has no clock: no silence, no day and no number moves it anywhere (R86, INV-54, N26).
/// </summary>
public abstract class FamilyFirst : Contribution
{
    private protected FamilyFirst(Head head, IEnumerable<Addition> additions)
        : base(head, additions)
    {
    }

    /// <summary>Who said something here is never left out of it later.</summary>
    public override SeatSet AlwaysRead => base.AlwaysRead.And(SeatSet.Of(Additions.Select(addition => addition.By).Where(seat => seat != By)));

    /// <summary>Why there is nothing of somebody, as it was last said; null when nobody said.</summary>
    /// <param name="seat">Of whom.</param>
    public VoiceMissing? WhyNothingOf(SeatNumber seat) => Additions.OfType<VoiceMissing>().LastOrDefault(missing => missing.Of == seat);

    /// <summary>Who is asked first and said nothing yet: the children it is about, and the parents who may read it.</summary>
    /// <param name="circle">The table.</param>
    public IReadOnlyList<Seat> NotHeard(Circle circle) =>
    [
        .. circle.Seats.Where(seat => (About.Has(seat.Number) || (seat.IsParent && MayBeReadBy(seat))) && !HasSpoken(seat.Number))
            .OrderBy(seat => seat.IsChildOfTheTable ? 0 : 1),
    ];

    /// <summary>
    /// Who still goes before this person. Nobody goes before somebody of the family. Who said not to know, or "not now", has been asked; so has
    /// who it is said of why there is nothing.
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="seat">Who would speak now.</param>
    public IReadOnlyList<Seat> FamilyBefore(Circle circle, Seat seat) =>
        seat.Side == SeatSide.Host ? [] : [.. NotHeard(circle).Where(first => WhyNothingOf(first.Number) is null)];

    /// <summary>Says why there is nothing of somebody who is asked first, and who will ask.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="of">Of whom.</param>
    /// <param name="words">Why.</param>
    /// <param name="whoAsks">Who will ask.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words, <see cref="FamilyFirstRules.SaysOfWhom"/>, <see cref="FamilyFirstRules.NotOfOtherParent"/>, or who asks does not sit here.</exception>
    public void SayWhyNothingOf(Circle circle, SeatNumber of, string? words, SeatNumber whoAsks, Act act)
    {
        MustBeReader(act);
        Require(NotHeard(circle).Any(seat => seat.Number == of) && of != act.Voice.Number, FamilyFirstRules.SaysOfWhom);
        var asks = circle.SeatAt(whoAsks);
        Require(asks.Number != of, FamilyFirstRules.SaysOfWhom);
        Require(!circle.IsByOtherHand(act.Voice, circle.SeatAt(of)), FamilyFirstRules.NotOfOtherParent);
        Add(new VoiceMissing(act.Voice.Number, act.At, of, Words.Needed(words, Words.Brief), asks.Number), act, Deed.VoiceMissingSaid);
    }

    /// <summary>It is nobody's to answer: each lays the own words beside it.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => false;

    /// <summary>Many people say something on many questions: more than on another slip.</summary>
    private protected override int MostOfOneADay => 60;

    /// <summary>Whether somebody answered what the family is asked first.</summary>
    private protected abstract bool HasSpoken(SeatNumber seat);

    /// <summary>Refuses whoever is not of the family while somebody of the family is still to be asked.</summary>
    private protected void FamilyGoesFirst(Circle circle, Act act)
    {
        Require(circle.Id == Circle, CommonRules.ProofFits);
        Require(FamilyBefore(circle, act.Voice).Count == 0, FamilyFirstRules.FamilyFirst);
    }
}
