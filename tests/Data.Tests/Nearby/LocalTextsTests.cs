using System.Text;
using Keukentafel.Data.Nearby;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Nearby;
using Keukentafel.Domain.Requests;

namespace Keukentafel.Data.Tests.Nearby;

public sealed class LocalTextsTests
{
    private static readonly CancellationToken Always = CancellationToken.None;

    private static readonly Editor Fleur = Editor.Of(PersonId.New(), AgeGroup.Adult);

    public static TheoryData<Database> Both => Wanted.Both;

    private static LocalDraft Draft(string words) => new("Een moeder", words) { Number = "112", Hours = "altijd", Rehearses = true, Door = StoryDoor.Stop, CheckedBy = "Fleur", CheckedOn = new(2026, 1, 2) };

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_kept_comes_back_with_all_its_versions(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (texts, team) = await MakeAsync(house);
        var id = await texts.BeginAsync(Fleur, LocalKind.Contact, team, Draft("Een.") with { EnglishTitle = "A mother", EnglishBody = "One.", EnglishHours = "always", Face = LocalFace.Of("RIFF....WEBPVP8 "u8.ToArray()) });
        await texts.ShowAsync(Fleur, id, 1, null, null);
        await texts.WriteAsync(Fleur, id, 1, Draft("Twee."));
        var story = await texts.BeginAsync(Fleur, LocalKind.Story, null, Draft("Drie."));
        await texts.ShowAsync(Fleur, story, 1, "Las het.", new DateOnly(2026, 1, 3));
        var all = (await texts.AllAsync(Always)).OrderBy(one => one.Kind).ToList();
        Assert.Equal([id, story], all.Select(one => one.Id));
        Assert.Equal((LocalKind.Contact, (LocalTeamId?)team, 0), (all[0].Kind, all[0].Team, all[0].ShownAt));
        Assert.Equal(["Een.", "Twee."], all[0].Versions.Select(one => one.Dutch.Body));
        Assert.Equal((new LocalWords("A mother", "One."), "112", "altijd", true, "Fleur", new DateOnly(2026, 1, 2), Fleur.Person), (
            all[0].Shown!.English, all[0].Shown!.Number, all[0].Shown!.Hours, all[0].Shown!.Rehearses, all[0].Shown!.CheckedBy, all[0].Shown!.CheckedOn, all[0].Shown!.By));
        Assert.Equal("always", all[0].Shown!.EnglishHours);
        Assert.Null(all[0].Newest.Face);
        Assert.Equal("RIFF....WEBPVP8 ", Encoding.ASCII.GetString(all[0].Shown!.Face!.Bytes.Span));
        Assert.Equal(StoryDoor.Stop, all[1].Shown!.Door);
        Assert.Equal(new TellerYes("Las het.", new DateOnly(2026, 1, 3), Fleur.Person), all[1].Yes);
        await texts.HideAsync(Fleur, id);
        Assert.Null((await texts.FindAsync(id, Always))!.Shown);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_story_that_is_taken_away_is_gone_at_once_with_its_key_and_opens_no_more_when_an_older_row_is_put_back_R29_partly(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (texts, _) = await MakeAsync(house);
        var id = await texts.BeginAsync(Fleur, LocalKind.Story, null, Draft("KANARIE-31 vertelde."));
        byte[] sheet = [];
        await house.Storage.AskAsync(null, null, [new Query("select sheet from local_texts", row => sheet = row.Bytes(0))], Always);
        Assert.DoesNotContain("KANARIE", Encoding.UTF8.GetString(sheet), StringComparison.Ordinal);
        var code = texts.CodeOf(id);
        Assert.Equal(code, LocalTexts.Tidy(HelpRequests.Written(code).ToLowerInvariant()));
        Assert.Equal(id, (await texts.OfCodeAsync(code, Always))!.Id);
        await texts.RemoveAsync(null, id);
        Assert.Null(await texts.OfCodeAsync(code, Always));
        Assert.Empty(await texts.AllAsync(Always));
        await house.Gate.ChangeAsync(
            null, null, writing => writing.RunAsync("insert into local_texts (id, sheet) values (@id, @sheet)", ("id", id.Value), ("sheet", sheet)), () => []);
        Assert.Null(await texts.FindAsync(id, Always));
        Assert.Empty(await texts.AllAsync(Always));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_code_opens_a_story_and_nothing_else(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (texts, team) = await MakeAsync(house);
        var place = await texts.BeginAsync(Fleur, LocalKind.Place, team, Draft("Loop binnen."));
        Assert.Null(await texts.OfCodeAsync(texts.CodeOf(place), Always));
        Assert.Null(await texts.OfCodeAsync("BBBBBBBBBB", Always));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task It_is_of_a_place_that_there_is_and_of_two_at_once_the_other_is_told(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (texts, team) = await MakeAsync(house);
        var no = await Assert.ThrowsAsync<RuleBrokenException>(() => texts.BeginAsync(Fleur, LocalKind.Place, LocalTeamId.New(), Draft("Nergens.")));
        Assert.Equal(NearbyRules.SaysPlace, no.Rule);
        var id = await texts.BeginAsync(Fleur, LocalKind.Place, team, Draft("Een."));
        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            try
            {
                await texts.WriteAsync(Fleur, id, 1, Draft("Versie " + i));
                return true;
            }
            catch (RuleBrokenException broken)
            {
                Assert.Equal(CommonRules.NotChangedMeanwhile, broken.Rule);
                return false;
            }
        }));
        Assert.Single(done, one => one);
        Assert.Equal(2, (await texts.FindAsync(id, Always))!.Versions.Count);
        var gone = await Assert.ThrowsAsync<RuleBrokenException>(() => texts.HideAsync(Fleur, LocalTextId.New()));
        Assert.Equal(NearbyRules.StillThere, gone.Rule);

        // The id of a table is no text: its key stays.
        var none = await Assert.ThrowsAsync<RuleBrokenException>(() => texts.RemoveAsync(Fleur, new LocalTextId(house.Table.Value)));
        Assert.Equal(NearbyRules.StillThere, none.Rule);
        Assert.True(house.Keyring.Has(house.Table.Value));
        Assert.False(house.Keyring.IsMarked(house.Table.Value));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_editor_is_one_until_that_ends(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var editors = new Editors(house.Storage, house.Gate, house.Clock);
        Assert.Null(await editors.FindAsync(Fleur.Person, Always));
        await editors.AddAsync(Fleur);
        await editors.AddAsync(Fleur);
        Assert.Equal(Fleur, await editors.FindAsync(Fleur.Person, Always));
        Assert.True(await editors.RemoveAsync(Fleur.Person));
        Assert.False(await editors.RemoveAsync(Fleur.Person));
        Assert.Null(await editors.FindAsync(Fleur.Person, Always));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_place_that_an_editor_shows_is_there_can_be_asked_once_somebody_answers_and_stays_while_somebody_does(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (texts, _) = await MakeAsync(house);
        var teams = new LocalTeams(house.Storage, house.Gate, house.Clock);
        var names = new LocalDraft("Havenwijk", "Team Havenwijk") { CheckedBy = "Fleur", CheckedOn = new(2026, 1, 2) };
        var id = await texts.BeginAsync(Fleur, LocalKind.Team, null, names);
        Assert.DoesNotContain(await teams.AllAsync(Always), team => team.Place == "Havenwijk");
        await texts.ShowAsync(Fleur, id, 1, null, null);
        var team = (await teams.AllAsync(Always)).Single(one => one.Place == "Havenwijk");
        Assert.Equal(("Team Havenwijk", id), (team.Name, (await texts.NamingAsync(team.Id, Always))!.Id));
        Assert.DoesNotContain(await teams.AnsweringAsync(Always), one => one.Id == team.Id);

        // One text of a team, and one team of that name in a place.
        Assert.Equal(CommonRules.NotChangedMeanwhile, (await Assert.ThrowsAsync<RuleBrokenException>(() => texts.BeginAsync(Fleur, LocalKind.Team, team.Id, names))).Rule);
        var same = await texts.BeginAsync(Fleur, LocalKind.Team, null, names);
        Assert.Equal(NearbyRules.PlaceIsFree, (await Assert.ThrowsAsync<RuleBrokenException>(() => texts.ShowAsync(Fleur, same, 1, null, null))).Rule);
        Assert.Null((await texts.FindAsync(same, Always))!.Shown);

        var member = new TeamMember(PersonId.New(), team.Id);
        await teams.AddAsync(member);
        Assert.Contains(await teams.AnsweringAsync(Always), one => one.Id == team.Id);
        await texts.WriteAsync(Fleur, id, 1, names with { Body = "Buurtteam Havenwijk" });
        await texts.ShowAsync(Fleur, id, 2, null, null);
        Assert.Equal("Buurtteam Havenwijk", (await teams.AllAsync(Always)).Single(one => one.Id == team.Id).Name);
        Assert.Equal(NearbyRules.NobodyWaits, (await Assert.ThrowsAsync<RuleBrokenException>(() => texts.HideAsync(Fleur, id))).Rule);
        Assert.Equal(NearbyRules.NobodyWaits, (await Assert.ThrowsAsync<RuleBrokenException>(() => texts.RemoveAsync(Fleur, id))).Rule);
        Assert.NotNull((await texts.FindAsync(id, Always))!.Shown);
        await teams.RemoveAsync(member);
        await texts.RemoveAsync(Fleur, id);
        Assert.DoesNotContain(await teams.AllAsync(Always), one => one.Id == team.Id);
    }

    private static async Task<(LocalTexts Texts, LocalTeamId Team)> MakeAsync(House house)
    {
        var teams = new LocalTeams(house.Storage, house.Gate, house.Clock);
        var team = LocalTeam.Of("Kanaalwijk", "Team Kanaalwijk");
        await teams.KeepAsync(team);
        return (new LocalTexts(house.Storage, house.Gate, house.Keyring, house.Clock), team.Id);
    }
}
