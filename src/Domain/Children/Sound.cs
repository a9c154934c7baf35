using System.Buffers.Binary;
using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Children;

/// <summary>As what a sound is kept. The numbers are stored: never change or reuse one.</summary>
public enum SoundKind
{
    /// <summary>Samples one after the other (WAV), as our own page records.</summary>
    Wave = 1,

    /// <summary>As phones record (M4A, with AAC).</summary>
    Mp4 = 2,
}

/// <summary>
/// That somebody said something aloud (hardop gezegd, R11): what a thing knows of its <see cref="Sound"/>, which lies apart and is asked for when
/// somebody listens.
/// </summary>
/// <param name="Kind">As what the sound is kept.</param>
/// <param name="Milliseconds">How long it takes to listen to it.</param>
public sealed record Spoken(SoundKind Kind, int Milliseconds);

/// <summary>
/// What somebody said aloud (geluid, R11). Whatever comes in is read strictly, by what is in it and never by its name, and is written anew: what is no
/// sound of a voice (a place, a name, a day, a picture, a page) is not in it any more.
/// </summary>
public sealed class Sound
{
    /// <summary>The most bytes a sound has.</summary>
    public const int MostBytes = 3 * 1024 * 1024;

    /// <summary>The longest that somebody speaks, in seconds. The page stops by itself then.</summary>
    public const int LongestSeconds = 60;

    // Who presses "stop" is a moment later than the second.
    private const int LongestMilliseconds = (LongestSeconds + 2) * 1000;

    private Sound(SoundKind kind, int milliseconds, ReadOnlyMemory<byte> bytes)
    {
        Spoken = new Spoken(kind, milliseconds);
        Bytes = bytes;
    }

    /// <summary>What a thing knows of it.</summary>
    public Spoken Spoken { get; }

    /// <summary>The sound itself, as it is kept and sent to who listens.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>
    /// Reads a sound: WAV with plain samples, or M4A with AAC and nothing but sound. It is written anew, so that reading what was read gives the same.
    /// </summary>
    /// <param name="came">What came in.</param>
    /// <exception cref="RuleBrokenException"><see cref="ChildRules.SoundFits"/> or <see cref="ChildRules.IsASound"/>.</exception>
    public static Sound Read(ReadOnlySpan<byte> came)
    {
        if (came.Length > MostBytes)
        {
            throw new RuleBrokenException(ChildRules.SoundFits);
        }

        return came.StartsWith("RIFF"u8) ? OfWave(came) : OfMp4(came);
    }

    /// <summary>Says that these bytes are no sound.</summary>
    internal static RuleBrokenException NoSound() => new(ChildRules.IsASound);

    private static Sound OfMp4(ReadOnlySpan<byte> came)
    {
        var bytes = came.ToArray();
        var milliseconds = new Mp4Sound(bytes).Clean();
        return new Sound(SoundKind.Mp4, Fitting(milliseconds), bytes);
    }

    private static Sound OfWave(ReadOnlySpan<byte> came)
    {
        const int Head = 12;
        if (came.Length < Head || BinaryPrimitives.ReadUInt32LittleEndian(came[4..]) != came.Length - 8 || !came[8..Head].SequenceEqual("WAVE"u8))
        {
            throw NoSound();
        }

        ReadOnlySpan<byte> format = default;
        ReadOnlySpan<byte> samples = default;
        for (var at = Head; at < came.Length;)
        {
            if (came.Length - at < 8 || BinaryPrimitives.ReadUInt32LittleEndian(came[(at + 4)..]) is var size && size > came.Length - at - 8)
            {
                throw NoSound();
            }

            var body = came.Slice(at + 8, (int)size);
            var name = came.Slice(at, 4);
            if (name.SequenceEqual("fmt "u8))
            {
                format = format.IsEmpty && samples.IsEmpty ? body : throw NoSound();
            }
            else if (name.SequenceEqual("data"u8))
            {
                samples = samples.IsEmpty ? body : throw NoSound();
            }

            at += 8 + (int)size + (int)(size & 1);
        }

        return OfSamples(format, samples);
    }

    private static Sound OfSamples(ReadOnlySpan<byte> format, ReadOnlySpan<byte> samples)
    {
        const int Plain = 1;
        if (format.Length is not (16 or 18) || (format.Length == 18 && BinaryPrimitives.ReadUInt16LittleEndian(format[16..]) != 0))
        {
            throw NoSound();
        }

        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        var frame = channels * bits / 8;
        if (BinaryPrimitives.ReadUInt16LittleEndian(format) != Plain || channels is not (1 or 2) || rate is < 8_000 or > 48_000 || bits is not (8 or 16 or 24)
            || BinaryPrimitives.ReadUInt16LittleEndian(format[12..]) != frame || BinaryPrimitives.ReadUInt32LittleEndian(format[8..]) != rate * frame
            || samples.IsEmpty || samples.Length % frame != 0)
        {
            throw NoSound();
        }

        // An odd number of bytes is made even by one that says nothing.
        var bytes = new byte[44 + samples.Length + (samples.Length & 1)];
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16);
        format[..16].CopyTo(bytes.AsSpan(20));
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), samples.Length);
        samples.CopyTo(bytes.AsSpan(44));
        return new Sound(SoundKind.Wave, Fitting(samples.Length / frame * 1000L / rate), bytes);
    }

    private static int Fitting(long milliseconds) =>
        milliseconds <= LongestMilliseconds ? (int)milliseconds : throw new RuleBrokenException(ChildRules.SoundFits);
}
