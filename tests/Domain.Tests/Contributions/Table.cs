using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Tests.Contributions;

/// <summary>A table of a mother, a child, a grandmother and a guest, with a clock that goes a minute with each act.</summary>
internal sealed class Table
{
    private readonly PersonId _mother = PersonId.New();
    private readonly PersonId _child = PersonId.New();
    private readonly PersonId _grandmother = PersonId.New();
    private readonly PersonId _guest = PersonId.New();
    private DateTimeOffset _now = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    public Table()
    {
        Circle = Circle.Start(_mother, "Esra", "mama", AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, _now);
        var host = Circle.Admit(_mother, Permission.Host, _now)!;
        Circle.GiveWayIn(Circle.Seats[1].Id, _child, host);
        Circle.Add(_grandmother, "Fatma", "oma", SeatSide.Network, AgeGroup.Adult, null, host);
        Circle.AddFromBefore(_guest, "Samira", null, null, host);
    }

    public Circle Circle { get; }

    public DateTimeOffset Now => _now;

    public Act Mother => ActOf(_mother);

    public Act Child => ActOf(_child);

    public Act Grandmother => ActOf(_grandmother);

    public Act Guest => ActOf(_guest);

    public Act ReadsOnly => Circle.Admit(_mother, Permission.Read, _now)!;

    public static RuleBrokenException Refuses(Rule rule, Action act)
    {
        var broken = Assert.Throws<RuleBrokenException>(act);
        Assert.Equal(rule, broken.Rule);
        return broken;
    }

    public void Pass(TimeSpan time) => _now += time;

    private Act ActOf(PersonId person)
    {
        _now = _now.AddMinutes(1);
        return Circle.Admit(person, Permission.Speak, _now)!;
    }
}
