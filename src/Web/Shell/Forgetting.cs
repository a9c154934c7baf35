using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Trail;
using Keukentafel.Data.Wordings;

namespace Keukentafel.Web.Shell;

/// <summary>Throws away, now and then, what was promised to go: old drafts, old sessions, codes and remarks that are too old, tables that ended, and requests for help.</summary>
public sealed partial class Forgetting(Drafts drafts, Sessions sessions, WaysBack ways, WordRemarks remarks, Door door, Removals removals, HelpRequests requests, TimeProvider clock, ILogger<Forgetting> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await drafts.ForgetOldAsync();
                await sessions.ForgetOldAsync();
                await door.ForgetOldCodesAsync();
                await ways.ForgetOldAsync();
                await remarks.ForgetOldAsync();
                var report = await removals.RemoveDueAsync(stoppingToken);
                if (report.Words + report.Tables > 0)
                {
                    Removed(log, report.Words, report.Tables);
                }

                if (await requests.RemoveDueAsync(stoppingToken) is var gone and > 0)
                {
                    RequestsRemoved(log, gone);
                }
            }
            catch (UnavailableException)
            {
                CouldNot(log);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Of tables that ended, {Words} suspicions, opinions and worries went on their day, and {Tables} tables as a whole.")]
    private static partial void Removed(ILogger log, int words, int tables);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Requests} requests for help went on their day, each with its key.")]
    private static partial void RequestsRemoved(ILogger log, int requests);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old drafts, sessions and codes could not be thrown away; it is tried again in an hour.")]
    private static partial void CouldNot(ILogger log);
}
