using System.Buffers.Binary;
using System.Text;

namespace Keukentafel.Domain.Children;

/// <summary>
/// A sound as phones record it: boxes in boxes. Known boxes have exactly the size that their content asks; every other box becomes as many zeros, so that
/// places in the file still hold; and between what is heard there is nothing but zeros either. So nothing can lie in it but the sound.
/// </summary>
/// <param name="bytes">What came in; it is cleaned in its place.</param>
internal sealed class Mp4Sound(byte[] bytes)
{
    private const int MostSamples = 20_000;

    private const ulong FarTooLong = 1UL << 40;

    // As loud as it was made, and not turned or moved: what stands there says nothing of a sound, and is the same in each.
    private static readonly byte[] Upright =
        [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0];

    private static readonly byte[] EndOfFile = [0, 1, 0, 0, 1, 0, .. new byte[10], .. Upright, .. new byte[24], 0, 0, 0, 2];

    private static readonly byte[] EndOfTrack = [.. new byte[12], 1, 0, 0, 0, .. Upright, .. new byte[8]];

    // No language.
    private static readonly byte[] EndOfMedia = [0x55, 0xc4, 0, 0];

    // Which boxes are known, and in which box.
    private static readonly Dictionary<string, string[]> Known = new()
    {
        [""] = ["ftyp", "moov", "mdat"],
        ["moov"] = ["mvhd", "trak"],
        ["trak"] = ["tkhd", "edts", "mdia"],
        ["edts"] = ["elst"],
        ["mdia"] = ["mdhd", "hdlr", "minf"],
        ["minf"] = ["smhd", "dinf", "stbl"],
        ["dinf"] = ["dref"],
        ["stbl"] = ["stsd", "stts", "stsc", "stsz", "stco", "co64"],
        ["mp4a"] = ["esds"],
    };

    private readonly Dictionary<string, Range> _found = [];
    private readonly List<(int From, int To)> _media = [];

    /// <summary>Checks everything and takes out what is not the sound.</summary>
    /// <returns>How long it takes, in milliseconds.</returns>
    /// <exception cref="Access.RuleBrokenException">It is no such sound.</exception>
    public long Clean()
    {
        if (bytes.Length < 16 || !bytes.AsSpan(4).StartsWith("ftyp"u8))
        {
            throw Sound.NoSound();
        }

        Walk("", 0, bytes.Length);
        var length = Math.Max(LengthBy("mvhd", 0), LengthBy("mdhd", LengthOfSamples()));
        CleanBrand();
        CleanHead("mvhd", 20, EndOfFile);
        CleanHead("tkhd", 24, EndOfTrack);
        CleanHead("mdhd", 20, EndOfMedia);
        CleanHandler();
        Exact("smhd", 8).Clear();
        CheckElsewhere();
        CheckEdits();
        CheckEntry();
        CleanMedia();
        return length;
    }

    // Boxes lie one after the other and fill what they are in to the last byte.
    private void Walk(string inside, int from, int to)
    {
        while (from < to)
        {
            var size = to - from < 8 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(from));
            if (size < 8 || size > to - from)
            {
                throw Sound.NoSound();
            }

            var name = Encoding.Latin1.GetString(bytes, from + 4, 4);
            var (start, end) = (from + 8, from + (int)size);
            if (!Known[inside].Contains(name))
            {
                "free"u8.CopyTo(bytes.AsSpan(from + 4));
                bytes.AsSpan(start..end).Clear();
            }
            else if (name == "mdat")
            {
                _media.Add((start, end));
            }
            else if (!_found.TryAdd(name, start..end))
            {
                // A second track, or the same thing said twice: another reader might take the other one.
                throw Sound.NoSound();
            }
            else if (Known.ContainsKey(name))
            {
                Walk(name, start, end);
            }

            from = end;
        }
    }

    private Span<byte> Body(string name) => _found.TryGetValue(name, out var range) ? bytes.AsSpan(range) : throw Sound.NoSound();

    private Span<byte> Exact(string name, long length) => Body(name) is var body && body.Length == length ? body : throw Sound.NoSound();

    // A box with a list: how many stand in it, and each of one size.
    private Span<byte> List(string name, int each, int head = 8)
    {
        var body = Body(name);
        var count = body.Length < head ? uint.MaxValue : Number(body, head - 4);
        return count <= MostSamples && body.Length == head + (count * each) && Number(body, 0) == 0 ? body[head..] : throw Sound.NoSound();
    }

    private static uint Number(ReadOnlySpan<byte> body, int at) => BinaryPrimitives.ReadUInt32BigEndian(body[at..]);

    private void CleanBrand()
    {
        var brands = Body("ftyp");
        if (brands.Length is < 8 or > 64 || brands.Length % 4 != 0)
        {
            throw Sound.NoSound();
        }

        for (var at = 0; at < brands.Length; at += 4)
        {
            (at == 0 ? "M4A "u8 : "isom"u8).CopyTo(brands[at..]);
        }

        brands.Slice(4, 4).Clear();
    }

    // When it was made stands in front, and is written with large numbers or small ones.
    private void CleanHead(string name, int front, byte[] end)
    {
        var isLarge = Body(name) is { Length: > 0 } body && body[0] == 1;
        var whole = Exact(name, front + (isLarge ? 12 : 0) + end.Length);
        whole.Slice(4, isLarge ? 16 : 8).Clear();
        end.CopyTo(whole[^end.Length..]);
    }

    private long LengthBy(string name, ulong samples)
    {
        var body = Body(name);
        if (body.Length < 32 && !(body.Length >= 20 && body[0] == 0))
        {
            throw Sound.NoSound();
        }

        var isLarge = body[0] == 1;
        var scale = Number(body, isLarge ? 20 : 12);
        var length = Math.Max(samples, isLarge ? BinaryPrimitives.ReadUInt64BigEndian(body[24..]) : Number(body, 16));

        // Anything that is far too long is as long as that.
        return scale == 0 ? throw Sound.NoSound() : (long)Math.Min(Math.Min(length, FarTooLong) * 1000 / scale, int.MaxValue);
    }

    private ulong LengthOfSamples()
    {
        var times = List("stts", 8);
        var length = 0UL;
        for (var at = 0; at < times.Length; at += 8)
        {
            length += Math.Min((ulong)Number(times, at) * Number(times, at + 4), FarTooLong);
        }

        return length;
    }

    // Which program made it stands behind, as a name.
    private void CleanHandler()
    {
        var body = Body("hdlr");
        if (body.Length is < 20 or > 256 || !body.Slice(8, 4).SequenceEqual("soun"u8))
        {
            throw Sound.NoSound();
        }

        body[12..].Clear();
        body[..8].Clear();
    }

    // The sound stands in this file, and is fetched from nowhere.
    private void CheckElsewhere()
    {
        if (!Exact("dref", 20).SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12, .. "url "u8, 0, 0, 0, 1]))
        {
            throw Sound.NoSound();
        }
    }

    private void CheckEdits()
    {
        if (!_found.ContainsKey("elst"))
        {
            return;
        }

        var body = Body("elst");
        var each = body.Length > 0 && body[0] == 1 ? 20 : 12;
        if (body.Length < 8 || Number(body, 4) is 0 or > 8 || body.Length != 8 + (Number(body, 4) * each))
        {
            throw Sound.NoSound();
        }
    }

    // How it is to be heard: one entry, for a voice and nothing else.
    private void CheckEntry()
    {
        const int Head = 36;
        var body = Body("stsd");
        if (body.Length < 8 + Head || Number(body, 0) != 0 || Number(body, 4) != 1 || Number(body, 8) != body.Length - 8
            || !body.Slice(12, 4).SequenceEqual("mp4a"u8) || body.Slice(24, 2).ContainsAnyExcept((byte)0))
        {
            throw Sound.NoSound();
        }

        body.Slice(16, 6).Clear();
        body.Slice(26, 6).Clear();
        var start = _found["stsd"].Start.Value + 8;
        Walk("mp4a", start + Head, _found["stsd"].End.Value);
        CheckDecoder(Body("esds"));
    }

    private static void CheckDecoder(ReadOnlySpan<byte> body)
    {
        if (body.Length < 4 || Number(body, 0) != 0)
        {
            throw Sound.NoSound();
        }

        // No address, and nothing on which it depends.
        var stream = Described(3, ref body, 4);
        if (!body.IsEmpty || stream.Length < 3 || stream[2] != 0)
        {
            throw Sound.NoSound();
        }

        var decoder = Described(4, ref stream, 3);
        if (decoder.Length < 13 || decoder[0] is not (0x40 or 0x66 or 0x67 or 0x68) || decoder[1] >> 2 != 5)
        {
            throw Sound.NoSound();
        }

        var own = Described(5, ref decoder, 13);
        var last = Described(6, ref stream, 0);
        if (own.Length is 0 or > 64 || !decoder.IsEmpty || last.Length != 1 || !stream.IsEmpty)
        {
            throw Sound.NoSound();
        }
    }

    /// <summary>Takes one description out of what comes after a few bytes; leaves what comes after it.</summary>
    private static ReadOnlySpan<byte> Described(byte tag, ref ReadOnlySpan<byte> from, int after)
    {
        var rest = from[after..];
        var (at, length) = (1, 0);
        for (var more = true; more && at < rest.Length && at <= 4; at++)
        {
            length = (length << 7) | (rest[at] & 0x7f);
            more = (rest[at] & 0x80) != 0;
        }

        if (rest.IsEmpty || rest[0] != tag || length > rest.Length - at)
        {
            throw Sound.NoSound();
        }

        from = rest[(at + length)..];
        return rest.Slice(at, length);
    }

    // What is heard stays where it is; all between becomes zeros.
    private void CleanMedia()
    {
        var heard = new byte[bytes.Length];
        foreach (var (from, to) in Heard())
        {
            if (!_media.Exists(media => from >= media.From && to <= media.To))
            {
                throw Sound.NoSound();
            }

            bytes.AsSpan(from..to).CopyTo(heard.AsSpan(from));
        }

        foreach (var (from, to) in _media)
        {
            heard.AsSpan(from..to).CopyTo(bytes.AsSpan(from));
        }
    }

    private IEnumerable<(int From, int To)> Heard()
    {
        var isLarge = _found.ContainsKey("co64");
        if (isLarge == _found.ContainsKey("stco"))
        {
            throw Sound.NoSound();
        }

        var each = isLarge ? 8 : 4;
        var chunks = List(isLarge ? "co64" : "stco", each).ToArray();
        var runs = List("stsc", 12).ToArray();
        var one = Body("stsz").Length < 12 ? throw Sound.NoSound() : Number(Body("stsz"), 4);
        var sizes = one == 0 ? List("stsz", 4, 12).ToArray() : [.. Exact("stsz", 12)];
        var samples = one == 0 ? sizes.Length / 4 : (int)Math.Min(Number(sizes, 8), MostSamples + 1);
        if (samples is 0 or > MostSamples || runs.Length == 0 || Number(runs, 0) != 1)
        {
            throw Sound.NoSound();
        }

        var (sample, run) = (0, 0);
        for (var chunk = 0; chunk * each < chunks.Length; chunk++)
        {
            while (run + 12 < runs.Length && Number(runs, run + 12) <= chunk + 1)
            {
                run += 12;
            }

            var place = isLarge ? BinaryPrimitives.ReadUInt64BigEndian(chunks.AsSpan(chunk * 8)) : Number(chunks, chunk * 4);
            for (var nth = 0U; nth < Number(runs, run + 4); nth++, sample++)
            {
                var size = sample >= samples ? uint.MaxValue : one == 0 ? Number(sizes, sample * 4) : one;
                if (size > bytes.Length || place > (ulong)bytes.Length - size)
                {
                    throw Sound.NoSound();
                }

                yield return ((int)place, (int)(place + size));
                place += size;
            }
        }

        if (sample != samples)
        {
            throw Sound.NoSound();
        }
    }
}
