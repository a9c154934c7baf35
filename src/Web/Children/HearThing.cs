using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Children;

/// <summary>Somebody listens to what was said aloud (R11): who may read the thing, through the door; and who spoke, before it is laid down.</summary>
public static class HearThing
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/things/{id:guid}/sound", HearAsync);
        app.MapGet("/drafts/{id:guid}/sound", HearDraftAsync);
        app.MapPost("/drafts/{id:guid}/sound", KeepAsync).TakesSounds();
    }

    /// <summary>Where a thing's sound is heard.</summary>
    /// <param name="thing">The address of the thing.</param>
    public static string AddressOf(string thing) => thing + "/sound";

    /// <summary>What kind of sound it is, as browsers call it.</summary>
    /// <param name="sound">The sound.</param>
    public static string TypeOf(Sound sound) => sound.Spoken.Kind == SoundKind.Wave ? "audio/wav" : "audio/mp4";

    private static async Task<IResult> HearAsync(HttpContext http, Guid circle, Guid id, Door door, CancellationToken cancellation) =>
        Sent(http, await door.HearAsync(http.Caller(), new CircleId(circle), new ContributionId(id), cancellation));

    private static async Task<IResult> HearDraftAsync(HttpContext http, Guid id, Drafts drafts, CancellationToken cancellation)
    {
        var me = http.Caller();
        return Sent(http, await drafts.SoundOfAsync(me.Person, new DraftId(id), cancellation, me.ShutBefore) ?? throw new RefusedException());
    }

    // Called by the page itself when somebody has spoken. What the form holds besides is kept as it is typed.
    private static async Task<IResult> KeepAsync(HttpContext http, Guid id, Drafts drafts, CancellationToken cancellation)
    {
        if (http.Typed().Id(Typed.DraftField) != id)
        {
            return Results.BadRequest();
        }

        try
        {
            return await Sounds.OfAsync(http, http.Typed(), drafts, cancellation) is { } sound
                ? TypedResults.Text(Sounds.PrintOf(sound))
                : Results.BadRequest();
        }
        catch (RuleBrokenException broken)
        {
            return TypedResults.Text(Pages.Sentence(broken.Rule), statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    // A browser asks for a part and then for the rest: each is let in anew. It has no name, and is never taken for a page.
    private static IResult Sent(HttpContext http, Sound sound)
    {
        http.Response.Headers.ContentDisposition = "inline";
        return TypedResults.Bytes(sound.Bytes, TypeOf(sound), enableRangeProcessing: true);
    }
}

/// <summary>What was said aloud, as it is shown anywhere.</summary>
/// <param name="By">Who said it.</param>
/// <param name="Address">Where it is heard; null where nothing can be fetched.</param>
public sealed record SpokenScreen(string By, string? Address);
