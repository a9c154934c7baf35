using Keukentafel.Data.Nearby;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Nearby;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Nearby;

/// <summary>
/// Who told a story takes it away, at once and without anybody's leave (R29): with the code they got when it was shown, and no account.
/// </summary>
public static class TakeStoryBack
{
    private const string Address = "/stories/mine";

    private const string Taking = " story";

    /// <summary>There is a story with this code.</summary>
    private static readonly Rule CodeFits = new("story.code-fits");

    private static readonly Rule NotTooOften = new("story.not-too-often");

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Story">The story of the code; null before it was given.</param>
    /// <param name="Code">The code.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, ShownText? Story, string? Code, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, "code", Pages.Sentence(rule)) : null;

        /// <summary>Whether it is gone now.</summary>
        public bool IsGone { get; init; }
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, IResult (HttpContext http) => TakeStoryBackView.Create(ScreenOf(http, null, null, null))).AllowAnonymous();
        app.MapPost(Address, (HttpContext http, LocalTexts texts, SignInPace pace, CancellationToken cancellation) =>
            WithStoryAsync(http, texts, pace, (_, story, code) => Task.FromResult<IResult>(TakeStoryBackView.Create(ScreenOf(http, story, code, null))), cancellation))
            .AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/take-away", (HttpContext http, LocalTexts texts, SignInPace pace, CancellationToken cancellation) =>
            WithStoryAsync(http, texts, pace, async (id, _, _) =>
            {
                try
                {
                    await texts.RemoveAsync(null, id);
                }
                catch (RuleBrokenException gone) when (gone.Rule == NearbyRules.StillThere)
                {
                    // Pressed twice: it is gone, as was asked.
                }

                return TakeStoryBackView.Create(ScreenOf(http, null, null, null) with { IsGone = true });
            }, cancellation)).AllowAnonymous().WithMetadata(new KeptNowhere());
    }

    private static Screen ScreenOf(HttpContext http, ShownText? story, string? code, Rule? broken) =>
        new(Frame.Of(http, Text.T("nearby.take-back")) with { Narrow = true }, story, code, broken);

    private static async Task<IResult> WithStoryAsync(
        HttpContext http, LocalTexts texts, SignInPace pace, Func<LocalTextId, ShownText, string, Task<IResult>> work, CancellationToken cancellation)
    {
        if (LocalTexts.Tidy(http.Typed()["code"]) is not { } code)
        {
            return No(http, CodeFits, StatusCodes.Status422UnprocessableEntity);
        }

        var from = http.Connection.RemoteIpAddress;
        if (!pace.May(from, Taking + code) || !pace.May(from, Taking + " all", MostTried))
        {
            return No(http, NotTooOften, StatusCodes.Status429TooManyRequests);
        }

        if (await texts.OfCodeAsync(code, cancellation) is not { } story)
        {
            return No(http, CodeFits, StatusCodes.Status422UnprocessableEntity);
        }

        pace.CameIn(from, Taking + code);
        return await work(story.Id, ShownText.Of(story) ?? ShownText.Of(story, story.Newest, Text.IsEnglish), code);
    }

    // All codes together, as many people may share an address.
    private const int MostTried = 60;

    private static IResult No(HttpContext http, Rule rule, int status) => Pages.With(TakeStoryBackView.Create(ScreenOf(http, null, null, rule)), status);
}
