using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Decisions;

/// <summary>A step that weighs so much that the full way is gone (R72, R77). The numbers are stored.</summary>
public enum HeavyStep
{
    /// <summary>A child goes to live somewhere else.</summary>
    Placement = 1,

    /// <summary>A report to the help line for safety at home.</summary>
    Report = 2,

    /// <summary>A judge is asked for a measure.</summary>
    Measure = 3,

    /// <summary>Contact between people ends.</summary>
    EndingContact = 4,

    /// <summary>Something else that weighs as much.</summary>
    Other = 5,
}

/// <summary>
/// The nine things that help to decide well (R72, P8; L699–728). Each is a piece of talk with words, or "not now, because"; never a tick.
/// The numbers are stored.
/// </summary>
public enum Aid
{
    /// <summary>Child and parents: who takes part (L702–704).</summary>
    TakesPart = 1,

    /// <summary>The own people around them (L705).</summary>
    Network = 2,

    /// <summary>What is fact, what is suspected, what is opinion (L706).</summary>
    Kinds = 3,

    /// <summary>How each sees it (L707–710).</summary>
    Views = 4,

    /// <summary>Who thought against it, and what came of that (L712–713).</summary>
    Dissent = 5,

    /// <summary>Where each stands, and what each must and may by duty (L715–717).</summary>
    Standing = 6,

    /// <summary>Which ways there are, with what is good and bad about each (L719–721).</summary>
    Options = 7,

    /// <summary>What we know and what we do not know (L723–725).</summary>
    Knowing = 8,

    /// <summary>By what we notice later how it went (L727–728).</summary>
    Learning = 9,
}

/// <summary>What kind of way an option is (R77, INV-46, INV-47). The numbers are stored.</summary>
[Flags]
public enum OptionKinds
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>It is carried by the family's own people.</summary>
    Network = 1,

    /// <summary>A grown-up moves, or is helped, and not the child (L1276–1283).</summary>
    Adult = 2,

    /// <summary>Only help, and no measure.</summary>
    SupportOnly = 4,

    /// <summary>Nothing new for now.</summary>
    NothingNew = 8,

    /// <summary>The child goes somewhere else.</summary>
    MovesChild = 16,
}

/// <summary>Whether an option may be done by law (R83). The numbers are stored.</summary>
public enum LegalStatus
{
    /// <summary>It can be done.</summary>
    Possible = 1,

    /// <summary>It is difficult.</summary>
    Difficult = 2,

    /// <summary>It cannot be done.</summary>
    NotPossible = 3,

    /// <summary>Nobody here knows.</summary>
    NotKnown = 4,
}

/// <summary>What a heavy step often makes less, asked as questions and to the child first (R78, R18, INV-52). The numbers are stored.</summary>
[Flags]
public enum SideEffects
{
    /// <summary>None of these.</summary>
    None = 0,

    /// <summary>Being with father or mother.</summary>
    Parent = 1,

    /// <summary>Friends and the street.</summary>
    Friends = 2,

    /// <summary>School.</summary>
    School = 4,

    /// <summary>The own bed and things.</summary>
    Bed = 8,

    /// <summary>A pet.</summary>
    Pet = 16,

    /// <summary>Whether the new place is safe.</summary>
    NewPlace = 32,

    /// <summary>Whether it gets worse at home.</summary>
    Worse = 64,
}

/// <summary>What is asked when people look back (R80, R82). The numbers are stored.</summary>
public enum LookBackAsk
{
    /// <summary>How did it go?</summary>
    Result = 1,

    /// <summary>Are the concerns less? Each says it of the own concern.</summary>
    Concerns = 2,

    /// <summary>What can we do in another way?</summary>
    Better = 3,

    /// <summary>What got less nice?</summary>
    LessNice = 4,
}

/// <summary>Words for one of the nine, of one person, or why not now (R72).</summary>
/// <param name="By">Whose they are.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Aid">For which.</param>
/// <param name="Words">The words, or the reason; null only beside <paramref name="NotKnown"/>.</param>
/// <param name="NotKnown">What is not known; only for <see cref="Aid.Knowing"/>.</param>
/// <param name="NotNow">Whether the words say why not now.</param>
public sealed record AidNote(SeatNumber By, DateTimeOffset At, Aid Aid, string? Words, string? NotKnown, bool NotNow) : Addition(By, At);

/// <summary>Something on this table that belongs with one of the nine. Only who may read that, sees it here (R35).</summary>
/// <param name="By">Who laid it with it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Aid">With which.</param>
/// <param name="Thing">What.</param>
public sealed record AidLink(SeatNumber By, DateTimeOffset At, Aid Aid, ContributionId Thing) : Addition(By, At);

/// <summary>What somebody proposes as the best step for now; the last one stands (L723–725).</summary>
/// <param name="By">Who proposes.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">The step; null when it is not known.</param>
/// <param name="Unknown">Whether it is "we don't know yet": a full outcome (INV-53, R84).</param>
public sealed record ProposedStep(SeatNumber By, DateTimeOffset At, string? Words, bool Unknown) : Addition(By, At);

/// <summary>Why an option of some kind does not lie here (R77).</summary>
/// <param name="By">Who says why.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">Of which kind: one.</param>
/// <param name="Words">Why.</param>
public sealed record OptionLack(SeatNumber By, DateTimeOffset At, OptionKinds Kind, string Words) : Addition(By, At);

/// <summary>Why there is nothing yet of somebody who is asked first, and who will ask (R15, R87).</summary>
/// <param name="By">Who says why.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Of">Of which child, or of which parent where parents are asked first too.</param>
/// <param name="Words">Why.</param>
/// <param name="WhoAsks">Who will ask.</param>
public sealed record VoiceMissing(SeatNumber By, DateTimeOffset At, SeatNumber Of, string Words, SeatNumber WhoAsks) : Addition(By, At);

/// <summary>What gets or got less for somebody (R78, R82, INV-52).</summary>
/// <param name="By">For whom.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Of">Which of the questions it is about.</param>
/// <param name="Words">In own words; null when not said.</param>
/// <param name="Unknown">Whether the answer is "I don't know (yet)" (INV-53).</param>
public sealed record SideEffectAnswer(SeatNumber By, DateTimeOffset At, SideEffects Of, string? Words, bool Unknown) : Addition(By, At);

/// <summary>How somebody looks back (R80, INV-50).</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Ask">On which question.</param>
/// <param name="Words">In own words; null only when not known.</param>
/// <param name="Unknown">Whether the answer is "I don't know (yet)" (INV-53).</param>
public sealed record LookBackAnswer(SeatNumber By, DateTimeOffset At, LookBackAsk Ask, string? Words, bool Unknown) : Addition(By, At);

/// <summary>People look back on another day.</summary>
/// <param name="By">Who said so.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Day">On which day.</param>
public sealed record LookBackMoved(SeatNumber By, DateTimeOffset At, DateOnly Day) : Addition(By, At)
{
    internal override Addition? OfTheThing => this;
}

/// <summary>What whoever decides against somebody owes (R75; L715–717, L878–880).</summary>
/// <param name="Reason">Why nevertheless.</param>
/// <param name="Authority">By what one may decide this.</param>
/// <param name="Rights">Which rights the others have.</param>
/// <param name="WhereToObject">Where they can say no.</param>
public sealed record Against(string Reason, string Authority, string Rights, string WhereToObject);

/// <summary>How a decision was closed. What was known, the options and the positions of that moment stay readable (INV-51, R79).</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who closed it.</param>
/// <param name="Makers">Of whom there was a recorded part.</param>
/// <param name="IsTogether">
/// Whether the family had its part and nobody's no was passed over: else it is the decision of who closed it (INV-48, N12).
/// </param>
/// <param name="Against">What is owed to who did not agree; null when nobody said no.</param>
public sealed record Closing(DateTimeOffset At, SeatNumber By, SeatSet Makers, bool IsTogether, Against? Against);

/// <summary>What is said of an option (R76, R83).</summary>
/// <param name="What">What one could do.</param>
/// <param name="Kinds">What kind of way it is.</param>
/// <param name="Good">What is good about it; null when not said.</param>
/// <param name="Bad">What is not good about it; null when not said.</param>
/// <param name="Less">What gets less by it; null when not said.</param>
/// <param name="ForWhom">For whom it gets less.</param>
/// <param name="Tried">What was tried before, and what came of it; null when not said.</param>
/// <param name="NotKnown">What is not known about it; null when not said.</param>
/// <param name="Legal">Whether it may be done by law; null when not said.</param>
/// <param name="LegalOn">On which day that was known.</param>
public sealed record OptionParts(
    string What, OptionKinds Kinds, string? Good, string? Bad, string? Less, SeatSet ForWhom, string? Tried, string? NotKnown, LegalStatus? Legal,
    DateOnly? LegalOn)
{
    /// <summary>Everything said in it.</summary>
    public IEnumerable<string> Said => new[] { What, Good, Bad, Less, Tried, NotKnown }.OfType<string>();

    internal static readonly OptionParts Gone = new("", OptionKinds.None, null, null, null, SeatSet.None, null, null, null, null);
}

/// <summary>An option as it lay there when the decision was closed (INV-51).</summary>
/// <param name="Id">Which.</param>
/// <param name="By">Whose.</param>
/// <param name="Parts">What was said of it.</param>
public sealed record OptionThen(ContributionId Id, SeatNumber By, OptionParts Parts);

/// <summary>What still has to be said before a decision can be closed.</summary>
/// <param name="Rule">The rule that is not met.</param>
/// <param name="Aid">For which of the nine; null for another thing.</param>
/// <param name="Kind">Of which kind an option or the reason is missing; none for another thing.</param>
/// <param name="Child">Of which child there is nothing; null for another thing.</param>
public sealed record Gap(Rule Rule, Aid? Aid = null, OptionKinds Kind = OptionKinds.None, SeatNumber? Child = null);

/// <summary>Rules of decisions.</summary>
public static class DecisionRules
{
    /// <summary>There is a step, or "we don't know yet".</summary>
    public static readonly Rule SaysWhat = new("decision.says-what");

    /// <summary>What was decided stays as it was: something new is another decision (INV-51).</summary>
    public static readonly Rule StillOpen = new("decision.still-open");

    /// <summary>People look back at what was decided.</summary>
    public static readonly Rule IsClosed = new("decision.is-closed");

    /// <summary>Who opened it closes it, or a parent; a guest only what a guest opened, or a heavy step.</summary>
    public static readonly Rule MayClose = new("decision.may-close");

    /// <summary>Who of the family takes part says where they stand before another than who opened it closes it (T20).</summary>
    public static readonly Rule FamilyFirst = new("decision.family-first");

    /// <summary>Each of the nine has words, or why not now (R72).</summary>
    public static readonly Rule EveryAid = new("decision.every-aid");

    /// <summary>Other ways lie beside it, or it is said why not (R77, INV-46, INV-47).</summary>
    public static readonly Rule OtherWays = new("decision.other-ways");

    /// <summary>Of each child there is something, or it is said why not and who asks (R15).</summary>
    public static readonly Rule EveryChild = new("decision.every-child");

    /// <summary>What gets less was asked (R78).</summary>
    public static readonly Rule AskedWhatIsLost = new("decision.asked-what-is-lost");

    /// <summary>The child is asked first (R78, R80, INV-52).</summary>
    public static readonly Rule ChildFirst = new("decision.child-first");

    /// <summary>Who decides against somebody gives a reason, an authority, the rights and where to object (R75).</summary>
    public static readonly Rule OwesReason = new("decision.owes-reason");

    /// <summary>Who takes part reads it, and nobody is left out later.</summary>
    public static readonly Rule TakersRead = new("decision.takers-read");

    /// <summary>It is said which of them, or which kind.</summary>
    public static readonly Rule SaysWhich = new("decision.says-which");

    /// <summary>What the law says has its date (R83).</summary>
    public static readonly Rule LawHasDate = new("decision.law-has-date");

    /// <summary>Whoever did not ask the question proposes at most <see cref="Decision.MostProposed"/> times a day in it: nobody buries another's proposal (T20).</summary>
    public static readonly Rule NotMoreProposed = new("decision.not-more-proposed");

    /// <summary>A day that another chose and that is still to come is moved forward, not back: they count on it (T20).</summary>
    public static readonly Rule NotLater = new("decision.not-later");

    /// <summary>A day to look back is moved at most <see cref="Decision.MostLater"/> days at a time, so that nobody puts a question away for a year (T20).</summary>
    public static readonly Rule NotFarLater = new("decision.not-far-later");

    /// <summary>The day to look back is still to come.</summary>
    public static readonly Rule DayToCome = new("decision.day-to-come");

    /// <summary>What is proposed is still what somebody saw when they pressed.</summary>
    public static readonly Rule OtherStep = new("decision.other-step");

    /// <summary>Where others said something to who took part then, nobody is let in to read that: a new question is opened with more people.</summary>
    public static readonly Rule SaidToThose = new("decision.said-to-those");
}
