using Keukentafel.Data.Store;
using Keukentafel.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Ground;

/// <summary>The whole program, running on a database of its own, on a real port.</summary>
public sealed class Running : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<ValueTask> _clean;

    private Running(WebApplication app, Places places, Func<ValueTask> clean)
    {
        _app = app;
        Places = places;
        _clean = clean;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Where its data are.</summary>
    public Places Places { get; }

    /// <summary>The program itself, for tests that ask what it is made of.</summary>
    internal WebApplication App => _app;

    /// <summary>Its services, for tests that look underneath.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts it, filled with the invented families.</summary>
    /// <param name="on">On which database.</param>
    /// <param name="clock">Another clock; null for the real one.</param>
    /// <param name="services">What is otherwise than in the program; null for nothing.</param>
    public static async Task<Running> StartAsync(Database on = Database.Sqlite, TimeProvider? clock = null, Action<IServiceCollection>? services = null)
    {
        var (places, clean) = await Databases.FilledAsync(on);
        return await StartAsync(places, clean, clock, services: services);
    }

    /// <summary>Starts it on a database that was filled otherwise.</summary>
    /// <param name="template">How.</param>
    public static async Task<Running> StartAsync(Template template)
    {
        var own = await template.CopyAsync(Database.Sqlite);
        return await StartAsync(own.Places, own.DisposeAsync, null);
    }

    /// <summary>Starts it as families use it: nobody in it, no invented people, behind a proxy that speaks TLS.</summary>
    /// <param name="on">On which database.</param>
    /// <param name="clock">Another clock; null for the real one.</param>
    /// <param name="quickly">Whether a password is looked at as quickly as can be: for stories of many days, where everybody signs in again each day.</param>
    public static async Task<Running> StartEmptyAsync(Database on = Database.Sqlite, TimeProvider? clock = null, bool quickly = false)
    {
        var (places, clean) = await Databases.EmptyAsync(on);
        return await StartAsync(places, clean, clock, demo: false, quickly);
    }

    /// <summary>Starts another process' worth of program on the same database.</summary>
    /// <param name="other">The one that runs already.</param>
    /// <param name="clock">Another clock; null for the real one.</param>
    /// <param name="services">What is otherwise than in the program; null for nothing.</param>
    public static Task<Running> BesideAsync(Running other, TimeProvider? clock = null, Action<IServiceCollection>? services = null) =>
        StartAsync(other.Places, () => ValueTask.CompletedTask, clock, services: services);

    private static async Task<Running> StartAsync(
        Places places, Func<ValueTask> clean, TimeProvider? clock, bool demo = true, bool quickly = false, Action<IServiceCollection>? services = null)
    {
        var app = Web.App.Build(places, demo, "http://127.0.0.1:0", builder =>
        {
            if (clock is not null)
            {
                builder.Services.AddSingleton(clock);
            }

            // No chance, and nothing that passes after a while: how many tries there are is the same on a slow machine.
            builder.Services.AddSingleton(all => new SignInPace(all.GetRequiredService<TimeProvider>(), _ => 0) { Between = TimeSpan.FromDays(1) });
            services?.Invoke(builder.Services);
            if (!demo)
            {
                builder.Services.AddSingleton<IStartupFilter, BehindTls>();
            }

            if (quickly)
            {
                builder.Services.PostConfigure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1_000);
            }
        });
        await app.StartAsync();
        return new Running(app, places, clean);
    }

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Stranger() => new(Address);

    /// <summary>An invented person, signed in, standing at their (first) table.</summary>
    /// <param name="name">The name to sign in with: esra, amir, samira, en-esra ….</param>
    /// <param name="ownPage">Whether a child stays at its own page.</param>
    public async Task<Visitor> AsAsync(string name, bool ownPage = false)
    {
        var visitor = new Visitor(Address);
        await visitor.GetAsync(name.StartsWith("en-", StringComparison.Ordinal) ? "/en/demo" : "/demo");
        await visitor.PressAsync($"form[action$='/demo/{name}']");
        if (!ownPage && visitor.Path.EndsWith("/mine", StringComparison.Ordinal))
        {
            // A child comes in at its own page, and goes on to the table.
            await visitor.GetAsync(visitor.Table);
        }

        return visitor;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _clean();
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
