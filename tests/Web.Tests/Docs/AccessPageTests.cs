using System.Text;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Commands;

namespace Keukentafel.Web.Tests.Docs;

/// <summary>docs/access.md says what the rules say, because it is printed from them.</summary>
public sealed class AccessPageTests
{
    [Fact]
    public Task The_page_on_access_is_what_the_rules_say() =>
        ComparedAsync(printed => Print() + printed[BeginOf(printed)..], printed => printed[..BeginOf(printed)]);

    // The rules and what was tried are two parts of one page: each test writes and compares its own.
    private static async Task ComparedAsync(Func<string, string> write, Func<string, string> part)
    {
        var stands = Repository.Read("docs/access.md");
        var printed = write(stands);
        if (Repository.Writes)
        {
            await File.WriteAllTextAsync(Path.Combine(Repository.Root, "docs/access.md"), printed, TestContext.Current.CancellationToken);
        }

        Assert.Equal(part(printed), part(Repository.Read("docs/access.md")));
    }

    private static int BeginOf(string page) => page.IndexOf(ReachPage.Heading, StringComparison.Ordinal) is var at and >= 0 ? at : page.Length;

    [Fact]
    [Trait("Takes", "long")]
    public async Task Whoever_asks_whatever_is_refused_looks_as_what_is_not_there_and_what_is_not_refused_stands_on_the_page_R9()
    {
        await using var gathering = await Gathering.ComeAsync();
        var askers = await Askers.ComeAsync(gathering);
        var reach = new Reach(gathering, Address.Of(gathering.Running.App));
        await reach.TryAllAsync(askers);

        // Not one cell is left out: each is asked for what is not there, and for things in each state.
        static string MarksOf(Address at, Asker asker) => at.Method == "POST" && asker.Sits
            ? Reach.WhichPressed(at)
            : !at.Pattern.StartsWith("/tables/{circle:guid}", StringComparison.Ordinal)
            ? at.Pattern.Contains('{', StringComparison.Ordinal) ? "r" : "y"
            : at.Pattern.Count(letter => letter == '{') == 1 ? "taer" : at.Pattern.Contains("{id:", StringComparison.Ordinal) ? "ahwer" : "aher";
        var left = from at in reach.Addresses
                   from asker in askers
                   from mark in MarksOf(at, asker)
                   where !reach.Cells.ContainsKey((at, asker.Kind, mark))
                   select $"{at.Method} {at.Pattern}, {asker.Kind}: nobody tried {mark}";
        Assert.Equal("", string.Join('\n', left));
        Assert.Equal("", string.Join('\n', reach.Wrong));
        var sits = askers.Where(asker => asker.Sits).Select(asker => asker.Kind).ToHashSet();
        var hidden = reach.Cells.Where(cell => cell.Value && (cell.Key.Mark == 'h' || (cell.Key.At.Method == "POST" && sits.Contains(cell.Key.Kind)))).Select(cell => $"{cell.Key.At.Method} {cell.Key.At.Pattern}, {cell.Key.Kind}");
        Assert.Equal("", string.Join('\n', hidden.Order(StringComparer.Ordinal)));
        await Askers.AnothersOwnIsStillThereAsync(gathering, askers[0]);
        await ComparedAsync(printed => printed[..BeginOf(printed)] + ReachPage.Print(reach, askers), printed => printed[BeginOf(printed)..]);
    }

    private static string Print()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Who may come in, and for what

            Printed from `AccessRules` and `Audience` by a test. After changing those, write it anew and look at the difference:

                KEUKENTAFEL_WRITE=yes dotnet test --project tests/Web.Tests -c Release --filter-class "*AccessPageTests"

            Whoever is not at a table gets the same answer as when there were no table. There is no role that comes in everywhere.
            `./run endpoints` lists every address with who may open it.

            ## At a table

            | Seat |
            """);
        page.Append(string.Concat(Enum.GetValues<Permission>().Select(permission => $" {permission} |"))).Append("\n|---|");
        page.Append(string.Concat(Enum.GetValues<Permission>().Select(_ => "---|"))).Append('\n');
        foreach (var side in Enum.GetValues<SeatSide>())
        {
            page.Append($"| {side} |");
            page.Append(string.Concat(Enum.GetValues<Permission>().Select(permission => AccessRules.Allows(side, permission) ? " yes |" : " no |")));
            page.Append('\n');
        }

        page.Append(
            """

            Read: what this person may read at this table. Speak: lay something down, add to it, answer, take back one's own.
            Host: add people, put the question on the table, choose the order. Reflect: away from the table, read and write in what one was asked along
            for by name. A colleague reads nothing else, whatever readers were chosen. Advise: away from the table, answer the one question that one was asked in the
            background, as long as who asked sits here; an expert reads nothing else either. Join: say yes or no to an invitation; no seat has it, only who
            holds the code of a card, and with it one does nothing else. TakeAlong: take the own story along, as a document or a file. Keep: read what remains of a
            table that ended. OpenAgain: open such a table again. At a table that ended nothing is left but Keep, OpenAgain and TakeAlong, and to a guest not even those.

            ## What lies on the table

            Whoever laid it down always reads it. Until a named source agrees, only those two do. From whom a sentence is withheld does not read it
            until its last day has passed or its author shows it; until the second agrees only author, second and named source do. Besides them:

            | Chosen readers | child | young | grown-up |
            |---|---|---|---|

            """);
        foreach (var group in Enum.GetValues<Readers>())
        {
            page.Append($"| {group} |");
            foreach (var age in new[] { AgeGroup.Child, AgeGroup.Young, AgeGroup.Adult })
            {
                page.Append(new Audience(group, SeatSet.None).Chooses(Somebody(age)) ? " yes |" : group == Readers.These ? " when named |" : " no |");
            }

            page.Append('\n');
        }

        page.Append(
            """

            Of what is for Everyone or GrownUps a professional reads what each person gives them: nothing, what is said since they sat down, or what was said
            before too. Without a choice, nothing of a host who did not say yes to them.


            """);
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static Seat Somebody(AgeGroup age)
    {
        var circle = Circle.Start(
            PersonId.New(), "Iemand", null, AgeGroup.Adult, new Mug(default, default, default), [new ChildAtStart("Kind", AgeGroup.Child), new ChildAtStart("Jong", AgeGroup.Young)],
            false, DateTimeOffset.UnixEpoch);
        return circle.Seats.First(seat => seat.Age == age);
    }
}
