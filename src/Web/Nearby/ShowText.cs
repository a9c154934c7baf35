using System.Globalization;
using Keukentafel.Data.Nearby;
using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Nearby;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Nearby;

/// <summary>An editor looks at a text as readers see it, and shows it, takes it off the page, or away. A story is shown with the yes of who told it alone (R29).</summary>
public static class ShowText
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Place">Of which place; null for a story.</param>
    /// <param name="Code">With which code who told the story takes it away; null where it is no story, or not shown.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, LocalText Text, string? Place, string? Code, Typed Typed, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, rule == NearbyRules.TellerSaidYes ? "told-words" : null, Pages.Sentence(rule)) : null;

        /// <summary>The address of the text.</summary>
        public string Address => $"{EditTexts.Address}/{Text.Id.Value}";

        /// <summary>The draft of this page: the one it was opened with, or a new one.</summary>
        public Guid Draft { get; } = Typed.Id(Typed.DraftField) ?? DraftId.New().Value;

        /// <summary>How many versions this page shows.</summary>
        public string Seen => Text.Versions.Count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(EditTexts.Address + "/{text:guid}/look", async Task<IResult> (
            HttpContext http, Guid text, LocalTexts texts, Editors editors, LocalTeams teams, Drafts drafts, CancellationToken cancellation) =>
            await PageAsync(http, text, texts, editors, teams, await http.FromDraftAsync(drafts, cancellation), null, cancellation)).WithMetadata(new AtWork());

        // A yes that came after the session ended is opened again as a draft of this address.
        app.MapGet(EditTexts.Address + "/{text:guid}/show", async Task<IResult> (
            HttpContext http, Guid text, LocalTexts texts, Editors editors, LocalTeams teams, Drafts drafts, CancellationToken cancellation) =>
            await PageAsync(http, text, texts, editors, teams, await http.FromDraftAsync(drafts, cancellation), null, cancellation)).WithMetadata(new AtWork());
        app.MapPost(EditTexts.Address + "/{text:guid}/show", (
            HttpContext http, Guid text, LocalTexts texts, Editors editors, LocalTeams teams, Drafts drafts, CancellationToken cancellation) =>
            DoAsync(http, text, texts, editors, teams, drafts, "nearby.shown", $"{EditTexts.Address}/{text}/look", (me, id) =>
                texts.ShowAsync(me, id, http.Typed().Number("seen"), http.Typed()["told-words"], http.Typed().Day("day")), cancellation)).WithMetadata(new AtWork());
        app.MapPost(EditTexts.Address + "/{text:guid}/hide", (
            HttpContext http, Guid text, LocalTexts texts, Editors editors, LocalTeams teams, Drafts drafts, CancellationToken cancellation) =>
            DoAsync(http, text, texts, editors, teams, drafts, "nearby.hidden", $"{EditTexts.Address}/{text}/look", texts.HideAsync, cancellation)).WithMetadata(new AtWork());
        app.MapPost(EditTexts.Address + "/{text:guid}/take-away", (
            HttpContext http, Guid text, LocalTexts texts, Editors editors, LocalTeams teams, Drafts drafts, CancellationToken cancellation) =>
            DoAsync(http, text, texts, editors, teams, drafts, "nearby.taken-away", EditTexts.Address, texts.RemoveAsync, cancellation)).WithMetadata(new AtWork());
    }

    private static async Task<IResult> PageAsync(
        HttpContext http, Guid text, LocalTexts texts, Editors editors, LocalTeams teams, Typed typed, Rule? broken, CancellationToken cancellation) =>
        await editors.FindAsync(http.Caller().Person, cancellation) is not null && await texts.FindAsync(new LocalTextId(text), cancellation) is { } one
            ? ShowTextView.Create(new Screen(
                Frame.Of(http, Text.T("nearby.look-heading"), here: "tables") with { Narrow = true }, one,
                (await teams.AllAsync(cancellation)).FirstOrDefault(team => team.Id == one.Team)?.Place,
                one is { Kind: LocalKind.Story, Shown: not null } ? HelpRequests.Written(texts.CodeOf(one.Id)) : null, typed, broken))
            : Results.NotFound();

    private static async Task<IResult> DoAsync(
        HttpContext http, Guid text, LocalTexts texts, Editors editors, LocalTeams teams, Drafts drafts, string said, string to,
        Func<Editor, LocalTextId, Task> work, CancellationToken cancellation)
    {
        var typed = http.Typed();
        if (await editors.FindAsync(http.Caller().Person, cancellation) is not { } me)
        {
            return Results.NotFound();
        }

        try
        {
            await work(me, new LocalTextId(text));
        }
        catch (RuleBrokenException gone) when (gone.Rule == NearbyRules.StillThere)
        {
            return Results.NotFound();
        }
        catch (RuleBrokenException broken)
        {
            return Pages.With(await PageAsync(http, text, texts, editors, teams, typed, broken.Rule, cancellation), Pages.StatusOf(broken.Rule));
        }

        if (typed.Id(Typed.DraftField) is { } draft)
        {
            await drafts.ThrowAwayAsync(me.Person, new DraftId(draft));
        }

        Saying.Say(http, said);
        return Pages.Done(to);
    }
}
