using System.Globalization;
using System.Text;
using Keukentafel.Web.Commands;

namespace Keukentafel.Web.Tests.Docs;

/// <summary>What <see cref="Reach"/> found, as docs/access.md says it: a row for addresses that answer everybody alike, a column for people whom they answer alike.</summary>
internal static class ReachPage
{
    public const string Heading = "## Every address, tried by everybody\n";

    public static string Print(Reach reach, IReadOnlyList<Asker> askers)
    {
        var page = new StringBuilder();
        page.Append(Heading).Append('\n');
        page.Append(CultureInfo.InvariantCulture, $"{reach.Addresses.Count} addresses, called by {askers.Count} kinds of person: {reach.Cells.Count} answers. ");
        page.Append(
            """
            What is not marked was refused, and looked the same as what is not there, byte
            for byte but for the ids; who is not signed in was sent to the sign-in page, whatever the address. `…` stands for `/tables/{circle}`. Forms (POST) were sent empty: by who
            does not sit at the table with everything; by who does with what is hidden from them, with what is not there and at another family's table, and all of
            that was refused. What they send otherwise changes the table, and is tried by the tests of each page.

            """.ReplaceLineEndings("\n"));
        page.Append('\n');
        foreach (var (mark, says) in Reach.Asked)
        {
            var never = !reach.Cells.Any(cell => cell.Key.Mark == mark && cell.Value);
            page.Append(CultureInfo.InvariantCulture, $"- {(never ? "never marked" : $"**{mark}**")}: {says}\n");
        }

        static bool AtTable(Address at) => at.Pattern.StartsWith("/tables/{circle:guid}", StringComparison.Ordinal);
        static bool OfThing(Address at) => at.Pattern.Contains("/things/", StringComparison.Ordinal);
        static bool IsForm(Address at) => at.Method == "POST";
        Section(page, reach, "At a table", [.. reach.Addresses.Where(at => !IsForm(at) && AtTable(at) && !OfThing(at))], askers);
        Section(page, reach, "With one thing on the table", [.. reach.Addresses.Where(at => !IsForm(at) && OfThing(at))], askers);
        Section(page, reach, "Elsewhere", [.. reach.Addresses.Where(at => !IsForm(at) && !AtTable(at))], askers);
        Section(page, reach, "Forms, sent by who does not sit at the table", [.. reach.Addresses.Where(IsForm)], [.. askers.Where(asker => !asker.Sits)]);
        return page.ToString();
    }

    // People whom all these addresses answer alike are one column, addresses that answer everybody alike one row; refused to all is said in a sentence.
    private static void Section(StringBuilder page, Reach reach, string heading, List<Address> addresses, IReadOnlyList<Asker> askers)
    {
        var columns = askers.Select(asker => asker.Kind)
            .GroupBy(kind => string.Join('|', addresses.Select(at => MarksOf(reach, at, kind)))).Select(alike => alike.ToList()).ToList();
        page.Append(CultureInfo.InvariantCulture, $"\n### {heading}\n\n");
        foreach (var (alike, n) in columns.Select((alike, n) => (alike, n)))
        {
            page.Append(CultureInfo.InvariantCulture, $"{n + 1}. {string.Join("; ", alike)}\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\n| Address |{string.Concat(columns.Select((_, n) => $" {n + 1} |"))}\n|---|{string.Concat(columns.Select(_ => "---|"))}\n");
        var refused = 0;
        foreach (var row in addresses.GroupBy(at => string.Concat(columns.Select(alike => $" {MarksOf(reach, at, alike[0])} |"))))
        {
            if (row.Key.All(sign => sign is ' ' or '|'))
            {
                refused = row.Count();
                continue;
            }

            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(", ", row.Select(Name))} |{row.Key}\n");
        }

        if (refused > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nThe other {refused} were refused to all of these.\n");
        }
    }

    private static string MarksOf(Reach reach, Address at, string kind) =>
        string.Concat(Reach.Asked.Where(asked => reach.Cells.TryGetValue((at, kind, asked.Mark), out var yes) && yes).Select(asked => asked.Mark));

    private static string Name(Address at) => $"`{Hole(at.Pattern.Replace("/tables/{circle:guid}", "…", StringComparison.Ordinal))}`";

    private static string Hole(string pattern) => System.Text.RegularExpressions.Regex.Replace(pattern, @"\{\*?(\w+)[^}]*\}", "{$1}");
}
