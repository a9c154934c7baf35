namespace Keukentafel.Domain.Requests;

/// <summary>Totals as everybody reads them: each says "at least so many", and null is too few to say anything.</summary>
public sealed class ShownTotals
{
    private readonly int?[] _counts;

    internal ShownTotals(int?[] counts) => _counts = counts;

    /// <summary>How many requests.</summary>
    public int? All => _counts[0];

    /// <summary>How many asked for help with something.</summary>
    /// <param name="kind">With what.</param>
    public int? With(HelpKind kind) => _counts[AskedTotals.FromKinds + (int)kind - 1];

    /// <summary>How many would like help from somebody.</summary>
    /// <param name="from">From whom.</param>
    public int? From(HelpFrom from) => _counts[AskedTotals.FromFrom + (int)from - 1];

    /// <summary>How many waited so long for an answer.</summary>
    /// <param name="wait">How long.</param>
    public int? Answered(AskedWait wait) => _counts[AskedTotals.FromAnswers + (int)wait];

    /// <summary>How many waited so long for help.</summary>
    /// <param name="wait">How long.</param>
    public int? Helped(AskedWait wait) => _counts[AskedTotals.FromHelp + (int)wait];

    /// <summary>To how many so many people of a team wrote.</summary>
    /// <param name="faces">How many people.</param>
    public int? By(AskedFaces faces) => _counts[AskedTotals.FromFaces + (int)faces];
}
