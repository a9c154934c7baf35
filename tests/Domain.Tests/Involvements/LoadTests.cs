using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Involvements;

public sealed class LoadTests
{
    private readonly Table _table = new();
    private readonly Seat _samira;

    public LoadTests() => _samira = _table.Guest.By;

    private Circle Circle => _table.Circle;

    private Act Host => Circle.Admit(_table.Mother.Person, Permission.Host, _table.Now)!;

    private Load Seen => Circle.LoadFor(_table.Mother.By, _table.Now);

    [Fact]
    public void It_names_who_comes_for_whom_they_work_and_who_came_and_went_R99_INV73()
    {
        var (bo, joris) = (PersonId.New(), PersonId.New());
        foreach (var (person, name) in new[] { (bo, "Bo"), (joris, "Joris") })
        {
            Circle.AddFromBefore(person, name, null, null, Host);
        }

        Circle.SayAboutMyself(new AboutMyself(default, default) { WorksFor = "het wijkteam" }, _table.Guest);
        Circle.SayAboutMyself(new AboutMyself(default, default) { WorksFor = "Het Wijkteam" }, Of(bo));
        Assert.Equal(["Samira", "Bo", "Joris"], Names(Seen.Faces));
        Assert.Equal(["het wijkteam"], Seen.WorkFor);
        Assert.Equal(["Joris"], Names(Seen.NotSaid));
        Assert.Equal(["Samira", "Bo", "Joris"], Names(Seen.Came));
        Assert.Empty(Seen.Went);
        Circle.StepBack(Of(joris));
        Assert.Equal(["Samira", "Bo"], Names(Seen.Faces));
        Assert.Equal(["Joris"], Names(Seen.Went));
        Assert.Equal(["Samira", "Bo", "Joris"], Names(Seen.Came));
        _table.Pass(TimeSpan.FromDays(Load.Days + 1));
        Assert.Equal((2, 0, 0), (Seen.Faces.Count, Seen.Came.Count, Seen.Went.Count));
    }

    [Fact]
    public void Days_to_look_again_count_among_the_coming_weeks_and_no_others_R99()
    {
        var today = Netherlands.DayOf(_table.Now);
        foreach (var (days, counts) in new[] { (1, true), (Load.Ahead, true), (Load.Ahead + 1, false) })
        {
            Circle.LookAgain(_samira.Id, StillNeeded.Yes, null, today.AddDays(days), Host);
            Assert.Equal(counts, Seen.Looks.Contains((today.AddDays(days), _samira)));
        }
    }

    [Fact]
    public void Who_came_on_an_authority_that_is_over_is_no_face_any_more_R99()
    {
        var karin = PersonId.New();
        var until = Netherlands.DayOf(_table.Now).AddDays(3);
        var worth = new Worth { Name = "Karin", Goal = "Veilig.", Adds = "Tijd.", LookAgain = until };
        Circle.JoinByAuthority(worth, "De rechter", "De brief", until, karin, _table.Guest);
        Assert.Equal(["Samira", "Karin"], Names(Seen.Faces));
        _table.Pass(TimeSpan.FromDays(5));
        Assert.Equal(["Samira"], Names(Seen.Faces));
    }

    [Fact]
    public void Hosts_and_professionals_see_it_and_nobody_else_R99()
    {
        Assert.Equal(
            [true, true, false, true],
            new[] { _table.Mother, _table.Child, _table.Grandmother, _table.Guest }.Select(act => Circle.MaySeeLoad(act.By)));
    }

    [Fact]
    public void Nothing_in_it_is_a_number_a_colour_or_a_limit_N1_R99() => Assert.DoesNotContain(
        typeof(Load).GetProperties(), property => property.PropertyType.IsPrimitive || property.PropertyType.IsEnum);

    private static List<string> Names(IEnumerable<Seat> seats) => [.. seats.Select(seat => seat.Name)];

    private Act Of(PersonId person) => Circle.Admit(person, Permission.Speak, _table.Now)!;
}
