using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Tests.Children;

public sealed class ChildTests
{
    private readonly Table _table = new();

    private static Pictured Said => Pictured.Of([PictureWord.Sleep, PictureWord.When], Drawing.Read("1:0,0 1000,700;5:10,20"))!;

    [Fact]
    public void What_a_child_says_in_pictures_is_its_own_thing_and_its_words_and_pictures_go_together_R11()
    {
        IReadOnlyList<Contribution> things =
        [
            GoodThing.Lay(_table.Circle, "slapen", SeatSet.None, Audience.OnlyMe, _table.Child, Said),
            Worry.Lay(_table.Circle, "slapen", SeatSet.None, null, Audience.OnlyMe, _table.Child, Said),
            Wish.Lay(_table.Circle, "slapen", SeatSet.None, Audience.OnlyMe, _table.Child, Said),
        ];
        Assert.All(things, thing =>
        {
            Assert.Equal(_table.Child.By.Number, thing.By);
            Assert.Equal([PictureWord.Sleep, PictureWord.When], thing.Pictured!.Pictures);
            Assert.False(thing.MayBeReadBy(_table.Mother.By));
            Table.Refuses(CommonRules.OwnOnly, () => thing.TakeBack(_table.Mother));
            Assert.NotNull(thing.Pictured);
            thing.TakeBack(_table.Child);
            Assert.Null(thing.Pictured);
        });
    }

    [Fact]
    public void Nobody_chooses_pictures_or_draws_for_a_child_as_if_it_were_the_childs_N14()
    {
        var talk = Talk.Plan(_table.Circle, "De ochtend", null, null, null, SeatSet.None, _table.Mother);
        talk.Begin(_table.Circle, SeatSet.Of(_table.Mother.By.Number, _table.Child.By.Number), _table.Mother);
        var forTheChild = talk.Speak(_table.Circle, _table.Child.By.Id, TalkAsk.Good, null, false, _table.Mother);
        Table.Refuses(ChildRules.OwnHand, () => GoodThing.Lay(_table.Circle, "slapen", SeatSet.None, forTheChild.Listeners!.Value, forTheChild, Said));
        Assert.Null(GoodThing.Lay(_table.Circle, "slapen", SeatSet.None, forTheChild.Listeners!.Value, forTheChild).Pictured);
    }

    [Theory]
    [InlineData("1:0,0")]
    [InlineData("6:1000,700 0,0 12,13;1:5,5")]
    public void A_drawing_is_written_out_as_it_was_read_R11(string written)
    {
        Assert.Equal(written, Drawing.Read(written)!.ToString());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[[1,2],[3,4]]")]
    [InlineData("{\"strokes\":[")]
    [InlineData("1:NaN,NaN")]
    [InlineData("1:1e9,1e9")]
    [InlineData("1:Infinity,0")]
    [InlineData("1:-1,0")]
    [InlineData("1:+1,0")]
    [InlineData("1:1001,0")]
    [InlineData("1:0,701")]
    [InlineData("1:1.5,2")]
    [InlineData("1: 1,2")]
    [InlineData("1:1,2 ")]
    [InlineData("1:1,2,3")]
    [InlineData("1:")]
    [InlineData("1:5")]
    [InlineData("0:1,1")]
    [InlineData("7:1,1")]
    [InlineData("12:1,1")]
    [InlineData(":1,1")]
    [InlineData("1:1,1;")]
    [InlineData(";1:1,1")]
    [InlineData("1:١,٢")]
    [InlineData("1:0000000000001,1")]
    [InlineData("1:1,1\n1:2,2")]
    [InlineData("url(#x)")]
    public void What_is_not_exactly_a_drawing_is_refused_before_anything_is_made_of_it(string written) =>
        Table.Refuses(ChildRules.IsADrawing, () => Drawing.Read(written));

    [Fact]
    public void A_drawing_fits_on_its_paper()
    {
        var line = string.Join(' ', Enumerable.Repeat("1,1", Drawing.MostPoints));
        Assert.NotNull(Drawing.Read("1:" + line));
        Table.Refuses(ChildRules.DrawingFits, () => Drawing.Read("1:1,1;1:" + line));
        Assert.NotNull(Drawing.Read(string.Join(';', Enumerable.Repeat("1:1,1", Drawing.MostStrokes))));
        Table.Refuses(ChildRules.DrawingFits, () => Drawing.Read(string.Join(';', Enumerable.Repeat("1:1,1", Drawing.MostStrokes + 1))));
        Table.Refuses(ChildRules.DrawingFits, () => Drawing.Read(new string('1', Drawing.Longest + 1)));

        // The biggest that is allowed can be written out and read again.
        var full = string.Join(';', Enumerable.Repeat("6:" + string.Join(' ', Enumerable.Repeat("1000,700", Drawing.MostPoints / Drawing.MostStrokes)), Drawing.MostStrokes));
        Assert.Equal(full, Drawing.Read(Drawing.Read(full)!.ToString())!.ToString());
    }

    [Fact]
    public void Nothing_is_nothing_and_twelve_pictures_are_enough()
    {
        Assert.Null(Drawing.Read(" "));
        Assert.Null(Pictured.Of([], null));
        Assert.NotNull(Pictured.Of([.. Enumerable.Repeat(PictureWord.Home, Pictured.MostPictures)], null));
        Table.Refuses(ChildRules.NotTooManyPictures, () => Pictured.Of([.. Enumerable.Repeat(PictureWord.Home, Pictured.MostPictures + 1)], null));
    }

    [Fact]
    public void Only_a_child_puts_a_lock_on_its_own_page_and_what_is_kept_is_a_print()
    {
        PictureWord[] pictures = [PictureWord.Home, PictureWord.Pet, PictureWord.Home];
        Table.Refuses(ChildRules.OwnLock, () => _table.Circle.PutLock(pictures, text => text, _table.Mother));
        Table.Refuses(ChildRules.OwnLock, () => _table.Circle.TakeLockOff(_table.Mother));
        Table.Refuses(CommonRules.ProofFits, () => _table.Circle.PutLock(pictures, text => text, _table.ReadsOnly));
        Table.Refuses(ChildRules.LockOfPictures, () => _table.Circle.PutLock(pictures[..2], text => text, _table.Child));
        Table.Refuses(ChildRules.LockOfPictures, () => _table.Circle.PutLock([.. pictures, .. pictures[..2]], text => text, _table.Child));
        Table.Refuses(ChildRules.LockOfPictures, () => _table.Circle.PutLock([.. pictures[..2], PictureWord.Angry], text => text, _table.Child));
        Assert.Null(_table.Circle.LockOf(_table.Child.By.Number));
        _table.Circle.PutLock(pictures, text => "print of " + text, _table.Child);
        Assert.Equal(("print of 1 7 1", 3), (_table.Circle.LockOf(_table.Child.By.Number)!.Print, _table.Circle.LockOf(_table.Child.By.Number)!.Length));
        _table.Circle.PutLock([.. pictures, PictureWord.Hug], text => text, _table.Child);
        Assert.Equal(4, _table.Circle.LockOf(_table.Child.By.Number)!.Length);
        Assert.Null(_table.Circle.LockOf(_table.Mother.By.Number));
        _table.Circle.TakeLockOff(_table.Child);
        Assert.Null(_table.Circle.LockOf(_table.Child.By.Number));
    }
}
