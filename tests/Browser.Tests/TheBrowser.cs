namespace Keukentafel.Browser.Tests;

/// <summary>One browser for a class of tests.</summary>
public sealed class TheBrowser : IAsyncLifetime
{
    /// <summary>The browser.</summary>
    public Chromium Chromium { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Chromium = await Chromium.StartAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Chromium.DisposeAsync();
}
