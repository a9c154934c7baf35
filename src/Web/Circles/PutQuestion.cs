using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>A host puts a question on the table. When two do at once, both see both.</summary>
public static class PutQuestion
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table as it is now.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Typed Typed, Rule? Broken);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/question", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/question", PutAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Host, cancellation);
        return PutQuestionView.Create(new Screen(
            Frame.Of(http, Text.T("circles.question-heading"), visit.Circle.Id) with { Narrow = true }, visit.Circle, typed, broken));
    }

    private static async Task<IResult> PutAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await TableForm.ChangeAsync(
            http, circle, door, Permission.Host, visit => visit.Circle.PutQuestion(typed["words"], typed.Number("seen"), visit.Act), null, "",
            broken => AskAsync(http, circle, door, typed, broken, cancellation), cancellation);
    }
}
