using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Children;

/// <summary>
/// A young person says something aloud from their own page, with or without words beside it, and chooses who can hear it (R11, R12). To anybody else this
/// page is not there.
/// </summary>
public static class SayAloud
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">The young person.</param>
    /// <param name="Typed">What was chosen so far.</param>
    /// <param name="Sound">What was said aloud; null for nothing yet.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, Sound? Sound, Mend? Mend)
    {
        /// <summary>The address of the form.</summary>
        public string Address => AddressOf(Circle.Id.Value);

        /// <summary>The id of the draft of this.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/my-place/aloud", BeginAsync);
        app.MapPost("/tables/{circle:guid}/my-place/aloud", LayAsync).TakesSounds();
    }

    /// <summary>The address of the page.</summary>
    /// <param name="circle">At which table.</param>
    public static string AddressOf(Guid circle) => SeeMyPlace.AddressOf(circle) + "/aloud";

    private static async Task<IResult> BeginAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        if (!http.Request.Query.ContainsKey(Typed.DraftField))
        {
            await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
            SeeMyPlace.OnlyForAYoungPerson(visit.Me);
            return DraftPages.Begin(http, AddressOf(circle));
        }

        return await AskAsync(http, circle, door, drafts, await http.FromDraftAsync(drafts, cancellation), null, cancellation);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Door door, Drafts drafts, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        SeeMyPlace.OnlyForAYoungPerson(visit.Me);
        Headers.LetSpeak(http);
        var frame = Frame.Of(http, Text.T("children.speak-heading"), visit.Circle.Id) with { Narrow = true };
        var (sound, gone) = await Sounds.LiesThereAsync(http, typed, drafts, cancellation);
        return SayAloudView.Create(new Screen(frame, visit.Circle, visit.Me, typed, sound, MendOf(broken ?? gone)));
    }

    private static async Task<IResult> LayAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                await using (var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation))
                {
                    SeeMyPlace.OnlyForAYoungPerson(visit.Me);
                    _ = typed.One<MineKind>("what") ?? throw new RuleBrokenException(SayMine.SaysWhich);
                }

                var sound = await Sounds.OfAsync(http, typed, drafts, cancellation);
                await Laying.LayAsync(
                    http, circle, door,
                    visit =>
                    {
                        SeeMyPlace.OnlyForAYoungPerson(visit.Me);
                        return Task.FromResult(SayMine.Make(visit, typed, sound));
                    },
                    cancellation, sound);
                return $"/tables/{circle}";
            },
            rule => AskAsync(http, circle, door, drafts, typed, rule, cancellation));
    }

    private static Mend? MendOf(Rule? broken) => broken is not { } rule ? null : new Mend(
        rule,
        SayMine.IsAboutReaders(rule) ? "readers"
        : rule == SayMine.SaysWhich ? "what"
        : rule == CommonRules.NotTooLong ? "words"
        : Sounds.IsAbout(rule) || rule == ChildRules.SaysSomething ? Sounds.FileField
        : null,
        Pages.Sentence(rule));
}
