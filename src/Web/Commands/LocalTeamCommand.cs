using System.CommandLine;
using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Requests;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Commands;

/// <summary>Which local team answers for a place, and who answers for it. It opens nothing of any table.</summary>
public static class LocalTeamCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make() => new("team", "Which local team answers, for a place, who asks for help; and who answers for it.")
    {
        Add(), Member("answers", "Somebody answers for a team.", stops: false), Member("stops", "Somebody answers for a team no more.", stops: true), List(),
    };

    private static Command Add()
    {
        var place = Place();
        var name = new Argument<string>("name") { Description = "What the team is called." };
        var experts = new Option<bool>("--experts") { Description = "They are experts of a region, who are asked without names; they are no local team." };
        var command = new Command("add", "Makes a team for a place, or gives the team of that place another name.") { place, name, experts };
        command.SetAction((result, cancellation) => WithTeamsAsync(true, async (_, teams) =>
        {
            var there = (await teams.AllAsync(cancellation)).FirstOrDefault(team => team.Place == Words.Tidy(result.GetValue(place)));
            if (there is not null && there.AreExperts != result.GetValue(experts))
            {
                return "That place has a team of the other kind. What was asked of it would go to others: choose another place.";
            }

            var team = LocalTeam.Of(result.GetValue(place), result.GetValue(name)) with { AreExperts = result.GetValue(experts) };
            await teams.KeepAsync(there is null ? team : team with { Id = there.Id });
            return null;
        }, cancellation));
        return command;
    }

    private static Command Member(string what, string description, bool stops)
    {
        var signIn = new Argument<string>("sign-in") { Description = "The name this person comes in with." };
        var place = Place();
        var command = new Command(what, description) { signIn, place };
        command.SetAction((result, cancellation) => WithTeamsAsync(true, async (people, teams) =>
        {
            if ((await teams.AllAsync(cancellation)).FirstOrDefault(team => team.Place == Words.Tidy(result.GetValue(place))) is not { } team)
            {
                return "There is no team for that place.";
            }

            if (await people.FindByNameAsync(result.GetValue(signIn)!) is not { } person)
            {
                return "Nobody comes in by that name.";
            }

            var who = new PersonId(person.Id);
            if (stops)
            {
                return await teams.RemoveAsync(new TeamMember(who, team.Id)) ? null : "This person did not answer for that team.";
            }

            await teams.AddAsync(TeamMember.Of(who, team.Id, person.IsProfessional));
            return null;
        }, cancellation));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the teams, with who answers.");
        command.SetAction((_, cancellation) => WithTeamsAsync(false, async (_, teams) =>
        {
            foreach (var team in await teams.AllAsync(cancellation))
            {
                await Console.Out.WriteLineAsync($"{team.Place}: {team.Name}: {string.Join(", ", await teams.MembersAsync(team.Id, cancellation))}");
            }

            return null;
        }, cancellation));
        return command;
    }

    private static Argument<string> Place() => new("place") { Description = "The place, as people call it." };

    private static Task<int> WithTeamsAsync(bool writes, Func<UserManager<Person>, LocalTeams, Task<string?>> work, CancellationToken cancellation) =>
        CommandLine.InDatabaseAsync(1, async places =>
        {
            await using var hold = writes ? await Hold.ToWriteAsync(places, cancellation) : null;
            await using var app = App.Build(places, demo: false, "http://localhost:0");
            await using var scope = app.Services.CreateAsyncScope();
            string? fault;
            try
            {
                fault = await work(scope.ServiceProvider.GetRequiredService<UserManager<Person>>(), app.Services.GetRequiredService<LocalTeams>());
            }
            catch (RuleBrokenException broken)
            {
                fault = broken.Rule == RequestRules.WorksWithFamilies
                    ? "Only who works with families answers for a team." : "A team has a place and a name, each of at most 60 characters.";
            }

            if (fault is not null)
            {
                await Console.Error.WriteLineAsync(fault);
            }

            return fault is null ? 0 : 1;
        }, cancellation);
}
