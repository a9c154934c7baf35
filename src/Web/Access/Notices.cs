using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Access;

/// <summary>What somebody has to know about their own way in: another may be coming in as them, or something stays shut for a while.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="IsComingBack">Whether two said yes to a new password for this person, who can still stop it.</param>
/// <param name="ShutUntil">Until when what was theirs alone stays shut, UTC; null for nothing.</param>
public sealed record Notices(Frame Frame, bool IsComingBack, DateTimeOffset? ShutUntil)
{
    /// <summary>Whether there is nothing to know.</summary>
    public bool IsEmpty => !IsComingBack && ShutUntil is null;

    /// <summary>The notices of who asks.</summary>
    /// <param name="http">The request.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<Notices> OfAsync(HttpContext http, Frame frame, CancellationToken cancellation)
    {
        var caller = http.Caller();
        return new Notices(
            frame, await http.RequestServices.GetRequiredService<WaysBack>().IsComingBackAsync(caller.Person, cancellation), caller.ShutBefore + WayBack.ShutFor);
    }
}
