using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Invitations;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Requests;

namespace Keukentafel.Data.Tests.Requests;

/// <summary>A request becomes a table, and is gone in the same moment.</summary>
public sealed class TableFromRequestTests
{
    private static readonly CancellationToken Always = CancellationToken.None;

    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_account_the_table_and_the_words_are_kept_and_the_request_is_gone_with_its_key(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, _, code, request) = await OfferedAsync(house);
        await using var connection = await house.BreakInAsync();
        await House.RunAsync(connection, "create table older as select * from help_requests");
        var esra = NewPerson("esra-123");
        var circle = await BeginAsync(house, request, esra);
        Assert.Equal(("Esra", (int)AgeGroup.Adult, false), (esra.Called, esra.Age, esra.IsProfessional));
        Assert.Equal(1, await CountAsync(house, "people where user_name = 'esra-123'"));

        var host = new Caller(new PersonId(esra.Id), house.Mother.Session);
        using (var sight = await house.Door.OpenAsync(host, circle, Look.Table(null), Always))
        {
            Assert.Equal("KANARIE-1 ochtenden", Assert.IsType<Help>(Assert.Single(sight.Slips).Contribution).Words);
        }

        using (var sight = await house.Door.OpenAsync(house.Guest, circle, Look.Table(null), Always))
        {
            Assert.Equal("KANARIE-1 ochtenden", Assert.IsType<Help>(Assert.Single(sight.Slips).Contribution).Words);
        }

        // Nobody else comes in, and what was asked is nowhere any more, also not in an older copy.
        await Assert.ThrowsAsync<RefusedException>(() => house.Door.OpenAsync(house.Neighbour, circle, Look.Table(null), Always));
        Assert.Null(await requests.BackAsync(code, _ => true, Always));
        Assert.Equal((1, 1), (await CountAsync(house, "trail where deed = 296"), await CountAsync(house, "trail where deed = 293")));
        Assert.False(house.Keyring.Has(request.Id.Value));
        await House.RunAsync(connection, "insert into help_requests select * from older");
        Assert.Null(await requests.BackAsync(code, _ => true, Always));
        await requests.RemoveDueAsync(Always);
        Assert.Equal(0, await CountAsync(house, "help_requests"));
        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_presses_at_once_make_one_table(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (_, _, _, request) = await OfferedAsync(house);
        var before = await CountAsync(house, "trail where deed = 10");
        var broken = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => TryAsync(() => BeginAsync(house, request, NewPerson("esra-20" + i)))));
        Assert.Equal([RequestRules.StillThere, RequestRules.StillThere, RequestRules.StillThere], broken.OfType<Rule>());
        Assert.Equal(before + 1, await CountAsync(house, "trail where deed = 10"));
        Assert.Equal(1, await CountAsync(house, "people where user_name like 'esra-20%'"));

        // The one that was not first left the mark of what is gone.
        Assert.True(house.Keyring.IsMarked(request.Id.Value));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Nothing_is_kept_and_the_request_stands_when_the_offer_is_not_what_was_read_or_the_name_is_taken(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, code, request) = await OfferedAsync(house);
        var samira = new TeamMember(house.Guest.Person, team);
        var before = await CountAsync(house, "trail where deed = 10");

        // Somebody has that name.
        var taken = NewPerson("esra-300");
        await house.Door.BeginAsync(new PersonId(taken.Id), taken, (await OfferedAsync(house, [9])).Request.Id, request.Offer!.At, Begin(new PersonId(taken.Id)));
        Assert.Equal(InvitationRules.NameIsFree, await TryAsync(() => BeginAsync(house, request, NewPerson("esra-300"))));

        // Said anew meanwhile: to that nobody said yes.
        house.Clock.Now += TimeSpan.FromMinutes(1);
        await requests.OfferTableAsync(samira, request.Id, Worth with { Goal = "Iets anders." }, "Niets.");
        Assert.Equal(RequestRules.OfferStands, await TryAsync(() => BeginAsync(house, request, NewPerson("esra-301"))));

        // Who offered answers for the team no more.
        var again = (await requests.FindAsync(request.Id, Always))!;
        var teams = new LocalTeams(house.Storage, house.Gate, house.Clock);
        await teams.RemoveAsync(samira);
        Assert.Equal(RequestRules.OfferStands, await TryAsync(() => BeginAsync(house, again, NewPerson("esra-302"))));

        Assert.Equal(before + 1, await CountAsync(house, "trail where deed = 10"));
        Assert.Equal(1, await CountAsync(house, "people where user_name like 'esra-30%'"));
        Assert.NotNull(await requests.BackAsync(code, _ => true, Always));
        Assert.False(house.Keyring.IsMarked(request.Id.Value));
        await teams.AddAsync(samira);
        await BeginAsync(house, again, NewPerson("esra-303"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task For_whom_it_was_asked_an_offer_and_a_no_are_kept_sealed_as_they_were_said_R59_partly(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, _, request) = await OfferedAsync(house, [7], HelpAsk.Of("Post.", null, [], [], null, null, null).OnBehalf(AskedFor.Family, "juf Els", "KANARIE-2 ik sprak hen"));
        var found = (await requests.FindAsync(request.Id, Always))!;
        Assert.Equal((AskedFor.Family, "juf Els", "KANARIE-2 ik sprak hen"), (found.Ask.For, found.Ask.Who, found.Ask.HowKnown));
        Assert.Equal(Worth with { Name = "Samira" }, found.Offer!.Worth);
        await requests.ChangeAsync(request.Id, (one, at) => one.RatherNoTable(true, at));
        Assert.Equal(house.Clock.Now, (await requests.FindAsync(request.Id, Always))!.Offer!.RatherNotAt);
        await requests.NotWantedAsync(new TeamMember(house.Guest.Person, team), request.Id);
        Assert.Equal(house.Clock.Now, (await requests.FindAsync(request.Id, Always))!.NotWantedAt);
        Assert.Equal(1, await CountAsync(house, "trail where deed = 298"));
        house.Clock.Now += TimeSpan.FromDays(HelpRequest.StaysAfterNo);
        Assert.Equal(1, await requests.RemoveDueAsync(Always));
        Assert.False(house.Keyring.Has(request.Id.Value));
    }

    private static Worth Worth => new() { Does = "helpt met de ochtenden", Goal = "Rust.", Adds = "Ik kan meteen.", LookAgain = new DateOnly(2027, 1, 20), HowOften = "Twee keer per week." };

    private static Func<HelpRequest, DateTimeOffset, TableFromRequest> Begin(PersonId person) => (request, at) => Circle.Begin(
        request, false, person,
        (who, moment) => Circle.Start(who, "Esra", "mama", AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, moment),
        [new Brought(BroughtPart.WouldHelp, request.Ask.WouldHelp, BroughtFor.Helper)],
        at);

    private static Task<CircleId> BeginAsync(House house, HelpRequest request, Person newcomer) =>
        house.Door.BeginAsync(new PersonId(newcomer.Id), newcomer, request.Id, request.Offer!.At, Begin(new PersonId(newcomer.Id)));

    private static Person NewPerson(string name) =>
        new() { Id = PersonId.New().Value, UserName = name, NormalizedUserName = name.ToUpperInvariant(), Language = "nl", SecurityStamp = "stamp" };

    private static async Task<(HelpRequests Requests, LocalTeamId Team, string Code, HelpRequest Request)> OfferedAsync(House house, byte[]? form = null, HelpAsk? ask = null)
    {
        var teams = new LocalTeams(house.Storage, house.Gate, house.Clock);
        var team = LocalTeam.Of("Noord", "Team Noord");
        await teams.KeepAsync(team);
        var samira = new TeamMember(house.Guest.Person, team.Id);
        await teams.AddAsync(samira);
        var requests = new HelpRequests(house.Storage, house.Gate, house.Keyring, house.Clock);
        var (code, asked) = await requests.AskAsync(ask ?? HelpAsk.Of("KANARIE-1 ochtenden", null, [], [], null, null, null), team.Id, form ?? [1], "hash");
        var id = asked!.Id;
        await requests.AnswerAsync(samira, id, "Samira", "06", "Ik bel je.");
        await requests.OfferTableAsync(samira, id, Worth, "De dagen, voor mijn werk.");
        return (requests, team.Id, code, (await requests.FindAsync(id, Always))!);
    }

    private static async Task<Rule?> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (RuleBrokenException broken)
        {
            return broken.Rule;
        }
    }

    private static async Task<long> CountAsync(House house, string table)
    {
        var count = 0L;
        await house.Storage.AskAsync(null, null, [new Query($"select count(*) from {table}", row => count = row.Number(0))], Always);
        return count;
    }
}
