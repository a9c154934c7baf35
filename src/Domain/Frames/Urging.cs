using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Frames;

/// <summary>
/// A professional presses (aandringen; drang, C33) and says so: "Ik dring aan. Je mag nee zeggen. Dan kan ik …". It has no ground in law of its own
/// and is no third frame. It is kept as said (N25), and whom it is said to answers beside it.
/// </summary>
public sealed class Urging : Contribution
{
    internal Urging(Head head, string words, string then, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Words = words;
        Then = then;
    }

    /// <summary>What is asked; empty after it was forgotten.</summary>
    public string Words { get; private set; }

    /// <summary>What the professional can do after a no; empty after it was forgotten.</summary>
    public string Then { get; private set; }

    /// <inheritdoc />
    public override IEnumerable<string> Said => [Words, Then];

    /// <summary>Says that one presses, to people of the family. They read it, and nobody else but who says it.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">What is asked.</param>
    /// <param name="then">What one can do after a no.</param>
    /// <param name="about">To whom: people of the family of 12 or older.</param>
    /// <param name="act">Proof of a professional.</param>
    /// <exception cref="RuleBrokenException">Not a professional, something is missing, or a child under 12 is pressed.</exception>
    public static Urging Lay(Circle circle, string? words, string? then, SeatSet about, Act act)
    {
        var head = NewHead(circle, about, Audience.These(about), act);
        Require(MayLay(act.By) && act.Voice.Number == act.By.Number, FrameRules.UrgesAsGuest);
        Require(!about.IsEmpty, FrameRules.SaysToWhom);
        var people = about.Seats().Select(circle.SeatAt).ToList();
        Require(people.TrueForAll(seat => seat.Side is SeatSide.Host or SeatSide.Network), FrameRules.SaysToWhom);
        Require(people.TrueForAll(MayBeUrged), FrameRules.NotAChild);
        var what = Access.Words.Needed(words, Access.Words.Brief);
        Require(Access.Words.Tidy(then) is not null, FrameRules.SaysThen);
        var laid = new Urging(head, what, Access.Words.Needed(then, Access.Words.Brief), []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>Whether this person can press: a professional.</summary>
    /// <param name="seat">The person.</param>
    public static bool MayLay(Seat seat) => seat.IsGuest;

    /// <summary>Whether this person can be pressed: of the family, and no child under 12.</summary>
    /// <param name="seat">The person.</param>
    public static bool MayBeUrged(Seat seat) => seat is { Side: SeatSide.Host or SeatSide.Network, Age: not AgeGroup.Child };

    /// <summary>Whom it was said to read it, and nobody else.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who was chosen.</param>
    /// <param name="act">Proof of who said it.</param>
    /// <exception cref="RuleBrokenException"><see cref="FrameRules.ReadersStay"/>.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        MustBeOwn(act);
        throw new RuleBrokenException(FrameRules.ReadersStay);
    }

    private protected override void Forget()
    {
        Words = "";
        Then = "";
    }
}
