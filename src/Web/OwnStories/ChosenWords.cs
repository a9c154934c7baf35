using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Overviews;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Reports;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Worries;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.OwnStories;

/// <summary>What somebody chose, in the words in which it was asked.</summary>
public static class ChosenWords
{
    /// <summary>Those words. Of a list from which more can be chosen, all.</summary>
    /// <param name="chosen">What was chosen.</param>
    /// <exception cref="InvalidOperationException">Nobody chooses out of such a list.</exception>
    public static string Of(Enum chosen) => chosen switch
    {
        Aid => Text.T("decisions.aid." + chosen.ToString()),
        CollaborationSentence => Text.T("collaborations.sentence." + chosen.ToString()),
        EffectAsk => Text.T("reports.effect-is." + chosen.ToString()),
        FrameKind => Text.T("frames.change." + chosen.ToString()),
        GroundAnswer => Text.T("collaborations.answer." + chosen.ToString()),
        HeavyStep => Text.T("decisions.step." + chosen.ToString()),
        IncidentAsk => Text.T("incidents.ask." + chosen.ToString()),
        IncidentKind => Text.T("incidents.kind." + chosen.ToString()),
        LegalStatus => Text.T("decisions.legal-is." + chosen.ToString()),
        LifeArea => Text.T("overviews.area." + chosen.ToString()),
        LookBackAsk => Text.T("decisions.back-ask." + chosen.ToString()),
        MayLearn => Text.T("incidents.may." + chosen.ToString()),
        NotKnownPart => Text.T("notknowing.part." + chosen.ToString()),
        OptionKinds kinds => Each(kinds, one => Text.T("decisions.kind." + one.ToString())),
        Place => Text.T("worries.place." + chosen.ToString()),
        SheetPart => Text.T("talks.part." + chosen.ToString()),
        SideEffects effects => Each(effects, one => Text.T("decisions.less-name." + one.ToString())),
        StatementKind => Text.T("statements.kind." + chosen.ToString()),
        Useful => Text.T("overviews.useful." + chosen.ToString()),
        Way => Text.T("plans.way." + chosen.ToString()),
        Works => Text.T("overviews.works." + chosen.ToString()),
        _ => throw new InvalidOperationException($"Nobody chooses a {chosen.GetType().Name}."),
    };

    private static string Each<T>(T chosen, Func<T, string> words)
        where T : struct, Enum =>
        string.Join(", ", Enum.GetValues<T>().Where(one => !one.Equals(default(T)) && chosen.HasFlag(one)).Select(words));
}
