using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Reflections;

/// <summary>A table whose guest can be its face, and a colleague away from it.</summary>
internal sealed class Along
{
    private static readonly IReadOnlyDictionary<ReflectionAsk, string?> Something =
        Enum.GetValues<ReflectionAsk>().ToDictionary(ask => ask, ask => (string?)$"Iets over {ask}.");

    public Table Table { get; } = new();

    public Circle Circle => Table.Circle;

    public PersonId Wil { get; } = PersonId.New();

    /// <summary>The mother as host.</summary>
    public Act Host => For(Table.Mother, Permission.Host);

    /// <summary>The colleague; only once a host said yes.</summary>
    public Act Colleague => Circle.Admit(Wil, Permission.Reflect, Table.Guest.At)!;

    public SeatId Guest => Circle.Seats.First(seat => seat.IsGuest).Id;

    public CentralFigure Figure => Circle.Figures.Single();

    public Along Asked()
    {
        Circle.AskFigure(Guest, Host);
        return this;
    }

    public Along Named()
    {
        Circle.NameColleague(Wil, "Wil", "werkt op een andere groep", "Wil kijkt of het anders kan.", Table.Guest);
        return this;
    }

    public Along Agreed()
    {
        Circle.AgreeWithColleague(true, Figure.Turn, Host);
        return this;
    }

    /// <summary>A table with an active central figure.</summary>
    public Along Active()
    {
        Asked().Named().Agreed();
        Circle.AcceptToReflect(true, Colleague);
        return this;
    }

    public Act For(Act act, Permission permission) => Circle.Admit(act.Person, permission, act.At)!;

    public Statement Said(string words, Act act, Audience? audience = null, SeatSet about = default) =>
        Statement.Lay(Circle, words, new Source(Knowing.WasThere, null, null), about, null, null, audience ?? Audience.Everyone, act);

    public Reflection Start(params IReadOnlyList<Statement> sentences) =>
        Reflection.Start(Circle, "Is Amir hier rustig?", SeatSet.None, sentences, null, Table.Guest);

    public void Say(Reflection reflection, ReflectionTurn turn, ReflectionOutcome? outcome = null) => reflection.Say(
        Circle, turn, Something, false, outcome, turn is ReflectionTurn.FirstReading or ReflectionTurn.Counter ? Colleague : Table.Guest);

    /// <summary>Takes the turns up to and with one of them.</summary>
    public Reflection Upto(Reflection reflection, ReflectionTurn turn)
    {
        reflection.LetRead(Circle, Table.Mother);
        foreach (var one in Enum.GetValues<ReflectionTurn>().Where(one => one <= turn))
        {
            Say(reflection, one, one == ReflectionTurn.Conclusion ? ReflectionOutcome.Keep : null);
        }

        return reflection;
    }
}
