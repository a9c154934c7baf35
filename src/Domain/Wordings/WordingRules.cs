using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Wordings;

/// <summary>Rules of what people say about the words of the program, and of who decides on them (R134).</summary>
public static class WordingRules
{
    /// <summary>A remark says what is the matter: not understood, or not right.</summary>
    public static readonly Rule SaysWhich = new("wording.says-which");

    /// <summary>A remark says which word or sentence it is about.</summary>
    public static readonly Rule SaysWords = new("wording.says-words");

    /// <summary>A word or a sentence is short (<see cref="WordRemark.Longest"/>).</summary>
    public static readonly Rule WordsFit = new("wording.words-fit");

    /// <summary>What would be better is short too.</summary>
    public static readonly Rule BetterFits = new("wording.better-fits");

    /// <summary>A proposal says whether the words change or stay.</summary>
    public static readonly Rule SaysOutcome = new("wording.says-outcome");

    /// <summary>A proposal says which words of the program it is about, in at most <see cref="WordRemark.Longest"/> characters.</summary>
    public static readonly Rule SaysOld = new("wording.says-old");

    /// <summary>Words that change become other words, in at most <see cref="WordRemark.Longest"/> characters.</summary>
    public static readonly Rule SaysNew = new("wording.says-new");

    /// <summary>A proposal, and a no to it, says why, in at most <see cref="Words.Brief"/> characters.</summary>
    public static readonly Rule SaysWhy = new("wording.says-why");

    /// <summary>Nobody proposes, agrees or refuses over a proposal that they did not read.</summary>
    public static readonly Rule OtherProposal = new("wording.other-proposal");

    /// <summary>It counts when a parent and a young person, two people, said the same.</summary>
    public static readonly Rule BothDecide = new("wording.both-decide");

    /// <summary>What was decided is not decided again; what was taken away is gone.</summary>
    public static readonly Rule StillOpen = new("wording.still-open");

    /// <summary>Whoever works with families does not speak for parents or young people; a grown-up speaks for parents, and a child for nobody.</summary>
    public static readonly Rule SpeaksForOwn = new("wording.speaks-for-own");
}
