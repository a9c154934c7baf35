using System.Text.RegularExpressions;

namespace Keukentafel.Web.Tests.Docs;

public sealed class RequirementsTests
{
    private static readonly Requirement Wish = new("R14", "A wish", false);

    [Fact]
    public void Every_number_has_one_title() => Assert.Equal(
        Enumerable.Range(1, 150).Select(n => $"R{n}").Concat(Enumerable.Range(1, 50).Select(n => $"N{n}")),
        Requirements.All().Select(one => one.Number));

    [Fact]
    public void The_page_gives_every_number_a_state()
    {
        if (Repository.Writes)
        {
            var reports = Path.Combine(Repository.Root, Environment.GetEnvironmentVariable("KEUKENTAFEL_REPORTS") ?? "artifacts/tests");
            var ran = Requirements.Read(reports);
            Assert.NotEmpty(ran);
            File.WriteAllText(Path.Combine(Repository.Root, "docs/requirements.md"), Requirements.Page(ran));
        }

        var rows = Regex.Matches(Repository.Read("docs/requirements.md"), @"^\| ([RN]\d+) \| (works|partly|not yet) \| (.+) \| \d+, \d+ \|$", RegexOptions.Multiline);
        Assert.Equal(
            Requirements.All().Select(one => (one.Number, one.Title)),
            rows.Select(row => (row.Groups[1].Value, row.Groups[3].Value)));
    }

    [Theory]
    [InlineData(State.Works, "Web.Tests.Wishes.RepeatTests.Amir_says_a_wish_again_R14+")]
    [InlineData(State.Works, "Browser.Tests.StoryTests.A_child_says_it_again_R1_R14_N27+")]
    [InlineData(State.Works, "Web.Tests.RepeatTests.It_is_said_again_R14(who: \"en-amir\")+")]
    [InlineData(State.Partly, "Web.Tests.RepeatTests.Amir_says_a_wish_again_R14_partly+")]
    [InlineData(State.Partly, "Domain.Tests.WishTests.A_wish_is_counted_R14+")]
    [InlineData(State.Partly, "Web.Tests.RepeatTests.Amir_says_it_again_R14+", "Web.Tests.RepeatTests.Esra_sees_it_R14-")]
    [InlineData(State.NotYet, "Web.Tests.RepeatTests.Amir_says_it_again_R14-")]
    [InlineData(State.NotYet, "Web.Tests.RepeatTests.It_is_drawn_R14+")]
    [InlineData(State.NotYet, "Web.Tests.RepeatTests.Amir_says_it_again_R140+", "Web.Tests.RepeatTests.Amir_sees_R1_N14_INV14+")]
    [InlineData(State.NotYet)]
    internal void A_state_follows_from_what_ran_and_passed(State state, params string[] tests) => Assert.Equal(
        state, Requirements.StateOf(Wish, [.. tests.Select(test => new Ran("Keukentafel." + test[..^1], test[^1] == '+'))]).State);

    [Fact]
    public void A_rule_alone_is_enough_where_it_is_a_matter_of_the_domain() => Assert.Equal(
        State.Works,
        Requirements.StateOf(new Requirement("R43", "No number", true), [new Ran("Keukentafel.Domain.Tests.ShapeTests.No_number_comes_of_it_R43", true)]).State);
}
