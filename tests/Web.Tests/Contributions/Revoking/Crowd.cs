using System.Collections.Concurrent;
using System.Net;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Contributions.Revoking;

/// <summary>People who open page after page of a table, and hold each answer against what was known when they asked for it.</summary>
internal sealed class Crowd(string table)
{
    /// <summary>A word in every sentence, to look for.</summary>
    public const string InAll = "Suikerbrood";

    private static readonly Place[] OfTable = [Place.Table, Place.List, Place.Views, Place.Print, Place.Find];
    private readonly ConcurrentQueue<Mark> _marks = [];
    private volatile bool _isBroken;
    private int _hidden;
    private int _shown;

    /// <summary>What went wrong, in words.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    /// <summary>How often something had to be there and was.</summary>
    public int Shown => _shown;

    /// <summary>How often something had to be gone and was.</summary>
    public int Hidden => _hidden;

    /// <summary>Whether somebody stopped reading: then nobody need wait for them.</summary>
    public bool IsBroken => _isBroken;

    /// <summary>A new sentence to watch for.</summary>
    public Mark Watch(Mark mark)
    {
        _marks.Enqueue(mark);
        return mark;
    }

    /// <summary>Reads without end.</summary>
    /// <param name="who">With which browser; it is closed in the end.</param>
    /// <param name="name">Who it is.</param>
    /// <param name="before">What stands before each address: the language.</param>
    /// <param name="rest">How long to wait after each page.</param>
    /// <param name="stop">When to stop.</param>
    public async Task ReadAsync(Visitor who, string name, string before, TimeSpan rest, CancellationToken stop)
    {
        using var browser = who;
        try
        {
            await browser.GetAsync(table + "/find");
            if (browser.Page.QuerySelector("form[role=search]") is not null)
            {
                await browser.LookForAsync(table, InAll);
            }

            var found = browser.Path.IndexOf("/find", StringComparison.Ordinal);
            var find = found < 0 ? "/find?q=a" : browser.Path[found..];

            // Those of before are watched for everywhere; the pages of the latest are opened.
            while (!stop.IsCancellationRequested)
            {
                foreach (var place in OfTable)
                {
                    await LookAsync(browser, name, place, before + table + (place == Place.Find ? find : Rest(place)), [.. _marks]);
                    await Task.Delay(rest, CancellationToken.None);
                }

                foreach (var mark in _marks.Where(mark => mark.Own is not null).TakeLast(7))
                {
                    await LookAsync(browser, name, Place.Own, before + mark.Own, [mark]);
                    await Task.Delay(rest, CancellationToken.None);
                }
            }
        }
        catch
        {
            _isBroken = true;
            throw;
        }
    }

    private static string Rest(Place place) => place switch
    {
        Place.List => "/list",
        Place.Views => "/views",
        Place.Print => "/print",
        _ => "",
    };

    private async Task LookAsync(Visitor who, string name, Place place, string address, IReadOnlyList<Mark> marks)
    {
        var before = marks.Select(mark => mark.Now).ToList();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await who.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.SeeOther))
        {
            Wrong.Enqueue($"{name} got {answer.StatusCode} at {address}.");
        }

        for (var i = 0; i < marks.Count; i++)
        {
            var holds = html.Contains(marks[i].Word, StringComparison.Ordinal);
            if (marks[i].Must(name, place, before[i]) is not { } must)
            {
                continue;
            }

            Interlocked.Increment(ref must ? ref _shown : ref _hidden);
            if (holds != must)
            {
                Wrong.Enqueue($"{name} {(holds ? "was shown" : "missed")} {marks[i].Word} at {place} ({(int)answer.StatusCode}).");
            }
        }
    }
}
