using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Access;

public sealed class WayBackTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    private readonly PersonId _sanne = PersonId.New();
    private readonly PersonId _mark = PersonId.New();
    private readonly PersonId _oma = PersonId.New();
    private readonly PersonId _wendy = PersonId.New();
    private readonly PersonId _bo = PersonId.New();
    private readonly Circle _circle;

    public WayBackTests()
    {
        _circle = Circle.Start(_sanne, "Sanne", "mama", AgeGroup.Adult, null, [new ChildAtStart("Luuk", AgeGroup.Child)], true, Now);
        var host = Host(_circle, _sanne);
        _circle.Add(_mark, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, host);
        _circle.Add(_oma, "Oma", null, SeatSide.Network, AgeGroup.Adult, null, host);
        _circle.AddFromBefore(_wendy, "Wendy", null, null, host);
        _circle.AddFromBefore(_bo, "Bo", null, null, host);
        _circle.Add(null, "Joke", null, SeatSide.Network, AgeGroup.Adult, null, host);
        _circle.Add(PersonId.New(), "Pien", null, SeatSide.Network, AgeGroup.Child, null, host);
    }

    [Fact]
    public void A_co_host_is_never_chosen_and_neither_is_oneself_a_child_or_who_cannot_come_in_T20()
    {
        Assert.Equal(["Oma", "Wendy", "Bo"], WayBack.WhoMayHelp(_sanne, [_circle], Now).Select(seat => seat.Name));
        foreach (var name in new[] { "Mark", "Luuk", "Sanne", "Joke", "Pien" })
        {
            Table.Refuses(WayBackRules.MayHelp, () => Way().Choose([Id("Oma"), Id(name)], [_circle], Now));
        }

        // Who sits there for the family may be helped by the parents: they host without her.
        Assert.Equal(["Sanne", "Mark", "Wendy", "Bo"], WayBack.WhoMayHelp(_oma, [_circle], Now).Select(seat => seat.Name));
    }

    [Fact]
    public void Who_hosts_one_table_with_somebody_is_never_chosen_at_another_T20()
    {
        var other = Circle.Start(PersonId.New(), "Noor", null, AgeGroup.Adult, null, [new ChildAtStart("Saar", AgeGroup.Child)], false, Now);
        var host = Host(other, other.Seats[0].Person!.Value);
        other.Add(_sanne, "Sanne", null, SeatSide.Network, AgeGroup.Adult, null, host);
        other.Add(_mark, "Mark", null, SeatSide.Network, AgeGroup.Adult, null, host);
        Assert.DoesNotContain(WayBack.WhoMayHelp(_sanne, [other, _circle], Now), seat => seat.Person == _mark);
        Assert.Contains(WayBack.WhoMayHelp(_sanne, [other, _circle], Now), seat => seat.Name == "Noor");
    }

    [Fact]
    public void A_co_host_who_stopped_is_no_helper_either_wherever_else_he_sits_T20()
    {
        var other = Circle.Start(PersonId.New(), "Noor", null, AgeGroup.Adult, null, [new ChildAtStart("Saar", AgeGroup.Child)], false, Now);
        var host = Host(other, other.Seats[0].Person!.Value);
        other.Add(_sanne, "Sanne", null, SeatSide.Network, AgeGroup.Adult, null, host);
        other.Add(_mark, "Mark", null, SeatSide.Network, AgeGroup.Adult, null, host);
        _circle.StopMyPart(_circle.Admit(_mark, Permission.Speak, Now)!);
        Assert.DoesNotContain(WayBack.WhoMayHelp(_sanne, [other, _circle], Now), seat => seat.Person == _mark);
    }

    [Fact]
    public void Whose_authority_is_over_comes_in_no_more_and_helps_nobody_T20()
    {
        var karin = PersonId.New();
        var bo = _circle.Admit(_bo, Permission.Speak, Now)!;
        var today = Netherlands.DayOf(Now);
        _circle.JoinByAuthority(
            new Worth { Name = "Karin", Goal = "Rust.", Adds = "Zij kent de weg.", LookAgain = today.AddDays(30) }, "De rechter", "Een besluit.",
            today.AddDays(1), karin, bo);
        Assert.Contains(WayBack.WhoMayHelp(_sanne, [_circle], Now), seat => seat.Person == karin);
        Assert.DoesNotContain(WayBack.WhoMayHelp(_sanne, [_circle], Now.AddDays(2)), seat => seat.Person == karin);
    }

    [Fact]
    public void By_saying_later_that_the_parents_live_apart_nobody_keeps_another_from_coming_back_in_T20()
    {
        var table = Circle.Start(_sanne, "Sanne", "mama", AgeGroup.Adult, null, [new ChildAtStart("Luuk", AgeGroup.Child)], false, Now);
        table.Add(_mark, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, Host(table, _sanne));
        table.AddFromBefore(_wendy, "Wendy", null, null, Host(table, _sanne));
        var place = table.Add(null, "Oma", null, SeatSide.Network, AgeGroup.Adult, null, Host(table, _mark));
        var card = table.Invite(place.Id, "Kom", SeatSet.None, Host(table, _mark));
        table.Join(card.Id, table.AdmitInvited(card.Id, _oma, Now)!);
        var way = Way().Choose([.. table.Seats.Where(seat => seat.Name is "Oma" or "Wendy").Select(seat => seat.Id)], [table], Now);
        var lost = new LostPassword(_sanne, "nieuw", Now, []).Help(_oma, way, [table], Now).Help(_wendy, way, [table], Now);
        table.SayApart(Host(table, _mark));
        Assert.True(lost.Stands(way, [table]));
        Assert.Contains(WayBack.WhoMayHelp(_sanne, [table], Now), seat => seat.Name == "Oma");

        // Who says it herself does not come in by the yes of whom he brought.
        var hers = Circle.Start(_sanne, "Sanne", "mama", AgeGroup.Adult, null, [new ChildAtStart("Luuk", AgeGroup.Child)], false, Now);
        hers.Add(_mark, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, Host(hers, _sanne));
        var other = hers.Add(null, "Oma", null, SeatSide.Network, AgeGroup.Adult, null, Host(hers, _mark));
        var second = hers.Invite(other.Id, "Kom", SeatSet.None, Host(hers, _mark));
        hers.Join(second.Id, hers.AdmitInvited(second.Id, _oma, Now)!);
        hers.SayApart(Host(hers, _sanne));
        Assert.DoesNotContain(WayBack.WhoMayHelp(_sanne, [hers], Now), seat => seat.Name == "Oma");
    }

    [Fact]
    public void Two_are_chosen_no_more_and_no_less_or_nobody()
    {
        Assert.Equal([_oma, _wendy], Chosen().Helpers);
        Table.Refuses(WayBackRules.TwoHelpers, () => Way().Choose([Id("Oma")], [_circle], Now));
        Table.Refuses(WayBackRules.TwoHelpers, () => Way().Choose([Id("Oma"), Id("Oma")], [_circle], Now));
        Table.Refuses(WayBackRules.TwoHelpers, () => Way().Choose([Id("Oma"), Id("Wendy"), Id("Bo")], [_circle], Now));
        Assert.Empty(Chosen().Choose([], [_circle], Now).Helpers);
    }

    [Fact]
    public void It_takes_both_and_then_48_hours_and_not_longer_than_a_week()
    {
        var way = Chosen();
        var lost = new LostPassword(_sanne, "nieuw", Now, []);
        Assert.False(lost.Counts(way, [_circle], Now.AddDays(3)));
        lost = lost.Help(_oma, way, [_circle], Now.AddHours(1)).Help(_oma, way, [_circle], Now.AddHours(2));
        Assert.Null(lost.AgreedAt);
        Assert.False(lost.Counts(way, [_circle], Now.AddDays(3)));
        lost = lost.Help(_wendy, way, [_circle], Now.AddHours(3));
        Assert.Equal(Now.AddHours(51), lost.From);
        Assert.False(lost.Counts(way, [_circle], Now.AddHours(51).AddSeconds(-1)));
        Assert.True(lost.Counts(way, [_circle], Now.AddHours(51)));
        Assert.False(lost.Counts(way, [_circle], lost.Until));

        // Saying it again moves nothing.
        Assert.Equal(lost.From, lost.Help(_oma, way, [_circle], Now.AddHours(9)).From);
    }

    [Fact]
    public void Nobody_else_can_say_yes_and_nothing_after_a_week()
    {
        var way = Chosen();
        var lost = new LostPassword(_sanne, "nieuw", Now, []);
        foreach (var other in new[] { _mark, _bo, _sanne, PersonId.New() })
        {
            Table.Refuses(WayBackRules.CodeIsOpen, () => lost.Help(other, way, [_circle], Now));
        }

        Table.Refuses(WayBackRules.CodeIsOpen, () => lost.Help(_oma, way, [_circle], Now.AddDays(7)));
        Table.Refuses(WayBackRules.CodeIsOpen, () => lost.Help(_oma, new WayBack(_sanne, []), [_circle], Now));

        // Who sits at none of her tables any more, or hosts with her by now, helps no more.
        Table.Refuses(WayBackRules.CodeIsOpen, () => lost.Help(_oma, way, [], Now));
        var together = Circle.Start(_oma, "Oma", null, AgeGroup.Adult, null, [new ChildAtStart("Saar", AgeGroup.Child)], false, Now);
        together.Add(_sanne, "Sanne", null, SeatSide.Host, AgeGroup.Adult, null, Host(together, _oma));
        Table.Refuses(WayBackRules.CodeIsOpen, () => lost.Help(_oma, way, [_circle, together], Now));
    }

    [Fact]
    public void Who_chooses_others_meanwhile_makes_an_old_yes_worth_nothing()
    {
        var lost = new LostPassword(_sanne, "nieuw", Now, []).Help(_oma, Chosen(), [_circle], Now).Help(_wendy, Chosen(), [_circle], Now);
        var others = Chosen().Choose([Id("Oma"), Id("Bo")], [_circle], Now);
        Assert.False(lost.Counts(others, [_circle], Now.AddDays(3)));
        Assert.False(lost.Counts(Chosen().Choose([], [_circle], Now), [_circle], Now.AddDays(3)));

        // And one old yes does not count beside a new one.
        var half = new LostPassword(_sanne, "nieuw", Now, []).Help(_wendy, Chosen(), [_circle], Now).Help(_oma, others, [_circle], Now);
        Assert.Null(half.AgreedAt);
    }

    [Fact]
    public void Who_stops_a_question_by_choosing_nobody_does_not_wake_it_by_choosing_the_same_two_again_T20()
    {
        var first = Chosen();
        var lost = new LostPassword(_sanne, "nieuw", Now, []).Help(_oma, first, [_circle], Now).Help(_wendy, first, [_circle], Now);
        var later = Now.AddDays(3);
        var again = first.Choose([], [_circle], later).Choose([Id("Oma"), Id("Wendy")], [_circle], later);
        Assert.True(first.Helpers.ToHashSet().SetEquals(again.Helpers));
        Assert.False(lost.Counts(again, [_circle], later));
        Table.Refuses(WayBackRules.CodeIsOpen, () => lost.Help(_oma, again, [_circle], later));

        // Choosing the same two once more changes nothing.
        Assert.Same(first, first.Choose([Id("Wendy"), Id("Oma")], [_circle], later));
    }

    [Fact]
    public void For_a_week_after_it_the_old_things_stay_shut_and_nobody_else_is_chosen()
    {
        var way = Chosen() with { CameBackAt = Now };
        Assert.Equal(Now, way.ShutBefore(Now.AddDays(7).AddSeconds(-1)));
        Assert.Null(way.ShutBefore(Now.AddDays(7)));
        Assert.Null(Chosen().ShutBefore(Now));
        Table.Refuses(WayBackRules.NotShut, () => way.Choose([], [_circle], Now.AddDays(6)));
        Assert.Empty(way.Choose([], [_circle], Now.AddDays(7)).Helpers);
    }

    private static Act Host(Circle circle, PersonId person) => circle.Admit(person, Permission.Host, Now)!;

    private WayBack Way() => new(_sanne, []);

    private WayBack Chosen() => Way().Choose([Id("Oma"), Id("Wendy")], [_circle], Now);

    private SeatId Id(string name) => _circle.Seats.Single(seat => seat.Name == name).Id;
}
