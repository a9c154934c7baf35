using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Consults;

/// <summary>What somebody told and asked in the background, the question first; the same for who sits at the table and for the expert.</summary>
/// <param name="Told">What was told and asked.</param>
/// <param name="Who">Who asks.</param>
public sealed record ConsultTold(IReadOnlyList<(ConsultAsk Ask, string Words)> Told, string Who)
{
    /// <summary>What was told, the question first.</summary>
    public IEnumerable<(ConsultAsk Ask, string Words)> Words => Told.OrderByDescending(one => one.Ask == ConsultAsk.WantsToKnow);

    /// <summary>What stands above something that is no sentence of a kind; it may begin with who asks.</summary>
    /// <param name="ask">What.</param>
    public string Asked(ConsultAsk ask) => Capital(Text.T("consults.told." + ask.ToString(), Who));

    private static string Capital(string line) => char.ToUpperInvariant(line[0]) + line[1..];

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
