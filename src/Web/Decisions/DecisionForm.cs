using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>What a form about one decision shows.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who acts.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Options">The options that lie under it, as far as this reader may read them.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Asked">What the address asks: which of the nine, which kind, which child.</param>
/// <param name="Broken">The rule that said no; null for none.</param>
public sealed record DecisionScreen(
    Frame Frame, Circle Circle, Seat Me, Decision Decision, IReadOnlyList<DecisionOption> Options, Typed Typed, string? Asked, Rule? Broken)
{
    /// <summary>The id of the draft of these words.</summary>
    public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

    /// <summary>The page of the decision.</summary>
    public string Page => $"/tables/{Circle.Id.Value}/decisions/{Decision.Id.Value}";

    /// <summary>The address of what can be done with it.</summary>
    public string Address => $"/tables/{Circle.Id.Value}/things/{Decision.Id.Value}";

    /// <summary>What is to be mended; null for nothing.</summary>
    public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

    /// <summary>What else on the table this reader may lay with it; only where that is asked.</summary>
    public IReadOnlyList<SlipScreen> Things { get; init; } = [];

    /// <summary>Which of the nine is asked.</summary>
    public Aid Aid => Enum.TryParse<Aid>(Asked, out var aid) && Enum.IsDefined(aid) ? aid : Aid.Network;

    /// <summary>Which child is meant: the one asked for, else the first of whom there is nothing.</summary>
    public Seat Child => Circle.Children.FirstOrDefault(child => child.Id.Value.ToString() == Asked && Decision.About.Has(child.Number))
        ?? Circle.SeatAt(Decision.ChildrenWithout(Options).Append(Decision.About.Seats().First()).First());

    private string? FieldOf(Rule rule) => rule switch
    {
        _ when rule == CommonRules.InWords && Asked == nameof(Aid.Options) => "not-now-words",
        _ when rule == CommonRules.InWords || rule == DecisionRules.SaysWhat => "words",
        _ when rule == DecisionRules.ChildFirst => "reason",
        _ when rule == DecisionRules.LawHasDate => "legal-on",
        _ when rule == DecisionRules.DayToCome => "later",
        _ when rule == DecisionRules.SaysWhich => "which",
        _ when rule == DecisionRules.OwesReason => Owed.FirstOrDefault(field => Words.Tidy(Typed[field]) is null),
        _ when rule == CommonRules.NotTooLong => Typed.Fields.FirstOrDefault(field => Words.IsTooLong(field.Value.FirstOrDefault(), Words.Brief)).Key,
        _ => null,
    };

    /// <summary>What is owed to who does not agree, as fields.</summary>
    public static readonly IReadOnlyList<string> Owed = ["reason", "authority-words", "rights-words", "object-words"];
}

/// <summary>Somebody who was let in to do something with a decision.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Options">Its options.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Cancellation">Stops waiting.</param>
internal sealed record AtDecision(Decision Decision, IReadOnlyList<DecisionOption> Options, Typed Typed, Visit Visit, CancellationToken Cancellation);

/// <summary>One act on a decision that has a page of its own, with its options at hand.</summary>
internal sealed record DecisionForm
{
    /// <summary>The last part of the address, and the part that the trail names.</summary>
    public required string Name { get; init; }

    /// <summary>The heading.</summary>
    public required Func<DecisionScreen, string> Heading { get; init; }

    /// <summary>Whether this is something for this person at all.</summary>
    public required Func<Decision, Seat, bool> May { get; init; }

    /// <summary>Draws the page.</summary>
    public required Func<DecisionScreen, IResult> Page { get; init; }

    /// <summary>Does it.</summary>
    public required Func<AtDecision, Task> Do { get; init; }

    /// <summary>The key of what the next page says.</summary>
    public required string Told { get; init; }

    /// <summary>The name of what the address asks; null for nothing.</summary>
    public string? Asks { get; init; }

    /// <summary>What else on the table can be laid with it; nothing unless it says so.</summary>
    public Func<string?, Type?> Things { get; init; } = _ => null;

    /// <summary>Where one goes then; the decision's page unless it says otherwise. Given: its address for acts, the decision, its options, what was asked.</summary>
    public Func<string, AtDecision, string?, string?> Next { get; init; } = (_, _, _) => null;

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public void Map(IEndpointRouteBuilder app)
    {
        var address = "/tables/{circle:guid}/things/{id:guid}/" + Name;
        app.MapGet(address, async ([AsParameters] Asked asked) =>
        {
            var typed = await asked.Http.FromDraftAsync(asked.Drafts, asked.Cancellation);
            return await AskAsync(asked, typed, null);
        });
        app.MapPost(address, ([AsParameters] Asked asked) => AnswerAsync(asked));
    }

    private async Task<IResult> AskAsync(Asked asked, Typed typed, Rule? broken)
    {
        var what = Asks is null ? null : typed[Asks] ?? asked.Http.Request.Query[Asks].ToString();
        await using var visit = await asked.Door.EnterAsync(asked.Http.Caller(), new CircleId(asked.Circle), Permission.Speak, asked.Cancellation);
        var decision = await visit.ShowAsync<Decision>(new ContributionId(asked.Id), Name, asked.Cancellation);
        if (broken is null && (!May(decision, visit.Me) || decision.IsTakenBack))
        {
            throw new RefusedException();
        }

        var options = await visit.UnderAsync<DecisionOption>(decision.Id, asked.Cancellation);
        var frame = Frame.Of(asked.Http, "", visit.Circle.Id, "decisions") with { Narrow = true };
        var screen = new DecisionScreen(frame, visit.Circle, visit.Me, decision, options, typed, what, broken);
        if (Things(what) is { } kind)
        {
            var sight = await asked.Door.OpenAsync(asked.Http.Caller(), visit.Circle.Id, Look.Of(Name, kind), asked.Cancellation);
            asked.Http.Response.RegisterForDispose(sight);
            screen = screen with
            {
                Things =
                [
                    .. sight.Slips.Where(slip => !slip.IsLaidAside && !slip.Contribution.IsTakenBack)
                        .Select(slip => new SlipScreen(sight.Circle, sight.Me, slip.Contribution, frame.Now, false, 0)),
                ],
            };
        }

        return Page(screen with { Frame = frame with { Heading = Heading(screen) } });
    }

    private async Task<IResult> AnswerAsync(Asked asked)
    {
        var typed = asked.Http.Typed();
        var what = Asks is null ? null : typed[Asks];
        return await Pages.TryAsync(
            async () =>
            {
                var next = await asked.ChangeAsync<Decision, string?>(async (decision, visit) =>
                {
                    var at = new AtDecision(
                        decision, await visit.UnderAsync<DecisionOption>(decision.Id, asked.Cancellation), typed, visit, asked.Cancellation);
                    if (!May(decision, visit.Me) && !decision.IsClosed && !decision.IsTakenBack)
                    {
                        throw new RefusedException();
                    }

                    await Do(at);
                    return Next(asked.Address, at, what);
                });
                Saying.Say(asked.Http, Told);
                return next ?? $"/tables/{asked.Circle}/decisions/{asked.Id}";
            },
            broken => AskAsync(asked, typed, broken));
    }
}
