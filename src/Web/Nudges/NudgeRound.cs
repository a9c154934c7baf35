using System.Security.Cryptography;
using Keukentafel.Data.Nudges;

namespace Keukentafel.Web.Nudges;

/// <summary>Goes round once: whoever has something waiting, wants to be told, and may be told now, is sent one mail.</summary>
/// <param name="keeper">Says which mail is to be sent.</param>
/// <param name="post">Sends it.</param>
/// <param name="clock">The time.</param>
/// <param name="log">For the operator: never an address, never words.</param>
public sealed partial class NudgeRound(NudgeKeeper keeper, MailPost post, TimeProvider clock, ILogger<NudgeRound> log)
{
    /// <summary>Goes round. What cannot be sent waits for a later round.</summary>
    /// <param name="onlyCodes">Whether only codes are sent that somebody waits for: nobody's nudge comes sooner because another asked for a code.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task RunAsync(bool onlyCodes, CancellationToken cancellation)
    {
        if (!post.IsOpen)
        {
            return;
        }

        // All mail of a round says the same moment, whoever's came before.
        var at = clock.GetUtcNow();
        foreach (var person in await keeper.EverybodyAsync(cancellation))
        {
            NudgeMail? mail;
            try
            {
                mail = await keeper.TakeAsync(person, onlyCodes, cancellation);
            }
            catch (CryptographicException)
            {
                KeyLost(log);
                continue;
            }

            if (mail is null)
            {
                continue;
            }

            var handed = await post.SendAsync(mail, at, cancellation);
            await keeper.EndAsync(mail, handed.Outcome);
            if (handed.Why is { } why)
            {
                NotHanded(log, why);
            }

            if (handed.IsAway)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail could not be handed to the mail server ({Why}). It waits, and is tried again later.")]
    private static partial void NotHanded(ILogger log, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody wants to be told by mail that something is there, but the key to their address is not here.")]
    private static partial void KeyLost(ILogger log);
}
