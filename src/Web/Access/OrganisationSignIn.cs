using System.Security.Cryptography;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Invitations;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Keukentafel.Web.Access;

/// <summary>An address that is reached by who came in through their organisation, besides what the door lets them in to.</summary>
public sealed class AtWork;

/// <summary>
/// Coming in through an organisation, with OpenID Connect: the code flow, with PKCE, nonce and state. Asked is nothing but who somebody is; kept is a print
/// of that, and no token. Who is not known, who was refused and what does not fit get the same words.
/// </summary>
public static class OrganisationSignIn
{
    /// <summary>The field of an address with what only we can read: for whom a link is made.</summary>
    public const string LinkField = "for";

    private const string Purpose = "organisation";

    private const string CardItem = "card";

    private const char Between = '|';

    // So many begin from one address in ten minutes: a whole office can come in.
    private const int MostBegun = 200;

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan GoesOnWithin = TimeSpan.FromMinutes(5);

    private static readonly string[] Signatures = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>Maps the addresses. What comes back is taken before any of them; where there is no organisation, nothing is.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in/organisation/{number:int}", BeginAsync).AllowAnonymous();
        app.MapGet("/sign-in/organisation/{number:int}/back", IResult () => throw new RefusedException()).AllowAnonymous();
    }

    /// <summary>Whether an address is reached by who came in through an organisation: what the door decides on, and what says so itself.</summary>
    /// <param name="endpoint">The address; null for none.</param>
    public static bool Reaches(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<AtWork>() is not null
        || endpoint is RouteEndpoint { RoutePattern.RawText: { } pattern } && pattern.TrimStart('/').StartsWith("tables/{circle:guid}", StringComparison.Ordinal);

    /// <summary>Adds the organisations.</summary>
    /// <param name="services">The services.</param>
    /// <param name="organisations">The organisations.</param>
    public static void AddOrganisations(this IServiceCollection services, Organisations organisations)
    {
        ArgumentNullException.ThrowIfNull(organisations);
        services.AddSingleton(organisations);
        foreach (var organisation in organisations.All)
        {
            services.AddAuthentication().AddOpenIdConnect(organisation.Scheme, options => Set(options, organisation));

            // As the other cookies are: for TLS alone where that is asked of those.
            services.AddOptions<OpenIdConnectOptions>(organisation.Scheme).Configure<IOptionsMonitor<CookieAuthenticationOptions>>((options, cookies) =>
                options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy =
                    cookies.Get(CookieAuthenticationDefaults.AuthenticationScheme).Cookie.SecurePolicy);
        }
    }

    /// <summary>The address at which somebody goes on to their organisation, to come in through it from then on.</summary>
    /// <param name="http">The request of who is signed in and was asked the password.</param>
    /// <param name="organisation">Which organisation.</param>
    public static string AddressToLink(HttpContext http, Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        var me = http.Caller();
        return $"{organisation.Begin}?{LinkField}={ProtectorOf(http).Protect($"{me.Person.Value}{Between}{me.Session}", GoesOnWithin)}";
    }

    private static void Set(OpenIdConnectOptions options, Organisation organisation)
    {
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.Authority = organisation.Issuer;
        options.RequireHttpsMetadata = organisation.Authority.Scheme == "https";
        options.ClientId = organisation.Client;
        options.ClientSecret = organisation.Secret;
        options.CallbackPath = organisation.Back;

        // Nothing else is taken from elsewhere: a link on somebody's page would sign people out.
        options.RemoteSignOutPath = PathString.Empty;
        options.SignedOutCallbackPath = PathString.Empty;

        // The answer comes in the address: a form from elsewhere would come without our cookies.
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.GetClaimsFromUserInfoEndpoint = false;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = AnswerWithin;
        options.BackchannelHttpHandler = new OnlyThere(organisation);
        options.RemoteAuthenticationTimeout = GoesOnWithin * 2;
        options.TokenValidationParameters.ValidAlgorithms = Signatures;
        options.TokenValidationParameters.RequireSignedTokens = true;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(2);
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.HttpOnly = true;
        }

        options.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = context => GoAsync(context, organisation),
            OnMessageReceived = context =>
            {
                if (context.ProtocolMessage.GetParameter("iss") is { } sender && !organisation.IsCalled(sender))
                {
                    context.Fail("The answer comes from another provider.");
                }

                return Task.CompletedTask;
            },
            OnTokenValidated = context =>
            {
                if (!organisation.IsCalled(context.SecurityToken.Issuer))
                {
                    context.Fail("The token comes from another provider.");
                }
                else if (context.SecurityToken.Subject is not { Length: > 0 and <= OrganisationKeys.LongestSubject })
                {
                    context.Fail("The token does not say who somebody is.");
                }
                else if (organisation.Assurance is { } level && context.Principal?.FindFirst("acr")?.Value != level)
                {
                    context.Fail("The provider is not sure enough.");
                }

                return Task.CompletedTask;
            },
            OnTicketReceived = async context =>
            {
                context.HandleResponse();
                await ArriveAsync(context.HttpContext, organisation, context.Principal!.FindFirst("sub")!.Value, context.Properties!);
            },
            OnRemoteFailure = async context =>
            {
                context.HandleResponse();
                await TurnBackAsync(context.HttpContext, organisation, context.Failure, context.Properties);
            },
        };
    }

    // A link and not a form: the policy of our pages lets no form lead elsewhere, and goes on to do so.
    private static async Task<IResult> BeginAsync(HttpContext http, int number, Organisations organisations, SignInPace pace)
    {
        var organisation = organisations.Find(number);
        if (http.Request.PathBase.HasValue)
        {
            // Its provider knows one address to come back to, without a language before it.
            return Results.Redirect(organisation.Begin + http.Request.QueryString);
        }

        if (http.Request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            // Nobody is led in from a page of somebody else.
            return Pages.Done("/sign-in");
        }

        if (!pace.May(http.Connection.RemoteIpAddress, "\n" + Purpose, MostBegun))
        {
            return SignInPages.TooOften(http);
        }

        var properties = new AuthenticationProperties { RedirectUri = "/tables" };
        if (http.Request.Query[LinkField] is [{ Length: < 2000 } link])
        {
            properties.Items[LinkField] = Unsealed(http, link);
            if (properties.Items[LinkField] is null)
            {
                Saying.Say(http, "organisations.too-long-ago");
                return Pages.Done("/me");
            }
        }
        else if (http.Request.Query[SignInPages.WithCard] is [{ } card])
        {
            properties.Items[CardItem] = card;
        }

        try
        {
            await http.ChallengeAsync(organisation.Scheme, properties);
            return Results.Empty;
        }
#pragma warning disable CA1031 // Whatever is the matter there, a person reads plain words here.
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            await TurnBackAsync(http, organisation, failure, properties);
            return Results.Empty;
        }
#pragma warning restore CA1031
    }

    private static Task GoAsync(RedirectContext context, Organisation organisation)
    {
        if (!Uri.TryCreate(context.ProtocolMessage.IssuerAddress, UriKind.Absolute, out var there) || !organisation.IsThere(there))
        {
            throw new HttpRequestException("The provider sends people to another machine than the one that was named.");
        }

        context.ProtocolMessage.RedirectUri = $"{context.Request.Scheme}://{context.Request.Host}{organisation.Back}";
        context.ProtocolMessage.AcrValues = organisation.Assurance;
        return Task.CompletedTask;
    }

    private static async Task ArriveAsync(HttpContext http, Organisation organisation, string subject, AuthenticationProperties properties)
    {
        var known = new KnownAs(organisation.Issuer, subject);
        if (properties.Items.TryGetValue(LinkField, out var link))
        {
            await LinkAsync(http, known, link!);
            return;
        }

        var keys = http.RequestServices.GetRequiredService<OrganisationKeys>();
        var people = http.RequestServices.GetRequiredService<UserManager<Person>>();
        var card = properties.Items.TryGetValue(CardItem, out var asked) ? asked : null;
        if (await keys.ComeAsync(known) is not var (me, through))
        {
            if (card == ComeIn.NewHere && await ComeIn.JoinThroughAsync(http, known) is { } sat)
            {
                await sat.ExecuteAsync(http);
                return;
            }

            await NotInAsync(http, "organisations.not-in");
            return;
        }

        if (await people.FindByIdAsync(me.Value.ToString()) is not { IsProfessional: true } person)
        {
            await NotInAsync(http, "organisations.not-in");
            return;
        }

        AskedHere.Forget(http);
        await http.BeginSessionAsync(person, through);
        var services = http.RequestServices;
        http.Response.Redirect(await SignInPages.AfterAsync(
            http, services.GetRequiredService<Drafts>(), services.GetRequiredService<Sessions>(), services.GetRequiredService<WaysBack>(),
            services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme), person,
            services.GetRequiredService<TimeProvider>(), http.RequestAborted, withCard: card is not null, onlyAtWork: true));
    }

    // Only in the very session in which it was asked, with the password.
    private static async Task LinkAsync(HttpContext http, KnownAs known, string link)
    {
        var came = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (came.Principal is { } principal)
        {
            http.User = principal;
        }

        if (link.Split(Between) is not [var person, var session] || !came.Succeeded
            || http.Caller() is var me && (me.Person.Value.ToString() != person || me.Session.ToString() != session))
        {
            await NotInAsync(http, "organisations.not-in");
            return;
        }

        try
        {
            await http.RequestServices.GetRequiredService<OrganisationKeys>().LinkAsync(http.Caller().Person, known);
            Saying.Say(http, "organisations.linked");
        }
        catch (RuleBrokenException)
        {
            Saying.Say(http, "organisations.not-linked");
        }

        await Pages.Done(KeyPages.Mine).ExecuteAsync(http);
    }

    private static Task TurnBackAsync(HttpContext http, Organisation organisation, Exception? failure, AuthenticationProperties? properties)
    {
        var away = false;
        for (var one = failure; one is not null && !away; one = one.InnerException)
        {
            away = one is HttpRequestException or IOException or OperationCanceledException;
        }

        var log = http.RequestServices.GetRequiredService<ILogger<Organisation>>();
        if (away)
        {
            OrganisationLog.Away(log, organisation.Number, KindOf(failure));
        }
        else
        {
            OrganisationLog.Refused(log, organisation.Number, KindOf(failure));
        }

        if (properties?.Items.ContainsKey(LinkField) == true)
        {
            Saying.Say(http, away ? "organisations.away" : "organisations.not-linked");
            return Pages.Done(KeyPages.Mine).ExecuteAsync(http);
        }

        return NotInAsync(http, away ? "organisations.away" : "organisations.not-in");
    }

    // What stands in an answer is anybody's words: only what kind of thing was the matter is told, with the number that the library gives it.
    private static string KindOf(Exception? failure)
    {
        var inner = failure;
        while (inner?.InnerException is { } deeper)
        {
            inner = deeper;
        }

        var kind = inner?.GetType().Name ?? "nothing";
        return inner?.Message.StartsWith("IDX", StringComparison.Ordinal) == true ? $"{kind} {inner.Message.Split(':')[0]}" : kind;
    }

    private static Task NotInAsync(HttpContext http, string key)
    {
        Saying.Say(http, key);
        return Pages.Done("/sign-in").ExecuteAsync(http);
    }

    private static string? Unsealed(HttpContext http, string sealedLink)
    {
        try
        {
            return ProtectorOf(http).Unprotect(sealedLink);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector ProtectorOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose).ToTimeLimitedDataProtector();

    // Whatever a provider says about itself: asked is the machine that an operator named, and no other.
    private sealed class OnlyThere(Organisation organisation)
        : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = AnswerWithin })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            organisation.IsThere(request.RequestUri)
                ? base.SendAsync(request, cancellationToken)
                : throw new HttpRequestException("The provider leads to another machine than the one that was named.");
    }
}

internal static partial class OrganisationLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider of organisation {Number} could not be asked ({Kind}).")]
    public static partial void Away(ILogger log, int number, string? kind);

    [LoggerMessage(Level = LogLevel.Information, Message = "An answer of the provider of organisation {Number} did not fit ({Kind}).")]
    public static partial void Refused(ILogger log, int number, string? kind);
}
