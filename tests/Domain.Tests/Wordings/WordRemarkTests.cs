using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Wordings;

namespace Keukentafel.Domain.Tests.Wordings;

public sealed class WordRemarkTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    private readonly Representative _mother = new(PersonId.New(), RepresentativeKind.Parent);
    private readonly Representative _father = new(PersonId.New(), RepresentativeKind.Parent);
    private readonly Representative _girl = new(PersonId.New(), RepresentativeKind.Young);

    [Fact]
    public void A_remark_holds_no_person_and_no_moment_R134_partly() => Assert.DoesNotContain(
        typeof(WordRemark).GetProperties(), one => one.PropertyType == typeof(PersonId) || one.PropertyType == typeof(CircleId)
            || one.PropertyType == typeof(DateTimeOffset) || one.PropertyType == typeof(Guid));

    [Fact]
    public void A_remark_says_which_word_and_what_is_the_matter_in_short_R134_partly()
    {
        Table.Refuses(WordingRules.SaysWords, () => WordRemark.Say(WordRemarkKind.NotRight, null, "nl", "  ", null, Today));
        Table.Refuses(WordingRules.SaysWhich, () => WordRemark.Say(null, null, "nl", "gast", null, Today));
        Table.Refuses(WordingRules.WordsFit, () => WordRemark.Say(WordRemarkKind.NotRight, null, "nl", new string('a', 301), null, Today));
        Table.Refuses(WordingRules.BetterFits, () => WordRemark.Say(WordRemarkKind.NotRight, null, "nl", "gast", new string('a', 301), Today));
        var remark = WordRemark.Say(WordRemarkKind.NotUnderstood, "/tables/{circle}/who", "nl", new string('a', 300), " ", Today);
        Assert.Null(remark.Better);
        Assert.Equal(Today, remark.Day);
    }

    [Fact]
    public void It_is_decided_only_when_a_parent_and_a_young_person_said_the_same_R134()
    {
        var remark = Proposed(_mother);
        Table.Refuses(WordingRules.BothDecide, () => remark.Agree(_mother, 1, Today));
        Table.Refuses(WordingRules.BothDecide, () => remark.Agree(_father, 1, Today));

        // Who speaks for others by now is still the same person.
        Table.Refuses(WordingRules.BothDecide, () => remark.Agree(_mother with { Kind = RepresentativeKind.Young }, 1, Today));
        var decision = remark.Agree(_girl, 1, Today.AddDays(2));
        Assert.Equal([_mother, _girl], decision.By);
        Assert.Equal((Today.AddDays(2), "gast", "bezoek", "Een gast blijft eten."), (decision.Day, decision.Old, decision.New, decision.Why));
        Assert.Equal([_girl, _father], Proposed(_girl).Agree(_father, 1, Today).By);
    }

    [Fact]
    public void A_decision_of_two_parents_or_of_one_person_cannot_be_made_at_all_R134()
    {
        foreach (var by in new[] { [_mother, _father], [_mother], [], [_mother, _mother with { Kind = RepresentativeKind.Young }], new[] { _mother, _girl, _father } })
        {
            Table.Refuses(WordingRules.BothDecide, () => Assert.Null(new WordDecision(Today, null, "nl", WordOutcome.Stays, "gast", null, "Goed.", by)));
        }
    }

    [Fact]
    public void Nobody_agrees_or_refuses_or_proposes_over_words_that_they_did_not_read()
    {
        var remark = Proposed(_mother);
        Table.Refuses(WordingRules.OtherProposal, () => Proposing(remark, _girl, 0));
        Table.Refuses(WordingRules.OtherProposal, () => Proposing(remark, _girl, 1));
        var again = Proposing(remark, _mother, 1);
        Table.Refuses(WordingRules.OtherProposal, () => again.Agree(_girl, 1, Today));
        Table.Refuses(WordingRules.OtherProposal, () => again.Refuse(_girl, 1, "Nee."));
        Assert.Equal(2, again.Proposals.Count);
    }

    [Fact]
    public void A_no_says_why_stays_to_be_read_and_lets_anybody_propose_again()
    {
        var remark = Proposed(_mother);
        Table.Refuses(WordingRules.SaysWhy, () => remark.Refuse(_girl, 1, ""));
        Table.Refuses(WordingRules.OtherProposal, () => remark.Refuse(_mother, 1, "Toch niet."));
        var refused = remark.Refuse(_girl, 1, "Bezoek gaat weer weg.");
        Table.Refuses(WordingRules.OtherProposal, () => refused.Agree(_girl, 1, Today));
        var next = Proposing(refused, _girl, 1);
        Assert.Equal("Bezoek gaat weer weg.", next.Proposals[0].Objection!.Why);
        Assert.Equal([_girl, _mother], next.Agree(_mother, 2, Today).By);
    }

    [Fact]
    public void A_proposal_says_which_words_become_what_and_why()
    {
        var remark = Said();
        Table.Refuses(WordingRules.SaysOutcome, () => remark.Propose(_mother, 0, null, "gast", "bezoek", "Zo."));
        Table.Refuses(WordingRules.SaysOld, () => remark.Propose(_mother, 0, WordOutcome.Changes, null, "bezoek", "Zo."));
        Table.Refuses(WordingRules.SaysNew, () => remark.Propose(_mother, 0, WordOutcome.Changes, "gast", null, "Zo."));
        Table.Refuses(WordingRules.SaysNew, () => remark.Propose(_mother, 0, WordOutcome.Changes, "gast", " gast ", "Zo."));
        Table.Refuses(WordingRules.SaysWhy, () => remark.Propose(_mother, 0, WordOutcome.Stays, "gast", null, null));
        Assert.Null(remark.Propose(_mother, 0, WordOutcome.Stays, "gast", "bezoek", "Het klopt.").Proposal!.New);
    }

    [Fact]
    public void What_somebody_proposed_with_is_not_taken_away_any_more()
    {
        Said().MustHaveNoProposal();
        Table.Refuses(WordingRules.OtherProposal, Proposed(_mother).MustHaveNoProposal);
    }

    [Fact]
    public void Whoever_works_with_families_speaks_for_neither_and_a_child_for_nobody_R134_partly()
    {
        var who = PersonId.New();
        Table.Refuses(WordingRules.SpeaksForOwn, () => Representative.Of(who, RepresentativeKind.Parent, AgeGroup.Adult, true));
        Table.Refuses(WordingRules.SpeaksForOwn, () => Representative.Of(who, RepresentativeKind.Young, AgeGroup.Adult, true));
        Table.Refuses(WordingRules.SpeaksForOwn, () => Representative.Of(who, RepresentativeKind.Young, AgeGroup.Child, false));
        Table.Refuses(WordingRules.SpeaksForOwn, () => Representative.Of(who, RepresentativeKind.Parent, AgeGroup.Young, false));
        Assert.Equal(RepresentativeKind.Young, Representative.Of(who, RepresentativeKind.Young, AgeGroup.Young, false).Kind);
        Assert.Equal(RepresentativeKind.Parent, Representative.Of(who, RepresentativeKind.Parent, AgeGroup.Adult, false).Kind);
    }

    private static WordRemark Said() => WordRemark.Say(WordRemarkKind.NotRight, "/tables/{circle}/who", "nl", "gast", "bezoek", Today);

    private static WordRemark Proposed(Representative by) => Proposing(Said(), by, 0);

    private static WordRemark Proposing(WordRemark remark, Representative by, int seen) =>
        remark.Propose(by, seen, WordOutcome.Changes, "gast", "bezoek", "Een gast blijft eten.");
}
