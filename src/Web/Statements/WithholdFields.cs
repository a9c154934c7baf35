using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Statements;

/// <summary>With whom, why and until when something is not shown yet, wherever that is asked.</summary>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who asks.</param>
/// <param name="From">From whom; nobody while that is asked beside it.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Mend">What is to be mended; null for nothing.</param>
public sealed record WithholdFields(Circle Circle, Seat Me, SeatSet From, Typed Typed, Mend? Mend)
{
    /// <summary>The names of the fields, with those by which is said from whom.</summary>
    public static readonly IReadOnlyList<string> All = ["keep", "second", "why", "until"];

    /// <summary>Who can be asked.</summary>
    public IReadOnlyList<Seat> Seconds { get; } = [.. Withholding.SecondsFor(Circle, Me, From)];

    /// <summary>Whether anything of it was filled in besides whom one would ask: a round button cannot be let go of.</summary>
    /// <param name="typed">What was typed.</param>
    public static bool IsAsked(Typed typed) =>
        typed.All("keep").Count > 0 || Words.Tidy(typed["why"]) is not null || !string.IsNullOrEmpty(typed["until"]);

    /// <summary>Who is asked; a seat of nobody when none was chosen, to which the domain says no.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="typed">What was typed.</param>
    public static SeatNumber SecondOf(Circle circle, Typed typed) =>
        (typed.Id("second") is { } seat ? circle.Find(new SeatId(seat)) : null)?.Number ?? default;

    /// <summary>In which field something is to be mended; null when it is none of these.</summary>
    /// <param name="broken">The rule.</param>
    public static string? FieldOf(Rule broken) =>
        broken == WithholdingRules.FromAnother || broken == WithholdingRules.AboutThem ? "keep"
        : broken == WithholdingRules.SecondIsAnother || broken == WithholdingRules.OneIsAGuest ? "second"
        : broken == WithholdingRules.EndsInTime ? "until"
        : null;
}
