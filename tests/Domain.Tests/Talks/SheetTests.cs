using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Talks;

public sealed class SheetTests
{
    private readonly Table _table = new();
    private readonly Talk _talk;

    public SheetTests()
    {
        _talk = Talk.Plan(_table.Circle, null, null, null, null, SeatSet.None, _table.Mother);
        _talk.Begin(_table.Circle, SeatSet.Of(_table.Circle.Seats.Select(seat => seat.Number)), _table.Mother);
    }

    [Fact]
    public void Agreeing_is_one_of_four_equal_answers_and_a_no_needs_no_reason_R74_D8()
    {
        var sentence = Laid(SheetPart.Together, _table.Mother);
        sentence.TakePosition(Stance.Disagree, null, null, _table.Child);
        sentence.TakePosition(Stance.Unsure, null, null, _table.Grandmother);
        sentence.TakePosition(Stance.AgreeBut, "niet elke dag", null, _table.Guest);
        sentence.TakePosition(Stance.Agree, null, null, _table.Mother);
        Assert.Equal(
            [Stance.Disagree, Stance.Unsure, Stance.AgreeBut, Stance.Agree], sentence.Positions.Select(position => position.Stance));
        Table.Refuses(ProposalRules.SaysWhere, () => sentence.TakePosition(0, "x", null, _table.Mother));
        Table.Refuses(ProposalRules.SaysWhere, () => sentence.TakePosition((Stance)5, "x", null, _table.Mother));
    }

    [Fact]
    public void A_changed_position_keeps_the_earlier_one_INV49()
    {
        var sentence = Laid(SheetPart.GoodEnough, _table.Mother);
        sentence.TakePosition(Stance.Disagree, "Te vroeg.", "wel graag: acht uur", _table.Child);
        sentence.TakePosition(Stance.Agree, null, null, _table.Mother);
        sentence.TakePosition(Stance.AgreeBut, "Nu wel.", null, _table.Child);
        Assert.Equal([_table.Child.By.Number, _table.Mother.By.Number], sentence.Positions.Select(position => position.By));
        Assert.Equal(Stance.AgreeBut, sentence.PositionOf(_table.Child.By.Number)!.Stance);
        var earlier = Assert.Single(sentence.EarlierPositionsOf(_table.Child.By.Number));
        Assert.Equal((Stance.Disagree, "Te vroeg.", "wel graag: acht uur"), (earlier.Stance, earlier.Words, earlier.Rather));
        Assert.Contains("Te vroeg.", sentence.Said);
        Assert.Contains("wel graag: acht uur", sentence.Said);
        Assert.Null(sentence.PositionOf(_table.Guest.By.Number));
    }

    [Fact]
    public void Who_may_not_read_it_takes_no_position_and_is_given_none()
    {
        _talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(_table.Mother.By.Number, _table.Child.By.Number), 0, null, _table.Mother);
        var sentence = Laid(SheetPart.Together, _table.Mother);
        Table.Refuses(CommonRules.ProofFits, () => sentence.TakePosition(Stance.Agree, null, null, _table.Guest));
        Table.Refuses(CommonRules.ProofFits, () => sentence.TakePosition(Stance.Agree, null, null, _table.ReadsOnly));
        _talk.SayWhoIsPresent(
            _table.Circle, SeatSet.Of(_table.Mother.By.Number, _table.Guest.By.Number), 0, null, _table.Mother);
        var asGuest = _talk.Speak(_table.Circle, _table.Guest.By.Id, TalkAsk.Sheet, null, false, _table.Mother);
        Table.Refuses(CommonRules.ProofFits, () => sentence.TakePosition(Stance.Agree, null, null, asGuest));
        Assert.Empty(sentence.Positions);
    }

    [Fact]
    public void A_mug_set_down_on_the_shared_screen_is_the_tellers_and_says_who_pressed()
    {
        var sentence = Laid(SheetPart.Together, _table.Mother);
        sentence.TakePosition(Stance.Agree, null, null, _talk.Speak(_table.Circle, _table.Child.By.Id, TalkAsk.Sheet, null, false, _table.Mother));
        sentence.TakePosition(Stance.Agree, null, null, _table.Guest);
        Assert.Equal(
            [(_table.Child.By.Number, _table.Mother.By.Number), (_table.Guest.By.Number, (SeatNumber?)null)],
            sentence.Positions.Select(position => (position.By, position.WrittenBy)));

        // What another pressed is no answer of theirs: they are asked until they say it themselves.
        Assert.Equal([true, false], new[] { _table.Child, _table.Guest }.Select(who => sentence.AsksPositionOf(who.By.Number)));
        sentence.TakePosition(Stance.Disagree, null, null, _table.Child);
        Assert.False(sentence.AsksPositionOf(_table.Child.By.Number));

        // And a no that somebody said themselves is not written over by who holds the pen (D8, T20).
        Table.Refuses(
            ProposalRules.SaidThemselves,
            () => sentence.TakePosition(Stance.Agree, null, null, _talk.Speak(_table.Circle, _table.Child.By.Id, TalkAsk.Sheet, null, false, _table.Mother)));
        Assert.True(sentence.HasDissent);
        Assert.True(sentence.AsksPositionOf(_table.ReadsOnly.By.Number));

        // Nor on a screen on the table that they began themselves: anybody presses there.
        sentence.TakePosition(Stance.Disagree, null, null, _table.Mother);
        Table.Refuses(
            ProposalRules.SaidThemselves,
            () => sentence.TakePosition(Stance.Agree, null, null, _talk.Speak(_table.Circle, _table.Mother.By.Id, TalkAsk.Sheet, null, true, _table.Mother)));
    }

    [Fact]
    public void What_somebody_does_not_agree_with_is_not_seen_together_INV24_INV25_R47()
    {
        var sentence = Laid(SheetPart.Together, _table.Mother);
        sentence.TakePosition(Stance.AgreeBut, "soms", null, _table.Guest);
        Assert.Equal(SheetPart.Together, sentence.StandsIn);
        sentence.TakePosition(Stance.Disagree, null, null, _table.Child);
        Assert.Equal((SheetPart.Together, SheetPart.Differently), (sentence.Part, sentence.StandsIn));
        sentence.TakePosition(Stance.Agree, null, null, _table.Child);
        Assert.Equal(SheetPart.Together, sentence.StandsIn);
        var enough = Laid(SheetPart.GoodEnough, _table.Mother);
        enough.TakePosition(Stance.Disagree, null, null, _table.Child);
        Assert.Equal(SheetPart.GoodEnough, enough.StandsIn);
    }

    [Fact]
    public void A_sheet_is_joint_only_with_a_child_or_who_it_chose_and_a_parent_INV23_N12()
    {
        var byMother = Laid(SheetPart.Together, _table.Mother);
        Assert.False(Sheet(byMother).IsJoint);
        byMother.TakePosition(Stance.Agree, null, null, _table.Guest);
        Assert.False(Sheet(byMother).IsJoint);
        _talk.ChooseSpokesperson(_table.Circle, _table.Guest.By.Id, _table.Child);
        Assert.True(Sheet(byMother).IsJoint);
        _talk.ChooseSpokesperson(_table.Circle, null, _table.Child);
        byMother.TakePosition(Stance.Disagree, null, null, _table.Child);
        Assert.True(Sheet(byMother).IsJoint);
        var byChild = Laid(SheetPart.Unknown, _table.Child);
        byChild.TakePosition(Stance.Agree, null, null, _table.Guest);
        Assert.False(Sheet(byChild).IsJoint);
        Assert.Equal(SeatSet.Of(_table.Child.By.Number, _table.Guest.By.Number), Sheet(byChild).Makers);
        byMother.TakeBack(_table.Mother);
        Assert.Equal(SeatSet.None, Sheet(byMother).Makers);
        Assert.False(Sheet().IsJoint);
    }

    [Fact]
    public void Who_types_what_others_would_have_said_makes_no_joint_sheet_of_it_INV23_N12_N14()
    {
        var forged = SheetSentence.Lay(
            _table.Circle, _talk, SheetPart.GoodEnough, "Ik drink te veel.", null, null,
            _talk.Speak(_table.Circle, _table.Mother.By.Id, TalkAsk.Sheet, null, false, _table.Guest));
        forged.TakePosition(Stance.Agree, null, null, _talk.Speak(_table.Circle, _table.Child.By.Id, TalkAsk.Sheet, null, false, _table.Guest));
        var sheet = Sheet(forged);
        Assert.Equal((SeatSet.None, SeatSet.Of(_table.Mother.By.Number, _table.Child.By.Number), false), (sheet.Makers, sheet.NotReadBack, sheet.IsJoint));
        forged.ReadBack(_table.Mother);
        Assert.False(Sheet(forged).IsJoint);
        forged.TakePosition(Stance.Disagree, null, null, _table.Child);
        Assert.True(Sheet(forged).IsJoint);
        Assert.Equal(SeatSet.None, Sheet(forged).NotReadBack);
    }

    [Fact]
    public void Where_others_said_where_they_stand_it_stays_for_who_reads_it_R12_INV49()
    {
        var act = Says(_table.Mother);
        var agreement = Agreement.Lay(_table.Circle, "Oma haalt op.", SeatSet.Of(_table.Mother.By.Number), null, null, null, act.Listeners!.Value, act);
        var fewer = Audience.These(SeatSet.Of(_table.Child.By.Number));
        agreement.ChooseReaders(_table.Circle, Audience.GrownUps, _table.Mother);
        agreement.ChooseReaders(_table.Circle, fewer, _table.Mother);
        agreement.TakePosition(Stance.AgreeBut, "Als papa het niet hoort.", null, _table.Child);
        foreach (var more in new[] { Audience.Everyone, Audience.GrownUps, Audience.These(SeatSet.Of(_table.Child.By.Number, _table.Guest.By.Number)) })
        {
            Table.Refuses(ProposalRules.ReadersStay, () => agreement.ChooseReaders(_table.Circle, more, _table.Mother));
        }

        // Nor fewer: a no is hidden from nobody who could read it (INV-49, T20).
        Table.Refuses(ProposalRules.ReadersStay, () => agreement.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Mother));
        Assert.False(agreement.MayBeReadBy(_table.Guest.By));
        agreement.ChooseReaders(_table.Circle, agreement.Audience, _table.Mother);
    }

    [Fact]
    public void What_another_typed_for_somebody_never_crowds_out_their_own_no_D8()
    {
        var sentence = Laid(SheetPart.GoodEnough, _table.Mother);
        var typed = _talk.Speak(_table.Circle, _table.Child.By.Id, TalkAsk.Sheet, null, false, _table.Guest);
        for (var i = 0; i < Contribution.MostADay; i++)
        {
            sentence.TakePosition(Stance.Agree, null, null, typed);
        }

        Table.Refuses(CommonRules.NotTooMuch, () => sentence.TakePosition(Stance.Agree, null, null, typed));
        for (var i = 0; i < Contribution.MostADay; i++)
        {
            sentence.TakePosition(Stance.Unsure, null, null, _table.Child);
        }

        Table.Refuses(CommonRules.NotTooMuch, () => sentence.TakePosition(Stance.Unsure, null, null, _table.Child));
        sentence.TakePosition(Stance.Disagree, null, null, _table.Child);
        Assert.True(sentence.HasDissent);
    }

    [Fact]
    public void Good_enough_holds_conditions_and_when_people_look_again_and_is_no_threshold_R48_INV31()
    {
        var sentence = SheetSentence.Lay(
            _table.Circle, _talk, SheetPart.GoodEnough, "Op tijd op school, vier van de vijf dagen.", "Als oma op dinsdag komt.", new DateOnly(2026, 12, 20),
            Says(_table.Mother));
        Assert.Equal(("Als oma op dinsdag komt.", new DateOnly(2026, 12, 20)), (sentence.Condition, sentence.LookAgain));
        Assert.Equal(["Op tijd op school, vier van de vijf dagen.", "Als oma op dinsdag komt."], sentence.Said);
        Assert.Equal(_table.Mother.By.Number, sentence.By);
        sentence.TakeBack(_table.Mother);
        Assert.Equal("", string.Concat(sentence.Said));
    }

    [Fact]
    public void Not_knowing_needs_no_words_and_every_other_part_does_N27_INV53()
    {
        var unknown = SheetSentence.Lay(_table.Circle, _talk, SheetPart.Unknown, " ", null, null, Says(_table.Child));
        Assert.Empty(unknown.Said);
        unknown.TakePosition(Stance.Agree, null, null, _table.Mother);
        Assert.True(Sheet(unknown).IsJoint);
        foreach (var part in Enum.GetValues<SheetPart>().Where(part => part != SheetPart.Unknown))
        {
            Table.Refuses(CommonRules.InWords, () => SheetSentence.Lay(_table.Circle, _talk, part, " ", null, null, Says(_table.Child)));
        }
    }

    [Fact]
    public void What_others_set_their_mugs_under_is_shown_to_no_others_R12_INV49()
    {
        _talk.SayWhoIsPresent(_table.Circle, SeatSet.Of(_table.Mother.By.Number, _table.Child.By.Number), 0, null, _table.Mother);
        var sentence = Laid(SheetPart.GoodEnough, _table.Mother);
        sentence.TakePosition(Stance.Disagree, "Alleen voor mama.", null, _table.Child);
        foreach (var wider in new[] { Audience.Everyone, Audience.GrownUps, Audience.These(SeatSet.Of(_table.Guest.By.Number)) })
        {
            Table.Refuses(TalkRules.ListenersOnly, () => sentence.ChooseReaders(_table.Circle, wider, _table.Mother));
        }

        Table.Refuses(ProposalRules.ReadersStay, () => sentence.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Mother));
        Assert.True(sentence.MayBeReadBy(_table.Child.By));
        Table.Refuses(TalkRules.AskedRead, () => _talk.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Mother));
        Table.Refuses(CommonRules.OwnOnly, () => _talk.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Guest));
    }

    [Fact]
    public void A_risk_people_dare_stands_with_the_names_of_who_dares_it_R81()
    {
        var dare = Laid(SheetPart.Dare, _table.Mother);
        dare.TakePosition(Stance.Agree, null, null, _table.Guest);
        Assert.Equal([(_table.Guest.By.Number, Stance.Agree)], dare.Positions.Select(position => (position.By, position.Stance)));
    }

    [Fact]
    public void A_sentence_lies_on_the_sheet_of_its_own_talk_and_has_words()
    {
        Table.Refuses(CommonRules.ProofFits, () => SheetSentence.Lay(_table.Circle, _talk, SheetPart.Together, "x", null, null, _table.Mother));
        var other = Talk.Plan(_table.Circle, null, null, null, null, SeatSet.None, _table.Mother);
        Table.Refuses(CommonRules.ProofFits, () => SheetSentence.Lay(_table.Circle, other, SheetPart.Together, "x", null, null, Says(_table.Mother)));
        Table.Refuses(CommonRules.InWords, () => SheetSentence.Lay(_table.Circle, _talk, SheetPart.Together, " ", null, null, Says(_table.Mother)));
        Table.Refuses(TalkRules.OwnQuestion, () => SheetSentence.Lay(_table.Circle, _talk, 0, "x", null, null, Says(_table.Mother)));
        Assert.All(_table.Circle.Seats, seat => Assert.False(Laid(SheetPart.Together, _table.Mother).MayBeAnsweredBy(seat)));
    }

    [Theory]
    [InlineData("Hij is altijd op tijd.", true)]
    [InlineData("Nooit meer ruzie", true)]
    [InlineData("100% veilig", true)]
    [InlineData("100 procent", true)]
    [InlineData("Honderd procent zeker", true)]
    [InlineData("She is never late", true)]
    [InlineData("Vier van de vijf dagen", false)]
    [InlineData("Hij eet 100 gram", false)]
    [InlineData("nooitgedacht", false)]
    [InlineData(null, false)]
    public void All_or_nothing_is_noticed_to_ask_what_is_good_enough_R49(string? words, bool asks) => Assert.Equal(asks, Absolutes.Asked(words));

    [Fact]
    public void An_agreement_says_who_and_what_and_neighbours_stand_in_the_same_list_R64_R150()
    {
        var act = Says(_table.Mother);
        Table.Refuses(PlanRules.SaysWho, () => Agreement.Lay(_table.Circle, "Amir wekken", SeatSet.None, " ", null, null, act.Listeners!.Value, act));
        Table.Refuses(CommonRules.InWords, () => Agreement.Lay(_table.Circle, " ", SeatSet.None, "de buurvrouw", null, null, act.Listeners!.Value, act));
        var neighbour = Agreement.Lay(_table.Circle, "Loopt mee naar school", SeatSet.None, "de buurvrouw", null, null, act.Listeners!.Value, act);
        Assert.Equal(("de buurvrouw", SeatSet.None), (neighbour.Others, neighbour.Who));
        var own = Agreement.Lay(
            _table.Circle, "Amir wekken", SeatSet.Of(_table.Grandmother.By.Number), null, "dan slaapt mama uit", new DateOnly(2026, 12, 20),
            Audience.OnlyMe, act);
        Assert.True(own.MayBeReadBy(_table.Grandmother.By));
        Assert.False(own.MayBeReadBy(_table.Guest.By));
        Assert.Equal(_talk.Id, own.Turn!.Talk);
        own.TakeBack(_table.Mother);
        Assert.Equal("", string.Concat(own.Said));
        Assert.Equal("", string.Concat(Emptied(neighbour).Said));
    }

    [Fact]
    public void What_another_wrote_down_as_somebodys_goes_when_they_were_not_there_and_what_they_said_themselves_stays_D31_D32()
    {
        var sentence = Laid(SheetPart.Together, _table.Mother);
        var (child, guest) = (_table.Child.By, _table.Guest.By);
        Act For(Seat who) => _talk.Speak(_table.Circle, who.Id, TalkAsk.Sheet, null, false, _table.Mother);
        sentence.TakePosition(Stance.Agree, null, null, For(child));
        sentence.TakePosition(Stance.Agree, null, null, For(guest));
        sentence.TakePosition(Stance.Disagree, "Niet waar.", null, Says(_table.Guest));
        var words = SheetSentence.Lay(_table.Circle, _talk, SheetPart.Together, "Ik wil bij papa wonen.", null, null, For(child));
        Contribution[] all = [sentence, words];

        // As long as it goes on nobody was not there.
        Assert.Empty(_talk.WrittenFor(child.Number, all));
        _talk.End(_table.Mother);
        Assert.Equal(all, _talk.WrittenFor(child.Number, all));
        Assert.Equal([sentence], _talk.WrittenFor(guest.Number, all));
        Assert.Empty(_talk.WrittenFor(_table.Mother.By.Number, all));
        Table.Refuses(TalkRules.WrittenDownAsThere, () => _talk.TakeAwayWritten(words, _table.Child));
        _talk.SayWhetherThere(false, _table.Child);
        _talk.SayWhetherThere(false, _table.Guest);
        foreach (var thing in all)
        {
            _talk.TakeAwayWritten(thing, _table.Child);
        }

        Assert.True(words.IsTakenBack);
        Assert.Null(sentence.PositionOf(child.Number));
        Assert.False(sentence.IsTakenBack);
        Assert.Equal(Deed.OwnPresenceSaid, sentence.Traces[^1].Deed);
        _talk.TakeAwayWritten(sentence, _table.Guest);
        Assert.Equal("Niet waar.", sentence.PositionOf(guest.Number)!.Words);
        Assert.Empty(sentence.EarlierPositionsOf(guest.Number));

        // What was said at another time than in this talk is none of it.
        _table.Pass(TimeSpan.FromHours(1));
        Assert.False(sentence.IsWrittenFor(child.Number, _table.Now, _table.Now.AddHours(1)));
    }

    private Agreement Emptied(Agreement agreement)
    {
        agreement.TakeBack(_table.Mother);
        return agreement;
    }

    private Act Says(Act act) => _talk.Speak(_table.Circle, act.By.Id, TalkAsk.Sheet, null, false, act);

    private SheetSentence Laid(SheetPart part, Act act) => SheetSentence.Lay(_table.Circle, _talk, part, "De ochtend is druk.", null, null, Says(act));

    private JointSheet Sheet(params IEnumerable<Proposal> lines) => JointSheet.Of(_table.Circle, _talk, lines);
}
