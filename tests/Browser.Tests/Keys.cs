using System.Text.Json;
using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Somebody without a mouse: only keys, and at every stop one sees where one is.</summary>
/// <param name="page">The window.</param>
internal sealed class Keys(IPage page)
{
    // How everything looks on which one can stand while one stands nowhere; and then how the one does on which one stands.
    private const string Look =
        """
        () => {
          const drawn = one => { const s = getComputedStyle(one); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow].join(' | '); };
          const around = one => [one, one.closest('label')].filter(found => found);
          const kept = window.keysKept ??= new WeakMap();
          const now = document.activeElement;
          for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
            for (const each of around(one)) {
              if (!kept.has(each) && !each.contains(now)) {
                kept.set(each, drawn(each));
              }
            }
          }
          if (!now || now === document.body) {
            return null;
          }
          const ring = around(now).find(each => {
            const s = getComputedStyle(each);
            const outline = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 && !/, 0\)$/.test(s.outlineColor);
            return (outline || s.boxShadow !== 'none') && drawn(each) !== kept.get(each);
          });
          const box = (ring ?? now).getBoundingClientRect();
          const on = document.elementFromPoint(Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
          const number = [...document.querySelectorAll('*')].indexOf(now);
          return {
            what: now.tagName.toLowerCase() + (now.name ? '[name=' + now.name + ']' : '') + ' “' + (now.innerText || now.value || '').slice(0, 40) + '”',
            number, ringed: !!ring, inSight: box.bottom > 0 && box.top < innerHeight && !!on && ((ring ?? now).contains(on) || on.contains(ring ?? now)),
            top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left,
            drawing: !!now.closest('.table-drawing'), place: now.closest('header, main, footer')?.tagName ?? 'BODY',
          };
        }
        """;

    /// <summary>What is wrong with the stops so far.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>How many stops were looked at.</summary>
    public int Stops { get; private set; }

    /// <summary>Goes on with Tab until it stands on what was looked for, opening what that is folded away in.</summary>
    /// <param name="selector">Finds it.</param>
    /// <param name="key">Tab, or Shift+Tab to go back.</param>
    public async Task ToAsync(string selector, string key = "Tab")
    {
        await LookAsync();
        for (var presses = 0; presses < 120; presses++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            if (await page.EvaluateAsync<bool>(
                "selector => document.activeElement.matches('details:not([open]) > summary') && !!document.activeElement.parentElement.querySelector(selector)", selector))
            {
                await page.Keyboard.PressAsync("Enter");
            }

            await page.Keyboard.PressAsync(key);
            await LookAsync();
        }

        Assert.Fail($"Nobody gets to {selector} on {page.Url} with {key}.");
    }

    /// <summary>Goes to a link or button and presses Enter; another page comes.</summary>
    /// <param name="selector">Finds it.</param>
    public async Task EnterAsync(string selector)
    {
        await ToAsync(selector);
        var there = new TaskCompletionSource();
        page.Load += Loaded;
        await page.Keyboard.PressAsync("Enter");
        await there.Task.WaitAsync(TimeSpan.FromSeconds(20));
        page.Load -= Loaded;

        void Loaded(object? sender, IPage loaded) => there.TrySetResult();
    }

    /// <summary>Goes to a field and types.</summary>
    /// <param name="selector">Finds it.</param>
    /// <param name="words">What is typed.</param>
    public async Task TypeAsync(string selector, string words)
    {
        await ToAsync(selector);
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Goes to a group of choices and down it with the arrow until the one that is wanted.</summary>
    /// <param name="name">The group.</param>
    /// <param name="value">The one that is wanted.</param>
    public async Task ChooseAsync(string name, string value)
    {
        await ToAsync($"input[name='{name}']");
        for (var presses = 0; presses < 20; presses++)
        {
            if (await page.EvaluateAsync<bool>("wanted => document.activeElement.value === wanted", value))
            {
                await page.Keyboard.PressAsync("Space");
                Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.checked"));
                return;
            }

            await page.Keyboard.PressAsync("ArrowDown");
            await LookAsync();
        }

        Assert.Fail($"No arrow leads to {value}.");
    }

    /// <summary>Walks a whole page from where one stands to its end and back: nothing holds on to whoever comes by, each stop stands after the one before.</summary>
    public async Task WalkAsync()
    {
        var there = await WholeWayAsync("Tab");
        for (var at = 1; at < there.Count; at++)
        {
            var (from, to) = (there[at - 1], there[at]);

            // Round the drawn table people sit in the order of their seats; a column to the right begins at the top again.
            if (from.Number > to.Number)
            {
                Wrong.Add($"{page.Url}: {to.What} comes after {from.What}, and stands before it in the page");
            }
            else if (from.Place == to.Place && !from.Drawing && !to.Drawing && to.Bottom <= from.Top + 1 && to.Left <= from.Left)
            {
                Wrong.Add($"{page.Url}: {to.What} comes after {from.What}, and stands above it on the screen");
            }
        }

        var back = await WholeWayAsync("Shift+Tab");
        Assert.True(back.Count >= there.Count - 1, $"{there.Count} stops there and {back.Count} back on {page.Url}");
        Assert.True(back[^1].Number <= there[0].Number, $"Going back on {page.Url} ends on {back[^1].What}");
    }

    /// <summary>The sentence that says what to mend is where one is: told by the field one stands in, or in sight at the page's begin.</summary>
    /// <param name="words">Some of it.</param>
    public async Task AssertSaysAsync(string words)
    {
        var told = await page.EvaluateAsync<string>(
            "() => (document.activeElement.getAttribute('aria-describedby') ?? '').split(' ').map(id => document.getElementById(id)?.innerText ?? '').join(' ')");
        if (told.Contains(words, StringComparison.Ordinal))
        {
            await LookAsync();
            return;
        }

        var alert = page.Locator("main [role=alert]", new PageLocatorOptions { HasText = words });
        Assert.Equal(1, await alert.CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement === document.body && scrollY === 0"), $"One stands somewhere else than at the begin of {page.Url}.");
        var box = await alert.BoundingBoxAsync();
        Assert.True(box!.Y + box.Height <= page.ViewportSize!.Height, $"{words} is not in sight on {page.Url}");
    }

    // Until the browser itself is next, or the first stop comes again.
    private async Task<IReadOnlyList<Stop>> WholeWayAsync(string key)
    {
        var stops = new List<Stop>();
        for (var presses = 0; presses < 250; presses++)
        {
            await page.Keyboard.PressAsync(key);
            if (await LookAsync() is not { } stop)
            {
                if (stops.Count > 0)
                {
                    return stops;
                }

                continue;
            }

            if (stops.Count > 0 && (stop.Number == stops[^1].Number || stop.Number == stops[0].Number))
            {
                Assert.True(stop.Number == stops[0].Number && stops.Count > 1, $"{stop.What} on {page.Url} holds on to whoever comes by with {key}");
                return stops;
            }

            stops.Add(stop);
        }

        throw new InvalidOperationException($"There is no end to {page.Url}.");
    }

    private async Task<Stop?> LookAsync()
    {
        var seen = await page.EvaluateAsync<JsonElement?>(Look);
        if (seen is not { ValueKind: JsonValueKind.Object } found || found.Deserialize<Stop>(JsonSerializerOptions.Web) is not { } stop)
        {
            return null;
        }

        Stops++;
        if (!stop.Ringed)
        {
            Wrong.Add($"{page.Url}: nothing shows that one stands on {stop.What}");
        }

        if (!stop.InSight)
        {
            Wrong.Add($"{page.Url}: {stop.What} is not in sight while one stands on it");
        }

        return stop;
    }

    private sealed record Stop(string What, int Number, bool Ringed, bool InSight, double Top, double Bottom, double Left, bool Drawing, string Place);
}
