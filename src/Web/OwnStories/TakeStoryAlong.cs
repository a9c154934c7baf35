using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.OwnStories;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.OwnStories;

/// <summary>Child, parents and own people take their own story along, to read, to print or as a file, without asking anybody (R7).</summary>
public static class TakeStoryAlong
{
    /// <summary>What the page before it shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who looks.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me)
    {
        /// <summary>The address of the table.</summary>
        public string Table => $"/tables/{Circle.Id.Value}";

        /// <summary>The parents who live apart from the reader (T20).</summary>
        public IReadOnlyList<string> Apart => [.. Circle.ApartFrom(Me).Seats().Select(seat => Circle.SeatAt(seat).Name)];
    }

    /// <summary>What the page with the story shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Story">The story.</param>
    public sealed record ReadScreen(Frame Frame, Story Story);

    /// <summary>The story, on a page or as a document.</summary>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Choice">What was chosen besides.</param>
    /// <param name="AsDocument">Whether it stands by itself: nothing of ours can be fetched from there.</param>
    public sealed record Story(Sight Sight, StoryChoice Choice, bool AsDocument)
    {
        /// <summary>Whose story.</summary>
        public string Heading => Text.T("ownstories.story-of", Sight.Me.Name);

        /// <summary>The pages, the oldest first, by month.</summary>
        public IEnumerable<IGrouping<DateOnly, StoryPage>> Months =>
            PagesOf(Sight).GroupBy(page => Days.Of(page.Thing.At) is var day ? new DateOnly(day.Year, day.Month, 1) : default);

        /// <summary>A day, always with its year: a story is read later.</summary>
        /// <param name="at">UTC.</param>
        public static string Day(DateTimeOffset at) => Days.Day(Days.Of(at), Days.Of(at).AddYears(1));

        /// <summary>The name of somebody.</summary>
        /// <param name="seat">Who.</param>
        public string Name(SeatNumber seat) => Sight.Circle.SeatAt(seat).Name;

        /// <summary>What a page is called.</summary>
        /// <param name="page">The page.</param>
        public string Title(StoryPage page) => page.Thing is Statement
            ? Text.T("ownstories.sentence", Name(page.Thing.By))
            : Text.T("contributions.of." + page.Thing.GetType().Name, Name(page.Thing.By));

        /// <summary>
        /// What stands before some words: who said them and when, where that is not who laid the thing down in that moment, and what they are. Null where
        /// they are the thing itself.
        /// </summary>
        /// <param name="page">The page.</param>
        /// <param name="said">The words.</param>
        public string? Before(StoryPage page, StoryWords said)
        {
            var isTheThing = said.By == page.Thing.By && said.At == page.Thing.At;
            if (isTheThing && said.What == StoryWhat.Words)
            {
                return null;
            }

            List<string> parts = [];
            if (said is not { What: StoryWhat.Choice, Chosen: not null })
            {
                parts.Add(Text.T("ownstories.what." + said.What.ToString()));
            }

            parts.AddRange(new[]
            {
                said.Chosen is { } chosen ? ChosenWords.Of(chosen) : null,
                said.Who is { } who ? Name(who) : null,
                said.Day is { } day ? Days.Day(day, day.AddYears(1)) : null,
                said.WrittenBy is { } writer ? Text.T(writer == said.By ? "contributions.stood-at-table" : "contributions.stood-by", Name(writer)) : null,
            }.OfType<string>());
            var what = string.Join(" · ", parts);
            return isTheThing ? what : Text.T("ownstories.said-by", Name(said.By), Day(said.At), what);
        }
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/story", AskAsync);
        app.MapGet("/tables/{circle:guid}/story/read", ReadAsync);
        app.MapGet("/tables/{circle:guid}/story/document", DocumentAsync);
        app.MapGet("/tables/{circle:guid}/story/data", DataAsync);
    }

    /// <summary>The pages of a story, the oldest first.</summary>
    /// <param name="sight">What was opened.</param>
    public static IEnumerable<StoryPage> PagesOf(Sight sight) => sight.Slips.Select(slip => slip.Story).OfType<StoryPage>().OrderBy(page => page.Thing.At);

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.TakeAlong, cancellation);
        var frame = Frame.Of(http, Text.T("ownstories.heading"), visit.Circle.Id) with { Narrow = true };
        return TakeStoryAlongView.Create(new Screen(frame, visit.Circle, visit.Me));
    }

    private static async Task<IResult> ReadAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await OpenAsync(http, circle, "story", door, cancellation);
        var story = new Story(sight, ChoiceOf(http), false);
        return ReadStoryView.Create(new ReadScreen(Frame.Of(http, story.Heading, sight) with { Narrow = true }, story));
    }

    private static async Task<IResult> DocumentAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await OpenAsync(http, circle, "story-file", door, cancellation);
        AsFile(http, "html", sight.Act.At);
        return StoryDocumentView.Create(new Story(sight, ChoiceOf(http), true));
    }

    private static async Task<IResult> DataAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await OpenAsync(http, circle, "story-file", door, cancellation);
        AsFile(http, "json", sight.Act.At);
        return TypedResults.Json(StoryFile.From(sight, ChoiceOf(http), await door.SoundsAsync(sight, cancellation)), StoryFile.Shape, "application/json; charset=utf-8");
    }

    private static async Task<Sight> OpenAsync(HttpContext http, Guid circle, string part, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Story(part, ChoiceOf(http)), cancellation);
        http.Response.RegisterForDispose(sight);
        return sight;
    }

    private static StoryChoice ChoiceOf(HttpContext http) => new(http.Request.Query["private"] == "yes", http.Request.Query["apart"] == "yes");

    // No name of anybody: a list of downloads is seen by who shares the phone (R128).
    private static void AsFile(HttpContext http, string kind, DateTimeOffset at) =>
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{Text.T("ownstories.file-name")}-{Days.Of(at):yyyy-MM-dd}.{kind}\"";
}
