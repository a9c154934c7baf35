using System.Reflection;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Tests.Views;

namespace Keukentafel.Domain.Tests.Collaborations;

public sealed class CollaborationTests
{
    private readonly Family _family = new();

    [Fact]
    public void Everybody_the_family_too_says_it_for_themselves_on_a_day_INV71_R108()
    {
        foreach (var (name, level) in new[] { ("Amir", CollaborationSentence.Apart), ("Esra", CollaborationSentence.SharedTask), ("Bo", CollaborationSentence.Team) })
        {
            var said = Said(name, level);
            Assert.Equal((_family.Seat(name).Number, level), (said.By, said.Sentence));
            Assert.True(said.About.IsEmpty);
        }
    }

    [Fact]
    public void The_sentence_is_all_that_is_asked_and_not_knowing_is_one_R150_INV53()
    {
        Assert.Equal(CollaborationSentence.NotKnown, Said("Esra", CollaborationSentence.NotKnown).Sentence);
        Assert.Equal(CollaborationRules.ChoosesSentence, Broken(() => Said("Esra", null)));
        Assert.Equal(CollaborationRules.ChoosesSentence, Broken(() => Said("Esra", (CollaborationSentence)7)));
    }

    [Fact]
    public void Whose_direction_and_what_is_handed_over_is_of_professionals_R107()
    {
        var guest = Lay("Bo", "direction", "hands");
        Assert.Equal(("direction", "hands"), (guest.Direction, guest.HandsOver));
        var mother = Lay("Esra", "direction", "hands");
        Assert.Equal(((string?)null, (string?)null), (mother.Direction, mother.HandsOver));

        Collaboration Lay(string name, string direction, string hands) => Collaboration.Lay(
            _family.Circle, CollaborationSentence.Team, null, null, direction, hands, Nothing, Audience.Everyone, _family.Act(name));
    }

    [Fact]
    public void The_grounds_may_stay_open_each_and_no_is_one_of_three_answers_R106()
    {
        var said = Said("Esra", CollaborationSentence.Apart, new()
        {
            [CollaborationGround.SameAim] = GroundAnswer.No,
            [CollaborationGround.SamePeople] = GroundAnswer.NotKnown,
            [(CollaborationGround)8] = GroundAnswer.Yes,
        });
        Assert.Equal([CollaborationGround.SameAim, CollaborationGround.SamePeople], said.Grounds.Keys.Order());
        Assert.Equal(GroundAnswer.No, said.Grounds[CollaborationGround.SameAim]);
    }

    [Fact]
    public void It_never_changes_and_nothing_of_it_can_be_added_up_INV71_R108()
    {
        Assert.DoesNotContain(typeof(Collaboration).GetProperties(), property => property.SetMethod is { IsPublic: true });
        Assert.DoesNotContain(
            typeof(Collaboration).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly),
            property => property.PropertyType == typeof(int) || property.PropertyType == typeof(double) || property.PropertyType == typeof(decimal));
        Assert.False(Said("Esra", CollaborationSentence.Team).MayBeAnsweredBy(_family.Seat("Bo")));
    }

    [Fact]
    public void Taken_back_it_says_nothing_any_more_D7()
    {
        var said = Collaboration.Lay(
            _family.Circle, CollaborationSentence.Team, "gemerkt", "volgende", "richting", "over",
            new Dictionary<CollaborationGround, GroundAnswer> { [CollaborationGround.SameAim] = GroundAnswer.Yes }, Audience.Everyone, _family.Act("Bo"));
        Assert.Equal(["gemerkt", "volgende", "richting", "over"], said.Said);
        said.TakeBack(_family.Act("Bo", day: 1));
        Assert.Empty(said.Said);
        Assert.Empty(said.Grounds);
        Assert.Equal(CollaborationSentence.NotKnown, said.Sentence);
    }

    private static Dictionary<CollaborationGround, GroundAnswer> Nothing => [];

    private static Rule Broken(Action what) => Assert.Throws<RuleBrokenException>(what).Rule;

    private Collaboration Said(string name, CollaborationSentence? level, Dictionary<CollaborationGround, GroundAnswer>? grounds = null) =>
        Collaboration.Lay(_family.Circle, level, null, null, null, null, grounds ?? Nothing, Audience.Everyone, _family.Act(name));
}
