using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>A place for words on the placemat.</summary>
/// <param name="Letter">The letter of the question, or the letters of somebody's own question.</param>
/// <param name="Ask">At which kind of question.</param>
/// <param name="Point">Whose question; null for those that every talk has.</param>
/// <param name="Part">In which part of the sheet; null where it does not go there.</param>
public sealed record PaperPlace(string Letter, TalkAsk Ask, TalkPoint? Point, SheetPart? Part)
{
    /// <summary>The question as it is printed.</summary>
    public string Words => Part is { } part ? Text.T("talks.part." + part) : Ask == TalkAsk.Steps ? Text.T("talks.part.WillDo") : Text.T("talks.ask." + Ask);

    /// <summary>The code of one person's place at this question.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="seat">Who.</param>
    public string CodeOf(Circle circle, Seat seat) => Letter + (circle.Seats.ToList().IndexOf(seat) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// The short codes on the placemat, by which words on paper are entered afterwards (R10). Somebody's question has letters of its own, made of
/// its id: they stay the same whatever is laid ready or taken back after printing, and whoever looks. A number stays when somebody sits down.
/// </summary>
public static class PaperCodes
{
    // Without vowels no word comes of it; without I and O none is taken for a number.
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    /// <summary>All places of a talk, in the order in which they are talked about.</summary>
    /// <param name="talking">The talk.</param>
    public static IReadOnlyList<PaperPlace> Of(Talking talking) =>
    [
        new PaperPlace("A", TalkAsk.Good, null, null),
        .. talking.Points.Select(point => new PaperPlace(LettersOf(point.Id), TalkAsk.Point, point, null)),
        new PaperPlace("B", TalkAsk.Help, null, null),
        .. Enum.GetValues<SheetPart>().Select((part, i) => new PaperPlace(((char)('C' + i)).ToString(), TalkAsk.Sheet, null, part)),
        new PaperPlace("H", TalkAsk.Steps, null, null),
    ];

    /// <summary>Which place, and whose, a code means; null when it means none.</summary>
    /// <param name="talking">The talk.</param>
    /// <param name="code">As typed: capitals, spaces and a hyphen do not matter.</param>
    public static (PaperPlace Place, Seat Seat)? Find(Talking talking, string? code)
    {
        var plain = new string([.. (code ?? "").Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        var letters = new string([.. plain.TakeWhile(char.IsAsciiLetter)]);

        // Two questions with the same letters, once in thousands of talks: then nobody guesses which was meant.
        return Of(talking).Where(place => place.Letter == letters).ToList() is [var found]
            && int.TryParse(plain[letters.Length..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var nth)
            && nth >= 1 && nth <= talking.Circle.Seats.Count
            ? (found, talking.Circle.Seats[nth - 1])
            : null;
    }

    private static string LettersOf(Domain.Access.ContributionId id)
    {
        var bytes = id.Value.ToByteArray();
        return string.Create(3, bytes, (letters, from) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = Letters[from[i + 10] % Letters.Length];
            }
        });
    }
}
