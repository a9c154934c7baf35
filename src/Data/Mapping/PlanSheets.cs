using System.Text.Json.Serialization;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Plans;

namespace Keukentafel.Data.Mapping;

/// <summary>What the parts of a plan keep besides their words.</summary>
internal sealed record PlanSheet
{
    [JsonPropertyName("w")]
    public long Who { get; init; }

    [JsonPropertyName("o")]
    public string? Others { get; init; }

    [JsonPropertyName("y")]
    public string? Why { get; init; }

    [JsonPropertyName("d")]
    public DateOnly? Day { get; init; }

    [JsonPropertyName("v")]
    public int Way { get; init; }

    [JsonPropertyName("u")]
    public DateOnly? Until { get; init; }

    [JsonPropertyName("a")]
    public Guid? Answers { get; init; }

    [JsonPropertyName("b")]
    public string? Better { get; init; }

    [JsonPropertyName("wi")]
    public Guid? Wish { get; init; }

    [JsonPropertyName("g")]
    public string? Ground { get; init; }

    [JsonPropertyName("c")]
    public string? Consequence { get; init; }

    [JsonPropertyName("s")]
    public string? Shown { get; init; }
}

internal static partial class Sheets
{
    private static Sheet? SheetOfPlan(Contribution contribution) => contribution switch
    {
        Agreement agreement => new Sheet
        {
            Words = agreement.Words,
            Plan = new PlanSheet
            {
                Who = agreement.Who.Bits,
                Others = agreement.Others,
                Why = agreement.Why,
                Day = agreement.LookBack,
                Way = (int)(agreement.Way ?? 0),
                Until = agreement.Until,
                Answers = agreement.ForWorry?.Value,
            },
        },
        Goal goal => new Sheet
        {
            Words = goal.Words,
            Plan = new PlanSheet { Better = goal.Better, Answers = goal.ForWorry?.Value, Wish = goal.Wish?.Value },
        },
        Condition condition => new Sheet
        {
            Words = condition.Words,
            Plan = new PlanSheet { Ground = condition.Ground, Consequence = condition.Consequence },
        },
        Advice advice => new Sheet { Words = advice.Words, Plan = new PlanSheet { Why = advice.Why } },
        Protection protection => new Sheet { Words = protection.Words, Plan = new PlanSheet { Shown = protection.Shown } },
        NotSafe notSafe => new Sheet { Words = notSafe.Words },
        _ => null,
    };

    private static Contribution? FromPlan(ContributionKind kind, Head head, Sheet sheet, IEnumerable<Addition> additions)
    {
        var plan = sheet.Plan ?? new PlanSheet();
        var words = sheet.Words ?? "";
        return kind switch
        {
            ContributionKind.Agreement => new Agreement(
                head, words, new SeatSet(plan.Who), plan.Others, plan.Why, plan.Day, plan.Way == 0 ? null : (Way)plan.Way, plan.Until,
                Thing(plan.Answers), additions),
            ContributionKind.Goal => new Goal(head, words, plan.Better ?? "", Thing(plan.Answers), Thing(plan.Wish), additions),
            ContributionKind.Condition => new Condition(head, words, plan.Ground ?? "", plan.Consequence ?? "", additions),
            ContributionKind.Advice => new Advice(head, words, plan.Why, additions),
            ContributionKind.Protection => new Protection(head, words, plan.Shown, additions),
            ContributionKind.NotSafe => new NotSafe(head, sheet.Words, additions),
            _ => null,
        };
    }

    private static AdditionSheet? SheetOfPlanAddition(Addition addition) => addition switch
    {
        Folding f => new AdditionSheet { What = 30, Words = f.Words, Yes = f.Shut },
        Felt f => new AdditionSheet { What = 31, Words = f.Words },
        SafeAgain s => new AdditionSheet { What = 32, Words = s.Words },
        _ => null,
    };

    private static Addition? FromPlanAddition(AdditionSheet a) => a.What switch
    {
        30 => new Folding(new SeatNumber(a.By), Moment(a.At), a.Words, a.Yes),
        31 => new Felt(new SeatNumber(a.By), Moment(a.At), a.Words ?? ""),
        32 => new SafeAgain(new SeatNumber(a.By), Moment(a.At), a.Words),
        _ => null,
    };

    private static ContributionId? Thing(Guid? id) => id is { } value ? new ContributionId(value) : null;
}
