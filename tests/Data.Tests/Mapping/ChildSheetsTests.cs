using System.Text;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Wishes;

namespace Keukentafel.Data.Tests.Mapping;

/// <summary>What a child says in pictures is kept sealed, and comes back as it was.</summary>
public sealed class ChildSheetsTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);
    private readonly Keyring _keyring = new(Path.Combine(Directory.CreateTempSubdirectory("keukentafel-").FullName, "keys"));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_keyring.Folder)!, recursive: true);

    [Fact]
    public void Pictures_and_a_drawing_come_back_as_they_were_and_nobody_reads_them_in_the_row()
    {
        const string Strokes = "2:10,20 30,40;4:999,700";
        var person = PersonId.New();
        var circle = Circle.Start(person, "Noor", null, AgeGroup.Child, null, [], false, At);
        var act = circle.Admit(person, Permission.Speak, At)!;
        var kept = Wish.Lay(
            circle, "slapen, wanneer", SeatSet.None, Audience.OnlyMe, act, Pictured.Of([PictureWord.Sleep, PictureWord.When], Drawing.Read(Strokes)));
        var row = Sheets.RowOf(kept, _keyring);
        Assert.DoesNotContain("10,20", Encoding.Latin1.GetString(row.Sheet), StringComparison.Ordinal);
        using var opener = _keyring.OpenerOf(circle.Id.Value);
        var back = Sheets.From(row, opener);
        Assert.Equal([PictureWord.Sleep, PictureWord.When], back.Pictured!.Pictures);
        Assert.Equal(Strokes, back.Pictured.Drawing!.ToString());
        kept.TakeBack(act);
        Assert.Null(Sheets.From(Sheets.RowOf(kept, _keyring), opener).Pictured);
    }

    [Fact]
    public void A_lock_comes_back_as_it_was_and_is_sealed()
    {
        var person = PersonId.New();
        var circle = Circle.Start(person, "Noor", null, AgeGroup.Child, null, [], false, At);
        circle.PutLock([PictureWord.Home, PictureWord.Pet, PictureWord.Hug], _ => "a slow print", circle.Admit(person, Permission.Speak, At)!);
        var row = CircleMapping.RowOf(circle, _keyring);
        Assert.DoesNotContain("a slow print", Encoding.Latin1.GetString(row.Sheet), StringComparison.Ordinal);
        using var opener = _keyring.OpenerOf(circle.Id.Value);
        var back = CircleMapping.From(row, circle.Seats.Select(seat => CircleMapping.RowOf(circle, seat)), opener);
        Assert.Equal(new PictureLock(circle.Seats[0].Number, 3, "a slow print", At), back.LockOf(circle.Seats[0].Number));
    }

    [Fact]
    public void Who_supports_a_young_person_comes_back_as_it_was_and_is_sealed()
    {
        var person = PersonId.New();
        var circle = Circle.Start(person, "Jayden", null, AgeGroup.Young, null, [new ChildAtStart("Liv", AgeGroup.Young)], false, At);
        circle.ChooseSupporter(null, "Mo van school", SupporterKnown.Everyone, 0, circle.Admit(person, Permission.Speak, At)!);
        var row = CircleMapping.RowOf(circle, _keyring);
        Assert.DoesNotContain("Mo van school", Encoding.Latin1.GetString(row.Sheet), StringComparison.Ordinal);
        using var opener = _keyring.OpenerOf(circle.Id.Value);
        var me = circle.Seats[0];
        var seats = circle.Seats.Select(seat => CircleMapping.RowOf(circle, seat)).ToList();
        Assert.Equal(new Supporter(me.Number, null, "Mo van school", SupporterKnown.Everyone, At, 1), CircleMapping.From(row, seats, opener).SupporterOf(me.Number, me));
        circle.ChooseSupporter(circle.Seats[1].Id, null, SupporterKnown.Supporter, 1, circle.Admit(person, Permission.Speak, At)!);
        Assert.Equal(circle.Seats[1].Number, CircleMapping.From(CircleMapping.RowOf(circle, _keyring), seats, opener).SupporterOf(me.Number, me)!.Seat);
    }
}
