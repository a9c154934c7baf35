using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Consults;

/// <summary>Somebody asks in the background, in own words and without names (R98). Nothing goes out yet: the family reads it first (R5).</summary>
public static class AskConsult
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who asks.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, Rule? Broken)
    {
        /// <summary>What was begun here before and not finished; null for nothing.</summary>
        public Draft? Begun { get; init; }

        /// <summary>The address of the form.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/consults/new";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>The words that leave the table.</summary>
        public NamedForm Words { get; } = NamedForm.Of(Circle, Me.Number, Typed, Broken);

        /// <summary>The proposal to join instead of which it is asked; null for none.</summary>
        public Guid? Instead { get; init; }

        /// <summary>Whether more was typed than what is asked first.</summary>
        public bool ShowsMore => More.Any(ask => !string.IsNullOrWhiteSpace(Typed[FieldOf(ask)]));

        /// <summary>The hosts, whom it can be about.</summary>
        public IEnumerable<Seat> Hosts => Circle.Seats.Where(seat => seat.Side == SeatSide.Host);

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is not { } rule ? null : Words.MendOf([.. Fields.Values]) ?? new Mend(rule, FieldFor(rule), Pages.Sentence(rule));

        private string? FieldFor(Rule rule) => rule switch
        {
            _ when rule == ConsultRules.SaysWhatIsKnown => FieldOf(ConsultAsk.Fact),
            _ when rule == ConsultRules.FamilySays => FieldOf(ConsultAsk.FamilySays),
            _ when rule == ConsultRules.WantsToKnow => FieldOf(ConsultAsk.WantsToKnow),
            _ when rule == ConsultRules.FamilyKnows => "about",
            _ when rule == CommonRules.NotTooLong => Fields.Values.FirstOrDefault(field => Domain.Access.Words.IsTooLong(Typed[field], Domain.Access.Words.Brief)),
            _ => null,
        };
    }

    private static readonly ConsultAsk[] More = [ConsultAsk.Suspicion, ConsultAsk.Opinion, ConsultAsk.NotKnown];

    // In the order of the page.
    private static readonly Dictionary<ConsultAsk, string> Fields = new()
    {
        [ConsultAsk.WantsToKnow] = "words",
        [ConsultAsk.Fact] = "fact-words",
        [ConsultAsk.Suspicion] = "suspicion-words",
        [ConsultAsk.Opinion] = "opinion-words",
        [ConsultAsk.NotKnown] = "not-known-words",
        [ConsultAsk.FamilySays] = "family-words",
    };

    /// <summary>The field of something that is asked.</summary>
    /// <param name="ask">What.</param>
    public static string FieldOf(ConsultAsk ask) => Fields[ask];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/consults/new", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(
                http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation,
                http.Request.Query.ContainsKey(Typed.DraftField) ? null : await DraftPages.BegunAsync(http, drafts, http.Request.Path, null, cancellation)));
        app.MapPost("/tables/{circle:guid}/consults/new", LayAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation, Draft? begun = null)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        if (!Consult.MayAsk(visit.Me))
        {
            throw new RefusedException();
        }

        return AskConsultView.Create(new Screen(
            Frame.Of(http, Text.T("consults.ask"), visit.Circle.Id, "talks") with { Narrow = true }, visit.Circle, visit.Me, typed, broken)
        {
            Begun = begun,
            Instead = typed.Id("instead") ?? (Guid.TryParse(http.Request.Query["instead"], out var one) ? one : null),
        });
    }

    private static async Task<IResult> LayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                var id = await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    visit =>
                    {
                        if (!Consult.MayAsk(visit.Me))
                        {
                            throw new RefusedException();
                        }

                        var consult = Consult.Ask(
                            visit.Circle, Fields.ToDictionary(one => one.Key, one => typed[one.Value]), visit.Circle.SetOf(typed.Seats("about")),
                            typed.Is("everybody"), typed.All(NamedForm.Stands), visit.Act);
                        visit.Lay(consult);
                        return Task.FromResult(consult.Id);
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, "consults.laid");
                return $"/tables/{circle}/consults/{id.Value}{(typed.Id("instead") is { } instead ? $"?instead={instead}" : "")}";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }
}
