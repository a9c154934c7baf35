using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.Tests.Statements;

public sealed class KindAndSourceTests
{
    private readonly Table _table = new();

    [Fact]
    public void A_grown_up_lays_no_sentence_without_saying_how_they_know_INV16_R31()
    {
        Table.Breaks(StatementRules.HasKindAndSource, () => _table.Lay("Esra", knowing: null));
        Table.Breaks(StatementRules.HasKindAndSource, () => _table.Lay("Esra", (Knowing)99));
        Table.Breaks(StatementRules.HasKindAndSource, () => _table.Lay("Esra", Knowing.Tells));
        Table.Breaks(CommonRules.InWords, () => _table.Lay("Esra", words: " \n "));
    }

    [Theory]
    [InlineData(Knowing.WasThere, StatementKind.Fact)]
    [InlineData(Knowing.WasTold, StatementKind.Suspicion)]
    [InlineData(Knowing.HaveRead, StatementKind.Suspicion)]
    [InlineData(Knowing.Think, StatementKind.Suspicion)]
    [InlineData(Knowing.Find, StatementKind.Opinion)]
    public void Kind_and_source_follow_from_one_question_R32_D5(Knowing knowing, StatementKind kind)
    {
        var said = _table.Lay("Esra", knowing);
        Assert.Equal(kind, said.Kind);
        Assert.Equal(knowing, said.Source.Knowing);
        Assert.Equal(_table.Seat("Esra").Number, said.By);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Knowing.WasThere)]
    [InlineData(Knowing.Find)]
    public void A_child_is_not_asked_and_tells_its_own_story_D5(Knowing? posted)
    {
        var said = _table.Lay("Amir", posted);
        Assert.Equal((StatementKind.Telling, Knowing.Tells), (said.Kind, said.Source.Knowing));
        Table.Breaks(StatementRules.TellingStays, () => said.ChangeKind(StatementKind.Fact, "ik weet het zeker", 0, _table.By("Amir")));
    }

    [Fact]
    public void What_was_read_keeps_where_also_when_a_teller_was_chosen_before_R32()
    {
        var said = _table.Lay("Esra", Knowing.HaveRead, "Fatma", "de brief van school");
        Assert.Equal("de brief van school", said.Source.Words);
        Assert.Null(said.Source.Seat);
        Assert.Null(said.WaitsFor);
    }

    [Fact]
    public void A_source_is_somebody_else_at_this_table_D9()
    {
        Table.Breaks(StatementRules.SourceIsAnother, () => _table.Lay("Esra", Knowing.WasTold, "Esra"));
        Table.Breaks(CircleRules.SitsHere, () => Statement.Lay(
            _table.Circle, "x", new Source(Knowing.WasTold, new SeatNumber(40), null), SeatSet.None, null, null, Audience.Everyone, _table.By("Esra")));
    }

    [Fact]
    public void Nobody_but_author_and_source_reads_it_until_the_source_says_yes_D9()
    {
        var said = _table.Lay("Bo", Knowing.WasTold, "Fatma", about: "Esra");
        Assert.Equal(["Fatma", "Bo"], ReadersOf(said));
        Table.Breaks(StatementRules.SourceOnly, () => said.AgreeAsSource(true, _table.By("Bo")));
        Table.Breaks(StatementRules.SourceOnly, () => said.AgreeAsSource(true, _table.By("Esra")));

        said.AgreeAsSource(false, _table.By("Fatma"));
        Assert.True(said.IsRefusedBySource);
        Assert.Equal(["Fatma", "Bo"], ReadersOf(said));
        Table.Breaks(CommonRules.OnlyOnce, () => said.AgreeAsSource(false, _table.By("Fatma")));

        said.AgreeAsSource(true, _table.By("Fatma"));
        Assert.Equal(5, ReadersOf(said).Count());
        Table.Breaks(CommonRules.OnlyOnce, () => said.AgreeAsSource(true, _table.By("Fatma")));
    }

    [Fact]
    public void A_yes_is_for_the_sentence_that_was_read_and_not_for_a_later_one_D9()
    {
        var said = _table.Lay("Bo", Knowing.WasTold, "Fatma");
        said.AgreeAsSource(true, _table.By("Fatma"));
        said.Correct("De deur stond altijd open.", "preciezer", 0, _table.By("Bo"));
        Assert.Equal(["Fatma", "Bo"], ReadersOf(said));
        Assert.False(said.IsRefusedBySource);
    }

    [Fact]
    public void Whoever_is_named_as_source_can_always_read_it_D9()
    {
        var said = _table.Lay("Esra", Knowing.WasTold, "Fatma", audience: Audience.OnlyMe);
        said.AgreeAsSource(true, _table.By("Fatma"));
        Assert.Equal(["Esra", "Fatma"], ReadersOf(said));
    }

    [Fact]
    public void Whoever_is_named_as_source_cannot_be_shut_out_later_D9()
    {
        var said = _table.Lay("Esra", Knowing.WasTold, "Fatma");
        said.AgreeAsSource(true, _table.By("Fatma"));
        foreach (var audience in new[] { Audience.OnlyMe, Audience.These(_table.Only("Bo")), Audience.GrownUps, Audience.Everyone })
        {
            said.ChooseReaders(_table.Circle, audience, _table.By("Esra"));
            Assert.True(said.MayBeReadBy(_table.Seat("Fatma")));
            Assert.Equal(audience.Group == Readers.Everyone, said.MayBeReadBy(_table.Seat("Amir")));
        }

        var byGuest = _table.Lay("Bo", Knowing.WasTold, "Fatma", about: "Amir");
        byGuest.AgreeAsSource(true, _table.By("Fatma"));
        byGuest.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.By("Bo"));
        Assert.Equal(["Amir", "Fatma", "Bo"], ReadersOf(byGuest));
    }

    [Fact]
    public void Where_it_comes_from_is_kept_in_words_only_where_nobody_here_is_named_R32()
    {
        Assert.Equal("de buurvrouw", _table.Lay("Esra", Knowing.WasTold, null, "de buurvrouw").Source.Words);
        Assert.Null(_table.Lay("Esra", Knowing.WasTold, "Fatma", "de buurvrouw").Source.Words);
        foreach (var knowing in new[] { Knowing.WasThere, Knowing.Think, Knowing.Find })
        {
            Assert.Equal(new Source(knowing, null, null), _table.Lay("Esra", knowing, "Fatma", "de buurvrouw").Source);
        }
    }

    [Fact]
    public void Nothing_hangs_under_what_one_may_not_read_or_what_was_taken_back()
    {
        var secret = _table.Lay("Esra", audience: Audience.OnlyMe);
        Table.Breaks(CommonRules.ProofFits, () => Under(secret, "Fatma"));
        var gone = _table.Lay("Esra");
        gone.TakeBack(_table.By("Esra"));
        Table.Breaks(CommonRules.StillOnTheTable, () => Under(gone, "Fatma"));
    }

    private Statement Under(Statement parent, string by) => Statement.Lay(
        _table.Circle, "x", new Source(Knowing.Think, null, null), SeatSet.None, null, parent, Audience.Everyone, _table.By(by));

    private IEnumerable<string> ReadersOf(Statement said) => _table.Circle.Seats.Where(said.MayBeReadBy).Select(seat => seat.Name);
}
