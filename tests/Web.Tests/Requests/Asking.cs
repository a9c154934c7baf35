using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Requests;

/// <summary>Asking the team of Kanaalwijk, coming back, and answering, through HTTP.</summary>
internal static class Asking
{
    public const string Form = "main form[action$='/ask']";
    public const string Send = "main form[action$='/ask/send']";
    public const string Back = "main form[action$='/ask/back']";
    public const string Become = "main form[action$='/ask/back/table']";

    public static async Task ReadAsync(Visitor visitor, string words, string word = "")
    {
        await visitor.GetAsync("/ask");
        await visitor.PressAsync(Form, "You", ("helps-words", words));
        await visitor.PressAsync(Form, ("team", Near(visitor)), ("word", word));
    }

    public static async Task<string> AskAsync(Visitor visitor, string words, string word = "")
    {
        await ReadAsync(visitor, words, word);
        await visitor.PressAsync(Send);
        return visitor.Page.QuerySelector(".way-in-code")!.TextContent;
    }

    public static async Task BackAsync(Visitor visitor, string code, string word)
    {
        await visitor.GetAsync("/ask/back");
        await visitor.PressAsync(Back, ("code", code), ("word", word));
    }

    public static string Near(Visitor visitor) => visitor.Page.QuerySelectorAll("#team .tile")
        .First(tile => tile.TextContent.Contains("Kanaalwijk", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;

    public static string LinkOf(Visitor visitor, string words) => visitor.Page.QuerySelectorAll(".ask-lines li")
        .First(one => one.TextContent.Contains(words, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;

    public static string ProofOf(Visitor visitor) => visitor.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!;

    /// <summary>Somebody of the team opens what was asked, and answers.</summary>
    public static async Task<string> AnswerAsync(Visitor worker, string words)
    {
        await worker.GetAsync("/requests");
        await worker.GetAsync(LinkOf(worker, words));
        var one = worker.Path;
        await worker.PressAsync($"main form[action='{one}']", ("words", "Ik bel je om tien uur."), ("name", "Samira"), ("reach-words", "06 12 34 56 78"));
        return one;
    }

    /// <summary>Somebody of the team answers, and offers to come to a table.</summary>
    public static async Task<string> OfferAsync(Visitor worker, string words)
    {
        var one = await AnswerAsync(worker, words);
        await worker.GetAsync(worker.Page.QuerySelector($"main a[href='{one}/offer']")!.GetAttribute("href")!);
        await worker.PressAsync(
            $"main form[action='{one}/offer']", ("what", "helpt met de ochtenden"), ("goal-words", "Dat jullie rustig de deur uit gaan."), ("adds-words", "Ik kan er om zeven uur zijn."),
            ("day", Ahead.Days(42)), ("writes-words", "De dagen waarop ik kom, voor mijn werk."));
        return one;
    }
}
