using System.Text.Json;
using Keukentafel.Web.Demo;
using Microsoft.Playwright;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>Laying something new on the table, by pressing.</summary>
public sealed partial class Playing
{
    private async Task LayAsync(StoryAct act)
    {
        IPage page;
        if (act.Under is { } under)
        {
            page = await OpenThingAsync(act.By, under);
            await page.PressAsync("main a[href*='/lay?what=statement&under=']");
        }
        else
        {
            page = await AtTableAsync(act.By);

            // What would help goes through the composer that asks what it is.
            var what = act.Do switch { "goodThing" => "?what=good-thing", "help" => "", _ => "?what=" + act.Do };
            await page.PressAsync($"main a[href='{Table}/lay{what}']");
        }

        await page.WriteAsync("words", Say(act.Words));
        if (act.Do == "help")
        {
            await page.PressAsync(Pressing.Primary);
            await page.ChooseAsync("what", "Help");
        }

        if (act.Do == "help" || (act.Do == "statement" && Of(act.By).Age != "child"))
        {
            await page.PressAsync(Pressing.Primary);
        }

        await KnowAsync(page, act);
        foreach (var about in act.About ?? [])
        {
            await page.ChooseAsync("about", SeatId(about));
        }

        if (act.Place is { } place)
        {
            await page.ChooseAsync("place", Upper(place));
        }

        await ChooseReadersAsync(page, act);
        await page.PressAsync(Pressing.Primary);
        await RememberAsync(page, act, act.Under);
    }

    private async Task KnowAsync(IPage page, StoryAct act)
    {
        if (act.How is not null && Of(act.By).Age != "child")
        {
            await page.ChooseAsync("know", act.How switch { "there" => "WasThere", "told" => "WasTold", "read" => "HaveRead", "think" => "Think", _ => "Find" });
            if (act is { How: "told", Source: { } source })
            {
                await page.Locator("[name=source]").SelectOptionAsync(SeatId(source));
            }
            else
            {
                await page.WriteAsync(act.How == "read" ? "read" : "told", Say(act.SourceWords));
            }
        }

        if (act.HappenedDay is { } day && await page.Locator("[name=happened]").CountAsync() > 0)
        {
            await page.WriteAsync("happened", Day(day));
        }
    }

    private async Task ChooseReadersAsync(IPage page, StoryAct act)
    {
        if (act.Readers is not { } readers)
        {
            return;
        }

        if (readers.ValueKind == JsonValueKind.Array)
        {
            await page.ChooseAsync("readers", "These");
            foreach (var key in readers.EnumerateArray())
            {
                await page.ChooseAsync("named", SeatId(key.GetString()!));
            }
        }
        else
        {
            await page.ChooseAsync("readers", readers.GetString() switch { "me" => "OnlyMe", "grownups" => "GrownUps", _ => "Everyone" });
        }
    }

    private async Task LayViewAsync(StoryAct act)
    {
        var page = await AtTableAsync(act.By);
        await page.PressAsync($"nav a[href='{Table}/views']");
        await page.PressAsync($"main a[href='{Table}/views/new?child={SeatId(act.Child!)}']");
        foreach (var (field, part) in new[] { ("safe", act.Safe), ("growing", act.Growing) })
        {
            if (part is { ValueKind: JsonValueKind.Object } words)
            {
                await page.WriteAsync(field, words.GetProperty(english ? "en" : "nl").GetString());
            }
            else if (part is not null)
            {
                await page.ChooseAsync(field + "-unknown", "yes");
            }
        }

        await page.WriteAsync("basis", Say(act.Basis));
        await page.WriteAsync("because", Say(act.Because));
        await ChooseReadersAsync(page, act);
        await page.PressAsync(Pressing.Primary);
        await RememberAsync(page, act, null);
    }

    private async Task ChooseSentenceAsync(StoryAct act)
    {
        var page = await AtTableAsync(act.By);
        await page.PressAsync($"nav a[href='{Table}/talks']");
        await page.PressAsync($"main a[href='{Table}/together']");
        await page.PressAsync($"main a[href='{Table}/together/new']");
        await page.ChooseAsync("sentence", Upper(act.Sentence!));
        await page.WriteAsync("words", Say(act.Words));
        await page.WriteAsync("next-words", Say(act.Next));
        if (act.Ground is { } direction)
        {
            await page.Locator("details.choice > summary").First.ClickAsync();
            await page.WriteAsync("direction-words", Say(direction));
        }

        await ChooseReadersAsync(page, act);
        await page.PressAsync(Pressing.Primary);
    }

    private async Task PointOutAsync(StoryAct act)
    {
        var (left, right) = (_things[act.Left!.Of], _things[act.Right!.Of]);
        var child = story.Acts.First(laid => laid.Id == act.Left.Of).Child!;
        var page = await AtTableAsync(act.By);
        await page.PressAsync($"nav a[href='{Table}/views']");
        await page.PressAsync($"main a[href='{Table}/views/beside?child={SeatId(child)}']");
        await page.ChooseAsync("view", left.Address.Split('/')[^1]);
        await page.ChooseAsync("view", right.Address.Split('/')[^1]);
        await page.PressAsync(Pressing.Primary);
        foreach (var passage in new[] { Say(act.Left.Passage), Say(act.Right.Passage) })
        {
            await page.Locator("label.tile", new PageLocatorOptions { HasText = passage }).First.ClickAsync();
        }

        await page.WriteAsync("words", Say(act.Words));
        await page.PressAsync(Pressing.Primary);
        await RememberAsync(page, act, null);
    }

    // The page one lands on shows what was laid: remember its address by its words.
    private async Task RememberAsync(IPage page, StoryAct act, string? under)
    {
        if (act.Id is not { } id)
        {
            return;
        }

        var words = Say(act.Words) ?? Words(act.Safe) ?? Words(act.Growing)!;
        var links = page.Locator("main article", new PageLocatorOptions { HasText = words }).Locator("a[href*='/things/']");
        var address = (await links.First.GetAttributeAsync("href"))!;
        _things[id] = (Table + "/things/" + address.Split("/things/")[1].Split('/')[0], under);

        string? Words(JsonElement? part) => part is { ValueKind: JsonValueKind.Object } said ? said.GetProperty(english ? "en" : "nl").GetString() : null;
    }
}
