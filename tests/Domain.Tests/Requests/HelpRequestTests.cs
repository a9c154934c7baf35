using Keukentafel.Domain.Access;
using Keukentafel.Domain.Requests;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Requests;

public sealed class HelpRequestTests
{
    private static readonly DateTimeOffset Then = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    private readonly LocalTeamId _team = LocalTeamId.New();
    private readonly TeamMember _samira;
    private readonly TeamMember _bram;

    public HelpRequestTests()
    {
        _samira = TeamMember.Of(PersonId.New(), _team, true);
        _bram = TeamMember.Of(PersonId.New(), _team, true);
    }

    [Fact]
    public void What_would_help_is_the_one_thing_that_is_needed_R56_partly()
    {
        Table.Refuses(RequestRules.SaysWhatHelps, () => HelpAsk.Of(" \u200B ", "Alles.", [HelpKind.Money], [], "Geen bezoek.", "Esra", "bellen"));
        var ask = HelpAsk.Of(" Iemand in de ochtend.\r\n", " ", [], [], null, "", "\u200B");
        Assert.Equal("Iemand in de ochtend.", ask.WouldHelp);
        Assert.Null(ask.Hard);
        Assert.Null(ask.MustNot);
        Assert.Null(ask.Name);
        Assert.Null(ask.Reach);
    }

    [Fact]
    public void A_request_holds_what_is_hard_what_helps_with_what_from_whom_and_what_must_not_happen_R58()
    {
        var ask = HelpAsk.Of(
            "Hulp met post.", "De ochtenden.", [HelpKind.Money, HelpKind.Household, HelpKind.Money], [HelpFrom.Professionals, HelpFrom.Neighbours], "Niet naar school.", null, null);
        Assert.Equal(("De ochtenden.", "Hulp met post.", "Niet naar school."), (ask.Hard, ask.WouldHelp, ask.MustNot));
        Assert.Equal([HelpKind.Household, HelpKind.Money], ask.Kinds);
        Assert.Equal([HelpFrom.Neighbours, HelpFrom.Professionals], ask.From);
    }

    [Fact]
    public void Neighbours_and_volunteers_stand_before_professionals_in_one_list_R64_partly() => Assert.Equal(
        [HelpFrom.OwnPeople, HelpFrom.Neighbours, HelpFrom.Volunteers, HelpFrom.Professionals], Enum.GetValues<HelpFrom>());

    [Fact]
    public void What_is_too_long_is_said_of_its_own_field()
    {
        var brief = new string('a', Words.Brief + 1);
        var longer = new string('a', Words.Longest + 1);
        Table.Refuses(RequestRules.WouldHelpFits, () => HelpAsk.Of(longer, null, [], [], null, null, null));
        Table.Refuses(RequestRules.HardFits, () => HelpAsk.Of("a", longer, [], [], null, null, null));
        Table.Refuses(RequestRules.MustNotFits, () => HelpAsk.Of("a", null, [], [], brief, null, null));
        Table.Refuses(RequestRules.NameFits, () => HelpAsk.Of("a", null, [], [], null, new string('a', Words.Name + 1), null));
        Table.Refuses(RequestRules.ReachFits, () => HelpAsk.Of("a", null, [], [], null, null, brief));
        Table.Refuses(RequestRules.WordFits, () => HelpRequest.Word(new string('a', HelpRequest.LongestWord + 1)));
        Assert.Equal(Words.Longest, HelpAsk.Of(new string('a', Words.Longest), null, [], [], null, null, null).WouldHelp.Length);
    }

    [Fact]
    public void A_request_keeps_nobody_who_asked_no_circle_and_no_figure_but_days_R5_partly_N1_partly()
    {
        var kept = typeof(HelpRequest).GetProperties().Concat(typeof(HelpAsk).GetProperties());
        Assert.DoesNotContain(kept, one => one.PropertyType == typeof(PersonId) || one.PropertyType == typeof(PersonId?) || one.PropertyType == typeof(CircleId));
        Assert.Equal(
            ["DaysToAnswer", "DaysToHelp"],
            kept.Where(one => one.PropertyType == typeof(int) || one.PropertyType == typeof(int?)).Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Null(Asked().Write("Nog iets.", true, Then).Said[0].By);
    }

    [Fact]
    public void A_human_answers_with_a_name_and_how_to_be_reached_P2()
    {
        var request = Asked();
        Table.Refuses(RequestRules.SaysAnswer, () => request.Answer(_samira, "Samira", "06", " ", Then));
        Table.Refuses(RequestRules.SaysWho, () => request.Answer(_samira, " ", "06", "Ik bel je.", Then));
        Table.Refuses(RequestRules.SaysHow, () => request.Answer(_samira, "Samira", null, "Ik bel je.", Then));
        Table.Refuses(RequestRules.WordsFit, () => request.Answer(_samira, "Samira", "06", new string('a', Words.Longest + 1), Then));
        Table.Refuses(RequestRules.StillThere, () => request.Answer(TeamMember.Of(PersonId.New(), LocalTeamId.New(), true), "Els", "06", "Ik bel je.", Then));
        var said = Assert.Single(request.Answer(_samira, "Samira", "06", "Ik bel je.", Then).Said);
        Assert.Equal((_samira.Person, "Samira", "06", "Ik bel je."), (said.By, said.Name, said.Reach, said.Words));
    }

    [Fact]
    public void Two_who_answer_are_both_kept_and_the_same_twice_counts_once()
    {
        var both = Asked().Answer(_samira, "Samira", "06", "Ik bel je.", Then).Answer(_bram, "Bram", "balie", "Ik bel je.", Then);
        Assert.Equal([_samira.Person, _bram.Person], both.Said.Select(one => one.By));
        Assert.Same(both, both.Answer(_samira, "Samira", "06", "Ik bel je.", Then.AddMinutes(1)));
        Assert.Equal(2, Asked().Write("Ja.", true, Then).Write("Ja.", true, Then).Write("Nee.", true, Then).Said.Count);

        // After the other spoke, the same words say something new.
        Assert.Equal(4, both.Write("Dank je.", true, Then).Answer(_samira, "Samira", "06", "Ik bel je.", Then).Said.Count);
    }

    [Fact]
    public void Who_asked_writes_again_but_not_without_end_before_an_answer()
    {
        var request = Asked();
        for (var i = 0; i < HelpRequest.MostUnanswered; i++)
        {
            request = request.Write("Bericht " + i, true, Then);
        }

        Table.Refuses(RequestRules.WaitsForAnswer, () => request.Write("Nog een.", true, Then));
        Assert.Equal(HelpRequest.MostUnanswered + 2, request.Answer(_samira, "Samira", "06", "Ik ben er.", Then).Write("Fijn.", true, Then).Said.Count);
    }

    [Fact]
    public void Who_found_the_code_silences_nobody_and_who_asked_says_that_another_wrote_T20()
    {
        var request = Asked();
        Assert.False(request.MayBeDoubted);
        Assert.Empty(request.Doubt("Nee.", Then).Doubts);
        for (var i = 0; i < HelpRequest.MostUnanswered; i++)
        {
            request = request.Write("Bel maar niet meer " + i, false, Then);
        }

        Assert.All(request.Said, said => Assert.True(said.ByCode));
        Table.Refuses(RequestRules.WaitsForAnswer, () => request.Write("Ik was dat niet!", false, Then.AddMinutes(1)));
        request = request.Doubt("Bel mij wel. Ik wacht op je.", Then.AddMinutes(2));
        Assert.Equal([new RequestDoubt(Then.AddMinutes(2), "Bel mij wel. Ik wacht op je.")], request.Doubts);

        // Whoever found it sees nothing of that: it can be said again, and nothing that was refused is taken now.
        Assert.True(request.MayBeDoubted);
        Table.Refuses(RequestRules.WaitsForAnswer, () => request.Write("Nog een.", false, Then.AddMinutes(3)));
        Assert.Equal([Then.AddMinutes(2), Then.AddMinutes(4)], request.Doubt(" ", Then.AddMinutes(4)).Doubts.Select(doubt => doubt.At));
        Table.Refuses(RequestRules.WordsFit, () => request.Doubt(new string('a', Words.Brief + 1), Then));
        var many = Enumerable.Range(0, HelpRequest.MostUnanswered * 2).Aggregate(request, (so, nth) => so.Doubt("Nummer " + nth, Then));
        Assert.Equal((HelpRequest.MostUnanswered, "Bel mij wel. Ik wacht op je.", "Nummer " + ((HelpRequest.MostUnanswered * 2) - 1)), (many.Doubts.Count, many.Doubts[0].Words, many.Doubts[^1].Words));

        // A doubt ends nothing: it waits for an answer as before. With the own word nothing is to be doubted.
        Assert.Equal(Then, request.WaitsSince);
        Assert.False(Asked().Write("Nog iets.", true, Then).MayBeDoubted);
    }

    [Fact]
    public void The_time_from_request_to_answer_and_to_help_is_said_in_days_R60()
    {
        var request = Asked();
        Assert.Null(request.DaysToAnswer);
        Assert.Null(request.DaysToHelp);
        var helped = request.Answer(_samira, "Samira", "06", "Ik bel je.", Then.AddDays(1)).Answer(_bram, "Bram", "06", "Ik ook.", Then.AddDays(3))
            .HelpBegan(true, Then.AddDays(4)).HelpBegan(true, Then.AddDays(9));
        Assert.Equal((1, 4), (helped.DaysToAnswer, helped.DaysToHelp));

        // A day is a day in the Netherlands: half past eleven at night in London is tomorrow there.
        Assert.Equal(1, Asked().HelpBegan(true, new DateTimeOffset(2026, 11, 30, 23, 30, 0, TimeSpan.Zero)).DaysToHelp);
    }

    [Fact]
    public void It_waits_until_somebody_answers_and_again_when_who_asked_writes()
    {
        var request = Asked();
        Assert.Equal(Then, request.WaitsSince);
        Assert.Equal(Then, request.Write("Nog iets.", true, Then.AddDays(1)).WaitsSince);
        var answered = request.Answer(_samira, "Samira", "06", "Ik bel je.", Then.AddDays(2));
        Assert.Null(answered.WaitsSince);
        var again = answered.Write("Liever niet bellen.", true, Then.AddDays(3)).Write("Of toch.", true, Then.AddDays(4));
        Assert.Equal(Then.AddDays(3), again.WaitsSince);
        Assert.Null(again.HelpBegan(true, Then.AddDays(5)).WaitsSince);

        // Nobody helps before anybody answered, and with the code alone nobody's waiting ends, nor goes it sooner (T20).
        var early = request.HelpBegan(true, Then.AddDays(5));
        Assert.Equal((Then, 5), (early.WaitsSince, early.DaysToHelp));
        Assert.True(early.GoesOn >= request.GoesOn);
        var found = again.HelpBegan(false, Then.AddDays(5));
        Assert.Equal((Then.AddDays(3), 5), (found.WaitsSince, found.DaysToHelp));
        Assert.True(found.GoesOn >= again.GoesOn);
        Assert.Null(found.HelpBegan(true, Then.AddDays(6)).WaitsSince);
        Assert.Null(found.HelpDidNotBegin().HelpBegan(true, Then.AddDays(6)).WaitsSince);
        Assert.Equal(Then.AddDays(6), again.HelpBegan(true, Then.AddDays(5)).Answer(_samira, "Samira", "06", "Fijn!", Then.AddDays(5)).Write("Toch weer.", true, Then.AddDays(6)).WaitsSince);
    }

    [Fact]
    public void It_goes_on_a_day_that_can_be_said_beforehand_and_not_soon_while_nobody_answered()
    {
        var day = new DateOnly(2026, 11, 30);
        Assert.Equal(day.AddDays(HelpRequest.WaitsFor), Asked().GoesOn);
        var answered = Asked().Answer(_samira, "Samira", "06", "Ik bel je.", Then.AddDays(2));
        Assert.Equal(day.AddDays(2 + HelpRequest.StaysFor), answered.GoesOn);
        Assert.Equal(day.AddDays(3 + HelpRequest.WaitsFor), answered.Write("Nog iets.", true, Then.AddDays(3)).GoesOn);
        Assert.Equal(day.AddDays(7 + HelpRequest.StaysFor), answered.HelpBegan(true, Then.AddDays(7)).GoesOn);
    }

    [Fact]
    public void The_own_word_is_the_same_with_capitals_and_spaces_and_may_be_left_out()
    {
        Assert.Equal(HelpRequest.Word("Rode  Fiets"), HelpRequest.Word(" rode fiets\u200B"));
        Assert.NotEqual(HelpRequest.Word("rode fiets"), HelpRequest.Word("rode fietsen"));
        Assert.Equal("", HelpRequest.Word("  "));
    }

    [Fact]
    public void Who_answers_for_a_team_works_with_families_and_a_team_has_a_name_and_a_place()
    {
        Table.Refuses(RequestRules.WorksWithFamilies, () => TeamMember.Of(PersonId.New(), _team, false));
        Table.Refuses(RequestRules.TeamHasName, () => LocalTeam.Of(" ", "Team"));
        Table.Refuses(RequestRules.TeamHasName, () => LocalTeam.Of("Noord", new string('a', Words.Name + 1)));
        Assert.Equal(("Noord", "Team Noord"), (LocalTeam.Of(" Noord ", "Team Noord").Place, LocalTeam.Of("Noord", "Team Noord").Name));
    }

    private HelpRequest Asked() => HelpRequest.Of(_team, HelpAsk.Of("Iemand in de ochtend.", null, [], [], null, null, null), Then);
}
