using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Overviews;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Overviews;

/// <summary>The questions of how something works here, wherever they are asked: how, and folded for whom and who can do something about it (R51, R53).</summary>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who reads it so.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Mend">What is to be mended in this form; null for nothing.</param>
public sealed record WorksFields(Circle Circle, Seat Me, Typed Typed, Mend? Mend)
{
    private static readonly string[] About = ["for-whom"];

    private static readonly string[] Doing = ["who", "others-words", "can-words", "nobody"];

    /// <summary>What is ticked while nothing was chosen; null for nothing.</summary>
    public Works? Usual { get; init; }

    /// <summary>Whether how it works may be left out.</summary>
    public bool MayStayEmpty { get; init; }

    /// <summary>Who may be named: a professional names only who may read it (R3).</summary>
    public Func<Seat, bool> MayBeNamed { get; init; } = _ => true;

    /// <summary>What is ticked.</summary>
    public Works? Chosen => Typed.One<Works>("works") ?? (Mend is null ? Usual : null);

    /// <summary>Who can be named, the children first.</summary>
    public IEnumerable<Seat> Seats => Circle.Seats.Where(MayBeNamed).OrderBy(seat => seat.IsChildOfTheTable ? 0 : 1);

    /// <summary>Whether anything was chosen for whom.</summary>
    public bool HasForWhom => Has(About);

    /// <summary>Whether anything was said of who can do something about it.</summary>
    public bool HasDoing => Mend?.Field is "who" or "others-words" or "can-words" || Has(Doing);

    /// <summary>The shape beside the word, in one ink for all: no colour says which is better (INV-34).</summary>
    /// <param name="works">How it works.</param>
    public static string ShapeOf(Works works) => works == Works.Unknown ? "question" : works.ToString().ToLowerInvariant();

    /// <summary>What was said of how it works, as it was typed.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="typed">What was typed.</param>
    public static HowItWorks Of(Circle circle, Typed typed) => new(
        typed.One<Works>("works") ?? default, typed["how-words"], circle.SetOf(typed.Seats("for-whom")), circle.SetOf(typed.Seats("who")),
        typed["others-words"], typed["can-words"], typed.Is("nobody"));

    /// <summary>The fields that would say the same again, so that whoever changes a reading begins with the last one.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="reading">The reading.</param>
    public static Typed Again(Circle circle, FactorReading reading) => new(new Dictionary<string, string[]>
    {
        ["works"] = [reading.Says.Works.ToString()],
        ["how-words"] = [reading.Says.Words ?? ""],
        ["for-whom"] = Ids(circle, reading.Says.ForWhom),
        ["who"] = Ids(circle, reading.Says.Who),
        ["others-words"] = [reading.Says.Others ?? ""],
        ["can-words"] = [reading.Says.How ?? ""],
        ["nobody"] = reading.Says.Nobody ? ["yes"] : [],
    });

    private static string[] Ids(Circle circle, SeatSet seats) => [.. seats.Seats().Select(seat => circle.SeatAt(seat).Id.Value.ToString())];

    private bool Has(IEnumerable<string> fields) => fields.Any(field => Typed.All(field).Any(value => value.Length > 0));
}
