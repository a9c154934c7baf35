using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Children;

/// <summary>A child puts a lock of pictures on its drawer, chooses another, or takes it off.</summary>
public static class ChooseLock
{
    private static readonly Person Nobody = new() { UserName = "nobody" };

    /// <summary>What the page shows.</summary>
    /// <param name="Child">The frame.</param>
    /// <param name="Pressed">The pictures so far.</param>
    public sealed record Screen(ChildFrame Child, IReadOnlyList<PictureWord> Pressed);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/mine/lock", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
            AskAsync(http, circle, door, [], cancellation));
        app.MapPost("/tables/{circle:guid}/mine/lock", PressAsync).WithMetadata(new KeptNowhere());
    }

    /// <summary>The pictures that were pressed, in order; what is no picture of a lock is passed by.</summary>
    /// <param name="typed">What came in.</param>
    public static IReadOnlyList<PictureWord> PressedIn(Typed typed) =>
    [
        .. typed.All("picture")
            .Select(value => Enum.TryParse<PictureWord>(value, out var picture) && PictureLock.Choice.Contains(picture) ? picture : (PictureWord?)null)
            .OfType<PictureWord>().Take(PictureLock.Most),
    ];

    /// <summary>Whether these pictures open a lock.</summary>
    /// <param name="hasher">As for passwords.</param>
    /// <param name="kept">The lock.</param>
    /// <param name="pressed">The pictures.</param>
    public static bool Opens(IPasswordHasher<Person> hasher, PictureLock kept, IReadOnlyList<PictureWord> pressed) =>
        hasher.VerifyHashedPassword(Nobody, kept.Print, PictureLock.TextOf(pressed)) != PasswordVerificationResult.Failed;

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Door door, IReadOnlyList<PictureWord> pressed, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        ChildrenArea.OnlyForAChild(visit.Me);
        return ChooseLockView.Create(new Screen(
            new ChildFrame(Frame.Of(http, Text.T("children.lock"), visit.Circle.Id, "mine"), visit.Circle, visit.Me), pressed));
    }

    private static async Task<IResult> PressAsync(
        HttpContext http, Guid circle, Door door, IPasswordHasher<Person> hasher, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var pressed = PressedIn(typed);
        var takeOff = typed.Is("off");
        if (!takeOff && pressed.Count < PictureLock.Most && !(typed.Is("done") && pressed.Count >= PictureLock.Fewest))
        {
            return await AskAsync(http, circle, door, pressed, cancellation);
        }

        string? print = null;
        await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Speak,
            visit =>
            {
                ChildrenArea.OnlyForAChild(visit.Me);
                if (takeOff)
                {
                    visit.Circle.TakeLockOff(visit.Act);
                }
                else
                {
                    visit.Circle.PutLock(pressed, text => print ??= hasher.HashPassword(Nobody, text), visit.Act);
                }

                return Task.FromResult(true);
            },
            cancellation);
        Saying.Say(http, takeOff ? "children.lock-off-told" : "children.lock-told");
        return Pages.Done(ChildrenArea.AddressOf(circle));
    }
}
