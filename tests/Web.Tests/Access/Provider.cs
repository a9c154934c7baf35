using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Security.Cryptography;
using Keukentafel.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Keukentafel.Web.Tests.Access;

/// <summary>
/// An organisation's OpenID Connect provider, on a real port: OpenIddict, which demands PKCE and takes each code once. Who comes is who was put at its computer;
/// it asks nothing. It can be told to lie.
/// </summary>
internal sealed class Provider : IAsyncDisposable
{
    public const string Client = "keukentafel";
    public const string Secret = "een geheim van twee";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, bool> _used = [];
    private readonly RSA _rsa = RSA.Create(2048);

    private Provider(string name, int port)
    {
        Name = name;
        Address = $"http://localhost:{port}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address);
        builder.Services.AddOpenIddict().AddServer(Set);
        _app = builder.Build();
        _app.Use(async (http, next) =>
        {
            Asked.Enqueue(http.Request.Path);
            if (IsBroken)
            {
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            }

            await next(http);
        });
        _app.UseAuthentication();
    }

    /// <summary>What people call the organisation.</summary>
    public string Name { get; }

    /// <summary>Where it is, and how it calls itself.</summary>
    public string Address { get; }

    /// <summary>Who sits at its computer; null for somebody whom it refuses.</summary>
    public string? Who { get; set; } = "medewerker-0712";

    /// <summary>How sure it says that it is.</summary>
    public string? Assurance { get; set; }

    /// <summary>Whether it answers nothing that can be used.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Where it says that its codes are changed for tokens; null for here.</summary>
    public string? TokenAddress { get; set; }

    /// <summary>What becomes of a token on its way.</summary>
    public Func<Provider, string, string> Send { get; set; } = (_, token) => token;

    /// <summary>Its own clock.</summary>
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    /// <summary>What it was asked, as far as its path goes.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>With what people were sent to it.</summary>
    public ConcurrentQueue<OpenIddictRequest> Sent { get; } = [];

    public static async Task<Provider> StartAsync(string name = "Gemeente Voorbeeld")
    {
        var provider = new Provider(name, FreePort());
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>The organisation as an operator names it.</summary>
    public Organisation As(int number = 1, string? level = null) => new(number, Name, new Uri(Address), Client, Secret, level);

    /// <summary>Signs other words with the provider's own key.</summary>
    public string Sign(string token, Action<IDictionary<string, object>> change, SigningCredentials? with = null)
    {
        var payload = new JsonWebToken(token).Claims.GroupBy(claim => claim.Type).ToDictionary(
            group => group.Key, group => (object)(group.Key is "exp" or "iat" or "nbf" or "auth_time" ? long.Parse(group.First().Value, null) : group.First().Value));
        change(payload);
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return handler.CreateToken(
            System.Text.Json.JsonSerializer.Serialize(payload), with ?? new SigningCredentials(Key(_rsa), SecurityAlgorithms.RsaSha256));
    }

    /// <summary>Another key, that says it is the provider's.</summary>
    public SigningCredentials Forged() => new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = Key(_rsa).KeyId }, SecurityAlgorithms.RsaSha256);

    public async Task StopAsync() => await _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static RsaSecurityKey Key(RSA rsa) => new(rsa) { KeyId = "own" };

    private void Set(OpenIddictServerBuilder server)
    {
        server.SetIssuer(new Uri(Address)).SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().EnableDegradedMode().DisableAccessTokenEncryption();
        server.AddEphemeralEncryptionKey().AddSigningKey(Key(_rsa));
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.Configure(options => options.TimeProvider = Clock);
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            Sent.Enqueue(context.Request);
            if (context.ClientId != Client || context.RedirectUri is null || !new Uri(context.RedirectUri).AbsolutePath.StartsWith("/sign-in/organisation/", StringComparison.Ordinal))
            {
                context.Reject(Errors.InvalidClient);
            }

            return default;
        }));
        server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (Who is null)
            {
                context.Reject(Errors.AccessDenied);
                return default;
            }

            var identity = new ClaimsIdentity("provider");
            identity.SetClaim(Claims.Subject, Who).SetClaim(Claims.AuthenticationContextReference, Assurance);

            // What a provider gives that was not asked.
            identity.SetClaim(Claims.Email, "sanne.de.vries@gemeente.example").SetClaim(Claims.Name, "Sanne de Vries");
            identity.SetDestinations(static _ => [Destinations.IdentityToken]);
            context.SignIn(new ClaimsPrincipal(identity).SetScopes(Scopes.OpenId));
            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != Client || context.ClientSecret != Secret)
            {
                context.Reject(Errors.InvalidClient);
            }
            else if (!_used.TryAdd(context.Request.Code ?? "", true))
            {
                context.Reject(Errors.InvalidGrant);
            }

            return default;
        }));
        server.AddEventHandler<ApplyTokenResponseContext>(handler => handler.SetOrder(int.MinValue).UseInlineHandler(context =>
        {
            if (context.Response.IdToken is { } token)
            {
                context.Response.IdToken = Send(this, token);
            }

            return default;
        }));
        server.AddEventHandler<ApplyConfigurationResponseContext>(handler => handler.SetOrder(int.MinValue).UseInlineHandler(context =>
        {
            if (TokenAddress is not null)
            {
                context.Response["token_endpoint"] = TokenAddress;
            }

            return default;
        }));
    }
}
