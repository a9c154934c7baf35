using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>A grown-up host says that the parents live apart, when the table stands already (T20).</summary>
public static class SayApart
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    public sealed record Screen(Frame Frame, Circle Circle);

    /// <summary>The address of the page.</summary>
    /// <param name="circle">Of which table.</param>
    public static string AddressOf(CircleId circle) => $"/tables/{circle.Value}/apart";

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/apart", AskAsync);
        app.MapPost("/tables/{circle:guid}/apart", async Task<IResult> (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        {
            await door.ChangeAsync(
                http.Caller(),
                new CircleId(circle),
                Permission.Host,
                visit =>
                {
                    // Said by two at once it is said once.
                    MustBeParent(visit);
                    if (visit.Circle.MaySayApart(visit.Me))
                    {
                        visit.Circle.SayApart(visit.Act);
                    }

                    return Task.FromResult(true);
                },
                cancellation,
                http.Spent());
            Saying.Say(http, "circles.apart-told");
            return Pages.Done($"/tables/{circle}/who");
        });
    }

    private static void MustBeParent(Visit visit)
    {
        if (!visit.Me.IsParent)
        {
            throw new RefusedException();
        }
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Host, cancellation);
        MustBeParent(visit);
        return visit.Circle.MaySayApart(visit.Me)
            ? SayApartView.Create(new Screen(Frame.Of(http, Text.T("circles.apart-ask"), visit.Circle.Id) with { Narrow = true }, visit.Circle))
            : Pages.Done($"/tables/{circle}/who");
    }
}
