using Keukentafel.Domain.Access;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Requests;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Requests;

/// <summary>A question to experts by somebody whom no family has at a table: without names, and answered by how one expert sees it (R98, P21).</summary>
public sealed class AskExpertsTests
{
    private static readonly DateTimeOffset Then = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<ConsultAsk, string?> Said = new()
    {
        [ConsultAsk.WantsToKnow] = "Wat kan ik de moeder vragen?",
        [ConsultAsk.Fact] = "Een blauwe plek.",
        [ConsultAsk.FamilySays] = "Zij zegt: gevallen.",
    };

    private static readonly Dictionary<AdviceAsk, string?> Sees = new()
    {
        [AdviceAsk.Perception] = "Vallen kan zo gaan.",
        [AdviceAsk.Basis] = "Jouw woorden.",
        [AdviceAsk.Doubts] = "Ik zag het kind niet.",
        [AdviceAsk.AskFamily] = "Hoe ging het in bad?",
    };

    private readonly LocalTeamId _team = LocalTeamId.New();
    private readonly TeamMember _ingrid;
    private readonly TeamMember _hetty;

    public AskExpertsTests()
    {
        _ingrid = TeamMember.Of(PersonId.New(), _team, true);
        _hetty = TeamMember.Of(PersonId.New(), _team, true);
    }

    [Fact]
    public void A_question_says_what_is_known_what_the_family_says_and_what_one_wants_to_know_R98()
    {
        Table.Refuses(ConsultRules.WantsToKnow, () => HelpAsk.ToExperts(Without(ConsultAsk.WantsToKnow), "huisarts", []));
        Table.Refuses(ConsultRules.SaysWhatIsKnown, () => HelpAsk.ToExperts(Without(ConsultAsk.Fact), "huisarts", []));
        Table.Refuses(ConsultRules.FamilySays, () => HelpAsk.ToExperts(Without(ConsultAsk.FamilySays), "huisarts", []));
        Table.Refuses(RequestRules.SaysWork, () => HelpAsk.ToExperts(Said, " ", []));
        Table.Refuses(CommonRules.NotTooLong, () => HelpAsk.ToExperts(With(ConsultAsk.Fact, new string('a', Words.Brief + 1)), "huisarts", []));
        var ask = HelpAsk.ToExperts(Said, "huisarts", []);
        Assert.True(ask.IsQuestion);
        Assert.Equal(("Wat kan ik de moeder vragen?", "huisarts"), (ask.WouldHelp, ask.Who));
        Assert.Equal((null, null), (ask.Name, ask.Reach));
        Assert.False(HelpAsk.Of("Post.", null, [], [], null, null, null).IsQuestion);
    }

    [Fact]
    public void What_may_be_a_name_stays_in_until_it_is_said_to_be_none_also_in_what_comes_later_R98_R5_partly()
    {
        Table.Refuses(ConsultRules.WithoutNames, () => HelpAsk.ToExperts(With(ConsultAsk.Fact, "Een plek bij Amir."), "huisarts", []));
        Table.Refuses(ConsultRules.WithoutNames, () => HelpAsk.ToExperts(Said, "huisarts in Kampen", []));
        Assert.True(HelpAsk.ToExperts(With(ConsultAsk.Fact, "Een plek met Kerst."), "huisarts", ["kerst"]).IsQuestion);
        var request = Asked().Advise(_ingrid, "Ingrid", "06", Sees, null, Then);
        Table.Refuses(ConsultRules.WithoutNames, () => request.Write("Hij heet Amir.", true, Then));
        Table.Refuses(ConsultRules.WithoutNames, () => request.Tell("Met Amir gaat het goed.", [], true, Then));
        Assert.Equal(2, request.Write("Met Kerst gaat het goed.", true, Then, "Kerst").Said.Count);

        // Who asks help for themselves writes what they want.
        Assert.Single(HelpRequest.Of(_team, HelpAsk.Of("Post.", null, [], [], null, null, null), Then).Write("Hij heet Amir.", true, Then).Said);
    }

    [Fact]
    public void An_expert_says_how_they_see_it_on_what_that_rests_and_where_they_doubt_and_another_view_stays_beside_it_R98_N9_partly()
    {
        var request = Asked();
        foreach (var ask in new[] { AdviceAsk.Perception, AdviceAsk.Basis, AdviceAsk.Doubts })
        {
            Table.Refuses(ConsultRules.SaysAll, () => request.Advise(_ingrid, "Ingrid", "06", Sees.Where(one => one.Key != ask).ToDictionary(), null, Then));
        }

        Table.Refuses(RequestRules.SaysWho, () => request.Advise(_ingrid, " ", "06", Sees, null, Then));
        var longer = new Dictionary<AdviceAsk, string?>(Sees) { [AdviceAsk.Basis] = new string('a', Words.Longest + 1) };
        Table.Refuses(CommonRules.NotTooLong, () => request.Advise(_ingrid, "Ingrid", "06", longer, null, Then));
        Table.Refuses(RequestRules.StillThere, () => request.Advise(TeamMember.Of(PersonId.New(), LocalTeamId.New(), true), "Els", "06", Sees, null, Then));
        var seen = request.Advise(_ingrid, "Ingrid", "06", Sees, null, Then);
        Assert.Equal(4, seen.Said[0].Advised.Count);
        Assert.Equal((ExpertStays.AtADistance, "Vallen kan zo gaan."), (seen.Said[0].Stays, seen.Said[0].Words));
        Assert.Same(seen, seen.Advise(_ingrid, "Ingrid", "06", Sees, null, Then));

        // In doubt about something else now: nothing is lost, nothing is overwritten.
        var doubts = new Dictionary<AdviceAsk, string?>(Sees) { [AdviceAsk.Doubts] = "Ook over het bad." };
        var both = seen.Advise(_ingrid, "Ingrid", "06", doubts, ExpertStays.WouldCome, Then).Advise(_hetty, "Hetty", "07", Sees, null, Then);
        Assert.Equal(["Ik zag het kind niet.", "Ook over het bad.", "Ik zag het kind niet."], both.Said.Select(one => one.Advised[2].Words));
        Table.Refuses(RequestRules.OfQuestions, () => HelpRequest.Of(_team, HelpAsk.Of("Post.", null, [], [], null, null, null), Then).Advise(_ingrid, "Ingrid", "06", Sees, null, Then));
    }

    [Fact]
    public void After_four_weeks_the_expert_hears_what_came_of_it_and_that_asks_for_no_answer_R98()
    {
        var request = Asked();
        Assert.Null(request.LooksBackOn);
        Table.Refuses(RequestRules.OfQuestions, () => request.Tell("Het ging goed.", [], true, Then));
        var back = request.Answer(_ingrid, "Ingrid", "06", "Hoe oud is het kind?", Then);
        Assert.Null(back.LooksBackOn);
        var seen = back.Write("Vier.", true, Then).Advise(_ingrid, "Ingrid", "06", Sees, null, Then);
        Assert.Equal(new DateOnly(2026, 12, 29), seen.LooksBackOn);
        Assert.Equal(new DateOnly(2026, 12, 1).AddDays(HelpRequest.StaysToLookBack), seen.GoesOn);
        Assert.True(HelpRequest.StaysToLookBack > HelpRequest.LooksBackAfter + 28);
        var told = seen.Tell("Het ging goed.", [], true, Then.AddDays(30));
        Assert.True(told.Said[^1].CameOfIt);
        Assert.Null(told.WaitsSince);
        Assert.Equal(new DateOnly(2026, 12, 31).AddDays(HelpRequest.StaysFor), told.GoesOn);

        // What was asked before it still waits.
        Assert.Equal(Then.AddDays(1), seen.Write("Nog iets.", true, Then.AddDays(1)).Tell("Het ging goed.", [], true, Then.AddDays(2)).WaitsSince);
    }

    [Fact]
    public void Nobody_comes_to_a_table_and_no_help_begins_of_a_question_without_names_R98_R1_partly()
    {
        var seen = Asked().Advise(_ingrid, "Ingrid", "06", Sees, ExpertStays.WouldCome, Then);
        Assert.False(seen.MayOffer(_ingrid));
        Table.Refuses(RequestRules.OfFamilies, () => seen.OfferTable(_ingrid, new Worth { Goal = "g", Adds = "a", LookAgain = new DateOnly(2027, 1, 1) }, "niets", Then));
        Assert.Null(seen.HelpBegan(true, Then).HelpBeganAt);
        Table.Refuses(RequestRules.AskedForOthers, () => seen.FamilyDoesNotWant(Then));
    }

    private static Dictionary<ConsultAsk, string?> Without(ConsultAsk ask) => Said.Where(one => one.Key != ask).ToDictionary();

    private static Dictionary<ConsultAsk, string?> With(ConsultAsk ask, string words) => new(Said) { [ask] = words };

    private HelpRequest Asked() => HelpRequest.Of(_team, HelpAsk.ToExperts(Said, "huisarts", []), Then);
}
