using Keukentafel.Data.Circles;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Wishes;

namespace Keukentafel.Data.Tests.Circles;

/// <summary>Who may read is decided in the domain, and asked of the database with the same outcome (R12, D6).</summary>
public sealed class MayReadTests
{
    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task The_database_lets_through_what_the_domain_lets_through_and_nothing_else_R12(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var chance = new Random(20261124);
        var laid = new List<Contribution>();
        for (var i = 0; i < 120; i++)
        {
            laid.Add(await LayAsync(house, chance));
        }

        var shown = 0;
        var hidden = 0;
        foreach (var caller in house.Everybody)
        {
            using var sight = await house.Door.OpenAsync(caller, house.Table, Look.All("test"), CancellationToken.None);
            var seen = sight.Slips.Select(slip => slip.Id).ToHashSet();
            foreach (var contribution in laid)
            {
                var may = contribution.MayBeReadBy(sight.Me);
                Assert.Equal(may, seen.Contains(contribution.Id));
                shown += may ? 1 : 0;
                hidden += may ? 0 : 1;
            }
        }

        // By chance both happen often; else this would prove nothing.
        Assert.True(shown > 50 && hidden > 50);
        Assert.Contains(laid, contribution => contribution.WaitsFor is not null);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_professional_is_handed_what_each_gives_and_no_answer_of_who_gives_nothing_R102_T20(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var chance = new Random(20261128);
        var laid = new List<Contribution>();
        var joke = new Caller(PersonId.New(), Guid.Parse("66666666-6666-4666-8666-666666666666"));
        await LaySomeAsync(40);
        house.Clock.Now += TimeSpan.FromHours(1);
        var worth = new Worth { Name = "Joke", Goal = "Dat er rust komt.", Adds = "Zij kent de weg.", LookAgain = Netherlands.DayOf(house.Clock.GetUtcNow()).AddDays(60) };
        await ChangeAsync(house, house.Guest, Permission.Speak, visit =>
            visit.Circle.JoinByAuthority(worth, "De kinderrechter", "ondertoezichtstelling", worth.LookAgain, joke.Person, visit.Act));
        await LaySomeAsync(40);
        foreach (var choose in new[] { (Sharing?)null, Sharing.SinceThen, Sharing.Before, Sharing.Nothing })
        {
            if (choose is not null)
            {
                await ChangeAsync(house, house.Mother, Permission.Speak, visit =>
                    visit.Circle.Share(visit.Circle.Seats.Single(seat => seat.Name == "Joke").Id, choose, visit.Act));
            }

            using var sight = await house.Door.OpenAsync(joke, house.Table, Look.All("test"), CancellationToken.None);
            var seen = sight.Slips.Select(slip => slip.Id).ToHashSet();
            Assert.All(laid, one => Assert.Equal(one.MayBeReadBy(sight.Me), seen.Contains(one.Id)));
            var mothers = sight.Circle.Seats[0];
            Assert.Equal(
                choose is Sharing.SinceThen or Sharing.Before,
                laid.Exists(one => one.By == mothers.Number && !one.Audience.Named.Has(sight.Me.Number) && one.WaitsFor is null && seen.Contains(one.Id)));
            Assert.Equal(laid.Exists(one => one.By == mothers.Number && seen.Contains(one.Id)), sight.Spoken.Has(mothers.Number));
        }

        // An answer of who gives nothing is not there, is no news, and its reader is not noted as somebody who read it.
        var wish = (Wish?)null;
        await ChangeAsync(house, house.Neighbour, Permission.Speak, visit =>
            visit.Lay(wish = Wish.Lay(visit.Circle, "Dat wij samen eten.", SeatSet.None, Audience.Everyone, visit.Act)));
        foreach (var reader in new[] { joke, house.Neighbour })
        {
            house.Clock.Now += TimeSpan.FromMinutes(1);
            using var sight = await house.Door.OpenAsync(reader, house.Table, Look.Table(), CancellationToken.None);
        }

        house.Clock.Now += TimeSpan.FromMinutes(1);

        await house.Door.ChangeAsync(
            house.Mother, house.Table, Permission.Speak,
            async visit =>
            {
                (await visit.FindAsync<Wish>(wish!.Id, CancellationToken.None)).PromiseAnswer(visit.Act);
                return true;
            },
            CancellationToken.None);
        Assert.False((await house.Door.TablesOfAsync(joke, CancellationToken.None)).Single().HasNews);
        Assert.True((await house.Door.TablesOfAsync(house.Neighbour, CancellationToken.None)).Single().HasNews);
        using (var sight = await house.Door.OpenAsync(joke, house.Table, Look.At(wish!.Id), CancellationToken.None))
        {
            Assert.Empty(sight.Slips.Single().Contribution.Additions);
            Assert.True(sight.Slips.Single().Replied.IsEmpty);
        }

        async Task LaySomeAsync(int many)
        {
            for (var i = 0; i < many; i++)
            {
                laid.Add(await LayAsync(house, chance));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Who_stands_in_is_handed_never_more_than_the_other_and_of_before_as_far_as_that_one_was_R102(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var chance = new Random(20261129);
        var laid = new List<Contribution>();
        var today = Netherlands.DayOf(house.Clock.Now);
        var joke = new Caller(PersonId.New(), Guid.Parse("66666666-6666-4666-8666-666666666666"));
        var sem = new Caller(PersonId.New(), Guid.Parse("77777777-7777-4777-8777-777777777777"));
        await LaySomeAsync();
        var worth = new Worth { Name = "Joke", Goal = "Dat er rust komt.", Adds = "Zij kent de weg.", LookAgain = today.AddDays(60) };
        await SitDownAsync(joke, visit => visit.Circle.Propose(worth, visit.Act));
        await LaySomeAsync();
        await SitDownAsync(sem, visit => visit.Circle.ProposeStandIn(
            visit.Circle.Seats.Single(seat => seat.Name == "Joke").Id, worth with { Name = "Sem" }, today, today.AddDays(30), new StandInWords(null, null, null), visit.Act));
        await LaySomeAsync();
        var mothers = new List<int>();
        foreach (var (to, choose) in new (string, Sharing?)[]
        {
            ("Sem", null), ("Sem", Sharing.Before), ("Joke", Sharing.Before), ("Sem", Sharing.Nothing), ("Sem", Sharing.Before), ("Joke", Sharing.Nothing),
        })
        {
            if (choose is not null)
            {
                await ChangeAsync(house, house.Mother, Permission.Speak, visit =>
                    visit.Circle.Share(visit.Circle.Seats.Single(seat => seat.Name == to).Id, choose, visit.Act));
            }

            using var sight = await house.Door.OpenAsync(sem, house.Table, Look.All("test"), CancellationToken.None);
            var seen = sight.Slips.Select(slip => slip.Id).ToHashSet();
            Assert.All(laid, one => Assert.Equal(one.MayBeReadBy(sight.Me), seen.Contains(one.Id)));
            var mother = sight.Circle.Seats[0].Number;

            // What names Sem, or waits for him, is his to read whatever is given.
            mothers.Add(laid.Count(one => one.By == mother && !one.Audience.Named.Has(sight.Me.Number) && one.WaitsFor is null && seen.Contains(one.Id)));
        }

        // Since Sem; since Joke; of before Joke; nothing; and so again, until Joke is given nothing.
        Assert.True(mothers[0] < mothers[1] && mothers[1] < mothers[2], string.Join(' ', mothers));
        Assert.Equal((0, mothers[2], 0), (mothers[3], mothers[4], mothers[5]));

        async Task SitDownAsync(Caller who, Func<Visit, Involvement> propose)
        {
            var id = default(InvolvementId);
            await ChangeAsync(house, house.Guest, Permission.Speak, visit => id = propose(visit).Id);
            foreach (var host in new[] { house.Mother, house.Boy })
            {
                await ChangeAsync(house, host, Permission.Host, visit => visit.Circle.AnswerInvolvement(id, WelcomeAnswer.Welcome, null, false, visit.Act));
            }

            await ChangeAsync(house, house.Mother, Permission.Host, visit => visit.Circle.GiveWayIn(
                visit.Circle.SeatAt(visit.Circle.Involvements.Single(one => one.Id == id).Seat!.Value).Id, who.Person, visit.Act));
        }

        async Task LaySomeAsync()
        {
            for (var i = 0; i < 40; i++)
            {
                laid.Add(await LayAsync(house, chance));
            }

            house.Clock.Now += TimeSpan.FromHours(1);
        }
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Who_said_that_the_parents_live_apart_and_when_is_kept_so_that_who_worked_here_before_keeps_what_others_give_T20(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await ChangeAsync(house, house.Mother, Permission.Host, visit => visit.Circle.SayApart(visit.Act));
        await using var visit = await house.Door.EnterAsync(house.Mother, house.Table, Permission.Read, CancellationToken.None);
        Assert.True(visit.Circle.ParentsApart);
        Assert.Equal((visit.Me.Number, Sheets.Moment(Sheets.Ms(house.Clock.Now))), (visit.Circle.ApartSaid!.By, visit.Circle.ApartSaid.At));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Who_came_in_with_a_card_of_one_host_is_handed_nothing_that_another_gives_by_name_until_they_met_T20_T22(Database on)
    {
        await using var house = await House.OpenAsync(on, parentsApart: true);
        var chance = new Random(20261130);
        var laid = new List<Contribution>();
        var today = Netherlands.DayOf(house.Clock.Now);
        var joke = new Caller(PersonId.New(), Guid.Parse("66666666-6666-4666-8666-666666666666"));
        var sem = new Caller(PersonId.New(), Guid.Parse("77777777-7777-4777-8777-777777777777"));
        var worth = new Worth { Name = "Joke", Goal = "Dat er rust komt.", Adds = "Zij kent de weg.", LookAgain = today.AddDays(60) };
        await SitDownAsync(joke, visit => visit.Circle.Propose(worth, visit.Act));
        await SitDownAsync(sem, visit => visit.Circle.ProposeStandIn(
            visit.Circle.Seats.Single(seat => seat.Name == "Joke").Id, worth with { Name = "Sem" }, today, today.AddDays(30), new StandInWords(null, null, null), visit.Act));
        foreach (var choose in new[] { (Sharing?)null, Sharing.Before, Sharing.Nothing, Sharing.SinceThen })
        {
            foreach (var name in new[] { "Joke", "Sem" })
            {
                if (choose is not null)
                {
                    await ChangeAsync(house, house.Boy, Permission.Speak, visit => visit.Circle.Share(visit.Circle.Seats.Single(seat => seat.Name == name).Id, choose, visit.Act));
                }
            }

            Assert.Equal(0, await NamedByBoyAsync());
        }

        foreach (var name in new[] { "Joke", "Sem" })
        {
            await ChangeAsync(house, house.Boy, Permission.Host, visit => visit.Circle.SayMet(visit.Circle.Seats.Single(seat => seat.Name == name).Id, visit.Act));
        }

        Assert.True(await NamedByBoyAsync() > 0);

        async Task<int> NamedByBoyAsync()
        {
            var named = 0;
            foreach (var who in new[] { joke, sem })
            {
                using var sight = await house.Door.OpenAsync(who, house.Table, Look.All("test"), CancellationToken.None);
                var seen = sight.Slips.Select(slip => slip.Id).ToHashSet();
                Assert.All(laid, one => Assert.Equal(one.MayBeReadBy(sight.Me), seen.Contains(one.Id)));
                var boy = sight.Circle.Seats.Single(seat => seat.Name == "Jongen").Number;
                named += laid.Count(one => one.By == boy && one.Audience is { Group: Readers.These } && one.WaitsFor is null && seen.Contains(one.Id));
            }

            return named;
        }

        async Task SitDownAsync(Caller who, Func<Visit, Involvement> propose)
        {
            var id = default(InvolvementId);
            await ChangeAsync(house, house.Guest, Permission.Speak, visit => id = propose(visit).Id);
            foreach (var host in new[] { house.Mother, house.Boy })
            {
                await ChangeAsync(house, host, Permission.Host, visit => visit.Circle.AnswerInvolvement(id, WelcomeAnswer.Welcome, null, false, visit.Act));
            }

            await LaySomeAsync();
            var code = await house.Door.ChangeAsync(
                house.Mother, house.Table, Permission.Host,
                visit => Task.FromResult(house.Door.CodeOf(visit, visit.Circle.Invite(
                    visit.Circle.SeatAt(visit.Circle.Involvements.Single(one => one.Id == id).Seat!.Value).Id, "Kom.", SeatSet.None, visit.Act))),
                CancellationToken.None);
            await house.Door.JoinAsync(code, who.Person, null, CancellationToken.None);
            await LaySomeAsync();
        }

        async Task LaySomeAsync()
        {
            for (var i = 0; i < 25; i++)
            {
                laid.Add(await LayAsync(house, chance));
            }

            house.Clock.Now += TimeSpan.FromHours(1);
        }
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Whatever_readers_were_chosen_the_colleague_away_from_the_table_gets_a_reflection_of_theirs_and_nothing_else_R12_R90(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var wil = new Caller(PersonId.New(), Guid.Parse("55555555-5555-4555-8555-555555555555"));
        await HostAsync(house, circle => circle.Seats.Single(seat => seat.IsGuest).Id, (circle, guest, act) => circle.AskFigure(guest, act));
        await ChangeAsync(house, house.Guest, Permission.Speak, visit => visit.Circle.NameColleague(wil.Person, "Wil", "werkt elders", "kijkt mee", visit.Act));
        await ChangeAsync(house, house.Mother, Permission.Host, visit => visit.Circle.AgreeWithColleague(true, visit.Circle.Figures.Single().Turn, visit.Act));
        await ChangeAsync(house, wil, Permission.Reflect, visit => visit.Circle.AcceptToReflect(true, visit.Act));
        var chance = new Random(20261127);
        var laid = new List<Contribution>();
        for (var i = 0; i < 60; i++)
        {
            laid.Add(await LayAsync(house, chance));
        }

        Statement? rests = null;
        Reflection? named = null;
        foreach (var lets in new[] { true, false })
        {
            var started = await house.Door.ChangeAsync(
                house.Guest,
                house.Table,
                Permission.Speak,
                visit =>
                {
                    var said = Statement.Lay(
                        visit.Circle, "rustig", new Source(Knowing.WasThere, null, null), SeatSet.None, null, null, Audience.Everyone, visit.Act);
                    var reflection = Reflection.Start(visit.Circle, "Is hij rustig?", SeatSet.None, [said], null, visit.Act);
                    visit.Lay(said);
                    visit.Lay(reflection);
                    laid.Add(said);
                    rests = lets ? said : rests;
                    return Task.FromResult(reflection);
                },
                CancellationToken.None);
            laid.Add(started);
            if (lets)
            {
                named = await house.Door.ChangeAsync(
                    house.Mother,
                    house.Table,
                    Permission.Speak,
                    async visit =>
                    {
                        var reflection = await visit.FindAsync<Reflection>(started.Id, CancellationToken.None);
                        reflection.LetRead(visit.Circle, visit.Act);
                        return reflection;
                    },
                    CancellationToken.None);
                laid[^1] = named;
            }
        }

        using (var along = await house.Door.OpenAsync(wil, house.Table, Look.Along(), CancellationToken.None))
        {
            Assert.Equal([named!.Id], along.Slips.Select(slip => slip.Id));
            Assert.All(laid, one => Assert.Equal(one.Id == named.Id, one.MayBeReadBy(along.Me)));
        }

        using (var one = await house.Door.OpenAsync(wil, house.Table, Look.Reflection(named.Id, away: true), CancellationToken.None))
        {
            Assert.Equal([named.Id, rests!.Id], one.Slips.Select(slip => slip.Id));
        }

        foreach (var look in new[]
        {
            Look.Table(), Look.Views(), Look.All("test"), Look.At(named.Id), Look.At(rests.Id), Look.Reflection(named.Id), Look.Of("test", typeof(Statement)),
        })
        {
            await Assert.ThrowsAsync<RefusedException>(() => house.Door.OpenAsync(wil, house.Table, look, CancellationToken.None));
        }

        foreach (var other in laid.Where(other => other.Id != named.Id))
        {
            await Assert.ThrowsAsync<RefusedException>(() => house.Door.OpenAsync(wil, house.Table, Look.Reflection(other.Id, away: true), CancellationToken.None));
            await Assert.ThrowsAsync<RefusedException>(() => house.Door.ChangeAsync(
                wil, house.Table, Permission.Reflect, visit => visit.FindAsync<Contribution>(other.Id, CancellationToken.None), CancellationToken.None));
        }

        // Whose words the colleague read can see that, as of a guest (R6); and after the end the colleague comes in no more.
        var read = await house.Door.ReadersOfMineAsync(house.Guest, house.Table, CancellationToken.None);
        Assert.Contains(read, one => one.Guest.Name == "Wil");
        await ChangeAsync(house, house.Guest, Permission.Speak, visit => visit.Circle.StopReflecting(visit.Circle.Figures.Single().Turn, visit.Act));
        await Assert.ThrowsAsync<RefusedException>(() => house.Door.OpenAsync(wil, house.Table, Look.Along(), CancellationToken.None));
        Assert.Empty(await house.Door.TablesOfAsync(wil, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Whatever_readers_were_chosen_an_expert_gets_the_question_they_were_asked_and_nothing_else_and_ends_with_who_asked_R98(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var ingrid = new Caller(PersonId.New(), Guid.Parse("66666666-6666-4666-8666-666666666666"));
        var chance = new Random(20261129);
        var laid = new List<Contribution>();
        for (var i = 0; i < 60; i++)
        {
            laid.Add(await LayAsync(house, chance));
        }

        var asked = new List<ContributionId>();
        for (var i = 0; i < 2; i++)
        {
            await ChangeAsync(house, house.Guest, Permission.Speak, visit =>
            {
                var consult = Consult.Ask(
                    visit.Circle,
                    new Dictionary<ConsultAsk, string?> { [ConsultAsk.Fact] = "moe", [ConsultAsk.FamilySays] = "het gaat", [ConsultAsk.WantsToKnow] = "wat helpt?" },
                    SeatSet.Of(visit.Circle.Seats.First(seat => seat is { IsParent: true, Person: not null }).Number), false, [], visit.Act);
                visit.Lay(consult);
                asked.Add(consult.Id);
            });
        }

        house.Clock.Now += Consult.FamilyReads;
        var code = await house.Door.ChangeAsync(
            house.Guest,
            house.Table,
            Permission.Speak,
            async visit =>
            {
                var consult = await visit.FindAsync<Consult>(asked[0], CancellationToken.None);
                consult.Send(visit.Circle, "Ingrid", "werkt elders", Netherlands.DayOf(house.Clock.Now).AddDays(20), visit.Act);
                return house.Door.CodeOf(visit, visit.Circle.CardOf(consult.Expert!.Value, visit.Me, visit.Act.At)!);
            },
            CancellationToken.None);
        await house.Door.JoinAsync(code, ingrid.Person, null, CancellationToken.None);
        using (var sight = await house.Door.OpenAsync(ingrid, house.Table, Look.Advise(), CancellationToken.None))
        {
            Assert.Equal([asked[0]], sight.Slips.Select(slip => slip.Id));
            Assert.All(laid, one => Assert.False(one.MayBeReadBy(sight.Me)));
        }

        foreach (var look in new[] { Look.Table(), Look.Views(), Look.All("test"), Look.At(asked[0]), Look.Along(), Look.Advise(asked[1]), Look.Advise(laid[0].Id) })
        {
            await Assert.ThrowsAsync<RefusedException>(() => house.Door.OpenAsync(ingrid, house.Table, look, CancellationToken.None));
        }

        foreach (var other in laid.Select(one => one.Id).Append(asked[1]))
        {
            await Assert.ThrowsAsync<RefusedException>(() => house.Door.ChangeAsync(
                ingrid, house.Table, Permission.Advise, visit => visit.FindAsync<Contribution>(other, CancellationToken.None), CancellationToken.None));
        }

        // Whose words the expert read can see that (R6).
        Assert.Contains(await house.Door.ReadersOfMineAsync(house.Guest, house.Table, CancellationToken.None), one => one.Guest.Name == "Ingrid");
        await house.Door.ChangeAsync(
            house.Guest,
            house.Table,
            Permission.Speak,
            async visit =>
            {
                (await visit.FindAsync<Consult>(asked[0], CancellationToken.None)).Stop(visit.Circle, visit.Act);
                return true;
            },
            CancellationToken.None);
        await Assert.ThrowsAsync<RefusedException>(() => house.Door.OpenAsync(ingrid, house.Table, Look.Advise(), CancellationToken.None));
        Assert.Empty(await house.Door.TablesOfAsync(ingrid, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task What_is_withheld_the_database_keeps_until_its_day_and_then_hands_over_R127_T4(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var last = Netherlands.DayOf(house.Clock.Now).AddDays(14);
        var laid = new List<ContributionId>();
        for (var i = 0; i < 3; i++)
        {
            await ChangeAsync(house, house.Guest, Permission.Speak, visit =>
            {
                var mother = SeatSet.Of(visit.Circle.Seats.Single(seat => seat.Name == "Moeder").Number);
                var said = Statement.Lay(
                    visit.Circle, "Zij was bang.", new Source(Knowing.WasThere, null, null), mother, null, null, Audience.Everyone, visit.Act);
                said.Withhold(visit.Circle, mother, visit.Circle.Seats.Single(seat => seat.Name == "Buur").Number, "eerst een plek", last, visit.Act);
                visit.Lay(said);
                laid.Add(said.Id);
            });
        }

        // One got a yes, one a no, one no answer.
        await AnswerAsync(laid[0], (said, act) => said.AgreeToWithhold(act));
        await AnswerAsync(laid[1], (said, act) => said.RefuseToWithhold(act));
        Assert.Equal("101 000 000 111", await SeenAsync());
        Assert.False((await house.Door.TablesOfAsync(house.Mother, CancellationToken.None)).Single().HasNews);
        house.Clock.Now = Netherlands.StartOf(last.AddDays(1)).AddSeconds(-1);
        Assert.Equal("101 000 000 111", await SeenAsync());
        house.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("100 100 100 111", await SeenAsync());
        house.Clock.Now += TimeSpan.FromMinutes(1);
        await house.Door.ChangeAsync(
            house.Guest, house.Table, Permission.Speak,
            async visit =>
            {
                (await visit.FindAsync<Statement>(laid[1], CancellationToken.None)).Show(visit.Act);
                return true;
            },
            CancellationToken.None);
        Assert.True((await house.Door.TablesOfAsync(house.Mother, CancellationToken.None)).Single().HasNews);
        Assert.Equal("110 110 110 111", await SeenAsync());

        // Whoever checks the trail learns that it happens, and how often.
        var report = await TrailChecks.VerifyAsync(house.Places, null, CancellationToken.None);
        Assert.True(report.IsWhole);
        Assert.Contains("Not shown yet to whom it is about: asked 3 times, longer 0; answered yes 1, no 1, a yes taken back 0; shown by who wrote it 1.", report.Sentences);

        Task<bool> AnswerAsync(ContributionId id, Action<Statement, Act> answer) => house.Door.ChangeAsync(
            house.Neighbour, house.Table, Permission.Speak,
            async visit =>
            {
                answer(await visit.FindAsync<Statement>(id, CancellationToken.None), visit.Act);
                return true;
            },
            CancellationToken.None);

        async Task<string> SeenAsync()
        {
            var seen = new List<string>();
            foreach (var caller in new[] { house.Neighbour, house.Mother, house.Boy, house.Guest })
            {
                var all = new List<HashSet<ContributionId>>();
                foreach (var look in new[] { Look.All("test"), Look.Table(), Look.Of("test", typeof(Statement)) })
                {
                    using var sight = await house.Door.OpenAsync(caller, house.Table, look, CancellationToken.None);
                    Assert.All(sight.Slips, slip => Assert.True(slip.Contribution.MayBeReadBy(sight.Me)));
                    all.Add([.. sight.Slips.Select(slip => slip.Id)]);
                }

                Assert.All(all, one => Assert.Equal(all[0], one));
                foreach (var id in laid.Where(id => !all[0].Contains(id)))
                {
                    await Assert.ThrowsAsync<RefusedException>(() => house.Door.OpenAsync(caller, house.Table, Look.At(id), CancellationToken.None));
                }

                seen.Add(string.Concat(laid.Select(id => all[0].Contains(id) ? '1' : '0')));
            }

            return string.Join(' ', seen);
        }
    }

    private static Task HostAsync(House house, Func<Circle, SeatId> find, Action<Circle, SeatId, Act> change) =>
        ChangeAsync(house, house.Mother, Permission.Host, visit => change(visit.Circle, find(visit.Circle), visit.Act));

    private static Task ChangeAsync(House house, Caller caller, Permission permission, Action<Visit> change) => house.Door.ChangeAsync(
        caller,
        house.Table,
        permission,
        visit =>
        {
            change(visit);
            return Task.FromResult(true);
        },
        CancellationToken.None);

    private static Task<Contribution> LayAsync(House house, Random chance) => house.Door.ChangeAsync(
        house.Everybody[chance.Next(4)],
        house.Table,
        Permission.Speak,
        async visit =>
        {
            var others = visit.Circle.Seats.Where(seat => seat.Number != visit.Me.Number).ToList();
            var named = SeatSet.Of(others.Where(_ => chance.Next(2) == 0).Select(seat => seat.Number));
            var about = SeatSet.Of(others.Where(_ => chance.Next(4) == 0).Select(seat => seat.Number));
            var audience = new Audience((Readers)chance.Next(4), named);
            var teller = others[chance.Next(others.Count)];

            // A professional it is about is not its source (D30).
            var heard = teller.IsGuest ? about.Without(SeatSet.Of(teller.Number)) : about;
            Contribution laid = chance.Next(3) == 0
                ? Statement.Lay(visit.Circle, "gehoord", new Source(Knowing.WasTold, teller.Number, null), heard, null, null, audience, visit.Act)
                : GoodThing.Lay(visit.Circle, "goed", about, audience, visit.Act);
            visit.Lay(laid);
            return laid;
        },
        CancellationToken.None);
}
