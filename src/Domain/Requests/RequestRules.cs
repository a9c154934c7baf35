using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Requests;

/// <summary>Rules of asking for help, and of who answers.</summary>
public static class RequestRules
{
    /// <summary>Who asks says what would help: the one thing that is needed (R56).</summary>
    public static readonly Rule SaysWhatHelps = new("request.says-what-helps");

    /// <summary>What would help is not too long (<see cref="Words.Longest"/>).</summary>
    public static readonly Rule WouldHelpFits = new("request.would-help-fits");

    /// <summary>What is hard now is not too long (<see cref="Words.Longest"/>).</summary>
    public static readonly Rule HardFits = new("request.hard-fits");

    /// <summary>What must not happen is not too long (<see cref="Words.Brief"/>).</summary>
    public static readonly Rule MustNotFits = new("request.must-not-fits");

    /// <summary>A name is short (<see cref="Words.Name"/>).</summary>
    public static readonly Rule NameFits = new("request.name-fits");

    /// <summary>How somebody is reached is not too long (<see cref="Words.Brief"/>).</summary>
    public static readonly Rule ReachFits = new("request.reach-fits");

    /// <summary>The own word is short (<see cref="HelpRequest.LongestWord"/>).</summary>
    public static readonly Rule WordFits = new("request.word-fits");

    /// <summary>It goes to the local team of one place that there is.</summary>
    public static readonly Rule SaysPlace = new("request.says-place");

    /// <summary>An answer has words.</summary>
    public static readonly Rule SaysAnswer = new("request.says-answer");

    /// <summary>Words in a request are not too long (<see cref="Words.Longest"/>).</summary>
    public static readonly Rule WordsFit = new("request.words-fit");

    /// <summary>Who answers says by what name, so that a human answers (P2).</summary>
    public static readonly Rule SaysWho = new("request.says-who");

    /// <summary>Who answers says how they can be reached.</summary>
    public static readonly Rule SaysHow = new("request.says-how");

    /// <summary>Who asks writes at most <see cref="HelpRequest.MostUnanswered"/> times before somebody answers.</summary>
    public static readonly Rule WaitsForAnswer = new("request.waits-for-answer");

    /// <summary>It is there still: not taken back, and not gone on its day.</summary>
    public static readonly Rule StillThere = new("request.still-there");

    /// <summary>Who answers for a local team works with families.</summary>
    public static readonly Rule WorksWithFamilies = new("request.works-with-families");

    /// <summary>A local team has a name and a place, both short (<see cref="Words.Name"/>).</summary>
    public static readonly Rule TeamHasName = new("request.team-has-name");
}
