using Keukentafel.Domain.Access;
using Keukentafel.Domain.Endings;

namespace Keukentafel.Domain.Circles;

/// <summary>Ending a table: asked by a host, everybody says whether it is good enough, and its hosts end it (R8, R115).</summary>
public sealed partial class Circle
{
    private readonly List<LaterSaid> _later = [];
    private readonly List<Ending> _endingsBefore = [];

    /// <summary>That somebody asked whether the table may end, and what came of it; null when nobody did.</summary>
    public Ending? Ending { get; private set; }

    /// <summary>When the table ended, UTC; null when it goes on.</summary>
    public DateTimeOffset? EndedAt => Ending?.EndedAt;

    /// <summary>What each of those who sit here said for when it becomes harder again, in the order in which they sat down (P31).</summary>
    public IReadOnlyList<LaterSaid> Later => [.. _later.OrderBy(said => said.By.Value)];

    /// <summary>The hosts of 12 or older who come in here: the table ends with them.</summary>
    public IEnumerable<Seat> DecidingHosts => _atTheTable.Where(seat => seat is { Person: not null, IsDecidingHost: true });

    /// <summary>What was said when it was asked before: it was taken back, or the table opened again. What people said then stays to be read.</summary>
    public IReadOnlyList<Ending> EndingsBefore => _endingsBefore;

    /// <summary>
    /// For whom the table still waits: hosts who said no, and those who said nothing and still have time. Nobody when it may end. A child is asked and
    /// heard first, and neither its no nor its silence holds it to the table or decides for its parents.
    /// </summary>
    /// <param name="today">The day, where people sit.</param>
    public IReadOnlyList<Seat> WaitsToEndFor(DateOnly today) => Ending is not { EndedAt: null } asked ? [] :
    [
        .. DecidingHosts.Where(seat => asked.Of(seat.Number) is { } said ? said.Stops != true : HasTime(seat, asked, today)),
    ];

    /// <summary>The last day on which a host who says nothing keeps the table open.</summary>
    /// <param name="seat">Which host.</param>
    /// <param name="asked">What was asked.</param>
    public static DateOnly SilentUntil(Seat seat, Ending asked) =>
        Netherlands.DayOf(asked.AskedAt > seat.Since ? asked.AskedAt : seat.Since).AddDays(Ending.SilentDays);

    /// <summary>A host asks whether the table may end, and says in the same moment whether it is good enough for them (R115).</summary>
    /// <param name="enough">Whether it is good enough.</param>
    /// <param name="words">In own words; may be empty.</param>
    /// <param name="act">Proof of a host.</param>
    /// <exception cref="RuleBrokenException">No host of 12 or older, it was asked already, or it is not said whether it is good enough.</exception>
    public void AskToEnd(GoodEnough? enough, string? words, Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(act.By.IsDecidingHost, EndingRules.HostEnds);
        Require(Ending is null, EndingRules.AskedOnce);

        var longAgo = act.At.AddDays(-Ending.SilentDays);
        Require(
            _endingsBefore.Count(before => before.By == act.By.Number && before.EndedAt is null && before.ClosedAt > longAgo) < Ending.MostAsked,
            EndingRules.NotMoreAsked);

        // A no that was said to it not long ago is no silence now: nobody wipes another's no by asking anew (T20).
        var nos = _endingsBefore.Where(before => before.EndedAt is null && before.ClosedAt > longAgo)
            .SelectMany(before => before.Said).Where(said => said.By != act.By.Number)
            .GroupBy(said => said.By).Select(own => own.Last()).Where(said => said.Stops == false && DecidingHosts.Any(host => host.Number == said.By));
        Ending = new Ending(act.By.Number, act.At) { Said = [Said(enough, true, words, act), .. nos] };
        Record(act, Deed.EndAsked, Id.Value);
    }

    /// <summary>Somebody says whether it is good enough for them; a host of 12 or older also whether the table may end. Each the last.</summary>
    /// <param name="enough">Whether it is good enough.</param>
    /// <param name="stops">Whether the table may end; only of a host of 12 or older.</param>
    /// <param name="words">In own words; may be empty.</param>
    /// <param name="act">Proof of who speaks here.</param>
    /// <exception cref="RuleBrokenException">Nobody asked, or something is not said.</exception>
    public void SayAtEnd(GoodEnough? enough, bool? stops, string? words, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var asked = WhatIsAsked();
        Require(!act.By.IsDecidingHost || stops is not null, EndingRules.SaysStops);
        var said = Said(enough, act.By.IsDecidingHost ? stops : null, words, act);
        Ending = asked with { Said = [.. asked.Said.Where(other => other.By != said.By), said] };
        Record(act, Deed.EndAnswered, act.By.Id.Value);
    }

    /// <summary>Who asked takes it back. What others said to it stays to be read: nobody takes back another's no.</summary>
    /// <param name="act">Proof of a host.</param>
    /// <exception cref="RuleBrokenException">Nobody asked, or somebody else did.</exception>
    public void TakeBackEnd(Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(WhatIsAsked().By == act.By.Number, EndingRules.AskerTakesBack);
        LayEndingAway(act);
        Record(act, Deed.EndTakenBack, Id.Value);
    }

    /// <summary>
    /// Ends the table. Professionals come in no more, nor who looked along; cards that wait lead nowhere. Child, parents and own people can read and take
    /// along what is theirs until the day it is removed (R8, R129), and who ended it can open it again until then.
    /// </summary>
    /// <param name="terms">How long words stay.</param>
    /// <param name="act">Proof of a host.</param>
    /// <exception cref="RuleBrokenException">No host of 12 or older, nobody asked, or a host said no or still has time.</exception>
    public void End(Terms terms, Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(act.By.IsDecidingHost, EndingRules.HostEnds);
        var asked = WhatIsAsked();
        Require(WaitsToEndFor(act.Today).Count == 0, EndingRules.HostsAgree);
        EndCoordinators(act);

        // Each face stops first: with it goes who looks along, who would otherwise go twice.
        foreach (var figure in Figures.Where(figure => figure.StoppedAt is null).ToList())
        {
            EndFigure(figure, act);
        }

        foreach (var seat in _seats.Where(seat => seat.Person is not null && (seat.IsGuest || seat.IsAway)).ToList())
        {
            if (seat.IsGuest)
            {
                var involvement = HereWith(seat.Id, act);
                Put(involvement, involvement with { LeftAt = act.At });
            }

            Go(seat, act);
        }

        _invitations.RemoveAll(one => one.JoinedAt is null);
        foreach (var waiting in _involvements.Where(one => one.IsAsked || (one.StartedAt is null && one.TakenBackAt is null)).ToList())
        {
            Put(waiting, waiting with { TakenBackAt = act.At });
        }

        Ending = asked with
        {
            EndedAt = act.At,
            OpinionsGoOn = act.Today.AddDays(terms.OpinionDays),
            RestGoesOn = act.Today.AddDays(terms.RestDays),
        };
        Record(act, Deed.Ended, Id.Value);
    }

    /// <summary>
    /// For whom a table that ended waits before a host opens it again. Who said nothing to its end waits for nobody: silence ends nothing for good. Who said yes
    /// waits for the others who did: nobody undoes alone what they ended together, nor keeps another's words past the day on which they were to go (T20). Who
    /// will not wait starts a table of their own.
    /// </summary>
    /// <param name="host">Who would open it.</param>
    public IReadOnlyList<Seat> WaitsToOpenFor(Seat host) => Ending is { EndedAt: not null } ended && ended.Of(host.Number)?.Stops == true
        ? [.. DecidingHosts.Where(seat => seat.Number != host.Number && ended.Of(seat.Number)?.Stops == true && !ended.Opening.Contains(seat.Number))]
        : [];

    /// <summary>
    /// A host wants the table open again. When nobody is waited for any more, it opens: for the family and their own people. Who was there as a professional is
    /// proposed anew (R97).
    /// </summary>
    /// <param name="act">Proof of a host of a table that ended.</param>
    /// <exception cref="RuleBrokenException">No host of 12 or older.</exception>
    public void OpenAgain(Act act)
    {
        Needs(act, Id, Permission.OpenAgain);
        Require(act.By.IsDecidingHost, EndingRules.HostEnds);
        Ending = Ending! with { Opening = [.. Ending.Opening.Where(other => other != act.By.Number), act.By.Number] };
        if (WaitsToOpenFor(act.By).Count > 0)
        {
            Record(act, Deed.OpeningAsked, Id.Value);
            return;
        }

        LayEndingAway(act);
        Record(act, Deed.OpenedAgain, Id.Value);
    }

    /// <summary>A host who wanted the table open again no longer does.</summary>
    /// <param name="act">Proof of a host of a table that ended.</param>
    public void LeaveEnded(Act act)
    {
        Needs(act, Id, Permission.OpenAgain);
        Ending = Ending! with { Opening = [.. Ending.Opening.Where(other => other != act.By.Number)] };
        Record(act, Deed.OpeningAsked, Id.Value);
    }

    /// <summary>Somebody says what holds, how one notices, and what is done when it becomes harder again (P31); nothing at all takes it away.</summary>
    /// <param name="holds">What holds us up.</param>
    /// <param name="notices">Who notices first, and by what.</param>
    /// <param name="does">What we do then, and whom we call.</param>
    /// <param name="act">Proof of who speaks here.</param>
    /// <exception cref="RuleBrokenException">Too long.</exception>
    public void SayLater(string? holds, string? notices, string? does, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var said = new LaterSaid(
            act.By.Number, Words.Optional(holds, Words.Brief), Words.Optional(notices, Words.Brief), Words.Optional(does, Words.Brief), act.At);
        _later.RemoveAll(other => other.By == said.By);
        if (said is not { Holds: null, Notices: null, Does: null })
        {
            _later.Add(said);
        }

        Record(act, Deed.LaterSaid, act.By.Id.Value);
    }

    /// <summary>This circle, with whether it ends and what was said for later.</summary>
    /// <param name="ending">Whether it ends.</param>
    /// <param name="before">What was asked before.</param>
    /// <param name="later">What was said for later.</param>
    internal Circle With(Ending? ending, IEnumerable<Ending> before, IEnumerable<LaterSaid> later)
    {
        Ending = ending;
        _endingsBefore.AddRange(before);
        _later.AddRange(later);
        return this;
    }

    /// <summary>Notes that suspicions, opinions and worries were removed.</summary>
    /// <param name="at">When, UTC.</param>
    internal void OpinionsRemoved(DateTimeOffset at) => Ending = Ending! with { OpinionsGoneAt = at };

    private void LayEndingAway(Act act)
    {
        _endingsBefore.Add(Ending! with { ClosedAt = act.At, Opening = [] });
        Ending = null;
    }

    private static bool HasTime(Seat seat, Ending asked, DateOnly today) => today < SilentUntil(seat, asked);

    private static EndSaid Said(GoodEnough? enough, bool? stops, string? words, Act act)
    {
        Require(enough is { } chosen && Enum.IsDefined(chosen), EndingRules.SaysEnough);
        return new EndSaid(act.By.Number, enough!.Value, stops, Words.Optional(words, Words.Brief), act.At);
    }

    private Ending WhatIsAsked() => Ending is { EndedAt: null } asked ? asked : throw new RuleBrokenException(EndingRules.IsAsked);
}
