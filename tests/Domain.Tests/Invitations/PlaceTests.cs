using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Invitations;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Invitations;

/// <summary>Who gives a place, who makes the card for it, and who decides along: nobody for another (T20).</summary>
public sealed class PlaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly PersonId _sanne = PersonId.New();
    private readonly PersonId _mark = PersonId.New();
    private readonly PersonId _isa = PersonId.New();
    private DateTimeOffset _now = Start;

    public PlaceTests()
    {
        Circle = Circle.Start(_sanne, "Sanne", "mama", AgeGroup.Adult, null, [new ChildAtStart("Isa", AgeGroup.Young)], true, Start);
        Circle.GiveWayIn(Circle.Seats[1].Id, _isa, Host(_sanne));
        Circle.Add(_mark, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, Host(_sanne));
    }

    private Circle Circle { get; }

    [Fact]
    public void Who_gave_a_place_makes_the_card_and_nobody_instead_of_them_also_when_they_are_gone_T20()
    {
        var rie = Circle.Add(null, "Oma Rie", null, SeatSide.Network, AgeGroup.Adult, null, Host(_sanne));
        Assert.True(Circle.MayInvite(SeatOf(_sanne), rie));
        Assert.False(Circle.MayInvite(SeatOf(_mark), rie));
        Table.Refuses(InvitationRules.GaveThePlace, () => Circle.Invite(rie.Id, "Kom", SeatSet.None, Host(_mark)));
        var mila = Circle.Add(null, "Mila", null, SeatSide.Host, AgeGroup.Child, null, Host(_sanne));
        Circle.AgreeToHost(mila.Id, true, Host(_mark));
        Circle.AgreeToHost(mila.Id, true, Host(_isa));
        Assert.False(Circle.MayInvite(SeatOf(_mark), mila));
        Circle.StopMyPart(Circle.Admit(_sanne, Permission.Speak, Start.AddDays(1))!);
        Assert.False(Circle.MayInvite(SeatOf(_mark), rie));
        Table.Refuses(InvitationRules.GaveThePlace, () => Circle.Invite(rie.Id, "Kom", SeatSet.None, Host(_mark)));

        // A child stays without a way in for no parent's leaving.
        Assert.True(Circle.MayInvite(SeatOf(_mark), mila));
    }

    [Fact]
    public void A_host_comes_in_when_the_others_who_decide_agree_and_none_of_them_makes_one_alone_T20()
    {
        var friend = Circle.Add(null, "Vriendin", null, SeatSide.Host, AgeGroup.Adult, null, Host(_mark));
        Assert.Equal(["Sanne", "Isa"], Circle.WaitsForHosts(friend).Select(host => host.Name));
        Assert.False(Circle.MayInvite(SeatOf(_mark), friend));
        Table.Refuses(InvitationRules.AsksHosts, () => Circle.Invite(friend.Id, "Kom", SeatSet.None, Host(_mark)));
        Table.Refuses(InvitationRules.AsksHosts, () => Circle.AgreeToHost(friend.Id, true, Host(_mark)));
        Circle.AgreeToHost(friend.Id, true, Host(_sanne));
        Assert.False(Circle.MayInvite(SeatOf(_mark), friend));
        Circle.AgreeToHost(friend.Id, true, Host(_isa));
        var card = Circle.Invite(friend.Id, "Kom", SeatSet.None, Host(_mark));
        Assert.NotNull(Circle.AdmitInvited(card.Id, PersonId.New(), _now));

        // Said otherwise before they came in, the card is gone.
        Circle.AgreeToHost(friend.Id, false, Host(_sanne));
        Assert.Null(Circle.AdmitInvited(card.Id, PersonId.New(), _now));
        Assert.Empty(Circle.Invitations);
        Assert.True(Circle.RatherNot(friend.Number).Has(SeatOf(_sanne).Number));
        Circle.AgreeToHost(friend.Id, true, Host(_sanne));
        Assert.True(Circle.RatherNot(friend.Number).IsEmpty);
        Assert.Equal(Deed.HostAgreed, Circle.Traces[^1].Deed);
    }

    [Fact]
    public void A_child_that_was_there_from_the_start_gets_a_card_without_that()
    {
        var circle = Circle.Start(_sanne, "Sanne", null, AgeGroup.Adult, null, [new ChildAtStart("Isa", AgeGroup.Young), new ChildAtStart("Mila", AgeGroup.Child)], true, Start);
        Assert.All(circle.Children, child => Assert.Empty(circle.WaitsForHosts(child)));
        Assert.All(circle.Children, child => Assert.True(circle.MayInvite(circle.Seats[0], child)));
    }

    [Fact]
    public void One_host_fills_no_table_with_empty_places_and_room_stays_for_professionals_N19_T21()
    {
        for (var n = 0; n < Circle.MostEmpty; n++)
        {
            Circle.Add(null, "Leeg " + n, null, SeatSide.Network, AgeGroup.Adult, null, Host(_mark));
        }

        Table.Refuses(CircleRules.NotTooManyEmpty, () => Circle.Add(null, "Nog een", null, SeatSide.Network, AgeGroup.Adult, null, Host(_mark)));
        Circle.Add(null, "Oma Rie", null, SeatSide.Network, AgeGroup.Adult, null, Host(_sanne));
        while (Circle.Seats.Count < SeatSet.Most - Circle.KeptForProfessionals - ((2 * Circle.KeptForEachHost) - 1))
        {
            Circle.Add(PersonId.New(), "Vol " + Circle.Seats.Count, null, SeatSide.Network, AgeGroup.Adult, null, Host(_mark));
        }

        // What is left is for who Sanne and Isa would bring.
        Table.Refuses(CircleRules.NotTooMany, () => Circle.Add(PersonId.New(), "Vol", null, SeatSide.Network, AgeGroup.Adult, null, Host(_mark)));
        for (var n = 1; n < Circle.KeptForEachHost; n++)
        {
            Circle.Add(PersonId.New(), "Tante " + n, null, SeatSide.Network, AgeGroup.Adult, null, Host(_sanne));
        }

        Table.Refuses(CircleRules.NotTooMany, () => Circle.Add(PersonId.New(), "Vol", null, SeatSide.Network, AgeGroup.Adult, null, Host(_sanne)));
        for (var n = 0; n < Circle.KeptForEachHost; n++)
        {
            Circle.Add(PersonId.New(), "Vriendin " + n, null, SeatSide.Network, AgeGroup.Adult, null, Host(_isa));
        }

        Table.Refuses(CircleRules.NotTooMany, () => Circle.Add(PersonId.New(), "Vol", null, SeatSide.Network, AgeGroup.Adult, null, Host(_isa)));
        Assert.NotNull(Circle.AddFromBefore(PersonId.New(), "Ilse", null, null, Host(_sanne)));
    }

    [Theory]
    [InlineData("Theo")]
    [InlineData("theo")]
    [InlineData("T h é o")]
    [InlineData("Theo\u200B")]
    [InlineData("\u202ETheo")]
    [InlineData("\u0422heo")]
    [InlineData("\u0422\u04BB\u0435\u043E")]
    [InlineData("The\u03BF")]
    public void Nobody_is_given_a_place_under_a_name_that_looks_like_anothers_T20(string name)
    {
        Circle.Add(null, "Theo", "opa", SeatSide.Network, AgeGroup.Adult, null, Host(_sanne));
        Table.Refuses(CircleRules.NameIsFree, () => Circle.Add(null, name, "opa", SeatSide.Network, AgeGroup.Adult, null, Host(_mark)));
        Circle.Add(null, "Theo van hiernaast", null, SeatSide.Network, AgeGroup.Adult, null, Host(_mark));
    }

    [Fact]
    public void Who_of_their_own_people_comes_in_is_described_by_themselves_and_by_who_brought_them_T20()
    {
        var theo = Circle.Add(PersonId.New(), "Theo", "opa", SeatSide.Network, AgeGroup.Adult, null, Host(_sanne));
        Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(theo.Id, "leugenaar", theo.Mug, Speaks(_mark)));
        Circle.Describe(theo.Id, "opa van Isa", theo.Mug, Speaks(_sanne));
        Assert.Equal("opa van Isa", Circle.Find(theo.Id)!.WhatTheyAre);
    }

    [Fact]
    public void Who_came_through_one_host_alone_does_not_read_what_is_kept_from_that_host_T20_T22_R127()
    {
        var (rie, kees, ilse) = (PersonId.New(), PersonId.New(), PersonId.New());
        Circle.Add(rie, "Rie", "oma", SeatSide.Network, AgeGroup.Adult, null, Host(_sanne));
        Circle.Add(kees, "Kees", "vriend", SeatSide.Network, AgeGroup.Adult, null, Host(_mark));
        Circle.AddFromBefore(ilse, "Ilse", null, null, Host(_sanne));
        var from = SeatSet.Of(SeatOf(_mark).Number);
        Assert.True(Circle.CameThrough(SeatOf(kees), from));
        Assert.False(Circle.CameThrough(SeatOf(rie), from));
        var asked = Withholding.Ask(Circle, from, SeatOf(rie).Number, "eerst een plek", Netherlands.DayOf(_now).AddDays(9), Speaks(ilse));
        Assert.Equal(["Rie", "Sanne"], Withholding.SecondsFor(Circle, SeatOf(ilse), from).Select(seat => seat.Name).Order(StringComparer.Ordinal));
        Assert.False(asked.Meanwhile.Has(SeatOf(kees).Number));
        Assert.True(asked.Meanwhile.Has(SeatOf(rie).Number));
        Table.Refuses(
            WithholdingRules.SecondIsAnother, () => Withholding.Ask(Circle, from, SeatOf(kees).Number, "eerst een plek", Netherlands.DayOf(_now).AddDays(9), Speaks(ilse)));

        // Where one host decides alone all came through that host, and nobody is left out by it.
        Assert.False(Circle.CameThrough(SeatOf(kees), SeatSet.Of(SeatOf(_mark).Number, SeatOf(_sanne).Number, SeatOf(_isa).Number)));
    }

    [Fact]
    public void What_a_parent_is_to_the_family_says_that_parent_alone_R103_T20()
    {
        Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(SeatOf(_sanne).Id, "liegt altijd", SeatOf(_sanne).Mug, Speaks(_mark)));
        Circle.Describe(SeatOf(_sanne).Id, "mama", SeatOf(_sanne).Mug, Speaks(_sanne));
        Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(SeatOf(_isa).Id, "onze oudste", SeatOf(_isa).Mug, Speaks(_mark)));
        Assert.Equal(("mama", (string?)null), (SeatOf(_sanne).WhatTheyAre, SeatOf(_isa).WhatTheyAre));
    }

    private Seat SeatOf(PersonId person) => Circle.SeatOf(person)!;

    private Act Host(PersonId person) => Act(person, Permission.Host);

    private Act Speaks(PersonId person) => Act(person, Permission.Speak);

    private Act Act(PersonId person, Permission permission)
    {
        _now = _now.AddMinutes(1);
        return Circle.Admit(person, permission, _now)!;
    }
}
