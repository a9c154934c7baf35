using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Web.Consults;

/// <summary>What somebody told and asked in the background, the question first; the same for who sits at the table and for the expert.</summary>
/// <param name="Consult">The question.</param>
/// <param name="Who">Who asks.</param>
public sealed record ConsultTold(Consult Consult, string Who)
{
    /// <summary>What was told, the question first.</summary>
    public IEnumerable<(ConsultAsk Ask, string Words)> Words => Consult.Words.OrderByDescending(one => one.Ask == ConsultAsk.WantsToKnow);

    /// <summary>The kind of something that was told; null for what is no sentence of a kind.</summary>
    /// <param name="ask">What.</param>
    public static StatementKind? KindOf(ConsultAsk ask) => ask switch
    {
        ConsultAsk.Fact => StatementKind.Fact,
        ConsultAsk.Suspicion => StatementKind.Suspicion,
        ConsultAsk.Opinion => StatementKind.Opinion,
        _ => null,
    };
}
