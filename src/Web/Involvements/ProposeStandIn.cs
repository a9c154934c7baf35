using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Involvements;

/// <summary>Which small question is asked about who stands in.</summary>
public enum StandInStep
{
    /// <summary>Who would come?</summary>
    Who,

    /// <summary>What for, and from when until when?</summary>
    Meanwhile,
}

/// <summary>
/// The professional, another one at the table, or a host proposes who comes for a while in somebody's place (R96, INV-59): a short talk of two pages. Three answers
/// cannot be left out: who, what for, and the last day.
/// </summary>
public static class ProposeStandIn
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who proposes.</param>
    /// <param name="Away">In whose place.</param>
    /// <param name="Typed">What was typed so far.</param>
    /// <param name="Asked">What is asked now.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Seat Away, Typed Typed, StandInStep Asked, Rule? Broken)
    {
        /// <summary>The address of the form.</summary>
        public string Address => AddressOf(Circle.Id.Value, Away.Id.Value);

        /// <summary>The id of the draft of this.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>The questions.</summary>
        public Talk<StandInStep> Talk => new([.. Enum.GetValues<StandInStep>()], Asked);

        /// <summary>What is asked now.</summary>
        public StandInStep Step => Talk.Step;

        /// <summary>Whether it is the professional themselves who proposes it.</summary>
        public bool IsMe => Me.Number == Away.Number;

        /// <summary>The name of who would come.</summary>
        public string Name => Words.Tidy(Typed["name"]) ?? "";

        /// <summary>The other hosts who are asked.</summary>
        public IReadOnlyList<string> Hosts => [.. Circle.Asked.Where(host => host.Number != Me.Number).Select(host => host.Name)];

        /// <summary>What was typed on the other page and goes along.</summary>
        public IEnumerable<(string Name, string Value)> Along => Typed.Along(FieldsOf(Step == StandInStep.Who ? StandInStep.Meanwhile : StandInStep.Who));

        /// <summary>The first day, today unless another was chosen.</summary>
        public string From => Typed["from"] ?? Days.Of(Frame.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

        /// <summary>On which page something is to be mended.</summary>
        /// <param name="rule">The rule that said no.</param>
        public StandInStep StepOf(Rule rule) => FieldOf(rule) is { } field && FieldsOf(StandInStep.Who).Contains(field) ? StandInStep.Who : StandInStep.Meanwhile;

        private string? FieldOf(Rule rule) => rule switch
        {
            _ when rule == CircleRules.PersonHasName || rule == CircleRules.NameIsFree || rule == CircleRules.NameInOneScript => "name",
            _ when rule == CommonRules.NameNotTooLong => Long("name", Words.Name) ? "name" : "what",
            _ when rule == StandInRules.DoesMeanwhile => "goal-words",
            _ when rule == StandInRules.Begins => "from",
            _ when rule == StandInRules.Ends => "until",
            _ when rule == CommonRules.NotTooLong => Brief.FirstOrDefault(name => Long(name, Words.Brief)),
            _ => null,
        };

        private bool Long(string name, int most) => Words.IsTooLong(Typed[name], most);
    }

    private static readonly string[] Brief = ["reach-words", "goal-words", "meet-words", "why-words"];

    /// <summary>The address of the talk about who comes in somebody's place.</summary>
    /// <param name="circle">At which table.</param>
    /// <param name="seat">In whose place.</param>
    public static string AddressOf(Guid circle, Guid seat) => $"/tables/{circle}/people/{seat}/stand-in";

    /// <summary>Whether somebody can propose who comes in the place of another.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="me">Who would propose it.</param>
    /// <param name="away">In whose place.</param>
    public static bool May(Circle circle, Seat me, Seat away) => Circle.MayPropose(me) && circle.MayBeReplaced(away);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/people/{seat:guid}/stand-in", BeginAsync);
        app.MapPost("/tables/{circle:guid}/people/{seat:guid}/stand-in", GoOnAsync);
    }

    private static IReadOnlyList<string> FieldsOf(StandInStep step) =>
        step == StandInStep.Who ? ["name", "what", "reach-words"] : ["goal-words", "from", "until", "meet-words", "why-words"];

    private static async Task<IResult> BeginAsync(HttpContext http, Guid circle, Guid seat, Door door, Drafts drafts, CancellationToken cancellation)
    {
        var begins = !http.Request.Query.ContainsKey(Typed.DraftField);
        var asked = await AskAsync(
            http, circle, seat, door, begins ? Typed.Nothing : await http.FromDraftAsync(drafts, cancellation), _ => http.Step<StandInStep>(), null, cancellation);
        return begins ? DraftPages.Begin(http, AddressOf(circle, seat)) : asked;
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Guid seat, Door door, Typed typed, Func<Screen, StandInStep> step, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var screen = ScreenOf(http, visit, seat, typed, broken);
        return ProposeStandInView.Create(screen with { Asked = step(screen) });
    }

    private static Screen ScreenOf(HttpContext http, Visit visit, Guid seat, Typed typed, Rule? broken)
    {
        var away = visit.Circle.Find(new SeatId(seat)) is { } found && May(visit.Circle, visit.Me, found) ? found : throw new RefusedException();
        var heading = visit.Me.Number == away.Number ? Text.T("involvements.stand-in-me") : Text.T("involvements.stand-in", away.Name);
        return new Screen(
            Frame.Of(http, heading, visit.Circle.Id) with { Narrow = true }, visit.Circle, visit.Me, away, typed, typed.One<StandInStep>("step") ?? default, broken);
    }

    private static async Task<IResult> GoOnAsync(HttpContext http, Guid circle, Guid seat, Door door, Drafts drafts, CancellationToken cancellation)
    {
        var typed = http.Typed();
        Screen screen;
        await using (var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation))
        {
            screen = ScreenOf(http, visit, seat, typed, null);
        }

        if (typed.One<StandInStep>("back") is { } back)
        {
            return await DraftPages.GoOnAsync(http, drafts, typed, screen.Address, "step=" + back);
        }

        if (screen.Talk.IsLast)
        {
            return await Pages.TryAsync(
                () => ProposeAsync(http, circle, screen.Away.Id, door, typed, cancellation),
                broken => AskAsync(http, circle, seat, door, typed, asked => asked.StepOf(broken), broken, cancellation));
        }

        if (Check(typed) is { } missing)
        {
            if (http.Spent() is { } spent && await drafts.WasDoneAsync(http.Caller().Person, spent))
            {
                throw new DoneBeforeException();
            }

            return Pages.With(ProposeStandInView.Create(screen with { Broken = missing }), StatusCodes.Status422UnprocessableEntity);
        }

        return await DraftPages.GoOnAsync(http, drafts, typed, screen.Address, "step=" + screen.Talk.Next);
    }

    /// <summary>What is missing on the first page, said on that page.</summary>
    private static Rule? Check(Typed typed) => Words.Tidy(typed["name"]) is not { } name ? CircleRules.PersonHasName
        : name.Length > Words.Name || Words.IsTooLong(typed["what"], Words.Name) ? CommonRules.NameNotTooLong
        : Words.IsTooLong(typed["reach-words"], Words.Brief) ? CommonRules.NotTooLong
        : null;

    private static async Task<string> ProposeAsync(HttpContext http, Guid circle, SeatId away, Door door, Typed typed, CancellationToken cancellation)
    {
        var proposed = await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Speak,
            visit => Task.FromResult(visit.Circle.ProposeStandIn(
                away, new Worth { Name = typed["name"], Does = typed["what"], Goal = typed["goal-words"] }, typed.Day("from"), typed.Day("until"),
                new StandInWords(typed["reach-words"], typed["meet-words"], typed["why-words"]), visit.Act).Id),
            cancellation,
            http.Spent());
        Saying.Say(http, "involvements.proposed-told");
        return $"/tables/{circle}/joining/{proposed.Value}";
    }
}
