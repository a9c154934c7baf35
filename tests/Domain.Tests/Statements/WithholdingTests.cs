using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.Tests.Statements;

public sealed class WithholdingTests
{
    private static readonly DateOnly Today = Netherlands.DayOf(Table.Now);
    private static readonly DateOnly Last = Today.AddDays(14);
    private readonly Table _table = new();

    [Fact]
    public void Until_the_second_agrees_only_author_and_second_read_and_then_only_the_person_does_not_R127()
    {
        var asked = Ask();
        Assert.Equal(["Bo", "Joris"], Readers(asked, Today));
        Table.Breaks(WithholdingRules.SecondOnly, () => asked.Agree(_table.By("Bo")));
        Table.Breaks(WithholdingRules.SecondOnly, () => asked.Agree(_table.By("Fatma")));
        var agreed = asked.Agree(_table.By("Joris"));
        Assert.Equal(["Bo", "Joris", "Fatma"], Readers(agreed, Last));
        Table.Breaks(CommonRules.OnlyOnce, () => agreed.Agree(_table.By("Joris")));
    }

    [Fact]
    public void A_reason_and_a_last_day_within_six_weeks_are_needed_R127()
    {
        Table.Breaks(CommonRules.InWords, () => Ask(reason: " "));
        Table.Breaks(WithholdingRules.EndsInTime, () => Ask(until: Today));
        Table.Breaks(WithholdingRules.EndsInTime, () => Ask(until: Today.AddDays(Withholding.MostDays + 1)));
        Assert.Equal(Today.AddDays(42), Ask(until: Today.AddDays(Withholding.MostDays)).Until);
    }

    [Fact]
    public void The_second_is_another_grown_up_and_one_of_the_two_is_a_professional_R127_R67()
    {
        Table.Breaks(WithholdingRules.SecondIsAnother, () => Ask(second: "Bo"));
        Table.Breaks(WithholdingRules.SecondIsAnother, () => Ask(second: "Esra"));
        Table.Breaks(WithholdingRules.SecondIsAnother, () => Ask(second: "Amir"));
        Table.Breaks(WithholdingRules.OneIsAGuest, () => Ask(by: "Fatma", second: "Esra", from: "Amir"));
        Assert.Equal(_table.Seat("Fatma").Number, Ask(second: "Fatma").Second);
        Assert.Equal(_table.Only("Joris", "Fatma"), SeatSet.Of(Withholding.SecondsFor(_table.Circle, _table.Seat("Bo"), _table.Only("Esra")).Select(seat => seat.Number)));
        Assert.Equal(_table.Only("Joris", "Bo"), SeatSet.Of(Withholding.SecondsFor(_table.Circle, _table.Seat("Fatma"), _table.Only("Esra")).Select(seat => seat.Number)));
    }

    [Fact]
    public void A_child_is_not_in_this_lane_and_nobody_withholds_from_oneself_R127()
    {
        Table.Breaks(WithholdingRules.FromAnother, () => Ask(by: "Amir"));
        Table.Breaks(WithholdingRules.FromAnother, () => Ask(from: "Bo"));
    }

    [Fact]
    public void When_nobody_answers_it_shows_and_what_nobody_seconded_stays_with_its_author_R127_T4()
    {
        var asked = Ask();
        Assert.Equal(["Bo"], Readers(asked, Last.AddDays(1)));
        var agreed = asked.Agree(_table.By("Joris"));
        Assert.Equal(WithholdingState.Over, agreed.StateOn(Last.AddDays(1)));
        var longer = agreed.AskLonger(_table.Circle, _table.Seat("Fatma").Number, "nog niet veilig", Last.AddDays(7), _table.By("Bo"));
        Assert.Contains("Esra", Readers(longer, Last.AddDays(1)));
    }

    [Fact]
    public void Longer_needs_the_author_a_reason_and_a_second_again_R127()
    {
        var later = Last.AddDays(7);
        var fatma = _table.Seat("Fatma").Number;
        Table.Breaks(WithholdingRules.InForce, () => Ask().AskLonger(_table.Circle, fatma, "nog niet", later, _table.By("Bo")));
        var agreed = Ask().Agree(_table.By("Joris"));
        Table.Breaks(CommonRules.OwnOnly, () => agreed.AskLonger(_table.Circle, fatma, "nog niet", later, _table.By("Joris")));
        Table.Breaks(CommonRules.InWords, () => agreed.AskLonger(_table.Circle, fatma, "", later, _table.By("Bo")));
        Table.Breaks(WithholdingRules.EndsInTime, () => agreed.AskLonger(_table.Circle, fatma, "nog niet", Last, _table.By("Bo")));
        var longer = agreed.AskLonger(_table.Circle, fatma, "nog niet", later, _table.By("Bo"));
        Table.Breaks(WithholdingRules.SecondOnly, () => longer.Agree(_table.By("Joris")));
        Assert.DoesNotContain("Esra", Readers(longer.Agree(_table.By("Fatma")), later));
        Assert.Contains("Esra", Readers(longer.Agree(_table.By("Fatma")), later.AddDays(1)));
    }

    [Fact]
    public void Its_author_is_asked_again_in_the_last_week_unless_they_asked_for_longer_R127()
    {
        var agreed = Ask().Agree(_table.By("Joris"));
        var week = Last.AddDays(-Withholding.AskedAgainDays);
        Assert.Equal([false, true, true, false], new[] { week.AddDays(-1), week, Last, Last.AddDays(1) }.Select(agreed.AsksAgainOn));
        Assert.False(Ask().AsksAgainOn(Last));
        Assert.False(agreed.AskLonger(_table.Circle, _table.Seat("Fatma").Number, "nog niet", Last.AddDays(7), _table.By("Bo")).AsksAgainOn(Last));
        Assert.False(agreed.Show(_table.By("Bo")).AsksAgainOn(Last));
    }

    [Fact]
    public void The_author_shows_it_at_any_time_and_nobody_else_does_R127()
    {
        Table.Breaks(CommonRules.OwnOnly, () => Ask().Show(_table.By("Joris")));
        Assert.Contains("Esra", Readers(Ask().Show(_table.By("Bo")), Today));
        Assert.Contains("Esra", Readers(Ask().Agree(_table.By("Joris")).Show(_table.By("Bo")), Today));
    }

    [Fact]
    public void A_no_makes_it_its_authors_alone_and_a_no_to_longer_leaves_the_last_day_R127()
    {
        Table.Breaks(WithholdingRules.SecondOnly, () => Ask().Refuse(_table.By("Fatma")));
        var refused = Ask().Refuse(_table.By("Joris"));
        Assert.Equal(["Bo"], Readers(refused, Today));
        Assert.Equal(["Bo"], Readers(refused, Last.AddDays(1)));
        Table.Breaks(CommonRules.OnlyOnce, () => refused.Agree(_table.By("Joris")));
        var longer = Ask().Agree(_table.By("Joris")).AskLonger(
            _table.Circle, _table.Seat("Fatma").Number, "nog niet", Last.AddDays(7), _table.By("Bo"));
        Assert.Equal(_table.Seat("Fatma").Number, longer.Waiting?.Second);
        var no = longer.Refuse(_table.By("Fatma"));
        Assert.Null(no.Waiting);
        Assert.DoesNotContain("Esra", Readers(no, Last));
        Assert.Contains("Esra", Readers(no, Last.AddDays(1)));
    }

    [Fact]
    public void The_second_may_take_a_yes_back_and_that_shows_nobody_anything_R127()
    {
        Table.Breaks(WithholdingRules.InForce, () => Ask().TakeYesBack(_table.By("Joris")));
        var agreed = Ask().Agree(_table.By("Joris"));
        Table.Breaks(WithholdingRules.SecondOnly, () => agreed.TakeYesBack(_table.By("Bo")));
        Table.Breaks(WithholdingRules.SecondOnly, () => agreed.TakeYesBack(_table.By("Fatma")));
        var back = agreed.TakeYesBack(_table.By("Joris"));
        Assert.Equal(WithholdingState.Lapsed, back.StateOn(Today));
        Assert.Equal(["Bo"], Readers(back, Today));
        Assert.Equal(["Bo"], Readers(back, Last.AddDays(1)));
        Table.Breaks(CommonRules.OnlyOnce, () => back.Agree(_table.By("Joris")));
        Table.Breaks(WithholdingRules.InForce, () => back.TakeYesBack(_table.By("Joris")));
        Table.Breaks(WithholdingRules.InForce, () => agreed.Show(_table.By("Bo")).TakeYesBack(_table.By("Joris")));

        // Of what was made longer only the longer is taken back, as long as the first day is still to come.
        var longer = agreed.AskLonger(_table.Circle, _table.Seat("Fatma").Number, "nog niet", Last.AddDays(7), _table.By("Bo")).Agree(_table.By("Fatma"));
        Table.Breaks(WithholdingRules.SecondOnly, () => longer.TakeYesBack(_table.By("Joris")));
        var first = longer.TakeYesBack(_table.By("Fatma"));
        Assert.Equal((Last, WithholdingState.InForce), (first.Until, first.StateOn(Last)));
        Assert.Contains("Esra", Readers(first, Last.AddDays(1)));
        Assert.Equal(_table.Only("Joris", "Fatma"), first.Seconds);
        Assert.NotNull(first.Longer?.RefusedAt);
    }

    [Fact]
    public void A_yes_taken_back_is_the_seconds_act_in_the_trail_and_news_for_who_wrote_it_R127()
    {
        var said = Withheld(Audience.GrownUps);
        said.AgreeToWithhold(_table.By("Joris"));
        Assert.True(said.MayTakeYesBack(_table.Seat("Joris"), Last));
        Assert.False(said.MayTakeYesBack(_table.Seat("Joris"), Last.AddDays(1)));
        Assert.False(said.MayTakeYesBack(_table.Seat("Bo"), Today));
        said.TakeYesBack(_table.By("Joris", Table.Now.AddHours(1)));
        Assert.True(said.HasNewsFor(_table.Seat("Bo"), Table.Now));
        Assert.False(said.HasNewsFor(_table.Seat("Joris"), Table.Now));
        Assert.Equal(Deed.WithholdingYesTakenBack, said.Traces[^1].Deed);
        Assert.Equal(["Bo"], ReadersOf(said));
        Assert.False(said.MayTakeYesBack(_table.Seat("Joris"), Today));
    }

    [Fact]
    public void What_was_asked_before_stays_to_be_read_when_it_shows_R127()
    {
        var longer = Ask().Agree(_table.By("Joris"))
            .AskLonger(_table.Circle, _table.Seat("Fatma").Number, "nog geen plek", Last.AddDays(7), _table.By("Bo")).Agree(_table.By("Fatma"));
        Assert.Equal(["eerst een veilige plek", "nog geen plek"], longer.All.Select(one => one.Reason));
        Assert.Equal(_table.Only("Joris", "Fatma"), longer.Seconds);
    }

    [Fact]
    public void A_sentence_is_kept_from_whom_it_is_about_and_no_choice_of_readers_lets_it_out_R3_R127()
    {
        var said = Withheld(Audience.GrownUps);
        Assert.Equal(["Bo", "Joris"], ReadersOf(said));
        Assert.Equal(["Fatma"], said.ReadersAfterYes(_table.Circle).Select(seat => seat.Name));
        said.AgreeToWithhold(_table.By("Joris"));
        Assert.Empty(said.ReadersAfterYes(_table.Circle));
        Assert.Equal(["Bo", "Joris", "Fatma"], ReadersOf(said));
        said.ChooseReaders(_table.Circle, Audience.Everyone, _table.By("Bo"));
        Assert.Equal(["Bo", "Joris", "Fatma"], ReadersOf(said));
        Assert.False(said.MayBeReadByAll([_table.Seat("Joris")]));
        said.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.By("Bo"));
        Assert.Equal(["Bo", "Joris"], ReadersOf(said));
        said.Show(_table.By("Bo", Table.Now.AddDays(1)));
        Assert.Equal(["Bo", "Joris", "Esra"], ReadersOf(said));
        Table.Breaks(CommonRules.OnlyOnce, () => said.Show(_table.By("Bo")));
        Assert.Empty(said.KeptOn(Last).Seats());
    }

    [Fact]
    public void A_child_carries_no_secret_and_reads_it_when_the_grown_up_does_T22_R127()
    {
        var said = Withheld(Audience.Everyone);
        said.AgreeToWithhold(_table.By("Joris"));
        Assert.Equal(["Bo", "Joris", "Fatma"], ReadersOf(said));
        Assert.True(said.KeptOn(Last.AddDays(1)).IsEmpty);

        // A child it is about too is named among whom it is withheld from; one who told it reads it.
        var both = Statement.Lay(
            _table.Circle, "Zij waren bang.", new Source(Knowing.WasThere, null, null), _table.Only("Esra", "Amir"), null, null, Audience.Everyone, _table.By("Bo"));
        both.Withhold(_table.Circle, _table.Only("Esra"), _table.Seat("Joris").Number, "bang", Last, _table.By("Bo"));
        Assert.Equal(_table.Only("Esra", "Amir"), both.Withheld!.From);
        var told = Lay("Amir", about: "Esra");
        told.Withhold(_table.Circle, _table.Only("Esra"), _table.Seat("Joris").Number, "bang", Last, _table.By("Bo"));
        told.AgreeAsSource(true, _table.By("Amir"));
        told.AgreeToWithhold(_table.By("Joris"));
        Assert.False(told.KeptOn(Last).Has(_table.Seat("Amir").Number));
        Assert.True(told.KeptOn(Last).Has(_table.Seat("Esra").Number));
    }

    [Fact]
    public void Whom_it_is_withheld_from_learns_it_by_nobody_they_bring_to_the_table_T22_R127()
    {
        var said = Withheld(Audience.Everyone);
        said.AgreeToWithhold(_table.By("Joris"));
        var opa = PersonId.New();
        var later = _table.Circle.Add(opa, "Opa", null, SeatSide.Network, AgeGroup.Adult, null, _table.Circle.Admit(_table.By("Esra").Person, Permission.Host, Table.Now)!);
        Assert.False(said.MayBeReadBy(later));
        said.WithholdLonger(_table.Circle, _table.Seat("Fatma").Number, "nog niet", Last.AddDays(7), _table.By("Bo"));
        said.AgreeToWithhold(_table.By("Fatma"));
        Assert.False(said.MayBeReadBy(later));
        Assert.True(said.MayBeReadBy(_table.Seat("Joris")));
        said.Show(_table.By("Bo"));
        Assert.True(said.MayBeReadBy(later));
    }

    [Fact]
    public void Nothing_that_others_read_hangs_under_what_is_kept_back_T22_R127()
    {
        var said = Withheld(Audience.Everyone);
        var joris = _table.Seat("Joris").Number;
        Statement Found(string by, DateTimeOffset? at = null) => Statement.Lay(
            _table.Circle, "De buren hoorden het ook.", new Source(Knowing.WasThere, null, null), said.About, null, said, Audience.Everyone, _table.By(by, at));
        Table.Breaks(WithholdingRules.NothingUnder, () => said.FindOut(_table.Circle, joris, Last, _table.By("Joris")));
        said.AgreeToWithhold(_table.By("Joris"));
        Table.Breaks(WithholdingRules.NothingUnder, () => said.FindOut(_table.Circle, joris, Last, _table.By("Bo")));
        Table.Breaks(WithholdingRules.NothingUnder, () => Found("Bo"));
        Table.Breaks(WithholdingRules.NothingUnder, () => Found("Fatma"));
        said.Show(_table.By("Bo"));
        said.FindOut(_table.Circle, joris, Last, _table.By("Fatma"));
        Assert.Equal(said.Id, Found("Fatma").Under);
    }

    [Fact]
    public void When_its_day_has_passed_whom_it_is_about_reads_it_and_why_R127_T4()
    {
        var said = Withheld(Audience.OnlyMe);
        said.AgreeToWithhold(_table.By("Joris"));
        Assert.Equal(SeatSet.Everybody.Without(_table.Only("Bo", "Joris", "Fatma")), said.KeptOn(Last));
        Assert.True(said.KeptOn(Last.AddDays(1)).IsEmpty);
        Assert.True(said.Audience.Includes(_table.Seat("Esra"), said.By, SeatSet.Of(said.By), said.At));
        Assert.Contains("eerst een plek", said.Said);
    }

    [Fact]
    public void Who_told_it_reads_it_and_whoever_is_withheld_from_has_told_nothing_R67_R127()
    {
        var told = Lay("Fatma", about: "Esra");
        told.Withhold(_table.Circle, _table.Only("Esra"), _table.Seat("Joris").Number, "bang", Last, _table.By("Bo"));
        told.AgreeAsSource(true, _table.By("Fatma"));
        Assert.Equal(["Bo", "Joris", "Fatma"], ReadersOf(told));
        Assert.False(told.KeptOn(Last.AddDays(1)).Has(_table.Seat("Fatma").Number));
        var hers = Lay("Esra", about: "Esra");
        Table.Breaks(
            WithholdingRules.AboutThem,
            () => hers.Withhold(_table.Circle, _table.Only("Esra"), _table.Seat("Joris").Number, "bang", Last, _table.By("Bo")));
    }

    [Fact]
    public void What_somebody_says_of_themselves_and_what_was_read_already_is_not_in_this_lane_R67_R127()
    {
        var own = _table.Lay("Fatma", about: "Fatma");
        Table.Breaks(
            WithholdingRules.AboutThem,
            () => own.Withhold(_table.Circle, _table.Only("Esra"), _table.Seat("Joris").Number, "bang", Last, _table.By("Fatma")));
        var both = Statement.Lay(
            _table.Circle, "Wij waren bang.", new Source(Knowing.WasThere, null, null), _table.Only("Fatma", "Esra"), null, null, Audience.OnlyMe,
            _table.By("Fatma"));
        Table.Breaks(
            WithholdingRules.AboutThem,
            () => both.Withhold(_table.Circle, _table.Only("Esra"), _table.Seat("Joris").Number, "bang", Last, _table.By("Fatma")));
        var laid = _table.Lay("Bo", about: "Esra");
        Table.Breaks(
            WithholdingRules.FromTheBeginning,
            () => laid.Withhold(_table.Circle, _table.Only("Esra"), _table.Seat("Joris").Number, "bang", Last, _table.By("Bo", Table.Now.AddMinutes(1))));
        Table.Breaks(WithholdingRules.InForce, () => laid.Show(_table.By("Bo")));
        Table.Breaks(WithholdingRules.InForce, () => laid.AgreeToWithhold(_table.By("Joris")));
    }

    [Fact]
    public void Who_may_not_read_it_does_nothing_with_it_and_who_reads_it_hears_of_a_yes_R127()
    {
        var said = Withheld(Audience.GrownUps);
        Table.Breaks(CommonRules.ProofFits, () => said.AgreeToWithhold(_table.By("Esra")));
        Table.Breaks(CommonRules.ProofFits, () => said.Means("zo", _table.By("Fatma")));

        // What another writes under it would show with it, on a day that is not theirs to choose (T22).
        Table.Breaks(WithholdingRules.NothingUnder, () => said.Means("zo", _table.By("Joris")));
        Table.Breaks(WithholdingRules.NothingUnder, () => said.ReadAs(StatementKind.Opinion, "want", _table.By("Joris")));
        var later = Table.Now.AddHours(1);
        said.AgreeToWithhold(_table.By("Joris", later));
        Assert.True(said.HasNewsFor(_table.Seat("Bo"), Table.Now));
        Assert.False(said.HasNewsFor(_table.Seat("Joris"), Table.Now));
        said.WithholdLonger(_table.Circle, _table.Seat("Fatma").Number, "nog niet", Last.AddDays(7), _table.By("Bo", later));
        Table.Breaks(WithholdingRules.SecondOnly, () => said.RefuseToWithhold(_table.By("Joris", later)));
        said.RefuseToWithhold(_table.By("Fatma", later));
        Assert.Equal(WithholdingState.InForce, said.Withheld!.StateOn(Last));
    }

    private Statement Lay(string source, string about) => Statement.Lay(
        _table.Circle, "Zij was bang.", new Source(Knowing.WasTold, _table.Seat(source).Number, null), _table.Only(about), null, null, Audience.OnlyMe,
        _table.By("Bo"));

    private Statement Withheld(Audience audience)
    {
        var said = _table.Lay("Bo", about: "Esra", audience: audience);
        said.Withhold(_table.Circle, _table.Only("Esra"), _table.Seat("Joris").Number, "eerst een plek", Last, _table.By("Bo"));
        return said;
    }

    private IEnumerable<string> ReadersOf(Statement said) =>
        new[] { "Bo", "Joris", "Fatma", "Amir", "Esra" }.Where(name => said.MayBeReadBy(_table.Seat(name)));

    private Withholding Ask(string by = "Bo", string second = "Joris", string from = "Esra", string reason = "eerst een veilige plek", DateOnly? until = null) =>
        Withholding.Ask(_table.Circle, _table.Only(from), _table.Seat(second).Number, reason, until ?? Last, _table.By(by));

    private IEnumerable<string> Readers(Withholding withheld, DateOnly day) =>
        new[] { "Bo", "Joris", "Fatma", "Amir", "Esra" }.Where(name => !withheld.HidesFrom(_table.Seat(name).Number, day));
}
