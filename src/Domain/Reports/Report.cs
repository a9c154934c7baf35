using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.Reports;

/// <summary>What the family is asked after something was passed on (R63, L294–297, P21). No number comes of it. The numbers are stored: never change or reuse one.</summary>
public enum EffectAsk
{
    /// <summary>Whether one still has a say in what happens.</summary>
    Control = 1,

    /// <summary>Whether one trusts the people who are involved.</summary>
    Trust = 2,

    /// <summary>What helped, and what did not.</summary>
    Helped = 3,
}

/// <summary>What somebody of the family says of it afterwards (R63).</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Ask">On which question.</param>
/// <param name="Words">In own words, at most <see cref="Domain.Access.Words.Brief"/> characters.</param>
public sealed record ReportEffect(SeatNumber By, DateTimeOffset At, EffectAsk Ask, string Words) : Addition(By, At);

/// <summary>Who wrote it passed it on, outside this program.</summary>
/// <param name="By">The professional.</param>
/// <param name="At">When it was said here, UTC.</param>
/// <param name="Day">On which day it was passed on.</param>
public sealed record ReportGiven(SeatNumber By, DateTimeOffset At, DateOnly Day) : Addition(By, At)
{
    internal override Addition? OfTheThing => this;
}

/// <summary>Who passed it on tells what came of it, and what they did of what they would keep doing (L325–328).</summary>
/// <param name="By">The professional.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">In own words, at most <see cref="Domain.Access.Words.Brief"/> characters.</param>
public sealed record ReportFollowed(SeatNumber By, DateTimeOffset At, string Words) : Addition(By, At);

/// <summary>What a professional is asked before something is passed on.</summary>
public enum ReportAsk
{
    /// <summary>How the family heard of it.</summary>
    Told,

    /// <summary>Which help was offered, and what the family said to that.</summary>
    Offered,

    /// <summary>What the professional keeps doing.</summary>
    Keeps,

    /// <summary>On which day we look back at it.</summary>
    LookBack,

    /// <summary>To whom it goes.</summary>
    To,

    /// <summary>Why.</summary>
    Why,
}

/// <summary>What was answered, as it was typed.</summary>
/// <param name="To">To whom it goes, as people call them.</param>
/// <param name="Why">Why.</param>
/// <param name="Told">How the family heard of it.</param>
/// <param name="Offered">Which help was offered.</param>
/// <param name="Keeps">What the professional keeps doing.</param>
/// <param name="LookBack">On which day we look back; null for <see cref="Report.UsualDays"/> from now.</param>
public sealed record ReportAnswers(string? To, string? Why, string? Told, string? Offered, string? Keeps, DateOnly? LookBack)
{
    /// <summary>What is missing or does not fit, in the order in which it is asked: none can be left out (R62).</summary>
    /// <param name="today">Today, where people sit.</param>
    public IEnumerable<(ReportAsk Ask, Rule Rule)> Broken(DateOnly today)
    {
        var asked = new (ReportAsk Ask, Rule? Rule)[]
        {
            (ReportAsk.Told, Of(Told, ReportRules.SaysTold)), (ReportAsk.Offered, Of(Offered, ReportRules.SaysOffered)), (ReportAsk.Keeps, Of(Keeps, ReportRules.SaysKeeps)),
            (ReportAsk.LookBack, LookBack is { } day && (day <= today || day > today.AddDays(Report.MostDays)) ? ReportRules.LooksBack : null),
            (ReportAsk.To, Of(To, ReportRules.SaysTo, Words.Name)), (ReportAsk.Why, Of(Why, ReportRules.SaysWhy)),
        };
        return asked.Where(one => one.Rule is not null).Select(one => (one.Ask, one.Rule!.Value));

        static Rule? Of(string? typed, Rule missing, int longest = Words.Brief) =>
            Words.Tidy(typed) is not { } said ? missing : said.Length <= longest ? null : longest == Words.Name ? CommonRules.NameNotTooLong : CommonRules.NotTooLong;
    }

    internal ReportParts Tidied(DateOnly today) => Broken(today).Select(one => (Rule?)one.Rule).FirstOrDefault() is { } broken
        ? throw new RuleBrokenException(broken)
        : new ReportParts(
            Words.Needed(To, Words.Name), Words.Needed(Why, Words.Brief), Words.Needed(Told, Words.Brief), Words.Needed(Offered, Words.Brief),
            Words.Needed(Keeps, Words.Brief), LookBack ?? today.AddDays(Report.UsualDays));
}

/// <summary>What a professional answered before something is passed on (R62). At most <see cref="Words.Brief"/> characters each.</summary>
/// <param name="To">To whom it goes, as people call them; at most <see cref="Words.Name"/> characters.</param>
/// <param name="Why">Why.</param>
/// <param name="Told">How the family heard of it.</param>
/// <param name="Offered">Which help was offered, and what the family said to that.</param>
/// <param name="Keeps">What the professional keeps doing.</param>
/// <param name="LookBack">On which day we look back at it.</param>
public sealed record ReportParts(string To, string Why, string Told, string Offered, string Keeps, DateOnly LookBack);

/// <summary>Rules of passing something on.</summary>
public static class ReportRules
{
    /// <summary>A professional passes on, for oneself: it is their duty and not the table's (R61).</summary>
    public static readonly Rule AsGuest = new("report.as-guest");

    /// <summary>It says to whom it goes.</summary>
    public static readonly Rule SaysTo = new("report.says-to");

    /// <summary>It says why.</summary>
    public static readonly Rule SaysWhy = new("report.says-why");

    /// <summary>It says how the family heard of it (R5, R62).</summary>
    public static readonly Rule SaysTold = new("report.says-told");

    /// <summary>It says which help was offered (R62).</summary>
    public static readonly Rule SaysOffered = new("report.says-offered");

    /// <summary>It says what the professional keeps doing: nobody passes on and leaves (L325–328).</summary>
    public static readonly Rule SaysKeeps = new("report.says-keeps");

    /// <summary>We look back on a day from tomorrow on, within half a year.</summary>
    public static readonly Rule LooksBack = new("report.looks-back");

    /// <summary>It rests on sentences of the own hand that lie on the table, each with its kind and source: one at least.</summary>
    public static readonly Rule OwnSentences = new("report.own-sentences");

    /// <summary>A grown-up of the family, or a young host, reads it before it goes anywhere (R5).</summary>
    public static readonly Rule FamilyKnows = new("report.family-knows");

    /// <summary>Whom it is about reads it, and nobody else at the table.</summary>
    public static readonly Rule ReadersStay = new("report.readers-stay");

    /// <summary>It is said on which day it was passed on: today, or before, and not before it was written.</summary>
    public static readonly Rule WentBy = new("report.went-by");

    /// <summary>What was passed on stays with what is said of it.</summary>
    public static readonly Rule Stays = new("report.stays");

    /// <summary>What it did to people is asked once it was passed on.</summary>
    public static readonly Rule AfterGiven = new("report.after-given");
}

/// <summary>
/// Something a professional passes on to an agency all the same (melding; P21, R61, R62): by their own duty, which this program does not take over. It holds their
/// own sentences with kind and source, how the family heard of it, which help was offered, and what they keep doing. Whom it is about reads it first and answers
/// as large. Nothing is sent: it becomes a letter on paper (D33). Afterwards the family is asked what it did to their say and their trust (R63).
/// </summary>
public sealed class Report : Contribution
{
    /// <summary>The most sentences that go along.</summary>
    public const int MostSentences = 30;

    /// <summary>In how many days we look back when nothing else is said.</summary>
    public const int UsualDays = 28;

    /// <summary>In how many days we look back at most.</summary>
    public const int MostDays = 183;

    internal Report(Head head, ReportParts parts, IEnumerable<ContributionId> sentences, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Parts = parts;
        Sentences = [.. sentences];
    }

    /// <summary>What the professional answered; empty words after it was forgotten.</summary>
    public ReportParts Parts { get; private set; }

    /// <summary>The sentences that go along, as they lie on the table. Who may not read one of them there, does not read it here.</summary>
    public IReadOnlyList<ContributionId> Sentences { get; }

    /// <summary>On which day it was passed on; null while it was not.</summary>
    public DateOnly? GivenOn => Additions.OfType<ReportGiven>().LastOrDefault()?.Day;

    /// <summary>What came of it, as who passed it on tells, the oldest first.</summary>
    public IEnumerable<ReportFollowed> Followed => Additions.OfType<ReportFollowed>();

    /// <summary>What people of the family said of it afterwards, the oldest first.</summary>
    public IEnumerable<ReportEffect> Effects => Additions.OfType<ReportEffect>();

    /// <inheritdoc />
    public override Rule? HeldBy => GivenOn is null ? null : ReportRules.Stays;

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
        [Parts.To, Parts.Why, Parts.Told, Parts.Offered, Parts.Keeps, .. Effects.Select(effect => effect.Words), .. Followed.Select(followed => followed.Words)];

    /// <summary>Whether somebody can pass something on: a professional.</summary>
    /// <param name="seat">The person.</param>
    public static bool MayLay(Seat seat) => seat.IsGuest;

    /// <summary>Whether somebody of the family knows when it is about these people: all are of 12 or older, and one of them hosts (R5).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="about">Whom it is about.</param>
    public static bool IsKnownTo(Circle circle, SeatSet about) => about.Seats().Select(circle.SeatAt).ToList() is var people
        && people.TrueForAll(Urging.MayBeUrged) && people.Exists(seat => seat.IsDecidingHost);

    /// <summary>Writes down what would be passed on. Whom it is about reads it, and nobody else but who writes it.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="sentences">The own sentences that go along.</param>
    /// <param name="about">Whom it is about: people of the family of 12 or older, who then read it.</param>
    /// <param name="act">Proof of a professional.</param>
    /// <exception cref="RuleBrokenException">Not a professional, something is missing, or nobody of the family would know.</exception>
    public static Report Lay(Circle circle, ReportAnswers answers, IReadOnlyCollection<Statement> sentences, SeatSet about, Act act)
    {
        var head = NewHead(circle, about, Audience.These(about), act);
        Require(MayLay(act.By) && act.Voice.Number == act.By.Number, ReportRules.AsGuest);
        Require(
            sentences.Count is > 0 and <= MostSentences && sentences.All(sentence => sentence.Circle == circle.Id && sentence.By == act.By.Number
                && !sentence.IsTakenBack && sentence.WaitsFor is null),
            ReportRules.OwnSentences);
        Require(IsKnownTo(circle, about), ReportRules.FamilyKnows);
        var laid = new Report(head, answers.Tidied(act.Today), sentences.Select(sentence => sentence.Id).Distinct(), []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>Whom it is about reads it, and nobody else.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who was chosen.</param>
    /// <param name="act">Proof of who wrote it.</param>
    /// <exception cref="RuleBrokenException"><see cref="ReportRules.ReadersStay"/>.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        MustBeOwn(act);
        throw new RuleBrokenException(ReportRules.ReadersStay);
    }

    /// <summary>Who wrote it says that they passed it on: on paper or aloud, for nothing leaves from here.</summary>
    /// <param name="day">On which day.</param>
    /// <param name="act">Proof of who wrote it.</param>
    /// <exception cref="RuleBrokenException">Somebody else's, said before, or not a day that went by.</exception>
    public void Give(DateOnly? day, Act act)
    {
        MustBeOwn(act);
        Require(GivenOn is null, CommonRules.OnlyOnce);
        Require(day is { } said && said <= act.Today && said >= Netherlands.DayOf(At), ReportRules.WentBy);
        Add(new ReportGiven(By, act.At, day!.Value), act, Deed.ReportGiven);
    }

    /// <summary>Whether somebody is asked what it did: of the family, about whom it is, once it was passed on.</summary>
    /// <param name="seat">The person.</param>
    public bool AsksEffect(Seat seat) => GivenOn is not null && !IsTakenBack && About.Has(seat.Number);

    /// <summary>Somebody of the family says what it did (R63). One answer is enough, and it may be said again later.</summary>
    /// <param name="said">What was typed, by question.</param>
    /// <param name="act">Proof of somebody about whom it is.</param>
    /// <exception cref="RuleBrokenException">It was not passed on, it is not about this person, or nothing was said.</exception>
    public void SayEffect(IReadOnlyDictionary<EffectAsk, string?> said, Act act)
    {
        MustBeReader(act);
        Require(GivenOn is not null, ReportRules.AfterGiven);
        Require(AsksEffect(act.By) && act.Voice.Number == act.By.Number, CommonRules.AboutYouOnly);
        var words = said.Select(one => (one.Key, Words: Access.Words.Optional(one.Value, Access.Words.Brief))).Where(one => one.Words is not null).OrderBy(one => one.Key).ToList();
        Require(words.Count > 0 && words.TrueForAll(one => Enum.IsDefined(one.Key)), CommonRules.InWords);
        foreach (var (ask, text) in words)
        {
            Add(new ReportEffect(act.By.Number, act.At, ask, text!), act, Deed.ReportEffectSaid);
        }
    }

    /// <summary>Whether it is time to tell what came of it: the day came, and nothing was told since. Nothing follows from it.</summary>
    /// <param name="today">Today.</param>
    public bool AsksToFollow(DateOnly today) =>
        GivenOn is not null && !IsTakenBack && today >= Parts.LookBack && !Followed.Any(told => Netherlands.DayOf(told.At) >= Parts.LookBack);

    /// <summary>Who passed it on tells what came of it, and what they did since. As often as there is something to tell.</summary>
    /// <param name="words">In own words.</param>
    /// <param name="act">Proof of who wrote it.</param>
    /// <exception cref="RuleBrokenException">Somebody else's, not passed on, or no words.</exception>
    public void Follow(string? words, Act act)
    {
        MustBeOwn(act);
        Require(GivenOn is not null, ReportRules.AfterGiven);
        Add(new ReportFollowed(By, act.At, Words.Needed(words, Words.Brief)), act, Deed.ReportFollowed);
    }

    private protected override void Forget() => Parts = new ReportParts("", "", "", "", "", Parts.LookBack);
}
