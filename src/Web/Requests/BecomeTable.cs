using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Invitations;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Access;
using Keukentafel.Web.Children;
using Keukentafel.Web.Circles;
using Keukentafel.Web.Invitations;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Requests;

/// <summary>What is asked of who makes a table of the help they asked for, in turn.</summary>
public enum BecomeStep
{
    /// <summary>Who are you?</summary>
    Me,

    /// <summary>For which children is the table?</summary>
    Children,

    /// <summary>Who are you to them, and which mug is yours?</summary>
    Seat,

    /// <summary>The own words, looked over, and who reads them.</summary>
    Words,

    /// <summary>How to come in again.</summary>
    WayIn,
}

/// <summary>
/// Who asked for help and was offered to be come to makes a table of it (P2, R1): hosts it, with the own words there and who offered as a guest. Nothing is kept before
/// the last press; with that the request is gone.
/// </summary>
public static class BecomeTable
{
    private const string Looked = "looked";
    private const string OfFamily = "of-family";

    private static readonly BroughtPart[] Parts = Enum.GetValues<BroughtPart>();

    /// <summary>Words that can be brought.</summary>
    /// <param name="Part">Which.</param>
    /// <param name="Words">The words: as they were asked, or as they were changed.</param>
    /// <param name="For">Who reads it.</param>
    public sealed record Line(BroughtPart Part, string? Words, BroughtFor For)
    {
        /// <summary>The field of the words.</summary>
        public string Field => FieldOf(Part);

        /// <summary>The field of who reads it.</summary>
        public string Readers => Part + "-for";

        /// <summary>Who can be chosen: how one is reached is never for everyone.</summary>
        public IEnumerable<BroughtFor> Choices => Enum.GetValues<BroughtFor>().Where(one => Part != BroughtPart.Reach || one != BroughtFor.Everyone);
    }

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Request">The request.</param>
    /// <param name="Sealed">By which this page goes on.</param>
    /// <param name="Asked">What is asked now.</param>
    /// <param name="Name">The name to come in by; null for who is in.</param>
    /// <param name="Me">What who is in is called; null for who is not.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(
        Frame Frame, Typed Typed, HelpRequest Request, string Sealed, BecomeStep Asked, string? Name, string? Me, Rule? Broken)
    {
        /// <summary>The questions.</summary>
        public Talk<BecomeStep> Talk => TalkOf(Asked);

        /// <summary>The questions that everybody who starts a table answers.</summary>
        public StartScreen Start => new(Frame, Typed, StartOf(Talk.Step), Broken);

        /// <summary>Who offered to come.</summary>
        public string Helper => Request.Offer!.Worth.Name!;

        /// <summary>Whether who says yes is asked to be of the family.</summary>
        public bool AsksOfFamily => Request.Ask.For != AskedFor.Own;

        /// <summary>The words.</summary>
        public IReadOnlyList<Line> Lines => LinesOf(Request, Typed);

        /// <summary>The page to make a way in.</summary>
        public ComeIn.Screen WayIn => new(Frame, Name, Broken is { } rule && (rule == ComeIn.LongEnough || rule == InvitationRules.NameIsFree) ? rule : null);

        /// <summary>What the team answered: it goes with the request, and is read here once more.</summary>
        public IEnumerable<RequestSaid> Answered => Request.Said.Where(said => said.By is not null);

        /// <summary>What goes along from other pages.</summary>
        public IEnumerable<(string Name, string Value)> Along => Typed.Along(Enum.GetValues<BecomeStep>().Where(step => step != Talk.Step).SelectMany(FieldsOf));

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Talk.Step switch
        {
            BecomeStep.Words => Broken is { } rule ? new Mend(rule, LongOf(Typed), Pages.Sentence(rule)) : null,
            BecomeStep.WayIn => WayIn.Mend,
            _ when Broken == RequestRules.FamilySaysYes => new Mend(RequestRules.FamilySaysYes, OfFamily, Pages.Sentence(RequestRules.FamilySaysYes)),
            _ => Start.Mend,
        };

        /// <summary>What is asked, in a few words.</summary>
        public string Heading => Talk.Step switch
        {
            BecomeStep.Words => Text.T("requests.bring"),
            BecomeStep.WayIn => Text.T(Me is null ? "requests.way-in" : "requests.way-in-mine"),
            _ => Start.Heading,
        };
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/ask/back/table", GoOnAsync).AllowAnonymous().WithMetadata(new KeptNowhere());

    private static string FieldOf(BroughtPart part) => part + "-words";

    private static Talk<BecomeStep> TalkOf(BecomeStep asked) => new(Enum.GetValues<BecomeStep>(), asked);

    private static StartStep StartOf(BecomeStep step) => step switch
    {
        BecomeStep.Children => StartStep.Children,
        BecomeStep.Seat => StartStep.Seat,
        _ => StartStep.Me,
    };

    private static IEnumerable<string> FieldsOf(BecomeStep step) => step switch
    {
        BecomeStep.Me => [.. StartScreen.FieldsOf(StartStep.Me), OfFamily],
        BecomeStep.Words => [Looked, .. Parts.SelectMany(part => new[] { FieldOf(part), part + "-for" })],
        BecomeStep.WayIn => [],
        _ => StartScreen.FieldsOf(StartOf(step)),
    };

    private static List<Line> LinesOf(HelpRequest request, Typed typed)
    {
        var isLooked = typed.Is(Looked);
        return
        [
            .. Parts.Where(part => AskedIn(request.Ask, part) is not null).Select(part => new Line(
                part, isLooked ? typed[FieldOf(part)] : AskedIn(request.Ask, part), typed.One<BroughtFor>(part + "-for") ?? BroughtFor.Helper)),
        ];
    }

    private static string? AskedIn(HelpAsk ask, BroughtPart part) => part switch
    {
        BroughtPart.WouldHelp => ask.WouldHelp,
        BroughtPart.With => With(ask),
        BroughtPart.MustNot => ask.MustNot is { } not ? Text.T("requests.bring-must-not", not) : null,
        BroughtPart.Hard => ask.Hard,
        _ => ask.Reach,
    };

    // What was chosen from a list becomes words, which whoever chose them can change.
    private static string? With(HelpAsk ask)
    {
        var kinds = ask.Kinds.Count == 0 ? null : Text.T("requests.bring-kinds", Text.Names([.. ask.Kinds.Select(kind => Text.T("requests.kind." + kind))]));
        var from = ask.From.Count == 0 ? null : Text.T("requests.bring-from", Text.Names([.. ask.From.Select(one => Text.T("requests.from." + one))]));
        return kinds is null && from is null ? null : string.Join(' ', new[] { kinds, from }.OfType<string>());
    }

    private static string? LongOf(Typed typed) => Parts
        .Where(part => Words.IsTooLong(typed[FieldOf(part)], part == BroughtPart.Reach ? Words.Brief : Words.Longest)).Select(FieldOf).FirstOrDefault();

    private static PersonId? MeOf(HttpContext http) => http.User.Through() is null ? Held.PersonOf(http) : null;

    private static async Task<IResult> GoOnAsync(
        HttpContext http, HelpRequests requests, LocalTeams teams, Door door, UserManager<Person> people, IPasswordHasher<Person> hasher, House house,
        CancellationToken cancellation)
    {
        if (ComeBack.TicketOf(http) is not { } ticket)
        {
            return ComeBack.Again(http);
        }

        if (await requests.FindAsync(ticket.Request, cancellation) is not { } request)
        {
            return await AfterAsync(http, ticket, people, hasher);
        }

        if (!ticket.WithWord)
        {
            return await NoOfferAsync(RequestRules.TableNeedsWord);
        }

        if (!request.MayBecomeTable(Netherlands.DayOf(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())))
        {
            return await NoOfferAsync(RequestRules.OfferStands);
        }

        var typed = http.Typed();
        if (typed.One<BecomeStep>("step") is not { } step)
        {
            return await PageAsync(http, request, ticket, Beginning(typed, request.Ask), BecomeStep.Me, null, people);
        }

        var talk = TalkOf(step);
        if ((typed.Is("more") ? talk.Step : typed.One<BecomeStep>("back")) is { } other)
        {
            return await PageAsync(http, request, ticket, typed, other, null, people);
        }

        if (BrokenUntil(typed, request, talk) is var (at, missing))
        {
            return Pages.With(await PageAsync(http, request, ticket, typed, at, missing, people), Pages.StatusOf(missing));
        }

        if (!talk.IsLast)
        {
            return await PageAsync(http, request, ticket, typed, talk.Next, null, people);
        }

        try
        {
            return await BeginAsync(http, request, ticket, typed, door, people, hasher, house);
        }
        catch (RuleBrokenException broken) when (broken.Rule == RequestRules.StillThere)
        {
            return await AfterAsync(http, ticket, people, hasher);
        }
        catch (RuleBrokenException broken) when (broken.Rule == RequestRules.OfferStands)
        {
            return await NoOfferAsync(broken.Rule);
        }
        catch (RuleBrokenException broken)
        {
            if (broken.Rule == InvitationRules.NameIsFree)
            {
                // Somebody got the very same name in the same moments: another one is made.
                ticket = ticket with { Name = await ComeIn.OtherAsync(ticket.Name!, people) };
            }

            return Pages.With(
                await PageAsync(http, request, ticket, typed, StepOf(broken.Rule, typed), broken.Rule, people), Pages.StatusOf(broken.Rule));
        }

        async Task<IResult> NoOfferAsync(Rule rule) => Pages.With(
            await ComeBack.AnswerAsync(http, requests, teams, request, ticket, rule, null, cancellation), StatusCodes.Status409Conflict);
    }

    // The name that was given when help was asked stands there already.
    private static Typed Beginning(Typed typed, HelpAsk ask) =>
        new(new Dictionary<string, string[]>(typed.Fields) { ["name"] = [ask.For == AskedFor.Own ? ask.Name ?? "" : ""] });

    // The first thing that is missing up to this question, in the order of the questions.
    private static (BecomeStep Step, Rule Rule)? BrokenUntil(Typed typed, HelpRequest request, Talk<BecomeStep> talk)
    {
        foreach (var step in talk.Steps.Take(talk.Nth))
        {
            var missing = step switch
            {
                BecomeStep.Words => LongOf(typed) is not null ? CommonRules.NotTooLong : null,
                BecomeStep.WayIn => null,
                BecomeStep.Me when request.Ask.For != AskedFor.Own && !typed.Is(OfFamily) => RequestRules.FamilySaysYes,
                _ => new StartScreen(default!, typed, StartOf(step), null).Missing(),
            };
            if (missing is { } rule)
            {
                return (step, rule);
            }
        }

        // Nobody's words are laid on a table before they were looked over.
        return talk.IsLast && talk.Steps.Contains(BecomeStep.Words) && !typed.Is(Looked) ? (BecomeStep.Words, RequestRules.SaysAnswer) : null;
    }

    private static BecomeStep StepOf(Rule rule, Typed typed) =>
        rule == CommonRules.NotTooLong ? BecomeStep.Words
        : rule == ComeIn.LongEnough || rule == InvitationRules.NameIsFree || rule == CircleRules.OneSeatEach ? BecomeStep.WayIn
        : new StartScreen(default!, typed, StartStep.Seat, rule).StepOf(rule) switch
        {
            StartStep.Me => BecomeStep.Me,
            StartStep.Children => BecomeStep.Children,
            _ => BecomeStep.Seat,
        };

    private static async Task<IResult> BeginAsync(
        HttpContext http, HelpRequest request, ComeBack.Ticket ticket, Typed typed, Door door, UserManager<Person> people, IPasswordHasher<Person> hasher, House house)
    {
        Person? newcomer = null;
        if (MeOf(http) is not { } person)
        {
            var password = typed["password"] ?? "";
            newcomer = ComeIn.NewPerson(ticket.Name ?? throw new RuleBrokenException(ComeIn.LongEnough), people, house);
            if (!await ComeIn.FitsAsync(people, newcomer, password))
            {
                throw new RuleBrokenException(ComeIn.LongEnough);
            }

            newcomer.PasswordHash = hasher.HashPassword(newcomer, password);
            person = new PersonId(newcomer.Id);
        }

        var age = typed.One<AgeGroup>("age") ?? AgeGroup.Adult;
        var circle = await door.BeginAsync(
            person, newcomer, request.Id, request.Offer!.At,
            (now, at) => Circle.Begin(
                now, typed.Is(OfFamily), person,
                (who, moment) => Circle.Start(
                    who, typed["name"], typed["what"], age, MugChoice.From(typed), StartScreen.ChildrenIn(typed), typed.Is("apart"), moment),

                // On a table the newest stands first: so what would help, which was asked first, does.
                [.. LinesOf(now, typed).AsEnumerable().Reverse().Select(line => new Brought(line.Part, line.Words, line.For))],
                at));
        if (newcomer is not null)
        {
            await http.BeginSessionAsync(newcomer);
        }

        Saying.Say(http, "requests.table-began");

        // Who is in has the own language, not that of the address.
        return Results.Redirect(age == AgeGroup.Child && newcomer is not null ? ChildrenArea.AddressOf(circle.Value) : $"/tables/{circle.Value}");
    }

    // Pressed twice, or the answer got lost on the way: who made a way in here comes in with it, and finds the table.
    private static async Task<IResult> AfterAsync(HttpContext http, ComeBack.Ticket ticket, UserManager<Person> people, IPasswordHasher<Person> hasher)
    {
        if (MeOf(http) is not null)
        {
            return Results.Redirect("/tables");
        }

        if (ticket.Name is { } name && await people.FindByNameAsync(name) is { PasswordHash: { } hash } made
            && hasher.VerifyHashedPassword(made, hash, http.Typed()["password"] ?? "") != PasswordVerificationResult.Failed)
        {
            await http.BeginSessionAsync(made);
            return Results.Redirect("/tables");
        }

        return ComeBack.Again(http);
    }

    private static async Task<IResult> PageAsync(
        HttpContext http, HelpRequest request, ComeBack.Ticket ticket, Typed typed, BecomeStep step, Rule? broken, UserManager<Person> people)
    {
        string? called = null;
        if (MeOf(http) is { } me)
        {
            called = (await people.FindByIdAsync(me.Value.ToString()))?.Called ?? "";
        }
        else if (step == BecomeStep.WayIn && ticket.Name is null)
        {
            // A name in other letters than can be typed everywhere becomes one of ours.
            ticket = ticket with { Name = await ComeIn.NameOfAsync(typed["name"], people) ?? await ComeIn.NameOfAsync("tafel", people) };
        }

        return BecomeTableView.Create(new Screen(
            Frame.Of(http, Text.T("requests.become")) with { Narrow = true }, typed, request, ComeBack.SealedOf(http, ticket), step, ticket.Name, called,
            broken));
    }
}
