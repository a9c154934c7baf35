using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Tests.Involvements;

public sealed class InvolvementTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<string, PersonId> _people = [];
    private DateTimeOffset _now = Start;

    public InvolvementTests()
    {
        Circle = Circle.Start(Known("Esra"), "Esra", "mama", AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child), new ChildAtStart("Kleintje", AgeGroup.Child)], false, Start);
        Circle.GiveWayIn(Circle.Seats[1].Id, Known("Amir"), Host("Esra"));
        Circle.Add(Known("Murat"), "Murat", "papa", SeatSide.Host, AgeGroup.Adult, null, Host("Esra"));
        Circle.Add(Known("Fatma"), "Fatma", "oma", SeatSide.Network, AgeGroup.Adult, null, Host("Esra"));
        Circle.AddFromBefore(Known("Samira"), "Samira", null, null, Host("Esra"));
    }

    private static Worth Joke => new()
    {
        Name = " Joke ",
        Does = "helpt met brieven",
        Goal = "Dat er geen brieven blijven liggen.",
        Adds = "Zij kent de weg.",
        LookAgain = new DateOnly(2027, 2, 1),
    };

    private Circle Circle { get; }

    [Fact]
    public void Three_answers_cannot_be_left_out_and_the_others_may_stay_empty_R96()
    {
        foreach (var (rule, worth) in new[]
        {
            (CircleRules.PersonHasName, Joke with { Name = " " }), (InvolvementRules.ForGoal, Joke with { Goal = " " }),
            (InvolvementRules.AddsSomething, Joke with { Adds = null }), (InvolvementRules.LooksAgain, Joke with { LookAgain = null }),
            (InvolvementRules.LooksAgain, Joke with { LookAgain = new DateOnly(2026, 11, 24) }),
            (InvolvementRules.LooksAgain, Joke with { LookAgain = new DateOnly(2027, 11, 26) }),
            (CommonRules.NotTooLong, Joke with { HowOften = new string('x', 1001) }), (CommonRules.NameNotTooLong, Joke with { Does = new string('x', 61) }),
        })
        {
            Breaks(rule, () => Circle.Propose(worth, Speaks("Samira")));
        }

        Assert.Empty(Circle.Involvements);
        var proposed = Circle.Propose(Joke with { Does = null, WhyNotHere = " Niemand kan dit. " }, Speaks("Samira"));
        Assert.Equal(("Joke", null, "Niemand kan dit.", null), (proposed.Worth.Name, proposed.Worth.Does, proposed.Worth.WhyNotHere, proposed.Worth.WhyNotBehind));
        Assert.Equal(Deed.InvolvementProposed, Circle.Traces[^1].Deed);
    }

    [Fact]
    public void Nobody_has_a_place_before_every_host_who_is_asked_said_yes_R97_INV58()
    {
        var id = Circle.Propose(Joke, Speaks("Samira")).Id;
        Assert.Equal(["Esra", "Amir", "Murat"], Circle.Asked.Select(host => host.Name));
        var seats = Circle.Seats.Count;
        foreach (var name in new[] { "Esra", "Murat" })
        {
            Answer(id, name, WelcomeAnswer.Welcome);
            Assert.False(Circle.IsWelcome(Of(id)));
            Assert.Equal(seats, Circle.Seats.Count);
        }

        // A child of any age is one of them: its no needs no reason, and holds as any other.
        foreach (var no in new[] { WelcomeAnswer.RatherNot, WelcomeAnswer.InDoubt, WelcomeAnswer.ExplainAgain })
        {
            Answer(id, "Amir", no);
            Assert.Null(Of(id).Seat);
        }

        Answer(id, "Amir", WelcomeAnswer.Welcome);
        var seat = Circle.Seats.Single(one => one.Name == "Joke");
        Assert.Equal((seat.Number, SeatSide.Guest, null, "helpt met brieven"), (Of(id).Seat, seat.Side, seat.Person, seat.WhatTheyAre));
        Assert.Equal([Deed.WelcomeAnswered, Deed.InvolvementWelcomed], Circle.Traces.Select(trace => trace.Deed).TakeLast(2));
    }

    [Fact]
    public void There_is_no_other_way_to_a_seat_for_a_professional_N19()
    {
        Breaks(InvolvementRules.FamilyWelcomes, () => Circle.Add(PersonId.New(), "Joke", null, SeatSide.Guest, AgeGroup.Adult, null, Host("Esra")));
        var before = Circle.AddFromBefore(null, "Bo", null, null, Host("Esra"));
        Breaks(InvolvementRules.FamilyWelcomes, () => Circle.GiveWayIn(before.Id, PersonId.New(), Host("Esra")));
        var id = Circle.Propose(Joke, Speaks("Esra")).Id;
        Assert.Equal(WelcomeAnswer.Welcome, Of(id).AnswerOf(Circle.SeatOf(_people["Esra"])!.Number)!.Answer);
        Assert.Null(Of(id).Seat);
    }

    [Fact]
    public void A_host_answers_anew_until_somebody_sits_there_and_the_card_follows_R97()
    {
        var id = Welcomed();
        var seat = Circle.Seats.Single(one => one.Name == "Joke");
        Assert.True(Circle.MayInvite(Circle.SeatOf(_people["Esra"])!, seat));
        var card = Circle.Invite(seat.Id, "Kom kennismaken.", SeatSet.None, Host("Esra"));
        Answer(id, "Murat", WelcomeAnswer.InDoubt);
        Assert.DoesNotContain(Circle.Seats, one => one.Name == "Joke");
        var joke = Known("Joke");
        Assert.Null(Circle.AdmitInvited(card.Id, joke, _now));
        Answer(id, "Murat", WelcomeAnswer.Welcome);
        Circle.Join(card.Id, Circle.AdmitInvited(card.Id, joke, _now)!);
        Assert.Equal(_now, Of(id).StartedAt);
        Assert.NotNull(Circle.Admit(joke, Permission.Speak, _now));
        Breaks(InvolvementRules.StillAsked, () => Answer(id, "Murat", WelcomeAnswer.RatherNot));
        Breaks(InvolvementRules.StillAsked, () => Circle.TakeBack(id, Speaks("Samira")));
    }

    [Fact]
    public void A_host_who_comes_in_meanwhile_is_asked_too_R97()
    {
        var id = Welcomed();
        Circle.GiveWayIn(Circle.Seats.Single(one => one.Name == "Kleintje").Id, Known("Kleintje"), Host("Esra"));
        Assert.False(Circle.IsWelcome(Of(id)));
        Answer(id, "Kleintje", WelcomeAnswer.Welcome);
        Assert.True(Circle.IsWelcome(Of(id)));
    }

    [Fact]
    public void An_answer_is_seen_by_who_gave_it_and_by_others_only_as_far_as_that_is_chosen_T20()
    {
        var id = Circle.Propose(Joke, Speaks("Samira")).Id;
        Answer(id, "Murat", WelcomeAnswer.RatherNot, "Nu even niet.");
        Answer(id, "Amir", WelcomeAnswer.InDoubt, show: true);
        Assert.Equal(["Murat"], SeenBy("Murat").Where(name => name == "Murat"));
        Assert.Empty(SeenBy("Esra"));
        Assert.Equal(["Amir"], SeenBy("Samira"));
        Answer(id, "Esra", WelcomeAnswer.ExplainAgain);
        Assert.Equal(["Amir", "Esra"], SeenBy("Esra").Order());
        Assert.Equal(["Amir", "Esra"], SeenBy("Samira").Order());
        Assert.Empty(SeenBy("Fatma"));
        Assert.Equal(["Esra"], Of(id).WaitingQuestions.Select(said => Circle.SeatAt(said.By).Name));
        _now = _now.AddMinutes(1);
        Circle.Explain(id, "Zij leest de post met je door.", Speaks("Samira"));
        Assert.Empty(Of(id).WaitingQuestions);

        // Who wanted it explained is asked once more; whoever said something else is not (R97).
        Assert.True(Of(id).WaitsFor(Circle.SeatOf(_people["Esra"])!.Number));
        Assert.False(Of(id).WaitsFor(Circle.SeatOf(_people["Murat"])!.Number));
        _now = _now.AddMinutes(1);
        Answer(id, "Esra", WelcomeAnswer.ExplainAgain);
        Assert.False(Of(id).WaitsFor(Circle.SeatOf(_people["Esra"])!.Number));

        IEnumerable<string> SeenBy(string reader) => Circle.ShownTo(Of(id), Circle.SeatOf(_people[reader])!).Select(said => Circle.SeatAt(said.By).Name);
    }

    [Fact]
    public void The_hosts_read_it_first_and_the_others_once_there_is_a_seat_INV58()
    {
        Circle.AddFromBefore(Known("Bo"), "Bo", null, null, Host("Esra"));
        var id = Circle.Propose(Joke, Speaks("Samira")).Id;
        Assert.Equal(["Esra", "Amir", "Murat", "Samira"], Readers());
        Welcome(id);
        Assert.Equal(["Esra", "Amir", "Murat", "Samira", "Fatma", "Bo"], Readers());

        IEnumerable<string> Readers() =>
            new[] { "Esra", "Amir", "Murat", "Samira", "Fatma", "Bo" }.Where(name => Circle.MayRead(Of(id), Circle.SeatOf(_people[name])!));
    }

    [Fact]
    public void Nobody_buries_what_others_ask_the_family_under_proposals_T20()
    {
        for (var more = 0; more < Involvement.MostAsked; more++)
        {
            Circle.Propose(Joke, Speaks("Esra"));
        }

        Breaks(InvolvementRules.NotMoreAsked, () => Circle.Propose(Joke, Speaks("Esra")));
        Circle.TakeBack(Circle.Involvements[^1].Id, Speaks("Esra"));
        Circle.Propose(Joke, Speaks("Esra"));
        Circle.Propose(Joke, Speaks("Samira"));

        // Who is welcome and did not come yet waits for nobody's answer.
        Breaks(InvolvementRules.NotMoreAsked, () => Circle.Propose(Joke, Speaks("Esra")));
        Welcome(Circle.Involvements.First(one => one.IsAsked).Id);
        Circle.Propose(Joke, Speaks("Esra"));
    }

    [Fact]
    public void Who_may_do_what_is_who_is_not_refused()
    {
        Breaks(InvolvementRules.Proposer, () => Circle.Propose(Joke, Speaks("Fatma")));
        Breaks(InvolvementRules.Proposer, () => Circle.Propose(Joke, Speaks("Amir")));
        Breaks(CommonRules.ProofFits, () => Circle.Propose(Joke, Host("Esra")));
        var id = Circle.Propose(Joke, Speaks("Samira")).Id;
        Breaks(CommonRules.ProofFits, () => Circle.AnswerInvolvement(id, WelcomeAnswer.Welcome, null, false, Speaks("Samira")));
        Breaks(InvolvementRules.ChoosesAnswer, () => Circle.AnswerInvolvement(id, null, null, false, Host("Esra")));
        Breaks(InvolvementRules.ProposerOnly, () => Circle.Explain(id, "Zo.", Speaks("Esra")));
        Breaks(InvolvementRules.ProposerOnly, () => Circle.TakeBack(id, Speaks("Esra")));
        Breaks(CommonRules.InWords, () => Circle.Explain(id, " ", Speaks("Samira")));
        Breaks(InvolvementRules.StillAsked, () => Circle.SayFamilyView(id, "Nee.", Host("Esra")));
        Circle.TakeBack(id, Speaks("Samira"));
        Breaks(InvolvementRules.StillAsked, () => Answer(id, "Esra", WelcomeAnswer.Welcome));
        Assert.False(Circle.IsWelcome(Of(id)));
    }

    [Fact]
    public void On_an_authority_it_does_not_wait_and_says_whose_with_the_familys_view_beside_it_INV62()
    {
        var karin = Known("Karin");
        var until = new DateOnly(2027, 3, 1);
        Breaks(InvolvementRules.AuthorityByGuest, () => Circle.JoinByAuthority(Joke, "De rechter", "Zijn beslissing", until, karin, Speaks("Esra")));
        Breaks(InvolvementRules.AuthorityNamed, () => Circle.JoinByAuthority(Joke, "De rechter", " ", until, karin, Speaks("Samira")));
        Breaks(InvolvementRules.AuthorityNamed, () => Circle.JoinByAuthority(Joke, null, "Zijn beslissing", until, karin, Speaks("Samira")));
        Breaks(InvolvementRules.AuthorityEnds, () => Circle.JoinByAuthority(Joke, "De rechter", "Zijn beslissing", new DateOnly(2026, 11, 23), karin, Speaks("Samira")));
        Breaks(InvolvementRules.ForGoal, () => Circle.JoinByAuthority(Joke with { Goal = null }, "De rechter", "Zijn beslissing", until, karin, Speaks("Samira")));
        var id = Circle.JoinByAuthority(Joke, "De rechter", "Zijn beslissing", until, karin, Speaks("Samira")).Id;
        Assert.NotNull(Circle.Admit(karin, Permission.Speak, _now));
        Circle.SayFamilyView(id, "Wij willen dit niet.", Host("Murat"));
        Circle.SayFamilyView(id, "Ik vind het goed.", Host("Esra"));
        Circle.SayFamilyView(id, "Ik wil dit niet.", Host("Murat"));
        Assert.Equal(["Ik vind het goed.", "Ik wil dit niet."], Of(id).FamilyViews.Select(view => view.Words));

        // The day after the last one it is over, at the next thing that is asked.
        var last = new DateTimeOffset(2027, 3, 1, 22, 0, 0, TimeSpan.Zero);
        Assert.NotNull(Circle.Admit(karin, Permission.Read, last));
        Assert.Null(Circle.Admit(karin, Permission.Read, last.AddHours(1)));
        Assert.False(Circle.ComesIn(karin, last.AddHours(1)));
        Assert.NotNull(Circle.Admit(_people["Samira"], Permission.Read, last.AddHours(1)));
    }

    [Fact]
    public void Whose_authority_is_over_can_come_on_another_one_and_sits_there_once_INV62()
    {
        var karin = Known("Karin");
        Circle.JoinByAuthority(Joke with { Name = "Karin" }, "De rechter", "Zijn beslissing", new DateOnly(2026, 12, 1), karin, Speaks("Samira"));
        Breaks(CircleRules.OneSeatEach, () => Circle.JoinByAuthority(
            Joke with { Name = "Karin" }, "De rechter", "Nog een", new DateOnly(2026, 12, 20), karin, Speaks("Samira")));
        _now = new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.Zero);
        Assert.Null(Circle.Admit(karin, Permission.Read, _now));
        Circle.JoinByAuthority(Joke with { Name = "Karin" }, "De rechter", "Verlenging", new DateOnly(2027, 3, 1), karin, Speaks("Samira"));
        Assert.NotNull(Circle.Admit(karin, Permission.Read, _now));
        Assert.Single(Circle.Seats, seat => seat.Name == "Karin");
        Assert.Single(Circle.SteppedBack, seat => seat.Name == "Karin");
    }

    private InvolvementId Welcomed()
    {
        var id = Circle.Propose(Joke, Speaks("Samira")).Id;
        Welcome(id);
        return id;
    }

    private void Welcome(InvolvementId id)
    {
        foreach (var host in Circle.Asked.ToList())
        {
            Answer(id, host.Name, WelcomeAnswer.Welcome);
        }
    }

    private void Answer(InvolvementId id, string name, WelcomeAnswer answer, string? words = null, bool show = false) =>
        Circle.AnswerInvolvement(id, answer, words, show, Host(name));

    private Involvement Of(InvolvementId id) => Circle.Involvements.Single(one => one.Id == id);

    private Act Host(string name) => Circle.Admit(_people[name], Permission.Host, _now)!;

    private Act Speaks(string name) => Circle.Admit(_people[name], Permission.Speak, _now)!;

    private PersonId Known(string name) => _people[name] = PersonId.New();

    private static void Breaks(Rule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);
}
