namespace Keukentafel.Domain.Access;

/// <summary>A statement that always holds, with the name under which every language has a sentence for it.</summary>
/// <param name="Name">Lower case with dots and hyphens, for instance <c>worry.in-words</c>.</param>
public readonly record struct Rule(string Name);

/// <summary>Somebody asked for what a rule does not allow. Nothing has changed.</summary>
public sealed class RuleBrokenException : Exception
{
    /// <summary>Names the rule that would have been broken.</summary>
    /// <param name="rule">The rule.</param>
    public RuleBrokenException(Rule rule)
        : base(rule.Name) => Rule = rule;

    /// <summary>The rule that would have been broken.</summary>
    public Rule Rule { get; }

    /// <summary>Refuses when a rule does not hold.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="RuleBrokenException">The rule does not hold.</exception>
    internal static void Require(bool holds, Rule rule)
    {
        if (!holds)
        {
            throw new RuleBrokenException(rule);
        }
    }
}

/// <summary>Rules that hold everywhere.</summary>
public static class CommonRules
{
    /// <summary>A proof is used for the permission and the circle it was given for.</summary>
    public static readonly Rule ProofFits = new("act.fits");

    /// <summary>Something needs words.</summary>
    public static readonly Rule InWords = new("words.needed");

    /// <summary>Words have a greatest length.</summary>
    public static readonly Rule NotTooLong = new("words.too-long");

    /// <summary>What somebody is called, or is to a child, has a greatest length (<see cref="Words.Name"/>).</summary>
    public static readonly Rule NameNotTooLong = new("words.name-too-long");

    /// <summary>Somebody else changed the same thing meanwhile; both texts are kept and shown.</summary>
    public static readonly Rule NotChangedMeanwhile = new("changed-meanwhile");

    /// <summary>What was taken back is not added to.</summary>
    public static readonly Rule StillOnTheTable = new("taken-back");

    /// <summary>Only who laid it down may do this.</summary>
    public static readonly Rule OwnOnly = new("own-only");

    /// <summary>Only who it is about answers.</summary>
    public static readonly Rule AboutYouOnly = new("about-you-only");

    /// <summary>Nobody says more in a day than others can take in.</summary>
    public static readonly Rule NotTooMuch = new("pace.not-too-much");

    /// <summary>Where others said something, not more people are let in to read that: they said it to who could read it then (T22).</summary>
    public static readonly Rule NotMoreReaders = new("readers.not-more");

    /// <summary>More people read it than when this form was opened: what is said there is said to them too, so it is asked anew (T22).</summary>
    public static readonly Rule ReadersAsSeen = new("readers.as-seen");

    /// <summary>Once is enough.</summary>
    public static readonly Rule OnlyOnce = new("only-once");
}

/// <summary>A thing that keeps its own rules and remembers, for the trail, what was done to it.</summary>
public abstract class Aggregate
{
    private readonly List<Trace> _traces = [];

    /// <summary>What was done since this was read, for the trail: ids only, never words (R126).</summary>
    public IReadOnlyList<Trace> Traces => _traces;

    /// <summary>Notes a deed for the trail.</summary>
    /// <param name="act">Who, when, where.</param>
    /// <param name="deed">What was done.</param>
    /// <param name="subject">The id of what it was done to.</param>
    protected void Record(Act act, Deed deed, Guid subject) => _traces.Add(new Trace(act, deed, subject));

    /// <summary>Refuses when a rule does not hold.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="RuleBrokenException">The rule does not hold.</exception>
    protected static void Require(bool holds, Rule rule) => RuleBrokenException.Require(holds, rule);

    /// <summary>Refuses a proof that was given for another circle or another permission.</summary>
    /// <param name="act">The proof.</param>
    /// <param name="circle">The circle it must be for.</param>
    /// <param name="permission">The permission it must carry.</param>
    /// <exception cref="RuleBrokenException">The proof does not fit.</exception>
    protected static void Needs(Act act, CircleId circle, Permission permission) =>
        Require(act.Circle == circle && act.Permission == permission, CommonRules.ProofFits);
}
