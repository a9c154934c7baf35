using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;

namespace Keukentafel.Web.Decisions;

/// <summary>The question who takes part in deciding, wherever it is asked. They are its readers.</summary>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who asks.</param>
/// <param name="Typed">What was chosen so far.</param>
/// <param name="Alone">Whether it is the one question of its page, and so not folded.</param>
public sealed record TakersScreen(Circle Circle, Seat Me, Typed Typed, bool Alone = false)
{
    /// <summary>Everybody else at the table, the children first.</summary>
    public IEnumerable<Seat> Others => Circle.Seats.Where(seat => seat.Number != Me.Number).OrderBy(seat => seat.IsChildOfTheTable ? 0 : 1);
}
