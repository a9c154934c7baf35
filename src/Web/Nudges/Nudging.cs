namespace Keukentafel.Web.Nudges;

/// <summary>Goes round every few minutes, beside all requests: no page waits for a mail server.</summary>
/// <param name="round">The round.</param>
/// <param name="post">Whether there is a mail server at all.</param>
/// <param name="clock">The time.</param>
/// <param name="log">For the operator.</param>
public sealed partial class Nudging(NudgeRound round, MailPost post, TimeProvider clock, ILogger<Nudging> log) : BackgroundService
{
    /// <summary>How long there is between two rounds.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _bell = new(0);

    /// <summary>Somebody waits for a code.</summary>
    public void Ring() => _bell.Release();

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _bell.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        post.IsOpen ? Task.WhenAll(GoRoundAsync(stoppingToken), SendCodesAsync(stoppingToken)) : Task.CompletedTask;

    private async Task GoRoundAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            await TryAsync(false, stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task SendCodesAsync(CancellationToken stopping)
    {
        while (true)
        {
            await _bell.WaitAsync(stopping);
            await TryAsync(true, stopping);
        }
    }

#pragma warning disable CA1031 // Whatever fails, the next round comes, and the program goes on.
    private async Task TryAsync(bool onlyCodes, CancellationToken stopping)
    {
        try
        {
            await round.RunAsync(onlyCodes, stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            CouldNot(log, failure.GetType().Name);
        }
    }
#pragma warning restore CA1031

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked for whom something is there ({What}); it is tried again in some minutes.")]
    private static partial void CouldNot(ILogger log, string what);
}
