using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Web.Access;
using Keukentafel.Web.Children;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Collaborations;

/// <summary>
/// Who keeps the overview, or what is asked about it. Everybody whose yes it takes says it here, alone, and takes it back here (R105); a professional says what
/// it means for them (R107). A child has a page of its own for it. Each form has the address of the page as well, so that what was typed comes back there.
/// </summary>
public static class SeeCoordinator
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who looks.</param>
    /// <param name="Answered">Which question was being answered; null for none.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Guid? Answered, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/coordinator";

        /// <summary>Who keeps the overview now; null for nobody.</summary>
        public Coordinator? Active => Circle.Coordinator;

        /// <summary>The last who did, or who said rather not, when nobody does now; null for nobody.</summary>
        public Coordinator? Last => Active is null
            ? Circle.Coordinators.Where(one => one.EndedAt is not null && Circle.MayRead(one, Me, Frame.Now)).MaxBy(one => one.EndedAt)
            : null;

        /// <summary>What is asked, as far as it is the reader's to know.</summary>
        public IEnumerable<Coordinator> Questions => Circle.Coordinators.Where(one => one.IsAsked && Circle.MayRead(one, Me, Frame.Now));

        /// <summary>Whether the reader may ask for somebody.</summary>
        public bool MayAsk => Me.IsDecidingHost && Active is null && !Circle.Coordinators.Any(one => one.IsAsked && one.By == Me.Number);

        /// <summary>The hosts who cannot come in yet, and are not asked here.</summary>
        public IReadOnlyList<string> NotAsked => [.. Circle.Seats.Where(seat => seat is { Side: SeatSide.Host, Person: null }).Select(seat => seat.Name)];

        /// <summary>The moment before which what was for the reader alone stays shut (T20); null for nothing.</summary>
        public DateTimeOffset? ShutBefore { get; init; }

        /// <summary>One question, or who it is now, as a card.</summary>
        /// <param name="coordinator">Which.</param>
        public CoordinatorCard Card(Coordinator coordinator) => new(this, coordinator, Answered == coordinator.Id.Value ? Typed : Typed.Nothing, MendOf(coordinator));

        private Mend? MendOf(Coordinator coordinator) => Broken is { } rule && Answered == coordinator.Id.Value
            ? new Mend(
                rule,
                rule == CoordinatorRules.ChoosesAnswer ? "answer"
                : rule == CoordinatorRules.SaysDirection ? "direction-words"
                : rule == CoordinatorRules.SaysHandsOver ? "hands-over-words"
                : rule == CommonRules.NotTooLong ? Words.IsTooLong(Typed["direction-words"], Words.Brief) ? "direction-words" : "hands-over-words" : null,
                Pages.Sentence(rule))
            : null;
    }

    /// <summary>One question for a coordinator, or who it is now, as the reader sees it.</summary>
    /// <param name="Page">The page.</param>
    /// <param name="Coordinator">Which.</param>
    /// <param name="Typed">What was typed here.</param>
    /// <param name="Mend">What is to be mended here; null for nothing.</param>
    public sealed record CoordinatorCard(Screen Page, Coordinator Coordinator, Typed Typed, Mend? Mend)
    {
        /// <summary>Who would do it, or does.</summary>
        public Seat Who => Page.Circle.SeatAt(Coordinator.Who);

        /// <summary>Who asked.</summary>
        public Seat By => Page.Circle.SeatAt(Coordinator.By);

        /// <summary>Whether the reader is who would do it, or does.</summary>
        public bool IsMe => Coordinator.Who == Page.Me.Number;

        /// <summary>Whether the reader asked, and nothing was decided.</summary>
        public bool IsMine => Coordinator.IsAsked && Coordinator.By == Page.Me.Number;

        /// <summary>Whether it is the reader's to say yes or no.</summary>
        public bool AsksMe => Page.Circle.MayAnswer(Coordinator, Page.Me, Page.Frame.Now);

        /// <summary>Whether the reader recognises it as a professional: that is more than yes or no (R107).</summary>
        public bool Recognises => Page.Me.IsGuest && !IsMe;

        /// <summary>What the reader said before; nothing of it while what was for them alone stays shut.</summary>
        public CoordinatorSaid? Mine => Coordinator.SaidBy(Page.Me.Number) is { } said && !(Page.ShutBefore > said.At) ? said : null;

        /// <summary>Whether the reader's yes holds, and so is there to be taken back.</summary>
        public bool Holds => Coordinator.IsActive && Coordinator.HasYesOf(Page.Me.Number);

        /// <summary>Whether the family said yes, and the professionals are asked.</summary>
        public bool IsGranted => Page.Circle.IsGranted(Coordinator);

        /// <summary>What was said of it in sight, hidden from nobody but a professional to whom it is not given.</summary>
        public IEnumerable<CoordinatorSaid> InSight => Page.Circle.SaidInSightOf(Coordinator, Page.Me, Page.Frame.Now);

        /// <summary>Which answer is ticked.</summary>
        public CoordinatorAnswer? Ticked => Typed.One<CoordinatorAnswer>("answer") ?? Mine?.Answer;

        /// <summary>The address of the form.</summary>
        public string Address => $"{Page.Address}/{Coordinator.Id.Value}";

        /// <summary>The draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        const string page = "/tables/{circle:guid}/coordinator";
        const string one = page + "/{coordinator:guid}";
        app.MapGet(page, (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
            ShowAsync(http, circle, null, door, Typed.Nothing, null, cancellation));
        app.MapGet(one + "/answer", async Task<IResult> (HttpContext http, Guid circle, Guid coordinator, Door door, Drafts drafts, CancellationToken cancellation) =>
            await ShowAsync(http, circle, coordinator, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost(one + "/answer", (HttpContext http, Guid circle, Guid coordinator, Door door, CancellationToken cancellation) =>
        {
            var typed = http.Typed();
            return ChangeAsync(
                http, circle, coordinator, door, Permission.Speak,
                visit => visit.Circle.AnswerCoordinator(
                    Find(visit, coordinator), typed.One<CoordinatorAnswer>("answer"), typed["direction-words"], typed["hands-over-words"], visit.Act),
                "collaborations.keeps-answered", cancellation);
        });
        app.MapPost(one + "/take-back", (HttpContext http, Guid circle, Guid coordinator, Door door, CancellationToken cancellation) => ChangeAsync(
            http, circle, coordinator, door, Permission.Host, visit => visit.Circle.TakeCoordinatorBack(Find(visit, coordinator), visit.Act),
            "collaborations.keeps-taken-back", cancellation));
    }

    /// <summary>The question with this id, as far as somebody may know of it.</summary>
    /// <param name="visit">Whose.</param>
    /// <param name="id">Which.</param>
    /// <exception cref="RefusedException">There is none for this person.</exception>
    internal static CoordinatorId Find(Visit visit, Guid id) =>
        visit.Circle.Coordinators.FirstOrDefault(one => one.Id.Value == id && visit.Circle.MayRead(one, visit.Me, visit.Act.At))?.Id ?? throw new RefusedException();

    private static Task<IResult> ChangeAsync(
        HttpContext http, Guid circle, Guid coordinator, Door door, Permission permission, Action<Visit> change, string told, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return TableForm.ChangeAsync(
            http, circle, door, permission, change, told, "/coordinator",
            broken => ShowAsync(http, circle, coordinator, door, typed, broken, cancellation), cancellation);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, Guid circle, Guid? answered, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        if (answered is { } id)
        {
            Find(visit, id);
        }

        if (visit.Me.Age == AgeGroup.Child)
        {
            return broken is null ? Pages.Done(SayToCoordinator.AddressOf(circle)) : throw new RefusedException();
        }

        return SeeCoordinatorView.Create(new Screen(
            Frame.Of(http, Text.T("collaborations.keeps"), visit.Circle.Id, "talks") with { Narrow = true }, visit.Circle, visit.Me, answered, typed, broken)
        {
            ShutBefore = http.Caller().ShutBefore,
        });
    }
}
