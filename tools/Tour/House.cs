using Keukentafel.Data.People;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Demo;
using Keukentafel.Web.Nudges;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Tour;

/// <summary>The program as families use it, in an empty database that is gone afterwards.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private House(WebApplication app, DirectoryInfo folder)
    {
        _app = app;
        _folder = folder;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it.</summary>
    /// <param name="clock">The clock of the story.</param>
    public static async Task<House> StartAsync(TimeProvider clock)
    {
        var folder = Directory.CreateTempSubdirectory("keukentafel-tour-");
        var places = new Places(null, folder.CreateSubdirectory("data").FullName, Path.Combine(folder.FullName, "keys"));
        await Setup.MigrateAsync(places, CancellationToken.None);
        var app = Web.App.Build(places, demo: false, "http://127.0.0.1:0", builder =>
        {
            builder.Services.AddSingleton(clock);

            // Nobody is at home there, and nothing is sent: the page that asks for a nudge is there because a server is named.
            builder.Services.AddSingleton(new MailPost(MailServer.Read("smtp://127.0.0.1:9", "post@example.org")));
            builder.Services.PostConfigure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1_000);
            builder.Services.AddSingleton<IStartupFilter, BehindTls>();
        });
        await app.StartAsync();
        return new House(app, folder);
    }

    /// <summary>Gives everybody of a story an account.</summary>
    /// <param name="story">The story.</param>
    /// <param name="english">Whether they read English.</param>
    /// <param name="nameOf">The name somebody signs in with.</param>
    /// <param name="password">The password of all.</param>
    public async Task WelcomeAsync(Story story, bool english, Func<string, string> nameOf, string password)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        foreach (var who in story.People)
        {
            await people.CreateAsync(
                new Person
                {
                    Id = PersonId.New().Value,
                    UserName = nameOf(who.Key),
                    Called = who.Name,
                    Language = english ? "en" : "nl",
                    IsProfessional = who.Professional,
                    IsFictional = true,
                },
                password);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    // What a proxy in front tells: the visitor's connection is safe.
    private sealed class BehindTls : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Request.Scheme = "https";
                return rest(http);
            });
            next(app);
        };
    }
}
