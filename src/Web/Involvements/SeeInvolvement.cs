using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Children;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Involvements;

/// <summary>
/// What somebody who was proposed would do for the family, what each host says to it alone (R97), and beside an authority how the family sees it
/// (INV-62). Each form has the address of the page as well, so that what was typed comes back there.
/// </summary>
public static class SeeInvolvement
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who looks.</param>
    /// <param name="Involvement">Whose.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Involvement Involvement, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/joining/{Involvement.Id.Value}";

        /// <summary>What this person is called.</summary>
        public string Name => Involvement.Seat is { } seat ? Circle.SeatAt(seat).Name : Involvement.Worth.Name!;

        /// <summary>Who proposed it.</summary>
        public Seat By => Circle.SeatAt(Involvement.By);

        /// <summary>Whether the reader proposed it.</summary>
        public bool IsMine => Involvement.By == Me.Number;

        /// <summary>Whether the days on which somebody would stand in are past.</summary>
        public bool IsPast => Involvement.StandsIn?.IsOver(Days.Of(Frame.Now)) == true;

        /// <summary>Whether it is in the place of the reader, who alone can say why they are away.</summary>
        public bool MaySayWhy => Involvement is { LeftAt: null, TakenBackAt: null } && Involvement.StandsIn?.For == Me.Number;

        /// <summary>Whether the reader is asked.</summary>
        public bool AsksMe => Me.Side == SeatSide.Host && Involvement.IsAsked;

        /// <summary>The moment before which what was for the reader alone stays shut (T20); null for nothing.</summary>
        public DateTimeOffset? ShutBefore { get; init; }

        /// <summary>What the reader said before.</summary>
        public HostSaid? Mine => Involvement.AnswerOf(Me.Number) is { } said && !(ShutBefore > said.At) ? said : null;

        /// <summary>What others let the reader see.</summary>
        public IReadOnlyList<HostSaid> Others => [.. Circle.ShownTo(Involvement, Me).Where(said => said.By != Me.Number)];

        /// <summary>The hosts who cannot come in yet, and are not asked here.</summary>
        public IReadOnlyList<string> NotAsked => [.. Circle.Seats.Where(seat => seat is { Side: SeatSide.Host, Person: null }).Select(seat => seat.Name)];

        /// <summary>Whether every host who is asked said yes.</summary>
        public bool IsWelcome => Circle.IsWelcome(Involvement);

        /// <summary>The seat that is kept.</summary>
        public Seat? Kept => Involvement.Seat is { } seat ? Circle.SeatAt(seat) : null;

        /// <summary>The answers in the order of the page.</summary>
        public IEnumerable<WelcomeAnswer> Answers => Enum.GetValues<WelcomeAnswer>();

        /// <summary>Which answer is ticked.</summary>
        public WelcomeAnswer? Ticked => Typed.One<WelcomeAnswer>("answer") ?? Mine?.Answer;

        /// <summary>The frame of a child's own page.</summary>
        public ChildFrame Child => new(Frame, Circle, Me);

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule
            ? new Mend(
                rule,
                rule == InvolvementRules.ChoosesAnswer ? "answer"
                : rule == CommonRules.InWords || rule == CommonRules.NotTooLong ? Fields.FirstOrDefault(name => Typed[name] is not null) : null,
                Pages.Sentence(rule))
            : null;

        /// <summary>The drafts of the forms, by the field in which one writes there.</summary>
        public IReadOnlyDictionary<string, string> Drafts { get; } = Fields.ToDictionary(
            name => name, name => Typed[name] is not null && Typed[Typed.DraftField] is { } draft ? draft : DraftId.New().Value.ToString());
    }

    private static readonly string[] Fields = ["words", "explain-words", "view-words", "why-words"];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        const string page = "/tables/{circle:guid}/joining/{involvement:guid}";
        foreach (var part in new[] { "", "/answer", "/explain", "/family-view", "/why-away" })
        {
            app.MapGet(page + part, async (HttpContext http, Guid circle, Guid involvement, Door door, Drafts drafts, CancellationToken cancellation) =>
                await ShowAsync(http, circle, involvement, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        }

        Form("/answer", Permission.Host, "involvements.answer-told", (circle, id, typed, act) =>
            circle.AnswerInvolvement(id, typed.One<WelcomeAnswer>("answer"), typed["words"], typed.Is("show"), act));
        Form("/explain", Permission.Speak, "involvements.explain-told", (circle, id, typed, act) => circle.Explain(id, typed["explain-words"], act));
        Form("/family-view", Permission.Host, "involvements.view-told", (circle, id, typed, act) => circle.SayFamilyView(id, typed["view-words"], act));
        Form("/why-away", Permission.Speak, "involvements.view-told", (circle, id, typed, act) => circle.SayWhyAway(id, typed["why-words"], act));
        Form("/take-back", Permission.Speak, "involvements.taken-back-told", (circle, id, _, act) => circle.TakeBack(id, act));

        void Form(string part, Permission permission, string told, Action<Circle, InvolvementId, Typed, Act> change) =>
            app.MapPost(page + part, (HttpContext http, Guid circle, Guid involvement, Door door, CancellationToken cancellation) =>
                ChangeAsync(http, circle, involvement, door, permission, told, change, cancellation));
    }

    /// <summary>The involvement with this id, as far as somebody may read of it.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="id">Which.</param>
    /// <param name="reader">Who.</param>
    /// <exception cref="RefusedException">There is none for this person.</exception>
    public static Involvement Find(Circle circle, Guid id, Seat reader) =>
        circle.Involvements.FirstOrDefault(one => one.Id.Value == id && one.Worth.Goal is not null && circle.MayRead(one, reader)) ?? throw new RefusedException();

    private static async Task<IResult> ShowAsync(
        HttpContext http, Guid circle, Guid involvement, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var found = Find(visit.Circle, involvement, visit.Me);
        var heading = visit.Circle.ReplacedIn(found) is { } away
            ? Text.T(found.StartedAt is not null ? "involvements.stand-in-of" : "involvements.stand-in-joins", found.Worth.Name, away.Name)
            : Text.T(found.StartedAt is not null ? "involvements.of" : "involvements.joins", found.Worth.Name);
        var screen = new Screen(Frame.Of(http, heading, visit.Circle.Id) with { Narrow = true }, visit.Circle, visit.Me, found, typed, broken)
        {
            ShutBefore = http.Caller().ShutBefore,
        };

        // A child is asked in its own place, and answers with one press.
        return visit.Me.Age == AgeGroup.Child && screen.AsksMe && found.Authority is null
            ? ChildInvolvementView.Create(screen with { Frame = Frame.Of(http, heading, visit.Circle.Id, "mine") })
            : SeeInvolvementView.Create(screen);
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext http, Guid circle, Guid involvement, Door door, Permission permission, string told, Action<Circle, InvolvementId, Typed, Act> change,
        CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await TableForm.ChangeAsync(
            http, circle, door, permission,
            visit => change(visit.Circle, Find(visit.Circle, involvement, visit.Me).Id, typed, visit.Act),
            told, $"/joining/{involvement}", broken => ShowAsync(http, circle, involvement, door, typed, broken, cancellation), cancellation);
    }
}
