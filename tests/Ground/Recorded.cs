using System.Buffers.Binary;
using System.Text;

namespace Keukentafel.Tests.Ground;

/// <summary>Sounds as browsers and phones send them, and what looks like one and is none.</summary>
public static class Recorded
{
    /// <summary>What no sound may bring along.</summary>
    public const string Secret = "52.0907N 5.1214E";

    /// <summary>A sound as our own page makes it.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="rate">How many samples a second.</param>
    public static byte[] Wave(double seconds = 1, int rate = 16_000)
    {
        var samples = new byte[(int)(seconds * rate) * 2];
        for (var i = 0; i < samples.Length / 2; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(samples.AsSpan(i * 2), (short)(8_000 * Math.Sin(i * 2 * Math.PI * 440 / rate)));
        }

        return Riff(Chunk("fmt ", Format(rate)), Chunk("data", samples));
    }

    /// <summary>What stands before the samples.</summary>
    /// <param name="rate">How many samples a second.</param>
    /// <param name="coding">How they are written; 1 for plain.</param>
    /// <param name="channels">How many beside each other.</param>
    /// <param name="bits">How many bits each.</param>
    public static byte[] Format(int rate = 16_000, short coding = 1, short channels = 1, short bits = 16)
    {
        var format = new byte[16];
        BinaryPrimitives.WriteInt16LittleEndian(format, coding);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(2), channels);
        BinaryPrimitives.WriteInt32LittleEndian(format.AsSpan(4), rate);
        BinaryPrimitives.WriteInt32LittleEndian(format.AsSpan(8), rate * channels * bits / 8);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(12), (short)(channels * bits / 8));
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(14), bits);
        return format;
    }

    /// <summary>A piece of a WAV file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="body">What is in it.</param>
    /// <param name="says">How large it says it is; as large as it is when left out.</param>
    public static byte[] Chunk(string name, byte[] body, uint? says = null)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, says ?? (uint)body.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. size, .. body, .. new byte[body.Length % 2]];
    }

    /// <summary>A WAV file of pieces.</summary>
    /// <param name="chunks">The pieces.</param>
    public static byte[] Riff(params byte[][] chunks) => Chunk("RIFF", [.. "WAVE"u8, .. chunks.SelectMany(chunk => chunk)]);

    /// <summary>A box of an M4A file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parts">What is in it.</param>
    public static byte[] Box(string name, params byte[][] parts) =>
        [.. Number(parts.Sum(part => part.Length) + 8), .. Encoding.Latin1.GetBytes(name), .. parts.SelectMany(part => part)];

    /// <summary>A number as M4A writes it.</summary>
    /// <param name="numbers">The numbers.</param>
    public static byte[] Number(params int[] numbers)
    {
        var bytes = new byte[numbers.Length * 4];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * 4), numbers[i]);
        }

        return bytes;
    }

    /// <summary>A sound as a phone makes it: three pieces, with a place, a day, a name and a note in it, and more between what is heard.</summary>
    /// <param name="change">Changes a box by its name before it is put in.</param>
    /// <param name="samples">How many pieces.</param>
    /// <param name="each">How long each takes, of 16,000 a second.</param>
    public static byte[] Phone(Func<string, byte[], byte[]>? change = null, int samples = 3, int each = 1_024)
    {
        var secret = Encoding.ASCII.GetBytes(Secret);
        byte[] Put(string name, params byte[][] parts) => change is null ? Box(name, parts) : change(name, Box(name, parts));
        var heard = Enumerable.Range(0, samples * 8).Select(i => (byte)((i % 250) + 1)).ToArray();
        var brand = Put("ftyp", "M4A "u8.ToArray(), Number(0), "isom"u8.ToArray());

        // What is heard begins behind its own head and the note.
        var media = Put("mdat", secret, heard, secret);
        var place = brand.Length + 8 + secret.Length;
        var length = samples * each;
        var table = Put(
            "stbl",
            Put("stsd", Number(0, 1), Box("mp4a", new byte[6], [0, 1], new byte[8], [0, 1, 0, 16], new byte[4], Number(16_000 << 16), Put("esds", Number(0), Decoder), Box("note", secret))),
            Put("stts", Number(0, 1, samples, each)), Put("stsc", Number(0, 1, 1, samples, 1)), Put("stsz", Number(0, 8, samples)), Put("stco", Number(0, 1, place)));
        var track = Put(
            "trak",
            Put("tkhd", Number(1, 77, 78, 1, 0, length), new byte[60]),
            Put("edts", Put("elst", Number(0, 1, length, 0, 0x10000))),
            Put(
                "mdia",
                Put("mdhd", Number(0, 77, 78, 16_000, length, 0)), Put("hdlr", Number(0, 0), "soun"u8.ToArray(), new byte[12], secret, [0]),
                Put("minf", Put("smhd", new byte[8]), Put("dinf", Put("dref", Number(0, 1), Box("url ", Number(1)))), table)));
        return
        [
            .. brand, .. media,
            .. Put("moov", Put("mvhd", Number(0, 77, 78, 16_000, length), new byte[80]), track, Put("udta", Box("\u00a9xyz", secret)), Put("meta", secret)),
            .. Put("free", secret), .. Put("uuid", secret),
        ];
    }

    // AAC for a voice.
    private static byte[] Decoder =>
        [3, 25, 0, 1, 0, 4, 17, 0x40, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 2, 0x14, 0x08, 6, 1, 2];
}
