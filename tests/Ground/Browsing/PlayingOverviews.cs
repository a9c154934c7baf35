using Keukentafel.Web.Demo;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>How people of a story write down together what plays a part, by pressing.</summary>
public sealed partial class Playing
{
    private async Task LookAtWhatPlaysAPartAsync(StoryAct act)
    {
        var page = await AtTableAsync(act.By);
        await page.PressAsync($"nav a[href='{Table}/talks']");
        await page.PressAsync($"main a[href='{Table}/overview']");
        switch (act.Do)
        {
            case "overviewAsk":
                await page.PressAsync(Pressing.Primary);
                return;
            case "overviewUseful":
                await page.PressAsync($"main button[name='useful'][value='{act.Kind}']");
                return;
            case "overviewWorks":
                await page.GotoAsync(_things[act.Of!].Address + "/works");
                foreach (var who in act.About ?? [])
                {
                    await page.ChooseAsync("for-whom", SeatId(who));
                }

                break;
            case "overviewHelps" or "overviewAlso" or "overviewOutcome":
                await page.GotoAsync($"{Table}/overview/{act.Do["overview".Length..].ToLowerInvariant()}");
                foreach (var about in act.About ?? [])
                {
                    await page.ChooseAsync("about", SeatId(about));
                }

                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to {act.Do}.");
        }

        await page.WriteAsync("words", Say(act.Words));
        await page.WriteAsync("how-words", Say(act.Because));
        await page.WriteAsync("others-words", Say(act.Others));
        await page.WriteAsync("can-words", Say(act.Possible));
        await page.WriteAsync("instrument-words", Say(act.SourceWords));
        await page.WriteAsync("not-said-words", Say(act.Reason));
        await page.WriteAsync("on", act.ByDay is { } day ? Day(day) : null);
        await page.ChooseAsync(act.Do == "overviewOutcome" ? "kind" : "works", act.Kind!);
        foreach (var doer in act.Doers ?? [])
        {
            await page.ChooseAsync("who", SeatId(doer));
        }

        if (act.Part is { } area)
        {
            await page.ChooseAsync("area", area);
        }

        if (act.DontKnow)
        {
            await page.ChooseAsync("nobody", "yes");
        }

        await page.PressAsync(Pressing.Primary);
        await RememberAsync(page, act, null);
    }
}
