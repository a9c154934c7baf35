using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Invitations;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Invitations;

/// <summary>A host asks somebody to come and sit down: what for, and who may be named. One answer is enough (R150).</summary>
public static class InvitePerson
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who invites.</param>
    /// <param name="Seat">Who is invited.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Seat Seat, Typed Typed, Rule? Broken)
    {
        /// <summary>The address.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/people/{Seat.Id.Value}";

        /// <summary>The id of the draft of this.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule
            ? new Mend(rule, rule == InvitationRules.ForWhat || rule == CommonRules.NotTooLong ? "words" : null, Pages.Sentence(rule))
            : null;

        /// <summary>Whom one can name: everybody at the table but oneself and who is invited.</summary>
        public IReadOnlyList<Seat> Others => [.. Circle.Seats.Where(seat => seat.Number != Me.Number && seat.Number != Seat.Number)];

        /// <summary>Whether somebody is ticked.</summary>
        /// <param name="seat">Who.</param>
        public bool Names(Seat seat) => Typed.All("named").Contains(seat.Id.Value.ToString());
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/people/{seat:guid}/invite", async (HttpContext http, Guid circle, Guid seat, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, seat, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/people/{seat:guid}/invite", InviteAsync);
        app.MapPost("/tables/{circle:guid}/people/{seat:guid}/take-card-back", TakeBackAsync);
        app.MapPost("/tables/{circle:guid}/people/{seat:guid}/as-host", AgreeAsync);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Guid seat, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Host, cancellation);
        var who = visit.Circle.Find(new SeatId(seat)) is { } found && visit.Circle.MayInvite(visit.Me, found) ? found : throw new RefusedException();
        var frame = Frame.Of(http, Text.T("invitations.invite", who.Name), visit.Circle.Id) with { Narrow = true };
        return InvitePersonView.Create(new Screen(frame, visit.Circle, visit.Me, who, typed, broken));
    }

    private static async Task<IResult> InviteAsync(HttpContext http, Guid circle, Guid seat, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await TableForm.ChangeAsync(
            http, circle, door, Permission.Host,
            visit =>
            {
                var who = visit.Circle.Find(new SeatId(seat)) ?? throw new RefusedException();
                visit.Circle.Invite(who.Id, typed["words"], visit.Circle.SetOf(typed.Seats("named")), visit.Act);
            },
            null, $"/people/{seat}/card", broken => AskAsync(http, circle, seat, door, typed, broken, cancellation), cancellation);
    }

    // Neither yes nor no was pressed: then it is no yes.
    private static async Task<IResult> AgreeAsync(HttpContext http, Guid circle, Guid seat, Door door, CancellationToken cancellation)
    {
        var yes = http.Typed()["yes"] == "yes";
        await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Host,
            visit =>
            {
                var place = visit.Circle.Find(new SeatId(seat));
                if (place is null || !visit.Circle.IsAskedToAgree(visit.Me, place))
                {
                    throw new RefusedException();
                }

                visit.Circle.AgreeToHost(place.Id, yes, visit.Act);
                return Task.FromResult(true);
            },
            cancellation);
        Saying.Say(http, yes ? "invitations.host-said-yes" : "invitations.host-said-no");
        return Pages.Done($"/tables/{circle}/people/{seat}");
    }

    private static async Task<IResult> TakeBackAsync(HttpContext http, Guid circle, Guid seat, Door door, CancellationToken cancellation)
    {
        await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Host,
            visit =>
            {
                visit.Circle.TakeBackInvitation((visit.Circle.Find(new SeatId(seat)) ?? throw new RefusedException()).Id, visit.Act);
                return Task.FromResult(true);
            },
            cancellation);
        Saying.Say(http, "invitations.taken-back");
        return Pages.Done($"/tables/{circle}/people/{seat}");
    }
}
