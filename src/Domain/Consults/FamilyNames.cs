using System.Globalization;
using System.Text;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Consults;

/// <summary>Finds the names of the people of a table in words that leave it: a question in the background goes without names (R98).</summary>
public static class FamilyNames
{
    // What people call each other everywhere tells nobody who they are.
    private static readonly HashSet<string> ToEverybody =
    [
        "mama", "mam", "moeder", "papa", "pap", "vader", "oma", "opa", "tante", "oom", "zus", "broer", "juf", "meester", "meneer", "mevrouw", "dokter",
        "de", "den", "der", "van", "ter", "ten", "het", "mum", "mom", "dad", "mother", "father", "grandma", "grandpa", "aunt", "uncle", "mr", "mrs", "ms", "the", "and", "en",
    ];

    /// <summary>The words in a text that are a name of somebody who sits at this table, sat there, or looks along; as they were typed, each once.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="asker">Who asks: that name goes along anyway.</param>
    /// <param name="text">The text; null for none.</param>
    public static IReadOnlyList<string> In(Circle circle, SeatNumber asker, string? text)
    {
        if (Words.Tidy(text) is not { } words)
        {
            return [];
        }

        var names = NamesOf(circle, asker);
        return [.. WordsIn(words).Where(word => IsName(names, Folded(word))).DistinctBy(Folded)];
    }

    /// <summary>Whether a word was let stand as an ordinary word: however it is written.</summary>
    /// <param name="letStand">The words that were let stand.</param>
    /// <param name="word">The word.</param>
    public static bool IsLet(IReadOnlyCollection<string> letStand, string word) => letStand.Any(one => Folded(one) == Folded(word));

    /// <summary>What who asks does, as the expert reads it: of a professional, in the family's words, and only when these name nobody ("juf van Amir").</summary>
    /// <param name="circle">The table.</param>
    /// <param name="asker">Who asks.</param>
    public static string? WorkOf(Circle circle, Seat asker) => asker is { IsGuest: true, WhatTheyAre: { } work } && In(circle, asker.Number, work).Count == 0 ? work : null;

    /// <summary>Whether people call each other so everywhere, so that it tells nobody who they are.</summary>
    internal static bool IsToEverybody(string word) => ToEverybody.Contains(Folded(word));

    /// <summary>Refuses words with a name in them that was not let stand.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="letStand">The words that were let stand.</param>
    /// <param name="texts">The texts.</param>
    /// <exception cref="RuleBrokenException"><see cref="ConsultRules.WithoutNames"/>.</exception>
    internal static void Without(Circle circle, SeatNumber asker, IReadOnlyCollection<string> letStand, params IEnumerable<string?> texts)
    {
        if (texts.SelectMany(text => In(circle, asker, text)).Any(word => !IsLet(letStand, word)))
        {
            throw new RuleBrokenException(ConsultRules.WithoutNames);
        }
    }

    private static HashSet<string> NamesOf(Circle circle, SeatNumber asker) =>
    [
        .. circle.Seats.Concat(circle.SteppedBack).Concat(circle.Figures.Where(figure => figure.Colleague is not null).Select(figure => circle.SeatAt(figure.Colleague!.Value)))
            .Where(seat => seat.Number != asker)
            .SelectMany(seat => WordsIn(seat.Name).Where(word => char.IsUpper(word[0]) || !IsPlaceOfAnother(seat, asker))).Select(Folded).Where(word => word.Length > 1 && !ToEverybody.Contains(word)),
    ];

    // What a place for somebody who never came is called, one host wrote alone: a sentence as its name would shut others' questions, so only its capitals are names.
    private static bool IsPlaceOfAnother(Seat seat, SeatNumber asker) => seat is { Person: null, Side: SeatSide.Network, AddedBy: { } giver } && giver != asker;

    // "Amirs" and "Amir's" name him too.
    private static bool IsName(HashSet<string> names, string word) => names.Contains(word) || (word.EndsWith('s') && names.Contains(word[..^1]));

    private static IEnumerable<string> WordsIn(string text)
    {
        var word = new StringBuilder();
        foreach (var sign in text.Append(' '))
        {
            if (char.IsLetter(sign) || CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark)
            {
                word.Append(sign);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    private static string Folded(string word) => new FoldedText(word).Signs;
}
