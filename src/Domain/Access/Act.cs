using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Access;

/// <summary>What a person may be let in for. What is not in <see cref="AccessRules"/> is refused.</summary>
public enum Permission
{
    /// <summary>Read what this person may read at this table.</summary>
    Read = 1,

    /// <summary>Lay something on the table, add to it, answer, take back one's own.</summary>
    Speak = 2,

    /// <summary>Host (R1): add people, put the question on the table, choose the order.</summary>
    Host = 3,

    /// <summary>Reflect with the central figure, away from the table (C28): read and write in what one was asked along for, and nothing else.</summary>
    Reflect = 4,

    /// <summary>
    /// Answer an invitation whose code one holds: yes, and sit down; or no. No seat has it, only <see cref="Circle.AdmitInvited"/> gives it.
    /// </summary>
    Join = 5,

    /// <summary>Read what remains of a table that ended, until it is removed (R8).</summary>
    Keep = 6,

    /// <summary>Open a table again that ended.</summary>
    OpenAgain = 7,

    /// <summary>Take the own story along (R7).</summary>
    TakeAlong = 9,

    /// <summary>Answer, away from the table, the question in the background that one was asked (R98), and nothing else.</summary>
    Advise = 10,
}

/// <summary>
/// Proof that somebody was let in: who, when, at which table, for what. Only <see cref="Circle.Admit"/>, <see cref="Circle.AdmitInvited"/> and
/// <see cref="Circle.Start"/> make one, and every change asks for it.
/// </summary>
public sealed class Act
{
    internal Act(PersonId person, Seat by, CircleId circle, Permission permission, DateTimeOffset at, Spoken? spoken = null)
    {
        Person = person;
        By = by;
        Voice = spoken?.Voice ?? by;
        Turn = spoken?.Turn;
        Listeners = spoken is null ? null : Audience.These(spoken.Listeners);
        WrittenBy = spoken is { AtTheTable: true } || Voice.Number != by.Number ? by.Number : null;
        Circle = circle;
        Permission = permission;
        At = at;
    }

    /// <summary>The person; nobody (all zero) where who holds an invitation says no and has no way in anywhere.</summary>
    public PersonId Person { get; }

    /// <summary>The seat at which the person sits.</summary>
    public Seat By { get; }

    /// <summary>
    /// Whose words these are: of who sits here, or of who tells them in a talk while this seat writes them down (R10). Only
    /// <see cref="Talks.Talk.Speak"/> gives another than <see cref="By"/>.
    /// </summary>
    public Seat Voice { get; }

    /// <summary>In which talk, and at which question, it is said; null outside a talk.</summary>
    public TalkTurn? Turn { get; }

    /// <summary>Who hears it: who is present at that moment of the talk (T20). Null outside a talk.</summary>
    public Audience? Listeners { get; }

    /// <summary>
    /// Who wrote it down, when that has to be read back (R10): the words are another's, or were typed on the screen on the table, where
    /// anybody could have. Null where somebody writes for themselves on their own screen.
    /// </summary>
    public SeatNumber? WrittenBy { get; }

    /// <summary>The circle.</summary>
    public CircleId Circle { get; }

    /// <summary>What it was given for.</summary>
    public Permission Permission { get; }

    /// <summary>The moment, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The day where people sit.</summary>
    internal DateOnly Today => Netherlands.DayOf(At);
}

/// <summary>What a talk adds to the proof of who was let in.</summary>
/// <param name="Voice">Whose words they are.</param>
/// <param name="Turn">At which question.</param>
/// <param name="Listeners">Who hears it.</param>
/// <param name="AtTheTable">Whether it is typed on the screen on the table.</param>
internal sealed record Spoken(Seat Voice, TalkTurn Turn, SeatSet Listeners, bool AtTheTable);

/// <summary>A deed to be written in the trail.</summary>
/// <param name="Act">Who, when, where.</param>
/// <param name="Deed">What.</param>
/// <param name="Subject">The id of what it was done to.</param>
public sealed record Trace(Act Act, Deed Deed, Guid Subject);

/// <summary>Everything the trail can say. The numbers are stored: never change or reuse one.</summary>
public enum Deed
{
    /// <summary>Somebody opened a part of a table and was shown words.</summary>
    Opened = 1,

    /// <summary>Somebody entered to do something.</summary>
    Entered = 2,

    /// <summary>Somebody was refused.</summary>
    Refused = 3,

    /// <summary>A circle was started.</summary>
    CircleStarted = 10,

    /// <summary>A person was given a seat.</summary>
    SeatAdded = 11,

    /// <summary>The question on the table was changed.</summary>
    QuestionPut = 12,

    /// <summary>The hosts chose the order of views.</summary>
    OrderChosen = 13,

    /// <summary>A person said anew who they are to the family, or chose another mug.</summary>
    SeatChanged = 14,

    /// <summary>Something was laid on the table.</summary>
    Laid = 20,

    /// <summary>Who may read it was changed.</summary>
    AudienceChanged = 21,

    /// <summary>Somebody took back the own words; "taken back" stays.</summary>
    TakenBack = 22,

    /// <summary>Somebody took back own words that were just laid down, or were for nobody else; nothing stays.</summary>
    Vanished = 23,

    /// <summary>An answer by who it is about.</summary>
    Answered = 24,

    /// <summary>An answer was changed.</summary>
    AnswerChanged = 25,

    /// <summary>Somebody read back what another wrote down in their words (R10).</summary>
    ReadBack = 26,

    /// <summary>The holder said how a worry stands now.</summary>
    WorryStands = 30,

    /// <summary>The holder called a worry gone.</summary>
    WorryGone = 31,

    /// <summary>A wish was said again.</summary>
    WishRepeated = 40,

    /// <summary>Somebody said "I will answer".</summary>
    WishPromised = 41,

    /// <summary>A wish was answered.</summary>
    WishAnswered = 42,

    /// <summary>Who wished said whether the answer was heard.</summary>
    WishHeard = 43,

    /// <summary>A named source agreed that the sentence may stand.</summary>
    SourceAgreed = 50,

    /// <summary>A named source did not agree.</summary>
    SourceRefused = 51,

    /// <summary>Somebody said how they read a statement.</summary>
    ReadAs = 52,

    /// <summary>The author changed the kind of a statement.</summary>
    KindChanged = 53,

    /// <summary>The author corrected a statement.</summary>
    Corrected = 54,

    /// <summary>Somebody will find out.</summary>
    FindingOut = 55,

    /// <summary>What was found out.</summary>
    Found = 56,

    /// <summary>Somebody said what a fact means to them.</summary>
    Meant = 57,

    /// <summary>Somebody said that a difference stays.</summary>
    StaysDifferent = 60,

    /// <summary>A sentence went out of a difference, because its author no longer shows it.</summary>
    PassageGone = 61,

    /// <summary>Somebody changed when, where or with whom a talk is.</summary>
    TalkChanged = 70,

    /// <summary>A talk began.</summary>
    TalkBegun = 71,

    /// <summary>Who is present at a talk changed.</summary>
    PresenceChanged = 72,

    /// <summary>Another question came on the table in a talk, or the talk was paused or went on.</summary>
    TalkTurned = 73,

    /// <summary>A talk ended.</summary>
    TalkEnded = 74,

    /// <summary>A child chose who may speak for it in a talk.</summary>
    SpokespersonChosen = 75,

    /// <summary>Somebody said whether they were at a talk where they were written down as there.</summary>
    OwnPresenceSaid = 239,

    /// <summary>Somebody said where they stand.</summary>
    PositionTaken = 80,

    /// <summary>A part of the plan was folded up: no longer needed.</summary>
    PlanPartFolded = 100,

    /// <summary>A part of the plan was opened again.</summary>
    PlanPartOpened = 101,

    /// <summary>A child or parent said what an agreement does for them.</summary>
    EffectFelt = 102,

    /// <summary>Who said that it was not safe said that it is safe again.</summary>
    SafeAgain = 103,

    /// <summary>The database was restored from a backup.</summary>
    Restored = 90,

    /// <summary>Somebody said something that helps to decide, or why not now.</summary>
    DecisionHelped = 110,

    /// <summary>Somebody proposed a step.</summary>
    StepProposed = 111,

    /// <summary>Somebody said why an option of some kind does not lie there.</summary>
    OptionLacked = 112,

    /// <summary>Somebody said why there is nothing of a child yet, and who asks.</summary>
    VoiceMissingSaid = 113,

    /// <summary>Somebody said what gets less.</summary>
    SideEffectTold = 114,

    /// <summary>A decision was closed.</summary>
    DecisionClosed = 115,

    /// <summary>Somebody looked back at a decision.</summary>
    LookedBack = 116,

    /// <summary>Another day was chosen to look back.</summary>
    LookBackMoved = 117,

    /// <summary>A host asked a guest to be the face of the table.</summary>
    FigureAsked = 130,

    /// <summary>The guest named a colleague who reflects along.</summary>
    ColleagueNamed = 131,

    /// <summary>A host said yes to the colleague, who got a place away from the table.</summary>
    ColleagueAgreed = 132,

    /// <summary>A host would rather have somebody else.</summary>
    ColleagueRefused = 133,

    /// <summary>The colleague said yes.</summary>
    ColleagueAccepted = 134,

    /// <summary>The colleague said no, or reflects along no more, and can come in no more.</summary>
    ColleagueStopped = 135,

    /// <summary>Somebody is no longer the face of the table.</summary>
    FigureStopped = 136,

    /// <summary>A host said that the face of the table is not for them, or that it is after all; which stands nowhere in the trail (T20).</summary>
    FigureAnswered = 250,

    /// <summary>A host said that the colleague is not for them, or is after all; which stands nowhere in the trail (T20).</summary>
    ColleagueAnswered = 251,

    /// <summary>A host said that the colleague may read what goes along.</summary>
    ReflectionLet = 137,

    /// <summary>Somebody let the own sentences go along.</summary>
    OwnLetAlong = 138,

    /// <summary>A sentence was left out of a reflection.</summary>
    SentenceLeftOut = 139,

    /// <summary>The figure wrote down the own judgement in a reflection.</summary>
    Judged = 140,

    /// <summary>The colleague gave the own first reading.</summary>
    FirstRead = 141,

    /// <summary>The colleague spoke against it.</summary>
    Countered = 142,

    /// <summary>The figure said what comes of it: the reflection is finished.</summary>
    Concluded = 143,

    /// <summary>The table keeps that a reflection was finished, without words.</summary>
    ReflectionNoted = 144,

    /// <summary>Somebody said whether an overview helps.</summary>
    UsefulSaid = 120,

    /// <summary>Somebody said how something that plays a part works here.</summary>
    FactorRead = 121,

    /// <summary>Somebody said something about what is not known.</summary>
    NotKnownSaid = 150,

    /// <summary>Somebody said that it is known now, or not yet after all.</summary>
    BecameKnown = 151,

    /// <summary>A day was chosen to look again at what is not known.</summary>
    LookAgainChosen = 152,

    /// <summary>Somebody left what is not known as it is.</summary>
    LetBe = 153,

    /// <summary>Somebody told how an incident or a standstill was for them.</summary>
    IncidentTold = 154,

    /// <summary>Something of the table was laid with an incident.</summary>
    IncidentThingLaid = 155,

    /// <summary>A host said whether others may learn from it.</summary>
    LearningConsentSaid = 156,

    /// <summary>A host invited somebody to the seat that is kept for them.</summary>
    InvitationMade = 160,

    /// <summary>A host took the own invitation back, or put it away.</summary>
    InvitationTakenBack = 161,

    /// <summary>Who was invited came in.</summary>
    InvitationAccepted = 162,

    /// <summary>Who was invited said "rather not".</summary>
    InvitationRefused = 163,

    /// <summary>A child said with whom the own words may go along.</summary>
    WordsLetGo = 260,

    /// <summary>Somebody proposed who comes for a while in the place of a professional.</summary>
    StandInProposed = 259,

    /// <summary>Who is away said why, in own words, or took that away.</summary>
    WhyAwaySaid = 261,

    /// <summary>A host said that the professional in whose place somebody comes is back.</summary>
    SaidBack = 262,

    /// <summary>Who stood in comes in no more, as the other is back or the family took leave of them.</summary>
    StandInEnded = 263,

    /// <summary>The seat of who stood in was cleared, as the last day was past.</summary>
    StandInOver = 264,

    /// <summary>A child put a lock of pictures on the own page, or another one.</summary>
    LockPut = 220,

    /// <summary>A child took the lock off the own page.</summary>
    LockTakenOff = 221,

    /// <summary>A young person chose a supporter.</summary>
    SupporterChosen = 222,

    /// <summary>A young person took that choice away.</summary>
    SupporterTakenAway = 223,

    /// <summary>Somebody proposed that a professional joins.</summary>
    InvolvementProposed = 190,

    /// <summary>Who proposed it explained it once more.</summary>
    InvolvementExplained = 191,

    /// <summary>A host said what they think of it; which answer stands nowhere in the trail.</summary>
    WelcomeAnswered = 192,

    /// <summary>Every host who is asked said yes: a seat is kept.</summary>
    InvolvementWelcomed = 193,

    /// <summary>Who proposed it took it back.</summary>
    InvolvementTakenBack = 194,

    /// <summary>A guest said that somebody joined on an authority.</summary>
    JoinedByAuthority = 195,

    /// <summary>A host said how the family sees it.</summary>
    FamilyViewSaid = 196,

    /// <summary>The seat of somebody whose authority was over was cleared, as they sit down anew.</summary>
    AuthorityEnded = 197,

    /// <summary>A host said whether somebody is still needed.</summary>
    LookedAgain = 200,

    /// <summary>Somebody proposed that a professional does less, hands over or stops.</summary>
    StepBackProposed = 201,

    /// <summary>A professional stepped back, and can come in no more.</summary>
    SteppedBack = 202,

    /// <summary>Somebody thanked who stepped back.</summary>
    Thanked = 203,

    /// <summary>A host chose what is passed on.</summary>
    PassedOn = 204,

    /// <summary>Somebody said to the table how to reach them, and what they may and may not.</summary>
    AboutMyselfSaid = 210,

    /// <summary>Somebody chose who comes first for them; who that is stands nowhere in the trail.</summary>
    FirstContactChosen = 211,

    /// <summary>Somebody rests from the table.</summary>
    Rested = 212,

    /// <summary>Who rested is there again.</summary>
    RestEnded = 213,

    /// <summary>Somebody of the family or their own people stopped their part.</summary>
    PartStopped = 214,

    /// <summary>A host asked whether the table may end (R115).</summary>
    EndAsked = 215,

    /// <summary>Somebody said whether it is good enough.</summary>
    EndAnswered = 216,

    /// <summary>Who asked whether the table may end took that back.</summary>
    EndTakenBack = 217,

    /// <summary>Its hosts ended the table (R8).</summary>
    Ended = 218,

    /// <summary>A host opened a table again that ended.</summary>
    OpenedAgain = 219,

    /// <summary>A host of a table that ended said that they want it open again, or no longer; it waits for another who ended it (T20).</summary>
    OpeningAsked = 252,

    /// <summary>The hosts took leave of a professional.</summary>
    LeaveTaken = 225,

    /// <summary>Somebody said what holds, how one notices and what is done when it becomes harder again.</summary>
    LaterSaid = 226,

    /// <summary>Suspicions, opinions and worries of a table that ended were removed on their day (R115).</summary>
    OpinionsRemoved = 227,

    /// <summary>All that was left of a table that ended was removed on its day (R129).</summary>
    TableRemoved = 228,

    /// <summary>Somebody chose what a professional is given to read of theirs (R102).</summary>
    ShareChosen = 229,

    /// <summary>A grown-up host said that the parents live apart (T20).</summary>
    ApartSaid = 307,

    /// <summary>A host said that they met who came in with a card of another.</summary>
    MetSaid = 305,

    /// <summary>A host took that back.</summary>
    MetTakenBack = 306,

    /// <summary>Somebody asked another to agree that whom a sentence is about does not read it yet (R127).</summary>
    WithholdingAsked = 230,

    /// <summary>The other agreed to that, or to longer.</summary>
    WithholdingAgreed = 231,

    /// <summary>The other said no to that, or to longer.</summary>
    WithholdingRefused = 232,

    /// <summary>Who agreed that somebody does not read something yet took that back.</summary>
    WithholdingYesTakenBack = 238,

    /// <summary>Who wrote it asked for longer.</summary>
    WithholdingLonger = 233,

    /// <summary>Who wrote it shows it.</summary>
    WithholdingShown = 234,

    /// <summary>A host said whether somebody may come in as a host.</summary>
    HostAgreed = 235,

    /// <summary>Somebody put one-time codes beside the own password, or on another device (R2).</summary>
    CodesSetUp = 180,

    /// <summary>Somebody got new spare codes; the old ones work no more.</summary>
    SpareCodesMade = 181,

    /// <summary>The one-time codes of a person were taken away.</summary>
    CodesTakenAway = 182,

    /// <summary>Somebody added a passkey to come in by.</summary>
    PasskeyAdded = 183,

    /// <summary>A passkey of a person was taken away.</summary>
    PasskeyTakenAway = 184,

    /// <summary>A professional can come in through their organisation from then on (R2).</summary>
    OrganisationLinked = 255,

    /// <summary>A professional comes in through their organisation no more, as they chose.</summary>
    OrganisationUnlinked = 256,

    /// <summary>An organisation or an operator said that somebody works there no more: the sessions ended, and that way in is gone.</summary>
    OrganisationLeft = 257,

    /// <summary>A professional was let in at this table no more, because they left their organisation.</summary>
    LeftWithOrganisation = 258,

    /// <summary>A professional announced that their frame changes.</summary>
    FrameAnnounced = 240,

    /// <summary>A professional told what the judge decided.</summary>
    MeasureTold = 241,

    /// <summary>A professional said that an announced change does not go on.</summary>
    FrameStopped = 242,

    /// <summary>Somebody turned on, with an own address, that they are told by mail that something is there.</summary>
    NudgeTurnedOn = 243,

    /// <summary>Somebody turned that off, or asked for it at another address, or their address takes no mail.</summary>
    NudgeTurnedOff = 244,

    /// <summary>A host asked whether somebody may be the coordinator.</summary>
    CoordinatorAsked = 245,

    /// <summary>Somebody whose yes it takes answered, or took a yes back; which answer stands nowhere in the trail.</summary>
    CoordinatorAnswered = 246,

    /// <summary>Everybody whose yes it takes said yes: there is a coordinator.</summary>
    CoordinatorBegan = 247,

    /// <summary>There is no coordinator any more.</summary>
    CoordinatorEnded = 248,

    /// <summary>Who asked for a coordinator took that back.</summary>
    CoordinatorTakenBack = 249,

    /// <summary>A host said, for who asks alone, what they think of a question in the background before it goes out.</summary>
    ConsultSaid = 273,

    /// <summary>A question in the background went out, after the family could read it (R98).</summary>
    ConsultSent = 274,

    /// <summary>An expert got a place away from the table.</summary>
    ExpertSeated = 275,

    /// <summary>The expert asked one thing back.</summary>
    ExpertAskedBack = 276,

    /// <summary>Who asked answered that.</summary>
    ExpertReplied = 277,

    /// <summary>The expert gave how they see it.</summary>
    Advised = 278,

    /// <summary>Who asked told what came of it.</summary>
    CameOfConsultTold = 279,

    /// <summary>Who asked, or the expert, stopped it.</summary>
    ConsultStopped = 280,

    /// <summary>The expert comes in no more.</summary>
    ExpertGone = 281,

    /// <summary>A professional said on which day they passed on what they wrote down (R62).</summary>
    ReportGiven = 282,

    /// <summary>Somebody of the family said what it did that something was passed on (R63).</summary>
    ReportEffectSaid = 283,

    /// <summary>Who passed something on told what came of it.</summary>
    ReportFollowed = 284,

    /// <summary>Somebody of a local team looked at what waits for an answer; which team, and nothing of who asked.</summary>
    RequestsListed = 290,

    /// <summary>Somebody of a local team opened a request for help.</summary>
    RequestOpened = 291,

    /// <summary>Somebody of a local team answered it.</summary>
    RequestAnswered = 292,

    /// <summary>A request for help is gone with its key: taken back, on its day, or because it became a table; which of them stands nowhere in the trail.</summary>
    RequestRemoved = 293,

    /// <summary>Somebody reads and answers for a local team from then on; which team.</summary>
    TeamJoined = 294,

    /// <summary>Somebody reads and answers for a local team no more; which team.</summary>
    TeamLeft = 295,

    /// <summary>Somebody of a local team offered to come to a table of who asked, or said that offer anew.</summary>
    TableOffered = 296,

    /// <summary>Somebody of a local team took that offer back.</summary>
    OfferTakenBack = 297,

    /// <summary>Somebody of a local team said that the family does not want this.</summary>
    RequestNotWanted = 298,

    /// <summary>An editor wrote a text for a place, or a story; which.</summary>
    LocalTextWritten = 299,

    /// <summary>An editor showed it to everybody.</summary>
    LocalTextShown = 300,

    /// <summary>An editor took it off the page.</summary>
    LocalTextHidden = 301,

    /// <summary>It is gone with its key: an editor took it away, or who told it did, of whom nothing stands in the trail.</summary>
    LocalTextRemoved = 302,

    /// <summary>Somebody is an editor from then on.</summary>
    EditorJoined = 303,

    /// <summary>Somebody is an editor no more.</summary>
    EditorLeft = 304,

    /// <summary>Somebody changed the own password; every other session ended.</summary>
    PasswordChanged = 170,

    /// <summary>Somebody said how they are reached safely, and who may read that.</summary>
    SafeContactSaid = 171,

    /// <summary>Somebody took that away.</summary>
    SafeContactTakenAway = 172,

    /// <summary>Somebody kept a hidden address in the own vault, and said who may read it (T22).</summary>
    HiddenAddressKept = 236,

    /// <summary>Somebody took that away.</summary>
    HiddenAddressTakenAway = 237,

    /// <summary>Somebody chose, in private, who may help them back in, or chose nobody any more.</summary>
    HelpersChosen = 173,

    /// <summary>Somebody who is not signed in asked to come in without the password.</summary>
    WayBackAsked = 174,

    /// <summary>One of the two who were chosen said that they spoke with who asks.</summary>
    WayBackHelped = 175,

    /// <summary>Who it is about stopped it.</summary>
    WayBackStopped = 176,

    /// <summary>Who asked set a new password; every session ended.</summary>
    PasswordRenewed = 177,
}

/// <summary>Who may be let in for what, by seat. Printed in docs/access.md by a test.</summary>
public static class AccessRules
{
    /// <summary>Whether somebody on this side of the table may be let in for this.</summary>
    /// <param name="side">The side of the table.</param>
    /// <param name="permission">What for.</param>
    public static bool Allows(SeatSide side, Permission permission) => permission switch
    {
        Permission.Read or Permission.Speak => side is SeatSide.Host or SeatSide.Network or SeatSide.Guest,
        Permission.Host => side is SeatSide.Host,
        Permission.TakeAlong or Permission.Keep => side is SeatSide.Host or SeatSide.Network,
        Permission.OpenAgain => side is SeatSide.Host,
        Permission.Reflect => side is SeatSide.Colleague,
        Permission.Advise => side is SeatSide.Expert,
        _ => false,
    };

    /// <summary>For what somebody of this side is let in to speak: at the table, or away from it.</summary>
    /// <param name="side">The side.</param>
    public static Permission ToSpeak(SeatSide side) => side switch
    {
        SeatSide.Colleague => Permission.Reflect,
        SeatSide.Expert => Permission.Advise,
        _ => Permission.Speak,
    };

    /// <summary>Whether somebody may still be let in for this at a table that ended.</summary>
    /// <param name="permission">What for.</param>
    public static bool StaysAfterEnd(Permission permission) => permission is Permission.Keep or Permission.TakeAlong or Permission.OpenAgain;
}
