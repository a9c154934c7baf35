using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Children;

/// <summary>What a child or a young person says aloud: theirs, heard by whom they chose, and nothing of a file in it.</summary>
public sealed class SpokenTests
{
    private const string Form = "form[data-draft]";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Noor_says_aloud_what_she_wants_without_a_letter_and_who_she_chose_hears_it_as_hers_R11_R12(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var noor = await running.AsAsync("noor", ownPage: true);
        using var wendy = await running.AsAsync("wendy");
        using var ron = await running.AsAsync("ron");
        var said = Recorded.Wave(2);
        await noor.GetAsync(noor.Table + "/mine/say?what=Want");
        await noor.SpeakAsync(Form, said, "x.wav");
        Assert.Equal("Wie mag dit zien?", noor.Page.QuerySelector("h1 span")!.TextContent);

        // She listens first, and nobody else can.
        var own = noor.Page.QuerySelector("audio")!.GetAttribute("src")!;
        Assert.Equal(said, await HearAsync(noor, own));
        await IsNotThereAsync(wendy, own);
        var seat = noor.Page.QuerySelectorAll("[data-named] .child-tile").First(tile => tile.TextContent.Contains("Wendy", StringComparison.Ordinal)).QuerySelector("input")!;
        await noor.PressAsync(Form, ("readers", "These"), ("named", seat.GetAttribute("value")));
        Assert.Equal(noor.Table + "/mine", noor.Path);
        var thing = noor.Page.QuerySelector(".child-place:last-child .child-thing")!;
        Assert.Contains("Jij en Wendy kunnen dit zien.", thing.TextContent, StringComparison.Ordinal);
        var sound = thing.QuerySelector("audio")!.GetAttribute("src")!;
        Assert.Equal(said, await HearAsync(noor, sound));

        // Her own voice wherever Wendy reads it; on paper it says that there is something to hear.
        var address = sound[..^"/sound".Length];
        foreach (var page in new[] { wendy.Table, wendy.Table + "/list", address, wendy.Table + "/print" })
        {
            await wendy.GetAsync(page);
            var card = wendy.Page.QuerySelectorAll("article").First(one => one.QuerySelector("audio") is not null);
            Assert.Contains("Noor", card.QuerySelector(".by")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Noor zei dit hardop.", card.QuerySelector(".spoken-says span")!.TextContent);
            Assert.Equal("Noor zei dit hardop. Luister op het scherm.", card.QuerySelector(".spoken .only-print")!.TextContent);
            Assert.Equal(sound, card.QuerySelector("audio")!.GetAttribute("src"));
        }

        Assert.Equal(said, await HearAsync(wendy, sound));
        await IsNotThereAsync(ron, sound);
        using var stranger = running.Stranger();
        await stranger.GetAsync(sound);
        Assert.Equal("/sign-in", stranger.Path);

        // Taken back it is gone, for her too, also where it lies.
        await noor.GetAsync(address + "/take-back");
        await noor.PressAsync("main form");
        await IsNotThereAsync(noor, sound);
        await IsNotThereAsync(wendy, sound);
        await noor.GetAsync(noor.Table + "/mine");
        Assert.Empty(noor.Page.QuerySelectorAll("audio"));
    }

    [Fact]
    public async Task A_part_of_what_Noor_said_is_sent_to_who_may_hear_it_and_to_others_no_part_and_no_size()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        using var ron = await running.AsAsync("ron");
        var said = Recorded.Wave();
        var sound = await LaidAsync(noor, said, "OnlyMe");
        using var part = await AskAsync(noor, sound, HttpMethod.Get, "bytes=0-1");
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal($"bytes 0-1/{said.Length}", part.Content.Headers.ContentRange!.ToString());
        Assert.Equal(said[..2], await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var rest = await AskAsync(noor, sound, HttpMethod.Get, "bytes=100-");
        Assert.Equal(said[100..], await rest.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var beyond = await AskAsync(noor, sound, HttpMethod.Get, "bytes=99999999-");
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        foreach (var range in new[] { "bytes=0-1", "bytes=99999999-" })
        {
            using var refused = await AskAsync(ron, sound, HttpMethod.Get, range);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            Assert.Null(refused.Content.Headers.ContentRange);
        }

        using var head = await AskAsync(ron, sound, HttpMethod.Head, null);
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
    }

    [Fact]
    public async Task Who_listens_to_Noor_in_pieces_listened_once_R6()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        using var samira = await running.AsAsync("samira");
        var sound = await LaidAsync(noor, Recorded.Wave(), "Everyone");
        var seen = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            await noor.GetAsync(noor.Table + "/read-by");
            seen.Add(noor.Page.QuerySelector("main")!.TextContent);
            using var part = await AskAsync(samira, sound, HttpMethod.Get, $"bytes={i}-{i + 1}");
            Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        }

        Assert.NotEqual(seen[0], seen[1]);
        Assert.Equal(seen[1], seen[2]);
    }

    [Theory]
    [InlineData("nothing.wav", "nothing")]
    [InlineData("setup.wav", "a program")]
    [InlineData("picture.wav", "a picture with a script")]
    [InlineData("page.m4a", "a page")]
    [InlineData("both.wav", "a page behind a sound")]
    [InlineData("zip.m4a", "a zip behind a sound")]
    [InlineData("film.m4a", "a moving picture")]
    public async Task What_came_as_a_sound_and_is_none_gets_plain_words_and_loses_nothing_of_what_Noor_said_R11(string name, string what)
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        var good = Recorded.Wave();
        byte[] came = what switch
        {
            "nothing" => [],
            "a program" => [.. "MZ"u8, .. new byte[9_000]],
            "a picture with a script" => Encoding.ASCII.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
            "a page" => Encoding.ASCII.GetBytes("<html><script>alert(1)</script></html>"),
            "a page behind a sound" => [.. good, .. "<html><script>alert(1)</script></html>"u8],
            "a zip behind a sound" => [.. Recorded.Phone(), .. "PK\u0003\u0004"u8, .. new byte[100]],
            _ => Recorded.Phone((box, body) => box == "hdlr" ? [.. body[..16], .. "vide"u8, .. body[20..]] : body),
        };
        await noor.GetAsync(noor.Table + "/mine/say?what=Good");
        await noor.SpeakAsync(Form, came, name, ("picked", "Pet"), ("words", "Pluis slaapt bij mij."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        Assert.Equal("Dit geluid kan hier niet. Neem het nog eens op, of zeg het op een andere manier.", noor.Page.QuerySelector("#sound-error")!.TextContent.Trim());
        Assert.Equal("Pluis slaapt bij mij.", ((IHtmlTextAreaElement)noor.Page.QuerySelector("#words")!).Value);
        Assert.True(((IHtmlInputElement)noor.Page.QuerySelector("input[value=Pet]")!).IsChecked);
        Assert.Empty(noor.Page.QuerySelectorAll("audio"));

        // A good one lies there, and what comes after it and is none does not take it away.
        await noor.SpeakAsync(Form, good, "again.wav");
        Assert.Equal("Wie mag dit zien?", noor.Page.QuerySelector("h1 span")!.TextContent);
        await noor.PressAsync(Form, "Say");
        await noor.SpeakAsync(Form, came, name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        Assert.Equal(good, await HearAsync(noor, noor.Page.QuerySelector("audio")!.GetAttribute("src")!));

        // Without it she goes on.
        await noor.PressAsync(Form, ("no-sound", "yes"));
        Assert.Empty(noor.Page.QuerySelectorAll("audio"));
        await noor.PressAsync(Form, ("readers", "Everyone"));
        Assert.Contains("Pluis slaapt bij mij.", noor.Page.QuerySelector(".child-place .child-thing")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(noor.Page.QuerySelectorAll("audio"));
    }

    [Fact]
    public async Task What_Noor_said_for_too_long_gets_plain_words_and_what_is_far_too_much_is_not_read()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        await noor.GetAsync(noor.Table + "/mine/say?what=Good");
        foreach (var came in new[] { Recorded.Wave(63), new byte[Sound.MostBytes + 1] })
        {
            await noor.SpeakAsync(Form, came, "long.wav", ("words", "Pluis slaapt bij mij."));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
            Assert.Equal("Dit geluid is te lang of te groot. Een minuut praten past.", noor.Page.QuerySelector("#sound-error")!.TextContent.Trim());
            Assert.Equal("Pluis slaapt bij mij.", ((IHtmlTextAreaElement)noor.Page.QuerySelector("#words")!).Value);
        }

        // A minute fits, and other forms stay as small as they were.
        await noor.SpeakAsync(Form, Recorded.Wave(60), "minute.wav");
        Assert.Equal("Wie mag dit zien?", noor.Page.QuerySelector("h1 span")!.TextContent);
        await noor.GetAsync(noor.Table + "/mine/lock");
        await noor.SpeakAsync("form.child-form", Recorded.Wave(20), "minute.wav");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, noor.Status);
    }

    [Fact]
    public async Task Of_what_Noors_phone_recorded_nothing_of_the_phone_is_left_R11()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        var sound = await LaidAsync(noor, Recorded.Phone(), "OnlyMe", "nine.jpg");
        using var answer = await AskAsync(noor, sound, HttpMethod.Get, null);
        Assert.Equal("audio/mp4", answer.Content.Headers.ContentType!.ToString());
        var heard = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Recorded.Secret, heard, StringComparison.Ordinal);
        Assert.StartsWith("M4A ", heard[8..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Noor_did_not_listen_to_is_not_laid_down_in_its_place()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        await noor.GetAsync(noor.Table + "/mine/say?what=Good");
        await noor.SpeakAsync(Form, Recorded.Wave(1), "one.wav");
        var who = Visitor.Fields((IHtmlFormElement)noor.Page.QuerySelector(Form)!);
        var address = noor.Page.QuerySelector(Form)!.GetAttribute("action")!;
        await noor.PressAsync(Form, "Say");
        await noor.SpeakAsync(Form, Recorded.Wave(2), "two.wav");

        // The page with the first one is still open in another window.
        await noor.PostAsync(address, [.. who, new("readers", "Everyone")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noor.Status);
        Assert.Contains("Het geluid is er niet meer. Zeg het nog eens, of ga verder zonder.", noor.Html, StringComparison.Ordinal);
        await noor.GetAsync(noor.Table + "/mine");
        Assert.Empty(noor.Page.QuerySelectorAll("audio"));
    }

    [Fact]
    public async Task What_Noor_says_while_her_drawer_goes_shut_or_her_session_ends_lies_in_her_draft()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        var mine = noor.Path;
        foreach (var ends in new[] { "shut", "out" })
        {
            if (ends == "shut")
            {
                await noor.GetAsync(mine + "/lock");
                foreach (var picture in new[] { "Home", "Pet", "Hug" })
                {
                    await noor.PressAsync("form.child-form", picture);
                }

                await noor.PressAsync("form.child-form", "yes");
            }

            await noor.GetAsync(mine + "/say?what=Want");
            var draft = noor.Page.QuerySelector(Form)!.GetAttribute("data-draft")!;
            var open = noor.Page;
            if (ends == "shut")
            {
                await noor.PressAsync("form[data-shut]");
            }
            else
            {
                // Ended on another device.
                using var elsewhere = await running.AsAsync("noor", ownPage: true);
                await elsewhere.GetAsync("/me");
                await elsewhere.PressAsync("form[action$='/me/sessions/end-others']");
            }

            await noor.SpeakAsync((IHtmlFormElement)open.QuerySelector(Form)!, Recorded.Wave(ends == "shut" ? 1 : 2), "late.wav");
            if (ends == "shut")
            {
                Assert.Equal(mine + "/shut", noor.Path);
                foreach (var picture in new[] { "Home", "Pet", "Hug" })
                {
                    await noor.PressAsync("form.child-form", picture);
                }
            }
            else
            {
                Assert.Equal("/sign-in", noor.Path);
                using var again = await running.AsAsync("noor", ownPage: true);
                Assert.Equal(Recorded.Wave(2), await HearAsync(again, $"/drafts/{draft}/sound"));
                continue;
            }

            Assert.Equal(Recorded.Wave(1), await HearAsync(noor, $"/drafts/{draft}/sound"));
        }
    }

    [Fact]
    public async Task What_the_page_sends_by_itself_when_Noor_has_spoken_lies_in_her_draft_and_what_is_none_is_told_in_a_sentence()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        await noor.GetAsync(noor.Table + "/mine/say?what=Want");
        var form = (IHtmlFormElement)noor.Page.QuerySelector(Form)!;
        var part = form.QuerySelector("[data-speak]")!;
        var (keep, page) = (part.GetAttribute("data-speak")!, part.GetAttribute("data-page")!);
        using (var kept = await KeepAsync(Recorded.Wave()))
        {
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            await noor.PressAsync(Form, ("spoken", await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        Assert.Equal("Wie mag dit zien?", noor.Page.QuerySelector("h1 span")!.TextContent);
        using (var refused = await KeepAsync("MZ"u8.ToArray()))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.StartsWith("Dit geluid kan hier niet.", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal(Recorded.Wave(), await HearAsync(noor, keep));

        // What was on its way when it was laid down does not come back as a draft.
        await noor.PressAsync(Form, ("readers", "OnlyMe"));
        using var late = await KeepAsync(Recorded.Wave(2));
        await IsNotThereAsync(noor, keep);

        async Task<HttpResponseMessage> KeepAsync(byte[] sound)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Post, keep)
            {
                Content = Visitor.With(
                    Visitor.Fields(form).Where(field => field.Key is "proof" or "draft").Append(new("page", page)), sound, "sound.wav"),
            };
            return await noor.SendAsync(asked);
        }
    }

    [Fact]
    public async Task The_microphone_is_asked_for_only_where_Noor_or_Jayden_says_something_aloud()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor", ownPage: true);
        using var jayden = await running.AsAsync("jayden");
        foreach (var (who, page, may) in new[]
        {
            (noor, "/mine/say?what=Good", true), (jayden, "/my-place/aloud", true), (noor, "/mine", false), (noor, "/mine/lock", false), (jayden, "", false),
            (jayden, "/my-place", false), (jayden, "/lay?what=wish", false), (noor, "/no-page", false),
        })
        {
            await who.GetAsync(who.Table + page);
            Assert.Equal($"geolocation=(), camera=(), microphone=({(may ? "self" : "")})", Assert.Single(who.Answer.Headers.GetValues("Permissions-Policy")));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Jayden_says_aloud_from_his_own_page_what_he_wants_and_who_he_chose_hears_it_R11_R12(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var jayden = await running.AsAsync("jayden");
        var table = jayden.Table;
        await jayden.GetAsync(table + "/my-place");
        await jayden.GetAsync(jayden.Page.QuerySelector("main a[href$='/my-place/aloud']")!.GetAttribute("href")!);
        await jayden.PressAsync(Form, ("what", "NotNice"), ("readers", "OnlyMe"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, jayden.Status);
        Assert.Contains("Kies een plaatje, teken iets, zeg iets of schrijf iets.", jayden.Html, StringComparison.Ordinal);

        // Who hears it is chosen by him: nothing is taken for granted (R12).
        await jayden.GetAsync(table + "/my-place/aloud");
        Assert.Null(jayden.Page.QuerySelector("input[name=readers][checked]"));
        await jayden.PressAsync(Form, ("what", "NotNice"), ("words", "Van gisteren."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, jayden.Status);
        Assert.NotNull(jayden.Page.QuerySelector("#readers-error"));
        await jayden.SpeakAsync(Form, Recorded.Wave(3), "x.wav", ("readers", "OnlyMe"), ("what", null), ("words", "Van gisteren."));
        Assert.Equal("Kies eerst wat je wilt zeggen.", jayden.Page.QuerySelector("#what-error")!.TextContent.Trim());
        Assert.Equal(Recorded.Wave(3), await HearAsync(jayden, jayden.Page.QuerySelector("audio")!.GetAttribute("src")!));
        await jayden.PressAsync(Form, ("readers", "OnlyMe"), ("what", "NotNice"));
        Assert.Equal(table, jayden.Path);
        var sound = jayden.Page.QuerySelector("article audio")!.GetAttribute("src")!;
        Assert.Equal(Recorded.Wave(3), await HearAsync(jayden, sound));
        using var chantal = await running.AsAsync("chantal");
        await IsNotThereAsync(chantal, sound);

        // The page is his: to a grown-up and to a child it is not there.
        using var noor = await running.AsAsync("noor", ownPage: true);
        foreach (var (who, where) in new[] { (chantal, table), (noor, noor.Table) })
        {
            await who.GetAsync(where + "/my-place/aloud");
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_Noor_said_aloud_goes_along_in_her_story_and_stands_in_the_booklet_and_the_document_R7(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var noor = await running.AsAsync("noor");
        var said = Recorded.Wave();
        var sound = await LaidAsync(noor, said, "Everyone");
        await noor.GetAsync(noor.Table + "/story/data?private=yes");
        using var story = JsonDocument.Parse(noor.Html);
        var page = Assert.Single(story.RootElement.GetProperty("pages").EnumerateArray(), page => page.TryGetProperty("sound", out _)).GetProperty("sound");
        Assert.Equal("audio/wav", page.GetProperty("type").GetString());
        Assert.Equal(said, page.GetProperty("bytes").GetBytesFromBase64());
        foreach (var (where, heard) in new[] { ("/story/document", false), ("/story/read", true), ("/booklet", true) })
        {
            await noor.GetAsync(noor.Table + where);
            Assert.Equal(HttpStatusCode.OK, noor.Status);
            Assert.Contains("Noor zei dit hardop.", noor.Html, StringComparison.Ordinal);
            Assert.Equal(heard ? sound : null, noor.Page.QuerySelector("audio")?.GetAttribute("src"));
        }
    }

    private static async Task<string> LaidAsync(Visitor noor, byte[] said, string readers, string name = "x.wav")
    {
        await noor.GetAsync(noor.Table + "/mine/say?what=Good");
        await noor.SpeakAsync(Form, said, name);
        await noor.PressAsync(Form, ("readers", readers));
        return noor.Page.QuerySelector(".child-thing audio")!.GetAttribute("src")!;
    }

    private static async Task<byte[]> HearAsync(Visitor who, string address)
    {
        using var answer = await AskAsync(who, address, HttpMethod.Get, null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("audio/wav", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    // As if there had never been anything, to the byte.
    private static async Task IsNotThereAsync(Visitor who, string address)
    {
        using var answer = await AskAsync(who, address, HttpMethod.Get, null);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var parts = address.Split('/');
        parts[^2] = PersonId.New().Value.ToString();
        using var never = await AskAsync(who, string.Join('/', parts), HttpMethod.Get, null);
        Assert.Equal(
            Tidy(await never.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), string.Join('/', parts)),
            Tidy(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), address));
        Assert.Equal(never.Content.Headers.ContentLength is null, answer.Content.Headers.ContentLength is null);

        static string Tidy(string html, string address) => Regex.Replace(
            html.Replace(address, "", StringComparison.Ordinal), "name=\"proof\" value=\"[^\"]*\"", "");
    }

    private static async Task<HttpResponseMessage> AskAsync(Visitor who, string address, HttpMethod method, string? range)
    {
        using var asked = new HttpRequestMessage(method, address);
        if (range is not null)
        {
            asked.Headers.Range = RangeHeaderValue.Parse(range);
        }

        return await who.SendAsync(asked);
    }
}
