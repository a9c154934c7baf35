using Keukentafel.Domain.Wishes;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Wishes;

/// <summary>"I will answer": who says so is asked to tell it in person first, and to note afterwards what was said (R14).</summary>
public static class PromiseAnswer
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<Wish>
    {
        Name = "promise",
        Heading = "wishes.promise",
        May = (wish, me) => wish.By != me.Number,
        Page = PromiseAnswerView.Create,
        Do = (wish, _, visit) => wish.PromiseAnswer(visit.Act),
        Told = "wishes.promise-told",
        Next = (asked, typed) => typed.Is("told") ? asked.Address + "/answer-wish?told=yes" : asked.Address,
    }.Map(app);
}
