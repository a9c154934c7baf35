using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Involvements;

/// <summary>What a professional reads of one's own things: each chooses for themselves, and nobody sees what another chose (R102, T20).</summary>
public static class ChooseSharing
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who chooses.</param>
    /// <param name="Guest">For whom.</param>
    /// <param name="Typed">What was chosen before it was sent back.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Seat Guest, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/people/{Guest.Id.Value}/reads";

        /// <summary>How it is now.</summary>
        public Sharing Now => Circle.SharingOf(Guest, Me);

        /// <summary>Since when this professional sits here, UTC.</summary>
        public DateTimeOffset Since => Guest.Given.Since;

        /// <summary>In whose place this professional sits here; null for nobody's.</summary>
        public Seat? Away => Circle.InvolvementOf(Guest.Number) is { } involvement ? Circle.ReplacedIn(involvement) : null;

        /// <summary>Whether nothing is read because that other reads nothing either.</summary>
        public bool IsKept => Circle.InvolvementOf(Guest.Number) is { } involvement && Circle.IsKeptFromReplaced(involvement, Me);

        /// <summary>Why nothing is read though nothing was chosen; null where that is not so.</summary>
        public string? WhyNothing => IsKept || Now != Sharing.Nothing || Circle.InvolvementOf(Guest.Number) is not { } involvement || involvement.Shared.Any(shared => shared.By == Me.Number && shared.What == Sharing.Nothing)
            ? null
            : involvement.Looked.FirstOrDefault(said => said.By == Me.Number && said.Answer == StillNeeded.NoMore) is { } noMore ? noMore.IsBack ? "involvements.reads-back" : "involvements.reads-no-more"
            : "involvements.reads-no-yes";

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, rule == SharingRules.Chooses ? "what" : null, Pages.Sentence(rule)) : null;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        const string page = "/tables/{circle:guid}/people/{seat:guid}/reads";
        app.MapGet(page, (HttpContext http, Guid circle, Guid seat, Door door, CancellationToken cancellation) =>
            ShowAsync(http, circle, seat, door, http.Typed(), null, cancellation));
        app.MapPost(page, (HttpContext http, Guid circle, Guid seat, Door door, CancellationToken cancellation) =>
        {
            var typed = http.Typed();
            if (typed.Is("met"))
            {
                // That a host met who sits there, and another made the card (T20).
                return TableForm.ChangeAsync(
                    http, circle, door, Permission.Host, visit => visit.Circle.SayMet(GuestOf(visit, seat).Id, visit.Act),
                    "involvements.met-told", "/who", broken => ShowAsync(http, circle, seat, door, typed, broken, cancellation), cancellation);
            }

            if (typed.Is("not-met"))
            {
                return TableForm.ChangeAsync(
                    http, circle, door, Permission.Host, visit => visit.Circle.TakeMetBack(GuestOf(visit, seat).Id, visit.Act),
                    "involvements.not-met-told", "/who", broken => ShowAsync(http, circle, seat, door, typed, broken, cancellation), cancellation);
            }

            return TableForm.ChangeAsync(
                http, circle, door, Permission.Speak,
                visit => visit.Circle.Share(GuestOf(visit, seat).Id, typed.One<Sharing>("what"), visit.Act),
                "involvements.reads-told", "/who", broken => ShowAsync(http, circle, seat, door, typed, broken, cancellation), cancellation);
        });
    }

    private static Seat GuestOf(Visit visit, Guid seat) =>
        Circle.MayShare(visit.Me) && visit.Circle.FindProfessional(new SeatId(seat)) is { } who && visit.Circle.InvolvementOf(who.Number)?.LeftAt is null
            ? who
            : throw new RefusedException();

    private static async Task<IResult> ShowAsync(
        HttpContext http, Guid circle, Guid seat, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var who = GuestOf(visit, seat);
        return ChooseSharingView.Create(new Screen(
            Frame.Of(http, Text.T("involvements.reads", who.Name), visit.Circle.Id) with { Narrow = true }, visit.Circle, visit.Me, who, typed, broken));
    }
}
