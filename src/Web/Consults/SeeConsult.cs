using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Invitations;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Consults;

/// <summary>
/// A question in the background, with all that belongs to it: the family reads it first; who asked sends it, answers what is asked back, tells what came of it,
/// and stops it (R98).
/// </summary>
public static class SeeConsult
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Card">The question.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Sight Sight, SlipScreen Card, Typed Typed, Rule? Broken)
    {
        /// <summary>The table.</summary>
        public Circle Circle => Sight.Circle;

        /// <summary>The reader.</summary>
        public Seat Me => Sight.Me;

        /// <summary>The question.</summary>
        public Consult Consult => (Consult)Card.Contribution;

        /// <summary>The address of the page, and where its forms begin.</summary>
        public string Address => AddressOf(Circle.Id.Value, Consult.Id.Value);

        /// <summary>Whether the reader asked it.</summary>
        public bool IsMine => Consult.By == Me.Number && !Consult.IsTakenBack;

        /// <summary>The expert; null before it went out.</summary>
        public Seat? Expert => Consult.Expert is { } seat ? Circle.SeatAt(seat) : null;

        /// <summary>The card of the expert, for who asked, as long as it can be used; null for none.</summary>
        public Invitation? Invitation => IsMine && Consult.Expert is { } seat ? Circle.CardOf(seat, Me, Frame.Now) : null;

        /// <summary>Whether the expert said "rather not" at the card.</summary>
        public bool SaidNo => IsMine && Consult.Expert is { } seat && Circle.InvitationFor(seat, Me.Number)?.RefusedAt is not null;

        /// <summary>The code on the card, in groups; null for none.</summary>
        public string? Code { get; init; }

        /// <summary>Where who has the card types the code.</summary>
        public string? Welcome { get; init; }

        /// <summary>What who asks does, as the expert reads it; null for nothing.</summary>
        public string? Work => FamilyNames.WorkOf(Circle, Me);

        /// <summary>Whether a host says something of it now.</summary>
        public bool AsksMe => Consult.AsksHost(Circle, Me);

        /// <summary>What the reader, a host, said of it; null for nothing.</summary>
        public FamilyAdded? Mine => Consult.AddedFor(Me).FirstOrDefault(one => one.By == Me.Number);

        /// <summary>Who would rather not have it asked, for who asked.</summary>
        public IReadOnlyList<string> RatherNot => IsMine ? [.. Consult.AddedFor(Me).Where(one => one.RatherNot).Select(one => Card.Name(one.By))] : [];

        /// <summary>Who still has time to say something, for who asked.</summary>
        public IReadOnlyList<string> StillReading => [.. Consult.StillReading(Circle, Frame.Now).Select(seat => seat.Name)];

        /// <summary>Whether it can go out now.</summary>
        public bool MaySend => IsMine && Consult.MaySend(Circle, Frame.Now);

        /// <summary>Whether who asked answers what was asked back.</summary>
        public bool MayReply => IsMine && Consult is { AskedBack: not null, Reply: null, StoppedAt: null };

        /// <summary>Whether who asked tells what came of it.</summary>
        public bool MayTell => IsMine && Consult.MayTell(Days.Of(Frame.Now));

        /// <summary>Whether who asked can stop it.</summary>
        public bool MayStop => IsMine && Consult is { SentAt: not null, StoppedAt: null };

        /// <summary>The words that leave the table.</summary>
        public NamedForm Words { get; } = NamedForm.Of(Sight.Circle, Card.Contribution.By, Typed, Broken);

        /// <summary>The name and work that stand in the form already: of who was proposed to join; nothing else.</summary>
        public (string? Name, string? Does) Proposed { get; init; }

        /// <summary>The drafts of the forms, by the field in which one writes there.</summary>
        public IReadOnlyDictionary<string, string> Drafts { get; } = Fields.ToDictionary(
            name => name, name => Typed[name] is not null && Typed[Typed.DraftField] is { } draft ? draft : DraftId.New().Value.ToString());

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is not { } rule ? null : Words.MendOf(Fields) ?? new Mend(rule, FieldOf(rule), Pages.Sentence(rule));

        private string? FieldOf(Rule rule) => rule switch
        {
            _ when rule == ConsultRules.ExpertHasName || rule == CircleRules.NameIsFree || rule == CircleRules.NameInOneScript => "name",
            _ when rule == ConsultRules.ExpertDoes => "does",
            _ when rule == CommonRules.NameNotTooLong => Domain.Access.Words.IsTooLong(Typed["name"], Domain.Access.Words.Name) ? "name" : "does",
            _ when rule == ConsultRules.LooksBack => "day",
            _ when rule == CommonRules.InWords || rule == CommonRules.NotTooLong => Fields.FirstOrDefault(name => Typed[name] is not null),
            _ => null,
        };
    }

    private static readonly string[] Fields = ["add-words", "name", "back-words", "tell-words"];

    /// <summary>The address of the page of a question.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="id">The question.</param>
    public static string AddressOf(Guid circle, Guid id) => $"/tables/{circle}/consults/{id}";

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        const string page = "/tables/{circle:guid}/consults/{id:guid}";
        foreach (var part in new[] { "", "/say", "/send", "/reply", "/tell" })
        {
            app.MapGet(page + part, async ([AsParameters] Asked asked) =>
                await ShowAsync(asked, await asked.Http.FromDraftAsync(asked.Drafts, asked.Cancellation), null));
        }

        Form("/say", "consults.said-told", (consult, typed, visit) =>
        {
            if (!consult.AsksHost(visit.Circle, visit.Me))
            {
                throw new RefusedException();
            }

            consult.Say(visit.Circle, typed["say"] == "rather-not", typed["add-words"], typed.All(NamedForm.Stands), visit.Act);
        });
        Own("/send", "consults.sent-told", (consult, typed, visit) =>
            consult.Send(visit.Circle, typed["name"], typed["does"], typed.Day("day"), visit.Act));
        Own("/new-card", "consults.card-told", (consult, _, visit) => visit.Circle.NewCard(consult.Expert ?? throw new RefusedException(), visit.Act));
        Own("/reply", "consults.replied-told", (consult, typed, visit) =>
            consult.AnswerBack(visit.Circle, typed["back-words"], typed.All(NamedForm.Stands), visit.Act));
        Own("/tell", "consults.tell-told", (consult, typed, visit) => consult.Tell(visit.Circle, typed["tell-words"], typed.All(NamedForm.Stands), visit.Act));
        Own("/stop", "consults.stopped-told", (consult, _, visit) => consult.Stop(visit.Circle, visit.Act));

        void Own(string part, string told, Action<Consult, Typed, Visit> change) => Form(part, told, (consult, typed, visit) =>
        {
            if (consult.By != visit.Me.Number)
            {
                throw new RefusedException();
            }

            change(consult, typed, visit);
        });

        void Form(string part, string told, Action<Consult, Typed, Visit> change) =>
            app.MapPost(page + part, ([AsParameters] Asked asked) => ChangeAsync(asked, told, change));
    }

    private static async Task<IResult> ShowAsync(Asked asked, Typed typed, Rule? broken)
    {
        var http = asked.Http;
        var sight = await asked.Door.OpenAsync(http.Caller(), new CircleId(asked.Circle), Look.At(new ContributionId(asked.Id)), asked.Cancellation);
        http.Response.RegisterForDispose(sight);
        var slip = sight.Slips.First(slip => slip.Id.Value == asked.Id);
        if (slip.Contribution is not Consult consult)
        {
            throw new RefusedException();
        }

        var frame = Frame.Of(http, Text.T("contributions.of.Consult", sight.Circle.SeatAt(consult.By).Name), sight, "talks") with { Narrow = true };
        var screen = new Screen(
            frame, sight, new SlipScreen(sight.Circle, sight.Me, consult, frame.Now, sight.IsNew(slip), 0, Alone: true), typed, broken)
        {
            Proposed = Guid.TryParse(http.Request.Query["instead"], out var one) ? ProposedIn(sight, one) : default,
        };
        if (screen.Invitation is { } card)
        {
            await using var visit = await asked.Door.EnterAsync(http.Caller(), sight.Circle.Id, Permission.Speak, asked.Cancellation);
            screen = screen with
            {
                Code = InvitationCode.Written(asked.Door.CodeOf(visit, card)),
                Welcome = $"{http.Request.Scheme}://{http.Request.Host}{(Text.IsEnglish ? "/en" : "")}/welcome",
            };
        }

        return SeeConsultView.Create(screen);
    }

    private static (string?, string?) ProposedIn(Sight sight, Guid id) =>
        sight.Circle.Involvements.FirstOrDefault(one => one.Id.Value == id && sight.Circle.MayRead(one, sight.Me)) is { Worth: { } worth } ? (worth.Name, worth.Does) : default;

    private static Task<IResult> ChangeAsync(Asked asked, string told, Action<Consult, Typed, Visit> change)
    {
        var typed = asked.Http.Typed();
        return Pages.TryAsync(
            async () =>
            {
                await asked.ChangeAsync<Consult, bool>((consult, visit) =>
                {
                    change(consult, typed, visit);
                    return Task.FromResult(true);
                });
                Saying.Say(asked.Http, told);
                return AddressOf(asked.Circle, asked.Id);
            },
            broken => ShowAsync(asked, typed, broken));
    }
}
