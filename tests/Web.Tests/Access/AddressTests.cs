using System.Net;
using System.Text;
using Keukentafel.Web.Commands;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Access;

/// <summary>Every address the program has is called here, by every kind of person. New ones are called without anybody adding them.</summary>
public sealed class AddressTests
{
    // Who adds a line here opens a door to the whole world.
    private static readonly string[] OpenToAnyone =
    [
        "* /{*path}",
        "GET /",
        "GET /advice",
        "GET /ask",
        "GET /ask/back",
        "GET /ask/call",
        "GET /ask/for",
        "GET /ask/not-yet",
        "GET /away",
        "GET /demo",
        "GET /health/live",
        "GET /health/ready",
        "GET /help",
        "GET /know",
        "GET /know/asked",
        "GET /know/exists",
        "GET /know/figures",
        "GET /know/who",
        "GET /leading",
        "GET /lost-password",
        "GET /near",
        "GET /near/faces/{text:guid}",
        "GET /near/{team:guid}",
        "GET /rights",
        "GET /rights/child",
        "GET /rights/older",
        "GET /rights/parent",
        "GET /rights/young",
        "GET /sign-in",
        "GET /sign-in/organisation/{number:int}",
        "GET /sign-in/organisation/{number:int}/back",
        "GET /stop",
        "GET /stories",
        "GET /stories/mine",
        "GET /think",
        "GET /think/together",
        "GET /welcome",
        "GET /welcome/name",
        "GET /welcome/password",
        "GET /welcome/said-no",
        "GET /welcome/you",
        "GET /welcome/{code:length(12,20)}",
        "GET /what-happens",
        "GET /words",
        "GET /words/changed",
        "GET /words/thanks",
        "GET /work",
        "GET /young",
        "POST /advice",
        "POST /advice/send",
        "POST /ask",
        "POST /ask/back",
        "POST /ask/back/after-all",
        "POST /ask/back/began",
        "POST /ask/back/not-began",
        "POST /ask/back/not-wanted",
        "POST /ask/back/rather-not",
        "POST /ask/back/table",
        "POST /ask/back/take-back",
        "POST /ask/back/told",
        "POST /ask/back/write",
        "POST /ask/send",
        "POST /demo/{name}",
        "POST /leave",
        "POST /lost-password",
        "POST /lost-password/forget",
        "POST /sign-in",
        "POST /sign-in/key",
        "POST /sign-in/key/ask",
        "POST /sign-out",
        "POST /stories/mine",
        "POST /stories/mine/take-away",
        "POST /welcome",
        "POST /welcome/name",
        "POST /welcome/no",
        "POST /welcome/password",
        "POST /welcome/yes",
        "POST /words",
    ];

    // Leaving must never fail, and nobody gains by making somebody leave; the last one is the page for what is not there.
    private static readonly string[] WithoutProof = ["* /{*path}", "POST /leave", "POST /sign-out"];

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Every_address_says_who_may_come_in(Database on)
    {
        await using var everybody = await Everybody.ComeAsync(on);
        Assert.Equal(OpenToAnyone, everybody.Addresses.Where(one => one.Who == "anyone").Select(Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            WithoutProof, everybody.Addresses.Where(one => one.Method != "GET" && !one.Proof).Select(Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(everybody.Addresses, one => one.Method is not ("GET" or "POST" or "*"));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_stranger_is_sent_to_the_door_whatever_the_id(Database on)
    {
        await using var everybody = await Everybody.ComeAsync(on);
        using var stranger = everybody.Running.Stranger();
        foreach (var address in everybody.Addresses.Where(one => one.Who != "anyone"))
        {
            foreach (var known in new[] { true, false })
            {
                var answer = await CallAsync(stranger, address, everybody.Fill(address, known), null);
                Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{Name(address)}: {answer.StatusCode}");
                Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
            }
        }

        foreach (var path in new[] { "/nothing", "/tables/esra", "/look/nothing.css", "/tables/" + everybody.Table + "/nothing" })
        {
            var answer = await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_comes_in_at_the_table_of_others_R9(Database on)
    {
        await using var everybody = await Everybody.ComeAsync(on);
        var wrong = new List<string>();
        foreach (var (kind, name) in Everybody.Elsewhere)
        {
            using var visitor = await everybody.AsAsync(name);
            var proof = await ProofAsync(visitor);
            foreach (var address in everybody.Addresses.Where(one => one.Who == "at-this-table"))
            {
                var answers = new List<HttpResponseMessage>();
                var paths = new[] { everybody.Fill(address, known: true), everybody.Fill(address, known: false) };
                foreach (var path in paths)
                {
                    answers.Add(await CallAsync(visitor, address, path, proof, ("words", "Iets."), ("what", "GoodThing")));
                }

                // A table of others and a table that is not there give the same answer, but for the address that one came with (D7).
                var pages = await Task.WhenAll(answers.Select(async (answer, i) => Things.Steady(
                    (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace(paths[i], "", StringComparison.Ordinal))));
                var headers = answers.ConvertAll(answer => string.Join('\n', answer.Headers.Where(header => header.Key != "Date")
                    .Concat(answer.Content.Headers).Select(header => $"{header.Key}: {string.Join(',', header.Value)}")));
                if (answers.Any(answer => answer.StatusCode != HttpStatusCode.NotFound)
                    || pages[0] != pages[1] || headers[0] != headers[1])
                {
                    wrong.Add($"{kind}, {Name(address)}: {string.Join(' ', answers.Select(answer => (int)answer.StatusCode))}");
                }
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Whoever_sits_there_gets_a_page_or_plain_words(Database on)
    {
        await using var everybody = await Everybody.ComeAsync(on);
        var wrong = new List<string>();
        foreach (var (kind, name) in Everybody.AtTheTable)
        {
            using var visitor = await everybody.AsAsync(name);
            foreach (var address in everybody.Addresses.Where(one => one.Method == "GET"))
            {
                var answer = await CallAsync(visitor, address, everybody.Fill(address), null);
                if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.Found or HttpStatusCode.NotFound)
                    || (address.Pattern == "/tables/{circle:guid}" && answer.StatusCode != HttpStatusCode.OK))
                {
                    wrong.Add($"{kind}, {Name(address)}: {answer.StatusCode}");
                }
            }

            // Fresh for each: some of these end the session.
            foreach (var address in everybody.Addresses.Where(one => one.Method == "POST"))
            {
                using var sender = await everybody.AsAsync(name);
                var answer = await CallAsync(sender, address, everybody.Fill(address), await ProofAsync(sender));
                if ((int)answer.StatusCode is >= 500 or 401 or 403)
                {
                    wrong.Add($"{kind}, {Name(address)}: {answer.StatusCode}");
                }
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task No_form_is_taken_without_proof_that_it_is_ours(Database on)
    {
        await using var everybody = await Everybody.ComeAsync(on);
        using var esra = await everybody.AsAsync("esra");
        using var noor = await everybody.AsAsync("noor");
        var anothers = await ProofAsync(noor);
        foreach (var address in everybody.Addresses.Where(one => one.Proof))
        {
            foreach (var proof in new[] { null, "", "x", anothers })
            {
                var answer = await CallAsync(esra, address, everybody.Fill(address), proof, ("words", "Dit mag niet zomaar."));
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{Name(address)}: {answer.StatusCode}");
                var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.Contains("Dit mag niet zomaar.", page, StringComparison.Ordinal);
            }
        }

        await esra.GetAsync("/tables/" + everybody.Table);
        Assert.DoesNotContain("Dit mag niet zomaar.", esra.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Whatever_is_sent_a_person_reads_plain_words(Database on)
    {
        await using var everybody = await Everybody.ComeAsync(on);
        var wrong = new List<string>();
        using var stranger = everybody.Running.Stranger();
        foreach (var address in everybody.Addresses.Where(one => one.Method == "POST"))
        {
            using var esra = await everybody.AsAsync("esra");
            foreach (var who in new[] { esra, stranger })
            {
                var proof = Uri.EscapeDataString(await ProofAsync(who));
                foreach (var (what, content) in Broken(proof))
                {
                    await SeeAsync($"{Name(address)} with {what}", who, HttpMethod.Post, everybody.Fill(address), content, wrong);
                }
            }
        }

        using var host = await everybody.AsAsync("esra");
        foreach (var address in everybody.Addresses)
        {
            var path = everybody.Fill(address);
            foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Options, HttpMethod.Post, HttpMethod.Get })
            {
                if (method.Method != address.Method)
                {
                    await SeeAsync($"{method} {address.Pattern}", host, method, path, null, wrong);
                }
            }

            if (address.Method == "GET")
            {
                foreach (var query in new[] { "draft", "older", "find", "q", "what", "under", "about", "of", "left", "right", "child", "page" })
                {
                    foreach (var value in new[] { "%00", "%FF%FE", "'%22%3E%3Cscript%3E", "99999999999999999999", new string('x', 3000) })
                    {
                        await SeeAsync($"GET {address.Pattern}?{query}=…", host, HttpMethod.Get, $"{path}?{query}={value}", null, wrong);
                    }
                }
            }
        }

        Assert.Equal("", string.Join('\n', wrong.Distinct()));
    }

    private static IEnumerable<(string What, HttpContent Content)> Broken(string proof)
    {
        const string Form = "application/x-www-form-urlencoded";
        yield return ("letters that are none", Raw($"proof={proof}&words=%FF%FE%C0&name=%FF&draft=%FF", Form));
        yield return ("bytes that are no letters", Bytes([.. Encoding.ASCII.GetBytes($"proof={proof}&words="), 0xFF, 0xC0, 0x80], Form));
        yield return ("zeros", Raw($"proof={proof}&words=a%00b&name=%00&page=%2F%00&what=%00&dra%00ft=x&password=%00&called=%00", Form));
        yield return ("half a letter", Raw($"proof={proof}&words=%ED%A0%80&page=%2F%ED%A0%80", Form));
        yield return ("2,000 fields", Raw($"proof={proof}&" + string.Join('&', Enumerable.Range(0, 2000).Select(i => $"f{i}=1")), Form));
        yield return ("2,000 times one field", Raw($"proof={proof}&" + string.Join('&', Enumerable.Repeat("about=1", 2000)), Form));
        yield return ("a very long name of a field", Raw(new string('n', 5000) + "=1&proof=" + proof, Form));
        yield return ("utf-7", Raw($"proof={proof}&words=x", Form + "; charset=utf-7"));
        yield return ("letters nobody knows", Raw($"proof={proof}&words=x", Form + "; charset=klingon"));
        yield return ("utf-16", Raw($"proof={proof}&words=x", Form + "; charset=utf-16"));
        yield return ("JSON", Raw("""{"words":"x"}""", "application/json"));
        yield return ("JSON in utf-7", Raw("""{"words":"x"}""", "application/json; charset=utf-7"));
        yield return ("a broken parcel", Raw("--x\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nhalf", "multipart/form-data; boundary=x"));
        yield return ("a parcel without end", Raw("words", "multipart/form-data"));
        yield return ("a parcel with an endless mark", Raw("words", "multipart/form-data; boundary=" + new string('b', 500)));
        yield return ("nothing", Raw("", Form));
        yield return ("nothing of no kind", new ByteArrayContent([]));
        yield return ("far too much", Raw($"proof={proof}&words=" + new string('w', 400 * 1024), Form));
        yield return ("as much as fits", Raw($"proof={proof}&words=" + new string('w', 200 * 1024), Form));
    }

    private static ByteArrayContent Raw(string text, string type) => Bytes(Encoding.UTF8.GetBytes(text), type);

    private static ByteArrayContent Bytes(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    private static async Task SeeAsync(string what, Visitor who, HttpMethod method, string path, HttpContent? content, List<string> wrong)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await who.SendAsync(new HttpRequestMessage(method, path) { Content = content });
        }
        catch (HttpRequestException cut) when (cut.InnerException is IOException && content?.Headers.ContentLength > 256 * 1024)
        {
            // Hung up on in the middle of far too much.
            return;
        }

        var status = (int)answer.StatusCode;
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (status >= 500)
        {
            wrong.Add($"{what}: {status}");
        }
        else if (status >= 400 && !page.Contains("<h1", StringComparison.Ordinal))
        {
            wrong.Add($"{what}: {status} without a page: {page}");
        }
        else if (page.Contains("   at ", StringComparison.Ordinal) || page.Contains("Exception", StringComparison.Ordinal))
        {
            wrong.Add($"{what}: {status} with the program's inside on it");
        }
    }

    private static async Task<string> ProofAsync(Visitor visitor)
    {
        await visitor.GetAsync("/tables/new");
        if (visitor.Page.QuerySelector("input[name=proof]") is null)
        {
            await visitor.GetAsync("/sign-in");
        }

        return Everybody.Proof(visitor);
    }

    private static Task<HttpResponseMessage> CallAsync(
        Visitor visitor, Address address, string path, string? proof, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(address.Method == "POST" ? HttpMethod.Post : HttpMethod.Get, path);
        if (address.Method == "POST")
        {
            var all = fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
            request.Content = new FormUrlEncodedContent(proof is null ? all : all.Append(KeyValuePair.Create("proof", proof)));
        }

        return visitor.SendAsync(request);
    }

    private static string Name(Address address) => $"{address.Method} {address.Pattern}";
}
