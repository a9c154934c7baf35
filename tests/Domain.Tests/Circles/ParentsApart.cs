using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Tests.Circles;

/// <summary>A table of Isa, whose parents Sanne and Mark live apart and both host, with a clock that goes a second with each act.</summary>
public abstract class ParentsApart
{
    private protected ParentsApart()
    {
        Circle = Circle.Start(Sanne, "Sanne", "mama", AgeGroup.Adult, null, [new ChildAtStart("Isa", AgeGroup.Young)], true, Now);
        Circle.GiveWayIn(Circle.Seats[1].Id, Isa, Host(Sanne));
        Circle.Add(Mark, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, Host(Sanne));
    }

    private protected Circle Circle { get; }

    private protected PersonId Sanne { get; } = PersonId.New();

    private protected PersonId Mark { get; } = PersonId.New();

    private protected PersonId Isa { get; } = PersonId.New();

    private protected DateTimeOffset Now { get; set; } = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private protected Seat SeatOf(PersonId person) => Circle.SeatOf(person)!;

    private protected Act Host(PersonId person) => Admit(person, Permission.Host);

    private protected Act Speaks(PersonId person) => Admit(person, Permission.Speak);

    private protected Act Admit(PersonId person, Permission permission)
    {
        Now = Now.AddSeconds(1);
        return Circle.Admit(person, permission, Now)!;
    }
}
