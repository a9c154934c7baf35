using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Consults;

/// <summary>
/// Finds what may give somebody away in a text behind which no table stands: there nobody knows who is meant, so it goes by shape alone (R5, R98). A word with a
/// capital that does not begin a sentence is often a name; a long number is a telephone, a birthday or a file; and an address is caught as it is elsewhere.
/// It knows no name: one that begins a sentence is found when what somebody does or is stands right behind it, and it is no word that sentences often begin with.
/// </summary>
public static class NameSigns
{
    // From as many digits on, a number is no age, no time and no amount that matters.
    private const int LongNumber = 6;

    // All in capitals it is short for something, until it is as long as a name.
    private const int LongestShort = 4;

    private static readonly HashSet<string> Ordinary = new(StringComparer.OrdinalIgnoreCase)
    {
        "ik", "i", "nederland", "nederlands", "nederlandse", "dutch", "english", "engels", "engelse", "veilig", "thuis", "kindertelefoon", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    };

    // What stands behind a name at the beginning of a sentence: what somebody is, has, says or does, most often.
    private static readonly HashSet<string> BehindName = Set(
        "is was heeft had zegt zei vertelt vertelde komt kwam gaat ging woont woonde huilt huilde wil wilde kan kon moet moest mag doet deed ziet zag slaat sloeg slaapt sliep loopt "
        + "liep krijgt kreeg belt belde vraagt vroeg denkt dacht voelt drinkt dronk blijft bleef wordt werd vindt vond lijkt leek "
        + "has says said tells told comes came goes went lives lived cries cried wants wanted does did sees saw hits sleeps slept gets got calls called asks asked thinks thought feels "
        + "drinks drank stays stayed seems seemed looks looked");

    // Words with which such a sentence begins and that are nobody's name.
    private static readonly HashSet<string> Beginnings = Set(
        "de het een dit dat die deze wie wat waar hoe er hij zij ze het je jij u wij we ik men niemand iemand iedereen alles niets iets daar hier dan toen nu ook soms vaak altijd nooit "
        + "vandaag gisteren morgen later eerst daarna straks intussen ondertussen misschien waarschijnlijk mogelijk volgens maar en of want als omdat terwijl verder daarom daardoor zo "
        + "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag moeder vader mama papa ma pa oma opa tante oom juf meester mevrouw meneer buurvrouw buurman zus zusje broer broertje "
        + "kind kinderen jongen meisje baby peuter kleuter leerling ouder ouders stiefvader stiefmoeder vriend vriendin school thuis huisarts politie moeders vaders mijn zijn haar hun ons onze jouw "
        + "the a an this that these it he she they we you who what there here then now today yesterday sometimes often always never nobody somebody everybody everything nothing maybe perhaps later "
        + "first mother father mum dad mom grandma grandpa grandmother grandfather aunt uncle teacher neighbour sister brother child boy girl pupil parent school home my his her their our");

    /// <summary>What in a text may give somebody away, as it was typed, each once.</summary>
    /// <param name="text">The text; null for none.</param>
    public static IReadOnlyList<string> In(string? text) => Words.Tidy(text) is not { } words ? []
        : [.. CapitalsIn(words).Concat(NumbersIn(words)).Concat(AddressShape.In(words)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether something was let stand as ordinary words: however it is written.</summary>
    /// <param name="letStand">What was let stand.</param>
    /// <param name="sign">What was found.</param>
    public static bool IsLet(IReadOnlyCollection<string> letStand, string sign) => letStand.Contains(sign, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> CapitalsIn(string text)
    {
        var begins = true;
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetter(text[at]))
            {
                // A sentence begins on a new line, after an end, and after what opens one.
                begins = text[at] is '.' or '!' or '?' or ':' or ';' or '\n' or '“' or '"' or '(' or '‘' or '\'' || (begins && !char.IsDigit(text[at]));
                at++;
                continue;
            }

            var from = at;
            while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '-' or '’' or '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
            {
                at++;
            }

            var word = text[from..at];
            if ((!begins || IsFollowedAsName(word, text[at..])) && word.Length > 1 && char.IsUpper(word[0]) && !(word.Length <= LongestShort && word.All(char.IsUpper)) && !Ordinary.Contains(word)
                && !FamilyNames.IsToEverybody(word))
            {
                yield return word;
            }

            begins = false;
        }
    }

    private static bool IsFollowedAsName(string word, string rest) =>
        !Beginnings.Contains(word) && rest.StartsWith(' ') && BehindName.Contains(string.Concat(rest.Skip(1).TakeWhile(char.IsLetter)));

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> NumbersIn(string text)
    {
        var (from, digits, last) = (-1, 0, -1);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsDigit(text[at]))
            {
                (from, digits, last) = (from < 0 ? at : from, digits + 1, at);
            }
            else if (from >= 0 && (at == text.Length || text[at] is not (' ' or '-' or '/' or '.') || at - last > 1))
            {
                if (digits >= LongNumber)
                {
                    yield return text[from..(last + 1)];
                }

                (from, digits) = (-1, 0);
            }
        }
    }
}
