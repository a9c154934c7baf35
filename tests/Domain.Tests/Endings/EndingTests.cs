using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Tests.Reflections;

namespace Keukentafel.Domain.Tests.Endings;

public sealed class EndingTests
{
    private static readonly Terms Terms = new(90, 365);
    private readonly Table _table = new();
    private readonly PersonId _father = PersonId.New();

    private Circle Circle => _table.Circle;

    private Act Mother => Circle.Admit(_table.Mother.Person, Permission.Host, _table.Now)!;

    private DateOnly Today => Netherlands.DayOf(_table.Now);

    [Fact]
    public void The_last_host_ends_the_table_alone_after_saying_whether_it_is_good_enough_R8_R115()
    {
        Table.Refuses(EndingRules.IsAsked, () => Circle.End(Terms, Mother));
        Table.Refuses(EndingRules.SaysEnough, () => Circle.AskToEnd(null, null, Mother));
        Assert.Null(Circle.Ending);
        Circle.AskToEnd(GoodEnough.NotKnown, " We stoppen. ", Mother);
        Assert.Equal((GoodEnough.NotKnown, "We stoppen."), (Circle.Ending!.Said[0].Enough, Circle.Ending.Said[0].Words));
        Table.Refuses(EndingRules.AskedOnce, () => Circle.AskToEnd(GoodEnough.Yes, null, Mother));
        Assert.Empty(Circle.WaitsToEndFor(Today));
        Circle.End(Terms, Mother);
        Assert.Equal((Today.AddDays(90), Today.AddDays(365)), (Circle.Ending!.OpinionsGoOn, Circle.Ending.RestGoesOn));
    }

    [Fact]
    public void Everybody_says_whether_it_is_good_enough_and_a_host_of_twelve_also_whether_the_table_may_end_R115()
    {
        Table.Refuses(EndingRules.IsAsked, () => Circle.SayAtEnd(GoodEnough.Yes, null, null, _table.Grandmother));
        Circle.AskToEnd(GoodEnough.Yes, null, Mother);
        Circle.SayAtEnd(GoodEnough.No, null, "Nog niet.", _table.Child);
        Circle.SayAtEnd(GoodEnough.Yes, false, null, _table.Grandmother);
        Circle.SayAtEnd(GoodEnough.NotKnown, null, null, _table.Guest);
        Circle.SayAtEnd(GoodEnough.No, null, null, _table.Guest);
        Table.Refuses(EndingRules.SaysStops, () => Circle.SayAtEnd(GoodEnough.Yes, null, null, _table.Mother));
        Assert.Equal(
            [(_table.Mother.By.Number, true), (_table.Child.By.Number, (bool?)null), (_table.Grandmother.By.Number, null), (_table.Guest.By.Number, null)],
            Circle.Ending!.Said.Select(said => (said.By, said.Stops)));
        Assert.Equal(GoodEnough.No, Circle.Ending.Of(_table.Guest.By.Number)!.Enough);

        // Own people, professionals and a young child are heard; they do not hold the family to its table.
        Assert.Empty(Circle.WaitsToEndFor(Today));
    }

    [Fact]
    public void A_no_of_another_host_keeps_the_table_and_silence_does_so_for_90_days_and_no_longer_T20_N50()
    {
        var father = Circle.Add(_father, "Kemal", "papa", SeatSide.Host, AgeGroup.Adult, null, Mother);
        Circle.AskToEnd(GoodEnough.Yes, null, Mother);
        Assert.Equal([father], Circle.WaitsToEndFor(Today.AddDays(89)));
        Assert.Empty(Circle.WaitsToEndFor(Today.AddDays(90)));
        Table.Refuses(EndingRules.HostsAgree, () => Circle.End(Terms, Mother));
        Circle.SayAtEnd(GoodEnough.No, false, null, Circle.Admit(_father, Permission.Speak, _table.Now)!);
        Assert.Equal([father], Circle.WaitsToEndFor(Today.AddDays(300)));
        Circle.SayAtEnd(GoodEnough.No, true, null, Circle.Admit(_father, Permission.Speak, _table.Now)!);
        Circle.End(Terms, Mother);
        Assert.NotNull(Circle.EndedAt);
    }

    [Fact]
    public void A_host_who_comes_later_gets_as_long_to_answer_T20()
    {
        Circle.AskToEnd(GoodEnough.Yes, null, Mother);
        var later = Circle.Admit(_table.Mother.Person, Permission.Host, _table.Now.AddDays(20))!;
        var father = Circle.Add(_father, "Kemal", "papa", SeatSide.Host, AgeGroup.Adult, null, later);
        Assert.Equal([father], Circle.WaitsToEndFor(Today.AddDays(109)));
        Assert.Empty(Circle.WaitsToEndFor(Today.AddDays(110)));
    }

    [Fact]
    public void Only_a_host_of_twelve_or_older_asks_and_ends_and_only_who_asked_takes_it_back_R8()
    {
        var child = Circle.Admit(_table.Child.Person, Permission.Host, _table.Now)!;
        Table.Refuses(EndingRules.HostEnds, () => Circle.AskToEnd(GoodEnough.Yes, null, child));
        Table.Refuses(CommonRules.ProofFits, () => Circle.AskToEnd(GoodEnough.Yes, null, _table.Guest));
        Circle.AskToEnd(GoodEnough.Yes, null, Mother);
        Table.Refuses(EndingRules.HostEnds, () => Circle.End(Terms, child));
        Table.Refuses(EndingRules.AskerTakesBack, () => Circle.TakeBackEnd(child));
        Circle.TakeBackEnd(Mother);
        Assert.Null(Circle.Ending);
        Table.Refuses(EndingRules.IsAsked, () => Circle.TakeBackEnd(Mother));
    }

    [Fact]
    public void Nobody_takes_back_anothers_no_and_what_was_said_stays_when_the_table_opens_again_R115()
    {
        Circle.AskToEnd(GoodEnough.Yes, null, Mother);
        Circle.TakeBackEnd(Mother);
        Assert.DoesNotContain(Circle.EndingsBefore, before => before.WasAnswered);
        Circle.AskToEnd(GoodEnough.Yes, null, Mother);
        Circle.SayAtEnd(GoodEnough.No, null, "Nog niet.", _table.Child);
        Circle.TakeBackEnd(Mother);
        Circle.AskToEnd(GoodEnough.NotKnown, null, Mother);
        Circle.SayAtEnd(GoodEnough.No, null, "Nog steeds niet.", _table.Child);
        Circle.End(Terms, Mother);
        Circle.OpenAgain(Circle.Admit(Circle.Seats[0].Person!.Value, Permission.OpenAgain, _table.Now)!);
        Assert.Null(Circle.Ending);
        Assert.Equal(
            ["Nog niet.", "Nog steeds niet."], Circle.EndingsBefore.Where(before => before.WasAnswered).Select(before => before.Of(Circle.Children.First().Number)!.Words));
        Assert.All(Circle.EndingsBefore, before => Assert.NotNull(before.ClosedAt));
    }

    [Fact]
    public void What_was_asked_goes_with_who_asked_when_they_stop_their_part_N50()
    {
        Circle.Add(_father, "Kemal", "papa", SeatSide.Host, AgeGroup.Adult, null, Mother);
        Circle.AskToEnd(GoodEnough.Yes, null, Mother);
        Circle.StopMyPart(_table.Mother);
        Assert.Null(Circle.Ending);
    }

    [Fact]
    public void After_the_end_professionals_come_in_no_more_and_the_family_reads_and_takes_along_R8()
    {
        var (mother, grandmother, guest) = (_table.Mother.Person, _table.Grandmother.Person, _table.Guest.Person);
        Circle.AskToEnd(GoodEnough.Yes, null, Mother);
        Circle.End(Terms, Mother);
        Assert.Equal([Permission.Keep, Permission.OpenAgain, Permission.TakeAlong], Allowed(mother));
        Assert.Equal([Permission.Keep, Permission.TakeAlong], Allowed(grandmother));
        Assert.Empty(Allowed(guest));
        Assert.DoesNotContain(Circle.Seats, seat => seat.IsGuest);
        Assert.Equal("Samira", Circle.SteppedBack.Single().Name);
    }

    [Fact]
    public void A_table_with_a_face_and_a_colleague_who_looks_along_ends_and_neither_comes_in_R8()
    {
        var along = new Along().Active();
        var (guest, at) = (along.Table.Guest.Person, along.Table.Now);
        along.Circle.AskToEnd(GoodEnough.Yes, null, along.Host);
        along.Circle.End(Terms, along.Host);
        Assert.NotNull(along.Circle.EndedAt);
        Assert.All(Enum.GetValues<Permission>(), permission =>
        {
            Assert.Null(along.Circle.Admit(along.Wil, permission, at));
            Assert.Null(along.Circle.Admit(guest, permission, at));
        });
    }

    [Fact]
    public void A_host_opens_it_again_for_the_family_and_a_professional_is_asked_anew_R97()
    {
        var (mother, guest) = (_table.Mother.Person, _table.Guest.Person);
        Assert.Null(Circle.Admit(mother, Permission.OpenAgain, _table.Now));
        Circle.AskToEnd(GoodEnough.Yes, null, Mother);
        Circle.End(Terms, Mother);
        var child = Circle.Admit(Circle.Children.First().Person!.Value, Permission.OpenAgain, _table.Now)!;
        Table.Refuses(EndingRules.HostEnds, () => Circle.OpenAgain(child));
        Circle.OpenAgain(Circle.Admit(mother, Permission.OpenAgain, _table.Now)!);
        Assert.Null(Circle.Ending);
        Assert.Null(Circle.Admit(guest, Permission.Read, _table.Now));
        Assert.NotNull(Circle.Admit(mother, Permission.Speak, _table.Now));
        Assert.Null(Circle.Admit(mother, Permission.OpenAgain, _table.Now));
    }

    [Fact]
    public void Each_says_for_themselves_what_holds_what_one_notices_and_what_is_done_then()
    {
        Circle.SayLater("Samen eten.", null, " Oma bellen. ", _table.Grandmother);
        Circle.SayLater(null, "Als ik niet slaap.", null, _table.Child);
        Circle.SayLater("Samen eten, elke vrijdag.", null, "Oma bellen.", _table.Grandmother);
        Assert.Equal(["Amir", "Fatma"], Circle.Later.Select(said => Circle.SeatAt(said.By).Name));
        Assert.Equal(("Samen eten, elke vrijdag.", "Oma bellen."), (Circle.Later[1].Holds, Circle.Later[1].Does));
        Circle.SayLater(" ", null, "", _table.Child);
        Assert.Equal("Fatma", Circle.SeatAt(Circle.Later.Single().By).Name);
        Table.Refuses(CommonRules.NotTooLong, () => Circle.SayLater(new string('a', Words.Brief + 1), null, null, _table.Child));
    }

    private List<Permission> Allowed(PersonId person) =>
        [.. Enum.GetValues<Permission>().Where(permission => Circle.Admit(person, permission, _table.Now) is not null)];
}
