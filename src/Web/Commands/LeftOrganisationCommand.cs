using System.CommandLine;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Nearby;
using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;

namespace Keukentafel.Web.Commands;

/// <summary>
/// Somebody left their organisation: every session ends, they are let in no more at any table where they sat as a professional, answer for no local team and write
/// for no place any more, and come in no more through that organisation. What they are to their own family stays as it is, and so does what they said. Can be given
/// again when it was cut off halfway.
/// </summary>
public static class LeftOrganisationCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var organisation = new Argument<string>("authority") { Description = "The organisation: what stands in KEUKENTAFEL_OIDC_AUTHORITY." };
        var subject = new Argument<string>("subject") { Description = "Who it is there: what its provider gives as sub." };
        var command = new Command("left-organisation", "Somebody left their organisation: ends all that they reach through their work.") { organisation, subject };
        command.SetAction((result, cancellation) => CommandLine.InDatabaseAsync(1, async places =>
        {
            await using var hold = await Hold.ToWriteAsync(places, cancellation);
            await using var app = App.Build(places, demo: false, "http://localhost:0");
            if (await LeaveAsync(app.Services, result.GetValue(organisation)!, result.GetValue(subject)!, cancellation) is { } tables)
            {
                await Console.Out.WriteLineAsync($"Every session ended. Let in no more at so many tables: {tables}.");
                return 0;
            }

            await Console.Error.WriteLineAsync("Nobody comes in so.");
            return 1;
        }, cancellation));
        return command;
    }

    /// <summary>Ends it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="authority">The organisation.</param>
    /// <param name="subject">Who it is there.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>At how many tables they are let in no more; null when nobody comes in so.</returns>
    internal static async Task<int?> LeaveAsync(IServiceProvider services, string authority, string subject, CancellationToken cancellation)
    {
        var keys = services.GetRequiredService<OrganisationKeys>();
        var known = new KnownAs(Organisation.Plain(authority), subject);
        if (await keys.OwnerOfAsync(known, cancellation) is not { } person)
        {
            return null;
        }

        // The link goes last: who was stopped in the middle finds it again. Whoever comes in meanwhile is out with it.
        await services.GetRequiredService<Sessions>().EndAsync(person, null, Guid.Empty);
        var door = services.GetRequiredService<Door>();
        var caller = new Caller(person, Guid.Empty) { OnlyAtWork = true };
        var tables = (await door.TablesOfAsync(caller, cancellation)).Where(table => table.Circle.EndedAt is null).ToList();
        foreach (var table in tables)
        {
            await door.ChangeAsync(
                caller,
                table.Id,
                AccessRules.ToSpeak(table.Me.Side),
                visit =>
                {
                    visit.Circle.LeaveWithOrganisation(visit.Act);
                    return Task.FromResult(true);
                },
                cancellation);
        }

        var teams = services.GetRequiredService<LocalTeams>();
        foreach (var member in await teams.OfAsync(person, cancellation))
        {
            await teams.RemoveAsync(member);
        }

        await services.GetRequiredService<Editors>().RemoveAsync(person);
        await keys.LeaveAsync(person, known);
        return tables.Count;
    }
}
