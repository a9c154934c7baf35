using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Wishes;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Frames;

/// <summary>
/// In which frame somebody stands who asks something here: one sentence in sight, and behind one press what they may ask, what one may refuse, what
/// follows, one's rights, where to object and who helps (R116, INV-74).
/// </summary>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who reads.</param>
/// <param name="Guests">Of which professionals.</param>
/// <param name="Now">The moment, UTC.</param>
public sealed record FrameNote(Circle Circle, Seat Me, IReadOnlyList<Seat> Guests, DateTimeOffset Now)
{
    /// <summary>Today.</summary>
    public DateOnly Today => Days.Of(Now);

    /// <summary>Who helps this reader first.</summary>
    public RightsLine Helps => Rights.Current.FirstFor(Me);

    /// <summary>The frame of one of them.</summary>
    /// <param name="guest">Whom.</param>
    public ContactFrame Of(Seat guest) => Circle.FrameOf(guest, Today);

    /// <summary>The frame of one of them, in a sentence for this reader.</summary>
    /// <param name="guest">Whom.</param>
    public string InShort(Seat guest) => Of(guest) switch
    {
        { Kind: FrameKind.Measure, Until: { } until } when guest == Me => Text.T("frames.short-measure-me", Days.Day(until, Today)),
        { Kind: FrameKind.Measure, Until: { } until } => WordsFor.Reader(Me, "frames.short-measure", guest.Name, Days.Day(until, Today)),
        _ when guest == Me => Text.T("frames.short-voluntary-me"),
        _ when Me.Side == SeatSide.Host => WordsFor.Reader(Me, "frames.short-voluntary", guest.Name),
        _ => Text.T("frames.short-voluntary-other", guest.Name),
    };

    /// <summary>A sentence of what it means, for this reader.</summary>
    /// <param name="guest">Of whom.</param>
    /// <param name="part">Which: ask, refuse, follows, object.</param>
    public string Means(Seat guest, string part) => WordsFor.Reader(
        Me, "frames." + part + (Of(guest).Kind == FrameKind.Measure ? "-measure" : "-voluntary"), guest.Name, Rights.Current.DirectionWeeks,
        Rights.Current.Of(RightsFor.Young).From);

    /// <summary>
    /// The note beside something that lies here: where a professional asks something of the family, and where people do not agree. Null elsewhere.
    /// </summary>
    /// <param name="card">What lies here.</param>
    public static FrameNote? For(SlipScreen card)
    {
        if (card.Me is not { } me || card.Contribution.IsTakenBack)
        {
            return null;
        }

        var circle = card.Circle;
        List<Seat> guests = AsksSomething(card.Contribution, me) ? [card.By] : [];
        if (card.Contribution is Decision { Proposed: { } step })
        {
            guests.Add(circle.SeatAt(step.By));
        }

        if (card.Contribution is Proposal proposal && proposal.Positions.Any(position => position.Stance == Stance.Disagree))
        {
            guests.AddRange(proposal.Positions.Select(position => circle.SeatAt(position.By)));
            if (proposal is Decision decision)
            {
                guests.AddRange(decision.Takers.Seats().Select(circle.SeatAt));
            }
        }

        return guests.Where(seat => seat.IsGuest).Distinct().ToList() is { Count: > 0 } some ? new FrameNote(circle, me, some, card.Now) : null;
    }

    private static bool AsksSomething(Contribution thing, Seat me) =>
        thing is Wish or Help or Condition or Advice or Agreement or Protection or Decision or DecisionOption or TalkPoint or Urging or FrameChange
        || thing.MayBeAnsweredBy(me);
}
