using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Wishes;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Frames;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Children;

/// <summary>
/// "Mijn plek" (J2): a young person's own wishes with each answer, what each professional may ask of them, sentences about them with their answer, whom
/// they chose as a supporter, and their rights. To anybody else this page is not there.
/// </summary>
public static class SeeMyPlace
{
    /// <summary>How many wishes, and how many sentences, stand in sight; older ones lie folded.</summary>
    public const int InSight = 3;

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        /// <summary>The table.</summary>
        public Circle Circle => Sight.Circle;

        /// <summary>The young person.</summary>
        public Seat Me => Sight.Me;

        /// <summary>The address of the table.</summary>
        public string Table => $"/tables/{Circle.Id.Value}";

        /// <summary>The address of this page.</summary>
        public string Address => AddressOf(Circle.Id.Value);

        /// <summary>What they wished, those that wait for an answer first, then the newest.</summary>
        public IReadOnlyList<Slip> Wishes { get; } = [.. Sight.Slips.Where(slip => slip.Kind == typeof(Wish)).OrderByDescending(slip => slip.IsOpen)];

        /// <summary>What others wrote about them, what they did not answer yet first, then the newest.</summary>
        public IReadOnlyList<Slip> About { get; } =
            [.. Sight.Slips.Where(slip => slip.Kind == typeof(Statement)).OrderByDescending(slip => MayAnswer(slip, Sight.Me))];

        /// <summary>The professionals at this table.</summary>
        public IEnumerable<Seat> Guests => Circle.Seats.Where(seat => seat.IsGuest);

        /// <summary>What changes, or was decided, about a professional.</summary>
        public IEnumerable<FrameComing> Changes => FrameComing.For(Circle, Me, Frame.Now);

        /// <summary>How one of them is here.</summary>
        /// <param name="guest">Whom.</param>
        public FrameNote Note(Seat guest) => new(Circle, Me, [guest], Frame.Now);

        /// <summary>Whom they chose; null for nobody.</summary>
        public SupporterNote? Supporter => SupporterNote.Of(Circle, Me.Number, Me);

        /// <summary>Who helps a young person by phone, out of the dated file.</summary>
        public IEnumerable<RightsLine> Lines => Rights.Current.For(RightsFor.Young).Where(line => line.Key is "Trusted" or "Children");

        /// <summary>How a slip is shown.</summary>
        /// <param name="slip">The slip.</param>
        public SlipScreen Card(Slip slip) => new(Circle, Me, slip.Contribution, Frame.Now, Sight.IsNew(slip), 0);

        /// <summary>Whether they have not answered it yet, and can.</summary>
        /// <param name="slip">The slip.</param>
        public bool Asks(Slip slip) => MayAnswer(slip, Me);

        /// <summary>Whether nobody else can read a wish, so that nobody can answer it.</summary>
        /// <param name="wish">The wish.</param>
        public bool IsForMeAlone(Wish wish) => Circle.Seats.All(seat => seat.Number == Me.Number || !wish.MayBeReadBy(seat));

        /// <summary>Since when a wish waits: since it was first said after the last answer that came across.</summary>
        /// <param name="wish">The wish.</param>
        public static DateTimeOffset WaitsSince(Wish wish)
        {
            var answered = wish.WishAnswers.LastOrDefault();
            return answered is null ? wish.At : wish.Additions.FirstOrDefault(one => one.At > answered.At && one is Repeat or Heard)?.At ?? answered.At;
        }

        private static bool MayAnswer(Slip slip, Seat me) => slip.Contribution is { IsTakenBack: false } thing && thing.MayBeAnsweredBy(me)
            && thing.Answers.All(answer => answer.By != me.Number);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/my-place", ShowAsync);

    /// <summary>The address of the page.</summary>
    /// <param name="circle">At which table.</param>
    public static string AddressOf(Guid circle) => $"/tables/{circle}/my-place";

    /// <summary>The page is of a young person whose table it is: for anybody else there is no such page.</summary>
    /// <param name="me">Who asks.</param>
    /// <exception cref="RefusedException">It is somebody else.</exception>
    internal static void OnlyForAYoungPerson(Seat me)
    {
        if (!Circle.MayChooseSupporter(me))
        {
            throw new RefusedException();
        }
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        // Only own wishes and what others say about this person are opened, and only those does the trail name.
        var look = Look.Of(
            "my-place",
            (slips, me) => !Circle.MayChooseSupporter(me) ? [] :
            [
                .. slips.Where(slip => slip.Kind == typeof(Wish)
                    ? slip.By == me.Number && !slip.Flags.HasFlag(SlipFlags.TakenBack)
                    : slip.About.Has(me.Number) && slip.By != me.Number && (!slip.Flags.HasFlag(SlipFlags.TakenBack) || slip.Flags.HasFlag(SlipFlags.KeepsItsTrace))),
            ],
            typeof(Wish), typeof(Statement));
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), look, cancellation);
        http.Response.RegisterForDispose(sight);
        OnlyForAYoungPerson(sight.Me);
        return SeeMyPlaceView.Create(new Screen(Frame.Of(http, Text.T("children.place"), sight) with { Narrow = true }, sight));
    }
}

/// <summary>Whom a young person chose, as it is shown to somebody who may know it.</summary>
/// <param name="Supporter">The choice.</param>
/// <param name="Seat">Who, at the table; null for somebody from outside.</param>
/// <param name="Name">What they are called.</param>
/// <param name="IsHere">Whether a supporter from the table still sits there.</param>
public sealed record SupporterNote(Supporter Supporter, Seat? Seat, string Name, bool IsHere)
{
    /// <summary>Who knows it, in a sentence for who chose.</summary>
    public string Known => Text.T("children.supporter-known." + Supporter.Known, Name);

    /// <summary>The choice, as far as this reader may know.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="of">Whose.</param>
    /// <param name="reader">Who reads.</param>
    public static SupporterNote? Of(Circle circle, SeatNumber of, Seat reader)
    {
        if (circle.SupporterOf(of, reader) is not { } supporter)
        {
            return null;
        }

        var seat = supporter.Seat is { } number ? circle.SeatAt(number) : null;
        return new SupporterNote(supporter, seat, seat?.Name ?? supporter.Name!, circle.IsStillHere(supporter));
    }

    /// <summary>What another reads of it beside the young person's name; null for nothing.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="young">Whose supporter.</param>
    /// <param name="reader">Who reads; not the young person.</param>
    public static string? ForAnother(Circle circle, Seat young, Seat reader) =>
        Of(circle, young.Number, reader) is not { IsHere: true } note || reader.Number == young.Number ? null
        : note.Supporter.Seat == reader.Number ? Text.T("children.supporter-you", young.Name)
        : Text.T("children.supporter-of", young.Name, note.Name);
}
