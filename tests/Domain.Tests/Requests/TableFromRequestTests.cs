using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Requests;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Tests.Requests;

/// <summary>From a request for help to a table of the family (P2, P12, R59, R97).</summary>
public sealed class TableFromRequestTests
{
    private static readonly DateTimeOffset Then = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    private static readonly Worth Worth = new()
    {
        Name = "Iemand anders",
        Does = "helpt met de ochtenden",
        Goal = "Rustige ochtenden.",
        Adds = "Ik kan meteen beginnen.",
        LookAgain = new DateOnly(2027, 1, 20),
    };

    private readonly LocalTeamId _team = LocalTeamId.New();
    private readonly TeamMember _samira;
    private readonly TeamMember _bram;
    private readonly PersonId _esra = PersonId.New();

    public TableFromRequestTests()
    {
        _samira = TeamMember.Of(PersonId.New(), _team, true);
        _bram = TeamMember.Of(PersonId.New(), _team, true);
    }

    [Fact]
    public void Who_asks_for_another_family_says_who_they_are_and_how_the_family_knows_R59()
    {
        var ask = Ask();
        Table.Refuses(RequestRules.SaysWhoAsks, () => ask.OnBehalf(AskedFor.Together, " ", null));
        Table.Refuses(RequestRules.WhoAsksFits, () => ask.OnBehalf(AskedFor.Together, new string('a', Words.Name + 1), null));
        Table.Refuses(RequestRules.FamilyKnows, () => ask.OnBehalf(AskedFor.Family, "juf", "\u200B"));
        Table.Refuses(RequestRules.HowKnownFits, () => ask.OnBehalf(AskedFor.Family, "juf", new string('a', Words.Brief + 1)));
        var known = ask.OnBehalf(AskedFor.Family, "juf Els", "Ik sprak hen gisteren.");
        Assert.Equal((AskedFor.Family, "juf Els", "Ik sprak hen gisteren."), (known.For, known.Who, known.HowKnown));
        Assert.Null(ask.OnBehalf(AskedFor.Together, "juf Els", "Zij zitten ernaast.").HowKnown);
        Assert.Null(ask.OnBehalf(AskedFor.Own, "Esra", null).Who);
    }

    [Fact]
    public void There_is_no_request_for_a_family_that_does_not_know_R5_R59()
    {
        Assert.Equal([AskedFor.Own, AskedFor.Together, AskedFor.Family], Enum.GetValues<AskedFor>());
        Table.Refuses(RequestRules.FamilyKnows, () => Ask().OnBehalf(null, "juf", "Ik zeg het later."));
        Table.Refuses(RequestRules.FamilyKnows, () => Ask().OnBehalf((AskedFor)4, "juf", "Ik zeg het later."));
    }

    [Fact]
    public void What_the_family_does_not_want_ends_and_goes_on_its_day_R59()
    {
        static HelpRequest ForThem(HelpRequest request) => request with { Ask = Ask().OnBehalf(AskedFor.Family, "juf", "Zij weten het.") };
        var no = ForThem(Offered()).FamilyDoesNotWant(Then.AddDays(3)).FamilyDoesNotWant(Then.AddDays(9));
        Assert.Equal(new DateOnly(2026, 12, 3).AddDays(HelpRequest.StaysAfterNo), no.GoesOn);
        Assert.Null(no.Offer);
        Assert.Null(no.WaitsSince);
        Assert.Null(ForThem(Asked()).FamilyDoesNotWant(Then).WaitsSince);

        // Of what somebody asked for themselves nobody says so: with a code that was found it would be ended in their name (T20).
        Table.Refuses(RequestRules.AskedForOthers, () => Asked().FamilyDoesNotWant(Then));
        Table.Refuses(RequestRules.NotWanted, () => no.Answer(_samira, "Samira", "06", "Toch?", Then));
        Table.Refuses(RequestRules.NotWanted, () => no.OfferTable(_samira, Worth, "Niets.", Then));
        Table.Refuses(RequestRules.NotWanted, () => no.Write("Toch?", true, Then));
        Assert.Null(no.HelpBegan(true, Then).HelpBeganAt);
        Assert.False(no.MayBecomeTable(Netherlands.DayOf(Then)));
    }

    [Fact]
    public void What_is_taken_back_with_the_code_alone_is_of_nobody_for_three_days_and_can_be_asked_after_all_T20()
    {
        var back = Offered().TakeBack(Then.AddDays(3)).TakeBack(Then.AddDays(9));
        Assert.Equal(new DateOnly(2026, 12, 3).AddDays(HelpRequest.StaysTakenBack), back.GoesOn);
        Assert.Null(Asked().TakeBack(Then).WaitsSince);
        Table.Refuses(RequestRules.StillThere, () => back.Answer(_samira, "Samira", "06", "Toch?", Then));
        Table.Refuses(RequestRules.StillThere, () => back.OfferTable(_samira, Worth, "Niets.", Then));
        Table.Refuses(RequestRules.NotTakenBack, () => back.Write("Toch?", true, Then));
        Assert.Null(back.HelpBegan(true, Then).HelpBeganAt);
        Assert.False(back.MayBecomeTable(Netherlands.DayOf(Then)));
        var again = Asked().TakeBack(Then.AddDays(1)).AskAfterAll();
        Assert.Equal(Asked().WaitsSince, again.WaitsSince);
        Assert.Equal(Asked().GoesOn, again.GoesOn);
    }

    [Fact]
    public void Help_that_did_not_begin_after_all_is_waited_for_again_R60_partly()
    {
        var asked = Asked().Answer(_samira, "Samira", "06", "Ik kom.", Then).Write("Graag.", true, Then.AddDays(1));
        var began = asked.HelpBegan(true, Then.AddDays(1));
        Assert.Null(began.WaitsSince);
        Assert.Equal(asked.WaitsSince, began.HelpDidNotBegin().WaitsSince);
    }

    [Fact]
    public void Who_offers_to_come_answered_before_and_says_what_anybody_says_who_joins_R96_INV59()
    {
        Table.Refuses(RequestRules.AnswersFirst, () => Asked().OfferTable(_samira, Worth, "Niets.", Then));
        var answered = Answered();
        Table.Refuses(RequestRules.AnswersFirst, () => answered.OfferTable(_bram, Worth, "Niets.", Then));
        Table.Refuses(RequestRules.StillThere, () => answered.OfferTable(TeamMember.Of(PersonId.New(), LocalTeamId.New(), true), Worth, "Niets.", Then));
        Table.Refuses(InvolvementRules.ForGoal, () => answered.OfferTable(_samira, Worth with { Goal = " " }, "Niets.", Then));
        Table.Refuses(InvolvementRules.AddsSomething, () => answered.OfferTable(_samira, Worth with { Adds = null }, "Niets.", Then));
        Table.Refuses(InvolvementRules.LooksAgain, () => answered.OfferTable(_samira, Worth with { LookAgain = Netherlands.DayOf(Then) }, "Niets.", Then));

        // By the name under which they answered, and no other.
        Assert.Equal("Samira", Offered().Offer!.Worth.Name);
    }

    [Fact]
    public void Who_offers_to_come_says_what_they_must_write_down_elsewhere_and_why_R125_partly()
    {
        Table.Refuses(RequestRules.SaysWritesDown, () => Answered().OfferTable(_samira, Worth, " ", Then));
        Table.Refuses(RequestRules.WritesDownFits, () => Answered().OfferTable(_samira, Worth, new string('a', Words.Brief + 1), Then));
        Assert.Equal("De dagen, voor mijn werk.", Offered().Offer!.WritesDown);
    }

    [Fact]
    public void One_person_offers_and_may_say_it_anew_or_take_it_back_R99_partly()
    {
        var offered = Offered();
        var both = offered.Answer(_bram, "Bram", "07", "Ik ook.", Then);
        Table.Refuses(RequestRules.OneOffer, () => both.OfferTable(_bram, Worth, "Niets.", Then));
        Table.Refuses(RequestRules.OfferStands, () => both.TakeOfferBack(_bram));
        Assert.Equal("Anders.", offered.OfferTable(_samira, Worth with { Goal = "Anders." }, "Niets.", Then).Offer!.Worth.Goal);
        Assert.NotNull(both.TakeOfferBack(_samira).OfferTable(_bram, Worth, "Niets.", Then).Offer);
    }

    [Fact]
    public void A_rather_not_needs_no_reason_is_not_asked_again_and_costs_nothing_D8()
    {
        var no = Offered().RatherNoTable(true, Then.AddDays(1)).RatherNoTable(true, Then.AddDays(2));
        Assert.Equal(Then.AddDays(1), no.Offer!.RatherNotAt);
        Table.Refuses(RequestRules.NoIsNo, () => no.OfferTable(_samira, Worth, "Niets.", Then));
        Table.Refuses(RequestRules.NoIsNo, () => no.Answer(_bram, "Bram", "07", "Ik ook.", Then).OfferTable(_bram, Worth, "Niets.", Then));
        Table.Refuses(RequestRules.OfferStands, () => no.TakeOfferBack(_samira));
        Assert.Equal(3, no.Answer(_samira, "Samira", "06", "Goed. Ik bel je.", Then).Write("Fijn.", true, Then).Said.Count);

        // Who said no may still say yes.
        Assert.True(no.MayBecomeTable(Netherlands.DayOf(Then)));
        Table.Refuses(RequestRules.OfferStands, () => Answered().RatherNoTable(true, Then));
    }

    [Fact]
    public void Without_an_offer_that_stands_and_a_yes_of_the_family_no_table_comes_of_it_R97_R125()
    {
        Table.Refuses(RequestRules.OfferStands, () => Begin(Answered()));
        Table.Refuses(RequestRules.OfferStands, () => Begin(Offered(), at: Then.AddDays(60)));
        var forThem = Offered() with { Ask = Ask().OnBehalf(AskedFor.Family, "juf", "Zij weten het.") };
        Table.Refuses(RequestRules.OfferStands, () => Begin(forThem.FamilyDoesNotWant(Then), ofFamily: true));
        Table.Refuses(RequestRules.OfferStands, () => Begin(Offered().TakeBack(Then)));
        Table.Refuses(RequestRules.FamilySaysYes, () => Begin(forThem));
        Assert.NotNull(Begin(forThem, ofFamily: true).Circle);
    }

    [Fact]
    public void Who_asked_hosts_the_table_and_who_offered_is_its_guest_with_stated_worth_R1_R97_INV56_INV58()
    {
        var circle = Begin(Offered()).Circle;
        var host = circle.SeatOf(_esra)!;
        var guest = circle.SeatOf(_samira.Person)!;
        Assert.Equal((SeatSide.Host, SeatSide.Guest), (host.Side, guest.Side));
        Assert.Equal(("Samira", "helpt met de ochtenden"), (guest.Name, guest.WhatTheyAre));
        var involvement = Assert.Single(circle.Involvements);
        Assert.True(circle.IsWelcome(involvement));
        Assert.Equal((host.Number, guest.Number), (involvement.By, involvement.Seat));
        Assert.Equal(("Rustige ochtenden.", "Ik kan meteen beginnen.", Then), (involvement.Worth.Goal, involvement.Worth.Adds, involvement.OfferedAt));
        Assert.Equal(WelcomeAnswer.Welcome, Assert.Single(involvement.Answers).Answer);
        Assert.NotNull(involvement.StartedAt);

        // What was said of how to reach them, and of what they write down, is not told again.
        var about = circle.AboutFor(guest.Number, host)!;
        Assert.Equal(("06", "De dagen, voor mijn werk."), (about.Reach, about.WritesDown));
        Assert.Null(circle.Admit(_samira.Person, Permission.Host, Then));
    }

    [Fact]
    public void A_young_child_who_asked_says_yes_too_and_who_offered_for_the_own_request_sits_down_once()
    {
        var young = Circle.Begin(
            Offered(), false, _esra, (person, at) => Circle.Start(person, "Amir", null, AgeGroup.Child, null, [], false, at), [], Then).Circle;
        Assert.True(young.IsWelcome(Assert.Single(young.Involvements)));
        Table.Refuses(CircleRules.OneSeatEach, () => Circle.Begin(Offered(), false, _samira.Person, Start, [], Then));
    }

    [Fact]
    public void How_many_days_help_took_stays_with_who_came_when_the_request_goes_R60()
    {
        int? DaysOf(HelpRequest request) => Assert.Single(Begin(request, at: Then.AddDays(4)).Circle.Involvements).DaysToHelp;
        Assert.Equal(4, DaysOf(Offered()));
        Assert.Equal(2, DaysOf(Offered().HelpBegan(true, Then.AddDays(2))));
    }

    [Fact]
    public void The_own_words_lie_there_each_as_what_it_is_for_whom_was_chosen_T20()
    {
        var begun = Begin(Offered(), brought:
        [
            new Brought(BroughtPart.WouldHelp, "Iemand in de ochtend.", BroughtFor.Helper), new Brought(BroughtPart.With, "Hulp bij geld.", BroughtFor.Everyone),
            new Brought(BroughtPart.MustNot, "Niet op school.", BroughtFor.Helper), new Brought(BroughtPart.Hard, "Ik slaap niet.", BroughtFor.OnlyMe),
            new Brought(BroughtPart.Reach, "bellen om tien uur", BroughtFor.Everyone),
        ]);
        var circle = begun.Circle;
        var (host, guest, child) = (circle.SeatOf(_esra)!, circle.SeatOf(_samira.Person)!, circle.Children.Single());
        Assert.Equal([typeof(Help), typeof(Help), typeof(Wish), typeof(Worry)], begun.Laid.Select(one => one.GetType()));
        var help = Assert.IsType<Help>(begun.Laid[0]);
        Assert.Equal(("Iemand in de ochtend.", host.Number), (help.Words, help.By));
        Assert.Equal((true, false), (help.MayBeReadBy(guest), help.MayBeReadBy(child)));
        Assert.True(begun.Laid[1].MayBeReadBy(child) && begun.Laid[1].MayBeReadBy(guest));
        Assert.False(begun.Laid[3].MayBeReadBy(guest));

        // How somebody is reached lies not on the table, and is never for everyone.
        Assert.Equal([host.Number], circle.ToldHowToReach(guest).Select(seat => seat.Number));
        Assert.Empty(circle.ToldHowToReach(child));
    }

    [Fact]
    public void What_is_left_out_is_not_brought_and_what_is_too_long_is_said()
    {
        Assert.Empty(Begin(Offered(), brought: [new Brought(BroughtPart.Hard, "Ik slaap niet.", BroughtFor.LeftOut), new Brought(BroughtPart.WouldHelp, " ", BroughtFor.Helper)]).Laid);
        Assert.Equal(BroughtFor.Helper, default(BroughtFor) + 1);
        Table.Refuses(CommonRules.NotTooLong, () => Begin(Offered(), brought: [new Brought(BroughtPart.Hard, new string('a', Words.Longest + 1), BroughtFor.OnlyMe)]));
    }

    private static HelpAsk Ask() => HelpAsk.Of("Iemand in de ochtend.", "Ik slaap niet.", [HelpKind.Money], [], "Niet op school.", "Esra", "bellen om tien uur");

    private static Circle Start(PersonId person, DateTimeOffset at) =>
        Circle.Start(person, "Esra", "mama", AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, at);

    private HelpRequest Asked() => HelpRequest.Of(_team, Ask(), Then);

    private HelpRequest Answered() => Asked().Answer(_samira, "Samira", "06", "Ik bel je.", Then);

    private HelpRequest Offered() => Answered().OfferTable(_samira, Worth, "De dagen, voor mijn werk.", Then);

    private TableFromRequest Begin(HelpRequest request, bool ofFamily = false, DateTimeOffset? at = null, IReadOnlyList<Brought>? brought = null) =>
        Circle.Begin(request, ofFamily, _esra, Start, brought ?? [], at ?? Then.AddHours(1));
}
