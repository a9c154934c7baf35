using System.Buffers.Binary;

namespace Keukentafel.Web.Demo;

/// <summary>What an invented boy says aloud: a whistle, twice up, as one calls a dog. It is reckoned here, so that no file and nobody's voice is needed.</summary>
public static class Whistle
{
    private const int Rate = 8_000;

    /// <summary>From which height to which, and how long, in hertz and seconds; nothing sounds at 0.</summary>
    private static readonly (double From, double To, double Seconds)[] Tones =
        [(0, 0, 0.15), (1_150, 1_900, 0.35), (0, 0, 0.12), (1_350, 2_300, 0.5), (0, 0, 0.5), (1_150, 1_900, 0.35), (0, 0, 0.12), (1_350, 2_300, 0.6), (0, 0, 0.15)];

    /// <summary>The sound, as our own page records one.</summary>
    public static byte[] Wave()
    {
        var samples = new List<short>();
        var turn = 0.0;
        foreach (var (from, to, seconds) in Tones)
        {
            var length = (int)(seconds * Rate);
            for (var n = 0; n < length; n++)
            {
                var gone = n / (double)length;
                turn += 2 * Math.PI * (from + ((to - from) * gone * gone)) / Rate;
                samples.Add((short)(from == 0 ? 0 : 9_000 * Math.Sin(Math.PI * gone) * Math.Sin(turn)));
            }
        }

        var wave = new byte[44 + (samples.Count * 2)];
        "RIFF"u8.CopyTo(wave);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(4), wave.Length - 8);
        "WAVEfmt "u8.CopyTo(wave.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(34), 16);
        "data"u8.CopyTo(wave.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(40), samples.Count * 2);
        for (var n = 0; n < samples.Count; n++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(44 + (n * 2)), samples[n]);
        }

        return wave;
    }
}
