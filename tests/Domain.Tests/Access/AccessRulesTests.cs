using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Tests.Access;

/// <summary>Who is let in for what: what is not named is refused.</summary>
public sealed class AccessRulesTests
{
    [Theory]
    [InlineData(SeatSide.Host, Permission.Read, true)]
    [InlineData(SeatSide.Host, Permission.Speak, true)]
    [InlineData(SeatSide.Host, Permission.Host, true)]
    [InlineData(SeatSide.Network, Permission.Read, true)]
    [InlineData(SeatSide.Network, Permission.Speak, true)]
    [InlineData(SeatSide.Network, Permission.Host, false)]
    [InlineData(SeatSide.Guest, Permission.Read, true)]
    [InlineData(SeatSide.Guest, Permission.Speak, true)]
    [InlineData(SeatSide.Guest, Permission.Host, false)]
    public void Everybody_at_the_table_reads_and_speaks_and_only_hosts_host_R1(SeatSide side, Permission permission, bool allowed) =>
        Assert.Equal(allowed, AccessRules.Allows(side, permission));

    [Fact]
    public void Who_reflects_along_is_let_in_for_that_and_for_nothing_else_and_nobody_else_is_R90()
    {
        foreach (var side in Enum.GetValues<SeatSide>())
        {
            Assert.Equal(side == SeatSide.Colleague, AccessRules.Allows(side, Permission.Reflect));
        }

        Assert.All(
            Enum.GetValues<Permission>(),
            permission => Assert.Equal(permission == Permission.Reflect, AccessRules.Allows(SeatSide.Colleague, permission)));
    }

    [Fact]
    public void Who_is_asked_in_the_background_is_let_in_to_answer_that_and_for_nothing_else_and_nobody_else_is_R98()
    {
        foreach (var side in Enum.GetValues<SeatSide>())
        {
            Assert.Equal(side == SeatSide.Expert, AccessRules.Allows(side, Permission.Advise));
        }

        Assert.All(
            Enum.GetValues<Permission>(),
            permission => Assert.Equal(permission == Permission.Advise, AccessRules.Allows(SeatSide.Expert, permission)));
        Assert.False(AccessRules.StaysAfterEnd(Permission.Advise));
    }

    [Fact]
    public void Nobody_answers_an_invitation_by_sitting_at_the_table() =>
        Assert.All(Enum.GetValues<SeatSide>(), side => Assert.False(AccessRules.Allows(side, Permission.Join)));

    [Fact]
    public void A_permission_or_a_side_that_nobody_named_lets_nobody_in()
    {
        foreach (var side in Enum.GetValues<SeatSide>())
        {
            Assert.False(AccessRules.Allows(side, default));
            Assert.False(AccessRules.Allows(side, (Permission)99));
        }

        Assert.All(Enum.GetValues<Permission>(), permission => Assert.False(AccessRules.Allows(default, permission)));
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.False(AccessRules.Allows((SeatSide)99, permission)));
    }

    [Fact]
    public void Who_does_not_sit_at_the_table_is_let_in_for_nothing_R9()
    {
        var circle = Circle.Start(
            PersonId.New(), "Esra", null, AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, DateTimeOffset.UnixEpoch);
        foreach (var permission in Enum.GetValues<Permission>())
        {
            Assert.Null(circle.Admit(PersonId.New(), permission, DateTimeOffset.UnixEpoch));
            Assert.Equal(permission is not (Permission.Reflect or Permission.Advise or Permission.Join or Permission.OpenAgain), circle.Admit(circle.Seats[0].Person!.Value, permission, DateTimeOffset.UnixEpoch) is not null);
        }
    }

    [Fact]
    public void A_proof_says_who_when_where_and_for_what()
    {
        var circle = Circle.Start(
            PersonId.New(), "Esra", null, AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, DateTimeOffset.UnixEpoch);
        var person = circle.Seats[0].Person!.Value;
        var at = DateTimeOffset.UnixEpoch.AddDays(3);
        var act = circle.Admit(person, Permission.Speak, at)!;
        Assert.Equal((person, circle.Seats[0], circle.Id, Permission.Speak, at), (act.Person, act.By, act.Circle, act.Permission, act.At));
    }
}
