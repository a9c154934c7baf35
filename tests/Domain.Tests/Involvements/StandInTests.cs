using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Reflections;
using static Keukentafel.Domain.Tests.Contributions.Table;

namespace Keukentafel.Domain.Tests.Involvements;

public sealed class StandInTests
{
    private readonly Dictionary<string, PersonId> _people = [];
    private DateTimeOffset _now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public StandInTests()
    {
        Circle = Circle.Start(Known("Esra"), "Esra", "mama", AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, _now);
        Circle.GiveWayIn(Circle.Seats[1].Id, Known("Amir"), Host("Esra"));
        Circle.Add(Known("Murat"), "Murat", "papa", SeatSide.Host, AgeGroup.Adult, null, Host("Esra"));
        Circle.Add(Known("Fatma"), "Fatma", "oma", SeatSide.Network, AgeGroup.Adult, null, Host("Esra"));
        Circle.AddFromBefore(Known("Samira"), "Samira", null, null, Host("Esra"));
        Circle.AddFromBefore(Known("Bo"), "Bo", null, null, Host("Esra"));
    }

    private static Worth Sem => new() { Name = " Sem ", Does = "helpt met brieven", Goal = "Zij belt op dinsdag." };

    private static StandInWords Nothing => new(null, null, null);

    private Circle Circle { get; }

    private DateOnly Today => Netherlands.DayOf(_now);

    private Involvement Last => Circle.Involvements[^1];

    [Fact]
    public void The_professional_another_one_or_a_host_proposes_who_stands_in_and_nobody_else_R96_R97()
    {
        foreach (var name in new[] { "Samira", "Bo", "Esra" })
        {
            var proposed = Propose(name);
            Assert.Equal(("Sem", "helpt met brieven", "Zij belt op dinsdag."), (proposed.Worth.Name, proposed.Worth.Does, proposed.Worth.Goal));
            Assert.Equal(Seat("Samira").Number, proposed.StandsIn!.For);
            Assert.Equal(Deed.StandInProposed, Circle.Traces[^1].Deed);
        }

        Refuses(InvolvementRules.Proposer, () => Propose("Fatma"));
        Refuses(InvolvementRules.Proposer, () => Propose("Amir"));
        Refuses(CommonRules.ProofFits, () => Circle.ProposeStandIn(Seat("Samira").Id, Sem, Today, Today, Nothing, Host("Esra")));
        Refuses(CircleRules.PersonHasName, () => Propose("Bo", who: Sem with { Name = " " }));
        Refuses(StandInRules.DoesMeanwhile, () => Propose("Bo", who: Sem with { Goal = null }));
        foreach (var nobody in new[] { Seat("Fatma").Id, Seat("Esra").Id, SeatId.New() })
        {
            Refuses(StandInRules.ForProfessional, () => Circle.ProposeStandIn(nobody, Sem, Today, Today, Nothing, Speaks("Bo")));
        }
    }

    [Fact]
    public void It_has_a_last_day_at_most_thirteen_weeks_after_the_first_INV59()
    {
        Refuses(StandInRules.Begins, () => Propose("Bo", from: Today.AddDays(-1)));

        // An hour before midnight it is still today.
        _now = new DateTimeOffset(2026, 11, 24, 22, 30, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2026, 11, 24), Propose("Bo", from: new DateOnly(2026, 11, 24)).StandsIn!.From);
        Refuses(StandInRules.Begins, () => Propose("Bo", from: new DateOnly(2026, 11, 23)));
        Refuses(StandInRules.Begins, () => Propose("Bo", from: Today.AddDays(StandIn.MostAhead + 1), until: Today.AddDays(StandIn.MostAhead + 2)));
        Refuses(StandInRules.Begins, () => Circle.ProposeStandIn(Seat("Samira").Id, Sem, null, Today, Nothing, Speaks("Bo")));
        Refuses(StandInRules.Ends, () => Circle.ProposeStandIn(Seat("Samira").Id, Sem, Today, null, Nothing, Speaks("Bo")));
        Refuses(StandInRules.Ends, () => Propose("Bo", from: Today.AddDays(3), until: Today.AddDays(2)));
        Refuses(StandInRules.Ends, () => Propose("Bo", until: Today.AddDays(StandIn.MostDays + 1)));
        Assert.Equal(91, StandIn.MostDays);
        Assert.Equal(Today.AddDays(91), Propose("Bo", until: Today.AddDays(StandIn.MostDays)).StandsIn!.Until);
        Assert.Equal(Today, Propose("Bo", until: Today).StandsIn!.Until);
    }

    [Fact]
    public void Before_every_host_said_yes_there_is_no_seat_no_card_and_nobody_else_reads_of_it_INV58_R97()
    {
        var id = Propose("Samira").Id;
        var seats = Circle.Seats.Count;
        Answer(id, "Esra", "Amir");
        Assert.Null(Find(id).Seat);
        Assert.Equal(seats, Circle.Seats.Count);
        foreach (var (name, reads) in new[] { ("Esra", true), ("Murat", true), ("Amir", true), ("Samira", true), ("Bo", false), ("Fatma", false) })
        {
            Assert.Equal(reads, Circle.MayRead(Find(id), Seat(name)));
        }

        Circle.AnswerInvolvement(id, WelcomeAnswer.InDoubt, null, false, Host("Murat"));
        Assert.False(Circle.IsWelcome(Find(id)));
        Answer(id, "Murat");
        var place = Circle.SeatAt(Find(id).Seat!.Value);
        Assert.Null(place.Person);
        Assert.True(Circle.MayRead(Find(id), Seat("Fatma")));
        Assert.True(Circle.MayInvite(Seat("Esra"), place));
    }

    [Fact]
    public void In_whose_place_somebody_comes_reads_of_it_also_when_another_proposed_it_and_says_alone_why_they_are_away()
    {
        var id = Propose("Bo", said: new StandInWords("Bel.", "Dinsdag om tien uur.", "Zij is ziek.")).Id;
        Assert.Equal(("Bel.", "Dinsdag om tien uur.", null), (Find(id).StandsIn!.Reach, Find(id).StandsIn!.Meet, Find(id).StandsIn!.WhyAway));
        Assert.True(Circle.MayRead(Find(id), Seat("Samira")));
        Refuses(StandInRules.OwnReason, () => Circle.SayWhyAway(id, "Zij is ziek.", Speaks("Bo")));
        Refuses(StandInRules.OwnReason, () => Circle.SayWhyAway(id, "Zij is ziek.", Speaks("Esra")));
        Circle.SayWhyAway(id, " Ik heb rust nodig. ", Speaks("Samira"));
        Assert.Equal("Ik heb rust nodig.", Find(id).StandsIn!.WhyAway);
        Assert.Equal(Deed.WhyAwaySaid, Circle.Traces[^1].Deed);
        Circle.SayWhyAway(id, " ", Speaks("Samira"));
        Assert.Null(Find(id).StandsIn!.WhyAway);
        Circle.TakeBack(id, Speaks("Bo"));
        Refuses(InvolvementRules.StillAsked, () => Circle.SayWhyAway(id, "Toch.", Speaks("Samira")));
        Assert.Equal("Ik heb rust nodig.", Propose("Samira", said: new StandInWords(null, null, "Ik heb rust nodig.")).StandsIn!.WhyAway);
    }

    [Fact]
    public void Who_stands_in_reads_never_more_than_the_other_was_given_and_of_each_what_that_person_chooses_R102_T20()
    {
        var samira = Joined("Joke");
        var early = new[] { Says("Esra"), Says("Murat"), Says("Fatma") };
        Circle.Share(samira.Id, Sharing.Nothing, Speaks("Murat"));
        _now = _now.AddDays(1);
        var sem = SitsDown(samira);
        var later = new[] { Says("Esra"), Says("Murat"), Says("Fatma") };
        Assert.Equal([false, false, false], Read(early));
        Assert.Equal([true, false, true], Read(later));

        // Nothing more by Murat's choice, and less by Fatma's.
        Circle.Share(sem.Id, Sharing.Before, Speaks("Murat"));
        Circle.Share(sem.Id, Sharing.Nothing, Speaks("Fatma"));
        Assert.Equal([true, false, false], Read(later));

        // Nobody has to tell it again: what Joke was given goes along as far as that, and not what lay there before her.
        Circle.Share(sem.Id, Sharing.Before, Speaks("Esra"));
        Assert.Equal([true, false, false], Read(early));
        Assert.False(_before!.MayBeReadBy(Seat("Sem")));
        Assert.False(_before.MayBeReadBy(Seat("Joke")));
        Circle.Share(samira.Id, Sharing.Before, Speaks("Esra"));
        Assert.True(_before.MayBeReadBy(Seat("Sem")));

        // Given less later, both read less.
        Circle.Share(samira.Id, Sharing.Nothing, Speaks("Esra"));
        Assert.Equal([false, false, false], Read(later));
        var named = GoodThing.Lay(Circle, "goed", SeatSet.None, Audience.These(SeatSet.Of(samira.Number)), Speaks("Esra"));
        Assert.True(named.MayBeReadBy(Seat("Joke")));
        Assert.False(named.MayBeReadBy(Seat("Sem")));

        bool[] Read(GoodThing[] things) => [.. things.Select(thing => thing.MayBeReadBy(Seat("Sem")))];
    }

    [Fact]
    public void Of_a_host_who_came_in_later_and_did_not_say_yes_nothing_is_read_T20()
    {
        SitsDown(Seat("Samira"));
        Circle.Add(Known("Ans"), "Ans", "tante", SeatSide.Host, AgeGroup.Adult, null, Host("Esra"));
        Assert.True(Says("Ans").MayBeReadBy(Seat("Samira")));
        Assert.False(Says("Ans").MayBeReadBy(Seat("Sem")));
        Assert.True(Says("Esra").MayBeReadBy(Seat("Sem")));
    }

    [Fact]
    public void After_the_last_day_access_ends_at_the_next_request_by_the_clock_and_the_words_keep_their_name_INV59_INV60()
    {
        var sem = SitsDown(Seat("Samira"), Today.AddDays(2));
        var said = Says("Sem");
        _now = _now.AddDays(2);
        Assert.True(Circle.ComesIn(Known("Sem"), _now));
        Assert.NotNull(Circle.Admit(Known("Sem"), Permission.Read, _now));
        _now = _now.AddDays(1);
        Assert.False(Circle.ComesIn(Known("Sem"), _now));
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Null(Circle.Admit(Known("Sem"), permission, _now)));

        // The stool is pushed in for whoever looks next, without anybody doing anything.
        var traces = Circle.Traces.Count;
        Assert.NotNull(Circle.Admit(Known("Esra"), Permission.Read, _now));
        Assert.DoesNotContain(Circle.Seats, seat => seat.Id == sem.Id);
        Assert.Equal([sem.Id], Circle.SteppedBack.Select(seat => seat.Id));
        Assert.Equal("Sem", Circle.SeatAt(said.By).Name);
        Assert.Equal(new DateOnly(2026, 11, 26), Netherlands.DayOf(Circle.InvolvementOf(sem.Number)!.LeftAt!.Value));
        Assert.Equal([Deed.StandInOver], Circle.Traces.Skip(traces).Select(trace => trace.Deed));
        Circle.Thank(sem.Id, "Dank je.", Speaks("Fatma"));
        Circle.PassOn(sem.Id, "Hij slaapt weer.", Host("Esra"));
        Assert.Equal(traces + 3, Circle.Traces.Count);
    }

    [Fact]
    public void A_proposal_whose_last_day_is_past_is_asked_no_more_and_its_card_opens_nothing_INV59()
    {
        var id = Propose("Samira", until: Today.AddDays(1)).Id;
        Answer(id, "Esra", "Murat", "Amir");
        var place = Circle.SeatAt(Find(id).Seat!.Value);
        var card = Circle.Invite(place.Id, "Kom.", SeatSet.None, Host("Esra"));
        var waits = Propose("Bo", until: Today.AddDays(1)).Id;
        Assert.NotNull(Circle.AdmitInvited(card.Id, Known("Sem"), _now));
        _now = _now.AddDays(2);
        Assert.Null(Circle.AdmitInvited(card.Id, Known("Sem"), _now));
        Assert.NotNull(Circle.Admit(Known("Esra"), Permission.Host, _now));
        Assert.False(Find(id).IsAsked);
        Assert.DoesNotContain(Circle.Seats, seat => seat.Id == place.Id);
        Refuses(InvolvementRules.StillAsked, () => Circle.AnswerInvolvement(waits, WelcomeAnswer.Welcome, null, false, Host("Murat")));
    }

    [Fact]
    public void Nobody_comes_in_before_the_first_day_R97()
    {
        var id = Propose("Samira", from: Today.AddDays(2)).Id;
        Answer(id, "Esra", "Murat", "Amir");
        var place = Circle.SeatAt(Find(id).Seat!.Value);
        Assert.Equal(Today.AddDays(2), Circle.ComesFrom(place, Today));
        Refuses(StandInRules.FromFirstDay, () => Circle.Invite(place.Id, "Kom.", SeatSet.None, Host("Esra")));
        Refuses(StandInRules.FromFirstDay, () => Circle.GiveWayIn(place.Id, Known("Sem"), Host("Esra")));
        _now = _now.AddDays(2);
        Assert.Null(Circle.ComesFrom(place, Today));
        Circle.Join(Circle.Invite(place.Id, "Kom.", SeatSet.None, Host("Esra")).Id, Circle.AdmitInvited(Circle.Invitations[^1].Id, Known("Sem"), _now)!);
        Assert.NotNull(Circle.Admit(Known("Sem"), Permission.Read, _now));
    }

    [Theory]
    [InlineData("Samira")]
    [InlineData("Sem")]
    public void When_the_other_is_back_one_press_ends_it_at_once_INV60(string who)
    {
        var sem = SitsDown(Seat("Samira"));
        Circle.SayBack(sem.Id, Speaks(who));
        Assert.Null(Circle.Admit(Known("Sem"), Permission.Read, _now));
        Assert.Equal([sem.Id], Circle.SteppedBack.Select(seat => seat.Id));
        Assert.Equal(Deed.StandInEnded, Circle.Traces[^1].Deed);
        Assert.NotNull(Circle.Admit(Known("Samira"), Permission.Read, _now));
        Refuses(CircleRules.SitsHere, () => Circle.SayBack(sem.Id, Speaks("Samira")));
    }

    [Fact]
    public void One_host_of_two_says_it_for_the_own_part_and_both_end_it_T20_T21()
    {
        var sem = SitsDown(Seat("Samira"));
        var (hers, his) = (Says("Esra"), Says("Murat"));
        foreach (var nobody in new[] { "Bo", "Fatma", "Amir" })
        {
            Refuses(StandInRules.SaysBack, () => Circle.SayBack(sem.Id, Speaks(nobody)));
        }

        Refuses(StandInRules.SaysBack, () => Circle.SayBack(Seat("Bo").Id, Speaks("Esra")));
        Circle.SayBack(sem.Id, Speaks("Murat"));

        // He said that the other is back, and not that nobody is needed.
        Assert.True(Circle.InvolvementOf(sem.Number)!.Looked.Single().IsBack);
        Assert.Equal(Deed.SaidBack, Circle.Traces[^1].Deed);
        Assert.Equal((true, false), (hers.MayBeReadBy(Seat("Sem")), his.MayBeReadBy(Seat("Sem"))));
        Assert.NotNull(Circle.Admit(Known("Sem"), Permission.Read, _now));
        Circle.SayBack(sem.Id, Speaks("Esra"));
        Assert.Null(Circle.Admit(Known("Sem"), Permission.Read, _now));
    }

    [Fact]
    public void Who_hosts_alone_ends_it_with_one_press()
    {
        var sem = SitsDown(Seat("Samira"));
        Circle.StopMyPart(Speaks("Murat"));
        Circle.SayBack(sem.Id, Speaks("Esra"));
        Assert.Null(Circle.Admit(Known("Sem"), Permission.Read, _now));
    }

    [Fact]
    public void Taking_leave_of_who_was_replaced_ends_it_too_and_stepping_back_of_the_one_does_not()
    {
        SitsDown(Seat("Samira"));
        var waits = Propose("Bo", who: Sem with { Name = "Ria" }).Id;
        foreach (var host in new[] { "Esra", "Murat" })
        {
            Circle.LookAgain(Seat("Samira").Id, StillNeeded.NoMore, null, null, Host(host));
        }

        Circle.TakeLeave(Seat("Samira").Id, Host("Esra"));
        Assert.Null(Circle.Admit(Known("Sem"), Permission.Read, _now));
        Assert.False(Find(waits).IsAsked);

        Circle.AddFromBefore(Known("Ilse"), "Ilse", null, null, Host("Esra"));
        SitsDown(Seat("Ilse"));
        Circle.StepBack(Speaks("Ilse"));
        Assert.NotNull(Circle.Admit(Known("Sem"), Permission.Read, _now));
    }

    [Fact]
    public void Nothing_of_the_other_goes_over_no_face_no_frame_and_nobody_stands_in_for_who_stands_in_INV74()
    {
        var authority = Circle.JoinByAuthority(
            Sem with { Name = "Otto", Adds = "Kijkt mee.", LookAgain = Today.AddDays(30) }, "De rechter", "De beslissing.", Today.AddDays(200), Known("Otto"), Speaks("Samira"));
        Circle.AskFigure(Circle.SeatAt(authority.Seat!.Value).Id, Host("Esra"));
        var id = Propose("Otto", "Otto").Id;
        Assert.Null(Find(id).Authority);
        Assert.False(Circle.IsWelcome(Find(id)));
        Answer(id, "Esra", "Murat", "Amir");
        Circle.GiveWayIn(Circle.SeatAt(Find(id).Seat!.Value).Id, Known("Sem"), Host("Esra"));
        Assert.Equal(FrameKind.Voluntary, Circle.FrameOf(Seat("Sem"), Today).Kind);
        Assert.Equal(Seat("Otto").Number, Circle.Figures.Single().Who);
        Circle.SayBack(Seat("Sem").Id, Speaks("Sem"));
        Assert.Equal(FigureStage.Asked, Circle.Figures.Single().Stage);

        SitsDown(Seat("Samira"));
        Assert.False(Circle.MayBeReplaced(Seat("Sem")));
        Refuses(StandInRules.ForProfessional, () => Propose("Bo", "Sem"));
    }

    [Fact]
    public void Who_stood_in_before_can_come_again_when_the_family_says_yes_again_R97()
    {
        var sem = SitsDown(Seat("Samira"), Today);
        _now = _now.AddDays(3);
        var again = SitsDown(Seat("Samira"));
        Assert.NotEqual(sem.Number, again.Number);
        Assert.NotNull(Circle.Admit(Known("Sem"), Permission.Read, _now));
        Assert.Single(Circle.StandInsOf(Seat("Samira").Number));
        Assert.Equal([sem.Number], Circle.SteppedBack.Select(seat => seat.Number));
    }

    private GoodThing? _before;

    private Involvement Propose(string by, string away = "Samira", Worth? who = null, DateOnly? from = null, DateOnly? until = null, StandInWords? said = null)
    {
        var act = Speaks(by);
        Circle.ProposeStandIn(Seat(away).Id, who ?? Sem, from ?? Today, until ?? Today.AddDays(40), said ?? Nothing, act);
        return Last;
    }

    private void Answer(InvolvementId id, params string[] hosts)
    {
        foreach (var host in hosts)
        {
            Circle.AnswerInvolvement(id, WelcomeAnswer.Welcome, null, false, Host(host));
        }
    }

    private Involvement Find(InvolvementId id) => Circle.Involvements.Single(one => one.Id == id);

    // Somebody whom the hosts were asked about, so that they read nothing of before.
    private Seat Joined(string name)
    {
        _before = Says("Esra");
        var id = Circle.Propose(new Worth { Name = name, Goal = "Rust.", Adds = "Weet de weg.", LookAgain = Today.AddDays(60) }, Speaks("Bo")).Id;
        Answer(id, "Esra", "Murat", "Amir");
        Circle.GiveWayIn(Circle.SeatAt(Find(id).Seat!.Value).Id, Known(name), Host("Esra"));
        return Seat(name);
    }

    private Seat SitsDown(Seat away, DateOnly? until = null)
    {
        var id = Propose("Bo", away.Name, until: until).Id;
        Answer(id, [.. Circle.Asked.Select(host => host.Name)]);
        Circle.GiveWayIn(Circle.SeatAt(Find(id).Seat!.Value).Id, Known("Sem"), Host("Esra"));
        return Seat("Sem");
    }

    private GoodThing Says(string name) => GoodThing.Lay(Circle, "goed", SeatSet.None, Audience.Everyone, Speaks(name));

    private PersonId Known(string name) => _people.TryGetValue(name, out var person) ? person : _people[name] = PersonId.New();

    private Seat Seat(string name) => Circle.SeatOf(Known(name))!;

    private Act Speaks(string name) => Act(name, Permission.Speak);

    private Act Host(string name) => Act(name, Permission.Host);

    private Act Act(string name, Permission permission)
    {
        _now = _now.AddMinutes(1);
        return Circle.Admit(Known(name), permission, _now)!;
    }
}
