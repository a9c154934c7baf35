using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Decisions;

public sealed class DecisionTests
{
    private readonly Deciding _at = new();

    private Table Table => _at.Table;

    private Decision Heavy => _at.Heavy;

    [Fact]
    public void A_light_decision_needs_its_question_and_what_is_chosen_and_nothing_else_R73()
    {
        Table.Refuses(CommonRules.InWords, () => Light(null, "Ja."));
        Table.Refuses(DecisionRules.SaysWhat, () => Light("Gaan we zwemmen?", " "));
        var light = Light("Gaan we zwemmen?", "Ja, zaterdag.");
        Assert.False(light.IsHeavy);
        Assert.Empty(light.Gaps([]));
        light.Close(Table.Circle, [], null, null, null, null, Table.Mother);
        Assert.True(light.IsClosed);
    }

    [Fact]
    public void We_do_not_know_yet_is_a_full_outcome_and_asks_nothing_more_INV53()
    {
        var light = Light("Gaan we verhuizen?", null, unknown: true);
        light.Close(Table.Circle, [], null, null, null, null, Table.Mother);
        Assert.True(light is { IsClosed: true, IsUnknown: true });
        Heavy.Propose(null, true, Table.Guest);
        Heavy.TakePosition(Stance.Disagree, null, null, Table.Child);
        Heavy.TakePosition(Stance.Unsure, null, null, Table.Mother);
        _at.Close(Table.Guest);
        Assert.True(Heavy is { IsClosed: true, IsUnknown: true, Closing.Against: null });
    }

    [Theory]
    [InlineData(Aid.Network)]
    [InlineData(Aid.Kinds)]
    [InlineData(Aid.Views)]
    [InlineData(Aid.Dissent)]
    [InlineData(Aid.Standing)]
    [InlineData(Aid.Options)]
    [InlineData(Aid.Knowing)]
    [InlineData(Aid.Learning)]
    public void A_heavy_step_is_not_closed_while_one_of_the_nine_has_neither_words_nor_a_reason_R72(Aid missing)
    {
        _at.Ready(without: missing);
        if (missing == Aid.Options)
        {
            foreach (var kind in Decision.KindsOwed)
            {
                Heavy.SayWhyNot(kind, "Daar is niemand voor.", Table.Mother);
            }
        }

        Assert.Equal(new Gap(DecisionRules.EveryAid, missing), Assert.Single(Heavy.Gaps(_at.Options)));
        Table.Refuses(DecisionRules.EveryAid, () => _at.Close(Table.Mother));
        Table.Refuses(CommonRules.InWords, () => Heavy.Help(missing, " ", "\n", "", [], Table.Mother));
        Heavy.Help(missing, null, null, "Dat kan pas als oma er is.", [], Table.Grandmother);
        Assert.True(Heavy.Notes.Last().NotNow);
        _at.Close(Table.Mother);
        Assert.True(Heavy.IsClosed);
    }

    [Fact]
    public void Anybody_says_something_for_the_nine_and_it_stays_theirs_R72()
    {
        Heavy.Help(Aid.Knowing, "Hij slaapt slecht.", "Waar dat van komt.", "niet gebruikt", [], Table.Child);
        var note = Assert.Single(Heavy.Notes);
        Assert.Equal((_at.Child, "Hij slaapt slecht.", "Waar dat van komt.", false), (note.By, note.Words, note.NotKnown, note.NotNow));
        Heavy.Help(Aid.Views, "a", "wordt niet gevraagd", null, [], Table.Guest);
        Assert.Null(Heavy.Notes.Last().NotKnown);
    }

    [Fact]
    public void What_is_laid_with_it_is_kept_by_its_id_alone_and_only_by_who_may_read_it_R35()
    {
        var shown = Worry("Voor iedereen.", Audience.Everyone);
        var hidden = Worry("Alleen van mij.", Audience.OnlyMe);
        Table.Refuses(CommonRules.InWords, () => Heavy.Help(Aid.Kinds, null, null, "nu niet", [shown, hidden], Table.Mother));
        Heavy.Help(Aid.Kinds, "Dit hoort erbij.", null, null, [shown, hidden], Table.Mother);
        Assert.Equal([shown.Id, hidden.Id], Heavy.Additions.OfType<AidLink>().Select(link => link.Thing));
        Assert.DoesNotContain("Alleen van mij.", Heavy.Said);
        Table.Refuses(CommonRules.ProofFits, () => Heavy.Help(Aid.Kinds, "x", null, null, [hidden], Table.Guest));
        Heavy.Help(Aid.Kinds, "nog eens", null, null, [shown], Table.Guest);
        Assert.Equal(2, Heavy.Additions.OfType<AidLink>().Count());
    }

    [Theory]
    [InlineData(OptionKinds.Network)]
    [InlineData(OptionKinds.Adult)]
    [InlineData(OptionKinds.SupportOnly)]
    [InlineData(OptionKinds.NothingNew)]
    public void A_heavy_step_shows_other_ways_or_why_not_R77_INV46_INV47(OptionKinds kind)
    {
        _at.Ready(withoutKind: kind);
        _at.Lay("Amir gaat naar een pleeggezin.", OptionKinds.MovesChild, Table.Guest);
        Assert.Equal(new Gap(DecisionRules.OtherWays, Kind: kind), Assert.Single(Heavy.Gaps(_at.Options)));
        Table.Refuses(DecisionRules.OtherWays, () => _at.Close(Table.Mother));
        Table.Refuses(CommonRules.InWords, () => Heavy.SayWhyNot(kind, " ", Table.Mother));
        Table.Refuses(DecisionRules.SaysWhich, () => Heavy.SayWhyNot(OptionKinds.MovesChild, "x", Table.Mother));
        Heavy.SayWhyNot(kind, "Dat is al geprobeerd.", Table.Mother);
        _at.Close(Table.Mother);
        Assert.Equal("Dat is al geprobeerd.", Assert.Single(Heavy.Additions.OfType<OptionLack>()).Words);
    }

    [Fact]
    public void What_one_of_the_own_people_lays_is_a_way_of_the_network_and_what_was_taken_back_is_none_R77()
    {
        _at.Ready(withoutKind: OptionKinds.Network);
        var option = _at.Lay("Hij eet drie avonden bij mij.", OptionKinds.None, Table.Grandmother);
        Assert.Empty(Heavy.Gaps(_at.Options));
        option.TakeBack(Table.Grandmother);
        Assert.Equal(OptionKinds.Network, Assert.Single(Heavy.Gaps(_at.Options)).Kind);
    }

    [Fact]
    public void Nothing_of_a_child_needs_a_reason_and_who_will_ask_R15()
    {
        _at.Ready(childSpeaks: false, asksWhatIsLost: false);
        Assert.Contains(new Gap(DecisionRules.EveryChild, Child: _at.Child), Heavy.Gaps(_at.Options));
        Table.Refuses(CommonRules.InWords, () => Heavy.SayWhyNothingOf(Table.Circle, _at.Child, " ", Table.Mother.By.Number, Table.Mother));
        Table.Refuses(DecisionRules.SaysWhich, () => Heavy.SayWhyNothingOf(Table.Circle, _at.Child, "x", _at.Child, Table.Mother));
        Table.Refuses(DecisionRules.SaysWhich, () => Heavy.SayWhyNothingOf(Table.Circle, Table.Guest.By.Number, "x", _at.Child, Table.Mother));
        Heavy.SayWhyNothingOf(Table.Circle, _at.Child, "Hij is op kamp.", Table.Grandmother.By.Number, Table.Mother);
        Heavy.SayWhatGetsLess(SideEffects.School, null, false, Table.Mother);
        _at.Close(Table.Mother);
        Assert.Equal(("Hij is op kamp.", Table.Grandmother.By.Number), (Heavy.WhyNothingOf(_at.Child)!.Words, Heavy.WhyNothingOf(_at.Child)!.WhoAsks));
        Assert.Equal([_at.Child], Heavy.ChildrenWithout(_at.Options));
    }

    [Fact]
    public void What_gets_less_is_asked_of_the_child_before_anybody_else_R78_R18_INV52()
    {
        _at.Ready(asksWhatIsLost: false);
        Table.Refuses(DecisionRules.AskedWhatIsLost, () => _at.Close(Table.Mother));
        Table.Refuses(DecisionRules.ChildFirst, () => Heavy.SayWhatGetsLess(SideEffects.Pet, "de kat", false, Table.Mother));
        Assert.Equal([_at.Child], Heavy.ChildrenBefore<SideEffectAnswer>(Table.Guest.By.Number));
        Table.Refuses(CommonRules.InWords, () => Heavy.SayWhatGetsLess(SideEffects.None, " ", false, Table.Child));
        Heavy.SayWhatGetsLess(SideEffects.None, null, true, Table.Child);
        Heavy.SayWhatGetsLess(SideEffects.Pet | SideEffects.Bed, null, false, Table.Mother);
        Assert.Equal([_at.Child, Table.Mother.By.Number], Heavy.Additions.OfType<SideEffectAnswer>().Select(answer => answer.By));
        _at.Close(Table.Mother);
        Heavy.SayWhatGetsLess(SideEffects.Friends, "Sem komt niet meer.", false, Table.Child);
    }

    [Fact]
    public void Who_decides_against_somebody_owes_a_reason_an_authority_the_rights_and_where_to_object_R75()
    {
        _at.Ready();
        Heavy.TakePosition(Stance.Disagree, null, null, Table.Child);
        string?[] owed = ["Het is nu niet veilig.", "De rechter besliste op 2 november.", "Hij mag een eigen advocaat.", "Bij de rechtbank, voor 1 maart."];
        for (var missing = 0; missing < owed.Length; missing++)
        {
            var given = owed.ToArray();
            given[missing] = " ";
            Table.Refuses(DecisionRules.OwesReason, () => _at.Close(Table.Guest, given[0], given[1], given[2], given[3]));
            Assert.False(Heavy.IsClosed);
        }

        _at.Close(Table.Guest, owed[0], owed[1], owed[2], owed[3]);
        Assert.Equal(new Against(owed[0]!, owed[1]!, owed[2]!, owed[3]!), Heavy.Closing!.Against);
    }

    [Fact]
    public void The_same_holds_for_a_light_decision_and_nobodys_no_needs_a_reason_R75_D8()
    {
        var light = Light("Gaan we verhuizen?", "Ja.");
        light.TakePosition(Stance.Disagree, null, null, Table.Child);
        Table.Refuses(DecisionRules.OwesReason, () => light.Close(Table.Circle, [], null, null, null, null, Table.Mother));
        light.TakePosition(Stance.AgreeBut, "als Sem mag komen", null, Table.Child);
        light.Close(Table.Circle, [], "wordt niet gevraagd", null, null, null, Table.Mother);
        Assert.Null(light.Closing!.Against);
    }

    [Fact]
    public void Dissent_stands_beside_the_decision_and_a_changed_position_keeps_the_earlier_INV49_R74()
    {
        _at.Ready();
        Heavy.TakePosition(Stance.Disagree, "ik wil thuis blijven", "dat opa komt", Table.Child);
        _at.Close(Table.Mother, "a", "b", "c", "d");
        Heavy.TakePosition(Stance.Agree, null, null, Table.Child);
        Heavy.TakePosition(Stance.Disagree, null, null, Table.Grandmother);
        var then = Assert.Single(Heavy.PositionsThen);
        Assert.Equal((Stance.Disagree, "ik wil thuis blijven", "dat opa komt"), (then.Stance, then.Words, then.Rather));
        Assert.Equal([Stance.Agree, Stance.Disagree], Heavy.Positions.Select(position => position.Stance));
        Assert.Equal([Stance.AgreeBut, Stance.Disagree], Heavy.EarlierPositionsOf(_at.Child).Select(position => position.Stance));
    }

    [Fact]
    public void What_was_known_and_the_options_of_that_moment_are_frozen_INV51_R79()
    {
        _at.Ready();
        Heavy.Help(Aid.Knowing, "Hij slaapt slecht.", "Waar dat van komt.", null, [], Table.Child);
        var option = _at.Lay("Hij eet drie avonden bij mij.", OptionKinds.None, Table.Grandmother);
        _at.Close(Table.Mother);
        option.TakeBack(Table.Grandmother);
        Assert.Contains(Heavy.OptionsThen, then => then.By == Table.Grandmother.By.Number && then.Parts.What == "Hij eet drie avonden bij mij.");
        Assert.Equal(5, Heavy.OptionsThen.Count);
        Table.Refuses(DecisionRules.StillOpen, () => Heavy.Help(Aid.Knowing, "achteraf", "niets", null, [], Table.Mother));
        Table.Refuses(DecisionRules.StillOpen, () => Heavy.Propose("iets anders", false, Table.Mother));
        Table.Refuses(DecisionRules.StillOpen, () => Heavy.SayWhyNot(OptionKinds.Adult, "x", Table.Mother));
        Table.Refuses(DecisionRules.StillOpen, () => _at.Lay("Te laat.", OptionKinds.None, Table.Mother));
        Table.Refuses(DecisionRules.StillOpen, () => _at.Close(Table.Mother));
        Table.Refuses(DecisionRules.StillOpen, () => Heavy.TakeBack(Table.Mother));
        Table.Refuses(DecisionRules.StillOpen, () => Heavy.AskAlong(Table.Circle, SeatSet.None, [], Table.Mother));
    }

    [Fact]
    public void It_is_of_us_only_when_child_and_parent_had_their_part_else_of_who_closed_it_INV48_N12()
    {
        var light = Decision.Open(Table.Circle, "Mag de juf bellen?", "Ja.", false, null, SeatSet.None, SeatSet.None, null, Table.Guest);
        light.Close(Table.Circle, [], null, null, null, null, Table.Guest);
        Assert.Equal((false, Table.Guest.By.Number), (light.Closing!.IsTogether, light.Closing.By));
        Assert.False(Closed(mother: true, child: false).IsTogether);
        Assert.False(Closed(mother: false, child: true).IsTogether);
        Assert.True(Closed(mother: true, child: true).IsTogether);

        // Against somebody's no it is nobody's "we".
        _at.Ready();
        Heavy.TakePosition(Stance.Disagree, null, null, Table.Child);
        Assert.False(Heavy.WouldBeTogether(Table.Circle, _at.Options, Table.Mother.By));
        _at.Close(Table.Mother, "a", "b", "c", "d");
        Assert.False(Heavy.Closing!.IsTogether);

        Closing Closed(bool mother, bool child)
        {
            var asked = Decision.Open(Table.Circle, "Mag de juf bellen?", "Ja.", false, null, SeatSet.None, SeatSet.None, null, Table.Guest);
            if (mother)
            {
                asked.TakePosition(Stance.Unsure, null, null, Table.Mother);
            }

            if (child)
            {
                asked.TakePosition(Stance.Agree, null, null, Table.Child);
            }

            asked.Close(Table.Circle, [], null, null, null, null, Table.Guest);
            return asked.Closing!;
        }
    }

    [Fact]
    public void An_option_is_a_part_and_a_reason_why_there_is_nothing_is_none_INV48()
    {
        Assert.Equal([_at.Child], Heavy.ChildrenWithout([]));
        Heavy.SayWhyNothingOf(Table.Circle, _at.Child, "Ik zeg het later.", Table.Mother.By.Number, Table.Child);
        Assert.Equal([_at.Child], Heavy.ChildrenWithout([]));
        _at.Lay("Ik blijf thuis.", OptionKinds.None, Table.Child);
        Assert.Empty(Heavy.ChildrenWithout(_at.Options));
    }

    [Fact]
    public void Nobody_closes_what_is_not_theirs_to_close_N12()
    {
        var light = Light("Gaan we zwemmen?", "Ja.");
        Table.Refuses(DecisionRules.MayClose, () => light.Close(Table.Circle, [], null, null, null, null, Table.Guest));
        Table.Refuses(DecisionRules.MayClose, () => light.Close(Table.Circle, [], null, null, null, null, Table.Grandmother));
        Table.Refuses(DecisionRules.MayClose, () => light.Close(Table.Circle, [], null, null, null, null, Table.Child));
        var own = Decision.Open(Table.Circle, "Waar slaap ik?", "Bij oma.", false, null, SeatSet.None, SeatSet.None, null, Table.Child);
        own.Close(Table.Circle, [], null, null, null, null, Table.Child);
        Assert.True(own.IsClosed);
    }

    [Fact]
    public void No_time_and_no_silence_makes_anything_heavier_or_closes_it_R86_INV54_N26()
    {
        var light = Light("Gaan we zwemmen?", "Ja.");
        var later = Netherlands.DayOf(Table.Now).AddYears(3);
        Assert.False(light.AsksToLookBack(later, Table.Child.By.Number));
        Assert.Null(light.Step);
        Assert.False(light.IsClosed);
        light.TakePosition(Stance.Disagree, null, null, Table.Child);
        Assert.Null(light.Step);
        light.TakePosition(Stance.Unsure, null, null, Table.Child);
        light.Close(Table.Circle, [], null, null, null, null, Table.Mother);
        Assert.True(light.AsksToLookBack(later, Table.Child.By.Number));

        // Nothing on the type can be told to change what step it is, and there is no clock in it.
        Assert.False(typeof(Decision).GetProperty(nameof(Decision.Step))!.CanWrite);
        Assert.Equal(
            [nameof(Decision.AsksToLookBack), nameof(Decision.LookBackLater)],
            typeof(Decision).GetMethods().Where(method => method.DeclaringType == typeof(Decision) && method.GetParameters().Any(given => given.ParameterType == typeof(DateOnly)))
                .Select(method => method.Name).Order());
    }

    [Fact]
    public void Every_decision_has_a_day_to_look_back_and_asks_the_child_first_R80_INV50()
    {
        var light = Light("Gaan we zwemmen?", "Ja.");
        var today = Netherlands.DayOf(Table.Now);
        Assert.Equal(today.AddDays(Decision.UsualDays), light.LookBack);
        Table.Refuses(DecisionRules.IsClosed, () => light.LookBackOn(Said(LookBackAsk.Result, "goed"), false, Table.Child));
        light.Close(Table.Circle, [], null, null, null, null, Table.Mother);
        Assert.False(light.AsksToLookBack(light.LookBack.AddDays(-1), Table.Child.By.Number));
        Assert.True(light.AsksToLookBack(light.LookBack, Table.Child.By.Number));
        Table.Refuses(DecisionRules.ChildFirst, () => light.LookBackOn(Said(LookBackAsk.Concerns, "minder"), false, Table.Mother));
        Table.Refuses(CommonRules.InWords, () => light.LookBackOn(Said(LookBackAsk.Result, " "), false, Table.Child));
        light.LookBackOn(Said(LookBackAsk.LessNice, "Ik was moe."), false, Table.Child);
        light.LookBackOn(Said(LookBackAsk.Concerns, "minder"), false, Table.Mother);
        light.LookBackOn(new Dictionary<LookBackAsk, string?>(), true, Table.Guest);
        Assert.Equal(
            [(LookBackAsk.LessNice, false), (LookBackAsk.Concerns, false), (LookBackAsk.Result, true)],
            light.LookedBack.Select(answer => (answer.Ask, answer.Unknown)));
    }

    [Fact]
    public void A_forgotten_look_back_only_gets_another_day_R80()
    {
        var light = Light("Gaan we zwemmen?", "Ja.");
        light.Close(Table.Circle, [], null, null, null, null, Table.Mother);
        var late = light.LookBack.AddDays(40);
        Assert.True(light.AsksToLookBack(late, Table.Child.By.Number));
        Table.Refuses(DecisionRules.DayToCome, () => light.LookBackLater(Netherlands.DayOf(Table.Now), Table.Child));
        Table.Refuses(DecisionRules.NotFarLater, () => light.LookBackLater(Netherlands.DayOf(Table.Now).AddDays(Decision.MostLater + 1), Table.Mother));
        light.LookBackLater(late.AddDays(1), Table.Mother);
        Assert.False(light.AsksToLookBack(late, Table.Child.By.Number));

        // The mother's day is still to come: another moves it forward, and not back (T20).
        Table.Refuses(DecisionRules.NotLater, () => light.LookBackLater(late.AddDays(2), Table.Child));
        light.LookBackLater(late.AddDays(-1), Table.Child);
        Assert.Equal(late.AddDays(-1), light.LookBack);
        Table.Refuses(DecisionRules.NotLater, () => light.LookBackLater(late.AddDays(2), Table.Child));
        Assert.True(light.IsClosed);
        Table.Refuses(DecisionRules.DayToCome, () => Decision.Open(
            Table.Circle, "x", "y", false, null, SeatSet.None, SeatSet.None, Netherlands.DayOf(Table.Now), Table.Mother));
    }

    [Fact]
    public void A_reason_given_before_the_decision_does_not_pass_the_child_by_when_people_look_back_R80()
    {
        var light = Light("Gaan we zwemmen?", "Ja.");
        light.SayWhyNothingOf(Table.Circle, _at.Child, "Hij slaapt.", Table.Mother.By.Number, Table.Mother);
        light.Close(Table.Circle, [], null, null, null, null, Table.Mother);
        Table.Refuses(DecisionRules.ChildFirst, () => light.LookBackOn(Said(LookBackAsk.Result, "goed"), false, Table.Mother));
        light.SayWhyNothingOf(Table.Circle, _at.Child, "Hij wil nu niet.", Table.Mother.By.Number, Table.Mother);
        light.LookBackOn(Said(LookBackAsk.Result, "goed"), false, Table.Mother);
    }

    [Fact]
    public void Who_takes_part_reads_it_and_nobody_else_nor_is_anybody_left_out_later_INV49()
    {
        var some = SeatSet.Of(Table.Grandmother.By.Number);
        var open = Decision.Open(Table.Circle, "Wat eten we?", "Soep.", false, null, SeatSet.None, some, null, Table.Mother);
        Assert.True(open.MayBeReadBy(Table.Grandmother.By) && open.MayBeReadBy(Table.Mother.By));
        Assert.False(open.MayBeReadBy(Table.Guest.By) || open.MayBeReadBy(Table.Child.By));
        Table.Refuses(CommonRules.ProofFits, () => open.TakePosition(Stance.Agree, null, null, Table.Guest));
        Table.Refuses(DecisionRules.TakersRead, () => open.ChooseReaders(Table.Circle, Audience.OnlyMe, Table.Mother));
        var option = DecisionOption.Lay(Table.Circle, open, Deciding.Parts("Brood."), Table.Mother);
        Table.Refuses(DecisionRules.TakersRead, () => option.ChooseReaders(Table.Circle, Audience.OnlyMe, Table.Mother));
        Table.Refuses(CommonRules.OwnOnly, () => open.AskAlong(Table.Circle, SeatSet.Of(_at.Child), [option], Table.Grandmother));
        open.AskAlong(Table.Circle, SeatSet.Of(_at.Child), [option], Table.Mother);
        Assert.True(open.MayBeReadBy(Table.Child.By) && option.MayBeReadBy(Table.Child.By));
    }

    [Fact]
    public void Nobody_is_asked_along_to_read_what_others_said_to_fewer_R12()
    {
        foreach (var byOption in new[] { true, false })
        {
            var open = Decision.Open(
                Table.Circle, "Waar slaap ik?", "Bij oma.", false, null, SeatSet.None, SeatSet.Of(Table.Grandmother.By.Number, _at.Child), null, Table.Mother);
            IReadOnlyList<DecisionOption> options = byOption ? [DecisionOption.Lay(Table.Circle, open, Deciding.Parts("Thuis, als het stil is."), Table.Child)] : [];
            if (!byOption)
            {
                open.TakePosition(Stance.AgreeBut, "Ik ben bang thuis.", null, Table.Child);
            }

            Table.Refuses(DecisionRules.SaidToThose, () => open.AskAlong(Table.Circle, SeatSet.Of(Table.Guest.By.Number), options, Table.Mother));
            Assert.False(open.MayBeReadBy(Table.Guest.By));
        }
    }

    [Fact]
    public void A_yes_to_one_step_is_no_yes_to_another_INV48_INV49_N12()
    {
        var open = Light("Waar slaapt Amir woensdag?", "Bij oma.");
        var seen = open.StepVersion;
        open.TakePosition(Stance.Agree, "Leuk bij oma.", null, Table.Child);
        open.SayWhatGetsLess(SideEffects.School, "Verder fietsen.", false, Table.Child);
        open.Propose("Amir gaat bij papa wonen.", false, Table.Guest);
        Assert.Empty(open.Positions);
        Assert.Null(open.PositionOf(_at.Child));
        var (before, said) = Assert.Single(open.EarlierSteps);
        Assert.Equal(("Bij oma.", "Leuk bij oma."), (before.Words, Assert.Single(said).Words));
        Table.Refuses(DecisionRules.OtherStep, () => open.MustStillPropose(seen, Table.Child));
        open.MustStillPropose(open.StepVersion, Table.Child);
        Assert.False(open.WouldBeTogether(Table.Circle, [], Table.Mother.By));
        open.Close(Table.Circle, [], null, null, null, null, Table.Mother);
        Assert.False(open.Closing!.IsTogether);
        Assert.Empty(open.PositionsThen);
    }

    [Fact]
    public void A_step_that_came_in_the_place_of_another_is_of_us_when_the_child_said_something_to_it_INV48()
    {
        var open = Light("Waar slaapt Amir woensdag?", "Bij oma.");
        open.Propose("Bij de buren.", false, Table.Child);
        Assert.True(open.WouldBeTogether(Table.Circle, [], Table.Mother.By));
        open.Propose("Thuis.", false, Table.Mother);
        Assert.False(open.WouldBeTogether(Table.Circle, [], Table.Mother.By));
        open.TakePosition(Stance.Unsure, null, null, Table.Child);
        Assert.True(open.WouldBeTogether(Table.Circle, [], Table.Mother.By));
    }

    [Fact]
    public void An_option_that_comes_changes_its_decision_so_that_nobody_closes_over_it()
    {
        var traces = Heavy.Traces.Count;
        _at.Lay("Hij eet drie avonden bij mij.", OptionKinds.None, Table.Grandmother);
        Assert.Equal(traces + 1, Heavy.Traces.Count);
    }

    [Fact]
    public void A_day_to_look_back_is_no_day_in_another_life_R80()
    {
        var far = Netherlands.DayOf(Table.Now).AddDays(Decision.MostDays + 1);
        Table.Refuses(DecisionRules.DayToCome, () => Decision.Open(Table.Circle, "?", "Ja.", false, null, SeatSet.None, SeatSet.None, far, Table.Mother));
        var light = Light("Gaan we zwemmen?", "Ja.");
        light.Close(Table.Circle, [], null, null, null, null, Table.Mother);
        Table.Refuses(DecisionRules.DayToCome, () => light.LookBackLater(far, Table.Mother));
    }

    [Fact]
    public void What_a_professional_opens_about_a_child_is_read_by_that_child_R3()
    {
        var open = Decision.Open(
            Table.Circle, "Wat nu?", null, false, HeavyStep.Report, SeatSet.None, SeatSet.Of(Table.Mother.By.Number), null, Table.Guest);
        Assert.True(open.MayBeReadBy(Table.Child.By));
        Assert.True(open.Takers.Has(_at.Child));
    }

    private static Dictionary<LookBackAsk, string?> Said(LookBackAsk ask, string words) => new() { [ask] = words };

    private Decision Light(string? question, string? chosen, bool unknown = false) =>
        Decision.Open(Table.Circle, question, chosen, unknown, null, SeatSet.None, SeatSet.None, null, Table.Mother);

    private Domain.Worries.Worry Worry(string words, Audience audience) =>
        Domain.Worries.Worry.Lay(Table.Circle, words, SeatSet.None, null, audience, Table.Mother);
}
