using Keukentafel.Data.Circles;
using Keukentafel.Data.Nudges;
using Keukentafel.Data.People;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Nudges;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Nudges;

/// <summary>How it stands with the own nudges, on the own page. The address is not shown: who picks up an open phone does not read it.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Nudge">How it stands.</param>
/// <param name="Waits">Whether a code is to be typed.</param>
public sealed record MyNudge(Frame Frame, Nudge Nudge, bool Waits)
{
    /// <summary>The chosen days, as people say them.</summary>
    public string Days => Nudge.Hours is not { Days: var days } ? ""
        : days.Count == NudgeHours.Week.Count ? Text.T("nudges.every-day")
        : Text.Names([.. days.Select(day => Text.T("nudges.day." + day))]);

    /// <summary>How it stands; null where there is no mail server, and for a child.</summary>
    /// <param name="http">The request.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="person">Whose page it is.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<MyNudge?> OfAsync(HttpContext http, Frame frame, Person? person, CancellationToken cancellation)
    {
        if (person is null || !IsFor(http, person))
        {
            return null;
        }

        var nudge = await http.RequestServices.GetRequiredService<NudgeKeeper>().OfAsync(http.Caller().Person, cancellation);
        return new MyNudge(frame, nudge, nudge.WaitsFor(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) is not null);
    }

    /// <summary>Who this is, where they may have nudges; for all others there is no such page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="sure">Knows who it is.</param>
    /// <exception cref="RefusedException">There is no mail server, or it is a child.</exception>
    public static async Task<Person> PersonAsync(HttpContext http, Sure sure) =>
        await sure.PersonAsync(http) is var person && IsFor(http, person) ? person : throw new RefusedException();

    private static bool IsFor(HttpContext http, Person person) =>
        http.RequestServices.GetRequiredService<MailPost>().IsOpen && person.Age != (int)AgeGroup.Child;
}
