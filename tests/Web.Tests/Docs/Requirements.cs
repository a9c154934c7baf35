using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Keukentafel.Web.Tests.Docs;

/// <summary>How far a requirement is.</summary>
internal enum State
{
    NotYet,
    Partly,
    Works,
}

/// <summary>A requirement's number and title; some are a matter of the domain alone.</summary>
internal sealed record Requirement(string Number, string Title, bool InDomainAlone);

/// <summary>A test that ran.</summary>
internal sealed record Ran(string Name, bool Passed)
{
    public bool OfDomain => Name.StartsWith("Keukentafel.Domain.Tests.", StringComparison.Ordinal);
}

/// <summary>
/// From the numbers at the end of names of tests to the state of each requirement. A number counts on a domain test, or on a test through
/// HTTP or a browser whose name says who does it. A page that works says so; a rule without a page is a part.
/// </summary>
internal static partial class Requirements
{
    private const string People =
        "somebody|nobody|everybody|everyone|anybody|anyone|whoever|who|person|people|persons|child|children|boy|girl|mother|father|parent|parents|host|" +
        "hosts|guest|guests|stranger|strangers|professional|family|families|author|holder|reader|readers|source|wisher|visitor|visitors|grown|neighbour|teacher|doctor";

    private static readonly Lazy<Regex> Actor = new(() => new Regex(
        $@"(?<![A-Za-z])(?:{People}|{string.Join('|', Demo())})(?![A-Za-z])", RegexOptions.IgnoreCase));

    /// <summary>The titles, kept by hand.</summary>
    public static IReadOnlyList<Requirement> All() =>
    [
        .. Repository.Read("docs/requirements.titles.txt").Split('\n')
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(" | "))
            .Select(parts => new Requirement(parts[0], parts[1], parts.ElementAtOrDefault(2) == "domain")),
    ];

    /// <summary>The tests in the reports of one run.</summary>
    /// <param name="folder">Where the reports lie: one JSON file a project.</param>
    public static IReadOnlyList<Ran> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file =>
            {
                using var report = JsonDocument.Parse(File.ReadAllText(file));
                return report.RootElement.GetProperty("results").GetProperty("tests").EnumerateArray()
                    .Select(test => new Ran(test.GetProperty("name").GetString()!, test.GetProperty("status").GetString() == "passed"))
                    .ToList();
            }),
    ];

    /// <summary>The state of a requirement, and how many tests say so.</summary>
    /// <param name="requirement">Which.</param>
    /// <param name="tests">What ran.</param>
    public static (State State, int Domain, int Pages) StateOf(Requirement requirement, IReadOnlyList<Ran> tests)
    {
        var labelled = tests
            .Select(test => (Test: test, Label: Label().Matches(Method(test)).FirstOrDefault(match => match.Groups[1].Value == requirement.Number)))
            .Where(one => one.Label is not null && (one.Test.OfDomain || Actor.Value.IsMatch(one.Test.Name.Replace('_', ' '))))
            .Select(one => (one.Test, Whole: !one.Label!.Groups[2].Success))
            .ToList();
        var passed = labelled.Where(one => one.Test.Passed).ToList();
        var shown = passed.Any(one => one.Whole && (requirement.InDomainAlone || !one.Test.OfDomain));
        var state = passed.Count == 0 ? State.NotYet : shown && labelled.All(one => one.Test.Passed) ? State.Works : State.Partly;
        return (state, passed.Count(one => one.Test.OfDomain), passed.Count(one => !one.Test.OfDomain));
    }

    /// <summary>The page.</summary>
    /// <param name="tests">What ran.</param>
    public static string Page(IReadOnlyList<Ran> tests)
    {
        var states = All().Select(one => (Requirement: one, Found: StateOf(one, tests))).ToList();
        var page = new StringBuilder();
        page.Append(
            """
            # Requirements

            Written by a run of the tests, from those that ran and passed; nobody edits a state by hand. [CONTRIBUTING](../CONTRIBUTING.md) says how a test
            carries a number. **works**: a test through the pages that names who does it passed, and none that carries the number failed. **partly**: only a
            part of it, or only the rule without a page. **not yet**: no test shows it. To see the tests of a number, search for it: `_R14`.

            The numbers are those of our reading of the vision "Veiligheid in gezinnen: een zaak voor iedereen" (NJi, 2020).


            """.ReplaceLineEndings("\n"));
        foreach (var (letter, heading) in new[] { ('R', "What it must do"), ('N', "What it must never do") })
        {
            var mine = states.Where(one => one.Requirement.Number[0] == letter).ToList();
            page.Append(CultureInfo.InvariantCulture, $"## {heading}\n\n");
            page.Append(string.Join(", ", mine.GroupBy(one => one.Found.State).OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {Say(group.Key)}")));
            page.Append(".\n\n| | State | Requirement | Tests: rules, pages |\n|---|---|---|---|\n");
            foreach (var (requirement, found) in mine)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {requirement.Number} | {Say(found.State)} | {requirement.Title} | {found.Domain}, {found.Pages} |\n");
            }

            page.Append(letter == 'R' ? "\n" : "");
        }

        return page.ToString();
    }

    /// <summary>A state in words.</summary>
    /// <param name="state">The state.</param>
    public static string Say(State state) => state switch
    {
        State.Works => "works",
        State.Partly => "partly",
        _ => "not yet",
    };

    private static string Method(Ran test)
    {
        var name = test.Name.Split('(')[0];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    // Names of the invented people, so that "Amir_is_not_asked" names who does it.
    private static IEnumerable<string> Demo() => Repository.Files(".json")
        .Where(path => path.StartsWith("src/Web/Demo/Stories/", StringComparison.Ordinal))
        .SelectMany(path =>
        {
            using var story = JsonDocument.Parse(Repository.Read(path));
            return story.RootElement.GetProperty("people").EnumerateArray().Select(person => Regex.Escape(person.GetProperty("key").GetString()!)).ToList();
        });

    [GeneratedRegex(@"(?<=_)((?:R|N)\d+)(?=_|$)(_partly)?")]
    private static partial Regex Label();
}
