using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Involvements;

/// <summary>Who is who, for whoever reads it: each at the table, what they do for the family in its own words, and how to reach them (R16, R103, R104).</summary>
public static class WhoIsWho
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who reads it.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me)
    {
        /// <summary>The address of the table.</summary>
        public string Address => $"/tables/{Circle.Id.Value}";

        /// <summary>Who comes first for the reader.</summary>
        public Seat? First => Circle.FirstContactOf(Me.Number);

        /// <summary>Everybody but the reader, as people sit: on paper, the order tells nobody who comes first for whom.</summary>
        public IReadOnlyList<Seat> Others => [.. Circle.Seats.Where(seat => seat.Number != Me.Number).OrderByDescending(seat => seat.Side)];

        /// <summary>Whether the reader may say what somebody does, in the family's words.</summary>
        public bool MaySay => Me.Side == SeatSide.Host;

        /// <summary>Whether somebody wrote down anything of how to reach them, and what they may, may not and must write down.</summary>
        /// <param name="about">What is kept of it.</param>
        public static bool SaysSomething(AboutMyself? about) => (about?.Reach ?? about?.May ?? about?.MayNot ?? about?.WritesDown) is not null;

        /// <summary>Which parent, who lives apart from the reader, wrote down the name of one of their own people; null for none. A name has an author too (T20).</summary>
        /// <param name="seat">Whose name.</param>
        public Seat? NamedBy(Seat seat) => seat is { Side: SeatSide.Network, AddedBy: { } by } && Circle.LiveApart(Me, Circle.SeatAt(by)) ? Circle.SeatAt(by) : null;

        /// <summary>In whose place somebody is here; null for nobody's.</summary>
        /// <param name="seat">Who.</param>
        public Seat? InPlaceOf(Seat seat) => Circle.InvolvementOf(seat.Number) is { } involvement ? Circle.ReplacedIn(involvement) : null;

        /// <summary>How to reach somebody: as they say it, or as it was said when they were proposed to stand in.</summary>
        /// <param name="seat">Who.</param>
        public string? ReachOf(Seat seat) => Circle.AboutFor(seat.Number, Me)?.Reach ?? Circle.InvolvementOf(seat.Number)?.StandsIn?.Reach;

        /// <summary>Until when somebody is here, in a sentence; null for nothing to say.</summary>
        /// <param name="seat">Who.</param>
        public string? Until(Seat seat) => !seat.IsGuest ? null : Circle.InvolvementOf(seat.Number) switch
        {
            { StandsIn: { } stands } => Text.T("involvements.who-until", Days.Day(stands.Until, Days.Of(Frame.Now))),
            _ when Circle.FrameOf(seat, Days.Of(Frame.Now)) is { Kind: FrameKind.Measure, Until: { } last } => Text.T("involvements.who-measure", Days.Day(last, Days.Of(Frame.Now))),
            { Authority: { } authority } => Text.T("involvements.who-until", Days.Day(authority.Until, Days.Of(Frame.Now))),
            { Worth.LookAgain: { } day } => Text.T("involvements.who-look", Days.Day(day, Days.Of(Frame.Now))),
            _ => Text.T("involvements.who-no-day"),
        };
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/who", async Task<IResult> (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        {
            await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Read, cancellation);
            return WhoIsWhoView.Create(new Screen(Frame.Of(http, WordsFor.Reader(visit.Me, "involvements.who"), visit.Circle.Id), visit.Circle, visit.Me));
        });
        app.MapPost("/tables/{circle:guid}/who/first", FirstAsync);
    }

    private static async Task<IResult> FirstAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Speak,
            visit =>
            {
                var typed = http.Typed();
                var who = typed.Id("seat") is { } id ? new SeatId(id) : (SeatId?)null;
                if (!Circle.MayChooseFirst(visit.Me) || (who is { } seat && visit.Circle.Find(seat) is null) || who == visit.Me.Id)
                {
                    throw new RefusedException();
                }

                visit.Circle.ChooseFirst(who, visit.Act);
                return Task.FromResult(true);
            },
            cancellation);
        Saying.Say(http, "involvements.first-told");
        return Pages.Done($"/tables/{circle}/who");
    }
}
