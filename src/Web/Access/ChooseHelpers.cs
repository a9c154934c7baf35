using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Access;

/// <summary>
/// Somebody chooses in private the two who may help them back in. Whom they chose is shown nowhere, not here either: who picks up an open phone does not
/// read it, and changes nothing without the password.
/// </summary>
public static class ChooseHelpers
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Able">Whom one can choose.</param>
    /// <param name="HasPassword">Whether the own password is asked; out of the demo there is none.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<Seat> Able, bool HasPassword, Typed Typed, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, rule == ChangePassword.OldFits ? "old" : null, Pages.Sentence(rule)) : null;

        /// <summary>Whether somebody is ticked.</summary>
        /// <param name="seat">Who.</param>
        public bool IsTicked(Seat seat) => Typed.All("helper").Contains(seat.Id.Value.ToString());
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/me/helpers", (HttpContext http, WaysBack ways, UserManager<Person> people, CancellationToken cancellation) =>
            AskAsync(http, ways, people, Typed.Nothing, null, cancellation));
        app.MapPost("/me/helpers", ChooseAsync).WithMetadata(new KeptNowhere());
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, WaysBack ways, UserManager<Person> people, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        var me = http.Caller().Person;
        return ChooseHelpersView.Create(new Screen(
            Frame.Of(http, Text.T("access.helpers"), here: "me") with { Narrow = true }, await ways.WhoMayHelpAsync(me, cancellation),
            (await PersonAsync(http, people)).PasswordHash is not null, typed, broken));
    }

    private static async Task<IResult> ChooseAsync(HttpContext http, WaysBack ways, UserManager<Person> people, CancellationToken cancellation)
    {
        var typed = http.Typed();
        try
        {
            // Somebody out of the demo comes in without one; nobody else does.
            var person = await PersonAsync(http, people);
            if (person.PasswordHash is not null || !person.IsFictional)
            {
                ChangePassword.Check(http, person, typed["old"]);
            }

            var nobody = typed.Is("nobody");
            List<SeatId> chosen = nobody ? [] : [.. typed.Seats("helper")];
            if (!nobody && chosen.Count == 0)
            {
                throw new RuleBrokenException(WayBackRules.TwoHelpers);
            }

            await ways.ChooseAsync(http.Caller().Person, chosen, cancellation);
            Saying.Say(http, nobody ? "access.helpers-none" : "access.helpers-chosen");
            return Pages.Done("/me");
        }
        catch (RuleBrokenException broken)
        {
            return Pages.With(
                await AskAsync(http, ways, people, typed, broken.Rule, cancellation),
                Pages.StatusOf(broken.Rule));
        }
    }

    private static async Task<Person> PersonAsync(HttpContext http, UserManager<Person> people) =>
        await people.FindByIdAsync(http.Caller().Person.Value.ToString()) ?? throw new Data.Circles.RefusedException();
}
