using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Data.Nudges;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Nudges;
using Keukentafel.Web.Demo;
using Keukentafel.Web.Nudges;
using Keukentafel.Web.Tests.Access;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Keukentafel.Web.Tests.Nudges;

public sealed class NudgePageTests
{
    private const string Address = "kanarie-9@example.org";

    // A Tuesday, at ten in the morning where people live.
    private static readonly DateTimeOffset Start = new(2027, 2, 2, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<Database> Both => Postman.Both;

    public static TheoryData<Database> One => Postman.One;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Fatma_proves_an_own_address_and_gets_one_mail_that_says_nothing_else_and_no_second_before_she_looked_R128_T22_partly(Database on)
    {
        await using var post = await Postman.StartAsync();
        var clock = new StoryClock { Now = Start };
        await using var running = await StartAsync(post, clock, on);
        using var fatma = await running.AsAsync("fatma");
        await fatma.GetAsync("/me");
        Assert.Contains("Het staat uit, tot jij het aanzet.", fatma.Html, StringComparison.Ordinal);
        await AskAsync(fatma, Address);
        Assert.Equal("/me/nudge/code", fatma.Path);

        // The mail with the code says nothing of what it is for either.
        var first = await post.WaitForAsync(1);
        Assert.Equal(("post@brievenbus.example", Address, "brievenbus.example"), (first.From, first.To, first.Hello));
        var code = first.Code;
        Assert.Equal(Expected(first, "Jouw code", $"Jouw code is {code}.", Start), first.Bytes);
        await fatma.GetAsync("/me");
        Assert.DoesNotContain(Address, fatma.Html, StringComparison.Ordinal);
        await fatma.GetAsync("/me/nudge/code");
        await fatma.PressAsync("main form", ("code", $"{code[..3]} {code[3..]}"));
        Assert.Equal("/me", fatma.Path);
        Assert.Contains("Het seintje staat aan: elke dag, van 9 uur tot 17 uur.", fatma.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, fatma.Html, StringComparison.Ordinal);

        clock.Now += TimeSpan.FromHours(1);
        await RoundAsync(running);
        Assert.Single(post.Taken());
        await LayAsync(running, "esra", "KANARIE-1 Amir slaapt weer.");
        await RoundAsync(running);
        var mail = await post.WaitForAsync(2);
        Assert.Equal(("post@brievenbus.example", Address), (mail.From, mail.To));
        Assert.Equal(Expected(mail, "Er is iets voor je.", "Er is iets voor je.", clock.Now), mail.Bytes);

        // Whatever comes after it, and however long it takes: nothing until she looked.
        foreach (var wait in new[] { TimeSpan.FromMinutes(5), TimeSpan.FromDays(1), TimeSpan.FromDays(9) })
        {
            clock.Now += wait;
            await LayAsync(running, "esra", "KANARIE-2 Nog iets.");
            await RoundAsync(running);
            Assert.Equal(2, post.Taken().Count);
        }

        using (var again = await running.AsAsync("fatma"))
        {
            Assert.Contains("KANARIE-2", again.Html, StringComparison.Ordinal);
        }

        clock.Now += TimeSpan.FromHours(1);
        await RoundAsync(running);
        Assert.Equal(2, post.Taken().Count);
        await LayAsync(running, "esra", "KANARIE-3 Na het kijken.");
        await RoundAsync(running);
        Assert.Equal(mail.Words, (await post.WaitForAsync(3)).Words);

        // One press, and it is over.
        clock.Now += TimeSpan.FromDays(1);
        using var later = await running.AsAsync("fatma");
        await later.GetAsync("/me");
        await later.PressAsync("form[action='/me/nudge/off']");
        Assert.Contains("Het seintje staat uit.", later.Html, StringComparison.Ordinal);
        clock.Now += TimeSpan.FromHours(2);
        await LayAsync(running, "esra", "Na het uitzetten.");
        await RoundAsync(running);
        Assert.Equal(3, post.Taken().Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task For_Mark_nothing_that_is_hidden_from_him_sends_or_delays_a_mail_T20_T22(Database on)
    {
        await using var seen = await Postman.StartAsync();
        await using var unseen = await Postman.StartAsync();
        var clock = new StoryClock { Now = Start };
        await using var hiding = await StartAsync(seen, clock, on);
        await using var quiet = await StartAsync(unseen, clock, on);
        foreach (var (running, post) in new[] { (hiding, seen), (quiet, unseen) })
        {
            using var mark = await running.AsAsync("mark");
            await TurnOnAsync(running, post, mark, Address);
        }

        string? last = null;
        for (var hour = 1; hour <= 30; hour++)
        {
            clock.Now += TimeSpan.FromHours(1);
            using (var sanne = await hiding.AsAsync("sanne"))
            {
                // For herself, for Theo alone, taken back again, and how she is reached.
                var home = sanne.Table;
                if (last is not null)
                {
                    await sanne.GetAsync(last + "/take-back");
                    await sanne.PressAsync("form[action$='/take-back']");
                }

                await sanne.GetAsync(home);
                await sanne.LayAsync("worry", $"KANARIE-{hour} voor mij", ("readers", "OnlyMe"));
                var theo = await sanne.SeatAsync("Theo");
                await sanne.GetAsync(home);
                last = await sanne.LayAsync("good-thing", $"KANARIE-{hour} voor Theo", ("readers", "These"), ("named", theo));
                await sanne.GetAsync(home + "/contact");
                await sanne.PressAsync("main form.composer", ("number-words", $"06 {hour}"), ("reader", theo));
            }

            if (hour == 25)
            {
                foreach (var running in new[] { hiding, quiet })
                {
                    await LayAsync(running, "sanne", "Voor iedereen.");
                }
            }

            await RoundAsync(hiding);
            await RoundAsync(quiet);
            Assert.Equal(unseen.Taken().Count, seen.Taken().Count);
        }

        // The one thing that he may read is one mail in both, at the same moment.
        Assert.Equal(2, seen.Taken().Count);
        Assert.Equal(Steady(unseen.Taken()[1]), Steady(seen.Taken()[1]));
    }

    [Theory]
    [MemberData(nameof(One))]
    public async Task It_comes_in_the_hours_and_on_the_days_that_Fatma_chose_and_in_her_language(Database on)
    {
        await using var post = await Postman.StartAsync();
        var clock = new StoryClock { Now = Start };
        await using var running = await StartAsync(post, clock, on);
        using (var fatma = await running.AsAsync("fatma"))
        {
            await fatma.GetAsync("/me");
            await fatma.PressAsync("form[action$='/me/language']");
            await TurnOnAsync(running, post, fatma, Address, from: 18, until: 20, [DayOfWeek.Thursday]);
            Assert.Contains("The nudge is on: Thursday, from 18:00 until 20:00.", fatma.Html, StringComparison.Ordinal);
        }

        clock.Now += TimeSpan.FromMinutes(1);
        await LayAsync(running, "esra", "Er is soep.");
        clock.Now -= TimeSpan.FromMinutes(1);
        var came = new List<DateTimeOffset>();
        var had = post.Taken().Count;
        for (var hour = 0; hour < 24 * 8; hour++)
        {
            clock.Now += TimeSpan.FromHours(1);
            await RoundAsync(running);
            if (post.Taken().Count > had)
            {
                had = post.Taken().Count;
                came.Add(clock.Now);
            }
        }

        // On Thursday at six in the evening there, and not a week later again.
        Assert.Equal([new DateTimeOffset(2027, 2, 4, 17, 0, 0, TimeSpan.Zero)], came);
        Assert.Equal("There is something for you.\r\n", post.Taken()[^1].Words);
        Assert.Contains("Your code is ", post.Taken()[0].Words, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(One))]
    public async Task When_the_mail_server_is_away_it_waits_and_nobody_else_waits_for_it(Database on)
    {
        await using var post = await Postman.StartAsync();
        var clock = new StoryClock { Now = Start };
        var said = new Said();
        await using var running = await StartAsync(post, clock, on, said);
        using (var fatma = await running.AsAsync("fatma"))
        {
            await TurnOnAsync(running, post, fatma, Address);
        }

        clock.Now += TimeSpan.FromHours(1);
        await LayAsync(running, "esra", "Er is soep.");
        await post.GoAsync();
        for (var i = 0; i < 6; i++)
        {
            await RoundAsync(running);
            clock.Now += TimeSpan.FromMinutes(5);
        }

        // Pages come as always meanwhile.
        using (var meanwhile = await running.AsAsync("esra"))
        {
            Assert.Equal(HttpStatusCode.OK, meanwhile.Status);
        }

        await post.ComeAsync();
        clock.Now += TimeSpan.FromHours(1);
        post.Answers("451 4.7.1 Later");
        await RoundAsync(running);
        post.Answers(null);
        clock.Now += TimeSpan.FromHours(4);
        await RoundAsync(running);
        await RoundAsync(running);
        Assert.Equal("Er is iets voor je.\r\n", (await post.WaitForAsync(2)).Words);
        Assert.Equal(2, post.Taken().Count);
        Assert.NotEmpty(said.Lines);
        Assert.Contains(said.Lines, line => line.Contains("451", StringComparison.Ordinal));
        Assert.All(said.Lines, line => Assert.DoesNotContain("kanarie", line, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_address_that_takes_no_mail_turns_it_off_and_Fatma_reads_so_on_her_own_page(Database on)
    {
        await using var post = await Postman.StartAsync();
        var clock = new StoryClock { Now = Start };
        await using var running = await StartAsync(post, clock, on);
        using (var before = await running.AsAsync("fatma"))
        {
            await TurnOnAsync(running, post, before, Address);
        }

        clock.Now += TimeSpan.FromHours(1);
        await LayAsync(running, "esra", "Er is soep.");

        // That the server will not have us is not the fault of her address.
        post.Answers("550 5.7.1 Relaying denied");
        await RoundAsync(running);
        clock.Now += TimeSpan.FromHours(1);
        Assert.True((await NudgeAsync(running, "fatma")).IsOn);
        post.Answers("550 5.1.1 No such user here");
        await RoundAsync(running);
        Assert.False((await NudgeAsync(running, "fatma")).IsOn);
        using var fatma = await running.AsAsync("fatma");
        await fatma.GetAsync("/me");
        Assert.Contains("Jouw mailadres nam onze mail niet aan. Daarom staat het seintje nu uit.", fatma.Html, StringComparison.Ordinal);
        post.Answers(null);
        clock.Now += TimeSpan.FromDays(2);
        await RoundAsync(running);
        Assert.Single(post.Taken());
        using var later = await running.AsAsync("fatma");
        await later.GetAsync("/me");
        await later.PressAsync("form[action='/me/nudge/off']");
        Assert.DoesNotContain("nam onze mail niet aan", later.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_programs_on_one_database_send_one_mail(Database on)
    {
        await using var post = await Postman.StartAsync();
        var clock = new StoryClock { Now = Start };
        await using var running = await StartAsync(post, clock, on);
        await using var beside = await Running.BesideAsync(running, clock, With(post.Server));
        using (var fatma = await running.AsAsync("fatma"))
        {
            await TurnOnAsync(running, post, fatma, Address);
        }

        clock.Now += TimeSpan.FromHours(1);
        await LayAsync(running, "esra", "Er is soep.");
        await Task.WhenAll(RoundAsync(running), RoundAsync(beside), RoundAsync(running), RoundAsync(beside));
        Assert.Equal(2, post.Taken().Count);
    }

    [Theory]
    [MemberData(nameof(One))]
    public async Task Without_a_safe_way_to_the_mail_server_nothing_is_handed_over(Database on)
    {
        await using var post = await Postman.StartAsync();
        var clock = new StoryClock { Now = Start };
        var said = new Said();

        // It speaks no TLS, and another machine than this one must.
        await using var running = await Running.StartAsync(on, clock, With(post.Server with { Security = SecureSocketOptions.StartTls }, said));
        using var fatma = await running.AsAsync("fatma");
        await AskAsync(fatma, Address);
        await RoundAsync(running);
        for (var i = 0; i < 100 && said.Lines.IsEmpty; i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.NotEmpty(said.Lines);
        Assert.Empty(post.Taken());
    }

    [Theory]
    [MemberData(nameof(One))]
    public async Task Wim_types_his_password_with_it_and_all_else_that_he_typed_is_still_there(Database on)
    {
        await using var post = await Postman.StartAsync();
        var clock = new StoryClock { Now = Start };
        await using var running = await StartAsync(post, clock, on);
        using var esra = await running.AsAsync("esra");
        using var wim = await Comer.ComeAsync(running, esra, "Wim");
        var visitor = wim.Visitor;
        await visitor.GetAsync("/me/nudge");
        Assert.Empty(visitor.Page.QuerySelectorAll("input[name=day][checked], input[name=only-mine][checked]"));
        foreach (var (field, wrong) in new (string, (string, string?)[])[]
        {
            ("address", [("address", "wim@thuis")]),
            ("address", [("address", "wim@example.org, mark@example.org")]),
            ("day", [("day", null)]),
            ("until", [("until", "8")]),
            ("only-mine", [("only-mine", null)]),
            ("password", [("password", "geraden woorden")]),
            ("password", [("password", null)]),
        })
        {
            await visitor.GetAsync("/me/nudge");
            var good = new (string Name, string? Value)[]
            {
                ("address", "wim@example.org"), ("day", "Friday"), ("from", "8"), ("until", "21"), ("only-mine", "yes"), ("password", Comer.Password),
            };
            await visitor.PressAsync("main form", [.. good.Where(one => one.Name != wrong[0].Item1), .. wrong]);
            Assert.True(visitor.Status == HttpStatusCode.UnprocessableEntity, $"{field}: {visitor.Status}");
            Assert.NotNull(visitor.Page.QuerySelector($"#{field}-error"));
            Assert.NotNull(visitor.Page.QuerySelector($".utrecht-alert a[href='#{field}']"));
            Assert.NotNull(visitor.Page.QuerySelector("#" + field));
            if (field != "address")
            {
                Assert.Equal("wim@example.org", ((IHtmlInputElement)visitor.Page.QuerySelector("#address")!).Value);
            }

            Assert.Equal(field == "day" ? 0 : 1, visitor.Page.QuerySelectorAll("input[name=day][checked]").Length);
            Assert.Equal("8", ((IHtmlSelectElement)visitor.Page.QuerySelector("#from")!).Value);
            Assert.DoesNotContain(Comer.Password, visitor.Html, StringComparison.Ordinal);
        }

        Assert.Empty(post.Taken());
        await TurnOnAsync(running, post, visitor, "wim@example.org", password: Comer.Password);

        // Whoever picks up his open phone reads no address, and can send it nowhere else.
        await visitor.GetAsync("/me/nudge");
        Assert.DoesNotContain("wim@example.org", visitor.Html, StringComparison.Ordinal);
        await AskAsync(visitor, "mark@example.org");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.True((await NudgeAsync(running, wim.Name)).IsOn);
    }

    [Theory]
    [MemberData(nameof(One))]
    public async Task A_wrong_code_is_said_beside_it_and_after_five_a_new_one_is_asked(Database on)
    {
        await using var post = await Postman.StartAsync();
        await using var running = await StartAsync(post, new StoryClock { Now = Start }, on);
        using var fatma = await running.AsAsync("fatma");
        await AskAsync(fatma, Address);
        var code = (await post.WaitForAsync(1)).Code;
        var wrong = code == "000000" ? "000001" : "000000";
        for (var i = 1; i < NudgeProof.MostWrong; i++)
        {
            await fatma.PressAsync("main form", ("code", wrong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, fatma.Status);
            Assert.Equal(wrong, ((IHtmlInputElement)fatma.Page.QuerySelector("#code")!).Value);
            Assert.NotNull(fatma.Page.QuerySelector("#code-error"));
        }

        await fatma.PressAsync("main form", ("code", wrong));
        Assert.Equal("/me/nudge", fatma.Path);
        Assert.Contains("Deze code werkt niet meer.", fatma.Html, StringComparison.Ordinal);
        await fatma.PostAsync("/me/nudge/code", [await fatma.ProofAsync(), new("code", code)]);
        Assert.False((await NudgeAsync(running, "fatma")).IsOn);
        await AskAsync(fatma, Address);
        await AskAsync(fatma, Address);
        await AskAsync(fatma, Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fatma.Status);
        Assert.Contains("Je vroeg vandaag al een paar keer een code.", fatma.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(One))]
    public async Task A_child_has_no_such_page(Database on)
    {
        await using var post = await Postman.StartAsync();
        await using var running = await StartAsync(post, new StoryClock { Now = Start }, on);
        using var amir = await running.AsAsync("amir");
        await amir.GetAsync("/me");
        Assert.Null(amir.Page.QuerySelector("#nudge"));
        await ThereIsNoneAsync(amir);
        Assert.Empty(post.Taken());
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Without_a_mail_server_no_page_speaks_of_it_and_nothing_is_sent(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var fatma = await running.AsAsync("fatma");
        await fatma.GetAsync("/me");
        Assert.Null(fatma.Page.QuerySelector("#nudge"));
        Assert.DoesNotContain("seintje", fatma.Html, StringComparison.Ordinal);
        await ThereIsNoneAsync(fatma);
        await RoundAsync(running);
        Assert.False(running.Services.GetRequiredService<MailPost>().IsOpen);
    }

    [Theory]
    [InlineData("smtp://mail.example.org", "post@example.org", 587, SecureSocketOptions.StartTls, null, null)]
    [InlineData("smtp://anna:p%40ss%3A@mail.example.org:2525", "Post <post@example.org>", 2525, SecureSocketOptions.StartTls, "anna", "p@ss:")]
    [InlineData("smtps://mail.example.org", "post@example.org", 465, SecureSocketOptions.SslOnConnect, null, null)]
    [InlineData("smtps://127.0.0.1:4650", "post@example.org", 4650, SecureSocketOptions.SslOnConnect, null, null)]
    [InlineData("smtp://localhost:25", "post@example.org", 25, SecureSocketOptions.None, null, null)]
    [InlineData("smtp://[::1]:25", "post@example.org", 25, SecureSocketOptions.None, null, null)]
    [InlineData("smtp://10.0.0.5:25", "post@example.org", 25, SecureSocketOptions.StartTls, null, null)]
    public void The_way_to_another_machine_is_always_safe(string named, string from, int port, SecureSocketOptions security, string? user, string? password)
    {
        var server = MailServer.Read(named, from)!;
        Assert.Equal((port, security, user, password), (server.Port, server.Security, server.User, server.Password));
        Assert.Equal("post@example.org", server.From.Address);
    }

    [Theory]
    [InlineData("smtp://mail.example.org", null)]
    [InlineData(null, "post@example.org")]
    [InlineData("mail.example.org:25", "post@example.org")]
    [InlineData("http://anna:geheim@mail.example.org", "post@example.org")]
    [InlineData("smtp://anna:geheim@mail.example.org", "post")]
    public void Half_a_mail_server_is_said_at_once_and_no_password_with_it(string? named, string? from)
    {
        var wrong = Assert.Throws<ArgumentException>(() => MailServer.Read(named, from));
        Assert.Contains("KEUKENTAFEL_MAIL_FROM", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", wrong.Message, StringComparison.Ordinal);
        Assert.Null(MailServer.Read(null, " "));
    }

    private static Task<Running> StartAsync(Postman post, StoryClock clock, Database on, Said? said = null) =>
        Running.StartAsync(on, clock, With(post.Server, said));

    private static Action<IServiceCollection> With(MailServer server, Said? said = null) => services =>
    {
        services.AddSingleton(new MailPost(server));
        if (said is not null)
        {
            services.AddSingleton<ILoggerProvider>(said);
        }
    };

    private static Task RoundAsync(Running running) =>
        running.Services.GetRequiredService<NudgeRound>().RunAsync(false, TestContext.Current.CancellationToken);

    private static async Task LayAsync(Running running, string name, string words)
    {
        using var who = await running.AsAsync(name);
        await who.LayAsync("good-thing", words, ("readers", "Everyone"));
    }

    private static async Task<Nudge> NudgeAsync(Running running, string name) => await running.Services.GetRequiredService<NudgeKeeper>()
        .OfAsync(new PersonId((await running.PersonAsync(name)).Id), TestContext.Current.CancellationToken);

    private static async Task AskAsync(
        Visitor who, string address, int from = 9, int until = 17, DayOfWeek[]? days = null, string? password = null)
    {
        await who.GetAsync("/me/nudge");
        await who.PressAsync(
            "main form",
            [
                ("address", address), ("from", from.ToString(CultureInfo.InvariantCulture)), ("until", until.ToString(CultureInfo.InvariantCulture)), ("only-mine", "yes"),
                .. (days ?? [.. NudgeHours.Week]).Select(day => ("day", (string?)day.ToString())),
                .. password is null ? Array.Empty<(string, string?)>() : [("password", password)],
            ]);
    }

    private static async Task TurnOnAsync(
        Running running, Postman post, Visitor who, string address, int from = 9, int until = 17, DayOfWeek[]? days = null, string? password = null)
    {
        var had = post.Taken().Count;
        await AskAsync(who, address, from, until, days, password);
        Assert.Equal("/me/nudge/code", who.Path);
        await who.PressAsync("main form", ("code", (await post.WaitForAsync(had + 1)).Code));
        Assert.Equal("/me", who.Path);
    }

    private static async Task ThereIsNoneAsync(Visitor who)
    {
        var proof = await who.ProofAsync();
        foreach (var page in new[] { "/me/nudge", "/me/nudge/code" })
        {
            await who.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
        }

        foreach (var page in new[] { "/me/nudge", "/me/nudge/code", "/me/nudge/off" })
        {
            await who.PostAsync(page, [proof, new("address", Address), new("day", "Monday"), new("from", "9"), new("until", "17"), new("only-mine", "yes")]);
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
        }
    }

    // Each mail has an id of its own; nothing else in it differs.
    private static string Steady(Letter letter) => letter.Bytes.Replace(IdOf(letter), "ID", StringComparison.Ordinal);

    private static string IdOf(Letter letter)
    {
        var from = letter.Bytes.IndexOf("Message-Id: <", StringComparison.Ordinal) + "Message-Id: <".Length;
        return letter.Bytes[from..letter.Bytes.IndexOf('@', from)];
    }

    private static string Expected(Letter letter, string subject, string words, DateTimeOffset at)
    {
        Assert.Matches("^[0-9a-f]{32}$", IdOf(letter));
        return string.Join(
            "\r\n",
            "From: Post <post@brievenbus.example>",
            $"Date: {at.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
            $"Subject: {subject}",
            $"Message-Id: <{IdOf(letter)}@brievenbus.example>",
            $"To: {letter.To}",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "",
            words,
            "");
    }

    /// <summary>What the nudges said in the log.</summary>
    private sealed class Said : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

        public void Dispose()
        {
            // Nothing is held.
        }

        private sealed class Line(Said said, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => category.Contains(".Nudges.", StringComparison.Ordinal);

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (IsEnabled(logLevel))
                {
                    said.Lines.Enqueue(formatter(state, exception) + exception);
                }
            }
        }
    }
}
