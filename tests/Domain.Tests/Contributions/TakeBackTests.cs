using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.Tests.Contributions;

public sealed class TakeBackTests
{
    private readonly Table _table = new();

    [Fact]
    public void Own_words_that_nobody_read_vanish_D7()
    {
        var good = Laid(_table.Mother);
        Assert.True(good.TakeBack(readByOthers: false, _table.Mother));
        Assert.Equal(Deed.Vanished, good.Traces[^1].Deed);
    }

    [Fact]
    public void Own_words_that_were_read_go_and_that_something_was_taken_back_stays_D7_R36()
    {
        var good = Laid(_table.Mother);
        Assert.False(good.TakeBack(readByOthers: true, _table.Mother));
        Assert.True(good.IsTakenBack);
        Assert.Equal("", good.Words);
        Assert.All(good.Said, words => Assert.Equal("", words));
        Assert.All(_table.Circle.Seats, seat => Assert.False(good.WordsMayBeReadBy(seat)));
        Assert.All(_table.Circle.Seats, seat => Assert.True(good.MayBeReadBy(seat)));
    }

    [Fact]
    public void A_guests_sentence_about_somebody_keeps_its_words_for_both_and_for_nobody_else_D7()
    {
        var guest = _table.Guest;
        var child = _table.Child.By;
        var said = SaidByGuest(guest, child);
        Assert.False(said.TakeBack(readByOthers: false, guest));
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
            Table.Refuses(CommonRules.OwnOnly, () => good.TakeBack(true, other));
        }

        good.TakeBack(true, _table.Mother);
        Table.Refuses(CommonRules.StillOnTheTable, () => good.TakeBack(true, _table.Mother));
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
        said.TakeBack(true, _table.Mother);
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
            () => said.TakeBack(true, _table.Guest),
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
        good.ChooseReaders(Audience.GrownUps, _table.Mother);
        Assert.False(good.HasNewsFor(_table.Grandmother.By, before));
    }

    [Fact]
    public void Only_the_author_chooses_the_readers_R12()
    {
        var good = Laid(_table.Mother);
        Table.Refuses(CommonRules.OwnOnly, () => good.ChooseReaders(Audience.OnlyMe, _table.Guest));
        good.ChooseReaders(Audience.OnlyMe, _table.Mother);
        Assert.False(good.MayBeReadBy(_table.Guest.By));
    }

    [Fact]
    public void A_guest_cannot_shut_out_whom_the_words_are_about_R3_D6()
    {
        var child = _table.Child.By;
        var said = SaidByGuest(_table.Guest, child);
        foreach (var audience in new[] { Audience.OnlyMe, Audience.GrownUps, Audience.These(SeatSet.Of(_table.Mother.By.Number)) })
        {
            said.ChooseReaders(audience, _table.Guest);
            Assert.True(said.MayBeReadBy(child));
        }
    }

    [Fact]
    public void A_proof_that_only_lets_read_changes_nothing()
    {
        var good = Laid(_table.Mother);
        Table.Refuses(CommonRules.ProofFits, () => good.TakeBack(true, _table.ReadsOnly));
        Table.Refuses(CommonRules.ProofFits, () => good.ChooseReaders(Audience.OnlyMe, _table.ReadsOnly));
    }

    private GoodThing Laid(Act act) => GoodThing.Lay(_table.Circle, "We lachten veel.", SeatSet.None, Audience.Everyone, act);

    private Statement SaidByGuest(Act guest, Seat about) => Statement.Lay(
        _table.Circle, "Amir was te laat.", new Source(Knowing.WasThere, null, null), SeatSet.Of(about.Number), null, null, Audience.Everyone, guest);
}
