using System.Security.Cryptography;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Http.Metadata;

namespace Keukentafel.Web.Children;

/// <summary>A form in which a sound may come along: it may be larger than others.</summary>
public sealed class TakesSound : IRequestSizeLimitMetadata
{
    /// <summary>The most bytes that are read, so that who sends too long a sound gets a sentence and not an error.</summary>
    public const int MostBytes = 12 * 1024 * 1024;

    /// <inheritdoc />
    public long? MaxRequestBodySize => MostBytes;
}

/// <summary>
/// What was said aloud on its way to a table: it lies in the draft of who speaks, on the server, until it is laid down. The form names it by a print, so that
/// what is laid down is what was listened to.
/// </summary>
public static class Sounds
{
    /// <summary>The field with the sound itself.</summary>
    public const string FileField = "sound";

    /// <summary>The field with the print of the sound that lies in the draft.</summary>
    public const string PrintField = "spoken";

    /// <summary>The box that leaves the sound out.</summary>
    public const string WithoutField = "no-sound";

    private static readonly object Refused = new();

    /// <summary>Lets a sound come along in a form. Nothing of it is written to disk on the way.</summary>
    /// <param name="form">The form.</param>
    public static RouteHandlerBuilder TakesSounds(this RouteHandlerBuilder form) => form.WithMetadata(new TakesSound()).WithFormOptions(
        memoryBufferThreshold: TakesSound.MostBytes, multipartBodyLengthLimit: TakesSound.MostBytes, valueCountLimit: 300, keyLengthLimit: 200,
        valueLengthLimit: Forms.MostBytes);

    /// <summary>The print of a sound.</summary>
    /// <param name="sound">The sound.</param>
    public static string PrintOf(Sound sound) => Convert.ToHexStringLower(SHA256.HashData(sound.Bytes.Span)[..12]);

    /// <summary>Where who spoke listens to what is not laid down yet.</summary>
    /// <param name="draft">In which draft.</param>
    public static string AddressOf(string draft) => $"/drafts/{draft}/sound";

    /// <summary>Takes the sound out of a form into the draft of who speaks. What is none is remembered, and the page says so.</summary>
    /// <param name="http">The request.</param>
    /// <param name="person">Whose draft.</param>
    /// <param name="drafts">The drafts.</param>
    public static async Task TakeAsync(HttpContext http, PersonId person, Drafts drafts)
    {
        // Where nothing is chosen, a browser sends a file without a name and with nothing in it.
        if (http.GetEndpoint()?.Metadata.GetMetadata<TakesSound>() is null || !http.Request.HasFormContentType
            || http.Request.Form.Files.GetFile(FileField) is not { } file || file is { Length: 0, FileName: "" } || DraftPages.PageOf(http.Request, http.Typed()) is not { } page)
        {
            return;
        }

        try
        {
            var sound = await ReadAsync(file, http.RequestAborted);
            var draft = http.Typed().Id(Typed.DraftField) is { } known ? new DraftId(known) : DraftId.New();
            await drafts.KeepSoundAsync(person, draft, DraftPages.CircleOf(page), page, sound, typing: DraftPages.IsKeeping(http.Request));
            http.Put(Typed.DraftField, draft.Value.ToString());
            http.Put(PrintField, PrintOf(sound));
        }
        catch (RuleBrokenException broken)
        {
            http.Items[Refused] = broken.Rule;
        }
    }

    /// <summary>The sound that goes along with a form; null for none.</summary>
    /// <param name="http">The request.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="drafts">The drafts.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RuleBrokenException">What came was no sound, or another lies there now than was listened to.</exception>
    public static async Task<Sound?> OfAsync(HttpContext http, Typed typed, Drafts drafts, CancellationToken cancellation)
    {
        if (typed.Is(WithoutField))
        {
            return null;
        }

        if (http.Items[Refused] is Rule refused)
        {
            throw new RuleBrokenException(refused);
        }

        var (sound, gone) = await LiesThereAsync(http, typed, drafts, cancellation);
        return gone is { } rule ? throw new RuleBrokenException(rule) : sound;
    }

    /// <summary>The sound that lies in the draft of a form, whatever else is wrong with the form.</summary>
    /// <param name="http">The request.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="drafts">The drafts.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The sound, null for none; and the rule that is broken when another lies there now, or none any more.</returns>
    public static async Task<(Sound? Sound, Rule? Gone)> LiesThereAsync(HttpContext http, Typed typed, Drafts drafts, CancellationToken cancellation)
    {
        if (typed[PrintField] is not { Length: > 0 } print)
        {
            return (null, null);
        }

        var me = http.Caller();
        var sound = typed.Id(Typed.DraftField) is { } id ? await drafts.SoundOfAsync(me.Person, new DraftId(id), cancellation, me.ShutBefore) : null;
        return sound is not null && PrintOf(sound) == print ? (sound, null) : (null, ChildRules.SoundIsThere);
    }

    /// <summary>Whether a rule is about the sound.</summary>
    /// <param name="rule">The rule.</param>
    public static bool IsAbout(Rule rule) => rule == ChildRules.IsASound || rule == ChildRules.SoundFits || rule == ChildRules.SoundIsThere;

    private static async Task<Sound> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > Sound.MostBytes)
        {
            throw new RuleBrokenException(ChildRules.SoundFits);
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return Sound.Read(bytes);
    }
}

/// <summary>Takes the sound out of every form in which one may come, before anything else looks at the form: whatever is wrong with the rest, it is kept.</summary>
public sealed class TakeSound(Drafts drafts) : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method) && http.User.Identity?.IsAuthenticated == true)
        {
            await Sounds.TakeAsync(http, http.Caller().Person, drafts);
        }

        return await next(context);
    }
}

/// <summary>The part of a form in which somebody says something aloud.</summary>
/// <param name="Me">Who speaks.</param>
/// <param name="Page">The address of the page.</param>
/// <param name="Draft">The draft in which it is kept.</param>
/// <param name="Sound">What was said; null for nothing yet.</param>
/// <param name="Mend">What is to be mended in this form; null for nothing.</param>
/// <param name="IsPage">Whether the heading of the page says already what this is.</param>
public sealed record SpeakPart(Seat Me, string Page, string Draft, Sound? Sound, Mend? Mend, bool IsPage = false);
