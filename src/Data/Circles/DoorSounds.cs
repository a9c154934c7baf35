using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;

namespace Keukentafel.Data.Circles;

/// <summary>The door, for what was said aloud.</summary>
public sealed partial class Door
{
    /// <summary>
    /// Hands over what somebody said aloud to who may read the thing it was said with, also at a table that ended; writes that down first (R11). Whether there
    /// is no such thing, nothing to hear, or nothing for this person is the same from outside.
    /// </summary>
    /// <param name="caller">Who.</param>
    /// <param name="id">At which table.</param>
    /// <param name="thing">With what it was said.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedException">There is nothing to hear for this person.</exception>
    public async Task<Sound> HearAsync(Caller caller, CircleId id, ContributionId thing, CancellationToken cancellation)
    {
        try
        {
            return await HearAsync(caller, id, thing, Permission.Read, cancellation);
        }
        catch (TableEndedException)
        {
            return await HearAsync(caller, id, thing, Permission.Keep, cancellation);
        }
    }

    /// <summary>The sounds that go along in the own story of who was let in, by the thing with which each was said.</summary>
    /// <param name="sight">What was opened as a story.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyDictionary<ContributionId, Sound>> SoundsAsync(Sight sight, CancellationToken cancellation)
    {
        var sounds = new Dictionary<ContributionId, Sound>();
        foreach (var slip in sight.Slips.Where(slip => slip.Story?.Pictured?.Spoken is not null))
        {
            if (await SoundAsync(sight.Circle.Id, sight.Act.Person, slip.Id, cancellation) is { } sound)
            {
                sounds[slip.Id] = sound;
            }
        }

        return sounds;
    }

    private async Task<Sound> HearAsync(Caller caller, CircleId id, ContributionId thing, Permission permission, CancellationToken cancellation)
    {
        using var sight = await OpenAsync(caller, id, Look.Sound(thing, permission), cancellation);
        var said = sight.Slips[0].Contribution;
        if (said.Pictured?.Spoken is not null && said.WordsMayBeReadBy(sight.Me) && await SoundAsync(id, caller.Person, thing, cancellation) is { } sound)
        {
            return sound;
        }

        await RefuseAsync(caller, id, permission, sight.Act.At, thing.Value);
        throw new RefusedException();
    }

    private async Task<Sound?> SoundAsync(CircleId id, PersonId person, ContributionId thing, CancellationToken cancellation)
    {
        byte[]? kept = null;
        await _storage.AskAsync(
            id.Value,
            person.Value,
            [
                new Query(
                    "select sheet from sounds where circle = @circle and contribution = @thing", row => kept = row.Bytes(0),
                    ("circle", id.Value), ("thing", thing.Value)),
            ],
            cancellation);
        return kept is null ? null : Sound.Read(_keyring.Open(id.Value, kept));
    }
}
