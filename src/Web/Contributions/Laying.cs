using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>What every form does that lays something on the table.</summary>
internal static class Laying
{
    /// <summary>Lays it down, once, and says on the next page who can read it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="circle">At which table.</param>
    /// <param name="door">The door.</param>
    /// <param name="make">Makes it. May run more than once.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="sound">What was said aloud with it; null for nothing.</param>
    /// <returns>Its id.</returns>
    public static async Task<ContributionId> LayAsync(
        HttpContext http, Guid circle, Door door, Func<Visit, Task<Contribution>> make, CancellationToken cancellation, Sound? sound = null)
    {
        var table = new CircleId(circle);
        var laid = await door.ChangeAsync(
            http.Caller(),
            table,
            Permission.Speak,
            async visit =>
            {
                var made = await make(visit);
                visit.Lay(made, sound);
                var readers = visit.Circle.Seats.Where(seat => seat.Number != visit.Me.Number && made.MayBeReadBy(seat)).Select(seat => seat.Id);
                return (made.Id, Waits: made.WaitsFor is not null, Asks: made is Statement { AskedToWithhold: not null }, Readers: readers.ToList());
            },
            cancellation,
            http.Spent());
        if (laid.Waits)
        {
            Saying.Say(http, "contributions.laid-waits");
        }
        else
        {
            Saying.SayLaid(http, table, laid.Id, laid.Readers, laid.Asks);
        }

        return laid.Id;
    }

    /// <summary>The things that were ticked in a form; what is no id is passed by.</summary>
    /// <typeparam name="T">What they must be.</typeparam>
    /// <param name="visit">The visit.</param>
    /// <param name="typed">What was ticked.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="most">How many are looked up at most: one more than is allowed, so that the domain says so.</param>
    /// <exception cref="RefusedException">One of them is not there for this person.</exception>
    public static async Task<IReadOnlyList<T>> ThingsAsync<T>(this Visit visit, Typed typed, CancellationToken cancellation, int most = int.MaxValue)
        where T : Contribution
    {
        var things = new List<T>();
        foreach (var value in typed.All("thing").Where(value => Guid.TryParse(value, out _)).Take(most))
        {
            things.Add(await visit.FindAsync<T>(new ContributionId(Guid.Parse(value)), cancellation));
        }

        return things;
    }
}

/// <summary>Something that can be laid with something else, to tick.</summary>
/// <param name="Card">What.</param>
/// <param name="Ticked">Whether it is ticked.</param>
public sealed record ThingTile(SlipScreen Card, bool Ticked);
