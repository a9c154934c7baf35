using System.Globalization;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Wishes;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Wishes;

/// <summary>Who wished says it again (R14): with one press, or with other words.</summary>
public static class SayWishAgain
{
    /// <summary>The name of the field that holds how often it was said when the button was drawn.</summary>
    public const string Times = "times";

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<Wish>
    {
        Name = "say-again",
        Heading = "wishes.again",
        May = (wish, me) => wish.By == me.Number,
        Page = SayWishAgainView.Create,
        Do = (wish, typed, visit) =>
        {
            // A thumb that presses twice says it once.
            var twice = typed[Times] is { } seen && seen != wish.TimesSaid.ToString(CultureInfo.InvariantCulture) && Words.Tidy(typed["words"]) is null;
            if (!twice || wish.By != visit.Me.Number)
            {
                wish.SayAgain(typed["words"], visit.Act);
            }
        },
        Told = "wishes.again-told",
        Next = (asked, typed) => typed.Is(Children.ChildrenArea.FromMine) ? Children.ChildrenArea.AddressOf(asked.Circle) : asked.Address,
    }.Map(app);
}
