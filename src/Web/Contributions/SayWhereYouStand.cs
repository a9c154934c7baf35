using Keukentafel.Domain.Access;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>
/// Somebody says where they stand towards what was proposed (R74): four choices of one size, and no reason asked. What they said before stays
/// readable (INV-49).
/// </summary>
public static class SayWhereYouStand
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<Proposal>
    {
        Name = "stand",
        Heading = "contributions.stand",
        May = (_, _) => true,
        Page = SayWhereYouStandView.Create,
        Do = (proposal, typed, visit) =>
        {
            (proposal as Decision)?.MustStillPropose(typed.Number("step"), visit.Act);
            proposal.TakePosition(typed.One<Stance>("stance") ?? default, typed["words"], typed["rather-words"], visit.Act);
        },
        Told = "contributions.stand-told",
    }.Map(app);

    /// <summary>What is to be mended in the form; null for nothing.</summary>
    /// <param name="form">The form.</param>
    public static Mend? MendOf(ThingScreen form) => form.Broken is not { } rule ? null : new Mend(
        rule,
        rule == ProposalRules.SaysWhere ? "stance"
        : rule != CommonRules.NotTooLong ? null
        : Words.IsTooLong(form.Typed["words"], Words.Brief) ? "words" : "rather-words",
        Pages.Sentence(rule));
}
