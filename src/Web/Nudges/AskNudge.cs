using Keukentafel.Data.Nudges;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Nudges;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Nudges;

/// <summary>Somebody asks for a nudge by mail, at an own address and in safe hours, or for another address. The password is asked with it.</summary>
public static class AskNudge
{
    private const int UsualFrom = 9;

    private const int UsualUntil = 17;

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="AsksPassword">Whether the password is asked.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record Screen(Frame Frame, Typed Typed, bool AsksPassword, Mend? Mend)
    {
        /// <summary>From which hour.</summary>
        public int From => Typed["from"] is null ? UsualFrom : Typed.Number("from");

        /// <summary>Until which hour.</summary>
        public int Until => Typed["until"] is null ? UsualUntil : Typed.Number("until");

        /// <summary>Whether a day is chosen.</summary>
        /// <param name="day">The day.</param>
        public bool IsOn(DayOfWeek day) => Typed.All("day").Contains(day.ToString());
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(NudgesArea.Ask, ShowAsync);
        app.MapPost(NudgesArea.Ask, AskAsync).WithMetadata(new KeptNowhere());
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Sure sure) => Page(http, await MyNudge.PersonAsync(http, sure), Typed.Nothing, null);

    private static IResult Page(HttpContext http, Data.People.Person person, Typed typed, Rule? broken)
    {
        var page = AskNudgeView.Create(new Screen(
            Frame.Of(http, Text.T("nudges.heading"), here: "me") with { Narrow = true }, typed, Sure.Asks(http, person),
            broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null));
        return broken is null ? page : Pages.With(page, Pages.StatusOf(broken.Value));
    }

    private static async Task<IResult> AskAsync(HttpContext http, Sure sure, NudgeKeeper keeper, Nudging nudging)
    {
        var person = await MyNudge.PersonAsync(http, sure);
        var typed = http.Typed();
        try
        {
            var address = NudgeAddress.Of(typed["address"]);
            var hours = NudgeHours.Of(
                NudgeHours.Week.Where(day => typed.All("day").Contains(day.ToString())), typed.Number("from"), typed.Number("until"));
            var onlyMine = typed.Is("only-mine");
            if (!onlyMine)
            {
                throw new RuleBrokenException(NudgeRules.OnlyMine);
            }

            if (sure.Broken(http, person) is { } broken)
            {
                throw new RuleBrokenException(broken);
            }

            await keeper.AskAsync(http.Caller().Person, address, hours, onlyMine, (AgeGroup)person.Age, http.Caller().ShutBefore is not null);
            nudging.Ring();
            return Pages.Done(NudgesArea.Code);
        }
        catch (RuleBrokenException broken)
        {
            return Page(http, person, typed, broken.Rule);
        }
    }

    private static string? FieldOf(Rule rule) => rule == NudgeRules.AddressFits ? "address"
        : rule == NudgeRules.DayChosen ? "day"
        : rule == NudgeRules.HoursFit ? "until"
        : rule == NudgeRules.OnlyMine ? "only-mine"
        : rule == KeyRules.PasswordFits ? "password"
        : null;
}
