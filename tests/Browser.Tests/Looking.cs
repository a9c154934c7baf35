using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Looks at a page as somebody who hears it, or has a narrow phone.</summary>
internal static class Looking
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Axe comes into a page once and looks at it as often as the page changes its width.
    private const string Look =
        """
        () => axe.run(document, {
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
          resultTypes: ['violations'],
        }).then(found => found.violations.flatMap(rule => rule.nodes.slice(0, 2).map(node => rule.id + ' ' + node.html)))
        """;

    /// <summary>Looks at a page at some widths, and says what stands in somebody's way.</summary>
    /// <param name="page">The page.</param>
    /// <param name="what">Which page this is, and for whom.</param>
    /// <param name="widths">At which widths, in pixels.</param>
    /// <param name="wrong">To what is found, it is added.</param>
    /// <returns>How many looks.</returns>
    public static async Task<int> LookAsync(this IPage page, string what, int[] widths, List<string> wrong)
    {
        await page.EvaluateAsync(Axe);
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 800);

            // What slid halfway under the head that stays in sight would count as too small to press.
            await page.EvaluateAsync("() => window.scrollTo(0, 0)");
            wrong.AddRange((await page.EvaluateAsync<string[]>(Look)).Select(found => $"{what} {width}: {found}"));
            var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0)
            {
                wrong.Add($"{what} {width}: runs {over} px off the side");
            }
        }

        return widths.Length;
    }
}
