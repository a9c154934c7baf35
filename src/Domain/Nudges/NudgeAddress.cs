using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Nudges;

/// <summary>Where a nudge is sent: an address for mail that one reads alone. There is no other way to make one than <see cref="Of"/>.</summary>
public sealed record NudgeAddress
{
    /// <summary>The greatest length, in characters (RFC 5321).</summary>
    public const int Longest = 254;

    private const int LongestName = 64;

    private NudgeAddress(string value) => Value = value;

    /// <summary>The address as it was typed, without blanks around it.</summary>
    public string Value { get; }

    /// <summary>An address out of what somebody typed. One, in plain letters, and at a name with a dot: nothing that ends a line, and no second one.</summary>
    /// <param name="typed">What was typed.</param>
    /// <exception cref="RuleBrokenException"><see cref="NudgeRules.AddressFits"/>.</exception>
    public static NudgeAddress Of(string? typed)
    {
        var value = typed?.Trim() ?? "";
        var at = value.LastIndexOf('@');
        return value.Length <= Longest && at is > 0 and <= LongestName && IsName(value[..at]) && IsHost(value[(at + 1)..])
            ? new NudgeAddress(value)
            : throw new RuleBrokenException(NudgeRules.AddressFits);
    }

    private static bool IsName(string name) => name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal)
        && name.All(sign => char.IsAsciiLetterOrDigit(sign) || "!#$%&'*+-/=?^_`{|}~.".Contains(sign, StringComparison.Ordinal));

    private static bool IsHost(string host) => host.Split('.') is { Length: >= 2 } parts && char.IsAsciiLetter(parts[^1].FirstOrDefault())
        && parts.All(part => part is { Length: > 0 and <= 63 } && part[0] != '-' && part[^1] != '-' && part.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-'));
}
