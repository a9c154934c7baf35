using Keukentafel.Domain.Access;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Web.Contributions;

/// <summary>Somebody chooses anew who may read the own words (R12). Whom a professional writes about always may (R3, D6).</summary>
public static class ChooseReaders
{
    /// <summary>A choice is made: nobody's words go to everyone because a form came in empty.</summary>
    public static readonly Rule IsChosen = new("readers.chosen");

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<Contribution>
    {
        Name = "readers",
        Heading = "contributions.who-may-read",
        May = (thing, me) => thing.By == me.Number,
        Page = ChooseReadersView.Create,
        Do = (thing, typed, visit) => thing.ChooseReaders(
            visit.Circle, typed.One<Readers>("readers") is null ? throw new RuleBrokenException(IsChosen) : LayDown.AudienceOf(visit, typed, thing.Audience.Named), visit.Act),
        Told = "contributions.readers-told",
    }.Map(app);

    /// <summary>Who else would read it.</summary>
    /// <param name="form">The form about the thing.</param>
    /// <param name="group">The group chosen.</param>
    public static IReadOnlyList<string> NamesOf(ThingScreen form, Readers group)
    {
        var owed = form.Card.Contribution.AlwaysRead;
        return
        [
            .. form.Card.Circle.Seats
                .Where(seat => seat.Number != form.Me.Number && !form.Card.Contribution.KeptFrom.Has(seat.Number)
                    && (group == Readers.Everyone || (group == Readers.GrownUps && seat.IsGrownUp) || owed.Has(seat.Number)))
                .Select(seat => seat.Name),
        ];
    }
}
