using Keukentafel.Web.Demo;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>How professionals of a story say in which frame they are, and that they press, by pressing on the pages.</summary>
public sealed partial class Playing
{
    private async Task SayFrameAsync(StoryAct act)
    {
        if (act.Do == "frameJudge")
        {
            var (address, _) = _things[act.Of!];
            var judge = await AtTableAsync(act.By);
            await judge.PressAsync($"main a[href='{Table}/frames']");
            await judge.PressAsync($"main a[href='{address}']");
            await judge.PressAsync($"main a[href='{address}/judge']");
            await judge.WriteAsync("judge-words", Say(act.Others));
            await judge.WriteAsync("decided", DayOf(act.HappenedDay));
            await judge.WriteAsync("words", Say(act.Words));
            await judge.WriteAsync("starts", DayOf(act.HappenedDay));
            await judge.WriteAsync("ends", DayOf(act.ByDay));
            await judge.WriteAsync("stops-words", Say(act.Better));
            await judge.WriteAsync("cannot-words", Say(act.Next));
            await judge.WriteAsync("late-words", Say(act.Reason));
            await judge.PressAsync(Pressing.Primary);
            return;
        }

        var page = await AtTableAsync(act.By);
        await page.PressAsync($"main a[href='{Table}/frames']");
        await page.PressAsync($"main a[href='{Table}/frames/{(act.Do == "urge" ? "urge" : "change")}']");
        await page.WriteAsync("words", Say(act.Words));
        if (act.Do == "urge")
        {
            foreach (var who in act.About ?? [])
            {
                await page.ChooseAsync("about", SeatId(who));
            }

            await page.WriteAsync("then-words", Say(act.Consequence));
        }
        else
        {
            await page.ChooseAsync("to", Upper(act.Kind!));
            await page.WriteAsync("day", DayOf(act.ByDay));
            await page.ChooseAsync("together", act.Yes ? "yes" : "no");
            await page.WriteAsync("rights-words", Say(act.Ground));
            await page.WriteAsync("talk-words", Say(act.Why));
            await page.WriteAsync("late-words", Say(act.Reason));
        }

        await page.PressAsync(Pressing.Primary);
        await RememberAsync(page, act, null);

        string? DayOf(int? day) => day is { } number ? today.AddDays(number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
