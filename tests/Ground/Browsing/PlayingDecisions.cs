using Keukentafel.Web.Demo;
using Microsoft.Playwright;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>How people of a story decide, by pressing.</summary>
public sealed partial class Playing
{
    private async Task DecideAsync(StoryAct act)
    {
        var page = await AtTableAsync(act.By);
        if (act.Do == "decide")
        {
            await page.GotoAsync(Table + "/decisions/heavy");
            await page.WriteAsync("words", Say(act.Words));
            await page.PressAsync(Pressing.Primary);
            await page.ChooseAsync("heavy", Upper(act.Kind!));
            await page.PressAsync(Pressing.Primary);
            await page.PressAsync(Pressing.Primary);
            _things[act.Id!] = (new Uri(page.Url).AbsolutePath.Replace("/decisions/", "/things/", StringComparison.Ordinal), null);
            return;
        }

        await page.GotoAsync(_things[act.Of!].Address + "/" + (act.Do switch
        {
            "decideHelp" => "help-decide?aid=" + Upper(act.Kind!),
            "decideWay" => "option",
            "decideWhyNot" => "why-not?kind=" + Upper(act.Kind!),
            "decideStep" => "propose",
            "decideLess" => "gets-less",
            "decideStand" => "stand",
            "decideClose" => "close",
            _ => throw new InvalidOperationException($"Nobody knows how to {act.Do}."),
        }));
        await page.WriteAsync("words", Say(act.Words));
        await MoreAsync(page, act);
        await page.PressAsync(Pressing.Primary);
    }

    private async Task MoreAsync(IPage page, StoryAct act)
    {
        switch (act.Do)
        {
            case "decideHelp":
                await page.WriteAsync("not-known-words", Say(act.Because));
                await page.WriteAsync("not-now-words", Say(act.Reason));
                break;
            case "decideWay":
                await page.ChooseAsync("kind", Upper(act.Kind!));
                await page.WriteAsync("good-words", Say(act.Possible));
                await page.WriteAsync("bad-words", Say(act.Reason));
                await page.WriteAsync("tried-words", Say(act.Basis));
                await page.WriteAsync("not-known-words", Say(act.Because));
                break;
            case "decideLess":
                await page.ChooseAsync("which", Upper(act.Kind!));
                break;
            case "decideStand":
                await page.ChooseAsync("stance", Upper(act.Kind!));
                await page.WriteAsync("rather-words", Say(act.Possible));
                break;
            case "decideClose":
                await page.WriteAsync("reason", Say(act.Reason));
                await page.WriteAsync("authority-words", Say(act.Basis));
                await page.WriteAsync("rights-words", Say(act.Because));
                await page.WriteAsync("object-words", Say(act.SourceWords));
                break;
        }
    }
}
