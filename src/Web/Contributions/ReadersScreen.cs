using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>The question who may read what is about to be laid down, wherever it is asked.</summary>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who speaks.</param>
/// <param name="Typed">What was chosen so far.</param>
/// <param name="Mend">What is to be mended in this form; null for nothing.</param>
/// <param name="Alone">Whether it is the one question of its page, and so not folded.</param>
/// <param name="Heard">Whether it is asked of a young person who says something aloud: then nothing is chosen beforehand (R12).</param>
public sealed record ReadersScreen(Circle Circle, Seat Me, Typed Typed, Mend? Mend = null, bool Alone = false, bool Heard = false)
{
    /// <summary>Everybody else at the table.</summary>
    public IEnumerable<Seat> Others => Circle.Seats.Where(seat => seat.Number != Me.Number);
}
