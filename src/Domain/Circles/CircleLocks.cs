using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;

namespace Keukentafel.Domain.Circles;

/// <summary>The locks that children put on their own pages.</summary>
public sealed partial class Circle
{
    private readonly List<PictureLock> _locks = [];

    internal IReadOnlyList<PictureLock> Locks => _locks;

    /// <summary>The lock on the own page of a child; null for none.</summary>
    /// <param name="seat">Whose page.</param>
    public PictureLock? LockOf(SeatNumber seat) => _locks.Find(one => one.Of == seat);

    /// <summary>A child puts a lock on the own page, or another one; nobody else does.</summary>
    /// <param name="pictures">Three or four pictures, in order.</param>
    /// <param name="print">Makes a slow print of a text.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No child, or not three or four pictures.</exception>
    public void PutLock(IReadOnlyList<PictureWord> pictures, Func<string, string> print, Act act)
    {
        MustBeAChild(act);
        var text = PictureLock.TextOf(pictures);
        _locks.RemoveAll(one => one.Of == act.By.Number);
        _locks.Add(new PictureLock(act.By.Number, pictures.Count, print(text), act.At));
        Record(act, Deed.LockPut, act.By.Id.Value);
    }

    /// <summary>A child takes the lock off the own page.</summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No child.</exception>
    public void TakeLockOff(Act act)
    {
        MustBeAChild(act);
        if (_locks.RemoveAll(one => one.Of == act.By.Number) > 0)
        {
            Record(act, Deed.LockTakenOff, act.By.Id.Value);
        }
    }

    /// <summary>This circle, with the locks that were kept.</summary>
    /// <param name="locks">Those.</param>
    internal Circle With(IEnumerable<PictureLock> locks)
    {
        _locks.AddRange(locks);
        return this;
    }

    private void MustBeAChild(Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(act.By.Age == AgeGroup.Child && act.Voice.Number == act.By.Number && act.WrittenBy is null, ChildRules.OwnLock);
    }
}
