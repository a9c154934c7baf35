using Keukentafel.Data.Nearby;
using Keukentafel.Domain.Nearby;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Frames;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Arrivals;

/// <summary>
/// Where anybody comes in without an account: each door of the front leads to a page with words to begin with and people to call. Nothing is asked, kept or sent.
/// </summary>
public static class OpenDoors
{
    /// <summary>The doors of the front, as they stand there: help first (R56).</summary>
    public static IReadOnlyList<OpenDoor> All { get; } =
    [
        new("help", "/help", "front.door.help"), new("worry", "/think", "thinking.heading"), new("young", "/young", "front.door.young"),
        new("stop", "/stop", "front.door.stop"), new("work", "/work", "front.door.work"),
    ];

    /// <summary>What help can be about, the same for whoever gives it (R58, R64).</summary>
    public static IReadOnlyList<string> Kinds { get; } = Enum.GetNames<HelpKind>();

    /// <summary>Of whom one can ask help; own people first, who does it for work last.</summary>
    public static IReadOnlyList<string> From { get; } = Enum.GetNames<HelpFrom>();

    /// <summary>What one asks before one tells something (R57).</summary>
    public static IReadOnlyList<string> Before { get; } = ["read", "do", "not", "when"];

    /// <summary>The steps of the reporting code, which is a duty of the professional and not of this program (R61).</summary>
    public static IReadOnlyList<string> Duty { get; } = ["saw", "together", "talk", "weigh", "decide"];

    /// <summary>What a professional asks oneself in the fourth step and the fifth (R61).</summary>
    public static IReadOnlyList<string> Weighing { get; } = ["still", "acute", "help", "accept", "lasts"];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/help", async Task<IResult> (HttpContext http, LocalTexts texts, CancellationToken cancellation) => HelpDoorView.Create(
            Of(http, "help", await StoryAsync(texts, StoryDoor.Help, cancellation), "Home", "Trusted", "Doctor"))).AllowAnonymous();
        app.MapGet("/young", async Task<IResult> (HttpContext http, LocalTexts texts, CancellationToken cancellation) => YoungDoorView.Create(
            Of(http, "young", await StoryAsync(texts, StoryDoor.Young, cancellation), "Children", "Trusted", "Home", "Doctor"))).AllowAnonymous();
        app.MapGet("/stop", async Task<IResult> (HttpContext http, LocalTexts texts, CancellationToken cancellation) => StopDoorView.Create(
            Of(http, "stop", await StoryAsync(texts, StoryDoor.Stop, cancellation), "Home", "Doctor"))).AllowAnonymous();
        app.MapGet("/work", IResult (HttpContext http) => WorkDoorView.Create(Of(http, "work", null))).AllowAnonymous();
    }

    private static Screen Of(HttpContext http, string door, LocalText? story, params string[] lines) => new(
        Frame.Of(http, Text.T(All.First(one => one.Name == door).Title)) with { Narrow = true }, [.. lines.Select(Rights.Current.Line)], story);

    // The story that was begun last: the other ones stand one press further.
    private static async Task<LocalText?> StoryAsync(LocalTexts texts, StoryDoor door, CancellationToken cancellation) =>
        (await texts.AllAsync(cancellation)).LastOrDefault(text => text.Shown?.Door == door);

    /// <summary>What the page behind a door shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Lines">Whom one can call, out of the dated file.</param>
    /// <param name="Story">A story that somebody told and said yes to; null when there is none, and one of ours stands there.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<RightsLine> Lines, LocalText? Story);
}

/// <summary>A door of the front.</summary>
/// <param name="Name">Which, for its line of words.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Title">The key of what somebody says who takes it.</param>
public sealed record OpenDoor(string Name, string Address, string Title);
