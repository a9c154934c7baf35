using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;

namespace Keukentafel.Domain.Circles;

/// <summary>Whom young people chose as their supporters (R17).</summary>
public sealed partial class Circle
{
    private readonly List<Supporter> _supporters = [];

    internal IReadOnlyList<Supporter> Supporters => _supporters;

    /// <summary>Whether somebody has a supporter of their own choice: a young person of 12 or older whose table this is.</summary>
    /// <param name="seat">Who.</param>
    public static bool MayChooseSupporter(Seat seat) => seat is { Side: SeatSide.Host, Age: AgeGroup.Young };

    /// <summary>Whom somebody can choose as a supporter: anybody else at the table who is no child and did not stop here.</summary>
    /// <param name="of">Whose supporter.</param>
    public IEnumerable<Seat> PossibleSupporters(Seat of) =>
        Seats.Where(seat => seat.Number != of.Number && seat.Age != AgeGroup.Child && StoppedAt(seat.Number) is null);

    /// <summary>The supporter of a young person, as far as this reader may know; null for none, or when it is not theirs to know.</summary>
    /// <param name="of">Whose supporter.</param>
    /// <param name="reader">Who reads.</param>
    public Supporter? SupporterOf(SeatNumber of, Seat reader) => _supporters.Find(one => one.Of == of && one.IsKnownTo(reader));

    /// <summary>Whether a supporter from the table still sits there; true for somebody from outside.</summary>
    /// <param name="supporter">The choice.</param>
    public bool IsStillHere(Supporter supporter) =>
        supporter.Seat is not { } number || (_atTheTable.Exists(seat => seat.Number == number) && StoppedAt(number) is null);

    /// <summary>
    /// A young person chooses who supports them, or chooses anew. Nobody else does it, nobody is asked for leave, and no reason is given (T20).
    /// </summary>
    /// <param name="who">Who, at this table; null for somebody from outside.</param>
    /// <param name="name">Somebody from outside, in own words; null for somebody at the table.</param>
    /// <param name="known">Who knows it; null for nothing chosen.</param>
    /// <param name="seen">The <see cref="Supporter.Version"/> that was seen; 0 for none.</param>
    /// <param name="act">Proof of who speaks here.</param>
    /// <exception cref="RuleBrokenException">It is not the own choice, nobody or two are chosen, or the choice changed meanwhile.</exception>
    public void ChooseSupporter(SeatId? who, string? name, SupporterKnown? known, int seen, Act act)
    {
        MustChooseOwn(act);
        var outside = Words.Optional(name, Words.Name);
        Require(who is null != outside is null, SupporterRules.SaysWho);
        Seat? seat = null;
        if (who is { } id)
        {
            seat = Find(id) ?? throw new RuleBrokenException(CircleRules.SitsHere);
            Require(PossibleSupporters(act.By).Contains(seat), SupporterRules.CanCarryIt);
        }

        Require(known is not null && (known != SupporterKnown.Supporter || seat is not null), SupporterRules.SaysWhoKnows);
        var before = _supporters.Find(one => one.Of == act.By.Number);
        Require((before?.Version ?? 0) == seen, CommonRules.NotChangedMeanwhile);
        _supporters.RemoveAll(one => one.Of == act.By.Number);
        _supporters.Add(new Supporter(act.By.Number, seat?.Number, outside, known!.Value, act.At, seen + 1));
        Record(act, Deed.SupporterChosen, act.By.Id.Value);
    }

    /// <summary>A young person takes the choice away, without a reason.</summary>
    /// <param name="act">Proof of who speaks here.</param>
    /// <exception cref="RuleBrokenException">It is not the own choice.</exception>
    public void TakeSupporterAway(Act act)
    {
        MustChooseOwn(act);
        if (_supporters.RemoveAll(one => one.Of == act.By.Number) > 0)
        {
            Record(act, Deed.SupporterTakenAway, act.By.Id.Value);
        }
    }

    /// <summary>This circle, with the supporters that were chosen.</summary>
    /// <param name="supporters">Those.</param>
    internal Circle With(IEnumerable<Supporter> supporters)
    {
        _supporters.AddRange(supporters);
        return this;
    }

    private void MustChooseOwn(Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(MayChooseSupporter(act.By) && act.Voice.Number == act.By.Number && act.WrittenBy is null, SupporterRules.OwnChoice);
    }
}
