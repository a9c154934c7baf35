using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Nearby;

/// <summary>Rules of what is written for one place, and of stories that people told.</summary>
public static class NearbyRules
{
    /// <summary>An editor is grown up: they answer for what everybody reads.</summary>
    public static readonly Rule IsGrownUp = new("nearby.is-grown-up");

    /// <summary>It is about a place that there is; a story is of no place.</summary>
    public static readonly Rule SaysPlace = new("nearby.says-place");

    /// <summary>Each text has a heading, or a name, of at most <see cref="LocalWords.LongestTitle"/>.</summary>
    public static readonly Rule HasTitle = new("nearby.has-title");

    /// <summary>Each text has words, of at most <see cref="LocalWords.LongestBody"/>.</summary>
    public static readonly Rule HasBody = new("nearby.has-body");

    /// <summary>What is there in English has both a heading and words, as long as in Dutch.</summary>
    public static readonly Rule EnglishIsWhole = new("nearby.english-is-whole");

    /// <summary>Who can be called has a number: digits, spaces and a dash, with a plus in front or not.</summary>
    public static readonly Rule HasNumber = new("nearby.has-number");

    /// <summary>The hours are short (<see cref="Words.Name"/> twice).</summary>
    public static readonly Rule HoursFit = new("nearby.hours-fit");

    /// <summary>Somebody looked whether it is right, by name, and on a day that has come (R146).</summary>
    public static readonly Rule WasChecked = new("nearby.was-checked");

    /// <summary>Whose story it is read these very words and said yes to them; how, and on which day (R29).</summary>
    public static readonly Rule TellerSaidYes = new("nearby.teller-said-yes");

    /// <summary>There is something to show that is not shown already.</summary>
    public static readonly Rule HasSomethingNew = new("nearby.has-something-new");

    /// <summary>It is still there.</summary>
    public static readonly Rule StillThere = new("nearby.still-there");

    /// <summary>A photograph is a picture that can be read, of at most so many bytes as <see cref="LocalFace.MostBytes"/> once it is made small.</summary>
    public static readonly Rule FaceFits = new("nearby.face-fits");

    /// <summary>No two teams are of a place by the same name: who asks there would not know whom they ask.</summary>
    public static readonly Rule PlaceIsFree = new("nearby.place-is-free");

    /// <summary>A place stays while somebody answers for it, or somebody asked something there: who asked would wait for nobody.</summary>
    public static readonly Rule NobodyWaits = new("nearby.nobody-waits");
}
