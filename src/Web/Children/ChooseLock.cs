using System.Security.Cryptography;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Children;

/// <summary>
/// A child puts a lock of pictures on its drawer, chooses another, or takes it off. Whoever finds the drawer open cannot: the pictures of now come first, or, for
/// who forgot them, the password with which the child comes in anew.
/// </summary>
public static class ChooseLock
{
    private static readonly Person Nobody = new() { UserName = "nobody" };

    /// <summary>What the page shows.</summary>
    /// <param name="Child">The frame.</param>
    /// <param name="Pressed">The pictures so far.</param>
    /// <param name="Opened">The proof that the old lock was opened here; null where there is none.</param>
    public sealed record Screen(ChildFrame Child, IReadOnlyList<PictureWord> Pressed, string? Opened);

    /// <summary>What the page shows on which the old pictures are asked.</summary>
    /// <param name="Press">The pictures to press.</param>
    /// <param name="AsksPassword">Whether this child has a password for when they are forgotten.</param>
    /// <param name="Mend">What is the matter with the password; null for nothing.</param>
    public sealed record OldScreen(PressLock Press, bool AsksPassword, Mend? Mend);

    // How long a child may take to choose after the old pictures.
    private static readonly TimeSpan StaysOpen = TimeSpan.FromMinutes(15);

    private const string OpenedField = "opened";

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/mine/lock", (HttpContext http, Guid circle, Door door, Sure sure, CancellationToken cancellation) =>
            AskAsync(http, circle, door, sure, new Asked(), cancellation));
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

    /// <summary>Counts a try at the pictures of a child's lock and looks whether they open it. One budget, wherever they are pressed.</summary>
    /// <param name="http">The request.</param>
    /// <param name="kept">The lock.</param>
    /// <param name="pressed">As many pictures as it has, or more.</param>
    internal static Tried Try(HttpContext http, PictureLock kept, IReadOnlyList<PictureWord> pressed)
    {
        var pace = http.RequestServices.GetRequiredService<SignInPace>();
        var person = "drawer " + http.Caller().Person.Value;
        if (!pace.May(http.Connection.RemoteIpAddress, person))
        {
            return Tried.TooOften;
        }

        var hasher = http.RequestServices.GetRequiredService<IPasswordHasher<Person>>();
        if (hasher.VerifyHashedPassword(Nobody, kept.Print, PictureLock.TextOf([.. pressed.Take(kept.Length)])) == PasswordVerificationResult.Failed)
        {
            return Tried.Wrong;
        }

        pace.CameIn(http.Connection.RemoteIpAddress, person);
        return Tried.Opened;
    }

    // The page for the old pictures when there is a lock that was not opened here just now, else the one for the new ones.
    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Sure sure, Asked asked, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        ChildrenArea.OnlyForAChild(visit.Me);
        var child = new ChildFrame(
            Frame.Of(http, Text.T(visit.Circle.LockOf(visit.Me.Number) is null ? "children.lock" : "children.lock-other"), visit.Circle.Id, "mine"), visit.Circle, visit.Me);
        if (visit.Circle.LockOf(visit.Me.Number) is not { } kept || asked.Opened is not null)
        {
            return ChooseLockView.Create(new Screen(child, asked.Pressed, asked.Opened));
        }

        return ChooseLockOldView.Create(new OldScreen(
            new PressLock(child, "/lock", asked.Pressed, kept.Length),
            Sure.Asks(http, await sure.PersonAsync(http)),
            asked.Broken is { } rule ? KeyRules.Mend(rule) : asked.Tried switch
            {
                Tried.Wrong => new Mend(ChildRules.LockOfPictures, null, Text.T("children.lock-old-wrong")),
                Tried.TooOften => new Mend(KeyRules.NotTooOften, null, Text.T("children.lock-old-wait")),
                _ => null,
            }));
    }

    private static async Task<IResult> PressAsync(
        HttpContext http, Guid circle, Door door, Sure sure, IPasswordHasher<Person> hasher, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var pressed = PressedIn(typed);
        PictureLock? old;
        await using (var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation))
        {
            ChildrenArea.OnlyForAChild(visit.Me);
            old = visit.Circle.LockOf(visit.Me.Number);
        }

        if (old is not null && !IsOpened(http, old))
        {
            return await OpenOldAsync(http, circle, door, sure, old, pressed, cancellation);
        }

        var takeOff = typed.Is("off");
        if (!takeOff && pressed.Count < PictureLock.Most && !(typed.Is("done") && pressed.Count >= PictureLock.Fewest))
        {
            return await AskAsync(http, circle, door, sure, new Asked { Pressed = pressed, Opened = typed[OpenedField] }, cancellation);
        }

        string? print = null;
        var done = await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Speak,
            visit =>
            {
                ChildrenArea.OnlyForAChild(visit.Me);
                if (visit.Circle.LockOf(visit.Me.Number) != old)
                {
                    // Another lock was put on meanwhile: that one is asked first.
                    return Task.FromResult(false);
                }

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
        if (!done)
        {
            return Pages.Done(ChildrenArea.AddressOf(circle) + "/lock");
        }

        Saying.Say(http, takeOff ? "children.lock-off-told" : "children.lock-told");
        return Pages.Done(ChildrenArea.AddressOf(circle));
    }

    // The old pictures one by one, or the password of who forgot them.
    private static async Task<IResult> OpenOldAsync(
        HttpContext http, Guid circle, Door door, Sure sure, PictureLock old, IReadOnlyList<PictureWord> pressed, CancellationToken cancellation)
    {
        var asked = new Asked();
        if (http.Typed()[OpenedField] is not null)
        {
            // It took too long, or another lock was put on meanwhile: what was pressed were new pictures, and is no try at the old ones.
            return await AskAsync(http, circle, door, sure, asked, cancellation);
        }

        if (http.Typed()["password"] is not null && await sure.PersonAsync(http) is var person && Sure.Asks(http, person))
        {
            asked = sure.Broken(http, person) is { } broken ? asked with { Broken = broken } : asked with { Opened = NewProof(http, old) };
        }
        else if (pressed.Count < old.Length)
        {
            asked = asked with { Pressed = pressed };
        }
        else
        {
            asked = Try(http, old, pressed) is var tried && tried == Tried.Opened ? asked with { Opened = NewProof(http, old) } : asked with { Tried = tried };
        }

        var page = await AskAsync(http, circle, door, sure, asked, cancellation);
        return asked.Broken is { } rule ? Pages.With(page, Pages.StatusOf(rule))
            : asked.Tried == Tried.Opened ? page
            : Pages.With(page, asked.Tried == Tried.TooOften ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity);
    }

    private static bool IsOpened(HttpContext http, PictureLock old)
    {
        if (http.Typed()[OpenedField] is not { Length: > 0 and < 2000 } proof)
        {
            return false;
        }

        try
        {
            return ProtectorOf(http, old).Unprotect(proof) == OpenedField;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string NewProof(HttpContext http, PictureLock old) => ProtectorOf(http, old).Protect(OpenedField, StaysOpen);

    // Of this child, in this session, and of this very lock.
    private static ITimeLimitedDataProtector ProtectorOf(HttpContext http, PictureLock old) => http.RequestServices.GetRequiredService<IDataProtectionProvider>()
        .CreateProtector("lock", http.Caller().Session.ToString()!, old.Print).ToTimeLimitedDataProtector();

    // What is to be shown: what was pressed, how it went with the old lock, and the proof that it was opened.
    private sealed record Asked
    {
        public IReadOnlyList<PictureWord> Pressed { get; init; } = [];

        public string? Opened { get; init; }

        public Tried Tried { get; init; }

        public Rule? Broken { get; init; }
    }
}

/// <summary>How it went with the pictures of a lock.</summary>
internal enum Tried
{
    /// <summary>They are the ones, or none were tried.</summary>
    Opened = 0,

    /// <summary>They are not.</summary>
    Wrong = 1,

    /// <summary>It was tried too often.</summary>
    TooOften = 2,
}

/// <summary>The pictures of a lock, to press one by one.</summary>
/// <param name="Child">The frame.</param>
/// <param name="Address">Where they go, below the own page.</param>
/// <param name="Pressed">The pictures so far.</param>
/// <param name="Length">How many there are.</param>
public sealed record PressLock(ChildFrame Child, string Address, IReadOnlyList<PictureWord> Pressed, int Length);
