using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Invitations;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Invitations;

/// <summary>On somebody's page, for a host: whether they can come in, and the card with which they will.</summary>
/// <param name="Circle">The table.</param>
/// <param name="Me">The host who looks.</param>
/// <param name="Seat">Whose page.</param>
/// <param name="Frame">The frame of the page.</param>
public sealed record WayIn(Circle Circle, Seat Me, Seat Seat, Frame Frame)
{
    /// <summary>The address of the person's page.</summary>
    public string Address => $"/tables/{Circle.Id.Value}/people/{Seat.Id.Value}";

    /// <summary>Whether this host can make a card.</summary>
    public bool MayInvite => Circle.MayInvite(Me, Seat);

    /// <summary>From which day on a card can be made, as long as that is still to come; null for now.</summary>
    public DateOnly? From => Circle.ComesFrom(Seat, Days.Of(Frame.Now));

    /// <summary>Who alone makes the card, when that is another; null when it is this host, or nobody in particular.</summary>
    public Seat? Giver => Seat.Person is null && Circle.InviterOf(Seat) is { } giver && giver != Me.Number ? Circle.SeatAt(giver) : null;

    /// <summary>Whether this host is asked whether this person may come in as a host.</summary>
    public bool AsksMe => Circle.IsAskedToAgree(Me, Seat);

    /// <summary>Whether this host said "rather not".</summary>
    public bool SaidNo => Circle.RatherNot(Seat.Number).Has(Me.Number);

    /// <summary>Whether this host agreed.</summary>
    public bool Agreed => Circle.AgreedTo(Seat.Number).Has(Me.Number);

    /// <summary>Whether other hosts must agree before this host makes a card. Who did not is not said, so that nobody is pressed (T20).</summary>
    public bool WaitsForHosts => Giver is null && Circle.WaitsForHosts(Seat).Any();

    /// <summary>This host's own invitation.</summary>
    public Invitation? Mine => Circle.InvitationFor(Seat.Number, Me.Number);

    /// <summary>Which other hosts invited this person: that they did, never their words.</summary>
    public IReadOnlyList<string> Others => [.. Circle.OthersWhoInvited(Seat.Number, Me.Number, Frame.Now).Select(host => host.Name)];

    /// <summary>The invitation with which this person came in; null for another way.</summary>
    public Invitation? Came => Circle.Invitations.FirstOrDefault(one => one.For == Seat.Number && one.JoinedAt is not null);
}
