using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>What one can lay on the table with the composer.</summary>
public enum What
{
    /// <summary>Something that goes well.</summary>
    GoodThing,

    /// <summary>Something that would help.</summary>
    Help,

    /// <summary>A wish.</summary>
    Wish,

    /// <summary>A worry.</summary>
    Worry,

    /// <summary>Something seen, heard, read, thought or found.</summary>
    Statement,
}

/// <summary>
/// The one composer: words first, then only the small questions that are still needed: what is this, how do you know, who may read it.
/// </summary>
public static class LayDown
{
    /// <summary>Which small question is asked now.</summary>
    public enum Step
    {
        /// <summary>The words.</summary>
        Words,

        /// <summary>What is this?</summary>
        What,

        /// <summary>How do you know?</summary>
        Know,
    }

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who speaks.</param>
    /// <param name="Typed">What was typed and chosen so far.</param>
    /// <param name="Step">What is asked now.</param>
    /// <param name="What">What it is; null while not said.</param>
    /// <param name="Under">What it hangs under; null for nothing.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(
        Frame Frame, Circle Circle, Seat Me, Typed Typed, Step Step, What? What, SlipScreen? Under, Rule? Broken)
    {
        /// <summary>The address of the form.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/lay";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>Everybody else at the table.</summary>
        public IEnumerable<Seat> Others => Circle.Seats.Where(seat => seat.Number != Me.Number);

        /// <summary>Whether this speaker is asked how they know: children are not.</summary>
        public bool AsksKnowing => Me.Age != AgeGroup.Child;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/lay", BeginAsync);
        app.MapPost("/tables/{circle:guid}/lay", GoOnAsync);
    }

    private static async Task<IResult> BeginAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        var typed = await http.FromDraftAsync(drafts, cancellation);
        if (typed.IsEmpty)
        {
            var asked = new Dictionary<string, string[]>();
            foreach (var field in new[] { "what", "under", "about" })
            {
                if (http.Request.Query[field].ToString() is { Length: > 0 and < 60 } value)
                {
                    asked[field] = [value];
                }
            }

            typed = new Typed(asked);
        }

        return await AskAsync(http, circle, door, typed, Step.Words, null, cancellation);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Door door, Typed typed, Step step, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var under = typed.Id("under") is { } id ? await visit.ShowAsync<Contribution>(new ContributionId(id), "lay", cancellation) : null;
        var frame = Frame.Of(http, Text.T("circles.lay"), visit.Circle.Id) with { Narrow = true };
        return LayDownView.Create(new Screen(
            frame, visit.Circle, visit.Me, typed, step, WhatOf(typed),
            under is null ? null : new SlipScreen(visit.Circle, visit.Me, under, frame.Now, false, 0), broken));
    }

    private static async Task<IResult> GoOnAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        var typed = http.Typed();
        if (Words.Tidy(typed["words"]) is null)
        {
            return Pages.With(await AskAsync(http, circle, door, typed, Step.Words, CommonRules.InWords, cancellation), StatusCodes.Status422UnprocessableEntity);
        }

        if (typed["back"] is not null)
        {
            return await AskAsync(http, circle, door, typed, Step.Words, null, cancellation);
        }

        if (WhatOf(typed) is not { } what)
        {
            await KeepAsync(http, circle, drafts, typed);
            return await AskAsync(http, circle, door, typed, Step.What, null, cancellation);
        }

        return await Pages.TryAsync(
            async () =>
            {
                var (id, readers) = await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    async visit =>
                    {
                        var laid = await MakeAsync(visit, typed, what, cancellation);
                        await visit.LayAsync(laid, cancellation);
                        if (typed.Id(Typed.DraftField) is { } draft)
                        {
                            visit.SpendDraft(draft);
                        }

                        return (laid.Id, visit.Circle.Seats.Where(seat => seat.Number != visit.Me.Number && laid.MayBeReadBy(seat)).Select(seat => seat.Id).ToList());
                    },
                    cancellation);
                Saying.SayLaid(http, new CircleId(circle), id, readers);
                return typed.Id("under") is { } under ? $"/tables/{circle}/things/{under}" : $"/tables/{circle}#{SectionOf(what)}";
            },
            async broken =>
            {
                await KeepAsync(http, circle, drafts, typed);

                // The first time "how do you know" is missing is not a mistake: it is simply the next question.
                var first = broken == StatementRules.HasKindAndSource && typed["asked"] is null;
                var knows = what == What.Statement && typed["know"] is not null && broken != CommonRules.InWords && broken != CommonRules.NotTooLong;
                return await AskAsync(
                    http, circle, door, typed, knows || broken == StatementRules.HasKindAndSource ? Step.Know : Step.Words, first ? null : broken,
                    cancellation);
            });
    }

    private static async Task<Contribution> MakeAsync(Visit visit, Typed typed, What what, CancellationToken cancellation)
    {
        var circle = visit.Circle;
        var about = circle.SetOf(typed.Seats("about"));
        var audience = AudienceOf(visit, typed);
        var words = typed["words"];
        switch (what)
        {
            case What.GoodThing:
                return GoodThing.Lay(circle, words, about, audience, visit.Act);
            case What.Help:
                return Help.Lay(circle, words, about, audience, visit.Act);
            case What.Wish:
                return Wish.Lay(circle, words, about, audience, visit.Act);
            case What.Worry:
                return Worry.Lay(circle, words, about, typed.One<Domain.Worries.Place>("place"), audience, visit.Act);
            default:
                var under = typed.Id("under") is { } id ? await visit.FindAsync<Contribution>(new ContributionId(id), cancellation) : null;
                var source = typed.One<Knowing>("know") is { } knowing
                    ? new Source(
                        knowing,
                        typed.Id("source") is { } seat && circle.Find(new SeatId(seat)) is { } told ? told.Number : null,
                        knowing == Knowing.HaveRead ? typed["read"] : typed["told"])
                    : null;
                return Statement.Lay(circle, words, source, about, typed.Day("happened"), under, audience, visit.Act);
        }
    }

    /// <summary>Who may read it, as chosen in a form; everyone at this table when nothing was chosen (decision 6).</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="typed">What was chosen.</param>
    public static Audience AudienceOf(Visit visit, Typed typed) => typed.One<Readers>("readers") switch
    {
        Readers.OnlyMe => Audience.OnlyMe,
        Readers.These => Audience.These(visit.Circle.SetOf(typed.Seats("named"))),
        Readers.GrownUps => Audience.GrownUps,
        _ => Audience.Everyone,
    };

    private static What? WhatOf(Typed typed) => typed["what"]?.Replace("-", "", StringComparison.Ordinal) is { } name
        && Enum.TryParse<What>(name, ignoreCase: true, out var what) && Enum.IsDefined(what) && !char.IsDigit(name[0]) ? what : null;

    private static string SectionOf(What what) => what switch
    {
        What.GoodThing => "good",
        What.Help => "help",
        What.Wish => "wishes",
        What.Worry => "worries",
        _ => "statements",
    };

    private static Task KeepAsync(HttpContext http, Guid circle, Drafts drafts, Typed typed) =>
        typed.Id(Typed.DraftField) is { } draft
            ? drafts.KeepAsync(
                http.Caller().Person, new DraftId(draft), new CircleId(circle), http.Request.Path,
                typed.Fields.Where(field => field.Key != Typed.ProofField).ToDictionary())
            : Task.CompletedTask;
}
