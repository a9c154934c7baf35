using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.Tests.Contributions;

/// <summary>Whom it is about answers: one standing answer for each, changeable, and no answers to answers (INV-18, R4).</summary>
public sealed class AnswerTests
{
    private readonly Table _table = new();

    [Fact]
    public void Whom_it_is_about_answers_and_nobody_else_not_even_who_wrote_it_INV18_R4()
    {
        var said = Said(Audience.Everyone, _table.Guest, _table.Guest.By);
        Table.Refuses(CommonRules.AboutYouOnly, () => said.Answer("x", 0, _table.Child));
        Table.Refuses(CommonRules.AboutYouOnly, () => said.Answer("x", 0, _table.Guest));
        said.Answer("Dat klopt niet.", 0, _table.Mother);
        Assert.Equal(("Dat klopt niet.", 1, _table.Mother.By.Number), Told(said));
    }

    [Fact]
    public void An_answer_is_changed_only_by_who_saw_it_as_it_stands_INV18()
    {
        var said = Said(Audience.Everyone, _table.Guest);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => said.Answer("x", 1, _table.Mother));
        said.Answer("een", 0, _table.Mother);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => said.Answer("twee", 0, _table.Mother));
        said.Answer("twee", 1, _table.Mother);
        var at = _table.Now;
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => said.Answer("drie", 1, _table.Mother));
        Assert.Equal(("twee", 2, _table.Mother.By.Number), Told(said));
        Assert.Equal(at, said.Answers.Single().At);
        said.Answer("drie", 2, _table.Mother);
        Assert.Equal(("drie", 3, _table.Mother.By.Number), Told(said));
        Table.Refuses(CommonRules.InWords, () => said.Answer(" ", 3, _table.Mother));
    }

    [Fact]
    public void Two_whom_it_is_about_each_have_their_own_answer_INV18()
    {
        var said = Said(Audience.Everyone, _table.Guest, _table.Child.By);
        said.Answer("van haar", 0, _table.Mother);
        said.Answer("van hem", 0, _table.Child);
        said.Answer("van haar, later", 1, _table.Mother);
        Assert.Equal(["van haar, later", "van hem"], said.Answers.Select(answer => answer.Words));
    }

    [Fact]
    public void Who_may_not_read_it_does_not_answer_it_INV18()
    {
        var said = Said(Audience.OnlyMe, _table.Grandmother);
        Table.Refuses(CommonRules.AboutYouOnly, () => said.Answer("x", 0, _table.Mother));
    }

    [Fact]
    public void Nothing_is_answered_after_it_was_taken_back_R36()
    {
        var said = Said(Audience.Everyone, _table.Guest);
        said.Answer("een", 0, _table.Mother);
        said.TakeBack(_table.Guest);
        Table.Refuses(CommonRules.StillOnTheTable, () => said.Answer("twee", 1, _table.Mother));
        Assert.Equal("een", said.Answers.Single().Words);
    }

    private static (string Words, int Version, SeatNumber By) Told(Statement said)
    {
        var answer = Assert.Single(said.Answers);
        return (answer.Words, answer.Version, answer.By);
    }

    private Statement Said(Audience audience, Act by, Seat? alsoAbout = null) => Statement.Lay(
        _table.Circle, "Ze kwam later.", new Source(Knowing.WasThere, null, null),
        SeatSet.Of(alsoAbout is null ? [_table.Mother.By.Number] : [_table.Mother.By.Number, alsoAbout.Number]), null, null, audience, by);
}
