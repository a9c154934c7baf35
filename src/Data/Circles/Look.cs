using System.Buffers.Binary;
using System.Security.Cryptography;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.OwnStories;

namespace Keukentafel.Data.Circles;

/// <summary>Who asks: a person, in one session. Only a signed-in request makes one.</summary>
/// <param name="Person">The person.</param>
/// <param name="Session">The session.</param>
public sealed record Caller(PersonId Person, Guid Session)
{
    /// <summary>
    /// The moment before which what was for this person alone stays shut, UTC: they came in with a new password less than a week ago. Null for nothing.
    /// </summary>
    public DateTimeOffset? ShutBefore { get; init; }

    /// <summary>
    /// Whether they came in through their organisation. Then there is nothing but the tables at which they sit as a professional: who keeps the accounts of an
    /// organisation can come in as each of them, and reaches nobody's own family by it (R2).
    /// </summary>
    public bool OnlyAtWork { get; init; }

    /// <summary>Whether there is this table for who calls, as far as the way in which they came in goes.</summary>
    /// <param name="circle">The table.</param>
    internal bool Reaches(Circle circle) => !OnlyAtWork || circle.SeatOf(Person) is { IsGuest: true } or { IsAway: true };

    /// <summary>Whether something that is for its author alone stays shut.</summary>
    /// <param name="row">What it is.</param>
    internal bool IsShut(ContributionRow row) =>
        ShutBefore is { } before && row.At < Sheets.Ms(before)
        && (row.Readers == (int)Readers.OnlyMe
            || new SeatSet(row.Kept).Bits == SeatSet.Everybody.Without(SeatSet.Of(new SeatNumber(row.Seat))).Bits
            || (row.Readers == (int)Readers.These && (row.Named == SeatSet.Of(new SeatNumber(row.Seat)).Bits || IsOwnQuestion(row))));

    // Of a host's own question in the background only the expert who was asked reads along; of a professional's the hosts whom it is about, too.
    private static bool IsOwnQuestion(ContributionRow row) => row.Kind == (int)ContributionKind.Consult && (row.Named & row.About) == 0;

    /// <summary>Whether a hidden address stays shut, the own one or one that was told: who took over a way in does not learn it.</summary>
    /// <param name="address">The address.</param>
    internal bool IsShut(HiddenAddress address) => ShutBefore > address.At;
}

/// <summary>Which part of a table somebody wants to look at.</summary>
public sealed record Look
{
    /// <summary>The parts that are looked at again each time somebody lays something down.</summary>
    internal const string TalkPart = "talk";

    internal const string AtTheTablePart = "at-table";

    /// <summary>The part that is fetched in pieces while somebody listens.</summary>
    internal const string SoundPart = "sound";

    private Look(string part) => Part = part;

    /// <summary>The name of the part, as the trail keeps it.</summary>
    public string Part { get; }

    internal ContributionId? Older { get; private init; }

    internal ContributionId? One { get; private init; }

    internal bool OnlyViews { get; private init; }

    internal bool IsShared { get; private init; }

    internal bool WithSentences { get; private init; }

    /// <summary>For what one must be let in to look at it.</summary>
    internal Permission Permission { get; private init; } = Permission.Read;

    internal bool Everything { get; private init; }

    internal StoryChoice? AsStory { get; private init; }

    internal IReadOnlyList<int>? Kinds { get; private init; }

    internal bool IsTable => One is null && !OnlyViews && !Everything && Kinds is null;

    internal Func<IReadOnlyList<Slip>, Seat, IReadOnlyList<Slip>>? Choose { get; private init; }

    internal bool AsBooklet { get; private init; }

    /// <summary>The table: the newest things, or those before one of them.</summary>
    /// <param name="older">The last one seen; null for the newest.</param>
    public static Look Table(ContributionId? older = null) => new("table") { Older = older };

    /// <summary>One thing, and what hangs under it.</summary>
    /// <param name="id">Which.</param>
    public static Look At(ContributionId id) => new("one") { One = id };

    /// <summary>
    /// A talk on the one screen on the table: only what everybody who is present may read. Once it has ended nothing but the talk itself.
    /// </summary>
    /// <param name="talk">Which.</param>
    public static Look AtTheTable(ContributionId talk) => new(AtTheTablePart) { One = talk, IsShared = true };

    /// <summary>A talk on somebody's own screen, with all that was said in it.</summary>
    /// <param name="talk">Which.</param>
    public static Look Talk(ContributionId talk) => new(TalkPart) { One = talk };

    /// <summary>One thing alone, to listen to what was said aloud with it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="permission">To look at a table that goes on, or at what remains of one that ended.</param>
    internal static Look Sound(ContributionId id, Permission permission) => new(SoundPart)
    {
        One = id,
        Permission = permission,
        Choose = (slips, _) => [.. slips.Where(slip => slip.Id == id)],
    };

    /// <summary>
    /// A reflection with the sentences on which it rests, as far as this reader is shown them. Away from the table: as the colleague, who may
    /// look at nothing else.
    /// </summary>
    /// <param name="id">Which.</param>
    /// <param name="away">Whether a colleague looks.</param>
    public static Look Reflection(ContributionId id, bool away = false) => new(away ? "along-one" : "reflection")
    {
        One = id,
        WithSentences = true,
        Permission = away ? Permission.Reflect : Permission.Read,
    };

    /// <summary>The reflections for which a colleague, away from the table, was asked along.</summary>
    public static Look Along() => Of("along", typeof(Domain.Reflections.Reflection)) with { Permission = Permission.Reflect };

    /// <summary>The question in the background that an expert, away from the table, was asked (R98).</summary>
    /// <param name="id">Which; null for all that this one was asked here.</param>
    public static Look Advise(ContributionId? id = null) =>
        (id is { } one ? new Look("advise-one") { One = one } : Of("advise", typeof(Domain.Consults.Consult))) with { Permission = Permission.Advise };

    /// <summary>How people see it: views and differences.</summary>
    public static Look Views() => new("views") { OnlyViews = true };

    /// <summary>All of some kinds that this person may read here.</summary>
    /// <param name="part">The name of the part, as the trail keeps it.</param>
    /// <param name="kinds">The kinds of contribution.</param>
    public static Look Of(string part, params IEnumerable<Type> kinds) => new(part) { Kinds = [.. kinds.Select(kind => (int)Mapping.Kinds.Of(kind))] };

    /// <summary>Of some kinds what is chosen out of what this person may read: only that is shown, and only that does the trail name.</summary>
    /// <param name="part">The name of the part, as the trail keeps it.</param>
    /// <param name="choose">Chooses, out of what this seat may read, the newest first.</param>
    /// <param name="kinds">The kinds of contribution.</param>
    public static Look Of(string part, Func<IReadOnlyList<Slip>, Seat, IReadOnlyList<Slip>> choose, params IEnumerable<Type> kinds) =>
        Of(part, kinds) with { Choose = choose };

    /// <summary>All that this person may read here, to search in or to print.</summary>
    /// <param name="part">The name of the part.</param>
    public static Look All(string part) => new(part) { Everything = true };

    /// <summary>All that this person may read at a table that ended, until it is removed (R8).</summary>
    /// <param name="part">The name of the part.</param>
    /// <param name="choose">Chooses, out of what this seat may read, the newest first; null for all.</param>
    public static Look Remains(string part, Func<IReadOnlyList<Slip>, Seat, IReadOnlyList<Slip>>? choose = null) =>
        new(part) { Everything = true, Permission = Permission.Keep, Choose = choose };

    /// <summary>Some of all that this person may read here: only those are shown, and only those does the trail name.</summary>
    /// <param name="part">The name of the part.</param>
    /// <param name="choose">Chooses, out of what this seat may read, the newest first.</param>
    public static Look Some(string part, Func<IReadOnlyList<Slip>, Seat, IReadOnlyList<Slip>> choose) => new(part) { Everything = true, Choose = choose };

    /// <summary>The own story of who asks: of all that they may read here, what goes along (R7). Only that does the trail name.</summary>
    /// <param name="part">The name of the part.</param>
    /// <param name="choice">What they chose besides what always goes.</param>
    public static Look Story(string part, StoryChoice choice) => new(part) { Everything = true, Permission = Permission.TakeAlong, AsStory = choice };

    /// <summary>What somebody takes along in a booklet. Only that does the trail name.</summary>
    /// <param name="part">The name of the part.</param>
    public static Look Booklet(string part) => new(part) { Everything = true, Permission = Permission.TakeAlong, AsBooklet = true };
}

/// <summary>What can be told of a slip without opening it. The numbers are stored: never change or reuse one.</summary>
[Flags]
public enum SlipFlags
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>A worry that its holder called gone.</summary>
    Gone = 1,

    /// <summary>A wish whose last answer was not asked about yet.</summary>
    AsksWhetherHeard = 2,

    /// <summary>It was taken back.</summary>
    TakenBack = 4,

    /// <summary>The named source said that it may not stand so.</summary>
    SourceRefused = 8,

    /// <summary>A professional wrote it about somebody, who can read it after it was taken back.</summary>
    KeepsItsTrace = 16,

    /// <summary>Another wrote it down, and the one whose words they are did not read it back yet.</summary>
    WaitsToBeReadBack = 32,

    /// <summary>It was said in a talk: it is found with that talk, and hangs under nothing.</summary>
    SaidInTalk = 64,

    /// <summary>It was written down for the one whose words they are, read back or not.</summary>
    WrittenForThem = 128,

    /// <summary>It is withheld from whom it is about, or was (R127).</summary>
    Withheld = 256,

    /// <summary>The family reads it first: a letter about somebody who did not answer it, or a question without names that did not go out (R61, R98).</summary>
    FamilyReadsFirst = 512,
}

/// <summary>One slip as it lies on the table for this reader.</summary>
public sealed class Slip
{
    private readonly ContributionRow _row;
    private readonly Opener _opener;
    private Contribution? _contribution;

    internal Slip(ContributionRow row, Type kind, Opener opener)
    {
        _row = row;
        _opener = opener;
        Kind = kind;
    }

    /// <summary>The id.</summary>
    public ContributionId Id => new(_row.Id);

    /// <summary>The version of what was read.</summary>
    public int Version => _row.Version;

    /// <summary>What it is, opened when first asked for.</summary>
    public Contribution Contribution => _contribution ??= Open();

    /// <summary>What kind of thing it is, without opening it.</summary>
    public Type Kind { get; }

    /// <summary>Who laid it down.</summary>
    public SeatNumber By => new(_row.Seat);

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At => Sheets.Moment(_row.At);

    /// <summary>When it last changed, UTC.</summary>
    public DateTimeOffset ChangedAt => Sheets.Moment(_row.ChangedAt);

    /// <summary>Whom it is about.</summary>
    public SeatSet About => new(_row.About);

    /// <summary>Who may read it.</summary>
    public Audience Audience => new((Readers)_row.Readers, new SeatSet(_row.Named));

    /// <summary>From whom it is kept at this moment, whatever readers were chosen (R127).</summary>
    public SeatSet KeptFrom => new(_row.Kept);

    /// <summary>Under what it hangs; null when it stands alone.</summary>
    public ContributionId? Under => _row.Parent is { } parent && !Flags.HasFlag(SlipFlags.SaidInTalk) ? new ContributionId(parent) : null;

    /// <summary>What can be told without opening it.</summary>
    public SlipFlags Flags => (SlipFlags)_row.Flags;

    /// <summary>
    /// As whose it counts in a list: what another wrote down for somebody takes no place of what they say themselves, as long as they did not read it back (T20).
    /// </summary>
    public (SeatNumber By, bool WaitsToBeReadBack) CountsAs => (By, Flags.HasFlag(SlipFlags.WaitsToBeReadBack));

    /// <summary>Who has answered, or said "I will answer" and did not yet.</summary>
    public SeatSet Replied => IsLimited ? Sheets.Replied(Contribution) : new SeatSet(_row.Replied);

    /// <summary>Who must agree first; null for nobody.</summary>
    public SeatNumber? WaitsFor => _row.WaitsFor == 0 ? null : new SeatNumber(_row.WaitsFor);

    /// <summary>Whether it waits for somebody to do something.</summary>
    public bool IsOpen => _row.Open;

    /// <summary>Whether the reader laid this aside.</summary>
    public bool IsLaidAside { get; internal set; }

    /// <summary>What of it goes along in the reader's own story; null where no story was asked for.</summary>
    public StoryPage? Story { get; internal set; }

    /// <summary>Whose words are on it, of these people.</summary>
    /// <param name="seats">These.</param>
    public SeatSet WordsOf(SeatSet seats) => seats.Both(new SeatSet(Voices));

    internal long Number => _row.Number;

    /// <summary>For whom it is read; null where nobody reads it and it is only looked at whether it changed.</summary>
    internal Seat? Reader { get; init; }

    /// <summary>
    /// Whether less is given to the reader than there is, of this or of another thing: what of it is shown says the thing itself, without what is left out.
    /// </summary>
    public bool IsLimited => Reader is { Given.IsAll: false } or { IsExpert: true };

    // In a story only whose words go along.
    internal long Voices => IsLimited ? Sheets.VoicesOf(Contribution).Bits : Story is null ? _row.Voices : SeatSet.Of(Story.Words.Select(said => said.By)).Bits;

    private Contribution Open()
    {
        var contribution = Sheets.From(_row, _opener);
        if (Reader is not null)
        {
            contribution.LeaveOutFor(Reader);
        }

        return contribution;
    }
}

/// <summary>What somebody was let in to see, after the trail was written.</summary>
public sealed class Sight : IDisposable
{
    private readonly IDisposable _opener;

    private readonly long _elsewhere;

    internal Sight(Circle circle, Act act, IReadOnlyList<Slip> slips, ContributionId? older, SeatSet spoken, DateTimeOffset? lastVisit, int drafts, long elsewhere, IDisposable opener)
    {
        Circle = circle;
        Act = act;
        Slips = slips;
        Older = older;
        Spoken = spoken;
        LastVisit = lastVisit;
        Drafts = drafts;
        _elsewhere = elsewhere;
        _opener = opener;
    }

    /// <summary>The table.</summary>
    public Circle Circle { get; }

    /// <summary>The proof with which it was opened.</summary>
    public Act Act { get; }

    /// <summary>The reader's seat.</summary>
    public Seat Me => Act.By;

    /// <summary>What this reader may read of it, the newest first.</summary>
    public IReadOnlyList<Slip> Slips { get; }

    /// <summary>The last thing of this page, when there is more that is older; null when there is not.</summary>
    public ContributionId? Older { get; }

    /// <summary>Of whom there is anything here that this reader may read (R15).</summary>
    public SeatSet Spoken { get; }

    /// <summary>When the reader's visit before this one began, UTC; on the first visit when that began; null when it begins now.</summary>
    public DateTimeOffset? LastVisit { get; }

    /// <summary>How many drafts the reader still has for this table.</summary>
    public int Drafts { get; }

    /// <summary>
    /// Whether something is new, since the reader's visit before this one, of a kind that has pages of its own and does not lie on the table.
    /// Only the table's page knows it.
    /// </summary>
    /// <param name="kinds">The kinds.</param>
    public bool HasNewsElsewhere(params IEnumerable<Type> kinds) => kinds.Any(kind => (_elsewhere & (1L << (int)Mapping.Kinds.Of(kind))) != 0);

    /// <summary>A sign of how all this stands: another one when anything of it changed. It tells nothing else.</summary>
    public string Sign => SignOf(Slips);

    internal static string SignOf(IReadOnlyList<Slip> slips)
    {
        var bytes = new byte[slips.Count * 24];
        for (var i = 0; i < slips.Count; i++)
        {
            slips[i].Id.Value.TryWriteBytes(bytes.AsSpan(i * 24));
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan((i * 24) + 16), Sheets.Ms(slips[i].ChangedAt));
        }

        return Convert.ToHexString(SHA256.HashData(bytes), 0, 8);
    }

    /// <summary>Whether a slip is new to the reader since the visit before: laid, added to, changed or taken back by somebody else.</summary>
    /// <param name="slip">The slip.</param>
    public bool IsNew(Slip slip) => LastVisit is { } last && slip.ChangedAt > last && slip.Contribution.HasNewsFor(Me, last);

    /// <inheritdoc />
    public void Dispose() => _opener.Dispose();
}

/// <summary>The person may not come in, or there is no such table: from outside both are the same.</summary>
public sealed class RefusedException : Exception;

/// <summary>The table ended, and this person may only read what remains of it.</summary>
/// <param name="circle">Which table.</param>
public sealed class TableEndedException(CircleId circle) : Exception
{
    /// <summary>Which table.</summary>
    public CircleId Circle { get; } = circle;
}

/// <summary>A table on the page of somebody's tables.</summary>
/// <param name="Id">The table.</param>
/// <param name="Circle">The table itself.</param>
/// <param name="Me">The person's seat there.</param>
/// <param name="HasNews">Whether others laid or changed something there since the person last sat down.</param>
public sealed record TableCard(CircleId Id, Circle Circle, Seat Me, bool HasNews);

/// <summary>
/// A guest who read somebody's words, by day (R6, D12). How often is not said: how busy a guest is that day with this table is nobody's to follow (T22).
/// </summary>
/// <param name="Day">The day, in the Netherlands.</param>
/// <param name="Guest">The guest.</param>
public sealed record ReadByGuest(DateOnly Day, Seat Guest);
