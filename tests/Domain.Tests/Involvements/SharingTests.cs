using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Wishes;

namespace Keukentafel.Domain.Tests.Involvements;

public sealed class SharingTests
{
    private readonly Dictionary<string, PersonId> _people = [];
    private DateTimeOffset _now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public SharingTests()
    {
        Circle = Circle.Start(Known("Esra"), "Esra", "mama", AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child), new ChildAtStart("Kleintje", AgeGroup.Child)], false, _now);
        Circle.GiveWayIn(Circle.Seats[1].Id, Known("Amir"), Host("Esra"));
        Circle.Add(Known("Murat"), "Murat", "papa", SeatSide.Host, AgeGroup.Adult, null, Host("Esra"));
        Circle.Add(Known("Fatma"), "Fatma", "oma", SeatSide.Network, AgeGroup.Adult, null, Host("Esra"));
        Circle.AddFromBefore(Known("Samira"), "Samira", null, null, Host("Esra"));
    }

    private static Worth Joke => new()
    {
        Name = "Joke",
        Goal = "Dat er geen brieven blijven liggen.",
        Adds = "Zij kent de weg.",
        LookAgain = new DateOnly(2027, 2, 1),
    };

    private Circle Circle { get; }

    [Fact]
    public void Who_was_welcomed_reads_what_is_said_from_then_on_and_of_before_what_each_chose_to_pass_on_R102()
    {
        var before = new[] { Says("Esra"), Says("Murat"), Says("Fatma"), Says("Samira") };
        var joke = Welcomed();
        var after = new[] { Says("Esra"), Says("Murat"), Says("Fatma"), Says("Samira") };
        Assert.DoesNotContain(before, thing => thing.MayBeReadBy(Seat("Joke")));
        Assert.All(after, thing => Assert.True(thing.MayBeReadBy(Seat("Joke"))));
        Assert.All(before.Concat(after), thing => Assert.True(thing.MayBeReadBy(Seat("Samira")) && thing.MayBeReadBy(Seat("Fatma"))));

        Circle.Share(joke, Sharing.Before, Speaks("Esra"));
        Assert.Equal([true, false, false, false], before.Select(thing => thing.MayBeReadBy(Seat("Joke"))));
        Circle.Share(joke, Sharing.Before, Speaks("Fatma"));
        Circle.Share(joke, Sharing.Before, Speaks("Murat"));
        Assert.False(before[3].MayBeReadBy(Seat("Joke")));

        // What a professional said before is of all hosts to pass on, the child's too.
        Circle.Share(joke, Sharing.Before, Speaks("Amir"));
        Assert.All(before, thing => Assert.True(thing.MayBeReadBy(Seat("Joke"))));
        Circle.Share(joke, Sharing.SinceThen, Speaks("Amir"));
        Assert.Equal([true, true, true, false], before.Select(thing => thing.MayBeReadBy(Seat("Joke"))));
    }

    [Fact]
    public void A_guest_reads_nothing_of_a_host_who_did_not_say_yes_and_of_the_others_as_before_T20()
    {
        var seat = Circle.JoinByAuthority(Joke, "De kinderrechter", "ondertoezichtstelling", new DateOnly(2027, 5, 1), Known("Joke"), Speaks("Samira")).Seat!.Value;
        var joke = Circle.SeatAt(seat);
        var things = new[] { Says("Esra"), Says("Murat"), Says("Amir"), Says("Fatma") };
        Assert.Equal([false, false, false, true], things.Select(thing => thing.MayBeReadBy(Seat("Joke"))));

        Assert.Equal(Sharing.Nothing, Circle.SharingOf(joke, Seat("Kleintje")));

        // Each opens the own things, and nobody another's; a grown-up does not open a child's.
        Circle.Share(joke.Id, Sharing.SinceThen, Speaks("Esra"));
        Assert.Equal([true, false, false, true], things.Select(thing => thing.MayBeReadBy(Seat("Joke"))));
        Circle.Share(joke.Id, Sharing.Nothing, Speaks("Esra"));
        Assert.False(things[0].MayBeReadBy(Seat("Joke")));

        // What names somebody is given to them by hand.
        var named = GoodThing.Lay(Circle, "goed", SeatSet.None, Audience.These(SeatSet.Of(seat)), Speaks("Murat"));
        Assert.True(named.MayBeReadBy(Seat("Joke")));
        Refuses(SharingRules.OwnThings, () => Circle.Share(joke.Id, Sharing.Before, Speaks("Samira")));
        Refuses(SharingRules.Chooses, () => Circle.Share(joke.Id, null, Speaks("Esra")));
        Refuses(SharingRules.Chooses, () => Circle.Share(joke.Id, (Sharing)9, Speaks("Esra")));
        Refuses(CircleRules.SitsHere, () => Circle.Share(Seat("Fatma").Id, Sharing.Nothing, Speaks("Esra")));
        Assert.Equal(Deed.ShareChosen, Circle.Traces[^1].Deed);
    }

    [Fact]
    public void A_host_who_says_needed_no_more_takes_the_own_things_along_until_another_choice_T20()
    {
        var joke = Welcomed();
        var (hers, his) = (Says("Esra"), Says("Murat"));
        Circle.LookAgain(joke, StillNeeded.NoMore, null, null, Host("Esra"));
        Assert.Equal((false, true), (hers.MayBeReadBy(Seat("Joke")), his.MayBeReadBy(Seat("Joke"))));
        Circle.LookAgain(joke, StillNeeded.Otherwise, null, null, Host("Esra"));
        Assert.True(hers.MayBeReadBy(Seat("Joke")));
        Circle.LookAgain(joke, StillNeeded.NoMore, null, null, Host("Esra"));
        Circle.Share(joke, Sharing.SinceThen, Speaks("Esra"));
        Assert.True(hers.MayBeReadBy(Seat("Joke")));
        Circle.LookAgain(joke, StillNeeded.NoMore, null, null, Host("Esra"));
        Assert.False(hers.MayBeReadBy(Seat("Joke")));
    }

    [Fact]
    public void A_host_who_comes_in_later_gives_nothing_before_saying_so_T20()
    {
        var joke = Welcomed();
        Circle.GiveWayIn(Seat("Kleintje").Id, Known("Kleintje"), Host("Esra"));
        var later = Says("Kleintje");
        Assert.False(later.MayBeReadBy(Seat("Joke")));
        Assert.True(later.MayBeReadBy(Seat("Samira")));
        Circle.Share(joke, Sharing.SinceThen, Speaks("Kleintje"));
        Assert.True(later.MayBeReadBy(Seat("Joke")));
    }

    [Fact]
    public void What_a_host_hangs_under_anothers_slip_is_left_out_too_and_an_answer_to_the_guest_is_not_T20()
    {
        var before = Wish.Lay(Circle, "Dat papa belt.", SeatSet.None, Audience.Everyone, Speaks("Amir"));
        before.PromiseAnswer(Speaks("Esra"));
        var joke = Welcomed();
        Circle.Share(joke, Sharing.Nothing, Speaks("Murat"));
        var wish = Wish.Lay(Circle, "Dat wij samen eten.", SeatSet.None, Audience.Everyone, Speaks("Amir"));
        wish.PromiseAnswer(Speaks("Murat"));
        wish.PromiseAnswer(Speaks("Esra"));
        Assert.Equal(2, wish.AdditionsFor(Seat("Esra")).Count());
        Assert.Equal([Seat("Esra").Number], wish.AdditionsFor(Seat("Joke")).Select(addition => addition.By));

        // Who passes on what was before passes on no answer of another who does not.
        Circle.Share(joke, Sharing.Before, Speaks("Amir"));
        Assert.True(before.MayBeReadBy(Seat("Joke")));
        Assert.Empty(before.AdditionsFor(Seat("Joke")));
        Circle.Share(joke, Sharing.Before, Speaks("Esra"));
        Assert.Single(before.AdditionsFor(Seat("Joke")));

        var asked = GoodThing.Lay(Circle, "Murat belde.", SeatSet.Of(Seat("Murat").Number), Audience.Everyone, Speaks("Joke"));
        asked.Answer("Dat klopt.", 0, Speaks("Murat"));
        Assert.Single(asked.AdditionsFor(Seat("Joke")));
    }

    private static void Refuses(Rule rule, Action act) => Contributions.Table.Refuses(rule, act);

    private SeatId Welcomed()
    {
        var proposed = Circle.Propose(Joke, Speaks("Samira"));
        foreach (var host in new[] { "Esra", "Murat", "Amir" })
        {
            Circle.AnswerInvolvement(proposed.Id, WelcomeAnswer.Welcome, null, false, Host(host));
        }

        var seat = Circle.SeatAt(Circle.Involvements.Single(one => one.Id == proposed.Id).Seat!.Value).Id;
        Circle.GiveWayIn(seat, Known("Joke"), Host("Esra"));
        return seat;
    }

    private GoodThing Says(string name) => GoodThing.Lay(Circle, "goed", SeatSet.None, Audience.Everyone, Speaks(name));

    private Seat Seat(string name) => Circle.Seats.Single(seat => seat.Name == name);

    private PersonId Known(string name) => _people.TryGetValue(name, out var person) ? person : _people[name] = PersonId.New();

    private Act Host(string name) => Act(name, Permission.Host);

    private Act Speaks(string name) => Act(name, Permission.Speak);

    private Act Act(string name, Permission permission)
    {
        _now = _now.AddMinutes(1);
        return Circle.Admit(_people[name], permission, _now)!;
    }
}
