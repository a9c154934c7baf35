using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Statements;

namespace Keukentafel.Web.Contributions;

/// <summary>A page of the composer.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who speaks.</param>
/// <param name="Typed">What was typed and chosen so far.</param>
/// <param name="Step">What is asked now.</param>
/// <param name="What">What it is; null while not said.</param>
/// <param name="Under">What it hangs under; null for nothing.</param>
/// <param name="Mend">What is still to be mended; null for nothing.</param>
public sealed record LayScreen(Frame Frame, Circle Circle, Seat Me, Typed Typed, LayStep Step, What? What, SlipScreen? Under, Mend? Mend)
{
    /// <summary>The field that says that the page it came from was the last: its button lays the words on the table.</summary>
    public const string LastField = "last";

    /// <summary>The field that says that it is shown to everybody it is about after all.</summary>
    public const string ShowsField = "shows";

    private static readonly IReadOnlyList<string> All = ["what", "words", "about", "place", "readers", "named", .. KnowScreen.Fields, .. WithholdFields.All];

    /// <summary>The address of the form.</summary>
    public string Address => $"/tables/{Circle.Id.Value}/lay";

    /// <summary>The id of the draft of these words.</summary>
    public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

    /// <summary>Everybody else at the table.</summary>
    public IEnumerable<Seat> Others => Circle.Seats.Where(seat => seat.Number != Me.Number);

    /// <summary>Whether this speaker is asked how they know: children are not.</summary>
    public bool AsksKnowing => Me.Age != AgeGroup.Child;

    /// <summary>Whether it is asked what this is: the composer was opened without saying so.</summary>
    public bool AsksWhat => What is null || IsOpen(Typed);

    /// <summary>Whether these words lie on the table after this page.</summary>
    public bool IsLast => Step is LayStep.Know or LayStep.Who or LayStep.Withhold || (Step == LayStep.Words && !AsksWhat && !(What == Contributions.What.Statement && AsksKnowing));

    /// <summary>Whether it is asked on this page whom it is about and who may read it.</summary>
    public bool AsksReaders => IsLast && Step != LayStep.Withhold;

    /// <summary>What is asked about who does not read it yet; null where nobody can be asked to agree.</summary>
    public WithholdFields? Withhold { get; } =
        What == Contributions.What.Statement && Me.IsGrownUp
        && new WithholdFields(Circle, Me, Circle.SetOf(Typed.Seats("about")), Typed, Mend) is { Seconds.Count: > 0 } fields ? fields : null;

    /// <summary>Who does not read it yet, as chosen before; nobody when it is shown to everybody it is about.</summary>
    public IReadOnlyList<string> NotYet => Withhold is null || !WithholdFields.IsAsked(Typed) ? []
        : [.. Typed.Seats("keep").Select(Circle.Find).OfType<Seat>().Select(seat => seat.Name)];

    /// <summary>
    /// Whom somebody of the own people can let read a worry first: the young people of the table, and who comes first for the speaker, else the face of
    /// the table. Nobody where no young person sits, or for anything but a worry.
    /// </summary>
    public IReadOnlyList<Seat> FirstReaders { get; } = What == Contributions.What.Worry ? FirstReadersFor(Circle, Me) : [];

    /// <summary>Whom the speaker calls with a worry; null where nobody was chosen.</summary>
    public Seat? FirstContact { get; } = ContactOf(Circle, Me);

    /// <summary>The page before this one.</summary>
    public LayStep Before => Step == LayStep.Withhold ? LayStep.Know : Step is LayStep.What || !AsksWhat ? LayStep.Words : LayStep.What;

    /// <summary>Whom a professional writes about, as chosen before; they can always read it (R3).</summary>
    public IReadOnlyList<string> AlwaysRead => Me.IsGuest
        ? [.. Typed.Seats("about").Select(Circle.Find).OfType<Seat>().Where(seat => seat.Number != Me.Number).Select(seat => seat.Name)]
        : [];

    /// <summary>What was typed on other pages and goes along, so that going back and forth loses nothing.</summary>
    public IEnumerable<(string Name, string Value)> Along => Typed.Along(All.Except(Here));

    private IReadOnlyList<string> Here =>
    [
        .. Step == LayStep.Words ? ["words"] : Array.Empty<string>(),
        .. Step == LayStep.What ? ["what"] : Array.Empty<string>(),
        .. Step == LayStep.Know ? KnowScreen.Fields : [],
        .. AsksReaders ? ["about", "readers", "named"] : Array.Empty<string>(),
        .. Step == LayStep.Withhold ? WithholdFields.All : [],
        .. AsksReaders && What == Contributions.What.Worry ? ["place"] : Array.Empty<string>(),
    ];

    /// <summary>Who can read a worry of the own people first.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="me">Who speaks.</param>
    public static IReadOnlyList<Seat> FirstReadersFor(Circle circle, Seat me)
    {
        var young = circle.Children.Where(child => child is { Age: not AgeGroup.Child, Person: not null } && child.Number != me.Number).ToList();
        return me is not { Side: SeatSide.Network, IsGrownUp: true } || young.Count == 0
            ? []
            : [.. young.Concat(ContactOf(circle, me) is { } contact ? [contact] : []).DistinctBy(seat => seat.Number)];
    }

    private static Seat? ContactOf(Circle circle, Seat me) =>
        circle.FirstContactOf(me.Number) ?? (circle.FigureFor(me) is { IsActive: true } figure ? circle.Seats.FirstOrDefault(seat => seat.Number == figure.Who) : null);

    /// <summary>Whether the composer was opened without saying what it will be.</summary>
    /// <param name="typed">What was typed.</param>
    public static bool IsOpen(Typed typed) => typed.Is("open");
}
