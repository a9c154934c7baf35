using Keukentafel.Domain.Access;
using static Keukentafel.Domain.Access.RuleBrokenException;

namespace Keukentafel.Domain.Wordings;

/// <summary>Which remark about a word.</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct WordRemarkId(Guid Value) : ITypedId<WordRemarkId>
{
    /// <summary>Makes a new random id.</summary>
    public static WordRemarkId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static WordRemarkId From(Guid value) => new(value);
}

/// <summary>What is the matter with a word.</summary>
public enum WordRemarkKind
{
    /// <summary>"Dit begrijp ik niet."</summary>
    NotUnderstood = 1,

    /// <summary>"Dit woord klopt niet."</summary>
    NotRight = 2,
}

/// <summary>
/// What somebody said about a word of the program (R134). Nobody knows who: it holds no person, no circle and no moment, only the day and the kind of page.
/// It goes once something is decided, and after <see cref="Lasts"/>.
/// </summary>
/// <param name="Id">Which.</param>
/// <param name="Day">On which day, in the Netherlands.</param>
/// <param name="Kind">What is the matter.</param>
/// <param name="Page">The kind of page it was said on, as an address without ids; null when that is not known.</param>
/// <param name="Language">The language of that page: <c>nl</c> or <c>en</c>.</param>
/// <param name="Words">Which word or sentence.</param>
/// <param name="Better">What would be better; null for nothing said.</param>
public sealed record WordRemark(WordRemarkId Id, DateOnly Day, WordRemarkKind Kind, string? Page, string Language, string Words, string? Better)
{
    /// <summary>The greatest length of a word or a sentence, in characters (UTF-16 units).</summary>
    public const int Longest = 300;

    /// <summary>How long it is kept when nobody decides, in days.</summary>
    public const int Lasts = 365;

    /// <summary>What was proposed, in turn; only the last one can be agreed to.</summary>
    public IReadOnlyList<WordProposal> Proposals { get; init; } = [];

    /// <summary>What lies there to agree to, or was refused; null for nothing.</summary>
    public WordProposal? Proposal => Proposals.Count == 0 ? null : Proposals[^1];

    /// <summary>Somebody says something about a word.</summary>
    /// <param name="kind">What is the matter; null for nothing chosen.</param>
    /// <param name="page">The kind of page.</param>
    /// <param name="language">The language of that page.</param>
    /// <param name="words">Which word or sentence.</param>
    /// <param name="better">What would be better.</param>
    /// <param name="day">Today.</param>
    /// <exception cref="RuleBrokenException">Nothing chosen, no words, or too many.</exception>
    public static WordRemark Say(WordRemarkKind? kind, string? page, string language, string? words, string? better, DateOnly day)
    {
        var about = Needed(words, Longest, WordingRules.SaysWords, WordingRules.WordsFit);
        var instead = Access.Words.Tidy(better);
        Require(kind is not null, WordingRules.SaysWhich);
        Require(instead is null || Access.Words.Fit(instead, Longest), WordingRules.BetterFits);
        return new WordRemark(WordRemarkId.New(), day, kind!.Value, page, language, about, instead);
    }

    /// <summary>Whether somebody can propose: nothing lies there yet, it was refused, or it was their own.</summary>
    /// <param name="by">Who.</param>
    public bool MayPropose(Representative by) => Proposal is null || Proposal.Objection is not null || Proposal.By.Person == by.Person;

    /// <summary>Whether the yes of somebody decides: it is another person than who proposed, who speaks for the others.</summary>
    /// <param name="by">Who.</param>
    public bool MayAgree(Representative by) => MayRefuse(by) && Proposal!.By.Kind != by.Kind;

    /// <summary>Whether somebody can say no: anybody but who proposed it.</summary>
    /// <param name="by">Who.</param>
    public bool MayRefuse(Representative by) => Proposal is { Objection: null } lies && lies.By.Person != by.Person;

    /// <summary>A representative proposes that words change, or stay.</summary>
    /// <param name="by">Who.</param>
    /// <param name="seen">How many proposals this person saw: over another's, nobody proposes unread.</param>
    /// <param name="outcome">Change or stay; null for nothing chosen.</param>
    /// <param name="old">Which words of the program.</param>
    /// <param name="instead">What they become; only when they change.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="RuleBrokenException">Something is missing, or another was first.</exception>
    public WordRemark Propose(Representative by, int seen, WordOutcome? outcome, string? old, string? instead, string? why)
    {
        Require(seen == Proposals.Count && MayPropose(by), WordingRules.OtherProposal);
        Require(outcome is not null, WordingRules.SaysOutcome);
        var from = Needed(old, Longest, WordingRules.SaysOld, WordingRules.SaysOld);
        var to = outcome == WordOutcome.Changes ? Needed(instead, Longest, WordingRules.SaysNew, WordingRules.SaysNew) : null;
        Require(to != from, WordingRules.SaysNew);
        var because = Needed(why, Access.Words.Brief, WordingRules.SaysWhy, WordingRules.SaysWhy);
        return this with { Proposals = [.. Proposals, new WordProposal(by, outcome!.Value, from, to, because)] };
    }

    /// <summary>Another representative says no, and why. Then anybody can propose again; what was said stays to be read.</summary>
    /// <param name="by">Who.</param>
    /// <param name="seen">How many proposals this person saw.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="RuleBrokenException">It is another proposal by now, or no reason was given.</exception>
    public WordRemark Refuse(Representative by, int seen, string? why)
    {
        Require(seen == Proposals.Count && MayRefuse(by), WordingRules.OtherProposal);
        var because = Needed(why, Access.Words.Brief, WordingRules.SaysWhy, WordingRules.SaysWhy);
        return this with { Proposals = [.. Proposals.SkipLast(1), Proposal! with { Objection = new WordObjection(by, because) }] };
    }

    /// <summary>The other agrees: then it is decided.</summary>
    /// <param name="by">Who.</param>
    /// <param name="seen">How many proposals this person saw.</param>
    /// <param name="day">Today.</param>
    /// <exception cref="RuleBrokenException">It is another proposal by now, or this yes does not decide.</exception>
    public WordDecision Agree(Representative by, int seen, DateOnly day)
    {
        Require(seen == Proposals.Count && Proposal is { Objection: null }, WordingRules.OtherProposal);
        Require(MayAgree(by), WordingRules.BothDecide);
        return new WordDecision(day, Page, Language, Proposal!.Outcome, Proposal.Old, Proposal.New, Proposal.Why, [Proposal.By, by]);
    }

    /// <summary>Refuses to be taken away once somebody proposed something: their words would be lost.</summary>
    /// <exception cref="RuleBrokenException"><see cref="WordingRules.OtherProposal"/>.</exception>
    public void MustHaveNoProposal() => Require(Proposals.Count == 0, WordingRules.OtherProposal);

    private static string Needed(string? typed, int longest, Rule needed, Rule fits)
    {
        var words = Access.Words.Tidy(typed);
        Require(words is not null, needed);
        Require(Access.Words.Fit(words!, longest), fits);
        return words!;
    }
}
