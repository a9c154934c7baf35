using System.Security.Cryptography;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.People;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Circles;

/// <summary>What who holds a code is shown before they say yes: nothing else of the table.</summary>
/// <param name="Circle">At which table.</param>
/// <param name="By">Who invites.</param>
/// <param name="Words">What for.</param>
/// <param name="Named">Whom the inviter names, by name.</param>
/// <param name="Until">Until when the code can be used, UTC.</param>
/// <param name="SitsHere">Whether who asks sits at this table already.</param>
/// <param name="IsForWork">Whether it is for somebody who works with families.</param>
/// <param name="Asker">What who asks an expert in the background is, in plain words (R98); empty when that is not said, null for a place at the table.</param>
public sealed record Invited(
    CircleId Circle, string By, string Words, IReadOnlyList<string> Named, DateTimeOffset Until, bool SitsHere, bool IsForWork, string? Asker);

/// <summary>The door, for who holds the code of an invitation.</summary>
public sealed partial class Door
{
    private const string InvitationPart = "invitation";

    /// <summary>Shows an invitation to who holds its code, and writes that down.</summary>
    /// <param name="code">The code, as <see cref="InvitationCode.Tidy"/> gives it.</param>
    /// <param name="person">Who asks; null for somebody who is not signed in.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedException">No such code, or it is used, refused, taken back or too old: nobody can tell which.</exception>
    public async Task<Invited> InvitedAsync(string code, PersonId? person, CancellationToken cancellation)
    {
        var (circle, invitation, act, opener) = await AdmitInvitedAsync(code, person, cancellation);
        using (opener)
        {
            await _gate.WriteAsync(new TrailLine(
                act.At, act.Person.Value, circle.Id.Value, 0, Deed.Entered, act.Permission, invitation.Id.Value, InvitationPart, null, 0));
            return new Invited(
                circle.Id, circle.SeatAt(invitation.By).Name, invitation.Words, [.. invitation.Named.Seats().Select(seat => circle.SeatAt(seat).Name)],
                invitation.Until, person is { } somebody && circle.SeatOf(somebody) is not null,
                circle.SeatAt(invitation.For) is { IsGuest: true } or { IsExpert: true },
                circle.SeatAt(invitation.For).IsExpert ? FamilyNames.WorkOf(circle, circle.SeatAt(invitation.By)) ?? "" : null);
        }
    }

    /// <summary>Who holds a code says yes, and sits down at the seat that was kept.</summary>
    /// <param name="code">The code.</param>
    /// <param name="person">Who sits down.</param>
    /// <param name="newcomer">
    /// The account, for who comes in for the first time: kept in the same moment, called and aged as the seat. Null for who had one.
    /// </param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="onlyAtWork">Whether they came in through their organisation, and sit down as a professional or not at all (<see cref="Caller.OnlyAtWork"/>).</param>
    /// <param name="through">Through which organisation a newcomer will come in, kept in the same moment; null for another way in.</param>
    /// <returns>At which table.</returns>
    /// <exception cref="RefusedException">No such code, or not any more.</exception>
    /// <exception cref="RuleBrokenException">
    /// This person sits here already, or somebody has that name to come in by; or the place is of family or own people, and they came in through their organisation.
    /// </exception>
    public Task<CircleId> JoinAsync(
        string code, PersonId person, Person? newcomer, CancellationToken cancellation, bool onlyAtWork = false, KnownAs? through = null) =>
        AnswerAsync(
            code, person, newcomer, through,
            (circle, invitation, act) =>
            {
                if ((onlyAtWork || through is not null) && !act.By.IsGuest && !act.By.IsExpert)
                {
                    throw new RuleBrokenException(InvitationRules.NotThroughWork);
                }

                circle.Join(invitation, act);
            },
            cancellation);

    /// <summary>Who holds a code says "rather not".</summary>
    /// <param name="code">The code.</param>
    /// <param name="person">Who says so; null for somebody who is not signed in.</param>
    /// <param name="words">What is said with it; may be empty.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedException">No such code, or not any more.</exception>
    /// <exception cref="RuleBrokenException">The words are too long.</exception>
    public Task RefuseAsync(string code, PersonId? person, string? words, CancellationToken cancellation) =>
        AnswerAsync(code, person, null, null, (circle, invitation, act) => circle.RefuseInvitation(invitation, words, act), cancellation);

    /// <summary>The code of an own invitation, for its card.</summary>
    /// <param name="visit">Proof that a host was let in; for the card of an expert, who asked.</param>
    /// <param name="invitation">The invitation.</param>
    /// <exception cref="RefusedException">It is another host's, or does not wait any more.</exception>
    public string CodeOf(Visit visit, Invitation invitation) =>
        (visit.Act.Permission == Permission.Host || visit.Circle.SeatAt(invitation.For).IsExpert) && invitation.By == visit.Me.Number && invitation.IsOpen(visit.Act.At) && visit.Circle.Invitations.Contains(invitation)
            ? InvitationCode.Of(visit.Circle.Id, invitation.Id, _keyring)
            : throw new RefusedException();

    /// <summary>Forgets codes that are too old to be used.</summary>
    public Task ForgetOldCodesAsync() => _gate.ChangeAsync(
        null,
        null,
        writing => writing.RunAsync("delete from invitations where until < @now", ("now", Sheets.Ms(_clock.GetUtcNow()))),
        () => []);

    private async Task<CircleId> AnswerAsync(
        string code, PersonId? person, Person? newcomer, KnownAs? through, Action<Circle, InvitationId, Act> answer, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (circle, invitation, act, opener) = await AdmitInvitedAsync(code, person, cancellation);
            if (newcomer is not null)
            {
                newcomer.Called = act.By.Name;
                newcomer.Age = (int)act.By.Age;
                newcomer.IsProfessional = act.By.IsGuest || act.By.IsAway;
            }

            await using var visit = new Visit(_finder, _storage, _gate, _keyring, new Caller(act.Person, Guid.Empty), circle, act, opener, null)
            {
                Newcomer = newcomer,
                Through = through is null ? null : OrganisationKeys.RowOf(act.Person, through, act.At, _keyring),
            };
            try
            {
                answer(circle, invitation.Id, act);
                await visit.SaveAsync();
                return circle.Id;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                // Somebody else was first: look again.
            }
            catch (RuleBrokenException)
            {
                await visit.EnterAsync();
                throw;
            }
            catch (DbUpdateException failure) when (newcomer is not null && failure is not DbUpdateConcurrencyException && !_storage.IsUnavailable(failure))
            {
                throw new RuleBrokenException(InvitationRules.NameIsFree);
            }
        }
    }

    private async Task<(Circle Circle, Invitation Invitation, Act Act, Opener Opener)> AdmitInvitedAsync(
        string code, PersonId? person, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        (Guid Circle, Guid Id)? row = null;
        await _storage.AskAsync(
            null,
            null,
            [
                new Query(
                    Questions.InvitationSql,
                    found => row = (found.Id(0), found.Id(1)),
                    ("print", InvitationCode.PrintOf(code, _keyring)),
                    ("now", Sheets.Ms(now))),
            ],
            cancellation);
        if (row is { } led)
        {
            var id = new CircleId(led.Circle);
            var found = await _finder.AskAsync(new Caller(person ?? default, Guid.Empty), id, null, [], cancellation);
            var opener = _keyring.OpenerOf(led.Circle);
            try
            {
                var circle = CircleMapping.From(found.Circle!, found.Seats, opener);
                var invitation = new InvitationId(led.Id);
                if (circle.AdmitInvited(invitation, person, now) is { } act)
                {
                    return (circle, circle.Invitations.Single(one => one.Id == invitation), act, opener);
                }
            }
            catch (CryptographicException)
            {
                opener.Dispose();
                throw;
            }

            opener.Dispose();
        }

        await _gate.WriteAsync(new TrailLine(
            now, person?.Value ?? Guid.Empty, row?.Circle, 0, Deed.Refused, Permission.Join, row?.Id, InvitationPart, null, 0));
        throw new RefusedException();
    }
}
