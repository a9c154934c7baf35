using Keukentafel.Data.Circles;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Children;

/// <summary>Every address of the own page of a child (R11), and of a young person (J2). To anybody else these are not there.</summary>
public static class ChildrenArea
{
    /// <summary>The field that says that a child pressed this on its own page, and goes back to it.</summary>
    public const string FromMine = "mine";

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeMine.Map(app);
        SayMine.Map(app);
        HearThing.Map(app);
        SayAloud.Map(app);
        ChooseLock.Map(app);
        ShutDrawer.Map(app);
        SeeMyPlace.Map(app);
        ChooseSupporter.Map(app);
        SayToCoordinator.Map(app);
    }

    /// <summary>The address of a child's own page.</summary>
    /// <param name="circle">At which table.</param>
    public static string AddressOf(Guid circle) => $"/tables/{circle}/mine";

    /// <summary>Where somebody sits down at a table: a child at the own page.</summary>
    /// <param name="table">The table.</param>
    public static string LandingOf(TableCard table) =>
        table.Me.Age == AgeGroup.Child ? AddressOf(table.Id.Value) : $"/tables/{table.Id.Value}{(table.Me.IsColleague ? "/along" : table.Me.IsExpert ? "/advise" : "")}";

    /// <summary>These pages are a child's own: for anybody else there is no such page.</summary>
    /// <param name="me">Who asks.</param>
    /// <exception cref="RefusedException">It is no child.</exception>
    internal static void OnlyForAChild(Seat me)
    {
        if (me.Age != AgeGroup.Child)
        {
            throw new RefusedException();
        }
    }
}

/// <summary>What a page of a child has around it.</summary>
/// <param name="Frame">What every page has.</param>
/// <param name="Circle">The table.</param>
/// <param name="Me">The child.</param>
/// <param name="IsShut">Whether the drawer is shut.</param>
public sealed record ChildFrame(Frame Frame, Circle Circle, Seat Me, bool IsShut = false)
{
    /// <summary>The address of the own page.</summary>
    public string Address => ChildrenArea.AddressOf(Circle.Id.Value);

    /// <summary>Whether there is a lock on it.</summary>
    public bool HasLock => Circle.LockOf(Me.Number) is not null;
}
