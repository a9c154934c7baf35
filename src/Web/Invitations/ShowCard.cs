using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Invitations;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Invitations;

/// <summary>The card with which somebody comes in, on paper or as a link. Only who made it sees it.</summary>
public static class ShowCard
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who invites.</param>
    /// <param name="Seat">Who is invited.</param>
    /// <param name="Invitation">The invitation.</param>
    /// <param name="Code">The code, in groups.</param>
    /// <param name="House">Where this house is: scheme and host.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Seat Seat, Invitation Invitation, string Code, string House)
    {
        /// <summary>The address of the person's page.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/people/{Seat.Id.Value}";

        /// <summary>Where who has the card types the code.</summary>
        public string Welcome => House + (Text.IsEnglish ? "/en" : "") + "/welcome";

        /// <summary>The last day on which it can be used.</summary>
        public string Until => Days.Day(Invitation.Until, Frame.Now);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/people/{seat:guid}/card", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Guid seat, Door door, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Host, cancellation);
        var who = visit.Circle.Find(new SeatId(seat)) ?? throw new RefusedException();
        var invitation = visit.Circle.InvitationFor(who.Number, visit.Me.Number) ?? throw new RefusedException();
        var code = InvitationCode.Written(door.CodeOf(visit, invitation));
        var frame = Frame.Of(http, Text.T("invitations.card", who.Name), visit.Circle.Id) with { Narrow = true };
        return ShowCardView.Create(new Screen(frame, visit.Circle, visit.Me, who, invitation, code, $"{http.Request.Scheme}://{http.Request.Host}"));
    }
}
