using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Statements;

/// <summary>The page on which somebody does one thing with a statement.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Me">Who does it.</param>
/// <param name="Card">The statement, whole.</param>
/// <param name="Act">Which act, as in the address.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Mend">What is still to be mended; null for nothing.</param>
public sealed record StatementForm(Frame Frame, Seat Me, SlipScreen Card, string Act, Typed Typed, Mend? Mend)
{
    /// <summary>The statement.</summary>
    public Statement Said => (Statement)Card.Contribution;

    /// <summary>The id of the draft of these words.</summary>
    public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

    /// <summary>Whether the author was in two windows at once.</summary>
    public bool IsConflict => Mend?.Rule == CommonRules.NotChangedMeanwhile;

    /// <summary>What was seen when the words were typed; what stands now, once both were shown.</summary>
    /// <param name="now">The number that stands now.</param>
    public string Seen(int now) => IsConflict || Typed["seen"] is not { } seen ? now.ToString(System.Globalization.CultureInfo.InvariantCulture) : seen;
}

/// <summary>What the acts on a statement have in common: who may, the page, the words that are never lost.</summary>
/// <param name="Name">The act, as in the address and in the words.</param>
/// <param name="May">Whether this is an act for somebody on a day; the statement itself keeps the rule.</param>
/// <param name="Page">The page.</param>
/// <param name="Do">Does it.</param>
/// <param name="Fields">The fields in which one writes, in the order of the page.</param>
public sealed record StatementAct(
    string Name, Func<Statement, Seat, DateOnly, bool> May, Func<StatementForm, IResult> Page, Func<Visit, Statement, Typed, CancellationToken, Task> Do,
    params IReadOnlyList<string> Fields)
{
    /// <summary>Where one goes then, of a table and a statement; the statement's page unless it says otherwise.</summary>
    public Func<Guid, Guid, string> Next { get; init; } = (circle, id) => $"/tables/{circle}/things/{id}";

    /// <summary>The key of what stands above the page for somebody; null for that of the act.</summary>
    public Func<Statement, Seat, string?> Heading { get; init; } = (_, _) => null;

    /// <summary>Maps the page and the form.</summary>
    /// <param name="app">Where.</param>
    public void Map(IEndpointRouteBuilder app)
    {
        var address = "/tables/{circle:guid}/things/{id:guid}/" + Name;
        app.MapGet(address, async (HttpContext http, Guid circle, Guid id, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, id, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost(address, DoneAsync);
    }

    private async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Guid id, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var said = await visit.ShowAsync<Statement>(new ContributionId(id), Name, cancellation);
        if (!May(said, visit.Me, Days.Of(visit.Act.At)))
        {
            throw new RefusedException();
        }

        var frame = Frame.Of(http, Text.T(Heading(said, visit.Me) ?? "statements.act." + Name), visit.Circle.Id);
        return Page(new StatementForm(
            frame, visit.Me, new SlipScreen(visit.Circle, visit.Me, said, frame.Now, false, 0), Name, typed, MendOf(broken, typed)));
    }

    private async Task<IResult> DoneAsync(HttpContext http, Guid circle, Guid id, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    async visit =>
                    {
                        await Do(visit, await visit.FindAsync<Statement>(new ContributionId(id), cancellation), typed, cancellation);
                        return true;
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, "statements.done." + Name);
                return Next(circle, id);
            },
            broken => AskAsync(http, circle, id, door, typed, broken, cancellation));
    }

    private Mend? MendOf(Rule? broken, Typed typed)
    {
        if (broken is not { } rule)
        {
            return null;
        }

        var field = rule switch
        {
            _ when rule == CommonRules.InWords => Fields.FirstOrDefault(field => Words.Tidy(typed[field]) is null),
            _ when rule == CommonRules.NotTooLong => Fields.OrderByDescending(field => typed[field]?.Length).FirstOrDefault(),
            _ when rule == CommonRules.NotChangedMeanwhile => Fields[0],
            _ when rule == StatementRules.AnotherKind => "kind",
            _ when rule == StatementRules.HasKindAndSource => Fields.Contains("know") ? "know" : "kind",
            _ when rule == StatementRules.SourceIsAnother || rule == StatementRules.SourceNotAbout => "source",
            _ when rule == StatementRules.DayToCome => "before",
            _ when rule == CircleRules.SitsHere || rule == StatementRules.NotAboutFinder => "who",
            _ => WithholdFields.FieldOf(rule),
        };
        var sentence = field switch
        {
            "reason" when rule == CommonRules.InWords => Text.T("statements.reason-needed"),
            "kind" when rule == StatementRules.HasKindAndSource => Text.T("statements.kind-needed"),
            _ => Pages.Sentence(rule),
        };
        return new Mend(rule, field, sentence);
    }
}
