using Keukentafel.Data.Circles;
using Keukentafel.Data.Nearby;
using Keukentafel.Data.Nudges;
using Keukentafel.Data.People;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Sqlite;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Data.Wordings;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Data;

/// <summary>What Web asks of Data, and nothing more.</summary>
public static class DataServices
{
    /// <summary>Adds the door, the sessions, the drafts and the accounts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="places">Where everything is.</param>
    public static IdentityBuilder AddData(this IServiceCollection services, Places places)
    {
        services.AddSingleton(places);
        services.AddSingleton(new Keyring(places.KeysFolder));
        services.AddSingleton<Storage>(_ =>
            places.Postgres is { } postgres ? new PostgresStorage(postgres) : new SqliteStorage(places.SqliteFile));
        services.AddSingleton(s => new Gate(s.GetRequiredService<Storage>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new Door(
            s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new Removals(
            s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new Sessions(s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new Drafts(
            s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new OneTimeCodes(
            s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new Passkeys(
            s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new OrganisationKeys(
            s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new Passwords(s.GetRequiredService<Gate>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new WaysBack(
            s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new NudgeKeeper(
            s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<Door>()));
        services.AddSingleton(s => new WordRemarks(
            s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new Representatives(s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>()));
        services.AddSingleton(s => new AskedCounts(s.GetRequiredService<Storage>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new HelpRequests(
            s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new LocalTeams(s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new LocalTexts(
            s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<Keyring>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new Editors(s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new Readiness(s.GetRequiredService<Storage>(), s.GetRequiredService<Gate>()));
        services.AddScoped<AppDb>(s => s.GetRequiredService<Storage>().NewDb());
        return services.AddIdentityCore<Person>().AddEntityFrameworkStores<AppDb>().AddUserStore<PeopleStore>();
    }
}
