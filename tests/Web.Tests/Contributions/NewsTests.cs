using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Contributions;

public sealed class NewsTests
{
    public static TheoryData<Database> Both => Databases.Both;

    public static TheoryData<string, string> Changes => new()
    {
        { "correct", "Hier stond eerst:" },
        { "kind", "Was eerst feit." },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Whoever_was_shown_a_statement_sees_what_its_author_changed_marked_as_new_R36(string change, string says)
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var thing = await esra.LayAsync("statement", "De trein kwam vier keer te laat.", ("know", "WasThere"));
        using (var first = await running.AsAsync("fatma"))
        {
            await first.GetAsync(thing);
        }

        await ChangeAsync(running, thing, change);
        using var fatma = await running.AsAsync("fatma");
        var card = fatma.Page.QuerySelectorAll("article.statement").Single(one => one.TextContent.Contains("De trein", StringComparison.Ordinal));
        Assert.Contains("nieuw", card.TextContent, StringComparison.Ordinal);
        Assert.Contains(says, card.TextContent, StringComparison.Ordinal);
        await fatma.GetAsync(thing);
        Assert.Contains("nieuw", fatma.Page.QuerySelector("article.statement")!.TextContent, StringComparison.Ordinal);
        using var again = await running.AsAsync("fatma");
        card = again.Page.QuerySelectorAll("article.statement").Single(one => one.TextContent.Contains("De trein", StringComparison.Ordinal));
        Assert.DoesNotContain("nieuw", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_ones_own_wish_is_new_and_ones_own_deeds_are_not()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        var wish = await amir.LayAsync("wish", "Ik wil vrijdag bij oma slapen.");
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(wish + "/promise");
        await esra.PressAsync("form[action$='/promise']", "yes");
        await esra.PressAsync("form.composer", ("words", "Ja."));
        using var laterEsra = await running.AsAsync("esra");
        using var laterAmir = await running.AsAsync("amir");
        Assert.DoesNotContain("nieuw", Card(laterEsra), StringComparison.Ordinal);
        Assert.Contains("nieuw", Card(laterAmir), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_table_says_on_which_page_beside_it_something_is_new_to_who_may_read_it_D4(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using (var before = await running.AsAsync("fatma"))
        using (var child = await running.AsAsync("amir"))
        using (var own = await running.AsAsync("esra"))
        {
            // They were here, and so is nothing new when they come again.
        }

        using var quiet = await running.AsAsync("fatma");
        Assert.Empty(Beside(quiet));
        using var esra = await running.AsAsync("esra");
        await esra.LayInPlanAsync("agreement", ("words", "Vrijdag is er soep."), ("others-words", "de buurvrouw"), ("readers", "GrownUps"));
        using var fatma = await running.AsAsync("fatma");
        using var amir = await running.AsAsync("amir");
        using var again = await running.AsAsync("esra");
        Assert.Equal([fatma.Table + "/plan"], Beside(fatma));
        Assert.Empty(Beside(amir));
        Assert.Empty(Beside(again));

        // Seen once, it is new no more.
        using var once = await running.AsAsync("fatma");
        Assert.Empty(Beside(once));
    }

    private static IEnumerable<string?> Beside(Visitor who) => who.Page.QuerySelectorAll(".news a:not([href='#new'])").Select(link => link.GetAttribute("href"));

    private static string Card(Visitor who) => who.Page.QuerySelectorAll("section[aria-labelledby=wishes] article")
        .Single(one => one.TextContent.Contains("Ik wil vrijdag", StringComparison.Ordinal)).TextContent;

    // Through the door itself: the pages on which an author changes a statement have tests of their own.
    private static Task ChangeAsync(Running running, string thing, string change)
    {
        var parts = thing.Split('/');
        var door = running.Services.GetRequiredService<Door>();
        return AsAuthorAsync(running, async caller => await door.ChangeAsync(
            caller,
            new CircleId(Guid.Parse(parts[2])),
            Permission.Speak,
            async visit =>
            {
                var said = await visit.FindAsync<Statement>(new ContributionId(Guid.Parse(parts[4])), CancellationToken.None);
                if (change == "correct")
                {
                    said.Correct("De trein kwam één keer te laat.", "Ik telde verkeerd.", 0, visit.Act);
                }
                else
                {
                    said.ChangeKind(StatementKind.Opinion, "Ik vind het te laat.", 0, visit.Act);
                }

                return true;
            },
            CancellationToken.None));
    }

    private static async Task AsAuthorAsync(Running running, Func<Caller, Task> act)
    {
        await using var scope = running.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Keukentafel.Data.People.Person>>();
        var esra = (await people.FindByNameAsync("esra"))!;
        await act(new Caller(new PersonId(esra.Id), Guid.Empty));
    }
}
