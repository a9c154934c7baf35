using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Frames;

public sealed class FrameTests
{
    private static readonly FrameAnswers All = new("Amir slaapt slecht.", false, "Zelf met de rechter praten.", "Nog niet: Esra was ziek.", null);

    private readonly Table _table = new();

    private Circle Circle => _table.Circle;

    private Seat Samira => _table.Guest.By;

    private DateOnly Today => Netherlands.DayOf(_table.Now);

    [Fact]
    public void Who_sits_there_without_a_word_is_there_voluntarily_since_they_sat_down_R116()
    {
        var frame = Circle.FrameOf(Samira, Today);
        Assert.Equal((FrameKind.Voluntary, null, null, null), (frame.Kind, frame.Since, frame.Until, frame.Coming));
        Assert.Equal([FrameKind.Voluntary, FrameKind.Measure], Enum.GetValues<FrameKind>());
    }

    [Fact]
    public void Pressing_is_said_with_what_follows_a_no_and_changes_no_frame_N25()
    {
        var mother = SeatSet.Of(_table.Mother.By.Number);
        Table.Refuses(FrameRules.UrgesAsGuest, () => Urging.Lay(Circle, "Ga praten.", "Niets.", mother, _table.Grandmother));
        Table.Refuses(CommonRules.InWords, () => Urging.Lay(Circle, " ", "Niets.", mother, _table.Guest));
        Table.Refuses(FrameRules.SaysThen, () => Urging.Lay(Circle, "Ga praten.", " ", mother, _table.Guest));
        Table.Refuses(FrameRules.SaysToWhom, () => Urging.Lay(Circle, "Ga praten.", "Niets.", SeatSet.None, _table.Guest));
        Table.Refuses(FrameRules.SaysToWhom, () => Urging.Lay(Circle, "Ga praten.", "Niets.", SeatSet.Of(Samira.Number), _table.Guest));
        Table.Refuses(FrameRules.NotAChild, () => Urging.Lay(Circle, "Ga praten.", "Niets.", SeatSet.Of(_table.Child.By.Number), _table.Guest));
        var said = Urging.Lay(Circle, "Ga praten.", "De huisarts bellen.", mother, _table.Guest);
        Assert.Equal(["Ga praten.", "De huisarts bellen."], said.Said);
        Assert.Equal(FrameKind.Voluntary, Circle.FrameOf(Samira, Today).Kind);

        // Kept as said, answered as large, and read by nobody to whom it was not said.
        Assert.True(said.KeepsItsTrace);
        said.Answer("Nee.", 0, _table.Mother);
        Assert.Equal("Nee.", said.Answers.Single().Words);
        Assert.False(said.MayBeReadBy(_table.Grandmother.By));
        Table.Refuses(FrameRules.ReadersStay, () => said.ChooseReaders(_table.Circle, Audience.Everyone, _table.Guest));
    }

    [Fact]
    public void A_change_is_not_recorded_without_the_answers_and_the_talk_or_why_not_R117()
    {
        var day = Today.AddDays(20);
        Table.Refuses(FrameRules.OwnOfGuest, () => FrameChange.Announce(Circle, FrameKind.Measure, day, All, null, _table.Mother));
        Table.Refuses(CommonRules.ProofFits, () => FrameChange.Announce(Circle, FrameKind.Measure, day, All, null, _table.ReadsOnly));
        Refused(FrameRules.SaysWhich, null, day, All);
        Refused(FrameRules.SaysDay, FrameKind.Measure, null, All);
        Refused(FrameRules.SaysNeeded, FrameKind.Measure, day, All with { Needed = " " });
        Refused(FrameRules.SaysTogether, FrameKind.Measure, day, All with { Together = null });
        Refused(FrameRules.SaysRights, FrameKind.Measure, day, All with { Rights = null });
        Refused(FrameRules.SaysTalk, FrameKind.Measure, day, All with { WhyNoTalk = null });
        Refused(FrameRules.ChangesSomething, FrameKind.Voluntary, day, All);
        Refused(CommonRules.NotTooLong, FrameKind.Measure, day, All with { Needed = new string('x', Words.Brief + 1) });
        Assert.Empty(Circle.Frames);
        var change = Announce();
        Assert.Equal([change.Id], Circle.Frames.Select(step => step.Change));
        Refused(FrameRules.OneAtATime, FrameKind.Measure, day, All);

        // Who found each other need not say which rights there are.
        var other = new Table();
        FrameChange.Announce(other.Circle, FrameKind.Measure, day, All with { Together = true, Rights = null }, null, other.Guest);
    }

    [Fact]
    public void A_talk_that_is_pointed_at_is_one_that_child_and_parents_may_read_R117()
    {
        var all = SeatSet.Of(Circle.Seats.Select(seat => seat.Number));
        var talk = Talk.Plan(Circle, "Praten", null, null, null, all, _table.Guest);
        var apart = Talk.Plan(Circle, "Praten", null, null, null, SeatSet.Of(Samira.Number, _table.Mother.By.Number), _table.Guest);
        Table.Refuses(FrameRules.TalkOfFamily, () => FrameChange.Announce(Circle, FrameKind.Measure, Today.AddDays(3), All, apart, _table.Guest));
        var change = FrameChange.Announce(Circle, FrameKind.Measure, Today.AddDays(3), All with { WhyNoTalk = null }, talk, _table.Guest);
        Assert.Equal(talk.Id, change.Talk);
    }

    [Fact]
    public void Child_and_parents_read_it_before_it_holds_and_answer_beside_it_and_nobody_else_reads_it_INV75()
    {
        var change = Announce();
        Assert.Equal(FrameKind.Voluntary, Circle.FrameOf(Samira, change.Day).Kind);
        Assert.Equal(change.Id, Circle.FrameOf(Samira, Today).Coming!.Change);
        change.Answer("Wij willen dit niet.", 0, _table.Mother);
        change.Answer("Ik vind het stom.", 0, _table.Child);
        Assert.Equal(["Wij willen dit niet.", "Ik vind het stom."], change.Answers.Select(answer => answer.Words));
        Table.Refuses(CommonRules.AboutYouOnly, () => change.Answer("Ik ook.", 0, _table.Grandmother));
        Assert.False(change.MayBeReadBy(_table.Grandmother.By));
        Table.Refuses(FrameRules.ReadersStay, () => change.ChooseReaders(_table.Circle, Audience.Everyone, _table.Guest));
        Decide(change);
        Assert.Equal(2, change.Answers.Count());
    }

    [Fact]
    public void Only_what_a_judge_decided_makes_a_measure_with_nothing_left_out_INV78()
    {
        var change = Announce();
        Table.Refuses(CommonRules.OwnOnly, () => Decide(change, act: _table.Mother));
        Table.Refuses(FrameRules.SaysJudge, () => Decide(change, judge: " "));
        Table.Refuses(FrameRules.SaysDecision, () => Decide(change, decision: null));
        Table.Refuses(FrameRules.HasBeenDecided, () => Decide(change, decided: Today.AddDays(1)));
        Table.Refuses(FrameRules.BeginsAfterDecision, () => Decide(change, starts: Today.AddDays(-1)));
        Table.Refuses(FrameRules.SaysCannot, () => Decide(change, cannot: ""));
        Assert.Equal(FrameKind.Voluntary, Circle.FrameOf(Samira, Today.AddYears(1)).Kind);
        Decide(change);
        Table.Refuses(CommonRules.OnlyOnce, () => Decide(change));
        Assert.Equal(FrameKind.Voluntary, Circle.FrameOf(Samira, Today).Kind);
        var frame = Circle.FrameOf(Samira, Today.AddDays(10));
        Assert.Equal((FrameKind.Measure, Today.AddDays(10), Today.AddDays(190)), (frame.Kind, frame.Since, frame.Until));
        Assert.Equal([Deed.FrameAnnounced, Deed.MeasureTold], Circle.Traces.Select(trace => trace.Deed).TakeLast(2));
    }

    [Fact]
    public void A_measure_has_a_last_day_and_a_stops_when_and_ends_by_itself_INV79()
    {
        var change = Announce();
        Table.Refuses(FrameRules.SaysLastDay, () => Decide(change, ends: Today.AddDays(9)));
        Table.Refuses(FrameRules.SaysLastDay, () => change.Decide(Circle, "Rechtbank", "Iemand kijkt mee.", Today, Today.AddDays(10), null, "x", "y", null, _table.Guest));
        Table.Refuses(FrameRules.SaysStopsWhen, () => Decide(change, stopsWhen: " "));
        Decide(change);
        Assert.Equal(FrameKind.Measure, Circle.FrameOf(Samira, Today.AddDays(190)).Kind);
        var after = Circle.FrameOf(Samira, Today.AddDays(191));
        Assert.Equal((FrameKind.Voluntary, Today.AddDays(190), Today.AddDays(191)), (after.Kind, after.Ended, after.Since));
        Assert.Equal(FrameKind.Voluntary, Circle.FrameOf(Samira, Today.AddYears(5)).Kind);
    }

    [Fact]
    public void Going_back_to_voluntary_is_announced_as_well_and_what_has_begun_does_not_go_back_unannounced_INV75()
    {
        var change = Announce();
        Decide(change, starts: Today, whyLate: "De rechter besloot vandaag.");
        Assert.Equal(FrameKind.Measure, Circle.FrameOf(Samira, Today).Kind);
        Table.Refuses(FrameRules.NotBegun, () => change.Stop(Circle, null, _table.Guest));
        Refused(FrameRules.SaysWhyLate, FrameKind.Voluntary, Today, All);
        var back = FrameChange.Announce(Circle, FrameKind.Voluntary, Today.AddDays(30), All, null, _table.Guest);
        Assert.Equal(back.Id, Circle.FrameOf(Samira, Today).Coming!.Change);
        Assert.Equal(FrameKind.Measure, Circle.FrameOf(Samira, Today.AddDays(29)).Kind);
        Assert.Equal(FrameKind.Voluntary, Circle.FrameOf(Samira, Today.AddDays(30)).Kind);
    }

    [Fact]
    public void A_measure_that_began_before_the_family_could_read_it_says_why_INV75()
    {
        var change = Announce();
        Table.Refuses(FrameRules.SaysWhyLate, () => Decide(change, starts: Today));
        Decide(change, starts: Today, whyLate: "De rechter besloot met spoed.");
        Assert.Equal("De rechter besloot met spoed.", change.Told!.WhyLate);
    }

    [Fact]
    public void A_measure_that_is_announced_for_today_or_earlier_says_why_the_family_hears_it_only_now_INV75()
    {
        foreach (var day in new[] { Today, Today.AddDays(-400) })
        {
            Refused(FrameRules.SaysWhyLate, FrameKind.Measure, day, All);
        }

        var change = FrameChange.Announce(Circle, FrameKind.Measure, Today.AddDays(-10), All with { WhyLate = "Deze tafel was er nog niet." }, null, _table.Guest);
        Assert.Equal("Deze tafel was er nog niet.", change.WhyLate);
    }

    [Fact]
    public void Of_two_measures_one_that_runs_holds_whichever_began_last_INV74()
    {
        Decide(Announce(), starts: Today, ends: Today.AddDays(300), whyLate: "De rechter besloot vandaag.");
        Decide(Announce(), starts: Today.AddDays(20), ends: Today.AddDays(50));
        foreach (var day in new[] { 15, 30, 51, 300 })
        {
            var frame = Circle.FrameOf(Samira, Today.AddDays(day));
            Assert.Equal((FrameKind.Measure, Today.AddDays(300)), (frame.Kind, frame.Until));
        }

        // From the first of them on is before and after, also when both are over (R70).
        Assert.Equal([null, Today, Today], new[] { -1, 0, 400 }.Select(day => Circle.FirstMeasureOf(Samira, Today.AddDays(day))));
        Assert.Equal(FrameKind.Voluntary, Circle.FrameOf(Samira, Today.AddDays(301)).Kind);
        Assert.Equal(Today.AddDays(300), Circle.FrameOf(Samira, Today.AddDays(301)).Ended);
    }

    [Fact]
    public void Only_to_whom_it_was_told_it_is_shown_and_who_hosts_later_finds_no_page_that_is_not_there_R117()
    {
        Announce();
        var step = Circle.Frames[0];
        Assert.Equal(["Esra", "Amir", "Samira"], Circle.Seats.Where(step.IsToldTo).Select(seat => seat.Name));
        var later = Circle.Add(PersonId.New(), "Rob", "papa", SeatSide.Host, AgeGroup.Adult, null, Circle.Admit(_table.Mother.Person, Permission.Host, _table.Now)!);
        Assert.False(step.IsToldTo(later));
    }

    [Fact]
    public void What_a_judge_decided_is_shown_for_two_weeks_after_it_was_told_INV75()
    {
        var change = Announce();
        Assert.False(Circle.Frames[0].WasToldLately(_table.Now));
        Decide(change);
        var step = Circle.Frames[0];
        Assert.True(step.WasToldLately(step.ToldAt!.Value + FrameStep.Fresh - TimeSpan.FromSeconds(1)));
        Assert.False(step.WasToldLately(step.ToldAt.Value + FrameStep.Fresh));
    }

    [Fact]
    public void A_change_that_does_not_go_on_is_said_to_and_stays_readable_R117()
    {
        var change = Announce();
        Table.Refuses(FrameRules.SaysNotGoingOn, () => change.TakeBack(_table.Guest));
        Table.Refuses(CommonRules.OwnOnly, () => change.Stop(Circle, null, _table.Mother));
        change.Stop(Circle, "De rechter zei nee.", _table.Guest);
        Assert.Equal("De rechter zei nee.", change.Stopped!.Words);
        Assert.True(change.MayBeReadBy(_table.Mother.By));
        Assert.Empty(Circle.Frames);
        Table.Refuses(CommonRules.StillOnTheTable, () => Decide(change));
        Table.Refuses(CommonRules.OnlyOnce, () => change.Stop(Circle, null, _table.Guest));
        Announce();
    }

    [Fact]
    public void A_measure_gives_nobody_more_and_nobody_less_R119()
    {
        var things = new Contribution[]
        {
            GoodThing.Lay(Circle, "a", SeatSet.None, Audience.Everyone, _table.Mother), GoodThing.Lay(Circle, "b", SeatSet.None, Audience.OnlyMe, _table.Mother),
            GoodThing.Lay(Circle, "c", SeatSet.None, Audience.GrownUps, _table.Child),
        };
        var before = Everything();
        Decide(Announce(), starts: Today, whyLate: "Spoed.");
        Assert.Equal(FrameKind.Measure, Circle.FrameOf(Samira, Today).Kind);
        Assert.Equal(before, Everything());

        List<(SeatNumber Who, Permission What, bool Let)> Everything() =>
        [
            .. from seat in Circle.Seats
               from permission in Enum.GetValues<Permission>()
               select (seat.Number, permission, Circle.Admit(seat.Person!.Value, permission, _table.Now) is not null),
            .. from seat in Circle.Seats
               from thing in things
               select (seat.Number, Permission.Read, thing.MayBeReadBy(seat)),
        ];
    }

    private FrameChange Announce() => FrameChange.Announce(Circle, FrameKind.Measure, Today.AddDays(20), All, null, _table.Guest);

    private void Decide(
        FrameChange change, string? judge = "Rechtbank Zwolle", string? decision = "Samira kijkt mee.", DateOnly? decided = null, DateOnly? starts = null,
        DateOnly? ends = null, string? stopsWhen = "Amir slaapt weer goed.", string? cannot = "Iemand laten stoppen met drinken.", string? whyLate = null,
        Act? act = null) => change.Decide(
        Circle, judge, decision, decided ?? Today, starts ?? Today.AddDays(10), ends ?? Today.AddDays(190), stopsWhen, cannot, whyLate, act ?? _table.Guest);

    private void Refused(Rule rule, FrameKind? to, DateOnly? day, FrameAnswers answers) =>
        Table.Refuses(rule, () => FrameChange.Announce(Circle, to, day, answers, null, _table.Guest));
}
