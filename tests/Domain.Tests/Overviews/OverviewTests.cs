using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Overviews;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Overviews;

public sealed class OverviewTests
{
    private readonly Table _table = new();

    private SeatNumber Child => _table.Child.By.Number;

    private SeatNumber Guest => _table.Guest.By.Number;

    [Fact]
    public void It_opens_when_a_host_and_somebody_else_find_it_useful_and_not_before_R50()
    {
        foreach (var other in new Func<Act>[] { () => _table.Grandmother, () => _table.Guest })
        {
            var overview = Overview.Propose(_table.Circle, _table.Mother);
            Assert.False(overview.IsOpenAt(_table.Circle));
            overview.SayUseful(Useful.Yes, _table.Child);
            Assert.False(overview.IsOpenAt(_table.Circle));
            Table.Refuses(OverviewRules.IsOpen, () => Lay(overview, "Oma.", _table.Mother));
            overview.SayUseful(Useful.Unsure, other());
            Assert.False(overview.IsOpenAt(_table.Circle));
            overview.SayUseful(Useful.Yes, other());
            Assert.True(overview.IsOpenAt(_table.Circle));
            Lay(overview, "Oma.", _table.Child);
        }

        var ofGuest = Overview.Propose(_table.Circle, _table.Guest);
        ofGuest.SayUseful(Useful.Yes, _table.Grandmother);
        Assert.False(ofGuest.IsOpenAt(_table.Circle));
        ofGuest.SayUseful(Useful.Yes, _table.Child);
        Assert.True(ofGuest.IsOpenAt(_table.Circle));
    }

    [Fact]
    public void Not_now_of_a_host_stops_adding_keeps_everything_and_can_be_changed_R50()
    {
        var overview = Open();
        var factor = Lay(overview, "Oma.", _table.Mother, Works.Helps);
        overview.SayUseful(Useful.NotNow, _table.Grandmother);
        Assert.False(overview.IsOpenAt(_table.Circle));
        overview.SayUseful(Useful.Yes, _table.Guest);
        Assert.True(overview.IsOpenAt(_table.Circle));

        overview.SayUseful(Useful.NotNow, _table.Child);
        Assert.Equal(SeatSet.Of(Child), overview.StoppedBy(_table.Circle));
        Table.Refuses(OverviewRules.IsOpen, () => Lay(overview, "School.", _table.Mother));
        Table.Refuses(OverviewRules.IsOpen, () => factor.Read(_table.Circle, overview, Says(Works.Hard), _table.Guest));
        Table.Refuses(OverviewRules.IsOpen, () => Outcome(overview, _table.Guest));
        Assert.Equal("Oma.", factor.Words);
        Assert.Single(factor.Readings);

        var said = overview.AnswerOf(Child)!;
        overview.SayUseful(Useful.Yes, _table.Child);
        Assert.True(overview.IsOpenAt(_table.Circle));
        Assert.Equal(said, Assert.Single(overview.EarlierAnswersOf(Child)));
    }

    [Fact]
    public void Not_now_asks_no_reason_and_nothing_follows_from_it_R50()
    {
        var overview = Overview.Propose(_table.Circle, _table.Guest);
        overview.SayUseful(Useful.NotNow, _table.Mother);
        var said = overview.AnswerOf(_table.Mother.By.Number)!;
        Assert.Equal(["At", "By", "Says"], typeof(UsefulSaid).GetProperties().Select(one => one.Name).Where(name => name != "EqualityContract").Order());
        Assert.Empty(overview.Said);
        Assert.Equal(2, overview.Traces.Count);

        // The same said again is not a second no.
        overview.SayUseful(Useful.NotNow, _table.Mother);
        Assert.Equal(said, overview.AnswerOf(_table.Mother.By.Number));
        Assert.DoesNotContain(overview.StillAsked(_table.Circle), seat => seat.Number == _table.Mother.By.Number);
        Assert.Contains(overview.StillAsked(_table.Circle), seat => seat.Number == Child);
        Table.Refuses(OverviewRules.SaysWhether, () => overview.SayUseful(default, _table.Mother));
    }

    [Fact]
    public void The_question_is_everybodys_once_another_answered()
    {
        var overview = Overview.Propose(_table.Circle, _table.Mother);
        Table.Refuses(OverviewRules.ForEverybody, () => overview.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Mother));
        overview.SayUseful(Useful.NotNow, _table.Guest);
        Table.Refuses(OverviewRules.OfEverybody, () => overview.TakeBack(_table.Mother));
        Assert.True(Overview.Propose(_table.Circle, _table.Mother).TakeBack(_table.Mother));
        Assert.False(overview.MayBeAnsweredBy(_table.Child.By) || overview.MayBeLaidAsideBy(_table.Child.By, _table.Circle));
    }

    [Fact]
    public void What_plays_a_part_has_no_side_but_how_each_one_reads_it_here_INV33_R51()
    {
        Assert.DoesNotContain(typeof(Factor).GetProperties(), property => property.PropertyType == typeof(Works) || property.PropertyType == typeof(Works?));
        var overview = Open();
        var factor = Lay(overview, "Mama werkt 's nachts.", _table.Mother, Works.Hard);
        factor.Read(_table.Circle, overview, Says(Works.Helps, "Dan slaap ik bij oma."), _table.Child);
        factor.Read(_table.Circle, overview, Says(Works.Depends), _table.Guest);
        Assert.Equal([Works.Hard, Works.Helps, Works.Depends], factor.Readings.Select(reading => reading.Says.Works));

        factor.Read(_table.Circle, overview, Says(Works.Both), _table.Mother);
        Assert.Equal([Works.Both, Works.Helps, Works.Depends], factor.Readings.Select(reading => reading.Says.Works));
        Assert.Equal(Works.Hard, Assert.Single(factor.EarlierReadingsOf(_table.Mother.By.Number)).Says.Works);
        Table.Refuses(FactorRules.SaysHow, () => factor.Read(_table.Circle, overview, Says(default), _table.Child));
        Table.Refuses(FactorRules.SaysHow, () => factor.Read(_table.Circle, overview, Says((Works)9), _table.Child));
    }

    [Fact]
    public void What_it_is_in_own_words_is_enough_and_anybody_lays_it_R52_R150()
    {
        var overview = Open();
        foreach (var act in new[] { _table.Mother, _table.Child, _table.Grandmother, _table.Guest })
        {
            var laid = Lay(overview, "De tuin.", act);
            Assert.Empty(laid.Readings);
            Assert.Null(laid.Area);
            Assert.Equal(new Trace(act, Deed.Laid, laid.Id.Value), Assert.Single(laid.Traces));
        }

        Table.Refuses(CommonRules.InWords, () => Lay(overview, " ", _table.Mother));
        Table.Refuses(FactorRules.SaysHow, () => Factor.Lay(
            _table.Circle, overview, "De tuin.", null, SeatSet.None, Audience.Everyone, Says(default, "fijn"), _table.Mother));
    }

    [Fact]
    public void Each_says_who_can_do_something_about_it_and_how_or_that_nobody_can_R53()
    {
        var overview = Open();
        var factor = Lay(overview, "De buurt.", _table.Mother);
        factor.Read(
            _table.Circle, overview, new HowItWorks(Works.Hard, null, SeatSet.Of(Child), SeatSet.Of(Guest), "de buurvrouw", "aanbellen", false), _table.Mother);
        var says = factor.ReadingOf(_table.Mother.By.Number)!.Says;
        Assert.Equal((SeatSet.Of(Child), SeatSet.Of(Guest), "de buurvrouw", "aanbellen"), (says.ForWhom, says.Who, says.Others, says.How));
        factor.Read(_table.Circle, overview, Says(Works.Hard) with { Nobody = true }, _table.Child);
        Assert.True(factor.ReadingOf(Child)!.Says.Nobody);
        foreach (var both in new[] { Says(Works.Hard) with { Who = SeatSet.Of(Guest) }, Says(Works.Hard) with { Others = "x" }, Says(Works.Hard) with { How = "x" } })
        {
            Table.Refuses(FactorRules.SomebodyOrNobody, () => factor.Read(_table.Circle, overview, both with { Nobody = true }, _table.Mother));
        }

        Table.Refuses(CircleRules.SitsHere, () => factor.Read(
            _table.Circle, overview, Says(Works.Hard) with { ForWhom = SeatSet.Of(new SeatNumber(40)) }, _table.Mother));
    }

    [Fact]
    public void Whom_a_professional_writes_about_or_names_can_read_it()
    {
        var overview = Open();
        var about = Factor.Lay(
            _table.Circle, overview, "Amir slaapt kort.", null, SeatSet.Of(Child), Audience.GrownUps, null, _table.Guest);
        Assert.True(about.MayBeReadBy(_table.Child.By) && about.MayBeAnsweredBy(_table.Child.By));
        var named = Says(Works.Hard) with { ForWhom = SeatSet.Of(Child) };
        Table.Refuses(FactorRules.NamedRead, () => Factor.Lay(
            _table.Circle, overview, "De buurt.", null, SeatSet.None, Audience.GrownUps, named, _table.Guest));
        var ofMother = Factor.Lay(_table.Circle, overview, "Geld.", null, SeatSet.None, Audience.GrownUps, null, _table.Mother);
        Table.Refuses(FactorRules.NamedRead, () => ofMother.Read(_table.Circle, overview, named, _table.Guest));
        ofMother.Read(_table.Circle, overview, named, _table.Grandmother);
        Table.Refuses(CommonRules.ProofFits, () => ofMother.Read(_table.Circle, overview, Says(Works.Helps), _table.Child));
    }

    [Theory]
    [InlineData(Works.Helps, new[] { Works.Helps, Works.Helps })]
    [InlineData(Works.Hard, new[] { Works.Hard, Works.Hard, Works.Unknown })]
    [InlineData(null, new[] { Works.Hard })]
    [InlineData(null, new[] { Works.Hard, Works.Helps })]
    [InlineData(null, new[] { Works.Hard, Works.Both })]
    [InlineData(null, new[] { Works.Depends, Works.Depends })]
    public void A_picture_on_one_side_is_seen_both_ways_and_for_its_maker_alone_INV36_N7(Works? side, Works[] own)
    {
        var overview = Open();
        var factors = own.Select(works => Lay(overview, "Iets.", _table.Mother, works)).ToList();
        Assert.Equal(side, Factor.OnlySideOf(_table.Mother.By.Number, factors));

        // Another's own picture does not follow from it, and neither does what others said.
        Assert.Null(Factor.OnlySideOf(Child, factors));
        factors[0].Read(_table.Circle, overview, Says(own[0] == Works.Hard ? Works.Helps : Works.Hard), _table.Guest);
        Assert.Equal(side, Factor.OnlySideOf(_table.Mother.By.Number, factors));
    }

    [Fact]
    public void Nothing_is_weighed_counted_or_put_in_a_class_N2_INV34()
    {
        foreach (var type in new[] { typeof(Overview), typeof(Factor), typeof(InstrumentOutcome), typeof(HowItWorks), typeof(OutcomeParts) })
        {
            Assert.DoesNotContain(
                type.GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly),
                property => property.PropertyType == typeof(int) || property.PropertyType == typeof(double) || property.PropertyType == typeof(decimal));
        }
    }

    [Fact]
    public void The_parts_of_life_are_neutral_words_and_none_is_a_circumstance_R54_INV35_INV37_N5_N6() => Assert.Equal(
        ["Agencies", "FreeTime", "Health", "Household", "Living", "School", "Upbringing", "WorkAndMoney"], Enum.GetNames<LifeArea>().Order());

    [Fact]
    public void The_outcome_of_a_questionnaire_is_one_persons_and_says_what_it_does_not_say_R55_N36()
    {
        var overview = Open();
        var outcome = Outcome(overview, _table.Guest);
        Assert.Equal((Guest, StatementKind.Suspicion), (outcome.By, outcome.Parts.Kind));
        Assert.True(outcome.MayBeAnsweredBy(_table.Child.By) && outcome.MayBeReadBy(_table.Child.By) && outcome.MayBeReadBy(_table.Mother.By));
        outcome.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Guest);
        Assert.True(outcome.MayBeReadBy(_table.Child.By) && outcome.MayBeReadBy(_table.Mother.By));
        outcome.Answer("Zo is het niet.", 0, _table.Child);

        Table.Refuses(OutcomeRules.IsSomebodys, () => Outcome(overview, _table.Guest, kind: StatementKind.Fact));
        Table.Refuses(OutcomeRules.SaysWhich, () => Outcome(overview, _table.Guest, which: " "));
        Table.Refuses(OutcomeRules.SaysWhatNot, () => Outcome(overview, _table.Guest, notSaid: null));
        Table.Refuses(CommonRules.InWords, () => Outcome(overview, _table.Guest, words: ""));
        Table.Refuses(OutcomeRules.SaysWhen, () => Outcome(overview, _table.Guest, days: 3));
        Table.Refuses(OutcomeRules.SaysWhen, () => Outcome(overview, _table.Guest, days: null));

        var own = Outcome(overview, _table.Mother, audience: Audience.OnlyMe);
        Assert.False(own.MayBeReadBy(_table.Child.By));
    }

    [Fact]
    public void A_proof_that_does_not_fit_does_nothing_here_R6()
    {
        var overview = Open();
        var factor = Lay(overview, "Oma.", _table.Mother);
        foreach (var act in new[] { _table.ReadsOnly, new Table().Mother })
        {
            Table.Refuses(CommonRules.ProofFits, () => Overview.Propose(_table.Circle, act));
            foreach (var (on, deed) in new (Contribution, Action)[]
            {
                (overview, () => overview.SayUseful(Useful.NotNow, act)), (overview, () => overview.ChooseReaders(_table.Circle, Audience.OnlyMe, act)),
                (factor, () => factor.Read(_table.Circle, overview, Says(Works.Helps), act)), (factor, () => Lay(overview, "x", act)),
                (overview, () => Outcome(overview, act)),
            })
            {
                var before = on.Traces.Count;
                Table.Refuses(CommonRules.ProofFits, deed);
                Assert.Equal(before, on.Traces.Count);
            }
        }

        var other = Overview.Propose(_table.Circle, _table.Mother);
        other.SayUseful(Useful.Yes, _table.Guest);
        Table.Refuses(CommonRules.ProofFits, () => factor.Read(_table.Circle, other, Says(Works.Helps), _table.Mother));
    }

    [Fact]
    public void Whatever_is_done_here_is_in_the_trail_and_words_taken_back_are_gone_R6_R36()
    {
        var overview = Open();
        Assert.Equal([Deed.Laid, Deed.UsefulSaid], overview.Traces.Select(trace => trace.Deed));
        var factor = Lay(overview, "Oma.", _table.Mother, Works.Helps);
        factor.Read(_table.Circle, overview, Says(Works.Both, "soms"), _table.Mother);
        Assert.Equal([Deed.Laid, Deed.FactorRead], factor.Traces.Select(trace => trace.Deed));
        var outcome = Outcome(overview, _table.Mother);
        factor.TakeBack(_table.Mother);
        outcome.TakeBack(_table.Mother);
        Assert.Equal("", string.Concat(factor.Said.Concat(outcome.Said)));
    }

    private static HowItWorks Says(Works works, string? words = null) => new(works, words, SeatSet.None, SeatSet.None, null, null, false);

    private Overview Open()
    {
        var overview = Overview.Propose(_table.Circle, _table.Mother);
        overview.SayUseful(Useful.Yes, _table.Grandmother);
        return overview;
    }

    private Factor Lay(Overview overview, string words, Act act, Works? works = null) => Factor.Lay(
        _table.Circle, overview, words, null, SeatSet.None, Audience.Everyone, works is { } one ? Says(one) : null, act);

    private InstrumentOutcome Outcome(
        Overview overview, Act act, string which = "de vragenlijst van school", int? days = -2, StatementKind kind = StatementKind.Suspicion,
        string words = "Hij piekert.", string? notSaid = "Waarom.", Audience? audience = null) => InstrumentOutcome.Lay(
        _table.Circle, overview, which, null, days is { } day ? Netherlands.DayOf(_table.Now).AddDays(day) : null, kind, words, notSaid,
        SeatSet.None, audience ?? Audience.Everyone, act);
}
