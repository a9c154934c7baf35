using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Reflections;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reflections;

/// <summary>People see who is the face of their table, who reflects along, and what the two looked at together (R90, R93, N13).</summary>
public static class SeeFace
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Asked">The guest that was chosen; null for none.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Sight Sight, Guid? Asked, Rule? Broken)
    {
        /// <summary>The table.</summary>
        public Circle Circle => Sight.Circle;

        /// <summary>The reader.</summary>
        public Seat Me => Sight.Me;

        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/face";

        /// <summary>The figure that the reader is; null for none.</summary>
        public CentralFigure? Mine => Circle.FigureWith(Me.Number);

        /// <summary>Whether the reader may ask a guest and say yes to a colleague.</summary>
        public bool Hosts => Me.IsDecidingHost;

        /// <summary>Whether somebody can be asked now.</summary>
        public bool MayAsk => Hosts && Circle.FigureFor(Me) is null;

        /// <summary>Whether somebody is asked already, for others.</summary>
        public bool IsForOthers => Circle.Figures.Any(figure => figure.StoppedAt is null);

        /// <summary>Who can be asked.</summary>
        public IReadOnlyList<Seat> Guests { get; } =
            [.. Sight.Circle.Seats.Where(seat => seat is { IsGuest: true, Person: not null } && Sight.Circle.FigureWith(seat.Number) is null)];

        /// <summary>What the figure and the colleague looked at together, the newest first, as far as this reader may read it.</summary>
        public IReadOnlyList<SlipScreen> Reflections { get; } =
        [
            .. Sight.Slips.Where(slip => !slip.IsLaidAside)
                .Select(slip => new SlipScreen(Sight.Circle, Sight.Me, slip.Contribution, Frame.Now, false, 0)),
        ];
    }

    /// <summary>A figure as one reader sees it.</summary>
    /// <param name="Screen">The page.</param>
    /// <param name="Figure">The figure, in whatever stage.</param>
    public sealed record One(Screen Screen, CentralFigure Figure)
    {
        /// <summary>Who was asked.</summary>
        public Seat Who => Screen.Circle.SeatAt(Figure.Who);

        /// <summary>Whether the reader is the one who was asked, and did not stop.</summary>
        public bool IsMine => Figure.Who == Screen.Me.Number && Figure.StoppedAt is null;

        /// <summary>Whether it holds for the reader, who hosts.</summary>
        public bool IsForMe => Screen.Me.Side == SeatSide.Host && Screen.Circle.IsFor(Figure, Screen.Me);

        /// <summary>Whether it does not hold for the reader, who hosts.</summary>
        public bool IsNotForMe => Screen.Me.Side == SeatSide.Host && Figure.StoppedAt is null && !IsForMe;

        /// <summary>Whether the reader, for whom it holds, said no to the colleague.</summary>
        public bool SaidNoToColleague => IsForMe && Figure.NoToColleague.Has(Screen.Me.Number);

        /// <summary>Whether the reader can take a no back now: each has at most one figure.</summary>
        public bool MayTakeBack => Screen.Circle.MayTakeNoBack(Figure, Screen.Me);

        /// <summary>The hosts who come in and for whom it does not hold: for the figure to read, and for nobody else (T20).</summary>
        public IReadOnlyList<string> NotFor => Names(host => !Screen.Circle.IsFor(Figure, host));

        /// <summary>The hosts who would rather not have the colleague, for whom the figure does hold: for the figure to read, and for nobody else (T20).</summary>
        public IReadOnlyList<string> WithoutColleague => Names(host => Screen.Circle.IsFor(Figure, host) && Figure.NoToColleague.Has(host.Number));

        /// <summary>What the named or agreed colleague is called; null while there is none.</summary>
        public string? Colleague => Figure.Colleague is { } seat ? Screen.Circle.SeatAt(seat).Name : Figure.Named?.Name;

        private IReadOnlyList<string> Names(Func<Seat, bool> which) => !IsMine ? [] :
        [
            .. Screen.Circle.Seats.Where(seat => seat is { Side: SeatSide.Host, Person: not null } && which(seat)).Select(seat => seat.Name),
        ];
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/tables/{circle:guid}/face", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
            ShowAsync(http, circle, door, null, cancellation));

    /// <summary>Shows the page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="circle">The table.</param>
    /// <param name="door">The door.</param>
    /// <param name="broken">The rule that said no to what was asked here; null for none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, Rule? broken, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Of("face", typeof(Reflection)), cancellation);
        http.Response.RegisterForDispose(sight);
        var asked = http.Typed().Id("who") ?? (Guid.TryParse(http.Request.Query["who"], out var who) ? who : null);
        return SeeFaceView.Create(new Screen(
            Frame.Of(http, Text.T("reflections.face"), sight, "talks") with { Narrow = true }, sight, asked, broken));
    }

    /// <summary>Changes something about the face of a table, and goes back to its page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="circle">The table.</param>
    /// <param name="door">The door.</param>
    /// <param name="permission">For what one must be let in.</param>
    /// <param name="change">What to do. May run more than once.</param>
    /// <param name="told">The key of what the next page says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal static Task<IResult> ChangeAsync(
        HttpContext http, Guid circle, Door door, Permission permission, Action<Visit> change, string told, CancellationToken cancellation) =>
        TableForm.ChangeAsync(http, circle, door, permission, change, told, "/face", broken => ShowAsync(http, circle, door, broken, cancellation), cancellation);
}
