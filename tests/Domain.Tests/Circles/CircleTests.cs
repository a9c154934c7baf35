using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Tests.Circles;

public sealed class CircleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly ChildAtStart Amir = new("Amir", AgeGroup.Child);

    private readonly PersonId _mother = PersonId.New();
    private readonly Circle _circle;

    public CircleTests() => _circle = Start(_mother, AgeGroup.Adult, Amir);

    private Act Host => _circle.Admit(_mother, Permission.Host, Now)!;

    [Fact]
    public void A_circle_is_started_by_one_person_for_a_child_without_any_professional_R1()
    {
        Assert.Equal(["Esra", "Amir"], _circle.Seats.Select(seat => seat.Name));
        Assert.All(_circle.Seats, seat => Assert.Equal(SeatSide.Host, seat.Side));
        Assert.Equal((_mother, null), (_circle.Seats[0].Person, _circle.Seats[1].Person));
        var trace = Assert.Single(_circle.Traces);
        Assert.Equal((Deed.CircleStarted, _circle.Id.Value, _mother), (trace.Deed, trace.Subject, trace.Act.Person));
    }

    [Fact]
    public void A_table_is_for_one_to_twelve_children_and_a_child_can_start_its_own_R1()
    {
        Assert.Equal(CircleRules.HasChildren, Broken(() => Start(PersonId.New(), AgeGroup.Adult)));
        Assert.Single(Start(PersonId.New(), AgeGroup.Young).Children);
        Assert.Single(Start(PersonId.New(), AgeGroup.Child).Children);
        var twelve = Enumerable.Repeat(Amir, 12).ToArray();
        Assert.Equal(12, Start(PersonId.New(), AgeGroup.Adult, twelve).Children.Count());
        Assert.Equal(CircleRules.NotMoreChildren, Broken(() => Start(PersonId.New(), AgeGroup.Adult, [.. twelve, Amir])));
        Assert.Equal(CircleRules.NotMoreChildren, Broken(() => Start(PersonId.New(), AgeGroup.Young, twelve)));
        Assert.Equal(CircleRules.HasChildren, Broken(() => Start(PersonId.New(), AgeGroup.Adult, Amir, new ChildAtStart("Esra", AgeGroup.Adult))));
    }

    [Fact]
    public void Only_a_host_gives_a_seat_and_the_trail_says_so_R1()
    {
        var guest = PersonId.New();
        var seat = _circle.AddFromBefore(guest, "Samira", "vast gezicht", null, Host);
        Assert.Equal((Deed.SeatAdded, seat.Id.Value), (_circle.Traces[^1].Deed, _circle.Traces[^1].Subject));
        foreach (var act in NotForHosts(guest))
        {
            Refused(() => _circle.AddFromBefore(PersonId.New(), "Bo", null, null, act));
            Refused(() => _circle.GiveWayIn(_circle.Seats[1].Id, PersonId.New(), act));
            Refused(() => _circle.PutQuestion("Wie?", 0, act));
            Refused(() => _circle.Choose(ViewOrder.BySeat, act));
        }

        Assert.Equal(3, _circle.Seats.Count);
    }

    [Fact]
    public void A_parent_says_later_that_the_parents_live_apart_it_holds_at_once_and_nobody_takes_it_back_T20()
    {
        var (father, child) = (PersonId.New(), PersonId.New());
        _circle.Add(father, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, Host);
        _circle.Add(child, "Isa", null, SeatSide.Host, AgeGroup.Young, null, Host);
        _circle.Add(PersonId.New(), "Oma", null, SeatSide.Network, AgeGroup.Adult, null, Host);
        Seat SeatOf(string name) => _circle.Seats.Single(seat => seat.Name == name);
        Assert.Equal(["Esra", "Mark"], _circle.Seats.Where(_circle.MaySayApart).Select(seat => seat.Name));
        Assert.False(_circle.LiveApart(SeatOf("Esra"), SeatOf("Mark")));
        Assert.Contains(SeatOf("Esra"), _circle.Owners);
        foreach (var act in NotForHosts(father).Append(_circle.Admit(child, Permission.Host, Now)!))
        {
            Assert.Throws<RuleBrokenException>(() => _circle.SayApart(act));
        }

        _circle.SayApart(_circle.Admit(father, Permission.Host, Now)!);
        Assert.Equal((Deed.ApartSaid, _circle.Id.Value), (_circle.Traces[^1].Deed, _circle.Traces[^1].Subject));
        Assert.True(_circle.LiveApart(SeatOf("Esra"), SeatOf("Mark")));
        Assert.Equal(["Amir", "Isa"], _circle.Owners.Select(seat => seat.Name));
        Assert.Equal(SeatSet.Of(SeatOf("Mark").Number), _circle.ApartFrom(SeatOf("Esra")));
        Assert.DoesNotContain(_circle.Seats, _circle.MaySayApart);
        Assert.Equal(CircleRules.ApartOnce, Broken(() => _circle.SayApart(Host)));
    }

    [Fact]
    public void Whoever_says_it_and_then_nothing_more_ends_nothing_that_others_give_to_who_works_here_already_T20()
    {
        var (father, child, worker) = (PersonId.New(), PersonId.New(), PersonId.New());
        _circle.Add(father, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, Host);
        _circle.Add(child, "Isa", null, SeatSide.Host, AgeGroup.Child, null, Host);
        var asked = _circle.Propose(new Worth { Name = "Vera", Goal = "Rust.", Adds = "Zij kent de weg.", LookAgain = Netherlands.DayOf(Now).AddDays(30) }, Speaks(_mother));
        foreach (var host in new[] { father, child })
        {
            _circle.AnswerInvolvement(asked.Id, WelcomeAnswer.Welcome, null, false, _circle.Admit(host, Permission.Host, Now)!);
        }

        var place = _circle.Seats[^1];
        var card = _circle.Invite(place.Id, "Kom", SeatSet.None, Host);
        _circle.Join(card.Id, _circle.AdmitInvited(card.Id, worker, Now.AddSeconds(1))!);
        _circle.SayApart(_circle.Admit(father, Permission.Host, Now.AddDays(1))!);
        var vera = _circle.SeatOf(worker)!;
        Assert.Equal(SeatSet.Of(_circle.SeatOf(father)!.Number), _circle.NotMetBy(vera));
        Assert.False(vera.Given.NotByName.Has(_circle.SeatOf(child)!.Number));

    }

    [Fact]
    public void One_person_sits_once_at_a_table_and_has_a_name_R2()
    {
        Assert.Equal(CircleRules.OneSeatEach, Broken(() => _circle.Add(_mother, "Esra", null, SeatSide.Network, AgeGroup.Adult, null, Host)));
        Assert.Equal(CircleRules.PersonHasName, Broken(() => _circle.Add(null, " \n", null, SeatSide.Network, AgeGroup.Adult, null, Host)));
        Assert.Equal(
            CommonRules.NameNotTooLong, Broken(() => _circle.Add(null, new string('x', 61), null, SeatSide.Network, AgeGroup.Adult, null, Host)));
        _circle.Add(null, "Lina", null, SeatSide.Host, AgeGroup.Child, null, Host);
        _circle.Add(null, "Noah", null, SeatSide.Host, AgeGroup.Child, null, Host);
        Assert.Equal([1, 2, 3, 4], _circle.Seats.Select(seat => seat.Number.Value));
    }

    [Fact]
    public void A_way_in_is_given_once_for_a_seat_and_to_nobody_who_sits_here_already_R2()
    {
        var child = PersonId.New();
        Assert.Equal(CircleRules.SitsHere, Broken(() => _circle.GiveWayIn(SeatId.New(), child, Host)));
        Assert.Equal(CircleRules.OneSeatEach, Broken(() => _circle.GiveWayIn(_circle.Seats[1].Id, _mother, Host)));
        var before = _circle.Seats[1];
        _circle.GiveWayIn(before.Id, child, Host);
        var after = _circle.SeatOf(child)!;
        Assert.Equal((before.Id, before.Number, before.Name, before.Mug, before.Age), (after.Id, after.Number, after.Name, after.Mug, after.Age));
        Assert.Equal((Deed.SeatChanged, before.Id.Value), (_circle.Traces[^1].Deed, _circle.Traces[^1].Subject));
        Assert.Equal(CircleRules.OneSeatEach, Broken(() => _circle.GiveWayIn(before.Id, PersonId.New(), Host)));
    }

    [Fact]
    public void Two_hosts_never_overwrite_each_others_question()
    {
        _circle.PutQuestion("Wie brengt Amir?", 0, Host);
        Assert.Equal(("Wie brengt Amir?", 1, _circle.Seats[0].Number, Now), (_circle.Question, _circle.QuestionVersion, _circle.QuestionBy, _circle.QuestionAt));
        Assert.Equal((Deed.QuestionPut, _circle.Id.Value), (_circle.Traces[^1].Deed, _circle.Traces[^1].Subject));
        Assert.Equal(CommonRules.NotChangedMeanwhile, Broken(() => _circle.PutQuestion("Wie haalt Amir?", 0, Host)));
        Assert.Equal("Wie brengt Amir?", _circle.Question);
        _circle.PutQuestion(" ", 1, Host);
        Assert.Null(_circle.Question);
        Assert.Equal(CommonRules.NotTooLong, Broken(() => _circle.PutQuestion(new string('x', 201), 2, Host)));
        _circle.Choose(ViewOrder.BySeat, Host);
        Assert.Equal(Deed.OrderChosen, _circle.Traces[^1].Deed);
    }

    [Fact]
    public void What_somebody_is_to_the_family_is_said_by_a_host_or_by_themselves_R103()
    {
        var (guest, other) = (PersonId.New(), PersonId.New());
        var seat = _circle.AddFromBefore(guest, "Samira", null, null, Host);
        _circle.AddFromBefore(other, "Bo", null, null, Host);
        var mug = new Mug(MugPattern.Stars, MugDrink.Mint, MugColour.Ochre);
        Assert.Equal(CircleRules.FamilyWords, Broken(() => _circle.Describe(seat.Id, "hulp", mug, Speaks(other))));
        Assert.Equal(CircleRules.SitsHere, Broken(() => _circle.Describe(SeatId.New(), "hulp", mug, Speaks(_mother))));
        Refused(() => _circle.Describe(seat.Id, "hulp", mug, Host));
        Assert.Equal(CircleRules.MugIsFree, Broken(() => _circle.Describe(seat.Id, "hulp", _circle.Seats[0].Mug, Speaks(guest))));
        _circle.Describe(seat.Id, "komt op dinsdag", mug, Speaks(guest));
        _circle.Describe(seat.Id, "vast gezicht", mug, Speaks(_mother));
        Assert.Equal(("vast gezicht", mug), (seat.WhatTheyAre, seat.Mug));
        Assert.Equal((Deed.SeatChanged, seat.Id.Value), (_circle.Traces[^1].Deed, _circle.Traces[^1].Subject));
    }

    [Fact]
    public void A_table_has_at_most_62_seats_and_each_its_own_mug()
    {
        var mug = new Mug(MugPattern.Stars, MugDrink.Mint, MugColour.Ochre);
        Assert.Equal(mug, _circle.Add(null, "Fatma", null, SeatSide.Network, AgeGroup.Adult, mug, Host).Mug);
        Assert.Equal(CircleRules.MugIsFree, Broken(() => _circle.AddFromBefore(null, "Bo", null, mug, Host)));
        while (_circle.Seats.Count < SeatSet.Most)
        {
            _circle.AddFromBefore(null, "Nog iemand", null, null, Host);
        }

        Assert.Equal(SeatSet.Most, _circle.Seats.Select(seat => seat.Mug).Distinct().Count());

        // Who does not see colours finds no twins before every ring has had every drink.
        Assert.Equal(48, _circle.Seats.Take(48).Select(seat => (seat.Mug.Pattern, seat.Mug.Drink)).Distinct().Count());
        Assert.All(_circle.Seats, seat => Assert.True(Enum.IsDefined(seat.Mug.Pattern) && Enum.IsDefined(seat.Mug.Drink) && Enum.IsDefined(seat.Mug.Colour)));
        Assert.Equal(CircleRules.NotTooMany, Broken(() => _circle.AddFromBefore(null, "Te veel", null, null, Host)));
        var all = SeatSet.Of([.. _circle.Seats.Select(seat => seat.Number), _circle.Seats[0].Number]);
        Assert.Equal(_circle.Seats.Select(seat => seat.Number), all.Seats());
        Assert.Equal(SeatSet.Most, all.Count);
    }

    [Fact]
    public void People_who_sit_down_one_after_another_have_other_rings_and_colours()
    {
        while (_circle.Seats.Count < 8)
        {
            _circle.Add(null, "Nog iemand " + _circle.Seats.Count, null, SeatSide.Network, AgeGroup.Adult, null, Host);
        }

        Assert.Equal(8, _circle.Seats.Select(seat => seat.Mug.Pattern).Distinct().Count());
        Assert.Equal(8, _circle.Seats.Select(seat => seat.Mug.Colour).Distinct().Count());
        Assert.True(_circle.Seats.Select(seat => seat.Mug.Drink).Distinct().Count() > 4);
    }

    [Fact]
    public void Where_parents_live_apart_the_table_is_the_childs_and_else_of_all_hosts_T20()
    {
        Assert.Equal(["Esra", "Amir"], _circle.Owners.Select(seat => seat.Name));
        _circle.Add(null, "Fatma", null, SeatSide.Network, AgeGroup.Adult, null, Host);
        Assert.Equal(["Esra", "Amir"], _circle.Owners.Select(seat => seat.Name));
        var apart = Circle.Start(_mother, "Sanne", null, AgeGroup.Adult, null, [new ChildAtStart("Isa", AgeGroup.Young)], true, Now);
        Assert.Equal(["Isa"], apart.Owners.Select(seat => seat.Name));
    }

    [Fact]
    public void Only_two_parents_of_such_a_table_live_apart_T20()
    {
        foreach (var parentsApart in new[] { true, false })
        {
            var circle = Circle.Start(_mother, "Sanne", null, AgeGroup.Adult, null, [new ChildAtStart("Isa", AgeGroup.Young)], parentsApart, Now);
            var host = circle.Admit(_mother, Permission.Host, Now)!;
            circle.Add(null, "Mark", null, SeatSide.Host, AgeGroup.Adult, null, host);
            circle.Add(null, "Theo", null, SeatSide.Network, AgeGroup.Adult, null, host);
            circle.AddFromBefore(null, "Ilse", null, null, host);
            var apart = circle.Seats.SelectMany(one => circle.Seats.Where(other => circle.LiveApart(one, other)).Select(other => (one.Name, other.Name)));
            Assert.Equal(parentsApart ? [("Sanne", "Mark"), ("Mark", "Sanne")] : [], apart);
        }
    }

    private static Circle Start(PersonId person, AgeGroup age, params ChildAtStart[] children) =>
        Circle.Start(person, "Esra", "mama", age, null, children, false, Now);

    private static Rule Broken(Action deed) => Assert.Throws<RuleBrokenException>(deed).Rule;

    private static void Refused(Action deed) => Assert.Equal(CommonRules.ProofFits, Broken(deed));

    private Act Speaks(PersonId person) => _circle.Admit(person, Permission.Speak, Now)!;

    // For something less, of somebody less, or of a host of another table.
    private IEnumerable<Act> NotForHosts(PersonId guest) =>
    [
        Speaks(_mother), Speaks(guest), _circle.Admit(_mother, Permission.Read, Now)!,
        Start(_mother, AgeGroup.Adult, Amir).Admit(_mother, Permission.Host, Now)!,
    ];
}
