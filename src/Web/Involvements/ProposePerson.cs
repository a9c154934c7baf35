using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Involvements;

/// <summary>
/// Somebody at the table proposes that a professional joins: three answers, and three more for who wants (R96). A guest can say that it is on an authority,
/// and then names that (INV-62).
/// </summary>
public static class ProposePerson
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who proposes.</param>
    /// <param name="ByAuthority">Whether it is on an authority.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, bool ByAuthority, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the form.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/joining/{(ByAuthority ? "by-authority" : "new")}";

        /// <summary>The id of the draft of this.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>The other hosts who are asked.</summary>
        public IReadOnlyList<string> Asked => [.. Circle.Asked.Where(host => host.Number != Me.Number).Select(host => host.Name)];

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

        /// <summary>Whether something was written in the answers that may stay empty.</summary>
        public bool HasMore => More.Any(name => !string.IsNullOrWhiteSpace(Typed[name])) || More.Contains(Mend?.Field);

        private string? FieldOf(Rule rule) => rule switch
        {
            _ when rule == CircleRules.PersonHasName || rule == CircleRules.NameIsFree || rule == CircleRules.NameInOneScript => "name",
            _ when rule == CommonRules.NameNotTooLong => Long("name", Words.Name) ? "name" : Long("what", Words.Name) ? "what" : "who-words",
            _ when rule == InvolvementRules.ForGoal => "goal-words",
            _ when rule == InvolvementRules.AddsSomething => "adds-words",
            _ when rule == InvolvementRules.LooksAgain => "day",
            _ when rule == CommonRules.NotTooLong => Brief.FirstOrDefault(name => Long(name, Words.Brief)),
            _ when rule == InvolvementRules.AuthorityNamed => Words.Tidy(Typed["who-words"]) is null ? "who-words" : "ground-words",
            _ when rule == InvolvementRules.AuthorityEnds => "until",
            _ when rule == SignInNames.Known || rule == SignInNames.Slowly || rule == CircleRules.OneSeatEach => "sign-in",
            _ => null,
        };

        private bool Long(string name, int most) => Words.IsTooLong(Typed[name], most);
    }

    private static readonly string[] More = ["here-words", "behind-words", "often-words"];

    private static readonly string[] Brief = ["goal-words", "adds-words", .. More, "ground-words"];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var byAuthority in new[] { false, true })
        {
            var address = "/tables/{circle:guid}/joining/" + (byAuthority ? "by-authority" : "new");
            app.MapGet(address, async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
                await AskAsync(http, circle, byAuthority, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
            app.MapPost(address, (HttpContext http, Guid circle, Door door, UserManager<Person> people, CancellationToken cancellation) =>
                ProposeAsync(http, circle, byAuthority, door, people, cancellation));
        }
    }

    private static bool May(Circle circle, Seat me, bool byAuthority) => byAuthority ? circle.MaySayAuthority(me) : Circle.MayPropose(me);

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, bool byAuthority, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        if (!May(visit.Circle, visit.Me, byAuthority))
        {
            throw new RefusedException();
        }

        var frame = Frame.Of(http, Text.T(byAuthority ? "involvements.by-authority" : "involvements.propose"), visit.Circle.Id) with { Narrow = true };
        return ProposePersonView.Create(new Screen(frame, visit.Circle, visit.Me, byAuthority, typed, broken));
    }

    private static async Task<IResult> ProposeAsync(
        HttpContext http, Guid circle, bool byAuthority, Door door, UserManager<Person> people, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                var name = byAuthority ? Words.Tidy(typed["sign-in"]) : null;
                if (byAuthority && !SignInNames.MayTry(http, typed))
                {
                    throw new RuleBrokenException(SignInNames.Slowly);
                }

                // Only who works with families; somebody else is answered as a name that nobody has.
                var known = name is { Length: <= SignInPages.LongestName } && await people.FindByNameAsync(name) is { IsProfessional: true } found ? found : null;
                var id = await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    visit =>
                    {
                        if (!May(visit.Circle, visit.Me, byAuthority))
                        {
                            throw new RefusedException();
                        }

                        var worth = WorthOf(typed);
                        if (!byAuthority)
                        {
                            return Task.FromResult(visit.Circle.Propose(worth, visit.Act).Id);
                        }

                        // What is missing is said in the order of the page.
                        var joined = visit.Circle.JoinByAuthority(
                            worth, typed["who-words"], typed["ground-words"], typed.Day("until"), known is null ? default : new PersonId(known.Id), visit.Act);
                        return known is null ? throw new RuleBrokenException(SignInNames.Known) : Task.FromResult(joined.Id);
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, byAuthority ? "involvements.joined-told" : "involvements.proposed-told");
                return $"/tables/{circle}/joining/{id.Value}";
            },
            broken => AskAsync(http, circle, byAuthority, door, typed, broken, cancellation));
    }

    private static Worth WorthOf(Typed typed) => new()
    {
        Name = typed["name"],
        Does = typed["what"],
        Goal = typed["goal-words"],
        Adds = typed["adds-words"],
        LookAgain = typed.Day("day"),
        WhyNotHere = typed["here-words"],
        WhyNotBehind = typed["behind-words"],
        HowOften = typed["often-words"],
    };
}
