using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Decisions;

public sealed class DecisionOptionTests
{
    private readonly Deciding _at = new();

    [Fact]
    public void Anybody_who_takes_part_lays_an_option_and_one_sentence_is_enough_R76_R150()
    {
        foreach (var act in new[] { _at.Table.Child, _at.Table.Grandmother, _at.Table.Guest, _at.Table.Mother })
        {
            Assert.Equal("Opa komt logeren.", _at.Lay("Opa komt logeren.", OptionKinds.None, act).Parts.What);
        }

        Table.Refuses(CommonRules.InWords, () => _at.Lay(" ", OptionKinds.None, _at.Table.Child));
    }

    [Fact]
    public void It_says_what_is_good_and_bad_what_gets_less_for_whom_what_was_tried_and_what_is_not_known_R76()
    {
        var parts = new OptionParts(
            "Naar oma.", OptionKinds.MovesChild, "Rust.", "Ver weg.", "School.", SeatSet.Of(_at.Child), "In mei; hij kwam terug.", "Hoe lang.",
            LegalStatus.Possible, new DateOnly(2026, 11, 1));
        var option = DecisionOption.Lay(_at.Table.Circle, _at.Heavy, parts, _at.Table.Mother);
        Assert.Equal(parts, option.Parts);
        Assert.Equal(["Naar oma.", "Rust.", "Ver weg.", "School.", "In mei; hij kwam terug.", "Hoe lang."], option.Said);
        option.TakeBack(_at.Table.Mother);
        Assert.Equal("", string.Concat(option.Said));
    }

    [Fact]
    public void What_the_law_says_has_its_date_R83()
    {
        var parts = Deciding.Parts("Naar oma.") with { Legal = LegalStatus.Difficult };
        Table.Refuses(DecisionRules.LawHasDate, () => DecisionOption.Lay(_at.Table.Circle, _at.Heavy, parts, _at.Table.Mother));
        DecisionOption.Lay(_at.Table.Circle, _at.Heavy, parts with { LegalOn = new DateOnly(2026, 11, 1) }, _at.Table.Mother);
        DecisionOption.Lay(_at.Table.Circle, _at.Heavy, parts with { Legal = LegalStatus.NotKnown }, _at.Table.Mother);
    }

    [Fact]
    public void Who_does_not_take_part_lays_nothing_and_nobody_is_named_who_does_not_sit_here()
    {
        var some = Decision.Open(
            _at.Table.Circle, "Wat eten we?", "Soep.", false, null, SeatSet.None, SeatSet.Of(_at.Table.Mother.By.Number), null, _at.Table.Mother);
        Table.Refuses(CommonRules.ProofFits, () => DecisionOption.Lay(_at.Table.Circle, some, Deciding.Parts("Brood."), _at.Table.Guest));
        var stranger = Deciding.Parts("x") with { ForWhom = SeatSet.Of(new SeatNumber(40)) };
        Table.Refuses(CircleRules.SitsHere, () => DecisionOption.Lay(_at.Table.Circle, _at.Heavy, stranger, _at.Table.Mother));
        Assert.All(_at.Table.Circle.Seats, seat => Assert.False(_at.Lay("x", OptionKinds.None, _at.Table.Mother).MayBeAnsweredBy(seat)));
    }
}
