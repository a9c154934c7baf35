using Keukentafel.Data;
using Keukentafel.Data.People;
using Keukentafel.Data.Store;
using Keukentafel.Web.Access;
using Keukentafel.Web.Arrivals;
using Keukentafel.Web.Children;
using Keukentafel.Web.Circles;
using Keukentafel.Web.Collaborations;
using Keukentafel.Web.Consults;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Decisions;
using Keukentafel.Web.Demo;
using Keukentafel.Web.Endings;
using Keukentafel.Web.Frames;
using Keukentafel.Web.Incidents;
using Keukentafel.Web.Invitations;
using Keukentafel.Web.Involvements;
using Keukentafel.Web.Library;
using Keukentafel.Web.Nearby;
using Keukentafel.Web.NotKnowing;
using Keukentafel.Web.Nudges;
using Keukentafel.Web.Overviews;
using Keukentafel.Web.OwnStories;
using Keukentafel.Web.Plans;
using Keukentafel.Web.Reflections;
using Keukentafel.Web.Reports;
using Keukentafel.Web.Requests;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Statements;
using Keukentafel.Web.Talks;
using Keukentafel.Web.Thinking;
using Keukentafel.Web.Views;
using Keukentafel.Web.Wordings;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web;

/// <summary>How the program is put together: services, what every request passes, and the areas.</summary>
public static class App
{
    /// <summary>Puts the program together; it does not start yet.</summary>
    /// <param name="places">Where the database, the data and the keys are.</param>
    /// <param name="demo">Whether it holds invented people.</param>
    /// <param name="urls">Where it listens.</param>
    /// <param name="change">Changes for tests; null outside them.</param>
    public static WebApplication Build(Places places, bool demo, string urls, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(App).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.UseUrls(urls);

        // A link that we write must never lead to a host that somebody else put in a header.
        builder.Configuration["AllowedHosts"] = demo ? "localhost;127.0.0.1;[::1]"
            : Environment.GetEnvironmentVariable("KEUKENTAFEL_HOSTS") is { Length: > 0 } hosts ? hosts : "localhost;127.0.0.1;[::1]";
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Forms.MostBytes;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)

            // What anybody can send to where an organisation's answer is awaited does not fill the log: it is said in a line of our own.
            .AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None);
        AddServices(builder, places, demo);
        change?.Invoke(builder);
        var app = builder.Build();

        // Calls into SQLite hold their thread: have enough of them ready.
        ThreadPool.GetMinThreads(out _, out var ports);
        ThreadPool.SetMinThreads(32, ports);

        if (!demo)
        {
            app.Use(Headers.BehindProxyAsync);
        }

        app.Use((http, next) => Headers.SetAsync(http, next, secure: !demo));
        app.UseResponseCompression();
        app.UseStaticFiles(LookFiles.Options());
        app.Use(Languages.ChooseAsync);
        app.Use(Pages.CatchAsync);
        app.Use(Pages.HeadAsGetAsync);
        app.UseRouting();
        app.Use(Pages.HeadAgainAsync);
        app.UseAuthentication();
        app.Use(Languages.FollowPersonAsync);
        app.UseMiddleware<Forms>();
        app.UseAuthorization();

        Health.Map(app);
        var pages = app.MapGroup("").AddEndpointFilter<RouteGroupBuilder, Whole>().AddEndpointFilter<RouteGroupBuilder, TakeSound>().AddEndpointFilter<RouteGroupBuilder, CatchAddress>();
        ((IEndpointConventionBuilder)pages).Finally(TakeForms);
        FrontPages.Map(pages);
        OpenDoors.Map(pages);
        Stories.Map(pages);
        ThinkItThrough.Map(pages);
        ThinkTogether.Map(pages);
        SeeLibrary.Map(pages);
        SignInPages.Map(pages);
        KeySignIn.Map(pages);
        OrganisationSignIn.Map(pages);
        OrganisationPages.Map(pages);
        KeyPages.Map(pages);
        CodePages.Map(pages);
        DraftPages.Map(pages);
        MyPages.Map(pages);
        ChangePassword.Map(pages);
        ChooseHelpers.Map(pages);
        HelpBack.Map(pages);
        LostPasswordPages.Map(pages);
        StopNewPassword.Map(pages);
        NudgesArea.Map(pages);
        CirclesArea.Map(pages);
        InvitationsArea.Map(pages);
        ChildrenArea.Map(pages);
        InvolvementsArea.Map(pages);
        EndingsArea.Map(pages);
        ContributionsArea.Map(pages);
        StatementsArea.Map(pages);
        ViewsArea.Map(pages);
        TalksArea.Map(pages);
        PlansArea.Map(pages);
        CollaborationsArea.Map(pages);
        DecisionsArea.Map(pages);
        ReflectionsArea.Map(pages);
        ConsultsArea.Map(pages);
        OverviewsArea.Map(pages);
        NotKnowingArea.Map(pages);
        IncidentsArea.Map(pages);
        OwnStoriesArea.Map(pages);
        FramesArea.Map(pages);
        ReportsArea.Map(pages);
        WordingsArea.Map(pages);
        RequestsArea.Map(pages);
        NearbyArea.Map(pages);
        if (demo)
        {
            DemoPages.Map(pages);
        }

        app.MapFallback("{*path}", http => Pages.ErrorAsync(http, StatusCodes.Status404NotFound)).AllowAnonymous().WithMetadata(new NeedsNoProof());
        return app;
    }

    // Each endpoint is taken for one that may read JSON, as its services are found only when it runs. These take forms, and whoever is not signed in is
    // sent to where that can be done.
    private static void TakeForms(EndpointBuilder endpoint)
    {
        foreach (var json in endpoint.Metadata.Where(one => one is IAcceptsMetadata or IDisableCookieRedirectMetadata).ToList())
        {
            endpoint.Metadata.Remove(json);
        }
    }

    private static void AddServices(WebApplicationBuilder builder, Places places, bool demo)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new House(
            demo,
            new HelpLine(Rights.Current.Danger, Rights.Current.Line("Home").Number!, Rights.Current.Line("Children").Number!),
            builder.Configuration["LeaveTo"] ?? "/away"));
        services.AddData(places);
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = demo ? 1_000 : 210_000);
        services.Configure<IdentityOptions>(identity =>
        {
            identity.Password.RequireDigit = false;
            identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
            identity.Password.RequiredLength = 10;
            identity.User.RequireUniqueEmail = false;
        });
        services.AddDataProtection()
            .SetApplicationName(Places.ApplicationName)
            .PersistKeysToFileSystem(new DirectoryInfo(places.WebKeysFolder));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = demo ? "keukentafel" : "__Host-keukentafel";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = demo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.Cookie.Path = "/";
            cookie.ExpireTimeSpan = Sessions.Longest;
            cookie.SlidingExpiration = false;
            cookie.Events.OnRedirectToLogin = context =>
            {
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
                context.Response.Headers.Location = context.Request.PathBase + "/sign-in";
                return Task.CompletedTask;
            };
            cookie.Events.OnRedirectToAccessDenied = context => context.HttpContext.User.AtTheTable() is { } at
                ? Pages.Done($"/tables/{at.Circle.Value}/talks/{at.Talk.Value}/at-table").ExecuteAsync(context.HttpContext)
                : context.HttpContext.User.ShutAt() is { } shut ? Pages.Done($"/tables/{shut.Value}/mine/shut").ExecuteAsync(context.HttpContext)
                : context.HttpContext.User.IsSettingUp() ? Pages.Done(CodePages.SetUp).ExecuteAsync(context.HttpContext)
                : Pages.ErrorAsync(context.HttpContext, StatusCodes.Status404NotFound);
        });
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<Sessions>((cookie, sessions) => cookie.SessionStore = sessions);

        // The screen on the table reaches the pages of its talk and no other; a drawer that is shut reaches its lock; who must set up a code first
        // reaches that. Who came in through an organisation reaches their work.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(asked => asked.User.AtTheTable() is null
                || (asked.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<OnTheTable>() is not null)
            .RequireAssertion(asked => asked.User.ShutAt() is null
                || (asked.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<OutsideTheDrawer>() is not null)
            .RequireAssertion(asked => asked.User.Through() is null || OrganisationSignIn.Reaches((asked.Resource as HttpContext)?.GetEndpoint()))
            .RequireAssertion(asked => !asked.User.IsSettingUp()
                || (asked.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<WhileSettingUp>() is not null)
            .Build());
        services.AddAntiforgery(proof =>
        {
            proof.FormFieldName = Typed.ProofField;
            proof.HeaderName = null;
            proof.Cookie.Name = demo ? "proof" : "__Host-proof";
            proof.Cookie.SecurePolicy = demo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            proof.Cookie.Path = "/";
            proof.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 300;
            form.KeyLengthLimit = 200;
            form.ValueLengthLimit = Forms.MostBytes;
            form.MultipartBodyLengthLimit = Forms.MostBytes;
        });
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        services.AddPasskeys();
        services.AddOrganisations(Organisations.FromEnvironment());
        services.AddSingleton<CardMemory>();
        services.AddSingleton<LetStand>();
        services.AddSingleton<SignInPace>();
        services.AddSingleton<OwnWord>();
        services.AddHostedService<Forgetting>();
        var server = MailServer.FromEnvironment();
        services.AddSingleton(_ => new MailPost(server));
        services.AddSingleton<NudgeRound>();
        services.AddSingleton<Nudging>();
        services.AddHostedService(all => all.GetRequiredService<Nudging>());
    }
}
