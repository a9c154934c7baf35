using System.Reflection;
using System.Runtime.CompilerServices;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.OwnStories;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Views;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Tests.OwnStories;

public sealed class OwnStoryTests
{
    private static readonly StoryChoice Nothing = new(false, false);

    private readonly Table _table = new();
    private readonly List<Type> _within = [];

    private Circle Circle => _table.Circle;

    private Seat Mother => _table.Mother.By;

    [Fact]
    public void What_I_said_goes_along_with_what_was_answered_to_me_R7()
    {
        var worry = Worry.Lay(Circle, "Ik slaap slecht.", Only(_table.Guest), null, Audience.Everyone, _table.Mother);
        worry.Answer("Dat snap ik.", 0, _table.Guest);
        var page = PageOf(worry)!;
        Assert.Equal(StoryBond.Own, page.Bond);
        Assert.Equal([(StoryWhat.Words, "Ik slaap slecht."), (StoryWhat.Answer, "Dat snap ik.")], page.Words.Select(said => (said.What, said.Words!)));
        Assert.False(page.LeftOut);
    }

    [Fact]
    public void What_another_said_about_me_goes_along_and_what_third_persons_said_to_it_does_not_R7()
    {
        var worry = Worry.Lay(Circle, "Esra eet weinig.", Only(_table.Mother, _table.Grandmother), null, Audience.Everyone, _table.Guest);
        worry.Answer("Dat klopt niet.", 0, _table.Mother);
        worry.Answer("Ze kookt elke dag.", 0, _table.Grandmother);
        var page = PageOf(worry)!;
        Assert.Equal(StoryBond.AboutMe, page.Bond);
        Assert.Equal(["Esra eet weinig.", "Dat klopt niet."], page.Words.Select(said => said.Words));
        Assert.True(page.LeftOut);
    }

    [Fact]
    public void Of_what_others_said_to_each_other_only_my_own_words_go_along_and_nothing_when_I_said_nothing_R7()
    {
        var worry = Worry.Lay(Circle, "Fatma is moe.", Only(_table.Grandmother), null, Audience.Everyone, _table.Guest);
        Assert.Null(PageOf(worry));
        var decision = Decision.Open(Circle, "Wie kookt er?", "Fatma kookt.", false, null, SeatSet.None, SeatSet.None, null, _table.Guest);
        decision.TakePosition(Stance.AgreeBut, "Niet op vrijdag.", null, _table.Mother);
        var page = PageOf(decision)!;
        Assert.Equal(StoryBond.Beside, page.Bond);
        Assert.Equal([(StoryWhat.AgreeBut, "Niet op vrijdag.")], page.Words.Select(said => (said.What, said.Words!)));
        Assert.True(page.LeftOut);
    }

    [Fact]
    public void What_I_may_not_read_does_not_go_along_and_what_only_I_may_read_only_when_I_choose_it_R7()
    {
        Assert.Null(PageOf(Worry.Lay(Circle, "Over Esra.", Only(_table.Mother), null, Audience.OnlyMe, _table.Grandmother)));
        var mine = Worry.Lay(Circle, "Voor mij alleen.", SeatSet.None, null, Audience.OnlyMe, _table.Mother);
        Assert.Null(PageOf(mine));
        Assert.Equal("Voor mij alleen.", OwnStory.PageOf(Circle, Mother, mine, new StoryChoice(true, false))!.Words.Single().Words);
    }

    [Fact]
    public void The_words_of_a_child_leave_only_with_its_own_yes_and_only_with_whom_it_names_R7()
    {
        var about = Worry.Lay(Circle, "Mama huilt.", Only(_table.Mother), null, Audience.Everyone, _table.Child);
        var mine = Worry.Lay(Circle, "Amir slaapt slecht.", Only(_table.Child), null, Audience.Everyone, _table.Mother);
        mine.Answer("Nee hoor.", 0, _table.Child);
        Assert.Null(PageOf(about));
        Assert.Equal(["Amir slaapt slecht."], PageOf(mine)!.Words.Select(said => said.Words));
        Assert.True(PageOf(mine)!.LeftOut);

        var child = Circle.Admit(_table.Child.Person, Permission.TakeAlong, _table.Now)!;
        Circle.LetWordsGo(Only(_table.Grandmother), child);
        Assert.Null(PageOf(about));
        Circle.LetWordsGo(Only(_table.Mother), child);
        Assert.Equal("Mama huilt.", PageOf(about)!.Words.Single().Words);
        Assert.Equal(2, PageOf(mine)!.Words.Count);
        Circle.LetWordsGo(SeatSet.None, child);
        Assert.Null(PageOf(about));
        Assert.Equal(Deed.WordsLetGo, Circle.Traces[^1].Deed);

        // Its own story is its own.
        Assert.Equal("Mama huilt.", OwnStory.PageOf(Circle, _table.Child.By, about, Nothing)!.Words.Single().Words);
    }

    [Fact]
    public void Only_a_child_lets_its_words_go_and_not_with_a_professional_R7()
    {
        var mother = Circle.Admit(_table.Mother.Person, Permission.TakeAlong, _table.Now)!;
        Table.Refuses(OwnStoryRules.ChildSays, () => Circle.LetWordsGo(Only(_table.Grandmother), mother));
        var child = Circle.Admit(_table.Child.Person, Permission.TakeAlong, _table.Now)!;
        Table.Refuses(OwnStoryRules.TakesAlong, () => Circle.LetWordsGo(Only(_table.Guest), child));
        Table.Refuses(CommonRules.ProofFits, () => Circle.LetWordsGo(SeatSet.None, _table.Child));
        Assert.Null(Circle.Admit(_table.Guest.Person, Permission.TakeAlong, _table.Now));
        Assert.NotNull(Circle.Admit(_table.Grandmother.Person, Permission.TakeAlong, _table.Now));
    }

    [Fact]
    public void What_was_taken_back_keeps_no_words_in_my_story_R7()
    {
        var worry = Worry.Lay(Circle, "Ik slaap slecht.", Only(_table.Guest), null, Audience.Everyone, _table.Mother);
        worry.Answer("Dat snap ik.", 0, _table.Guest);
        worry.TakeBack(_table.Mother);
        Assert.DoesNotContain("Ik slaap slecht.", PageOf(worry)?.Words.Select(said => said.Words) ?? []);
    }

    [Fact]
    public void What_others_said_in_a_page_of_all_that_I_began_stays_theirs_but_where_they_stand_is_an_answer_R7()
    {
        var decision = Decision.Open(Circle, "Wie kookt er?", "Fatma kookt.", false, null, SeatSet.None, SeatSet.None, null, _table.Mother);
        decision.Help(Aid.Network, "Ik ben moe van mijn werk.", null, null, [], _table.Guest);
        decision.TakePosition(Stance.AgreeBut, "Niet op vrijdag.", null, _table.Grandmother);
        var page = PageOf(decision)!;
        Assert.DoesNotContain("Ik ben moe van mijn werk.", page.Words.Select(said => said.Words));
        Assert.Contains("Niet op vrijdag.", page.Words.Select(said => said.Words));
        Assert.True(page.LeftOut);
    }

    [Fact]
    public void Sentences_of_others_that_I_laid_beside_each_other_stay_theirs_R7()
    {
        var child = Circle.Children.First().Id;
        var left = View.Lay(Circle, child, "Hij slaapt goed.", false, null, false, null, null, Audience.Everyone, _table.Grandmother);
        var right = View.Lay(Circle, child, "Hij slaapt slecht.", false, null, false, null, null, Audience.Everyone, _table.Guest);
        var page = PageOf(Difference.PointOut(Circle, left, "Hij slaapt goed.", right, "Hij slaapt slecht.", "Hoe komt dat?", _table.Mother))!;
        Assert.Equal(["Hoe komt dat?"], page.Words.Select(said => said.Words));
        Assert.True(page.LeftOut);
    }

    [Fact]
    public void What_another_tells_of_a_childs_words_leaves_only_with_that_childs_yes_R7()
    {
        var told = Statement.Lay(
            Circle, "Mama huilt soms.", new Source(Knowing.WasTold, _table.Child.By.Number, null), Only(_table.Mother), null, null, Audience.Everyone, _table.Guest);
        told.AgreeAsSource(true, _table.Child);
        Assert.True(told.MayBeReadBy(Mother));
        Assert.Null(PageOf(told));
        Circle.LetWordsGo(Only(_table.Mother), Circle.Admit(_table.Child.Person, Permission.TakeAlong, _table.Now)!);
        Assert.Contains("Mama huilt soms.", PageOf(told)!.Words.Select(said => said.Words));
    }

    [Fact]
    public void What_nobody_else_is_named_for_is_as_private_as_only_me_R7()
    {
        var mine = Worry.Lay(Circle, "Voor mij alleen.", SeatSet.None, null, Audience.These(Only(_table.Mother)), _table.Mother);
        Assert.Null(PageOf(mine));
        Assert.NotNull(PageOf(Worry.Lay(Circle, "Voor oma.", SeatSet.None, null, Audience.These(Only(_table.Grandmother)), _table.Mother)));
    }

    [Fact]
    public void A_sentence_that_was_chosen_without_a_word_goes_along_R7()
    {
        var together = Collaboration.Lay(Circle, CollaborationSentence.SharedTask, null, null, null, null, new Dictionary<CollaborationGround, GroundAnswer>(), Audience.Everyone, _table.Mother);
        Assert.Equal(CollaborationSentence.SharedTask, PageOf(together)!.Words.Single().Chosen);
    }

    // Each choice, day and person in an addition.
    public static TheoryData<Type, string> EveryChoice =>
    [
        .. typeof(Addition).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Addition)) && !type.IsAbstract)
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Where(property => property.PropertyType.IsEnum || property.PropertyType == typeof(bool) || property.PropertyType == typeof(DateOnly)
                    || (Nullable.GetUnderlyingType(property.PropertyType) == typeof(SeatNumber)))
                .Select(property => new TheoryDataRow<Type, string>(type, property.Name))),
    ];

    [Theory]
    [MemberData(nameof(EveryChoice))]
    public void No_choice_is_forgotten_R7(Type kind, string choice)
    {
        var field = kind.GetField($"<{choice}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!;
        var of = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType;
        object[] values = of.IsEnum ? [.. Enum.GetValues(of).Cast<object>()]
            : of == typeof(bool) ? [false, true]
            : of == typeof(DateOnly) ? [new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 2)]
            : [new SeatNumber(2), new SeatNumber(3)];
        var told = values.Select(value =>
        {
            var addition = (Addition)Filled(kind, []);
            field.SetValue(addition, value);
            return string.Join(';', StoryReader.Of(addition));
        }).ToList();
        Assert.Equal(values.Length, told.Distinct().Count());
    }

    public static TheoryData<Type> EveryAddition =>
        [.. typeof(Addition).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Addition)) && !type.IsAbstract)];

    public static TheoryData<Type> EveryThing =>
        [.. typeof(Contribution).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Contribution)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(EveryAddition))]
    public void Of_no_kind_of_addition_a_word_is_forgotten_R7(Type kind)
    {
        var words = new List<string>();
        var addition = (Addition)Filled(kind, words);
        var said = StoryReader.Of(addition).ToList();
        Assert.Equal(words.Order(), said.Select(one => one.Words).OfType<string>().Order());
        Assert.NotEmpty(said);
    }

    [Theory]
    [MemberData(nameof(EveryThing))]
    public void Of_no_kind_of_thing_a_word_is_forgotten_R7(Type kind)
    {
        var words = new List<string>();
        var thing = (Contribution)Filled(kind, words);
        var said = StoryReader.Inside(thing, Mother).Select(one => one.Words).OfType<string>().ToList();
        Assert.Equal(words.Order(), said.Order());
    }

    private StoryPage? PageOf(Contribution thing) => OwnStory.PageOf(Circle, Mother, thing, Nothing);

    private static SeatSet Only(params IEnumerable<Act> who) => SeatSet.Of(who.Select(act => act.By.Number));

    // Something with another text in every place for words, also in the parts it is made of. What holds another of its own kind, holds one that holds none.
    private object Filled(Type type, List<string> words)
    {
        _within.Add(type);
        var made = RuntimeHelpers.GetUninitializedObject(type);
        for (var of = type; of is not null && of != typeof(object) && of != typeof(Aggregate); of = of.BaseType)
        {
            foreach (var field in of.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (_within.Count(outer => outer == field.FieldType) < 2 && ValueFor(field.FieldType, words) is { } value)
                {
                    field.SetValue(made, value);
                }
            }
        }

        _within.RemoveAt(_within.Count - 1);
        return made;
    }

    private object? ValueFor(Type type, List<string> words)
    {
        if (type == typeof(SeatNumber))
        {
            return Mother.Number;
        }

        if (type == typeof(string))
        {
            words.Add($"woorden {words.Count + 1}");
            return words[^1];
        }

        if (type.IsGenericType && type.GetGenericArguments() is [var from, var to])
        {
            return type.IsInterface ? Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(from, to)) : null;
        }

        if (type.IsGenericType && type.GetGenericArguments() is [var item] && (type.IsAssignableFrom(typeof(List<>).MakeGenericType(item))))
        {
            var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            if (item.Namespace!.StartsWith("Keukentafel", StringComparison.Ordinal) && !item.IsAbstract && item.IsClass)
            {
                list.Add(Filled(item, words));
            }
            else if (item.IsGenericType && item.GetGenericArguments() is [{ IsEnum: true }, var said] && said == typeof(string))
            {
                words.Add($"woorden {words.Count + 1}");
                list.Add(Activator.CreateInstance(item, Enum.ToObject(item.GetGenericArguments()[0], 0), words[^1]));
            }

            return list;
        }

        return type.IsClass && type.Namespace!.StartsWith("Keukentafel.Domain", StringComparison.Ordinal) && !type.IsAbstract ? Filled(type, words) : null;
    }
}
