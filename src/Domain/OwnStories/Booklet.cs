using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Wishes;

namespace Keukentafel.Domain.OwnStories;

/// <summary>A chapter of a booklet.</summary>
public enum BookletChapter
{
    /// <summary>What goes well.</summary>
    Good = 1,

    /// <summary>What was wished.</summary>
    Wishes = 2,

    /// <summary>What helps, and what protects.</summary>
    Helps = 3,

    /// <summary>Goals and agreements.</summary>
    Agreed = 4,
}

/// <summary>
/// A booklet (ons boekje) to keep on paper: the own good words, wishes, agreements and drawings. It lies about in a house, so nothing is in it that not
/// everybody at the table may read, and no worry, fact, suspicion or opinion about anybody. A child's words are in another's booklet only with its yes (R7).
/// </summary>
public static class Booklet
{
    /// <summary>In which chapter something stands; null for what is in no booklet.</summary>
    /// <param name="thing">What.</param>
    public static BookletChapter? ChapterOf(Contribution thing) => thing switch
    {
        GoodThing => BookletChapter.Good,
        Wish => BookletChapter.Wishes,
        Help or Protection => BookletChapter.Helps,
        Goal or Agreement => BookletChapter.Agreed,
        _ => null,
    };

    /// <summary>Whether something is in somebody's booklet.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="thing">What.</param>
    /// <param name="me">Whose booklet.</param>
    public static bool Takes(Circle circle, Contribution thing, Seat me) =>
        ChapterOf(thing) is not null && thing is { IsTakenBack: false, WaitsToBeReadBack: false, Audience.Group: Readers.Everyone }
        && TakesWordsOf(circle, circle.SeatAt(thing.By), me);

    /// <summary>Whether words that somebody said to the whole table are in another's booklet: grown-ups take their own along.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="speaker">Who said them.</param>
    /// <param name="me">Whose booklet.</param>
    public static bool TakesWordsOf(Circle circle, Seat speaker, Seat me) =>
        speaker.Number == me.Number || (speaker.IsChildOfTheTable && circle.LetsGo(speaker, me));

    /// <summary>What was answered to a wish of whose booklet it is: never of a parent who lives apart from them (T20), of a child only with its yes.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="thing">The wish; of anything else there is nothing.</param>
    /// <param name="me">Whose booklet.</param>
    public static IEnumerable<WishAnswer> AnswersTo(Circle circle, Contribution thing, Seat me) => thing is Wish wish && wish.By == me.Number
        ? wish.WishAnswers.Where(answer => answer.Words is not null && circle.LetsGo(circle.SeatAt(answer.By), me) && !circle.ApartFrom(me).Has(answer.By))
        : [];
}
