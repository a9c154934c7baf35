using System.Net;

namespace Keukentafel.Web.Shell;

/// <summary>The headers of every answer (D17).</summary>
public static class Headers
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; " +
        "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private const string Permissions = "Permissions-Policy";

    /// <summary>Lets a page of ours ask for the microphone: one on which somebody says something aloud. The browser asks who uses it as well.</summary>
    /// <param name="http">The request.</param>
    public static void LetSpeak(HttpContext http) => http.Response.Headers[Permissions] = "geolocation=(), camera=(), microphone=(self)";

    /// <summary>Sets them.</summary>
    /// <param name="http">The request.</param>
    /// <param name="next">The rest.</param>
    /// <param name="secure">Whether browsers must come back over TLS only.</param>
    public static Task SetAsync(HttpContext http, RequestDelegate next, bool secure)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers[Permissions] = "geolocation=(), camera=(), microphone=()";
        if (!http.Request.Path.StartsWithSegments("/look", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }

        if (secure)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        return next(http);
    }

    /// <summary>
    /// TLS ends at a proxy on this machine, so what comes from this machine came over TLS, unless the proxy says that it did not. The cookies
    /// are marked for TLS alone in any case: a browser that came without keeps none, and nobody is signed in. The proxy also says from where
    /// somebody came, as the last address in its list: else all would come from one place, and who guesses a name would shut its owner out.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="next">The rest.</param>
    public static Task BehindProxyAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && http.Request.Headers["X-Forwarded-Proto"] != "http")
        {
            http.Request.Scheme = "https";
            if (http.Request.Headers["X-Forwarded-For"] is [.., { } list] && IPAddress.TryParse(list.Split(',')[^1].Trim(), out var visitor))
            {
                http.Connection.RemoteIpAddress = visitor;
            }
        }

        return next(http);
    }
}
