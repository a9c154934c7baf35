using Keukentafel.Domain.Wishes;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Wishes;

/// <summary>Who promised an answer notes what was said; "we don't know" with what would make it possible is one (R14, INV-53).</summary>
public static class AnswerWish
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<Wish>
    {
        Name = "answer-wish",
        Heading = "wishes.answer",
        May = (wish, me) => wish.By != me.Number,
        Page = AnswerWishView.Create,
        Do = (wish, typed, visit) =>
            wish.AnswerWish(typed["words"], typed.Is("told"), typed.Is("dont-know"), typed["possible"], visit.Act),
        Told = "wishes.answer-told",
    }.Map(app);
}
