using Keukentafel.Data.Mapping;
using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Invitations;
using Keukentafel.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Circles;

/// <summary>The door, for who makes a table of the help they asked for.</summary>
public sealed partial class Door
{
    /// <summary>
    /// Begins a table out of a request for help. The account of who comes for the first time, the table, the words on it and the end of the request are kept in one
    /// moment, or nothing is; the key of the request goes right after, and where that does not come about the next tidying does it.
    /// </summary>
    /// <param name="person">Who asked, and hosts it.</param>
    /// <param name="newcomer">The account, for who comes in for the first time: called and aged as the seat. Null for who had one.</param>
    /// <param name="request">Which request.</param>
    /// <param name="offered">When the offer was made that who asked read: to another offer nobody said yes.</param>
    /// <param name="begin">Makes the table at the moment that is given (UTC).</param>
    /// <returns>Which table.</returns>
    /// <exception cref="RuleBrokenException">
    /// <see cref="RequestRules.StillThere"/>, <see cref="RequestRules.OfferStands"/>, somebody has that name to come in by, or something is missing.
    /// </exception>
    public async Task<CircleId> BeginAsync(
        PersonId person, Person? newcomer, HelpRequestId request, DateTimeOffset offered, Func<HelpRequest, DateTimeOffset, TableFromRequest> begin)
    {
        var now = _clock.GetUtcNow();
        List<TrailLine> lines = [];
        CircleId? id = null;
        var isMarked = false;
        await using var db = _storage.NewChange();
        try
        {
            await _gate.ChangeAsync(
                null,
                null,
                async writing =>
                {
                    var asked = await AskedAsync(writing, request, offered);
                    var begun = begin(asked, now);
                    var circle = begun.Circle;
                    id = circle.Id;
                    List<TrailLine> before = [.. circle.Traces.Select(TrailLine.Of)];
                    lines =
                    [
                        .. before,
                        .. begun.Laid.SelectMany(laid => laid.Traces).Select(TrailLine.Of),
                        TrailLine.OfNoTable(now, default, Deed.RequestRemoved, Permission.Keep, request.Value),
                    ];
                    await writing.GoOnAsAsync(circle.Id.Value, person.Value);
                    if (newcomer is not null)
                    {
                        var host = circle.SeatOf(person)!;
                        newcomer.Called = host.Name;
                        newcomer.Age = (int)host.Age;
                        db.Add(newcomer);
                    }

                    db.Add(CircleMapping.RowOf(circle, _keyring));
                    db.AddRange(circle.AllSeats.Select(seat => CircleMapping.RowOf(circle, seat)));
                    for (var i = 0; i < begun.Laid.Count; i++)
                    {
                        var row = Sheets.RowOf(begun.Laid[i], _keyring);
                        row.Number = writing.Number + before.Count + i;
                        db.Add(row);
                    }

                    await writing.SaveAsync(db);
                    await writing.GoOnAsAsync(null, null);
                    await writing.RunAsync("delete from help_requests where id = @id", ("id", request.Value));
                    await AskedCounts.CountAsync(writing, _keyring, asked, now, now);

                    // The mark comes first and the key last: wherever it stops between, the next tidying finishes it.
                    _keyring.Mark(request.Value);
                    isMarked = true;
                },
                () => lines);
        }
        catch (DbUpdateException failure) when (newcomer is not null && failure is not DbUpdateConcurrencyException && !_storage.IsUnavailable(failure))
        {
            throw new RuleBrokenException(InvitationRules.NameIsFree);
        }
        catch (UnavailableException) when (isMarked)
        {
            // It is not known whether it was kept. Where it was not, the request must stand, and go with its key on its day.
            _keyring.Unmark(request.Value);
            throw;
        }

        _keyring.Destroy(request.Value);
        return id!.Value;
    }

    // Asked in turn at the gate: nobody takes it back, or takes who offers off the team, between this and the table.
    private async Task<HelpRequest> AskedAsync(Writing writing, HelpRequestId id, DateTimeOffset offered)
    {
        HelpRequest? request = null;
        await writing.ReadAsync(
            $"select {HelpRequests.Columns} from help_requests r where r.id = @id",
            row => request = HelpRequests.Opened(row.GetGuid(0), row.GetGuid(1), (byte[])row[2], _keyring),
            ("id", id.Value));
        if (request is null)
        {
            throw new RuleBrokenException(RequestRules.StillThere);
        }

        var answers = false;
        if (request.Offer is { } offer && offer.At == offered)
        {
            await writing.ReadAsync(
                "select 1 from local_team_members where person = @person and team = @team",
                _ => answers = true,
                ("person", offer.By.Value), ("team", request.Team.Value));
        }

        return answers ? request : throw new RuleBrokenException(RequestRules.OfferStands);
    }
}
