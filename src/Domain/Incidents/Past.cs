using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Incidents;

/// <summary>
/// How something stood at an earlier moment, made again from what it keeps of its own past. No second copy of anybody's words is kept: who may
/// read them, and that they were taken back, stays asked of the thing itself.
/// </summary>
internal static class Past
{
    /// <summary>The thing at a moment. What a view says never changes; what others answered stays beside it, with its date (R35).</summary>
    public static Contribution At(Contribution thing, DateTimeOffset moment)
    {
        // Whether a named source said yes decides who may read it now, and so is never left out.
        var then = thing.Additions.Where(addition => addition.At <= moment || addition is Answer or SourceAgreement);
        return thing switch
        {
            Statement said => new Statement(
                said.Head, said.Corrections.FirstOrDefault(correction => correction.At > moment)?.Was ?? said.Words,
                said.KindChanges.FirstOrDefault(change => change.At > moment)?.From ?? said.Kind, said.Source, said.Happened, said.Under, then),
            Decision decision => new Decision(
                decision.Head, decision.Question, decision.Step, decision.Takers, decision.FirstLookBack, decision.Closing?.At <= moment ? decision.Closing : null,
                decision.Closing?.At <= moment ? decision.OptionsThen : [], then),
            SheetSentence line => new SheetSentence(line.Head, line.Part, line.Words, line.Condition, line.LookAgain, then),
            Worry worry => new Worry(worry.Head, worry.Words, worry.Place, then),
            _ => thing,
        };
    }
}
