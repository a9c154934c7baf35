using Keukentafel.Data.Circles;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>
/// A slip as it is shown, everywhere: on the table, on its own page, in print. The one component, so that kind, source, date and answers go
/// with the words wherever they go (R35).
/// </summary>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who reads; null where it is drawn once for all who may read it, so that nothing in it can depend on the reader.</param>
/// <param name="Contribution">What is read.</param>
/// <param name="Now">The moment, UTC.</param>
/// <param name="IsNew">Whether it is new since the reader's visit before.</param>
/// <param name="Under">How many statements hang under it.</param>
/// <param name="Alone">Whether it is shown whole, on its own page.</param>
/// <param name="WordsShown">Whether the words are shown although they were taken back, where there is no one reader.</param>
/// <param name="Folds">
/// Whose words lie folded in it, where there is no one reader: the card is the same for all who read it in that form. Left out where there
/// is a reader: then those of the parent who lives apart (T20), unless the whole card is that parent's.
/// </param>
public sealed record SlipScreen(
    Circle Circle, Seat? Me, Contribution Contribution, DateTimeOffset Now, bool IsNew, int Under, bool Alone = false, bool? WordsShown = null,
    SeatSet? Folds = null)
{
    /// <summary>Whose it is.</summary>
    public Seat By => Circle.SeatAt(Contribution.By);

    /// <summary>Whose words lie folded in it, one press away.</summary>
    public SeatSet Folded => Folds ?? (Me is null || IsOfTheOther ? SeatSet.None : Circle.ApartFrom(Me));

    /// <summary>Whether the whole card is of a parent who lives apart from the reader.</summary>
    public bool IsOfTheOther => Me is not null && Circle.LiveApart(Me, By);

    /// <summary>The address of its own page.</summary>
    public string Address => $"/tables/{Circle.Id.Value}/things/{Contribution.Id.Value}";

    /// <summary>The name of somebody.</summary>
    /// <param name="seat">Who.</param>
    public string Name(SeatNumber seat) => Circle.SeatAt(seat).Name;

    /// <summary>"Bo, juf van Amir".</summary>
    /// <param name="seat">Who.</param>
    public string Full(SeatNumber seat) => Name(seat) + What(seat);

    /// <summary>", juf van Amir": it stands thinner behind the name, so that nobody's name reads as another's with what they are (T20). Empty for nothing.</summary>
    /// <param name="seat">Who.</param>
    public string What(SeatNumber seat) =>
        Circle.SeatAt(seat) is { IsGuest: true, WhatTheyAre: null } ? ", " + Text.T("circles.guest") : Circle.SeatAt(seat).WhatTheyAre is { } words ? ", " + words : "";

    /// <summary>A day as people say it.</summary>
    /// <param name="at">UTC.</param>
    public string Day(DateTimeOffset at) => Days.Day(at, Now);

    /// <summary>That it was taken back, by whom and when; or that who wrote it down for somebody took it away.</summary>
    public string TakenBack => Contribution.TakenAwayBy is { } writer
        ? Text.T("contributions.taken-away", Name(writer), By.Name, Day(Contribution.TakenBackAt!.Value))
        : Text.T("contributions.taken-back", By.Name, Day(Contribution.TakenBackAt!.Value));

    /// <summary>Who may read it, in words for one reader.</summary>
    /// <param name="me">Who reads this.</param>
    public string Readers(Seat me)
    {
        if (Contribution.WaitsFor is { } source)
        {
            return Text.T("contributions.readers.waits", By.Name, Name(source));
        }

        if (Contribution is Statement { Withheld: { } withheld, KeptFrom.IsEmpty: false })
        {
            switch (withheld.StateOn(Days.Of(Now)))
            {
                case WithholdingState.Asked:
                    return Text.T(
                        "contributions.readers.asked", Text.Names([.. Circle.Seats.Where(seat => !Contribution.KeptFrom.Has(seat.Number)).Select(seat => seat.Name)]));
                case WithholdingState.InForce:
                    return Chosen(me) + " " + Text.T("contributions.readers.not-yet", Text.Names([.. NotYet(withheld).Select(seat => seat.Name)]));
                default:
                    return Text.T("contributions.readers.only-you");
            }
        }

        return Chosen(me);
    }

    // Of the readers that were chosen, and of whom it is about: who does not read it before its day.
    private IEnumerable<Seat> NotYet(Withholding withheld) => Circle.Seats.Where(seat =>
        seat.Person is not null && Contribution.KeptFrom.Has(seat.Number)
        && (withheld.From.Has(seat.Number) || Contribution.Audience.Named.Has(seat.Number) || Contribution.Audience.Group switch
        {
            Domain.Contributions.Readers.Everyone => true,
            Domain.Contributions.Readers.GrownUps => seat.IsGrownUp,
            _ => false,
        }));

    private string Chosen(Seat me)
    {
        var audience = Contribution.Audience;
        var others = audience.Named.Without(SeatSet.Of(me.Number)).Without(Contribution.KeptFrom).Seats().Select(Name).ToList();
        return audience.Group switch
        {
            Domain.Contributions.Readers.Everyone => Text.T("contributions.readers.everyone"),
            Domain.Contributions.Readers.GrownUps when others.Count > 0 => Text.T("contributions.readers.grown-ups-and", Text.Names(others)),
            Domain.Contributions.Readers.GrownUps => Text.T("contributions.readers.grown-ups"),
            _ when others.Count > 0 && Contribution.By == me.Number => Text.T("contributions.readers.you-and", Text.Names([Text.T("contributions.readers.you"), .. others])),
            _ when Contribution.By == me.Number => Text.T("contributions.readers.only-you"),
            _ => Text.T("contributions.readers.some"),
        };
    }

    /// <summary>Whose words lie folded in the card of a slip; nobody's when the whole card is of the parent who lives apart.</summary>
    /// <param name="sight">What was opened.</param>
    /// <param name="slip">The slip. It is not opened for this.</param>
    public static SeatSet FoldedOf(Sight sight, Slip slip)
    {
        var apart = sight.Circle.ApartFrom(sight.Me);
        return apart.Has(slip.By) ? SeatSet.None : slip.WordsOf(apart);
    }

    /// <summary>Whether the reader sees the words although they were taken back.</summary>
    public bool ShowsWords => WordsShown ?? (Me is not null && Contribution.WordsMayBeReadBy(Me));
}
