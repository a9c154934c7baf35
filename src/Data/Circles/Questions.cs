using Keukentafel.Data.Mapping;
using Keukentafel.Data.Store;

namespace Keukentafel.Data.Circles;

/// <summary>What the door asks the database, in both databases' words, and how an answer becomes rows. Nobody else asks these.</summary>
internal static class Questions
{
    // From whom it is kept at this moment, whatever readers were chosen: until a day, and after it. Of nearly everything it is from nobody, which is asked first.
    private const string Kept = "(case when c.kept_until = 0 then 0 when @now < c.kept_until then c.kept_from else c.kept_after end)";

    private const string Columns =
        "c.number, c.id, c.kind, c.seat, c.at, c.readers, c.named, c.about, c.waits_for, c.parent, cast(c.open as integer), c.voices, c.changed_at, c.version, " +
        "c.flags, c.replied, c.sheet, " + Kept + " from contributions c join seats me on me.circle = c.circle and me.person = @person where c.circle = @circle";

    // The same question as Contribution.MayBeReadBy; a test holds the two together.
    public const string MayRead =
        " and ((me.side < 4 and (c.seat = me.number or c.waits_for = me.number or (c.waits_for = 0 and " +
        "(c.readers = 3 or (c.readers = 2 and me.age = 3) or (c.named & me.bit) <> 0) and " +
        "(c.kept_until = 0 or " + Kept + " & me.bit = 0) and " +

        // To whom all is given, that is not asked for each thing. What quotes others is given only by all of them, though somebody be named as a reader.
        // Whoever did not meet them, and another made their card, gives nothing by name: how that is kept is said in CircleMapping.
        "(me.given_since = 0 or ((((c.named & me.bit) <> 0 and (cast(1 as bigint) << c.seat) & me.given_not & (me.given_new | me.given_old) = 0) or " +
        "((c.readers = 3 or (c.readers = 2 and me.age = 3)) and (cast(1 as bigint) << c.seat) & me.given_not & (~ me.given_new) = 0 and " +
        "(me.given_since <= c.at or (cast(1 as bigint) << c.seat) & me.given_new = 0) and (me.given_longer <= c.at or (cast(1 as bigint) << c.seat) & me.given_old = 0))) and " +
        "(c.kind <> 7 or (c.voices & me.given_not & (~ me.given_new) = 0 and (me.given_since <= c.at or c.voices & me.given_new = 0) and (me.given_longer <= c.at or c.voices & me.given_old = 0)))))))) " +
        "or (((me.side = 4 and c.kind = 40) or (me.side = 5 and c.kind = 61)) and (c.named & me.bit) <> 0))";

    private const string CircleColumns = "c.id, c.started_at, cast(c.parents_apart as integer), c.\"order\", c.version, c.sheet";

    private const string SeatColumns = "s.number, s.id, s.person, s.side, s.age, s.mug, s.since, s.circle from seats s";

    // Who may come in is decided on these rows, by the circle itself, before anything of them is handed over.
    public const string CircleSql = "select " + CircleColumns + " from circles c where c.id = @circle";

    public const string SeatsSql = "select " + SeatColumns + " where s.circle = @circle";

    // Worries, statements and what was asked in the background, whoever reads them: for what is removed on its day, where nobody reads.
    public static readonly string OpinionsSql =
        "select " + Columns.Replace(" join seats me on me.circle = c.circle and me.person = @person", "", StringComparison.Ordinal) + " and c.kind in (3, 5, 61, 92)";

    public const string InvitationSql = "select i.circle, i.id from invitations i where i.print = @print and i.until > @now";

    public const string CirclesOfMineSql =
        "select " + CircleColumns + " from circles c join seats me on me.circle = c.id where me.person = @person";

    public const string SeatsOfMineSql = "select " + SeatColumns + " join seats me on me.circle = s.circle where me.person = @person";

    // One question, because on PostgreSQL each costs more than what it finds.
    public const string CircleForMeSql =
        "select " + CircleColumns + ", me.visit_session, me.visit_at, me.visit_before, " +
        "(select count(*) from drafts d where d.person = @person and d.circle = @circle), " +
        "cast(exists (select 1 from laid_aside a where a.circle = c.id and a.seat = me.number) as integer) " +
        "from circles c left join seats me on me.circle = c.id and me.person = @person where c.id = @circle";

    private const string Since = "case when me.visit_session = @session and me.visit_before is not null then me.visit_before else me.visit_at end";

    private static readonly string HasPagesOfItsOwn = $" and c.kind >= {(int)ContributionKind.View} and c.kind <> {(int)ContributionKind.Talk}";

    // Whether there can be news of what has pages of its own, among what this person may read: only then it is worth asking of which.
    public static readonly string TableForMeSql = CircleForMeSql.Replace(
        " from circles c left join",
        ", cast(exists (select 1 from contributions c where c.circle = me.circle" + HasPagesOfItsOwn + $" and +c.changed_at > {Since}" + MayRead +
        ") as integer) from circles c left join",
        StringComparison.Ordinal);

    // The kinds with news, as bits: that is said on the table's page, where none of it lies. There are 64 bits, and what is shifted further one
    // database drops and the other wraps: so both are told to wrap.
    public static readonly string ElsewhereSql =
        "select cast(coalesce(sum(distinct cast(1 as bigint) << (c.kind & 63)), 0) as bigint)" + News.FromWhere(Since, "+c.changed_at") + HasPagesOfItsOwn;

    /// <summary>What one hand laid down in own words; the number of a slip is that of a line in the trail of who wrote it.</summary>
    public const string LaidTodaySql = WrittenByHandSql + " and c.seat = @seat";

    /// <summary>What one hand wrote down for others.</summary>
    public const string WrittenTodaySql = WrittenByHandSql + " and c.seat <> @seat";

    private const string WrittenByHandSql =
        "select count(*) from contributions c join trail t on t.number = c.number and t.circle = c.circle where c.circle = @circle and t.seat = @seat " +
        "and c.changed_at > @since and c.at > @since";

    public const string ReadMineSql = "select at, seat from trail where circle = @circle and deed = 1 and (whose & @mine) <> 0";

    public const string AsideSql =
        "select a.contribution from laid_aside a join seats me on me.circle = a.circle and me.number = a.seat " +
        "where a.circle = @circle and me.person = @person";

    public const string SpokenSql =
        "select s.number from seats me join seats s on s.circle = me.circle where me.circle = @circle and me.person = @person and exists (" +
        "select 1 from contributions c where c.circle = me.circle and c.seat = s.number" + MayRead + ")";

    // What lies on the table, and of what has pages of its own what waits: a question people decide on, one's own words to be read back, and what the family reads
    // first.
    private static readonly string OnTable =
        $" and (c.kind < 9 or (c.kind = {(int)ContributionKind.Decision} and cast(c.open as integer) = 1) " +
        $"or (c.seat = me.number and (c.flags & {(int)SlipFlags.WaitsToBeReadBack}) <> 0) " +
        $"or (c.seat <> me.number and (c.flags & {(int)SlipFlags.FamilyReadsFirst}) <> 0))";

    private static readonly string NewestSql = "select " + Columns + MayRead + OnTable + " order by c.number desc limit 61";

    // Who may not read the one it goes on from gets what they would get if it were not there.
    private static readonly string OlderSql =
        "select " + Columns + MayRead + " and c.number < (select c.number from contributions c where c.circle = @circle and c.id = @older" + MayRead + ")" +
        OnTable + " order by c.number desc limit 61";

    // What another wrote down for somebody, and they did not read back, uses up nothing of what they say themselves, nor do later words what the family reads first (T20).
    private static readonly string LastOfEach =
        $"select own.number from (select c.number, row_number() over (partition by c.seat, c.flags & {(int)(SlipFlags.WaitsToBeReadBack | SlipFlags.FamilyReadsFirst)} order by c.number desc) as nth " +
        "from contributions c join seats me on me.circle = c.circle and me.person = @person where c.circle = @circle";

    // Where more lies than a page: of everybody the last few that are open, and the last few of all, however many fill the page; of these what lies behind it.
    // It costs as much as there lies.
    public static readonly string OpenOfEachSql =
        "select " + Columns + MayRead + " and c.open = {0} and c.number in (" + LastOfEach + MayRead + " and c.open = {0}) own where own.nth <= 10 and own.number < @last) order by c.number desc";

    public static readonly string OfEachSql =
        "select " + Columns + MayRead + OnTable + " and c.number in (" + LastOfEach + MayRead + OnTable + ") own where own.nth <= 10 and own.number < @last) order by c.number desc";

    private const string OneSql = "select " + Columns + MayRead + " and (c.id = @one or c.parent = @one) order by c.number desc";

    public const string FoundSql = "select " + Columns + MayRead + " and c.id = @one";

    public const string SentenceSql = "select " + Columns + " and c.kind = 5 and c.id = @one";

    public const string UnderSql = "select " + Columns + MayRead + " and c.parent = @one order by c.number";

    private const string ViewsSql = "select " + Columns + MayRead + " and c.kind >= 6 and c.kind <= 7 order by c.number desc limit 61";

    // However much is laid down after it, nobody's last view of a child falls off the page, nor the last few views and differences of anybody.
    public static readonly string LastViewsSql =
        "select " + Columns + MayRead + " and c.kind >= 6 and c.kind <= 7 and (c.number in (" + LastOfEach + MayRead +
        " and c.kind >= 6 and c.kind <= 7) own where own.nth <= 10) or c.number in (select max(c.number) from contributions c " +
        "join seats me on me.circle = c.circle and me.person = @person where c.circle = @circle and c.kind = 6 " +
        "and (c.flags & 4) = 0" + MayRead + " group by c.seat, c.about)) order by c.number desc";

    public const string DifferencesSql = "select " + Columns + " and c.kind = 7";

    private const string KindsSql = "select " + Columns + MayRead + "{0} order by c.number desc";

    private const string AllSql = "select " + Columns + MayRead + " order by c.number desc";

    public static CircleRow CircleOf(Row row) => new()
    {
        Id = row.Id(0),
        StartedAt = row.Number(1),
        ParentsApart = row.Number(2) != 0,
        Order = row.Small(3),
        Version = row.Small(4),
        Sheet = row.Bytes(5),
    };

    public static SeatRow SeatOf(Row row) => new()
    {
        Number = row.Small(0),
        Id = row.Id(1),
        Person = row.IdOrNone(2),
        Side = row.Small(3),
        Age = row.Small(4),
        Mug = row.Small(5),
        Since = row.Number(6),
        Circle = row.Id(7),
    };

    public static ContributionRow ContributionOf(Row row, Guid circle) => new()
    {
        Circle = circle,
        Number = row.Number(0),
        Id = row.Id(1),
        Kind = row.Small(2),
        Seat = row.Small(3),
        At = row.Number(4),
        Readers = row.Small(5),
        Named = row.Number(6),
        About = row.Number(7),
        WaitsFor = row.Small(8),
        Parent = row.IdOrNone(9),
        Open = row.Number(10) != 0,
        Voices = row.Number(11),
        ChangedAt = row.Number(12),
        Version = row.Small(13),
        Flags = row.Small(14),
        Replied = row.Number(15),
        Sheet = row.Bytes(16),
        Kept = row.Number(17),
    };

    // What comes after the slips themselves has an index of its own; said as in its filter, so that both databases see that it fits.
    private static string OfKinds(IReadOnlyList<int> kinds) =>
        (kinds.Min() >= (int)ContributionKind.View ? " and c.kind >= 6" : "") + $" and c.kind in ({string.Join(", ", kinds)})";

    public static IReadOnlyList<string> QueriesOf(Look look) => look switch
    {
        { One: not null } => [OneSql],
        { OnlyViews: true } => [ViewsSql],

        // The same text must be the same object: questions are prepared once.
        { Kinds: { } kinds } => [string.Intern(KindsSql.Replace("{0}", OfKinds(kinds), StringComparison.Ordinal))],
        { Everything: true } => [AllSql],
        { Older: not null } => [OlderSql],
        _ => [NewestSql],
    };
}
