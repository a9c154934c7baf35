using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Views;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>
/// The nine things that help to decide (R72), one small page each: own words, what lies on the table, or "not now, because". Each can be
/// passed by, and who takes part fills in what they know; nobody fills in nine fields.
/// </summary>
public static class HelpDecide
{
    /// <summary>The order in which they are asked. Who takes part was asked at the start, and ways are laid as slips.</summary>
    public static readonly IReadOnlyList<Aid> Order =
        [Aid.Network, Aid.Kinds, Aid.Views, Aid.Dissent, Aid.Standing, Aid.Options, Aid.Knowing, Aid.Learning];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new DecisionForm
    {
        Name = "help-decide",
        Asks = "aid",
        Heading = screen => Text.T("decisions.aid." + screen.Aid.ToString()),
        May = (decision, _) => decision is { IsHeavy: true, IsClosed: false },
        Things = asked => asked switch
        {
            nameof(Aid.Kinds) => typeof(Statement),
            nameof(Aid.Views) => typeof(View),
            _ => null,
        },
        Page = HelpDecideView.Create,
        Do = async at => at.Decision.Help(
            at.Typed.One<Aid>("aid") ?? default, at.Typed["words"], at.Typed["not-known-words"], at.Typed["not-now-words"],
            await at.Visit.ThingsAsync<Contribution>(at.Typed, at.Cancellation), at.Visit.Act),
        Told = "decisions.helped",
        Next = (address, at, asked) => NextOf(at.Decision, at.Options, asked) is { } next ? $"{address}/help-decide?aid={next}" : null,
    }.Map(app);

    /// <summary>The next of the nine of which there is nothing yet, after one of them; null when there is none.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="options">Its options.</param>
    /// <param name="after">After which.</param>
    public static Aid? NextOf(Decision decision, IReadOnlyList<DecisionOption> options, string? after)
    {
        var from = Enum.TryParse<Aid>(after, out var aid) ? aid : default;
        return Order.Where(other => other > from && !decision.Has(other, options)).Cast<Aid?>().FirstOrDefault();
    }
}
