using System.Security.Cryptography;
using System.Text.Json;
using Keukentafel.Data.People;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Access;

/// <summary>How passkeys are asked for and looked at.</summary>
public static class PasskeyQuestions
{
    private const char Between = '\n';

    /// <summary>Adds what looks at passkeys. A person must be there and known to the device; it is ours and no other's page.</summary>
    /// <param name="services">The services.</param>
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddScoped<Sure>();
        services.AddSingleton<SecondStep>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AttestationConveyancePreference = "none";
            passkeys.AuthenticatorTimeout = Passkeys.AnswerWithin;
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(IsOurs(asked));
        });
    }

    /// <summary>A question as it is kept: what it is for, and what was asked.</summary>
    /// <param name="what">What it is for.</param>
    /// <param name="state">What was asked.</param>
    public static string Write(string what, string? state) => what + Between + state;

    /// <summary>What was asked; null when the question was for something else.</summary>
    /// <param name="what">What it must be for.</param>
    /// <param name="question">The question, as it was kept; null for none.</param>
    public static string? Read(string what, string? question) =>
        question is not null && question.StartsWith(what + Between, StringComparison.Ordinal) ? question[(what.Length + 1)..] : null;

    /// <summary>Looks at an answer; whatever stands in it, a person reads plain words.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="look">Looks at it.</param>
    /// <returns>What came of it; null when it is none.</returns>
    public static async Task<T?> TryAsync<T>(Func<Task<T>> look)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(look);
        try
        {
            return await look();
        }
        catch (Exception broken) when (broken is PasskeyException or JsonException or FormatException or ArgumentException or InvalidOperationException
            or CryptographicException or NotSupportedException or OverflowException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    // The host of this request is one that the program answers for: others were turned away before. Only on this machine itself without TLS.
    private static bool IsOurs(PasskeyOriginValidationContext asked)
    {
        var host = asked.HttpContext.Request.Host;
        return !asked.CrossOrigin
            && (string.Equals(asked.Origin, $"https://{host.Value}", StringComparison.OrdinalIgnoreCase)
                || (host.Host == "localhost" && string.Equals(asked.Origin, $"http://{host.Value}", StringComparison.OrdinalIgnoreCase)));
    }
}
