using System.Text.RegularExpressions;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Statements;

/// <summary>Every page that a reader can ask for at a table.</summary>
internal static class EveryAddress
{
    /// <summary>Opens every page there is at a table, with each of these things and looking for these words.</summary>
    public static async Task WalkAsync(this Running running, Visitor reader, string table, IReadOnlyList<string> things, string looksFor, Action<Visitor> see)
    {
        var routes = running.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? false)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .ToList();
        Assert.Contains(routes, route => route.EndsWith("/things/{id:guid}/correct", StringComparison.Ordinal));
        Assert.Contains(routes, route => route.EndsWith("/find", StringComparison.Ordinal));
        foreach (var route in routes)
        {
            if (route.EndsWith("/find", StringComparison.Ordinal))
            {
                await reader.LookForAsync(table, looksFor);
                see(reader);
                continue;
            }

            var here = route.Replace("/tables/{circle:guid}", table, StringComparison.Ordinal);
            var ids = here.Contains('{', StringComparison.Ordinal) || here.EndsWith("/lay", StringComparison.Ordinal) ? things : [things[0]];
            foreach (var id in ids.Select(thing => thing.Split('/')[^1]))
            {
                var address = Regex.Replace(here, @"\{[^}]*\}", id);
                await reader.GetAsync($"{address}?what=statement&under={id}");
                Assert.True((int)reader.Status < 500, address);
                see(reader);
            }
        }
    }
}
