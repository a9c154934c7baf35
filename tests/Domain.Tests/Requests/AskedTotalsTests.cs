using Keukentafel.Domain.Access;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Requests;

namespace Keukentafel.Domain.Tests.Requests;

/// <summary>Totals of what people asked: above a minimum, and never traceable (R144).</summary>
public sealed class AskedTotalsTests
{
    private static readonly DateTimeOffset Then = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly LocalTeamId _team = LocalTeamId.New();

    [Fact]
    public void A_request_counts_with_what_from_whom_and_how_long_it_waited_and_how_many_wrote_R144_partly()
    {
        var samira = TeamMember.Of(PersonId.New(), _team, true);
        var request = Asked().Answer(samira, "Samira", "06", "Ik bel.", Then.AddDays(3)).HelpBegan(true, Then.AddDays(50));
        var shown = Many(AskedTotals.None, request, 10).Shown(_ => 0);
        Assert.Equal((10, 10, null), (shown.All, shown.With(HelpKind.Money), shown.With(HelpKind.Housing)));
        Assert.Equal((10, null), (shown.From(HelpFrom.Neighbours), shown.From(HelpFrom.Professionals)));
        Assert.Equal((10, null), (shown.Answered(AskedWait.Week), shown.Answered(AskedWait.NotSaid)));
        Assert.Equal((10, null), (shown.Helped(AskedWait.Longer), shown.Helped(AskedWait.Week)));

        Assert.Equal((10, null, null, null), (shown.By(AskedFaces.One), shown.By(AskedFaces.Two), shown.By(AskedFaces.More), shown.By(AskedFaces.Nobody)));

        // A table begins the help, where nobody said so before.
        Assert.Equal(10, Many(AskedTotals.None, Asked(), 10, Then.AddDays(30)).Shown(_ => 0).Helped(AskedWait.SixWeeks));
        Assert.Equal(10, Many(AskedTotals.None, Asked(), 10).Shown(_ => 0).Answered(AskedWait.NotSaid));
        Assert.Equal(10, Many(AskedTotals.None, Asked(), 10).Shown(_ => 0).By(AskedFaces.Nobody));

        // Who wrote twice is one face; two are two, and three or four are more.
        var faces = new[] { "Bo", "Ilse", "Wim" }.Aggregate(
            new List<HelpRequest> { request }, (all, name) => [.. all, all[^1].Answer(TeamMember.Of(PersonId.New(), _team, true), name, "06", "Ik ook.", Then.AddDays(4))]);
        var again = request.Answer(samira, "Samira", "06", "Nog iets.", Then.AddDays(4));
        Assert.Equal(
            [AskedFaces.One, AskedFaces.One, AskedFaces.Two, AskedFaces.More, AskedFaces.More],
            new[] { again }.Concat(faces).Select(one => Enum.GetValues<AskedFaces>().Single(many => Many(AskedTotals.None, one, 10).Shown(_ => 0).By(many) is not null)));
    }

    [Fact]
    public void Fewer_than_ten_are_not_shown_and_what_is_shown_is_never_more_than_there_was_and_turns_where_nobody_knows_R144_partly_N3_partly()
    {
        foreach (var later in Enumerable.Range(0, 10))
        {
            foreach (var count in Enumerable.Range(0, 45))
            {
                var shown = Many(AskedTotals.None, Asked(), count).Shown(_ => later).All;
                Assert.Equal(count < 10 + later, shown is null);
                Assert.True(shown is null || (shown % 10 == 0 && shown >= 10 && shown <= count && shown > count - 20));
            }
        }
    }

    [Fact]
    public void What_was_taken_back_what_a_family_does_not_want_and_a_question_without_names_do_not_count_R144_partly()
    {
        var theirs = HelpRequest.Of(_team, Ask().OnBehalf(AskedFor.Together, "oma", null), Then);
        var question = HelpAsk.ToExperts(
            new Dictionary<ConsultAsk, string?> { [ConsultAsk.WantsToKnow] = "Wat nu?", [ConsultAsk.Fact] = "Een plek.", [ConsultAsk.FamilySays] = "Gevallen." }, "huisarts", []);
        foreach (var request in new[] { Asked().TakeBack(Then), theirs.FamilyDoesNotWant(Then), HelpRequest.Of(_team, question, Then) })
        {
            Assert.Same(AskedTotals.None, AskedTotals.None.With(request, null));
        }

        Assert.NotSame(AskedTotals.None, AskedTotals.None.With(theirs, null));
    }

    [Fact]
    public void A_half_year_is_of_the_day_in_the_Netherlands()
    {
        Assert.Equal(AskedTotals.HalfYearOf(new DateOnly(2026, 6, 30)), AskedTotals.HalfYearOf(new DateOnly(2026, 1, 1)));
        Assert.Equal(AskedTotals.HalfYearOf(new DateOnly(2026, 6, 30)) + 1, AskedTotals.HalfYearOf(new DateOnly(2026, 7, 1)));
        Assert.Equal(AskedTotals.HalfYearOf(new DateOnly(2026, 12, 31)) + 1, AskedTotals.HalfYearOf(new DateOnly(2027, 1, 1)));
    }

    private static AskedTotals Many(AskedTotals totals, HelpRequest request, int many, DateTimeOffset? atTable = null) =>
        Enumerable.Range(0, many).Aggregate(totals, (all, _) => all.With(request, atTable));

    private static HelpAsk Ask() => HelpAsk.Of("Post.", null, [HelpKind.Money, HelpKind.Household], [HelpFrom.Neighbours], null, null, null);

    private HelpRequest Asked() => HelpRequest.Of(_team, Ask(), Then);
}
