using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>
/// Words on paper are entered afterwards, by the code of their place: "told by …, written down by …", until the teller has read it back (R10).
/// </summary>
public static class WriteUp
{
    /// <summary>A code of the placemat.</summary>
    public static readonly Rule KnownCode = new("talk.known-code");

    /// <summary>What the page shows.</summary>
    /// <param name="Talking">The talk.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record Screen(Talking Talking, Typed Typed, Mend? Mend)
    {
        /// <summary>The frame.</summary>
        public Frame Frame => Talking.Frame;

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/talks/{talk:guid}/write-up", async ([AsParameters] AskedInTalk asked, Drafts drafts) =>
            await AskAsync(asked, await asked.Http.FromDraftAsync(drafts, asked.Cancellation), null));
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/write-up", EnterAsync);
    }

    private static async Task<Talking> LookAsync(AskedInTalk asked, Typed typed, Rule? broken)
    {
        var sight = await asked.OpenAsync();
        var talking = new Talking(
            Frame.Of(asked.Http, Text.T("talks.write-up"), sight, "talks") with { Narrow = true }, sight, asked.Talk, false, typed, broken);
        return talking.Talk.WerePresent.Has(sight.Me.Number) && (talking.Talk.Course.EndedAt is not null || broken is not null) ? talking : throw new Data.Circles.RefusedException();
    }

    private static async Task<IResult> AskAsync(AskedInTalk asked, Typed typed, Rule? broken) =>
        Page(await LookAsync(asked, typed, broken), typed, broken);

    private static IResult Page(Talking talking, Typed typed, Rule? broken) => WriteUpView.Create(new Screen(
        talking, typed, broken is { } rule && rule != SayInTalk.IsEnough ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null));

    private static string? FieldOf(Rule rule) => rule switch
    {
        _ when rule == KnownCode || rule == TalkRules.SitsThere => "code",
        _ when rule == CommonRules.InWords || rule == CommonRules.NotTooLong => "words",
        _ when rule == StatementRules.HasKindAndSource => "as",
        _ => null,
    };

    private static async Task<IResult> EnterAsync([AsParameters] AskedInTalk asked)
    {
        var typed = asked.Http.Typed();
        var talking = await LookAsync(asked, typed, null);
        return await Pages.TryAsync(
            async () =>
            {
                var (place, seat) = PaperCodes.Find(talking, typed["code"]) ?? throw new RuleBrokenException(KnownCode);
                await asked.ChangeAsync(async (talk, visit) =>
                {
                    var point = place.Point is { } asks ? await visit.FindAsync<TalkPoint>(asks.Id, asked.Cancellation) : null;
                    var act = talk.WriteUp(visit.Circle, seat.Id, place.Ask, point, visit.Circle.SetOf(typed.Seats("heard")), visit.Act);

                    // Who wrote in a place "this is what I do" does it.
                    var fields = new Dictionary<string, string[]>(typed.Fields) { ["who"] = [seat.Id.Value.ToString()] };
                    visit.Lay(SayInTalk.Make(talk, visit, new Typed(fields), act, place.Part));
                    return true;
                });
                Saying.Say(asked.Http, "talks.written-up");
                return asked.Address + "/write-up";
            },
            broken => AskAsync(asked, typed, broken));
    }
}
