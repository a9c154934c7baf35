using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Safety;

/// <summary>Nobody finds out at one table that somebody of it is known elsewhere.</summary>
public sealed class NoIndexTests
{
    private static readonly string[] Pages =
    [
        "", "/list", "/views", "/plan", "/print", "/who", "/talks", "/decisions", "/overview", "/together", "/load", "/coordinator", "/frames", "/consults", "/incidents",
        "/find", "/read-by", "/people/new",
    ];

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task For_Esra_Joris_and_Bo_no_page_changes_when_Amir_and_Bo_also_sit_down_at_a_table_of_strangers_N23(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var joris = await running.AsAsync("joris");
        using var bo = await running.AsAsync("bo");
        Visitor[] readers = [esra, joris, bo];
        string[] pages = [.. Pages, "/people/" + await esra.SeatAsync("Amir"), "/people/" + await esra.SeatAsync("Bo")];
        var table = esra.Table;
        await LookAsync(readers, table, pages);
        var before = await LookAsync(readers, table, pages);

        using var scope = running.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        async Task<PersonId> IdAsync(string name) => new((await people.FindByNameAsync(name))!.Id);
        var (sanne, amir, guest) = (await IdAsync("sanne"), await IdAsync("amir"), await IdAsync("bo"));
        var door = running.Services.GetRequiredService<Door>();
        var caller = new Caller(sanne, DraftId.New().Value);
        var other = await door.StartAsync(caller, (person, at) => Circle.Start(
            person, "KANARIE-1", null, AgeGroup.Adult, null, [new ChildAtStart("KANARIE-2", AgeGroup.Child)], true, at));
        await door.ChangeAsync(
            caller,
            other,
            Permission.Host,
            visit =>
            {
                visit.Circle.Add(amir, "Amir", null, SeatSide.Host, AgeGroup.Child, null, visit.Act);
                visit.Circle.AddFromBefore(guest, "Bo", null, null, visit.Act);
                return Task.FromResult(true);
            },
            TestContext.Current.CancellationToken);
        await door.ChangeAsync(
            caller,
            other,
            Permission.Speak,
            visit =>
            {
                visit.Lay(GoodThing.Lay(visit.Circle, "KANARIE-3", SeatSet.None, Audience.Everyone, visit.Act));
                return Task.FromResult(true);
            },
            TestContext.Current.CancellationToken);
        var after = await LookAsync(readers, table, pages);
        Assert.All(before.Zip(after), page => Assert.Equal(page.First, page.Second));

        // Looked for by name it is not there, for who sits at both tables neither; and who does not sit at the other does not know that it is there.
        foreach (var reader in readers)
        {
            foreach (var asked in new[] { "KANARIE", "Amir" })
            {
                await reader.LookForAsync(table, asked);
                Assert.DoesNotContain("KANARIE-", reader.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            }
        }

        foreach (var reader in new[] { esra, joris })
        {
            await reader.GetAsync("/tables");
            Assert.DoesNotContain("KANARIE", reader.Html, StringComparison.Ordinal);
        }
    }

    private static async Task<List<string>> LookAsync(Visitor[] readers, string table, string[] pages)
    {
        var seen = new List<string>();
        foreach (var reader in readers)
        {
            foreach (var page in pages)
            {
                await reader.GetAsync(table + page);
                seen.Add(System.Text.RegularExpressions.Regex.Replace(reader.Steady(), "(name=\"draft\" value=|data-draft=)\"[^\"]*\"", ""));
            }
        }

        return seen;
    }
}
