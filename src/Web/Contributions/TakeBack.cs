using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>
/// Somebody takes back the own words (D7, R36). The page says beforehand what will happen, and then that happens. Nobody's reading has a part in
/// either, so that the page is no sign that somebody looked (T22).
/// </summary>
public static class TakeBack
{
    /// <summary>What becomes of the words.</summary>
    public enum Outcome
    {
        /// <summary>They were just laid down, or are for nobody else: everything goes.</summary>
        Vanishes,

        /// <summary>The words go; that something was taken back stays.</summary>
        LeavesAMark,

        /// <summary>A professional wrote about somebody: that person can still read it.</summary>
        KeepsItsTrace,
    }

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Me">Who takes back.</param>
    /// <param name="Card">What is taken back.</param>
    /// <param name="Outcome">What will become of it.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Seat Me, SlipScreen Card, Outcome Outcome, Rule? Broken);

    /// <summary>What would happen is what the page said would happen.</summary>
    public static readonly Rule AsWasSaid = new("take-back.as-was-said");

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/things/{id:guid}/take-back", ([AsParameters] Asked asked) => AskAsync(asked, null));
        app.MapPost("/tables/{circle:guid}/things/{id:guid}/take-back", ([AsParameters] Asked asked) => DoAsync(asked));
    }

    private static async Task<IResult> AskAsync(Asked asked, Rule? broken)
    {
        await using var visit = await asked.Door.EnterAsync(asked.Http.Caller(), new CircleId(asked.Circle), Permission.Speak, asked.Cancellation);
        var thing = await visit.ShowAsync<Contribution>(new ContributionId(asked.Id), "take-back", asked.Cancellation);
        if (thing.By != visit.Me.Number || (thing.IsTakenBack && broken is null))
        {
            throw new RefusedException();
        }

        var frame = Frame.Of(asked.Http, WordsFor.Reader(visit.Me, "contributions.take-back"), visit.Circle.Id) with { Narrow = true };
        return TakeBackView.Create(new Screen(
            frame, visit.Me, new SlipScreen(visit.Circle, visit.Me, thing, frame.Now, false, 0, Alone: true), OutcomeOf(thing, await UnderAsync(asked, thing, visit), visit), broken));
    }

    private static async Task<IResult> DoAsync(Asked asked)
    {
        try
        {
            return await Pages.TryAsync(() => TakeAsync(asked), broken => AskAsync(asked, broken));
        }
        catch (DoneBeforeException)
        {
            // Pressed twice: it is gone, and so is its page.
            Saying.Say(asked.Http, "shell.done-before");
            return Pages.Done($"/tables/{asked.Circle}");
        }
    }

    private static async Task<string> TakeAsync(Asked asked)
    {
        var (outcome, back) = await asked.ChangeAsync<Contribution, (Outcome Outcome, string Back)>(async (thing, visit) =>
        {
            var under = await UnderAsync(asked, thing, visit);
            var outcome = OutcomeOf(thing, under, visit);
            if (outcome != Outcome.Vanishes && asked.Http.Typed().One<Outcome>("outcome") == Outcome.Vanishes)
            {
                // It lay there too long, or somebody said something under it, after the page said that it would vanish: whoever takes back decides again.
                throw new RuleBrokenException(AsWasSaid);
            }

            if (thing.TakeBack(visit.Act, under))
            {
                visit.Vanish(thing);
            }

            // A child took it out of its own page, and goes on there.
            var mine = visit.Me.Age == AgeGroup.Child && Children.SeeMine.KindOf(thing) is not null;
            return (outcome, mine ? Children.ChildrenArea.AddressOf(asked.Circle) : $"/tables/{asked.Circle}");
        });
        Saying.Say(asked.Http, "contributions.took-back." + outcome);
        return back;
    }

    private static Task<IReadOnlyList<Contribution>> UnderAsync(Asked asked, Contribution thing, Visit visit) =>
        visit.UnderAsync<Contribution>(thing.Id, asked.Cancellation);

    private static Outcome OutcomeOf(Contribution thing, IReadOnlyList<Contribution> under, Visit visit) =>
        thing.KeepsItsTrace ? Outcome.KeepsItsTrace
        : thing.WouldVanish(visit.Act, under) ? Outcome.Vanishes
        : Outcome.LeavesAMark;
}
