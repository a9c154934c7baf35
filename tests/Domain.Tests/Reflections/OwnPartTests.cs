using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Reflections;

/// <summary>Two who host a table and differ about its face: the mother asks, and Mark says no (T20).</summary>
public sealed class OwnPartTests
{
    private readonly Along _along = new();
    private readonly PersonId _mark = PersonId.New();
    private readonly PersonId _otto = PersonId.New();

    public OwnPartTests()
    {
        Circle.Add(_mark, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, _along.Host);
        Circle.AddFromBefore(_otto, "Otto", null, null, _along.Host);
    }

    private Circle Circle => _along.Circle;

    private Act Mark => Circle.Admit(_mark, Permission.Speak, _along.Table.Now)!;

    private Act MarkHosts => Circle.Admit(_mark, Permission.Host, _along.Table.Now)!;

    private Act Otto => Circle.Admit(_otto, Permission.Speak, _along.Table.Now)!;

    private Seat Mother => _along.Table.Mother.By;

    private CentralFigure First => Circle.Figures[0];

    [Fact]
    public void A_hosts_no_to_the_face_ends_it_for_that_host_alone_and_changes_nothing_that_another_sees_T20_D8()
    {
        _along.Active();
        var before = First;
        Circle.StopFigure(First.Turn, Mark);
        Assert.Equal(before with { SaidNo = SeatSet.Of(Mark.By.Number) }, First);
        Assert.Null(Circle.FigureFor(Mark.By));
        Assert.True(Circle.MayTakeNoBack(First, Mark.By));
        Assert.False(Circle.MayTakeNoBack(First, Mother));
        Assert.Equal(First, Circle.FigureFor(Mother));
        Assert.True(First.IsActive);
        Table.Refuses(FigureRules.YoursOnly, () => Circle.StopFigure(First.Turn, Mark));
        Table.Refuses(FigureRules.YoursOnly, () => Circle.StopReflecting(First.Turn, Mark));

        // It can be taken back as long as the face is there, and by nobody else.
        Table.Refuses(CommonRules.OnlyOnce, () => Circle.TakeNoBack(First.Turn, _along.Table.Mother));
        Table.Refuses(FigureRules.FigureOnly, () => Circle.TakeNoBack(First.Turn, _along.Table.Guest));
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => Circle.TakeNoBack(First.Turn + 1, Mark));
        Circle.TakeNoBack(First.Turn, Mark);
        Assert.Equal(before, First);
        Circle.StopFigure(First.Turn, _along.Table.Guest);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => Circle.TakeNoBack(First.Turn, Mark));
    }

    [Fact]
    public void The_face_ends_when_it_holds_for_no_host_of_12_or_older_and_a_smaller_child_says_no_for_itself_T20()
    {
        _along.Active();
        Circle.StopFigure(First.Turn, _along.Table.Child);
        Circle.StopFigure(First.Turn, Mark);
        Assert.True(First.IsActive);
        Circle.StopFigure(First.Turn, _along.Table.Mother);
        Assert.Equal((FigureStage.Stopped, true), (First.Stage, First.HostSaidNo));
        Assert.Null(Circle.SeatOf(_along.Wil));

        // Whoever is asked after it is asked for all.
        _along.Asked();
        Assert.Equal(Circle.Figures.Single(), Circle.FigureFor(Mark.By));
    }

    [Fact]
    public void When_the_last_host_goes_for_whom_it_held_the_face_ends_as_of_nobodys_no_T20()
    {
        _along.Active();
        Circle.StopFigure(First.Turn, Mark);
        Circle.StopMyPart(_along.Table.Mother);
        Assert.Equal((FigureStage.Stopped, false), (First.Stage, First.HostSaidNo));
    }

    [Fact]
    public void A_no_to_the_colleague_holds_for_that_host_and_the_last_one_ends_it_T20_D8()
    {
        _along.Asked().Named();
        var before = First;
        Circle.AgreeWithColleague(false, First.Turn, MarkHosts);
        Assert.Equal(before with { NoToColleague = SeatSet.Of(Mark.By.Number) }, First);
        Circle.TakeNoBack(First.Turn, Mark);
        Assert.Equal(before, First);
        Circle.AgreeWithColleague(false, First.Turn, MarkHosts);
        _along.Agreed();
        Circle.AcceptToReflect(true, _along.Colleague);
        Assert.True(First.IsActive);
        Assert.True(Circle.IsColleagueFor(First, Mother));
        Assert.False(Circle.IsColleagueFor(First, Mark.By));
        Circle.StopReflecting(First.Turn, _along.Table.Child);
        Circle.StopReflecting(First.Turn, _along.Table.Mother);
        Assert.Equal((FigureStage.Alone, ColleagueEnd.Stopped, true), (First.Stage, First.End, First.HostSaidNo));

        // Another who is named is another question.
        _along.Named();
        Assert.True(Circle.IsColleagueFor(First, Mark.By));
        Circle.AgreeWithColleague(false, First.Turn, MarkHosts);
        Circle.AgreeWithColleague(false, First.Turn, _along.Host);
        Assert.Equal((FigureStage.Alone, ColleagueEnd.HostsSaidNo, true), (First.Stage, First.End, First.HostSaidNo));
    }

    [Fact]
    public void Who_says_no_to_the_face_does_not_keep_the_colleague_for_one_who_said_no_to_them_T20()
    {
        _along.Active();
        Circle.StopReflecting(First.Turn, _along.Table.Mother);
        Assert.True(First.IsActive);
        Circle.StopFigure(First.Turn, Mark);
        Assert.Equal((FigureStage.Alone, First), (First.Stage, Circle.FigureFor(Mother)));
    }

    [Fact]
    public void A_host_for_whom_there_is_no_face_asks_another_guest_for_their_own_part_and_each_has_at_most_one_T20_C27()
    {
        _along.Active();
        var otto = Circle.SeatOf(_otto)!.Id;
        Table.Refuses(FigureRules.OneFace, () => Circle.AskFigure(otto, MarkHosts));
        Circle.StopFigure(First.Turn, Mark);
        Table.Refuses(FigureRules.OneFace, () => Circle.AskFigure(otto, _along.Host));
        Table.Refuses(FigureRules.OneFace, () => Circle.AskFigure(_along.Guest, MarkHosts));
        Circle.AskFigure(otto, MarkHosts);
        var second = Circle.Figures[1];
        Assert.Equal((second, First), (Circle.FigureFor(Mark.By), Circle.FigureFor(Mother)));
        Assert.NotEqual(First.Turn, second.Turn);
        Assert.Equal(First, Circle.FigureFor(_along.Table.Grandmother.By));

        // Nobody says yes or no to what was not asked for them, and nobody has two.
        Table.Refuses(FigureRules.YoursOnly, () => Circle.StopFigure(second.Turn, _along.Table.Mother));
        Table.Refuses(FigureRules.OneFace, () => Circle.TakeNoBack(second.Turn, _along.Table.Mother));
        Table.Refuses(FigureRules.OneFace, () => Circle.TakeNoBack(First.Turn, Mark));

        // When hers stops, his does not become hers, unless she says so.
        Circle.StopFigure(First.Turn, _along.Table.Guest);
        Assert.Null(Circle.FigureFor(Mother));
        Circle.TakeNoBack(second.Turn, _along.Table.Mother);
        Assert.Equal(second.Who, Circle.FigureFor(Mother)!.Who);
        Circle.StopFigure(second.Turn, Mark);
        Assert.Null(Circle.Figures.Single(figure => figure.Who == second.Who).StoppedAt);
    }

    [Fact]
    public void Each_face_has_a_colleague_of_its_own_and_a_no_to_one_is_no_no_to_the_other_INV63_INV64_N20_T20()
    {
        _along.Active();
        Circle.StopFigure(First.Turn, Mark);
        Circle.AskFigure(Circle.SeatOf(_otto)!.Id, MarkHosts);
        Table.Refuses(FigureRules.AnotherPerson, () => Circle.NameColleague(_along.Wil, "Wil", "x", "y", Otto));
        var jo = PersonId.New();
        Circle.NameColleague(jo, "Jo", "x", "y", Otto);
        var second = Circle.FigureWith(Otto.By.Number)!;
        Table.Refuses(FigureRules.YoursOnly, () => Circle.AgreeWithColleague(true, second.Turn, _along.Host));
        Table.Refuses(FigureRules.NotAlone, () => Reflection.Start(Circle, "x", SeatSet.None, [], null, Otto));
        Circle.AgreeWithColleague(true, second.Turn, MarkHosts);
        Circle.AcceptToReflect(true, Circle.Admit(jo, Permission.Reflect, _along.Table.Now)!);
        Assert.All(Circle.Figures, figure => Assert.True(figure.IsActive));
        var started = Reflection.Start(Circle, "x", SeatSet.None, [], null, Otto);
        Assert.Equal(Circle.SeatOf(jo)!.Number, started.Colleague);
        Table.Refuses(FigureRules.YoursOnly, () => started.LetRead(Circle, _along.Table.Mother));
        started.LetRead(Circle, Mark);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => Circle.StopReflecting(First.Turn, Otto));
        Circle.StopReflecting(Circle.Figures[1].Turn, Otto);
        Assert.Equal((true, FigureStage.Alone), (First.IsActive, Circle.Figures[1].Stage));
    }

    [Fact]
    public void What_is_of_a_host_who_said_no_never_goes_along_nor_an_answer_of_theirs_and_it_can_be_left_out_as_before_D29_T20()
    {
        _along.Active();
        var mine = _along.Said("Ik was er ook.", Mark);
        var about = _along.Said("Mark was laat.", _along.Table.Guest, about: SeatSet.Of(Mark.By.Number, Mother.Number));
        about.Answer("Vijf minuten.", 0, Mark);
        about.Answer("Het geeft niet.", 0, _along.Table.Mother);
        var started = _along.Start(mine, about);
        started.LetOwn(Mark);
        started.LetRead(Circle, _along.Table.Mother);
        Seat Wil() => Circle.SeatOf(_along.Wil)!;
        Assert.True(started.Shows(mine, Circle, Wil()));
        foreach (var no in new Action[] { () => Circle.StopReflecting(First.Turn, Mark), () => Circle.StopFigure(First.Turn, Mark) })
        {
            no();
            Assert.False(started.Shows(mine, Circle, Wil()));
            Assert.True(started.Shows(about, Circle, Wil()));
            Assert.DoesNotContain(about.AdditionsFor(Wil()), addition => addition.By == Mark.By.Number);
            Assert.Contains(about.AdditionsFor(Wil()), addition => addition is Answer);
            Assert.True(started.Shows(mine, Circle, Mother));
            Table.Refuses(FigureRules.YoursOnly, () => _along.Start().LetRead(Circle, Mark));
            Circle.TakeNoBack(First.Turn, Mark);
            Assert.True(started.Shows(mine, Circle, Wil()));
        }

        Circle.StopFigure(First.Turn, Mark);
        started.LeaveOut(about, Mark);
        Assert.False(started.Shows(about, Circle, Wil()));
    }

    [Fact]
    public void The_trail_says_that_a_host_answered_and_not_what_R6_T20()
    {
        _along.Active();
        var before = Circle.Traces.Count;
        Circle.StopReflecting(First.Turn, Mark);
        Circle.TakeNoBack(First.Turn, Mark);
        Circle.StopFigure(First.Turn, Mark);
        Circle.TakeNoBack(First.Turn, Mark);
        Assert.Equal(
            [Deed.ColleagueAnswered, Deed.ColleagueAnswered, Deed.FigureAnswered, Deed.FigureAnswered],
            Circle.Traces.Skip(before).Select(trace => trace.Deed));
        Table.Refuses(CommonRules.ProofFits, () => Circle.TakeNoBack(First.Turn, _along.Table.ReadsOnly));
    }
}
