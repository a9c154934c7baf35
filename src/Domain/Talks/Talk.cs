using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Talks;

/// <summary>The kinds of questions in a talk. The numbers are stored: never change or reuse one.</summary>
public enum TalkAsk
{
    /// <summary>One good thing from each: every talk opens with it.</summary>
    Good = 1,

    /// <summary>What somebody wanted to say or ask.</summary>
    Point = 2,

    /// <summary>What would help?</summary>
    Help = 3,

    /// <summary>What is good enough? And what do we see alike, what not, what do we not know: the sheet.</summary>
    Sheet = 4,

    /// <summary>What are we going to do?</summary>
    Steps = 5,
}

/// <summary>Who was present in a talk, from a moment on.</summary>
/// <param name="At">From when, UTC.</param>
/// <param name="By">Who said so.</param>
/// <param name="Seats">Who.</param>
public sealed record Presence(DateTimeOffset At, SeatNumber By, SeatSet Seats);

/// <summary>How a talk goes.</summary>
/// <param name="BegunAt">When it began, UTC; null while it is planned.</param>
/// <param name="EndedAt">When it ended, UTC; null while it goes on.</param>
/// <param name="Ask">Which kind of question is on the table.</param>
/// <param name="Point">Whose question it is; null for those that every talk has.</param>
/// <param name="IsPaused">Whether only the teapot shows.</param>
/// <param name="Presences">Who was present, from when on, the oldest first.</param>
public sealed record Course(
    DateTimeOffset? BegunAt, DateTimeOffset? EndedAt, TalkAsk Ask, ContributionId? Point, bool IsPaused, IReadOnlyList<Presence> Presences)
{
    /// <summary>Not begun yet.</summary>
    public static readonly Course Planned = new(null, null, TalkAsk.Good, null, false, []);

    /// <inheritdoc />
    public bool Equals(Course? other) =>
        other is not null && BegunAt == other.BegunAt && EndedAt == other.EndedAt && Ask == other.Ask && Point == other.Point
        && IsPaused == other.IsPaused && Presences.SequenceEqual(other.Presences);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(BegunAt, EndedAt, Ask, Point, IsPaused, Presences.Count);
}

/// <summary>Rules of talks.</summary>
public static class TalkRules
{
    /// <summary>No talk about a family without somebody of the family (INV-48, N12, N13).</summary>
    public static readonly Rule WithFamily = new("talk.with-family");

    /// <summary>Who begins a talk, or writes in it, sits there.</summary>
    public static readonly Rule SitsThere = new("talk.sits-there");

    /// <summary>A talk goes on: it has begun and has not ended.</summary>
    public static readonly Rule GoesOn = new("talk.goes-on");

    /// <summary>A talk begins on its day, or when whoever planned it begins it.</summary>
    public static readonly Rule OnItsDay = new("talk.on-its-day");

    /// <summary>A talk is changed before it has begun.</summary>
    public static readonly Rule NotBegun = new("talk.not-begun");

    /// <summary>What was said in a talk is written up within <see cref="Talk.WriteUpDays"/> days.</summary>
    public static readonly Rule StillFresh = new("talk.still-fresh");

    /// <summary>A child chooses who may speak for it: somebody who is asked to the talk and is not the child.</summary>
    public static readonly Rule ChildChooses = new("talk.child-chooses");

    /// <summary>Who is asked to a talk, or was present, reads it.</summary>
    public static readonly Rule AskedRead = new("talk.asked-read");

    /// <summary>What was said on a sheet is read by those who were there, or by fewer: others set down their mugs under it for them.</summary>
    public static readonly Rule ListenersOnly = new("talk.listeners-only");

    /// <summary>A question in a talk is one of that talk.</summary>
    public static readonly Rule OwnQuestion = new("talk.own-question");

    /// <summary>A question comes on the table when everybody present may read it.</summary>
    public static readonly Rule AllMayRead = new("talk.all-may-read");

    /// <summary>Who was written down as there, after the talk, says whether they were.</summary>
    public static readonly Rule WrittenDownAsThere = new("talk.written-down-as-there");

    /// <summary>Who was not asked to a talk is let in by whoever planned it, or by a host.</summary>
    public static readonly Rule HostLetsIn = new("talk.host-lets-in");

    /// <summary>Somebody came after the page was drawn: who speaks is told so first.</summary>
    public static readonly Rule SomebodyCame = new("talk.somebody-came");

    /// <summary>What was said on paper is written up after the talk, for people who were there.</summary>
    public static readonly Rule HeardByThose = new("talk.heard-by-those");
}

/// <summary>
/// A talk (gesprek) at the table: planned, held and kept. Whoever is present speaks; whoever types writes down whose words they are (R10).
/// The screen on the table shows only what everybody present may read.
/// </summary>
public sealed class Talk : Contribution
{
    /// <summary>For how many days after a talk what was said in it, on paper, can be written up.</summary>
    public const int WriteUpDays = 14;

    /// <summary>The greatest length of when and where, in characters.</summary>
    public const int Brief = 80;

    internal Talk(Head head, string? words, DateOnly? day, string? time, string? where, SeatSet invited, Course course, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Words = words;
        Day = day;
        Time = time;
        Where = where;
        Invited = invited;
        Course = course;
    }

    /// <summary>What it is about, in somebody's words; null when not said.</summary>
    public string? Words { get; private set; }

    /// <summary>On which day; null when not said.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>At what time, as people say it ("half acht"); null when not said.</summary>
    public string? Time { get; private set; }

    /// <summary>Where; null when not said.</summary>
    public string? Where { get; private set; }

    /// <summary>Who is asked to come, and whoever was present since.</summary>
    public SeatSet Invited { get; private set; }

    /// <summary>How it goes.</summary>
    public Course Course { get; private set; }

    /// <summary>Whether it goes on now.</summary>
    public bool GoesOn => Course is { BegunAt: not null, EndedAt: null };

    /// <summary>Whether it is still to come.</summary>
    public bool IsPlanned => Course.BegunAt is null && !IsTakenBack;

    /// <summary>Whether people still come together for it: it is planned and its day did not pass, or it began that day and goes on.</summary>
    /// <param name="today">The day.</param>
    public bool IsAheadOn(DateOnly today) =>
        IsPlanned ? Day is null || Day >= today : GoesOn && !IsTakenBack && Netherlands.DayOf(Course.Presences[^1].At) >= today.AddDays(-1);

    /// <summary>Who is present now; nobody when it does not go on.</summary>
    public SeatSet Present => GoesOn ? Course.Presences[^1].Seats : SeatSet.None;

    /// <summary>Everybody who was present at any moment.</summary>
    public SeatSet WerePresent => Course.Presences.Aggregate(SeatSet.None, (all, presence) => all.And(presence.Seats));

    /// <summary>Who wrote down who was there: not everybody who was there said so themselves (D31).</summary>
    public SeatSet WroteWhoWasThere => SeatSet.Of(Course.Presences.Select(presence => presence.By));

    /// <summary>Who was there from the beginning to the end: who heard everything that was said.</summary>
    public SeatSet WereThereThroughout => Course.Presences.Aggregate(WerePresent, (all, presence) => all.Both(presence.Seats));

    /// <summary>How many times it was said who is present: what a page was drawn with.</summary>
    public int PresenceVersion => Course.Presences.Count;

    /// <summary>
    /// Who has to be able to read something before it stands on the screen on the table: who is present, and whoever came since it was laid
    /// down, so that nobody sees what was said while they were out by being called away for a moment.
    /// </summary>
    /// <param name="since">When it was laid down, UTC.</param>
    public SeatSet OnScreenSince(DateTimeOffset since) =>
        Course.Presences.Where(presence => presence.At > since).Aggregate(Course.Presences[^1].Seats, (all, presence) => all.And(presence.Seats));

    /// <summary>Who came since a page was drawn and was not present then; nobody when it is not known how it was drawn.</summary>
    /// <param name="seen">The <see cref="PresenceVersion"/> of that page.</param>
    public SeatSet CameSince(int seen) => seen >= 1 && seen <= PresenceVersion ? Present.Without(Course.Presences[seen - 1].Seats) : SeatSet.None;

    /// <summary>A talk that has begun is of everybody who sat there.</summary>
    public override Rule? HeldBy => Course.BegunAt is null ? null : TalkRules.NotBegun;

    /// <inheritdoc />
    public override IEnumerable<string> Said => new[] { Words, Time, Where }.OfType<string>();

    /// <summary>Plans a talk. Nothing must be given but who comes (R150: 0).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">What it is about; may be empty.</param>
    /// <param name="day">On which day; may be left out.</param>
    /// <param name="time">At what time; may be empty.</param>
    /// <param name="where">Where; may be empty.</param>
    /// <param name="invited">
    /// Who is asked to come; nobody means everybody at this table, but for a parent who lives apart from whoever plans it.
    /// </param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="TalkRules.WithFamily"/>, or something is too long.</exception>
    public static Talk Plan(Circle circle, string? words, DateOnly? day, string? time, string? where, SeatSet invited, Act act)
    {
        var all = SeatSet.Of(circle.Seats.Select(seat => seat.Number));

        // Parents who live apart need not meet: one is asked by name, and never because nobody was chosen (T20).
        var asked = (invited.IsEmpty ? all.Without(circle.ApartFrom(act.By)) : invited).And(SeatSet.Of(act.By.Number));
        MustHaveFamily(circle, asked);
        var laid = new Talk(
            NewHead(circle, SeatSet.None, asked == all ? Audience.Everyone : Audience.These(asked), act), Access.Words.Optional(words, Access.Words.Brief), day,
            Access.Words.Optional(time, Brief), Access.Words.Optional(where, Brief), asked, Course.Planned, []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>
    /// Whether somebody may change it: who planned it, whose name is on it; a host only when that one does not sit here any more (D31, T20).
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="seat">Who.</param>
    public bool MayBeChangedBy(Circle circle, Seat seat) =>
        seat.Number == By || (seat.Side == SeatSide.Host && !circle.Seats.Any(other => other.Number == By));

    /// <summary>Changes what, when or where.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">What it is about; may be empty.</param>
    /// <param name="day">On which day.</param>
    /// <param name="time">At what time.</param>
    /// <param name="where">Where.</param>
    /// <param name="seen">The <see cref="Contribution.Version"/> that was seen.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Not allowed, begun, or changed meanwhile.</exception>
    public void Change(Circle circle, string? words, DateOnly? day, string? time, string? where, int seen, Act act)
    {
        MustBeReader(act);
        Require(MayBeChangedBy(circle, act.By), CommonRules.OwnOnly);
        Require(!IsTakenBack, CommonRules.StillOnTheTable);
        Require(Course.BegunAt is null, TalkRules.NotBegun);
        Require(seen == Version && circle.Id == Circle, CommonRules.NotChangedMeanwhile);
        Words = Access.Words.Optional(words, Access.Words.Brief);
        Day = day;
        Time = Access.Words.Optional(time, Brief);
        Where = Access.Words.Optional(where, Brief);
        Record(act, Deed.TalkChanged, Id.Value);
    }

    /// <summary>Begins, or goes on after an end on the same day: who is present is said at the start.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="present">Who is present.</param>
    /// <param name="act">Proof of who speaks; that person is present.</param>
    /// <exception cref="RuleBrokenException">It has begun, its day did not come, nobody of the family is there, or who begins it is not.</exception>
    public void Begin(Circle circle, SeatSet present, Act act)
    {
        MustBeReader(act);
        Require(!IsTakenBack, CommonRules.StillOnTheTable);
        Require(Course.BegunAt is null || MayGoOn(act.By, act.Today), TalkRules.NotBegun);
        Require(Course.BegunAt is not null || MayBegin(circle, act.By, act.Today), TalkRules.OnItsDay);
        MustFit(circle, present, act);
        Welcome(circle, present, act);
        Course = Course with { BegunAt = Course.BegunAt ?? act.At, EndedAt = null, Presences = [.. Course.Presences, new Presence(act.At, act.By.Number, present)] };
        Record(act, Deed.TalkBegun, Id.Value);
    }

    /// <summary>
    /// Whether somebody may begin it: whoever planned it, and on its day anybody who is asked. Nobody is early for what another planned, and what a parent planned
    /// without a day is not begun by the other, who lives apart, nor by somebody who sits here by the hand of the other (D31, T20).
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="seat">Who would begin it.</param>
    /// <param name="today">The day.</param>
    public bool MayBegin(Circle circle, Seat seat, DateOnly today)
    {
        Seat HandOf(Seat one) => circle.SeatAt(circle.HandOf(one));
        return seat.Number == By || (Day is { } day ? day <= today
            : !circle.LiveApart(HandOf(seat), HandOf(circle.SeatAt(By))) && !(HandOf(circle.SeatAt(By)).IsParent && circle.IsOfYoungHost(seat)));
    }

    /// <summary>
    /// Whether somebody may go on with it after it was ended: on that day, whoever planned it or was there. Nobody ends for good what another came for (D31,
    /// T20).
    /// </summary>
    /// <param name="seat">Who would go on.</param>
    /// <param name="today">The day.</param>
    public bool MayGoOn(Seat seat, DateOnly today) => !IsTakenBack && Course.EndedAt is { } ended && Netherlands.DayOf(ended) == today
        && (seat.Number == By || WerePresent.Has(seat.Number));

    /// <summary>
    /// Whether somebody may say who is here: whoever is, whoever planned the talk, who so comes in, and whoever was there and comes back. Else somebody could
    /// begin another's talk and keep people out of it (T20). Nobody else comes in by themselves, from elsewhere.
    /// </summary>
    /// <param name="seat">Who would say so.</param>
    public bool MaySayWhoIsPresent(Seat seat) => GoesOn && !IsTakenBack && (Present.Has(seat.Number) || seat.Number == By || WerePresent.Has(seat.Number));

    /// <summary>Somebody came or went: from now on only what all of these may read is shown.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="present">Who is present now, as it was said on a page.</param>
    /// <param name="seen">The <see cref="PresenceVersion"/> of that page: who came or went meanwhile stays as that was said.</param>
    /// <param name="onTable">The point on the table; null for none.</param>
    /// <param name="act">Proof of who speaks; that person is present, or planned it and comes in.</param>
    /// <exception cref="RuleBrokenException">It does not go on, nobody of the family is there, or who says so is not.</exception>
    public void SayWhoIsPresent(Circle circle, SeatSet present, int seen, TalkPoint? onTable, Act act)
    {
        MustBeReader(act);
        Require(GoesOn && !IsTakenBack, TalkRules.GoesOn);
        Require(MaySayWhoIsPresent(act.By), TalkRules.SitsThere);
        var drawn = seen >= 1 && seen <= PresenceVersion ? Course.Presences[seen - 1].Seats : Present;
        var now = Present.And(present.Without(drawn)).Without(drawn.Without(present));
        MustFit(circle, now, act);
        if (now == Present)
        {
            return;
        }

        Welcome(circle, now, act);
        Course = Course with { Presences = [.. Course.Presences, new Presence(act.At, act.By.Number, now)] };

        // A question that somebody who came may not read goes off the table, and leaves no gap there.
        if (onTable is not null && onTable.Id == Course.Point && !onTable.MayBeReadByAll(now.Seats().Select(circle.SeatAt)))
        {
            Course = Course with { Ask = TalkAsk.Good, Point = null };
        }

        Record(act, Deed.PresenceChanged, Id.Value);
    }

    /// <summary>Puts another question on the table. Skipping one is fine.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="ask">The kind.</param>
    /// <param name="point">Whose, where the kind is <see cref="TalkAsk.Point"/>.</param>
    /// <param name="act">Proof of somebody who is present.</param>
    /// <exception cref="RuleBrokenException">It does not go on, that is no question of this talk, or somebody present may not read it.</exception>
    public void Ask(Circle circle, TalkAsk ask, TalkPoint? point, Act act)
    {
        MustSitHere(act);
        MustBeQuestion(ask, point);
        Require(circle.Id == Circle && (point is null || point.MayBeReadByAll(Present.Seats().Select(circle.SeatAt))), TalkRules.AllMayRead);
        if (Course.Ask != ask || Course.Point != point?.Id)
        {
            Course = Course with { Ask = ask, Point = point?.Id };
            Record(act, Deed.TalkTurned, Id.Value);
        }
    }

    /// <summary>Pauses, or goes on.</summary>
    /// <param name="paused">Whether it pauses.</param>
    /// <param name="act">Proof of somebody who is present.</param>
    /// <exception cref="RuleBrokenException">It does not go on.</exception>
    public void Pause(bool paused, Act act)
    {
        MustSitHere(act);
        if (Course.IsPaused != paused)
        {
            Course = Course with { IsPaused = paused };
            Record(act, Deed.TalkTurned, Id.Value);
        }
    }

    /// <summary>Ends.</summary>
    /// <param name="act">Proof of somebody who is present.</param>
    /// <exception cref="RuleBrokenException">It does not go on.</exception>
    public void End(Act act)
    {
        MustSitHere(act);
        Course = Course with { EndedAt = act.At, IsPaused = false };
        Record(act, Deed.TalkEnded, Id.Value);
    }

    /// <summary>Proof for words said in this talk while it goes on: of oneself, or of somebody present whose words one writes down (R10).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="teller">Whose words they are.</param>
    /// <param name="ask">At which kind of question.</param>
    /// <param name="point">Whose question, where the kind is <see cref="TalkAsk.Point"/>.</param>
    /// <param name="atTheTable">Whether it is typed on the screen on the table, where anybody could: then the teller reads it back too.</param>
    /// <param name="act">Proof of who writes.</param>
    /// <exception cref="RuleBrokenException">One of the two is not present, or it does not go on.</exception>
    public Act Speak(Circle circle, SeatId teller, TalkAsk ask, TalkPoint? point, bool atTheTable, Act act)
    {
        MustSitHere(act);
        MustBeQuestion(ask, point);
        return ProofFor(circle, teller, Present, new Spoken(act.By, new TalkTurn(Id, ask, point?.Id), Present, atTheTable), act);
    }

    /// <summary>Proof for words that were said in this talk on paper, and are written up after it (R10).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="teller">Whose words they are.</param>
    /// <param name="ask">At which kind of question.</param>
    /// <param name="point">Whose question, where the kind is <see cref="TalkAsk.Point"/>.</param>
    /// <param name="heard">Who was there when it was said; nobody means <see cref="WereThereThroughout"/>.</param>
    /// <param name="act">Proof of who writes.</param>
    /// <exception cref="RuleBrokenException">One of them was not there, it still goes on, or it was too long ago.</exception>
    public Act WriteUp(Circle circle, SeatId teller, TalkAsk ask, TalkPoint? point, SeatSet heard, Act act)
    {
        MustBeReader(act);
        MustBeQuestion(ask, point);
        Require(Course.EndedAt is not null, TalkRules.HeardByThose);
        Require(act.At <= Course.EndedAt!.Value.AddDays(WriteUpDays), TalkRules.StillFresh);
        Require(WerePresent.Has(act.By.Number), TalkRules.SitsThere);
        Require(heard.Without(WerePresent).IsEmpty, TalkRules.HeardByThose);
        var listeners = (heard.IsEmpty ? WereThereThroughout : heard).And(SeatSet.Of(act.By.Number));
        return ProofFor(circle, teller, WerePresent, new Spoken(act.By, new TalkTurn(Id, ask, point?.Id), listeners, false), act);
    }

    /// <summary>A child chooses who may speak for it, or nobody any more (INV-23).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="who">Who; null for nobody.</param>
    /// <param name="act">Proof of the child, or of who writes for it here.</param>
    /// <exception cref="RuleBrokenException"><see cref="TalkRules.ChildChooses"/>.</exception>
    public void ChooseSpokesperson(Circle circle, SeatId? who, Act act)
    {
        MustBeReader(act);
        var chosen = who is { } id ? circle.Find(id) : null;
        Require(
            act.Voice.IsChildOfTheTable && circle.Id == Circle && (who is null || (chosen is not null && chosen.Number != act.Voice.Number && MayBeReadBy(chosen))),
            TalkRules.ChildChooses);
        Add(new SpokespersonChoice(act.Voice.Number, act.At, chosen?.Number), act, Deed.SpokespersonChosen);
    }

    /// <summary>Who speaks for a child; null when the child speaks for itself.</summary>
    /// <param name="child">The child.</param>
    public SeatNumber? SpokespersonOf(SeatNumber child) => Additions.OfType<SpokespersonChoice>().LastOrDefault(choice => choice.By == child)?.Who;

    /// <summary>Somebody who was written down as there says whether they were (D31): another does not decide that.</summary>
    /// <param name="wasThere">Whether they were.</param>
    /// <param name="act">Proof of that person.</param>
    /// <exception cref="RuleBrokenException">It goes on, or nobody wrote them down as there.</exception>
    public void SayWhetherThere(bool wasThere, Act act)
    {
        MustBeReader(act);
        Require(Course.EndedAt is not null && !IsTakenBack && WerePresent.Has(act.By.Number) && act.Voice.Number == act.By.Number, TalkRules.WrittenDownAsThere);
        if (SaidNotThere.Has(act.By.Number) == wasThere)
        {
            Add(new WasThere(act.By.Number, act.At, wasThere), act, Deed.OwnPresenceSaid);
        }
    }

    /// <summary>
    /// What another wrote down in this talk as somebody's: words they did not read back, and where they stand. It goes when they say that they were not there
    /// (D31, D32).
    /// </summary>
    /// <param name="seat">Whose.</param>
    /// <param name="things">The things of this talk.</param>
    public IEnumerable<Contribution> WrittenFor(SeatNumber seat, IEnumerable<Contribution> things) => Course is not { BegunAt: { } from, EndedAt: { } until } ? []
        : things.Where(thing => !thing.IsTakenBack
            && ((thing.By == seat && thing is { WaitsToBeReadBack: true, HeldBy: null }) || (thing as Proposal)?.IsWrittenFor(seat, from, until) == true));

    /// <summary>Takes away what another wrote down in this talk as somebody's, who was not there (D31, D32).</summary>
    /// <param name="thing">One of <see cref="WrittenFor"/>.</param>
    /// <param name="act">Proof of that person, who said that they were not there.</param>
    /// <exception cref="RuleBrokenException">They did not say so.</exception>
    public void TakeAwayWritten(Contribution thing, Act act)
    {
        Require(SaidNotThere.Has(act.By.Number) && WrittenFor(act.By.Number, [thing]).Any(), TalkRules.WrittenDownAsThere);
        (thing as Proposal)?.TakeAwayWritten(Course.BegunAt!.Value, Course.EndedAt!.Value, act);
        if (thing.By == act.By.Number && thing is { WaitsToBeReadBack: true, IsTakenBack: false })
        {
            thing.TakeBack(act);
        }
    }

    /// <summary>Who was written down as there and says that they were not.</summary>
    public SeatSet SaidNotThere => SeatSet.Of(
        Additions.OfType<WasThere>().GroupBy(said => said.By).Where(said => !said.Last().Yes).Select(said => said.Key));

    /// <summary>Who is asked to come, and whoever was present, reads it: nobody is left out of it later.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="TalkRules.AskedRead"/>.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        MustBeOwn(act);
        throw new RuleBrokenException(TalkRules.AskedRead);
    }

    /// <summary>A talk is not answered: people come.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => false;

    private protected override void Forget()
    {
        Words = null;
        Time = null;
        Where = null;
    }

    private static void MustHaveFamily(Circle circle, SeatSet seats) =>
        Require(circle.Seats.Any(seat => seat.Side == SeatSide.Host && seats.Has(seat.Number)), TalkRules.WithFamily);

    private static void MustFit(Circle circle, SeatSet present, Act act)
    {
        Require(present.Seats().All(seat => circle.Seats.Any(other => other.Number == seat)), CircleRules.SitsHere);
        Require(present.Has(act.By.Number), TalkRules.SitsThere);
        MustHaveFamily(circle, present);
    }

    private void MustSitHere(Act act)
    {
        MustBeReader(act);
        Require(GoesOn && !IsTakenBack, TalkRules.GoesOn);
        Require(Present.Has(act.By.Number), TalkRules.SitsThere);
    }

    private void MustBeQuestion(TalkAsk ask, TalkPoint? point) => Require(
        Enum.IsDefined(ask) && (ask == TalkAsk.Point) == (point is not null) && (point is null || (point.Talk == Id && !point.IsTakenBack)),
        TalkRules.OwnQuestion);

    private Act ProofFor(Circle circle, SeatId teller, SeatSet there, Spoken spoken, Act act)
    {
        Require(circle.Id == Circle, CommonRules.ProofFits);
        var voice = circle.Find(teller) ?? throw new RuleBrokenException(CircleRules.SitsHere);
        Require(there.Has(voice.Number), TalkRules.SitsThere);
        return new Act(act.Person, act.By, act.Circle, act.Permission, act.At, spoken with { Voice = voice, Listeners = spoken.Listeners.And(SeatSet.Of(voice.Number)) });
    }

    // Whoever sits at the table where it is read from a screen may read what the talk is about. Who was not asked is let in by the family, and
    // does not learn where and when: somebody may have been ticked who is not in that house.
    private void Welcome(Circle circle, SeatSet present, Act act)
    {
        Require(circle.Id == Circle, CommonRules.ProofFits);
        if (!present.Without(Invited).IsEmpty)
        {
            Require(act.By.Number == By || act.By.Side == SeatSide.Host, TalkRules.HostLetsIn);
            Where = null;
            Time = null;
        }

        Invited = Invited.And(present);
        Let(Audience.Including(present.Without(SeatSet.Of(circle.Seats.Where(MayBeReadBy).Select(seat => seat.Number)))));
    }
}
