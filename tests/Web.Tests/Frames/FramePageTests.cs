using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Frames;

public sealed class FramePageTests
{
    private static readonly (string Name, string? Value)[] Answers =
    [
        ("to", "Measure"), ("words", "Amir slaapt al weken niet."), ("together", "no"), ("rights-words", "Amir en Esra praten zelf met de rechter."),
        ("talk-words", "Bij Esra thuis, op zondag."),
    ];

    public static TheoryData<Database> Both => Databases.Both;

    [Fact]
    public async Task Esra_sees_of_each_guest_how_they_are_here_and_what_she_may_refuse_R116()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Page.QuerySelector("main a[href$='/frames']")!.GetAttribute("href")!);
        Assert.Equal("Wat mogen ze van mij vragen?", esra.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("De hulp van Samira is vrijwillig. Jij mag nee zeggen.", esra.Html, StringComparison.Ordinal);
        var means = esra.Page.QuerySelector(".frame-means")!.TextContent;
        foreach (var part in new[] { "mag vragen", "Wat jij mag weigeren", "Wat er dan kan gebeuren", "Niet mee eens?", "Wie helpt jou?", "Jouw rechten", "Jeugdstem" })
        {
            Assert.Contains(part, means, StringComparison.Ordinal);
        }

        // Also on her own page, shut, one press away.
        await esra.GetAsync($"{esra.Table}/people/{await esra.SeatAsync("Samira")}");
        Assert.Contains("De hulp van Samira is vrijwillig. Jij mag nee zeggen.", esra.Html, StringComparison.Ordinal);
        Assert.False(esra.Page.QuerySelector(".frame-of details")!.HasAttribute("open"));

        // Each reads it in words that fit.
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync(esra.Table + "/frames");
        Assert.Contains("Jouw hulp is vrijwillig. Het gezin mag nee zeggen.", samira.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("jullie", samira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var fatma = await running.AsAsync("fatma");
        await fatma.GetAsync(esra.Table + "/frames");
        Assert.Contains("De hulp van Samira is vrijwillig. Het gezin mag nee zeggen.", fatma.Html, StringComparison.Ordinal);
        using var amir = await running.AsAsync("amir");
        await amir.GetAsync(esra.Table + "/frames");
        Assert.Contains("Samira helpt, want jullie vinden dat goed. Jij mag zeggen wat jij vindt.", amir.Html, StringComparison.Ordinal);
        Assert.Contains("tel:08000432", amir.Html, StringComparison.Ordinal);
        using var stranger = await running.AsAsync("jayden");
        await stranger.GetAsync(esra.Table + "/frames");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Samira_presses_and_it_stands_there_as_she_said_it_and_Esra_answers_N25(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var samira = await running.AsAsync("samira");
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var (seat, child) = (await esra.SeatAsync("Esra"), await esra.SeatAsync("Amir"));
        await samira.GetAsync(esra.Table + "/frames");
        await samira.GetAsync(samira.Page.QuerySelector("a[href$='/frames/urge']")!.GetAttribute("href")!);

        // Whatever is wrong, all that was typed is still there.
        await samira.PressAsync("form.composer", ("words", "Ga mee naar de huisarts."), ("about", seat));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Contains("Ga mee naar de huisarts.", samira.Page.QuerySelector("#words")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", samira.Page.QuerySelector("#then-words")!.GetAttribute("aria-invalid"));
        await samira.PressAsync("form.composer", ("about", child), ("then-words", "Niets."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        await samira.GetAsync(esra.Table + "/frames/urge");
        await samira.PressAsync("form.composer", ("words", "Ga mee naar de huisarts."), ("then-words", "Zelf de huisarts bellen."), ("about", seat));
        Assert.Equal(esra.Table + "/frames", samira.Path);

        using (var again = await running.AsAsync("esra"))
        {
            Assert.Contains(again.Page.QuerySelectorAll(".news a"), link => link.GetAttribute("href")!.EndsWith("/frames", StringComparison.Ordinal));
        }

        await esra.GetAsync(esra.Table + "/frames");
        var said = esra.Page.QuerySelector("article.sheet")!.TextContent;
        foreach (var words in new[] { "Ik dring aan:", "“Ga mee naar de huisarts.”", "Je mag nee zeggen. Dan kan ik dit doen:", "“Zelf de huisarts bellen.”", "Geen wet zegt dat dit moet." })
        {
            Assert.Contains(words, said, StringComparison.Ordinal);
        }

        await esra.GetAsync(esra.Page.QuerySelector("a[href$='/answer']")!.GetAttribute("href")!);
        Assert.Contains("De hulp van Samira is vrijwillig. Jij mag nee zeggen.", esra.Page.QuerySelector(".frame-note")!.TextContent, StringComparison.Ordinal);
        await esra.PressAsync("form.composer", ("words", "Nee, dat wil ik zelf doen."));
        await samira.GetAsync(esra.Table + "/frames");
        Assert.Contains("Nee, dat wil ik zelf doen.", samira.Html, StringComparison.Ordinal);

        // To whom it was not said, it is not there.
        await fatma.GetAsync(esra.Table + "/frames");
        Assert.DoesNotContain("huisarts.", fatma.Html, StringComparison.Ordinal);
        foreach (var other in new[] { esra, fatma })
        {
            await other.GetAsync(esra.Table + "/frames/urge");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_change_is_announced_with_its_answers_and_the_family_answers_before_it_holds_R117(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var samira = await running.AsAsync("samira");
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var fatma = await running.AsAsync("fatma");
        var form = esra.Table + "/frames/change";
        foreach (var missing in new[] { "day", "words", "together", "rights-words", "talk-words" })
        {
            await samira.GetAsync(form);
            await samira.PressAsync("form.composer", [.. Answers.Append(("day", Ahead.Days(20))).Select(one => one.Item1 == missing ? (missing, null) : one)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
            Assert.NotNull(samira.Page.QuerySelector($"#{missing}-error"));
        }

        await samira.GetAsync(form);
        await samira.PressAsync("form.composer", [.. Answers, ("day", Ahead.Days(20))]);
        Assert.Equal(esra.Table + "/frames", samira.Path);
        await samira.GetAsync(form);
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);

        // The family sees it coming from the table on, and each answers as large.
        await esra.GetAsync(esra.Table);
        Assert.Contains("Samira schrijft: misschien komt er een maatregel.", esra.Html, StringComparison.Ordinal);
        var change = esra.Page.QuerySelector("section[aria-labelledby^='coming-'] a")!.GetAttribute("href")!;
        await esra.GetAsync(change);
        Assert.Contains("Er is nog niets besloten", esra.Html, StringComparison.Ordinal);
        Assert.Contains("De hulp van Samira is vrijwillig. Jij mag nee zeggen.", esra.Page.QuerySelector(".frame-note")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(change + "/answer");
        await esra.PressAsync("form.composer", ("words", "Dat wil ik niet."));
        await amir.GetAsync(change + "/answer");
        await amir.PressAsync("form.composer", ("words", "Ik wil gewoon slapen."));
        await samira.GetAsync(change);
        Assert.Equal(2, samira.Page.QuerySelectorAll(".answer").Length);

        // It is the family's to tell: nobody else finds it, or that anything is coming.
        await fatma.GetAsync(change);
        Assert.Equal(HttpStatusCode.NotFound, fatma.Status);
        foreach (var page in new[] { esra.Table, esra.Table + "/frames", esra.Table + "/print" })
        {
            await fatma.GetAsync(page);
            Assert.DoesNotContain("maatregel", fatma.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        // It goes with them on paper.
        await esra.GetAsync(esra.Table + "/print");
        Assert.Contains("Dat wil ik niet.", esra.Html, StringComparison.Ordinal);
        await samira.GetAsync(change + "/not-going-on");
        await samira.PressAsync("form.composer", ("words", "De rechter zei nee."));
        await esra.GetAsync(change);
        Assert.Contains("dat dit niet doorgaat", esra.Html, StringComparison.Ordinal);
        Assert.Contains("Dat wil ik niet.", esra.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_measure_of_Samira_begins_with_what_a_judge_decided_beside_what_was_done_before_and_ends_by_itself_and_the_table_stays_R119_R70(Database on)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock);
        using var samira = await running.AsAsync("samira");
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        await samira.GetAsync(esra.Table + "/frames/change");
        await samira.PressAsync("form.composer", [.. Answers, ("day", Ahead.Days(0))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.NotNull(samira.Page.QuerySelector("#late-words-error"));
        await samira.PressAsync("form.composer", ("late-words", "Ik hoorde het net."));
        var before = await SeenAsync(esra.Table, esra, fatma, samira);
        await samira.GetAsync(esra.Table + "/frames");
        var change = samira.Page.QuerySelector("article .sheet-foot a")!.GetAttribute("href")!;
        foreach (var other in new[] { esra, fatma })
        {
            await other.GetAsync(change + "/judge");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }

        (string Name, string? Value)[] told =
        [
            ("judge-words", "Rechtbank Zwolle"), ("decided", Ahead.Days(0)), ("words", "Samira kijkt een half jaar mee."), ("starts", Ahead.Days(0)), ("ends", Ahead.Days(30)),
            ("stops-words", "Amir slaapt weer de hele nacht."), ("cannot-words", "Werk vinden voor papa."), ("late-words", "Het moest vandaag."),
        ];
        foreach (var missing in told.Select(one => one.Name))
        {
            await samira.GetAsync(change + "/judge");
            await samira.PressAsync("form.composer", [.. told.Select(one => one.Name == missing ? (missing, null) : one)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
            Assert.NotNull(samira.Page.QuerySelector($"#{missing}-error"));
        }

        await samira.GetAsync(change + "/judge");
        await samira.PressAsync("form.composer", told);
        Assert.Equal(esra.Table + "/frames", samira.Path);

        // Judge, days, when it stops and what it cannot do, with room for the family's own view.
        await esra.GetAsync(change);
        foreach (var words in new[] { "Rechtbank Zwolle", "Dit stopt als:", "Amir slaapt weer de hele nacht.", "Wat dit hier niet kan:", "Werk vinden voor papa.", "Het moest vandaag." })
        {
            Assert.Contains(words, esra.Page.QuerySelector("article.sheet")!.TextContent, StringComparison.Ordinal);
        }

        // Child and parents are shown it where they come in; others find it only where they look for it.
        await esra.GetAsync(esra.Table);
        Assert.Contains("Een rechter besloot iets", esra.Html, StringComparison.Ordinal);
        Assert.NotNull(esra.Page.QuerySelector($"main .sheet a[href='{change}']"));
        using (var amir = await running.AsAsync("amir", ownPage: true))
        {
            Assert.Contains("Een rechter zei dat Samira komt helpen", amir.Html, StringComparison.Ordinal);
            Assert.NotNull(amir.Page.QuerySelector($"main .sheet a[href='{change}']"));
        }

        await fatma.GetAsync(esra.Table);
        Assert.DoesNotContain("rechter", fatma.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table + "/who");
        Assert.Contains("Door een besluit van de rechter: tot en met", esra.Html, StringComparison.Ordinal);
        await esra.GetAsync($"{esra.Table}/people/{await esra.SeatAsync("Samira")}/needed");
        Assert.Contains("Een rechter besloot dat Samira komt", esra.Html, StringComparison.Ordinal);

        await esra.GetAsync(change + "/answer");
        Assert.Contains("Jouw antwoord leest wie dit leest.", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form.composer", ("words", "Zo erg is het niet."));
        foreach (var (who, sentence) in new[] { (esra, "Samira is hier door een maatregel van de rechter"), (fatma, "Samira is hier door een maatregel"), (samira, "Jij bent hier door een maatregel") })
        {
            await who.GetAsync(esra.Table + "/frames");
            Assert.Contains(sentence, who.Html, StringComparison.Ordinal);
        }

        // What was done before the measure stands beside it and counts as much; what was not there is no proof that nothing happened (R70).
        await esra.GetAsync(esra.Table + "/frames");
        var already = esra.Page.QuerySelectorAll("main h3").Single(heading => heading.TextContent == "Wat er al gedaan werd");
        Assert.Contains("telt net zo veel", already.NextElementSibling!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(already.ParentElement!.QuerySelectorAll("h3 ~ .stack .sheet"));
        Assert.Single(esra.Page.QuerySelectorAll("main h3"), heading => heading.TextContent == "Wat er al gedaan werd");

        await fatma.GetAsync(esra.Table + "/frames");
        Assert.DoesNotContain("Rechtbank Zwolle", fatma.Html, StringComparison.Ordinal);

        // Nobody reads or can do more or less than before; and no colour, no alarm.
        Assert.Equal(before, await SeenAsync(esra.Table, esra, fatma, samira));
        await esra.GetAsync(esra.Table + "/frames");
        Assert.Empty(esra.Page.QuerySelectorAll("main .utrecht-alert, main .sheet-waits"));

        // Its last day passes: it is over, and does not begin anew.
        clock.Advance(TimeSpan.FromDays(32));
        using var later = await running.AsAsync("esra");
        Assert.DoesNotContain("Een rechter besloot iets", later.Html, StringComparison.Ordinal);
        await later.GetAsync(later.Table + "/frames");
        Assert.Contains("De maatregel is afgelopen op", later.Html, StringComparison.Ordinal);
        Assert.Contains("De hulp van Samira is vrijwillig.", later.Html, StringComparison.Ordinal);
        Assert.Contains("Zo erg is het niet.", later.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Samira_announces_in_two_windows_at_once_and_one_of_them_waits_R117(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var one = await running.AsAsync("samira");
        using var other = await running.AsAsync("samira");
        foreach (var window in new[] { one, other })
        {
            await window.GetAsync(esra.Table + "/frames/change");
        }

        await Task.WhenAll(
            one.PressAsync("form.composer", [.. Answers, ("day", Ahead.Days(20))]), other.PressAsync("form.composer", [.. Answers, ("day", Ahead.Days(25))]));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], new[] { one.Status, other.Status }.Order());
        var late = one.Status == HttpStatusCode.OK ? other : one;
        Assert.Contains("Amir slaapt al weken niet.", late.Page.QuerySelector("#words")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table);
        Assert.Single(esra.Page.QuerySelectorAll("section[aria-labelledby^='coming-']"));
    }

    // What can be pressed and read at the table and in the plan, but for what a frame itself says.
    private static async Task<string> SeenAsync(string table, params Visitor[] visitors)
    {
        var seen = new List<string>();
        foreach (var who in visitors)
        {
            foreach (var page in new[] { table, table + "/plan", table + "/views", table + "/talks", table + "/people/new", table + "/decisions/heavy" })
            {
                await who.GetAsync(page);
                seen.Add($"{who.Status} " + string.Join(' ', who.Page.QuerySelectorAll("main article, main form, main .said")
                    .Where(part => part.Closest("[aria-labelledby^='coming-']") is null).Select(part => part.GetAttribute("action") ?? part.TextContent.Trim())));
            }
        }

        return string.Join('\n', seen);
    }
}
