using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Requests;

namespace Keukentafel.Data.Requests;

/// <summary>The local teams, and who reads and answers for each. The door knows nothing of it: it opens no table.</summary>
public sealed class LocalTeams
{
    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly TimeProvider _clock;

    internal LocalTeams(Storage storage, Gate gate, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _clock = clock;
    }

    /// <summary>All teams, by place: names that everybody reads.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<LocalTeam>> AllAsync(CancellationToken cancellation) => ListedAsync("", cancellation);

    /// <summary>The local teams for which somebody answers: only these can be asked, as elsewhere a question would wait for nobody.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<LocalTeam>> AnsweringAsync(CancellationToken cancellation) => AnsweringAsync(0, cancellation);

    /// <summary>The experts who can be asked without names, by region: those for whom somebody answers.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<LocalTeam>> ExpertsAsync(CancellationToken cancellation) => AnsweringAsync(1, cancellation);

    /// <summary>For which teams somebody answers; empty for who answers for none.</summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<TeamMember>> OfAsync(PersonId person, CancellationToken cancellation)
    {
        var all = new List<TeamMember>();
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select team from local_team_members where person = @person",
                    row => all.Add(new TeamMember(person, new LocalTeamId(row.Id(0)))),
                    ("person", person.Value)),
            ],
            cancellation);
        return all;
    }

    /// <summary>The names of the people of a team to come in by, for who runs the program.</summary>
    /// <param name="team">Which team.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<string>> MembersAsync(LocalTeamId team, CancellationToken cancellation)
    {
        var names = new List<string>();
        await _storage.AskAsync(
            null,
            null,
            [
                new Query(
                    "select p.user_name from local_team_members m join people p on p.id = m.person where m.team = @team order by p.user_name",
                    row => names.Add(row.Text(0)),
                    ("team", team.Value)),
            ],
            cancellation);
        return names;
    }

    /// <summary>Makes a team, or gives one another name.</summary>
    /// <param name="team">The team.</param>
    public Task KeepAsync(LocalTeam team) => _gate.ChangeAsync(null, null, writing => KeepAsync(writing, team), () => []);

    internal static Task KeepAsync(Writing writing, LocalTeam team) => writing.RunAsync(
        // What a team is for stays as it was made: who gives it another name does not send what was asked to others.
        "insert into local_teams (id, place, name, experts) values (@id, @place, @name, @experts) on conflict (id) do update set place = excluded.place, name = excluded.name",
        ("id", team.Id.Value), ("place", team.Place), ("name", team.Name), ("experts", team.AreExperts ? 1 : 0));

    /// <summary>Somebody reads and answers for a team from now on. It leaves a line: from then on this person reads what is asked of the team.</summary>
    /// <param name="member">Who, and for which team.</param>
    public async Task AddAsync(TeamMember member)
    {
        var added = 0;
        await _gate.ChangeAsync(
            null,
            member.Person.Value,
            async writing => added = await writing.RunAsync(
                "insert into local_team_members (person, team) values (@person, @team) on conflict (person, team) do nothing",
                ("person", member.Person.Value), ("team", member.Team.Value)),
            () => added > 0 ? [LineOf(member, Deed.TeamJoined)] : []);
    }

    /// <summary>Somebody reads and answers for a team no more. What they answered stays.</summary>
    /// <param name="member">Who, and for which team.</param>
    /// <returns>Whether they did.</returns>
    public async Task<bool> RemoveAsync(TeamMember member)
    {
        var removed = 0;
        await _gate.ChangeAsync(
            null,
            member.Person.Value,
            async writing => removed = await writing.RunAsync(
                "delete from local_team_members where person = @person and team = @team", ("person", member.Person.Value), ("team", member.Team.Value)),
            () => removed > 0 ? [LineOf(member, Deed.TeamLeft)] : []);
        return removed > 0;
    }

    private Task<IReadOnlyList<LocalTeam>> AnsweringAsync(int experts, CancellationToken cancellation) =>
        ListedAsync(" where t.experts = @experts and exists (select 1 from local_team_members m where m.team = t.id)", cancellation, ("experts", experts));

    private async Task<IReadOnlyList<LocalTeam>> ListedAsync(string which, CancellationToken cancellation, params (string Name, object Value)[] values)
    {
        var all = new List<LocalTeam>();
        await _storage.AskAsync(
            null,
            null,
            [
                new Query(
                    $"select t.id, t.place, t.name, t.experts from local_teams t{which}",
                    row => all.Add(new LocalTeam(new LocalTeamId(row.Id(0)), row.Text(1), row.Text(2)) { AreExperts = row.Small(3) == 1 }),
                    values),
            ],
            cancellation);

        // Sorted here: the two databases do not sort names alike.
        return [.. all.OrderBy(team => team.Place, StringComparer.InvariantCulture).ThenBy(team => team.Name, StringComparer.InvariantCulture)];
    }

    private TrailLine LineOf(TeamMember member, Deed deed) => TrailLine.OfNoTable(_clock.GetUtcNow(), member.Person, deed, Permission.Keep, member.Team.Value);
}
