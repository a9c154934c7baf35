using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;

namespace Keukentafel.Web.Shell;

/// <summary>Whether the program lives, and whether it can keep anything.</summary>
public static class Health
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("alive")).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(HttpContext http, Readiness readiness)
    {
        try
        {
            await readiness.TryAWriteAsync();
            return Results.Text("ready");
        }
        catch (UnavailableException)
        {
            http.Response.Headers.RetryAfter = "30";
            return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
