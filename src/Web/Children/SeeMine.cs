using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;
using Keukentafel.Web.Access;
using Keukentafel.Web.Endings;
using Keukentafel.Web.Frames;
using Keukentafel.Web.Involvements;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Children;

/// <summary>What a child says: three things, each a contribution like anybody's.</summary>
public enum MineKind
{
    /// <summary>This goes well.</summary>
    Good,

    /// <summary>I do not like this.</summary>
    NotNice,

    /// <summary>I want this.</summary>
    Want,
}

/// <summary>
/// A child sees its own page: what it said, who can see that, and what came of it. What others wrote about the child is not here: that comes to it
/// through somebody who tells it.
/// </summary>
public static class SeeMine
{
    /// <summary>How many things stand in sight in each place; older ones lie folded.</summary>
    public const int InSight = 3;

    /// <summary>What the page shows.</summary>
    /// <param name="Child">The frame.</param>
    /// <param name="Things">What the child said, the newest first.</param>
    /// <param name="Asked">What the child is asked about who may join: it hosts the table, and answers for itself (R97).</param>
    public sealed record Screen(ChildFrame Child, IReadOnlyList<Contribution> Things, IReadOnlyList<JoiningNote> Asked)
    {
        /// <summary>What changes, or was decided, about who helps.</summary>
        public IEnumerable<FrameComing> Changes => FrameComing.For(Child.Circle, Child.Me, Child.Frame.Now);

        /// <summary>Whether the table may end; null when nobody asks.</summary>
        public EndNote? Ends => EndNote.For(Child.Circle, Child.Me, Child.Frame.Now);

        /// <summary>What was said of one kind: first what the child said itself, or read back (T20).</summary>
        /// <param name="kind">Which.</param>
        public IReadOnlyList<MineThing> Of(MineKind kind) =>
            [.. Things.Where(thing => KindOf(thing) == kind).OrderBy(thing => thing.WaitsToBeReadBack).Select(thing => new MineThing(Child, thing))];
    }

    /// <summary>One thing a child said, as the child sees it.</summary>
    /// <param name="Child">The frame.</param>
    /// <param name="Thing">The thing.</param>
    public sealed record MineThing(ChildFrame Child, Contribution Thing)
    {
        /// <summary>The address of its own page.</summary>
        public string Address => $"/tables/{Child.Circle.Id.Value}/things/{Thing.Id.Value}";

        /// <summary>The words.</summary>
        public string Words => Thing.Said.First();

        /// <summary>Everybody else who can see it, when these were named; nobody for a whole group.</summary>
        public IReadOnlyList<Seat> Named =>
            [.. Child.Circle.Seats.Where(seat => seat.Number != Child.Me.Number && Thing.Audience.Named.Has(seat.Number))];

        /// <summary>Whether anybody else can see it.</summary>
        public bool IsShared => Child.Circle.Seats.Any(seat => seat.Number != Child.Me.Number && Thing.MayBeReadBy(seat));

        /// <summary>Who can see it, in the words of a child.</summary>
        public string Sees => Thing.Audience.Group switch
        {
            Readers.Everyone => Text.T("children.sees.Everyone"),
            Readers.GrownUps => Text.T("children.sees.GrownUps"),
            _ when Named.Count == 0 => Text.T("children.sees.OnlyMe"),
            _ => Text.T("children.sees.These", Text.Names([Text.T("children.you"), .. Named.Select(seat => seat.Name)])),
        };

        /// <summary>Who said "I will answer".</summary>
        public IReadOnlyList<string> Promised => Thing is Wish wish
            ? [.. wish.Additions.OfType<Promise>().Select(promise => promise.By).Distinct().Where(wish.IsPromisedBy).Select(by => Child.Circle.SeatAt(by).Name)]
            : [];
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/mine", ShowAsync);

    /// <summary>In which of the three places something stands; null for what a child says elsewhere.</summary>
    /// <param name="thing">The thing.</param>
    public static MineKind? KindOf(Contribution thing) => thing switch
    {
        GoodThing => MineKind.Good,
        Worry => MineKind.NotNice,
        Wish => MineKind.Want,
        _ => null,
    };

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        // Only what the child said itself is taken out of the drawer, and only that does the trail name.
        var look = Look.Of(
            "mine",
            (slips, me) => me.Age == AgeGroup.Child ? [.. slips.Where(slip => slip.By == me.Number && !slip.Flags.HasFlag(SlipFlags.TakenBack))] : [],
            typeof(GoodThing), typeof(Worry), typeof(Wish));
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), look, cancellation);
        http.Response.RegisterForDispose(sight);
        ChildrenArea.OnlyForAChild(sight.Me);
        var frame = Frame.Of(http, Text.T("children.heading"), sight, "mine");
        return SeeMineView.Create(new Screen(new ChildFrame(frame, sight.Circle, sight.Me), [.. sight.Slips.Select(slip => slip.Contribution)],
            [.. JoiningNote.Of(sight, frame.Now).Where(note => note.Waits)]));
    }
}

/// <summary>What was said in pictures, as it is shown anywhere.</summary>
/// <param name="Shown">The pictures, the drawing and the sound.</param>
/// <param name="By">Whose they are.</param>
/// <param name="Sound">Where what was said aloud is heard; null where nothing can be fetched.</param>
public sealed record PicturedScreen(Pictured Shown, string By, string? Sound)
{
    /// <summary>The places of a stroke, as a line is drawn; a dot is a line without length.</summary>
    /// <param name="stroke">The stroke.</param>
    public static string PointsOf(Stroke stroke)
    {
        var points = string.Join(' ', stroke.Points.Select(point => $"{point.X},{point.Y}"));
        return stroke.Points.Count == 1 ? $"{points} {points}" : points;
    }
}
