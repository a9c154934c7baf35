using Keukentafel.Data.Mapping;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;

namespace Keukentafel.Data.Circles;

/// <summary>
/// Whether something is new at a table since somebody last sat down there. No sheet is opened for it. The same question as
/// <c>Contribution.HasNewsFor</c>, asked of rows and trail: what somebody else laid, added to, changed or took back. Another choice of
/// readers is no news, and neither is what lies aside.
/// </summary>
internal static class News
{
    private static readonly string Sql = "select 1" + FromWhere("me.visit_at") + $" and c.kind <> {(int)ContributionKind.Talk} limit 1";

    // Who never sat down there has seen nothing that could be new: here too.
    private static readonly string SinceSql =
        "select 1" + FromWhere("(case when me.visit_at > @since then me.visit_at else @since end)") +
        $" and me.visit_at is not null and c.kind <> {(int)ContributionKind.Talk} limit 1";

    // Backwards, so that what was long ago is not gone through.
    private const string LookedSql =
        "select t.at from trail t join seats me on me.circle = t.circle and me.person = @person " +
        "where t.circle = @circle and t.seat = me.number and t.deed = 1 order by t.number desc limit 1";

    /// <summary>What is new since a moment: the question without what of it is asked.</summary>
    /// <param name="since">The moment, in the words of a query.</param>
    /// <param name="changed">
    /// The column with the moment of the last change. With a plus before it no index is used for it: where few kinds are asked of, what is found
    /// by kind does not grow with the table.
    /// </param>
    public static string FromWhere(string since, string changed = "c.changed_at") =>
        " from contributions c join seats me on me.circle = c.circle and me.person = @person " +
        $"where c.circle = @circle and {changed} > {since}" + Questions.MayRead +
        " and not exists (select 1 from laid_aside a where a.circle = c.circle and a.seat = me.number and a.contribution = c.id)" +
        // One's own that nothing was done with since it was laid, is none: said first, because the trail is long.
        $" and (c.seat <> me.number or c.changed_at > c.at) and ((c.seat <> me.number and c.at > {since}) or exists (" +
        "select 1 from trail t where t.circle = c.circle and t.number > c.number and t.subject = c.id and t.seat <> me.number " +
        // What hangs there and a professional is not given, is none for them.
        "and (me.given_not = 0 or c.seat = me.number or (cast(1 as bigint) << t.seat) & me.given_not & (~ me.given_new) = 0) " +
        // The deeds that are no news: looking, another choice of readers, what vanished, and what only points at a thing that has readers of its own.
        $"and t.at > {since} and t.deed > {(int)Deed.Laid} and t.deed not in ({(int)Deed.AudienceChanged}, {(int)Deed.Vanished}, {(int)Deed.IncidentThingLaid})))";

    /// <summary>Asks it for one table. Who never sat down there has seen nothing that could be new.</summary>
    public static async Task<bool> AtAsync(Storage storage, Caller caller, CircleRow circle, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = false;
        await storage.AskAsync(
            circle.Id,
            caller.Person.Value,
            [new Query(Sql, _ => found = true, ("person", caller.Person.Value), ("circle", circle.Id), ("now", Sheets.Ms(now)))],
            cancellation);
        return found;
    }

    /// <summary>
    /// Asks whether something came after a moment that was not there when this person last looked at that table, in whichever visit. For who is not here:
    /// nothing is handed over.
    /// </summary>
    public static async Task<bool> SinceAsync(Storage storage, PersonId person, Guid circle, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = false;
        Query Asked(long moment) => new(SinceSql, _ => found = true, ("person", person.Value), ("circle", circle), ("now", Sheets.Ms(now)), ("since", moment));
        await storage.AskAsync(circle, person.Value, [Asked(Sheets.Ms(since))], cancellation);
        if (!found)
        {
            return false;
        }

        long? looked = null;
        await storage.AskAsync(
            circle, person.Value, [new Query(LookedSql, row => looked = row.Number(0), ("person", person.Value), ("circle", circle))], cancellation);
        if (looked is { } at && at > Sheets.Ms(since))
        {
            found = false;
            await storage.AskAsync(circle, person.Value, [Asked(at)], cancellation);
        }

        return found;
    }
}
