using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reflections;

/// <summary>A reflection as one reader sees it: at the table, or as the colleague away from it.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Sight">What was opened.</param>
/// <param name="Card">The reflection.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Broken">The rule that said no; null for none.</param>
/// <param name="Away">Whether the colleague looks.</param>
public sealed record ReflectionScreen(Frame Frame, Sight Sight, SlipScreen Card, Typed Typed, Rule? Broken, bool Away)
{
    /// <summary>The reflection.</summary>
    public Reflection Reflection => (Reflection)Card.Contribution;

    /// <summary>The table.</summary>
    public Circle Circle => Sight.Circle;

    /// <summary>The reader.</summary>
    public Seat Me => Sight.Me;

    /// <summary>The colleague.</summary>
    public Seat Colleague => Circle.SeatAt(Reflection.Colleague);

    /// <summary>The address of this page, and of the form on it.</summary>
    public string Address => AddressOf(Circle.Id.Value, Reflection.Id.Value, Away);

    /// <summary>The address of what can be done with it at the table.</summary>
    public string Act => $"/tables/{Circle.Id.Value}/things/{Reflection.Id.Value}";

    /// <summary>The id of the draft of these words.</summary>
    public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

    /// <summary>The sentences on which it rests, as far as this reader is shown them, in order of time.</summary>
    public IReadOnlyList<SlipScreen> Sentences { get; } =
    [
        .. Sight.Slips.Where(slip => slip.Kind == typeof(Statement)).OrderBy(slip => slip.At)
            .Select(slip => new SlipScreen(Sight.Circle, Sight.Me, slip.Contribution, Frame.Now, false, 0)),
    ];

    /// <summary>Which turn is asked on this page; null for none. What was sent and refused is shown again, whatever the turn was.</summary>
    public ReflectionTurn? Turn => Broken is not null && Typed.One<ReflectionTurn>("part") is { } sent ? sent : Reflection.TurnOf(Me);

    /// <summary>Whether the reader can let the colleague read.</summary>
    public bool MayLet => !Away && Me.IsDecidingHost && Reflection is { AgreedAt: null, IsTakenBack: false }
        && Figure is { IsActive: true } figure && Circle.IsColleagueFor(figure, Me);

    /// <summary>Whether the reader said no to the colleague, or to whose colleague it is: then what is theirs does not go along.</summary>
    public bool SaidNo => !Away && Figure?.NoOf.Has(Me.Number) == true;

    /// <summary>Whether there are own sentences of the reader that do not go along yet.</summary>
    public bool MayLetMine => !Away && !MayLet && !SaidNo && Reflection is { IsDone: false, IsTakenBack: false }
        && Sentences.Any(card => card.Contribution.By == Me.Number && !Reflection.IsLet((Statement)card.Contribution));

    /// <summary>Whose sentences do not go along until they say so. Only the figure reads of a no of a host (T20).</summary>
    public IReadOnlyList<string> NotLet =>
    [
        .. Sentences.Where(card => card.Contribution.By != Me.Number && !GoesAlong((Statement)card.Contribution)).Select(card => card.By.Name).Distinct(),
    ];

    /// <summary>What is to be mended; null for nothing.</summary>
    public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

    /// <summary>The address of the page of a reflection.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="id">The reflection.</param>
    /// <param name="away">Whether the colleague looks.</param>
    public static string AddressOf(Guid circle, Guid id, bool away) => $"/tables/{circle}/{(away ? "along" : "reflections")}/{id}";

    /// <summary>The field of something that is asked.</summary>
    /// <param name="turn">In which turn.</param>
    /// <param name="ask">What.</param>
    public static string FieldOf(ReflectionTurn turn, ReflectionAsk ask) =>
        Reflection.AsksOf(turn)[0] == ask ? "words" : ask.ToString().ToLowerInvariant() + "-words";

    /// <summary>Shows a reflection.</summary>
    /// <param name="asked">The request.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="broken">The rule that said no; null for none.</param>
    /// <param name="away">Whether the colleague looks.</param>
    internal static async Task<IResult> ShowAsync(Asked asked, Typed typed, Rule? broken, bool away)
    {
        var sight = await asked.Door.OpenAsync(
            asked.Http.Caller(), new CircleId(asked.Circle), Look.Reflection(new ContributionId(asked.Id), away), asked.Cancellation);
        asked.Http.Response.RegisterForDispose(sight);
        var slip = sight.Slips.First(slip => slip.Id.Value == asked.Id);
        if (slip.Contribution is not Reflection reflection)
        {
            throw new RefusedException();
        }

        var heading = Text.T("reflections.of", sight.Circle.SeatAt(reflection.By).Name, sight.Circle.SeatAt(reflection.Colleague).Name);
        var frame = (away ? Frame.Of(asked.Http, heading) : Frame.Of(asked.Http, heading, sight, "talks")) with { Narrow = true };
        var card = new SlipScreen(sight.Circle, sight.Me, reflection, frame.Now, sight.IsNew(slip), 0, Alone: true);
        return ReflectionView.Create(new ReflectionScreen(frame, sight, card, typed, broken, away));
    }

    /// <summary>Takes a turn in a reflection.</summary>
    /// <param name="asked">The request.</param>
    /// <param name="away">Whether the colleague speaks.</param>
    internal static Task<IResult> SayAsync(Asked asked, bool away)
    {
        var typed = asked.Http.Typed();
        var turn = typed.One<ReflectionTurn>("part") ?? default;
        return Pages.TryAsync(
            async () =>
            {
                await asked.Door.ChangeAsync(
                    asked.Http.Caller(),
                    new CircleId(asked.Circle),
                    away ? Permission.Reflect : Permission.Speak,
                    async visit =>
                    {
                        var reflection = await visit.FindAsync<Reflection>(new ContributionId(asked.Id), asked.Cancellation);
                        if (!away && reflection.By != visit.Me.Number)
                        {
                            throw new RefusedException();
                        }

                        reflection.Say(
                            visit.Circle, turn, Reflection.AsksOf(turn).ToDictionary(ask => ask, ask => typed[FieldOf(turn, ask)]), typed.Is("unknown"),
                            typed.One<ReflectionOutcome>("outcome"), visit.Act);
                        return true;
                    },
                    asked.Cancellation,
                    asked.Http.Spent());
                Saying.Say(asked.Http, turn == ReflectionTurn.Conclusion ? "reflections.done-told" : "reflections.said-told");
                return AddressOf(asked.Circle, asked.Id, away);
            },
            broken => ShowAsync(asked, typed, broken, away));
    }

    private CentralFigure? Figure => Circle.FigureWith(Reflection.Colleague);

    private bool GoesAlong(Statement said) => Reflection.IsLet(said) && !(Reflection.By == Me.Number && Figure?.NoOf.Has(said.By) == true);

    private string? FieldOf(Rule rule) => rule switch
    {
        _ when rule == CommonRules.InWords => "words",
        _ when rule == ReflectionRules.SaysOutcome => "outcome",
        _ when rule == CommonRules.NotTooLong => Typed.Fields.FirstOrDefault(field => Words.IsTooLong(field.Value.FirstOrDefault())).Key,
        _ => null,
    };
}
