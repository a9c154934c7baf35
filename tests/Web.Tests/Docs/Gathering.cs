using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Data.Nearby;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Wordings;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Nearby;
using Keukentafel.Domain.Requests;
using Keukentafel.Domain.Wordings;
using Keukentafel.Web.Access;
using Keukentafel.Web.Demo;
using Keukentafel.Web.Tests.Access;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Docs;

/// <summary>Two tables at which the same people sit, one of each kind: one that goes on and one that ended. On each lies one of each thing.</summary>
internal sealed class Gathering : IAsyncDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly Dictionary<string, Person> _people = [];

    private Gathering(Running running, StoryClock clock, Provider organisation) => (Running, Clock, Organisation) = (running, clock, organisation);

    public Running Running { get; }

    /// <summary>The organisation of the professionals, through which they come in too.</summary>
    public Provider Organisation { get; }

    public StoryClock Clock { get; }

    /// <summary>The table that goes on.</summary>
    public Laid Open { get; } = new();

    /// <summary>The table that ended.</summary>
    public Laid Ended { get; } = new();

    /// <summary>A card that waits for somebody, and one that was taken back.</summary>
    public (string Waits, string TakenBack) Codes { get; private set; }

    /// <summary>What somebody said about a word, and what is decided already.</summary>
    public (Guid Open, Guid Gone) Remarks { get; private set; }

    /// <summary>What was asked of a local team, and what was taken back.</summary>
    public (Guid Open, Guid Gone) Requests { get; private set; }

    /// <summary>A local team; a story that an editor wrote down and nobody reads yet, and one that was thrown away.</summary>
    public (Guid Team, Guid Written, Guid Gone) Near { get; private set; }

    /// <summary>Of whom there is a photograph that everybody sees.</summary>
    public Guid Face { get; private set; }

    public static async Task<Gathering> ComeAsync()
    {
        var clock = new StoryClock { Now = TimeProvider.System.GetUtcNow() };
        var organisation = await Provider.StartAsync();
        var running = await Running.StartAsync(clock: clock, services: services =>
        {
            services.AddSingleton(new SignInPace(new Hurry()));
            services.AddOrganisations(new Organisations([organisation.As()]));
        });
        var gathering = new Gathering(running, clock, organisation);
        foreach (var (key, age, professional) in Who)
        {
            await gathering.BornAsync(key, age, professional);
        }

        foreach (var laid in new[] { gathering.Ended, gathering.Open })
        {
            await gathering.SitDownAsync(laid);
            await new Laying(gathering, laid).EverythingAsync();
            clock.Now += TimeSpan.FromDays(1);
            await gathering.GoAwayAsync(laid);
        }

        await gathering.EndAsync(gathering.Ended);
        clock.Now += TimeSpan.FromDays(30);
        await gathering.InviteAsync();
        await gathering.SpeakOfWordsAsync();
        await gathering.AskForHelpAsync();
        await gathering.WriteForAllAsync();
        return gathering;
    }

    /// <summary>Somebody does something at a table.</summary>
    public Task<T> DoAsync<T>(string who, Laid at, Permission permission, Func<Visit, Task<T>> work) => WithDoorAsync(door =>
        door.ChangeAsync(CallerOf(who), at.Circle, permission, work, Cancellation));

    /// <summary>Somebody does something at a table.</summary>
    public Task DoAsync(string who, Laid at, Permission permission, Action<Visit> work) => DoAsync(who, at, permission, visit =>
    {
        work(visit);
        return Task.FromResult(true);
    });

    /// <summary>The name somebody comes in by.</summary>
    public static string NameOf(string who) => who == "wendy" ? who : who + "-hier";

    public PersonId IdOf(string who) => new(_people[who].Id);

    // Each host of 12 and older says how it is, and one of them ends the table.
    private async Task EndAsync(Laid laid)
    {
        await DoAsync("ans", laid, Permission.Host, visit => visit.Circle.AskToEnd(GoodEnough.Yes, null, visit.Act));
        foreach (var host in new[] { "ben", "eva", "jip", "hilde" })
        {
            await DoAsync(host, laid, Permission.Speak, visit => visit.Circle.SayAtEnd(GoodEnough.Yes, true, null, visit.Act));
        }

        await DoAsync("ans", laid, Permission.Host, visit => visit.Circle.End(new Terms(365, 730), visit.Act));
    }

    // Whoever tries every address guesses more often than anybody may: each try is long after the one before.
    private sealed class Hurry : TimeProvider
    {
        private int _tries;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddMinutes(11 * Interlocked.Increment(ref _tries));
    }

    public async ValueTask DisposeAsync()
    {
        await Running.DisposeAsync();
        await Organisation.DisposeAsync();
    }

    private static readonly (string Key, AgeGroup Age, bool Professional)[] Who =
    [
        .. new[] { "ans", "ben", "eva", "hilde", "nel", "vic", "henk", "stan", "loes", "rita", "fleur" }.Select(key => (key, AgeGroup.Adult, false)),
        ("kees", AgeGroup.Child, false), ("jip", AgeGroup.Young, false),
        .. new[] { "vera", "max", "otto", "olga", "nora", "fien", "cor", "bart", "gijs", "sem", "sten", "rik", "ingrid", "tess" }.Select(key => (key, AgeGroup.Adult, true)),
    ];

    private async Task BornAsync(string key, AgeGroup age, bool professional)
    {
        await using var scope = Running.Services.CreateAsyncScope();
        var person = new Person
        {
            Id = PersonId.New().Value,
            UserName = NameOf(key),
            Called = key,
            Language = "nl",
            Age = (int)age,
            IsProfessional = professional,
            IsFictional = true,
        };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person)).Succeeded);
        _people[key] = person;
    }

    private async Task SitDownAsync(Laid laid)
    {
        laid.Circle = await WithDoorAsync(door => door.StartAsync(CallerOf("ans"), (person, at) => Circle.Start(
            person, "ans", null, AgeGroup.Adult, new Mug(default, default, default),
            [new ChildAtStart("kees", AgeGroup.Child), new ChildAtStart("jip", AgeGroup.Young)], true, at)));
        await DoAsync("ans", laid, Permission.Host, visit =>
        {
            var circle = visit.Circle;
            foreach (var child in new[] { "kees", "jip" })
            {
                circle.GiveWayIn(circle.Seats.First(seat => seat.Name == child).Id, IdOf(child), visit.Act);
            }

            foreach (var name in new[] { "ben", "eva", "hilde", "nel", "vic", "henk", "stan" })
            {
                var side = name is "ben" or "eva" or "hilde" ? SeatSide.Host : SeatSide.Network;
                circle.Add(IdOf(name), name, name == "vic" ? "vrijwilliger" : null, side, AgeGroup.Adult, null, visit.Act);
            }

            foreach (var name in new[] { "vera", "max", "nora", "fien", "bart", "gijs" })
            {
                circle.AddFromBefore(IdOf(name), name, null, null, visit.Act);
            }

            circle.Add(null, "leeg", null, SeatSide.Network, AgeGroup.Adult, null, visit.Act);
        });
        var today = Netherlands.DayOf(Clock.Now);
        await DoAsync("vera", laid, Permission.Speak, visit =>
        {
            foreach (var name in new[] { "otto", "olga" })
            {
                laid.Involvements["by authority, " + name] = visit.Circle.JoinByAuthority(
                    WorthOf(name, today), "De rechter", "De beslissing.", today.AddDays(name == "otto" ? 200 : 20), IdOf(name), visit.Act).Id.Value;
            }
        });
        foreach (var who in new[] { "vera", "ben", "hilde" })
        {
            await DoAsync(who, laid, Permission.Speak, visit => laid.Involvements[who] = visit.Circle.Propose(WorthOf("van " + who, today), visit.Act).Id.Value);
        }

        await DoAsync("hilde", laid, Permission.Speak, visit =>
        {
            var involvement = visit.Circle.Propose(WorthOf("toch niet", today), visit.Act);
            visit.Circle.TakeBack(involvement.Id, visit.Act);
            laid.Involvements["taken back"] = involvement.Id.Value;
        });
        foreach (var who in new[] { "ans", "ben", "eva", "hilde", "kees", "jip", "nel", "vic", "henk", "stan" })
        {
            await DoAsync(who, laid, Permission.Speak, visit =>
                visit.Circle.Share(visit.Circle.Seats.First(seat => seat.Name == "nora").Id, Sharing.Nothing, visit.Act));
        }

        await DoAsync("ans", laid, Permission.Host, visit => visit.Circle.AskFigure(visit.Circle.Seats.First(seat => seat.Name == "fien").Id, visit.Act));
        await DoAsync("fien", laid, Permission.Speak, visit => visit.Circle.NameColleague(IdOf("cor"), "cor", "kijkt mee", "een andere blik", visit.Act));
        await DoAsync("ans", laid, Permission.Host, visit => visit.Circle.AgreeWithColleague(true, visit.Circle.Figures.Single().Turn, visit.Act));
        await DoAsync("cor", laid, Permission.Reflect, visit => visit.Circle.AcceptToReflect(true, visit.Act));
        await DoAsync("max", laid, Permission.Speak, async visit =>
        {
            var change = FrameChange.Announce(
                visit.Circle, FrameKind.Measure, today, new FrameAnswers("Rust.", false, "Bezwaar maken.", "Het was gisteren.", "Het was gisteren."), null, visit.Act);
            change.Decide(visit.Circle, "De rechter", "Iemand kijkt mee.", today, today, today.AddDays(200), "Als het rustig is.", "Alleen beslissen.", "Het was gisteren.", visit.Act);
            visit.Lay(change);
            laid.Things.Add(new Thing("frame change", "max", 'a', change.Id.Value));
            await Task.CompletedTask;
            return true;
        });
        await AskForCoordinatorsAsync(laid);
        await StandInAsync(laid, today);
        await AskInTheBackgroundAsync(laid, today);
        await DoAsync("ans", laid, Permission.Read, visit =>
        {
            foreach (var seat in visit.Circle.Seats)
            {
                laid.Seats[seat.Name] = seat.Id.Value;
            }

            laid.Seats["cor"] = visit.Circle.SeatOf(IdOf("cor"))!.Id.Value;
        });
    }

    // To what one host asks the whole family says yes, so that professionals read of it; to what another asks nobody does; a third takes it back.
    private async Task AskForCoordinatorsAsync(Laid laid)
    {
        var grounds = Enum.GetValues<CollaborationGround>().ToDictionary(ground => ground, _ => GroundAnswer.Yes);
        foreach (var (host, who) in new[] { ("ans", "nel"), ("hilde", "vera"), ("ben", "max") })
        {
            await DoAsync(host, laid, Permission.Host, visit => laid.Questions[host] = visit.Circle.AskCoordinator(
                visit.Circle.Seats.First(seat => seat.Name == who).Id, grounds, false, visit.Act).Id.Value);
        }

        foreach (var name in new[] { "ben", "eva", "hilde", "kees", "jip", "nel" })
        {
            await DoAsync(name, laid, Permission.Speak, visit => visit.Circle.AnswerCoordinator(
                CoordinatorId.From(laid.Questions["ans"]), CoordinatorAnswer.Yes, null, null, visit.Act));
        }

        await DoAsync("ben", laid, Permission.Host, visit => visit.Circle.TakeCoordinatorBack(CoordinatorId.From(laid.Questions["ben"]), visit.Act));
    }

    // Three would come in the place of a professional: one sits there, one whose last day comes soon, and one to whom the family did not say yes.
    private async Task StandInAsync(Laid laid, DateOnly today)
    {
        foreach (var (name, days) in new[] { ("sem", 80), ("sten", 20), ("rik", 80) })
        {
            var id = await DoAsync("vera", laid, Permission.Speak, visit => Task.FromResult(visit.Circle.ProposeStandIn(
                visit.Me.Id, WorthOf(name, today), today, today.AddDays(days), new StandInWords("Bel.", "Koffie.", "Rust."), visit.Act).Id));
            laid.Involvements["stands in, " + name] = id.Value;
            foreach (var host in new[] { "ans", "ben", "eva", "hilde", "kees", "jip" }.Where(_ => name != "rik"))
            {
                await DoAsync(host, laid, Permission.Host, visit => visit.Circle.AnswerInvolvement(id, WelcomeAnswer.Welcome, null, false, visit.Act));
            }

            if (name != "rik")
            {
                await DoAsync("ans", laid, Permission.Host, visit => visit.Circle.GiveWayIn(
                    visit.Circle.SeatAt(visit.Circle.Involvements.First(one => one.Id == id).Seat!.Value).Id, IdOf(name), visit.Act));
            }
        }
    }

    // What one professional asked in the background, one parent reads and the expert who was asked; nobody else.
    private async Task AskInTheBackgroundAsync(Laid laid, DateOnly today)
    {
        var id = await DoAsync("vera", laid, Permission.Speak, visit =>
        {
            var words = new Dictionary<ConsultAsk, string?>
            {
                [ConsultAsk.Fact] = "Hij is vaak moe.",
                [ConsultAsk.FamilySays] = "Het gaat.",
                [ConsultAsk.WantsToKnow] = "Wat helpt?",
            };
            var asked = Consult.Ask(visit.Circle, words, visit.Circle.SetOf(visit.Circle.Seats.First(seat => seat.Name == "ans").Id), false, [], visit.Act);
            visit.Lay(asked);
            return Task.FromResult(asked.Id);
        });
        await DoAsync("ans", laid, Permission.Speak, async visit =>
        {
            (await visit.FindAsync<Consult>(id, Cancellation)).Say(visit.Circle, false, null, [], visit.Act);
            return true;
        });
        await DoAsync("vera", laid, Permission.Speak, async visit =>
        {
            (await visit.FindAsync<Consult>(id, Cancellation)).Send(visit.Circle, "ingrid", "werkt elders", today.AddDays(28), visit.Act);
            return true;
        });
        await WithDoorAsync(async door =>
        {
            await using var visit = await door.EnterAsync(CallerOf("vera"), laid.Circle, Permission.Speak, Cancellation);
            return await door.JoinAsync(door.CodeOf(visit, visit.Circle.Invitations.Single(one => one.By == visit.Me.Number)), IdOf("ingrid"), null, Cancellation);
        });
        laid.Things.Add(new Thing("question in the background", "vera", 'h', id.Value) { Readers = new HashSet<string> { "ans", "ingrid" } });
    }

    private async Task GoAwayAsync(Laid laid)
    {
        await DoAsync("bart", laid, Permission.Speak, visit => visit.Circle.StepBack(visit.Act));
        await DoAsync("stan", laid, Permission.Speak, visit => visit.Circle.StopMyPart(visit.Act));
    }

    private async Task InviteAsync()
    {
        Task<(SeatId Seat, string Code)> CardAsync(string name) => WithDoorAsync(async door =>
        {
            var (seat, invitation) = await DoAsync("ans", Open, Permission.Host, visit =>
            {
                var place = visit.Circle.Add(null, name, null, SeatSide.Network, AgeGroup.Adult, null, visit.Act);
                return Task.FromResult((place, visit.Circle.Invite(place.Id, "Kom erbij.", SeatSet.None, visit.Act)));
            });
            Open.Seats[name] = seat.Id.Value;
            await using var visit = await door.EnterAsync(CallerOf("ans"), Open.Circle, Permission.Host, Cancellation);
            return (seat.Id, door.CodeOf(visit, visit.Circle.InvitationFor(seat.Number, visit.Me.Number)!));
        });
        var waits = await CardAsync("kaart");
        var gone = await CardAsync("kaart terug");
        await DoAsync("ans", Open, Permission.Host, visit => visit.Circle.TakeBackInvitation(gone.Seat, visit.Act));
        Codes = (waits.Code, gone.Code);
    }

    private async Task SpeakOfWordsAsync()
    {
        var remarks = Running.Services.GetRequiredService<WordRemarks>();
        await Running.Services.GetRequiredService<Representatives>().AddAsync(new Representative(IdOf("rita"), RepresentativeKind.Parent));
        var said = Enumerable.Range(0, 2).Select(_ => WordRemark.Say(WordRemarkKind.NotRight, "/rights", "nl", "gast", null, remarks.Today)).ToList();
        foreach (var one in said)
        {
            await remarks.SayAsync(one);
        }

        await remarks.TakeAwayAsync(said[1].Id);
        Remarks = (said[0].Id.Value, said[1].Id.Value);
    }

    private async Task AskForHelpAsync()
    {
        var (teams, requests) = (Running.Services.GetRequiredService<LocalTeams>(), Running.Services.GetRequiredService<HelpRequests>());
        var team = LocalTeam.Of("Verderop", "Team Verderop");
        await teams.KeepAsync(team);
        await teams.AddAsync(TeamMember.Of(IdOf("tess"), team.Id, true));
        var ids = new List<Guid>();
        foreach (var form in new byte[][] { [1], [2] })
        {
            var (_, request) = await requests.AskAsync(HelpAsk.Of("Hulp met post.", null, [], [], null, null, null), team.Id, form, "x");
            ids.Add(request!.Id.Value);
        }

        await requests.TakeBackAsync(new HelpRequestId(ids[1]));
        Requests = (ids[0], ids[1]);
    }

    private async Task WriteForAllAsync()
    {
        var (editors, texts) = (Running.Services.GetRequiredService<Editors>(), Running.Services.GetRequiredService<LocalTexts>());
        var fleur = Editor.Of(IdOf("fleur"), AgeGroup.Adult);
        await editors.AddAsync(fleur);
        var ids = new List<Guid>();
        for (var i = 0; i < 2; i++)
        {
            ids.Add((await texts.BeginAsync(fleur, LocalKind.Story, null, new LocalDraft("Een buurvrouw", "Ik belde aan.")
            {
                CheckedBy = "Fleur",
                CheckedOn = DateOnly.FromDateTime(Clock.Now.UtcDateTime).AddDays(-1),
            })).Value);
        }

        await texts.RemoveAsync(fleur, new LocalTextId(ids[1]));
        Near = ((await Running.Services.GetRequiredService<LocalTeams>().AllAsync(Cancellation))[0].Id.Value, ids[0], ids[1]);
        var face = await texts.BeginAsync(fleur, LocalKind.Contact, new LocalTeamId(Near.Team), new LocalDraft("Joke", "Oefent met je.")
        {
            Number = "010 555 0102",
            Face = LocalFace.Of("RIFF....WEBPVP8 "u8.ToArray()),
            CheckedBy = "Fleur",
            CheckedOn = DateOnly.FromDateTime(Clock.Now.UtcDateTime).AddDays(-1),
        });
        await texts.ShowAsync(fleur, face, 1, null, null);
        Face = face.Value;
    }

    private Caller CallerOf(string who) => new(IdOf(who), Guid.Empty);

    private async Task<T> WithDoorAsync<T>(Func<Door, Task<T>> work)
    {
        await using var scope = Running.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Door>());
    }

    private static Worth WorthOf(string name, DateOnly today) => new() { Name = name, Goal = "Rust.", Adds = "Weet de weg.", LookAgain = today.AddDays(60) };
}

/// <summary>What lies at a table.</summary>
internal sealed class Laid
{
    public CircleId Circle { get; set; }

    public Dictionary<string, Guid> Seats { get; } = [];

    public Dictionary<string, Guid> Involvements { get; } = [];

    /// <summary>Whether somebody may keep the overview, by who asked.</summary>
    public Dictionary<string, Guid> Questions { get; } = [];

    public List<Thing> Things { get; } = [];
}

/// <summary>Something that lies at a table.</summary>
/// <param name="Kind">What.</param>
/// <param name="By">Whose.</param>
/// <param name="How">a: for everybody; h: hidden; w: taken back.</param>
/// <param name="Id">Its id.</param>
internal sealed record Thing(string Kind, string By, char How, Guid Id)
{
    /// <summary>Who may read it although it was laid for two others: what a list says of a child, say, the child and the parents always read.</summary>
    public IReadOnlySet<string> Readers { get; init; } = new HashSet<string>();
}
