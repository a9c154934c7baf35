using Keukentafel.Web.Demo;
using Microsoft.Playwright;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>Every act of the stories, by pressing.</summary>
public sealed partial class Playing
{
    private async Task DoAsync(StoryAct act)
    {
        switch (act.Do)
        {
            case "goodThing" when act.Aloud:
                await SayAloudAsync(act);
                break;
            case "supporter" or "coordinatorAsk" or "coordinatorSay":
                await StandBesideAsync(act);
                break;
            case var consults when consults.StartsWith("consult", StringComparison.Ordinal):
                await ConsultAsync(act);
                break;
            case "goodThing" or "help" or "worry" or "wish" or "statement":
                await LayAsync(act);
                break;
            case "view":
                await LayViewAsync(act);
                break;
            case "together":
                await ChooseSentenceAsync(act);
                break;
            case "difference":
                await PointOutAsync(act);
                break;
            case "takeBack":
                await OpenAsync(act, "take-back");
                await windows[act.By].Page.PressAsync(Pressing.Primary);
                break;
            case "goal" or "agreement" or "condition" or "advice" or "protection" or "notSafe":
                await LayInPlanAsync(act);
                break;
            case "stand" or "felt" or "fold":
                await AddToPlanAsync(act);
                break;
            case "planTalk" or "point" or "beginTalk" or "endTalk" or "sayGood" or "sayAtPoint" or "sayOnSheet" or "agree" or "standInTalk" or "readBack":
                await TalkAsync(act);
                break;
            case var plays when plays.StartsWith("overview", StringComparison.Ordinal):
                await LookAtWhatPlaysAPartAsync(act);
                break;
            case "urge" or "frameChange" or "frameJudge":
                await SayFrameAsync(act);
                break;
            case "notKnown" or "notKnownSay" or "lookAgain" or "nowKnown" or "incident" or "incidentTell" or "incidentThen" or "incidentCame" or "mayLearn":
                await NotKnowAsync(act);
                break;
            case var decides when decides.StartsWith("decide", StringComparison.Ordinal):
                await DecideAsync(act);
                break;
            case "askFace" or "nameColleague" or "agreeColleague" or "acceptAlong":
                await ReflectAsync(act);
                break;
            case var reflects when reflects.StartsWith("reflect", StringComparison.Ordinal):
                await ReflectAsync(act);
                break;
            default:
                await AddToAsync(act);
                break;
        }
    }

    private async Task AddToAsync(StoryAct act)
    {
        var page = windows[act.By].Page;
        if (act.Do is "repeatWish" or "heard" or "answerWish" && !(act.Do == "repeatWish" && act.Words is not null))
        {
            await OpenAsync(act, null);
        }
        else
        {
            await OpenAsync(act, act.Do switch
            {
                "answer" or "changeAnswer" => "answer",
                "worryNow" => "stands",
                "worryGone" => "gone",
                "repeatWish" => "say-again",
                "promiseAnswer" => "promise",
                "confirmSource" => "source",
                "readAs" => "read-as",
                "changeKind" => "kind",
                "correct" => "correct",
                "findOut" => "find-out",
                "found" => "found",
                "staysDifferent" => "stays",
                _ => throw new InvalidOperationException($"Nobody knows how to {act.Do}."),
            });
        }

        switch (act.Do)
        {
            case "answer" or "changeAnswer" or "worryNow" or "worryGone" or "staysDifferent":
                await page.WriteAsync("words", Say(act.Words));
                break;
            case "repeatWish" when act.Words is null:
                await page.PressAsync("main form[action$='/say-again'] button");
                return;
            case "repeatWish":
                await page.WriteAsync("words", Say(act.Words));
                break;
            case "heard":
                await page.PressAsync($"main form[action$='/heard'] button[value='{(act.Yes ? "yes" : "not-yet")}']");
                return;
            case "answerWish":
                await AnswerWishAsync(page, act);
                break;
            case "confirmSource":
                await page.PressAsync("main button[name=agrees][value=yes]");
                return;
            case "readAs" or "changeKind":
                await page.ChooseAsync("kind", Upper(act.Kind!));
                await page.WriteAsync("reason", Say(act.Words));
                break;
            case "correct":
                await page.WriteAsync("words", Say(act.Words));
                await page.WriteAsync("reason", Say(act.Reason));
                break;
            case "findOut":
                await page.ChooseAsync("who", SeatId(act.Who!));
                await page.WriteAsync("before", Day(act.ByDay ?? 14));
                break;
            case "found":
                await page.WriteAsync("words", Say(act.Words));
                await KnowAsync(page, act);
                break;
        }

        await page.PressAsync(Pressing.Primary);
    }

    // Who told it already goes straight on; who promised finds the page to write it down on the wish.
    private async Task AnswerWishAsync(IPage page, StoryAct act)
    {
        if (await page.Locator("main a[href$='/answer-wish']").CountAsync() > 0)
        {
            await page.PressAsync("main a[href$='/answer-wish']");
        }
        else
        {
            await page.PressAsync("main a[href$='/promise']");
            await page.PressAsync("main button[name=told]");
        }

        await page.WriteAsync("words", Say(act.Words));
        await page.WriteAsync("possible", Say(act.Possible));
        if (act.Told)
        {
            await page.ChooseAsync("told", "yes");
        }

        if (act.DontKnow)
        {
            await page.ChooseAsync("dont-know", "yes");
        }
    }

    private async Task OpenAsync(StoryAct act, string? link)
    {
        var page = await OpenThingAsync(act.By, act.Of!);
        if (link is not null)
        {
            await page.PressAsync($"main a[href='{_things[act.Of!].Address}/{link}']");
        }
    }

    private async Task<IPage> OpenThingAsync(string by, string thing)
    {
        var (address, under) = _things[thing];
        IPage page;
        if (under is not null)
        {
            page = await OpenThingAsync(by, under);
        }
        else
        {
            page = await AtTableAsync(by);
            if (await page.Locator($"main a[href='{address}']").CountAsync() == 0)
            {
                await page.PressAsync($"nav a[href='{Table}/views']");
            }

            if (await page.Locator($"main a[href='{address}']").CountAsync() == 0)
            {
                page = await AtTableAsync(by);
                await page.PressAsync($"main a[href='{Table}/frames']");
                await page.UnfoldAllAsync();
            }
        }

        await page.PressAsync($"main a[href='{address}']");
        return page;
    }

    private string Day(int day) => today.AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
