using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Reflections;

/// <summary>Esra's table, with Samira as its face and Dennis, who sits at another table, as the colleague: all by pressing.</summary>
internal sealed class Looking : IAsyncDisposable
{
    private Looking(Running running, Visitor esra, Visitor amir, Visitor samira, Visitor dennis)
    {
        (Running, Esra, Amir, Samira, Dennis) = (running, esra, amir, samira, dennis);
        Table = esra.Table;
    }

    public Running Running { get; }

    public Visitor Esra { get; }

    public Visitor Amir { get; }

    public Visitor Samira { get; }

    public Visitor Dennis { get; }

    public string Table { get; }

    public static async Task<Looking> StartAsync(Database on = Database.Sqlite, TimeProvider? clock = null)
    {
        var running = await Running.StartAsync(on, clock);
        return new Looking(
            running, await running.AsAsync("esra"), await running.AsAsync("amir"), await running.AsAsync("samira"), await running.AsAsync("dennis"));
    }

    /// <summary>Esra asks Samira.</summary>
    public async Task AskAsync()
    {
        var seat = await Esra.SeatAsync("Samira");
        await Esra.GetAsync(Table + "/face");
        await Esra.PressAsync("form[action$='/face/ask']", ("who", seat));
        Assert.Equal(HttpStatusCode.OK, Esra.Status);
    }

    /// <summary>Samira says yes and names Dennis.</summary>
    public async Task NameAsync()
    {
        await Samira.GetAsync(Table + "/face/colleague");
        await Samira.PressAsync(
            "form.composer", ("name", "Dennis"), ("what-words", "werkt met jongeren"), ("words", "Dennis vraagt door."), ("sign-in", "dennis"));
        Assert.Equal(HttpStatusCode.OK, Samira.Status);
    }

    /// <summary>Esra says yes to Dennis.</summary>
    public async Task AgreeAsync()
    {
        await Esra.GetAsync(Table + "/face");
        await Esra.PressAsync("form[action$='/face/agree']", "yes");
        Assert.Equal(HttpStatusCode.OK, Esra.Status);
    }

    /// <summary>A table with a face and a colleague.</summary>
    public async Task<Looking> ActiveAsync()
    {
        await AskAsync();
        await NameAsync();
        await AgreeAsync();
        await Dennis.GetAsync(Table + "/along");
        await Dennis.PressAsync($"form[action='{Table}/along']", "yes");
        Assert.Equal(HttpStatusCode.OK, Dennis.Status);
        return this;
    }

    /// <summary>Samira starts a reflection; gives its id.</summary>
    /// <param name="question">About which question.</param>
    /// <param name="sentences">On which sentences, by the addresses of their pages.</param>
    public async Task<string> StartReflectionAsync(string question, params string[] sentences)
    {
        await Samira.GetAsync(Table + "/face/new");
        await Samira.PressAsync("form.composer", [("words", question), .. sentences.Select(one => ("thing", (string?)one.Split('/')[^1]))]);
        Assert.Equal(HttpStatusCode.OK, Samira.Status);
        return Samira.Path.Split('/')[^1];
    }

    /// <summary>Esra lets Dennis read.</summary>
    public async Task LetAsync(string id)
    {
        await Esra.GetAsync($"{Table}/reflections/{id}");
        await Esra.PressAsync("form[action$='/let-read']");
        Assert.Equal(HttpStatusCode.OK, Esra.Status);
    }

    /// <summary>Samira takes her turn.</summary>
    public async Task SamiraSaysAsync(string id, params (string Name, string? Value)[] typed)
    {
        await Samira.GetAsync($"{Table}/reflections/{id}");
        await Samira.PressAsync("form.composer", typed);
    }

    /// <summary>Dennis takes his turn.</summary>
    public async Task DennisSaysAsync(string id, params (string Name, string? Value)[] typed)
    {
        await Dennis.GetAsync($"{Table}/along/{id}");
        await Dennis.PressAsync("form.composer", typed);
    }

    /// <summary>All four turns.</summary>
    public async Task FinishAsync(string id)
    {
        await SamiraSaysAsync(id, ("words", "Ik neig naar rust."), ("basis-words", "Dat zag ik."));
        await LetAsync(id);
        await DennisSaysAsync(id, ("words", "Ik lees een moe kind."));
        await DennisSaysAsync(id, ("words", "Stil kan ook bang zijn."), ("family-words", "Esra zou zeggen: kom kijken."), ("wouldask-words", "Sinds wanneer?"));
        await SamiraSaysAsync(
            id, ("words", "Dat hij niet at."), ("changemind-words", "Als hij lacht."), ("whatnow-words", "Ik vraag het Esra."), ("changedby-words", "de vraag van Dennis"),
            ("outcome", "Change"));
        Assert.Equal(HttpStatusCode.OK, Samira.Status);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in new[] { Esra, Amir, Samira, Dennis })
        {
            visitor.Dispose();
        }

        await Running.DisposeAsync();
    }
}
