using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Circles;

public sealed class AddressVaultTests
{
    private readonly Table _table = new();

    private Circle Circle => _table.Circle;

    [Fact]
    public void Only_who_was_chosen_may_read_where_somebody_lives_and_a_co_host_does_not_T22()
    {
        var vault = Of(_table.Grandmother.By);
        var kept = vault.Keep(Circle, Said(_table.Guest.By), null, _table.Grandmother);
        Assert.Equal((_table.Grandmother.By.Number, "Lindelaan 12", kept), (kept.By, kept.Street, vault.Kept));
        Assert.True(Circle.MayReadAddress(kept, _table.Guest.By));
        Assert.True(Circle.MayReadAddress(kept, _table.Grandmother.By));
        Assert.False(Circle.MayReadAddress(kept, _table.Mother.By));
        Assert.False(Circle.MayReadAddress(kept, _table.Child.By));
        Assert.Equal(Deed.HiddenAddressKept, Assert.Single(vault.Traces).Deed);
        Assert.DoesNotContain(Circle.Traces, trace => trace.Deed == Deed.HiddenAddressKept);
    }

    [Fact]
    public void Nobody_is_told_unless_chosen_and_never_a_child_nor_who_has_no_way_in_nor_oneself_T22()
    {
        var kept = Circle.AddFromBefore(null, "Joke", null, null, Circle.Admit(_table.Mother.Person, Permission.Host, _table.Now)!);
        foreach (var reader in new[] { kept.Number, _table.Mother.By.Number, _table.Child.By.Number, new SeatNumber(40) })
        {
            Table.Refuses(
                AddressRules.ReaderMayBeTold,
                () => Of(_table.Mother.By).Keep(Circle, Said() with { Readers = SeatSet.Of(reader) }, null, _table.Mother));
        }

        var nobody = Of(_table.Mother.By).Keep(Circle, Said(), null, _table.Mother);
        Assert.All(Circle.Seats.Where(seat => seat.Number != nobody.By), seat => Assert.False(Circle.MayReadAddress(nobody, seat)));
    }

    [Fact]
    public void The_parent_who_lives_apart_is_never_told_T20_T22()
    {
        var (mother, father) = (PersonId.New(), PersonId.New());
        var apart = Circle.Start(mother, "Sanne", null, AgeGroup.Adult, null, [new ChildAtStart("Isa", AgeGroup.Young)], parentsApart: true, _table.Now);
        apart.Add(father, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, apart.Admit(mother, Permission.Host, _table.Now)!);
        var act = apart.Admit(mother, Permission.Speak, _table.Now)!;
        var his = apart.Seats.Single(seat => seat.Name == "Mark");
        Assert.DoesNotContain(his, apart.MayBeToldAddressOf(act.By));
        Table.Refuses(AddressRules.ReaderMayBeTold, () => new AddressVault(apart.Id, act.By.Number, null).Keep(apart, Said(his), null, act));

        // Told before they lived apart, say: not any more.
        Assert.False(apart.MayReadAddress(new HiddenAddress(act.By.Number, default, default) { Readers = SeatSet.Of(his.Number) }, his));
    }

    [Fact]
    public void A_child_keeps_none_and_nobody_keeps_or_takes_away_another_ones()
    {
        Table.Refuses(AddressRules.NoChild, () => Of(_table.Child.By).Keep(Circle, Said(), null, _table.Child));
        var hers = Of(_table.Grandmother.By);
        var kept = hers.Keep(Circle, Said(), null, _table.Grandmother);
        Table.Refuses(CommonRules.OwnOnly, () => hers.Keep(Circle, Said(), kept.Mark, _table.Mother));
        Table.Refuses(CommonRules.OwnOnly, () => hers.TakeAway(kept.Mark, _table.Mother));
        Table.Refuses(CommonRules.ProofFits, () => Of(_table.Mother.By).Keep(Circle, Said(), null, _table.ReadsOnly));
        Table.Refuses(CommonRules.ProofFits, () => hers.TakeAway(kept.Mark, new Table().Grandmother));
        Assert.Equal(kept, hers.Kept);
    }

    [Fact]
    public void It_says_something_not_too_much_and_other_words_can_be_known_again()
    {
        var vault = Of(_table.Mother.By);
        Table.Refuses(AddressRules.SaysSomething, () => vault.Keep(Circle, Said() with { Street = "  " }, null, _table.Mother));
        Table.Refuses(CommonRules.NotTooLong, () => vault.Keep(Circle, Said() with { Street = new string('x', Words.Brief + 1) }, null, _table.Mother));
        Table.Refuses(AddressRules.AlsoIsLongEnough, () => vault.Keep(Circle, Said() with { Also = "De Regenboog\n\nhet" }, null, _table.Mother));
        Assert.Empty(vault.Traces);
        Assert.NotNull(vault.Keep(Circle, Said() with { Also = "De Regenboog\n\nBlijf" }, null, _table.Mother));
    }

    [Fact]
    public void What_is_kept_is_replaced_and_taken_away_only_by_who_saw_it()
    {
        var vault = Of(_table.Mother.By);
        var first = vault.Keep(Circle, Said(), null, _table.Mother);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => vault.Keep(Circle, Said(), null, _table.Mother));
        var second = vault.Keep(Circle, Said(), first.Mark, _table.Mother);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => vault.TakeAway(first.Mark, _table.Mother));
        vault.TakeAway(second.Mark, _table.Mother);
        Assert.Null(vault.Kept);
        Assert.Equal(Deed.HiddenAddressTakenAway, vault.Traces[^1].Deed);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => vault.TakeAway(null, _table.Mother));
    }

    [Theory]
    [InlineData("We zijn op lindelaan 12.", true)]
    [InlineData("LINDE-LAAN 12b hoor", true)]
    [InlineData("Líndelaan  12", true)]
    [InlineData("Het is 1234ab.", true)]
    [InlineData("Hij zit op de regenboog.", true)]
    [InlineData("Lindelaan 123", false)]
    [InlineData("Lindelaan 1", false)]
    [InlineData("Oudelindelaan 12", false)]
    [InlineData("21234 AB", false)]
    [InlineData("Utrecht", false)]
    [InlineData("de regenboogschool", false)]
    [InlineData("", false)]
    public void The_very_words_are_known_again_whatever_capitals_accents_and_signs_T22(string text, bool known) => Assert.Equal(
        known, new HiddenAddress(default, default, default) { Street = "Lindelaan 12a", Place = "1234 AB Utrecht", Also = "De Regenboog" }.IsIn(text));

    [Theory]
    [InlineData("12 Lindelaan", "op 12 lindelaan", true)]
    [InlineData("Flat 3, Lindelaan 12", "op Lindelaan 12", true)]
    [InlineData("Lindelaan 12 bis, 3 hoog", "op Lindelaan 12", true)]
    [InlineData("1234 AB, Lindelaan 5", "in 1234 zijn er", false)]
    [InlineData("1234 AB, Lindelaan 5", "1234AB5", true)]
    [InlineData("Lindelaan", "de lindelaan", true)]
    public void A_street_is_known_again_in_whichever_order_it_was_said_T22(string street, string text, bool known)
    {
        var kept = Of(_table.Mother.By).Keep(Circle, Said() with { Street = street }, null, _table.Mother);
        Assert.Equal(known, kept.IsIn(text));
    }

    [Fact]
    public void Only_the_address_itself_is_stopped_and_a_word_that_may_be_any_word_is_asked_about_T20()
    {
        var kept = Of(_table.Mother.By).Keep(Circle, Said() with { Place = "4412 KN", Also = "niet\nDe Regenboog" }, null, _table.Mother);
        Assert.True(kept.IsPlainlyIn("Lindelaan 12, om drie uur"));
        Assert.True(kept.IsPlainlyIn("4412kn"));
        Assert.False(kept.IsPlainlyIn("Ik ben niet veilig bij de Regenboog."));
        Assert.Equal(["niet", "De Regenboog"], kept.WordsIn("Ik ben niet veilig bij de Regenboog."));
        Assert.Empty(kept.WordsIn("Lindelaan 12"));
        var street = Of(_table.Mother.By).Keep(Circle, Said() with { Street = "veilig" }, null, _table.Mother);
        Assert.False(street.IsPlainlyIn("Ik ben niet veilig."));
        Assert.Equal(["veilig"], street.WordsIn("Ik ben niet veilig."));
        Table.Refuses(AddressRules.FewWords, () => Of(_table.Mother.By).Keep(Circle, Said() with { Also = "niet\nbang\nslaat\nmama\nvrijdag\nveilig" }, null, _table.Mother));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("5 b, 3")]
    public void A_street_that_could_not_be_known_again_is_not_kept_as_if_it_were_T22(string street) => Table.Refuses(
        AddressRules.IsKnownAgain, () => Of(_table.Mother.By).Keep(Circle, Said() with { Street = street }, null, _table.Mother));

    private static HiddenAddress Said(params Seat[] readers) =>
        new(default, default, default) { Street = "Lindelaan 12", Readers = SeatSet.Of(readers.Select(seat => seat.Number)) };

    private AddressVault Of(Seat owner) => new(Circle.Id, owner.Number, null);
}
