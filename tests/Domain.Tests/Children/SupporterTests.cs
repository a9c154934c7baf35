using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Tests.Children;

/// <summary>A young person chooses who supports them, and nobody else does (R17, T20).</summary>
public sealed class SupporterTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);
    private readonly PersonId _jayden = PersonId.New();
    private readonly PersonId _mother = PersonId.New();
    private readonly PersonId _buddy = PersonId.New();
    private readonly PersonId _guest = PersonId.New();
    private readonly PersonId _little = PersonId.New();
    private readonly Circle _circle;

    public SupporterTests()
    {
        _circle = Circle.Start(_jayden, "Jayden", null, AgeGroup.Young, null, [new ChildAtStart("Liv", AgeGroup.Child)], false, At);
        var host = _circle.Admit(_jayden, Permission.Host, At)!;
        _circle.GiveWayIn(_circle.Children.First(child => child.Name == "Liv").Id, _little, host);
        _circle.Add(_mother, "Chantal", "mama", SeatSide.Host, AgeGroup.Adult, null, host);
        _circle.Add(_buddy, "Ahmed", "mijn maatje", SeatSide.Network, AgeGroup.Adult, null, host);
        _circle.AddFromBefore(_guest, "Dennis", null, null, host);
    }

    [Fact]
    public void A_young_person_chooses_who_supports_them_and_alone_knows_it_until_they_say_otherwise_R17()
    {
        _circle.ChooseSupporter(SeatOf(_buddy).Id, null, SupporterKnown.OnlyMe, 0, Speaks(_jayden));
        Assert.Equal(new Supporter(SeatOf(_jayden).Number, SeatOf(_buddy).Number, null, SupporterKnown.OnlyMe, At, 1), Seen(_jayden));
        Assert.All(new[] { _mother, _buddy, _guest, _little }, other => Assert.Null(Seen(other)));
        _circle.ChooseSupporter(SeatOf(_buddy).Id, null, SupporterKnown.Supporter, 1, Speaks(_jayden));
        Assert.NotNull(Seen(_buddy));
        Assert.All(new[] { _mother, _guest, _little }, other => Assert.Null(Seen(other)));
        _circle.ChooseSupporter(SeatOf(_buddy).Id, null, SupporterKnown.Everyone, 2, Speaks(_jayden));
        Assert.All(new[] { _mother, _buddy, _guest, _little }, other => Assert.NotNull(Seen(other)));
        Assert.Equal(3, _circle.Traces.Count(trace => trace.Deed == Deed.SupporterChosen));
    }

    [Fact]
    public void Nobody_else_chooses_or_takes_away_whom_a_young_person_chose_T20()
    {
        _circle.ChooseSupporter(SeatOf(_buddy).Id, null, SupporterKnown.Everyone, 0, Speaks(_jayden));
        foreach (var other in new[] { _mother, _buddy, _guest, _little })
        {
            Refuses(SupporterRules.OwnChoice, () => _circle.ChooseSupporter(SeatOf(_mother).Id, null, SupporterKnown.Everyone, 1, Speaks(other)));
            Refuses(SupporterRules.OwnChoice, () => _circle.TakeSupporterAway(Speaks(other)));
        }

        var reads = _circle.Admit(_jayden, Permission.Read, At)!;
        Refuses(CommonRules.ProofFits, () => _circle.ChooseSupporter(SeatOf(_mother).Id, null, SupporterKnown.Everyone, 1, reads));
        Refuses(CommonRules.ProofFits, () => _circle.TakeSupporterAway(reads));
        Assert.Equal(SeatOf(_buddy).Number, Seen(_jayden)!.Seat);
    }

    [Fact]
    public void Somebody_from_outside_is_a_name_and_cannot_be_the_one_who_knows_it_too_R17()
    {
        var act = Speaks(_jayden);
        Refuses(SupporterRules.SaysWho, () => _circle.ChooseSupporter(null, " ", SupporterKnown.OnlyMe, 0, act));
        Refuses(SupporterRules.SaysWho, () => _circle.ChooseSupporter(SeatOf(_buddy).Id, "Mo", SupporterKnown.OnlyMe, 0, act));
        Refuses(SupporterRules.SaysWhoKnows, () => _circle.ChooseSupporter(null, "Mo", SupporterKnown.Supporter, 0, act));
        Refuses(SupporterRules.SaysWhoKnows, () => _circle.ChooseSupporter(null, "Mo", null, 0, act));
        Refuses(CommonRules.NameNotTooLong, () => _circle.ChooseSupporter(null, new string('x', Words.Name + 1), SupporterKnown.OnlyMe, 0, act));
        _circle.ChooseSupporter(null, "Mo van school", SupporterKnown.OnlyMe, 0, act);
        Assert.Equal("Mo van school", Seen(_jayden)!.Name);
        Assert.True(_circle.IsStillHere(Seen(_jayden)!));
    }

    [Fact]
    public void Oneself_and_a_child_are_no_supporter_and_neither_is_who_sits_elsewhere_R17()
    {
        var act = Speaks(_jayden);
        Refuses(SupporterRules.CanCarryIt, () => _circle.ChooseSupporter(SeatOf(_jayden).Id, null, SupporterKnown.OnlyMe, 0, act));
        Refuses(SupporterRules.CanCarryIt, () => _circle.ChooseSupporter(SeatOf(_little).Id, null, SupporterKnown.OnlyMe, 0, act));
        Refuses(CircleRules.SitsHere, () => _circle.ChooseSupporter(SeatId.New(), null, SupporterKnown.OnlyMe, 0, act));
        Assert.Equal(["Chantal", "Ahmed", "Dennis"], _circle.PossibleSupporters(act.By).Select(seat => seat.Name));
    }

    [Fact]
    public void A_choice_made_meanwhile_is_not_undone_and_taking_it_away_needs_nothing_R17()
    {
        _circle.ChooseSupporter(SeatOf(_buddy).Id, null, SupporterKnown.Everyone, 0, Speaks(_jayden));
        Refuses(CommonRules.NotChangedMeanwhile, () => _circle.ChooseSupporter(SeatOf(_mother).Id, null, SupporterKnown.Everyone, 0, Speaks(_jayden)));
        Assert.Equal(SeatOf(_buddy).Number, Seen(_jayden)!.Seat);
        _circle.TakeSupporterAway(Speaks(_jayden));
        _circle.TakeSupporterAway(Speaks(_jayden));
        Assert.Null(Seen(_jayden));
        Assert.Equal(1, _circle.Traces.Count(trace => trace.Deed == Deed.SupporterTakenAway));
    }

    [Fact]
    public void A_supporter_who_goes_stays_the_choice_and_goes_with_who_chose()
    {
        _circle.ChooseSupporter(SeatOf(_buddy).Id, null, SupporterKnown.Everyone, 0, Speaks(_jayden));
        _circle.StopMyPart(Speaks(_buddy));
        Assert.False(_circle.IsStillHere(Seen(_jayden)!));
        Assert.DoesNotContain(_circle.PossibleSupporters(SeatOf(_jayden)), seat => seat.Name == "Ahmed");
        var of = SeatOf(_jayden).Number;
        _circle.StopMyPart(Speaks(_jayden));
        Assert.Null(_circle.SupporterOf(of, SeatOf(_mother)));
    }

    private static void Refuses(Rule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);

    private Act Speaks(PersonId person) => _circle.Admit(person, Permission.Speak, At)!;

    private Seat SeatOf(PersonId person) => _circle.SeatOf(person)!;

    private Supporter? Seen(PersonId reader) => _circle.SupporterOf(SeatOf(_jayden).Number, SeatOf(reader));
}
