using Keukentafel.Web.Consults;
using Keukentafel.Web.Demo;
using Microsoft.Playwright;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>How people of a story say something aloud, choose who stands beside them, and ask in the background, by pressing.</summary>
public sealed partial class Playing
{
    private readonly Dictionary<string, string> _codes = [];

    private async Task SayAloudAsync(StoryAct act)
    {
        var page = await AtTableAsync(act.By);
        await page.GotoAsync(Table + "/mine");
        await page.PressAsync("a[href$='/say?what=Good']");
        await page.Locator("[name=sound]").SetInputFilesAsync(new FilePayload { Name = "x.wav", MimeType = "audio/wav", Buffer = Whistle.Wave() });
        await page.WriteAsync("words", Say(act.Words));
        await page.PressAsync(".wide-button");
        await page.ChooseAsync("readers", "Everyone");
        await page.PressAsync(".wide-button");
        await page.GotoAsync(Table);
        await RememberAsync(page, act, null);
    }

    private async Task StandBesideAsync(StoryAct act)
    {
        var page = await AtTableAsync(act.By);
        switch (act.Do)
        {
            case "supporter":
                await page.PressAsync("main a[href$='/my-place']");
                await page.PressAsync("main a[href$='/my-place/supporter']");
                await page.ChooseAsync("who", SeatId(act.Who!));
                await page.ChooseAsync("known", act.Kind!);
                break;
            case "coordinatorAsk":
                await page.GotoAsync(Table + "/coordinator/ask");
                foreach (var ground in new[] { "SameAim", "FitsTogether", "SamePeople" })
                {
                    await page.ChooseAsync(ground, "Yes");
                }

                await page.ChooseAsync("who", SeatId(act.Who!));
                break;
            case "coordinatorSay" when Of(act.By).Age == "child":
                await page.GotoAsync(Table + "/mine/coordinator");
                await page.PressAsync("button[name=answer][value=Yes]");
                return;
            default:
                await page.GotoAsync(Table + "/coordinator");
                await page.ChooseAsync("answer", "Yes");
                await page.WriteAsync("direction-words", Say(act.Words));
                await page.WriteAsync("hands-over-words", Say(act.Next));
                break;
        }

        await page.PressAsync(Pressing.Primary);
    }

    private async Task ConsultAsync(StoryAct act)
    {
        var page = windows[act.By].Page;
        if (Of(act.By).IsAway)
        {
            await windows[act.By].ComeInAsync();
            await page.GotoAsync(act.Do == "consultJoin" ? "/welcome/" + _codes[act.Of!] : Table + "/advise");
            await AdviseAsync(page, act);
            return;
        }

        await AtTableAsync(act.By);
        await page.GotoAsync(act.Of is { } of ? _things[of].Address : Table + "/consults/new");
        switch (act.Do)
        {
            case "consultAsk":
                foreach (var (ask, words) in ConsultStory.Told(act))
                {
                    await page.WriteAsync(AskConsult.FieldOf(ask), Say(words));
                }

                foreach (var about in act.About!)
                {
                    await page.ChooseAsync("about", SeatId(about));
                }

                await page.PressAsync(Pressing.Primary);
                _things[act.Id!] = (new Uri(page.Url).AbsolutePath, null);
                break;
            case "consultSay":
                await page.WriteAsync("add-words", Say(act.Words));
                await page.PressAsync($"main button[name=say][value={(act.Yes ? "good" : "rather-not")}]");
                break;
            case "consultSend":
                await page.WriteAsync("name", Of(act.Who!).Name);
                await page.WriteAsync("does", Say(Of(act.Who!).Is));
                await page.WriteAsync("day", Day(act.ByDay!.Value));
                await page.PressAsync("main form[action$='/send'] button.nl-button--primary");
                _codes[act.Of!] = await page.Locator(".way-in-code").InnerTextAsync();
                break;
            case "consultReply":
                await page.WriteAsync("back-words", Say(act.Words));
                await page.PressAsync("main form[action$='/reply'] button.nl-button--primary");
                break;
            case "consultTell":
                await page.WriteAsync("tell-words", Say(act.Words));
                await page.PressAsync("main form[action$='/tell'] button.nl-button--primary");
                break;
            default:
                await page.PressAsync("main a[href$='/answer']");
                await page.WriteAsync("words", Say(act.Words));
                await page.PressAsync(Pressing.Primary);
                break;
        }
    }

    private async Task AdviseAsync(IPage page, StoryAct act)
    {
        switch (act.Do)
        {
            case "consultJoin":
                await page.PressAsync("form[action$='/welcome/yes'] button");
                break;
            case "consultBack":
                await page.WriteAsync("back-words", Say(act.Words));
                await page.PressAsync("main form[action$='/back'] button");
                break;
            default:
                foreach (var (ask, words) in ConsultStory.Advised(act))
                {
                    await page.WriteAsync(Advise.Fields[ask], Say(words));
                }

                await page.ChooseAsync("stays", act.Kind!);
                await page.PressAsync(Pressing.Primary);
                break;
        }
    }
}
