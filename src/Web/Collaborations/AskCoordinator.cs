using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Collaborations;

/// <summary>A host asks whether somebody may keep the overview, after three questions of which a no is not passed over (R105, R106).</summary>
public static class AskCoordinator
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the page that it belongs to.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/coordinator";

        /// <summary>Who can be asked, as people sit.</summary>
        public IReadOnlyList<Seat> CanDoIt => [.. Circle.Seats.Where(Circle.MayCoordinate)];

        /// <summary>Whether one of the questions was answered with no, so that it is said what that means.</summary>
        public bool LacksGround => Broken == CoordinatorRules.DoesNotMend || Typed.Is("nevertheless");

        /// <summary>The draft of this form.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule
            ? new Mend(
                rule,
                rule == CoordinatorRules.GroundsFirst ? FirstOpen : rule == CoordinatorRules.DoesNotMend ? "nevertheless" : rule == CoordinatorRules.ChoosesWho ? "who" : null,
                Pages.Sentence(rule))
            : null;

        private string? FirstOpen => Enum.GetValues<CollaborationGround>().Select(ground => ground.ToString())
            .FirstOrDefault(ground => Typed.One<GroundAnswer>(ground) is null);
    }

    /// <summary>The questions that were answered with no, in words.</summary>
    /// <param name="grounds">The answers.</param>
    public static string LacksIn(IReadOnlyDictionary<CollaborationGround, GroundAnswer> grounds) => string.Join(
        ' ', grounds.Where(pair => pair.Value == GroundAnswer.No).OrderBy(pair => pair.Key).Select(pair => $"“{Text.T("collaborations.ground." + pair.Key)}”"));

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        const string page = "/tables/{circle:guid}/coordinator/ask";
        app.MapGet(page, async Task<IResult> (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await ShowAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost(page, (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        {
            var typed = http.Typed();
            return TableForm.ChangeAsync(
                http, circle, door, Permission.Host,
                visit => visit.Circle.AskCoordinator(
                    typed.Id("who") is { } who ? new SeatId(who) : null, ChooseSentence.GroundsIn(typed), typed.Is("nevertheless"), visit.Act),
                "collaborations.keeps-asked", "/coordinator", broken => ShowAsync(http, circle, door, typed, broken, cancellation), cancellation);
        });
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Host, cancellation);
        if (!visit.Me.IsDecidingHost)
        {
            throw new RefusedException();
        }

        return AskCoordinatorView.Create(new Screen(
            Frame.Of(http, Text.T("collaborations.keeps-to-ask"), visit.Circle.Id, "talks") with { Narrow = true }, visit.Circle, typed, broken));
    }
}
