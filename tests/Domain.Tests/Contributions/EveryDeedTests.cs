using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Views;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Tests.Contributions;

/// <summary>What holds for whatever somebody does at a table: it needs a proof that fits, and it leaves its line in the trail (R6).</summary>
public sealed class EveryDeedTests
{
    private readonly Table _table = new();

    private DateOnly Later => Netherlands.DayOf(_table.Now).AddDays(7);

    private SeatSet OfChild => SeatSet.Of(_table.Child.By.Number);

    private SeatId ChildSeat => _table.Child.By.Id;

    [Fact]
    public void A_proof_to_read_or_of_another_table_does_nothing_whatever_the_deed_R6()
    {
        foreach (var act in new[] { _table.ReadsOnly, new Table().Mother })
        {
            Table.Refuses(CommonRules.ProofFits, () => GoodThing.Lay(_table.Circle, "x", SeatSet.None, Audience.Everyone, act));
            Table.Refuses(CommonRules.ProofFits, () => Help.Lay(_table.Circle, "x", SeatSet.None, Audience.Everyone, act));
            Table.Refuses(CommonRules.ProofFits, () => Worry.Lay(_table.Circle, "x", SeatSet.None, null, Audience.Everyone, act));
            Table.Refuses(CommonRules.ProofFits, () => Wish.Lay(_table.Circle, "x", SeatSet.None, Audience.Everyone, act));
            Table.Refuses(CommonRules.ProofFits, () => Said("x", act));
            Table.Refuses(CommonRules.ProofFits, () => Seen(act));
            foreach (var plan in Plans())
            {
                Table.Refuses(CommonRules.ProofFits, () => plan(act));
            }

            var good = Good(_table.Mother);
            var worry = Worried(_table.Mother);
            var ofMother = Wish.Lay(_table.Circle, "Ik wens rust.", SeatSet.None, Audience.Everyone, _table.Mother);
            ofMother.PromiseAnswer(_table.Guest);
            ofMother.AnswerWish("Ja.", true, false, null, _table.Guest);
            var ofChild = Wished();
            ofChild.PromiseAnswer(_table.Mother);
            var said = Said("x", _table.Mother);
            var told = Told(_table.Grandmother, "Esra");
            var asked = Said("x", _table.Guest);
            var found = Said("y", _table.Mother, asked);
            asked.FindOut(_table.Circle, _table.Mother.By.Number, Later, _table.Guest);
            var aboutMother = Said("x", _table.Guest, about: SeatSet.Of(_table.Mother.By.Number));
            var (left, right) = (Seen(_table.Mother), Seen(_table.Guest));
            var difference = Difference.PointOut(_table.Circle, left, "Goed.", right, "Goed.", null, _table.Mother);
            left.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Mother);
            var agreed = Agreed(_table.Mother);
            var folded = Agreed(_table.Mother);
            folded.Fold(true, null, _table.Mother);
            var notSafe = NotSafe.Lay(_table.Circle, null, Audience.OnlyMe, _table.Mother);
            IReadOnlyList<(Contribution On, Action Deed)> deeds =
            [
                (good, () => good.TakeBack(act)), (good, () => good.ChooseReaders(_table.Circle, Audience.OnlyMe, act)),
                (worry, () => worry.Stands("minder", false, act)), (ofMother, () => ofMother.SayAgain(null, act)),
                (ofMother, () => ofMother.SayHeard(true, act)), (Wished(), () => Wished().PromiseAnswer(act)),
                (ofChild, () => ofChild.AnswerWish("Ja.", true, false, null, act)), (told, () => told.AgreeAsSource(true, act)),
                (asked, () => asked.ReadAs(StatementKind.Opinion, "zo", act)), (said, () => said.ChangeKind(StatementKind.Opinion, "zo", 0, act)),
                (said, () => said.Correct("z", "zo", 0, act)), (said, () => said.FindOut(_table.Circle, _table.Mother.By.Number, Later, act)),
                (asked, () => asked.IsFound(found, act)), (asked, () => asked.Means("veel", act)), (aboutMother, () => aboutMother.Answer("Nee.", 0, act)),
                (difference, () => difference.Stay(null, act)), (difference, () => difference.Follow(left, _table.Circle, act)),
                (agreed, () => agreed.TakePosition(Stance.Agree, null, null, act)), (agreed, () => agreed.SayFelt("fijn", act)),
                (agreed, () => agreed.Fold(true, null, act)), (folded, () => folded.Fold(false, null, act)),
                (notSafe, () => notSafe.SaySafe(null, act)),
            ];
            foreach (var (on, deed) in deeds)
            {
                var before = on.Traces.Count;
                Table.Refuses(CommonRules.ProofFits, deed);
                Assert.Equal(before, on.Traces.Count);
            }

            if (act.Circle == _table.Circle.Id)
            {
                Table.Refuses(CommonRules.ProofFits, () => Difference.PointOut(_table.Circle, right, "Goed.", Seen(_table.Grandmother), "Goed.", null, act));
            }
        }
    }

    [Fact]
    public void Whatever_is_laid_down_is_in_the_trail_with_who_and_when_R6()
    {
        var act = _table.Mother;
        var (left, right) = (Seen(_table.Grandmother), Seen(_table.Guest));
        foreach (var laid in new Contribution[]
        {
            Good(act), Help.Lay(_table.Circle, "x", SeatSet.None, Audience.Everyone, act), Worried(act),
            Wish.Lay(_table.Circle, "x", SeatSet.None, Audience.Everyone, act), Said("x", act), Seen(act),
            Difference.PointOut(_table.Circle, left, "Goed.", right, "Goed.", null, act),
            Agreed(act), Plans()[0](act), Plans()[2](act), Plans()[3](act),
        })
        {
            Assert.Equal(new Trace(act, Deed.Laid, laid.Id.Value), Assert.Single(laid.Traces));
            Assert.Equal((act.By.Number, act.At), (laid.By, laid.At));
        }
    }

    [Fact]
    public void Whatever_is_done_is_in_the_trail_as_what_it_was_R6()
    {
        var good = Good(_table.Mother);
        Leaves(Deed.AudienceChanged, good, () => good.ChooseReaders(_table.Circle, Audience.GrownUps, _table.Mother));
        _table.Pass(Contribution.JustLaid);
        Leaves(Deed.TakenBack, good, () => good.TakeBack(_table.Mother));
        var justLaid = Good(_table.Mother);
        Leaves(Deed.Vanished, justLaid, () => justLaid.TakeBack(_table.Mother));
        var worry = Worried(_table.Mother);
        Leaves(Deed.WorryStands, worry, () => worry.Stands("minder", false, _table.Mother));
        Leaves(Deed.WorryGone, worry, () => worry.Stands(null, true, _table.Mother));
        var wish = Wished();
        Leaves(Deed.WishRepeated, wish, () => wish.SayAgain(null, _table.Child));
        Leaves(Deed.WishPromised, wish, () => wish.PromiseAnswer(_table.Mother));
        Leaves(Deed.WishAnswered, wish, () => wish.AnswerWish("Ja.", true, false, null, _table.Mother));
        Leaves(Deed.WishHeard, wish, () => wish.SayHeard(true, _table.Child));
        var told = Told(_table.Guest, "Fatma");
        Leaves(Deed.SourceRefused, told, () => told.AgreeAsSource(false, _table.Grandmother));
        Leaves(Deed.SourceAgreed, told, () => told.AgreeAsSource(true, _table.Grandmother));
        var said = Said("x", _table.Guest, about: OfChild);
        Leaves(Deed.ReadAs, said, () => said.ReadAs(StatementKind.Opinion, "zo", _table.Mother));
        Leaves(Deed.Meant, said, () => said.Means("veel", _table.Mother));
        Leaves(Deed.Answered, said, () => said.Answer("Nee.", 0, _table.Child));
        Leaves(Deed.AnswerChanged, said, () => said.Answer("Half.", 1, _table.Child));
        Leaves(Deed.FindingOut, said, () => said.FindOut(_table.Circle, _table.Mother.By.Number, Later, _table.Mother));
        Leaves(Deed.Found, said, () => said.IsFound(Said("y", _table.Mother, said), _table.Mother));
        Leaves(Deed.Corrected, said, () => said.Correct("z", "zo", 0, _table.Guest));
        Leaves(Deed.KindChanged, said, () => said.ChangeKind(StatementKind.Opinion, "zo", 0, _table.Guest));
        Leaves(Deed.TakenBack, said, () => said.TakeBack(_table.Guest));
        var left = Seen(_table.Mother);
        var difference = Difference.PointOut(_table.Circle, left, "Goed.", Seen(_table.Guest), "Goed.", null, _table.Grandmother);
        Leaves(Deed.StaysDifferent, difference, () => difference.Stay(null, _table.Mother));
        var agreed = Agreed(_table.Mother);
        Leaves(Deed.PositionTaken, agreed, () => agreed.TakePosition(Stance.Unsure, null, null, _table.Child));
        Leaves(Deed.EffectFelt, agreed, () => agreed.SayFelt("fijn", _table.Child));
        Leaves(Deed.PlanPartFolded, agreed, () => agreed.Fold(true, null, _table.Mother));
        Leaves(Deed.PlanPartOpened, agreed, () => agreed.Fold(false, null, _table.Mother));
        var notSafe = NotSafe.Lay(_table.Circle, null, Audience.OnlyMe, _table.Child);
        Leaves(Deed.SafeAgain, notSafe, () => notSafe.SaySafe(null, _table.Child));
        left.TakeBack(_table.Mother);
        Leaves(Deed.PassageGone, difference, () => difference.Follow(left, _table.Circle, _table.Mother));
    }

    [Fact]
    public void Nobody_is_named_who_does_not_sit_at_this_table()
    {
        var stranger = SeatSet.Of(new SeatNumber(40));
        foreach (var (about, audience) in new[] { (stranger, Audience.Everyone), (SeatSet.None, Audience.These(stranger)), (stranger.And(OfChild), Audience.OnlyMe) })
        {
            Table.Refuses(CircleRules.SitsHere, () => GoodThing.Lay(_table.Circle, "x", about, audience, _table.Mother));
            Table.Refuses(CircleRules.SitsHere, () => Said("x", _table.Mother, about: about, audience: audience));
        }

        Assert.Equal(OfChild, GoodThing.Lay(_table.Circle, "x", OfChild, Audience.These(OfChild), _table.Mother).About);
    }

    [Fact]
    public void Own_words_that_were_taken_back_are_gone_whatever_they_were_D7_R36()
    {
        var act = _table.Mother;
        var (left, right) = (Seen(_table.Grandmother), Seen(_table.Guest));
        foreach (var laid in new Contribution[]
        {
            Good(act), Help.Lay(_table.Circle, "x", SeatSet.None, Audience.Everyone, act), Worried(act),
            Wish.Lay(_table.Circle, "x", SeatSet.None, Audience.Everyone, act), Said("x", act),
            Statement.Lay(_table.Circle, "x", new Source(Knowing.HaveRead, null, "de brief"), SeatSet.None, null, null, Audience.Everyone, act),
            View.Lay(_table.Circle, ChildSeat, "a", false, "b", false, "c", "d", Audience.Everyone, act),
            View.Lay(_table.Circle, ChildSeat, null, true, null, true, null, null, Audience.Everyone, act),
            Difference.PointOut(_table.Circle, left, "Goed.", right, "Goed.", "wat?", act),
            Agreement.Lay(_table.Circle, "x", SeatSet.None, "de buurvrouw", "daarom", null, Audience.Everyone, act), Plans()[0](act), Plans()[2](act), Plans()[3](act),
        })
        {
            laid.TakeBack(_table.Mother);
            Assert.Equal("", string.Concat(laid.Said));
            Assert.True(laid is not View { Safe.Unknown: true } and not View { Growing.Unknown: true });
        }
    }

    [Fact]
    public void Whatever_is_done_with_a_decision_needs_a_proof_that_fits_R6()
    {
        foreach (var act in new[] { _table.ReadsOnly, new Table().Mother })
        {
            Table.Refuses(CommonRules.ProofFits, () => Asked(act));
            var open = Asked(_table.Mother);
            var option = Way(open, _table.Grandmother);
            var closed = Asked(_table.Mother);
            closed.Close(_table.Circle, [], null, null, null, null, _table.Mother);
            foreach (var (on, deed) in new (Contribution, Action)[]
            {
                (open, () => open.Help(Aid.Views, "x", null, null, [], act)), (open, () => open.Propose("x", false, act)),
                (open, () => open.SayWhyNot(OptionKinds.Adult, "x", act)), (open, () => open.TakePosition(Stance.Agree, null, null, act)),
                (open, () => open.SayWhyNothingOf(_table.Circle, ChildNumber, "x", _table.Mother.By.Number, act)),
                (open, () => open.SayWhatGetsLess(SideEffects.Bed, null, false, act)),
                (open, () => open.Close(_table.Circle, [], null, null, null, null, act)), (open, () => open.ChooseReaders(_table.Circle, Audience.OnlyMe, act)),
                (open, () => open.AskAlong(_table.Circle, OfChild, [], act)), (open, () => Way(open, act)), (open, () => open.TakeBack(act)),
                (option, () => option.ChooseReaders(_table.Circle, Audience.OnlyMe, act)),
                (closed, () => closed.LookBackOn(new Dictionary<LookBackAsk, string?>(), true, act)),
                (closed, () => closed.LookBackLater(Later, act)),
            })
            {
                var before = on.Traces.Count;
                Table.Refuses(CommonRules.ProofFits, deed);
                Assert.Equal(before, on.Traces.Count);
            }
        }
    }

    [Fact]
    public void Whatever_is_done_with_a_decision_is_in_the_trail_R6()
    {
        var open = Asked(_table.Mother, SeatSet.Of(_table.Grandmother.By.Number));
        Assert.Equal(Deed.Laid, Assert.Single(open.Traces).Deed);
        Assert.Equal(Deed.Laid, Assert.Single(Way(open, _table.Grandmother).Traces).Deed);
        Leaves(Deed.AudienceChanged, open, () => open.AskAlong(_table.Circle, OfChild, [], _table.Mother));
        Leaves(Deed.DecisionHelped, open, () => open.Help(Aid.Views, "x", null, null, [], _table.Mother));
        Leaves(Deed.StepProposed, open, () => open.Propose("x", false, _table.Mother));
        Leaves(Deed.OptionLacked, open, () => open.SayWhyNot(OptionKinds.Adult, "x", _table.Mother));
        Leaves(Deed.PositionTaken, open, () => open.TakePosition(Stance.Agree, null, null, _table.Child));
        Leaves(Deed.VoiceMissingSaid, open, () => open.SayWhyNothingOf(_table.Circle, ChildNumber, "x", _table.Mother.By.Number, _table.Mother));
        Leaves(Deed.SideEffectTold, open, () => open.SayWhatGetsLess(SideEffects.Bed, null, false, _table.Child));
        Leaves(Deed.DecisionClosed, open, () => open.Close(_table.Circle, [], null, null, null, null, _table.Mother));
        Leaves(Deed.LookedBack, open, () => open.LookBackOn(new Dictionary<LookBackAsk, string?>(), true, _table.Child));
        Leaves(Deed.LookBackMoved, open, () => open.LookBackLater(Later, _table.Child));
        var justAsked = Asked(_table.Mother);
        Leaves(Deed.Vanished, justAsked, () => justAsked.TakeBack(_table.Mother));
        Assert.Equal("", string.Concat(justAsked.Said));
    }

    [Fact]
    public void Whatever_is_done_with_what_is_not_known_or_looked_at_together_needs_a_proof_that_fits_R6()
    {
        foreach (var act in new[] { _table.ReadsOnly, new Table().Mother })
        {
            Table.Refuses(CommonRules.ProofFits, () => Unknown(act));
            Table.Refuses(CommonRules.ProofFits, () => Looked(act));
            var page = Unknown(_table.Mother);
            var known = Unknown(_table.Mother);
            known.Know("x", _table.Mother);
            var incident = Looked(_table.Mother);
            foreach (var (on, deed) in new (Contribution, Action)[]
            {
                (page, () => page.Say(_table.Circle, NotKnownPart.Near, "x", Reply.Words, null, act)), (page, () => page.Know("x", act)),
                (page, () => page.LookAgainAt(Later, act)), (page, () => page.Leave(act)), (page, () => page.ChooseReaders(_table.Circle, Audience.OnlyMe, act)),
                (page, () => page.SayWhyNothingOf(_table.Circle, ChildNumber, "x", _table.Mother.By.Number, act)), (page, () => page.TakeBack(act)),
                (known, () => known.StillNotKnow(null, act)), (incident, () => Telling(incident, act)),
                (incident, () => incident.LayWithIt([Worried(_table.Mother)], false, act)), (incident, () => incident.SayMayLearn(MayLearn.No, null, act)),
            })
            {
                var before = on.Traces.Count;
                Table.Refuses(CommonRules.ProofFits, deed);
                Assert.Equal(before, on.Traces.Count);
            }
        }

        // Who may not read it, does nothing with it.
        var own = NotKnown.Begin(_table.Circle, "x", null, SeatSet.None, Audience.OnlyMe, _table.Mother);
        Table.Refuses(CommonRules.ProofFits, () => own.Leave(_table.Grandmother));
        Table.Refuses(CommonRules.ProofFits, () => own.Know("x", _table.Guest));
    }

    [Fact]
    public void Whatever_is_done_with_what_is_not_known_or_looked_at_together_is_in_the_trail_R6()
    {
        var page = Unknown(_table.Mother);
        Assert.Equal(Deed.Laid, Assert.Single(page.Traces).Deed);
        Leaves(Deed.NotKnownSaid, page, () => page.Say(_table.Circle, NotKnownPart.Near, "x", Reply.Words, null, _table.Grandmother));
        Leaves(Deed.VoiceMissingSaid, page, () => page.SayWhyNothingOf(_table.Circle, ChildNumber, "x", _table.Mother.By.Number, _table.Mother));
        Leaves(Deed.LookAgainChosen, page, () => page.LookAgainAt(Later, _table.Child));
        Leaves(Deed.LetBe, page, () => page.Leave(_table.Child));
        Leaves(Deed.BecameKnown, page, () => page.Know("x", _table.Guest));
        Leaves(Deed.BecameKnown, page, () => page.StillNotKnow(null, _table.Child));
        var incident = Looked(_table.Mother);
        Assert.Equal(Deed.Laid, Assert.Single(incident.Traces).Deed);
        Leaves(Deed.IncidentTold, incident, () => Telling(incident, _table.Child));
        Leaves(Deed.IncidentThingLaid, incident, () => incident.LayWithIt([Worried(_table.Mother)], false, _table.Guest));
        Leaves(Deed.LearningConsentSaid, incident, () => incident.SayMayLearn(MayLearn.No, null, _table.Child));
        Leaves(Deed.TakenBack, incident, () => incident.TakeBack(_table.Mother));
    }

    private NotKnown Unknown(Act act) => NotKnown.Begin(_table.Circle, "x", null, SeatSet.None, Audience.Everyone, act);

    private Incident Looked(Act act) => Incident.Begin(_table.Circle, IncidentKind.WentWrong, "x", null, SeatSet.None, Audience.Everyone, act);

    private void Telling(Incident incident, Act act) =>
        incident.Tell(_table.Circle, new Dictionary<IncidentAsk, string?> { [IncidentAsk.Happened] = "x" }, Reply.Words, act);

    private static void Leaves(Deed deed, Contribution on, Action act)
    {
        var before = on.Traces.Count;
        act();
        var trace = Assert.Single(on.Traces.Skip(before));
        Assert.Equal((deed, on.Id.Value), (trace.Deed, trace.Subject));
    }

    private SeatNumber ChildNumber => _table.Child.By.Number;

    private Decision Asked(Act act, SeatSet takers = default) =>
        Decision.Open(_table.Circle, "Gaan we?", "Ja.", false, null, SeatSet.None, takers, null, act);

    private DecisionOption Way(Decision under, Act act) =>
        DecisionOption.Lay(_table.Circle, under, Decisions.Deciding.Parts("Een andere weg."), act);

    private GoodThing Good(Act act) => GoodThing.Lay(_table.Circle, "We lachten veel.", SeatSet.None, Audience.Everyone, act);

    private Worry Worried(Act act) => Worry.Lay(_table.Circle, "Ik maak me zorgen.", SeatSet.None, null, Audience.Everyone, act);

    private Agreement Agreed(Act act) => Agreement.Lay(
        _table.Circle, "Oma haalt op.", SeatSet.Of(_table.Mother.By.Number), null, null, null, Audience.Everyone, act);

    private IReadOnlyList<Func<Act, Contribution>> Plans() =>
    [
        act => Goal.Lay(_table.Circle, "x", "y", null, null, Audience.Everyone, act), Agreed, act => Advice.Lay(_table.Circle, "x", "y", SeatSet.None, Audience.Everyone, act),
        act => NotSafe.Lay(_table.Circle, "x", Audience.Everyone, act), act => Condition.Lay(_table.Circle, "x", "y", "z", SeatSet.None, Audience.Everyone, act),
    ];

    private Wish Wished() => Wish.Lay(_table.Circle, "Ik wil naar oma.", SeatSet.None, Audience.Everyone, _table.Child);

    private View Seen(Act act) => View.Lay(_table.Circle, ChildSeat, "Goed.", false, null, false, null, null, Audience.Everyone, act);

    private Statement Said(string words, Act act, Contribution? under = null, SeatSet about = default, Audience? audience = null) => Statement.Lay(
        _table.Circle, words, new Source(Knowing.WasThere, null, null), about, null, under, audience ?? Audience.Everyone, act);

    private Statement Told(Act act, string teller) => Statement.Lay(
        _table.Circle, "gehoord", new Source(Knowing.WasTold, _table.Circle.Seats.Single(seat => seat.Name == teller).Number, null), SeatSet.None, null, null,
        Audience.Everyone, act);
}
