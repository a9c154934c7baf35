using System.Reflection;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Views;

namespace Keukentafel.Domain.Tests.Views;

public sealed class ViewTests
{
    private readonly Family _family = new();

    [Fact]
    public void A_view_has_a_person_a_date_a_child_a_basis_and_own_words_INV_9_R40_R45()
    {
        var view = View.Lay(
            _family.Circle, _family.Seat("Amir").Id, "Ik ben gerust.", false, "Hij groeit.", false, "Ik zie hem elke dag.", "Ik was zelf zo.",
            Audience.Everyone, _family.Act("Bo", day: 3));
        Assert.Equal(_family.Seat("Bo").Number, view.By);
        Assert.Equal(Family.Start.AddDays(3), view.At);
        Assert.Equal(_family.Seat("Amir").Number, view.Child);
        Assert.Equal(["Ik ben gerust.", "Hij groeit.", "Ik zie hem elke dag.", "Ik was zelf zo."], view.Said);
    }

    [Fact]
    public void Safety_and_growing_up_are_two_entries_and_one_never_fills_the_other_INV_15()
    {
        var safe = _family.View("Esra", "Ze zijn veilig bij mij.");
        Assert.True(safe.Growing.IsEmpty);
        var growing = _family.View("Esra", null, "Amir wordt te vroeg groot.");
        Assert.True(growing.Safe.IsEmpty);
        Assert.Equal("Amir wordt te vroeg groot.", growing.Growing.Words);
    }

    [Fact]
    public void Not_knowing_is_a_full_answer_and_words_win_from_it_INV_53_R84()
    {
        var unknown = View.Lay(_family.Circle, _family.Seat("Amir").Id, " ", true, null, false, null, null, Audience.Everyone, _family.Act("Bo"));
        Assert.Equal(ViewPart.NotKnown, unknown.Safe);
        Assert.False(unknown.Safe.IsEmpty);
        var both = View.Lay(_family.Circle, _family.Seat("Amir").Id, "Toch wel.", true, null, false, null, null, Audience.Everyone, _family.Act("Bo"));
        Assert.Equal(new ViewPart("Toch wel.", false), both.Safe);
    }

    [Fact]
    public void Left_empty_and_not_known_are_two_things_INV_53_R40()
    {
        Assert.Equal((true, null, false), (ViewPart.Empty.IsEmpty, ViewPart.Empty.Words, ViewPart.Empty.Unknown));
        Assert.Equal((false, null, true), (ViewPart.NotKnown.IsEmpty, ViewPart.NotKnown.Words, ViewPart.NotKnown.Unknown));
        var view = View.Lay(_family.Circle, _family.Seat("Amir").Id, null, true, " ", false, null, null, Audience.Everyone, _family.Act("Bo"));
        Assert.Equal((true, false), (view.Safe.Unknown, view.Growing.Unknown));
        Assert.True(view.Growing.IsEmpty);
    }

    [Fact]
    public void A_view_says_something_R40()
    {
        Assert.Equal(ViewRules.SaysSomething, Broken(() => _family.View("Esra", " \r\n ")));
        Assert.Equal(ViewRules.SaysSomething, Broken(() => View.Lay(
            _family.Circle, _family.Seat("Amir").Id, null, false, null, false, "Alleen waar ik het op baseer.", null, Audience.Everyone, _family.Act("Esra"))));
    }

    [Fact]
    public void A_view_is_of_one_child_of_this_table_R20()
    {
        Assert.Equal(ViewRules.OfOneChild, Broken(() => _family.View("Esra", "Goed.", child: "Fatma")));
        Assert.Equal(ViewRules.OfOneChild, Broken(() => View.Lay(
            _family.Circle, SeatId.New(), "Goed.", false, null, false, null, null, Audience.Everyone, _family.Act("Esra"))));
        Assert.Equal(1, _family.View("Esra", "Goed.").About.Count);
    }

    [Fact]
    public void A_view_never_changes_and_a_later_one_is_another_INV_10_R41()
    {
        var then = _family.View("Amir", "Ik slaap slecht.");
        var now = _family.View("Amir", "Ik slaap beter.", day: 20);
        Assert.NotEqual(then.Id, now.Id);
        Assert.Equal("Ik slaap slecht.", then.Safe.Words);

        // What can be done to a view is to take it back, to choose its readers, and nothing that writes words.
        var ways = typeof(View).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(way => way.GetParameters().Any(given => given.ParameterType == typeof(Act)));
        Assert.Empty(ways);
        Assert.DoesNotContain(typeof(View).GetProperties(), property => property.SetMethod is { IsPublic: true });
    }

    [Fact]
    public void Nobody_answers_a_view_another_view_stands_beside_it_INV_11()
    {
        var view = _family.View("Bo", "Hij draagt te veel.");
        Assert.All(_family.Circle.Seats, seat => Assert.False(view.MayBeAnsweredBy(seat)));
        Assert.Equal(CommonRules.AboutYouOnly, Broken(() => view.Answer("Niet waar.", 0, _family.Act("Amir"))));
    }

    [Fact]
    public void A_guest_and_the_family_lay_the_same_form_INV_13()
    {
        var lay = _family.View("Fatma", "Ik ben gerust.", "Net als Esra vroeger.");
        var professional = _family.View("Bo", "Ik ben gerust.", "Net als Esra vroeger.");
        Assert.Equal(lay.Safe, professional.Safe);
        Assert.Equal(lay.Growing, professional.Growing);
        Assert.Equal(lay.Audience.Group, professional.Audience.Group);
    }

    [Fact]
    public void What_a_professional_sees_in_a_child_that_child_may_read_R3()
    {
        var view = _family.View("Bo", "Hij draagt te veel.", readers: Audience.OnlyMe);
        Assert.True(view.MayBeReadBy(_family.Seat("Amir")));
        Assert.False(view.MayBeReadBy(_family.Seat("Lina")));
        Assert.False(_family.View("Esra", "Ik ben zo moe.", readers: Audience.OnlyMe).MayBeReadBy(_family.Seat("Amir")));
    }

    [Fact]
    public void Only_hosts_choose_the_order_and_there_are_only_time_and_seat_R42()
    {
        Assert.Equal(["ByTime", "BySeat"], Enum.GetNames<ViewOrder>());
        _family.Circle.Choose(ViewOrder.BySeat, _family.Act("Amir", Permission.Host));
        Assert.Equal(ViewOrder.BySeat, _family.Circle.Order);
        Assert.Null(_family.Act("Bo", Permission.Host));
        Assert.Equal(CommonRules.ProofFits, Broken(() => _family.Circle.Choose(ViewOrder.ByTime, _family.Act("Bo"))));
    }

    private static Rule Broken(Action deed) => Assert.Throws<RuleBrokenException>(deed).Rule;
}
