using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Requests;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;
using Keukentafel.Tests.Ground;
using Keukentafel.Web;
using Keukentafel.Web.Demo;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Bench;

/// <summary>One thing on the measured table, as the bare reference keeps it too.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">Who laid it.</param>
/// <param name="Full">Who, with what they are to the family.</param>
/// <param name="At">When, milliseconds since 1970.</param>
/// <param name="Words">The words.</param>
/// <param name="Second">An answer, or how it stands now; empty for none.</param>
/// <param name="SecondBy">Whose that is.</param>
internal sealed record Card(Guid Id, string Name, string Full, long At, string Words, string Second, string SecondBy);

/// <summary>The measured world: one table of ten people and sixty things, and as many people as a load of saving needs.</summary>
internal sealed class World : IAsyncDisposable
{
    private const int Things = 60;
    private readonly OwnDatabase _database;

    private World(OwnDatabase database) => _database = database;

    public Places Places => _database.Places;

    public CircleId Circle { get; private set; }

    /// <summary>Another table: a talk in which 200 slips were laid down, and a plan of forty parts.</summary>
    public CircleId Talking { get; private set; }

    /// <summary>That talk.</summary>
    public ContributionId Talk { get; private set; }

    public List<Card> Cards { get; } = [];

    public List<(string Name, string What, int Mug)> Seats { get; } = [];

    /// <summary>Who saves: each at a table of their own, because nobody lays down more than sixty things a day.</summary>
    public List<(string SignIn, CircleId Circle)> Savers { get; } = [];

    /// <summary>The team that is asked for help; for everybody at once.</summary>
    public LocalTeam Team { get; } = LocalTeam.Of("Meetdorp", "het team van Meetdorp");

    public static async Task<World> MakeAsync(Database on, int savers)
    {
        var world = new World(await Template.NothingAsync(on));
        await Setup.MigrateAsync(world.Places, CancellationToken.None);
        var clock = new StoryClock { Now = TimeProvider.System.GetUtcNow().AddDays(-40) };
        await using var app = App.Build(world.Places, demo: true, "http://127.0.0.1:0", builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Logging.ClearProviders();
        });
        await app.Services.GetRequiredService<Readiness>().MarkAsync(DatabaseUse.Demo);
        await using var scope = app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var door = app.Services.GetRequiredService<Door>();
        await world.FillAsync(door, people, clock);
        var teams = app.Services.GetRequiredService<LocalTeams>();
        await teams.KeepAsync(world.Team);
        await teams.AddAsync(TeamMember.Of(await PersonAsync(people, "bench-team"), world.Team.Id, worksWithFamilies: true));
        for (var i = 0; i < savers; i++)
        {
            var name = $"saver{i}";
            var person = await PersonAsync(people, name);
            world.Savers.Add((name, await door.StartAsync(
                new Caller(person, Guid.Empty),
                (who, at) => Domain.Circles.Circle.Start(who, "Esra", "mama", AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, at))));
        }

        return world;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static async Task<PersonId> PersonAsync(UserManager<Person> people, string name)
    {
        var person = new Person { Id = PersonId.New().Value, UserName = name, Called = name, Language = "nl", IsFictional = true };
        var made = await people.CreateAsync(person);
        return made.Succeeded ? new PersonId(person.Id) : throw new InvalidOperationException(made.ToString());
    }

    private async Task FillAsync(Door door, UserManager<Person> people, StoryClock clock)
    {
        string[] names = ["Esra", "Amir", "Lina", "Fatma", "Riet", "Henk", "Bo", "Samira", "Joris", "Karin"];
        string[] whats = ["mama", "zoon", "dochter", "oma", "buurvrouw", "buurman", "juf van Amir", "vast gezicht", "helpt met brieven", "denkt mee"];
        var persons = new List<PersonId>();
        foreach (var name in names)
        {
            persons.Add(await PersonAsync(people, "bench-" + name.ToLowerInvariant()));
        }

        Circle = await door.StartAsync(
            new Caller(persons[0], Guid.Empty),
            (who, at) => Domain.Circles.Circle.Start(
                who, names[0], whats[0], AgeGroup.Adult, null,
                [new ChildAtStart(names[1], AgeGroup.Child), new ChildAtStart(names[2], AgeGroup.Child)], false, at));
        await door.ChangeAsync(
            new Caller(persons[0], Guid.Empty), Circle, Permission.Host,
            visit =>
            {
                visit.Circle.GiveWayIn(visit.Circle.Seats[1].Id, persons[1], visit.Act);
                visit.Circle.GiveWayIn(visit.Circle.Seats[2].Id, persons[2], visit.Act);
                for (var i = 3; i < names.Length; i++)
                {
                    _ = i < 6
                        ? visit.Circle.Add(persons[i], names[i], whats[i], SeatSide.Network, AgeGroup.Adult, null, visit.Act)
                        : visit.Circle.AddFromBefore(persons[i], names[i], whats[i], null, visit.Act);
                }

                visit.Circle.PutQuestion("Wat is voor Amir en Lina goed genoeg?", 0, visit.Act);
                return Task.FromResult(true);
            },
            CancellationToken.None);
        for (var i = 0; i < Things; i++)
        {
            clock.Now = clock.Now.AddHours(9);
            await LayAsync(door, persons, i);
        }

        await TalkAsync(door, persons, names);
    }

    private async Task TalkAsync(Door door, List<PersonId> persons, string[] names)
    {
        var caller = new Caller(persons[0], Guid.Empty);
        Talking = await door.StartAsync(caller, (who, at) => Domain.Circles.Circle.Start(
            who, names[0], null, AgeGroup.Adult, null, [new ChildAtStart("Kind", AgeGroup.Child)], false, at));
        await door.ChangeAsync(caller, Talking, Permission.Host, visit =>
        {
            for (var i = 1; i < names.Length; i++)
            {
                visit.Circle.Add(persons[i], names[i], null, SeatSide.Network, AgeGroup.Adult, null, visit.Act);
            }

            return Task.FromResult(true);
        }, CancellationToken.None);
        Talk = await door.ChangeAsync(caller, Talking, Permission.Speak, visit =>
        {
            var talk = Domain.Talks.Talk.Plan(visit.Circle, "Hoe gaat het?", null, null, null, SeatSet.None, visit.Act);
            visit.Lay(talk);
            return Task.FromResult(talk.Id);
        }, CancellationToken.None);
        for (var i = 0; i < 241; i++)
        {
            var nth = i;
            await door.ChangeAsync(new Caller(persons[i % persons.Count], Guid.Empty), Talking, Permission.Speak, async visit =>
            {
                var talk = await visit.FindAsync<Domain.Talks.Talk>(Talk, CancellationToken.None);
                if (nth == 0)
                {
                    talk.Begin(visit.Circle, SeatSet.Of(visit.Circle.Seats.Select(seat => seat.Number)), visit.Act);
                    return true;
                }

                var words = $"Ding {nth} in het gesprek. Een zin zoals mensen die zeggen, niet te lang en niet te kort.";
                var act = talk.Speak(visit.Circle, visit.Me.Id, TalkAsk.Good, null, false, visit.Act);
                visit.Lay(nth <= 200
                    ? GoodThing.Lay(visit.Circle, words, SeatSet.None, act.Listeners!.Value, act)
                    : Agreement.Lay(visit.Circle, words, SeatSet.Of(visit.Me.Number), null, null, null, Audience.Everyone, visit.Act));
                return true;
            }, CancellationToken.None);
        }
    }

    private Task LayAsync(Door door, List<PersonId> persons, int i)
    {
        var words = $"Ding {i} op tafel. Het is gewoon een zin zoals mensen die zeggen, niet te lang en niet te kort, over nummer {i}.";
        return door.ChangeAsync(
            new Caller(persons[i % persons.Count], Guid.Empty), Circle, Permission.Speak,
            async visit =>
            {
                var nobody = SeatSet.None;
                var by = visit.Act;
                var (second, secondBy) = ("", "");
                Contribution laid;
                switch (i % 5)
                {
                    case 0:
                        laid = GoodThing.Lay(visit.Circle, words, nobody, Audience.Everyone, by);
                        break;
                    case 1:
                        laid = Help.Lay(visit.Circle, words, nobody, Audience.Everyone, by);
                        break;
                    case 2:
                        laid = Wish.Lay(visit.Circle, words, nobody, Audience.Everyone, by);
                        break;
                    case 3:
                        var worry = Worry.Lay(visit.Circle, words, nobody, Place.Home, Audience.Everyone, by);
                        second = $"Nu gaat het zo met nummer {i}.";
                        secondBy = visit.Me.Name;
                        worry.Stands(second, false, by);
                        laid = worry;
                        break;
                    default:
                        laid = Statement.Lay(
                            visit.Circle, words, new Source(Knowing.Think, null, null), nobody, null, null, Audience.Everyone, by);
                        break;
                }

                visit.Lay(laid);
                Cards.RemoveAll(card => card.Words == words);
                Cards.Add(new Card(
                    laid.Id.Value, visit.Me.Name, $"{visit.Me.Name}, {visit.Me.WhatTheyAre}", by.At.ToUnixTimeMilliseconds(), words, second, secondBy));
                if (Seats.Count == 0)
                {
                    Seats.AddRange(visit.Circle.Seats.Select(seat =>
                        (seat.Name, seat.WhatTheyAre ?? "", ((int)seat.Mug.Pattern * 100) + ((int)seat.Mug.Drink * 10) + (int)seat.Mug.Colour)));
                }

                return true;
            },
            CancellationToken.None);
    }
}
