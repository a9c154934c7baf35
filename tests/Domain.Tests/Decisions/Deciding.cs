using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Decisions;

/// <summary>A table at which a heavy step lies before people.</summary>
internal sealed class Deciding
{
    public Deciding(bool byGuest = false) => Heavy = Decision.Open(
        Table.Circle, "Gaat Amir bij oma wonen?", null, false, HeavyStep.Placement, SeatSet.None, SeatSet.None, null, byGuest ? Table.Guest : Table.Mother);

    public Table Table { get; } = new();

    public Decision Heavy { get; }

    public List<DecisionOption> Options { get; } = [];

    public SeatNumber Child => Table.Circle.Seats[1].Number;

    public static OptionParts Parts(string what, OptionKinds kinds = OptionKinds.None) =>
        new(what, kinds, null, null, null, SeatSet.None, null, null, null, null);

    public DecisionOption Lay(string what, OptionKinds kinds, Act act)
    {
        var option = DecisionOption.Lay(Table.Circle, Heavy, Parts(what, kinds), act);
        Options.Add(option);
        return option;
    }

    /// <summary>Everything that a heavy step needs, except what is named.</summary>
    public Deciding Ready(Aid? without = null, OptionKinds withoutKind = OptionKinds.None, bool childSpeaks = true, bool asksWhatIsLost = true)
    {
        foreach (var aid in Enum.GetValues<Aid>().Where(aid => aid != without && aid is not (Aid.TakesPart or Aid.Options)))
        {
            Heavy.Help(aid, "Hier is over gepraat.", null, null, [], Table.Mother);
        }

        Heavy.Propose("Amir gaat drie weken naar oma.", false, Table.Mother);
        foreach (var kind in Decision.KindsOwed.Where(kind => kind != withoutKind))
        {
            Lay("Een weg.", kind, Table.Mother);
        }

        if (without == Aid.Options)
        {
            Options.RemoveRange(1, Options.Count - 1);
        }

        if (childSpeaks)
        {
            Heavy.TakePosition(Stance.AgreeBut, "als ik mijn bed mag meenemen", null, Table.Child);
        }

        if (asksWhatIsLost)
        {
            Heavy.SayWhatGetsLess(SideEffects.Friends, "Dan zie ik Sem niet.", false, Table.Child);
        }

        return this;
    }

    public void Close(Act act, string? reason = null, string? authority = null, string? rights = null, string? where = null) =>
        Heavy.Close(Table.Circle, Options, reason, authority, rights, where, act);
}
