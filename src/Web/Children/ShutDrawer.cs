using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Children;

/// <summary>
/// A child shuts its drawer with one press, and opens it with its pictures. While it is shut this session reaches nothing else: no page of the
/// child's, whatever the address.
/// </summary>
public static class ShutDrawer
{
    /// <summary>What the page shows.</summary>
    /// <param name="Child">The frame.</param>
    /// <param name="Pressed">The pictures so far.</param>
    /// <param name="Length">How many there are.</param>
    /// <param name="Wrong">Whether those were not the ones.</param>
    /// <param name="TooOften">Whether it was tried too often.</param>
    public sealed record Screen(ChildFrame Child, IReadOnlyList<PictureWord> Pressed, int Length, bool Wrong, bool TooOften);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/mine/shut", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
            http.User.ShutAt() is null
                ? BackAsync(http, circle, door, cancellation)
                : ShowAsync(http, circle, door, [], false, false, cancellation)).WithMetadata(new OutsideTheDrawer());
        app.MapPost("/tables/{circle:guid}/mine/shut", ShutAsync).WithMetadata(new KeptNowhere());
        app.MapPost("/tables/{circle:guid}/mine/open", OpenAsync).WithMetadata(new OutsideTheDrawer(), new KeptNowhere());
    }

    private static async Task<IResult> BackAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Read, cancellation);
        ChildrenArea.OnlyForAChild(visit.Me);
        return Pages.Done(ChildrenArea.AddressOf(circle));
    }

    private static async Task<IResult> ShutAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        await using (var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Read, cancellation))
        {
            ChildrenArea.OnlyForAChild(visit.Me);
            if (visit.Circle.LockOf(visit.Me.Number) is null)
            {
                return Pages.Done(ChildrenArea.AddressOf(circle) + "/lock");
            }
        }

        await http.ShutDrawerAsync(new CircleId(circle));
        return Pages.Done(ChildrenArea.AddressOf(circle) + "/shut");
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, Guid circle, Door door, IReadOnlyList<PictureWord> pressed, bool wrong, bool tooOften, CancellationToken cancellation)
    {
        await using var visit = await EnterShutAsync(http, circle, door, cancellation);
        var child = new ChildFrame(Frame.Of(http, Text.T("children.shut"), visit.Circle.Id), visit.Circle, visit.Me, IsShut: true);
        return ShutDrawerView.Create(new Screen(child, pressed, visit.Circle.LockOf(visit.Me.Number)?.Length ?? 0, wrong, tooOften));
    }

    private static async Task<IResult> OpenAsync(
        HttpContext http, Guid circle, Door door, UserManager<Person> people, CancellationToken cancellation)
    {
        if (http.User.ShutAt() is null)
        {
            return await BackAsync(http, circle, door, cancellation);
        }

        PictureLock? kept;
        await using (var visit = await EnterShutAsync(http, circle, door, cancellation))
        {
            kept = visit.Circle.LockOf(visit.Me.Number);
        }

        var pressed = ChooseLock.PressedIn(http.Typed());
        if (kept is not null)
        {
            if (pressed.Count < kept.Length)
            {
                return await ShowAsync(http, circle, door, pressed, false, false, cancellation);
            }

            // Slow to guess; and nobody keeps the child out: coming in anew opens it as well.
            if (ChooseLock.Try(http, kept, pressed) is var tried && tried != Tried.Opened)
            {
                return Pages.With(
                    await ShowAsync(http, circle, door, [], tried == Tried.Wrong, tried == Tried.TooOften, cancellation),
                    tried == Tried.TooOften ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity);
            }
        }

        // A lock that the child took off on another device holds nothing shut any more.
        var who = await people.FindByIdAsync(http.Caller().Person.Value.ToString()) ?? throw new RefusedException();
        await http.BeginSessionAsync(who);
        return Pages.Done(ChildrenArea.AddressOf(circle));
    }

    private static async Task<Visit> EnterShutAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        if (http.User.ShutAt() != new CircleId(circle))
        {
            throw new RefusedException();
        }

        return await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Read, cancellation);
    }
}
