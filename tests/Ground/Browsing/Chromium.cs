using Microsoft.Playwright;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>The browser of this machine: Debian's own Chromium, never a downloaded one; the kind without windows where that is there too.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    /// <summary>The browser; every person gets a context of their own in it.</summary>
    public IBrowser Browser { get; }

    /// <summary>Starts it.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),

            // There is no microphone here: one that beeps, and nobody to ask whether it may be used.
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
            ],
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>A window of somebody's own: no cookies yet, Dutch.</summary>
    /// <param name="address">Where the program listens.</param>
    /// <param name="scripts">Whether JavaScript works in it.</param>
    /// <param name="width">How wide it is.</param>
    /// <param name="height">How high it is.</param>
    public async Task<IPage> WindowAsync(Uri address, bool scripts = true, int width = 1280, int height = 800)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            JavaScriptEnabled = scripts,
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        context.SetDefaultTimeout(10_000);
        return await context.NewPageAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }

    // The same engine twice; without the rest of a browser around it, pages take half the time.
    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return new[] { "chromium-headless-shell", "chromium", "chromium-browser" }
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("There is no chromium on this machine: apt-get install chromium-headless-shell.");
    }
}
