using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.Tests.Statements;

/// <summary>A small table: a mother, her son of eight, a grandmother and a professional.</summary>
internal sealed class Table
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, PersonId> _people = [];

    public Table()
    {
        _people["Esra"] = PersonId.New();
        Circle = Circle.Start(_people["Esra"], "Esra", "mama", AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, Now);
        var host = Circle.Admit(_people["Esra"], Permission.Host, Now)!;
        _people["Amir"] = PersonId.New();
        Circle.GiveWayIn(Circle.Children.First().Id, _people["Amir"], host);
        Sit("Fatma", SeatSide.Network, host);
        Sit("Bo", SeatSide.Guest, host);
        Sit("Joris", SeatSide.Guest, host);
    }

    public Circle Circle { get; }

    public Act By(string name, DateTimeOffset? at = null) => Circle.Admit(_people[name], Permission.Speak, at ?? Now)!;

    public Seat Seat(string name) => Circle.SeatOf(_people[name])!;

    public SeatSet Only(params IEnumerable<string> names) => SeatSet.Of(names.Select(name => Seat(name).Number));

    public Statement Lay(
        string by, Knowing? knowing = Knowing.WasThere, string? source = null, string? sourceWords = null, string? about = null, Audience? audience = null,
        string words = "De deur stond open.") => Statement.Lay(
            Circle, words, knowing is { } how ? new Source(how, source is null ? null : Seat(source).Number, sourceWords) : null,
            about is null ? SeatSet.None : Only(about), null, null, audience ?? Audience.Everyone, By(by));

    public static void Breaks(Rule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);

    private void Sit(string name, SeatSide side, Act host)
    {
        _people[name] = PersonId.New();
        _ = side == SeatSide.Guest
            ? Circle.AddFromBefore(_people[name], name, null, null, host)
            : Circle.Add(_people[name], name, null, side, AgeGroup.Adult, null, host);
    }
}
