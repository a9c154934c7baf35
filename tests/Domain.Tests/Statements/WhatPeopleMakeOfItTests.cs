using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.Tests.Statements;

public sealed class WhatPeopleMakeOfItTests
{
    private static readonly DateOnly Tomorrow = Netherlands.DayOf(Table.Now).AddDays(1);
    private readonly Table _table = new();

    [Fact]
    public void Only_the_author_changes_the_kind_with_a_reason_and_the_old_kind_stays_INV17_R33()
    {
        var said = _table.Lay("Bo", about: "Esra");
        Table.Breaks(StatementRules.AuthorChangesKind, () => said.ChangeKind(StatementKind.Opinion, "zo zie ik het", 0, _table.By("Esra")));
        Table.Breaks(CommonRules.InWords, () => said.ChangeKind(StatementKind.Opinion, " ", 0, _table.By("Bo")));
        Table.Breaks(StatementRules.AnotherKind, () => said.ChangeKind(StatementKind.Fact, "toch", 0, _table.By("Bo")));
        Table.Breaks(StatementRules.HasKindAndSource, () => said.ChangeKind(StatementKind.Telling, "toch", 0, _table.By("Bo")));
        said.ChangeKind(StatementKind.Opinion, "Ik zag het niet zelf.", 0, _table.By("Bo"));
        Assert.Equal(StatementKind.Opinion, said.Kind);
        var change = Assert.Single(said.KindChanges);
        Assert.Equal((StatementKind.Fact, StatementKind.Opinion, "Ik zag het niet zelf."), (change.From, change.To, change.Reason));
    }

    [Fact]
    public void A_suspicion_does_not_harden_by_being_said_again_read_or_answered_INV17()
    {
        var said = _table.Lay("Bo", Knowing.Think, about: "Esra");
        said.Answer("Nee.", 0, _table.By("Esra"));
        said.ReadAs(StatementKind.Fact, "ik zag het ook", _table.By("Fatma"));
        said.Means("Het raakt me.", _table.By("Joris"));
        Assert.Equal(StatementKind.Suspicion, said.Kind);
    }

    [Fact]
    public void Nobody_floods_a_slip_and_others_are_not_held_back_by_who_tries()
    {
        var said = _table.Lay("Bo");
        for (var n = 1; n <= Contribution.MostADay; n++)
        {
            said.Means($"Zin {n}.", _table.By("Esra"));
        }

        Table.Breaks(CommonRules.NotTooMuch, () => said.Means("Nog een.", _table.By("Esra")));
        said.Means("Ik ook.", _table.By("Fatma"));
    }

    [Fact]
    public void The_same_author_in_two_windows_overwrites_nothing_R33_R36()
    {
        var said = _table.Lay("Bo");
        said.Correct("De deur stond om acht uur open.", "preciezer", 0, _table.By("Bo"));
        Table.Breaks(CommonRules.NotChangedMeanwhile, () => said.Correct("De deur was dicht.", "vergist", 0, _table.By("Bo")));
        Assert.Equal("De deur stond om acht uur open.", said.Words);
        said.ChangeKind(StatementKind.Opinion, "toch een mening", 0, _table.By("Bo"));
        Table.Breaks(CommonRules.NotChangedMeanwhile, () => said.ChangeKind(StatementKind.Suspicion, "of een vermoeden", 0, _table.By("Bo")));
    }

    [Fact]
    public void Whom_it_is_about_answers_and_each_keeps_one_standing_answer_INV18()
    {
        var said = _table.Lay("Bo", about: "Esra");
        Table.Breaks(CommonRules.AboutYouOnly, () => said.Answer("x", 0, _table.By("Fatma")));
        said.Answer("Dat klopt niet.", 0, _table.By("Esra"));
        said.Answer("Dat klopt half.", 1, _table.By("Esra"));
        Assert.Equal("Dat klopt half.", Assert.Single(said.Answers).Words);
    }

    [Fact]
    public void What_a_professional_writes_about_somebody_is_always_read_by_that_person_INV18_D6()
    {
        var said = _table.Lay("Bo", about: "Esra", audience: Audience.OnlyMe);
        Assert.True(said.MayBeReadBy(_table.Seat("Esra")));
        Assert.False(said.MayBeReadBy(_table.Seat("Fatma")));
    }

    [Fact]
    public void Others_read_it_otherwise_with_a_reason_and_nobody_overwrites_anybody_INV19_R34()
    {
        var said = _table.Lay("Bo");
        Table.Breaks(CommonRules.InWords, () => said.ReadAs(StatementKind.Opinion, "", _table.By("Esra")));
        Table.Breaks(StatementRules.HasKindAndSource, () => said.ReadAs(default, "omdat", _table.By("Esra")));
        Table.Breaks(StatementRules.AuthorChangesKind, () => said.ReadAs(StatementKind.Opinion, "omdat", _table.By("Bo")));
        said.ReadAs(StatementKind.Opinion, "Het ging over één keer.", _table.By("Esra"));
        said.ReadAs(StatementKind.Suspicion, "Niemand weet het.", _table.By("Fatma"));
        Assert.Equal(StatementKind.Fact, said.Kind);
        Assert.Equal([StatementKind.Opinion, StatementKind.Suspicion], said.Readings.Select(reading => reading.Kind));
    }

    [Fact]
    public void Who_may_not_read_it_does_nothing_with_it_INV19()
    {
        var said = _table.Lay("Esra", audience: Audience.OnlyMe);
        Table.Breaks(CommonRules.ProofFits, () => said.ReadAs(StatementKind.Opinion, "omdat", _table.By("Fatma")));
        Table.Breaks(CommonRules.ProofFits, () => said.Means("iets", _table.By("Fatma")));
        Table.Breaks(CommonRules.ProofFits, () => said.FindOut(_table.Circle, _table.Seat("Fatma").Number, Tomorrow, _table.By("Fatma")));
    }

    [Fact]
    public void Of_each_person_the_last_reading_and_the_last_meaning_stand_R34_R39()
    {
        var said = _table.Lay("Bo");
        said.ReadAs(StatementKind.Opinion, "eerst", _table.By("Esra"));
        said.ReadAs(StatementKind.Opinion, "ook", _table.By("Fatma"));
        said.ReadAs(StatementKind.Suspicion, "later", _table.By("Esra"));
        Assert.Equal(["later", "ook"], said.Readings.Select(reading => reading.Reason));
        said.Means("Ik schrok.", _table.By("Esra"));
        said.Means("Niets.", _table.By("Fatma"));
        said.Means("Nu niet meer.", _table.By("Esra"));
        Assert.Equal(["Nu niet meer.", "Niets."], said.Meanings.Select(meaning => meaning.Words));
    }

    [Fact]
    public void Who_may_no_longer_read_it_does_not_tell_what_was_found_R38()
    {
        var said = _table.Lay("Bo", Knowing.Think);
        said.FindOut(_table.Circle, _table.Seat("Fatma").Number, Tomorrow, _table.By("Esra"));
        var found = Found(said);
        said.ChooseReaders(_table.Circle, Audience.These(_table.Only("Esra")), _table.By("Bo"));
        Table.Breaks(CommonRules.ProofFits, () => said.IsFound(found, _table.By("Fatma")));
    }

    [Fact]
    public void A_fact_means_something_else_to_each_side_by_side_INV20_R39()
    {
        var said = _table.Lay("Bo");
        said.Means("Ik schrok.", _table.By("Esra"));
        said.Means("Ik was blij.", _table.By("Amir"));
        Assert.Equal(["Ik schrok.", "Ik was blij."], said.Meanings.Select(meaning => meaning.Words));
        Table.Breaks(CommonRules.InWords, () => said.Means("", _table.By("Fatma")));
    }

    [Fact]
    public void The_author_alone_corrects_and_the_old_sentence_and_the_answers_stay_R36()
    {
        var said = _table.Lay("Bo", about: "Esra");
        said.Answer("Dat klopt niet.", 0, _table.By("Esra"));
        Table.Breaks(CommonRules.OwnOnly, () => said.Correct("Anders.", "omdat", 0, _table.By("Esra")));
        Table.Breaks(CommonRules.InWords, () => said.Correct("Anders.", "", 0, _table.By("Bo")));
        Table.Breaks(CommonRules.InWords, () => said.Correct("", "omdat", 0, _table.By("Bo")));
        said.Correct("De deur stond op een kier.", "preciezer", 0, _table.By("Bo"));
        Assert.Equal("De deur stond op een kier.", said.Words);
        Assert.Equal(("De deur stond open.", "preciezer"), (said.Corrections.Single().Was, said.Corrections.Single().Reason));
        Assert.Equal("Dat klopt niet.", said.Answers.Single().Words);
    }

    [Fact]
    public void What_somebody_saw_did_not_happen_on_a_day_to_come_R31()
    {
        var bo = _table.By("Bo");
        Table.Breaks(StatementRules.DayNotToCome, () => Lay(Tomorrow.AddDays(1)));
        Assert.Equal(Tomorrow.AddDays(-1), Lay(Tomorrow.AddDays(-1)).Happened);
        Assert.Null(Lay(null).Happened);

        Statement Lay(DateOnly? happened) => Statement.Lay(
            _table.Circle, "De deur stond open.", new Source(Knowing.WasThere, null, null), SeatSet.None, happened, null, Audience.Everyone, bo);
    }

    [Fact]
    public void Somebody_at_this_table_finds_out_before_a_day_to_come_and_the_result_is_a_new_statement_R38()
    {
        var said = _table.Lay("Bo", Knowing.Think);
        var fatma = _table.Seat("Fatma").Number;
        Table.Breaks(StatementRules.IsBeingFoundOut, () => said.IsFound(Found(said), _table.By("Fatma")));
        Table.Breaks(StatementRules.DayToCome, () => said.FindOut(_table.Circle, fatma, Tomorrow.AddDays(-1), _table.By("Esra")));
        Table.Breaks(CircleRules.SitsHere, () => said.FindOut(_table.Circle, new SeatNumber(40), Tomorrow, _table.By("Esra")));
        said.FindOut(_table.Circle, fatma, Tomorrow, _table.By("Esra"));
        Table.Breaks(CommonRules.OnlyOnce, () => said.FindOut(_table.Circle, fatma, Tomorrow, _table.By("Esra")));
        Table.Breaks(StatementRules.IsBeingFoundOut, () => said.IsFound(_table.Lay("Fatma"), _table.By("Fatma")));
        said.IsFound(Found(said), _table.By("Fatma"));
        Assert.Null(said.OpenFindingOut);
        Assert.Equal("De deur stond open.", said.Words);
        Table.Breaks(StatementRules.IsBeingFoundOut, () => said.IsFound(Found(said), _table.By("Fatma")));
    }

    [Fact]
    public void Nobody_who_may_not_read_it_is_asked_to_find_it_out_R38()
    {
        var said = _table.Lay("Esra", audience: Audience.These(_table.Only("Fatma")));
        Table.Breaks(CircleRules.SitsHere, () => said.FindOut(_table.Circle, _table.Seat("Bo").Number, Tomorrow, _table.By("Esra")));
    }

    [Fact]
    public void Who_may_find_it_out_does_not_tell_a_reader_who_else_reads_it_T20_R38()
    {
        var (fatma, joris) = (_table.Seat("Fatma"), _table.Seat("Joris"));
        var alone = _table.Lay("Esra", audience: Audience.These(_table.Only("Fatma")));
        var both = _table.Lay("Esra", audience: Audience.These(_table.Only("Fatma", "Joris")));
        foreach (var said in new[] { alone, both })
        {
            Assert.Equal(_table.Only("Fatma", "Esra"), SeatSet.Of(_table.Circle.Seats.Where(seat => said.MayFindOut(seat, fatma)).Select(seat => seat.Number)));
            Assert.False(said.IsKnownToRead(joris));
            Table.Breaks(CircleRules.SitsHere, () => said.FindOut(_table.Circle, joris.Number, Tomorrow, _table.By("Fatma")));
        }

        Assert.True(both.MayFindOut(joris, _table.Seat("Esra")));
        Assert.False(alone.MayFindOut(joris, _table.Seat("Esra")));
    }

    [Fact]
    public void Nothing_is_added_to_what_was_taken_back_R36()
    {
        var said = _table.Lay("Bo", about: "Esra");
        said.TakeBack(_table.By("Bo"));
        Table.Breaks(CommonRules.StillOnTheTable, () => said.ReadAs(StatementKind.Opinion, "omdat", _table.By("Esra")));
        Table.Breaks(CommonRules.StillOnTheTable, () => said.Correct("Anders.", "omdat", 0, _table.By("Bo")));
        Assert.Equal("De deur stond open.", said.Words);
    }

    private Statement Found(Statement said) => Statement.Lay(
        _table.Circle, "Het was de wind.", new Source(Knowing.WasThere, null, null), SeatSet.None, null, said, Audience.Everyone, _table.By("Fatma"));
}
