using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Keukentafel.Data.Store;
using Keukentafel.Web.Access;
using Microsoft.AspNetCore.Authorization;

namespace Keukentafel.Web.Commands;

/// <summary>One address of the program.</summary>
/// <param name="Method">The method; <c>*</c> for any.</param>
/// <param name="Pattern">The address, with places for ids.</param>
/// <param name="Who">Who may come in: <c>anyone</c>, <c>signed-in</c>, or <c>at-this-table</c>, which the door decides.</param>
/// <param name="Proof">Whether a form must prove that it came from a page of ours.</param>
public sealed record Address(string Method, string Pattern, string Who, bool Proof)
{
    /// <summary>Every address of the program as it was put together.</summary>
    /// <param name="app">The program.</param>
    public static IReadOnlyList<Address> Of(IEndpointRouteBuilder app) =>
    [
        .. app.DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(Of)
            .OrderBy(address => address.Pattern, StringComparer.Ordinal)
            .ThenBy(address => address.Method, StringComparer.Ordinal),
    ];

    private static IEnumerable<Address> Of(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        var who = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anyone"
            : pattern.StartsWith("/tables/{circle:guid}", StringComparison.Ordinal) ? "at-this-table"
            : "signed-in";
        var proof = endpoint.Metadata.GetMetadata<NeedsNoProof>() is null;
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])
            .Select(method => new Address(method, pattern, who, proof && !HttpMethods.IsGet(method)));
    }
}

/// <summary>Lists every address and who may come in.</summary>
public static class EndpointsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var demo = new Option<bool>("--demo") { Description = "With the addresses that exist only in the demo." };
        var command = new Command("endpoints", "Lists every address and who may come in.") { json, demo };
        command.SetAction(async (result, _) =>
        {
            // Nothing is read or kept: the program is only put together.
            var nowhere = Directory.CreateTempSubdirectory("keukentafel-").FullName;
            try
            {
                await using var app = App.Build(new Places(null, nowhere, nowhere), result.GetValue(demo), "http://localhost:0");
                var addresses = Address.Of(app);
                await Console.Out.WriteLineAsync(result.GetValue(json)
                    ? JsonSerializer.Serialize(addresses, AddressJson.Default.IReadOnlyListAddress)
                    : string.Join('\n', addresses.Select(one => $"{one.Who,-14} {one.Method,-5} {one.Pattern}{(one.Proof ? " (proof)" : "")}")));
            }
            finally
            {
                Directory.Delete(nowhere, recursive: true);
            }

            return 0;
        });
        return command;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<Address>))]
internal sealed partial class AddressJson : JsonSerializerContext;
