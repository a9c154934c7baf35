using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.Contributions;

/// <summary>
/// Something that one person hung under a contribution. It is read by whoever reads the contribution; by a professional, as far as it is given
/// (<see cref="Contribution.AdditionsFor"/>).
/// </summary>
/// <param name="By">Whose it is.</param>
/// <param name="At">When, UTC.</param>
public abstract record Addition(SeatNumber By, DateTimeOffset At)
{
    /// <summary>
    /// What of it is of the thing itself and stands for every reader, without its words; null when it is somebody's own saying.
    /// </summary>
    internal virtual Addition? OfTheThing => null;

    /// <summary>
    /// Whether it says nothing by itself and only points at another thing, which has readers of its own: whoever may not read that one must not notice (T22).
    /// </summary>
    internal virtual bool OnlyPoints => false;

    /// <summary>Whether somebody said something with it to who reads it then; not when it says only that something else may stand here.</summary>
    internal virtual bool IsSaid => !OnlyPoints;
}

/// <summary>The standing answer of somebody it is about (INV-18). No answers to answers.</summary>
/// <param name="By">Whose it is.</param>
/// <param name="At">When it was last changed, UTC.</param>
/// <param name="Words">The answer.</param>
/// <param name="Version">From 1; goes up with each change.</param>
public sealed record Answer(SeatNumber By, DateTimeOffset At, string Words, int Version) : Addition(By, At)
{
    /// <summary>Whether a professional gave it.</summary>
    internal bool ByGuest { get; init; }
}

/// <summary>Where somebody stands (R74). A later one does not wipe out the earlier.</summary>
/// <param name="By">Whose it is.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Stance">Where they stand.</param>
/// <param name="Words">Why, or "but …"; null when nothing was said: a no needs no reason (D8).</param>
/// <param name="Rather">What they would rather; null when nothing was said.</param>
/// <param name="WrittenBy">Who pressed it for them in a talk; null when they did.</param>
public sealed record Position(SeatNumber By, DateTimeOffset At, Stance Stance, string? Words, string? Rather, SeatNumber? WrittenBy) : Addition(By, At);

/// <summary>A child chose who may speak for it in a talk (INV-23).</summary>
/// <param name="By">The child.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">Who; null for nobody any more.</param>
public sealed record SpokespersonChoice(SeatNumber By, DateTimeOffset At, SeatNumber? Who) : Addition(By, At)
{
    internal override Addition? OfTheThing => this;
}

/// <summary>Somebody who was written down as there at a talk says whether they were (D31).</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Yes">Whether they were.</param>
public sealed record WasThere(SeatNumber By, DateTimeOffset At, bool Yes) : Addition(By, At)
{
    internal override Addition? OfTheThing => this;
}

/// <summary>How a worry stands now, in the words of its holder (INV-4, R26).</summary>
/// <param name="By">The holder.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">In own words; null only when gone without more words.</param>
/// <param name="Gone">Whether the holder calls it gone.</param>
public sealed record Standing(SeatNumber By, DateTimeOffset At, string? Words, bool Gone) : Addition(By, At);

/// <summary>A wish said again (R14).</summary>
/// <param name="By">Who wishes.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">Other words this time; null for the same.</param>
public sealed record Repeat(SeatNumber By, DateTimeOffset At, string? Words) : Addition(By, At);

/// <summary>"I will answer": somebody takes it on to tell it in person first.</summary>
/// <param name="By">Who will answer.</param>
/// <param name="At">When, UTC.</param>
public sealed record Promise(SeatNumber By, DateTimeOffset At) : Addition(By, At);

/// <summary>What was answered to a wish.</summary>
/// <param name="By">Who answered.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">What was said; null only when the answer is "we don't know" without more words.</param>
/// <param name="ToldInPerson">Whether it was told in person first.</param>
/// <param name="DontKnow">Whether the answer is "we don't know" (INV-53): a full answer.</param>
/// <param name="Possible">What would make it possible; null when not said.</param>
public sealed record WishAnswer(SeatNumber By, DateTimeOffset At, string? Words, bool ToldInPerson, bool DontKnow, string? Possible)
    : Addition(By, At);

/// <summary>Who wished says whether the answer came across. Asked once for each answer.</summary>
/// <param name="By">Who wished.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Yes">Whether it was heard.</param>
public sealed record Heard(SeatNumber By, DateTimeOffset At, bool Yes) : Addition(By, At);

/// <summary>"I read this as …" by anyone, beside the author's own kind (R34, INV-19).</summary>
/// <param name="By">Who reads it so.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">As what.</param>
/// <param name="Reason">Why.</param>
public sealed record Reading(SeatNumber By, DateTimeOffset At, StatementKind Kind, string Reason) : Addition(By, At);

/// <summary>The author changed the kind; the old kind stays visible (INV-17, R33).</summary>
/// <param name="By">The author.</param>
/// <param name="At">When, UTC.</param>
/// <param name="From">The kind before.</param>
/// <param name="To">The kind since.</param>
/// <param name="Reason">Why.</param>
public sealed record KindChange(SeatNumber By, DateTimeOffset At, StatementKind From, StatementKind To, string Reason) : Addition(By, At);

/// <summary>The author corrected the sentence; the old sentence stays visible (R36).</summary>
/// <param name="By">The author.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Was">The sentence before.</param>
/// <param name="Reason">Why.</param>
public sealed record Correction(SeatNumber By, DateTimeOffset At, string Was, string Reason) : Addition(By, At);

/// <summary>Somebody will find out whether it is so (R38).</summary>
/// <param name="By">Who noted it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">Who finds out.</param>
/// <param name="Before">Until when.</param>
public sealed record FindingOut(SeatNumber By, DateTimeOffset At, SeatNumber Who, DateOnly Before) : Addition(By, At)
{
    internal override Addition? OfTheThing => this;
}

/// <summary>What was found out: a new statement.</summary>
/// <param name="By">Who found out.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Statement">The new statement.</param>
public sealed record Found(SeatNumber By, DateTimeOffset At, ContributionId Statement) : Addition(By, At)
{
    internal override Addition? OfTheThing => this;
}

/// <summary>The named source says whether the sentence may stand here so (D9).</summary>
/// <param name="By">The source.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Agrees">Whether it may.</param>
public sealed record SourceAgreement(SeatNumber By, DateTimeOffset At, bool Agrees) : Addition(By, At)
{
    internal override bool IsSaid => false;
}

/// <summary>What a statement means to somebody (INV-20, R39): facts rarely speak for themselves.</summary>
/// <param name="By">To whom.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">What it means.</param>
public sealed record Meaning(SeatNumber By, DateTimeOffset At, string Words) : Addition(By, At);

/// <summary>Somebody says that a difference stays (INV-26, R47). Nobody won.</summary>
/// <param name="By">Who says so.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">Why, if wanted.</param>
public sealed record StaysDifferent(SeatNumber By, DateTimeOffset At, string? Words) : Addition(By, At);

/// <summary>A part of the plan was folded up ("this is no longer needed") or opened again. It says nothing about how it went (R113).</summary>
/// <param name="By">Who says so.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">Why; null when nothing was said.</param>
/// <param name="Shut">Whether it was folded up; else opened again.</param>
public sealed record Folding(SeatNumber By, DateTimeOffset At, string? Words, bool Shut) : Addition(By, At)
{
    internal override Addition? OfTheThing => this with { Words = null };
}

/// <summary>What an agreement does for a child or a parent, in their words (R69).</summary>
/// <param name="By">For whom.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">In own words.</param>
public sealed record Felt(SeatNumber By, DateTimeOffset At, string Words) : Addition(By, At);

/// <summary>Who said that it was not safe says that it is safe again.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">In own words; null when nothing was said.</param>
public sealed record SafeAgain(SeatNumber By, DateTimeOffset At, string? Words) : Addition(By, At)
{
    internal override Addition? OfTheThing => this with { Words = null };
}
