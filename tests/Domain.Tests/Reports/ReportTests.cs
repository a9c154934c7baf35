using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Reports;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Reports;

public sealed class ReportTests
{
    private readonly Table _table = new();

    private Circle Circle => _table.Circle;

    private SeatSet Mother => SeatSet.Of(_table.Mother.By.Number);

    private DateOnly Today => Netherlands.DayOf(_table.Now);

    [Fact]
    public void Nothing_is_passed_on_without_how_the_family_heard_what_was_offered_and_what_one_keeps_doing_R62()
    {
        var said = Said(_table.Guest);
        Table.Refuses(ReportRules.SaysTo, () => Lay(said, to: " "));
        Table.Refuses(ReportRules.SaysWhy, () => Lay(said, why: null));
        Table.Refuses(ReportRules.SaysTold, () => Lay(said, told: "\n"));
        Table.Refuses(ReportRules.SaysOffered, () => Lay(said, offered: null));
        Table.Refuses(ReportRules.SaysKeeps, () => Lay(said, keeps: null));
        Table.Refuses(CommonRules.NotTooLong, () => Lay(said, why: new string('x', Words.Brief + 1)));
        Table.Refuses(CommonRules.NameNotTooLong, () => Lay(said, to: new string('x', Words.Name + 1)));
        Table.Refuses(ReportRules.LooksBack, () => Lay(said, back: Today));
        Table.Refuses(ReportRules.LooksBack, () => Lay(said, back: Today.AddDays(Report.MostDays + 1)));
        var report = Lay(said);
        Assert.Equal(new ReportParts("Veilig Thuis", "Het stopt niet.", "Zondag bij Esra.", "Oppas, dat wilde Esra.", "Elke week langs.", Today.AddDays(28)), report.Parts);
        Assert.Equal([said.Id], report.Sentences);
        Assert.Equal(Deed.Laid, Assert.Single(report.Traces).Deed);
    }

    [Fact]
    public void Somebody_of_the_family_reads_it_first_and_answers_and_nobody_else_does_R5_R62()
    {
        var said = Said(_table.Guest);
        Table.Refuses(ReportRules.FamilyKnows, () => Lay(said, about: SeatSet.None));
        Table.Refuses(ReportRules.FamilyKnows, () => Lay(said, about: SeatSet.Of(_table.Child.By.Number)));
        Table.Refuses(ReportRules.FamilyKnows, () => Lay(said, about: SeatSet.Of(_table.Grandmother.By.Number)));
        Table.Refuses(ReportRules.FamilyKnows, () => Lay(said, about: Mother.And(SeatSet.Of(_table.Guest.By.Number))));
        var report = Lay(said);
        Assert.True(report.MayBeReadBy(_table.Mother.By));
        Assert.False(report.MayBeReadBy(_table.Grandmother.By));
        Table.Refuses(ReportRules.ReadersStay, () => report.ChooseReaders(_table.Circle, Audience.Everyone, _table.Guest));
        report.Answer("Zo erg is het niet.", 0, _table.Mother);
        Assert.Equal("Zo erg is het niet.", report.Answers.Single().Words);

        // Its words stay with whom it is about, also when it does not go on.
        report.TakeBack(_table.Guest);
        Assert.Contains("Het stopt niet.", report.Said);
    }

    [Fact]
    public void Only_a_guest_passes_on_and_only_sentences_of_the_own_hand_R37_R61()
    {
        var own = Said(_table.Guest);
        Table.Refuses(ReportRules.AsGuest, () => Report.Lay(Circle, new ReportAnswers("x", "x", "x", "x", "x", null), [Said(_table.Mother)], Mother, _table.Mother));
        Table.Refuses(ReportRules.OwnSentences, () => Lay(Said(_table.Mother)));
        Table.Refuses(ReportRules.OwnSentences, () => Report.Lay(Circle, new ReportAnswers("x", "x", "x", "x", "x", null), [], Mother, _table.Guest));
        Table.Refuses(CommonRules.ProofFits, () => Report.Lay(Circle, new ReportAnswers("x", "x", "x", "x", "x", null), [own], Mother, _table.ReadsOnly));
        own.TakeBack(_table.Guest);
        Table.Refuses(ReportRules.OwnSentences, () => Lay(own));
    }

    [Fact]
    public void After_it_went_out_it_stays_and_the_family_says_what_it_did_to_their_say_and_their_trust_R63()
    {
        var report = Lay(Said(_table.Guest));
        Table.Refuses(ReportRules.AfterGiven, () => Effect(report, _table.Mother));
        Table.Refuses(ReportRules.AfterGiven, () => report.Follow("x", _table.Guest));
        Table.Refuses(ReportRules.WentBy, () => report.Give(Today.AddDays(1), _table.Guest));
        Table.Refuses(ReportRules.WentBy, () => report.Give(Today.AddDays(-1), _table.Guest));
        Table.Refuses(CommonRules.OwnOnly, () => report.Give(Today, _table.Mother));
        report.Give(Today, _table.Guest);
        Table.Refuses(CommonRules.OnlyOnce, () => report.Give(Today, _table.Guest));
        Table.Refuses(ReportRules.Stays, () => report.TakeBack(_table.Guest));
        Table.Refuses(CommonRules.ProofFits, () => Effect(report, _table.Grandmother));
        Table.Refuses(CommonRules.AboutYouOnly, () => Effect(report, _table.Guest));
        Table.Refuses(CommonRules.InWords, () => report.SayEffect(new Dictionary<EffectAsk, string?> { [EffectAsk.Trust] = " " }, _table.Mother));
        Effect(report, _table.Mother);
        Assert.Equal(
            [(EffectAsk.Control, "Niemand vraagt mij iets."), (EffectAsk.Trust, "Minder.")], report.Effects.Select(effect => (effect.Ask, effect.Words)));
        Assert.Equal([Deed.Laid, Deed.ReportGiven, Deed.ReportEffectSaid, Deed.ReportEffectSaid], report.Traces.Select(trace => trace.Deed));
    }

    [Fact]
    public void Who_passed_on_is_asked_what_came_of_it_on_the_day_and_nothing_follows_from_it_L325()
    {
        var report = Lay(Said(_table.Guest));
        var day = report.Parts.LookBack;
        Assert.False(report.AsksToFollow(day));
        report.Give(Today, _table.Guest);
        Assert.False(report.AsksToFollow(day.AddDays(-1)));
        report.Follow("Ik was er elke week.", _table.Guest);
        Assert.True(report.AsksToFollow(day));
        _table.Pass(TimeSpan.FromDays(30));
        report.Follow("Er komt een oppas.", _table.Guest);
        Assert.False(report.AsksToFollow(day.AddDays(3)));
        Assert.Equal(["Ik was er elke week.", "Er komt een oppas."], report.Followed.Select(told => told.Words));
        Table.Refuses(CommonRules.InWords, () => report.Follow(" ", _table.Guest));
        Table.Refuses(CommonRules.OwnOnly, () => report.Follow("x", _table.Mother));
    }

    private static void Effect(Report report, Act act) => report.SayEffect(
        new Dictionary<EffectAsk, string?> { [EffectAsk.Trust] = "Minder.", [EffectAsk.Control] = "Niemand vraagt mij iets.", [EffectAsk.Helped] = null }, act);

    private Statement Said(Act act) =>
        Statement.Lay(Circle, "Amir zat om elf uur buiten.", new Source(Knowing.WasThere, null, null), SeatSet.None, null, null, Audience.Everyone, act);

    private Report Lay(
        Statement sentence, string? to = "Veilig Thuis", string? why = "Het stopt niet.", string? told = "Zondag bij Esra.", string? offered = "Oppas, dat wilde Esra.",
        string? keeps = "Elke week langs.", DateOnly? back = null, SeatSet? about = null) =>
        Report.Lay(Circle, new ReportAnswers(to, why, told, offered, keeps, back), [sentence], about ?? Mother, _table.Guest);
}
