using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Commands;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Access;

/// <summary>One of each kind of person around one table, and how they fill in addresses.</summary>
internal sealed class Everybody : IAsyncDisposable
{
    private const string Nobody = "nobody-yet";
    private readonly Running _running;

    private Everybody(Running running) => _running = running;

    /// <summary>The kinds of person who sit at Esra's table, with the name to come in by.</summary>
    public static IReadOnlyDictionary<string, string> AtTheTable { get; } = new Dictionary<string, string>
    {
        ["host"] = "esra",
        ["child"] = "amir",
        ["network"] = "fatma",
        ["guest"] = "joris",
    };

    /// <summary>The kinds of person who are signed in and do not sit there.</summary>
    public static IReadOnlyDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>
    {
        ["child of another family"] = "noor",
        ["parent of another family"] = "wendy",
        ["nobody"] = Nobody,
    };

    public IReadOnlyList<Address> Addresses { get; private set; } = [];

    /// <summary>Esra's table, and something that lies on it.</summary>
    public string Table { get; private set; } = "";

    public string Thing { get; private set; } = "";

    public Running Running => _running;

    public static async Task<Everybody> ComeAsync(Database on)
    {
        var everybody = new Everybody(await Running.StartAsync(on));
        everybody.Addresses = Address.Of((IEndpointRouteBuilder)everybody._running.App);
        await using (var scope = everybody._running.Services.CreateAsyncScope())
        {
            var made = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>()
                .CreateAsync(new Person { Id = PersonId.New().Value, UserName = Nobody, Called = "Nobody", IsFictional = true });
            Assert.True(made.Succeeded);
        }

        using var esra = await everybody.AsAsync("esra");
        everybody.Table = esra.Table.Split('/')[2];
        await esra.GetAsync(esra.Table + "/list");
        everybody.Thing = esra.Page.QuerySelector("a[href*='/things/']")!.GetAttribute("href")!.Split('/', '#', '?')[4];
        return everybody;
    }

    public async Task<Visitor> AsAsync(string name)
    {
        var visitor = _running.Stranger();
        await visitor.GetAsync("/demo");
        var proof = Proof(visitor);
        await visitor.PostAsync("/demo/" + name, [KeyValuePair.Create("proof", proof)]);
        return visitor;
    }

    public static string Proof(Visitor visitor) => visitor.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!;

    /// <summary>An address with everything filled in.</summary>
    public string Fill(Address address, bool known = true)
    {
        var path = address.Pattern.Replace("{circle:guid}", known ? Table : Guid.Empty.ToString(), StringComparison.Ordinal);
        path = path.Replace("{*path}", "nothing-here", StringComparison.Ordinal);
        while (path.IndexOf('{', StringComparison.Ordinal) is var from and >= 0)
        {
            var to = path.IndexOf('}', StringComparison.Ordinal);
            path = path[..from] + (known ? Thing : ContributionId.New().Value.ToString()) + path[(to + 1)..];
        }

        return path;
    }

    public async ValueTask DisposeAsync() => await _running.DisposeAsync();
}
