using System.CommandLine;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Store;

namespace Keukentafel.Web.Commands;

/// <summary>Removes what is due of tables that ended, and of requests for help, and says how much. Who serves does the same each hour.</summary>
public static class RemoveDueCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("remove-due", "Removes what is due of tables that ended, and requests for help on their day. A program that serves does so itself, each hour.");
        command.SetAction((_, cancellation) => CommandLine.InDatabaseAsync(1, async places =>
        {
            await using var hold = await Hold.ToWriteAsync(places, cancellation);
            await using var app = App.Build(places, demo: false, "http://localhost:0");
            var report = await app.Services.GetRequiredService<Removals>().RemoveDueAsync(cancellation);
            var requests = await app.Services.GetRequiredService<HelpRequests>().RemoveDueAsync(cancellation);
            await Console.Out.WriteLineAsync(FormattableString.Invariant(
                $"Removed: {report.Words} suspicions, opinions and worries; {report.Tables} tables as a whole, and {requests} requests for help, each with its key."));
            return 0;
        }, cancellation));
        return command;
    }
}
