using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Views;
using Keukentafel.Domain.Wishes;

namespace Keukentafel.Domain.Tests.NotKnowing;

/// <summary>A page for what people do not know. Not knowing is a full outcome, and nothing heavier follows from it by itself.</summary>
public sealed class NotKnownTests
{
    private readonly Table _table = new();

    private SeatNumber Child => _table.Child.By.Number;

    private DateOnly Today => Netherlands.DayOf(_table.Now);

    [Fact]
    public void Anybody_begins_a_page_and_nothing_has_to_be_filled_in_R85_R150_INV53()
    {
        foreach (var act in new[] { _table.Mother, _table.Child, _table.Grandmother, _table.Guest })
        {
            var page = Begun(act, " ");
            Assert.Null(page.Words);
            Assert.False(page.IsKnown);
            Assert.Equal(SeatSet.Of(Child), page.About);
        }

        // What a guest writes about a child, that child can read.
        Assert.True(NotKnown.Begin(_table.Circle, "x", null, SeatSet.None, Audience.OnlyMe, _table.Guest).MayBeReadBy(_table.Child.By));
        Assert.False(NotKnown.Begin(_table.Circle, "x", null, SeatSet.None, Audience.OnlyMe, _table.Grandmother).MayBeReadBy(_table.Child.By));
    }

    [Fact]
    public void A_page_begins_from_every_place_where_somebody_says_not_to_know_R84()
    {
        var circle = _table.Circle;
        var view = View.Lay(circle, _table.Child.By.Id, null, true, null, false, null, null, Audience.Everyone, _table.Mother);
        var wish = Wish.Lay(circle, "Ik wil naar huis.", SeatSet.None, Audience.Everyone, _table.Child);
        wish.PromiseAnswer(_table.Mother);
        Assert.False(NotKnown.IsSaidIn(wish));
        wish.AnswerWish(null, true, true, null, _table.Mother);
        var chosen = Decision.Open(circle, "Gaan we?", null, true, null, SeatSet.None, SeatSet.None, null, _table.Mother);
        var looked = Decision.Open(circle, "Gaan we?", "Ja.", false, null, SeatSet.None, SeatSet.None, null, _table.Mother);
        looked.Close(circle, [], null, null, null, null, _table.Mother);
        Assert.False(NotKnown.IsSaidIn(looked));
        looked.LookBackOn(new Dictionary<LookBackAsk, string?>(), true, _table.Child);
        var agreed = Agreement.Lay(circle, "Soep.", SeatSet.Of(Child), null, null, null, Audience.Everyone, _table.Mother);
        Assert.False(NotKnown.IsSaidIn(agreed));
        agreed.TakePosition(Stance.Unsure, null, null, _table.Child);
        foreach (var said in new Contribution[] { view, wish, chosen, looked, agreed })
        {
            Assert.True(NotKnown.IsSaidIn(said));
            Assert.Equal(said.Id, NotKnown.Begin(circle, null, said, SeatSet.None, Audience.Everyone, _table.Grandmother).From);
        }

        var own = View.Lay(circle, _table.Child.By.Id, null, true, null, true, null, null, Audience.OnlyMe, _table.Mother);
        Table.Refuses(CommonRules.ProofFits, () => NotKnown.Begin(circle, null, own, SeatSet.None, Audience.Everyone, _table.Grandmother));
    }

    [Theory]
    [InlineData(NotKnownPart.Idea)]
    [InlineData(NotKnownPart.SmallStep)]
    public void Ideas_of_others_wait_until_child_and_parents_were_asked_R87_INV55(NotKnownPart part)
    {
        var page = Begun(_table.Guest);
        Table.Refuses(FamilyFirstRules.FamilyFirst, () => Say(page, part, "Een plan.", _table.Guest));
        Assert.Equal(["Amir", "Esra"], page.FamilyBefore(_table.Circle, _table.Grandmother.By).Select(seat => seat.Name));
        Say(page, NotKnownPart.Idea, "Samen fietsen.", _table.Child);
        Table.Refuses(FamilyFirstRules.FamilyFirst, () => Say(page, part, "Een plan.", _table.Grandmother));

        // A parent waits for nobody.
        page.Say(_table.Circle, NotKnownPart.Idea, null, Reply.DontKnow, null, _table.Mother);
        Say(page, part, "Een plan.", _table.Grandmother);
        Say(page, part, "Nog een plan.", _table.Guest);
        Assert.Equal("Samen fietsen.", page.SaidOf(NotKnownPart.Idea, _table.Circle).First().Words);
    }

    [Fact]
    public void Not_now_is_an_answer_and_so_is_why_there_is_nothing_and_who_asks_N27_R87()
    {
        var page = Begun(_table.Guest);
        page.Say(_table.Circle, NotKnownPart.Idea, null, Reply.Later, null, _table.Mother);
        page.SayWhyNothingOf(_table.Circle, Child, "Hij is op kamp.", _table.Grandmother.By.Number, _table.Mother);
        Say(page, NotKnownPart.Idea, "Een plan.", _table.Guest);
        Assert.Equal("Amir", Assert.Single(page.NotHeard(_table.Circle)).Name);

        // It is said of who is asked first, by somebody else, and who asks is another.
        Table.Refuses(FamilyFirstRules.SaysOfWhom, () => page.SayWhyNothingOf(_table.Circle, _table.Grandmother.By.Number, "x", Child, _table.Mother));
        Table.Refuses(FamilyFirstRules.SaysOfWhom, () => page.SayWhyNothingOf(_table.Circle, Child, "x", Child, _table.Mother));
        Table.Refuses(FamilyFirstRules.SaysOfWhom, () => page.SayWhyNothingOf(_table.Circle, Child, "x", _table.Mother.By.Number, _table.Child));
        Table.Refuses(CommonRules.InWords, () => page.SayWhyNothingOf(_table.Circle, Child, " ", _table.Mother.By.Number, _table.Mother));
    }

    [Fact]
    public void A_parent_who_may_not_read_it_is_not_waited_for_and_a_child_always_is_R87()
    {
        var page = NotKnown.Begin(_table.Circle, "x", null, SeatSet.None, Audience.These(SeatSet.Of(_table.Guest.By.Number)), _table.Grandmother);
        Assert.Equal(["Amir"], page.FamilyBefore(_table.Circle, _table.Guest.By).Select(seat => seat.Name));
    }

    [Fact]
    public void What_else_is_said_waits_for_nobody_and_an_empty_answer_is_none_R85()
    {
        var page = Begun(_table.Guest);
        foreach (var part in Enum.GetValues<NotKnownPart>().Where(part => !NotKnown.AsksFamilyFirst(part)))
        {
            Say(page, part, "Woorden.", _table.Guest);
            Table.Refuses(CommonRules.InWords, () => Say(page, part, " ", _table.Guest));
            Assert.Equal("Woorden.", Assert.Single(page.SaidOf(part, _table.Circle)).Words);
        }

        // Who stays near can be named without more words; in another part nobody is named, and a reply without words is only for an idea.
        page.Say(_table.Circle, NotKnownPart.Near, null, Reply.Words, _table.Grandmother.By.Number, _table.Mother);
        Assert.Equal(_table.Grandmother.By.Number, page.SaidOf(NotKnownPart.Near, _table.Circle).Last().Who);
        page.Say(_table.Circle, NotKnownPart.RatherNot, "x", Reply.Words, Child, _table.Mother);
        Assert.Null(page.SaidOf(NotKnownPart.RatherNot, _table.Circle).Last().Who);
        Table.Refuses(CommonRules.InWords, () => page.Say(_table.Circle, NotKnownPart.Near, null, Reply.Later, null, _table.Mother));
        Table.Refuses(CircleRules.SitsHere, () => page.Say(_table.Circle, NotKnownPart.Near, null, Reply.Words, new SeatNumber(40), _table.Mother));
    }

    [Fact]
    public void It_becomes_known_in_somebodys_words_and_opens_again_for_who_does_not_know_it_R85()
    {
        var page = Begun(_table.Mother);
        Table.Refuses(CommonRules.OnlyOnce, () => page.StillNotKnow(null, _table.Child));
        Table.Refuses(CommonRules.InWords, () => page.Know(" ", _table.Mother));
        page.Know("Het komt door de nachten.", _table.Mother);
        Assert.True(page.IsKnown);
        Assert.Equal((_table.Mother.By.Number, "Het komt door de nachten."), page.Additions.OfType<NowKnown>().Select(known => (known.By, known.Words)).Single());
        page.StillNotKnow("Ik snap het niet.", _table.Child);
        Assert.False(page.IsKnown);
        Assert.Contains("Het komt door de nachten.", page.Said);
    }

    [Fact]
    public void No_time_no_silence_and_no_not_knowing_moves_it_anywhere_R86_INV54_N26()
    {
        var page = Begun(_table.Mother);
        page.LookAgainAt(Today.AddDays(7), _table.Mother);
        page.Say(_table.Circle, NotKnownPart.Idea, null, Reply.DontKnow, null, _table.Child);
        page.Leave(_table.Mother);
        var incident = Incident.Begin(_table.Circle, IncidentKind.Standstill, "x", null, SeatSet.None, Audience.Everyone, _table.Mother);
        var before = (page.IsKnown, page.Additions.Count, page.Audience, page.Words, incident.Additions.Count, incident.Kind);

        // However long it lies: the day that came asks a question of whoever looks, and that is all.
        Assert.False(page.AsksToLook(Today.AddDays(6)));
        Assert.True(page.AsksToLook(Today.AddDays(7)));
        Assert.True(page.AsksToLook(Today.AddYears(10)));
        Assert.Equal(before, (page.IsKnown, page.Additions.Count, page.Audience, page.Words, incident.Additions.Count, incident.Kind));

        // Nothing on the types takes a moment but with a proof of who acts; and there is nothing heavier on them to move to.
        foreach (var type in new[] { typeof(NotKnown), typeof(Incident), typeof(FamilyFirst) })
        {
            var clocks = type.GetMethods()
                .Where(method => method.GetParameters().Any(given => Clock(given.ParameterType)) && method.GetParameters().All(given => given.ParameterType != typeof(Act)))
                .Select(method => method.Name).Distinct().Except([nameof(Contribution.HasNewsFor), nameof(Contribution.IsSlipOf)]).Order();
            Assert.Equal(type == typeof(NotKnown) ? [nameof(NotKnown.AsksToLook)] : type == typeof(Incident) ? [nameof(Incident.IsOfThen)] : [], clocks);
            Assert.DoesNotContain(type.GetProperties(), property => property.PropertyType == typeof(HeavyStep) || property.PropertyType == typeof(HeavyStep?));
        }

        static bool Clock(Type type) => type == typeof(DateOnly) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan);
    }

    [Fact]
    public void The_day_to_look_again_is_to_come_and_goes_quiet_when_anybody_looked_R85_R86()
    {
        var page = Begun(_table.Mother);
        Table.Refuses(DecisionRules.DayToCome, () => page.LookAgainAt(Today, _table.Mother));
        Table.Refuses(DecisionRules.DayToCome, () => page.LookAgainAt(null, _table.Mother));
        page.LookAgainAt(Today.AddDays(1), _table.Mother);
        while (Today < page.LookAgainOn)
        {
            // The clock of the table goes a minute with each act.
            _ = _table.Mother;
        }

        Assert.True(page.AsksToLook(Today));
        page.Leave(_table.Child);
        Assert.False(page.AsksToLook(Today));
    }

    [Fact]
    public void Who_said_something_is_not_left_out_later_and_stays_readable_when_the_first_words_go_D7()
    {
        var page = Begun(_table.Mother, "Waarom slaapt hij niet?");
        Say(page, NotKnownPart.Near, "Ik bel elke dag.", _table.Grandmother);
        page.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Mother);
        Assert.True(page.MayBeReadBy(_table.Grandmother.By));
        Assert.False(page.MayBeReadBy(_table.Guest.By));
        page.TakeBack(_table.Mother);
        Assert.Equal(["Ik bel elke dag."], page.Said);
        Table.Refuses(CommonRules.StillOnTheTable, () => Say(page, NotKnownPart.Near, "x", _table.Grandmother));
    }

    private NotKnown Begun(Act act, string? words = "Waarom slaapt hij slecht?") =>
        NotKnown.Begin(_table.Circle, words, null, SeatSet.None, Audience.Everyone, act);

    private void Say(NotKnown page, NotKnownPart part, string words, Act act) => page.Say(_table.Circle, part, words, Reply.Words, null, act);
}
