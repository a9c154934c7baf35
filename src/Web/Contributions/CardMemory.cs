using System.Collections.Concurrent;
using System.IO.Pipelines;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>
/// Cards that were drawn before (D14): one contribution in one version and form for one language, never a page of a person. Who may read it is
/// asked of the database each time; this only spares opening and drawing again what has not changed. A changed item or a changed name has
/// another version and so another card.
/// </summary>
public sealed class CardMemory
{
    /// <summary>The most bytes that are kept, in two halves of which the older is dropped whole.</summary>
    public const int MostBytes = 48 * 1024 * 1024;

    private ConcurrentDictionary<Key, byte[]> _young = new();
    private ConcurrentDictionary<Key, byte[]> _old = new();
    private long _bytes;

    private readonly record struct Key(
        Guid Id, int Version, int CircleVersion, bool English, bool WordsShown, bool IsNew, int Under, int Year, SeatSet Folded, SeatSet KeptFrom);

    /// <summary>The card of a slip that somebody was just let in to see.</summary>
    /// <param name="sight">What was opened.</param>
    /// <param name="slip">The slip.</param>
    /// <param name="under">How many statements hang under it.</param>
    /// <param name="now">The moment, UTC.</param>
    public ValueTask<byte[]> OfAsync(Sight sight, Slip slip, int under, DateTimeOffset now)
    {
        var shown = !slip.Flags.HasFlag(SlipFlags.TakenBack)
            || (slip.Flags.HasFlag(SlipFlags.KeepsItsTrace) && (slip.By == sight.Me.Number || slip.About.Has(sight.Me.Number)));
        var key = new Key(
            slip.Id.Value, slip.Version, sight.Circle.Version, Text.IsEnglish, shown, sight.IsNew(slip), under, Days.Of(now).Year, SlipScreen.FoldedOf(sight, slip),
            slip.KeptFrom);
        if (slip.IsLimited)
        {
            // Something of it may be left out for this reader: such a card is nobody else's, and theirs is not this reader's (D12, T22).
            return DrawAsync(key, sight.Circle, slip, under, now, isKept: false);
        }

        if (_young.TryGetValue(key, out var card))
        {
            return new ValueTask<byte[]>(card);
        }

        if (_old.TryGetValue(key, out card))
        {
            Keep(key, card);
            return new ValueTask<byte[]>(card);
        }

        return DrawAsync(key, sight.Circle, slip, under, now, isKept: true);
    }

    private async ValueTask<byte[]> DrawAsync(Key key, Circle circle, Slip slip, int under, DateTimeOffset now, bool isKept)
    {
        // No reader goes in. What is left out of a slip for one is left out before, and such a card is not kept.
        var screen = new SlipScreen(circle, null, slip.Contribution, now, key.IsNew, under, WordsShown: key.WordsShown, Folds: key.Folded);
        using var stream = new MemoryStream(2048);
        var writer = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        await SlipView.Create(screen).RenderAsync(writer, Whole.Encoder);
        await writer.CompleteAsync();
        var card = stream.ToArray();
        if (isKept)
        {
            Keep(key, card);
        }

        return card;
    }

    private void Keep(Key key, byte[] card)
    {
        if (_young.TryAdd(key, card) && Interlocked.Add(ref _bytes, card.Length + 200) > MostBytes / 2)
        {
            _old = Interlocked.Exchange(ref _young, new ConcurrentDictionary<Key, byte[]>());
            Interlocked.Exchange(ref _bytes, 0);
        }
    }
}
