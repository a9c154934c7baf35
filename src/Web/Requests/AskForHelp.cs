using System.Text.Json;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Requests;

/// <summary>What is asked of who asks for help, in turn.</summary>
public enum AskStep
{
    /// <summary>What would help, and what is hard.</summary>
    Helps,

    /// <summary>With what, from whom, and what must not happen.</summary>
    With,

    /// <summary>Of which place, by what name, and how to be reached.</summary>
    You,

    /// <summary>Everything as it goes, who reads it and what they must do.</summary>
    Read,
}

/// <summary>
/// "Ik kan hulp gebruiken" (R57, R58): anybody asks the local team of a place, without an account. Nothing is kept before it is sent, also not here: what was
/// typed goes along from question to question in the form alone.
/// </summary>
public static class AskForHelp
{
    private const string Address = "/ask";

    // Counted for an address, whoever it is: a library or a shelter has one for many, and nobody is slowed down by another elsewhere.
    internal const string Asking = " ask";
    internal const int MostAsked = 20;

    /// <summary>Nobody floods a team, or guesses without end.</summary>
    internal static readonly Rule NotTooOften = new("request.not-too-often");

    private static readonly (Rule Rule, AskStep Step, string Field)[] Fields =
    [
        (RequestRules.SaysWhoAsks, AskStep.Helps, "who"), (RequestRules.WhoAsksFits, AskStep.Helps, "who"), (RequestRules.FamilyKnows, AskStep.Helps, "known-words"),
        (RequestRules.HowKnownFits, AskStep.Helps, "known-words"), (RequestRules.SaysWhatHelps, AskStep.Helps, "helps-words"), (RequestRules.WouldHelpFits, AskStep.Helps, "helps-words"), (RequestRules.HardFits, AskStep.Helps, "hard-words"),
        (RequestRules.MustNotFits, AskStep.With, "must-not-words"), (RequestRules.SaysPlace, AskStep.You, "team"), (RequestRules.NameFits, AskStep.You, "name"),
        (RequestRules.ReachFits, AskStep.You, "reach-words"), (RequestRules.WordFits, AskStep.You, "word"),
    ];

    /// <summary>The fields of each question.</summary>
    public static IReadOnlyDictionary<AskStep, string[]> FieldsOf { get; } = new Dictionary<AskStep, string[]>
    {
        [AskStep.Helps] = ["for", "who", "known-words", "helps-words", "hard-words"],
        [AskStep.With] = ["kind", "from", "must-not-words"],
        [AskStep.You] = ["team", "name", "reach-words", "word"],
        [AskStep.Read] = [],
    };

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Talk">Which question.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Teams">The teams that can be asked.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Talk<AskStep> Talk, Typed Typed, IReadOnlyList<LocalTeam> Teams, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule
            ? new Mend(rule, Fields.FirstOrDefault(one => one.Rule == rule && one.Step == Talk.Step).Field, Pages.Sentence(rule)) : null;

        /// <summary>For whom is asked.</summary>
        public AskedFor For => ForOf(Typed);

        /// <summary>The number of this form, by which the same form sent twice is one request.</summary>
        public string Form { get; } = (Typed.Id("form") ?? HelpRequestId.New().Value).ToString();

        /// <summary>What was typed at other questions.</summary>
        public IEnumerable<(string Name, string Value)> Along => Typed.Along(FieldsOf.Where(one => one.Key != Talk.Step).SelectMany(one => one.Value));

        /// <summary>The team that was chosen, or the only one; null for none.</summary>
        public LocalTeam? Team => TeamOf(Typed, Teams);
    }

    /// <summary>What the page after sending shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Code">The code.</param>
    /// <param name="HasWord">Whether a word goes with it.</param>
    /// <param name="Team">Which team reads it.</param>
    /// <param name="IsBusy">Whether many wait longer.</param>
    public sealed record Sent(Frame Frame, string Code, bool HasWord, LocalTeam Team, bool IsBusy)
    {
        /// <summary>From which day on who asked experts tells what came of it, when they answer today; null for who asks for help.</summary>
        public DateOnly? LooksBack { get; init; }
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, async Task<IResult> (HttpContext http, LocalTeams teams, CancellationToken cancellation) =>
        {
            // For whom is no word of anybody: it may stand in the address of an empty form.
            if (http.Request.Query["for"].ToString() is { Length: > 0 } whose)
            {
                http.Put("for", whose);
            }

            return NobodyKnows(http.Typed()) ? Pages.Done(AskForFamily.NotYet) : Page(http, AskStep.Helps, await teams.AnsweringAsync(cancellation), null);
        }).AllowAnonymous();

        // Kept nowhere until it is sent: as a draft it would be somebody's.
        app.MapPost(Address, GoOnAsync).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost("/ask/send", SendAsync).AllowAnonymous().WithMetadata(new KeptNowhere());
    }

    private static IResult Page(HttpContext http, AskStep step, IReadOnlyList<LocalTeam> teams, Rule? broken)
    {
        var screen = new Screen(
            Frame.Of(http, Text.T("requests.heading")) with { Narrow = true }, new Talk<AskStep>(Enum.GetValues<AskStep>(), step), http.Typed(), teams, broken);
        return step == AskStep.Read ? AskReadView.Create(screen) : AskForHelpView.Create(screen);
    }

    private static async Task<IResult> GoOnAsync(HttpContext http, LocalTeams teams, CancellationToken cancellation)
    {
        var typed = http.Typed();
        if (NobodyKnows(typed))
        {
            return Pages.Done(AskForFamily.NotYet);
        }

        var all = await teams.AnsweringAsync(cancellation);
        var at = typed.One<AskStep>("step") ?? AskStep.Helps;
        var to = typed.One<AskStep>("go") ?? new Talk<AskStep>(Enum.GetValues<AskStep>(), at).Next;

        // Going back asks nothing, and loses nothing.
        if (to > at && BrokenBefore(typed, all, to) is { } broken)
        {
            return Pages.With(Page(http, StepOf(broken), all, broken), StatusCodes.Status422UnprocessableEntity);
        }

        return Page(http, to, all, null);
    }

    private static async Task<IResult> SendAsync(
        HttpContext http, LocalTeams teams, HelpRequests requests, OwnWord words, SignInPace pace, CancellationToken cancellation)
    {
        var typed = http.Typed();
        if (NobodyKnows(typed))
        {
            return Pages.Done(AskForFamily.NotYet);
        }

        var all = await teams.AnsweringAsync(cancellation);
        if (BrokenBefore(typed, all, AskStep.Read) is { } broken)
        {
            return Pages.With(Page(http, StepOf(broken), all, broken), StatusCodes.Status422UnprocessableEntity);
        }

        // The same form again is the same question: whoever sends it twenty times uses up nobody's turn but their own (T20).
        var form = FormOf(typed, FieldsOf.Values.SelectMany(fields => fields));
        if (!await requests.IsThereAsync(form, cancellation) && !pace.May(http.Connection.RemoteIpAddress, Asking, MostAsked))
        {
            return Pages.With(Page(http, AskStep.Read, all, NotTooOften), StatusCodes.Status429TooManyRequests);
        }

        var team = TeamOf(typed, all)!;
        var word = HelpRequest.Word(typed["word"]);
        var (code, request) = await requests.AskAsync(AskOf(typed), team.Id, form, words.HashOf(word));
        var busy = request is not null && await requests.IsBusyBeforeAsync(request, cancellation);
        return AskSentView.Create(new Sent(
            Frame.Of(http, Text.T("requests.sent")) with { Narrow = true }, HelpRequests.Written(code), word.Length > 0, team, busy));
    }

    // The words themselves, and the number of the form: who presses twice sends the same.
    internal static byte[] FormOf(Typed typed, IEnumerable<string> fields) => JsonSerializer.SerializeToUtf8Bytes(
        fields.Append("form").Select(name => string.Join('\n', typed.All(name).Prepend(name))).ToArray());

    private static HelpAsk AskOf(Typed typed) => HelpAsk.Of(
        typed["helps-words"], typed["hard-words"], Chosen<HelpKind>(typed, "kind"), Chosen<HelpFrom>(typed, "from"), typed["must-not-words"], typed["name"], typed["reach-words"])
        .OnBehalf(ForOf(typed), typed["who"], typed["known-words"]);

    private static AskedFor ForOf(Typed typed) => typed.One<AskedFor>("for") ?? AskedFor.Own;

    // Whatever else is said than the three: the family does not know, and nothing of it goes on (R5).
    private static bool NobodyKnows(Typed typed) => typed["for"] is { Length: > 0 } && typed.One<AskedFor>("for") is null;

    private static IEnumerable<T> Chosen<T>(Typed typed, string field)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(one => typed.All(field).Contains(one.ToString()));

    internal static LocalTeam? TeamOf(Typed typed, IReadOnlyList<LocalTeam> all) =>
        all.Count == 1 ? all[0] : all.FirstOrDefault(team => team.Id.Value == typed.Id("team"));

    private static Rule? BrokenBefore(Typed typed, IReadOnlyList<LocalTeam> all, AskStep to)
    {
        try
        {
            // The first question comes first, whatever is the matter further on.
            HelpAsk.Of(typed["helps-words"], typed["hard-words"], [], [], null, null, null).OnBehalf(ForOf(typed), typed["who"], typed["known-words"]);
            AskOf(typed);
            HelpRequest.Word(typed["word"]);
        }
        catch (RuleBrokenException broken) when (StepOf(broken.Rule) < to)
        {
            return broken.Rule;
        }
        catch (RuleBrokenException)
        {
            // Of a question that comes later, and says it there.
        }

        return to > AskStep.You && TeamOf(typed, all) is null ? RequestRules.SaysPlace : null;
    }

    private static AskStep StepOf(Rule rule) => Fields.First(one => one.Rule == rule).Step;
}
