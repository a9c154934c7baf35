using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Children;

/// <summary>A young person says who supports them, and who may know that; changes it, or takes it away without a reason (R17).</summary>
public static class ChooseSupporter
{
    /// <summary>The choice of somebody who does not sit at the table.</summary>
    public const string Outside = "outside";

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">The young person.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the own page.</summary>
        public string Address => SeeMyPlace.AddressOf(Circle.Id.Value);

        /// <summary>The id of the draft of this.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>What stands there now; null for nothing.</summary>
        public SupporterNote? Now => SupporterNote.Of(Circle, Me.Number, Me);

        /// <summary>Who is chosen in the form: the id of a seat, or <see cref="Outside"/>.</summary>
        public string? Who => Typed["who"] ?? (Now is not { } now ? null : now.Seat?.Id.Value.ToString() ?? Outside);

        /// <summary>The name in the form.</summary>
        public string? Name => Typed["name"] ?? Now?.Supporter.Name;

        /// <summary>Who may know it, in the form.</summary>
        public SupporterKnown Known => Typed.One<SupporterKnown>("known") ?? Now?.Supporter.Known ?? SupporterKnown.OnlyMe;

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule
            ? new Mend(
                rule,
                rule == CommonRules.NameNotTooLong || (rule == SupporterRules.SaysWho && Typed["who"] == Outside) ? "name"
                : rule == SupporterRules.SaysWhoKnows ? "known"
                : rule == CommonRules.NotChangedMeanwhile ? null
                : "who",
                Pages.Sentence(rule))
            : null;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/my-place/supporter", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/my-place/supporter", ChooseAsync);
        app.MapPost("/tables/{circle:guid}/my-place/supporter/away", TakeAwayAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        SeeMyPlace.OnlyForAYoungPerson(visit.Me);
        var frame = Frame.Of(http, Text.T("children.supporter"), visit.Circle.Id) with { Narrow = true };
        return ChooseSupporterView.Create(new Screen(frame, visit.Circle, visit.Me, typed, broken));
    }

    private static Task<IResult> ChooseAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();

        // A name that was typed before another choice was made stays in the form, and is not taken for two choices.
        var outside = typed["who"] == Outside;
        return TableForm.ChangeAsync(
            http, circle, door, Permission.Speak,
            visit =>
            {
                SeeMyPlace.OnlyForAYoungPerson(visit.Me);
                visit.Circle.ChooseSupporter(
                    !outside && typed.Id("who") is { } id ? new SeatId(id) : null, outside ? typed["name"] : null,
                    typed.One<SupporterKnown>("known"), typed.Number("seen"), visit.Act);
            },
            "children.supporter-told", "/my-place", broken => AskAsync(http, circle, door, typed, broken, cancellation), cancellation);
    }

    private static async Task<IResult> TakeAwayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Speak,
            visit =>
            {
                SeeMyPlace.OnlyForAYoungPerson(visit.Me);
                visit.Circle.TakeSupporterAway(visit.Act);
                return Task.FromResult(true);
            },
            cancellation);
        Saying.Say(http, "children.supporter-gone-told");
        return Pages.Done(SeeMyPlace.AddressOf(circle));
    }
}
