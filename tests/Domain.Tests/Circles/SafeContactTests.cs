using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Circles;

public sealed class SafeContactTests
{
    private readonly Table _table = new();

    private Circle Circle => _table.Circle;

    [Fact]
    public void Only_who_was_chosen_reads_how_somebody_is_reached_and_a_co_host_does_not_T22()
    {
        Circle.SayContact(Said("06 12", _table.Guest.By), null, _table.Grandmother);
        var grandmother = _table.Grandmother.By;
        Assert.Equal([grandmother], Circle.ToldHowToReach(_table.Guest.By));
        foreach (var other in new[] { _table.Mother.By, _table.Child.By })
        {
            Assert.Empty(Circle.ToldHowToReach(other));
        }

        Assert.Empty(Circle.ToldHowToReach(grandmother));
        Assert.Equal(new Trace(Circle.Traces[^1].Act, Deed.SafeContactSaid, grandmother.Id.Value), Circle.Traces[^1]);
    }

    [Fact]
    public void Nobody_is_chosen_unless_somebody_chooses_and_a_child_says_it_too()
    {
        Circle.SayContact(Said("via juf Wendy"), null, _table.Child);
        Assert.All(Circle.Seats, seat => Assert.Empty(Circle.ToldHowToReach(seat)));
    }

    [Fact]
    public void A_reader_sits_here_has_a_way_in_and_is_somebody_else()
    {
        var kept = Circle.AddFromBefore(null, "Joke", null, null, Circle.Admit(_table.Mother.Person, Permission.Host, _table.Now)!);
        foreach (var reader in new[] { kept.Number, _table.Mother.By.Number, new SeatNumber(40) })
        {
            Table.Refuses(
                ContactRules.ReaderComesIn, () => Circle.SayContact(Said("06") with { Readers = SeatSet.Of(reader) }, null, _table.Mother));
        }

        Assert.DoesNotContain(kept, Circle.MayReadContactOf(_table.Mother.By));
    }

    [Fact]
    public void It_says_something_and_not_too_much()
    {
        Table.Refuses(ContactRules.SaysSomething, () => Circle.SayContact(Said("  "), null, _table.Mother));
        Table.Refuses(CommonRules.NotTooLong, () => Circle.SayContact(Said(new string('x', Words.Brief + 1)), null, _table.Mother));
        Assert.DoesNotContain(Circle.Traces, trace => trace.Deed == Deed.SafeContactSaid);
    }

    [Fact]
    public void What_stands_there_is_replaced_and_taken_away_only_by_who_saw_it()
    {
        var first = Circle.SayContact(Said("een"), null, _table.Mother);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => Circle.SayContact(Said("twee"), null, _table.Mother));
        var second = Circle.SayContact(Said("twee"), first.Mark, _table.Mother);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => Circle.SayContact(Said("drie"), first.Mark, _table.Mother));
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => Circle.TakeContactAway(first.Mark, _table.Mother));
        Circle.TakeContactAway(second.Mark, _table.Mother);
        Assert.Equal(Deed.SafeContactTakenAway, Circle.Traces[^1].Deed);

        // Taken away and said anew is another one: who saw the old one overwrites nothing.
        Circle.SayContact(Said("vier"), null, _table.Mother);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => Circle.SayContact(Said("vijf"), second.Mark, _table.Mother));
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => Circle.TakeContactAway(null, _table.Grandmother));
    }

    [Fact]
    public void It_takes_a_proof_of_who_may_speak_here_and_is_of_who_says_it()
    {
        Table.Refuses(CommonRules.ProofFits, () => Circle.SayContact(Said("06"), null, _table.ReadsOnly));
        var other = new Table();
        Table.Refuses(CommonRules.ProofFits, () => Circle.SayContact(Said("06"), null, other.Mother));
        Table.Refuses(CommonRules.ProofFits, () => Circle.TakeContactAway(null, other.Mother));
        var said = Circle.SayContact(Said("06") with { By = _table.Child.By.Number }, null, _table.Mother);
        Assert.Equal(_table.Mother.By.Number, said.By);
    }

    private static SafeContact Said(string number, params Seat[] readers) =>
        new(default, default, default) { Number = number, Readers = SeatSet.Of(readers.Select(seat => seat.Number)) };
}
