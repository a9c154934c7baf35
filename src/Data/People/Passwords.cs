using System.Security.Cryptography;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;

namespace Keukentafel.Data.People;

/// <summary>Another password: kept in one moment with the end of the sessions and of the other own ways in, and its line in the trail.</summary>
public sealed class Passwords
{
    private static readonly string[] OtherWaysIn = ["passkeys", "one_time_codes", "spare_codes"];

    private readonly Gate _gate;
    private readonly TimeProvider _clock;

    internal Passwords(Gate gate, TimeProvider clock)
    {
        _gate = gate;
        _clock = clock;
    }

    /// <summary>Keeps the new password, and ends every session of this person but one. Passkeys and codes of before go.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="oldHash">The hash that was checked. When another stands there by now, somebody else was first.</param>
    /// <param name="newHash">The hash of the new password.</param>
    /// <param name="stays">The session that stays.</param>
    /// <exception cref="RuleBrokenException"><see cref="CommonRules.NotChangedMeanwhile"/>.</exception>
    public Task ChangeAsync(PersonId person, string oldHash, string newHash, Guid stays)
    {
        var now = _clock.GetUtcNow();
        return _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                var one = await writing.RunAsync(
                    "update people set password_hash = @new, security_stamp = @stamp, concurrency_stamp = @stamp where id = @id and password_hash = @old",
                    ("new", newHash), ("stamp", NewStamp()), ("id", person.Value), ("old", oldHash));
                if (one == 0)
                {
                    throw new RuleBrokenException(CommonRules.NotChangedMeanwhile);
                }

                await writing.RunAsync(
                    "update sessions set ended_at = @now where person = @person and id <> @stays and ended_at is null",
                    ("now", Sheets.Ms(now)), ("person", person.Value), ("stays", stays));
                await TakeOtherWaysInAwayAsync(writing, person);
            },
            () => [new TrailLine(now, person.Value, null, 0, Deed.PasswordChanged, Permission.Speak, person.Value, null, null, 0)]);
    }

    /// <summary>Takes the passkeys and codes of before away: another may have made them on an open phone, and would come in past the new password (T20).</summary>
    internal static async Task TakeOtherWaysInAwayAsync(Writing writing, PersonId person)
    {
        foreach (var table in OtherWaysIn)
        {
            await writing.RunAsync($"delete from {table} where person = @person", ("person", person.Value));
        }
    }

    /// <summary>What makes whatever rests on the old password worth nothing.</summary>
    internal static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}
