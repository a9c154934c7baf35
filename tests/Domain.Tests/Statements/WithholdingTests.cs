using Keukentafel.Domain.Access;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.Tests.Statements;

public sealed class WithholdingTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Table.Now.UtcDateTime);
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
        Assert.Equal(["Bo", "Joris", "Fatma", "Amir"], Readers(agreed, Last));
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
    public void The_author_shows_it_at_any_time_and_nobody_else_does_R127()
    {
        Table.Breaks(CommonRules.OwnOnly, () => Ask().Show(_table.By("Joris")));
        Assert.Contains("Esra", Readers(Ask().Show(_table.By("Bo")), Today));
        Assert.Contains("Esra", Readers(Ask().Agree(_table.By("Joris")).Show(_table.By("Bo")), Today));
    }

    private Withholding Ask(string by = "Bo", string second = "Joris", string from = "Esra", string reason = "eerst een veilige plek", DateOnly? until = null) =>
        Withholding.Ask(_table.Circle, _table.Only(from), _table.Seat(second).Number, reason, until ?? Last, _table.By(by));

    private IEnumerable<string> Readers(Withholding withheld, DateOnly day) =>
        new[] { "Bo", "Joris", "Fatma", "Amir", "Esra" }.Where(name => !withheld.HidesFrom(_table.Seat(name).Number, day));
}
