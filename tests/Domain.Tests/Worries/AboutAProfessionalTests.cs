using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Tests.Statements;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Tests.Worries;

/// <summary>What is said about somebody who works here is not theirs to manage: they answer it, and no more (D30).</summary>
public sealed class AboutAProfessionalTests
{
    private static readonly DateOnly Tomorrow = Netherlands.DayOf(Table.Now).AddDays(1);
    private readonly Table _table = new();

    [Fact]
    public void Bo_answers_a_worry_about_Bo_and_says_neither_who_reads_it_nor_how_it_stands_nor_takes_it_away_INV4_D30()
    {
        var worry = Worry.Lay(_table.Circle, "Bo komt steeds te laat.", _table.Only("Bo"), null, Audience.Everyone, _table.By("Amir"));
        Table.Breaks(WorryRules.HolderOnly, () => worry.Stands("minder", false, _table.By("Bo")));
        Table.Breaks(WorryRules.HolderOnly, () => worry.Stands(null, true, _table.By("Bo")));
        Table.Breaks(CommonRules.OwnOnly, () => worry.ChooseReaders(_table.Circle, Audience.These(_table.Only("Bo")), _table.By("Bo")));
        Table.Breaks(CommonRules.OwnOnly, () => worry.TakeBack(_table.By("Bo")));
        worry.Answer("De bus valt uit.", 0, _table.By("Bo"));
        Assert.Equal(_table.Seat("Bo").Number, Assert.Single(worry.Answers).By);

        // Whoever it is about is no reader that must stay, when the family wrote it.
        worry.ChooseReaders(_table.Circle, Audience.These(_table.Only("Esra")), _table.By("Amir"));
        Assert.False(worry.MayBeReadBy(_table.Seat("Bo")));
    }

    [Fact]
    public void What_Bo_typed_for_Amir_Bo_takes_away_within_ten_minutes_and_later_only_Amir_does_R10_D30()
    {
        var talk = Talk.Plan(_table.Circle, null, null, null, null, SeatSet.None, _table.By("Esra"));
        talk.Begin(_table.Circle, _table.Only("Esra", "Amir", "Bo"), _table.By("Esra"));
        var slip = Told();
        slip.TakeBack(_table.By("Bo", Table.Now + Contribution.JustLaid));
        Assert.True(slip.IsTakenBack);
        var told = Told();
        var later = Table.Now + Contribution.JustLaid + TimeSpan.FromSeconds(1);
        Assert.False(told.IsSlipOf(_table.Seat("Bo"), later));
        Table.Breaks(CommonRules.OwnOnly, () => told.TakeBack(_table.By("Bo", later)));
        told.TakeBack(_table.By("Amir", later));
        Assert.Equal("", told.Words);

        // What a mother typed for her child stays hers to mend until the child read it.
        Assert.True(Told("Esra").IsSlipOf(_table.Seat("Esra"), later));

        Worry Told(string writer = "Bo") => Worry.Lay(
            _table.Circle, "Ik vind Bo eng.", SeatSet.None, null, Audience.Everyone,
            talk.Speak(_table.Circle, _table.Seat("Amir").Id, TalkAsk.Help, null, false, _table.By(writer)));
    }

    [Fact]
    public void Bo_does_not_find_out_what_is_said_about_Bo_R38_D30()
    {
        var said = _table.Lay("Esra", about: "Bo");
        Table.Breaks(StatementRules.NotAboutFinder, () => said.FindOut(_table.Circle, _table.Seat("Bo").Number, Tomorrow, _table.By("Bo")));
        Table.Breaks(StatementRules.NotAboutFinder, () => said.FindOut(_table.Circle, _table.Seat("Bo").Number, Tomorrow, _table.By("Esra")));
        said.FindOut(_table.Circle, _table.Seat("Joris").Number, Tomorrow, _table.By("Bo"));
        Table.Breaks(StatementRules.NotAboutFinder, () => said.IsFound(Found("Bo"), _table.By("Bo")));
        said.IsFound(Found("Joris"), _table.By("Joris"));

        // Who is no professional finds out about themselves, as before.
        var ofFatma = _table.Lay("Bo", about: "Fatma");
        ofFatma.FindOut(_table.Circle, _table.Seat("Fatma").Number, Tomorrow, _table.By("Fatma"));

        Statement Found(string by) => Statement.Lay(
            _table.Circle, "De bus reed gewoon.", new Source(Knowing.WasThere, null, null), said.About, null, said, Audience.Everyone, _table.By(by));
    }

    [Fact]
    public void No_sentence_of_the_family_waits_for_the_yes_of_a_professional_it_is_about_D9_D30()
    {
        Table.Breaks(StatementRules.SourceNotAbout, () => _table.Lay("Esra", Knowing.WasTold, "Bo", about: "Bo"));
        Assert.Null(_table.Lay("Esra", about: "Bo", words: "Bo zei: ik kom niet meer.").WaitsFor);

        // Between professionals, and of what a child told about itself, it waits as it did.
        Assert.Equal(_table.Seat("Bo").Number, _table.Lay("Joris", Knowing.WasTold, "Bo", about: "Bo").WaitsFor);
        Assert.Equal(_table.Seat("Amir").Number, _table.Lay("Fatma", Knowing.WasTold, "Amir", about: "Amir").WaitsFor);
        Assert.Equal(_table.Seat("Bo").Number, _table.Lay("Esra", Knowing.WasTold, "Bo", about: "Amir").WaitsFor);
    }

    [Fact]
    public void Bo_does_not_agree_that_a_sentence_about_Bo_is_kept_from_somebody_R127_D30()
    {
        var said = Statement.Lay(
            _table.Circle, "Bo en Esra maakten ruzie.", new Source(Knowing.WasThere, null, null), _table.Only("Bo", "Esra"), null, null, Audience.Everyone, _table.By("Fatma"));
        Table.Breaks(
            WithholdingRules.SecondIsAnother,
            () => said.Withhold(_table.Circle, _table.Only("Esra"), _table.Seat("Bo").Number, "Dan wordt het erger.", Tomorrow, _table.By("Fatma")));
        said.Withhold(_table.Circle, _table.Only("Esra"), _table.Seat("Joris").Number, "Dan wordt het erger.", Tomorrow, _table.By("Fatma"));
        said.AgreeToWithhold(_table.By("Joris"));
        Table.Breaks(
            WithholdingRules.SecondIsAnother,
            () => said.WithholdLonger(_table.Circle, _table.Seat("Bo").Number, "Nog niet.", Tomorrow.AddDays(3), _table.By("Fatma")));
    }
}
