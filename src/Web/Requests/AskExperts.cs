using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Access;
using Keukentafel.Web.Consults;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Requests;

/// <summary>
/// Somebody who works with families, and whom no family has at a table yet, asks an expert in the background, without names (R98, P21): a doctor between two
/// patients, a teacher. It asks for no account. Nothing is kept before it is sent, and who asked comes back with a code, as who asks for help does.
/// </summary>
public static class AskExperts
{
    private const string Address = "/advice";

    private static readonly ConsultAsk[] More = [ConsultAsk.Suspicion, ConsultAsk.Opinion, ConsultAsk.NotKnown];

    // In the order of the page.
    private static readonly ConsultAsk[] Asks = [ConsultAsk.WantsToKnow, ConsultAsk.Fact, .. More, ConsultAsk.FamilySays];

    // What is written first; to whom it goes and the own word come when all of it is read over. In the first page stand presses that let a word stand: nothing
    // there may be sent by a press of Enter.
    private static readonly string[] Fields = [.. Asks.Select(AskConsult.FieldOf), "work", NamedForm.Stands];
    private static readonly string[] Last = ["team", "word"];

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Teams">The experts who can be asked.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Typed Typed, IReadOnlyList<LocalTeam> Teams, Rule? Broken)
    {
        /// <summary>The words that go to the experts.</summary>
        public NamedForm Words { get; } = NamedForm.Of(Typed, Broken);

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is not { } rule ? null : Words.MendOf(Fields) ?? new Mend(rule, FieldFor(rule), Pages.Sentence(rule));

        /// <summary>The number of this form, by which the same form sent twice is one question.</summary>
        public string Form { get; } = (Typed.Id("form") ?? HelpRequestId.New().Value).ToString();

        /// <summary>Whether more was typed than what is asked first.</summary>
        public bool ShowsMore => More.Any(ask => !string.IsNullOrWhiteSpace(Typed[AskConsult.FieldOf(ask)]));

        /// <summary>What was written, as it goes along when it is read over.</summary>
        public IEnumerable<(string Name, string Value)> Along => Typed.Along(Fields);

        /// <summary>What was chosen when it was read over, as it goes along when it is written anew.</summary>
        public IEnumerable<(string Name, string Value)> AlongBack => Typed.Along(Last);

        /// <summary>What was told and asked, as it goes out.</summary>
        public IReadOnlyList<(ConsultAsk Ask, string Words)> Told =>
            [.. Asks.Select(ask => (ask, Domain.Access.Words.Tidy(Typed[AskConsult.FieldOf(ask)]))).Where(one => one.Item2 is not null).Select(one => (one.ask, one.Item2!))];

        /// <summary>The experts who were chosen, or the only ones; null for none.</summary>
        public LocalTeam? Team => AskForHelp.TeamOf(Typed, Teams);

        private string? FieldFor(Rule rule) => rule switch
        {
            _ when rule == ConsultRules.WantsToKnow => AskConsult.FieldOf(ConsultAsk.WantsToKnow),
            _ when rule == ConsultRules.SaysWhatIsKnown => AskConsult.FieldOf(ConsultAsk.Fact),
            _ when rule == ConsultRules.FamilySays => AskConsult.FieldOf(ConsultAsk.FamilySays),
            _ when rule == CommonRules.NotTooLong => Asks.Select(AskConsult.FieldOf).FirstOrDefault(field => Domain.Access.Words.IsTooLong(Typed[field], Domain.Access.Words.Brief)),
            _ when rule == RequestRules.SaysWork || rule == RequestRules.WhoAsksFits => "work",
            _ when rule == ConsultRules.NoSuchExperts => "team",
            _ when rule == RequestRules.WordFits => "word",
            _ => null,
        };
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, async (HttpContext http, LocalTeams teams, CancellationToken cancellation) =>
            Page(http, await teams.ExpertsAsync(cancellation), null)).AllowAnonymous();

        // Kept nowhere until it is sent: as a draft it would be somebody's.
        app.MapPost(Address, ReadAsync).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost(Address + "/send", SendAsync).AllowAnonymous().WithMetadata(new KeptNowhere());
    }

    private static IResult Page(HttpContext http, IReadOnlyList<LocalTeam> teams, Rule? broken) =>
        AskExpertsView.Create(new Screen(Frame.Of(http, Text.T("consults.experts")) with { Narrow = true }, http.Typed(), teams, broken));

    private static IResult ReadPage(HttpContext http, IReadOnlyList<LocalTeam> teams, Rule? broken) =>
        AskExpertsReadView.Create(new Screen(Frame.Of(http, Text.T("consults.experts-read")) with { Narrow = true }, http.Typed(), teams, broken));

    private static async Task<IResult> ReadAsync(HttpContext http, LocalTeams teams, CancellationToken cancellation)
    {
        var all = await teams.ExpertsAsync(cancellation);
        var typed = http.Typed();

        // Going back asks nothing, and loses nothing. A word that is let stand asks again.
        return typed.Is("change") ? Page(http, all, null)
            : BrokenIn(typed) is { } broken ? Pages.With(Page(http, all, broken), StatusCodes.Status422UnprocessableEntity)
            : ReadPage(http, all, null);
    }

    private static async Task<IResult> SendAsync(
        HttpContext http, LocalTeams teams, HelpRequests requests, OwnWord words, SignInPace pace, TimeProvider clock, CancellationToken cancellation)
    {
        var all = await teams.ExpertsAsync(cancellation);
        var typed = http.Typed();
        if (BrokenIn(typed) is { } broken)
        {
            return Pages.With(Page(http, all, broken), StatusCodes.Status422UnprocessableEntity);
        }

        if (BrokenAtLast(typed, all) is { } last)
        {
            return Pages.With(ReadPage(http, all, last), StatusCodes.Status422UnprocessableEntity);
        }

        var form = AskForHelp.FormOf(typed, Fields.Concat(Last));
        if (!await requests.IsThereAsync(form, cancellation) && !pace.May(http.Connection.RemoteIpAddress, AskForHelp.Asking, AskForHelp.MostAsked))
        {
            return Pages.With(ReadPage(http, all, AskForHelp.NotTooOften), StatusCodes.Status429TooManyRequests);
        }

        var team = AskForHelp.TeamOf(typed, all)!;
        var word = HelpRequest.Word(typed["word"]);
        var (code, request) = await requests.AskAsync(AskOf(typed), team.Id, form, words.HashOf(word));
        var busy = request is not null && await requests.IsBusyBeforeAsync(request, cancellation);
        return AskSentView.Create(new AskForHelp.Sent(
            Frame.Of(http, Text.T("consults.experts-sent")) with { Narrow = true }, HelpRequests.Written(code), word.Length > 0, team, busy)
        {
            LooksBack = Days.Of(clock.GetUtcNow()).AddDays(HelpRequest.LooksBackAfter),
        });
    }

    private static HelpAsk AskOf(Typed typed) =>
        HelpAsk.ToExperts(Asks.ToDictionary(ask => ask, ask => typed[AskConsult.FieldOf(ask)]), typed["work"], typed.All(NamedForm.Stands));

    private static Rule? BrokenIn(Typed typed) => BrokenBy(() => AskOf(typed));

    private static Rule? BrokenAtLast(Typed typed, IReadOnlyList<LocalTeam> all) =>
        AskForHelp.TeamOf(typed, all) is null ? ConsultRules.NoSuchExperts : BrokenBy(() => HelpRequest.Word(typed["word"]));

    private static Rule? BrokenBy(Func<object> made)
    {
        try
        {
            made();
            return null;
        }
        catch (RuleBrokenException broken)
        {
            return broken.Rule;
        }
    }
}
