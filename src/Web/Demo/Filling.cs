using System.Globalization;
using System.Text.Json;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Views;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Demo;

/// <summary>A clock that stands where the story is.</summary>
public sealed class StoryClock : TimeProvider
{
    /// <summary>The moment of the story, UTC.</summary>
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Plays the stories through the same door and rules that people use, each at its own moment.</summary>
public sealed class Filling(Door door, UserManager<Person> people, StoryClock clock, RequestStory requests)
{
    private readonly Dictionary<string, Person> _known = [];

    /// <summary>Fills an empty database, in both languages.</summary>
    /// <param name="stories">With which families.</param>
    /// <param name="today">Today, in the Netherlands.</param>
    public async Task FillAsync(IReadOnlyList<Story> stories, DateOnly today)
    {
        foreach (var english in new[] { false, true })
        {
            _known.Clear();
            foreach (var story in stories)
            {
                await new Telling(this, story, english, today).PlayAsync();
            }

            await requests.PlayAsync(_known, english, today);
        }
    }

    private async Task<Person> PersonAsync(StoryPerson who, bool english)
    {
        if (!_known.TryGetValue(who.Key, out var person))
        {
            person = new Person
            {
                Id = PersonId.New().Value,
                UserName = (english ? "en-" : "") + who.SignIn,
                Called = who.Name,
                Language = english ? "en" : "nl",
                Age = (int)Enum.Parse<AgeGroup>(who.Age, ignoreCase: true),
                IsProfessional = who.Professional,
                IsFictional = true,
                DemoLine = who.Line?.In(english),
            };
            var made = await people.CreateAsync(person);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Description)));
            }

            _known[who.Key] = person;
        }

        return person;
    }

    private sealed class Telling(Filling filling, Story story, bool english, DateOnly today)
    {
        private readonly Dictionary<string, ContributionId> _things = [];
        private readonly Dictionary<string, SeatId> _seats = [];
        private readonly Dictionary<string, string> _codes = [];
        private CircleId _circle;

        public async Task PlayAsync()
        {
            var starter = Of(story.StartedBy);
            var children = story.Children.Where(key => key != story.StartedBy).Select(Of).ToList();
            At(story.StartedDay, "08:00");
            var first = await filling.PersonAsync(starter, english);
            _circle = await filling.DoorOf.StartAsync(Caller(first), (person, at) => Circle.Start(
                person, starter.Name, Say(starter.Is), AgeOf(starter), MugOf(starter),
                [.. children.Select(child => new ChildAtStart(child.Name, AgeOf(child)))], story.Apart, at));
            await ChangeAsync(starter, Permission.Host, async visit =>
            {
                foreach (var seat in visit.Circle.Seats)
                {
                    _seats[story.People.First(who => who.Name == seat.Name).Key] = seat.Id;
                }

                foreach (var child in children.Where(child => child.SignsIn))
                {
                    visit.Circle.GiveWayIn(_seats[child.Key], new PersonId((await filling.PersonAsync(child, english)).Id), visit.Act);
                }
            });
            await ChangeAsync(starter, Permission.Speak, visit =>
            {
                foreach (var child in children)
                {
                    // A mug that the first of them got by chance may be another's own: give each a moment's place.
                    visit.Circle.Describe(_seats[child.Key], Say(child.Is), MugOf(child), visit.Act);
                }

                return Task.CompletedTask;
            });

            foreach (var who in story.People.Where(who => !_seats.ContainsKey(who.Key) && !who.IsAway).OrderBy(who => who.JoinedDay))
            {
                At(who.JoinedDay, "08:30");
                var person = who.SignsIn ? await filling.PersonAsync(who, english) : null;
                await ChangeAsync(Of(who.AddedBy is { } by && Of(by).Seat == "host" && Of(by).SignsIn ? by : story.StartedBy), Permission.Host, visit =>
                {
                    PersonId? signsIn = person is null ? null : new PersonId(person.Id);
                    var side = Enum.Parse<SeatSide>(who.Seat, ignoreCase: true);
                    var seat = side == SeatSide.Guest
                        ? visit.Circle.AddFromBefore(signsIn, who.Name, Say(who.Is), MugOf(who), visit.Act)
                        : visit.Circle.Add(signsIn, who.Name, Say(who.Is), side, AgeOf(who), MugOf(who), visit.Act);
                    _seats[who.Key] = seat.Id;
                    return Task.CompletedTask;
                });
            }

            if (story is { Question: { } question, QuestionBy: { } asker })
            {
                At(story.QuestionDay, "19:00");
                await ChangeAsync(Of(asker), Permission.Host, visit =>
                {
                    visit.Circle.PutQuestion(Say(question), 0, visit.Act);
                    return Task.CompletedTask;
                });
            }

            foreach (var act in story.Acts)
            {
                At(act.Day, act.Time);
                if (act.Do == "consultJoin")
                {
                    await filling.DoorOf.JoinAsync(_codes[act.Of!], new PersonId((await filling.PersonAsync(Of(act.By), english)).Id), null, CancellationToken.None);
                    continue;
                }

                var named = act is { Do: "nameColleague", Who: { } who } ? await filling.PersonAsync(Of(who), english) : null;
                await ChangeAsync(Of(act.By), ReflectingStory.PermissionOf(act), async visit =>
                {
                    if (!await ReflectingStory.DoAsync(visit, act, new ReflectingStory.Telling(story, _things, _seats, named, Say)))
                    {
                        await DoAsync(visit, act);
                    }
                });
            }
        }

        private async Task DoAsync(Visit visit, StoryAct act)
        {
            var circle = visit.Circle;
            var by = visit.Act;
            var words = Say(act.Words);
            var about = circle.SetOf((act.About ?? []).Select(key => _seats[key]));
            switch (act.Do)
            {
                case "goodThing":
                    var sound = act.Aloud ? Sound.Read(Whistle.Wave()) : null;
                    var aloud = Pictured.Of([], null, sound?.Spoken);
                    await LayAsync(visit, act, GoodThing.Lay(circle, words, about, ReadersOf(visit, act), by, aloud), sound);
                    break;
                case "help":
                    await LayAsync(visit, act, Help.Lay(circle, words, about, ReadersOf(visit, act), by));
                    break;
                case "worry":
                    Domain.Worries.Place? place = act.Place is null ? null : Enum.Parse<Domain.Worries.Place>(act.Place, ignoreCase: true);
                    await LayAsync(visit, act, Worry.Lay(circle, words, about, place, ReadersOf(visit, act), by));
                    break;
                case "worryNow" or "worryGone":
                    (await FindAsync<Worry>(visit, act)).Stands(words, act.Do == "worryGone", by);
                    break;
                case "wish":
                    await LayAsync(visit, act, Wish.Lay(circle, words, about, ReadersOf(visit, act), by));
                    break;
                case "repeatWish":
                    (await FindAsync<Wish>(visit, act)).SayAgain(words, by);
                    break;
                case "promiseAnswer":
                    (await FindAsync<Wish>(visit, act)).PromiseAnswer(by);
                    break;
                case "answerWish":
                    (await FindAsync<Wish>(visit, act)).AnswerWish(words, act.Told, act.DontKnow, Say(act.Possible), by);
                    break;
                case "heard":
                    (await FindAsync<Wish>(visit, act)).SayHeard(act.Yes, by);
                    break;
                case "statement":
                    await LayAsync(visit, act, await StatementAsync(visit, act, about, act.Under));
                    break;
                case "found":
                    var asked = await FindAsync<Statement>(visit, act);
                    var found = await StatementAsync(visit, act, about, act.Of);
                    await LayAsync(visit, act, found);
                    asked.IsFound(found, by);
                    break;
                case "confirmSource":
                    (await FindAsync<Statement>(visit, act)).AgreeAsSource(true, by);
                    break;
                case "answer":
                    (await FindAsync<Contribution>(visit, act)).Answer(words, 0, by);
                    break;
                case "changeAnswer":
                    var answered = await FindAsync<Contribution>(visit, act);
                    answered.Answer(words, answered.Answers.First(answer => answer.By == visit.Me.Number).Version, by);
                    break;
                case "readAs":
                    (await FindAsync<Statement>(visit, act)).ReadAs(KindOf(act), words, by);
                    break;
                case "changeKind":
                    var sorted = await FindAsync<Statement>(visit, act);
                    sorted.ChangeKind(KindOf(act), words, sorted.KindChanges.Count(), by);
                    break;
                case "correct":
                    var corrected = await FindAsync<Statement>(visit, act);
                    corrected.Correct(words, Say(act.Reason), corrected.Corrections.Count(), by);
                    break;
                case "findOut":
                    (await FindAsync<Statement>(visit, act)).FindOut(circle, circle.Find(_seats[act.Who!])!.Number, today.AddDays(act.ByDay ?? 14), by);
                    break;
                case "view":
                    await LayAsync(visit, act, View.Lay(
                        circle, _seats[act.Child!], Part(act.Safe), IsUnknown(act.Safe), Part(act.Growing), IsUnknown(act.Growing),
                        Say(act.Basis), Say(act.Because), ReadersOf(visit, act), by));
                    break;
                case "difference":
                    var left = await visit.FindAsync<View>(_things[act.Left!.Of], CancellationToken.None);
                    var right = await visit.FindAsync<View>(_things[act.Right!.Of], CancellationToken.None);
                    await LayAsync(visit, act, Difference.PointOut(circle, left, Say(act.Left.Passage), right, Say(act.Right.Passage), words, by));
                    break;
                case "staysDifferent":
                    (await FindAsync<Difference>(visit, act)).Stay(words, by);
                    break;
                case "takeBack":
                    (await FindAsync<Contribution>(visit, act)).TakeBack(by);
                    break;
                case "goal":
                    await LayAsync(visit, act, Goal.Lay(
                        circle, words, Say(act.Better), await NamedAsync<Worry>(visit, act.Worry), await NamedAsync<Wish>(visit, act.Wish),
                        ReadersOf(visit, act), by));
                    break;
                case "agreement":
                    await LayAsync(visit, act, Agreement.Lay(
                        circle, words, circle.SetOf((act.Doers ?? []).Select(key => _seats[key])), Say(act.Others), Say(act.Why),
                        act.ByDay is { } back ? today.AddDays(back) : null, ReadersOf(visit, act), by,
                        new PlanPlace(
                            act.Way is null ? null : Enum.Parse<Way>(act.Way, ignoreCase: true), null, await NamedAsync<Worry>(visit, act.Worry))));
                    break;
                case "condition":
                    await LayAsync(visit, act, Condition.Lay(circle, words, Say(act.Ground), Say(act.Consequence), about, ReadersOf(visit, act), by));
                    break;
                case "together":
                    await LayAsync(visit, act, Collaboration.Lay(
                        circle, Enum.Parse<CollaborationSentence>(act.Sentence!, ignoreCase: true), words, Say(act.Next), Say(act.Ground), null,
                        new Dictionary<CollaborationGround, GroundAnswer>(), ReadersOf(visit, act), by));
                    break;
                case "advice":
                    await LayAsync(visit, act, Advice.Lay(circle, words, Say(act.Why), about, ReadersOf(visit, act), by));
                    break;
                case "protection":
                    await LayAsync(visit, act, Protection.Lay(circle, words, Say(act.Shown), about, ReadersOf(visit, act), by));
                    break;
                case "notSafe":
                    await LayAsync(visit, act, NotSafe.Lay(circle, words, ReadersOf(visit, act), by));
                    break;
                case "stand":
                    (await FindAsync<Proposal>(visit, act)).TakePosition(Enum.Parse<Stance>(act.Stance!, ignoreCase: true), words, Say(act.Rather), by);
                    break;
                case "felt":
                    (await FindAsync<Agreement>(visit, act)).SayFelt(words, by);
                    break;
                case "fold":
                    (await FindAsync<PlanPart>(visit, act)).Fold(true, words, by);
                    break;
                default:
                    if (!await DecidingStory.DoAsync(visit, act, _things, Say)
                        && !await OverviewStory.DoAsync(visit, act, _things, who => circle.SetOf((who ?? []).Select(key => _seats[key])), Say, today)
                        && !await NotKnowingStory.DoAsync(visit, act, _things, _seats, today, Say)
                        && !await FrameStory.DoAsync(visit, act, _things, about, today, Say)
                        && !BesideStory.Do(visit, act, _seats, Say)
                        && !await ConsultStory.DoAsync(visit, act, ConsultOf(visit, act, about)))
                    {
                        await DoInTalkAsync(visit, act);
                    }

                    break;
            }
        }

        private ConsultStory.Telling ConsultOf(Visit visit, StoryAct act, SeatSet about) => new(
            _things, about, act.Who is { } who ? Of(who) : null, today, Say,
            expert => _codes[act.Of!] = filling.DoorOf.CodeOf(visit, visit.Circle.CardOf(expert, visit.Me, visit.Act.At)!));

        private async Task DoInTalkAsync(Visit visit, StoryAct act)
        {
            var circle = visit.Circle;
            var words = Say(act.Words);
            var present = circle.SetOf((act.Present ?? []).Select(key => _seats[key]));
            var day = act.ByDay is { } later ? today.AddDays(later) : (DateOnly?)null;
            if (act.Do == "planTalk")
            {
                await LayAsync(visit, act, Talk.Plan(circle, words, day, Say(act.When), Say(act.Where), present, visit.Act));
                return;
            }

            var talk = await visit.FindAsync<Talk>(_things[act.In!], CancellationToken.None);
            var point = act.Point is { } key ? await visit.FindAsync<TalkPoint>(_things[key], CancellationToken.None) : null;
            // The talks of the stories are held at one screen on the table.
            Act Speak(TalkAsk ask) => talk.Speak(circle, _seats[act.Voice ?? act.By], ask, point, true, visit.Act);
            Audience Heard(Act spoken) => spoken.Listeners!.Value;
            switch (act.Do)
            {
                case "point":
                    await LayAsync(visit, act, TalkPoint.Lay(circle, talk, words, act.Yes, visit.Act));
                    break;
                case "beginTalk":
                    talk.Begin(circle, present, visit.Act);
                    break;
                case "endTalk":
                    talk.End(visit.Act);
                    break;
                case "sayGood":
                    var good = Speak(TalkAsk.Good);
                    await LayAsync(visit, act, GoodThing.Lay(circle, words, SeatSet.None, Heard(good), good));
                    break;
                case "sayAtPoint":
                    var said = Speak(TalkAsk.Point);
                    await LayAsync(visit, act, Statement.Lay(
                        circle, words, new Source(Knowing.Find, null, null), SeatSet.None, null, null, Heard(said), said));
                    break;
                case "sayOnSheet":
                    await LayAsync(visit, act, SheetSentence.Lay(
                        circle, talk, Enum.Parse<SheetPart>(act.Part!, ignoreCase: true), words, Say(act.Reason), day, Speak(TalkAsk.Sheet)));
                    break;
                case "agree":
                    var step = Speak(TalkAsk.Steps);
                    await LayAsync(visit, act, Agreement.Lay(
                        circle, words, circle.SetOf((act.About ?? []).Select(who => _seats[who])), Say(act.SourceWords), Say(act.Reason), day, Heard(step),
                        step));
                    break;
                case "standInTalk":
                    (await FindAsync<Proposal>(visit, act)).TakePosition(
                        Enum.Parse<Stance>(act.Stance!, ignoreCase: true), words, Say(act.Rather), Speak(TalkAsk.Sheet));
                    break;
                case "readBack":
                    (await FindAsync<Contribution>(visit, act)).ReadBack(visit.Act);
                    break;
                default:
                    if (!await DecidingStory.DoAsync(visit, act, _things, Say))
                    {
                        throw new InvalidOperationException($"Nobody knows how to {act.Do}.");
                    }

                    break;
            }
        }

        private async Task<Statement> StatementAsync(Visit visit, StoryAct act, SeatSet about, string? under)
        {
            var parent = under is null ? null : await visit.FindAsync<Contribution>(_things[under], CancellationToken.None);
            var source = act.How switch
            {
                null => null,
                "told" when act.Source is { } key => new Source(Knowing.WasTold, visit.Circle.Find(_seats[key])!.Number, null),
                "told" => new Source(Knowing.WasTold, null, Say(act.SourceWords)),
                "read" => new Source(Knowing.HaveRead, null, Say(act.SourceWords)),
                "there" => new Source(Knowing.WasThere, null, null),
                "think" => new Source(Knowing.Think, null, null),
                _ => new Source(Knowing.Find, null, null),
            };
            return Statement.Lay(
                visit.Circle, Say(act.Words), source, about, act.HappenedDay is { } day ? today.AddDays(day) : null, parent,
                ReadersOf(visit, act), visit.Act);
        }

        private async Task LayAsync(Visit visit, StoryAct act, Contribution contribution, Sound? sound = null)
        {
            visit.Lay(contribution, sound);
            if (act.Id is { } id)
            {
                _things[id] = contribution.Id;
            }
        }

        private Task<T> FindAsync<T>(Visit visit, StoryAct act)
            where T : Contribution => visit.FindAsync<T>(_things[act.Of!], CancellationToken.None);

        private async Task<T?> NamedAsync<T>(Visit visit, string? name)
            where T : Contribution => name is null ? null : await visit.FindAsync<T>(_things[name], CancellationToken.None);

        private Audience ReadersOf(Visit visit, StoryAct act) => act.Readers switch
        {
            null => Audience.Everyone,
            { ValueKind: JsonValueKind.Array } these => Audience.These(visit.Circle.SetOf(these.EnumerateArray().Select(key => _seats[key.GetString()!]))),
            { } word => word.GetString() switch { "me" => Audience.OnlyMe, "grownups" => Audience.GrownUps, _ => Audience.Everyone },
        };

        private Task ChangeAsync(StoryPerson who, Permission permission, Func<Visit, Task> work) => DoAsAsync(who, permission, work);

        private async Task DoAsAsync(StoryPerson who, Permission permission, Func<Visit, Task> work) => await filling.DoorOf.ChangeAsync(
            Caller(await filling.PersonAsync(who, english)),
            _circle,
            permission,
            async visit =>
            {
                await work(visit);
                return true;
            },
            CancellationToken.None);

        private void At(int day, string time) => filling.ClockOf.Now = TimeZoneInfo.ConvertTimeToUtc(
            today.AddDays(day).ToDateTime(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), DateTimeKind.Unspecified), Netherlands.Zone);

        private StoryPerson Of(string key) => story.People.First(who => who.Key == key);

        private string? Say(Said? said) => said?.In(english);

        private string? Part(JsonElement? part) => part is { ValueKind: JsonValueKind.Object } words ? words.GetProperty(english ? "en" : "nl").GetString() : null;

        private static bool IsUnknown(JsonElement? part) => part is { ValueKind: JsonValueKind.String };

        private static Caller Caller(Person person) => new(new PersonId(person.Id), Guid.Empty);

        private static AgeGroup AgeOf(StoryPerson who) => Enum.Parse<AgeGroup>(who.Age, ignoreCase: true);

        private static StatementKind KindOf(StoryAct act) => Enum.Parse<StatementKind>(act.Kind!, ignoreCase: true);

        private static Mug MugOf(StoryPerson who) => new(
            Enum.Parse<MugPattern>(who.Mug.Pattern, ignoreCase: true), Enum.Parse<MugDrink>(who.Mug.Drink, ignoreCase: true),
            Enum.Parse<MugColour>(who.Mug.Colour, ignoreCase: true));
    }

    private Door DoorOf => door;

    private StoryClock ClockOf => clock;
}
