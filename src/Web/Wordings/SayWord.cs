using Keukentafel.Data.Wordings;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Wordings;
using Keukentafel.Web.Access;
using Keukentafel.Web.Frames;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Wordings;

/// <summary>
/// "Een moeilijk of raar woord?" (R134): anybody says it, from every page, also without coming in. Nobody is asked who they are, and it is kept so that
/// nobody can find out: no session, no moment, and of the page only its kind.
/// </summary>
public static class SayWord
{
    private const string Address = "/words";

    // Counted for an address, whoever it is: nobody is slowed down by what another sends from elsewhere.
    private const string Saying = " words";

    private static readonly Rule NotTooOften = new("wording.not-too-often");

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Page">The kind of page one came from; null when that is not known.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    /// <param name="Decides">Whether who reads this decides about words.</param>
    /// <param name="WereRead">Whether a family read the words yet.</param>
    public sealed record Screen(Frame Frame, string? Page, Typed Typed, Rule? Broken, bool Decides, bool WereRead)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

        /// <summary>What is the matter.</summary>
        public FrameChoice Which => new(
            "which", Text.T("wordings.which"), [.. Enum.GetNames<WordRemarkKind>().Select(kind => (kind, Text.T("wordings.which." + kind)))],
            Typed.One<WordRemarkKind>("which")?.ToString(), Mend);
    }

    /// <summary>What the page with thanks shows.</summary>
    /// <param name="Frame">The frame.</param>
    public sealed record Thanks(Frame Frame);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, AskAsync).AllowAnonymous();

        // Kept nowhere else: as a draft it would be somebody's.
        app.MapPost(Address, SayAsync).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapGet("/words/thanks", IResult (HttpContext http) =>
            SayWordThanksView.Create(new Thanks(Frame.Of(http, Text.T("wordings.thanks")) with { Narrow = true }))).AllowAnonymous();
    }

    private static string? FieldOf(Rule rule) =>
        rule == WordingRules.SaysWhich ? "which"
        : rule == WordingRules.SaysWords || rule == WordingRules.WordsFit ? "words"
        : rule == WordingRules.BetterFits ? "better-words"
        : null;

    private static Task<IResult> AskAsync(
        HttpContext http, WordRemarks remarks, Representatives representatives, CancellationToken cancellation) =>
        ShowAsync(http, remarks, representatives, PageKinds.Known(http, http.Request.Query["page"]), Typed.Nothing, null, cancellation);

    private static async Task<IResult> SayAsync(
        HttpContext http, WordRemarks remarks, Representatives representatives, SignInPace pace, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var page = PageKinds.Known(http, typed["page"]);
        WordRemark remark;
        try
        {
            remark = WordRemark.Say(typed.One<WordRemarkKind>("which"), page, Text.Language, typed["words"], typed["better-words"], remarks.Today);
        }
        catch (RuleBrokenException broken)
        {
            return Pages.With(
                await ShowAsync(http, remarks, representatives, page, typed, broken.Rule, cancellation), StatusCodes.Status422UnprocessableEntity);
        }

        if (!pace.May(http.Connection.RemoteIpAddress, Saying))
        {
            return Pages.With(
                await ShowAsync(http, remarks, representatives, page, typed, NotTooOften, cancellation), StatusCodes.Status429TooManyRequests);
        }

        await remarks.SayAsync(remark);
        return Pages.Done("/words/thanks");
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, WordRemarks remarks, Representatives representatives, string? page, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        // On the screen on the table, and at a drawer that is shut, whoever it belongs to is not there.
        var frame = Frame.Of(http, Text.T("wordings.heading")) with { Narrow = true };
        var decides = frame.SignedIn && http.User.ShutAt() is null
            && await representatives.FindAsync(http.Caller().Person, cancellation) is not null;
        return SayWordView.Create(new Screen(frame, page, typed, broken, decides, await remarks.WereReadAsync(cancellation)));
    }
}
