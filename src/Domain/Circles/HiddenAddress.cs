using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Circles;

/// <summary>Rules of keeping a hidden address.</summary>
public static class AddressRules
{
    /// <summary>It says something.</summary>
    public static readonly Rule SaysSomething = new("address.says-something");

    /// <summary>Who is told sits at this table with a way in, is no child, and is not the other parent who lives apart.</summary>
    public static readonly Rule ReaderMayBeTold = new("address.reader-may-be-told");

    /// <summary>A child keeps none: what a child must keep silent about weighs on it.</summary>
    public static readonly Rule NoChild = new("address.no-child");

    /// <summary>The street is said so that it can be known again in a text: with <see cref="HiddenAddress.ShortestWord"/> letters and digits or more (T22).</summary>
    public static readonly Rule IsKnownAgain = new("address.is-known-again");

    /// <summary>At most <see cref="HiddenAddress.MostStreets"/> streets with a number are one address (T20).</summary>
    public static readonly Rule OneStreet = new("address.one-street");

    /// <summary>At most <see cref="HiddenAddress.MostWords"/> other words give a place away: with more, every sentence would be one.</summary>
    public static readonly Rule FewWords = new("address.few-words");

    /// <summary>Another word that gives a place away is long enough to be known again (<see cref="HiddenAddress.ShortestWord"/>).</summary>
    public static readonly Rule AlsoIsLongEnough = new("address.also-is-long-enough");
}

/// <summary>
/// A hidden address (verborgen adres): where somebody lives, for one table, read by who was chosen for it and by nobody else. To anybody else nothing
/// shows that it is there (T22).
/// </summary>
/// <param name="By">Whose it is.</param>
/// <param name="Mark">Another one each time it is kept: tells whether somebody saw what stands there now.</param>
/// <param name="At">When it was kept last, UTC.</param>
public sealed record HiddenAddress(SeatNumber By, Guid Mark, DateTimeOffset At)
{
    /// <summary>The fewest letters and digits of another word that gives a place away.</summary>
    public const int ShortestWord = 4;

    /// <summary>The most other words that give a place away.</summary>
    public const int MostWords = 5;

    /// <summary>How many streets with a number are kept.</summary>
    public const int MostStreets = 2;

    /// <summary>Street and number; at most <see cref="Words.Brief"/> characters, as all of these. Null for nothing said.</summary>
    public string? Street { get; init; }

    /// <summary>Postcode and place.</summary>
    public string? Place { get; init; }

    /// <summary>What else gives away where it is, one on each line: a school, a shelter.</summary>
    public string? Also { get; init; }

    /// <summary>Who may read it, besides whose it is; nobody when nobody was chosen.</summary>
    public SeatSet Readers { get; init; }

    /// <summary>Whether a text holds these very words: street with number, postcode, or another word that gives the place away. Capitals, accents and signs do not matter.</summary>
    /// <param name="text">The text.</param>
    public bool IsIn(string text) => IsPlainlyIn(text) || WordsIn(text).Any();

    /// <summary>
    /// Whether a text holds the address itself: street with its number, or the postcode. Anything else may be an ordinary word as well, and somebody could
    /// have written it down to make another silent (T20).
    /// </summary>
    /// <param name="text">The text.</param>
    public bool IsPlainlyIn(string text) => PlainlyIn(text).Any();

    /// <summary>What of the address itself a text holds, as it was kept: street with its number, or the postcode.</summary>
    /// <param name="text">The text.</param>
    public IEnumerable<string> PlainlyIn(string text)
    {
        var read = new FoldedText(text);
        return Streets().Where(street => street.Known.HasNumber)
            .Concat(AddressShape.PostcodesIn(Place ?? "").Select(postcode => (Said: postcode, Known: new FoldedText(postcode))))
            .Where(part => read.Holds(part.Known)).Select(part => part.Said.Trim());
    }

    /// <summary>
    /// What of the address itself in a text stops somebody: its owner all of it, and whoever was told it only what anybody would read as an address. Whoever told it
    /// could have kept any words as theirs, to make another silent (T20).
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="writer">Who wrote the text.</param>
    public IEnumerable<string> StopsIn(string text, SeatNumber writer) => PlainlyIn(text).Where(part => Stops(part, writer));

    /// <summary>What in a text somebody is asked about: other words that give the place away, and of what they were told what stops them not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="writer">Who wrote the text.</param>
    public IEnumerable<string> AsksAbout(string text, SeatNumber writer) => WordsIn(text).Concat(PlainlyIn(text).Where(part => !Stops(part, writer)));

    /// <summary>The words in a text that are none of the address itself, and may give it away; as they were kept.</summary>
    /// <param name="text">The text.</param>
    public IEnumerable<string> WordsIn(string text)
    {
        var read = new FoldedText(text);
        return Streets().Where(street => !street.Known.HasNumber)
            .Concat((Also ?? "").Split('\n').Select(line => (Said: line, Known: new FoldedText(line))))
            .Where(line => read.Holds(line.Known)).Select(line => line.Said.Trim());
    }

    /// <summary>How many other words give the place away: lines of <see cref="Also"/>, and what stands with the street and has no number.</summary>
    internal int WordCount => (Also ?? "").Split('\n').Count(line => !string.IsNullOrWhiteSpace(line)) + Streets().Count(street => !street.Known.HasNumber && street.Known.Length > 0);

    /// <summary>How many addresses with a number stand in the street: a house has one, and a flat before it.</summary>
    internal int StreetCount => Streets().Count(street => street.Known.HasNumber);

    /// <summary>Whether the street, when it is said, can be known again in a text. A place alone gives little away.</summary>
    internal bool IsKnownAgain => Street is null || Streets().Any(street => street.Known.Length >= ShortestWord);

    private bool Stops(string part, SeatNumber writer) => writer == By || AddressShape.In(part).Count > 0;

    // A number may have a letter behind it, and before a street may stand in which flat.
    private IEnumerable<(string Said, FoldedText Known)> Streets() => (Street ?? "").Split([',', '\n']).Select(part => (part, new FoldedText(part).UpToNumber()));
}
