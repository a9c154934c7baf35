using System.Text;

namespace Keukentafel.Domain.Circles;

/// <summary>Only the letters and digits of a text, small and without accents, and where each of them stood.</summary>
internal sealed class FoldedText
{
    private readonly string _plain;
    private readonly string _signs;
    private readonly List<int> _at;

    public FoldedText(string text)
    {
        // Compatible signs too: wide letters, and digits in a circle.
        _plain = text.Normalize(NormalizationForm.FormKD);
        var signs = new StringBuilder(_plain.Length);
        _at = [];
        for (var i = 0; i < _plain.Length; i++)
        {
            if (char.IsLetterOrDigit(_plain[i]))
            {
                signs.Append(char.ToLowerInvariant(_plain[i]));
                _at.Add(i);
            }
        }

        _signs = signs.ToString();
    }

    private FoldedText(string signs, List<int> at, string plain) => (_signs, _at, _plain) = (signs, at, plain);

    /// <summary>Those letters and digits.</summary>
    public string Signs => _signs;

    /// <summary>How many letters and digits.</summary>
    public int Length => _signs.Length;

    /// <summary>Whether there is a letter and behind it a number: as in a street.</summary>
    public bool HasNumber => _signs.SkipWhile(char.IsDigit).Any(char.IsDigit);

    /// <summary>Its beginning, up to and with its first number that has a letter before it; the whole when there is none.</summary>
    public FoldedText UpToNumber()
    {
        var from = 0;
        while (from < _signs.Length && char.IsDigit(_signs[from]))
        {
            from++;
        }

        while (from < _signs.Length && !char.IsDigit(_signs[from]))
        {
            from++;
        }

        var until = from;
        while (until < _signs.Length && char.IsDigit(_signs[until]))
        {
            until++;
        }

        return until > from ? new FoldedText(_signs[..until], _at[..until], _plain) : this;
    }

    /// <summary>Whether other words stand in this, not as a piece of a longer word or number.</summary>
    /// <param name="words">Those; fewer than <see cref="HiddenAddress.ShortestWord"/> letters and digits stand nowhere.</param>
    public bool Holds(FoldedText words)
    {
        if (words.Length < HiddenAddress.ShortestWord)
        {
            return false;
        }

        for (var from = _signs.IndexOf(words._signs, StringComparison.Ordinal); from >= 0; from = _signs.IndexOf(words._signs, from + 1, StringComparison.Ordinal))
        {
            if (BeginsAt(from) && EndsAt(from + words.Length - 1))
            {
                return true;
            }
        }

        return false;
    }

    private bool BeginsAt(int sign) => sign == 0 || _at[sign - 1] != _at[sign] - 1;

    // "Lindelaan 12" stands in "Lindelaan 12a", and "1234AB" in "1234AB12"; "Lindelaan 12" does not in "Lindelaan 123".
    private bool EndsAt(int sign)
    {
        var next = _at[sign] + 1;
        return next >= _plain.Length || (char.IsDigit(_signs[sign]) ? !char.IsDigit(_plain[next]) : !char.IsLetter(_plain[next]));
    }
}
