using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>A talk on paper: a placemat with places for words, each with its short code. All of it works without a screen (R10, T1).</summary>
public static class Placemat
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/tables/{circle:guid}/talks/{talk:guid}/placemat", async Task<IResult> ([AsParameters] AskedInTalk asked) =>
        {
            var sight = await asked.OpenAsync();
            return PlacematView.Create(new Talking(Frame.Of(asked.Http, Text.T("talks.placemat"), sight, "talks"), sight, asked.Talk, false, Typed.Nothing, null));
        });
}
