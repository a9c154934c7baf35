using Keukentafel.Web.Wishes;
using Keukentafel.Web.Worries;

namespace Keukentafel.Web.Contributions;

/// <summary>Every address about what lies on a table.</summary>
public static class ContributionsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        LayDown.Map(app);
        OpenThing.Map(app);
        AnswerThing.Map(app);
        SayHowItStands.Map(app);
        CallWorryGone.Map(app);
        SayWishAgain.Map(app);
        PromiseAnswer.Map(app);
        AnswerWish.Map(app);
        SayWhetherHeard.Map(app);
        SayWhereYouStand.Map(app);
        TakeBack.Map(app);
        ChooseReaders.Map(app);
        LayAside.Map(app);
        FindWords.Map(app);
        PrintTable.Map(app);
    }
}
