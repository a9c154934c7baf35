using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Views;

namespace Keukentafel.Domain.Tests.Views;

/// <summary>A small invented table: a mother, two children, a grandmother, and a teacher as a guest.</summary>
internal sealed class Family
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, PersonId> _people = [];

    public Family()
    {
        Circle = Circle.Start(
            Known("Esra"), "Esra", "mama", AgeGroup.Adult, null,
            [new ChildAtStart("Amir", AgeGroup.Child), new ChildAtStart("Lina", AgeGroup.Child)], false, Start);
        Circle.GiveWayIn(Seat("Amir").Id, Known("Amir"), Circle.Admit(_people["Esra"], Permission.Host, Start)!);
        Add("Fatma", SeatSide.Network);
        Add("Bo", SeatSide.Guest);
    }

    public Circle Circle { get; }

    public Seat Seat(string name) => Circle.Seats.Single(seat => seat.Name == name);

    public Act Act(string name, Permission permission = Permission.Speak, int day = 0) =>
        Circle.Admit(_people[name], permission, Start.AddDays(day))!;

    public View View(string by, string? safe, string? growing = null, Audience? readers = null, string child = "Amir", int day = 0) =>
        Domain.Views.View.Lay(Circle, Seat(child).Id, safe, false, growing, false, null, null, readers ?? Audience.Everyone, Act(by, day: day));

    public Seat Add(string name, SeatSide side)
    {
        var host = Circle.Admit(_people["Esra"], Permission.Host, Start)!;
        return side == SeatSide.Guest
            ? Circle.AddFromBefore(Known(name), name, null, null, host)
            : Circle.Add(Known(name), name, null, side, AgeGroup.Adult, null, host);
    }

    private PersonId Known(string name) => _people[name] = PersonId.New();
}
