using Keukentafel.Domain.NotKnowing;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.NotKnowing;

/// <summary>Somebody chooses a day to look again (R85). When it comes it is a gentle question, and nothing follows from it (R86).</summary>
public static class ChooseLookAgain
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<NotKnown>
    {
        Name = "look-again",
        Heading = "notknowing.look-again",
        May = (_, _) => true,
        Page = ChooseLookAgainView.Create,
        Do = (page, typed, visit) => page.LookAgainAt(typed.Day("day"), visit.Act),
        Told = "notknowing.look-told",
        Next = (asked, _) => $"/tables/{asked.Circle}/not-known/{asked.Id}",
    }.Map(app);
}
