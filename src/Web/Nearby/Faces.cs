using System.Globalization;
using Keukentafel.Data.Nearby;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Nearby;
using Keukentafel.Web.Access;
using Microsoft.AspNetCore.Http.Metadata;
using SkiaSharp;

namespace Keukentafel.Web.Nearby;

/// <summary>A form in which a photograph may come along: it may be larger than others.</summary>
public sealed class TakesFace : IRequestSizeLimitMetadata
{
    /// <summary>The most bytes that are read: as much as a phone makes of one photograph.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <inheritdoc />
    public long? MaxRequestBodySize => MostBytes;
}

/// <summary>
/// The photograph of who can be called (P29). What an editor gives is read, cut to a square and made small and anew: where and when it was taken, or anything else that
/// lies in the file, does not come along.
/// </summary>
public static class Faces
{
    /// <summary>The field with the photograph.</summary>
    public const string FileField = "face";

    // Shown at a third of this on a screen, and sharp on a phone.
    private const int Side = 288;
    private const int Quality = 70;

    // A file of a few bytes can say that it is as large as a wall.
    private const long MostPixels = 60_000_000;

    // So many are held at once, in four bytes each; a photograph of a phone is read smaller than it is.
    private const long MostRead = 16_000_000;

    /// <summary>Lets a photograph come along in a form. Nothing of it is written to disk on the way.</summary>
    /// <param name="form">The form.</param>
    public static RouteHandlerBuilder TakesFaces(this RouteHandlerBuilder form) => form.WithMetadata(new TakesFace()).WithFormOptions(
        memoryBufferThreshold: TakesFace.MostBytes, multipartBodyLengthLimit: TakesFace.MostBytes, valueCountLimit: 300, keyLengthLimit: 200,
        valueLengthLimit: Forms.MostBytes);

    /// <summary>Maps the address of the photographs.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/near/faces/{text:guid}", async Task<IResult> (
        HttpContext http, Guid text, LocalTexts texts, Editors editors, CancellationToken cancellation) =>
    {
        // Of which version stands behind it, so that another photograph has another address; without, it is what everybody reads.
        if (await texts.FindAsync(new LocalTextId(text), cancellation) is not { } one
            || (int.TryParse(http.Request.Query["v"], CultureInfo.InvariantCulture, out var asked) ? asked : one.ShownAt) is not { } version
            || one.Versions.ElementAtOrDefault(version)?.Face is not { } face)
        {
            return Results.NotFound();
        }

        // What is not shown to everybody yet is looked at by who writes.
        var isThere = one.ShownAt == version || (http.User.Identity?.IsAuthenticated == true && await editors.FindAsync(http.Caller().Person, cancellation) is not null);
        return isThere ? Results.Bytes(face.Bytes, "image/webp") : Results.NotFound();
    }).AllowAnonymous();

    /// <summary>Where the photograph of a version is; null for none.</summary>
    /// <param name="text">Of which text.</param>
    /// <param name="version">Of which version.</param>
    public static string? AddressOf(LocalText text, LocalVersion version) =>
        version.Face is null ? null : $"/near/faces/{text.Id.Value}?v={text.Versions.ToList().IndexOf(version)}";

    /// <summary>The photograph that came along in a form; null for none.</summary>
    /// <param name="http">The request.</param>
    /// <exception cref="RuleBrokenException"><see cref="NearbyRules.FaceFits"/>.</exception>
    public static async Task<LocalFace?> OfAsync(HttpContext http)
    {
        // Where nothing is chosen, a browser sends a file without a name and with nothing in it.
        if (!http.Request.HasFormContentType || http.Request.Form.Files.GetFile(FileField) is not { } file || file is { Length: 0, FileName: "" })
        {
            return null;
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, http.RequestAborted);
        return LocalFace.Of(Small(bytes));
    }

    /// <summary>A picture, upright, cut to a square and small.</summary>
    /// <param name="given">The file that was given.</param>
    /// <returns>The picture as WebP, with nothing but the picture in it.</returns>
    /// <exception cref="RuleBrokenException"><see cref="NearbyRules.FaceFits"/>: it is no photograph, or too large.</exception>
    public static byte[] Small(byte[] given)
    {
        using var data = SKData.CreateCopy(given);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp }
            || codec.Info is not { Width: > 0, Height: > 0 } info || (long)info.Width * info.Height > MostPixels)
        {
            throw new RuleBrokenException(NearbyRules.FaceFits);
        }

        // A photograph is made small while it is read, so that a large one takes no more memory than it must.
        var near = codec.GetScaledDimensions(Math.Min(1f, 2f * Side / Math.Min(info.Width, info.Height)));
        if ((long)near.Width * near.Height > MostRead)
        {
            throw new RuleBrokenException(NearbyRules.FaceFits);
        }

        using var whole = new SKBitmap(new SKImageInfo(near.Width, near.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(whole.Info, whole.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
        {
            throw new RuleBrokenException(NearbyRules.FaceFits);
        }

        using var square = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(square))
        {
            canvas.Clear(SKColors.White);
            canvas.Translate(Side / 2f, Side / 2f);
            Upright(canvas, codec.EncodedOrigin);
            var scale = (float)Side / Math.Min(whole.Width, whole.Height);
            canvas.Scale(scale);
            using var image = SKImage.FromBitmap(whole);
            canvas.DrawImage(image, -whole.Width / 2f, -whole.Height / 2f, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        using var made = SKImage.FromBitmap(square);
        using var written = made.Encode(SKEncodedImageFormat.Webp, Quality);
        return written.ToArray();
    }

    // As a camera was held: turned, and by some mirrored.
    private static void Upright(SKCanvas canvas, SKEncodedOrigin held)
    {
        var (degrees, mirrored) = held switch
        {
            SKEncodedOrigin.TopRight => (0, true),
            SKEncodedOrigin.BottomRight => (180, false),
            SKEncodedOrigin.BottomLeft => (180, true),
            SKEncodedOrigin.LeftTop => (90, true),
            SKEncodedOrigin.RightTop => (90, false),
            SKEncodedOrigin.RightBottom => (270, true),
            SKEncodedOrigin.LeftBottom => (270, false),
            _ => (0, false),
        };
        canvas.RotateDegrees(degrees);
        if (mirrored)
        {
            canvas.Scale(-1, 1);
        }
    }
}
