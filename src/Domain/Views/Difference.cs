using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Views;

/// <summary>A full sentence out of somebody's view.</summary>
/// <param name="View">The view.</param>
/// <param name="By">Whose view.</param>
/// <param name="At">When that view was laid down, UTC.</param>
/// <param name="Words">The sentence, as it stands there; empty once its author no longer shows it to everybody who reads this.</param>
public sealed record Passage(ContributionId View, SeatNumber By, DateTimeOffset At, string Words);

/// <summary>Rules of differences.</summary>
public static class DifferenceRules
{
    /// <summary>Two views of two people about the same child.</summary>
    public static readonly Rule TwoPeople = new("difference.two-people");

    /// <summary>A passage is one or more full sentences that stand in the view.</summary>
    public static readonly Rule FullSentence = new("difference.full-sentence");

    /// <summary>Nobody lays words before people who may not read them.</summary>
    public static readonly Rule SameReaders = new("difference.same-readers");
}

/// <summary>
/// A difference (verschil) that a named person points out by laying two sentences beside each other (D19). It asks "what does that
/// tell us?"; it has no winner (INV-25) and may stay (INV-26).
/// </summary>
public sealed class Difference : Contribution
{
    internal Difference(Head head, Passage left, Passage right, string? words, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Left = left;
        Right = right;
        Words = words;
    }

    /// <summary>The one sentence.</summary>
    public Passage Left { get; private set; }

    /// <summary>The other sentence.</summary>
    public Passage Right { get; private set; }

    /// <summary>What the person wants to ask or say about it; null when nothing.</summary>
    public string? Words { get; private set; }

    /// <summary>Who said that it stays, and how.</summary>
    public IEnumerable<StaysDifferent> Stays => Additions.OfType<StaysDifferent>();

    /// <inheritdoc />
    private protected override bool QuotesOthers => true;

    /// <inheritdoc />
    private protected override SeatSet Voices => SeatSet.Of(Additions.Select(addition => addition.By).Append(By).Append(Left.By).Append(Right.By));

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
        new[] { Left.Words, Right.Words, Words }.Concat(Stays.Select(stay => stay.Words)).OfType<string>().Where(words => words.Length > 0);

    /// <summary>Lays two sentences beside each other.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="left">The one view.</param>
    /// <param name="leftWords">A full sentence of it.</param>
    /// <param name="right">The other view.</param>
    /// <param name="rightWords">A full sentence of it.</param>
    /// <param name="words">What the person asks or says; may be left out.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">
    /// Not two people, not one child, not full sentences of these views, or a professional would show them to a child who may not read both.
    /// </exception>
    public static Difference PointOut(
        Circle circle, View left, string? leftWords, View right, string? rightWords, string? words, Act act)
    {
        Require(left.MayBeReadBy(act.By) && right.MayBeReadBy(act.By), CommonRules.ProofFits);
        Require(!left.IsTakenBack && !right.IsTakenBack, CommonRules.StillOnTheTable);
        Require(left.By != right.By && left.Child == right.Child, DifferenceRules.TwoPeople);

        // Only who may read both views reads the difference. What a professional lays down is always read by whom it is about.
        var readers = SeatSet.Of(circle.Seats.Where(seat => left.MayBeReadBy(seat) && right.MayBeReadBy(seat)).Select(seat => seat.Number));
        Require(!act.By.IsGuest || readers.Has(left.Child), DifferenceRules.SameReaders);
        var forAll = new[] { left, right }.All(view => view.Audience.Group == Readers.Everyone) && circle.Seats.All(seat => readers.Has(seat.Number));
        var audience = forAll ? Audience.Everyone : Audience.These(readers);
        var laid = new Difference(
            NewHead(circle, left.About, audience, act), PassageOf(left, leftWords), PassageOf(right, rightWords), Access.Words.Optional(words), []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>The full sentences of a view, each as it stands there.</summary>
    /// <param name="view">The view.</param>
    public static IReadOnlyList<string> SentencesOf(View view) =>
        [.. new[] { view.Safe.Words, view.Growing.Words }.OfType<string>().SelectMany(Sentences)];

    /// <summary>Somebody says that the difference stays.</summary>
    /// <param name="words">Why, if wanted.</param>
    /// <param name="act">Proof of who speaks.</param>
    public void Stay(string? words, Act act)
    {
        MustBeReader(act);
        Require(!Stays.Any(stay => stay.By == act.By.Number), CommonRules.OnlyOnce);
        Add(new StaysDifferent(act.By.Number, act.At, Access.Words.Optional(words, Access.Words.Brief)), act, Deed.StaysDifferent);
    }

    /// <summary>
    /// A quoted view was taken back, or its author chose other readers: a sentence that somebody here may no longer read goes.
    /// </summary>
    /// <param name="view">The view as it is now.</param>
    /// <param name="circle">The table.</param>
    /// <param name="act">Proof of the view's author.</param>
    /// <returns>Whether anything was changed.</returns>
    /// <exception cref="RuleBrokenException">It is somebody else's view.</exception>
    public bool Follow(View view, Circle circle, Act act)
    {
        Needs(act, Circle, Permission.Speak);
        Require(act.By.Number == view.By, CommonRules.OwnOnly);
        var mayStay = !view.IsTakenBack
            && (Audience.Group != Readers.Everyone || view.Audience.Group == Readers.Everyone)
            && circle.Seats.All(seat => !MayBeReadBy(seat) || view.MayBeReadBy(seat));
        if (mayStay || (Left.View != view.Id && Right.View != view.Id))
        {
            return false;
        }

        Left = Without(Left, view);
        Right = Without(Right, view);
        Record(act, Deed.PassageGone, Id.Value);
        return true;
    }

    /// <summary>Chooses fewer readers; never more than may read both views.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who may read it from now on.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="DifferenceRules.SameReaders"/>, or it is somebody else's.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        Require(
            Audience.Group == Readers.Everyone || audience == Audience
            || (audience.Group is Readers.OnlyMe or Readers.These && audience.Named.Without(Audience.Named).IsEmpty),
            DifferenceRules.SameReaders);
        base.ChooseReaders(circle, audience, act);
    }

    /// <summary>A difference is not answered: people talk.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => false;

    private protected override void Forget()
    {
        Left = Left with { Words = "" };
        Right = Right with { Words = "" };
        Words = null;
    }

    private static Passage Without(Passage passage, View view) => passage.View == view.Id ? passage with { Words = "" } : passage;

    private static Passage PassageOf(View view, string? words)
    {
        var sentence = Access.Words.Needed(words);
        Require(SentencesOf(view).Contains(sentence), DifferenceRules.FullSentence);
        return new Passage(view.Id, view.By, view.At, sentence);
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == '\n' || (text[i] is '.' or '!' or '?' or '…' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
            if (ends || i + 1 == text.Length)
            {
                var sentence = text[from..(i + 1)].Trim();
                if (sentence.Length > 0)
                {
                    yield return sentence;
                }

                from = i + 1;
            }
        }
    }
}
