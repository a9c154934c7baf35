using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Children;

/// <summary>Which question is asked of a child now.</summary>
public enum SayStep
{
    /// <summary>What it wants to say: pictures, a drawing, a sound, words.</summary>
    Say,

    /// <summary>Who can see it.</summary>
    Who,
}

/// <summary>
/// A child says something in its own form (R11): pictures, a drawing, aloud, words, or all of them; then it chooses who can see it (R12). Nothing needs a
/// letter.
/// </summary>
public static class SayMine
{
    /// <summary>The child said which of the three it is.</summary>
    public static readonly Rule SaysWhich = new("child.says-which");

    /// <summary>The child chose who can see it; nothing is chosen beforehand.</summary>
    public static readonly Rule ChoosesWho = new("child.chooses-who");

    private static readonly string[] Fields = ["what", "picked", "order", "drawing", Sounds.PrintField, "words", "readers", "named"];

    /// <summary>What the page shows.</summary>
    /// <param name="Child">The frame.</param>
    /// <param name="Typed">What was chosen so far.</param>
    /// <param name="Kind">Which of the three; null while not said.</param>
    /// <param name="Step">What is asked now.</param>
    /// <param name="Sound">What was said aloud; null for nothing.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record Screen(ChildFrame Child, Typed Typed, MineKind? Kind, SayStep Step, Sound? Sound, Mend? Mend)
    {
        /// <summary>The address of the form.</summary>
        public string Address => Child.Address + "/say";

        /// <summary>The id of the draft of this.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>Everybody else at the table.</summary>
        public IEnumerable<Seat> Others => Child.Circle.Seats.Where(seat => seat.Number != Child.Me.Number);

        /// <summary>What was ticked.</summary>
        public IReadOnlyList<string> Picked => Typed.All("picked");

        /// <summary>What was made on the page before; null when that is not whole.</summary>
        public Made? Made
        {
            get
            {
                try
                {
                    return SayMine.Made.Of(Child.Circle, Child.Me, Typed, Sound);
                }
                catch (RuleBrokenException)
                {
                    return null;
                }
            }
        }

        /// <summary>What goes along from the other page.</summary>
        public IEnumerable<(string Name, string Value)> Along => Typed.Along(
            Step == SayStep.Who ? Fields.Except(["readers", "named"]) : ["readers", "named", .. Kind is null ? Array.Empty<string>() : ["what"]]);
    }

    /// <summary>What a child made: words for who reads or hears it, whom it is about, and the pictures.</summary>
    /// <param name="Words">In words.</param>
    /// <param name="About">Whom it is about: whose mugs were chosen.</param>
    /// <param name="Pictured">The pictures, the drawing and the sound; null for words alone.</param>
    public sealed record Made(string Words, SeatSet About, Pictured? Pictured)
    {
        /// <summary>Puts together what was chosen, drawn, said aloud and written.</summary>
        /// <param name="circle">The table.</param>
        /// <param name="me">The child.</param>
        /// <param name="typed">What came in.</param>
        /// <param name="sound">What was said aloud; null for nothing.</param>
        /// <exception cref="RuleBrokenException">There is nothing, too much, or what came as a drawing is none.</exception>
        public static Made Of(Circle circle, Seat me, Typed typed, Sound? sound)
        {
            var order = (typed["order"] ?? "").Split(',');
            var pictures = new List<PictureWord>();
            var seats = new List<Seat>();
            var said = new List<string>();
            foreach (var value in typed.All("picked").Distinct().OrderBy(value => Array.IndexOf(order, value) is var at and >= 0 ? at : int.MaxValue))
            {
                if (Guid.TryParse(value, out var id))
                {
                    var seat = circle.Find(new SeatId(id)) ?? throw new RuleBrokenException(CircleRules.SitsHere);
                    seats.Add(seat);
                    said.Add(seat.Name);
                }
                else if (Enum.TryParse<PictureWord>(value, out var picture) && Enum.IsDefined(picture) && value.All(char.IsAsciiLetter))
                {
                    pictures.Add(picture);
                    said.Add(Text.T("children.picture." + picture));
                }
            }

            var drawing = typed.Is("no-drawing") ? null : Drawing.Read(typed["drawing"]);
            var written = Domain.Access.Words.Tidy(typed["words"]);

            // Whoever reads it, hears it or prints it has it in words as well: the word under each picture is what the child saw and chose.
            var lines = new[] { written, said.Count > 0 ? string.Join(", ", said) : null }.OfType<string>().ToList();
            if (lines.Count == 0)
            {
                lines.AddRange(new[] { drawing is null ? null : Text.T("children.a-drawing"), sound is null ? null : Text.T("children.a-sound") }.OfType<string>());
            }

            if (lines.Count == 0)
            {
                throw new RuleBrokenException(ChildRules.SaysSomething);
            }

            return new Made(
                Domain.Access.Words.Needed(string.Join('\n', lines)), SeatSet.Of(seats.Select(seat => seat.Number)).Without(SeatSet.Of(me.Number)),
                Pictured.Of(pictures, drawing, sound?.Spoken));
        }
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/mine/say", BeginAsync);
        app.MapPost("/tables/{circle:guid}/mine/say", GoOnAsync).TakesSounds();
    }

    /// <summary>Who can see it, as a child chose it: nothing is taken for granted, and what is not clear is asked again.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="typed">What was chosen.</param>
    /// <exception cref="RuleBrokenException">Nothing was chosen, or it is not clear.</exception>
    public static Audience AudienceOf(Visit visit, Typed typed)
    {
        var named = visit.Circle.SetOf(typed.Seats("named")).Without(SeatSet.Of(visit.Me.Number));
        return (typed.One<Readers>("readers"), named.IsEmpty) switch
        {
            (Readers.OnlyMe, true) => Audience.OnlyMe,
            (Readers.Everyone, true) => Audience.Everyone,
            (Readers.These or null, false) => Audience.These(named),
            (Readers.These, true) => throw new RuleBrokenException(LayRules.NamesReaders),
            (null, true) => throw new RuleBrokenException(ChoosesWho),
            _ => throw new RuleBrokenException(LayRules.ReadersAreClear),
        };
    }

    private static async Task<IResult> BeginAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        if (!http.Request.Query.ContainsKey(Typed.DraftField))
        {
            await using var visit = await EnterAsync(http, circle, door, cancellation);
            return DraftPages.Begin(http, ChildrenArea.AddressOf(circle) + "/say", "what");
        }

        var typed = await http.FromDraftAsync(drafts, cancellation);
        if (typed.IsEmpty && http.Request.Query["what"].ToString() is { Length: > 0 and < 20 } what)
        {
            typed = new Typed(new Dictionary<string, string[]>(typed.Fields) { ["what"] = [what] });
        }

        return await AskAsync(http, circle, door, drafts, typed, http.Step<SayStep>(), null, cancellation);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Door door, Drafts drafts, Typed typed, SayStep step, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await EnterAsync(http, circle, door, cancellation);
        Headers.LetSpeak(http);
        var (sound, gone) = await Sounds.LiesThereAsync(http, typed, drafts, cancellation);
        if (gone is not null)
        {
            (broken, step) = (broken ?? gone, SayStep.Say);
        }


        var kind = typed.One<MineKind>("what");
        var frame = Frame.Of(http, kind is { } which ? Text.T("children.kind." + which) : Text.T("children.which"), visit.Circle.Id, "mine");
        var screen = new Screen(new ChildFrame(frame, visit.Circle, visit.Me), typed, kind, step, sound, MendOf(broken));
        return SayMineView.Create(screen.Step == SayStep.Who && (kind is null || screen.Made is null) ? screen with { Step = SayStep.Say } : screen);
    }

    private static async Task<IResult> GoOnAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var address = ChildrenArea.AddressOf(circle) + "/say";
        var isLast = typed.One<SayStep>("step") == SayStep.Who;
        if (isLast && typed.One<SayStep>("back") == SayStep.Say)
        {
            await using var visit = await EnterAsync(http, circle, door, cancellation);
            return await DraftPages.GoOnAsync(http, drafts, typed, address, "step=" + SayStep.Say);
        }

        try
        {
            Sound? sound;
            await using (var visit = await EnterAsync(http, circle, door, cancellation))
            {
                // All is looked at before the next question comes: a child does not learn at the end that it was too much.
                sound = await Sounds.OfAsync(http, typed, drafts, cancellation);
                _ = Made.Of(visit.Circle, visit.Me, typed, sound);
                _ = typed.One<MineKind>("what") ?? throw new RuleBrokenException(SaysWhich);
            }

            if (!isLast)
            {
                if (sound is null && typed.Id(Typed.DraftField) is { } draft)
                {
                    await drafts.ForgetSoundAsync(http.Caller().Person, new DraftId(draft));
                }

                return await DraftPages.GoOnAsync(http, drafts, WithoutRefused(typed), address, "step=" + SayStep.Who);
            }

            await Laying.LayAsync(http, circle, door, visit => Task.FromResult(Lay(visit, typed, sound)), cancellation, sound);
            return Pages.Done(ChildrenArea.AddressOf(circle));
        }
        catch (RuleBrokenException broken)
        {
            var step = isLast && IsAboutReaders(broken.Rule) ? SayStep.Who : SayStep.Say;
            return Pages.With(await AskAsync(http, circle, door, drafts, typed, step, broken.Rule, cancellation), Pages.StatusOf(broken.Rule));
        }
    }

    /// <summary>Makes what somebody said in one of the three places.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="typed">What was chosen.</param>
    /// <param name="sound">What was said aloud; null for nothing.</param>
    /// <exception cref="RuleBrokenException">Something is not clear, too much, or not there.</exception>
    internal static Contribution Make(Visit visit, Typed typed, Sound? sound)
    {
        var audience = AudienceOf(visit, typed);
        var made = Made.Of(visit.Circle, visit.Me, typed, sound);
        return typed.One<MineKind>("what") switch
        {
            MineKind.Good => GoodThing.Lay(visit.Circle, made.Words, made.About, audience, visit.Act, made.Pictured),
            MineKind.NotNice => Worry.Lay(visit.Circle, made.Words, made.About, null, audience, visit.Act, made.Pictured),

            // Whom a wish is about is whom it is asked of; whose mug stands among the pictures is not asked anything by that.
            MineKind.Want => Wish.Lay(visit.Circle, made.Words, SeatSet.None, audience, visit.Act, made.Pictured),
            _ => throw new RuleBrokenException(SaysWhich),
        };
    }

    private static Contribution Lay(Visit visit, Typed typed, Sound? sound)
    {
        ChildrenArea.OnlyForAChild(visit.Me);
        return Make(visit, typed, sound);
    }

    // A drawing or a sound that the child left out does not go along.
    private static Typed WithoutRefused(Typed typed) => new(typed.Fields
        .Where(field => field.Key is not ("no-drawing" or Sounds.WithoutField)
            && !(field.Key == "drawing" && typed.Is("no-drawing")) && !(field.Key == Sounds.PrintField && typed.Is(Sounds.WithoutField)))
        .ToDictionary());

    private static async Task<Visit> EnterAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        if (visit.Me.Age != AgeGroup.Child)
        {
            await visit.DisposeAsync();
            throw new RefusedException();
        }

        return visit;
    }

    /// <summary>Whether a rule is about who can see it.</summary>
    /// <param name="rule">The rule.</param>
    internal static bool IsAboutReaders(Rule rule) => rule == ChoosesWho || rule == LayRules.NamesReaders || rule == LayRules.ReadersAreClear;

    private static Mend? MendOf(Rule? broken) => broken is not { } rule ? null : new Mend(
        rule,
        IsAboutReaders(rule) ? "readers"
        : rule == SaysWhich ? "what"
        : rule == ChildRules.IsADrawing || rule == ChildRules.DrawingFits ? "no-drawing"
        : Sounds.IsAbout(rule) ? Sounds.FileField
        : rule == CommonRules.NotTooLong ? "words"
        : rule == ChildRules.SaysSomething || rule == ChildRules.NotTooManyPictures ? "pictures"
        : null,
        Pages.Sentence(rule));
}
