using System.Text.RegularExpressions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Tests.Wording;

public sealed partial class WordsTests
{
    private static readonly IReadOnlyDictionary<string, string> Dutch = Text.All(english: false);
    private static readonly IReadOnlyDictionary<string, string> English = Text.All(english: true);

    [Fact]
    public void Every_key_is_there_in_both_languages()
    {
        Assert.Empty(Dutch.Keys.Except(English.Keys));
        Assert.Empty(English.Keys.Except(Dutch.Keys));
        Assert.DoesNotContain(Dutch.Concat(English), pair => string.IsNullOrWhiteSpace(pair.Value));
    }

    [Fact]
    public void Every_key_that_the_code_asks_for_is_there() => Assert.Empty(Keys.Used().Except(Dutch.Keys).Order());

    [Fact]
    public void Every_key_is_used() => Assert.Empty(Dutch.Keys.Except(Keys.Used()).Order());

    [Fact]
    public void Every_beginning_of_a_key_in_the_code_is_spelled_out_in_Families() =>
        Assert.Empty(Keys.Written().Where(key => key.EndsWith('.')).Except(Keys.Families.Keys));

    [Fact]
    public void Every_rule_has_a_sentence_in_both_languages()
    {
        var rules = Keys.Rules();
        Assert.True(rules.Count > 20, "The search for rules finds none.");
        Assert.Equal(rules.Count, rules.Distinct().Count());
        Assert.Empty(rules.Select(rule => "rules." + rule.Name).Except(Dutch.Keys).Order());
    }

    [Fact]
    public void Both_languages_have_the_same_places_for_names_and_numbers() =>
        Assert.DoesNotContain(Dutch.Keys.Intersect(English.Keys), key => Places(Dutch[key]) != Places(English[key]));

    private static string Places(string sentence) =>
        string.Join(' ', Place().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();
}
