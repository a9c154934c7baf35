using System.Net;
using MailKit.Security;
using MimeKit;

namespace Keukentafel.Web.Nudges;

/// <summary>The mail server that an operator named. Without one nothing is ever sent, and no page speaks of it.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the way to it is made safe: always, but to this very machine.</param>
/// <param name="From">From whom mail comes: a sender that tells nobody what this is.</param>
/// <param name="User">The name to sign in with; null for none.</param>
/// <param name="Password">The password; null for none.</param>
public sealed record MailServer(string Host, int Port, SecureSocketOptions Security, MailboxAddress From, string? User, string? Password)
{
    private const string Wrong =
        "KEUKENTAFEL_MAIL must look like smtp://name:password@mail.example.org:587 or smtps://name:password@mail.example.org:465, " +
        "and KEUKENTAFEL_MAIL_FROM like Post <post@example.org>. Leave both out, and no mail is sent.";

    /// <summary>The mail server out of the environment; null for none.</summary>
    /// <exception cref="ArgumentException">One of the two is missing, or cannot be read.</exception>
    public static MailServer? FromEnvironment() =>
        Read(Environment.GetEnvironmentVariable("KEUKENTAFEL_MAIL"), Environment.GetEnvironmentVariable("KEUKENTAFEL_MAIL_FROM"));

    /// <summary>A mail server out of two settings; null when neither is there.</summary>
    /// <param name="server">How to reach it.</param>
    /// <param name="from">From whom mail comes.</param>
    /// <exception cref="ArgumentException">One of the two is missing, or cannot be read. What stood there is not repeated: a password may be in it.</exception>
    public static MailServer? Read(string? server, string? from)
    {
        if (string.IsNullOrWhiteSpace(server) && string.IsNullOrWhiteSpace(from))
        {
            return null;
        }

        if (!Uri.TryCreate(server, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0 || uri.PathAndQuery is not ("" or "/")
            || !MailboxAddress.TryParse(from, out var sender) || sender.Domain is not { Length: > 0 })
        {
            throw new ArgumentException(Wrong);
        }

        var whole = uri.Scheme == "smtps";
        var here = uri.Host == "localhost" || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));
        var names = uri.UserInfo.Split(':', 2);
        return new MailServer(
            uri.DnsSafeHost, uri.Port > 0 ? uri.Port : whole ? 465 : 587,
            whole ? SecureSocketOptions.SslOnConnect : here ? SecureSocketOptions.None : SecureSocketOptions.StartTls,
            sender, names is [{ Length: > 0 } user, ..] ? Uri.UnescapeDataString(user) : null, names is [_, var password] ? Uri.UnescapeDataString(password) : null);
    }
}
