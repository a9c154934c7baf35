using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Keukentafel.Data.Mapping;
using Keukentafel.Domain.Access;

namespace Keukentafel.Data.Trail;

/// <summary>A line for the trail: who did or saw what, when, on which permission. Ids and names of fields, never words (R6, R126).</summary>
internal sealed record TrailLine(
    DateTimeOffset At, Guid Person, Guid? Circle, int Seat, Deed Deed, Permission Permission, Guid? Subject, string? Part, byte[]? Shown, long Whose)
{
    public static TrailLine Of(Trace trace) => new(
        trace.Act.At, trace.Act.Person.Value, trace.Act.Circle.Value, trace.Act.By.Number.Value, trace.Deed, trace.Act.Permission,
        trace.Subject, null, null, 0);

    /// <summary>A line that is of no table.</summary>
    public static TrailLine OfNoTable(DateTimeOffset at, PersonId by, Deed deed, Permission permission, Guid? about) =>
        new(at, by.Value, null, 0, deed, permission, about, null, null, 0);
}

/// <summary>The chain: each line's hash covers the line and the hash before it.</summary>
internal static class Chain
{
    /// <summary>Where the chain begins.</summary>
    public static readonly byte[] Start = SHA256.HashData("Keukentafel trail 1"u8);

    public static byte[] Next(ReadOnlySpan<byte> before, long number, TrailLine line) => Next(
        before, number, line.At.ToUnixTimeMilliseconds(), line.Person, line.Circle, line.Seat, (int)line.Deed, (int)line.Permission,
        line.Subject, line.Part, line.Shown, line.Whose);

    public static byte[] Next(ReadOnlySpan<byte> before, TrailRow row) => Next(
        before, row.Number, row.At, row.Person, row.Circle, row.Seat, row.Deed, row.Permission, row.Subject, row.Part, row.Shown, row.Whose);

    private static byte[] Next(
        ReadOnlySpan<byte> before, long number, long at, Guid person, Guid? circle, int seat, int deed, int permission, Guid? subject,
        string? part, byte[]? shown, long whose)
    {
        var partLength = part is null ? 0 : Encoding.UTF8.GetByteCount(part);
        var length = 32 + 8 + 8 + 16 + 17 + 12 + 17 + 4 + partLength + 4 + (shown?.Length ?? 0) + 8;
        var bytes = length <= 1024 ? stackalloc byte[length] : new byte[length];
        before.CopyTo(bytes);
        var at8 = 32;
        Long(bytes, ref at8, number);
        Long(bytes, ref at8, at);
        person.TryWriteBytes(bytes[at8..]);
        at8 += 16;
        Optional(bytes, ref at8, circle);
        Int(bytes, ref at8, seat);
        Int(bytes, ref at8, deed);
        Int(bytes, ref at8, permission);
        Optional(bytes, ref at8, subject);
        Int(bytes, ref at8, part is null ? -1 : partLength);
        if (part is not null)
        {
            Encoding.UTF8.GetBytes(part, bytes[at8..]);
            at8 += partLength;
        }

        Int(bytes, ref at8, shown?.Length ?? -1);
        if (shown is not null)
        {
            shown.CopyTo(bytes[at8..]);
            at8 += shown.Length;
        }

        Long(bytes, ref at8, whose);
        return SHA256.HashData(bytes);
    }

    private static void Long(Span<byte> bytes, ref int at, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes[at..], value);
        at += 8;
    }

    private static void Int(Span<byte> bytes, ref int at, int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes[at..], value);
        at += 4;
    }

    private static void Optional(Span<byte> bytes, ref int at, Guid? value)
    {
        bytes[at] = value is null ? (byte)0 : (byte)1;
        (value ?? Guid.Empty).TryWriteBytes(bytes[(at + 1)..]);
        at += 17;
    }
}

/// <summary>Numbers of contributions as steps from one to the next, each in as few bytes as it takes.</summary>
internal static class Steps
{
    public static byte[]? Of(IEnumerable<long> numbers)
    {
        var sorted = numbers.Distinct().Order().ToArray();
        if (sorted.Length == 0)
        {
            return null;
        }

        var bytes = new List<byte>(sorted.Length * 2);
        var last = 0L;
        foreach (var number in sorted)
        {
            Write(bytes, number - last);
            last = number;
        }

        return [.. bytes];
    }

    public static bool Has(byte[]? steps, long number)
    {
        var last = 0L;
        for (var i = 0; steps is not null && i < steps.Length;)
        {
            var step = 0L;
            var shift = 0;
            byte b;
            do
            {
                b = steps[i++];
                step |= (long)(b & 0x7F) << shift;
                shift += 7;
            }
            while ((b & 0x80) != 0);
            last += step;
            if (last >= number)
            {
                return last == number;
            }
        }

        return false;
    }

    private static void Write(List<byte> bytes, long value)
    {
        while (value >= 0x80)
        {
            bytes.Add((byte)(value & 0x7F | 0x80));
            value >>= 7;
        }

        bytes.Add((byte)value);
    }
}
