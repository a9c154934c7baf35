namespace Keukentafel.Web.Shell;

/// <summary>The headers of every answer (decision 17).</summary>
public static class Headers
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; " +
        "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

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
        headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=()";
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
}
