using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>Somebody lays another way beside the others (R76). What one could do is enough; the rest may stay folded.</summary>
public static class LayOption
{
    /// <summary>The kinds that can be ticked, in the order in which they stand.</summary>
    public static readonly IReadOnlyList<OptionKinds> Kinds =
        [OptionKinds.Network, OptionKinds.Adult, OptionKinds.SupportOnly, OptionKinds.NothingNew, OptionKinds.MovesChild];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new DecisionForm
    {
        Name = "option",
        Heading = _ => Text.T("decisions.lay-option"),
        May = (decision, _) => !decision.IsClosed,
        Page = LayOptionView.Create,
        Do = at =>
        {
            var kinds = at.Typed.All("kind").Select(value => Enum.TryParse<OptionKinds>(value, out var kind) && Kinds.Contains(kind) ? kind : default)
                .Aggregate(OptionKinds.None, (all, kind) => all | kind);
            at.Visit.Lay(DecisionOption.Lay(
                at.Visit.Circle,
                at.Decision,
                new OptionParts(
                    at.Typed["words"] ?? "", kinds, at.Typed["good-words"], at.Typed["bad-words"], at.Typed["less-words"],
                    at.Visit.Circle.SetOf(at.Typed.Seats("for-whom")), at.Typed["tried-words"], at.Typed["not-known-words"],
                    at.Typed.One<LegalStatus>("legal"), at.Typed.Day("legal-on")),
                at.Visit.Act));
            return Task.CompletedTask;
        },
        Told = "decisions.option-laid",
    }.Map(app);
}
