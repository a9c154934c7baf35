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

    /// <summary>It was taken back: who writes asks it after all first.</summary>
    public static readonly Rule NotTakenBack = new("request.not-taken-back");

    /// <summary>That a family does not want something is said of what another asked for them.</summary>
    public static readonly Rule AskedForOthers = new("request.asked-for-others");

    /// <summary>A table begins with the own word: with a code that was found, nobody hosts in another's name (T20).</summary>
    public static readonly Rule TableNeedsWord = new("request.table-needs-word");

    /// <summary>An offer is told "rather not" with the own word: nobody offers again after it, and a code may have been found (T20).</summary>
    public static readonly Rule NoNeedsWord = new("request.no-needs-word");

    /// <summary>Words in a request are not too long (<see cref="Words.Longest"/>).</summary>
    public static readonly Rule WordsFit = new("request.words-fit");

    /// <summary>Who answers says by what name, so that a human answers (P2).</summary>
    public static readonly Rule SaysWho = new("request.says-who");

    /// <summary>Who answers says how they can be reached.</summary>
    public static readonly Rule SaysHow = new("request.says-how");

    /// <summary>Who asks writes at most <see cref="HelpRequest.MostUnanswered"/> times before somebody answers.</summary>
    public static readonly Rule WaitsForAnswer = new("request.waits-for-answer");

    /// <summary>
    /// Who asks for another family says how they know of it (R59): nothing about people is kept who do not know (R5).
    /// </summary>
    public static readonly Rule FamilyKnows = new("request.family-knows");

    /// <summary>How the family knows is not too long (<see cref="Words.Brief"/>).</summary>
    public static readonly Rule HowKnownFits = new("request.how-known-fits");

    /// <summary>Who asks with or for another family says who they are (R59).</summary>
    public static readonly Rule SaysWhoAsks = new("request.says-who-asks");

    /// <summary>Who asks is said in short (<see cref="Words.Name"/>).</summary>
    public static readonly Rule WhoAsksFits = new("request.who-asks-fits");

    /// <summary>What the family does not want has ended: nobody goes on with it (R59).</summary>
    public static readonly Rule NotWanted = new("request.not-wanted");

    /// <summary>Who offers to come to a table answered before, so that who asked knows who it is (P2).</summary>
    public static readonly Rule AnswersFirst = new("request.answers-first");

    /// <summary>One person offers to come: no row of faces (R99).</summary>
    public static readonly Rule OneOffer = new("request.one-offer");

    /// <summary>After "rather not" nobody offers again (D8).</summary>
    public static readonly Rule NoIsNo = new("request.no-is-no");

    /// <summary>Who offers to come says what they must write down elsewhere, and why (R125).</summary>
    public static readonly Rule SaysWritesDown = new("request.says-writes-down");

    /// <summary>What they write down elsewhere is not too long (<see cref="Words.Brief"/>).</summary>
    public static readonly Rule WritesDownFits = new("request.writes-down-fits");

    /// <summary>There is an offer, by somebody who still answers for the team, and its day to look again is ahead.</summary>
    public static readonly Rule OfferStands = new("request.offer-stands");

    /// <summary>The family itself says yes to a table: nobody who asked for them (R1, R59).</summary>
    public static readonly Rule FamilySaysYes = new("request.family-says-yes");

    /// <summary>It is there still: not taken back, and not gone on its day.</summary>
    public static readonly Rule StillThere = new("request.still-there");

    /// <summary>Who asks an expert says what they do: the expert knows with whom they think along.</summary>
    public static readonly Rule SaysWork = new("request.says-work");

    /// <summary>It is a question to experts, and they said how they see it where that is needed.</summary>
    public static readonly Rule OfQuestions = new("request.of-questions");

    /// <summary>Nobody comes to a table of a family whom a question without names is about: no family asked.</summary>
    public static readonly Rule OfFamilies = new("request.of-families");

    /// <summary>Who answers for a local team works with families.</summary>
    public static readonly Rule WorksWithFamilies = new("request.works-with-families");

    /// <summary>A local team has a name and a place, both short (<see cref="Words.Name"/>).</summary>
    public static readonly Rule TeamHasName = new("request.team-has-name");
}
