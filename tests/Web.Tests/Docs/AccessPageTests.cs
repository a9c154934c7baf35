using System.Text;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Web.Tests.Docs;

/// <summary>docs/access.md says what the rules say, because it is printed from them.</summary>
public sealed class AccessPageTests
{
    [Fact]
    public async Task The_page_on_access_is_what_the_rules_say()
    {
        var path = Path.Combine(Root(AppContext.BaseDirectory), "docs", "access.md");
        var printed = Print();
        if (Environment.GetEnvironmentVariable("KEUKENTAFEL_WRITE") == "yes")
        {
            await File.WriteAllTextAsync(path, printed, TestContext.Current.CancellationToken);
        }

        Assert.Equal(printed, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
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
            for by name. A colleague reads nothing else, whatever readers were chosen. Join: say yes or no to an invitation; no seat has it, only who
            holds the code of a card, and with it one does nothing else. TakeAlong: take the own story along, as a document or a file. Keep: read what remains of a
            table that ended. OpenAgain: open such a table again. At a table that ended nothing is left but Keep, OpenAgain and TakeAlong, and to a guest not even those.

            ## What lies on the table

            Whoever laid it down always reads it. Until a named source agrees, only those two do. Besides them:

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

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Keukentafel.slnx")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
