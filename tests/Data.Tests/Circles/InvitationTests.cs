using Keukentafel.Data.Circles;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Invitations;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Data.Tests.Circles;

public sealed class InvitationTests
{
    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_code_that_is_too_old_is_forgotten_and_the_host_makes_another_or_puts_it_away(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (kleintje, old) = await InviteAsync(house);
        house.Clock.Now += Invitation.Lasts - TimeSpan.FromSeconds(1);
        await house.Door.ForgetOldCodesAsync();
        Assert.Equal("Moeder", (await house.Door.InvitedAsync(old, null, CancellationToken.None)).By);
        house.Clock.Now += TimeSpan.FromSeconds(2);
        await Assert.ThrowsAsync<RefusedException>(() => house.Door.InvitedAsync(old, null, CancellationToken.None));
        await house.Door.ForgetOldCodesAsync();
        Assert.Equal(0L, await RowsAsync(house));

        var (_, fresh) = await InviteAsync(house);
        Assert.NotEqual(old, fresh);
        Assert.Equal(1L, await RowsAsync(house));
        house.Clock.Now += Invitation.Lasts + TimeSpan.FromSeconds(1);
        await house.Door.ForgetOldCodesAsync();
        await house.Door.ChangeAsync(
            house.Mother, house.Table, Permission.Host, visit => { visit.Circle.TakeBackInvitation(kleintje, visit.Act); return Task.FromResult(0); }, CancellationToken.None);
        Assert.Equal(0L, await RowsAsync(house));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Who_comes_in_with_a_card_for_a_guest_works_with_families_and_nobody_else_R2(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (_, family) = await InviteAsync(house);
        var neighbour = Account("buur-123");
        await house.Door.JoinAsync(family, new PersonId(neighbour.Id), neighbour, CancellationToken.None);
        Assert.False(neighbour.IsProfessional);
        var proposed = await house.Door.ChangeAsync(
            house.Mother,
            house.Table,
            Permission.Speak,
            visit => Task.FromResult(visit.Circle.Propose(
                new Worth { Name = "Joke", Goal = "Rust.", Adds = "Zij kent de weg.", LookAgain = visit.Act.Today.AddDays(30) }, visit.Act).Id),
            CancellationToken.None);
        await using (var visit = await house.Door.EnterAsync(house.Mother, house.Table, Permission.Host, CancellationToken.None))
        {
            foreach (var host in visit.Circle.Seats.Where(seat => seat is { Side: SeatSide.Host, Person: not null }).ToList())
            {
                await house.Door.ChangeAsync(
                    new Caller(host.Person!.Value, Guid.Empty),
                    house.Table,
                    Permission.Host,
                    each =>
                    {
                        if (each.Circle.Involvements.Single(one => one.Id == proposed).AnswerOf(each.Me.Number) is null)
                        {
                            each.Circle.AnswerInvolvement(proposed, WelcomeAnswer.Welcome, null, true, each.Act);
                        }

                        return Task.FromResult(0);
                    },
                    CancellationToken.None);
            }
        }

        await house.Door.ChangeAsync(
            house.Mother,
            house.Table,
            Permission.Host,
            visit =>
            {
                var seat = visit.Circle.SeatAt(visit.Circle.Involvements.Single(one => one.Id == proposed).Seat!.Value).Id;
                return Task.FromResult(visit.Circle.Invite(seat, "Kom je helpen?", SeatSet.None, visit.Act).Id);
            },
            CancellationToken.None);
        string code;
        await using (var mother = await house.Door.EnterAsync(house.Mother, house.Table, Permission.Host, CancellationToken.None))
        {
            code = house.Door.CodeOf(mother, mother.Circle.Invitations.Single(one => one.Waits));
        }

        var joke = Account("joke-123");
        await house.Door.JoinAsync(code, new PersonId(joke.Id), joke, CancellationToken.None);
        Assert.True(joke.IsProfessional);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_the_holder_of_a_code_does_leaves_its_line_and_no_code_after_it_R6(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (kleintje, first) = await InviteAsync(house);
        await house.Door.InvitedAsync(first, null, CancellationToken.None);
        await house.Door.RefuseAsync(first, null, "Nee.", CancellationToken.None);
        await Assert.ThrowsAsync<RefusedException>(() => house.Door.RefuseAsync(first, null, null, CancellationToken.None));
        var (_, second) = await InviteAsync(house);
        await Assert.ThrowsAsync<RuleBrokenException>(() => house.Door.JoinAsync(second, house.Neighbour.Person, null, CancellationToken.None));
        var somebody = PersonId.New();
        Assert.Equal(house.Table, await house.Door.JoinAsync(second, somebody, null, CancellationToken.None));
        Assert.Equal(0L, await RowsAsync(house));
        await using (var visit = await house.Door.EnterAsync(new Caller(somebody, Guid.Empty), house.Table, Permission.Speak, CancellationToken.None))
        {
            Assert.Equal(kleintje, visit.Me.Id);
        }

        foreach (var (deed, permission, times) in new[]
        {
            (Deed.InvitationMade, Permission.Host, 2L), (Deed.InvitationRefused, Permission.Join, 1), (Deed.InvitationAccepted, Permission.Join, 1),
            (Deed.Entered, Permission.Join, 4), (Deed.Refused, Permission.Join, 1),
        })
        {
            var lines = await CountAsync(house, $"trail where deed = {(int)deed} and permission = {(int)permission}");
            Assert.True(times == lines, $"{deed}: {lines}");
        }

        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    private static async Task<(SeatId Seat, string Code)> InviteAsync(House house)
    {
        var seat = await house.Door.ChangeAsync(
            house.Mother,
            house.Table,
            Permission.Host,
            visit =>
            {
                var kleintje = visit.Circle.Seats.Single(one => one.Name == "Kleintje").Id;
                visit.Circle.Invite(kleintje, "Dit is jouw plek.", SeatSet.None, visit.Act);
                return Task.FromResult(kleintje);
            },
            CancellationToken.None);
        await using var host = await house.Door.EnterAsync(house.Mother, house.Table, Permission.Host, CancellationToken.None);
        return (seat, house.Door.CodeOf(host, host.Circle.Invitations.Single()));
    }

    private static Task<long> RowsAsync(House house) => CountAsync(house, "invitations");

    private static async Task<long> CountAsync(House house, string what)
    {
        var count = -1L;
        await house.Storage.AskAsync(null, null, [new Query("select count(*) from " + what, row => count = row.Number(0))], CancellationToken.None);
        return count;
    }

    private static Data.People.Person Account(string name) =>
        new() { Id = PersonId.New().Value, UserName = name, NormalizedUserName = name.ToUpperInvariant(), Language = "nl", SecurityStamp = "x" };
}
