using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Statements;

/// <summary>How who said a statement knows it, in words: the same wherever the sentence goes (R35).</summary>
public static class SourceWords
{
    /// <summary>Those words.</summary>
    /// <param name="said">The statement.</param>
    /// <param name="circle">The table.</param>
    public static string Of(Statement said, Circle circle) => said.Source switch
    {
        { Knowing: Knowing.WasTold, Seat: { } seat } => Text.T("statements.source.told-by", circle.SeatAt(seat).Name),
        { Knowing: Knowing.WasTold, Words: { } words } => Text.T("statements.source.told-by", words),
        { Knowing: Knowing.HaveRead, Words: { } words } => Text.T("statements.source.read-in", words),
        _ => Text.T("statements.source." + said.Source.Knowing.ToString()),
    };
}
