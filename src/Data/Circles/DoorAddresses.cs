using Keukentafel.Data.Mapping;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Data.Circles;

/// <summary>Somebody looked at the caller's hidden address.</summary>
/// <param name="Day">On which day, where people sit.</param>
/// <param name="Reader">Who.</param>
public sealed record AddressLook(DateOnly Day, Seat Reader);

/// <summary>What a text gives away of the hidden addresses that the caller knows.</summary>
/// <param name="IsPlain">Whether what stands in it stops the caller (<see cref="HiddenAddress.StopsIn"/>).</param>
/// <param name="Words">What the caller is asked about (<see cref="HiddenAddress.AsksAbout"/>); nothing for none.</param>
public readonly record struct HiddenWords(bool IsPlain, IReadOnlyList<string> Words);

/// <summary>The door, for where somebody lives.</summary>
public sealed partial class Door
{
    // The owner finds it back among who looked.
    private const string AddressPart = "hidden-address";

    private const int MostAddressLooks = 40;

    /// <summary>What somebody keeps in the own vault. It stays shut for who came in with a new password less than a week ago.</summary>
    /// <param name="visit">Proof that somebody was let in.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The address, null for none or for one that stays shut; and whether it stays shut.</returns>
    public async Task<(HiddenAddress? Address, bool IsShut)> OwnAddressAsync(Visit visit, CancellationToken cancellation)
    {
        var mine = (await KnownAddressesAsync(visit.Caller, visit.Circle.Id, cancellation)).Known.Find(one => one.By == visit.Me.Number);
        return mine is null || !visit.Caller.IsShut(mine) ? (mine, false) : (null, true);
    }

    /// <summary>Whether somebody told the caller where they live. What is told and what is not there are the same to anybody else (T22).</summary>
    /// <param name="visit">Proof that somebody was let in.</param>
    /// <param name="of">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> IsToldAddressAsync(Visit visit, Seat of, CancellationToken cancellation) => await ToldAddressAsync(visit, of, cancellation) is not null;

    /// <summary>Hands over where somebody lives to who was chosen to read it, and writes that down first.</summary>
    /// <param name="visit">Proof that somebody was let in.</param>
    /// <param name="of">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedException">There is nothing for this reader.</exception>
    public async Task<HiddenAddress> ReadAddressAsync(Visit visit, Seat of, CancellationToken cancellation)
    {
        if (await ToldAddressAsync(visit, of, cancellation) is not { } address)
        {
            await RefuseAsync(visit.Caller, visit.Circle.Id, visit.Act.Permission, visit.Act.At, of.Id.Value);
            throw new RefusedException();
        }

        await _gate.WriteAsync(new TrailLine(
            visit.Act.At, visit.Act.Person.Value, visit.Circle.Id.Value, visit.Me.Number.Value, Deed.Opened, visit.Act.Permission, of.Id.Value, AddressPart,
            null, SeatSet.Of(of.Number).Bits));
        return address;
    }

    /// <summary>Who looked at the caller's hidden address, the last first and each once a day; of the family too, as each of them was chosen for it.</summary>
    /// <param name="visit">Proof that somebody was let in.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<AddressLook>> LooksAtMyAddressAsync(Visit visit, CancellationToken cancellation)
    {
        var looks = new List<AddressLook>();
        await _storage.AskAsync(
            visit.Circle.Id.Value,
            visit.Act.Person.Value,
            [
                new Query(
                    "select at, seat from trail where circle = @circle and deed = @opened and part = @part and subject = @mine order by number desc",
                    row => looks.Add(new AddressLook(Day(row.Number(0)), visit.Circle.SeatAt(new SeatNumber(row.Small(1))))),
                    ("circle", visit.Circle.Id.Value), ("opened", (long)Deed.Opened), ("part", AddressPart), ("mine", visit.Me.Id.Value)),
            ],
            cancellation);
        return [.. looks.Distinct().Take(MostAddressLooks)];
    }

    /// <summary>
    /// What a text gives away of a hidden address that the caller knows anyway: their own, or one that they were told. For anybody else this
    /// is nothing, whatever lies in a vault. Nothing is handed over, so the trail says nothing.
    /// </summary>
    /// <param name="caller">Who.</param>
    /// <param name="id">At which table.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Func<string, HiddenWords>> HiddenAddressInAsync(Caller caller, CircleId id, CancellationToken cancellation)
    {
        var (me, known) = await KnownAddressesAsync(caller, id, cancellation);
        known.RemoveAll(caller.IsShut);
        return text => new HiddenWords(
            known.Exists(address => address.StopsIn(text, me).Any()), [.. known.SelectMany(address => address.AsksAbout(text, me)).Distinct()]);
    }

    private async Task<HiddenAddress?> ToldAddressAsync(Visit visit, Seat of, CancellationToken cancellation) => of.Number == visit.Me.Number ? null
        : (await KnownAddressesAsync(visit.Caller, visit.Circle.Id, cancellation)).Known
            .Find(one => one.By == of.Number && visit.Circle.MayReadAddress(one, visit.Me) && !visit.Caller.IsShut(one));

    // What was not told to the caller is not read.
    private async Task<(SeatNumber Me, List<HiddenAddress> Known)> KnownAddressesAsync(Caller caller, CircleId id, CancellationToken cancellation)
    {
        var me = default(SeatNumber);
        var rows = new List<HiddenAddressRow>();
        await _storage.AskAsync(
            id.Value,
            caller.Person.Value,
            [
                new Query(
                    "select h.seat, h.readers, h.mark, h.sheet, me.number from seats me join hidden_addresses h on h.circle = me.circle " +
                    "where me.circle = @circle and me.person = @person and (h.seat = me.number or (h.readers & me.bit) <> 0)",
                    row =>
                    {
                        me = new SeatNumber(row.Small(4));
                        rows.Add(new HiddenAddressRow { Circle = id.Value, Seat = row.Small(0), Readers = row.Number(1), Mark = row.Id(2), Sheet = row.Bytes(3) });
                    },
                    ("circle", id.Value), ("person", caller.Person.Value)),
            ],
            cancellation);
        return (me, rows.ConvertAll(row => AddressSheet.Read(row, _keyring.Open(id.Value, row.Sheet))));
    }
}
