using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Reflections;

public sealed class FigureTests
{
    private readonly Along _along = new();

    private Circle Circle => _along.Circle;

    [Fact]
    public void Nobody_is_the_face_before_guest_family_and_colleague_each_said_yes_R90_INV63_N20()
    {
        Assert.Empty(Circle.Figures);
        _along.Asked();
        Assert.Equal(FigureStage.Asked, _along.Figure.Stage);
        _along.Named();
        Assert.Equal(FigureStage.ColleagueNamed, _along.Figure.Stage);
        Assert.Null(Circle.Admit(_along.Wil, Permission.Reflect, _along.Table.Now));
        _along.Agreed();
        Assert.Equal(FigureStage.ColleagueAsked, _along.Figure.Stage);
        Assert.False(_along.Figure.IsActive);
        Table.Refuses(FigureRules.NotAlone, () => _along.Start());
        Circle.AcceptToReflect(true, _along.Colleague);
        Assert.True(_along.Figure.IsActive);
        Assert.Equal(Circle.SeatOf(_along.Wil)!.Number, _along.Figure.Colleague);
    }

    [Fact]
    public void A_table_without_a_face_is_a_table_and_only_a_guest_who_comes_in_can_be_asked()
    {
        var child = Circle.Children.First().Id;
        Table.Refuses(FigureRules.IsGuest, () => Circle.AskFigure(child, _along.Host));
        Table.Refuses(FigureRules.IsGuest, () => Circle.AskFigure(null, _along.Host));
        var without = Circle.AddFromBefore(null, "Bo", null, null, _along.Host);
        Table.Refuses(FigureRules.IsGuest, () => Circle.AskFigure(without.Id, _along.Host));
        _along.Asked();
        Table.Refuses(FigureRules.OneFace, () => _along.Asked());
    }

    [Fact]
    public void Only_a_host_of_12_or_older_asks_and_says_yes_and_only_who_was_asked_names_R90()
    {
        var child = _along.For(_along.Table.Child, Permission.Host);
        Table.Refuses(FigureRules.OldEnough, () => Circle.AskFigure(_along.Guest, child));
        Table.Refuses(CommonRules.ProofFits, () => Circle.AskFigure(_along.Guest, _along.Table.Mother));
        Table.Refuses(FigureRules.FigureOnly, () => _along.Named());
        _along.Asked();
        Table.Refuses(FigureRules.FigureOnly, () => Circle.NameColleague(_along.Wil, "Wil", "x", "y", _along.Table.Grandmother));
        Table.Refuses(FigureRules.FigureOnly, () => Circle.StopFigure(_along.Figure.Turn, _along.Table.Grandmother));
        _along.Named();
        Table.Refuses(FigureRules.OldEnough, () => Circle.AgreeWithColleague(true, _along.Figure.Turn, child));
        Table.Refuses(CommonRules.ProofFits, () => Circle.AgreeWithColleague(true, _along.Figure.Turn, _along.Table.Mother));
        Assert.Null(_along.For(_along.Table.Guest, Permission.Host));
    }

    [Fact]
    public void The_colleague_is_named_with_what_they_do_and_what_it_brings_N19_R93_partly_R150()
    {
        _along.Asked();
        var guest = _along.Table.Guest;
        Table.Refuses(CircleRules.PersonHasName, () => Circle.NameColleague(_along.Wil, " ", "x", "y", guest));
        Table.Refuses(FigureRules.ColleagueDoes, () => Circle.NameColleague(_along.Wil, "Wil", "", "y", guest));
        Table.Refuses(FigureRules.BringsSomething, () => Circle.NameColleague(_along.Wil, "Wil", "x", null, guest));
        Table.Refuses(CommonRules.NameNotTooLong, () => Circle.NameColleague(_along.Wil, "Wil", new string('x', 61), "y", guest));
        _along.Named();
        Assert.Equal(("Wil", "werkt op een andere groep", "Wil kijkt of het anders kan."), (_along.Figure.Named!.Name, _along.Figure.Named.What, _along.Figure.Named.Brings));
    }

    [Fact]
    public void The_colleague_is_another_than_the_figure_and_nobody_of_this_table_INV64()
    {
        _along.Asked();
        foreach (var seat in Circle.Seats.Where(seat => seat.Person is not null))
        {
            Table.Refuses(FigureRules.AnotherPerson, () => Circle.NameColleague(seat.Person!.Value, "Wil", "x", "y", _along.Table.Guest));
        }

        // Who sat down at the table meanwhile is no colleague either.
        _along.Named();
        Circle.AddFromBefore(_along.Wil, "Wil", null, null, _along.Host);
        Table.Refuses(FigureRules.AnotherPerson, () => _along.Agreed());
    }

    [Fact]
    public void A_host_says_yes_to_the_colleague_they_saw_and_to_no_other()
    {
        _along.Asked().Named();
        var seen = _along.Figure.Turn;
        Circle.NameColleague(PersonId.New(), "Jo", "iemand anders", "y", _along.Table.Guest);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => Circle.AgreeWithColleague(true, seen, _along.Host));
        Circle.AgreeWithColleague(false, _along.Figure.Turn, _along.Host);
        Assert.Equal((FigureStage.Alone, ColleagueEnd.HostsSaidNo, "Jo"), (_along.Figure.Stage, _along.Figure.End, _along.Figure.LastColleague));
    }

    [Fact]
    public void The_colleague_does_not_sit_at_the_table_and_is_let_in_for_nothing_else_C28()
    {
        _along.Active();
        var colleague = Circle.SeatOf(_along.Wil)!;
        Assert.True(colleague.IsColleague);
        Assert.DoesNotContain(colleague, Circle.Seats);
        Assert.Null(Circle.Find(colleague.Id));
        Assert.Equal("Wil", Circle.SeatAt(colleague.Number).Name);
        Table.Refuses(CircleRules.SitsHere, () => Circle.SetOf(colleague.Id));
        Table.Refuses(
            CircleRules.SitsHere,
            () => GoodThing.Lay(Circle, "x", SeatSet.None, Audience.These(SeatSet.Of(colleague.Number)), _along.Table.Mother));
        foreach (var permission in Enum.GetValues<Permission>())
        {
            Assert.Equal(permission == Permission.Reflect, Circle.Admit(_along.Wil, permission, _along.Table.Now) is not null);
        }

        Table.Refuses(CircleRules.SitsHere, () => Circle.Add(null, "x", null, SeatSide.Colleague, AgeGroup.Adult, null, _along.Host));
        Assert.Equal(Circle.MugOwners().Count, Circle.MugOwners().Select(seat => seat.Mug).Distinct().Count());
    }

    [Fact]
    public void When_it_ends_the_figure_is_alone_and_not_active_and_the_colleague_comes_in_no_more_R90_N20()
    {
        foreach (var end in new Func<Act>[] { () => _along.Colleague, () => _along.Table.Mother, () => _along.Table.Guest })
        {
            if (Circle.Figures.Count == 0)
            {
                _along.Active();
            }
            else
            {
                _along.Named().Agreed();
                Circle.AcceptToReflect(true, _along.Colleague);
            }

            Circle.StopReflecting(_along.Figure.Turn, end());
            Assert.Equal((FigureStage.Alone, ColleagueEnd.Stopped, "Wil"), (_along.Figure.Stage, _along.Figure.End, _along.Figure.LastColleague));
            Assert.Null(Circle.SeatOf(_along.Wil));
            Assert.Null(Circle.Admit(_along.Wil, Permission.Reflect, _along.Table.Now));
            Table.Refuses(FigureRules.NotAlone, () => _along.Start());
        }
    }

    [Fact]
    public void Who_does_not_do_it_any_more_owes_no_reason_and_another_can_be_asked_D8()
    {
        _along.Asked();
        Circle.StopFigure(_along.Figure.Turn, _along.Table.Guest);
        Assert.Equal(FigureStage.Stopped, _along.Figure.Stage);
        Assert.False(_along.Figure.HostSaidNo);
        _along.Active();
        Circle.StopFigure(_along.Figure.Turn, _along.Table.Mother);
        Assert.Equal(FigureStage.Stopped, _along.Figure.Stage);
        Assert.True(_along.Figure.HostSaidNo);
        Assert.Null(Circle.SeatOf(_along.Wil));
        _along.Asked().Named().Agreed();
        Circle.AcceptToReflect(false, _along.Colleague);
        Assert.Equal((FigureStage.Alone, ColleagueEnd.ColleagueSaidNo), (_along.Figure.Stage, _along.Figure.End));
    }

    [Fact]
    public void Whatever_is_done_with_the_face_needs_a_proof_that_fits_and_is_in_the_trail_R6()
    {
        Leaves(Deed.FigureAsked, () => _along.Asked());
        Leaves(Deed.ColleagueNamed, () => _along.Named());
        Leaves(Deed.ColleagueRefused, () => Circle.AgreeWithColleague(false, _along.Figure.Turn, _along.Host));
        Leaves(Deed.ColleagueNamed, () => _along.Named());
        Leaves(Deed.ColleagueAgreed, () => _along.Agreed());
        Leaves(Deed.ColleagueAccepted, () => Circle.AcceptToReflect(true, _along.Colleague));
        foreach (var act in new[] { _along.Table.ReadsOnly, new Table().Mother })
        {
            Table.Refuses(CommonRules.ProofFits, () => Circle.AskFigure(_along.Guest, act));
            Table.Refuses(CommonRules.ProofFits, () => Circle.NameColleague(_along.Wil, "x", "y", "z", act));
            Table.Refuses(CommonRules.ProofFits, () => Circle.AgreeWithColleague(true, 1, act));
            Table.Refuses(CommonRules.ProofFits, () => Circle.AcceptToReflect(true, act));
            Table.Refuses(CommonRules.ProofFits, () => Circle.StopReflecting(1, act));
            Table.Refuses(CommonRules.ProofFits, () => Circle.StopFigure(1, act));
        }

        Leaves(Deed.ColleagueStopped, () => Circle.StopReflecting(_along.Figure.Turn, _along.Table.Mother));
        Leaves(Deed.FigureStopped, () => Circle.StopFigure(_along.Figure.Turn, _along.Table.Mother));
    }

    [Fact]
    public void A_colleague_who_left_the_organisation_reflects_along_no_more_R2_R90()
    {
        _along.Active();
        Circle.LeaveWithOrganisation(_along.Colleague);
        Assert.Equal((FigureStage.Alone, ColleagueEnd.Stopped), (_along.Figure.Stage, _along.Figure.End));
        Assert.Null(Circle.SeatOf(_along.Wil));
        Assert.Null(Circle.Admit(_along.Wil, Permission.Reflect, _along.Table.Now));
        Assert.Equal([Deed.ColleagueStopped, Deed.LeftWithOrganisation], Circle.Traces.Select(trace => trace.Deed).TakeLast(2));
    }

    private void Leaves(Deed deed, Action act)
    {
        var before = Circle.Traces.Count;
        act();
        Assert.Equal(deed, Assert.Single(Circle.Traces.Skip(before)).Deed);
    }
}
