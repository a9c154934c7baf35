using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Circles;

/// <summary>What a professional is given to read: each of the family chooses for the own things, and nobody for another (R102, T20).</summary>
public sealed partial class Circle
{
    /// <summary>
    /// What a professional is given of one person's things. Without a choice: nothing of a host who did not say yes to this professional, or said
    /// later that it is needed no more; else what was said since they sat down. Of who sat here before hosts were asked: all.
    /// </summary>
    /// <param name="guest">The professional.</param>
    /// <param name="of">Whose things.</param>
    public Sharing SharingOf(Seat guest, Seat of)
    {
        if (InvolvementOf(guest.Number) is not { } involvement)
        {
            return Sharing.Before;
        }

        if (IsKeptFromReplaced(involvement, of))
        {
            return Sharing.Nothing;
        }

        var chosen = involvement.Shared.FirstOrDefault(shared => shared.By == of.Number);
        var noMore = involvement.Looked.FirstOrDefault(said => said.By == of.Number && said.Answer == StillNeeded.NoMore);
        if (noMore is not null && (chosen is null || noMore.At >= chosen.At))
        {
            return Sharing.Nothing;
        }

        if (chosen is not null)
        {
            return chosen.What;
        }

        if (!involvement.WasAsked)
        {
            return Sharing.Before;
        }

        // Nobody gives for another: what is of who cannot come in, or of another professional, goes along only when every host gives what was before.
        if (of.Side == SeatSide.Host && (of.Person is not null || involvement.Authority is not null))
        {
            return involvement.AnswerOf(of.Number)?.Answer == WelcomeAnswer.Welcome ? Sharing.SinceThen : Sharing.Nothing;
        }

        return (of.IsGuest || of.Person is null) && Asked.Any()
            && Asked.All(host => involvement.Shared.Any(shared => shared.By == host.Number && shared.What == Sharing.Before))
            ? Sharing.Before
            : Sharing.SinceThen;
    }

    /// <summary>
    /// Whether who stands in reads nothing of somebody because the other, in whose place they come, is given nothing either: never more than that one. What was said
    /// before goes along as far as that one was given it (R102).
    /// </summary>
    /// <param name="involvement">Who stands in.</param>
    /// <param name="of">Whose things.</param>
    public bool IsKeptFromReplaced(Involvement involvement, Seat of) =>
        ReplacedIn(involvement) is { } replaced && replaced.Number != of.Number && SharingOf(replaced, of) == Sharing.Nothing;

    /// <summary>Whether somebody chooses what a professional reads of theirs.</summary>
    /// <param name="by">Who.</param>
    public static bool MayShare(Seat by) => by.Side is SeatSide.Host or SeatSide.Network;

    /// <summary>Chooses what a professional is given to read of the own things: from the next request on, in both directions.</summary>
    /// <param name="seat">The professional.</param>
    /// <param name="what">What.</param>
    /// <param name="act">Proof of somebody of the family or their own people, however old.</param>
    /// <exception cref="RuleBrokenException">A professional chooses, nothing was chosen, or no professional sits there.</exception>
    public void Share(SeatId seat, Sharing? what, Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(MayShare(act.By), SharingRules.OwnThings);
        var involvement = HereWith(seat, act);
        Require(what is { } chosen && Enum.IsDefined(chosen), SharingRules.Chooses);
        Put(involvement, involvement with
        {
            Shared = [.. involvement.Shared.Where(other => other.By != act.By.Number), new Shared(act.By.Number, what!.Value, act.At)],
        });
        Record(act, Deed.ShareChosen, seat.Value);
    }

    // Said anew after each change of who sits here and of what was chosen, so that whoever asks about a reader asks one thing.
    private void Give()
    {
        foreach (var guest in _seats.Where(seat => seat.IsGuest))
        {
            var (nothing, since, longer) = (SeatSet.None, SeatSet.None, SeatSet.None);
            var involvement = InvolvementOf(guest.Number);
            var replaced = involvement is null ? null : ReplacedIn(involvement);
            var notMet = NotMetBy(guest);
            foreach (var other in _seats.Where(other => other.Number != guest.Number))
            {
                var sharing = SharingOf(guest, other);
                nothing = sharing == Sharing.Nothing ? nothing.And(SeatSet.Of(other.Number)) : nothing;
                since = sharing == Sharing.SinceThen || (sharing != Sharing.Nothing && notMet.Has(other.Number)) ? since.And(SeatSet.Of(other.Number)) : since;
                longer = sharing == Sharing.Before && replaced is not null && replaced.Number != other.Number && SharingOf(replaced, other) == Sharing.SinceThen && !notMet.Has(other.Number)
                    ? longer.And(SeatSet.Of(other.Number))
                    : longer;
            }

            guest.Given = new Given(nothing, since, involvement?.StartedAt ?? guest.Since)
            {
                LongerOnly = longer,
                NotByName = notMet,
                Longer = replaced is null ? default : InvolvementOf(replaced.Number)?.StartedAt ?? replaced.Since,
            };
        }

        GiveAlong();
    }
}
