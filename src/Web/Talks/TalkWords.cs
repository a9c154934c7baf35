using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>How people say when and where a talk is.</summary>
public static class TalkWords
{
    /// <summary>
    /// What a talk is about, for one reader. Of a parent who lives apart it says only who plans it: their words are a press away (T20).
    /// </summary>
    /// <param name="talk">The talk.</param>
    /// <param name="circle">The table.</param>
    /// <param name="me">Who reads.</param>
    public static string Title(Talk talk, Circle circle, Seat me) =>
        circle.SeatAt(talk.By) is var by && circle.LiveApart(me, by) ? Text.T("talks.of-apart", by.Name) : talk.Words ?? Text.T("talks.untitled");

    /// <summary>
    /// "Erbij waren: Esra en Bo (opgeschreven door Esra). Bo zegt: ik was er niet bij." Not everybody who was there said so themselves (D31).
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="talk">The talk.</param>
    public static string WereThere(Circle circle, Talk talk)
    {
        return string.Join(
            ' ', talk.SaidNotThere.Seats().Select(seat => Text.T("talks.not-there-said", circle.SeatAt(seat).Name))
                .Prepend(Text.T("talks.were-there", Names(talk.WerePresent), Names(talk.WroteWhoWasThere))));

        string Names(SeatSet seats) => Text.Names([.. seats.Seats().Select(seat => circle.SeatAt(seat).Name)]);
    }

    /// <summary>"op dinsdag 1 december, half acht, bij oma"; that it is not known yet when nothing was said.</summary>
    /// <param name="talk">The talk.</param>
    /// <param name="now">The moment, UTC.</param>
    public static string When(Talk talk, DateTimeOffset now)
    {
        var parts = new[] { talk.Day is { } day ? Days.Day(day, Days.Of(now)) : null, talk.Time, talk.Where }.OfType<string>().ToList();
        return parts.Count == 0 ? Text.T("talks.when-open") : string.Join(", ", parts);
    }
}
