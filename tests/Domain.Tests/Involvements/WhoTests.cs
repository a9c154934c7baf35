using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Involvements;

public sealed class WhoTests
{
    private readonly Table _table = new();

    private Circle Circle => _table.Circle;

    [Fact]
    public void Each_says_only_about_themselves_and_only_a_professional_what_they_may_R16()
    {
        var all = new AboutMyself(_table.Mother.By.Number, default)
        {
            Reach = " Bel op dinsdag. ",
            May = "Langskomen.",
            MayNot = "Met school praten.",
            WritesDown = "Dat ik er was.",
            WorksFor = "Het team",
        };
        Circle.SayAboutMyself(all, _table.Guest);
        Circle.SayAboutMyself(all, _table.Grandmother);
        var guest = Circle.AboutOf(_table.Guest.By.Number)!;
        Assert.Equal(("Bel op dinsdag.", "Langskomen.", "Met school praten.", "Dat ik er was.", "Het team"), (guest.Reach, guest.May, guest.MayNot, guest.WritesDown, guest.WorksFor));
        Assert.Equal(("Bel op dinsdag.", null, null), (Circle.AboutOf(_table.Grandmother.By.Number)!.Reach, Circle.AboutOf(_table.Grandmother.By.Number)!.May, Circle.AboutOf(_table.Grandmother.By.Number)!.WorksFor));
        Assert.Null(Circle.AboutOf(_table.Mother.By.Number));
        Table.Refuses(CommonRules.NotTooLong, () => Circle.SayAboutMyself(all with { Reach = new string('x', 1001) }, _table.Guest));
        Table.Refuses(CommonRules.NameNotTooLong, () => Circle.SayAboutMyself(all with { WorksFor = new string('x', 61) }, _table.Guest));
        Table.Refuses(CommonRules.ProofFits, () => Circle.SayAboutMyself(all, _table.ReadsOnly));
        Circle.SayAboutMyself(new AboutMyself(default, default), _table.Guest);
        Assert.Null(Circle.AboutOf(_table.Guest.By.Number)!.Reach);
    }

    [Fact]
    public void Each_of_the_family_chooses_one_who_comes_first_for_them_R104()
    {
        var guest = _table.Guest.By;
        Assert.Null(Circle.FirstContactOf(_table.Child.By.Number));
        Circle.ChooseFirst(guest.Id, _table.Child);
        Circle.ChooseFirst(_table.Mother.By.Id, _table.Grandmother);
        Assert.Equal((guest.Id, _table.Mother.By.Id), (Circle.FirstContactOf(_table.Child.By.Number)!.Id, Circle.FirstContactOf(_table.Grandmother.By.Number)!.Id));
        Assert.Null(Circle.FirstContactOf(_table.Mother.By.Number));
        Circle.ChooseFirst(null, _table.Child);
        Assert.Null(Circle.FirstContactOf(_table.Child.By.Number));
        Table.Refuses(CommonRules.ProofFits, () => Circle.ChooseFirst(_table.Child.By.Id, _table.Guest));
        Table.Refuses(CircleRules.SitsHere, () => Circle.ChooseFirst(_table.Mother.By.Id, _table.Mother));
        Table.Refuses(CircleRules.SitsHere, () => Circle.ChooseFirst(SeatId.New(), _table.Mother));
    }
}
