using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.Nudges;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Nudges;

public sealed class NudgeTests
{
    // A Tuesday, at ten in the morning where people live.
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(1));

    private static readonly NudgeHours ByDay = NudgeHours.Of([DayOfWeek.Tuesday, DayOfWeek.Wednesday], 9, 17);

    private readonly PersonId _esra = PersonId.New();

    [Fact]
    public void It_is_off_until_somebody_proves_an_address_with_the_code_that_was_sent_there_R128_partly()
    {
        var never = new Nudge(_esra);
        Assert.False(never.IsOn);
        Assert.True(never.IsEmpty(Now));
        Assert.False(never.MayBeSent(Now, null));

        var asked = Asked();
        Assert.False(asked.IsOn);
        Assert.True(asked.SendsCode(Now));
        Assert.False(asked.MayBeSent(Now, null));
        Assert.False(asked.Prove("654321", Now).IsOn);
        Assert.False(asked.Prove(null, Now).IsOn);
        Assert.False(asked.Prove("123456", Now + NudgeProof.Lasts).IsOn);
        var on = asked.Prove("123456", Now);
        Assert.True(on.IsOn);
        Assert.Equal(("esra@example.org", ByDay, Now), (on.Address!.Value, on.Hours!, on.OnSince!.Value));
        Assert.Null(on.Proof);
        Assert.False(on.SendsCode(Now));
    }

    [Fact]
    public void After_five_wrong_codes_the_right_one_is_wrong_too_and_a_fourth_code_in_a_day_is_not_sent()
    {
        var asked = Asked();
        for (var i = 0; i < NudgeProof.MostWrong; i++)
        {
            asked = asked.Prove($"00000{i}", Now);
        }

        Assert.Null(asked.WaitsFor(Now));
        Assert.False(asked.Prove("123456", Now).IsOn);
        var third = Asked(Asked(asked));
        Table.Refuses(NudgeRules.NotTooOften, () => Asked(third));

        // Turning it off in between does not make it fresh.
        Table.Refuses(NudgeRules.NotTooOften, () => Asked(third.TurnOff()));
        Assert.False(third.TurnOff().IsEmpty(Now));
        Assert.True(third.TurnOff().IsEmpty(Now + Nudge.Between));
        Assert.NotNull(Asked(third.TurnOff(), Now + Nudge.Between).Proof);
    }

    [Fact]
    public void A_child_who_came_back_in_this_week_and_where_somebody_reads_along_get_none_T22_partly()
    {
        Table.Refuses(NudgeRules.NotForChild, () => Ask(age: AgeGroup.Child));
        Table.Refuses(NudgeRules.NotShut, () => Ask(isShut: true));
        Table.Refuses(NudgeRules.OnlyMine, () => Ask(onlyMine: false));
        Assert.NotNull(Ask(age: AgeGroup.Young).Proof);
    }

    [Fact]
    public void Asking_for_another_address_stops_the_old_one_at_once_and_turning_off_forgets_it()
    {
        var on = On();
        Assert.False(Asked(on).IsOn);
        Assert.False(Asked(on).MayBeSent(Now.AddDays(1), null));
        var off = on.TurnOff();
        Assert.Null(off.Address);
        Assert.Null(off.Hours);
        Assert.False(off.MayBeSent(Now.AddDays(1), null));
    }

    [Theory]
    [InlineData(2026, 11, 24, 9, 0, true)]
    [InlineData(2026, 11, 24, 16, 59, true)]
    [InlineData(2026, 11, 24, 8, 59, false)]
    [InlineData(2026, 11, 24, 17, 0, false)]
    [InlineData(2026, 11, 25, 12, 0, true)]
    [InlineData(2026, 11, 26, 12, 0, false)]
    [InlineData(2026, 11, 22, 12, 0, false)]
    public void It_comes_in_the_safe_hours_and_in_no_other(int year, int month, int day, int hour, int minute, bool comes)
    {
        var at = new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.FromHours(1));
        Assert.Equal(comes, ByDay.Hold(at));
        Assert.Equal(comes, On().MayBeSent(at, null));
    }

    [Fact]
    public void Hours_have_a_day_and_end_after_they_begin()
    {
        Table.Refuses(NudgeRules.DayChosen, () => NudgeHours.Of([], 9, 17));
        foreach (var (from, until) in new[] { (9, 9), (17, 9), (-1, 9), (9, 25) })
        {
            Table.Refuses(NudgeRules.HoursFit, () => NudgeHours.Of([DayOfWeek.Friday], from, until));
        }

        var all = NudgeHours.Of(NudgeHours.Week, 0, 24);
        Assert.Equal(NudgeHours.Week, all.Days);
        Assert.True(all.Hold(Now.AddHours(13).AddMinutes(59)));
        Assert.Equal(ByDay, NudgeHours.Of([DayOfWeek.Wednesday, DayOfWeek.Tuesday, DayOfWeek.Tuesday], 9, 17));
    }

    [Fact]
    public void There_is_one_and_no_second_before_somebody_looked_again_nor_within_a_day()
    {
        var mail = PersonId.New().Value;
        var always = On() with { Hours = NudgeHours.Of(NudgeHours.Week, 0, 24) };
        var sent = always.Begin(mail, Now).Sent(mail, Now);
        Assert.Equal(Now, sent.SentAt);
        Assert.Equal(Now, sent.Since);
        Assert.False(sent.MayBeSent(Now.AddDays(30), null));
        Assert.False(sent.MayBeSent(Now.AddDays(30), Now.AddMinutes(-1)));
        Assert.False(sent.MayBeSent(Now.AddHours(23), Now.AddHours(1)));
        Assert.True(sent.MayBeSent(Now.AddHours(24), Now.AddHours(1)));
    }

    [Fact]
    public void Who_is_looking_now_gets_none()
    {
        Assert.False(On().MayBeSent(Now, Now));
        Assert.False(On().MayBeSent(Now, Now.AddMinutes(-29)));
        Assert.True(On().MayBeSent(Now, Now.AddMinutes(-30)));
    }

    [Fact]
    public void What_could_not_be_sent_is_the_same_mail_later_with_longer_pauses_and_is_not_lost()
    {
        var mail = PersonId.New().Value;
        var nudge = On().Begin(mail, Now);

        // Whoever tried was stopped in the middle: it goes on after a while, and not before.
        Assert.False(nudge.MayBeSent(Now.AddMinutes(9), null));
        Assert.True(nudge.MayBeSent(Now.AddMinutes(10), null));
        var at = Now;
        foreach (var pause in new[] { 5, 15, 60, 240, 240 })
        {
            nudge = nudge.Failed(mail, at);
            Assert.False(nudge.MayBeSent(at.AddMinutes(pause) - TimeSpan.FromSeconds(1), null));
            Assert.Equal(at.AddMinutes(pause), nudge.Try!.Next);
            nudge = nudge.Begin(PersonId.New().Value, at);
            Assert.Equal(mail, nudge.Try!.Mail);
        }

        // A day later it is about something else.
        Assert.NotEqual(mail, nudge.Begin(PersonId.New().Value, at.AddDays(1)).Try!.Mail);
        Assert.Null(nudge.Sent(mail, at).Try);
    }

    [Fact]
    public void An_address_that_takes_no_mail_turns_it_off_and_an_answer_about_an_older_mail_does_nothing()
    {
        var mail = PersonId.New().Value;
        var begun = On().Begin(mail, Now);
        var refused = begun.Refused(mail, Now);
        Assert.False(refused.IsOn);
        Assert.Equal(Now, refused.RefusedAt);
        Assert.False(refused.IsEmpty(Now.AddDays(9)));
        Assert.Null(refused.TurnOff().RefusedAt);
        foreach (var other in new[] { begun.TurnOff(), On(), Asked(begun) })
        {
            Assert.Equal(other, other.Refused(mail, Now));
            Assert.Equal(other, other.Sent(mail, Now));
            Assert.Equal(other, other.Failed(mail, Now));
        }
    }

    [Theory]
    [InlineData("esra@example.org")]
    [InlineData("  e.s-r_a+x@mail.example.co.uk ")]
    public void An_address_is_one_mailbox_at_a_name(string typed) => Assert.Equal(typed.Trim(), NudgeAddress.Of(typed).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("esra")]
    [InlineData("@example.org")]
    [InlineData("esra@localhost")]
    [InlineData("esra@127.0.0.1")]
    [InlineData("esra@example..org")]
    [InlineData("esra@example.org.")]
    [InlineData("esra@-example.org")]
    [InlineData(".esra@example.org")]
    [InlineData("es..ra@example.org")]
    [InlineData("esra@example.org,mark@example.org")]
    [InlineData("esra@example.org mark@example.org")]
    [InlineData("esra@example.org\r\nBcc: mark@example.org")]
    [InlineData("Esra <esra@example.org>")]
    [InlineData("\"es ra\"@example.org")]
    [InlineData("ésra@example.org")]
    public void Nothing_else_is_an_address(string? typed) => Table.Refuses(NudgeRules.AddressFits, () => NudgeAddress.Of(typed));

    [Fact]
    public void An_address_is_not_longer_than_mail_allows() =>
        Table.Refuses(NudgeRules.AddressFits, () => NudgeAddress.Of("a@" + string.Concat(Enumerable.Repeat("example.", 40)) + "org"));

    [Fact]
    public void Who_rests_who_left_a_child_and_a_table_that_ended_are_left_alone_R8_partly()
    {
        var table = new Table();
        var grandmother = table.Grandmother.Person;
        Assert.True(Counts(grandmother));
        Assert.True(Counts(table.Guest.Person));
        Assert.False(Counts(table.Child.Person));
        Assert.False(Counts(_esra));
        table.Circle.Rest(table.Grandmother);
        Assert.False(Counts(grandmother));
        table.Circle.EndRest(table.Grandmother);
        Assert.True(Counts(grandmother));
        table.Circle.StopMyPart(table.Grandmother);
        Assert.False(Counts(grandmother));
        var mother = table.Mother.Person;
        Assert.True(Counts(mother));
        var host = table.Circle.Admit(mother, Permission.Host, table.Now)!;
        table.Circle.AskToEnd(GoodEnough.Yes, null, host);
        table.Circle.End(new Terms(90, 365), host);
        Assert.False(Counts(mother));

        bool Counts(PersonId person) => Nudge.CountsAt(table.Circle, person, table.Now);
    }

    private Nudge On() => Asked().Prove("123456", Now);

    private Nudge Asked(Nudge? before = null, DateTimeOffset? at = null) =>
        (before ?? new Nudge(_esra)).Ask(NudgeAddress.Of("esra@example.org"), ByDay, true, AgeGroup.Adult, false, "123456", at ?? Now);

    private Nudge Ask(bool onlyMine = true, AgeGroup age = AgeGroup.Adult, bool isShut = false) =>
        new Nudge(_esra).Ask(NudgeAddress.Of("esra@example.org"), ByDay, onlyMine, age, isShut, "123456", Now);
}
