using Keukentafel.Domain.Circles;
using static Keukentafel.Domain.Access.RuleBrokenException;

namespace Keukentafel.Domain.Access;

/// <summary>Rules of coming back in without the password.</summary>
public static class WayBackRules
{
    /// <summary>Two people are chosen, no more and no less.</summary>
    public static readonly Rule TwoHelpers = new("way-back.two-helpers");

    /// <summary>Who was chosen sits at one of one's tables, has a way in, is 12 or older and hosts no table that one hosts oneself (T20).</summary>
    public static readonly Rule MayHelp = new("way-back.may-help");

    /// <summary>Who came in with a new password chooses nobody else for a week.</summary>
    public static readonly Rule NotShut = new("way-back.not-shut");

    /// <summary>There is a question with this code for this person to help with. There is one answer for all others.</summary>
    public static readonly Rule CodeIsOpen = new("way-back.code-is-open");

    /// <summary>Both said yes, and the wait is over.</summary>
    public static readonly Rule Waited = new("way-back.waited");
}

/// <summary>
/// The way back in (weg terug) of somebody who lost the password: two people, chosen in private beforehand. Nobody is told that they were chosen.
/// </summary>
/// <param name="Person">Whose.</param>
/// <param name="Helpers">The two who were chosen; empty when nobody was.</param>
public sealed record WayBack(PersonId Person, IReadOnlyList<PersonId> Helpers)
{
    /// <summary>How many people it takes.</summary>
    public const int Two = 2;

    /// <summary>How long what was for oneself alone stays shut after somebody came in this way.</summary>
    public static readonly TimeSpan ShutFor = TimeSpan.FromDays(7);

    /// <summary>When somebody last came in this way, UTC; null for never.</summary>
    public DateTimeOffset? CameBackAt { get; init; }

    /// <summary>When other people, or nobody, were last chosen, UTC; null for never. What was asked before that does nothing any more (T20).</summary>
    public DateTimeOffset? ChosenAt { get; init; }

    /// <summary>The moment before which all that was for this person alone stays shut, UTC; null when nothing is shut.</summary>
    /// <param name="at">The moment, UTC.</param>
    public DateTimeOffset? ShutBefore(DateTimeOffset at) => CameBackAt is { } back && at < back + ShutFor ? back : null;

    /// <summary>
    /// Whom somebody can choose: those at their tables who have a way in and are 12 or older. Never who hosts, or hosted, a table that this person
    /// hosts too: a co-host gains too much by it (T20); nor, for a parent, who came in with a card
    /// of the other parent, and for nobody a professional with such a card before they were met. Each once.
    /// </summary>
    /// <param name="person">Who chooses.</param>
    /// <param name="tables">Every table of this person.</param>
    /// <param name="at">The moment, UTC: whose authority is over comes in no more, and helps nobody.</param>
    public static IReadOnlyList<Seat> WhoMayHelp(PersonId person, IEnumerable<Circle> tables, DateTimeOffset at)
    {
        // Who reflects along, away from a table, does not choose among those who sit at it.
        var mine = tables.Where(table => table.SeatOf(person) is { IsAway: false }).ToList();
        var hosts = mine.Where(table => table.SeatOf(person)!.Side == SeatSide.Host)
            .SelectMany(table => table.EverHosted).ToHashSet();
        return
        [
            .. mine.SelectMany(table => table.Seats.Where(seat => seat.Person is { } who && table.ComesIn(who, at) && !ByAnotherParent(table, table.SeatOf(person)!, seat)))
                .Where(seat => seat.Person != person && seat.Age != AgeGroup.Child && !hosts.Contains(seat.Person!.Value))
                .DistinctBy(seat => seat.Person),
        ];
    }

    /// <summary>
    /// Whether somebody who was chosen came in with a card of another and is not met by this person, or not any more: "I met them" can be taken back, and then
    /// nobody comes in by their yes (T20).
    /// </summary>
    /// <param name="helper">Who.</param>
    /// <param name="tables">Every table of this person, as it is now.</param>
    public bool IsNotMet(PersonId helper, IEnumerable<Circle> tables) => tables.Any(table =>
        table.SeatOf(Person) is { IsAway: false } me && table.SeatOf(helper) is { IsAway: false } seat && ByAnotherParent(table, me, seat));

    private static bool ByAnotherParent(Circle table, Seat me, Seat seat) =>
        table.NotMetBy(seat).Has(me.Number)
        || (me.IsParent && !seat.IsGuest && table.CardBy(seat) is { } maker && maker != me.Number

            // Whom one chose before the other said that the parents live apart lets one in still: by saying so nobody keeps another out.
            && !(table.WasHereBeforeApart(seat) && table.ApartSaid!.By != me.Number));

    /// <summary>The same with other people; with none, nobody can help any more.</summary>
    /// <param name="seats">Two seats out of <see cref="WhoMayHelp"/>, or none.</param>
    /// <param name="tables">Every table of this person.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException">Not two, somebody who may not help, or it is shut.</exception>
    public WayBack Choose(IReadOnlyList<SeatId> seats, IEnumerable<Circle> tables, DateTimeOffset at)
    {
        Require(ShutBefore(at) is null, WayBackRules.NotShut);
        var able = WhoMayHelp(Person, tables, at);
        var chosen = seats.Distinct().Select(seat => able.FirstOrDefault(one => one.Id == seat)).ToList();
        Require(chosen.TrueForAll(seat => seat is not null), WayBackRules.MayHelp);
        Require(chosen.Count is 0 or Two, WayBackRules.TwoHelpers);
        List<PersonId> helpers = [.. chosen.Select(seat => seat!.Person!.Value)];
        return helpers.ToHashSet().SetEquals(Helpers) ? this : this with { Helpers = helpers, ChosenAt = at };
    }

    /// <summary>Whether somebody was chosen and may help still.</summary>
    /// <param name="helper">Who.</param>
    /// <param name="tables">Every table of this person, as it is now.</param>
    /// <param name="at">The moment, UTC.</param>
    public bool MayBeHelpedBy(PersonId helper, IEnumerable<Circle> tables, DateTimeOffset at) =>
        Helpers.Contains(helper) && WhoMayHelp(Person, tables, at).Any(seat => seat.Person == helper);
}

/// <summary>
/// Somebody asked to come in without the password (verloren wachtwoord), and chose a new one in the same moment: whoever holds that device later gains
/// nothing by it (T20). It does nothing until both who were chosen said yes and two days went by.
/// </summary>
/// <param name="For">Whose password; for a name that nobody has, a person who is not there.</param>
/// <param name="NewHash">The hash of the new password, chosen when it was asked.</param>
/// <param name="At">When it was asked, UTC.</param>
/// <param name="Helped">Who said yes.</param>
public sealed record LostPassword(PersonId For, string NewHash, DateTimeOffset At, IReadOnlyList<PersonId> Helped)
{
    /// <summary>How long it is open: for the two to say yes, and after that for coming in with the new password.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>How long who it is about can stop it after both said yes.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromHours(48);

    /// <summary>When the second one said yes, UTC; null before.</summary>
    public DateTimeOffset? AgreedAt { get; init; }

    /// <summary>Until when something can be done with it, UTC.</summary>
    public DateTimeOffset Until => (AgreedAt ?? At) + Lasts;

    /// <summary>From when the new password counts, UTC; null before both said yes.</summary>
    public DateTimeOffset? From => AgreedAt + Wait;

    /// <summary>One of the two says yes. Saying it twice counts once.</summary>
    /// <param name="helper">Who.</param>
    /// <param name="way">Whom the person chose, as it stands now.</param>
    /// <param name="tables">Every table of that person, as it is now.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException"><see cref="WayBackRules.CodeIsOpen"/>, whatever is the matter.</exception>
    public LostPassword Help(PersonId helper, WayBack way, IEnumerable<Circle> tables, DateTimeOffset at)
    {
        if (at >= Until || way.Person != For || At < way.ChosenAt || !way.MayBeHelpedBy(helper, tables, at))
        {
            throw new RuleBrokenException(WayBackRules.CodeIsOpen);
        }

        var helped = Helped.Contains(helper) ? Helped : [.. Helped.Where(way.Helpers.Contains), helper];
        return this with { Helped = helped, AgreedAt = AgreedAt ?? (helped.Count == WayBack.Two ? at : null) };
    }

    /// <summary>Whether it does anything still: it was not stopped by choosing others, or nobody, since, nor by taking back that one met who said yes.</summary>
    /// <param name="way">Whom the person chose, as it stands now.</param>
    /// <param name="tables">Every table of that person, as it is now.</param>
    public bool Stands(WayBack way, IEnumerable<Circle> tables) =>
        way.Person == For && !(At < way.ChosenAt) && Helped.All(helper => way.Helpers.Contains(helper) && !way.IsNotMet(helper, tables));

    /// <summary>Whether both said yes and the wait is over. Whether it <see cref="Stands"/> is another question.</summary>
    /// <param name="at">The moment, UTC.</param>
    public bool Waited(DateTimeOffset at) => at >= From && at < Until && Helped.Count == WayBack.Two;

    /// <summary>Whether the new password counts: both said yes, both were chosen before it was asked and are still, and the wait is over.</summary>
    /// <param name="way">Whom the person chose, as it stands now.</param>
    /// <param name="tables">Every table of that person, as it is now.</param>
    /// <param name="at">The moment, UTC.</param>
    public bool Counts(WayBack way, IEnumerable<Circle> tables, DateTimeOffset at) => Waited(at) && Stands(way, tables);
}
