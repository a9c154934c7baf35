using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Keukentafel.Browser.Tests;

/// <summary>What travels to a phone, and what comes out of a printer.</summary>
public sealed class SizeTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private const int First = 60 * 1024;
    private const int Next = 15 * 1024;

    [Fact]
    public async Task A_first_visit_is_at_most_60_KB_and_the_next_page_15()
    {
        await using var running = await Running.StartAsync();
        var page = await browser.Chromium.WindowAsync(running.Address, width: 390);
        await page.GotoAsync("/demo");
        await page.PressAsync("form[action$='/demo/esra'] button");
        var table = new Uri(page.Url).AbsolutePath;
        var state = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();

        // The same person in a browser that has nothing yet.
        var context = await browser.Chromium.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = running.Address.ToString(), StorageState = state });
        page = await context.NewPageAsync();
        var travelled = await CountAsync(page);
        foreach (var (address, most) in new[] { (table, First), (table + "/views", Next), (table + "/lay", Next), (table, Next), (table + "/print", Next), (table + "/read-by", Next) })
        {
            travelled.Clear();
            await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            var bytes = travelled.Where(one => !one.Key.Contains(".woff2", StringComparison.Ordinal)).Sum(one => one.Value);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{(most == First ? "first" : "next")} {address.Replace(table, "table", StringComparison.Ordinal)}: {bytes} bytes (fonts {travelled.Values.Sum() - bytes})");
            Assert.InRange(bytes, 1_000, most);
        }

        await context.CloseAsync();
    }

    [Fact]
    public async Task Paper_is_a_tagged_document_with_kinds_and_answers_R35()
    {
        await using var running = await Running.StartAsync();
        var page = await browser.Chromium.WindowAsync(running.Address);
        await page.GotoAsync("/demo");
        await page.PressAsync("form[action$='/demo/esra'] button");
        await page.Context.AddInitScriptAsync("window.print = () => { document.title = 'printed'; }");
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/print");
        await page.PressAsync("main [data-print] button");
        Assert.Equal("printed", await page.TitleAsync());
        var pdf = await page.PdfAsync(new PagePdfOptions { Tagged = true, Format = "A4" });
        Assert.Contains("/StructTreeRoot", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        using var document = PdfDocument.Open(pdf);
        var text = string.Concat(document.GetPages().SelectMany(one => one.Text).Where(letter => !char.IsWhiteSpace(letter)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{document.NumberOfPages} pages, {pdf.Length} bytes");
        foreach (var words in new[]
        {
            "feit, zegt Bo", "Amir was deze maand vier keer te laat.", "Lina wilde haar schoenen niet aan. Daarom.", "vermoeden, zegt Bo",
            "Ja. Dat is meer dan een jongen van elf hoeft te doen.", "de brieven die Esra mij gaf",
        })
        {
            Assert.Contains(words.Replace(" ", "", StringComparison.Ordinal), text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("Snelweg", text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task<Dictionary<string, long>> CountAsync(IPage page)
    {
        var travelled = new Dictionary<string, long>();
        var names = new Dictionary<string, string>();
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        session.Event("Network.requestWillBeSent").OnEvent += (_, told) =>
            names[Of(told, "requestId").GetString()!] = told!.Value.GetProperty("request").GetProperty("url").GetString()!;
        session.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            var name = names.GetValueOrDefault(Of(told, "requestId").GetString()!, "?");
            travelled[name] = travelled.GetValueOrDefault(name) + (long)Of(told, "encodedDataLength").GetDouble();
        };
        return travelled;

        static JsonElement Of(JsonElement? told, string name) => told!.Value.GetProperty(name);
    }
}
