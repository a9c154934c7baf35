using Keukentafel.Web.Demo;
using Keukentafel.Web.Reflections;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>How people of a story look again with a colleague, by pressing.</summary>
public sealed partial class Playing
{
    private async Task ReflectAsync(StoryAct act)
    {
        var page = windows[act.By].Page;
        if (Of(act.By).Seat == "colleague")
        {
            await windows[act.By].ComeInAsync();
            await page.PressAsync($"main a[href='{Table}/along']");
            if (act.Do == "acceptAlong")
            {
                await page.PressAsync("main button[name=along][value=yes]");
                return;
            }

            await page.PressAsync($"main a[href='{Table}/along/{_things[act.Of!].Address.Split('/')[^1]}']");
        }
        else
        {
            await AtTableAsync(act.By);
            await page.PressAsync($"nav a[href='{Table}/talks']");
            await page.PressAsync($"main a[href='{Table}/face']");
            if (act.Do is not ("askFace" or "nameColleague" or "agreeColleague" or "reflect"))
            {
                await page.PressAsync($"main a[href='{_things[act.Of!].Address.Replace("/things/", "/reflections/", StringComparison.Ordinal)}']");
            }
        }

        switch (act.Do)
        {
            case "askFace":
                await page.ChooseAsync("who", SeatId(act.Who!));
                break;
            case "nameColleague":
                var named = Of(act.Who!);
                await page.PressAsync($"main a[href='{Table}/face/colleague']");
                await page.WriteAsync("name", named.Name);
                await page.WriteAsync("what-words", Say(named.Is));
                await page.WriteAsync("words", Say(act.Words));
                await page.WriteAsync("sign-in", NameOf(named.Key));
                break;
            case "agreeColleague":
                await page.PressAsync("main button[name=agrees][value=yes]");
                return;
            case "reflect":
                await page.PressAsync($"main a[href='{Table}/face/new']");
                await page.WriteAsync("words", Say(act.Words));
                foreach (var sentence in act.Sentences ?? [])
                {
                    await page.ChooseAsync("thing", _things[sentence].Address.Split('/')[^1]);
                }

                if (act.Of is { } decision)
                {
                    await page.ChooseAsync("decision", _things[decision].Address.Split('/')[^1]);
                }

                await page.PressAsync(Pressing.Primary);
                _things[act.Id!] = (new Uri(page.Url).AbsolutePath.Replace("/reflections/", "/things/", StringComparison.Ordinal), null);
                return;
            case "reflectLet":
                break;
            case "reflectAnswer":
                await page.PressAsync($"main a[href='{_things[act.Of!].Address}/answer']");
                await page.WriteAsync("words", Say(act.Words));
                break;
            default:
                var turn = ReflectingStory.TurnOf(act);
                foreach (var (ask, said) in ReflectingStory.WordsOf(act))
                {
                    await page.WriteAsync(ReflectionScreen.FieldOf(turn, ask), Say(said));
                }

                if (act.Kind is { } outcome)
                {
                    await page.ChooseAsync("outcome", Upper(outcome));
                }

                break;
        }

        await page.PressAsync(Pressing.Primary);
    }
}
