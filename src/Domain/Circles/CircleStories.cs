using Keukentafel.Domain.Access;
using Keukentafel.Domain.OwnStories;

namespace Keukentafel.Domain.Circles;

/// <summary>With whom the words of a child may go along when somebody takes the own story along.</summary>
public sealed partial class Circle
{
    private readonly Dictionary<SeatNumber, SeatSet> _letsGo = [];

    /// <summary>With whom each child lets the own words go along; a child that is not in it lets them go with nobody.</summary>
    public IReadOnlyDictionary<SeatNumber, SeatSet> LetsGo => _letsGo;

    /// <summary>With whom a child lets the own words go along (R7): with nobody, as long as it did not say otherwise.</summary>
    /// <param name="child">The child.</param>
    public SeatSet LetsGoTo(SeatNumber child) => _letsGo.GetValueOrDefault(child);

    /// <summary>Who may take along the own story, and so the words of a child that says yes to it.</summary>
    /// <param name="child">The child.</param>
    public IEnumerable<Seat> Takers(Seat child) =>
        _atTheTable.Where(seat => seat.Number != child.Number && AccessRules.Allows(seat.Side, Permission.TakeAlong));

    /// <summary>A child says with whom the own words may go along. A later choice takes the place of the earlier; what left before stays away.</summary>
    /// <param name="with">With whom; nobody takes every yes back.</param>
    /// <param name="act">Proof of the child or young person.</param>
    /// <exception cref="RuleBrokenException">Not a child of this table, or somebody is named who takes nothing along.</exception>
    public void LetWordsGo(SeatSet with, Act act)
    {
        Needs(act, Id, Permission.TakeAlong);
        Require(act.By.IsChildOfTheTable, OwnStoryRules.ChildSays);
        Require(with.Without(SeatSet.Of(Takers(act.By).Select(seat => seat.Number))).IsEmpty, OwnStoryRules.TakesAlong);
        _letsGo[act.By.Number] = with;
        Record(act, Deed.WordsLetGo, act.By.Id.Value);
    }

    /// <summary>This circle, with what children said about their words.</summary>
    /// <param name="letsGo">For each child with whom.</param>
    internal Circle With(IEnumerable<KeyValuePair<SeatNumber, SeatSet>> letsGo)
    {
        foreach (var (child, with) in letsGo)
        {
            _letsGo[child] = with;
        }

        return this;
    }
}
