using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Wishes;

/// <summary>Rules of wishes.</summary>
public static class WishRules
{
    /// <summary>Nobody answers the own wish.</summary>
    public static readonly Rule AnotherAnswers = new("wish.another-answers");

    /// <summary>Who answers says first "I will answer".</summary>
    public static readonly Rule PromisedFirst = new("wish.promised-first");

    /// <summary>Only who wished says again, or says whether it was heard.</summary>
    public static readonly Rule WisherOnly = new("wish.wisher-only");

    /// <summary>A wish of a child that waits for an answer stays in sight of the grown-ups who may read it (R14).</summary>
    public static readonly Rule StaysInSight = new("wish.stays-in-sight");

    /// <summary>There must be an answer that was not asked about yet.</summary>
    public static readonly Rule AskedOnce = new("wish.asked-once");
}

/// <summary>
/// A wish (wens), of a child above all (R14). Saying it again counts; an answer is told in person first; "we don't know" with what would
/// make it possible is an answer (INV-53). While unanswered it stays in sight.
/// </summary>
public sealed class Wish : Contribution
{
    internal Wish(Head head, string words, IEnumerable<Addition> additions)
        : base(head, additions) => Words = words;

    /// <summary>In own words; empty after it was taken back.</summary>
    public string Words { get; private set; }

    /// <summary>Each time it was said again.</summary>
    public IEnumerable<Repeat> Repeats => Additions.OfType<Repeat>();

    /// <summary>How often it was said: once, and once for each repeat.</summary>
    public int TimesSaid => 1 + Repeats.Count();

    /// <summary>The answers, the oldest first.</summary>
    public IEnumerable<WishAnswer> WishAnswers => Additions.OfType<WishAnswer>();

    /// <summary>
    /// Whether it waits for an answer: nobody answered since it was last said, or the last answer did not come across.
    /// </summary>
    public bool IsUnanswered => !IsTakenBack && Additions.LastOrDefault(a => a is Repeat or WishAnswer or Heard) switch
    {
        WishAnswer => false,
        Heard heard => !heard.Yes,
        _ => true,
    };

    /// <summary>Whether nothing waits any more: it was taken back, or who wished said that an answer came across.</summary>
    public bool IsSettled => IsTakenBack || Additions.LastOrDefault(a => a is Repeat or Heard) is Heard { Yes: true };

    /// <summary>
    /// Whether it waits for an answer of one reader: as <see cref="IsUnanswered"/>; and, as long as who wished did not say that an answer came across, also where
    /// only a parent answered who lives apart from the reader. What one parent answers takes the wish of a child not off the other's list (R14, T20).
    /// </summary>
    /// <param name="reader">Who.</param>
    /// <param name="circle">The table.</param>
    public bool WaitsForAnswerOf(Seat reader, Circle circle) =>
        IsUnanswered || (!IsSettled && Additions.Reverse().TakeWhile(a => a is not (Repeat or Heard)).OfType<WishAnswer>()
            .All(answer => circle.LiveApart(reader, circle.SeatAt(answer.By))));

    /// <summary>Whether the one who wished has still to be asked, once, if the last answer came across.</summary>
    public bool AsksWhetherHeard => !IsTakenBack && Additions.LastOrDefault(a => a is WishAnswer or Heard) is WishAnswer;

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
    [
        Words,
        .. Repeats.Select(repeat => repeat.Words).OfType<string>(),
        .. WishAnswers.SelectMany(answer => new[] { answer.Words, answer.Possible }).OfType<string>(),
    ];

    /// <summary>Lays a wish on the table.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">In own words.</param>
    /// <param name="about">Whom it is about; may be nobody.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <param name="pictured">What was said in pictures besides; null for nothing.</param>
    /// <exception cref="RuleBrokenException">No words, or somebody named does not sit here.</exception>
    public static Wish Lay(Circle circle, string? words, SeatSet about, Audience audience, Act act, Pictured? pictured = null)
    {
        var laid = new Wish(NewHead(circle, about, audience, act, pictured), Access.Words.Needed(words), []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>
    /// Who is asked to answer a child's wish: the grown-ups the child named, in the wish or as its readers; where nobody was named, the
    /// parents, who host the child. A guest or a neighbour is not asked what was not asked of them. Whoever may read it may still answer.
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="by">Who wished.</param>
    /// <param name="about">Whom the wish is asked of; may be nobody.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="at">When it was laid down, UTC.</param>
    public static SeatSet AskedOf(Circle circle, SeatNumber by, SeatSet about, Audience audience, DateTimeOffset at)
    {
        var readers = circle.Seats.Where(seat => seat.IsGrownUp && seat.Number != by && audience.Includes(seat, by, SeatSet.Of(by), at)).ToList();
        var named = about.And(audience.Group == Readers.These ? audience.Named : SeatSet.None);
        var chosen = readers.FindAll(seat => named.Has(seat.Number));
        var parents = readers.FindAll(seat => seat.IsParent);

        // Where no parent reads it, better somebody than nobody.
        return SeatSet.Of((chosen.Count > 0 ? chosen : parents.Count > 0 ? parents : readers).Select(seat => seat.Number));
    }

    /// <summary>Whether this person has said "I will answer" and has not answered since.</summary>
    /// <param name="seat">The person.</param>
    public bool IsPromisedBy(SeatNumber seat) =>
        Additions.LastOrDefault(a => a.By == seat && a is Promise or WishAnswer) is Promise;

    /// <summary>Says it again.</summary>
    /// <param name="words">Other words, if any.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="WishRules.WisherOnly"/>.</exception>
    public void SayAgain(string? words, Act act)
    {
        Needs(act, Circle, Permission.Speak);
        Require(act.By.Number == By, WishRules.WisherOnly);
        Add(new Repeat(By, act.At, Access.Words.Optional(words)), act, Deed.WishRepeated);
    }

    /// <summary>"I will answer": before anything is written, it is told in person.</summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">It is the own wish, or promised already.</exception>
    public void PromiseAnswer(Act act)
    {
        MustBeReader(act);
        Require(act.By.Number != By, WishRules.AnotherAnswers);
        Require(!IsPromisedBy(act.By.Number), CommonRules.OnlyOnce);
        Add(new Promise(act.By.Number, act.At), act, Deed.WishPromised);
    }

    /// <summary>Notes what was answered.</summary>
    /// <param name="words">What was said; may be left out only when the answer is "we don't know".</param>
    /// <param name="toldInPerson">Whether it was told in person first.</param>
    /// <param name="dontKnow">Whether the answer is "we don't know".</param>
    /// <param name="possible">What would make it possible.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">It is the own wish, it was not promised, or there are no words.</exception>
    public void AnswerWish(string? words, bool toldInPerson, bool dontKnow, string? possible, Act act)
    {
        MustBeReader(act);
        Require(act.By.Number != By, WishRules.AnotherAnswers);
        Require(IsPromisedBy(act.By.Number), WishRules.PromisedFirst);
        var said = dontKnow ? Access.Words.Optional(words) : Access.Words.Needed(words);
        Add(
            new WishAnswer(act.By.Number, act.At, said, toldInPerson, dontKnow, Access.Words.Optional(possible)),
            act,
            Deed.WishAnswered);
    }

    /// <summary>Who wished says whether the answer came across. "No" makes it wait again.</summary>
    /// <param name="yes">Whether it did.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Somebody else's wish, or nothing to ask.</exception>
    public void SayHeard(bool yes, Act act)
    {
        Needs(act, Circle, Permission.Speak);
        Require(act.By.Number == By, WishRules.WisherOnly);
        Require(AsksWhetherHeard, WishRules.AskedOnce);
        Add(new Heard(By, act.At, yes), act, Deed.WishHeard);
    }

    /// <summary>A wish is answered by its own road; see <see cref="AnswerWish"/>.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => false;

    /// <inheritdoc />
    public override bool MayBeLaidAsideBy(Seat reader, Circle circle) =>
        !(WaitsForAnswerOf(reader, circle) && reader.IsGrownUp && !circle.SeatAt(By).IsGrownUp);

    private protected override void Forget() => Words = "";
}
