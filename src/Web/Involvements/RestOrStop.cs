using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Involvements;

/// <summary>A rest without a reason, and stopping one's own part without anybody's leave (R8, N50).</summary>
public static class RestOrStop
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who looks.</param>
    /// <param name="AsksPassword">Whether who stops types the password: whoever holds an open phone of somebody else does not put them out (T20).</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    /// <param name="IsSure">Whether a child was asked already whether it rather rests.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, bool AsksPassword, Mend? Mend, bool IsSure)
    {
        /// <summary>The address of the table.</summary>
        public string Address => $"/tables/{Circle.Id.Value}";

        /// <summary>Since when the reader rests; null for who does not.</summary>
        public DateTimeOffset? Since => Circle.RestsSince(Me.Number);
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/rest", OpenAsync);
        app.MapPost("/tables/{circle:guid}/rest", RestAsync);
        app.MapPost("/tables/{circle:guid}/stop", StopAsync);
    }

    private static Task<IResult> OpenAsync(HttpContext http, Guid circle, Door door, Sure sure, CancellationToken cancellation) =>
        ShowAsync(http, circle, door, sure, null, cancellation);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, Sure sure, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        return RestOrStopView.Create(new Screen(
            Frame.Of(http, Text.T("involvements.rest-or-stop"), visit.Circle.Id) with { Narrow = true }, visit.Circle, visit.Me,
            Sure.Asks(http, await sure.PersonAsync(http)), broken == KeyRules.PasswordFits || broken == KeyRules.NotTooOften ? KeyRules.Mend(broken) : null,
            broken is not null || http.Request.Query.ContainsKey("sure")));
    }

    private static async Task<IResult> RestAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var ends = http.Typed()["rest"] == "no";
        await ChangeAsync(http, circle, door, (table, act) => (ends ? (Action<Act>)table.EndRest : table.Rest)(act), cancellation);
        Saying.Say(http, ends ? "involvements.rest-ended" : "involvements.rest-told");
        return Pages.Done($"/tables/{circle}");
    }

    // Where another host stopped meanwhile, the page comes back and says that one has to stay.
    private static Task<IResult> StopAsync(HttpContext http, Guid circle, Door door, Sure sure, CancellationToken cancellation) => Pages.TryAsync(
        async () =>
        {
            if (sure.Broken(http, await sure.PersonAsync(http)) is { } broken)
            {
                throw new RuleBrokenException(broken);
            }

            await ChangeAsync(http, circle, door, (table, act) => table.StopMyPart(act), cancellation);
            Saying.Say(http, "involvements.stop-told");
            return "/tables";
        },
        broken => ShowAsync(http, circle, door, sure, broken, cancellation));

    private static Task ChangeAsync(HttpContext http, Guid circle, Door door, Action<Circle, Act> change, CancellationToken cancellation) => door.ChangeAsync(
        http.Caller(),
        new CircleId(circle),
        Permission.Speak,
        visit =>
        {
            change(visit.Circle, visit.Act);
            return Task.FromResult(true);
        },
        cancellation);
}
