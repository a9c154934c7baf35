using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Worries;

/// <summary>Where a worry is about (INV-6, R27). Worries may be about any place, help included.</summary>
public enum Place
{
    /// <summary>At home.</summary>
    Home = 1,

    /// <summary>At school.</summary>
    School = 2,

    /// <summary>At sport or a club.</summary>
    Sport = 3,

    /// <summary>In church, mosque or another house of faith.</summary>
    Faith = 4,

    /// <summary>Where help is given or the child stays.</summary>
    Care = 5,

    /// <summary>In the street.</summary>
    Street = 6,

    /// <summary>In traffic.</summary>
    Traffic = 7,

    /// <summary>Online.</summary>
    Online = 8,

    /// <summary>Somewhere else.</summary>
    Elsewhere = 9,
}

/// <summary>Rules of worries.</summary>
public static class WorryRules
{
    /// <summary>Only the holder says how it stands (INV-4).</summary>
    public static readonly Rule HolderOnly = new("worry.holder-only");

    /// <summary>A worry that is gone is not called gone again.</summary>
    public static readonly Rule NotGoneYet = new("worry.not-gone-yet");
}

/// <summary>
/// A worry (zorg): the fact that one person worries (INV-1, INV-2). Child, parent and others alike can hold one (INV-3). It is no report
/// and does not become one (INV-5).
/// </summary>
public sealed class Worry : Contribution
{
    internal Worry(Head head, string words, Place? place, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Words = words;
        Place = place;
    }

    /// <summary>In the holder's own words, an I-sentence; empty after it was taken back.</summary>
    public string Words { get; private set; }

    /// <summary>Where it is about; null when not said.</summary>
    public Place? Place { get; }

    /// <summary>How it stood, each time in the holder's words, the oldest first.</summary>
    public IEnumerable<Standing> Standings => Additions.OfType<Standing>();

    /// <summary>Whether the holder last called it gone. It is then folded up, never deleted.</summary>
    public bool IsGone => Standings.LastOrDefault()?.Gone ?? false;

    /// <inheritdoc />
    public override IEnumerable<string> Said => [Words, .. Standings.Select(standing => standing.Words).OfType<string>()];

    /// <summary>Lays a worry on the table.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">In own words. The one thing that must be given (R150).</param>
    /// <param name="about">Whom it is about; may be nobody.</param>
    /// <param name="place">Where; may be left out.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <param name="pictured">What was said in pictures besides; null for nothing.</param>
    /// <exception cref="RuleBrokenException">No words, or somebody named does not sit here.</exception>
    public static Worry Lay(Circle circle, string? words, SeatSet about, Place? place, Audience audience, Act act, Pictured? pictured = null)
    {
        var laid = new Worry(NewHead(circle, about, audience, act, pictured), Access.Words.Needed(words), place, []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>The holder says how it stands now (R26).</summary>
    /// <param name="words">In own words; may be left out only when it is gone.</param>
    /// <param name="gone">Whether it is gone.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="WorryRules.HolderOnly"/>; no words.</exception>
    public void Stands(string? words, bool gone, Act act)
    {
        Needs(act, Circle, Permission.Speak);
        Require(act.By.Number == By, WorryRules.HolderOnly);
        Require(!(gone && IsGone), WorryRules.NotGoneYet);
        var text = gone ? Access.Words.Optional(words) : Access.Words.Needed(words);
        Add(new Standing(By, act.At, text, gone), act, gone ? Deed.WorryGone : Deed.WorryStands);
    }

    private protected override void Forget() => Words = "";
}
