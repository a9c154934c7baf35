using Keukentafel.Web.Demo;
using Microsoft.Playwright;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>How people of a story make a plan and talk, by pressing.</summary>
public sealed partial class Playing
{
    private async Task LayInPlanAsync(StoryAct act)
    {
        var page = await AtTableAsync(act.By);
        await page.PressAsync($"nav a[href='{Table}/plan']");
        if (act.Do == "notSafe")
        {
            await page.PressAsync($"main a[href='{Table}/plan/not-safe']");
            await page.PressAsync($"main a[href='{Table}/plan/not-safe/later']");
        }
        else
        {
            await page.GotoAsync($"{Table}/plan/{act.Do}{(act.Wish is { } wish ? "?wish=" + ThingId(wish) : "")}");
        }

        foreach (var about in act.About ?? [])
        {
            await page.ChooseAsync("about", SeatId(about));
        }

        foreach (var doer in act.Doers ?? [])
        {
            await page.ChooseAsync("who", SeatId(doer));
        }

        if (act.Way is { } way)
        {
            await page.ChooseAsync("way", Upper(way));
        }

        if (act.Worry is { } worry)
        {
            await page.ChooseAsync("worry", ThingId(worry));
        }

        await page.WriteAsync("words", Say(act.Words));
        await page.WriteAsync("better-words", Say(act.Better));
        await page.WriteAsync("others-words", Say(act.Others));
        await page.WriteAsync("why-words", Say(act.Why));
        await page.WriteAsync("ground-words", Say(act.Ground));
        await page.WriteAsync("consequence-words", Say(act.Consequence));
        await page.WriteAsync("shown-words", Say(act.Shown));
        await page.WriteAsync("look-back", act.ByDay is { } day ? Day(day) : null);
        await ChooseReadersAsync(page, act);
        await page.PressAsync(Pressing.Primary);
        if (!page.Url.EndsWith("/plan", StringComparison.Ordinal))
        {
            await page.GotoAsync(Table + "/plan");
        }

        await RememberAsync(page, act, null);
    }

    private async Task AddToPlanAsync(StoryAct act)
    {
        var page = await AtTableAsync(act.By);
        await page.GotoAsync($"{_things[act.Of!].Address}/{act.Do}");
        if (act.Stance is { } stance)
        {
            await page.ChooseAsync("stance", Upper(stance));
        }

        await page.WriteAsync("words", Say(act.Words));
        await page.WriteAsync("rather-words", Say(act.Rather));
        await page.PressAsync(Pressing.Primary);
    }

    private async Task TalkAsync(StoryAct act)
    {
        if (act.Do == "planTalk")
        {
            await PlanTalkAsync(act);
            return;
        }

        var talk = _things[act.In!].Address;
        var page = windows[act.By].Page;
        switch (act.Do)
        {
            case "point":
                await AtTableAsync(act.By);
                await page.GotoAsync(talk + "/points/new");
                await page.WriteAsync("words", Say(act.Words));
                if (act.Yes)
                {
                    await page.ChooseAsync("first", "yes");
                }

                await page.PressAsync(Pressing.Primary);
                if (act.Id is { } point)
                {
                    var take = page.Locator("main li", new() { HasText = Say(act.Words) }).Locator("a[href$='/take-back']").First;
                    _things[point] = ((await take.GetAttributeAsync("href"))!.Replace("/take-back", "", StringComparison.Ordinal), null);
                }

                break;
            case "beginTalk":
                await AtTableAsync(act.By);
                await page.GotoAsync(talk + "/begin");
                foreach (var who in story.People.Where(who => who.Key != act.By))
                {
                    var box = page.Locator($"main input[name=present][value='{SeatId(who.Key)}']");
                    if (await box.CountAsync() > 0 && await box.IsCheckedAsync() != act.Present!.Contains(who.Key))
                    {
                        await page.Locator($"label.tile:has(input[value='{SeatId(who.Key)}'])").ClickAsync();
                    }
                }

                await page.PressAsync("main button[value=table]");
                break;
            case "endTalk":
                await page.Locator(".table-end summary").ClickAsync();
                await page.PressAsync(".table-end button");
                await page.PressAsync("main a[href='/sign-in']");
                await windows[act.By].ComeInAsync();
                break;
            case "readBack":
                await AtTableAsync(act.By);
                await page.GotoAsync(_things[act.Of!].Address + "/read-back");
                await page.PressAsync(Pressing.Primary);
                break;
            case "standInTalk":
                await page.GotoAsync($"{talk}/stand?line={ThingId(act.Of!)}");
                await page.ChooseAsync("voice", SeatId(act.Voice ?? act.By));
                await page.WriteAsync("words", Say(act.Words));
                await page.WriteAsync("rather-words", Say(act.Rather));
                await page.PressAsync($"main button[name=stance][value='{Upper(act.Stance!)}']");
                await page.UntilAsync("location.pathname.endsWith('/at-table')");
                break;
            default:
                await SayInTalkAsync(page, act);
                break;
        }
    }

    private async Task PlanTalkAsync(StoryAct act)
    {
        var page = await AtTableAsync(act.By);
        await page.GotoAsync(Table + "/talks/new");
        await page.WriteAsync("words", Say(act.Words));
        await page.WriteAsync("day", act.ByDay is { } day ? Day(day) : null);
        await page.WriteAsync("time-words", Say(act.When));
        await page.WriteAsync("where-words", Say(act.Where));
        foreach (var who in act.Present ?? [])
        {
            await page.ChooseAsync("who", SeatId(who));
        }

        await page.PressAsync(Pressing.Primary);
        if (act.Id is { } id)
        {
            _things[id] = (new Uri(page.Url).AbsolutePath, null);
        }
    }

    private async Task SayInTalkAsync(IPage page, StoryAct act)
    {
        var ask = act.Do switch { "sayGood" => "Good", "sayAtPoint" => "Point", "sayOnSheet" => "Sheet", _ => "Steps" };
        for (var turns = 0; turns < 8 && !await IsAskedAsync(); turns++)
        {
            var before = await page.Locator(".talk-question").InnerTextAsync();
            await page.Locator("button[formaction$='/turn']").Last.ClickAsync();
            await page.UntilAsync($"document.querySelector('.talk-question')?.innerText !== {System.Text.Json.JsonSerializer.Serialize(before)}");
        }

        await page.ChooseAsync("voice", SeatId(act.Voice ?? act.By));
        if (act.Part is { } part)
        {
            await page.ChooseAsync("part", Upper(part));
        }

        if (act.Do == "sayAtPoint" && Of(act.Voice ?? act.By).Age != "child")
        {
            await page.ChooseAsync("as", "Find");
        }

        foreach (var who in act.About ?? [])
        {
            await page.ChooseAsync("who", SeatId(who));
        }

        var words = Say(act.Words);
        await page.WriteAsync("words", words);
        await page.WriteAsync("condition-words", Say(act.Reason));
        await page.WriteAsync("day", act.ByDay is { } day ? Day(day) : null);
        await page.PressAsync("#composer button.nl-button--primary");
        await page.UntilAsync("document.querySelector('#words')?.value === ''");
        if (act.Id is { } id)
        {
            var card = page.Locator("main .sheet-line", new() { HasText = words });
            var link = card.Locator("a[href*='/stand?line=']");
            var thing = await link.CountAsync() > 0
                ? (await link.First.GetAttributeAsync("href"))!.Split("line=")[1]
                : await page.Locator("main li", new() { HasText = words }).Locator("input[name=thing]").First.GetAttributeAsync("value");
            _things[id] = ($"{Table}/things/{thing}", null);
        }

        async Task<bool> IsAskedAsync() =>
            await page.Locator($"#composer input[name=ask][value={ask}]").CountAsync() > 0
            && (act.Point is null || await page.Locator($"#composer input[name=point][value='{ThingId(act.Point)}']").CountAsync() > 0);
    }

    private string ThingId(string key) => _things[key].Address.Split('/')[^1];
}
