using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Statements;

/// <summary>The one question "how do you know that?", from which kind and source follow (D5).</summary>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who is asked.</param>
/// <param name="Typed">What was chosen so far.</param>
/// <param name="Mend">What is to be mended in this form; null for nothing.</param>
/// <param name="Asked">Whether the heading of the page asks it already.</param>
public sealed record KnowScreen(Circle Circle, Seat Me, Typed Typed, Mend? Mend, bool Asked = false)
{
    /// <summary>The fields of the question, in the order of the page.</summary>
    public static readonly IReadOnlyList<string> Fields = ["know", "source", "told", "read", "happened"];

    /// <summary>What one can answer.</summary>
    public static readonly IReadOnlyList<Knowing> Answers = [Knowing.WasThere, Knowing.WasTold, Knowing.HaveRead, Knowing.Think, Knowing.Find];

    /// <summary>Who can be named as having told it: who can come in and read it first (D9).</summary>
    public IEnumerable<Seat> Tellers => Circle.Seats.Where(seat => seat.Number != Me.Number && seat.Person is not null);

    /// <summary>The source that was chosen; null when nothing was chosen.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="typed">What was chosen.</param>
    public static Source? Of(Circle circle, Typed typed) => typed.One<Knowing>("know") is { } knowing
        ? new Source(
            knowing,
            typed.Id("source") is { } seat ? circle.Find(new SeatId(seat))?.Number : null,
            knowing == Knowing.HaveRead ? typed["read"] : typed["told"])
        : null;
}
