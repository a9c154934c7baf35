using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Involvements;

/// <summary>
/// Whether a professional is still needed in this way (R101), doing less, handing over and stopping (R100), and after that the thanks and what is passed on.
/// Each form has the address of the page as well, so that what was typed comes back there.
/// </summary>
public static class LookAtInvolvement
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who looks.</param>
    /// <param name="Seat">Of whom.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Seat Seat, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/people/{Seat.Id.Value}/needed";

        /// <summary>What is kept of it; null for nothing yet.</summary>
        public Involvement? Involvement => Circle.InvolvementOf(Seat.Number);

        /// <summary>When this person stepped back; null for who is here.</summary>
        public DateTimeOffset? LeftAt => Involvement?.LeftAt;

        /// <summary>Since when this person was here.</summary>
        public DateTimeOffset Since => Involvement?.StartedAt ?? Seat.Since;

        /// <summary>Whether the reader hosts.</summary>
        public bool Hosts => Me.Side == SeatSide.Host;

        /// <summary>Whether the reader can take leave of this person in the name of all hosts.</summary>
        public bool TakesLeave => Me.IsDecidingHost && Circle.MayTakeLeaveOf(Seat);

        /// <summary>Whether the reader said "needed no more", and other hosts did not.</summary>
        public bool AloneInThat => !TakesLeave && MyLook is { Answer: StillNeeded.NoMore, IsBack: false } && Me.IsDecidingHost;

        /// <summary>Whether the reader can say that the other is back, in whose place this person came.</summary>
        public bool MaySayBack => Involvement is { } one && Circle.MaySayBack(one, Me);

        /// <summary>Whether others say that with the reader: one host of more does not end it (T20).</summary>
        public bool BackTogether => Me.IsDecidingHost && Circle.DecidingHosts.Any(host =>
            host.Number != Me.Number && !Involvement!.Looked.Any(said => said.By == host.Number && said.Answer == StillNeeded.NoMore));

        /// <summary>Whether the page is about the reader.</summary>
        public bool IsMe => Me.Id == Seat.Id;

        /// <summary>Whether the reader may write thanks.</summary>
        public bool Thanks => LeftAt is not null && Me.Side is SeatSide.Host or SeatSide.Network;

        /// <summary>What the reader said before when we looked again.</summary>
        public LookedAgain? MyLook => Involvement?.Looked.FirstOrDefault(said => said.By == Me.Number);

        /// <summary>What the reader proposed before.</summary>
        public StepBackProposed? MyStep => Involvement?.Steps.FirstOrDefault(said => said.By == Me.Number);

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule
            ? new Mend(
                rule,
                rule == LeavingRules.ChoosesAnswer ? "answer"
                : rule == LeavingRules.ChoosesStep ? "step"
                : rule == InvolvementRules.LooksAgain ? "day"
                : rule == CommonRules.NotTooLong ? Fields.FirstOrDefault(name => Typed[name] is not null) : null,
                Pages.Sentence(rule))
            : null;

        /// <summary>The drafts of the forms, by the field in which one writes there.</summary>
        public IReadOnlyDictionary<string, string> Drafts { get; } = Fields.ToDictionary(
            name => name, name => Typed[name] is not null && Typed[Typed.DraftField] is { } draft ? draft : DraftId.New().Value.ToString());
    }

    private static readonly string[] Fields = ["look-words", "step-words", "thanks-words", "pass-words"];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        const string page = "/tables/{circle:guid}/people/{seat:guid}/needed";
        foreach (var part in new[] { "", "/look", "/less", "/thanks", "/pass-on", "/take-leave", "/back" })
        {
            app.MapGet(page + part, async (HttpContext http, Guid circle, Guid seat, Door door, Drafts drafts, CancellationToken cancellation) =>
                await ShowAsync(http, circle, seat, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        }

        Form("/look", Permission.Host, "involvements.look-told", (circle, seat, typed, act) =>
            circle.LookAgain(seat, typed.One<StillNeeded>("answer"), typed["look-words"], DayIn(typed), act));
        Form("/less", Permission.Speak, "involvements.step-told", (circle, seat, typed, act) =>
            circle.ProposeStep(seat, typed.One<StepKind>("step"), typed["step-words"], act));
        Form("/thanks", Permission.Speak, "involvements.thanks-told", (circle, seat, typed, act) => circle.Thank(seat, typed["thanks-words"], act));
        Form("/pass-on", Permission.Host, "involvements.pass-told", (circle, seat, typed, act) => circle.PassOn(seat, typed["pass-words"], act));
        Form("/take-leave", Permission.Host, "involvements.leave-told", (circle, seat, _, act) => circle.TakeLeave(seat, act));
        app.MapPost(page + "/back", BackAsync);
        app.MapPost("/tables/{circle:guid}/step-back", StepBackAsync);

        void Form(string part, Permission permission, string told, Action<Circle, SeatId, Typed, Act> change) =>
            app.MapPost(page + part, (HttpContext http, Guid circle, Guid seat, Door door, CancellationToken cancellation) =>
                ChangeAsync(http, circle, seat, door, permission, told, change, cancellation));
    }

    // A day that is no day is not passed over: it is asked again.
    private static DateOnly? DayIn(Typed typed) => string.IsNullOrWhiteSpace(typed["day"]) ? null : typed.Day("day") ?? DateOnly.MinValue;

    private static async Task<IResult> ShowAsync(
        HttpContext http, Guid circle, Guid seat, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var who = visit.Circle.FindProfessional(new SeatId(seat)) ?? throw new RefusedException();
        var left = visit.Circle.InvolvementOf(who.Number)?.LeftAt is not null;
        var heading = left ? Text.T("involvements.was-here", who.Name) : Text.T("involvements.still-needed", who.Name);
        return LookAtInvolvementView.Create(new Screen(
            Frame.Of(http, heading, visit.Circle.Id) with { Narrow = true }, visit.Circle, visit.Me, who, typed, broken));
    }

    private static Task<IResult> ChangeAsync(
        HttpContext http, Guid circle, Guid seat, Door door, Permission permission, string told, Action<Circle, SeatId, Typed, Act> change,
        CancellationToken cancellation)
    {
        var typed = http.Typed();
        return TableForm.ChangeAsync(
            http, circle, door, permission,
            visit => change(visit.Circle, (visit.Circle.FindProfessional(new SeatId(seat)) ?? throw new RefusedException()).Id, typed, visit.Act),
            told, $"/people/{seat}/needed", broken => ShowAsync(http, circle, seat, door, typed, broken, cancellation), cancellation);
    }

    // Who stood in reads nothing here any more after that, and goes on to their tables.
    private static Task<IResult> BackAsync(HttpContext http, Guid circle, Guid seat, Door door, CancellationToken cancellation) => Pages.TryAsync(
        async () =>
        {
            var wasMe = await door.ChangeAsync(
                http.Caller(),
                new CircleId(circle),
                Permission.Speak,
                visit =>
                {
                    visit.Circle.SayBack((visit.Circle.FindProfessional(new SeatId(seat)) ?? throw new RefusedException()).Id, visit.Act);
                    return Task.FromResult(visit.Me.Id.Value == seat);
                },
                cancellation);
            Saying.Say(http, wasMe ? "involvements.stepped-back-told" : "involvements.stand-in-back-told");
            return wasMe ? "/tables" : $"/tables/{circle}/people/{seat}/needed";
        },
        broken => ShowAsync(http, circle, seat, door, Typed.Nothing, broken, cancellation));

    private static async Task<IResult> StepBackAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Speak,
            visit =>
            {
                if (!visit.Me.IsGuest)
                {
                    throw new RefusedException();
                }

                visit.Circle.StepBack(visit.Act);
                return Task.FromResult(true);
            },
            cancellation);
        Saying.Say(http, "involvements.stepped-back-told");
        return Pages.Done("/tables");
    }
}
