using Keukentafel.Domain.Access;

namespace Keukentafel.Data.Circles;

/// <summary>
/// Who changes a table does so in turn. Else somebody who sends much at once makes everybody else's change meet another one each time, until it is given
/// up (T20). What is changed inside a change does not wait for it.
/// </summary>
internal sealed class Turns
{
    private readonly SemaphoreSlim[] _free = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly AsyncLocal<bool> _has = new();

    /// <summary>Does something in turn.</summary>
    /// <param name="circle">At which table. A few tables share a turn.</param>
    /// <param name="work">What.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<T> TakeAsync<T>(CircleId circle, Func<Task<T>> work, CancellationToken cancellation)
    {
        if (_has.Value)
        {
            return await work();
        }

        var free = _free[(circle.GetHashCode() & int.MaxValue) % _free.Length];
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
}
