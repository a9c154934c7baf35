using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Nearby;
using Keukentafel.Domain.Requests;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Nearby;

public sealed class LocalTextTests
{
    private static readonly DateTimeOffset Then = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 11, 30);

    private static readonly Editor Fleur = Editor.Of(PersonId.New(), AgeGroup.Adult);
    private static readonly Editor Jan = Editor.Of(PersonId.New(), AgeGroup.Adult);
    private static readonly LocalTeamId Team = LocalTeamId.New();

    private static readonly LocalDraft Contact = new("Joke", "Oefent met je.") { Number = "010 555 0102", Rehearses = true, CheckedBy = "Fleur", CheckedOn = Day };
    private static readonly LocalDraft Story = new("Een moeder", "Ik belde.\n\nHet hielp.") { Door = StoryDoor.Help, CheckedBy = "Fleur", CheckedOn = Day };

    [Fact]
    public void Whoever_is_not_grown_up_writes_for_nobody()
    {
        Table.Refuses(NearbyRules.IsGrownUp, () => Editor.Of(PersonId.New(), AgeGroup.Young));
        Table.Refuses(NearbyRules.IsGrownUp, () => Editor.Of(PersonId.New(), AgeGroup.Child));
    }

    [Fact]
    public void A_contact_has_a_place_a_name_words_a_number_and_somebody_who_checked_it_R146_partly()
    {
        static void Refuses(Rule rule, LocalDraft draft, LocalTeamId? team) =>
            Table.Refuses(rule, () => LocalText.Begin(Fleur, LocalKind.Contact, team, draft, Then));
        Refuses(NearbyRules.SaysPlace, Contact, null);
        Refuses(NearbyRules.HasTitle, Contact with { Title = " " }, Team);
        Refuses(NearbyRules.HasTitle, Contact with { Title = "Joke\nNiemand" }, Team);
        Refuses(NearbyRules.HasTitle, Contact with { Title = new string('a', LocalWords.LongestTitle + 1) }, Team);
        Refuses(NearbyRules.HasBody, Contact with { Body = null }, Team);
        Refuses(NearbyRules.HasBody, Contact with { Body = new string('a', LocalWords.LongestBody + 1) }, Team);
        Refuses(NearbyRules.HoursFit, Contact with { Hours = "altijd", EnglishHours = new string('a', LocalText.LongestHours + 1) }, Team);
        Refuses(NearbyRules.HoursFit, Contact with { Hours = new string('a', LocalText.LongestHours + 1) }, Team);
        Refuses(NearbyRules.WasChecked, Contact with { CheckedBy = null }, Team);
        Refuses(NearbyRules.WasChecked, Contact with { CheckedOn = null }, Team);
        Refuses(NearbyRules.WasChecked, Contact with { CheckedOn = Day.AddDays(1) }, Team);
        Refuses(NearbyRules.EnglishIsWhole, Contact with { EnglishTitle = "Joke" }, Team);
        var text = LocalText.Begin(Fleur, LocalKind.Contact, Team, Contact, Then);
        Assert.Equal(("Joke", "010 555 0102", true, "Fleur", Day), (text.Newest.Dutch.Title, text.Newest.Number, text.Newest.Rehearses, text.Newest.CheckedBy, text.Newest.CheckedOn));
        Assert.Null(text.Newest.Door);
    }

    [Theory]
    [InlineData("112", true)]
    [InlineData("0800 2000", true)]
    [InlineData("+31 10 555-0100", true)]
    [InlineData(null, false)]
    [InlineData("nul tien", false)]
    [InlineData("0900;phone-context=x", false)]
    [InlineData("0105550100 vraag naar Joke", false)]
    public void A_number_is_a_number_and_nothing_else(string? number, bool fits)
    {
        var draft = Contact with { Number = number };
        if (fits)
        {
            Assert.Equal(number, LocalText.Begin(Fleur, LocalKind.Contact, Team, draft, Then).Newest.Number);
        }
        else
        {
            Table.Refuses(NearbyRules.HasNumber, () => LocalText.Begin(Fleur, LocalKind.Contact, Team, draft, Then));
        }
    }

    [Fact]
    public void Nobody_reads_it_before_it_is_shown_and_who_writes_anew_changes_nothing_of_what_is_read()
    {
        var text = LocalText.Begin(Fleur, LocalKind.Contact, Team, Contact, Then);
        Assert.Null(text.Shown);
        text = text.Show(Fleur, 1, null, null, Day);
        Assert.Equal("Joke", text.Shown!.Dutch.Title);
        Table.Refuses(NearbyRules.HasSomethingNew, () => text.Show(Fleur, 1, null, null, Day));
        text = text.Write(Jan, 1, Contact with { Title = "Joke de Wit" }, Then.AddHours(1));
        Assert.Equal(("Joke", "Joke de Wit"), (text.Shown!.Dutch.Title, text.Newest.Dutch.Title));
        Assert.Equal((Fleur.Person, Jan.Person), (text.Versions[0].By, text.Versions[1].By));
        Assert.Equal("Joke de Wit", text.Show(Jan, 2, null, null, Day).Shown!.Dutch.Title);
        Assert.Null(text.Hide().Shown);
    }

    [Fact]
    public void Who_did_not_see_the_words_of_another_editor_writes_and_shows_nothing_over_them()
    {
        var text = LocalText.Begin(Fleur, LocalKind.Contact, Team, Contact, Then).Write(Jan, 1, Contact with { Body = "Oefent op dinsdag." }, Then);
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => text.Write(Fleur, 1, Contact with { Body = "Weg." }, Then));
        Table.Refuses(CommonRules.NotChangedMeanwhile, () => text.Show(Fleur, 1, null, null, Day));
        Assert.Same(text, text.Write(Fleur, 2, Contact with { Body = "Oefent op dinsdag." }, Then.AddHours(2)));
    }

    [Fact]
    public void A_story_is_shown_with_the_yes_of_who_told_it_to_these_very_words_alone_R29_partly()
    {
        var story = LocalText.Begin(Fleur, LocalKind.Story, Team, Story, Then);
        Assert.Null(story.Team);
        Assert.Equal(["Ik belde.", "Het hielp."], story.Newest.Dutch.Paragraphs);
        Table.Refuses(NearbyRules.TellerSaidYes, () => story.Show(Fleur, 1, null, Day, Day));
        Table.Refuses(NearbyRules.TellerSaidYes, () => story.Show(Fleur, 1, "Las het en zei ja.", null, Day));
        Table.Refuses(NearbyRules.TellerSaidYes, () => story.Show(Fleur, 1, "Las het en zei ja.", Day.AddDays(1), Day));
        var shown = story.Show(Fleur, 1, "Las het en zei ja.", Day, Day);
        Assert.Equal(new TellerYes("Las het en zei ja.", Day, Fleur.Person), shown.Yes);

        // Other words need another yes.
        var other = shown.Write(Fleur, 1, Story with { Body = "Ik belde zelf." }, Then);
        Assert.Equal("Ik belde.\n\nHet hielp.", other.Shown!.Dutch.Body);
        Table.Refuses(NearbyRules.TellerSaidYes, () => other.Show(Fleur, 2, null, null, Day));
        Assert.Null(shown.Hide().Yes);
    }

    [Fact]
    public void What_was_checked_a_year_ago_is_checked_again_and_a_story_stays_as_it_was_told_R146_partly()
    {
        var contact = LocalText.Begin(Fleur, LocalKind.Contact, Team, Contact, Then).Show(Fleur, 1, null, null, Day);
        Assert.False(contact.LooksAgain(Day.AddDays(LocalText.LooksAgainAfter - 1)));
        Assert.True(contact.LooksAgain(Day.AddDays(LocalText.LooksAgainAfter)));
        Assert.False(contact.Hide().LooksAgain(Day.AddDays(LocalText.LooksAgainAfter)));
        Assert.False(LocalText.Begin(Fleur, LocalKind.Story, null, Story, Then).Show(Fleur, 1, "Ja.", Day, Day).LooksAgain(Day.AddDays(4000)));
    }

    [Fact]
    public void Who_reads_English_reads_Dutch_when_there_is_nothing_else()
    {
        var version = LocalText.Begin(Fleur, LocalKind.Contact, Team, Contact, Then).Newest;
        Assert.Equal("Joke", version.In(true).Title);
        version = LocalText.Begin(Fleur, LocalKind.Contact, Team, Contact with { EnglishTitle = "Joke", EnglishBody = "Practises with you." }, Then).Newest;
        Assert.Equal(("Practises with you.", "Oefent met je."), (version.In(true).Body, version.In(false).Body));
    }

    [Fact]
    public void A_place_and_its_team_have_names_of_one_line_and_nothing_to_call()
    {
        var draft = new LocalDraft("Kanaalwijk", "Team Kanaalwijk") { Number = "112", Hours = "altijd", EnglishTitle = "Canal", CheckedBy = "Fleur", CheckedOn = Day };
        var text = LocalText.Begin(Fleur, LocalKind.Team, null, draft, Then);
        Assert.NotNull(text.Team);
        Assert.Equal((new LocalWords("Kanaalwijk", "Team Kanaalwijk"), null, null, null), (text.Newest.Dutch, text.Newest.English, text.Newest.Number, text.Newest.Hours));
        Assert.Equal(Team, LocalText.Begin(Fleur, LocalKind.Team, Team, draft, Then).Team);
        foreach (var wrong in new[] { draft with { Title = null }, draft with { Body = " " }, draft with { Title = "Kanaal\nwijk" }, draft with { Body = new string('a', Words.Name + 1) } })
        {
            Table.Refuses(RequestRules.TeamHasName, () => LocalText.Begin(Fleur, LocalKind.Team, null, wrong, Then));
        }
    }

    [Fact]
    public void A_photograph_is_small_belongs_to_a_contact_alone_and_stays_with_the_next_words_unless_somebody_takes_it_off()
    {
        var face = LocalFace.Of("RIFF....WEBPVP8 "u8.ToArray());
        Table.Refuses(NearbyRules.FaceFits, () => LocalFace.Of("RIFF....WAVEfmt "u8.ToArray()));
        Table.Refuses(NearbyRules.FaceFits, () => LocalFace.Of("RIFF"u8.ToArray()));
        Table.Refuses(NearbyRules.FaceFits, () => LocalFace.Of(new byte[] { (byte)'R', (byte)'I', (byte)'F', (byte)'F', 0, 0, 0, 0, (byte)'W', (byte)'E', (byte)'B', (byte)'P' }.Concat(new byte[LocalFace.MostBytes]).ToArray()));
        Assert.Null(LocalText.Begin(Fleur, LocalKind.Story, null, Story with { Face = face }, Then).Newest.Face);

        var text = LocalText.Begin(Fleur, LocalKind.Contact, Team, Contact with { Face = face }, Then);
        var kept = text.Write(Jan, 1, Contact with { Title = "Joke de Wit", FaceOf = 0 }, Then);
        Assert.Equal(face, kept.Newest.Face);
        var without = kept.Write(Jan, 2, Contact with { Title = "Joke de Wit" }, Then);
        Assert.Null(without.Newest.Face);
        Assert.Equal(face, without.Versions[1].Face);
        Assert.Null(without.Write(Jan, 3, Contact with { Title = "J.", FaceOf = 9 }, Then).Newest.Face);

        // Nothing new is no new version.
        Assert.Same(kept, kept.Write(Jan, 2, Contact with { Title = "Joke de Wit", FaceOf = 1 }, Then));
    }
}
