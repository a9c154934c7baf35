using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Browser.Tests;

/// <summary>Finds pages to look at: follows every link that somebody sees, some of each kind.</summary>
/// <param name="running">The program.</param>
internal sealed class Addresses(Running running)
{
    // Beside these, no page has its own look: health answers words for machines, a draft leads to another page, away has nothing on it.
    // The own story as a file has no page around it, nor has a sound or a photograph.
    // A talk that goes on is nowhere in the demo; TalkTests holds one and looks at its pages. So it is with a card: InvitationTests; and with a
    // drawer that is shut: ChildTests; and with who is proposed: JoiningTests; and with a code: KeyTests; and with a table
    // that ended: EndingTests; and with a mail server: NudgeTests; and with an organisation: OrganisationTests; nobody keeps a hidden address there; and who decides about words is nobody there.
    private static readonly string[] NoPages =
    [
        "/health/live", "/health/ready", "/near/faces/{text:guid}", "/drafts/{id:guid}", "/drafts/{id:guid}/sound", "/tables/{circle:guid}/things/{id:guid}/sound", "/tables/{circle:guid}/mine/shut",
        .. new[] { "at-table", "present", "stand", "sign" }.Select(page => "/tables/{circle:guid}/talks/{talk:guid}/" + page),
        .. new[] { "you", "name", "password", "{code:length(12,20)}" }.Select(page => "/welcome/" + page),
        .. new[] { "document", "data" }.Select(file => "/tables/{circle:guid}/story/" + file),
        .. new[] { "invite", "card", "needed/look", "needed/less", "needed/thanks", "needed/pass-on", "needed/take-leave", "needed/back", "address" }.Select(page => "/tables/{circle:guid}/people/{seat:guid}/" + page),
        .. new[] { "", "/answer", "/explain", "/family-view", "/why-away" }.Select(page => "/tables/{circle:guid}/joining/{involvement:guid}" + page),
        // Leads on to the one question that an expert was asked; and what was typed there comes back on the page of the question: ConsultPageTests.
        "/tables/{circle:guid}/advise", "/tables/{circle:guid}/advise/{id:guid}/back",
        .. new[] { "say", "send", "reply", "tell" }.Select(page => "/tables/{circle:guid}/consults/{id:guid}/" + page),
        .. new[] { "ended", "ended/read" }.Select(page => "/tables/{circle:guid}/" + page),
        .. new[] { "withheld", "longer", "show" }.Select(page => "/tables/{circle:guid}/things/{id:guid}/" + page),
        "/sign-in/organisation/{number:int}", "/sign-in/organisation/{number:int}/back", "/me/organisation/{number}",
        "/me/codes/spare", "/me/codes/off", "/me/nudge", "/me/nudge/code", "/me/stop-new-password",
        // Who answered offers to come: AskingTests. What an expert typed there comes back on the page above it.
        "/requests/{request:guid}/offer", "/requests/{request:guid}/advise",
        // A yes that came too late is a draft of the page above it. A new text has the name of its kind in its address: looked at by itself.
        "/editing/{text:guid}/show", "/editing/new/{kind}",
        "/words/review", "/words/review/{remark:guid}", "/words/review/{remark:guid}/refuse", "/words/thanks",
    ];

    private readonly List<(string Pattern, Regex Address)> _patterns =
    [
        .. running.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? false)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(pattern => !NoPages.Contains(pattern))
            .Select(pattern => (pattern, new Regex("^" + Regex.Replace(pattern, @"\{[^}]*\}", "[0-9a-f-]{36}") + "$"))),
    ];

    /// <summary>The addresses that were not seen yet by anybody.</summary>
    public HashSet<string> Unseen => [.. _patterns.Select(one => one.Pattern).Except(_seen)];

    private readonly HashSet<string> _seen = [];
    private readonly HashSet<string> _things = [];

    /// <summary>The pattern that a page answers to.</summary>
    /// <param name="address">Its address.</param>
    public string KindOf(string address) => _patterns.First(one => one.Address.IsMatch(address.Split('?')[0])).Pattern;

    /// <summary>Walks from the own tables along the links.</summary>
    /// <param name="visitor">Who walks; stands at a table.</param>
    /// <param name="most">How many pages of one kind.</param>
    public async Task<IReadOnlyList<string>> WalkAsync(Visitor visitor, int most)
    {
        var found = new List<string>();
        var counts = new Dictionary<string, int>();
        var known = new HashSet<string>();
        var waiting = new Queue<string>([visitor.Path, "/tables"]);
        while (waiting.TryDequeue(out var address))
        {
            var path = address.Split('#')[0];
            var plain = path.Split('?')[0];
            var pattern = _patterns.FirstOrDefault(one => one.Address.IsMatch(plain)).Pattern;
            if (pattern is null || !known.Add(path) || counts.GetValueOrDefault(pattern) >= Most(pattern))
            {
                continue;
            }

            await visitor.GetAsync(path);
            if (visitor.Status == HttpStatusCode.OK && Plain(visitor.Path) != Plain(path))
            {
                // It leads to a page of its own.
                waiting.Enqueue(visitor.Path);
            }

            if (visitor.Status != HttpStatusCode.OK || Plain(visitor.Path) != Plain(path))
            {
                continue;
            }

            counts[pattern] = counts.GetValueOrDefault(pattern) + 1;
            _seen.Add(pattern);
            if (counts[pattern] <= most * 8)
            {
                found.Add(path);
            }

            _things.Add(path);
            foreach (var link in visitor.Page.QuerySelectorAll("a[href^='/']"))
            {
                waiting.Enqueue(link.GetAttribute("href")!);
            }

            // What was said of who keeps the overview comes back at the address of its form.
            foreach (var form in visitor.Page.QuerySelectorAll("main form[action*='/coordinator/'][action$='/answer']"))
            {
                waiting.Enqueue(form.GetAttribute("action")!);
            }

            // What is ticked before going on may all stay empty.
            foreach (var form in visitor.Page.QuerySelectorAll("form[method=get][action$='/story/read']"))
            {
                waiting.Enqueue(form.GetAttribute("action")!);
            }

            // Choosing two views leads on by a form that changes nothing.
            var boxes = visitor.Page.QuerySelectorAll("form[method=get] input[name=view]").Take(2).Select(box => "&view=" + box.GetAttribute("value")).ToList();
            if (boxes.Count == 2)
            {
                waiting.Enqueue(plain.Replace("/beside", "/sentences", StringComparison.Ordinal) + "?" + path.Split('?')[1] + string.Concat(boxes));
            }
        }

        return found;

        int Most(string pattern) => pattern.EndsWith("/things/{id:guid}", StringComparison.Ordinal) ? 60
            : new[] { "talks/{talk", "decisions/{id", "not-known/{id", "incidents/{id" }.Any(page => pattern.EndsWith("/" + page + ":guid}", StringComparison.Ordinal)) ? 4 : most;
    }

    /// <summary>Tries what was not found along a link, with things that somebody knows.</summary>
    /// <param name="visitor">Who tries.</param>
    /// <param name="pages">The pages this person found.</param>
    public async Task<IReadOnlyList<string>> TryAsync(Visitor visitor, IReadOnlyList<string> pages)
    {
        var found = new List<string>();
        var things = pages.Concat(_things).Where(page => Regex.IsMatch(page, "/(things|decisions|not-known|incidents)/[0-9a-f-]{36}$"))
            .Select(page => Regex.Replace(page, "/(decisions|not-known|incidents)/", "/things/")).Distinct().ToList();
        foreach (var pattern in Unseen)
        {
            var part = Regex.Match(pattern, @"/things/\{id:guid\}(/.*)$");
            var tries = part.Success ? things.Select(thing => thing + part.Groups[1].Value) : [pattern];
            foreach (var address in tries)
            {
                await visitor.GetAsync(address);
                if (visitor.Status == HttpStatusCode.OK && Plain(visitor.Path) == address)
                {
                    _seen.Add(pattern);
                    found.Add(address);
                    break;
                }
            }
        }

        return found;
    }

    // A talk goes on from its address to that of a draft of its own.
    private static string Plain(string path) => Regex.Replace(path, "[?&]draft=[0-9a-f-]{36}", "");
}
