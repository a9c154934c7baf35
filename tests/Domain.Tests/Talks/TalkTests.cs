using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Talks;

public sealed class TalkTests
{
    private readonly Table _table = new();

    private SeatNumber Mother => _table.Mother.By.Number;

    private SeatNumber Child => _table.Child.By.Number;

    private SeatNumber Grandmother => _table.Grandmother.By.Number;

    private SeatNumber Guest => _table.Guest.By.Number;

    private SeatId ChildSeat => _table.Child.By.Id;

    [Fact]
    public void A_talk_needs_nothing_to_be_planned_and_asks_everybody_R150()
    {
        var talk = Talk.Plan(_table.Circle, null, null, null, null, SeatSet.None, _table.Guest);
        Assert.Equal(Audience.Everyone, talk.Audience);
        Assert.Equal(SeatSet.Of(Mother, Child, Grandmother, Guest), talk.Invited);
        Assert.True(talk.IsPlanned);
        Assert.False(talk.GoesOn);
        Assert.Empty(talk.Said);
    }

    [Fact]
    public void A_parent_who_lives_apart_is_asked_by_name_and_never_because_nobody_was_chosen_T20()
    {
        var (one, other) = (PersonId.New(), PersonId.New());
        var circle = Circle.Start(one, "Sanne", "mama", AgeGroup.Adult, null, [new ChildAtStart("Isa", AgeGroup.Child)], true, _table.Now);
        circle.Add(other, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, circle.Admit(one, Permission.Host, _table.Now)!);
        var (sanne, mark) = (circle.Admit(one, Permission.Speak, _table.Now)!, circle.SeatOf(other)!);
        Assert.False(Talk.Plan(circle, null, null, null, null, SeatSet.None, sanne).MayBeReadBy(mark));
        Assert.True(Talk.Plan(circle, null, null, null, null, SeatSet.Of(mark.Number), sanne).MayBeReadBy(mark));
    }

    [Fact]
    public void No_talk_about_a_family_without_somebody_of_the_family_N12_N13_INV48()
    {
        Table.Refuses(TalkRules.WithFamily, () => Planned(SeatSet.Of(Grandmother, Guest), _table.Guest));
        var talk = Planned(SeatSet.Of(Child, Guest), _table.Guest);
        Assert.Equal(Audience.These(SeatSet.Of(Child, Guest)), talk.Audience);
        Table.Refuses(TalkRules.WithFamily, () => talk.Begin(_table.Circle, SeatSet.Of(Guest), _table.Guest));
        talk.Begin(_table.Circle, SeatSet.Of(Child, Guest), _table.Guest);
        Table.Refuses(TalkRules.WithFamily, () => talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Guest, Grandmother), 0, null, _table.Guest));
        Assert.Equal(SeatSet.Of(Child, Guest), talk.Present);
    }

    [Fact]
    public void Nobody_begins_before_its_day_what_another_planned_T20()
    {
        var day = Netherlands.DayOf(_table.Now).AddDays(2);
        var talk = Talk.Plan(_table.Circle, null, day, null, null, SeatSet.None, _table.Mother);
        Table.Refuses(TalkRules.OnItsDay, () => talk.Begin(_table.Circle, SeatSet.Of(Mother, Guest), _table.Guest));
        Assert.True(talk.MayBegin(_table.Circle, _table.Mother.By, day.AddDays(-2)));
        Assert.False(talk.MayBegin(_table.Circle, _table.Guest.By, day.AddDays(-1)));
        _table.Pass(TimeSpan.FromDays(2));
        talk.Begin(_table.Circle, SeatSet.Of(Mother, Guest), _table.Guest);
        Assert.True(talk.GoesOn);

        var early = Talk.Plan(_table.Circle, null, day.AddDays(9), null, null, SeatSet.None, _table.Mother);
        early.Begin(_table.Circle, SeatSet.Of(Mother, Guest), _table.Mother);
        Assert.True(early.GoesOn);

        // Once it was begun, who was there goes on with it, also before its day.
        early.End(_table.Mother);
        early.Begin(_table.Circle, SeatSet.Of(Mother, Guest), _table.Guest);
        Assert.True(early.GoesOn);
    }

    [Fact]
    public void Who_begins_a_talk_sits_there_and_it_begins_once()
    {
        var talk = Planned(SeatSet.Of(Mother, Child), _table.Mother);
        Table.Refuses(CommonRules.ProofFits, () => talk.Begin(_table.Circle, SeatSet.Of(Guest, Mother), _table.Guest));
        Table.Refuses(TalkRules.SitsThere, () => talk.Begin(_table.Circle, SeatSet.Of(Child), _table.Mother));
        Table.Refuses(CircleRules.SitsHere, () => talk.Begin(_table.Circle, SeatSet.Of(Mother, new SeatNumber(40)), _table.Mother));
        talk.Begin(_table.Circle, SeatSet.Of(Mother, Child), _table.Mother);
        Assert.True(talk.GoesOn);
        Assert.Equal(TalkAsk.Good, talk.Course.Ask);
        Table.Refuses(TalkRules.NotBegun, () => talk.Begin(_table.Circle, SeatSet.Of(Mother, Child), _table.Mother));
        Table.Refuses(TalkRules.NotBegun, () => talk.Change(_table.Circle, "iets anders", null, null, null, 0, _table.Mother));
    }

    [Fact]
    public void When_and_where_are_changed_by_who_planned_it_and_never_over_somebody_elses_change()
    {
        var talk = Planned(SeatSet.None, _table.Guest);
        talk.Change(_table.Circle, "De ochtenden", new DateOnly(2026, 12, 1), "half acht", "bij oma", 0, _table.Guest);
        talk.Change(_table.Circle, "De ochtenden", new DateOnly(2026, 12, 2), "acht uur", "thuis", 0, _table.Guest);
        Assert.Equal(("De ochtenden", new DateOnly(2026, 12, 2), "acht uur", "thuis"), (talk.Words, talk.Day, talk.Time, talk.Where));
        Table.Refuses(CommonRules.OwnOnly, () => talk.Change(_table.Circle, "x", null, null, null, 0, _table.Grandmother));
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => talk.Change(_table.Circle, "x", null, null, null, 7, _table.Guest));
        Assert.Equal([Deed.Laid, Deed.TalkChanged, Deed.TalkChanged], talk.Traces.Select(trace => trace.Deed));
    }

    [Fact]
    public void Somebody_who_comes_in_may_read_what_it_is_about_and_hears_nothing_that_was_said_before_them_R12()
    {
        var talk = Going(Mother, Child);
        var before = Good("We ontbijten samen.", Says(talk, ChildSeat, _table.Mother));
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child, Guest), 0, null, _table.Mother);
        var after = Good("We zitten hier.", Says(talk, ChildSeat, _table.Mother));
        Assert.False(before.MayBeReadBy(_table.Guest.By));
        Assert.True(after.MayBeReadBy(_table.Guest.By));
        Assert.True(talk.MayBeReadBy(_table.Guest.By));
        Assert.False(talk.MayBeReadBy(_table.Grandmother.By));
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Guest), 0, null, _table.Mother);
        Assert.Equal(3, talk.Course.Presences.Count);
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Guest), 0, null, _table.Mother);
        Assert.Equal(3, talk.Course.Presences.Count);
        Assert.Equal(SeatSet.Of(Mother, Child, Guest), talk.WerePresent);

        // Not everybody who was there said so themselves (D31).
        Assert.Equal(SeatSet.Of(Mother), talk.WroteWhoWasThere);
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child, Guest), talk.PresenceVersion, null, _table.Guest);
        Assert.Equal(SeatSet.Of(Mother, Guest), talk.WroteWhoWasThere);
    }

    [Fact]
    public void Who_was_written_down_as_there_says_for_themselves_whether_they_were_D31()
    {
        var talk = Going(Mother, Child, Guest);
        Table.Refuses(TalkRules.WrittenDownAsThere, () => talk.SayWhetherThere(false, _table.Guest));
        talk.End(_table.Mother);
        Table.Refuses(CommonRules.ProofFits, () => talk.SayWhetherThere(false, _table.Grandmother));
        talk.SayWhetherThere(true, _table.Guest);
        Assert.Empty(talk.Additions);
        talk.SayWhetherThere(false, _table.Guest);
        talk.SayWhetherThere(false, _table.Guest);
        Assert.Equal(SeatSet.Of(Guest), talk.SaidNotThere);
        Assert.Equal(Deed.OwnPresenceSaid, talk.Traces[^1].Deed);
        talk.SayWhetherThere(true, _table.Guest);
        Assert.True(talk.SaidNotThere.IsEmpty);
        Assert.Equal(2, talk.Additions.Count);

        // It takes nothing away: who reads what was said there stays as it is.
        Assert.True(talk.WerePresent.Has(Guest));
    }

    [Fact]
    public void A_talk_that_somebody_ended_goes_on_that_day_for_who_planned_it_or_was_there_D31_T20()
    {
        var talk = Planned(SeatSet.Of(Mother, Child, Guest), _table.Mother);
        talk.Begin(_table.Circle, SeatSet.Of(Guest, Child), _table.Guest);
        talk.End(_table.Guest);
        var today = Netherlands.DayOf(_table.Now);
        Assert.True(talk.MayGoOn(_table.Mother.By, today));
        Assert.False(talk.MayGoOn(_table.Grandmother.By, today));
        Assert.False(talk.MayGoOn(_table.Mother.By, today.AddDays(1)));
        var began = talk.Course.BegunAt;
        _table.Pass(TimeSpan.FromMinutes(5));
        talk.Begin(_table.Circle, SeatSet.Of(Mother, Child), _table.Mother);
        Assert.Equal((true, began), (talk.GoesOn, talk.Course.BegunAt));
        Assert.Equal(SeatSet.Of(Mother, Child), talk.Present);
        Assert.Equal(SeatSet.Of(Mother, Child, Guest), talk.WerePresent);
        Assert.Equal(SeatSet.Of(Child), talk.WereThereThroughout);
        Table.Refuses(TalkRules.NotBegun, () => talk.Begin(_table.Circle, SeatSet.Of(Mother), _table.Mother));
        talk.End(_table.Mother);
        _table.Pass(TimeSpan.FromDays(1));
        Table.Refuses(TalkRules.NotBegun, () => talk.Begin(_table.Circle, SeatSet.Of(Mother), _table.Mother));
    }

    [Fact]
    public void Words_are_of_who_says_them_and_who_types_them_stands_beside_R10()
    {
        var talk = Going(Mother, Child, Guest);
        var said = Good("Lina slaapt door.", Says(talk, _table.Mother.By.Id, _table.Guest));
        Assert.Equal((Mother, Guest), (said.By, said.WrittenBy!.Value));
        Assert.False(said.ByGuest);
        Assert.True(said.WaitsToBeReadBack);
        Assert.Equal(new TalkTurn(talk.Id, TalkAsk.Good, null), said.Turn);
        var trace = Assert.Single(said.Traces);
        Assert.Equal(Guest, trace.Act.By.Number);
        var own = Good("Ik zie dat.", Says(talk, _table.Guest.By.Id, _table.Guest));
        Assert.Null(own.WrittenBy);
        Assert.False(own.WaitsToBeReadBack);
    }

    [Fact]
    public void A_child_whose_words_an_adult_types_still_tells_its_own_story_D5_R13()
    {
        var talk = Going(Mother, Child, Guest);
        var told = Statement.Lay(
            _table.Circle, "Ik werd wakker.", new Source(Knowing.Find, null, null), SeatSet.None, null, null, Audience.Everyone, Says(talk, ChildSeat, _table.Guest));
        Assert.Equal(StatementKind.Telling, told.Kind);
        Assert.Equal(Child, told.By);
        Table.Refuses(StatementRules.HasKindAndSource, () => Statement.Lay(
            _table.Circle, "x", new Source(Knowing.Tells, null, null), SeatSet.None, null, null, Audience.Everyone, Says(talk, _table.Mother.By.Id, _table.Guest)));
        Table.Refuses(StatementRules.SourceIsAnother, () => Statement.Lay(
            _table.Circle, "x", new Source(Knowing.WasTold, Mother, null), SeatSet.None, null, null, Audience.Everyone, Says(talk, _table.Mother.By.Id, _table.Guest)));
    }

    [Fact]
    public void Only_the_teller_says_that_it_was_read_back_and_once_R10()
    {
        var talk = Going(Mother, Child, Guest);
        var said = Good("Lina slaapt door.", Says(talk, _table.Mother.By.Id, _table.Guest));
        Table.Refuses(CommonRules.OwnOnly, () => said.ReadBack(_table.Guest));
        Table.Refuses(CommonRules.OwnOnly, () => said.ReadBack(Says(talk, _table.Mother.By.Id, _table.Guest)));
        Table.Refuses(CommonRules.OwnOnly, () => said.ReadBack(Says(talk, ChildSeat, _table.Mother)));
        said.ReadBack(_table.Mother);
        Assert.False(said.WaitsToBeReadBack);
        Assert.Equal(_table.Now, said.ReadBackAt);
        Table.Refuses(CommonRules.OnlyOnce, () => said.ReadBack(_table.Mother));
        var own = GoodThing.Lay(_table.Circle, "Van mij.", SeatSet.None, Audience.Everyone, _table.Mother);
        Table.Refuses(CommonRules.OwnOnly, () => own.ReadBack(_table.Mother));
        var gone = Good("Weg.", Says(talk, _table.Mother.By.Id, _table.Guest));
        gone.TakeBack(_table.Mother);
        Table.Refuses(CommonRules.StillOnTheTable, () => gone.ReadBack(_table.Mother));
    }

    [Fact]
    public void Who_wrote_it_down_wrong_takes_it_away_until_it_was_read_back_R10()
    {
        var talk = Going(Mother, Child, Guest);
        var wrong = Good("Verkeerd.", Says(talk, _table.Mother.By.Id, _table.Guest));
        Table.Refuses(CommonRules.OwnOnly, () => wrong.TakeBack(_table.Child));
        wrong.TakeBack(_table.Guest);
        Assert.Equal("", wrong.Words);
        var right = Good("Goed.", Says(talk, _table.Mother.By.Id, _table.Guest));
        right.ReadBack(_table.Mother);
        Table.Refuses(CommonRules.OwnOnly, () => right.TakeBack(_table.Guest));
    }

    [Fact]
    public void Only_who_is_present_speaks_or_writes_in_a_talk_R13()
    {
        var talk = Planned(SeatSet.None, _table.Mother);
        Table.Refuses(TalkRules.GoesOn, () => Says(talk, ChildSeat, _table.Mother));
        talk.Begin(_table.Circle, SeatSet.Of(Mother, Child), _table.Mother);
        Table.Refuses(TalkRules.SitsThere, () => Says(talk, _table.Grandmother.By.Id, _table.Mother));
        Table.Refuses(TalkRules.SitsThere, () => Says(talk, ChildSeat, _table.Guest));
        Table.Refuses(CircleRules.SitsHere, () => Says(talk, SeatId.New(), _table.Mother));
        Table.Refuses(CommonRules.ProofFits, () => talk.Speak(new Table().Circle, ChildSeat, TalkAsk.Good, null, false, _table.Mother));
        Table.Refuses(CommonRules.ProofFits, () => Says(talk, ChildSeat, _table.ReadsOnly));
        Table.Refuses(TalkRules.SitsThere, () => talk.Ask(_table.Circle, TalkAsk.Help, null, _table.Grandmother));
        Table.Refuses(TalkRules.SitsThere, () => talk.Pause(true, _table.Guest));
        Table.Refuses(TalkRules.SitsThere, () => talk.End(_table.Guest));
        Table.Refuses(TalkRules.SitsThere, () => talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Guest), 0, null, _table.Guest));
    }

    [Fact]
    public void Whoever_planned_a_talk_is_not_kept_out_of_it_by_who_began_it_T20()
    {
        var talk = Planned(SeatSet.Of(Mother, Child, Guest, Grandmother), _table.Mother);
        talk.Begin(_table.Circle, SeatSet.Of(Child, Guest), _table.Guest);
        Table.Refuses(TalkRules.SitsThere, () => talk.End(_table.Mother));
        Assert.False(talk.MaySayWhoIsPresent(_table.Grandmother.By));
        Table.Refuses(
            TalkRules.SitsThere, () => talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Child, Guest, Grandmother), talk.PresenceVersion, null, _table.Grandmother));

        // She comes in, and nobody is put out by it.
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child, Guest), talk.PresenceVersion, null, _table.Mother);
        Assert.Equal(SeatSet.Of(Mother, Child, Guest), talk.Present);
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Child, Guest), talk.PresenceVersion, null, _table.Guest);
        Assert.True(talk.MaySayWhoIsPresent(_table.Mother.By));
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child, Guest), talk.PresenceVersion, null, _table.Mother);
        talk.End(_table.Mother);
        Assert.False(talk.MaySayWhoIsPresent(_table.Mother.By));
    }

    [Fact]
    public void What_was_said_on_paper_is_written_up_for_those_who_were_there_and_not_months_later_R10()
    {
        var talk = Going(Mother, Child, Guest);
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child), 0, null, _table.Mother);
        talk.End(_table.Mother);
        Assert.False(talk.GoesOn);
        Assert.Equal(SeatSet.None, talk.Present);
        var up = WrittenUp(talk, ChildSeat, _table.Guest);
        Assert.Equal((Child, Guest), (up.Voice.Number, up.WrittenBy!.Value));
        Table.Refuses(TalkRules.SitsThere, () => WrittenUp(talk, _table.Grandmother.By.Id, _table.Mother));
        Table.Refuses(CommonRules.ProofFits, () => WrittenUp(talk, ChildSeat, _table.Grandmother));
        Table.Refuses(TalkRules.GoesOn, () => Says(talk, ChildSeat, _table.Guest));
        var late = _table.Circle.Admit(_table.Mother.Person, Permission.Speak, _table.Now.AddDays(Talk.WriteUpDays + 1))!;
        Table.Refuses(TalkRules.StillFresh, () => WrittenUp(talk, ChildSeat, late));
        Table.Refuses(TalkRules.HeardByThose, () => WrittenUp(Going(Mother, Child), ChildSeat, _table.Mother));
        Table.Refuses(TalkRules.GoesOn, () => talk.End(_table.Mother));
        Table.Refuses(TalkRules.GoesOn, () => talk.Pause(true, _table.Mother));
        Table.Refuses(TalkRules.GoesOn, () => talk.Ask(_table.Circle, TalkAsk.Help, null, _table.Mother));
        Table.Refuses(TalkRules.GoesOn, () => Point(talk, "Te laat.", false, _table.Mother));
    }

    [Fact]
    public void A_child_that_wants_to_is_heard_first()
    {
        var talk = Planned(SeatSet.None, _table.Mother);
        var guests = Point(talk, "Mag ik iets vragen over school?", true, _table.Guest);
        var mothers = Point(talk, "De ochtenden.", false, _table.Mother);
        var childs = Point(talk, "Ik wil naar oma.", true, _table.Child);
        var gone = Point(talk, "Toch niet.", true, _table.Child);
        gone.TakeBack(_table.Child);
        Assert.Equal([childs, guests, mothers], TalkPoint.InOrder(_table.Circle, [guests, mothers, childs, gone]));
        Assert.Equal(Audience.Everyone, childs.Audience);
        Table.Refuses(CommonRules.InWords, () => Point(talk, " ", false, _table.Mother));
    }

    [Fact]
    public void Who_comes_in_later_does_not_read_what_others_wanted_to_say_R12()
    {
        var talk = Planned(SeatSet.Of(Mother, Child), _table.Mother);
        var point = Point(talk, "Ik wil iets over juf zeggen.", false, _table.Child);
        Table.Refuses(CommonRules.ProofFits, () => Point(talk, "x", false, _table.Guest));
        talk.Begin(_table.Circle, SeatSet.Of(Mother, Child, Guest), _table.Mother);
        Assert.False(point.MayBeReadBy(_table.Guest.By));
        var later = Point(talk, "Nu wel.", false, _table.Child);
        Assert.True(later.MayBeReadBy(_table.Guest.By));
    }

    [Fact]
    public void A_question_in_a_talk_is_one_of_that_talk_and_skipping_is_fine()
    {
        var talk = Planned(SeatSet.None, _table.Mother);
        var point = Point(talk, "Ik wil naar oma.", true, _table.Child);
        var elsewhere = Point(Planned(SeatSet.None, _table.Mother), "Anders.", true, _table.Child);
        talk.Begin(_table.Circle, SeatSet.Of(Mother, Child), _table.Mother);
        talk.Ask(_table.Circle, TalkAsk.Steps, null, _table.Child);
        talk.Ask(_table.Circle, TalkAsk.Point, point, _table.Child);
        Assert.Equal((TalkAsk.Point, point.Id), (talk.Course.Ask, talk.Course.Point!.Value));
        Table.Refuses(TalkRules.OwnQuestion, () => talk.Ask(_table.Circle, TalkAsk.Point, elsewhere, _table.Child));
        Table.Refuses(TalkRules.OwnQuestion, () => talk.Ask(_table.Circle, TalkAsk.Point, null, _table.Child));
        Table.Refuses(TalkRules.OwnQuestion, () => talk.Ask(_table.Circle, TalkAsk.Help, point, _table.Child));
        Table.Refuses(TalkRules.OwnQuestion, () => talk.Ask(_table.Circle, (TalkAsk)9, null, _table.Child));
        var traces = talk.Traces.Count;
        talk.Ask(_table.Circle, TalkAsk.Point, point, _table.Mother);
        Assert.Equal(traces, talk.Traces.Count);
        talk.Pause(true, _table.Mother);
        Assert.True(talk.Course.IsPaused);
        talk.Pause(true, _table.Mother);
        Assert.Equal(traces + 1, talk.Traces.Count);
        talk.Pause(false, _table.Mother);
        Assert.False(talk.Course.IsPaused);
    }

    [Fact]
    public void A_child_chooses_who_speaks_for_it_and_nobody_else_does_INV23()
    {
        var talk = Going(Mother, Child, Guest);
        Table.Refuses(TalkRules.ChildChooses, () => talk.ChooseSpokesperson(_table.Circle, _table.Guest.By.Id, _table.Mother));
        Table.Refuses(TalkRules.ChildChooses, () => talk.ChooseSpokesperson(_table.Circle, ChildSeat, _table.Child));
        Table.Refuses(TalkRules.ChildChooses, () => talk.ChooseSpokesperson(_table.Circle, _table.Grandmother.By.Id, _table.Child));
        talk.ChooseSpokesperson(_table.Circle, _table.Guest.By.Id, _table.Child);
        Assert.Equal(Guest, talk.SpokespersonOf(Child));
        talk.ChooseSpokesperson(_table.Circle, null, _table.Child);
        Assert.Null(talk.SpokespersonOf(Child));
    }

    [Fact]
    public void Every_deed_in_a_talk_leaves_its_line_and_needs_a_proof_that_fits_R6()
    {
        var talk = Going(Mother, Child, Guest);
        talk.Ask(_table.Circle, TalkAsk.Help, null, _table.Mother);
        talk.Pause(true, _table.Mother);
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child), 0, null, _table.Mother);
        talk.ChooseSpokesperson(_table.Circle, _table.Mother.By.Id, _table.Child);
        talk.End(_table.Mother);
        Assert.Equal(
            [Deed.Laid, Deed.TalkBegun, Deed.TalkTurned, Deed.TalkTurned, Deed.PresenceChanged, Deed.SpokespersonChosen, Deed.TalkEnded],
            talk.Traces.Select(trace => trace.Deed));
        Assert.All(talk.Traces, trace => Assert.Equal(talk.Id.Value, trace.Subject));
        foreach (var act in new[] { _table.ReadsOnly, new Table().Mother })
        {
            var going = Going(Mother, Child);
            Table.Refuses(CommonRules.ProofFits, () => Planned(SeatSet.None, act));
            Table.Refuses(CommonRules.ProofFits, () => going.Ask(_table.Circle, TalkAsk.Help, null, act));
            Table.Refuses(CommonRules.ProofFits, () => going.Pause(true, act));
            Table.Refuses(CommonRules.ProofFits, () => going.End(act));
            Table.Refuses(CommonRules.ProofFits, () => going.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother), 0, null, act));
            Table.Refuses(CommonRules.ProofFits, () => going.ChooseSpokesperson(_table.Circle, null, act));
            Table.Refuses(CommonRules.ProofFits, () => Planned(SeatSet.None, _table.Mother).Begin(_table.Circle, SeatSet.Of(Mother), act));
            Table.Refuses(CommonRules.ProofFits, () => Planned(SeatSet.None, _table.Mother).Change(_table.Circle, "x", null, null, null, 0, act));
            Table.Refuses(CommonRules.ProofFits, () => Point(going, "x", false, act));
        }
    }

    [Fact]
    public void A_talk_that_was_taken_back_is_over()
    {
        var talk = Planned(SeatSet.None, _table.Mother);
        talk.Change(_table.Circle, "De ochtenden", null, "acht uur", "thuis", 0, _table.Mother);
        talk.TakeBack(_table.Mother);
        Assert.Empty(talk.Said);
        Assert.False(talk.IsPlanned);
        Table.Refuses(CommonRules.StillOnTheTable, () => talk.Begin(_table.Circle, SeatSet.Of(Mother), _table.Mother));
        Table.Refuses(CommonRules.StillOnTheTable, () => Point(talk, "x", false, _table.Mother));
        Assert.All(_table.Circle.Seats, seat => Assert.False(talk.MayBeAnsweredBy(seat)));
    }

    [Fact]
    public void What_was_said_on_paper_is_read_by_who_was_there_all_the_time_or_by_who_is_named_R12()
    {
        var talk = Going(Mother, Child);
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child, Guest), 1, null, _table.Mother);
        talk.End(_table.Mother);
        Assert.Equal(SeatSet.Of(Mother, Child), talk.WereThereThroughout);
        Assert.Equal(Audience.These(SeatSet.Of(Mother, Child)), WrittenUp(talk, ChildSeat, _table.Mother).Listeners);
        Assert.Equal(Audience.These(SeatSet.Of(Mother, Child, Guest)), WrittenUp(talk, ChildSeat, _table.Mother, SeatSet.Of(Child, Guest)).Listeners);
        Table.Refuses(TalkRules.HeardByThose, () => WrittenUp(talk, ChildSeat, _table.Mother, SeatSet.Of(_table.Grandmother.By.Number)));
    }

    [Fact]
    public void What_is_typed_on_the_screen_on_the_table_is_read_back_also_by_whose_screen_it_is_R10()
    {
        var talk = Going(Mother, Child, Guest);
        var act = talk.Speak(_table.Circle, _table.Guest.By.Id, TalkAsk.Good, null, true, _table.Guest);
        var said = Good("Ik zie dat.", act);
        Assert.True(said.WaitsToBeReadBack);
        said.ReadBack(_table.Guest);
        Assert.False(said.WaitsToBeReadBack);
    }

    [Fact]
    public void What_was_said_while_somebody_was_out_comes_on_no_screen_once_they_are_back_R12()
    {
        var talk = Going(Mother, Child, Guest);
        var out1 = Later(1);
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child), 0, null, out1);
        var whileOut = _table.Now.AddMinutes(2);
        Assert.Equal(SeatSet.Of(Mother, Child), talk.OnScreenSince(whileOut));
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child, Guest), 0, null, Later(3));
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child), 0, null, Later(4));
        Assert.Equal(SeatSet.Of(Mother, Child, Guest), talk.OnScreenSince(whileOut));
        Assert.Equal(SeatSet.Of(Mother, Child), talk.OnScreenSince(_table.Now.AddMinutes(5)));
    }

    [Fact]
    public void A_page_that_was_drawn_before_somebody_came_drops_nobody_who_sits_there()
    {
        var talk = Going(Mother, Child);
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child, Guest), 1, null, _table.Mother);
        Assert.Equal((SeatSet.Of(Guest), SeatSet.None), (talk.CameSince(1), talk.CameSince(2)));
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother), 1, null, _table.Mother);
        Assert.Equal(SeatSet.Of(Mother, Guest), talk.Present);
    }

    [Fact]
    public void A_question_that_somebody_present_may_not_read_comes_on_no_table_and_leaves_it_when_they_come_R12()
    {
        var talk = Planned(SeatSet.Of(Mother, Child), _table.Mother);
        var point = Point(talk, "Ik wil iets over juf zeggen.", false, _table.Child);
        talk.Begin(_table.Circle, SeatSet.Of(Mother, Child), _table.Mother);
        talk.Ask(_table.Circle, TalkAsk.Point, point, _table.Mother);
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Child, Guest), 1, point, _table.Mother);
        Assert.Equal((TalkAsk.Good, (ContributionId?)null), (talk.Course.Ask, talk.Course.Point));
        Table.Refuses(TalkRules.AllMayRead, () => talk.Ask(_table.Circle, TalkAsk.Point, point, _table.Mother));
    }

    [Fact]
    public void Who_was_not_asked_is_let_in_by_the_family_and_does_not_learn_where_it_is()
    {
        var talk = Talk.Plan(_table.Circle, "De ochtend", null, "acht uur", "bij oma", SeatSet.Of(Mother, Guest), _table.Mother);
        Table.Refuses(TalkRules.HostLetsIn, () => talk.Begin(_table.Circle, SeatSet.Of(Mother, Guest, Child), _table.Guest));
        talk.Begin(_table.Circle, SeatSet.Of(Mother, Guest), _table.Guest);
        Assert.Equal("bij oma", talk.Where);
        talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(Mother, Guest, Child), 0, null, _table.Mother);
        Assert.Equal(((string?)null, (string?)null, "De ochtend"), (talk.Where, talk.Time, talk.Words));
    }

    [Fact]
    public void A_point_laid_in_a_talk_is_read_by_who_is_there_also_where_everybody_was_asked_R12()
    {
        var talk = Planned(SeatSet.None, _table.Mother);
        talk.Begin(_table.Circle, SeatSet.Of(Mother, Child), _table.Mother);
        Assert.False(Point(talk, "Nu papa er niet is.", false, _table.Child).MayBeReadBy(_table.Guest.By));
    }

    [Fact]
    public void A_talk_that_has_begun_is_not_taken_back_by_one_of_those_who_sat_there()
    {
        var talk = Going(Mother, Child);
        Table.Refuses(TalkRules.NotBegun, () => talk.TakeBack(_table.Mother));
        talk.End(_table.Mother);
        Table.Refuses(TalkRules.NotBegun, () => talk.TakeBack(_table.Mother));
    }

    private Act Later(int minutes) => _table.Circle.Admit(_table.Mother.Person, Permission.Speak, _table.Now.AddMinutes(minutes))!;

    private Talk Planned(SeatSet invited, Act act) => Talk.Plan(_table.Circle, "De ochtend", null, null, null, invited, act);

    private Talk Going(params IEnumerable<SeatNumber> present)
    {
        var seats = SeatSet.Of(present);
        var talk = Planned(seats, _table.Mother);
        talk.Begin(_table.Circle, seats, _table.Mother);
        return talk;
    }

    private TalkPoint Point(Talk talk, string words, bool first, Act act) => TalkPoint.Lay(_table.Circle, talk, words, first, act);

    private Act Says(Talk talk, SeatId teller, Act act) => talk.Speak(_table.Circle, teller, TalkAsk.Good, null, false, act);

    private GoodThing Good(string words, Act spoken) => GoodThing.Lay(_table.Circle, words, SeatSet.None, spoken.Listeners!.Value, spoken);

    private Act WrittenUp(Talk talk, SeatId teller, Act act, SeatSet heard = default) => talk.WriteUp(_table.Circle, teller, TalkAsk.Good, null, heard, act);
}
