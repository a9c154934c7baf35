using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Overviews;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Reports;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Views;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Endings;
using Keukentafel.Web.Involvements;
using Keukentafel.Web.Reflections;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Somebody sits down at a table and sees what lies on it.</summary>
public static class OpenTable
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Places">Everybody's place in the drawing.</param>
    /// <param name="AsList">Whether the drawing is swapped for the list.</param>
    /// <param name="One">The one thing for this reader; null for none.</param>
    /// <param name="Older">Where older things are; null when there are none.</param>
    /// <param name="Cards">The cards that were drawn before.</param>
    /// <param name="Face">What waits for this reader about the face of the table; null for nothing.</param>
    public sealed record Screen(
        Frame Frame, Sight Sight, IReadOnlyList<DrawnSeat> Places, bool AsList, OneThing? One, string? Older, CardMemory Cards, FaceNote? Face)
    {
        /// <summary>Whether more lies on the table than on this page: the reader looks back, or still can.</summary>
        public bool IsPart => Older is not null || IsBack;

        /// <summary>Whether the reader looks back.</summary>
        public bool IsBack { get; init; }

        /// <summary>The address of the table.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}";

        /// <summary>Since when the reader rests: then nothing waits for them here (R8). Null for who does not.</summary>
        public DateTimeOffset? RestsSince => Sight.Circle.RestsSince(Sight.Me.Number);

        /// <summary>Whose table it is.</summary>
        public string Owners => Text.Names([.. Sight.Circle.Owners.Select(seat => seat.Name)]);

        /// <summary>The slips of one kind that are not laid aside; statements only when what they hang under is not here.</summary>
        /// <typeparam name="T">The kind.</typeparam>
        public IEnumerable<Slip> Of<T>()
            where T : Contribution =>
            Sight.Slips.Where(slip => slip.Kind == typeof(T) && !slip.IsLaidAside && !(slip.Under is { } under && Has(under)));

        /// <summary>What hangs under a slip.</summary>
        /// <param name="slip">The slip.</param>
        public int Under(Slip slip) => _under.GetValueOrDefault(slip.Id);

        /// <summary>The first thing that is new to the reader, to go to; null for none.</summary>
        public Slip? FirstNew { get; } = Sight.Slips.FirstOrDefault(slip =>
            !slip.IsLaidAside && slip.Under is null && LiesOnTable.Contains(slip.Kind) && Sight.IsNew(slip));

        /// <summary>How many things on the table are new to the reader.</summary>
        public int News => Sight.Slips.Count(slip => !slip.IsLaidAside && (LiesOnTable.Contains(slip.Kind) || slip.Kind == typeof(Talk)) && Sight.IsNew(slip));

        /// <summary>What people decide on together and the reader takes part in, the newest first.</summary>
        public IReadOnlyList<Slip> Deciding { get; } = FairList.Mixed(Sight.Slips.Where(slip => slip.Kind == typeof(Decision) && !slip.IsLaidAside), slip => slip.CountsAs);

        /// <summary>How many of these stand on the table: of each who asked one the newest, and two at least (T20).</summary>
        public int DecidingHere => Math.Max(2, Deciding.DistinctBy(slip => slip.By).Count());

        /// <summary>The talk that goes on, or the next one; of each who planned one, so that nobody's talk hides another's (T20).</summary>
        public IReadOnlyList<Talk> NextTalks { get; } =
        [
            .. Sight.Slips.Where(slip => slip.Kind == typeof(Talk)).Select(slip => (Talk)slip.Contribution).Where(talk => talk.IsAheadOn(Days.Of(Frame.Now)))
                .OrderBy(talk => !talk.GoesOn).ThenBy(talk => talk.Day ?? DateOnly.MaxValue).DistinctBy(talk => talk.By),
        ];

        /// <summary>Who said "rather not" to this reader's invitation, until the reader puts that away.</summary>
        public IReadOnlyList<Seat> SaidNo { get; } =
            [.. Sight.Circle.Invitations.Where(one => one.By == Sight.Me.Number && one.RefusedAt is not null).Select(one => Sight.Circle.SeatAt(one.For)).Where(seat => !seat.IsExpert)];

        /// <summary>Who came in with a card since this reader, a host, was last here; and which professional joined, which everybody is told.</summary>
        public IReadOnlyList<Seat> CameIn { get; } =
        [
            .. Sight.Circle.Invitations
                .Where(one => Sight.Me.Side == SeatSide.Host && one.JoinedAt > Sight.LastVisit && one.For != Sight.Me.Number)
                .Select(one => Sight.Circle.SeatAt(one.For)).Where(seat => !seat.IsExpert).Concat(JoiningNote.Started(Sight)).Distinct(),
        ];

        /// <summary>What is to be said about professionals who may join, about a question without names and a letter, which the family reads first (R61, R98).</summary>
        public IReadOnlyList<JoiningNote> Joining { get; } = [.. ReadsFirst(Sight, Frame.Now), .. JoiningNote.Of(Sight, Frame.Now)];

        /// <summary>What is to be said about a table that may end; null for nothing.</summary>
        public EndNote? Ends { get; } = EndNote.For(Sight.Circle, Sight.Me, Frame.Now);

        /// <summary>The pages beside the table on which something is new to the reader, each with its name.</summary>
        public IReadOnlyList<(string Page, string Name)> Elsewhere { get; } =
        [
            .. Beside.Where(beside => Sight.HasNewsElsewhere(beside.Kinds)).Select(beside => (beside.Page, Text.T(beside.Name))),
        ];

        /// <summary>What the reader laid aside.</summary>
        public IEnumerable<Slip> Aside => Sight.Slips.Where(slip => slip.IsLaidAside);

        /// <summary>A card, drawn once for all who may read it.</summary>
        /// <param name="slip">The slip.</param>
        public ValueTask<byte[]> CardAsync(Slip slip) => Cards.OfAsync(Sight, slip, Under(slip), Frame.Now);

        // What the family reads first stands there until it is answered, however often somebody was here: silence is never taken for having read it (T16).
        private static IEnumerable<JoiningNote> ReadsFirst(Sight sight, DateTimeOffset now)
        {
            if (sight.Circle.RestsSince(sight.Me.Number) is not null)
            {
                yield break;
            }

            foreach (var slip in sight.Slips.Where(slip =>
                slip.Kind == typeof(Report) && slip.Flags.HasFlag(SlipFlags.FamilyReadsFirst) && slip.About.Has(sight.Me.Number) && !slip.Replied.Has(sight.Me.Number)))
            {
                var by = sight.Circle.SeatAt(slip.By).Name;
                yield return new JoiningNote(by, $"reports/{slip.Id.Value}", Text.T("reports.note-waits", by), true);
            }

            if (!sight.Me.IsDecidingHost)
            {
                yield break;
            }

            var waits = sight.Slips.Where(slip => slip.Kind == typeof(Consult) && slip.Flags.HasFlag(SlipFlags.FamilyReadsFirst)
                && ((Consult)slip.Contribution).StillReading(sight.Circle, now).Any(seat => seat.Number == sight.Me.Number)).ToList();
            foreach (var slip in waits)
            {
                yield return new JoiningNote(
                    Text.T("consults.heading"), "consults",
                    Text.T("consults.note-waits", sight.Circle.SeatAt(slip.By).Name, Days.Day(Days.Of(slip.At + Consult.FamilyReads), Days.Of(now))), true);
            }

            if (waits.Count == 0 && sight.HasNewsElsewhere([typeof(Consult)]))
            {
                yield return new JoiningNote(Text.T("consults.heading"), "consults", Text.T("consults.note-new"), true);
            }
        }

        private readonly Dictionary<ContributionId, int> _under = Sight.Slips
            .Where(slip => slip.Under is not null).GroupBy(slip => slip.Under!.Value).ToDictionary(group => group.Key, group => group.Count());

        private bool Has(ContributionId id) => Sight.Slips.Any(slip => slip.Id == id && !slip.IsLaidAside);
    }

    private static readonly HashSet<Type> LiesOnTable = [typeof(GoodThing), typeof(Help), typeof(Wish), typeof(Worry), typeof(Statement)];

    private static readonly (string Page, string Name, Type[] Kinds)[] Beside =
    [
        ("views", "views.heading", [typeof(View), typeof(Difference)]),
        ("plan", "plans.heading", [typeof(Goal), typeof(Agreement), typeof(Condition), typeof(Advice), typeof(Protection), typeof(NotSafe)]),
        ("talks", "talks.heading", [typeof(TalkPoint), typeof(SheetSentence)]),
        ("decisions", "decisions.heading", [typeof(Decision), typeof(DecisionOption)]),
        ("together", "collaborations.heading", [typeof(Collaboration)]),
        ("overview", "overviews.heading", [typeof(Overview), typeof(Factor), typeof(InstrumentOutcome)]),
        ("face", "reflections.heading", [typeof(Reflection)]),
        ("consults", "consults.heading", [typeof(Consult)]),
        ("not-known", "notknowing.heading", [typeof(NotKnown)]),
        ("incidents", "incidents.heading", [typeof(Incident)]),
        ("frames", "frames.heading", [typeof(FrameChange), typeof(Urging), typeof(Report)]),
    ];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}", (HttpContext http, Guid circle, Door door, CardMemory cards, CancellationToken cancellation) =>
            ShowAsync(http, circle, door, cards, false, cancellation));
        app.MapGet("/tables/{circle:guid}/list", (HttpContext http, Guid circle, Door door, CardMemory cards, CancellationToken cancellation) =>
            ShowAsync(http, circle, door, cards, true, cancellation));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, Guid circle, Door door, CardMemory cards, bool asList, CancellationToken cancellation)
    {
        var older = Guid.TryParse(http.Request.Query["older"], out var last) ? new ContributionId(last) : (ContributionId?)null;
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Table(older), cancellation);
        http.Response.RegisterForDispose(sight);
        var places = DrawnSeat.Of(sight);
        var frame = Frame.Of(http, Text.T("circles.table-of"), sight, "table");
        return OpenTableView.Create(new Screen(
            frame, sight, places, asList || places.Count == 0, OneThing.For(sight, frame.Now),
            sight.Older is { } bottom ? $"?older={bottom.Value}" : null, cards, await FaceAsync(http, sight, door, cancellation))
        {
            IsBack = older is not null,
        });
    }

    private static async Task<FaceNote?> FaceAsync(HttpContext http, Sight sight, Door door, CancellationToken cancellation)
    {
        Reflection? waiting = null;
        if (FaceNote.Looks(sight.Circle, sight.Me))
        {
            var look = Look.Of("face-note", (slips, me) => FaceNote.Waiting(slips, sight.Circle, me), typeof(Reflection));
            using var reflections = await door.OpenAsync(http.Caller(), sight.Circle.Id, look, cancellation);
            waiting = reflections.Slips.Select(slip => (Reflection)slip.Contribution).FirstOrDefault();
        }

        return FaceNote.For(sight.Circle, sight.Me, waiting);
    }
}
