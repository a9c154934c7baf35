using Keukentafel.Domain.Access;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Invitations;

namespace Keukentafel.Domain.Circles;

/// <summary>Who is asked in the background (R98): a place away from the table, for as long as who asked sits here.</summary>
public sealed partial class Circle
{
    /// <summary>
    /// How many experts one person asks at a table at most, also those who went: the place of each stays. It is counted for each who asks, so that nobody
    /// uses up what another needs, or learns from a no how often others asked (D31, T20, T22).
    /// </summary>
    public const int MostExperts = 8;

    /// <summary>The card of an expert who did not come in yet; null when there is none that can still be used.</summary>
    /// <param name="expert">The place.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="at">The moment, UTC.</param>
    public Invitation? CardOf(SeatNumber expert, Seat by, DateTimeOffset at) =>
        SeatAt(expert).IsExpert && InvitationFor(expert, by.Number) is { } card && card.IsOpen(at) ? card : null;

    /// <summary>Makes a new card for an expert whom the first did not bring in.</summary>
    /// <param name="expert">The place.</param>
    /// <param name="act">Proof of who asked.</param>
    /// <exception cref="RuleBrokenException">Somebody else asked, or somebody came in with it.</exception>
    public void NewCard(SeatNumber expert, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var seat = SeatAt(expert);
        Require(seat is { IsExpert: true } && seat.AddedBy == act.By.Number, CommonRules.OwnOnly);
        Require(seat.Person is null && !_invitations.Exists(one => one.For == expert && one.JoinedAt is not null), InvitationRules.NoWayInYet);
        Card(seat, act);
    }

    internal Seat SeatExpert(string? name, string? does, Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(Words.Tidy(name) is not null, ConsultRules.ExpertHasName);
        Require(Words.Tidy(does) is not null, ConsultRules.ExpertDoes);
        RequireName(name, false, act.At);
        Require(_seats.Count < SeatSet.Most - KeptForProfessionals - KeptForOthersThan(act.By), ConsultRules.NotMoreExperts);
        Require(_seats.Count(seat => seat.IsExpert && seat.AddedBy == act.By.Number) < MostExperts, ConsultRules.NotMoreExperts);
        var seat = Sit(null, name, Words.Needed(does, Words.Name), SeatSide.Expert, AgeGroup.Adult, null, act.At, act.By.Number);
        Record(act, Deed.ExpertSeated, seat.Id.Value);
        Card(seat, act);
        return seat;
    }

    // The place stays, so that what was said keeps its name; whoever sat there comes in no more, and a card leads nowhere.
    internal void LetGo(SeatNumber expert, Act act)
    {
        var seat = SeatAt(expert);
        Require(seat.IsExpert, CommonRules.ProofFits);
        _invitations.RemoveAll(one => one.For == expert && one.JoinedAt is null);
        if (seat.Person is not null)
        {
            Replace(seat, null);
        }

        Record(act, Deed.ExpertGone, seat.Id.Value);
    }

    // Who has a place here already is not asked from a distance; and who holds the card does not hear that it is this table.
    private bool MayAdvise(Seat expert, PersonId? person, DateTimeOffset at) =>
        EndedAt is null && !HasNoAsker(expert, at) && (person is null || SeatOf(person.Value) is null);

    // Whoever asked has to sit here: that is asked each time, so that it holds at the next request.
    private bool HasNoAsker(Seat expert, DateTimeOffset at) => expert.AddedBy is not { } asker || SeatAt(asker).Person is null || IsOver(SeatAt(asker), at);

    private void Card(Seat expert, Act act)
    {
        _invitations.RemoveAll(one => one.For == expert.Number);
        var card = new Invitation(InvitationId.New(), expert.Number, act.By.Number, act.At, "", SeatSet.None);
        _invitations.Add(card);
        Record(act, Deed.InvitationMade, card.Id.Value);
    }
}
