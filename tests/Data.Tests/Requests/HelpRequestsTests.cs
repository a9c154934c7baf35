using System.Text;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Requests;

namespace Keukentafel.Data.Tests.Requests;

public sealed class HelpRequestsTests
{
    private static readonly CancellationToken Always = CancellationToken.None;

    private static readonly byte[] Form = [1, 2, 3];

    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_asked_is_sealed_and_says_nothing_of_who_asked_and_leaves_no_line_in_the_trail_R57_partly(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, _) = await MakeAsync(house);
        var lines = await CountAsync(house, "trail");
        var (code, _) = await requests.AskAsync(Ask("KANARIE-7 ochtenden"), team, Form, "hash");
        Assert.Equal(code, HelpRequests.Tidy(HelpRequests.Written(code).ToLowerInvariant()));
        Assert.Equal("KANARIE-7 ochtenden", (await requests.BackAsync(code, word => word == "hash", Always))!.Ask.WouldHelp);
        await requests.ChangeAsync((await requests.BackAsync(code, _ => true, Always))!.Id, (one, at) => one.Write("KANARIE-8", true, at));
        Assert.Equal(lines, await CountAsync(house, "trail"));
        byte[] sheet = [];
        await house.Storage.AskAsync(null, null, [new Query("select sheet from help_requests", row => sheet = row.Bytes(0))], Always);
        Assert.DoesNotContain("KANARIE", Encoding.UTF8.GetString(sheet), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_somebody_with_the_code_says_of_another_is_kept_in_order_with_its_words_T20(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, _) = await MakeAsync(house);
        var id = (await requests.AskAsync(Ask("Post."), team, Form, "hash")).Request!.Id;
        await requests.ChangeAsync(id, (one, at) => one.Write("Laat maar.", false, at));
        await requests.ChangeAsync(id, (one, at) => one.Doubt("KANARIE-9 bel mij wel", at));
        await requests.ChangeAsync(id, (one, at) => one.Doubt(null, at));
        Assert.Equal(
            [new RequestDoubt(house.Clock.Now, "KANARIE-9 bel mij wel"), new RequestDoubt(house.Clock.Now, null)], (await requests.FindAsync(id, Always))!.Doubts);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_same_form_twice_is_one_request_with_one_code_also_at_once(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, _) = await MakeAsync(house);
        await requests.AskAsync(Ask("Post."), team, [5], "hash");
        await requests.TakeBackAsync((await requests.AskAsync(Ask("Post."), team, [5], "hash")).Request!.Id);
        var keys = KeysOf(house);
        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => requests.AskAsync(Ask("Post."), team, Form, "hash")));
        Assert.Single(asked.Select(one => (one.Code, one.Request!.Id)).Distinct());
        Assert.Equal(keys + 1, KeysOf(house));
        Assert.Equal(1, await CountAsync(house, "help_requests"));
        Assert.NotEqual(asked[0].Code, (await requests.AskAsync(Ask("Post."), team, [4], "hash")).Code);
        Assert.Equal(2, await CountAsync(house, "help_requests"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_wrong_code_and_a_wrong_word_are_looked_at_alike_and_nothing_is_found(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, _) = await MakeAsync(house);
        var (code, _) = await requests.AskAsync(Ask("Post."), team, Form, "hash");
        var looked = new List<string?>();
        foreach (var typed in new[] { code, new string('B', HelpRequests.CodeLength), null })
        {
            Assert.Null(await requests.BackAsync(typed, Looks, Always));
        }

        Assert.Equal(["hash", null, null], looked);

        bool Looks(string? word)
        {
            looked.Add(word);
            return false;
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_team_of_the_place_reads_it_and_another_team_and_who_was_of_it_do_not_R57_partly(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, teams) = await MakeAsync(house);
        await requests.AskAsync(Ask("Post."), team, Form, "hash");
        var request = Assert.Single(await requests.OfTeamsAsync(house.Guest.Person, Always));
        Assert.NotNull(await requests.OpenAsync(house.Guest.Person, request.Id, Always));
        Assert.Equal(2, await CountAsync(house, "trail where deed in (290, 291)"));

        // The neighbour answers elsewhere; the mother nowhere.
        foreach (var other in new[] { house.Neighbour.Person, house.Mother.Person })
        {
            Assert.Empty(await requests.OfTeamsAsync(other, Always));
            Assert.Null(await requests.OpenAsync(other, request.Id, Always));
        }

        Assert.True(await teams.RemoveAsync(new TeamMember(house.Guest.Person, team)));
        Assert.False(await teams.RemoveAsync(new TeamMember(house.Guest.Person, team)));
        Assert.Empty(await requests.OfTeamsAsync(house.Guest.Person, Always));
        Assert.Null(await requests.OpenAsync(house.Guest.Person, request.Id, Always));

        // Who came to read it, and who stopped, leaves a line, once.
        Assert.Equal((2, 1), (await CountAsync(house, "trail where deed = 294"), await CountAsync(house, "trail where deed = 295")));
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task On_PostgreSQL_it_is_behind_a_wall_for_whoever_is_set_but_its_own_team_R9(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, _) = await MakeAsync(house);
        await requests.AskAsync(Ask("Post."), team, Form, "hash");
        foreach (var (circle, person, rows) in new (Guid?, Guid?, long)[]
        {
            (null, house.Guest.Person.Value, 1), (null, house.Neighbour.Person.Value, 0), (house.Table.Value, house.Mother.Person.Value, 0),
            (house.Table.Value, null, 0),
        })
        {
            var seen = 0L;
            await house.Storage.AskAsync(circle, person, [new Query("select count(*) from help_requests", row => seen = row.Number(0))], Always);
            Assert.Equal(rows, seen);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_who_answer_at_once_are_both_kept_with_who_asked_between_them(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, teams) = await MakeAsync(house);
        var boy = new TeamMember(house.Boy.Person, team);
        await teams.AddAsync(boy);
        await teams.AddAsync(boy);
        var (code, _) = await requests.AskAsync(Ask("Post."), team, Form, "hash");
        var id = (await requests.BackAsync(code, _ => true, Always))!.Id;
        await Task.WhenAll(
            requests.AnswerAsync(new TeamMember(house.Guest.Person, team), id, "Samira", "06", "Ik bel je."),
            requests.AnswerAsync(boy, id, "Bram", "balie", "Ik ben er."),
            requests.ChangeAsync(id, (one, at) => one.Write("Nog iets.", true, at)));
        var request = (await requests.FindAsync(id, Always))!;
        Assert.Equal(["Ik bel je.", "Ik ben er.", "Nog iets."], request.Said.Select(one => one.Words).Order(StringComparer.Ordinal));
        Assert.Equal(2, await CountAsync(house, "trail where deed = 292"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_waits_longest_stands_first_whoever_looks_R60_partly(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, _) = await MakeAsync(house);
        Assert.Null(await requests.LongestWaitAsync(house.Guest.Person, Always));
        var began = house.Clock.Now;
        await requests.AskAsync(Ask("eerste"), team, [1], "hash");
        house.Clock.Now += TimeSpan.FromHours(1);
        await requests.AskAsync(Ask("tweede"), team, [2], "hash");
        house.Clock.Now += TimeSpan.FromHours(1);
        await requests.AskAsync(Ask("derde"), team, [3], "hash");
        Assert.Equal(["eerste", "tweede", "derde"], (await requests.OfTeamsAsync(house.Guest.Person, Always)).Select(one => one.Ask.WouldHelp));

        // Since when is told to the team alone, and leaves no line: it says nothing of who or what.
        var lines = await CountAsync(house, "trail");
        Assert.Equal(began, await requests.LongestWaitAsync(house.Guest.Person, Always));
        Assert.Null(await requests.LongestWaitAsync(house.Mother.Person, Always));
        Assert.Equal(lines, await CountAsync(house, "trail"));
        var first = (await requests.OfTeamsAsync(house.Guest.Person, Always))[0];
        await requests.AnswerAsync(new TeamMember(house.Guest.Person, team), first.Id, "Samira", "06", "Ik bel je.");
        Assert.Equal(["tweede", "derde", "eerste"], (await requests.OfTeamsAsync(house.Guest.Person, Always)).Select(one => one.Ask.WouldHelp));
        Assert.Equal(began.AddHours(1), await requests.LongestWaitAsync(house.Guest.Person, Always));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task That_a_place_is_busy_is_said_and_not_how_busy_and_where_that_begins_differs_T22(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, _) = await MakeAsync(house);
        var before = new List<bool>();
        for (byte i = 0; i < 30; i++)
        {
            house.Clock.Now += TimeSpan.FromMinutes(1);
            Assert.False(await requests.IsThereAsync([i], Always));
            var (code, _) = await requests.AskAsync(Ask("vraag"), team, [i], "hash");
            Assert.True(await requests.IsThereAsync([i], Always));
            before.Add(await requests.IsBusyBeforeAsync((await requests.BackAsync(code, _ => true, Always))!, Always));
        }

        // Of the first six nobody is told, from the twelfth on everybody, and between that by chance.
        Assert.DoesNotContain(true, before.Take(6));
        Assert.DoesNotContain(false, before.Skip(12));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Taken_back_it_is_gone_with_its_key_and_stays_gone_when_an_older_copy_is_put_back(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, _) = await MakeAsync(house);
        var (code, _) = await requests.AskAsync(Ask("Post."), team, Form, "hash");
        var request = (await requests.BackAsync(code, _ => true, Always))!;
        Assert.True(house.Keyring.Has(request.Id.Value));
        await using var connection = await house.BreakInAsync();
        await House.RunAsync(connection, "create table older as select * from help_requests");
        await requests.TakeBackAsync(request.Id);
        Assert.False(house.Keyring.Has(request.Id.Value));
        Assert.Null(await requests.BackAsync(code, _ => true, Always));
        Assert.Equal(1, await CountAsync(house, "trail where deed = 293"));
        await RefusesAsync(RequestRules.StillThere, () => requests.ChangeAsync(request.Id, (one, at) => one.Write("Nog iets.", true, at)));
        await RefusesAsync(RequestRules.StillThere, () => requests.AnswerAsync(new TeamMember(house.Guest.Person, team), request.Id, "Samira", "06", "Ja."));
        await requests.TakeBackAsync(request.Id);

        await House.RunAsync(connection, "insert into help_requests select * from older");
        Assert.Null(await requests.BackAsync(code, _ => true, Always));
        Assert.Empty(await requests.OfTeamsAsync(house.Guest.Person, Always));
        await requests.RemoveDueAsync(Always);
        Assert.Equal(0, await CountAsync(house, "help_requests"));

        // The very same form sent once more asks anew.
        Assert.Equal(code, (await requests.AskAsync(Ask("Post."), team, Form, "hash")).Code);
        Assert.NotNull(await requests.BackAsync(code, _ => true, Always));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task On_its_day_it_goes_with_its_key_and_what_was_written_meanwhile_stays_longer(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, _) = await MakeAsync(house);
        var samira = new TeamMember(house.Guest.Person, team);
        var one = (await requests.AskAsync(Ask("een"), team, [1], "hash")).Request!;
        var two = (await requests.AskAsync(Ask("twee"), team, [2], "hash")).Request!;
        await requests.AnswerAsync(samira, one.Id, "Samira", "06", "Ik bel je.");
        await requests.AnswerAsync(samira, two.Id, "Samira", "06", "Ik bel je.");
        house.Clock.Now += TimeSpan.FromDays(HelpRequest.StaysFor - 1);
        Assert.Equal(0, await requests.RemoveDueAsync(Always));
        await requests.ChangeAsync(two.Id, (request, at) => request.Write("Nog iets.", true, at));
        house.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(1, await requests.RemoveDueAsync(Always));
        Assert.False(house.Keyring.Has(one.Id.Value));
        Assert.Null(await requests.FindAsync(one.Id, Always));
        Assert.NotNull(await requests.FindAsync(two.Id, Always));

        // Nobody answered: it waits for half a year, and then goes too.
        house.Clock.Now += TimeSpan.FromDays(HelpRequest.WaitsFor);
        Assert.Equal(1, await requests.RemoveDueAsync(Always));
        Assert.Equal(0, await CountAsync(house, "help_requests"));
        Assert.Equal(0, await requests.RemoveDueAsync(Always));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_team_has_another_name_and_what_is_asked_of_no_team_is_refused(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, teams) = await MakeAsync(house);
        Assert.Equal(["Noord", "Zuid"], (await teams.AllAsync(Always)).Select(one => one.Place));
        await teams.KeepAsync(new LocalTeam(team, "Noord en Oost", "Team Noord"));
        Assert.Equal("Noord en Oost", (await teams.AllAsync(Always)).First(one => one.Id == team).Place);
        await RefusesAsync(RequestRules.SaysPlace, () => requests.AskAsync(Ask("Post."), LocalTeamId.New(), Form, "hash"));

        // Nobody would read it.
        var keys = KeysOf(house);
        Assert.True(await teams.RemoveAsync(new TeamMember(house.Guest.Person, team)));
        await RefusesAsync(RequestRules.SaysPlace, () => requests.AskAsync(Ask("Post."), team, Form, "hash"));
        Assert.Equal(0, await CountAsync(house, "help_requests"));
        Assert.Equal(keys, KeysOf(house));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_question_without_names_goes_to_experts_alone_and_is_kept_with_what_they_see_and_what_came_of_it_R98_partly(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (requests, team, teams) = await MakeAsync(house);
        var experts = LocalTeam.Of("Regio", "Artsen") with { AreExperts = true };
        await teams.KeepAsync(experts);
        await teams.AddAsync(new TeamMember(house.Guest.Person, experts.Id));
        Assert.Equal([experts], await teams.ExpertsAsync(Always));
        Assert.DoesNotContain(await teams.AnsweringAsync(Always), one => one.Id == experts.Id);
        var ask = HelpAsk.ToExperts(
            new Dictionary<ConsultAsk, string?> { [ConsultAsk.WantsToKnow] = "Wat vraag ik?", [ConsultAsk.Fact] = "Een plek.", [ConsultAsk.FamilySays] = "Gevallen." }, "huisarts", []);
        await RefusesAsync(RequestRules.SaysPlace, () => requests.AskAsync(ask, team, Form, "hash"));
        await RefusesAsync(RequestRules.SaysPlace, () => requests.AskAsync(Ask("Post."), experts.Id, Form, "hash"));
        var id = (await requests.AskAsync(ask, experts.Id, Form, "hash")).Request!.Id;
        var sees = new Dictionary<AdviceAsk, string?> { [AdviceAsk.Perception] = "Zo.", [AdviceAsk.Basis] = "Daarom.", [AdviceAsk.Doubts] = "Hierover." };
        await requests.AdviseAsync(new TeamMember(house.Guest.Person, experts.Id), id, "Ingrid", "06", sees, ExpertStays.WouldCome);
        await requests.ChangeAsync(id, (one, at) => one.Tell("Goed.", [], true, at));
        var kept = (await requests.FindAsync(id, Always))!;
        Assert.Equal(ask.Question, kept.Ask.Question);
        Assert.Equal("huisarts", kept.Ask.Who);
        Assert.Equal([(AdviceAsk.Perception, "Zo."), (AdviceAsk.Basis, "Daarom."), (AdviceAsk.Doubts, "Hierover.")], kept.Said[0].Advised);
        Assert.Equal(ExpertStays.WouldCome, kept.Said[0].Stays);
        Assert.Equal([false, true], kept.Said.Select(one => one.CameOfIt));

        // Another name sends nothing to others.
        await teams.KeepAsync(new LocalTeam(experts.Id, "Regio", "Jeugdartsen"));
        Assert.Equal("Jeugdartsen", Assert.Single(await teams.ExpertsAsync(Always)).Name);
    }

    private static int KeysOf(House house) => Directory.EnumerateFiles(Path.Combine(house.Keyring.Folder, "words"), "*", SearchOption.AllDirectories).Count();

    private static async Task<(HelpRequests Requests, LocalTeamId Team, LocalTeams Teams)> MakeAsync(House house)
    {
        var teams = new LocalTeams(house.Storage, house.Gate, house.Clock);
        var (north, south) = (LocalTeam.Of("Noord", "Team Noord"), LocalTeam.Of("Zuid", "Team Zuid"));
        await teams.KeepAsync(south);
        await teams.KeepAsync(north);
        await teams.AddAsync(new TeamMember(house.Guest.Person, north.Id));
        await teams.AddAsync(new TeamMember(house.Neighbour.Person, south.Id));
        return (new HelpRequests(house.Storage, house.Gate, house.Keyring, house.Clock), north.Id, teams);
    }

    private static HelpAsk Ask(string wouldHelp) => HelpAsk.Of(wouldHelp, null, [], [], null, null, null);

    private static async Task RefusesAsync(Rule rule, Func<Task> work) => Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBrokenException>(work)).Rule);

    private static async Task<long> CountAsync(House house, string table)
    {
        var count = 0L;
        await house.Storage.AskAsync(null, null, [new Query($"select count(*) from {table}", row => count = row.Number(0))], Always);
        return count;
    }
}
