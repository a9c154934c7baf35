using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>What gets less by a step, asked as questions, of the child first (R78, R18, INV-52).</summary>
public static class SayWhatGetsLess
{
    /// <summary>The questions.</summary>
    public static readonly IReadOnlyList<SideEffects> Questions =
        [SideEffects.Parent, SideEffects.Friends, SideEffects.School, SideEffects.Bed, SideEffects.Pet, SideEffects.NewPlace, SideEffects.Worse];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new DecisionForm
    {
        Name = "gets-less",
        Heading = screen => WordsFor.Reader(screen.Me, screen.Decision.IsClosed ? "decisions.got-less" : "decisions.gets-less"),
        May = (_, _) => true,
        Page = SayWhatGetsLessView.Create,
        Do = at =>
        {
            var of = at.Typed.All("which").Select(value => Enum.TryParse<SideEffects>(value, out var one) && Questions.Contains(one) ? one : default)
                .Aggregate(SideEffects.None, (all, one) => all | one);
            at.Decision.SayWhatGetsLess(of, at.Typed["words"], at.Typed.Is("unknown"), at.Visit.Act);
            return Task.CompletedTask;
        },
        Told = "decisions.helped",
    }.Map(app);
}
