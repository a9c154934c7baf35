using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
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

        /// <summary>The children whose words stay at the table, or of whom only some go along: those who did not say yes to this reader.</summary>
        public IReadOnlyList<string> StayHere =>
        [
            .. Circle.Seats.Where(seat => seat.IsChildOfTheTable && seat.Id != Me.Id && !Circle.LetsGoTo(seat.Number).Has(Me.Number)).Select(seat => seat.Name),
        ];

        /// <summary>The parents who live apart from the reader (T20).</summary>
        public IReadOnlyList<string> Apart => [.. Circle.ApartFrom(Me).Seats().Select(seat => Circle.SeatAt(seat).Name)];
    }

    /// <summary>What the story shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Choice">What was chosen besides.</param>
    public sealed record Story(Frame Frame, Sight Sight, StoryChoice Choice)
    {
        /// <summary>The pages, the oldest first, by month.</summary>
        public IEnumerable<IGrouping<DateOnly, StoryPage>> Months =>
            PagesOf(Sight).GroupBy(page => Days.Of(page.Thing.At) is var day ? new DateOnly(day.Year, day.Month, 1) : default);

        /// <summary>A day, always with its year: a story is read later.</summary>
        /// <param name="at">UTC.</param>
        public static string Day(DateTimeOffset at) => Days.Day(Days.Of(at), Days.Of(at).AddYears(1));

        /// <summary>The name of somebody.</summary>
        /// <param name="seat">Who.</param>
        public string Name(SeatNumber seat) => Sight.Circle.SeatAt(seat).Name;

        /// <summary>Fact, suspicion, opinion or telling, and how who said it knows; null for what is no statement (R35).</summary>
        /// <param name="page">The page.</param>
        public static string? Kind(StoryPage page) => page.Thing is Statement said
            ? $"{Text.T("statements.kind." + said.Kind.ToString())} · {Text.T("statements.know." + said.Source.Knowing.ToString())}"
            : null;
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
        var sight = await OpenAsync(http, circle, "mine", door, cancellation);
        var frame = Frame.Of(http, Text.T("ownstories.story-of", sight.Me.Name), sight) with { Narrow = true };
        return ReadStoryView.Create(new Story(frame, sight, ChoiceOf(http)));
    }

    private static async Task<IResult> DocumentAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await OpenAsync(http, circle, "mine-file", door, cancellation);
        var frame = Frame.Of(http, Text.T("ownstories.story-of", sight.Me.Name), sight);
        AsFile(http, "html", sight.Act.At);
        return StoryDocumentView.Create(new Story(frame, sight, ChoiceOf(http)));
    }

    private static async Task<IResult> DataAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await OpenAsync(http, circle, "mine-file", door, cancellation);
        AsFile(http, "json", sight.Act.At);

        // The letters as people wrote them: a file of one's own is also read by eye.
        var options = new JsonSerializerOptions(OwnStoryJson.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        return TypedResults.Json(StoryFile.From(sight, ChoiceOf(http)), new OwnStoryJson(options).StoryFile, "application/json; charset=utf-8");
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
