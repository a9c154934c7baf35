using Keukentafel.Domain.Access;

namespace Keukentafel.Data.Circles;

/// <summary>
/// Who changes a table does so in turn. Else somebody who sends much at once makes everybody else's change meet another one each time, until it is given
/// up (T20). Of one person one change at a time waits for the table: whoever sends hundreds waits behind their own, and another behind one of them. What is
/// changed inside a change does not wait for it.
/// </summary>
internal sealed class Turns
{
    private readonly SemaphoreSlim[] _free = Make(64);
    private readonly SemaphoreSlim[] _own = Make(4_096);
    private readonly AsyncLocal<bool> _has = new();

    /// <summary>Does something in turn.</summary>
    /// <param name="person">Who. One in thousands shares a turn with another, and then waits for them too.</param>
    /// <param name="circle">At which table. A few tables share a turn.</param>
    /// <param name="work">What.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<T> TakeAsync<T>(PersonId person, CircleId circle, Func<Task<T>> work, CancellationToken cancellation)
    {
        if (_has.Value)
        {
            return await work();
        }

        // Always the own turn first and then the table's: so nobody holds what another of these waits for.
        var own = Of(_own, person);
        await own.WaitAsync(cancellation);
        try
        {
            var free = Of(_free, circle);
            await free.WaitAsync(cancellation);
            try
            {
                _has.Value = true;
                return await work();
            }
            finally
            {
                free.Release();
            }
        }
        finally
        {
            own.Release();
        }
    }

    private static SemaphoreSlim[] Make(int many) => [.. Enumerable.Range(0, many).Select(_ => new SemaphoreSlim(1, 1))];

    private static SemaphoreSlim Of<T>(SemaphoreSlim[] turns, T whose)
        where T : struct => turns[(whose.GetHashCode() & int.MaxValue) % turns.Length];
}
