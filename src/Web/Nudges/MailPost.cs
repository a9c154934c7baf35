using System.Globalization;
using Keukentafel.Data.Nudges;
using Keukentafel.Web.Shell;
using MailKit.Net.Smtp;
using MimeKit;
using MimeKit.Text;

namespace Keukentafel.Web.Nudges;

/// <summary>How it went to hand a mail over.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="IsAway">Whether the server itself could not be used: another mail would fare no better now.</param>
/// <param name="Why">For the log, without an address and without words of the server; null when it went well.</param>
public sealed record Handed(NudgeOutcome Outcome, bool IsAway, string? Why);

/// <summary>Hands mail to the server that an operator named, and to no other place.</summary>
/// <param name="server">The server; null for none.</param>
public sealed class MailPost(MailServer? server)
{
    /// <summary>Whether there is a server: without one there are no nudges.</summary>
    public bool IsOpen => server is not null;

    /// <summary>
    /// Hands one mail over. An address that the server refuses for good is told from a server that will not have us: that is for the operator, and nobody's
    /// address is to blame.
    /// </summary>
    /// <param name="mail">The mail.</param>
    /// <param name="at">The moment that stands in it, UTC.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Handed> SendAsync(NudgeMail mail, DateTimeOffset at, CancellationToken cancellation)
    {
        var to = server ?? throw new InvalidOperationException("There is no mail server.");
        using var message = Compose(to, mail, at);

        // The name of this machine is nobody's business, and whether a certificate was taken back is asked of nobody outside.
        using var client = new SmtpClient { Timeout = 30_000, LocalDomain = to.From.Domain, CheckCertificateRevocation = false };
        var isConnected = false;
        try
        {
            await client.ConnectAsync(to.Host, to.Port, to.Security, cancellation);
            if (to.User is { } user)
            {
                await client.AuthenticateAsync(user, to.Password ?? "", cancellation);
            }

            isConnected = true;
            await client.SendAsync(message, to.From, [new MailboxAddress("", mail.Address)], cancellation);
        }
        catch (SmtpCommandException no) when (IsAboutTheAddress(no))
        {
            return new Handed(NudgeOutcome.Refused, false, null);
        }
#pragma warning disable CA1031 // Whatever it is, the mail waits and is tried again.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return new Handed(
                NudgeOutcome.Failed, !isConnected,
                failure is SmtpCommandException { StatusCode: var status } ? string.Create(CultureInfo.InvariantCulture, $"{failure.GetType().Name} {(int)status}") : failure.GetType().Name);
        }

        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception)
        {
            // It was taken already.
        }
#pragma warning restore CA1031

        return new Handed(NudgeOutcome.Sent, false, null);
    }

    /// <summary>The mail, always in the same words. It says nothing of whom it is from, what it is about or where to look (R128).</summary>
    /// <param name="server">From whom it comes.</param>
    /// <param name="mail">To whom it goes.</param>
    /// <param name="at">The moment that stands in it, UTC.</param>
    internal static MimeMessage Compose(MailServer server, NudgeMail mail, DateTimeOffset at)
    {
        var words = Text.All(mail.Language == "en");
        var message = new MimeMessage
        {
            Date = at,
            MessageId = $"{mail.Mail:N}@{server.From.Domain}",
            Subject = words[mail.Code is null ? "nudges.mail" : "nudges.mail-code-subject"],
            Body = new TextPart(TextFormat.Plain)
            {
                Text = (mail.Code is { } code ? string.Format(CultureInfo.InvariantCulture, words["nudges.mail-code"], code) : words["nudges.mail"]) + "\r\n",
            },
        };
        message.From.Add(server.From);
        message.To.Add(new MailboxAddress("", mail.Address));

        // So that no answering machine answers.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static bool IsAboutTheAddress(SmtpCommandException no) =>
        no.ErrorCode == SmtpErrorCode.RecipientNotAccepted
        && (int)no.StatusCode is 550 or 551 or 553
        && !no.Message.TrimStart().StartsWith("5.7.", StringComparison.Ordinal);
}
