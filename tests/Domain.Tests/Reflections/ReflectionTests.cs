using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Reflections;

public sealed class ReflectionTests
{
    private static readonly IReadOnlyDictionary<ReflectionAsk, string?> Nothing = new Dictionary<ReflectionAsk, string?>();
    private readonly Along _along = new Along().Active();

    private Circle Circle => _along.Circle;

    private Seat Wil => Circle.SeatOf(_along.Wil)!;

    private SeatSet OfMother => SeatSet.Of(_along.Table.Mother.By.Number);

    [Fact]
    public void Only_the_figure_starts_one_and_the_question_is_all_that_must_be_given_R91_R150()
    {
        Table.Refuses(FigureRules.FigureOnly, () => Reflection.Start(Circle, "x", SeatSet.None, [], null, _along.Table.Mother));
        Table.Refuses(CommonRules.InWords, () => Reflection.Start(Circle, " ", SeatSet.None, [], null, _along.Table.Guest));
        var started = _along.Start();
        Assert.Equal(Wil.Number, started.Colleague);
        Assert.Equal(SeatSet.Of(Circle.Children.Select(child => child.Number)), started.About);
    }

    [Fact]
    public void The_hosts_and_whom_it_is_about_see_it_from_the_beginning_and_nobody_chooses_them_away_N13_N11()
    {
        var started = _along.Start();
        Assert.All(Circle.Seats.Where(seat => seat.Side == SeatSide.Host), host => Assert.True(started.MayBeReadBy(host)));
        Assert.False(started.MayBeReadBy(_along.Table.Grandmother.By));
        Assert.False(started.MayBeReadBy(Wil));
        Table.Refuses(ReflectionRules.ReadersStay, () => started.ChooseReaders(Circle, Audience.OnlyMe, _along.Table.Guest));
        var ofGrandmother = Reflection.Start(Circle, "x", SeatSet.Of(_along.Table.Grandmother.By.Number), [], null, _along.Table.Guest);
        Assert.True(ofGrandmother.MayBeReadBy(_along.Table.Grandmother.By));
    }

    [Fact]
    public void It_rests_on_nothing_that_the_family_cannot_all_read_N11()
    {
        foreach (var hidden in new[]
        {
            _along.Said("x", _along.Table.Mother, Audience.GrownUps),
            _along.Said("x", _along.Table.Child, Audience.These(SeatSet.Of(_along.Table.Guest.By.Number))),
            _along.Said("x", _along.Table.Grandmother),
        })
        {
            Table.Refuses(ReflectionRules.FamilyReads, () => _along.Start(hidden));
        }

        Table.Refuses(CommonRules.ProofFits, () => _along.Start(_along.Said("x", _along.Table.Mother, Audience.OnlyMe)));
        Table.Refuses(
            ReflectionRules.NotMoreSentences,
            () => _along.Start([.. Enumerable.Range(0, Reflection.MostSentences + 1).Select(i => _along.Said($"{i}", _along.Table.Guest))]));
    }

    [Fact]
    public void The_colleague_reads_nothing_before_a_host_of_12_or_older_says_so_and_then_only_that_R93_partly()
    {
        var ofGuest = _along.Said("Hij is hier rustig.", _along.Table.Guest, about: OfMother);
        var other = _along.Said("Iets anders.", _along.Table.Guest);
        var started = _along.Start(ofGuest);
        Assert.False(started.Shows(ofGuest, Circle, Wil));
        Table.Refuses(CommonRules.ProofFits, () => started.LetRead(Circle, _along.Table.Grandmother));
        Table.Refuses(ReflectionRules.HostLets, () => started.LetRead(Circle, _along.Table.Child));
        Table.Refuses(ReflectionRules.HostLets, () => started.LetRead(Circle, _along.Table.Guest));
        Table.Refuses(CommonRules.ProofFits, () => _along.Say(started, ReflectionTurn.FirstReading));
        started.LetRead(Circle, _along.Table.Mother);
        Assert.True(started.MayBeReadBy(Wil));
        Assert.True(started.Shows(ofGuest, Circle, Wil));
        Assert.False(started.Shows(other, Circle, Wil));
        Assert.False(ofGuest.MayBeReadBy(Wil));
        Table.Refuses(CommonRules.OnlyOnce, () => started.LetRead(Circle, _along.Table.Mother));
    }

    [Fact]
    public void Everyone_is_not_the_colleague_whatever_it_is_and_a_name_alone_does_not_open_it()
    {
        var everyone = _along.Said("x", _along.Table.Mother);
        Assert.False(everyone.MayBeReadBy(Wil));
        Assert.False(Audience.Everyone.Chooses(Wil));
        Assert.False(Audience.GrownUps.Chooses(Wil));
        everyone.ChooseReaders(Circle, Audience.These(SeatSet.Of(Wil.Number)), _along.Table.Mother);
        Assert.False(everyone.MayBeReadBy(Wil));
    }

    [Fact]
    public void Nobodys_own_sentence_goes_along_without_their_own_yes_and_it_can_be_left_out_D29()
    {
        var ofChild = _along.Said("Ik wil naar huis.", _along.Table.Child);
        var ofMother = _along.Said("Hij mist mij.", _along.Table.Mother);
        var started = _along.Start(ofChild, ofMother);
        started.LetRead(Circle, _along.Table.Mother);
        Assert.True(started.Shows(ofMother, Circle, Wil));
        Assert.False(started.Shows(ofChild, Circle, Wil));
        started.LetOwn(_along.Table.Child);
        Assert.True(started.Shows(ofChild, Circle, Wil));
        Table.Refuses(CommonRules.OnlyOnce, () => started.LetOwn(_along.Table.Child));
        Table.Refuses(ReflectionRules.MayLeaveOut, () => started.LeaveOut(ofChild, _along.Table.Guest));
        started.LeaveOut(ofChild, _along.Table.Child);
        Assert.False(started.Shows(ofChild, Circle, Wil));
        Assert.False(started.Shows(ofChild, Circle, _along.Table.Mother.By));
    }

    [Fact]
    public void What_its_author_takes_back_or_shows_to_fewer_is_gone_from_it_at_once()
    {
        var (one, other) = (_along.Said("Eén.", _along.Table.Mother), _along.Said("Twee.", _along.Table.Mother));
        var started = _along.Start(one, other);
        started.LetRead(Circle, _along.Table.Mother);
        one.TakeBack(_along.Table.Mother);
        other.ChooseReaders(Circle, Audience.GrownUps, _along.Table.Mother);
        Assert.False(started.Shows(one, Circle, Wil));
        Assert.False(started.Shows(other, Circle, Wil));
    }

    [Fact]
    public void The_two_read_for_themselves_before_they_see_each_other_R94()
    {
        var started = _along.Start();
        started.LetRead(Circle, _along.Table.Mother);
        _along.Say(started, ReflectionTurn.Judgement);
        Assert.Empty(started.PartsFor(Wil));
        Table.Refuses(ReflectionRules.InTurn, () => _along.Say(started, ReflectionTurn.Counter));
        _along.Say(started, ReflectionTurn.FirstReading);
        Assert.Equal(2, started.PartsFor(Wil).Count);
        Assert.Equal(2, started.PartsFor(_along.Table.Guest.By).Count);

        // The other way round too.
        var second = _along.Start();
        second.LetRead(Circle, _along.Table.Mother);
        _along.Say(second, ReflectionTurn.FirstReading);
        Assert.Empty(second.PartsFor(_along.Table.Guest.By));
        Assert.Single(second.PartsFor(Wil));
    }

    [Fact]
    public void The_family_reads_nothing_half_and_everything_once_it_is_finished_and_answers_N11_R93_R91()
    {
        var mother = _along.Table.Mother.By;
        var going = _along.Upto(_along.Start(), ReflectionTurn.Counter);
        Assert.Empty(going.PartsFor(mother));
        Assert.Equal(["Is Amir hier rustig?"], going.Said);
        Table.Refuses(CommonRules.AboutYouOnly, () => going.Answer("Nee.", 0, _along.Table.Mother));
        _along.Say(going, ReflectionTurn.Conclusion, ReflectionOutcome.AskFamily);
        Assert.Equal(Enum.GetValues<ReflectionTurn>(), going.PartsFor(mother).Select(part => part.Turn));
        Assert.Equal(Enum.GetValues<ReflectionAsk>().Order(), going.PartsFor(mother).SelectMany(part => part.Words).Select(one => one.Ask).Order());
        Assert.Contains("Iets over ChangedBy.", going.Said);
        going.Answer("Zo is het niet.", 0, _along.Table.Mother);
        going.Answer("Ik was boos.", 0, _along.Table.Child);
        Assert.Equal(2, going.Answers.Count());
        Assert.False(going.MayBeAnsweredBy(_along.Table.Grandmother.By));
    }

    [Fact]
    public void I_keep_it_is_an_outcome_and_the_objection_stays_INV66()
    {
        var done = _along.Upto(_along.Start(), ReflectionTurn.Conclusion);
        Assert.Equal(ReflectionOutcome.Keep, done.PartsFor(_along.Table.Mother.By)[^1].Outcome);
        Assert.Contains("Iets over OtherReading.", done.Said);
        Table.Refuses(ReflectionRules.Stays, () => done.TakeBack(_along.Table.Guest));
        Table.Refuses(CommonRules.OnlyOnce, () => _along.Say(done, ReflectionTurn.Conclusion, ReflectionOutcome.Change));
    }

    [Fact]
    public void Having_changed_ones_mind_is_kept_in_own_words_R95()
    {
        var going = _along.Upto(_along.Start(), ReflectionTurn.Counter);
        going.Say(
            Circle, ReflectionTurn.Conclusion, new Dictionary<ReflectionAsk, string?> { [ReflectionAsk.ChangedBy] = "wat Wil vroeg" }, false,
            ReflectionOutcome.Change, _along.Table.Guest);
        Assert.Equal([(ReflectionAsk.ChangedBy, "wat Wil vroeg")], going.PartsFor(_along.Table.Guest.By)[^1].Words);
    }

    [Fact]
    public void Not_knowing_is_enough_in_each_turn_and_nothing_at_all_is_not_INV53_R150()
    {
        var started = _along.Start();
        started.LetRead(Circle, _along.Table.Mother);
        foreach (var (turn, act) in new[]
        {
            (ReflectionTurn.Judgement, _along.Table.Guest), (ReflectionTurn.FirstReading, _along.Colleague), (ReflectionTurn.Counter, _along.Colleague),
        })
        {
            Table.Refuses(CommonRules.InWords, () => started.Say(Circle, turn, Nothing, false, null, act));
            started.Say(Circle, turn, Nothing, true, null, act);
        }

        Table.Refuses(ReflectionRules.SaysOutcome, () => started.Say(Circle, ReflectionTurn.Conclusion, Nothing, true, null, _along.Table.Guest));
        started.Say(Circle, ReflectionTurn.Conclusion, Nothing, false, ReflectionOutcome.Unknown, _along.Table.Guest);
        Assert.True(started.IsDone);
    }

    [Fact]
    public void What_was_stopped_on_the_way_is_not_kept_from_whom_it_is_about_N11_D7()
    {
        var going = _along.Upto(_along.Start(), ReflectionTurn.FirstReading);
        going.TakeBack(_along.Table.Guest);
        Assert.Equal(2, going.PartsFor(_along.Table.Child.By).Count);
        Assert.Empty(going.PartsFor(Wil));
        Table.Refuses(CommonRules.StillOnTheTable, () => _along.Say(going, ReflectionTurn.Counter));
    }

    [Fact]
    public void Each_says_only_the_own_turns_and_whatever_is_done_is_in_the_trail_R6()
    {
        var said = _along.Said("x", _along.Table.Guest);
        var started = _along.Start(said);
        Assert.Equal(Deed.Laid, Assert.Single(started.Traces).Deed);
        Leaves(started, () => started.LetRead(Circle, _along.Table.Mother), Deed.OwnLetAlong, Deed.ReflectionLet);
        Leaves(started, () => started.LetOwn(_along.Table.Child), Deed.OwnLetAlong);
        Leaves(started, () => started.LeaveOut(said, _along.Table.Mother), Deed.SentenceLeftOut);
        Table.Refuses(CommonRules.OwnOnly, () => started.Say(Circle, ReflectionTurn.Judgement, Nothing, true, null, _along.Table.Mother));
        Table.Refuses(CommonRules.ProofFits, () => started.Say(Circle, ReflectionTurn.FirstReading, Nothing, true, null, _along.Table.Guest));
        Table.Refuses(CommonRules.ProofFits, () => started.Say(Circle, ReflectionTurn.Judgement, Nothing, true, null, _along.Colleague));
        Leaves(started, () => _along.Say(started, ReflectionTurn.Judgement), Deed.Judged);
        Leaves(started, () => _along.Say(started, ReflectionTurn.FirstReading), Deed.FirstRead);
        Leaves(started, () => _along.Say(started, ReflectionTurn.Counter), Deed.Countered);
        Leaves(started, () => _along.Say(started, ReflectionTurn.Conclusion, ReflectionOutcome.Keep), Deed.Concluded);
        Assert.Equal(Deed.ReflectionNoted, Circle.Traces[^1].Deed);
        foreach (var act in new[] { _along.Table.ReadsOnly, new Table().Mother })
        {
            Table.Refuses(CommonRules.ProofFits, () => Reflection.Start(Circle, "x", SeatSet.None, [], null, act));
            Table.Refuses(CommonRules.ProofFits, () => started.LetRead(Circle, act));
            Table.Refuses(CommonRules.ProofFits, () => started.LetOwn(act));
            Table.Refuses(CommonRules.ProofFits, () => started.LeaveOut(said, act));
            Table.Refuses(CommonRules.ProofFits, () => started.Say(Circle, ReflectionTurn.Judgement, Nothing, true, null, act));
        }
    }

    [Fact]
    public void A_heavy_decision_knows_both_ways_or_which_is_missing_INV65_R92_partly()
    {
        var heavy = Decision.Open(
            Circle, "Blijft Amir hier?", null, false, HeavyStep.Placement, SeatSet.None, SeatSet.None, null, _along.Table.Guest);
        Assert.Equal(new Dissent(null, null, null, true), Dissent.Of(Circle, heavy));
        heavy.SayWhyNothingOf(Circle, Circle.Children.First().Number, "Hij slaapt.", _along.Table.Mother.By.Number, _along.Table.Mother);
        Assert.Null(Dissent.Of(Circle, heavy).FamilyAt);
        var act = _along.Table.Mother;
        heavy.Help(Aid.Views, "Ik zie het anders.", null, null, [], act);
        Assert.Equal((act.By.Number, act.At), (Dissent.Of(Circle, heavy).FamilyBy, Dissent.Of(Circle, heavy).FamilyAt));
        var done = _along.Upto(Reflection.Start(Circle, "x", SeatSet.None, [], heavy, _along.Table.Guest), ReflectionTurn.Conclusion);
        Assert.Equal((done.By, Wil.Number, done.DoneAt!.Value, heavy.Id), Among(Dissent.Of(Circle, heavy).Among!));

        // One that was not for this decision counts when its figure takes part; nobody else's does.
        var light = Decision.Open(Circle, "x", "y", false, null, SeatSet.None, SeatSet.Of(_along.Table.Grandmother.By.Number), null, _along.Table.Mother);
        Assert.Equal(new Dissent(light.By, light.At, null, false), Dissent.Of(Circle, light));
    }

    private static (SeatNumber, SeatNumber, DateTimeOffset, ContributionId) Among(Reflected one) => (one.By, one.With, one.At, one.Decision!.Value);

    private static void Leaves(Reflection on, Action act, params IEnumerable<Deed> deeds)
    {
        var before = on.Traces.Count;
        act();
        Assert.Equal(deeds, on.Traces.Skip(before).Select(trace => trace.Deed));
    }
}
