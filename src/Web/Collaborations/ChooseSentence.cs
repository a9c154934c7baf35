using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Collaborations;

/// <summary>Somebody chooses the sentence that fits how people work together; the rest may stay empty (R106–R109).</summary>
public static class ChooseSentence
{
    private static readonly string[] Written = ["words", "next-words", "direction-words", "hands-over-words"];

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who speaks.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Mend">What is still to be mended; null for nothing.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, Mend? Mend)
    {
        /// <summary>The address of the page that it belongs to.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/together";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>Whether something was said beyond the sentence.</summary>
        public bool HasMore => Enum.GetNames<CollaborationGround>().Any(ground => Typed[ground] is not null)
            || Written.Skip(2).Any(name => Words.Tidy(Typed[name]) is not null);
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/together/new", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/together/new", LayAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        return ChooseSentenceView.Create(new Screen(
            Frame.Of(http, Text.T("collaborations.heading"), visit.Circle.Id, "talks") with { Narrow = true }, visit.Circle, visit.Me, typed,
            broken is { } rule ? new Mend(rule, FieldOf(rule, typed), Pages.Sentence(rule)) : null));
    }

    private static async Task<IResult> LayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                await Laying.LayAsync(
                    http,
                    circle,
                    door,
                    visit => Task.FromResult<Contribution>(Collaboration.Lay(
                        visit.Circle, typed.One<CollaborationSentence>("sentence"), typed["words"], typed["next-words"], typed["direction-words"],
                        typed["hands-over-words"], GroundsIn(typed), LayDown.AudienceOf(visit, typed), visit.Act)),
                    cancellation);
                return $"/tables/{circle}/together";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }

    /// <summary>What was answered to the three questions; what was not is not in it.</summary>
    /// <param name="typed">What came in.</param>
    internal static Dictionary<CollaborationGround, GroundAnswer> GroundsIn(Typed typed) => Enum.GetValues<CollaborationGround>()
        .Select(ground => (ground, answer: typed.One<GroundAnswer>(ground.ToString())))
        .Where(one => one.answer is not null)
        .ToDictionary(one => one.ground, one => one.answer!.Value);

    private static string? FieldOf(Rule broken, Typed typed) => broken switch
    {
        _ when broken == CollaborationRules.ChoosesSentence => "sentence",
        _ when broken == CommonRules.NotTooLong => Written.FirstOrDefault(field => Words.IsTooLong(typed[field], Words.Brief)),
        _ when broken == LayRules.NamesReaders || broken == LayRules.ReadersAreClear => "readers",
        _ => null,
    };
}
