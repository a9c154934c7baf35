using System.Globalization;

namespace Keukentafel.Web.Access;

/// <summary>An organisation through which its professionals come in, as an operator named it.</summary>
/// <param name="Number">Which; the first is 1.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Authority">The address of its OpenID Connect provider, as that calls itself (issuer).</param>
/// <param name="Client">By which name the provider knows this program.</param>
/// <param name="Secret">What proves to the provider that it is this program that asks.</param>
/// <param name="Assurance">How sure the provider must be of who somebody is (acr); null for as it chooses itself.</param>
public sealed record Organisation(int Number, string Name, Uri Authority, string Client, string Secret, string? Assurance)
{
    private const string Wrong =
        "An organisation through which people come in needs KEUKENTAFEL_OIDC_NAME, KEUKENTAFEL_OIDC_AUTHORITY (https://…), KEUKENTAFEL_OIDC_CLIENT, and either " +
        "KEUKENTAFEL_OIDC_SECRET or KEUKENTAFEL_OIDC_SECRET_FILE; a second one the same with KEUKENTAFEL_OIDC_2_ before it. Leave all out, and nobody comes in so. ";

    /// <summary>How its part of the program is called.</summary>
    public string Scheme => "organisation-" + Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where one begins to come in through it.</summary>
    public string Begin => "/sign-in/organisation/" + Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where its provider sends people back to.</summary>
    public string Back => Begin + "/back";

    /// <summary>How the provider calls itself: the address without a stroke behind it.</summary>
    public string Issuer => Plain(Authority.OriginalString);

    /// <summary>Whether an address is the provider's own machine.</summary>
    /// <param name="address">The address.</param>
    public bool IsThere(Uri? address) => address is { IsAbsoluteUri: true } && address.UserInfo.Length == 0
        && Uri.Compare(address, Authority, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Whether a provider that calls itself so is this one.</summary>
    /// <param name="issuer">How it calls itself.</param>
    public bool IsCalled(string? issuer) => issuer is not null && string.Equals(Plain(issuer), Issuer, StringComparison.Ordinal);

    /// <summary>An organisation out of its settings; null when none of them is there.</summary>
    /// <param name="number">Which.</param>
    /// <param name="setting">Gives a setting by the end of its name: <c>AUTHORITY</c>.</param>
    /// <exception cref="ArgumentException">Some are there and others are not, or one cannot be read. What stood there is not repeated: a secret is among it.</exception>
    public static Organisation? Read(int number, Func<string, string?> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        string? Of(string name) => setting(name)?.Trim() is { Length: > 0 } value ? value : null;
        var (name, authority, client, secret, file, level) = (Of("NAME"), Of("AUTHORITY"), Of("CLIENT"), Of("SECRET"), Of("SECRET_FILE"), Of("ACR"));
        if ((name ?? authority ?? client ?? secret ?? file ?? level) is null)
        {
            return null;
        }

        if (name is not { Length: <= 60 } || authority is null || client is null || (secret is null) == (file is null))
        {
            throw new ArgumentException(Wrong);
        }

        if (!Uri.TryCreate(authority, UriKind.Absolute, out var there) || there.UserInfo.Length > 0 || there.Query.Length > 0 || there.Fragment.Length > 0
            || !(there.Scheme == "https" || (there.Scheme == "http" && there.IsLoopback)))
        {
            throw new ArgumentException(Wrong + "The authority must be an https address, without a name, a question or a part in it.");
        }

        return new Organisation(number, name, there, client, secret ?? SecretIn(file!), level);
    }

    private static string SecretIn(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } secret ? secret : throw new ArgumentException(Wrong + "The file with the secret is empty.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException(Wrong + "The file with the secret cannot be read.", failure);
        }
    }

    /// <summary>An address without a stroke behind it: providers write it in both ways.</summary>
    /// <param name="address">The address.</param>
    internal static string Plain(string address) => address.TrimEnd('/');
}

/// <summary>The organisations through which professionals come in. Without one no page speaks of it, and no address of it is there.</summary>
/// <param name="All">All of them.</param>
public sealed record Organisations(IReadOnlyList<Organisation> All)
{
    private const int Most = 9;

    /// <summary>The organisations out of the environment.</summary>
    /// <exception cref="ArgumentException">One of them cannot be read.</exception>
    public static Organisations FromEnvironment() => Read(Environment.GetEnvironmentVariable);

    /// <summary>The organisations out of settings.</summary>
    /// <param name="setting">Gives a setting by its whole name.</param>
    /// <exception cref="ArgumentException">One of them cannot be read, or two have one provider.</exception>
    public static Organisations Read(Func<string, string?> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var all = Enumerable.Range(1, Most)
            .Select(number => Organisation.Read(
                number, name => setting(string.Create(CultureInfo.InvariantCulture, $"KEUKENTAFEL_OIDC_{(number == 1 ? "" : $"{number}_")}{name}"))))
            .OfType<Organisation>()
            .ToList();
        return all.DistinctBy(one => one.Issuer).Count() == all.Count
            ? new Organisations(all)
            : throw new ArgumentException("Two organisations in KEUKENTAFEL_OIDC_… have the same provider: who comes in through one would be in through the other.");
    }

    /// <summary>The organisation with this number.</summary>
    /// <param name="number">Which.</param>
    /// <exception cref="Data.Circles.RefusedException">There is none.</exception>
    public Organisation Find(int number) => All.FirstOrDefault(one => one.Number == number) ?? throw new Data.Circles.RefusedException();

    /// <summary>What people call the organisation with this provider; null for one that is not there any more.</summary>
    /// <param name="issuer">How the provider calls itself.</param>
    public string? NameOf(string issuer) => All.FirstOrDefault(one => one.IsCalled(issuer))?.Name;
}
