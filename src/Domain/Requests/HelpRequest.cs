using Keukentafel.Domain.Access;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Involvements;
using static Keukentafel.Domain.Access.RuleBrokenException;

namespace Keukentafel.Domain.Requests;

/// <summary>Which request for help.</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct HelpRequestId(Guid Value) : ITypedId<HelpRequestId>
{
    /// <summary>Makes a new random id.</summary>
    public static HelpRequestId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static HelpRequestId From(Guid value) => new(value);
}

/// <summary>With what somebody could use help (R58). Several may be chosen, or none. None weighs more than another.</summary>
public enum HelpKind
{
    /// <summary>Bringing up children.</summary>
    Upbringing = 1,

    /// <summary>The household.</summary>
    Household = 2,

    /// <summary>Money.</summary>
    Money = 3,

    /// <summary>Housing.</summary>
    Housing = 4,

    /// <summary>How one feels.</summary>
    Mind = 5,

    /// <summary>Dealing with agencies.</summary>
    Agencies = 6,

    /// <summary>Something else.</summary>
    Other = 7,
}

/// <summary>From whom somebody would like that help. The own circle stands first, professionals last (P12).</summary>
public enum HelpFrom
{
    /// <summary>Own people: family, friends.</summary>
    OwnPeople = 1,

    /// <summary>Neighbours.</summary>
    Neighbours = 2,

    /// <summary>Volunteers.</summary>
    Volunteers = 3,

    /// <summary>Professionals.</summary>
    Professionals = 4,
}

/// <summary>
/// For whom somebody asks (R59). "The family does not know yet" is none of these: then there is nothing to keep (R5), and the talk with them is prepared first.
/// </summary>
public enum AskedFor
{
    /// <summary>For oneself and the own family.</summary>
    Own = 1,

    /// <summary>Together with the family, who sit beside.</summary>
    Together = 2,

    /// <summary>For a family that knows of it.</summary>
    Family = 3,
}

/// <summary>What somebody typed who asks for help. Only the first is needed.</summary>
/// <param name="WouldHelp">What would help now; at most <see cref="Words.Longest"/> characters.</param>
/// <param name="Hard">What is hard now; at most <see cref="Words.Longest"/> characters, null for nothing said.</param>
/// <param name="Kinds">With what.</param>
/// <param name="From">From whom.</param>
/// <param name="MustNot">What must not happen; at most <see cref="Words.Brief"/> characters, null for nothing said.</param>
/// <param name="Name">A name, or a first name; at most <see cref="Words.Name"/> characters, null for none.</param>
/// <param name="Reach">
/// How and when somebody is reached safely; at most <see cref="Words.Brief"/> characters. Null: only where they come back themselves with the code.
/// </param>
public sealed record HelpAsk(
    string WouldHelp, string? Hard, IReadOnlyList<HelpKind> Kinds, IReadOnlyList<HelpFrom> From, string? MustNot, string? Name, string? Reach)
{
    /// <summary>
    /// What somebody tells and asks an expert without names, by what it is (R98); nothing for who asks for help. What they want to know is also what would help.
    /// </summary>
    public IReadOnlyList<(ConsultAsk Ask, string Words)> Question { get; private init; } = [];

    /// <summary>Whether it is a question to experts, without names.</summary>
    public bool IsQuestion => Question.Count > 0;

    /// <summary>For whom (R59).</summary>
    public AskedFor For { get; private init; } = AskedFor.Own;

    /// <summary>
    /// Who asks for or with another family, in plain words, or what somebody does who asks an expert; at most <see cref="Words.Name"/> characters. Null for who asks for
    /// the own family.
    /// </summary>
    public string? Who { get; private init; }

    /// <summary>How the family knows that it is asked for them; at most <see cref="Words.Brief"/> characters. Null when they ask themselves, or sit beside.</summary>
    public string? HowKnown { get; private init; }

    /// <summary>The same, asked with or for another family: it says who asks, and how the family knows (R59, R5).</summary>
    /// <param name="whose">For whom; null when that was not said.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="howKnown">How the family knows.</param>
    /// <exception cref="RuleBrokenException">For whom is not said, or it is not said who asks or how the family knows.</exception>
    public HelpAsk OnBehalf(AskedFor? whose, string? who, string? howKnown)
    {
        Require(whose is { } one && Enum.IsDefined(one), RequestRules.FamilyKnows);
        return this with
        {
            For = whose!.Value,
            Who = whose == AskedFor.Own ? null : RequestWords.Needed(who, Words.Name, RequestRules.SaysWhoAsks, RequestRules.WhoAsksFits),
            HowKnown = whose == AskedFor.Family ? RequestWords.Needed(howKnown, Words.Brief, RequestRules.FamilyKnows, RequestRules.HowKnownFits) : null,
        };
    }

    /// <summary>
    /// A question to experts about a family, without a name in it (R98): who asks stays who talks with the family. What the family says of it is asked too: nothing
    /// about them begins behind their back (R5).
    /// </summary>
    /// <param name="words">What was typed, by what it is.</param>
    /// <param name="work">What somebody does who asks.</param>
    /// <param name="letStand">What may look like a name, and was said to be none.</param>
    /// <exception cref="RuleBrokenException">Something is missing or too long, or it may give somebody away.</exception>
    public static HelpAsk ToExperts(IReadOnlyDictionary<ConsultAsk, string?> words, string? work, IReadOnlyCollection<string> letStand)
    {
        var said = Enum.GetValues<ConsultAsk>()
            .Select(ask => (Ask: ask, Words: RequestWords.Optional(words.GetValueOrDefault(ask), Words.Brief, CommonRules.NotTooLong)))
            .Where(one => one.Words is not null).Select(one => (one.Ask, one.Words!)).ToList();
        Require(said.Exists(one => one.Ask == ConsultAsk.WantsToKnow), ConsultRules.WantsToKnow);
        Require(said.Exists(one => one.Ask is ConsultAsk.Fact or ConsultAsk.Suspicion or ConsultAsk.Opinion), ConsultRules.SaysWhatIsKnown);
        Require(said.Exists(one => one.Ask == ConsultAsk.FamilySays), ConsultRules.FamilySays);
        var who = RequestWords.Needed(work, Words.Name, RequestRules.SaysWork, RequestRules.WhoAsksFits);
        Require(said.Select(one => one.Item2).Append(who).SelectMany(NameSigns.In).All(sign => NameSigns.IsLet(letStand, sign)), ConsultRules.WithoutNames);
        return Kept(said, who);
    }

    /// <summary>A question as it was kept.</summary>
    internal static HelpAsk Kept(IReadOnlyList<(ConsultAsk Ask, string Words)> question, string? who) =>
        new(question.First(one => one.Ask == ConsultAsk.WantsToKnow).Words, null, [], [], null, null, null) { Question = question, Who = who };

    /// <summary>Takes what was typed, tidied.</summary>
    /// <param name="wouldHelp">What would help.</param>
    /// <param name="hard">What is hard.</param>
    /// <param name="kinds">With what.</param>
    /// <param name="from">From whom.</param>
    /// <param name="mustNot">What must not happen.</param>
    /// <param name="name">A name.</param>
    /// <param name="reach">How and when reached safely.</param>
    /// <exception cref="RuleBrokenException">What would help is missing, or something is too long.</exception>
    public static HelpAsk Of(
        string? wouldHelp, string? hard, IEnumerable<HelpKind> kinds, IEnumerable<HelpFrom> from, string? mustNot, string? name, string? reach) => new(
        RequestWords.Needed(wouldHelp, Words.Longest, RequestRules.SaysWhatHelps, RequestRules.WouldHelpFits),
        RequestWords.Optional(hard, Words.Longest, RequestRules.HardFits),
        [.. kinds.Distinct().Order()],
        [.. from.Distinct().Order()],
        RequestWords.Optional(mustNot, Words.Brief, RequestRules.MustNotFits),
        RequestWords.Optional(name, Words.Name, RequestRules.NameFits),
        RequestWords.Optional(reach, Words.Brief, RequestRules.ReachFits));
}

/// <summary>One thing that was said in a request: by who asked, or by somebody of the team.</summary>
/// <param name="By">Who of the team; null for who asked, of whom nobody is kept.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">What; at most <see cref="Words.Longest"/> characters.</param>
/// <param name="Name">By what name the one of the team goes; null for who asked.</param>
/// <param name="Reach">How the one of the team can be reached; null for who asked.</param>
public sealed record RequestSaid(PersonId? By, DateTimeOffset At, string Words, string? Name, string? Reach)
{
    /// <summary>Whether who asked wrote it with the code alone: another may have found the code (T20).</summary>
    public bool ByCode { get; init; }

    /// <summary>What an expert says, by what was asked, the first being <see cref="Words"/>: how one sees it, and never a fact (R98). Nothing for other words.</summary>
    public IReadOnlyList<(AdviceAsk Ask, string Words)> Advised { get; init; } = [];

    /// <summary>Where an expert would stay; null for other words.</summary>
    public ExpertStays? Stays { get; init; }

    /// <summary>Whether who asked tells with it what came of it.</summary>
    public bool CameOfIt { get; init; }
}

/// <summary>
/// Somebody asks for help (hulp vragen) of the local team of a place: without an account, with a name or without (R56–R58). It holds no person, no circle and
/// no source, and nothing about it is a number but the days until an answer and until help (R60). It goes on its day, or when who asked takes it back.
/// </summary>
/// <param name="Id">Which.</param>
/// <param name="Team">Which team reads it.</param>
/// <param name="At">When it was asked, UTC.</param>
/// <param name="Ask">What was asked.</param>
public sealed record HelpRequest(HelpRequestId Id, LocalTeamId Team, DateTimeOffset At, HelpAsk Ask)
{
    /// <summary>The greatest length of the word that somebody comes back with, in characters.</summary>
    public const int LongestWord = 60;

    /// <summary>How often who asked writes before somebody answers. More is not read sooner.</summary>
    public const int MostUnanswered = 10;

    /// <summary>How long it is kept while it waits for an answer, in days since who asked last wrote.</summary>
    public const int WaitsFor = 180;

    /// <summary>How long it is kept when the family does not want it, in days.</summary>
    public const int StaysAfterNo = 14;

    /// <summary>How long it can be asked after all when it was taken back with the code alone, in days.</summary>
    public const int StaysTakenBack = 3;

    /// <summary>How long it is kept after an answer, or after help began, in days since the last of that.</summary>
    public const int StaysFor = 42;

    /// <summary>How long after an expert said how they see it they hear what came of it, in days.</summary>
    public const int LooksBackAfter = 28;

    /// <summary>How long a question is kept after an expert said how they see it, in days: there is time to look back, and to tell.</summary>
    public const int StaysToLookBack = 84;

    /// <summary>What was said after that, in turn.</summary>
    public IReadOnlyList<RequestSaid> Said { get; init; } = [];

    /// <summary>When who asked said that the help has begun, UTC; null before.</summary>
    public DateTimeOffset? HelpBeganAt { get; init; }

    /// <summary>Whether that was said with the code alone: who found it ends nobody's waiting with it (T20).</summary>
    public bool HelpBeganByCode { get; init; }

    /// <summary>What somebody of the team offered: to come to a table of the family. Null for nothing.</summary>
    public TableOffer? Offer { get; init; }

    /// <summary>When it was said that the family does not want this, UTC; null for not. It ends with that, and goes on its day (R59).</summary>
    public DateTimeOffset? NotWantedAt { get; init; }

    /// <summary>
    /// When it was taken back with the code alone, UTC; null for not. The team reads it no more, and it goes on its day: who found the code ends nothing for good (T20).
    /// </summary>
    public DateTimeOffset? TakenBackAt { get; init; }

    /// <summary>
    /// What was said to the team of what was written with the code alone: that not all of it is of who asked. The team alone reads that: whoever found the code
    /// does not see that it was noticed (T20).
    /// </summary>
    public IReadOnlyList<RequestDoubt> Doubts { get; init; } = [];

    /// <summary>Whether there is something that another may have written, who found the code. A doubt changes nothing of it.</summary>
    public bool MayBeDoubted => NotWantedAt is null && TakenBackAt is null && Said.Any(one => one.ByCode);

    /// <summary>Since when somebody waits for an answer, UTC; null when nobody does.</summary>
    public DateTimeOffset? WaitsSince
    {
        get
        {
            if (NotWantedAt is not null || TakenBackAt is not null)
            {
                return null;
            }

            // What came of it asks for no answer.
            var unanswered = Said.Reverse().TakeWhile(one => one.By is null).LastOrDefault(one => !one.CameOfIt);
            var since = IsAnswered ? unanswered?.At : At;

            // Nobody helps before anybody answered: until then it waits, whatever was pressed.
            return IsAnswered && !HelpBeganByCode && HelpBeganAt >= Said[^1].At ? null : since;
        }
    }

    /// <summary>How many days went by until somebody answered, in days of the Netherlands; null before (R60).</summary>
    public int? DaysToAnswer => Said.FirstOrDefault(one => one.By is not null) is { } first ? Days(first.At) : null;

    /// <summary>How many days went by until the help began; null before (R60).</summary>
    public int? DaysToHelp => HelpBeganAt is { } began ? Days(began) : null;

    /// <summary>How many days went by until the help began: as who asked said, and else when who offered it sits down at a table (R60).</summary>
    /// <param name="atTable">When the table begins, UTC.</param>
    public int DaysToHelpUntil(DateTimeOffset atTable) => DaysToHelp ?? Days(atTable);

    /// <summary>On which day it goes, in the Netherlands.</summary>
    public DateOnly GoesOn
    {
        get
        {
            if (TakenBackAt is { } back)
            {
                return Netherlands.DayOf(back).AddDays(StaysTakenBack);
            }

            if (NotWantedAt is { } no)
            {
                return Netherlands.DayOf(no).AddDays(StaysAfterNo);
            }

            var last = new[] { Said.Count > 0 ? Said[^1].At : At, HelpBeganAt, Offer?.At, Offer?.RatherNotAt }.Max()!.Value;
            return Netherlands.DayOf(last).AddDays(WaitsSince is not null ? WaitsFor : LooksBackOn is not null && !Said.Any(one => one.CameOfIt) ? StaysToLookBack : StaysFor);
        }
    }

    /// <summary>On which day who asked is asked what came of it, in the Netherlands; null before an expert said how they see it.</summary>
    public DateOnly? LooksBackOn => Said.FirstOrDefault(one => one.Advised.Count > 0) is { } first ? Netherlands.DayOf(first.At).AddDays(LooksBackAfter) : null;

    /// <summary>Somebody asks for help.</summary>
    /// <param name="team">Of which team.</param>
    /// <param name="ask">What.</param>
    /// <param name="at">The moment, UTC.</param>
    public static HelpRequest Of(LocalTeamId team, HelpAsk ask, DateTimeOffset at) => new(HelpRequestId.New(), team, at, ask);

    /// <summary>The word that somebody chose, as it is compared: without capitals or spaces, as it is typed again by heart. Empty for none.</summary>
    /// <param name="typed">What was typed.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.WordFits"/>.</exception>
    public static string Word(string? typed)
    {
        var word = RequestWords.Optional(typed, LongestWord, RequestRules.WordFits) ?? "";
        return string.Concat(word.Normalize(System.Text.NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
    }

    /// <summary>Somebody of the team answers. What another of the team said stays beside it; saying the same again at once counts once.</summary>
    /// <param name="by">Who: one of this team.</param>
    /// <param name="name">By what name they go.</param>
    /// <param name="reach">How they can be reached.</param>
    /// <param name="words">What they say.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException">Of another team, something is missing, or it is too long.</exception>
    public HelpRequest Answer(TeamMember by, string? name, string? reach, string? words, DateTimeOffset at)
    {
        Require(by.Team == Team && TakenBackAt is null, RequestRules.StillThere);
        Require(NotWantedAt is null, RequestRules.NotWanted);
        var answer = RequestWords.Needed(words, Words.Longest, RequestRules.SaysAnswer, RequestRules.WordsFit);
        return With(by, name, reach, answer, [], null, at);
    }

    /// <summary>
    /// An expert says how they see what was asked without names: on what that rests, where they are in doubt, and what they would ask. There is no verdict, no number and
    /// no scale, and what another expert says stays beside it (R98). Saying the same again at once counts once.
    /// </summary>
    /// <param name="by">Who: one of these experts.</param>
    /// <param name="name">By what name they go.</param>
    /// <param name="reach">How they can be reached.</param>
    /// <param name="words">What was typed, by what was asked.</param>
    /// <param name="stays">Where they would stay; null for at a distance.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException">It is no question to experts, or something is missing or too long.</exception>
    public HelpRequest Advise(
        TeamMember by, string? name, string? reach, IReadOnlyDictionary<AdviceAsk, string?> words, ExpertStays? stays, DateTimeOffset at)
    {
        Require(by.Team == Team && TakenBackAt is null, RequestRules.StillThere);
        Require(Ask.IsQuestion, RequestRules.OfQuestions);
        var said = Enum.GetValues<AdviceAsk>()
            .Select(ask => (Ask: ask, Words: RequestWords.Optional(words.GetValueOrDefault(ask), Words.Longest, CommonRules.NotTooLong)))
            .Where(one => one.Words is not null).Select(one => (one.Ask, one.Words!)).ToList();
        Require(said.Count(one => one.Ask != AdviceAsk.AskFamily) == Enum.GetValues<AdviceAsk>().Length - 1, ConsultRules.SaysAll);
        return With(by, name, reach, said[0].Item2, said, stays is { } where && Enum.IsDefined(where) ? where : ExpertStays.AtADistance, at);
    }

    /// <summary>Who asked tells the experts what came of it, once they said how they see it. It asks for no answer.</summary>
    /// <param name="words">What.</param>
    /// <param name="letStand">What may look like a name, and was said to be none.</param>
    /// <param name="withWord">Whether with the own word.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException">No expert said anything yet, or as <see cref="Write"/> says.</exception>
    public HelpRequest Tell(string? words, IReadOnlyCollection<string> letStand, bool withWord, DateTimeOffset at)
    {
        Require(LooksBackOn is not null, RequestRules.OfQuestions);
        var more = Write(words, withWord, at, letStand);
        return ReferenceEquals(more, this) ? this : more with { Said = [.. Said, more.Said[^1] with { CameOfIt = true }] };
    }

    /// <summary>Who asked writes again; to experts without names (R98). Sending the same again at once counts once.</summary>
    /// <param name="words">What.</param>
    /// <param name="withWord">Whether with the own word.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <param name="letStand">What may look like a name, and was said to be none.</param>
    /// <exception cref="RuleBrokenException">No words, too many, too often before an answer, or words to experts that may give somebody away.</exception>
    public HelpRequest Write(string? words, bool withWord, DateTimeOffset at, params IReadOnlyCollection<string> letStand)
    {
        Require(!Ask.IsQuestion || NameSigns.In(words).All(sign => NameSigns.IsLet(letStand, sign)), ConsultRules.WithoutNames);
        var more = RequestWords.Needed(words, Words.Longest, RequestRules.SaysAnswer, RequestRules.WordsFit);
        if (Said.Count > 0 && Said[^1] is { By: null } last && last.Words == more)
        {
            return this;
        }

        Require(NotWantedAt is null, RequestRules.NotWanted);
        Require(TakenBackAt is null, RequestRules.NotTakenBack);
        Require(Said.Reverse().TakeWhile(one => one.By is null).Count() < MostUnanswered, RequestRules.WaitsForAnswer);
        return this with { Said = [.. Said, new RequestSaid(null, at, more, null, null) { ByCode = !withWord }] };
    }

    /// <summary>
    /// Somebody with the code says that another wrote with it; also when that other filled all there is room for. Whoever says it: a doubt ends nothing, and changes
    /// nothing but what the team reads (T20).
    /// </summary>
    /// <param name="words">What the team must know; may be empty. For who asked, and has no room left to write.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException">Too many words.</exception>
    public HelpRequest Doubt(string? words, DateTimeOffset at)
    {
        var said = RequestWords.Optional(words, Words.Brief, RequestRules.WordsFit);
        return MayBeDoubted ? this with { Doubts = [.. Doubts.Take(MostUnanswered - 1), new RequestDoubt(at, said)] } : this;
    }

    /// <summary>
    /// Who asked says that the help has begun. The first time counts: that is when it began. With the code alone, or before anybody answered, nobody's waiting ends
    /// with it: another may have found the code (T20).
    /// </summary>
    /// <param name="withWord">Whether with the own word.</param>
    /// <param name="at">The moment, UTC.</param>
    public HelpRequest HelpBegan(bool withWord, DateTimeOffset at) =>
        Ask.IsQuestion || NotWantedAt is not null || TakenBackAt is not null ? this
        : HelpBeganAt is null ? this with { HelpBeganAt = at, HelpBeganByCode = !withWord }
        : withWord && HelpBeganByCode ? this with { HelpBeganByCode = false }
        : this;

    /// <summary>Who asked says that the help did not begin after all: somebody waits for an answer again, as before.</summary>
    public HelpRequest HelpDidNotBegin() => this with { HelpBeganAt = null, HelpBeganByCode = false };

    /// <summary>Who asked takes it back with the code alone: the team reads it no more, and for a few days it can be asked after all.</summary>
    /// <param name="at">The moment, UTC.</param>
    public HelpRequest TakeBack(DateTimeOffset at) => TakenBackAt is null ? this with { TakenBackAt = at } : this;

    /// <summary>Who asked asks it after all, as it was.</summary>
    public HelpRequest AskAfterAll() => this with { TakenBackAt = null };

    /// <summary>Whether somebody of the team can offer to come, or say anew what they offered.</summary>
    /// <param name="by">Who.</param>
    public bool MayOffer(TeamMember by) => by.Team == Team && BrokenBy(by) is null;

    /// <summary>
    /// Somebody of the team who answered offers to come to a table of the family, or says anew what they offered (R96). One at a time, and none after a "rather not".
    /// </summary>
    /// <param name="by">Who.</param>
    /// <param name="worth">For which goal, what it adds, when we look again; the name is that of the own answer.</param>
    /// <param name="writesDown">What they must write down elsewhere, and why.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException">They did not answer before, another offered or was told "rather not", or something is missing or too long.</exception>
    public HelpRequest OfferTable(TeamMember by, Worth worth, string? writesDown, DateTimeOffset at)
    {
        Require(by.Team == Team && TakenBackAt is null, RequestRules.StillThere);
        if (BrokenBy(by) is { } broken)
        {
            throw new RuleBrokenException(broken);
        }

        var tidied = (worth with { Name = Said.Last(said => said.By == by.Person).Name }).Tidied(Netherlands.DayOf(at));
        return this with
        {
            Offer = new TableOffer(by.Person, at, tidied, RequestWords.Needed(writesDown, Words.Brief, RequestRules.SaysWritesDown, RequestRules.WritesDownFits)),
        };
    }

    /// <summary>Who offered to come takes it back. After a "rather not" there is nothing to take back.</summary>
    /// <param name="by">Who.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.OfferStands"/>.</exception>
    public HelpRequest TakeOfferBack(TeamMember by)
    {
        Require(Offer is { RatherNotAt: null } offer && offer.By == by.Person, RequestRules.OfferStands);
        return this with { Offer = null };
    }

    /// <summary>
    /// Who asked says "rather not" to an offer: it needs no reason (D8), and nobody offers again. Who said it may still say yes. It is said with the own word, as
    /// a yes is: who found the code turns nobody's help away (T20).
    /// </summary>
    /// <param name="withWord">Whether with the own word.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.OfferStands"/>, or <see cref="RequestRules.NoNeedsWord"/>.</exception>
    public HelpRequest RatherNoTable(bool withWord, DateTimeOffset at)
    {
        Require(withWord, RequestRules.NoNeedsWord);
        Require(Offer is not null, RequestRules.OfferStands);
        return Offer!.RatherNotAt is null ? this with { Offer = Offer with { RatherNotAt = at } } : this;
    }

    /// <summary>
    /// It is said that the family does not want what another asked for them: nobody answers or offers any more, and it goes on its day (R59). Who asked for themselves
    /// takes it back.
    /// </summary>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.AskedForOthers"/>.</exception>
    public HelpRequest FamilyDoesNotWant(DateTimeOffset at)
    {
        Require(Ask.For != AskedFor.Own, RequestRules.AskedForOthers);
        return NotWantedAt is null ? this with { NotWantedAt = at, Offer = null } : this;
    }

    /// <summary>Whether who asked can make a table of it: somebody offered to come, and the day to look again is ahead.</summary>
    /// <param name="today">Today, where people sit.</param>
    public bool MayBecomeTable(DateOnly today) => NotWantedAt is null && TakenBackAt is null && Offer?.Stands(today) == true;

    private bool IsAnswered => Said.Any(one => one.By is not null);

    private HelpRequest With(
        TeamMember by, string? name, string? reach, string words, IReadOnlyList<(AdviceAsk Ask, string Words)> advised, ExpertStays? stays, DateTimeOffset at)
    {
        var called = RequestWords.Needed(name, Words.Name, RequestRules.SaysWho, RequestRules.NameFits);
        var how = RequestWords.Needed(reach, Words.Brief, RequestRules.SaysHow, RequestRules.ReachFits);
        return Said.LastOrDefault(one => one.By == by.Person) is { } last && last.Words == words && last.Advised.SequenceEqual(advised) && last.Stays == stays
            && Said.SkipWhile(one => one != last).All(one => one.By is not null)
            ? this
            : this with { Said = [.. Said, new RequestSaid(by.Person, at, words, called, how) { Advised = advised, Stays = stays }] };
    }

    private Rule? BrokenBy(TeamMember by) =>
        Ask.IsQuestion ? RequestRules.OfFamilies
        : NotWantedAt is not null ? RequestRules.NotWanted
        : Said.All(said => said.By != by.Person) ? RequestRules.AnswersFirst
        : Offer?.RatherNotAt is not null ? RequestRules.NoIsNo
        : Offer is { } offer && offer.By != by.Person ? RequestRules.OneOffer
        : null;

    private int Days(DateTimeOffset until) => Netherlands.DayOf(until).DayNumber - Netherlands.DayOf(At).DayNumber;
}

/// <summary>That somebody with the code says that another wrote with it (T20).</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Words">What the team must know; null for nothing.</param>
public sealed record RequestDoubt(DateTimeOffset At, string? Words);

/// <summary>How what was typed in a request becomes words that are kept, with a rule for each field so that it is said beside it.</summary>
internal static class RequestWords
{
    public static string Needed(string? typed, int longest, Rule needed, Rule fits) =>
        Optional(typed, longest, fits) ?? throw new RuleBrokenException(needed);

    public static string? Optional(string? typed, int longest, Rule fits)
    {
        var words = Words.Tidy(typed);
        Require(words is null || Words.Fit(words, longest), fits);
        return words;
    }
}
