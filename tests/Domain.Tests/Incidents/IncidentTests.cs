using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Tests.Incidents;

/// <summary>Looking together at what went wrong, or at a standstill: everybody's view, what was known then, and what people learn.</summary>
public sealed class IncidentTests
{
    private readonly Table _table = new();

    private DateOnly Today => Netherlands.DayOf(_table.Now);

    [Fact]
    public void Anybody_begins_with_which_of_the_two_and_one_sentence_R89_R150()
    {
        foreach (var act in new[] { _table.Mother, _table.Child, _table.Grandmother, _table.Guest })
        {
            Assert.Equal(IncidentKind.Standstill, Begun(act, IncidentKind.Standstill).Kind);
        }

        Table.Refuses(IncidentRules.SaysWhich, () => Begun(_table.Mother, 0));
        Table.Refuses(CommonRules.InWords, () => Incident.Begin(_table.Circle, IncidentKind.WentWrong, " ", null, SeatSet.None, Audience.Everyone, _table.Mother));
        Table.Refuses(IncidentRules.WentBy, () => Begun(_table.Mother, day: Today.AddDays(1)));

        // After midnight in the Netherlands it is still yesterday in UTC, and today is today.
        var midnight = new DateTimeOffset(Today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(23.5);
        var late = _table.Circle.Admit(_table.Mother.Person, Permission.Speak, midnight)!;
        Assert.Equal(Today.AddDays(1), Begun(late, day: Today.AddDays(1)).Day);
        Table.Refuses(IncidentRules.WentBy, () => Begun(late, day: Today.AddDays(2)));
    }

    [Fact]
    public void Child_and_parents_are_asked_first_how_they_saw_it_R89()
    {
        var incident = Begun(_table.Guest);
        Table.Refuses(FamilyFirstRules.FamilyFirst, () => Tell(incident, IncidentAsk.Happened, "x", _table.Guest));
        Table.Refuses(FamilyFirstRules.FamilyFirst, () => Tell(incident, IncidentAsk.Learn, "x", _table.Grandmother));
        incident.Tell(_table.Circle, new Dictionary<IncidentAsk, string?>(), Reply.Later, _table.Child);
        Tell(incident, IncidentAsk.Happened, "Ik hoorde de deur.", _table.Mother);
        Tell(incident, IncidentAsk.Happened, "Ik was er niet.", _table.Guest);
        Tell(incident, IncidentAsk.Happened, "Ik belde.", _table.Grandmother);
        Tell(incident, IncidentAsk.Happened, "Ik schrok.", _table.Child);
        Assert.Equal(
            [null, "Ik schrok.", "Ik hoorde de deur.", "Ik belde.", "Ik was er niet."], incident.Told(_table.Circle, Incident.Account).Select(told => told.Words));

        // Who began said something already.
        Assert.DoesNotContain(Begun(_table.Child).NotHeard(_table.Circle), seat => seat.Name == "Amir");
    }

    [Fact]
    public void One_answer_is_enough_and_not_knowing_is_one_R150_INV53()
    {
        var incident = Begun(_table.Mother);
        var none = new Dictionary<IncidentAsk, string?>();
        Table.Refuses(CommonRules.InWords, () => incident.Tell(_table.Circle, none, Reply.Words, _table.Mother));
        incident.Tell(_table.Circle, none, Reply.DontKnow, _table.Mother);
        Assert.Equal(Reply.DontKnow, incident.Additions.OfType<IncidentTold>().Single().Reply);
        Tell(incident, IncidentAsk.KnewNot, "Dat hij wakker was.", _table.Mother);
        Tell(incident, IncidentAsk.Learn, "Eerst bellen.", _table.Mother);
        Tell(incident, IncidentAsk.Learn, "Ook ’s nachts.", _table.Mother);
        Assert.Equal(["Eerst bellen.", "Ook ’s nachts."], incident.Told(_table.Circle, [IncidentAsk.Learn]).Select(told => told.Words));
    }

    [Fact]
    public void There_is_no_field_for_whose_doing_it_was_and_words_that_say_so_are_not_refused_INV88_N39_R89()
    {
        var names = typeof(Incident).Assembly.GetTypes().Where(type => type.Namespace == typeof(Incident).Namespace)
            .SelectMany(type => type.GetMembers().Select(member => member.Name).Concat(type.IsEnum ? Enum.GetNames(type) : [])).ToList();
        Assert.NotEmpty(names);
        foreach (var never in new[] { "Fault", "Blame", "Guilt", "Cause", "Culprit", "Score", "Severity", "Risk" })
        {
            Assert.DoesNotContain(names, name => name.Contains(never, StringComparison.OrdinalIgnoreCase));
        }

        var incident = Begun(_table.Mother);
        Tell(incident, IncidentAsk.Happened, "Het is de schuld van Samira.", _table.Mother);
        Assert.Contains("Het is de schuld van Samira.", incident.Said);
    }

    [Fact]
    public void What_was_known_then_stays_as_it_stood_whatever_changed_later_T23_R89()
    {
        var said = Statement.Lay(
            _table.Circle, "Hij was er niet.", new Source(Knowing.WasThere, null, null), SeatSet.None, null, null, Audience.Everyone, _table.Guest);
        var worry = Worry.Lay(_table.Circle, "Ik maak me zorgen.", SeatSet.None, null, Audience.Everyone, _table.Mother);
        var open = Decision.Open(_table.Circle, "Gaan we?", "Ja.", false, null, SeatSet.None, SeatSet.None, null, _table.Mother);
        open.TakePosition(Stance.Disagree, "liever niet", null, _table.Child);
        var incident = Begun(_table.Mother);
        incident.LayWithIt([said, worry, open], false, _table.Mother);
        said.Correct("Hij was er wel.", "Ik keek verkeerd.", 0, _table.Guest);
        said.ChangeKind(StatementKind.Opinion, "Zo zie ik het.", 0, _table.Guest);
        worry.Stands(null, true, _table.Mother);
        open.Propose("Toch niet.", false, _table.Mother);
        open.TakePosition(Stance.Agree, null, null, _table.Child);
        open.Close(_table.Circle, [], null, null, null, null, _table.Mother);

        var then = (Statement)Then(incident, said);
        Assert.Equal(("Hij was er niet.", StatementKind.Fact, said.By, said.At), (then.Words, then.Kind, then.By, then.At));
        Assert.False(((Worry)Then(incident, worry)).IsGone);
        var decided = (Decision)Then(incident, open);
        Assert.Equal(("Ja.", false, Stance.Disagree), (decided.Proposed!.Words, decided.IsClosed, decided.PositionOf(_table.Child.By.Number)!.Stance));

        // How it stands now is still asked of the thing itself: nothing of it was copied.
        Assert.Equal("Hij was er wel.", said.Words);
        Assert.DoesNotContain("Hij was er niet.", incident.Said);
    }

    [Fact]
    public void An_answer_goes_along_with_what_was_said_also_when_it_came_later_R35()
    {
        var said = Statement.Lay(
            _table.Circle, "Zij kwam niet.", new Source(Knowing.Think, null, null), SeatSet.Of(_table.Mother.By.Number), null, null, Audience.Everyone, _table.Guest);
        var incident = Begun(_table.Mother);
        incident.LayWithIt([said], false, _table.Mother);
        said.Answer("Ik was ziek.", 0, _table.Mother);
        Assert.Equal("Ik was ziek.", Assert.Single(Then(incident, said).Answers).Words);
    }

    [Fact]
    public void What_is_laid_there_lay_on_the_table_by_that_day_and_the_speaker_may_read_it_T23()
    {
        var day = Today.AddDays(-1);
        var incident = Begun(_table.Mother, day: day);
        var later = Worry.Lay(_table.Circle, "x", SeatSet.None, null, Audience.Everyone, _table.Mother);
        var own = Worry.Lay(_table.Circle, "x", SeatSet.None, null, Audience.OnlyMe, _table.Mother);
        Table.Refuses(IncidentRules.OfThen, () => incident.LayWithIt([later], false, _table.Mother));
        Table.Refuses(CommonRules.ProofFits, () => Begun(_table.Mother).LayWithIt([own], false, _table.Guest));
        Table.Refuses(IncidentRules.SaysThing, () => incident.LayWithIt([], false, _table.Mother));
        Table.Refuses(IncidentRules.SaysThing, () => incident.LayWithIt([Begun(_table.Mother)], false, _table.Mother));
        var today = Begun(_table.Mother);
        today.LayWithIt([own], false, _table.Mother);
        today.LayWithIt([own], false, _table.Mother);
        Assert.Single(today.KnownThen);
    }

    [Fact]
    public void Whoever_may_not_read_what_another_laid_with_it_does_not_notice_T22()
    {
        var incident = Begun(_table.Grandmother);
        var hidden = Worry.Lay(_table.Circle, "x", SeatSet.None, null, Audience.OnlyMe, _table.Mother);
        incident.LayWithIt([hidden], false, _table.Mother);
        Assert.False(incident.HasNewsFor(_table.Grandmother.By, incident.At));
        Assert.True(incident.WouldVanish(_table.Grandmother));
    }

    [Fact]
    public void An_agreement_or_a_page_of_what_is_not_known_can_come_of_it_R89()
    {
        var incident = Begun(_table.Mother);
        var agreed = Agreement.Lay(_table.Circle, "Oma belt.", SeatSet.Of(_table.Mother.By.Number), null, null, null, Audience.Everyone, _table.Mother);
        var page = NotKnown.Begin(_table.Circle, null, incident, SeatSet.None, Audience.Everyone, _table.Mother);
        incident.LayWithIt([agreed, page], true, _table.Mother);
        Assert.Equal([agreed.Id, page.Id], incident.CameOfIt.Select(thing => thing.Thing));
        Table.Refuses(IncidentRules.SaysThing, () => incident.LayWithIt([agreed], false, _table.Mother));
    }

    [Fact]
    public void Each_host_says_for_oneself_whether_others_may_learn_from_it_and_may_change_it_R88()
    {
        var incident = Begun(_table.Guest, IncidentKind.Standstill);
        Table.Refuses(IncidentRules.HostsSay, () => incident.SayMayLearn(MayLearn.Yes, null, _table.Guest));
        Table.Refuses(IncidentRules.HostsSay, () => incident.SayMayLearn(MayLearn.Yes, null, _table.Grandmother));
        Table.Refuses(IncidentRules.SaysWhether, () => incident.SayMayLearn(0, null, _table.Child));
        Assert.Empty(incident.Consents);
        incident.SayMayLearn(MayLearn.Yes, "zonder mijn naam", _table.Child);
        incident.SayMayLearn(MayLearn.NotYet, null, _table.Mother);
        incident.SayMayLearn(MayLearn.No, null, _table.Child);
        Assert.Equal([MayLearn.No, MayLearn.NotYet], incident.Consents.Select(consent => consent.May));
    }

    private Incident Begun(Act act, IncidentKind kind = IncidentKind.WentWrong, DateOnly? day = null) =>
        Incident.Begin(_table.Circle, kind, "Niemand deed open.", day, SeatSet.None, Audience.Everyone, act);

    private void Tell(Incident incident, IncidentAsk ask, string words, Act act) =>
        incident.Tell(_table.Circle, new Dictionary<IncidentAsk, string?> { [ask] = words }, Reply.Words, act);

    private static Contribution Then(Incident incident, Contribution thing) =>
        incident.AsItStood(incident.KnownThen.Single(laid => laid.Thing == thing.Id), thing);
}
