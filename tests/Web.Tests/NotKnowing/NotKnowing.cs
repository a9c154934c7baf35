using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.NotKnowing;

/// <summary>Steps that several tests about not knowing take, by pressing.</summary>
internal static class NotKnowing
{
    /// <summary>Begins something that is looked at together.</summary>
    /// <param name="who">Who, standing at a table.</param>
    /// <param name="where">not-known or incidents, with what the address asks.</param>
    /// <param name="words">What it is about.</param>
    /// <param name="more">What else is filled in.</param>
    /// <returns>The address of its page.</returns>
    public static async Task<string> BeginAsync(this Visitor who, string where, string words, params (string Name, string? Value)[] more)
    {
        await who.GetAsync($"{who.Table}/{where}");
        await who.PressAsync("form.composer", [("words", words), .. more]);
        return who.Path;
    }

    /// <summary>The address under which something is done with it.</summary>
    /// <param name="page">The address of its page.</param>
    public static string Thing(this string page) =>
        page.Replace("/not-known/", "/things/", StringComparison.Ordinal).Replace("/incidents/", "/things/", StringComparison.Ordinal);

    /// <summary>Says something there.</summary>
    /// <param name="who">Who.</param>
    /// <param name="page">The address of its page.</param>
    /// <param name="act">What, as in the address.</param>
    /// <param name="typed">What is filled in.</param>
    public static async Task SayThereAsync(this Visitor who, string page, string act, params (string Name, string? Value)[] typed)
    {
        await who.GetAsync($"{page.Thing()}/{act}");
        await who.PressAsync("form.composer", typed);
    }
}
