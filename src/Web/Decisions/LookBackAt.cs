using Keukentafel.Domain.Access;
using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>
/// People look back (R80, INV-50): how did it go, are the concerns less, what can be done in another way, what got less nice. One answer is
/// enough, the child is asked first, and a day that went by is only a question.
/// </summary>
public static class LookBackAt
{
    /// <summary>The field of a question.</summary>
    /// <param name="ask">The question.</param>
    public static string FieldOf(LookBackAsk ask) => ask == LookBackAsk.Result ? "words" : ask.ToString().ToLowerInvariant() + "-words";

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new DecisionForm
    {
        Name = "look-back",
        Heading = screen => WordsFor.Reader(screen.Me, "decisions.look-back"),
        May = (decision, _) => decision.IsClosed,
        Page = LookBackAtView.Create,
        Do = at =>
        {
            var answers = Enum.GetValues<LookBackAsk>().ToDictionary(ask => ask, ask => at.Typed[FieldOf(ask)]);
            var says = at.Typed.Is("unknown") || answers.Values.Any(words => Words.Tidy(words) is not null);
            var later = at.Typed.Day("later");
            if (says || later is null)
            {
                at.Decision.LookBackOn(answers, at.Typed.Is("unknown"), at.Visit.Act);
            }

            if (later is { } day)
            {
                at.Decision.LookBackLater(day, at.Visit.Act);
            }

            return Task.CompletedTask;
        },
        Told = "decisions.looked-back",
    }.Map(app);
}
