namespace Keukentafel.Domain.OwnStories;

/// <summary>What something said is, within the thing in which it was said. The names stand in the file that people take along (docs/own-story.md).</summary>
public enum StoryWhat
{
    /// <summary>What the thing itself says.</summary>
    Words,

    /// <summary>Who told it, or where it was read.</summary>
    Source,

    /// <summary>How safe it is, in a view.</summary>
    Safe,

    /// <summary>"I don't know" about how safe it is.</summary>
    SafeUnknown,

    /// <summary>How growing up goes, in a view.</summary>
    Growing,

    /// <summary>"I don't know" about how growing up goes.</summary>
    GrowingUnknown,

    /// <summary>What a view rests on.</summary>
    Basis,

    /// <summary>How come somebody sees it so.</summary>
    Because,

    /// <summary>How it showed that something protects.</summary>
    Shown,

    /// <summary>How people see that it is better.</summary>
    Better,

    /// <summary>On what a condition rests.</summary>
    Ground,

    /// <summary>What follows when a condition is not met.</summary>
    Consequence,

    /// <summary>Why.</summary>
    Why,

    /// <summary>Who else does it.</summary>
    Others,

    /// <summary>What it depends on.</summary>
    DependsOn,

    /// <summary>At what time.</summary>
    Time,

    /// <summary>Where.</summary>
    Where,

    /// <summary>By what somebody noticed it.</summary>
    Noticed,

    /// <summary>What the next step asks of people.</summary>
    Next,

    /// <summary>What direction somebody accepts.</summary>
    Direction,

    /// <summary>What somebody hands over.</summary>
    HandsOver,

    /// <summary>What is good about an option.</summary>
    Good,

    /// <summary>What is not good about an option.</summary>
    Bad,

    /// <summary>What gets less.</summary>
    Less,

    /// <summary>What was tried before.</summary>
    Tried,

    /// <summary>What is not known.</summary>
    NotKnown,

    /// <summary>An option as it lay there when the decision was closed.</summary>
    OptionThen,

    /// <summary>Of which questionnaire it came.</summary>
    Instrument,

    /// <summary>Who filled it in.</summary>
    FilledBy,

    /// <summary>What a questionnaire does not say.</summary>
    NotSaid,

    /// <summary>Said in a reflection.</summary>
    Reflected,

    /// <summary>Told or added in a question in the background.</summary>
    Consulted,

    /// <summary>Somebody would rather not have it asked.</summary>
    RatherNotAsked,

    /// <summary>What an expert said to it, at a distance.</summary>
    Advised,

    /// <summary>Why it was decided nevertheless.</summary>
    Nevertheless,

    /// <summary>By what authority it was decided.</summary>
    Authority,

    /// <summary>Which rights others have.</summary>
    Rights,

    /// <summary>Where others can say no.</summary>
    WhereToObject,

    /// <summary>Words of a sentence that somebody laid beside another.</summary>
    Passage,

    /// <summary>An answer by who it is about.</summary>
    Answer,

    /// <summary>"I agree".</summary>
    Agree,

    /// <summary>"Yes, but".</summary>
    AgreeBut,

    /// <summary>"I do not agree".</summary>
    Disagree,

    /// <summary>"I don't know (yet)" to a proposal.</summary>
    Unsure,

    /// <summary>What somebody would rather.</summary>
    Rather,

    /// <summary>How a worry stands now.</summary>
    Standing,

    /// <summary>The worry is gone.</summary>
    Gone,

    /// <summary>A wish said again.</summary>
    Repeat,

    /// <summary>"I will answer".</summary>
    Promise,

    /// <summary>An answer to a wish.</summary>
    WishAnswer,

    /// <summary>"We don't know" as an answer to a wish.</summary>
    WishUnknown,

    /// <summary>What would make a wish possible.</summary>
    Possible,

    /// <summary>The answer came across.</summary>
    Heard,

    /// <summary>The answer did not come across.</summary>
    NotHeard,

    /// <summary>As what somebody reads a statement.</summary>
    ReadAs,

    /// <summary>What its author called it before.</summary>
    KindBefore,

    /// <summary>What its author calls it since, and why.</summary>
    KindSince,

    /// <summary>The sentence before it was corrected.</summary>
    Before,

    /// <summary>Why it was corrected.</summary>
    Corrected,

    /// <summary>Somebody finds out whether it is so.</summary>
    FindingOut,

    /// <summary>What was found stands in a sentence of its own.</summary>
    Found,

    /// <summary>The named source agrees with the sentence.</summary>
    SourceAgrees,

    /// <summary>The named source does not agree with the sentence.</summary>
    SourceDisagrees,

    /// <summary>What a fact means to somebody.</summary>
    Meaning,

    /// <summary>The difference stays.</summary>
    StaysDifferent,

    /// <summary>Folded up: no longer needed.</summary>
    Folded,

    /// <summary>Opened again.</summary>
    Unfolded,

    /// <summary>What an agreement does for somebody.</summary>
    Felt,

    /// <summary>It is safe again.</summary>
    SafeAgain,

    /// <summary>A child chose who may speak for it.</summary>
    Spokesperson,

    /// <summary>Says that they were at a talk after all.</summary>
    WasThere,

    /// <summary>Says that they were not at a talk where they were written down as there.</summary>
    WasNotThere,

    /// <summary>How something works here.</summary>
    Works,

    /// <summary>Who else can do something about it.</summary>
    WhoElse,

    /// <summary>What people can do about it.</summary>
    HowTo,

    /// <summary>Whether an overview helps.</summary>
    Useful,

    /// <summary>Words that help to decide, or why not now.</summary>
    DecisionNote,

    /// <summary>Something was laid with it.</summary>
    Linked,

    /// <summary>A step that somebody proposes.</summary>
    Step,

    /// <summary>"We don't know yet" as the step.</summary>
    StepUnknown,

    /// <summary>Why an option of some kind does not lie there.</summary>
    Lack,

    /// <summary>Why there is nothing of somebody yet.</summary>
    VoiceMissing,

    /// <summary>"I don't know yet".</summary>
    Unknown,

    /// <summary>How somebody looks back.</summary>
    LookedBack,

    /// <summary>Another day to look back, or to look again.</summary>
    OtherDay,

    /// <summary>Said about something that is not known.</summary>
    NotKnownSaid,

    /// <summary>It is known now.</summary>
    Known,

    /// <summary>Not known after all.</summary>
    StillNotKnown,

    /// <summary>Left as it is.</summary>
    LetBe,

    /// <summary>How an incident or a standstill was.</summary>
    Told,

    /// <summary>Whether others may learn from it.</summary>
    MayLearn,

    /// <summary>The own sentences may go along in a reflection.</summary>
    OwnLet,

    /// <summary>A sentence was left out of a reflection.</summary>
    LeftOut,

    /// <summary>What was chosen.</summary>
    Choice,

    /// <summary>The day it is about.</summary>
    Day,

    /// <summary>When people look again.</summary>
    LooksAgain,

    /// <summary>Until when.</summary>
    Until,

    /// <summary>Whether it may be done by law.</summary>
    Legal,

    /// <summary>Whether all want the same.</summary>
    SameAim,

    /// <summary>Whether it fits together.</summary>
    FitsTogether,

    /// <summary>Whether the people stay the same.</summary>
    SamePeople,

    /// <summary>It was told in person first.</summary>
    ToldInPerson,

    /// <summary>Why not now.</summary>
    WhyNotNow,

    /// <summary>Something came of it.</summary>
    CameOfIt,

    /// <summary>"Not now".</summary>
    Later,

    /// <summary>From which day.</summary>
    FromDay,

    /// <summary>Who said it thinks that people can find each other.</summary>
    Together,

    /// <summary>Who said it thinks that people cannot find each other, or not wholly.</summary>
    NotTogether,

    /// <summary>Where it was talked about, or why not.</summary>
    WhyNoTalk,

    /// <summary>Why it was told late.</summary>
    WhyLate,

    /// <summary>What somebody can do after a no.</summary>
    ThenICan,

    /// <summary>A change that does not go on.</summary>
    NotGoingOn,

    /// <summary>Which judge.</summary>
    Judge,

    /// <summary>What a judge decided.</summary>
    MeasureDecided,

    /// <summary>When a measure stops.</summary>
    StopsWhen,

    /// <summary>What a measure cannot do here.</summary>
    CannotHere,

    /// <summary>To whom something is passed on.</summary>
    PassedTo,

    /// <summary>How the family heard of it.</summary>
    FamilyHeard,

    /// <summary>Which help was offered.</summary>
    Offered,

    /// <summary>What somebody keeps doing.</summary>
    KeepsDoing,

    /// <summary>That it was passed on, and when.</summary>
    PassedOn,

    /// <summary>What it did that something was passed on.</summary>
    Effect,
}
