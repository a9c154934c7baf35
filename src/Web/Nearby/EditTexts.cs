using System.Globalization;
using Keukentafel.Data.Nearby;
using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Nearby;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Access;
using Keukentafel.Web.Frames;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Nearby;

/// <summary>
/// An editor writes what everybody reads about a place, and stories that were told. Every version is kept; nothing is shown before it was looked at as readers see it.
/// For everybody else these pages are not there.
/// </summary>
public static class EditTexts
{
    /// <summary>The address of the list.</summary>
    internal const string Address = "/editing";

    /// <summary>What the list shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Texts">All texts.</param>
    /// <param name="Teams">The local teams.</param>
    /// <param name="Answering">For which of them somebody answers.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<LocalText> Texts, IReadOnlyList<LocalTeam> Teams, IReadOnlyList<LocalTeam> Answering)
    {
        /// <summary>What there is to write, in the order of the page: first the place.</summary>
        public static readonly IReadOnlyList<LocalKind> Kinds = [LocalKind.Team, .. Enum.GetValues<LocalKind>().Where(kind => kind != LocalKind.Team)];

        /// <summary>The teams that were named without an editor.</summary>
        public IEnumerable<LocalTeam> Unwritten => Teams.Where(team => Texts.All(text => text.Kind != LocalKind.Team || text.Team != team.Id));

        /// <summary>Whether somebody answers for a team, so that one can ask it something.</summary>
        /// <param name="team">Which team.</param>
        public bool IsAnswered(LocalTeamId team) => Answering.Any(one => one.Id == team);

        /// <summary>Of which place a text is; null for none.</summary>
        /// <param name="text">Which text.</param>
        public string? PlaceOf(LocalText text) => Teams.FirstOrDefault(team => team.Id == text.Team)?.Place;

        /// <summary>How it stands with a text, as the end of a key.</summary>
        /// <param name="text">Which text.</param>
        public string Stands(LocalText text) =>
            text.Shown is null ? "hidden" : text.LooksAgain(Days.Of(Frame.Now)) ? "old" : text.HasSomethingNew ? "newer" : "shown";
    }

    /// <summary>What the page shows on which a text is written.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Text">The text; null for a new one.</param>
    /// <param name="Teams">The local teams.</param>
    /// <param name="Names">Who wrote which version, by name.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record OneScreen(
        Frame Frame, LocalKind Kind, LocalText? Text, IReadOnlyList<LocalTeam> Teams, IReadOnlyDictionary<Guid, string> Names, Typed Typed, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

        /// <summary>The address of this page.</summary>
        public string Address => Text is { } text ? $"{EditTexts.Address}/{text.Id.Value}" : $"{EditTexts.Address}/new/{Kind}";

        /// <summary>The draft of this page: the one it was opened with, or a new one.</summary>
        public Guid Draft { get; } = Typed.Id(Typed.DraftField) ?? DraftId.New().Value;

        /// <summary>Which team a new text is about, where it was named without an editor; null for none.</summary>
        public LocalTeam? Of => Kind == LocalKind.Team && Text is null ? Teams.FirstOrDefault(team => team.Id.Value == (Typed.Id("team") ?? Named)) : null;

        /// <summary>Which team the address names; null for none.</summary>
        public Guid? Named { get; init; }

        /// <summary>The photograph that stays when no other is chosen: of which version, and where it is; null for none.</summary>
        public (int Of, string Address)? Face =>
            Text is not null && From is not null && Faces.AddressOf(Text, From) is { } address ? (Text.Versions.ToList().IndexOf(From), address) : null;

        /// <summary>The version that stands in the fields: the newest, or an older one that is taken again.</summary>
        public LocalVersion? From { get; init; } = Text?.Newest;

        /// <summary>How many versions this page shows.</summary>
        public string Seen => (Text?.Versions.Count ?? 0).ToString(CultureInfo.InvariantCulture);

        /// <summary>Whether another wrote meanwhile: both stand on the page.</summary>
        public bool IsOvertaken => Broken == CommonRules.NotChangedMeanwhile;

        /// <summary>What stands in a field.</summary>
        /// <param name="field">Which.</param>
        /// <param name="kept">What was kept.</param>
        public string? In(string field, string? kept) => Typed[field] ?? kept;

        /// <summary>Of which place.</summary>
        public FrameChoice Place => new(
            "team", Shell.Text.T("nearby.place-ask"), [.. Teams.Select(team => (team.Id.Value.ToString(), $"{team.Place}: {team.Name}"))],
            Typed["team"] ?? (Teams is [var only] ? only.Id.Value.ToString() : null), Mend);

        /// <summary>Where a story begins.</summary>
        public FrameChoice Door => new(
            "door", Shell.Text.T("nearby.door-ask"),
            [("none", Shell.Text.T("nearby.door.none")), .. Enum.GetNames<StoryDoor>().Select(one => (one, Shell.Text.T("nearby.door." + one)))],
            Typed["door"] ?? From?.Door?.ToString() ?? "none", Mend);
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, async Task<IResult> (HttpContext http, Editors editors, LocalTexts texts, LocalTeams teams, CancellationToken cancellation) =>
            await editors.FindAsync(http.Caller().Person, cancellation) is null ? Results.NotFound() : EditTextsView.Create(new Screen(
                Frame.Of(http, Text.T("nearby.editing"), here: "tables") with { Narrow = true }, await texts.AllAsync(cancellation), await teams.AllAsync(cancellation), await teams.AnsweringAsync(cancellation))))
            .WithMetadata(new AtWork());
        app.MapGet(Address + "/new/{kind}", async Task<IResult> (
            HttpContext http, string kind, LocalTexts texts, Editors editors, LocalTeams teams, Drafts drafts, CancellationToken cancellation) =>
        {
            // Which team is no word of anybody: it may stand in the address of an empty form.
            var there = KindOf(kind) == LocalKind.Team && NamedIn(http) is { } team ? await texts.NamingAsync(new LocalTeamId(team), cancellation) : null;
            return await PageAsync(http, KindOf(kind), there, editors, teams, await http.FromDraftAsync(drafts, cancellation), null, cancellation);
        }).WithMetadata(new AtWork());
        app.MapPost(Address + "/new/{kind}", BeginAsync).WithMetadata(new AtWork()).TakesFaces();
        app.MapGet(Address + "/{text:guid}", async Task<IResult> (
            HttpContext http, Guid text, LocalTexts texts, Editors editors, LocalTeams teams, Drafts drafts, CancellationToken cancellation) =>
            await texts.FindAsync(new LocalTextId(text), cancellation) is { } one
                ? await PageAsync(http, one.Kind, one, editors, teams, await http.FromDraftAsync(drafts, cancellation), null, cancellation)
                : Results.NotFound()).WithMetadata(new AtWork());
        app.MapPost(Address + "/{text:guid}", WriteAsync).WithMetadata(new AtWork()).TakesFaces();
    }

    private static Guid? NamedIn(HttpContext http) => Guid.TryParse(http.Request.Query["team"], out var team) ? team : null;

    private static LocalKind? KindOf(string kind) => new Typed(new Dictionary<string, string[]> { ["kind"] = [kind] }).One<LocalKind>("kind");

    private static string? FieldOf(Rule rule) =>
        rule == NearbyRules.SaysPlace ? "team"
        : rule == RequestRules.TeamHasName ? "title-words"
        : rule == NearbyRules.FaceFits ? Faces.FileField
        : rule == NearbyRules.HasTitle ? "title-words"
        : rule == NearbyRules.HasBody ? "words"
        : rule == NearbyRules.EnglishIsWhole ? "english-words"
        : rule == NearbyRules.HasNumber ? "number-words"
        : rule == NearbyRules.HoursFit ? "hours-words"
        : rule == NearbyRules.WasChecked ? "checked-words"
        : null;

    private static async Task<LocalDraft> DraftOfAsync(HttpContext http, Typed typed) => new(typed["title-words"], typed["words"])
    {
        Face = typed.Is("no-face") ? null : await Faces.OfAsync(http),
        FaceOf = typed.Is("no-face") || typed["face-of"] is not { Length: > 0 } ? null : typed.Number("face-of"),
        EnglishTitle = typed["english-title-words"],
        EnglishBody = typed["english-words"],
        Number = typed["number-words"],
        Hours = typed["hours-words"],
        EnglishHours = typed["english-hours-words"],
        Rehearses = typed.Is("rehearses"),
        Door = typed.One<StoryDoor>("door"),
        CheckedBy = typed["checked-words"],
        CheckedOn = typed.Day("checked-day"),
    };

    private static async Task<IResult> PageAsync(
        HttpContext http, LocalKind? kind, LocalText? text, Editors editors, LocalTeams teams, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        if (kind is not { } what || await editors.FindAsync(http.Caller().Person, cancellation) is null)
        {
            return Results.NotFound();
        }

        var people = http.RequestServices.GetRequiredService<UserManager<Person>>();
        var names = new Dictionary<Guid, string>();
        foreach (var by in text?.Versions.Select(version => version.By.Value).Distinct() ?? [])
        {
            names[by] = (await people.FindByIdAsync(by.ToString()))?.Called ?? "";
        }

        var screen = new OneScreen(
            Frame.Of(http, Text.T("nearby.write." + what), here: "tables") with { Narrow = true }, what, text, await teams.AllAsync(cancellation), names, typed, broken)
        {
            Named = NamedIn(http),
        };
        return EditTextView.Create(
            text is not null && int.TryParse(http.Request.Query["from"], CultureInfo.InvariantCulture, out var from) && from >= 0 && from < text.Versions.Count
                ? screen with { From = text.Versions[from] }
                : screen);
    }

    private static async Task<IResult> BeginAsync(
        HttpContext http, string kind, LocalTexts texts, Editors editors, LocalTeams teams, Drafts drafts, CancellationToken cancellation)
    {
        var typed = http.Typed();
        if (KindOf(kind) is not { } what || await editors.FindAsync(http.Caller().Person, cancellation) is not { } me)
        {
            return Results.NotFound();
        }

        try
        {
            var id = await texts.BeginAsync(me, what, typed.Id("team") is { } team ? new LocalTeamId(team) : null, await DraftOfAsync(http, typed));
            await ForgetAsync(http, drafts);
            return Pages.Done($"{Address}/{id.Value}/look");
        }
        catch (RuleBrokenException broken)
        {
            // Another began the text of the same team meanwhile: both stand on the page.
            var there = broken.Rule == CommonRules.NotChangedMeanwhile && typed.Id("team") is { } of ? await texts.NamingAsync(new LocalTeamId(of), cancellation) : null;
            return Pages.With(await PageAsync(http, what, there, editors, teams, typed, broken.Rule, cancellation), Pages.StatusOf(broken.Rule));
        }
    }

    private static async Task<IResult> WriteAsync(
        HttpContext http, Guid text, LocalTexts texts, Editors editors, LocalTeams teams, Drafts drafts, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var id = new LocalTextId(text);
        if (await editors.FindAsync(http.Caller().Person, cancellation) is not { } me)
        {
            return Results.NotFound();
        }

        try
        {
            await texts.WriteAsync(me, id, typed.Number("seen"), await DraftOfAsync(http, typed));
            await ForgetAsync(http, drafts);
            return Pages.Done($"{Address}/{text}/look");
        }
        catch (RuleBrokenException broken)
        {
            // Another threw it away meanwhile: the words stand there still, as a new text.
            var now = await texts.FindAsync(id, cancellation);
            return now is null && KindOf(typed["kind"] ?? "") is null
                ? Results.NotFound()
                : Pages.With(
                    await PageAsync(http, now?.Kind ?? KindOf(typed["kind"]!), now, editors, teams, typed, now is null ? NearbyRules.StillThere : broken.Rule, cancellation),
                    Pages.StatusOf(broken.Rule));
        }
    }

    private static Task ForgetAsync(HttpContext http, Drafts drafts) =>
        http.Typed().Id(Typed.DraftField) is { } draft ? drafts.ThrowAwayAsync(http.Caller().Person, new DraftId(draft)) : Task.CompletedTask;
}
