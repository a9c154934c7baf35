using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Plans;

/// <summary>What people do with the plan in these tests, by pressing.</summary>
internal static class Plan
{
    /// <summary>Lays something in the plan.</summary>
    /// <param name="who">Who, standing at a table.</param>
    /// <param name="what">What: goal, agreement, condition, advice.</param>
    /// <param name="typed">What is filled in.</param>
    /// <returns>The address of its page.</returns>
    public static async Task<string> LayInPlanAsync(this Visitor who, string what, params (string Name, string? Value)[] typed)
    {
        await who.GetAsync($"{who.Table}/plan/{what}");
        await who.PressAsync("form.composer", typed);
        Assert.EndsWith("/plan", who.Path, StringComparison.Ordinal);
        return who.Page.QuerySelector(".told a")!.GetAttribute("href")!.Replace("/take-back", "", StringComparison.Ordinal);
    }

    /// <summary>Lays an agreement that a neighbour keeps.</summary>
    /// <param name="who">Who, standing at a table.</param>
    /// <param name="words">What is done.</param>
    public static Task<string> AgreeAsync(this Visitor who, string words = "Vrijdag is er soep.") =>
        who.LayInPlanAsync("agreement", ("words", words), ("others-words", "de buurvrouw"));

    /// <summary>Says where somebody stands.</summary>
    /// <param name="who">Who.</param>
    /// <param name="thing">Towards what.</param>
    /// <param name="stance">Where.</param>
    /// <param name="words">Why; may be empty.</param>
    public static async Task StandAsync(this Visitor who, string thing, string stance, string words = "")
    {
        await who.GetAsync(thing + "/stand");
        await who.PressAsync("form.composer", ("stance", stance), ("words", words));
    }
}
