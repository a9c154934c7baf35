using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Invitations;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Tests.Circles;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Invitations;

/// <summary>Who gives a place, who makes the card for it, and who decides along: nobody for another (T20).</summary>
public sealed class PlaceTests : ParentsApart
{
    [Fact]
    public void Who_gave_a_place_makes_the_card_and_nobody_instead_of_them_also_when_they_are_gone_T20()
    {
        var rie = Circle.Add(null, "Oma Rie", null, SeatSide.Network, AgeGroup.Adult, null, Host(Sanne));
        Assert.True(Circle.MayInvite(SeatOf(Sanne), rie));
        Assert.False(Circle.MayInvite(SeatOf(Mark), rie));
        Table.Refuses(InvitationRules.GaveThePlace, () => Circle.Invite(rie.Id, "Kom", SeatSet.None, Host(Mark)));
        var mila = Circle.Add(null, "Mila", null, SeatSide.Host, AgeGroup.Child, null, Host(Sanne));
        Circle.AgreeToHost(mila.Id, true, Host(Mark));
        Circle.AgreeToHost(mila.Id, true, Host(Isa));
        Assert.False(Circle.MayInvite(SeatOf(Mark), mila));
        Circle.StopMyPart(Circle.Admit(Sanne, Permission.Speak, Now.AddDays(1))!);
        Assert.False(Circle.MayInvite(SeatOf(Mark), rie));
        Table.Refuses(InvitationRules.GaveThePlace, () => Circle.Invite(rie.Id, "Kom", SeatSet.None, Host(Mark)));

        // A child stays without a way in for no parent's leaving.
        Assert.True(Circle.MayInvite(SeatOf(Mark), mila));
    }

    [Fact]
    public void A_host_comes_in_when_the_others_who_decide_agree_and_none_of_them_makes_one_alone_T20()
    {
        var friend = Circle.Add(null, "Vriendin", null, SeatSide.Host, AgeGroup.Adult, null, Host(Mark));
        Assert.Equal(["Sanne", "Isa"], Circle.WaitsForHosts(friend).Select(host => host.Name));
        Assert.False(Circle.MayInvite(SeatOf(Mark), friend));
        Table.Refuses(InvitationRules.AsksHosts, () => Circle.Invite(friend.Id, "Kom", SeatSet.None, Host(Mark)));
        Table.Refuses(InvitationRules.AsksHosts, () => Circle.AgreeToHost(friend.Id, true, Host(Mark)));
        Circle.AgreeToHost(friend.Id, true, Host(Sanne));
        Assert.False(Circle.MayInvite(SeatOf(Mark), friend));
        Circle.AgreeToHost(friend.Id, true, Host(Isa));
        var card = Circle.Invite(friend.Id, "Kom", SeatSet.None, Host(Mark));
        Assert.NotNull(Circle.AdmitInvited(card.Id, PersonId.New(), Now));

        // Said otherwise before they came in, the card is gone.
        Circle.AgreeToHost(friend.Id, false, Host(Sanne));
        Assert.Null(Circle.AdmitInvited(card.Id, PersonId.New(), Now));
        Assert.Empty(Circle.Invitations);
        Assert.True(Circle.RatherNot(friend.Number).Has(SeatOf(Sanne).Number));
        Circle.AgreeToHost(friend.Id, true, Host(Sanne));
        Assert.True(Circle.RatherNot(friend.Number).IsEmpty);
        Assert.Equal(Deed.HostAgreed, Circle.Traces[^1].Deed);
    }

    [Fact]
    public void A_child_that_was_there_from_the_start_gets_a_card_without_that()
    {
        var circle = Circle.Start(Sanne, "Sanne", null, AgeGroup.Adult, null, [new ChildAtStart("Isa", AgeGroup.Young), new ChildAtStart("Mila", AgeGroup.Child)], true, Now);
        Assert.All(circle.Children, child => Assert.Empty(circle.WaitsForHosts(child)));
        Assert.All(circle.Children, child => Assert.True(circle.MayInvite(circle.Seats[0], child)));
    }

    [Fact]
    public void One_host_fills_no_table_with_empty_places_and_room_stays_for_professionals_N19_T21()
    {
        for (var n = 0; n < Circle.MostEmpty; n++)
        {
            Circle.Add(null, "Leeg " + n, null, SeatSide.Network, AgeGroup.Adult, null, Host(Mark));
        }

        Table.Refuses(CircleRules.NotTooManyEmpty, () => Circle.Add(null, "Nog een", null, SeatSide.Network, AgeGroup.Adult, null, Host(Mark)));
        Circle.Add(null, "Oma Rie", null, SeatSide.Network, AgeGroup.Adult, null, Host(Sanne));
        while (Circle.Seats.Count < SeatSet.Most - Circle.KeptForProfessionals - ((2 * Circle.KeptForEachHost) - 1))
        {
            Circle.Add(PersonId.New(), "Vol " + Circle.Seats.Count, null, SeatSide.Network, AgeGroup.Adult, null, Host(Mark));
        }

        // What is left is for who Sanne and Isa would bring.
        Table.Refuses(CircleRules.NotTooMany, () => Circle.Add(PersonId.New(), "Vol", null, SeatSide.Network, AgeGroup.Adult, null, Host(Mark)));
        for (var n = 1; n < Circle.KeptForEachHost; n++)
        {
            Circle.Add(PersonId.New(), "Tante " + n, null, SeatSide.Network, AgeGroup.Adult, null, Host(Sanne));
        }

        Table.Refuses(CircleRules.NotTooMany, () => Circle.Add(PersonId.New(), "Vol", null, SeatSide.Network, AgeGroup.Adult, null, Host(Sanne)));
        for (var n = 0; n < Circle.KeptForEachHost; n++)
        {
            Circle.Add(PersonId.New(), "Vriendin " + n, null, SeatSide.Network, AgeGroup.Adult, null, Host(Isa));
        }

        Table.Refuses(CircleRules.NotTooMany, () => Circle.Add(PersonId.New(), "Vol", null, SeatSide.Network, AgeGroup.Adult, null, Host(Isa)));
        Assert.NotNull(Circle.AddFromBefore(PersonId.New(), "Ilse", null, null, Host(Sanne)));
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
    [InlineData("Th\u3164e0")]
    [InlineData("\u0166heo")]
    [InlineData("The\u00D8")]
    [InlineData("The\u0585")]
    [InlineData("\U0001D413heo")]
    public void Nobody_is_given_a_place_under_a_name_that_looks_like_anothers_T20(string name)
    {
        Circle.Add(null, "Theo", "opa", SeatSide.Network, AgeGroup.Adult, null, Host(Sanne));
        Table.Refuses(CircleRules.NameIsFree, () => Circle.Add(null, name, "opa", SeatSide.Network, AgeGroup.Adult, null, Host(Mark)));
        Circle.Add(null, "Theo van hiernaast", null, SeatSide.Network, AgeGroup.Adult, null, Host(Mark));
    }

    [Theory]
    [InlineData("Theo, opa")]
    [InlineData("Theo opa")]
    [InlineData("Theo, de opa van Isa")]
    [InlineData("Theo (opa)")]
    [InlineData("Theo – opa")]
    [InlineData("Theo - opa")]
    [InlineData("Th\u00E9o; papa")]
    [InlineData("Theo en Sanne")]
    [InlineData("Theo & Sanne")]
    [InlineData("Theo met Sanne")]
    [InlineData("Theo Sanne")]
    [InlineData("opa Theo")]
    public void Nobody_is_called_as_another_stands_beside_their_words_with_what_they_are_or_as_two_others_T20(string name)
    {
        Circle.Add(null, "Theo", "opa", SeatSide.Network, AgeGroup.Adult, null, Host(Sanne));
        Table.Refuses(CircleRules.NameIsFree, () => Circle.Add(null, name, null, SeatSide.Network, AgeGroup.Adult, null, Host(Mark)));
        foreach (var other in new[] { "Theo van hiernaast", "Jean-Theo", "J. Theo", "Wim en Els" })
        {
            Circle.Add(null, other, null, SeatSide.Network, AgeGroup.Adult, null, Host(Mark));
        }
    }

    [Fact]
    public void With_a_card_that_was_made_on_a_childs_phone_nobody_is_among_two_who_agree_until_the_parents_met_them_T20_T22_R127()
    {
        var (mark, sanne, isa) = (SeatOf(Mark), SeatOf(Sanne), SeatOf(Isa));
        var ilse = PersonId.New();
        Circle.AddFromBefore(ilse, "Ilse", null, null, Host(Sanne));
        var kees = SeatOf(JoinWith(Mark, "Kees"));
        var roel = SeatOf(JoinWith(Isa, "Roel"));
        var wim = WelcomedThrough("Wim", Isa);
        Assert.Equal([mark.Number, isa.Number, isa.Number, SeatOf(ilse).Number], new[] { kees, roel, wim, SeatOf(ilse) }.Select(Circle.HandOf));
        foreach (var from in new[] { mark, sanne }.Select(parent => SeatSet.Of(parent.Number)))
        {
            Assert.True(Circle.CameThrough(wim, from));
            Assert.True(Circle.CameThrough(roel, from));
        }

        var asked = Withholding.Ask(Circle, SeatSet.Of(mark.Number), SeatOf(ilse).Number, "eerst een plek", Netherlands.DayOf(Now).AddDays(9), Speaks(Sanne));
        Assert.DoesNotContain(asked.Meanwhile.Seats(), seat => seat == wim.Number || seat == roel.Number);
        Assert.All(new[] { mark, sanne, kees, roel, SeatOf(ilse) }, other => Assert.True(Circle.AreOfOneHand(other, wim)));
        Assert.True(Circle.AreOfOneHand(roel, SeatOf(ilse)));

        // What own people of the same hand give by name it reads before and after alike. Nothing of whom another brought, whoever held the phone of Isa.
        var lies = SeatOf(JoinWith(Sanne, "Lies"));
        Assert.False(Circle.NotMetBy(wim).Has(roel.Number));
        Assert.All(new[] { kees, lies, SeatOf(ilse) }, other => Assert.True(Circle.NotMetBy(wim).Has(other.Number)));
        Circle.SayMet(wim.Id, Host(Sanne));
        Circle.SayMet(wim.Id, Host(Mark));
        Assert.False(Circle.CameThrough(wim, SeatSet.Of(mark.Number)));
        Assert.False(Circle.AreOfOneHand(SeatOf(ilse), wim));
        Assert.True(Circle.AreOfOneHand(SeatOf(ilse), roel));
    }

    [Fact]
    public void What_a_professional_of_the_same_hand_gives_by_name_waits_too_as_they_may_be_who_they_are_T20()
    {
        var (vera, jo, kees) = (WelcomedThrough("Vera"), WelcomedThrough("Jo"), SeatOf(JoinWith(Mark, "Kees")));
        Assert.True(Circle.NotMetBy(vera).Has(jo.Number));
        Assert.False(Circle.NotMetBy(vera).Has(kees.Number));
        Circle.SayMet(vera.Id, Host(Sanne));
        Assert.False(Circle.NotMetBy(vera).Has(jo.Number));
    }

    [Fact]
    public void Whoever_stopped_and_comes_back_with_a_card_of_another_sits_here_by_both_hands_T20_T22()
    {
        var ilse = PersonId.New();
        Circle.AddFromBefore(ilse, "Ilse", null, null, Host(Sanne));
        var person = JoinWith(Isa, "Piet");
        Circle.StopMyPart(Circle.Admit(person, Permission.Speak, Now.AddDays(1))!);
        var place = Circle.Seats.First(seat => seat.Name == "Piet");
        var card = Circle.Invite(place.Id, "Kom terug", SeatSet.None, Host(Mark));
        Circle.Join(card.Id, Circle.AdmitInvited(card.Id, person, Now.AddSeconds(1))!);
        var piet = SeatOf(person);
        Assert.Equal((SeatOf(Isa).Number, SeatOf(Mark).Number), (piet.AddedBy, Circle.HandOf(piet)));
        Assert.All(new[] { Mark, Sanne }, from => Assert.True(Circle.CameThrough(piet, SeatSet.Of(SeatOf(from).Number))));
        Assert.True(Circle.AreOfOneHand(SeatOf(ilse), piet));
        Assert.True(Circle.AreOfOneHand(SeatOf(JoinWith(Isa, "Roel")), piet));
        Assert.DoesNotContain(Withholding.SecondsFor(Circle, SeatOf(ilse), SeatSet.Of(SeatOf(Mark).Number)), seat => seat.Number == piet.Number);

        // From the phone of a child nobody speaks for that child, nor begins what a parent planned without a day.
        Assert.True(Circle.IsByOtherHand(piet, SeatOf(Isa)));
        Assert.True(Circle.IsByOtherHand(SeatOf(JoinWith(Isa, "Koos")), SeatOf(Isa)));
        var talk = Talk.Plan(Circle, "Samen eten", null, null, null, SeatSet.Of(piet.Number), Speaks(Sanne));
        Assert.False(talk.MayBegin(Circle, piet, Netherlands.DayOf(Now)));
    }

    [Fact]
    public void That_one_met_somebody_is_taken_back_as_it_was_said_by_oneself_T20()
    {
        var vera = WelcomedThrough("Vera");
        Assert.False(Circle.SaidMet(SeatOf(Sanne), vera));
        Table.Refuses(InvitationRules.StillToMeet, () => Circle.TakeMetBack(vera.Id, Host(Sanne)));
        Circle.SayMet(vera.Id, Host(Sanne));
        Assert.True(Circle.SaidMet(SeatOf(Sanne), vera));
        Assert.True(SlipTo(vera, Sanne).MayBeReadBy(vera));
        Table.Refuses(InvitationRules.StillToMeet, () => Circle.TakeMetBack(vera.Id, Host(Mark)));
        Table.Refuses(InvitationRules.StillToMeet, () => Circle.TakeMetBack(vera.Id, Host(Isa)));
        Circle.TakeMetBack(vera.Id, Host(Sanne));
        Assert.Equal(Deed.MetTakenBack, Circle.Traces[^1].Deed);
        Assert.False(SlipTo(vera, Sanne).MayBeReadBy(vera));
        Assert.True(Circle.MaySayMet(SeatOf(Sanne), vera));
    }

    [Fact]
    public void What_he_may_not_nobody_does_by_his_hand_begin_her_talk_or_say_that_she_says_nothing_T20_D31_D32()
    {
        var ilse = PersonId.New();
        Circle.AddFromBefore(ilse, "Ilse", null, null, Host(Sanne));
        var (kees, rie, vera) = (JoinWith(Mark, "Kees"), JoinWith(Sanne, "Rie"), WelcomedThrough("Vera"));
        var talk = Talk.Plan(Circle, null, null, null, null, SeatSet.None, Speaks(Sanne));
        var today = Netherlands.DayOf(Now);
        Assert.Equal(
            [true, true, true, true, false, false, false],
            new[] { SeatOf(Sanne), SeatOf(Isa), SeatOf(ilse), SeatOf(rie), SeatOf(Mark), SeatOf(kees), vera }.Select(seat => talk.MayBegin(Circle, seat, today)));
        Assert.False(Talk.Plan(Circle, null, null, null, null, SeatSet.None, Speaks(kees)).MayBegin(Circle, SeatOf(rie), today));

        var page = NotKnown.Begin(Circle, "Waarom slaapt Isa slecht?", null, SeatSet.None, Audience.Everyone, Speaks(Mark));
        foreach (var by in new[] { kees, vera.Person!.Value })
        {
            Table.Refuses(FamilyFirstRules.NotOfOtherParent, () => page.SayWhyNothingOf(Circle, SeatOf(Sanne).Number, "Wil niets zeggen.", SeatOf(kees).Number, Speaks(by)));
        }

        page.SayWhyNothingOf(Circle, SeatOf(Sanne).Number, "Zij belt morgen.", SeatOf(rie).Number, Speaks(rie));
        Circle.SayMet(vera.Id, Host(Sanne));
        page.SayWhyNothingOf(Circle, SeatOf(Sanne).Number, "Zij vroeg mij dit te zeggen.", vera.Number, Speaks(vera.Person!.Value));
    }

    [Theory]
    [InlineData("Ilse", "llse")]
    [InlineData("Ilse", "1lse")]
    [InlineData("Ilse", "|lse")]
    [InlineData("Ilse", "\u04C0lse")]
    [InlineData("Ilse", "\u0131lse")]
    [InlineData("Ilse", "\u00EDlse")]
    [InlineData("Ilse", "I\uFFA0lse")]
    [InlineData("Arno", "Amo")]
    [InlineData("Wim", "VVim")]
    [InlineData("Ali", "\u0391li")]
    [InlineData("Mark", "\u041C\u0430\u0433\u043A")]
    [InlineData("Mark", "Mar\u0138")]
    [InlineData("Sanna", "\u0405\u0430\u043F\u043F\u0430")]
    [InlineData("Sanna", "Sa\u014B\u014Ba")]
    [InlineData("Sanna", "5anna")]
    [InlineData("Ilse", "Ils\u025B")]
    [InlineData("Olga", "\u0186lga")]
    public void What_looks_like_one_stroke_is_one_in_every_way_to_a_seat_T20(string seated, string name)
    {
        var from = PersonId.New();
        Circle.AddFromBefore(from, "Samira", null, null, Host(Sanne));
        Circle.AddFromBefore(PersonId.New(), seated, null, null, Host(Sanne));
        var worth = new Worth { Name = name, Goal = "Rust.", Adds = "Zij kent de weg.", LookAgain = Netherlands.DayOf(Now).AddDays(30) };
        var today = Netherlands.DayOf(Now);
        Table.Refuses(CircleRules.NameIsFree, () => Circle.Add(null, name, null, SeatSide.Network, AgeGroup.Adult, null, Host(Mark)));
        Table.Refuses(CircleRules.NameIsFree, () => Circle.Propose(worth, Speaks(Mark)));
        Table.Refuses(CircleRules.NameIsFree, () => Circle.ProposeStandIn(SeatOf(from).Id, worth, today, today, new StandInWords(null, null, null), Speaks(Mark)));
        Table.Refuses(CircleRules.NameIsFree, () => Circle.JoinByAuthority(worth, "de rechter", "een maatregel", today.AddDays(9), PersonId.New(), Speaks(from)));
    }

    [Fact]
    public void A_name_mixes_no_letters_of_two_scripts_in_one_word_and_others_stay_apart_T20()
    {
        foreach (var mixed in new[] { "Theo \u3161 opa", "Theo \u4E00 opa", "Theo \u0627 opa", "Sann\u0435ke", "Jo\u03BFp", "\u0531nna", "\uA4E2anne", "\uA4F2lse", "\u13A2heo", "\uA4E2\uA4EE\uA4E0\uA4E0\uA4F0",
            "\u2D4Fsa", "\u4E28sa", "\u3163sa", "\u4E05heo", "The\u101D", "The\u0E50", "The\u0D82", "\u0627sa", "\u01ACheo", "Th\u01A5o", "\u01A7anne", "\u01C3sa", "\u0283anne", "\u10BD\u0430\u0578\u0578\u0435", "\u0410\u03B7\u03B7a" })
        {
            Table.Refuses(CircleRules.NameInOneScript, () => Circle.Add(null, mixed, null, SeatSide.Network, AgeGroup.Adult, null, Host(Mark)));
        }

        foreach (var name in new[] { "Елена van boven", "Ελένη", "Ella", "Elia", "Zoë", "Jean-Luc", "Şükrü", "D’Arcy", "李娜", "محمد", "አበበ", "ნინო", "ராஜா", "김민준", "Nguyễn", "Əli", "Kɔfi", "Ștefan", "Ɗan", "Anne 2" })
        {
            Circle.Add(PersonId.New(), name, null, SeatSide.Network, AgeGroup.Adult, null, Host(Mark));
        }
    }

    [Fact]
    public void Who_comes_in_with_a_card_of_one_host_is_for_the_other_who_they_say_once_the_other_met_them_T20_T22_R127()
    {
        var (samira, fake, theo) = (PersonId.New(), PersonId.New(), PersonId.New());
        Circle.AddFromBefore(samira, "Samira", null, null, Host(Sanne));
        Circle.Add(theo, "Theo", "opa", SeatSide.Network, AgeGroup.Adult, null, Host(Sanne));
        var today = Netherlands.DayOf(Now);
        var proposed = Circle.ProposeStandIn(
            SeatOf(samira).Id, new Worth { Name = "Vera", Goal = "Zij belt." }, today, today.AddDays(30), new StandInWords(null, null, null), Speaks(Mark));
        Circle.AnswerInvolvement(proposed.Id, WelcomeAnswer.Welcome, null, false, Host(Sanne));
        Circle.AnswerInvolvement(proposed.Id, WelcomeAnswer.Welcome, null, false, Host(Isa));
        var place = Circle.Seats[^1];
        var before = SlipTo(place, Sanne);
        var card = Circle.Invite(place.Id, "Kom", SeatSet.None, Host(Mark));
        Circle.Join(card.Id, Circle.AdmitInvited(card.Id, fake, Now.AddSeconds(1))!);
        var (vera, mark, sanne, isa) = (SeatOf(fake), SeatOf(Mark), SeatOf(Sanne), SeatOf(Isa));
        var from = SeatSet.Of(mark.Number);

        // Neither a second reader nor meanwhile, and nothing that Sanne gives by name; what Mark gives is read.
        Assert.True(Circle.CameThrough(vera, from));
        Assert.Equal(mark.Number, Circle.CardBy(vera));
        Assert.DoesNotContain(vera, Withholding.SecondsFor(Circle, sanne, from));
        Assert.False(before.MayBeReadBy(vera));
        Assert.False(SlipTo(vera, Sanne).MayBeReadBy(vera));
        Assert.True(SlipTo(vera, Mark).MayBeReadBy(vera));

        // Nor what her own people and a professional give by name, until the other hosts met her; nor does she help Sanne back in.
        var others = new[] { theo, samira }.Select(other => SlipTo(vera, other)).ToList();
        Assert.All(others, slip => Assert.False(slip.MayBeReadBy(vera)));
        Assert.DoesNotContain(vera, Circle.MayReadContactOf(SeatOf(theo)));
        Assert.DoesNotContain(vera, Circle.MayBeToldAddressOf(SeatOf(theo)));
        Assert.Equal(["Samira", "Theo"], WayBack.WhoMayHelp(Sanne, [Circle], Now).Select(seat => seat.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(vera, WayBack.WhoMayHelp(theo, [Circle], Now));

        // And she and Mark, or she and another with a card of Mark, are no two who agree about Sanne.
        var kees = JoinWith(Mark, "Kees");
        var kept = SeatSet.Of(sanne.Number);

        // Who came through Mark too sees by nothing whether Sanne met her.
        Assert.True(SlipTo(vera, kees).MayBeReadBy(vera));
        Assert.Contains(vera, Circle.MayReadContactOf(SeatOf(kees)));
        Assert.Equal(["Samira"], Withholding.SecondsFor(Circle, vera, kept).Select(seat => seat.Name));
        foreach (var second in new[] { mark, SeatOf(kees) })
        {
            Table.Refuses(WithholdingRules.SecondIsAnother, () => Withholding.Ask(Circle, kept, second.Number, "Zij slaat.", today.AddDays(9), Speaks(fake)));
        }

        Table.Refuses(WithholdingRules.SecondIsAnother, () => Withholding.Ask(Circle, kept, vera.Number, "Zij slaat.", today.AddDays(9), Speaks(Mark)));
        Assert.DoesNotContain(vera, Circle.MayReadContactOf(sanne));
        Assert.DoesNotContain(vera, Circle.MayBeToldAddressOf(sanne));
        var asked = Withholding.Ask(Circle, from, SeatOf(samira).Number, "eerst een plek", today.AddDays(9), Speaks(Sanne));
        Assert.False(asked.Meanwhile.Has(vera.Number));
        Assert.False(Circle.MaySayAuthority(vera));
        Assert.True(Circle.MaySayAuthority(SeatOf(samira)));

        // By the own press of each, and of nobody for another.
        Assert.Equal([false, true, true], new[] { mark, sanne, isa }.Select(host => Circle.MaySayMet(host, vera)));
        Table.Refuses(InvitationRules.StillToMeet, () => Circle.SayMet(vera.Id, Host(Mark)));
        Circle.SayMet(vera.Id, Host(Isa));
        Assert.True(Circle.CameThrough(vera, from));
        Circle.SayMet(vera.Id, Host(Sanne));
        Assert.Equal(Deed.MetSaid, Circle.Traces[^1].Deed);
        Assert.False(Circle.CameThrough(vera, from));
        Assert.True(before.MayBeReadBy(vera));
        Assert.All(others, slip => Assert.True(slip.MayBeReadBy(vera)));
        Assert.Contains(vera, WayBack.WhoMayHelp(Sanne, [Circle], Now));
        Assert.True(SlipTo(vera, kees).MayBeReadBy(vera));
        Assert.DoesNotContain(mark, Withholding.SecondsFor(Circle, vera, kept));
        Assert.DoesNotContain(vera, Withholding.SecondsFor(Circle, mark, kept));
        Assert.Contains(vera, Circle.MayReadContactOf(sanne));
        Table.Refuses(InvitationRules.StillToMeet, () => Circle.SayMet(vera.Id, Host(Sanne)));

        // Who stands in brings nobody along on an authority, whoever met them.
        Assert.False(Circle.MaySayAuthority(vera));
    }

    [Fact]
    public void By_the_yes_of_whom_one_says_not_to_have_met_after_all_nobody_comes_in_within_the_wait_T20()
    {
        var vera = WelcomedThrough("Vera");
        var rie = JoinWith(Sanne, "Rie");
        Circle.SayMet(vera.Id, Host(Sanne));
        var way = new WayBack(Sanne, []).Choose([vera.Id, SeatOf(rie).Id], [Circle], Now);
        var lost = new LostPassword(Sanne, "nieuw", Now.AddHours(1), []).Help(rie, way, [Circle], Now.AddHours(2)).Help(vera.Person!.Value, way, [Circle], Now.AddHours(3));
        Assert.True(lost.Counts(way, [Circle], Now.AddDays(3)));
        Circle.TakeMetBack(vera.Id, Host(Sanne));
        Assert.False(lost.Stands(way, [Circle]));
        Assert.False(lost.Counts(way, [Circle], Now.AddDays(3)));

        // Who stopped, or went away, let them in before, and that holds.
        Circle.SayMet(vera.Id, Host(Sanne));
        Circle.StopMyPart(Circle.Admit(rie, Permission.Speak, Now.AddDays(1))!);
        Assert.True(lost.Counts(way, [Circle], Now.AddDays(3)));
    }

    [Fact]
    public void Who_of_their_own_people_comes_in_is_described_by_themselves_and_by_who_brought_them_T20()
    {
        var theo = Circle.Add(PersonId.New(), "Theo", "opa", SeatSide.Network, AgeGroup.Adult, null, Host(Sanne));
        Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(theo.Id, "leugenaar", theo.Mug, Speaks(Mark)));
        Circle.Describe(theo.Id, "opa van Isa", theo.Mug, Speaks(Sanne));
        Assert.Equal("opa van Isa", Circle.Find(theo.Id)!.WhatTheyAre);
    }

    [Fact]
    public void Who_came_through_one_host_alone_does_not_read_what_is_kept_from_that_host_T20_T22_R127()
    {
        var (rie, kees, ilse) = (PersonId.New(), PersonId.New(), PersonId.New());
        Circle.Add(rie, "Rie", "oma", SeatSide.Network, AgeGroup.Adult, null, Host(Sanne));
        Circle.Add(kees, "Kees", "vriend", SeatSide.Network, AgeGroup.Adult, null, Host(Mark));
        Circle.AddFromBefore(ilse, "Ilse", null, null, Host(Sanne));
        var from = SeatSet.Of(SeatOf(Mark).Number);
        Assert.True(Circle.CameThrough(SeatOf(kees), from));
        Assert.False(Circle.CameThrough(SeatOf(rie), from));
        var asked = Withholding.Ask(Circle, from, SeatOf(rie).Number, "eerst een plek", Netherlands.DayOf(Now).AddDays(9), Speaks(ilse));
        Assert.Equal(["Rie", "Sanne"], Withholding.SecondsFor(Circle, SeatOf(ilse), from).Select(seat => seat.Name).Order(StringComparer.Ordinal));
        Assert.False(asked.Meanwhile.Has(SeatOf(kees).Number));
        Assert.True(asked.Meanwhile.Has(SeatOf(rie).Number));
        Table.Refuses(
            WithholdingRules.SecondIsAnother, () => Withholding.Ask(Circle, from, SeatOf(kees).Number, "eerst een plek", Netherlands.DayOf(Now).AddDays(9), Speaks(ilse)));

        // Where one host decides alone all came through that host, and nobody is left out by it.
        Assert.False(Circle.CameThrough(SeatOf(kees), SeatSet.Of(SeatOf(Mark).Number, SeatOf(Sanne).Number, SeatOf(Isa).Number)));
    }

    [Fact]
    public void Two_professionals_with_cards_of_one_parent_are_two_once_the_other_met_both_T20_R127()
    {
        var two = new[] { "Vera", "Nora" }.Select(WelcomedThrough).ToList();
        var kept = SeatSet.Of(SeatOf(Sanne).Number);
        Assert.True(Circle.AreOfOneHand(two[0], two[1]));
        Circle.SayMet(two[0].Id, Host(Sanne));
        Assert.DoesNotContain(two[1], Withholding.SecondsFor(Circle, two[0], kept));
        Circle.SayMet(two[1].Id, Host(Sanne));
        Assert.False(Circle.AreOfOneHand(two[0], two[1]));
        Assert.Contains(two[1], Withholding.SecondsFor(Circle, two[0], kept));
        Assert.True(Circle.AreOfOneHand(two[0], SeatOf(Mark)));
        Assert.False(Circle.AreOfOneHand(two[0], SeatOf(Sanne)));
    }

    private Seat WelcomedThrough(string name) => WelcomedThrough(name, Mark);

    private Seat WelcomedThrough(string name, PersonId proposer)
    {
        var asked = Circle.Propose(new Worth { Name = name, Goal = "Rust.", Adds = "Zij kent de weg.", LookAgain = Netherlands.DayOf(Now).AddDays(30) }, Speaks(proposer));
        foreach (var host in new[] { Sanne, Mark, Isa }.Where(host => host != proposer))
        {
            Circle.AnswerInvolvement(asked.Id, WelcomeAnswer.Welcome, null, false, Host(host));
        }

        var (person, place) = (PersonId.New(), Circle.Seats[^1]);
        var card = Circle.Invite(place.Id, "Kom", SeatSet.None, Host(proposer));
        Circle.Join(card.Id, Circle.AdmitInvited(card.Id, person, Now.AddSeconds(1))!);
        return SeatOf(person);
    }

    [Fact]
    public void Who_was_here_before_was_brought_by_nobody_whoever_says_the_first_thing_and_a_parent_describes_only_whom_they_asked_for_T20_D32()
    {
        var ilse = PersonId.New();
        Circle.AddFromBefore(ilse, "Ilse", "praat met ons", null, Host(Sanne));
        var seat = SeatOf(ilse);
        var from = SeatSet.Of(SeatOf(Mark).Number);
        Assert.Contains(seat, Withholding.SecondsFor(Circle, SeatOf(Sanne), from));
        Circle.Share(seat.Id, Sharing.Before, Speaks(Mark));
        Assert.False(Circle.CameThrough(seat, from));
        Assert.Contains(seat, Withholding.SecondsFor(Circle, SeatOf(Sanne), from));

        // Nobody would see whose words those are.
        foreach (var host in new[] { Mark, Sanne })
        {
            Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(seat.Id, "kijkt of Sanne drinkt", seat.Mug, Speaks(host)));
        }

        Circle.Describe(seat.Id, "praat met iedereen", seat.Mug, Speaks(ilse));
        var asked = Circle.Propose(new Worth { Name = "Vera", Goal = "Rust.", Adds = "Zij kent de weg.", LookAgain = Netherlands.DayOf(Now).AddDays(30) }, Speaks(Sanne));
        foreach (var host in new[] { Mark, Isa })
        {
            Circle.AnswerInvolvement(asked.Id, WelcomeAnswer.Welcome, null, false, Host(host));
        }

        var vera = Circle.Seats[^1];
        Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(vera.Id, "kijkt of Sanne drinkt", vera.Mug, Speaks(Mark)));
        Circle.Describe(vera.Id, "helpt met de ochtend", vera.Mug, Speaks(Sanne));
        Assert.Equal("helpt met de ochtend", vera.WhatTheyAre);
    }

    private PersonId JoinWith(PersonId host, string name)
    {
        var person = PersonId.New();
        var place = Circle.Add(null, name, null, SeatSide.Network, AgeGroup.Adult, null, Host(host));
        var card = Circle.Invite(place.Id, "Kom", SeatSet.None, Host(host));
        Circle.Join(card.Id, Circle.AdmitInvited(card.Id, person, Now.AddSeconds(1))!);
        return person;
    }

    private GoodThing SlipTo(Seat reader, PersonId by) =>
        GoodThing.Lay(Circle, "Voor jou.", SeatSet.None, Audience.These(SeatSet.Of(reader.Number)), Speaks(by));

    [Fact]
    public void What_a_parent_is_to_the_family_says_that_parent_alone_R103_T20()
    {
        Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(SeatOf(Sanne).Id, "liegt altijd", SeatOf(Sanne).Mug, Speaks(Mark)));
        Circle.Describe(SeatOf(Sanne).Id, "mama", SeatOf(Sanne).Mug, Speaks(Sanne));
        Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(SeatOf(Isa).Id, "onze oudste", SeatOf(Isa).Mug, Speaks(Mark)));
        Assert.Equal(("mama", (string?)null), (SeatOf(Sanne).WhatTheyAre, SeatOf(Isa).WhatTheyAre));
    }
}
