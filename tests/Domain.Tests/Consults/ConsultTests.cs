using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.Invitations;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Consults;

public sealed class ConsultTests
{
    private static readonly Dictionary<AdviceAsk, string?> Seen = new()
    {
        [AdviceAsk.Perception] = "Het kind mist rust.",
        [AdviceAsk.Basis] = "Wat ik vaker zie.",
        [AdviceAsk.Doubts] = "Ik weet niet hoe het thuis is.",
    };

    private readonly Table _table = new();
    private readonly PersonId _ingrid = PersonId.New();

    private Circle Circle => _table.Circle;

    private SeatSet Mother => SeatSet.Of(_table.Mother.By.Number);

    private DateOnly Later => Netherlands.DayOf(_table.Now).AddDays(28);

    private Act HostAct => Circle.Admit(_table.Mother.Person, Permission.Host, _table.Now.AddMinutes(1))!;

    private Act Ingrid => Circle.Admit(_ingrid, Permission.Advise, _table.Now)!;

    [Fact]
    public void A_question_tells_something_known_what_the_family_says_and_what_one_wants_to_know_R98_R150_partly()
    {
        Table.Refuses(ConsultRules.SaysWhatIsKnown, () => Ask(_table.Guest, Words(fact: null)));
        Table.Refuses(ConsultRules.FamilySays, () => Ask(_table.Guest, Words(family: " ")));
        Table.Refuses(ConsultRules.WantsToKnow, () => Ask(_table.Guest, Words(wants: null)));
        Assert.Equal([ConsultAsk.Fact, ConsultAsk.FamilySays, ConsultAsk.WantsToKnow], Ask(_table.Guest, Words()).Words.Select(one => one.Ask));
        Assert.Equal([ConsultAsk.Suspicion, ConsultAsk.FamilySays, ConsultAsk.WantsToKnow], Ask(_table.Guest, Words(null, suspicion: "Hij is moe.")).Words.Select(one => one.Ask));
    }

    [Fact]
    public void Who_is_no_guest_and_no_host_of_12_or_older_does_not_ask_R98()
    {
        Table.Refuses(ConsultRules.Asker, () => Ask(_table.Grandmother, Words()));
        Table.Refuses(ConsultRules.Asker, () => Ask(_table.Child, Words()));
        Table.Refuses(CommonRules.ProofFits, () => Ask(_table.ReadsOnly, Words()));
    }

    [Fact]
    public void Nothing_of_a_family_is_asked_without_a_grown_up_of_it_who_reads_it_R5_R98()
    {
        Table.Refuses(ConsultRules.FamilyKnows, () => Ask(_table.Guest, Words(), SeatSet.None));
        Table.Refuses(ConsultRules.FamilyKnows, () => Ask(_table.Guest, Words(), SeatSet.Of(_table.Child.By.Number)));
        Table.Refuses(CircleRules.SitsHere, () => Ask(_table.Guest, Words(), Mother.And(SeatSet.Of(_table.Grandmother.By.Number))));
        var consult = Ask(_table.Guest, Words());
        Assert.True(consult.MayBeReadBy(_table.Mother.By));
        Assert.False(consult.MayBeReadBy(_table.Grandmother.By));
        Assert.False(consult.MayBeReadBy(_table.Child.By));
    }

    [Theory]
    [InlineData("Amir slaapt slecht.", "Amir")]
    [InlineData("Amirs tekening", "Amirs")]
    [InlineData("bij AMÍR thuis", "AMÍR")]
    [InlineData("Esra's keuken, en Fatma", "Esra|Fatma")]
    [InlineData("De jongen slaapt slecht. Samira vroeg het.", "")]
    [InlineData("mama zegt het", "")]
    public void A_name_of_anybody_at_the_table_is_found_however_it_is_written_and_ones_own_goes_along_R98(string text, string found) =>
        Assert.Equal(found.Split('|', StringSplitOptions.RemoveEmptyEntries), FamilyNames.In(Circle, _table.Guest.By.Number, text));

    [Fact]
    public void A_question_with_a_name_is_not_laid_and_an_ordinary_word_that_was_let_stand_is_R98()
    {
        Circle.Add(null, "Roos", null, SeatSide.Network, AgeGroup.Adult, null, HostAct);
        foreach (var words in new[] { Words(fact: "Een roos voor Amir."), Words(family: "een roos"), Words(wants: "Wat zegt Amir?"), Words(suspicion: "Roos weet het.") })
        {
            Table.Refuses(ConsultRules.WithoutNames, () => Ask(_table.Guest, words));
        }

        Table.Refuses(ConsultRules.WithoutNames, () => Ask(_table.Guest, Words(fact: "Een roos voor Amir."), letStand: "roos"));
        Assert.Contains("Hij plukte een roos.", Ask(_table.Guest, Words(fact: "Hij plukte een roos."), letStand: "Roos").Said);
    }

    [Fact]
    public void What_somebody_does_goes_along_only_when_it_names_nobody_R98()
    {
        var host = HostAct;
        var guest = _table.Guest.By;
        Assert.Null(FamilyNames.WorkOf(Circle, guest));
        Circle.Describe(guest.Id, "werkt in de buurt", guest.Mug, _table.Mother);
        Assert.Equal("werkt in de buurt", FamilyNames.WorkOf(Circle, guest));
        Circle.Describe(guest.Id, "juf van Amir", guest.Mug, _table.Mother);
        Assert.Null(FamilyNames.WorkOf(Circle, guest));
        Assert.Null(FamilyNames.WorkOf(Circle, host.By));
    }

    [Fact]
    public void The_family_reads_first_and_who_would_rather_not_keeps_it_in_R5_R98()
    {
        var consult = Ask(_table.Guest, Words());
        Assert.Equal([_table.Mother.By], consult.StillReading(Circle, _table.Now));
        Table.Refuses(ConsultRules.FamilyFirst, () => Send(consult));
        Table.Refuses(ConsultRules.HostConcerned, () => consult.Say(Circle, false, null, [], _table.Guest));
        Table.Refuses(CommonRules.ProofFits, () => consult.Say(Circle, false, null, [], _table.Grandmother));
        Table.Refuses(ConsultRules.WithoutNames, () => consult.Say(Circle, false, "Vraag het Fatma.", [], _table.Mother));
        consult.Say(Circle, true, null, [], _table.Mother);
        _table.Pass(TimeSpan.FromDays(30));
        Table.Refuses(ConsultRules.FamilyFirst, () => Send(consult));
        consult.Say(Circle, false, "Hij eet wel goed.", [], _table.Mother);
        Send(consult);
        Table.Refuses(ConsultRules.HostConcerned, () => consult.Say(Circle, true, null, [], _table.Mother));
        Table.Refuses(CommonRules.OnlyOnce, () => Send(consult));
    }

    [Fact]
    public void Who_says_nothing_has_a_day_and_silence_is_no_veto_R98()
    {
        var consult = Ask(_table.Guest, Words());
        _table.Pass(Consult.FamilyReads - TimeSpan.FromMinutes(10));
        Table.Refuses(ConsultRules.FamilyFirst, () => Send(consult));
        _table.Pass(TimeSpan.FromMinutes(10));
        Send(consult);
        Assert.NotNull(consult.SentAt);
    }

    [Fact]
    public void What_a_host_adds_is_read_by_who_asked_that_host_and_the_expert_and_by_no_other_of_the_family_T20()
    {
        var father = PersonId.New();
        Circle.Add(father, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, HostAct);
        var other = Circle.Admit(father, Permission.Speak, _table.Now)!;
        var consult = Ask(_table.Guest, Words(), Mother.And(SeatSet.Of(other.By.Number)));
        var before = _table.Now;
        consult.Say(Circle, false, "Bij mij is hij stil.", [], _table.Mother);
        Assert.Empty(consult.AddedFor(other.By));
        Assert.False(consult.HasNewsFor(other.By, before));
        Assert.DoesNotContain("Bij mij is hij stil.", consult.Said);
        Assert.Equal(["Bij mij is hij stil."], consult.AddedFor(_table.Guest.By).Select(one => one.Words));
        Assert.Equal(["Bij mij is hij stil."], consult.AddedFor(_table.Mother.By).Select(one => one.Words));
        consult.Say(Circle, false, null, [], other);
        Send(consult);
        ComeIn();
        Assert.Equal(["Bij mij is hij stil."], consult.AddedFor(Ingrid.By).Select(one => one.Words));
    }

    [Fact]
    public void A_hosts_own_question_needs_nobody_and_is_for_that_host_or_for_everybody_R98()
    {
        var own = Ask(_table.Mother, Words(family: null), SeatSet.None);
        Assert.Empty(own.ReadFirst(Circle));
        Assert.False(own.MayBeReadBy(_table.Guest.By));
        Send(own, _table.Mother);
        Assert.False(own.MayBeReadBy(_table.Guest.By));
        Assert.True(own.MayBeReadBy(Circle.SeatAt(own.Expert!.Value)));
        Assert.True(Consult.Ask(Circle, Words(family: null), SeatSet.None, true, [], _table.Mother).MayBeReadBy(_table.Guest.By));
    }

    [Fact]
    public void An_expert_has_a_place_that_no_page_draws_counts_or_chooses_and_takes_no_mug_R98_INV61_partly()
    {
        var seats = Circle.Seats.ToList();
        var mugs = Circle.MugOwners().ToList();
        var consult = Sent();
        ComeIn();
        var expert = Ingrid.By;
        Assert.Equal(seats, Circle.Seats);
        Assert.Equal(mugs, Circle.MugOwners());
        Assert.Null(Circle.Find(expert.Id));
        Assert.Equal((consult.Expert, SeatSide.Expert), (expert.Number, expert.Side));
        foreach (var permission in Enum.GetValues<Permission>())
        {
            Assert.Equal(permission == Permission.Advise, Circle.Admit(_ingrid, permission, _table.Now) is not null);
        }

        var open = GoodThing.Lay(Circle, "Samen gegeten.", SeatSet.None, Audience.Everyone, _table.Mother);
        Assert.False(open.MayBeReadBy(expert));
        Assert.False(Ask(_table.Guest, Words()).MayBeReadBy(expert));
        Table.Refuses(CircleRules.SitsHere, () => Circle.Add(null, "x", null, SeatSide.Expert, AgeGroup.Adult, null, HostAct));
    }

    [Fact]
    public void Who_sits_here_already_cannot_use_the_card_and_a_new_one_ends_the_first_R98()
    {
        var consult = Sent();
        var card = Circle.InvitationFor(consult.Expert!.Value, _table.Guest.By.Number)!;
        foreach (var person in new[] { _table.Mother.Person, _table.Grandmother.Person, _table.Guest.Person })
        {
            Assert.Null(Circle.AdmitInvited(card.Id, person, _table.Now));
        }

        Table.Refuses(CommonRules.OwnOnly, () => Circle.NewCard(consult.Expert.Value, _table.Mother));
        Circle.NewCard(consult.Expert.Value, _table.Guest);
        Assert.Null(Circle.AdmitInvited(card.Id, null, _table.Now));
        ComeIn();
        Table.Refuses(InvitationRules.NoWayInYet, () => Circle.NewCard(consult.Expert.Value, _table.Guest));
    }

    [Fact]
    public void An_expert_gives_how_they_see_it_on_what_and_with_which_doubts_and_stays_at_a_distance_unless_they_say_otherwise_R98()
    {
        var consult = Sent();
        ComeIn();
        foreach (var missing in Seen.Keys)
        {
            Table.Refuses(ConsultRules.SaysAll, () => consult.Advise(Seen.Where(one => one.Key != missing).ToDictionary(), null, Ingrid));
        }

        Table.Refuses(CommonRules.ProofFits, () => consult.Advise(Seen, null, _table.Guest));
        consult.AskBack("Hoe oud is hij?", Ingrid);
        Table.Refuses(CommonRules.OnlyOnce, () => consult.AskBack("En de ander?", Ingrid));
        Table.Refuses(ConsultRules.WithoutNames, () => consult.AnswerBack(Circle, "Amir is acht.", [], _table.Guest));
        consult.AnswerBack(Circle, "Acht.", [], _table.Guest);
        consult.Advise(Seen, null, Ingrid);
        Assert.Equal(ExpertStays.AtADistance, consult.Advice!.Stays);
        Table.Refuses(CommonRules.OnlyOnce, () => consult.Advise(Seen, ExpertStays.WouldCome, Ingrid));
    }

    [Fact]
    public void After_the_answer_an_expert_asks_nothing_back_R98()
    {
        var consult = Sent();
        ComeIn();
        consult.Advise(Seen, null, Ingrid);
        Table.Refuses(ConsultRules.InTurn, () => consult.AskBack("Nog iets?", Ingrid));
        Table.Refuses(ConsultRules.InTurn, () => consult.AnswerBack(Circle, "Nee.", [], _table.Guest));
    }

    [Fact]
    public void What_an_expert_said_is_answered_as_any_sentence_and_there_is_nothing_by_which_it_becomes_a_fact_R98()
    {
        var consult = Sent();
        ComeIn();
        Table.Refuses(CommonRules.AboutYouOnly, () => consult.Answer("Nee.", 0, _table.Mother));
        consult.Advise(Seen, ExpertStays.WouldCome, Ingrid);
        consult.Answer("Zo zie ik het niet.", 0, _table.Mother);
        Assert.Equal("Zo zie ik het niet.", Assert.Single(consult.Answers).Words);
        Assert.False(consult.MayBeAnsweredBy(Ingrid.By));
        Assert.Empty(consult.AdditionsFor(Ingrid.By));
        Assert.False(typeof(Statement).IsAssignableFrom(typeof(Consult)));
        Assert.DoesNotContain(typeof(Consult).GetProperties(), property => property.PropertyType == typeof(StatementKind) || property.PropertyType == typeof(int) && property.Name != "Version");
        Table.Refuses(ConsultRules.Stays, () => consult.TakeBack(_table.Guest));
        Table.Refuses(ConsultRules.ReadersStay, () => consult.ChooseReaders(_table.Circle, Audience.Everyone, _table.Guest));
    }

    [Fact]
    public void From_the_chosen_day_on_who_asked_tells_once_what_came_of_it_R98()
    {
        var consult = Sent();
        ComeIn();
        Table.Refuses(ConsultRules.InTurn, () => consult.Tell(Circle, "Het hielp.", [], _table.Guest));
        consult.Advise(Seen, null, Ingrid);
        Table.Refuses(ConsultRules.InTurn, () => consult.Tell(Circle, "Het hielp.", [], _table.Guest));
        _table.Pass(TimeSpan.FromDays(28));
        Table.Refuses(CommonRules.OwnOnly, () => consult.Tell(Circle, "Het hielp.", [], _table.Mother));
        consult.Tell(Circle, "Het hielp.", [], _table.Guest);
        Table.Refuses(CommonRules.OnlyOnce, () => consult.Tell(Circle, "Toch niet.", [], _table.Guest));
    }

    [Fact]
    public void The_day_to_look_back_lies_within_a_year_and_an_expert_has_a_name_and_work_R98()
    {
        var consult = Ask(_table.Guest, Words());
        consult.Say(Circle, false, null, [], _table.Mother);
        foreach (var day in new DateOnly?[] { null, Later.AddDays(-28), Later.AddDays(400) })
        {
            Table.Refuses(ConsultRules.LooksBack, () => consult.Send(Circle, "Ingrid", "Veilig Thuis", day, _table.Guest));
        }

        Table.Refuses(ConsultRules.ExpertHasName, () => consult.Send(Circle, " ", "Veilig Thuis", Later, _table.Guest));

        // Nobody answers from a distance in the name of who sits here (T20).
        Table.Refuses(CircleRules.NameIsFree, () => consult.Send(Circle, _table.Mother.By.Name + ", mama", "Veilig Thuis", Later, _table.Guest));
        Table.Refuses(CircleRules.NameIsFree, () => consult.Send(Circle, _table.Mother.By.Name, "Veilig Thuis", Later, _table.Guest));
        Table.Refuses(ConsultRules.ExpertDoes, () => consult.Send(Circle, "Ingrid", null, Later, _table.Guest));
        Table.Refuses(CommonRules.OwnOnly, () => consult.Send(Circle, "Ingrid", "Veilig Thuis", Later, _table.Mother));
    }

    [Fact]
    public void Somebody_asks_no_more_experts_than_there_are_places_for_and_takes_none_from_another_R98_T22()
    {
        for (var i = 0; i < Circle.MostExperts; i++)
        {
            Sent();
        }

        Table.Refuses(ConsultRules.NotMoreExperts, () => Sent());

        // It is counted for each who asks: nobody uses up what another needs, or learns from a no how often others asked (D31, T22).
        var own = Ask(_table.Mother, Words(family: null));
        Send(own, _table.Mother);
        Assert.NotNull(own.SentAt);
    }

    [Theory]
    [InlineData("asker stops it")]
    [InlineData("expert stops it")]
    [InlineData("asker steps back")]
    [InlineData("table ends")]
    [InlineData("expert left the organisation")]
    public void The_way_in_of_an_expert_ends_at_the_next_request_R98(string how)
    {
        var consult = Sent();
        ComeIn();
        var expert = Ingrid;
        switch (how)
        {
            case "asker stops it":
                Table.Refuses(CommonRules.OwnOnly, () => consult.Stop(Circle, _table.Mother));
                consult.Stop(Circle, _table.Guest);
                break;
            case "expert stops it":
                consult.Stop(Circle, expert);
                break;
            case "asker steps back":
                Circle.StepBack(_table.Guest);
                break;
            case "table ends":
                var host = HostAct;
                Circle.AskToEnd(GoodEnough.Yes, null, host);
                Circle.End(new Terms(90, 365), host);
                break;
            default:
                Circle.LeaveWithOrganisation(expert);
                break;
        }

        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Null(Circle.Admit(_ingrid, permission, _table.Now)));
        Assert.Equal("Ingrid", Circle.SeatAt(consult.Expert!.Value).Name);
    }

    [Fact]
    public void A_card_that_waits_leads_nowhere_once_who_asked_stops_or_steps_back_R98()
    {
        var (one, other) = (Sent(), Sent());
        var (stopped, waits) = (Card(one), Card(other));
        one.Stop(Circle, _table.Guest);
        Assert.Null(Circle.AdmitInvited(stopped, _ingrid, _table.Now));
        Assert.NotNull(Circle.AdmitInvited(waits, _ingrid, _table.Now));
        Circle.StepBack(_table.Guest);
        Assert.Null(Circle.AdmitInvited(waits, _ingrid, _table.Now));
    }

    [Fact]
    public void Each_step_needs_a_proof_that_fits_and_leaves_its_line_in_the_trail_R6_R98()
    {
        var consult = Ask(_table.Guest, Words());
        var elsewhere = new Table().Guest;
        foreach (var act in new[] { elsewhere, _table.ReadsOnly })
        {
            Table.Refuses(CommonRules.ProofFits, () => consult.Say(Circle, false, null, [], act));
            Table.Refuses(CommonRules.ProofFits, () => consult.Send(Circle, "Ingrid", "werkt elders", Later, act));
            Table.Refuses(CommonRules.ProofFits, () => consult.Stop(Circle, act));
        }

        consult.Say(Circle, false, null, [], _table.Mother);
        Send(consult);
        ComeIn();
        consult.AskBack("Hoe oud?", Ingrid);
        consult.AnswerBack(Circle, "Acht.", [], _table.Guest);
        consult.Advise(Seen, null, Ingrid);
        _table.Pass(TimeSpan.FromDays(28));
        consult.Tell(Circle, "Het hielp.", [], _table.Guest);
        consult.Stop(Circle, _table.Guest);
        Assert.Equal(
            [Deed.Laid, Deed.ConsultSaid, Deed.ConsultSent, Deed.ExpertAskedBack, Deed.ExpertReplied, Deed.Advised, Deed.CameOfConsultTold, Deed.ConsultStopped],
            consult.Traces.Select(trace => trace.Deed));
        Assert.Contains(Deed.ExpertSeated, Circle.Traces.Select(trace => trace.Deed));
        Assert.Contains(Deed.ExpertGone, Circle.Traces.Select(trace => trace.Deed));
    }

    private static Dictionary<ConsultAsk, string?> Words(
        string? fact = "Hij is vaak moe.", string? family = "Thuis gaat het goed.", string? wants = "Wat kan ik vragen?", string? suspicion = null) => new()
        {
            [ConsultAsk.Fact] = fact,
            [ConsultAsk.Suspicion] = suspicion,
            [ConsultAsk.FamilySays] = family,
            [ConsultAsk.WantsToKnow] = wants,
        };

    private Consult Ask(Act by, Dictionary<ConsultAsk, string?> words, SeatSet? about = null, params string[] letStand) =>
        Consult.Ask(Circle, words, about ?? Mother, false, letStand, by);

    private void Send(Consult consult, Act? by = null) => consult.Send(Circle, "Ingrid", "werkt bij Veilig Thuis", Later, by ?? _table.Guest);

    private Consult Sent()
    {
        var consult = Ask(_table.Guest, Words());
        consult.Say(Circle, false, null, [], _table.Mother);
        Send(consult);
        return consult;
    }

    private InvitationId Card(Consult consult) => Circle.InvitationFor(consult.Expert!.Value, consult.By)!.Id;

    private void ComeIn()
    {
        var card = Circle.Invitations.Last(one => one.JoinedAt is null);
        Circle.Join(card.Id, Circle.AdmitInvited(card.Id, _ingrid, _table.Now)!);
    }
}
