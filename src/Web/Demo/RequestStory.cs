using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Requests;

namespace Keukentafel.Web.Demo;

/// <summary>Two invented local teams, and people without an account who asked one of them for help; by the same rules that people meet.</summary>
/// <param name="teams">The teams.</param>
/// <param name="requests">What is asked.</param>
/// <param name="words">The words that go with the codes.</param>
/// <param name="clock">Where the story is.</param>
/// <param name="nearby">What is written about the place of one of them.</param>
public sealed class RequestStory(LocalTeams teams, HelpRequests requests, OwnWord words, StoryClock clock, NearbyStory nearby)
{
    private sealed record Told(
        Said Helps, Said? Hard, HelpKind[] Kinds, HelpFrom[] From, Said? MustNot, Said? Name, Said? Reach, int Day, Said? Answer, int AnswerDay);

    private static readonly Told[] Asked =
    [
        new(
            new("Iemand die in de ochtend even meedraait. En hulp met de post van het incassobureau.", "Somebody who joins in for a bit in the mornings. And help with the letters about my debts."),
            new("Ik sta er alleen voor en ik slaap slecht.", "I am on my own with it, and I sleep badly."),
            [HelpKind.Household, HelpKind.Money], [HelpFrom.Neighbours, HelpFrom.Volunteers], new("Niet op school langskomen.", "No visit at school."),
            new("Fatma", "Fatma"), new("Bellen tussen negen en elf, dan ben ik alleen. 06 11 22 33 44.", "Call between nine and eleven, then I am alone. 06 11 22 33 44."), -9,
            new("Dank je dat je dit vroeg. Ik bel je morgen om half tien. Er is een buurvrouw die in de ochtend kan.", "Thank you for asking this. I call you tomorrow at half past nine. There is a neighbour who is free in the mornings."), -8),
        new(
            new("Met iemand praten over mijn zoon. Ik weet niet meer hoe ik rustig blijf.", "To talk with somebody about my son. I no longer know how to stay calm."),
            null, [HelpKind.Upbringing], [], null, null, null, -3, null, 0),
        new(
            new("Een plek om samen huiswerk te maken, want thuis is het te druk.", "A place to do homework together, as it is too busy at home."),
            null, [], [HelpFrom.OwnPeople, HelpFrom.Volunteers], null, new("Jamie", "Jamie"), new("Alleen hier. Ik kijk in de bieb.", "Only here. I look at the library."), -1, null, 0),
    ];

    private static readonly Dictionary<ConsultAsk, Said> Question = new()
    {
        [ConsultAsk.WantsToKnow] = new("Wat kan ik de moeder vragen, zodat ze blijft komen?", "What can I ask the mother, so that she keeps coming?"),
        [ConsultAsk.Fact] = new("Een kind van vier had een blauwe plek op de wang. De moeder zegt: gevallen in bad.", "A child of four had a bruise on the cheek. The mother says: fell in the bath."),
        [ConsultAsk.Suspicion] = new("Het kan zo gegaan zijn. Ik schrok ervan dat het kind stil was.", "It may have gone that way. That the child was silent gave me a start."),
        [ConsultAsk.NotKnown] = new("Wie er nog meer in huis woont.", "Who else lives in the house."),
        [ConsultAsk.FamilySays] = new("Ik sprak de moeder even. Ze is moe en slaapt slecht. Ze weet nog niet dat ik dit vraag.", "I talked with the mother briefly. She is tired and sleeps badly. She does not know yet that I ask this."),
    };

    /// <summary>Plays it, when those who answer are in the stories.</summary>
    /// <param name="known">The people of the stories, by key.</param>
    /// <param name="english">In which language.</param>
    /// <param name="today">The day the story leads up to.</param>
    public async Task PlayAsync(IReadOnlyDictionary<string, Person> known, bool english, DateOnly today)
    {
        if (!known.TryGetValue("samira", out var samira) || !known.TryGetValue("ilse", out var ilse))
        {
            return;
        }

        var near = english ? LocalTeam.Of("Canal Quarter", "The Canal Quarter team") : LocalTeam.Of("Kanaalwijk", "Team Kanaalwijk");
        var far = english ? LocalTeam.Of("Harbour Quarter", "The Harbour Quarter team") : LocalTeam.Of("Havenkwartier", "Team Havenkwartier");
        foreach (var (team, person) in new[] { (near, samira), (far, ilse) })
        {
            await teams.KeepAsync(team);
            await teams.AddAsync(TeamMember.Of(new PersonId(person.Id), team.Id, person.IsProfessional));
        }

        if (known.TryGetValue("hetty", out var hetty))
        {
            await AskExpertsAsync(hetty, english, today);
        }

        await nearby.PlayAsync(new PersonId(samira.Id), samira.Called, english ? null : near, today);
        foreach (var told in Asked)
        {
            At(today.AddDays(told.Day));
            var (_, asked) = await requests.AskAsync(
                HelpAsk.Of(told.Helps.In(english), told.Hard?.In(english), told.Kinds, told.From, told.MustNot?.In(english), told.Name?.In(english), told.Reach?.In(english)),
                near.Id, HelpRequestId.New().Value.ToByteArray(), words.HashOf(""));
            if (told.Answer is { } answer && asked is { } request)
            {
                At(today.AddDays(told.AnswerDay));
                await requests.AnswerAsync(
                    new TeamMember(new PersonId(samira.Id), near.Id), request.Id, samira.Called,
                    english ? "010 555 0100, on Monday, Tuesday and Thursday" : "010 555 0100, op maandag, dinsdag en donderdag", answer.In(english));
            }
        }
    }

    // A doctor asks without names, and waits for an answer.
    private async Task AskExpertsAsync(Person hetty, bool english, DateOnly today)
    {
        var experts = (english ? LocalTeam.Of("River Region", "Youth doctors River Region") : LocalTeam.Of("Regio Rivierland", "Jeugdartsen Rivierland")) with { AreExperts = true };
        await teams.KeepAsync(experts);
        await teams.AddAsync(TeamMember.Of(new PersonId(hetty.Id), experts.Id, hetty.IsProfessional));
        At(today.AddDays(-1));
        await requests.AskAsync(
            HelpAsk.ToExperts(Question.ToDictionary(one => one.Key, one => (string?)one.Value.In(english)), english ? "family doctor" : "huisarts", []),
            experts.Id, HelpRequestId.New().Value.ToByteArray(), words.HashOf(""));
    }

    private void At(DateOnly day) => clock.Now = Netherlands.StartOf(day).AddHours(10);
}
