using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Tests.Contributions;

public sealed class TakeBackTests
{
    private readonly Table _table = new();

    [Fact]
    public void Own_words_vanish_when_they_are_taken_back_within_ten_minutes_and_not_later_D7_R36_T22()
    {
        // Each act is a minute later.
        var good = Laid(_table.Mother);
        _table.Pass(TimeSpan.FromMinutes(9));
        var atTen = _table.Mother;
        Assert.Equal(good.At + TimeSpan.FromMinutes(10), atTen.At);
        Assert.True(good.WouldVanish(atTen));
        Assert.True(good.TakeBack(atTen));
        Assert.Equal(Deed.Vanished, good.Traces[^1].Deed);

        var later = Laid(_table.Mother);
        _table.Pass(TimeSpan.FromMinutes(9) + TimeSpan.FromMilliseconds(1));
        Assert.False(later.TakeBack(_table.Mother));
        Assert.Equal(Deed.TakenBack, later.Traces[^1].Deed);
        Assert.True(later.IsTakenBack);
        Assert.Equal("", later.Words);
        Assert.All(later.Said, words => Assert.Equal("", words));
        Assert.All(_table.Circle.Seats, seat => Assert.False(later.WordsMayBeReadBy(seat)));
        Assert.All(_table.Circle.Seats, seat => Assert.True(later.MayBeReadBy(seat)));
    }

    [Fact]
    public void What_another_said_with_it_or_hung_under_it_keeps_the_mark_and_ones_own_does_not_D7_R36()
    {
        var mother = _table.Mother;
        var worry = Worried(mother);
        worry.Stands("Het is minder.", false, _table.Mother);
        Assert.True(worry.WouldVanish(_table.Mother));

        var answered = Statement.Lay(
            _table.Circle, "Amir was te laat.", new Source(Knowing.WasThere, null, null), SeatSet.Of(_table.Child.By.Number), null, null, Audience.Everyone,
            _table.Mother);
        answered.Answer("Lina wilde haar schoenen niet aan.", 0, _table.Child);
        Assert.False(answered.TakeBack(_table.Mother));

        var good = Laid(_table.Mother);
        Assert.True(good.WouldVanish(_table.Mother, Under(good, _table.Mother)));
        Assert.False(good.TakeBack(_table.Mother, Under(good, _table.Mother), Under(good, _table.Grandmother)));
        Assert.Equal(Deed.TakenBack, good.Traces[^1].Deed);
    }

    [Fact]
    public void What_only_its_author_may_read_vanishes_however_long_it_lay_there_D7()
    {
        var own = GoodThing.Lay(_table.Circle, "Voor mij.", SeatSet.None, Audience.OnlyMe, _table.Mother);
        var told = Statement.Lay(
            _table.Circle, "Fatma zei het.", new Source(Knowing.WasTold, _table.Grandmother.By.Number, null), SeatSet.None, null, null, Audience.OnlyMe, _table.Mother);
        Assert.True(own.IsForAuthorAlone);
        Assert.False(told.IsForAuthorAlone);
        _table.Pass(TimeSpan.FromDays(30));
        Assert.True(own.TakeBack(_table.Mother));
        Assert.False(told.TakeBack(_table.Mother));
    }

    [Fact]
    public void A_guests_sentence_about_somebody_keeps_its_words_for_both_and_for_nobody_else_D7()
    {
        var guest = _table.Guest;
        var child = _table.Child.By;
        var said = SaidByGuest(guest, child);
        Assert.False(said.WouldVanish(guest));
        Assert.False(said.TakeBack(guest));
        Assert.Equal("Amir was te laat.", said.Words);
        Assert.Equal(
            [child.Number, guest.By.Number], _table.Circle.Seats.Where(said.WordsMayBeReadBy).Select(seat => seat.Number));
    }

    [Fact]
    public void Only_the_author_takes_back_and_only_once_R36()
    {
        var good = Laid(_table.Mother);
        foreach (var other in new[] { _table.Child, _table.Grandmother, _table.Guest })
        {
            Table.Refuses(CommonRules.OwnOnly, () => good.TakeBack(other));
        }

        good.TakeBack(_table.Mother);
        Table.Refuses(CommonRules.StillOnTheTable, () => good.TakeBack(_table.Mother));
    }

    [Fact]
    public void What_others_said_under_it_stays_theirs_and_own_additions_go_D7()
    {
        var child = _table.Child;
        var said = Statement.Lay(
            _table.Circle, "Amir was te laat.", new Source(Knowing.WasThere, null, null), SeatSet.Of(child.By.Number), null, null, Audience.Everyone,
            _table.Mother);
        said.Answer("Lina wilde haar schoenen niet aan.", 0, child);
        said.Correct("Amir was één keer te laat.", "Ik telde verkeerd.", 0, _table.Mother);
        said.TakeBack(_table.Mother);
        Assert.Equal("Lina wilde haar schoenen niet aan.", Assert.Single(said.Answers).Words);
        Assert.Empty(said.Corrections);
    }

    [Fact]
    public void Whoever_received_it_hears_of_correction_kind_and_taking_back_and_nobody_of_the_own_deeds_R36()
    {
        var mother = _table.Mother.By;
        var said = SaidByGuest(_table.Guest, _table.Child.By);
        foreach (var change in new Action[]
        {
            () => said.Correct("Amir was één keer te laat.", "Ik telde verkeerd.", 0, _table.Guest),
            () => said.ChangeKind(StatementKind.Opinion, "Ik was er niet bij.", 0, _table.Guest),
            () => said.Answer("Lina wilde niet.", 0, _table.Child),
            () => said.TakeBack(_table.Guest),
        })
        {
            var before = _table.Now;
            Assert.False(said.HasNewsFor(mother, before));
            change();
            Assert.True(said.HasNewsFor(mother, before));
        }

        var own = Laid(_table.Mother);
        Assert.False(own.HasNewsFor(mother, DateTimeOffset.MinValue));
    }

    [Fact]
    public void Another_choice_of_readers_is_no_news_to_who_stays_one()
    {
        var good = Laid(_table.Mother);
        var before = _table.Now;
        good.ChooseReaders(_table.Circle, Audience.GrownUps, _table.Mother);
        Assert.False(good.HasNewsFor(_table.Grandmother.By, before));
    }

    [Fact]
    public void Only_the_author_chooses_the_readers_R12()
    {
        var good = Laid(_table.Mother);
        Table.Refuses(CommonRules.OwnOnly, () => good.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Guest));
        good.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Mother);
        Assert.False(good.MayBeReadBy(_table.Guest.By));
    }

    [Fact]
    public void A_guest_cannot_shut_out_whom_the_words_are_about_R3_D6()
    {
        var child = _table.Child.By;
        var said = SaidByGuest(_table.Guest, child);
        foreach (var audience in new[] { Audience.OnlyMe, Audience.GrownUps, Audience.These(SeatSet.Of(_table.Mother.By.Number)) })
        {
            said.ChooseReaders(_table.Circle, audience, _table.Guest);
            Assert.True(said.MayBeReadBy(child));
        }
    }

    [Fact]
    public void A_proof_that_only_lets_read_changes_nothing()
    {
        var good = Laid(_table.Mother);
        Table.Refuses(CommonRules.ProofFits, () => good.TakeBack(_table.ReadsOnly));
        Table.Refuses(CommonRules.ProofFits, () => good.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.ReadsOnly));
    }

    private GoodThing Laid(Act act) => GoodThing.Lay(_table.Circle, "We lachten veel.", SeatSet.None, Audience.Everyone, act);

    private Worry Worried(Act act) => Worry.Lay(_table.Circle, "De ochtend.", SeatSet.None, null, Audience.Everyone, act);

    private Statement Under(Contribution parent, Act act) => Statement.Lay(
        _table.Circle, "Ik was erbij.", new Source(Knowing.WasThere, null, null), SeatSet.None, null, parent, Audience.Everyone, act);

    private Statement SaidByGuest(Act guest, Seat about) => Statement.Lay(
        _table.Circle, "Amir was te laat.", new Source(Knowing.WasThere, null, null), SeatSet.Of(about.Number), null, null, Audience.Everyone, guest);
}
