using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Circles;

/// <summary>In which order views stand beside each other (R42): never by what is in them.</summary>
public enum ViewOrder
{
    /// <summary>The newest first.</summary>
    ByTime = 0,

    /// <summary>As people sit: hosts, own people, guests.</summary>
    BySeat = 1,
}

/// <summary>A child the table is started for.</summary>
/// <param name="Name">What the child is called.</param>
/// <param name="Age">How grown.</param>
public sealed record ChildAtStart(string Name, AgeGroup Age);

/// <summary>The rules of a circle.</summary>
public static class CircleRules
{
    /// <summary>A table is for at least one child.</summary>
    public static readonly Rule HasChildren = new("circle.has-children");

    /// <summary>A table is for at most twelve children (<see cref="Circle.MostChildren"/>).</summary>
    public static readonly Rule NotMoreChildren = new("circle.not-more-children");

    /// <summary>A person has a name.</summary>
    public static readonly Rule PersonHasName = new("circle.person-has-name");

    /// <summary>No two places have names that look alike.</summary>
    public static readonly Rule NameIsFree = new("circle.name-is-free");

    /// <summary>A word of a name is in letters of one script: with those of two it looks like another name (T20).</summary>
    public static readonly Rule NameInOneScript = new("circle.name-in-one-script");

    /// <summary>One person sits once at a table.</summary>
    public static readonly Rule OneSeatEach = new("circle.one-seat-each");

    /// <summary>The seat of who stopped their part is taken again by them alone: what only they could read lies with it (T20).</summary>
    public static readonly Rule SeatOfWhoStopped = new("circle.seat-of-who-stopped");

    /// <summary>A table has at most <see cref="SeatSet.Most"/> seats.</summary>
    public static readonly Rule NotTooMany = new("circle.not-too-many");

    /// <summary>No two people at a table have the same mug: ring and drink differ, so that it holds without colour.</summary>
    public static readonly Rule MugIsFree = new("circle.mug-is-free");

    /// <summary>Whoever is named sits at this table.</summary>
    public static readonly Rule SitsHere = new("circle.sits-here");

    /// <summary>What a child asks is not taken off the table by another (T20).</summary>
    public static readonly Rule QuestionOfChild = new("circle.question-of-child");

    /// <summary>One host keeps at most <see cref="Circle.MostEmpty"/> places empty, so that nobody fills a table with chairs.</summary>
    public static readonly Rule NotTooManyEmpty = new("circle.not-too-many-empty");

    /// <summary>Only a host, or the person, says what a person is to the family.</summary>
    public static readonly Rule FamilyWords = new("circle.family-words");

    /// <summary>That the parents live apart is said by a grown-up host, once.</summary>
    public static readonly Rule ApartOnce = new("circle.apart-once");
}

/// <summary>
/// A circle (kring; on screens "tafel"): the people around one or more children, hosted by child and parents (R1, INV-56). It works
/// without any professional (R1).
/// </summary>
public sealed partial class Circle : Aggregate
{
    /// <summary>The most children one table is for.</summary>
    public const int MostChildren = 12;

    /// <summary>The most places of one host on which nobody sits yet.</summary>
    public const int MostEmpty = 16;

    /// <summary>How many places stay for professionals, so that a table full of own people shuts no help out.</summary>
    public const int KeptForProfessionals = 12;

    /// <summary>How many places stay for the people of each other host who decides, so that one of two fills no table (T20).</summary>
    public const int KeptForEachHost = 6;

    private readonly List<Seat> _seats;
    private readonly List<Seat> _atTheTable;

    internal Circle(
        CircleId id, DateTimeOffset startedAt, bool parentsApart, string? question, SeatNumber? questionBy, DateTimeOffset? questionAt,
        int questionVersion, ViewOrder order, int version, IEnumerable<Seat> seats)
    {
        Id = id;
        StartedAt = startedAt;
        ParentsApart = parentsApart;
        Question = question;
        QuestionBy = questionBy;
        QuestionAt = questionAt;
        QuestionVersion = questionVersion;
        Order = order;
        Version = version;
        _seats = [.. seats];
        _atTheTable = [.. _seats.Where(seat => !seat.IsAway)];
    }

    /// <summary>The id.</summary>
    public CircleId Id { get; }

    /// <summary>When it was started, UTC.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>
    /// Whether the parents live apart: then the table is the child's, and each parent has an own side (T20). Said by who started the table, or later by a grown-up
    /// host; nobody takes it back.
    /// </summary>
    public bool ParentsApart { get; private set; }

    /// <summary>Which host said so when the table was there already, and when; null where the table began so. No page shows it.</summary>
    internal ApartSaid? ApartSaid { get; private set; }

    /// <summary>The question on the table, in somebody's words; null when there is none.</summary>
    public string? Question { get; private set; }

    /// <summary>Who put the question.</summary>
    public SeatNumber? QuestionBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? QuestionAt { get; private set; }

    /// <summary>Goes up with each change of the question, so that two hosts never overwrite each other silently.</summary>
    public int QuestionVersion { get; private set; }

    /// <summary>The order of views that the hosts chose.</summary>
    public ViewOrder Order { get; private set; }

    /// <summary>Goes up with each stored change of the circle's own data; never shown (D4).</summary>
    public int Version { get; internal set; }

    /// <summary>Everybody at the table, in the order in which they sat down. Who reflects along does not sit at it.</summary>
    public IReadOnlyList<Seat> Seats => _atTheTable;

    /// <summary>Everybody with a number here: at the table, or away from it.</summary>
    internal IReadOnlyList<Seat> AllSeats => _seats;

    /// <summary>Everybody who has a mug here, at the table or away from it.</summary>
    /// <param name="except">But this one; null for nobody.</param>
    public IReadOnlyList<Seat> MugOwners(Seat? except = null) => [.. _seats.Where(seat => seat.Id != except?.Id && !seat.IsExpert)];

    /// <summary>The children the table is about (R20: each their own).</summary>
    public IEnumerable<Seat> Children => _atTheTable.Where(seat => seat.IsChildOfTheTable);

    /// <summary>The children that something is about: those who were chosen, and every child of the table when none was.</summary>
    /// <param name="chosen">Who was chosen; who is no child of the table is left out.</param>
    public SeatSet Concerned(SeatSet chosen)
    {
        var children = SeatSet.Of(Children.Select(child => child.Number));
        return chosen.Both(children) is { IsEmpty: false } some ? some : children;
    }

    /// <summary>
    /// Whose table it is: the children alone when parents live apart, else all hosts. A child that one of those parents adds stands in its name once the other
    /// hosts said yes (D32).
    /// </summary>
    public IEnumerable<Seat> Owners => ParentsApart ? Children.Where(child => !WaitsForHosts(child).Any()) : _atTheTable.Where(seat => seat.Side == SeatSide.Host);

    /// <summary>Whether these two are parents who live apart, so that neither need meet the other's words unasked (T20).</summary>
    /// <param name="one">One of them.</param>
    /// <param name="other">The other.</param>
    public bool LiveApart(Seat one, Seat other) => ParentsApart && one.Number != other.Number && one.IsParent && other.IsParent;

    /// <summary>The parents who live apart from this reader: their words lie folded, each one press away (T20). Nobody for anybody else.</summary>
    /// <param name="reader">Who reads.</param>
    public SeatSet ApartFrom(Seat reader) => ParentsApart && reader.IsParent
        ? SeatSet.Of(_atTheTable.Where(seat => LiveApart(reader, seat)).Select(seat => seat.Number))
        : SeatSet.None;

    /// <summary>Starts a circle with the person as its first host (R1, R2).</summary>
    /// <param name="person">Who starts it.</param>
    /// <param name="name">What this person is called here.</param>
    /// <param name="whatTheyAre">What this person is to the children ("mama"); may be left out.</param>
    /// <param name="age">How grown this person is.</param>
    /// <param name="mug">The person's mug; null for the first free one.</param>
    /// <param name="children">For which children.</param>
    /// <param name="parentsApart">Whether the parents live apart.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException">A name is missing or too long, or there is no child.</exception>
    public static Circle Start(
        PersonId person, string? name, string? whatTheyAre, AgeGroup age, Mug? mug, IReadOnlyList<ChildAtStart> children, bool parentsApart,
        DateTimeOffset at)
    {
        var selfIsChild = age != AgeGroup.Adult;
        Require(children.Count > 0 || selfIsChild, CircleRules.HasChildren);
        Require(children.Count + (selfIsChild ? 1 : 0) <= MostChildren, CircleRules.NotMoreChildren);
        var circle = new Circle(CircleId.New(), at, parentsApart, null, null, null, 0, ViewOrder.ByTime, 0, []);
        var first = circle.Sit(person, name, whatTheyAre, SeatSide.Host, age, mug, at);
        foreach (var child in children)
        {
            Require(child.Age != AgeGroup.Adult, CircleRules.HasChildren);
            circle.Sit(null, child.Name, null, SeatSide.Host, child.Age, null, at, first.Number);
        }

        var act = new Act(person, first, circle.Id, Permission.Host, at);
        circle.Record(act, Deed.CircleStarted, circle.Id.Value);
        return circle;
    }

    /// <summary>The seat of a person, at the table or away from it; null when the person has none.</summary>
    /// <param name="person">The person.</param>
    public Seat? SeatOf(PersonId person) => _seats.Find(seat => seat.Person == person);

    /// <summary>The seat with this number.</summary>
    /// <param name="number">The number.</param>
    /// <exception cref="RuleBrokenException"><see cref="CircleRules.SitsHere"/>.</exception>
    public Seat SeatAt(SeatNumber number) =>

        // They are numbered in the order in which they sat down, and nobody's number is given away again.
        number.Value > 0 && number.Value <= _seats.Count && _seats[number.Value - 1] is { } seat && seat.Number == number
            ? seat
            : throw new RuleBrokenException(CircleRules.SitsHere);

    /// <summary>The seat at the table with this id, or null.</summary>
    /// <param name="id">The id.</param>
    public Seat? Find(SeatId id) => _atTheTable.Find(seat => seat.Id == id);

    /// <summary>Lets somebody in for one thing, or does not: null.</summary>
    /// <param name="person">Who.</param>
    /// <param name="permission">For what.</param>
    /// <param name="at">The moment, UTC.</param>
    public Act? Admit(PersonId person, Permission permission, DateTimeOffset at) =>
        SeatOf(person) is { } seat && AccessRules.Allows(seat.Side, permission) && !IsOver(seat, at)
            && (EndedAt is null ? permission != Permission.OpenAgain : AccessRules.StaysAfterEnd(permission))
            ? Admitted(new Act(person, seat, Id, permission, at))
            : null;

    /// <summary>
    /// Gives somebody of the family, or one of their own people, a seat. A professional is proposed, and every host is asked first (R97). On a page nobody
    /// is seated without an own yes: the place is empty until they come in with a card.
    /// </summary>
    /// <param name="person">Who signs in for it, where people come from elsewhere; null for somebody without a way in.</param>
    /// <param name="name">What this person is called here.</param>
    /// <param name="whatTheyAre">What this person is to the family, in the family's words.</param>
    /// <param name="side">The side of the table.</param>
    /// <param name="age">How grown.</param>
    /// <param name="mug">The mug; null for the first free one.</param>
    /// <param name="act">Proof of a host.</param>
    /// <exception cref="RuleBrokenException">No host, a professional, no name, no room, too many empty places, or the person or the mug is here already.</exception>
    public Seat Add(PersonId? person, string? name, string? whatTheyAre, SeatSide side, AgeGroup age, Mug? mug, Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(side is not SeatSide.Guest, InvolvementRules.FamilyWelcomes);
        Require(side is SeatSide.Host or SeatSide.Network, CircleRules.SitsHere);
        Require(_seats.Count(other => !other.IsExpert) + KeptForOthersThan(act.By) < SeatSet.Most - KeptForProfessionals, CircleRules.NotTooMany);
        Require(person is not null || _seats.Count(other => other.Person is null && !other.IsExpert && other.AddedBy == act.By.Number) < MostEmpty, CircleRules.NotTooManyEmpty);
        RequireName(person is { } one && SeatOf(one) is not null ? null : name, false, act.At);
        var seat = Sit(person, name, whatTheyAre, side, age, mug, act.At, act.By.Number);
        Record(act, Deed.SeatAdded, seat.Id.Value);
        return seat;
    }

    private int KeptForOthersThan(Seat host) => DecidingHosts.Where(other => other.Number != host.Number)
        .Sum(other => Math.Max(0, KeptForEachHost - _seats.Count(seat => seat.Side == SeatSide.Network && seat.AddedBy == other.Number)));

    /// <summary>Gives a seat that had no way in to a person who signs in, where people come from elsewhere. On a page only a card does that.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="person">Who.</param>
    /// <param name="act">Proof of a host.</param>
    /// <exception cref="RuleBrokenException">No host, or the seat or the person is taken.</exception>
    public void GiveWayIn(SeatId seat, PersonId person, Act act)
    {
        Needs(act, Id, Permission.Host);
        var old = Find(seat) ?? throw new RuleBrokenException(CircleRules.SitsHere);
        EndOver(person, act);
        Require(old.Person is null && SeatOf(person) is null, CircleRules.OneSeatEach);

        // Whoever stopped says yes themselves, with a card.
        Require(StoppedAt(old.Number) is null, CircleRules.SeatOfWhoStopped);
        Require(!old.IsGuest || IsKept(old), InvolvementRules.FamilyWelcomes);
        Require(ComesFrom(old, act.Today) is null, StandInRules.FromFirstDay);
        Replace(old, person);
        Started(old, act.At);
        Record(act, Deed.SeatChanged, seat.Value);
    }

    /// <summary>Whether a host may put another question, or none: what a child who comes in here asks stays until that child puts something else (T20).</summary>
    /// <param name="host">Who.</param>
    public bool MayPutQuestion(Seat host) => host.Side == SeatSide.Host
        && (Question is null || QuestionBy == host.Number || !_atTheTable.Exists(seat => seat.Number == QuestionBy && seat is { Person: not null, IsChildOfTheTable: true }));

    /// <summary>Puts a question on the table, or takes it away.</summary>
    /// <param name="question">The question in own words; empty takes it away.</param>
    /// <param name="seenVersion">The <see cref="QuestionVersion"/> that the host saw.</param>
    /// <param name="act">Proof of a host.</param>
    /// <exception cref="RuleBrokenException">No host, too long, or another host changed it meanwhile.</exception>
    public void PutQuestion(string? question, int seenVersion, Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(seenVersion == QuestionVersion, CommonRules.NotChangedMeanwhile);
        Require(MayPutQuestion(act.By), CircleRules.QuestionOfChild);
        Question = Words.Optional(question, 200);
        QuestionBy = act.By.Number;
        QuestionAt = act.At;
        QuestionVersion++;
        Record(act, Deed.QuestionPut, Id.Value);
    }

    /// <summary>Whether somebody can say that the parents live apart: each grown-up host, where nobody said so yet.</summary>
    /// <param name="by">Who.</param>
    public bool MaySayApart(Seat by) => !ParentsApart && by.IsParent;

    /// <summary>
    /// A grown-up host says that the parents live apart. It holds at once and needs no yes of another: whoever is afraid of the other cannot wait for that. It is not
    /// taken back here, as then the other could do that too (T20).
    /// </summary>
    /// <param name="act">Proof of a host.</param>
    /// <exception cref="RuleBrokenException"><see cref="CircleRules.ApartOnce"/>.</exception>
    public void SayApart(Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(MaySayApart(act.By), CircleRules.ApartOnce);
        ParentsApart = true;
        ApartSaid = new ApartSaid(act.By.Number, act.At);
        Give();
        Record(act, Deed.ApartSaid, Id.Value);
    }

    /// <summary>This circle, with when a host said that the parents live apart.</summary>
    /// <param name="apart">That.</param>
    internal Circle With(ApartSaid? apart)
    {
        ApartSaid = apart;
        return this;
    }

    /// <summary>Chooses the order in which views stand (R42).</summary>
    /// <param name="order">The order.</param>
    /// <param name="act">Proof of a host.</param>
    public void Choose(ViewOrder order, Act act)
    {
        Needs(act, Id, Permission.Host);
        Order = order;
        Record(act, Deed.OrderChosen, Id.Value);
    }

    /// <summary>
    /// Whether somebody says what a person is to the family: a host does, but of a host of 12 or older who comes in only they themselves, and of somebody of
    /// their own people only they themselves or who brought them (D31, T20). Where parents live apart, a professional is described by who asked for them, or by
    /// themselves: nobody would see whose words it are.
    /// </summary>
    /// <param name="by">Who says it.</param>
    /// <param name="of">Of whom.</param>
    public bool MayDescribe(Seat by, Seat of) => by.Id == of.Id
        || (by.Side == SeatSide.Host && ((of.IsGuest ? !ParentsApart || BroughtBy(of) == by.Number
            : of.AddedBy == by.Number || (of.Side == SeatSide.Host ? of.Person is null || of.Age == AgeGroup.Child : of.AddedBy is null))));

    /// <summary>Says what somebody is to the family, and which mug they have. The person does it, or a host.</summary>
    /// <param name="seat">Whose seat.</param>
    /// <param name="whatTheyAre">In the family's words; may be empty.</param>
    /// <param name="mug">The mug.</param>
    /// <param name="act">Proof of who may speak here.</param>
    /// <exception cref="RuleBrokenException">Not allowed, too long, or the mug is somebody's.</exception>
    public void Describe(SeatId seat, string? whatTheyAre, Mug mug, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var who = Find(seat) ?? throw new RuleBrokenException(CircleRules.SitsHere);
        Require(MayDescribe(act.By, who), CircleRules.FamilyWords);
        Require(mug == who.Mug || mug.IsFree([.. MugOwners(who).Select(other => other.Mug)]), CircleRules.MugIsFree);
        who.WhatTheyAre = Words.Optional(whatTheyAre, Words.Name);
        who.Mug = mug;
        Record(act, Deed.SeatChanged, seat.Value);
    }

    /// <summary>The seats with these ids.</summary>
    /// <param name="seats">The ids.</param>
    /// <exception cref="RuleBrokenException">One of them does not sit here.</exception>
    public SeatSet SetOf(params IEnumerable<SeatId> seats) =>
        SeatSet.Of(seats.Select(id => (Find(id) ?? throw new RuleBrokenException(CircleRules.SitsHere)).Number));

    private Act Admitted(Act act)
    {
        EndStandIns(act);
        return act;
    }

    // Two with names that look alike could be taken for each other by who chooses a reader (T20): spaces, signs, accents and letters of another script that
    // look the same make no difference. A professional who did not come yet is proposed anew under the same name.
    private void RequireName(string? name, bool isProposed, DateTimeOffset at)
    {
        if (Words.Tidy(name) is { } words)
        {
            // Nor with a name and what somebody is, which stand together beside what they say, nor with the names of two.
            var others = _atTheTable.FindAll(seat => StoppedAt(seat.Number) is null && !IsOver(seat, at) && !(isProposed && seat is { IsGuest: true, Person: null }));
            Require(
                !others.Exists(seat => NameSight.AreAlike(seat.Name, words) || NameSight.AreAlike($"{seat.Name} {seat.WhatTheyAre}", words)
                        || (seat.WhatTheyAre is not null && NameSight.AreAlike($"{seat.WhatTheyAre} {seat.Name}", words)))
                    && !NameSight.StandsAs(words, [.. others.Select(seat => seat.Name)]),
                CircleRules.NameIsFree);
            Require(!NameSight.IsMixed(words) && NameSight.IsOfEveryday(words), CircleRules.NameInOneScript);
        }
    }

    private Seat Sit(
        PersonId? person, string? name, string? whatTheyAre, SeatSide side, AgeGroup age, Mug? mug, DateTimeOffset at, SeatNumber? addedBy = null)
    {
        Require(_seats.Count < SeatSet.Most, CircleRules.NotTooMany);
        Require(person is null || SeatOf(person.Value) is null, CircleRules.OneSeatEach);
        Require(Words.Tidy(name) is not null, CircleRules.PersonHasName);

        // Nobody sees by a mug that is in use that somebody is asked in the background.
        var taken = MugOwners().Select(other => other.Mug).ToList();
        Require(mug is null || mug.Value.IsFree(taken), CircleRules.MugIsFree);
        var seat = new Seat(
            SeatId.New(), new SeatNumber(_seats.Count + 1), person, Words.Needed(name, Words.Name), Words.Optional(whatTheyAre, Words.Name),
            side, age, mug ?? Mug.FirstFree(taken), at, addedBy);
        _seats.Add(seat);
        if (!seat.IsAway)
        {
            _atTheTable.Add(seat);
        }

        Give();
        return seat;
    }

    private void Replace(Seat old, PersonId? person)
    {
        var seat = new Seat(old.Id, old.Number, person, old.Name, old.WhatTheyAre, old.Side, old.Age, old.Mug, old.Since, old.AddedBy);
        _seats[_seats.IndexOf(old)] = seat;
        if (person is not null)
        {
            _stopped.RemoveAll(one => one.Seat == seat.Number);
        }

        if (!seat.IsAway)
        {
            _atTheTable[_atTheTable.IndexOf(old)] = seat;
        }

        Give();
    }
}
