using System.Net;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Contributions.Revoking;

/// <summary>
/// What is remembered between requests never shows one person what another may see: while many read, words are hidden, shown to others,
/// corrected and taken back, and every answer that was asked for after that is held against it.
/// </summary>
public sealed class RevokedUnderLoadTests
{
    private const int Rounds = 2;

    private static readonly string[] AtTheTable = ["esra", "amir", "fatma", "samira", "bo"];
    private static readonly string[] GrownUps = ["esra", "fatma", "samira", "bo"];
    private static readonly Place[] Cards = [Place.Table, Place.List, Place.Own, Place.Print, Place.Find];
    private static readonly Place[] OfView = [Place.Views, Place.Own, Place.Print, Place.Find];
    private static int _marks;

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    [Trait("Takes", "long")]
    public async Task While_many_read_no_later_answer_shows_what_was_taken_from_them_R12(Database on)
    {
        await using var running = await Running.StartAsync(on);

        // On PostgreSQL half of them come in at another process.
        await using var beside = on == Database.Postgres ? await Running.BesideAsync(running) : null;
        using var esra = await Writer.SitAsync(running, "esra");
        var crowd = new Crowd(esra.Table);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reading = new List<Task>();
        foreach (var name in AtTheTable)
        {
            reading.Add(crowd.ReadAsync(await running.AsAsync(name), name, "", TimeSpan.Zero, stop.Token));
            reading.Add(crowd.ReadAsync(await (beside ?? running).AsAsync(name), name, "/en", TimeSpan.Zero, stop.Token));
        }

        // Who gets nothing gets it so fast that the others would hardly have their turn.
        reading.Add(crowd.ReadAsync(await running.AsAsync("wendy"), "wendy", "", TimeSpan.FromMilliseconds(15), stop.Token));
        reading.Add(crowd.ReadAsync(running.Stranger(), "nobody", "", TimeSpan.FromMilliseconds(15), stop.Token));

        using var fatma = await Writer.SitAsync(beside ?? running, "fatma");
        using var samira = await Writer.SitAsync(running, "samira", esra.Table);
        using var amir = await Writer.SitAsync(beside ?? running, "amir");
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                await Task.WhenAll(
                    OwnWordsAsync(crowd, esra, fatma), ToldByAnotherAsync(crowd, esra, fatma), AboutAChildAsync(crowd, samira, fatma, amir),
                    ViewAsync(crowd, fatma, amir), LaidAsideAsync(crowd, fatma, amir));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(reading);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"shown {crowd.Shown}, hidden {crowd.Hidden}, wrong {crowd.Wrong.Count}");
        Assert.Equal("", string.Join('\n', crowd.Wrong.Distinct().Take(20)));
        Assert.True(crowd.Shown > 500 && crowd.Hidden > 500, "Too little was looked at to prove anything.");
    }

    private static Mark New(Crowd crowd, params Place[] places) => crowd.Watch(new Mark($"Merk{Interlocked.Increment(ref _marks)}x", places));

    private static Func<string, Place, bool?> For(params string[] readers) => (reader, _) => readers.Contains(reader);

    private static async Task OwnWordsAsync(Crowd crowd, Writer esra, Writer fatma)
    {
        var mark = New(crowd, Cards);
        await ChangeAsync(crowd, For(AtTheTable), () => esra.LayAsync(mark, "GoodThing"), mark);
        await ChangeAsync(crowd, For("esra"), () => esra.ChooseAsync(mark, "OnlyMe"), mark);
        await ChangeAsync(crowd, For("esra", "fatma"), () => esra.ChooseAsync(mark, "These", fatma), mark);
        await ChangeAsync(crowd, For(GrownUps), () => esra.ChooseAsync(mark, "GrownUps"), mark);
        await ChangeAsync(crowd, For(AtTheTable), () => esra.ChooseAsync(mark, "Everyone"), mark);
        await ChangeAsync(crowd, For(), () => esra.SendAsync(mark.Own + "/take-back"), mark);
    }

    private static async Task ToldByAnotherAsync(Crowd crowd, Writer esra, Writer fatma)
    {
        var first = New(crowd, Cards);
        var both = For("esra", "fatma");
        await ChangeAsync(
            crowd, both, () => esra.LayAsync(first, "Statement", ("step", "Know"), ("know", "WasTold"), ("source", fatma.Seat)), first);
        await ChangeAsync(crowd, For(AtTheTable), () => fatma.SendAsync(first.Own + "/source", ("agrees", "yes")), first);

        // What stood there before is folded away on some pages: whoever may read it may meet it.
        var second = New(crowd, Cards);
        second.Own = first.Own;
        Func<string, Place, bool?> was = (reader, _) => both(reader, default) == true ? null : false;
        first.Changes(was);
        await ChangeAsync(
            crowd, both, () => esra.SendAsync(first.Own + "/correct", ("words", Words(second)), ("reason", "Zo is het beter."), ("seen", "0")), second);
        first.Is(was);
        Func<string, Place, bool?> maybe = (reader, _) => AtTheTable.Contains(reader) ? null : false;
        first.Changes(maybe);
        await ChangeAsync(crowd, For(AtTheTable), () => fatma.SendAsync(first.Own + "/source", ("agrees", "yes")), second);
        first.Is(maybe);

        // Who told it can always read what stands there in their name, and now nobody else can.
        first.Changes(was);
        await ChangeAsync(crowd, both, () => esra.ChooseAsync(second, "OnlyMe"), second);
        first.Is(was);
        first.Changes(For());
        await ChangeAsync(crowd, For(), () => esra.SendAsync(first.Own + "/take-back"), second);
        first.Is(For());
    }

    private static async Task AboutAChildAsync(Crowd crowd, Writer samira, Writer fatma, Writer amir)
    {
        var mark = New(crowd, Cards);
        await ChangeAsync(
            crowd, For(AtTheTable), () => samira.LayAsync(mark, "Statement", ("step", "Know"), ("know", "WasThere"), ("about", amir.Seat)), mark);
        await ChangeAsync(crowd, For("samira", "amir"), () => samira.ChooseAsync(mark, "OnlyMe"), mark);
        await ChangeAsync(crowd, For("samira", "amir", "fatma"), () => samira.ChooseAsync(mark, "These", fatma), mark);
        await ChangeAsync(crowd, For(AtTheTable), () => samira.ChooseAsync(mark, "GrownUps"), mark);

        // What a professional wrote about somebody stays readable for those two, and everybody else sees that something lay there.
        await ChangeAsync(crowd, For("samira", "amir"), () => samira.SendAsync(mark.Own + "/take-back"), mark);
    }

    private static async Task ViewAsync(Crowd crowd, Writer fatma, Writer amir)
    {
        var mark = New(crowd, OfView);
        await ChangeAsync(crowd, For(AtTheTable), () => fatma.LayViewAsync(mark, amir), mark);
        await ChangeAsync(crowd, For("fatma", "amir"), () => fatma.ChooseAsync(mark, "These", amir), mark);
        await ChangeAsync(crowd, For("fatma"), () => fatma.ChooseAsync(mark, "OnlyMe"), mark);
        await ChangeAsync(crowd, For(GrownUps), () => fatma.ChooseAsync(mark, "GrownUps"), mark);
        await ChangeAsync(crowd, For(), () => fatma.SendAsync(mark.Own + "/take-back"), mark);
    }

    private static async Task LaidAsideAsync(Crowd crowd, Writer fatma, Writer amir)
    {
        var mark = New(crowd, Cards);
        await ChangeAsync(crowd, For(AtTheTable), () => fatma.LayAsync(mark, "Help"), mark);
        await ChangeAsync(
            crowd, (reader, place) => AtTheTable.Contains(reader) && (reader != "amir" || place is not (Place.Table or Place.List)),
            () => amir.SendAsync(mark.Own + "/lay-aside"), mark);
        await ChangeAsync(crowd, For(AtTheTable), () => amir.SendAsync(mark.Own + "/take-up"), mark);
        await ChangeAsync(crowd, For("fatma"), () => fatma.ChooseAsync(mark, "OnlyMe"), mark);
    }

    /// <summary>Makes a change, and waits until everybody has looked everywhere since it was confirmed.</summary>
    private static async Task ChangeAsync(Crowd crowd, Func<string, Place, bool?> to, Func<Task> change, Mark mark)
    {
        mark.Changes(to);
        await change();
        mark.Is(to);
        while (mark.Places.Any(place => mark.SeenBy(place) < AtTheTable.Length + 2))
        {
            Assert.False(crowd.IsBroken, "Somebody stopped reading.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static string Words(Mark mark) => $"{Crowd.InAll} {mark.Word}.";

    /// <summary>Somebody at the table who changes things: by the forms, without looking at a page in between.</summary>
    private sealed class Writer : IDisposable
    {
        private readonly Visitor _visitor;
        private readonly KeyValuePair<string, string> _proof;

        private Writer(Visitor visitor, string table, string seat, KeyValuePair<string, string> proof)
        {
            _visitor = visitor;
            Table = table;
            Seat = seat;
            _proof = proof;
        }

        public string Table { get; }

        public string Seat { get; }

        public static async Task<Writer> SitAsync(Running running, string name, string? table = null)
        {
            var visitor = await running.AsAsync(name);
            await visitor.GetAsync(table ?? visitor.Table);
            table ??= visitor.Table;
            var seat = await visitor.SeatAsync(char.ToUpperInvariant(name[0]) + name[1..]);
            return new Writer(visitor, table, seat, await visitor.ProofAsync());
        }

        public async Task LayAsync(Mark mark, string what, params (string Name, string Value)[] more)
        {
            await SendAsync(Table + "/lay", [("what", what), ("words", Words(mark)), .. more]);
            await FindAsync(mark, Table);
        }

        public async Task LayViewAsync(Mark mark, Writer child)
        {
            await SendAsync(Table + "/views/new", ("child", child.Seat), ("safe", Words(mark)));
            await FindAsync(mark, Table + "/views");
        }

        public Task ChooseAsync(Mark mark, string readers, params Writer[] named) =>
            SendAsync(mark.Own + "/readers", [("readers", readers), .. named.Select(one => ("named", one.Seat))]);

        public async Task SendAsync(string address, params (string Name, string Value)[] fields)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(_proof)),
            };
            using var answer = await _visitor.SendAsync(request);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.NotEqual("/sign-in", answer.Headers.Location?.OriginalString);
        }

        public void Dispose() => _visitor.Dispose();

        private async Task FindAsync(Mark mark, string page)
        {
            // A browser of one person goes to one page at a time.
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            using var answer = await _visitor.SendAsync(request);
            var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            var card = html.QuerySelectorAll("article").First(article => article.TextContent.Contains(mark.Word, StringComparison.Ordinal));
            mark.Own = card.QuerySelectorAll("a[href*='/things/']")[^1].GetAttribute("href");
        }
    }
}
