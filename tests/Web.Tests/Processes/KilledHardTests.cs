using System.Net;
using System.Security.Cryptography;
using Keukentafel.Data;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Processes;

/// <summary>What somebody was told is kept, is kept, however the program ends.</summary>
public sealed class KilledHardTests
{
    private const int Kills = 52;

    // Each at a table where nobody else writes.
    private static readonly string[] Names = ["esra", "wendy", "chantal", "en-esra"];

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    [Trait("Takes", "long")]
    public async Task Killed_in_the_middle_of_saving_no_confirmed_word_is_lost_R126(Database on)
    {
        var (places, clean) = await Databases.FilledAsync(on);
        var port = Serving.FreePort();
        var writers = new List<Writer>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var serving = await Serving.StartAsync(places, port);
            if (kill == 0)
            {
                foreach (var name in Names)
                {
                    writers.Add(await Writer.SitAsync(serving, name));
                }
            }

            // At some moment after some of it was confirmed, however slow the machine is.
            var enough = writers.Sum(writer => writer.Confirmed) + RandomNumberGenerator.GetInt32(2, 20);
            var writing = writers.ConvertAll(writer => writer.WriteUntilCutOffAsync(kill));
            while (writers.Sum(writer => writer.Confirmed) < enough && writing.TrueForAll(one => !one.IsCompleted))
            {
                await Task.Delay(RandomNumberGenerator.GetInt32(1, 9), TestContext.Current.CancellationToken);
            }

            await serving.KillAsync();
            await Task.WhenAll(writing);
        }

        Assert.True(writers.Sum(writer => writer.Confirmed) > 2 * Kills, "Too little was confirmed to prove anything.");
        await using (var services = Services(places))
        {
            foreach (var writer in writers)
            {
                await writer.FindEverythingAsync(services);
            }
        }

        Assert.True(await Trails.IsWholeAsync(places) > Kills);
        writers.ForEach(writer => writer.Dispose());
        await clean();
    }

    private static ServiceProvider Services(Places places)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddData(places);
        return services.BuildServiceProvider();
    }

    /// <summary>Somebody who types without end: a draft over and over, and a new thing on the table now and then.</summary>
    private sealed class Writer : IDisposable
    {
        private readonly Visitor _visitor;
        private readonly string _name;
        private readonly string _table;
        private readonly string _proof;
        private readonly DraftId _draft = DraftId.New();
        private readonly List<string> _laid = [];
        private int _sent;
        private int _kept;

        private Writer(Visitor visitor, string name, string table, string proof)
        {
            _visitor = visitor;
            _name = name;
            _table = table;
            _proof = proof;
        }

        public int Confirmed => _kept + _laid.Count;

        public static async Task<Writer> SitAsync(Serving serving, string name)
        {
            var visitor = await serving.AsAsync(name);
            if (!visitor.Path.StartsWith("/tables/", StringComparison.Ordinal))
            {
                await visitor.GetAsync(visitor.Page.QuerySelector("a[href^='/tables/']:not([href='/tables/new'])")!.GetAttribute("href")!);
            }

            var table = visitor.Table;
            await visitor.GetAsync(table + "/lay");
            return new Writer(visitor, name, table, visitor.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!);
        }

        public async Task WriteUntilCutOffAsync(int round)
        {
            try
            {
                var words = $"Dit lag er bij keer {round}.";
                if (await SendAsync(_table + "/lay", HttpStatusCode.SeeOther, ("words", words), ("what", "GoodThing")))
                {
                    _laid.Add(words);
                }

                while (true)
                {
                    var next = ++_sent;
                    if (await SendAsync(
                        $"/drafts/{_draft.Value}", HttpStatusCode.NoContent, ("page", _table + "/lay"), ("words", next.ToString())))
                    {
                        _kept = next;
                    }
                }
            }
            catch (HttpRequestException)
            {
                // Cut off: what was not confirmed may be there or not.
            }
        }

        public async Task FindEverythingAsync(IServiceProvider services)
        {
            await using var scope = services.CreateAsyncScope();
            var person = (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(_name))!;
            var me = new Caller(new PersonId(person.Id), Guid.Empty);
            var draft = (await services.GetRequiredService<Drafts>().FindAsync(me.Person, _draft, CancellationToken.None))!;
            Assert.InRange(int.Parse(draft.Fields["words"][0]), _kept, _sent);
            using var sight = await services.GetRequiredService<Door>().OpenAsync(
                me, new CircleId(Guid.Parse(_table.Split('/')[2])), Look.All("test"), CancellationToken.None);
            var found = sight.Slips.SelectMany(slip => slip.Contribution.Said).ToHashSet();
            Assert.Equal("", string.Join(" ", _laid.Except(found)));
        }

        public void Dispose() => _visitor.Dispose();

        private async Task<bool> SendAsync(string path, HttpStatusCode confirms, params (string Name, string Value)[] fields)
        {
            var all = fields.Append(("proof", _proof)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(all) };
            using var answer = await _visitor.SendAsync(request);
            Assert.Equal(confirms, answer.StatusCode);
            Assert.NotEqual("/sign-in", answer.Headers.Location?.OriginalString);
            return true;
        }
    }
}
