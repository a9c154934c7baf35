using Keukentafel.Domain.Plans;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Plans;

/// <summary>"This is no longer needed": whose it is folds it up, and can open it again. No page asks whether it was kept (R113).</summary>
public static class FoldPart
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        Form("fold", "plans.fold", "plans.fold-told", shut: true).Map(app);
        Form("open-again", "plans.open-again", "plans.opened-told", shut: false).Map(app);
    }

    private static ThingForm<PlanPart> Form(string name, string heading, string told, bool shut) => new()
    {
        Name = name,
        Heading = heading,
        May = (part, me) => part.MayBeFoldedBy(me),
        Page = form => FoldPartView.Create(new Screen(form, name)),
        Do = (part, typed, visit) => part.Fold(shut, typed["words"], visit.Act),
        Told = told,
    };

    /// <summary>What the page shows.</summary>
    /// <param name="Form">The form.</param>
    /// <param name="Name">The last part of its address.</param>
    public sealed record Screen(ThingScreen Form, string Name);
}
