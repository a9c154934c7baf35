using Keukentafel.Domain.Circles;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>How somebody is reached safely, to be read.</summary>
/// <param name="Contact">What they said.</param>
public sealed record ContactLines(SafeContact Contact)
{
    /// <summary>Each thing that was said: what it is about, and the words.</summary>
    public IReadOnlyList<(string Label, string Words)> Lines =>
    [
        .. new[]
        {
            ("mind", Contact.Mind), ("number", Contact.Number), ("hours", Contact.Hours), ("code", Contact.CodeWord), ("hear", Contact.MayHear),
        }.Where(line => line.Item2 is not null).Select(line => (Text.T("circles.contact-line." + line.Item1), line.Item2!)),
    ];
}

/// <summary>What a chosen reader finds on somebody's page, before anything else.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Contact">What they said.</param>
/// <param name="Now">The moment, UTC.</param>
public sealed record ReadFirst(string Name, SafeContact Contact, DateTimeOffset Now);
