using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Tests.Access;

/// <summary>What is kept is what a person typed, and nothing that no person types.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("een\r\ntwee", "een\ntwee")]
    [InlineData("een\rtwee", "een\ntwee")]
    [InlineData("een\ntwee", "een\ntwee")]
    [InlineData("een\r\r\ntwee", "een\n\ntwee")]
    [InlineData("een\r", "een")]
    [InlineData("x\r\n\r\ny", "x\n\ny")]
    [InlineData("  een\ttwee  ", "een\ttwee")]
    [InlineData("ik \ud83d\ude00 jou \ud83d\udc95", "ik \ud83d\ude00 jou \ud83d\udc95")]
    [InlineData("a\0b\u0007c\u007f", "abc")]
    [InlineData("\u202Eoeht\u202C en \u2066ik\u2069", "oeht en ik")]
    [InlineData("The\u200Bo\u2060 \uFEFF", "Theo")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("Ja.”\n\nSanne antwoordt\n\n„Dat klopt.", "Ja.\"\n\nSanne antwoordt\n\n\"Dat klopt.")]
    [InlineData("\u275DNee\u275E \u301DNee\u301E \u301F \u2E42 \u2018\u2018Nee\u2019\u2019", "\"Nee\" \"Nee\" \" \" \"Nee\"")]
    [InlineData("Ja.\u02BC\u02BC \u2018\u200C\u2018Nee\u2019\u200A\u2019 \u02EENee\u2033 \u05F4", "Ja.'' \"Nee\" \"Nee\" \"")]
    [InlineData("een\n\u2065\n\uFFF0\n\uFFF8\ntwee", "een\n\ntwee")]
    [InlineData("foto’s van ’s avonds", "foto’s van ’s avonds")]
    [InlineData("\U0001D5E6\U0001D5EE\U0001D5FB\U0001D5FB\U0001D5F2 antwoordt", "Sanne antwoordt")]
    [InlineData("\uFF33\uFF41\uFF4E \u24C8 \U0001F142 \U0001D7CF \u02E2\u1D43", "San S S 1 sa")]
    [InlineData("½ liter, 20 m², 1º, Lego™, 5 ℃, \u2139\uFE0F \U0001F17F\uFE0F \u314B\u314B", "½ liter, 20 m², 1º, Lego™, 5 ℃, \u2139\uFE0F \U0001F17F\uFE0F \u314B\u314B")]
    [InlineData("een\n\u200E\n\u061C\n\u2800\n\u3164\n\u00AD\n\u200D\n\u034F\n\u180E\n\u0301\ntwee", "een\n\ntwee")]
    [InlineData("een\u2028\u2028\u2028\u2029twee", "een\n\ntwee")]
    [InlineData("e\u0301\u0302\u0303\u0304\u0305\u0306\u0307n", "e\u0301\u0302\u0303\u0304n")]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467 \u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD\u200F", "\U0001F468\u200D\U0001F469\u200D\U0001F467 \u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD\u200F")]
    [InlineData("\u3164\u2800", null)]
    [InlineData("\u0001", null)]
    [InlineData("\0 \u0002", null)]
    [InlineData(" \r\n ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Words_are_kept_as_typed_without_what_no_person_types(string? typed, string? kept) => Assert.Equal(kept, Words.Tidy(typed));

    [Fact]
    public void Half_a_character_is_dropped_and_a_whole_one_stays()
    {
        const char first = '\ud83d';
        const char second = '\ude00';
        Assert.Equal("ab", Words.Tidy("a" + first + "b"));
        Assert.Equal("ab", Words.Tidy("a" + second + "b"));
        Assert.Equal("ab", Words.Tidy("ab" + first));
        Assert.Equal("a" + first + second, Words.Tidy("a" + first + first + second));
        Assert.Equal("a" + first + second, Words.Tidy("a" + first + second + second));
    }

    [Fact]
    public void Words_have_a_greatest_length_and_are_refused_whole_never_cut()
    {
        var longest = new string('x', Words.Longest);
        Assert.Equal(longest, Words.Needed(longest));
        Assert.Equal(longest, Words.Optional("  " + longest + "\r\n"));
        Assert.Equal(CommonRules.NotTooLong, Broken(() => Words.Needed(longest + "x")));
        Assert.Equal(CommonRules.NameNotTooLong, Broken(() => Words.Optional(new string('x', 61), Words.Name)));
        Assert.Equal(60, Words.Optional(new string('x', 60), 60)!.Length);
    }

    [Fact]
    public void Of_more_lines_than_two_pages_of_paper_nobody_makes_one_slip_T20()
    {
        var list = string.Join('\n', Enumerable.Repeat("- brood", 100));
        Assert.Equal(list, Words.Needed(list));
        Assert.Equal(CommonRules.NotTooLong, Broken(() => Words.Needed(list + "\n.")));
        Assert.Equal(CommonRules.NotTooLong, Broken(() => Words.Needed(string.Join('\n', Enumerable.Repeat(".", 400)), Words.Brief)));
    }

    [Fact]
    public void What_needs_words_is_refused_without_and_what_may_be_left_out_is_left_out()
    {
        Assert.Equal(CommonRules.InWords, Broken(() => Words.Needed(" \u0001 ")));
        Assert.Null(Words.Optional(" \u0001 "));
    }

    private static Rule Broken(Action deed) => Assert.Throws<RuleBrokenException>(deed).Rule;
}
