using Keukentafel.Domain.NotKnowing;
using Keukentafel.Web.Demo;
using Keukentafel.Web.NotKnowing;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>How people of a story do with what they do not know, and how they look together at what happened, by pressing.</summary>
public sealed partial class Playing
{
    private async Task NotKnowAsync(StoryAct act)
    {
        var page = await AtTableAsync(act.By);
        if (act.Do is "notKnown" or "incident")
        {
            await page.PressAsync($"nav a[href='{Table}/talks']");
            await page.PressAsync($"main a[href='{Table}/{(act.Do == "incident" ? "incidents" : "not-known")}']");
            if (act.Do == "incident")
            {
                await page.PressAsync($"main a[href$='/incidents/new?kind={Upper(act.Kind!)}']");
            }
            else if (act.Of is { } from)
            {
                // Where somebody said not to know, a page begins with one press.
                await page.GotoAsync(_things[from].Address);
                await page.PressAsync("main a[href*='/not-known/new?from=']");
            }
            else
            {
                await page.PressAsync($"main a[href='{Table}/not-known/new']");
            }

            await page.WriteAsync("words", Say(act.Words));
            await page.PressAsync(Pressing.Primary);
            _things[act.Id!] = (new Uri(page.Url).AbsolutePath.Replace("/not-known/", "/things/", StringComparison.Ordinal)
                .Replace("/incidents/", "/things/", StringComparison.Ordinal), null);
            return;
        }

        var thing = _things[act.Of!].Address;
        await page.GotoAsync(thing);
        await page.PressAsync($"main a[href='{thing}/{NameOf(act)}']");
        switch (act.Do)
        {
            case "lookAgain":
                await page.WriteAsync("day", today.AddDays(act.ByDay!.Value).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case "incidentTell":
                var told = NotKnowingStory.Told(act).Where(one => one.Words is not null).ToList();
                foreach (var (ask, words) in told)
                {
                    var field = ask is Domain.Incidents.IncidentAsk.Happened or Domain.Incidents.IncidentAsk.Learn ? "words" : ask.ToString().ToLowerInvariant() + "-words";
                    await page.WriteAsync(field, Say(words));
                }

                break;
            case "incidentThen" or "incidentCame":
                await page.ChooseAsync("thing", _things[act.Under!].Address.Split('/')[^1]);
                break;
            default:
                await page.WriteAsync("words", Say(act.Words));
                if (act.Who is { } who)
                {
                    await page.ChooseAsync("who", SeatId(who));
                }

                if (act.Do == "mayLearn")
                {
                    await page.ChooseAsync("may", Upper(act.Kind!));
                }

                break;
        }

        await page.PressAsync(Pressing.Primary);
    }

    private static string NameOf(StoryAct act) => act.Do switch
    {
        "notKnownSay" => SayNotKnown.Names[Enum.Parse<NotKnownPart>(act.Kind!, ignoreCase: true)],
        "lookAgain" => "look-again",
        "nowKnown" => "now-known",
        "incidentTell" => act.Reason is null && act.Better is null ? "tell" : "learn",
        "incidentThen" => "known-then",
        "incidentCame" => "came-of-it",
        "mayLearn" => "may-learn",
        _ => throw new InvalidOperationException($"Nobody knows how to {act.Do}."),
    };
}
