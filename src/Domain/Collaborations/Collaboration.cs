using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Collaborations;

/// <summary>
/// A sentence about working together that a person can recognise (gradatie, C30; L940–1052). It is what somebody experiences, no certificate
/// and no step to be reached (INV-71). The numbers are stored: never change or reuse one; none is ever shown.
/// </summary>
public enum CollaborationSentence
{
    /// <summary>Everybody does the own thing (L941–942, L970–974).</summary>
    Apart = 1,

    /// <summary>Somebody keeps track of who does what (L947–948, L976–980).</summary>
    KeptTrackOf = 2,

    /// <summary>We work on the same thing and talk about it (L953–954, L982–986).</summary>
    SharedTask = 3,

    /// <summary>We become a team, with one plan (L959–960, L988–994).</summary>
    BecomingTeam = 4,

    /// <summary>We are a team, the family in it (L965, L996–1002).</summary>
    Team = 5,

    /// <summary>"I don't know yet", a full answer (INV-53).</summary>
    NotKnown = 9,
}

/// <summary>What a group needs before anybody can lead it well (R106, L1043–1045).</summary>
public enum CollaborationGround
{
    /// <summary>Whether all want the same.</summary>
    SameAim = 1,

    /// <summary>Whether what everybody does fits together.</summary>
    FitsTogether = 2,

    /// <summary>Whether the same people stay.</summary>
    SamePeople = 3,
}

/// <summary>What somebody says of one of the grounds. The numbers are stored.</summary>
public enum GroundAnswer
{
    /// <summary>Yes.</summary>
    Yes = 1,

    /// <summary>No.</summary>
    No = 2,

    /// <summary>"I don't know yet".</summary>
    NotKnown = 3,
}

/// <summary>Rules of how people work together.</summary>
public static class CollaborationRules
{
    /// <summary>One of the sentences is chosen, be it "I don't know yet".</summary>
    public static readonly Rule ChoosesSentence = new("collaboration.chooses-sentence");
}

/// <summary>
/// How one person sees the working together today (R108, P18): a sentence that fits, and in own words what the next step asks of people (R109).
/// A snapshot that never changes; later one says it anew. Nothing is averaged, and the family says it as everybody does (INV-71).
/// </summary>
public sealed class Collaboration : Contribution
{
    internal Collaboration(
        Head head, CollaborationSentence sentence, string? noticed, string? next, string? direction, string? handsOver,
        IReadOnlyDictionary<CollaborationGround, GroundAnswer> grounds, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Sentence = sentence;
        Noticed = noticed;
        Next = next;
        Direction = direction;
        HandsOver = handsOver;
        Grounds = grounds;
    }

    /// <summary>The sentence that fits; "not known" after it was taken back.</summary>
    public CollaborationSentence Sentence { get; private set; }

    /// <summary>What one notices of it; null when not said.</summary>
    public string? Noticed { get; private set; }

    /// <summary>What the next step asks of us, people (R109, INV-72); null when not said.</summary>
    public string? Next { get; private set; }

    /// <summary>Whose direction a professional follows here (R107, L558–560); null when not said.</summary>
    public string? Direction { get; private set; }

    /// <summary>What a professional leaves to another (R107, L1048–1049); null when not said.</summary>
    public string? HandsOver { get; private set; }

    /// <summary>What is said of the grounds (R106); a ground of which nothing was said is not in it.</summary>
    public IReadOnlyDictionary<CollaborationGround, GroundAnswer> Grounds { get; private set; }

    /// <inheritdoc />
    public override IEnumerable<string> Said => new[] { Noticed, Next, Direction, HandsOver }.OfType<string>();

    /// <summary>Says how the working together is today. There is no way to change it: later one says it anew.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="sentence">The sentence that fits; must be given.</param>
    /// <param name="noticed">What one notices of it; at most <see cref="Words.Brief"/> characters.</param>
    /// <param name="next">What the next step asks of us; as long.</param>
    /// <param name="direction">Whose direction is followed; as long. Only of a professional, else it is left out.</param>
    /// <param name="handsOver">What is left to another; as long. Only of a professional, else it is left out.</param>
    /// <param name="grounds">What is said of the grounds.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No sentence was chosen, or something is too long.</exception>
    public static Collaboration Lay(
        Circle circle, CollaborationSentence? sentence, string? noticed, string? next, string? direction, string? handsOver,
        IReadOnlyDictionary<CollaborationGround, GroundAnswer> grounds, Audience audience, Act act)
    {
        Require(sentence is { } chosen && Enum.IsDefined(chosen), CollaborationRules.ChoosesSentence);
        var guest = act.Voice.IsGuest;
        var laid = new Collaboration(
            NewHead(circle, SeatSet.None, audience, act), sentence!.Value, Words.Optional(noticed, Words.Brief), Words.Optional(next, Words.Brief),
            guest ? Words.Optional(direction, Words.Brief) : null, guest ? Words.Optional(handsOver, Words.Brief) : null,
            grounds.Where(pair => Enum.IsDefined(pair.Key) && Enum.IsDefined(pair.Value)).ToDictionary(), []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>It is not answered: another's sentence stands beside it.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => false;

    private protected override void Forget()
    {
        Sentence = CollaborationSentence.NotKnown;
        Noticed = null;
        Next = null;
        Direction = null;
        HandsOver = null;
        Grounds = new Dictionary<CollaborationGround, GroundAnswer>();
    }
}
