using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Talks;

/// <summary>What people do in a talk in these tests, by pressing.</summary>
internal static class TalkSteps
{
    /// <summary>Plans a talk; everybody at the table is asked unless some are named.</summary>
    /// <param name="who">Who, standing at a table.</param>
    /// <param name="words">What it is about.</param>
    /// <param name="invited">The names of who is asked; nobody for everybody.</param>
    /// <returns>The address of the talk.</returns>
    public static async Task<string> PlanAsync(this Visitor who, string words, params string[] invited)
    {
        await who.GetAsync(who.Table + "/talks/new");
        var seats = invited.Select(name => ("who", (string?)Box(who, "who", name))).ToArray();
        await who.PressAsync("form.composer", [("words", words), .. seats]);
        return who.Path;
    }

    /// <summary>Begins a talk; this browser becomes the screen on the table.</summary>
    /// <param name="who">Who begins.</param>
    /// <param name="talk">The talk.</param>
    /// <param name="screen">table or own.</param>
    /// <param name="present">The names of who is there besides.</param>
    public static async Task BeginAsync(this Visitor who, string talk, string screen, params string[] present)
    {
        await who.GetAsync(talk + "/begin");
        await who.SayPresentAsync(screen, present);
    }

    /// <summary>Ticks who is present on the page that asks it, and presses.</summary>
    /// <param name="who">Who presses.</param>
    /// <param name="button">Which button; null for the only one.</param>
    /// <param name="present">The names of who is there besides.</param>
    public static async Task SayPresentAsync(this Visitor who, string? button, params string[] present)
    {
        var form = (IHtmlFormElement)who.Page.QuerySelector("form.composer")!;
        var fields = Visitor.Fields(form).Where(field => field.Key != "present")
            .Concat(present.Select(name => KeyValuePair.Create("present", Box(who, "present", name)))).ToList();
        await who.PostAsync(form.GetAttribute("action")!, button is null ? fields : [.. fields, KeyValuePair.Create("screen", button)]);
    }

    /// <summary>Says something in the talk, with somebody's mug.</summary>
    /// <param name="who">The screen.</param>
    /// <param name="name">Whose mug; null on one's own screen.</param>
    /// <param name="words">The words.</param>
    /// <param name="more">What else is filled in.</param>
    public static Task SayAsync(this Visitor who, string? name, string words, params (string Name, string? Value)[] more) => who.PressAsync(
        "#composer", [("words", words), .. name is null ? Array.Empty<(string, string?)>() : [("voice", Box(who, "voice", name))], .. more]);

    /// <summary>Goes to the next question.</summary>
    /// <param name="who">The screen.</param>
    public static Task NextAsync(this Visitor who) => who.SteerAsync("turn");

    /// <summary>Presses one of the buttons that stand with the words being typed: the last of its kind.</summary>
    /// <param name="who">The screen.</param>
    /// <param name="act">What it does: turn, pause, end.</param>
    /// <param name="typed">What stands in the fields at that moment.</param>
    public static Task SteerAsync(this Visitor who, string act, params (string Name, string? Value)[] typed)
    {
        var button = who.Page.QuerySelectorAll($"button[formaction$='/{act}']")[^1];
        var form = (IHtmlFormElement)who.Page.GetElementById(button.GetAttribute("form")!)!;
        return who.PostAsync(
            button.GetAttribute("formaction")!,
            [
                .. Visitor.Fields(form).Where(field => !typed.Any(given => given.Name == field.Key)),
                .. typed.Select(given => KeyValuePair.Create(given.Name, given.Value ?? "")),
                KeyValuePair.Create(button.GetAttribute("name")!, button.GetAttribute("value")!),
            ]);
    }

    /// <summary>Sets down a mug under a sentence.</summary>
    /// <param name="who">The screen.</param>
    /// <param name="sentence">Words of the sentence.</param>
    /// <param name="name">Whose mug; null on one's own screen.</param>
    /// <param name="stance">Where they stand.</param>
    /// <param name="more">What else is filled in.</param>
    public static async Task StandAsync(this Visitor who, string sentence, string? name, string stance, params (string Name, string? Value)[] more)
    {
        var line = who.Page.QuerySelectorAll(".sheet-line").First(card => card.TextContent.Contains(sentence, StringComparison.Ordinal));
        await who.GetAsync(line.QuerySelector("a[href*='/stand?line=']")!.GetAttribute("href")!);

        // Where only one can say it, nobody is asked who.
        (string, string?)[] mug = name is null || who.Page.QuerySelector("input[type=hidden][name=voice]") is not null ? [] : [("voice", Box(who, "voice", name))];
        await who.PressAsync("form.composer", stance, [.. mug, .. more]);
    }

    /// <summary>The value of somebody's box or mug in a form on this page.</summary>
    /// <param name="who">Who looks.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="name">Whose.</param>
    public static string Box(this Visitor who, string field, string name) => who.Page.QuerySelectorAll($"input[name={field}]")
        .First(box => box.Closest("label")!.TextContent.Trim().Split('\n', ' ')[0] == name).GetAttribute("value")!;
}
