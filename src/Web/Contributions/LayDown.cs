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
using Keukentafel.Web.Statements;

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

/// <summary>Which small question is asked now.</summary>
public enum LayStep
{
    /// <summary>The words.</summary>
    Words,

    /// <summary>What is this?</summary>
    What,

    /// <summary>How do you know?</summary>
    Know,

    /// <summary>Who may read it?</summary>
    Who,

    /// <summary>Who whom it is about does not read it yet?</summary>
    Withhold,
}

/// <summary>
/// The one composer: words first, then only the small questions that are still needed: what is this, how do you know, who may read it.
/// </summary>
public static class LayDown
{
    /// <summary>The field that says that some read it first, whatever readers were ticked: its button says who.</summary>
    public const string FirstField = "first";

    // What a link to the composer can say beforehand.
    private static readonly string[] Asked = ["what", "under", "about"];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/lay", BeginAsync);
        app.MapPost("/tables/{circle:guid}/lay", GoOnAsync);
    }

    /// <summary>Who may read it, as chosen in a form; everyone at this table when nothing was chosen (D6).</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="typed">What was chosen.</param>
    /// <param name="now">Who was named before, when the form came with those ticked; whoever leaves them so says nothing about them.</param>
    /// <exception cref="RuleBrokenException">The choice is not clear: it is asked again, never widened.</exception>
    public static Audience AudienceOf(Visit visit, Typed typed, SeatSet now = default)
    {
        var named = visit.Circle.SetOf(typed.Seats("named")).Without(SeatSet.Of(visit.Me.Number));
        var group = typed.One<Readers>("readers");
        if (group == Readers.These)
        {
            return named.IsEmpty ? throw new RuleBrokenException(LayRules.NamesReaders) : Audience.These(named);
        }

        // Whoever ticked names but not "only these people" means one of the two: guessing would show words to more people than meant.
        if ((!named.IsEmpty && named != now.Without(SeatSet.Of(visit.Me.Number))) || (group is null && !string.IsNullOrEmpty(typed["readers"])))
        {
            throw new RuleBrokenException(LayRules.ReadersAreClear);
        }

        return new Audience(group ?? Readers.Everyone, SeatSet.None);
    }

    private static async Task<IResult> BeginAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        if (!http.Request.Query.ContainsKey(Typed.DraftField))
        {
            await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
            return DraftPages.Begin(http, $"/tables/{circle}/lay", Asked);
        }

        var typed = await http.FromDraftAsync(drafts, cancellation);
        if (typed.IsEmpty)
        {
            var asked = new Dictionary<string, string[]>(typed.Fields);
            foreach (var field in Asked)
            {
                if (http.Request.Query[field].ToString() is { Length: > 0 and < 60 } value)
                {
                    asked[field] = [value];
                }
            }

            typed = new Typed(asked);
        }

        var step = Words.Tidy(typed["words"]) is null ? LayStep.Words : http.Step<LayStep>();
        return await AskAsync(http, circle, door, typed, step, null, cancellation);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Door door, Typed typed, LayStep step, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var under = typed.Id("under") is { } id ? await visit.ShowAsync<Contribution>(new ContributionId(id), "lay", cancellation) : null;
        var frame = Frame.Of(http, Text.T("circles.lay"), visit.Circle.Id) with { Narrow = true };
        var screen = new LayScreen(
            frame, visit.Circle, visit.Me, typed, step, WhatOf(typed),
            under is null ? null : new SlipScreen(visit.Circle, visit.Me, under, frame.Now, false, 0), MendOf(broken, typed));
        return LayDownView.Create(screen is { Step: LayStep.Withhold, Withhold: null } ? screen with { Step = LayStep.Who } : screen);
    }

    private static async Task<IResult> GoOnAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        var typed = http.Typed();
        if (Words.Tidy(typed["words"]) is null)
        {
            return Pages.With(
                await AskAsync(http, circle, door, typed, LayStep.Words, CommonRules.InWords, cancellation), StatusCodes.Status422UnprocessableEntity);
        }

        async Task<IResult> GoOnTo(LayStep next)
        {
            await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);

            // Children are not asked how they know: for them the next question is who may read it.
            var asked = next == LayStep.Know && visit.Me.Age == AgeGroup.Child ? LayStep.Who : next;
            return await DraftPages.GoOnAsync(http, drafts, typed, $"/tables/{circle}/lay", "step=" + asked);
        }

        var was = typed.One<LayStep>("step") ?? LayStep.Words;
        if (typed.Is(LayScreen.ShowsField))
        {
            typed = new Typed(typed.Fields.Where(field => !WithholdFields.All.Contains(field.Key) && field.Key != LayScreen.ShowsField).ToDictionary());
            return await GoOnTo(LayStep.Know);
        }

        if (typed.One<LayStep>("back") is { } back)
        {
            return back != LayStep.Withhold || typed.Seats("about").Any()
                ? await GoOnTo(back)
                : Pages.With(
                    await AskAsync(http, circle, door, typed, was, LayRules.SaysAboutWhom, cancellation), StatusCodes.Status422UnprocessableEntity);
        }

        if (WhatOf(typed) is not { } what || (was == LayStep.Words && LayScreen.IsOpen(typed)))
        {
            return was != LayStep.What
                ? await GoOnTo(LayStep.What)
                : Pages.With(
                    await AskAsync(http, circle, door, typed, LayStep.What, LayRules.SaysWhat, cancellation), StatusCodes.Status422UnprocessableEntity);
        }

        if (was == LayStep.What && what != What.Statement)
        {
            return await GoOnTo(LayStep.Who);
        }

        // How one knows is the next question, also when it was answered before: nothing is laid from a page that only says "go on".
        if (was is LayStep.Words or LayStep.What && what == What.Statement && !typed.Is(LayScreen.LastField))
        {
            return await GoOnTo(LayStep.Know);
        }

        return await Pages.TryAsync(
            () => LayAsync(http, circle, door, typed, what, cancellation),
            broken => AskAsync(http, circle, door, typed, StepOf(broken, was, typed), broken, cancellation));
    }

    private static async Task<string> LayAsync(HttpContext http, Guid circle, Door door, Typed typed, What what, CancellationToken cancellation)
    {
        await Laying.LayAsync(http, circle, door, visit => MakeAsync(visit, typed, what, cancellation), cancellation);
        return typed.Id("under") is { } under ? $"/tables/{circle}/things/{under}" : $"/tables/{circle}";
    }

    private static async Task<Contribution> MakeAsync(Visit visit, Typed typed, What what, CancellationToken cancellation)
    {
        var circle = visit.Circle;
        var about = circle.SetOf(typed.Seats("about"));
        var audience = what == What.Worry && typed.Is(FirstField) && FirstOf(visit, about) is { IsEmpty: false } first ? Audience.These(first) : AudienceOf(visit, typed);
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
                return Worry.Lay(circle, words, about, typed.One<Place>("place"), audience, visit.Act);
            default:
                var under = typed.Id("under") is { } id ? await visit.FindAsync<Contribution>(new ContributionId(id), cancellation) : null;
                var said = Statement.Lay(
                    circle, words, KnowScreen.Of(circle, typed), about, typed.Day("happened"), under, audience, visit.Act);
                if (WithholdFields.IsAsked(typed))
                {
                    said.Withhold(
                        circle, circle.SetOf(typed.Seats("keep")), WithholdFields.SecondOf(circle, typed), typed["why"], typed.Day("until") ?? default, visit.Act);
                }

                return said;
        }
    }

    // Who works here and is whom it is about does not read it because they are the first to call (D30).
    private static SeatSet FirstOf(Visit visit, SeatSet about) => SeatSet.Of(
        LayScreen.FirstReadersFor(visit.Circle, visit.Me).Where(seat => !(seat.IsGuest && about.Has(seat.Number))).Select(seat => seat.Number));

    private static What? WhatOf(Typed typed) => typed["what"]?.Replace("-", "", StringComparison.Ordinal) is { Length: > 0 } name
        && Enum.TryParse<What>(name, ignoreCase: true, out var what) && Enum.IsDefined(what) && !char.IsDigit(name[0]) ? what : null;

    /// <summary>The page on which something is to be mended: where it was asked.</summary>
    private static LayStep StepOf(Rule broken, LayStep was, Typed typed) => FieldOf(broken, typed) switch
    {
        "words" => LayStep.Words,
        "know" or "source" or "told" or "read" or "happened" => LayStep.Know,
        "keep" or "second" or "why" or "until" => LayStep.Withhold,
        "readers" when was is LayStep.Words or LayStep.Withhold && WhatOf(typed) == What.Statement => LayStep.Know,
        _ => was,
    };

    private static string? FieldOf(Rule broken, Typed typed) => broken switch
    {
        _ when broken == CommonRules.InWords => Words.Tidy(typed["words"]) is null ? "words" : "why",
        _ when broken == CommonRules.NotTooLong && Words.IsTooLong(typed["why"], Words.Brief) => "why",
        _ when broken == CommonRules.NotTooLong =>
            Words.IsTooLong(typed["words"]) ? "words" : typed.One<Knowing>("know") == Knowing.HaveRead ? "read" : "told",
        _ when broken == LayRules.SaysWhat => "what",
        _ when broken == LayRules.SaysAboutWhom => "about",
        _ when broken == LayRules.NamesReaders || broken == LayRules.ReadersAreClear => "readers",
        _ when broken == StatementRules.HasKindAndSource => "know",
        _ when broken == StatementRules.SourceIsAnother || broken == StatementRules.SourceNotAbout => "source",
        _ when broken == StatementRules.DayNotToCome => "happened",
        _ => WithholdFields.FieldOf(broken),
    };

    private static Mend? MendOf(Rule? broken, Typed typed) =>
        broken is { } rule ? new Mend(rule, FieldOf(rule, typed), Pages.Sentence(rule)) : null;
}
