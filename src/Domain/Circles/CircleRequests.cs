using Keukentafel.Domain.Access;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Requests;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Circles;

/// <summary>A table that begins out of a request for help, with the yes of who asked (P2, P12).</summary>
public sealed partial class Circle
{
    /// <summary>
    /// Begins a table out of a request: who asked hosts it, who offered to come is its guest, and the own words lie there for whom was chosen. The yes is of who asked,
    /// who alone is a host that can come in (R97, INV-58); the offer is the yes of who comes.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="ofFamily">Whether who says yes says to be of the family; must be so when somebody asked for another family (R59).</param>
    /// <param name="person">Who says yes.</param>
    /// <param name="start">Makes the table of this person at the moment that is given: <see cref="Start"/>.</param>
    /// <param name="brought">The words that are brought, looked over.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <exception cref="RuleBrokenException">
    /// <see cref="RequestRules.OfferStands"/>, <see cref="RequestRules.FamilySaysYes"/>, or something of the table or the words is missing or too long.
    /// </exception>
    public static TableFromRequest Begin(
        HelpRequest request, bool ofFamily, PersonId person, Func<PersonId, DateTimeOffset, Circle> start, IReadOnlyList<Brought> brought, DateTimeOffset at)
    {
        Require(request.MayBecomeTable(Netherlands.DayOf(at)), RequestRules.OfferStands);
        Require(ofFamily || request.Ask.For == AskedFor.Own, RequestRules.FamilySaysYes);
        var circle = start(person, at);
        var host = circle.SeatOf(person)!;
        var guest = circle.Welcome(request, new Act(person, host, circle.Id, Permission.Host, at));
        return new TableFromRequest(circle, circle.Bring(brought, guest, new Act(person, host, circle.Id, Permission.Speak, at)));
    }

    private Seat Welcome(HelpRequest request, Act act)
    {
        var offer = request.Offer!;
        var involvement = Ask(new Involvement(InvolvementId.New(), act.By.Number, act.At, offer.Worth.Tidied(act.Today)) { OfferedAt = offer.At, DaysToHelp = request.DaysToHelpUntil(act.At) }, Deed.InvolvementProposed, act);
        var seat = SeatAt(involvement.Seat!.Value);
        GiveWayIn(seat.Id, offer.By, act);

        // What they said of themselves in the request, when they said it: nobody tells it again.
        _aboutMyself.Add(new AboutMyself(seat.Number, offer.At)
        {
            Reach = request.Said.Last(said => said.By == offer.By).Reach,
            WritesDown = offer.WritesDown,
        });
        return SeatAt(seat.Number);
    }

    private List<Contribution> Bring(IReadOnlyList<Brought> brought, Seat guest, Act act)
    {
        var laid = new List<Contribution>();
        foreach (var one in brought.Where(one => one.For != BroughtFor.LeftOut && Words.Tidy(one.Words) is not null))
        {
            var readers = one.For switch
            {
                BroughtFor.Everyone => Audience.Everyone,
                BroughtFor.OnlyMe => Audience.OnlyMe,
                _ => Audience.These(SeatSet.Of(guest.Number)),
            };
            if (one.Part == BroughtPart.Reach)
            {
                // How one is reached is never for everyone, whoever comes later.
                SayContact(
                    new SafeContact(act.By.Number, Guid.Empty, act.At)
                    {
                        Number = one.Words,
                        Readers = one.For == BroughtFor.OnlyMe ? SeatSet.None : SeatSet.Of(guest.Number),
                    },
                    null,
                    act);
            }
            else
            {
                laid.Add(one.Part switch
                {
                    BroughtPart.Hard => Worry.Lay(this, one.Words, SeatSet.None, null, readers, act),
                    BroughtPart.MustNot => Wish.Lay(this, one.Words, SeatSet.None, readers, act),
                    _ => Help.Lay(this, one.Words, SeatSet.None, readers, act),
                });
            }
        }

        return laid;
    }
}
