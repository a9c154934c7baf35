using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Decisions;

/// <summary>Steps that several tests of deciding take, by pressing.</summary>
internal static class Deciding
{
    /// <summary>Puts a light question.</summary>
    /// <param name="who">Who asks, standing at a table.</param>
    /// <param name="question">The question.</param>
    /// <param name="chosen">What is chosen.</param>
    /// <param name="more">What else is filled in.</param>
    /// <returns>The address of its page.</returns>
    public static async Task<string> AskAsync(this Visitor who, string question, string chosen, params (string Name, string? Value)[] more)
    {
        await who.GetAsync(who.Table + "/decisions/new");
        await who.PressAsync("form.composer", [("words", question), ("chosen-words", chosen), .. more]);
        return who.Path;
    }

    /// <summary>Goes through the talk that opens a heavy step.</summary>
    /// <param name="who">Who asks, standing at a table.</param>
    /// <param name="question">The question.</param>
    /// <param name="named">Who takes part; nobody for everybody.</param>
    /// <returns>The address of its page.</returns>
    public static async Task<string> AskHeavyAsync(this Visitor who, string question, params string[] named)
    {
        await who.GetAsync(who.Table + "/decisions/heavy");
        await who.PressAsync("form.composer", ("words", question));
        await who.PressAsync("form.composer", ("heavy", "Placement"));
        await who.PressAsync("form.composer", [.. named.Select(name => ("named", (string?)name))]);
        return who.Path;
    }

    /// <summary>The address under which something is done with a decision.</summary>
    /// <param name="page">The address of its page.</param>
    public static string Act(this string page) => page.Split('?')[0].Replace("/decisions/", "/things/", StringComparison.Ordinal);

    /// <summary>Does something with a decision.</summary>
    /// <param name="who">Who.</param>
    /// <param name="page">The address of its page.</param>
    /// <param name="act">What, as in the address.</param>
    /// <param name="typed">What is filled in.</param>
    public static async Task DoAsync(this Visitor who, string page, string act, params (string Name, string? Value)[] typed)
    {
        await who.GetAsync($"{page.Act()}/{act}");
        await who.PressAsync("form.composer", typed);
    }

    /// <summary>Says all that a heavy step needs, but for what the child says.</summary>
    /// <param name="who">Who says it.</param>
    /// <param name="page">The address of the decision's page.</param>
    public static async Task HelpDecideAsync(this Visitor who, string page)
    {
        foreach (var aid in new[] { "Network", "Kinds", "Views", "Dissent", "Standing", "Learning" })
        {
            await who.DoAsync(page, "help-decide?aid=" + aid, ("words", "Over " + aid + " is gepraat."));
        }

        await who.DoAsync(page, "help-decide?aid=Knowing", ("words", "Hij slaapt slecht."), ("not-known-words", "Waar dat van komt."));
        foreach (var kind in new[] { "Adult", "SupportOnly" })
        {
            await who.DoAsync(page, "option", ("words", "De weg " + kind + "."), ("kind", kind));
        }

        foreach (var kind in new[] { "Network", "NothingNew" })
        {
            await who.DoAsync(page, "why-not?kind=" + kind, ("words", "Dat kan nu niet: " + kind + "."));
        }

        await who.DoAsync(page, "propose", ("words", "Jayden gaat drie weken naar opa."));
    }
}
