using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Somebody says how they are reached safely, and who at this table may read that. Nobody else learns that it is there.</summary>
public static class SayContact
{
    // What stood there; the same word for nothing, so that the form looks alike.
    private const string Nothing = "none";

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Whose it is.</param>
    /// <param name="Stands">What stands there now; null for nothing.</param>
    /// <param name="IsShut">Whether there is something that stays shut.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, SafeContact? Stands, bool IsShut, Typed Typed, Rule? Broken)
    {
        /// <summary>The address.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/contact";

        /// <summary>The id of the draft of this.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>Whether another was said meanwhile: then both stand there.</summary>
        public bool Conflict => Broken == CommonRules.NotChangedMeanwhile;

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is not { } rule ? null
            : rule == CommonRules.NotTooLong ? new Mend(rule, Fields.FirstOrDefault(name => Words.IsTooLong(Typed[name], Words.Brief)), Text.T("circles.contact-too-long"))
            : new Mend(rule, rule == ContactRules.SaysSomething ? Fields[0] : null, Conflict ? Text.T("circles.contact-conflict") : Pages.Sentence(rule));

        /// <summary>What stood there when the form was drawn, as it goes along in it.</summary>
        public string Seen => Broken is null && Typed["seen"] is { } seen ? seen : Stands?.Mark.ToString() ?? Nothing;

        /// <summary>Whether anything was typed in this form.</summary>
        private bool IsTyped => Typed["seen"] is not null;

        /// <summary>What stands in a field.</summary>
        /// <param name="name">Its name.</param>
        public string? Value(string name) => IsTyped ? Typed[name] : name switch
        {
            "number-words" => Stands?.Number,
            "hours-words" => Stands?.Hours,
            "code-words" => Stands?.CodeWord,
            "hear-words" => Stands?.MayHear,
            _ => Stands?.Mind,
        };

        /// <summary>Whether a message may be left.</summary>
        public bool Voicemail => IsTyped ? Typed.Is("voicemail") : Stands?.Voicemail ?? false;

        /// <summary>Whether somebody is chosen to read it.</summary>
        /// <param name="seat">Who.</param>
        public bool Reads(Seat seat) => IsTyped ? Typed.All("reader").Contains(seat.Id.Value.ToString()) : Stands?.Readers.Has(seat.Number) ?? false;

        /// <summary>Whom one can choose: who comes to help first, children and parents last.</summary>
        public IReadOnlyList<Seat> Others => [.. Circle.MayReadContactOf(Me).OrderByDescending(seat => seat.Side)];

        /// <summary>The fields with words.</summary>
        public IReadOnlyList<string> Fields => Me.Age == AgeGroup.Child
            ? ["number-words", "hours-words", "code-words", "mind-words"]
            : ["number-words", "hours-words", "code-words", "hear-words", "mind-words"];
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/contact", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));

        // Read only by who was chosen for it.
        app.MapPost("/tables/{circle:guid}/contact", SayAsync).WithMetadata(TakesAddresses.Of("number-words", "hours-words", "code-words", "hear-words", "mind-words"));
        app.MapPost("/tables/{circle:guid}/contact/take-away", TakeAwayAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        return SayContactView.Create(new Screen(
            Frame.Of(http, WordsFor.Reader(visit.Me, "circles.contact"), visit.Circle.Id) with { Narrow = true },
            visit.Circle, visit.Me, Door.OwnContact(visit), Door.IsOwnContactShut(visit), typed, broken));
    }

    private static Task<IResult> SayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return TableForm.ChangeAsync(
            http, circle, door, Permission.Speak,
            visit =>
            {
                var said = new SafeContact(visit.Me.Number, default, visit.Act.At)
                {
                    Number = typed["number-words"],
                    Hours = typed["hours-words"],
                    Voicemail = typed.Is("voicemail"),
                    CodeWord = typed["code-words"],
                    MayHear = typed["hear-words"],
                    Mind = typed["mind-words"],
                    Readers = visit.Circle.SetOf(typed.Seats("reader")),
                };
                visit.Circle.SayContact(said, typed.Id("seen"), visit.Act);
            },
            "circles.contact-kept", "/contact", broken => AskAsync(http, circle, door, typed, broken, cancellation), cancellation);
    }

    private static Task<IResult> TakeAwayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation) => TableForm.ChangeAsync(
        http, circle, door, Permission.Speak, visit => visit.Circle.TakeContactAway(http.Typed().Id("seen"), visit.Act), "circles.contact-gone", "/contact",
        broken => AskAsync(http, circle, door, Typed.Nothing, broken, cancellation), cancellation);
}
