using System.Net;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Shell;

public sealed class ProductionTests
{
    [Fact]
    public async Task In_production_one_can_come_to_the_sign_in_page_through_a_proxy_on_this_machine_and_the_cookie_is_for_TLS_alone()
    {
        var (places, clean) = await Databases.EmptyAsync(Database.Sqlite);
        await using (var app = Web.App.Build(places, demo: false, "http://127.0.0.1:0"))
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            using var visitor = new Visitor(new Uri(address));
            await visitor.GetAsync("/sign-in");
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            var cookie = Assert.Single(visitor.Answer.Headers.GetValues("Set-Cookie"));
            Assert.StartsWith("__Host-proof=", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        await clean();
    }
}
