using System.Security.Claims;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Microsoft.AspNetCore.Authentication;

namespace Keukentafel.Data.Tests.People;

/// <summary>Sessions live on the server: short, endable, and remembered only so that nothing typed is lost.</summary>
public sealed class SessionsTests
{
    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_session_ends_when_it_is_not_used_sooner_at_work(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var home = await SignInAsync(house, house.Mother, atWork: false);
        var work = await SignInAsync(house, house.Guest, atWork: true);
        house.Clock.Now += TimeSpan.FromMinutes(14);
        Assert.NotNull(await house.Sessions.RetrieveAsync(home));
        Assert.NotNull(await house.Sessions.RetrieveAsync(work));
        house.Clock.Now += TimeSpan.FromMinutes(16);
        Assert.NotNull(await house.Sessions.RetrieveAsync(home));
        Assert.Null(await house.Sessions.RetrieveAsync(work));
        house.Clock.Now += TimeSpan.FromMinutes(31);
        Assert.Null(await house.Sessions.RetrieveAsync(home));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_session_that_is_used_all_the_time_ends_after_ten_hours(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var started = house.Clock.Now;
        var key = await SignInAsync(house, house.Mother, atWork: false);
        while (house.Clock.Now + TimeSpan.FromMinutes(20) < started + Sessions.Longest)
        {
            house.Clock.Now += TimeSpan.FromMinutes(20);
            Assert.NotNull(await house.Sessions.RetrieveAsync(key));
        }

        house.Clock.Now = started + Sessions.Longest + TimeSpan.FromSeconds(1);
        Assert.Null(await house.Sessions.RetrieveAsync(key));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task An_ended_session_lets_nobody_in_but_its_owner_is_known_for_seven_days(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var key = await SignInAsync(house, house.Mother, atWork: false);
        var other = await SignInAsync(house, house.Mother with { Session = Guid.Parse("66666666-6666-4666-8666-666666666666") }, atWork: false);
        Assert.Equal(2, (await house.Sessions.OfAsync(house.Mother.Person, CancellationToken.None)).Count);

        // Nobody ends another's.
        await house.Sessions.EndAsync(house.Boy.Person, house.Mother.Session, house.Boy.Session);
        Assert.NotNull(await house.Sessions.RetrieveAsync(key));
        await house.Sessions.EndAsync(house.Mother.Person, house.Mother.Session, house.Mother.Session);
        Assert.Null(await house.Sessions.RetrieveAsync(key));
        Assert.NotNull(await house.Sessions.RetrieveAsync(other));
        await house.Sessions.RemoveAsync(other);
        Assert.Null(await house.Sessions.RetrieveAsync(other));
        Assert.Empty(await house.Sessions.OfAsync(house.Mother.Person, CancellationToken.None));

        house.Clock.Now += TimeSpan.FromDays(6);
        await house.Sessions.ForgetOldAsync();
        Assert.Equal(house.Mother.Person, await house.Sessions.OwnerOfAsync(key, CancellationToken.None));
        house.Clock.Now += TimeSpan.FromDays(2);
        Assert.Null(await house.Sessions.OwnerOfAsync(key, CancellationToken.None));
        await house.Sessions.ForgetOldAsync();
        await using var connection = await house.BreakInAsync();
        Assert.Equal(0L, await House.ReadAsync(connection, "select count(*) from sessions"));
    }

    private static Task<string> SignInAsync(House house, Caller caller, bool atWork)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, caller.Person.Value.ToString()), new Claim(Sessions.IdClaim, caller.Session.ToString()),
                new Claim(Sessions.ProfessionalClaim, atWork ? "yes" : "no"),
            ],
            "test");
        return house.Sessions.StoreAsync(new AuthenticationTicket(new ClaimsPrincipal(identity), new AuthenticationProperties(), "test"));
    }
}
