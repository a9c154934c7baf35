using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Web.Involvements;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Collaborations;

/// <summary>What the table says to a reader about who keeps the overview: what waits for them, that who was asked would rather not, and that nobody does any more (R105, INV-68).</summary>
public static class CoordinatorNote
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    /// <summary>All there is to say.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="me">The reader.</param>
    /// <param name="now">The moment, UTC.</param>
    public static IEnumerable<JoiningNote> Of(Circle circle, Seat me, DateTimeOffset now)
    {
        foreach (var one in circle.Coordinators)
        {
            var who = circle.SeatAt(one.Who).Name;
            if (circle.WaitsFor(one, me, now))
            {
                yield return new JoiningNote(who, PageFor(me), Waiting(one, circle, me, who), true);
            }
            else if (one.EndedAt + Fresh > now && circle.Coordinator is null && (!one.IsDeclined || one.By == me.Number))
            {
                yield return new JoiningNote(
                    who, PageFor(me), one.IsDeclined ? Text.T("collaborations.keeps-note-declined", who) : WordsFor.Reader(me, "collaborations.keeps-note-ended", who), false);
            }
        }
    }

    private static string Waiting(Coordinator one, Circle circle, Seat me, string who) =>
        one.IsActive ? WordsFor.Reader(me, "collaborations.keeps-note-later", who)
        : one.Who == me.Number ? Text.T("collaborations.keeps-note-me", circle.SeatAt(one.By).Name)
        : one.Who == one.By ? WordsFor.Reader(me, "collaborations.keeps-note-wants", who)
        : WordsFor.Reader(me, "collaborations.keeps-note-asks", circle.SeatAt(one.By).Name, who);

    private static string PageFor(Seat me) => me.Age == AgeGroup.Child ? "mine/coordinator" : "coordinator";
}
