using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Circles;

/// <summary>
/// The vault (kluis) of one person at one table, in which a hidden address is kept, apart from all else of the table: whoever looks at the table does not
/// read it (T22).
/// </summary>
public sealed class AddressVault : Aggregate
{
    private readonly CircleId _circle;
    private readonly SeatNumber _owner;

    /// <summary>A vault as it is found.</summary>
    /// <param name="circle">At which table.</param>
    /// <param name="owner">Whose.</param>
    /// <param name="kept">What lies in it; null for nothing.</param>
    public AddressVault(CircleId circle, SeatNumber owner, HiddenAddress? kept)
    {
        _circle = circle;
        _owner = owner;
        Found = kept?.Mark;
        Kept = kept;
    }

    /// <summary>What lies in it; null for nothing.</summary>
    public HiddenAddress? Kept { get; private set; }

    /// <summary>The mark of what was found in it, for keeping; null for nothing.</summary>
    internal Guid? Found { get; }

    /// <summary>Keeps where one lives, and says who may read that (T22). What was kept before is replaced.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="said">The words and the readers; whose it is, its mark and its moment are not read.</param>
    /// <param name="seen">The <see cref="HiddenAddress.Mark"/> of what stood there; null when nothing did.</param>
    /// <param name="act">Proof of who may speak here.</param>
    /// <exception cref="RuleBrokenException">As <see cref="AddressRules"/> say, too long, or another was kept meanwhile.</exception>
    public HiddenAddress Keep(Circle circle, HiddenAddress said, Guid? seen, Act act)
    {
        NeedsOwner(act);
        Require(act.By.Age != AgeGroup.Child, AddressRules.NoChild);
        Require(Kept?.Mark == seen, CommonRules.NotChangedMeanwhile);
        Require(said.Readers.Without(SeatSet.Of(circle.MayBeToldAddressOf(act.By).Select(seat => seat.Number))).IsEmpty, AddressRules.ReaderMayBeTold);
        var address = new HiddenAddress(_owner, RandomIds.Next(), act.At)
        {
            Street = Words.Optional(said.Street, Words.Brief),
            Place = Words.Optional(said.Place, Words.Brief),
            Also = Words.Optional(said.Also, Words.Brief),
            Readers = said.Readers,
        };
        Require((address.Street ?? address.Place ?? address.Also) is not null, AddressRules.SaysSomething);
        Require(address.IsKnownAgain, AddressRules.IsKnownAgain);
        Require(
            (address.Also ?? "").Split('\n').All(line => string.IsNullOrWhiteSpace(line) || new FoldedText(line).Length >= HiddenAddress.ShortestWord),
            AddressRules.AlsoIsLongEnough);
        Require(address.WordCount <= HiddenAddress.MostWords, AddressRules.FewWords);
        Require(address.StreetCount <= HiddenAddress.MostStreets, AddressRules.OneStreet);
        Kept = address;
        Record(act, Deed.HiddenAddressKept, act.By.Id.Value);
        return address;
    }

    /// <summary>Takes it away; nothing of it stays.</summary>
    /// <param name="seen">The <see cref="HiddenAddress.Mark"/> of what stood there.</param>
    /// <param name="act">Proof of who may speak here.</param>
    /// <exception cref="RuleBrokenException">There is none, or another was kept meanwhile.</exception>
    public void TakeAway(Guid? seen, Act act)
    {
        NeedsOwner(act);
        Require(Kept is { } kept && kept.Mark == seen, CommonRules.NotChangedMeanwhile);
        Kept = null;
        Record(act, Deed.HiddenAddressTakenAway, act.By.Id.Value);
    }

    private void NeedsOwner(Act act)
    {
        Needs(act, _circle, Permission.Speak);
        Require(act.By.Number == _owner, CommonRules.OwnOnly);
    }
}
