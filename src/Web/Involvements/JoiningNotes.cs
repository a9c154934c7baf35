using Keukentafel.Data.Circles;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Collaborations;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Involvements;

/// <summary>What the table says to this reader about somebody who may join.</summary>
/// <param name="Name">What this person is called.</param>
/// <param name="Page">Where to look, from the table on.</param>
/// <param name="Sentence">In a sentence.</param>
/// <param name="Waits">Whether it waits for the reader.</param>
public sealed record JoiningNote(string? Name, string Page, string Sentence, bool Waits)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    /// <summary>All there is to say; nothing to who rests (R8).</summary>
    /// <param name="sight">What was opened.</param>
    /// <param name="now">The moment, UTC.</param>
    public static IReadOnlyList<JoiningNote> Of(Sight sight, DateTimeOffset now) => sight.Circle.RestsSince(sight.Me.Number) is not null ? [] :
    [
        .. sight.Circle.Involvements.Where(one => sight.Circle.MayRead(one, sight.Me))
            .Select(one => Note(one, sight.Circle, sight.Me, now)).OfType<JoiningNote>().Concat(ComesAsHost(sight)).Concat(CoordinatorNote.Of(sight.Circle, sight.Me, now))
            .OrderByDescending(note => note.Waits),
    ];

    /// <summary>Who joined since the reader was last here: the whole table is told (R97).</summary>
    /// <param name="sight">What was opened.</param>
    public static IEnumerable<Seat> Started(Sight sight) => sight.Circle.Involvements
        .Where(one => one is { LeftAt: null, Worth.Goal: not null } && one.StartedAt > sight.LastVisit && one.Seat is { } seat && seat != sight.Me.Number)
        .Select(one => sight.Circle.SeatAt(one.Seat!.Value));

    // Another host wants somebody to decide along: this one is asked first, and once (T20).
    private static IEnumerable<JoiningNote> ComesAsHost(Sight sight) => sight.Circle.Seats
        .Where(seat => sight.Circle.WaitsForHosts(seat).Any(host => host.Number == sight.Me.Number) && !sight.Circle.RatherNot(seat.Number).Has(sight.Me.Number))
        .Select(seat => new JoiningNote(
            seat.Name, $"people/{seat.Id.Value}", Text.T("invitations.note-host", sight.Circle.SeatAt(seat.AddedBy!.Value).Name, seat.Name), true));

    /// <summary>Who comes in somebody's place, or came until just now, told to a child on its own page.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="me">The child.</param>
    /// <param name="now">The moment, UTC.</param>
    public static IEnumerable<string> StandsIn(Circle circle, Seat me, DateTimeOffset now) => circle.Involvements
        .Where(one => one is { StandsIn: not null, Seat: not null, TakenBackAt: null } && circle.MayRead(one, me) && !(one.LeftAt + Fresh <= now))
        .Select(one => one.LeftAt is not null ? Text.T("involvements.stand-in-gone.child", one.Worth.Name, circle.ReplacedIn(one)!.Name)
            : one.StartedAt is null && !circle.IsWelcome(one) ? null
            : Text.T(
                "involvements.stand-in-comes.child", one.Worth.Name, circle.ReplacedIn(one)!.Name, Days.Day(one.StandsIn!.From, Days.Of(now)), Days.Day(one.StandsIn.Until, Days.Of(now))))
        .OfType<string>();

    // To whom it concerns that somebody stands in who sits here: a host chooses what is read, who is away says when they are back, and who stands in reads until when.
    private static JoiningNote? StandInNote(Involvement one, Circle circle, Seat me, DateTimeOffset now)
    {
        if (one is not { StandsIn: { } stands, StartedAt: not null, LeftAt: null })
        {
            return null;
        }

        var (sits, away, until) = (circle.SeatAt(one.Seat!.Value), circle.ReplacedIn(one)!, Days.Day(stands.Until, Days.Of(now)));
        return me.Number == away.Number ? new JoiningNote(sits.Name, $"people/{sits.Id.Value}/needed", Text.T("involvements.note-for-me", sits.Name, until), false)
            : me.Number == sits.Number ? new JoiningNote(away.Name, $"people/{sits.Id.Value}/needed", Text.T("involvements.note-i-stand-in", away.Name, until), false)
            : me.Side == SeatSide.Host && !circle.IsKeptFromReplaced(one, me) && one.Shared.All(shared => shared.By != me.Number) && one.Looked.All(said => said.By != me.Number)
            ? new JoiningNote(sits.Name, $"people/{sits.Id.Value}/reads", Text.T("involvements.note-stand-in-reads", sits.Name, away.Name), true)
            : null;
    }

    // What is written for them alone is not read until then: that is said before anybody waits for an answer (T20).
    private static JoiningNote? UnmetNote(Involvement one, string? name, Circle circle, Seat me) =>
        one is { StartedAt: not null, Seat: { } sits } && circle.SeatAt(sits) is var seat && circle.MaySayMet(me, seat)
            ? new JoiningNote(name, $"who#seat-{seat.Id.Value}", Text.T("involvements.note-met", name, circle.SeatAt(circle.CardBy(seat)!.Value).Name), false)
            : null;

    private static JoiningNote? Note(Involvement one, Circle circle, Seat me, DateTimeOffset now)
    {
        if (StandInNote(one, circle, me, now) is { } note)
        {
            return note;
        }

        var name = one.Seat is { } at ? circle.SeatAt(at).Name : one.Worth.Name;
        var page = $"joining/{one.Id.Value}";
        var needed = one.Seat is { } number ? $"people/{circle.SeatAt(number).Id.Value}/needed" : page;
        if (one.LeftAt is { } left)
        {
            return !me.IsGuest && left + Fresh > now && one.Thanks.All(said => said.By != me.Number)
                ? new JoiningNote(name, needed, Text.T("involvements.note-left", name), false)
                : null;
        }

        if (Circle.AsksToLook(one, me, Days.Of(now)))
        {
            return new JoiningNote(name, needed, WordsFor.Reader(me, "involvements.note-look", name), true);
        }

        if (one.Authority is not null && me.Side == SeatSide.Host && one.FamilyViews.All(view => view.By != me.Number) && one.StartedAt + Fresh > now)
        {
            return new JoiningNote(name, page, WordsFor.Reader(me, "involvements.note-authority", name), true);
        }

        if (!one.IsAsked)
        {
            // Nothing is given without a yes: whoever never chose is asked, and nothing is an answer too (T20).
            return one is { StartedAt: not null, Seat: { } sits } && me.Side == SeatSide.Host && circle.SharingOf(circle.SeatAt(sits), me) == Sharing.Nothing && one.StandsIn is null
                && one.Shared.All(shared => shared.By != me.Number) && one.Looked.All(said => said.By != me.Number)
                ? new JoiningNote(name, $"people/{circle.SeatAt(sits).Id.Value}/reads", Text.T("involvements.note-reads", name), true)
                : UnmetNote(one, name, circle, me);
        }

        if (me.Side == SeatSide.Host && one.WaitsFor(me.Number))
        {
            if (circle.ReplacedIn(one) is { } away && one.AnswerOf(me.Number) is null)
            {
                return new JoiningNote(name, page, WordsFor.Reader(me, "involvements.note-stand-in", name, away.Name, Days.Day(one.StandsIn!.Until, Days.Of(now))), true);
            }

            var asks = one.AnswerOf(me.Number) is null ? "involvements.note-asks" : "involvements.note-explained";
            return new JoiningNote(name, page, WordsFor.Reader(me, asks, circle.SeatAt(one.By).Name, name), true);
        }

        if (one.By == me.Number && one.WaitingQuestions.FirstOrDefault() is { } question)
        {
            return new JoiningNote(name, page, Text.T("involvements.note-explain", circle.SeatAt(question.By).Name, name), true);
        }

        return new JoiningNote(name, page, Text.T(circle.IsWelcome(one) ? "involvements.note-welcome" : "involvements.note-waits", name), false);
    }
}
