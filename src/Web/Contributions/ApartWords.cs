using Keukentafel.Domain.Circles;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>Words of somebody on a slip; folded where they are of a parent who lives apart from the reader (T20).</summary>
/// <param name="Card">The slip.</param>
/// <param name="By">Whose words.</param>
/// <param name="Words">The words.</param>
public sealed record ApartWords(SlipScreen Card, SeatNumber By, string Words)
{
    /// <summary>Whether they lie folded.</summary>
    public bool IsFolded => Card.Folded.Has(By);

    /// <summary>What says whose words lie there.</summary>
    public string Label => Text.T("contributions.stand-words-of", Card.Name(By));
}
