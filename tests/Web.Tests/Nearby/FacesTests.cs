using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Nearby;
using Keukentafel.Web.Nearby;
using Keukentafel.Web.Tests.Ground;
using SkiaSharp;

namespace Keukentafel.Web.Tests.Nearby;

public sealed class FacesTests
{
    private const string Form = "main form.composer";

    [Fact]
    public async Task A_teacher_finds_name_number_and_face_of_who_to_practise_a_talk_with_and_nothing_else_of_the_photograph()
    {
        await using var running = await Running.StartAsync();
        using var samira = await running.AsAsync("samira");
        using var teacher = running.Stranger();
        await samira.GetAsync("/editing/new/Contact");
        var team = samira.Page.QuerySelector("#team input")!.GetAttribute("value")!;
        await samira.SendFileAsync(
            (IHtmlFormElement)samira.Page.QuerySelector(Form)!, Faces.FileField, Photograph("KANARIE-52"), "joke.jpg", ("team", team), ("title-words", "Joke de Wit"),
            ("words", "Oefent met je."), ("number-words", "010 555 0109"), ("rehearses", "yes"), ("checked-words", "Samira"), ("checked-day", Ahead.Days(-1)));
        var look = samira.Path;
        Assert.EndsWith("/look", look, StringComparison.Ordinal);
        var address = samira.Page.QuerySelector("main img.face")!.GetAttribute("src")!;
        Assert.Equal("Foto van Joke de Wit", samira.Page.QuerySelector("main img.face")!.GetAttribute("alt"));
        Assert.True((await BytesAsync(samira, address)).Length > 100);

        // Until it is shown, it is there for nobody else.
        await teacher.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, teacher.Status);
        await samira.PressAsync(Form);
        await teacher.GetAsync("/near/" + team);
        var card = teacher.Page.QuerySelectorAll("main article").First(one => one.TextContent.Contains("Joke de Wit", StringComparison.Ordinal));
        Assert.Equal(address, card.QuerySelector("img.face")!.GetAttribute("src"));
        Assert.Contains("010 555 0109", card.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var shown = await BytesAsync(teacher, address);
        Assert.DoesNotContain("KANARIE", Encoding.Latin1.GetString(shown), StringComparison.Ordinal);
        using var picture = SKBitmap.Decode(shown);
        Assert.Equal((288, 288), (picture.Width, picture.Height));

        // Other words keep the photograph; without it, it is gone from the page.
        var text = look[..^"/look".Length];
        await samira.GetAsync(text);
        await samira.PressAsync(Form, ("words", "Oefent een kwartier met je."), ("checked-words", "Samira"));
        Assert.NotNull(samira.Page.QuerySelector("main img.face"));
        await samira.GetAsync(text);
        await samira.PressAsync(Form, ("no-face", "yes"), ("checked-words", "Samira"));
        Assert.EndsWith("/look", samira.Path, StringComparison.Ordinal);
        Assert.Null(samira.Page.QuerySelector("main img.face"));
        await samira.PressAsync(Form);
        await teacher.GetAsync("/near/" + team);
        Assert.Contains("Oefent een kwartier met je.", teacher.Html, StringComparison.Ordinal);
        Assert.Null(teacher.Page.QuerySelector("main img.face"));
        await teacher.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, teacher.Status);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_is_no_photograph_is_answered_beside_the_field_and_nothing_typed_is_lost(string what, byte[] file)
    {
        await using var running = await Running.StartAsync();
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync("/editing/new/Contact");
        var team = samira.Page.QuerySelector("#team input")!.GetAttribute("value")!;
        await samira.SendFileAsync(
            (IHtmlFormElement)samira.Page.QuerySelector(Form)!, Faces.FileField, file, what, ("team", team), ("title-words", "Joke de Wit"), ("words", "Oefent met je."),
            ("number-words", "010 555 0109"), ("checked-words", "Samira"), ("checked-day", Ahead.Days(-1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Contains("Deze foto kunnen we niet lezen", samira.Page.QuerySelector("#face-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Joke de Wit", samira.Page.QuerySelector("#title-words")!.GetAttribute("value"));
        Assert.Equal("Oefent met je.", samira.Page.QuerySelector("#words")!.TextContent);
    }

    [Fact]
    public void A_photograph_stands_upright_however_the_camera_was_held()
    {
        // Red on the left of what the camera saw, and held so that the left is above.
        var turned = WithOrientation(Photograph(null), 6);
        using var picture = SKBitmap.Decode(Faces.Small(turned));
        Assert.True(picture.GetPixel(144, 20).Red > 150 && picture.GetPixel(144, 268).Blue > 150);
        using var straight = SKBitmap.Decode(Faces.Small(Photograph(null)));
        Assert.True(straight.GetPixel(20, 144).Red > 150 && straight.GetPixel(268, 144).Blue > 150);
    }

    [Fact]
    public void A_photograph_that_says_that_it_is_as_large_as_a_wall_is_not_begun_with() =>
        Assert.All(
            new[] { Bomb(40_000), Bomb(5_000) }, bomb => Assert.Equal(NearbyRules.FaceFits, Assert.Throws<RuleBrokenException>(() => Faces.Small(bomb)).Rule));

    public static TheoryData<string, byte[]> Hostile() => new()
    {
        { "program.jpg", [0x7f, (byte)'E', (byte)'L', (byte)'F', .. new byte[200]] },
        { "drawn.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray() },
        { "nothing.png", [] },
        { "half.png", [.. Bomb(2).Take(20)] },
    };

    private static async Task<byte[]> BytesAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        Assert.Equal((HttpStatusCode.OK, "image/webp"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static byte[] Photograph(string? hidden)
    {
        using var bitmap = new SKBitmap(640, 480);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, 320, 480, red);
        }

        var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
        return hidden is null ? jpeg : [.. jpeg[..2], 0xff, 0xfe, 0, (byte)(hidden.Length + 2), .. Encoding.ASCII.GetBytes(hidden), .. jpeg[2..]];
    }

    // As a camera writes how it was held.
    private static byte[] WithOrientation(byte[] jpeg, byte held) =>
    [
        .. jpeg[..2], 0xff, 0xe1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, held, 0, 0, 0, 0, 0, 0, .. jpeg[2..],
    ];

    // A PNG of a few bytes that says how large it is.
    private static byte[] Bomb(ushort side)
    {
        using var bitmap = new SKBitmap(2, 2);
        var png = bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), side);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), side);
        var crc = png.Skip(12).Take(17).Aggregate(uint.MaxValue, (sum, one) =>
            Enumerable.Range(0, 8).Aggregate(sum ^ one, (bits, _) => (bits & 1) == 0 ? bits >> 1 : (bits >> 1) ^ 0xedb88320));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), ~crc);
        return png;
    }
}
