using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace Keukentafel.Web.Shell;

/// <summary>Every word that the program itself says, out of the resource files (R134): Dutch and English, both complete.</summary>
public static class Text
{
    /// <summary>Dutch.</summary>
    public static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>English.</summary>
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static readonly FrozenDictionary<string, string> InDutch = Load(Dutch);

    private static readonly FrozenDictionary<string, string> InEnglish = Load(English);

    /// <summary>Whether the words of this request are English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The code of the language of this request.</summary>
    public static string Language => IsEnglish ? "en" : "nl";

    /// <summary>All keys of one language, for the tests and for whoever reviews the words.</summary>
    /// <param name="english">Which language.</param>
    public static IReadOnlyDictionary<string, string> All(bool english) => english ? InEnglish : InDutch;

    /// <summary>A sentence.</summary>
    /// <param name="key">The file's name and the sentence's, for instance <c>shell.leave</c>.</param>
    public static string T(string key) =>
        (IsEnglish ? InEnglish : InDutch).GetValueOrDefault(key) ?? throw new MissingManifestResourceException(key);

    /// <summary>A sentence with places for names and numbers.</summary>
    /// <param name="key">The file's name and the sentence's.</param>
    /// <param name="values">What goes into <c>{0}</c>, <c>{1}</c> ….</param>
    public static string T(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, T(key), values);

    /// <summary>A sentence for one, or for more than one: the keys end in <c>.one</c> and <c>.more</c>.</summary>
    /// <param name="key">The key without its end.</param>
    /// <param name="count">How many; also <c>{0}</c>.</param>
    public static string Count(string key, int count) => T(key + (count == 1 ? ".one" : ".more"), count);

    /// <summary>Names as people say them: "Esra, Amir en Lina".</summary>
    /// <param name="names">The names.</param>
    public static string Names(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => T("shell.and", string.Join(", ", names.Take(names.Count - 1)), names[^1]),
    };

    private static FrozenDictionary<string, string> Load(CultureInfo culture)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(Text).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Words.", StringComparison.Ordinal)))
        {
            var stem = name[..^".resources".Length];
            var area = stem[(stem.LastIndexOf('.') + 1)..];
            var set = new ResourceManager(stem, assembly).GetResourceSet(culture.TwoLetterISOLanguageName == "nl" ? CultureInfo.InvariantCulture : culture, true, true)!;
            foreach (DictionaryEntry entry in set)
            {
                words[$"{area.ToLowerInvariant()}.{entry.Key}"] = (string)entry.Value!;
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
