using System.Text.RegularExpressions;
using Keukentafel.Domain.Access;

namespace Keukentafel.Web.Tests.Docs;

public sealed partial class DocumentsTests
{
    private static readonly string[] Documents = [.. Repository.Files(".md")];

    [Fact]
    public void Every_link_leads_somewhere() => Assert.Empty(
        from document in Documents
        from Match link in Link().Matches(Repository.Read(document))
        let target = link.Groups[1].Value
        where !target.StartsWith("https://", StringComparison.Ordinal)
        let path = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, target)
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{document}: {target}");

    [Fact]
    public void Every_script_that_the_README_names_is_there()
    {
        var scripts = Script().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Equal(["run", "test"], scripts.Order());
        Assert.All(scripts, script => Assert.True(
            (File.GetUnixFileMode(Path.Combine(Repository.Root, script)) & UnixFileMode.UserExecute) != 0, $"./{script} cannot be run."));
    }

    [Fact]
    public void Every_file_that_a_document_names_is_there()
    {
        var files = Repository.Files().ToList();
        Assert.Empty(
            from document in Documents
            from Match named in Named().Matches(Repository.Read(document))
            let path = named.Groups[1].Value.TrimEnd('/')
            where !Examples.Contains(Path.GetFileName(path))
            where !files.Exists(file => file == path || file.EndsWith("/" + path, StringComparison.Ordinal) || file.StartsWith(path + "/", StringComparison.Ordinal))
            select $"{document}: {path}");
    }

    [Fact]
    public void Every_type_that_a_document_names_is_in_the_code()
    {
        var code = string.Join('\n', Repository.Files(".cs", "BannedSymbols.txt").Select(Repository.Read));
        Assert.Empty(
            from document in Documents.Where(document => document is "ARCHITECTURE.md" or "SECURITY.md" || document.StartsWith("docs/", StringComparison.Ordinal))
            from Match named in Type().Matches(Repository.Read(document))
            from name in named.Groups[1].Value.Split('.')
            where !Regex.IsMatch(code, $@"\b{name}\b")
            select $"{document}: {name}");
    }

    [Fact]
    public void The_glossary_knows_every_public_noun_of_the_domain()
    {
        // Ids are "which …", rules are sentences: the noun is in the glossary already.
        var nouns = typeof(Rule).Assembly.GetExportedTypes()
            .Where(type => !type.IsInterface && !type.IsSubclassOf(typeof(Exception)))
            .Select(type => type.Name)
            .Where(name => !name.EndsWith("Id", StringComparison.Ordinal) && (!name.EndsWith("Rules", StringComparison.Ordinal) || name == nameof(AccessRules)))
            .ToHashSet();
        var rows = Row().Matches(Repository.Read("docs/glossary.md")).Select(row => (Dutch: row.Groups[1].Value, English: row.Groups[2].Value, Type: row.Groups[3].Value)).ToList();
        Assert.Empty(nouns.Except(rows.Select(row => row.Type)).Order());
        Assert.Empty(rows.Select(row => row.Type).Except(nouns).Order());
        Assert.Equal(rows.Count, rows.Select(row => row.Dutch).Distinct().Count());
        Assert.Equal(rows.Count, rows.Select(row => row.English).Distinct().Count());
    }

    [Fact]
    public void A_decision_has_context_options_decision_and_consequences_on_one_page()
    {
        var decisions = Documents.Where(document => document.StartsWith("docs/decisions/", StringComparison.Ordinal)).ToList();
        Assert.Equal(Enumerable.Range(1, decisions.Count), decisions.Select(path => int.Parse(Path.GetFileName(path)[..4])));
        Assert.All(decisions, path =>
        {
            var text = Repository.Read(path);
            Assert.All(["**Context.**", "**Options.**", "**Decision.**", "**Consequences.**"], part => Assert.Contains(part, text));
            Assert.InRange(text.Split('\n').Length, 10, 60);
        });
    }

    [Fact]
    public void What_the_code_cites_as_settled_stands_written_and_what_stands_written_is_cited()
    {
        var written = SettledRule().Matches(Repository.Read("docs/settled.md")).Select(rule => rule.Groups[1].Value).ToList();
        var cited = Repository.Files(".cs", ".cshtml", ".md")
            .Where(path => path != "docs/settled.md" && Path.GetFileName(path) != "DocumentsTests.cs")
            .SelectMany(path => CitedRule().Matches(Repository.Read(path)).Select(rule => rule.Groups[1].Value))
            .ToHashSet();
        Assert.Equal(written.Distinct(), written);
        Assert.Empty(cited.Except(written));
        Assert.Empty(written.Except(cited));
    }

    [Fact]
    public void Nothing_names_somebody_s_machine_or_how_it_was_made()
    {
        var texts = Repository.Files(".md", ".cs", ".cshtml", ".resx", ".txt", ".yml", ".json", ".mjs", ".css", ".props", ".csproj", ".html")
            .Append("LICENSE")
            .Where(path => Path.GetFileName(path) != "DocumentsTests.cs");
        Assert.Empty(
            from path in texts
            from Match match in Machine().Matches(Repository.Read(path))
            select $"{path}: {match.Value}");
        Assert.Empty(Repository.Files().Select(path => path.Split('/')[0]).Distinct().Except(Root));
        Assert.DoesNotContain(Repository.Files(), path => WorkingPaper().IsMatch(path));
    }

    [Fact]
    public void No_test_takes_a_day_out_of_a_moment_as_it_is_in_London()
    {
        var taken = Repository.Files(".cs").Where(path => path.StartsWith("tests/", StringComparison.Ordinal) && Path.GetFileName(path) != "DocumentsTests.cs")
            .SelectMany(path => Repository.Read(path).Split('\n').Where(TakesDayInLondon).Select(line => $"{path}: {line.Trim()}"));
        Assert.Empty(taken);

        // As it was done: in one go, and by way of a helper that takes a moment.
        Assert.True(TakesDayInLondon("""("day", TimeProvider.System.GetUtcNow().AddDays(90).ToString("yyyy-MM-dd"))"""));
        Assert.True(TakesDayInLondon("""private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd");"""));
        Assert.False(TakesDayInLondon("""Netherlands.DayOf(clock.GetUtcNow()).ToString("yyyy-MM-dd")"""));

        static bool TakesDayInLondon(string line) => line.Contains("yyyy-MM-dd", StringComparison.Ordinal) && !line.Contains("DayOf(", StringComparison.Ordinal)
            && (line.Contains("UtcNow", StringComparison.Ordinal) || line.Contains("DateTimeOffset", StringComparison.Ordinal));
    }

    // All that belongs at the root: working papers and folders of tools do not.
    private static readonly string[] Root =
    [
        ".ci", ".config", ".editorconfig", ".gitattributes", ".gitignore", "ARCHITECTURE.md", "BannedSymbols.txt",
        "CONTRIBUTING.md", "Directory.Build.props", "Directory.Packages.props", "Keukentafel.slnx", "LICENSE", "README.md",
        "SECURITY.md", "bench", "docs", "global.json", "look", "publiccode.yml", "run", "src", "test", "tests", "tools",
    ];

    private static readonly string[] Examples = ["FoldWorry.cs", "FoldWorryView.cshtml", "XTests.cs"];

    [GeneratedRegex(@"^\*\*(D\d+)\.", RegexOptions.Multiline)]
    private static partial Regex SettledRule();

    [GeneratedRegex(@"(?<![0-9A-Za-z#""'])(D[1-9]\d?)(?![0-9A-Za-z""'])")]
    private static partial Regex CitedRule();

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w.])\./([a-z]+)")]
    private static partial Regex Script();

    [GeneratedRegex(@"`(\w[\w./-]*(?:\.(?:cs|cshtml|resx|txt|json|md|props|css)|/[\w-]+))`")]
    private static partial Regex Named();

    [GeneratedRegex(@"`([A-Z][a-z]\w+(?:\.[A-Z]\w+)?)`")]
    private static partial Regex Type();

    [GeneratedRegex(@"^\| ([^|]+) \| ([^|]+) \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?<![\w.:/-])/(?:work|home|Users|root|mnt)/\w+|\b(?:language model|chatbot|ai-generated|co-authored-by|as an ai)\b|\bprompt(?:ed|s)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Machine();

    [GeneratedRegex(@"(?:^|/)(?:PLAN|NOTES|TODO|HANDOFF)[^/]*\.(?:md|txt)$", RegexOptions.IgnoreCase)]
    private static partial Regex WorkingPaper();
}
