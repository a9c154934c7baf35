using System.Security.Cryptography;
using Keukentafel.Data.Mapping;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Nudges;

namespace Keukentafel.Data.Circles;

/// <summary>The door, for whether there is something for who is not here.</summary>
public sealed partial class Door
{
    /// <summary>
    /// Whether something came for somebody, at any table where that counts, that they may read themselves and did not see yet. It is asked as their own
    /// list of tables asks it: what is hidden from them is not read. Nothing is handed over, so the trail says nothing.
    /// </summary>
    /// <param name="person">Who.</param>
    /// <param name="since">After which moment, UTC.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal async Task<bool> HasSomethingForAsync(PersonId person, DateTimeOffset since, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        var (circles, seats) = await Finder.TablesOfAsync(_storage, person, cancellation);
        foreach (var row in circles)
        {
            if (Counts(row) && await News.SinceAsync(_storage, person, row.Id, since, now, cancellation))
            {
                return true;
            }
        }

        return false;

        bool Counts(CircleRow row)
        {
            try
            {
                using var opener = _keyring.OpenerOf(row.Id);
                return Nudge.CountsAt(CircleMapping.From(row, seats[row.Id], opener), person, now);
            }
            catch (CryptographicException)
            {
                // A table of which the key was lost tells nobody anything, and stops nothing.
                return false;
            }
        }
    }
}
