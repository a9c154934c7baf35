using System.CommandLine;
using Keukentafel.Data.Trail;

namespace Keukentafel.Web.Commands;

/// <summary>Checks that nothing was changed, added, taken out or cut off in the trail.</summary>
public static class TrailCommand
{
    private const int Whole = 0;
    private const int NotWhole = 1;
    private const int CouldNotCheck = 2;

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var witness = new Option<FileInfo>("--witness") { Description = "A signed head that was exported earlier and kept elsewhere." };
        var export = new Option<FileInfo>("--export") { Description = "When the trail is whole, write its signed head here: keep it elsewhere as a witness." };
        var command = new Command(
            "verify-trail", "Checks the whole trail. Answers 0 when it is whole, 1 when it is not, 2 when it could not be checked.") { witness, export };
        command.SetAction((result, cancellation) => CommandLine.TryAsync(
            CouldNotCheck, () => VerifyAsync(result.GetValue(witness), result.GetValue(export), cancellation)));
        return command;
    }

    private static async Task<int> VerifyAsync(FileInfo? witness, FileInfo? export, CancellationToken cancellation)
    {
        var places = CommandLine.PlacesFromEnvironment();
        var seen = witness is null ? null : await File.ReadAllTextAsync(witness.FullName, cancellation);
        var report = await TrailChecks.VerifyAsync(places, seen, cancellation);
        foreach (var sentence in report.Sentences)
        {
            await (report.IsWhole ? Console.Out : Console.Error).WriteLineAsync(sentence);
        }

        if (!report.IsWhole)
        {
            await Console.Error.WriteLineAsync("The trail is NOT whole.");
            return NotWhole;
        }

        if (export is not null)
        {
            await using var file = new FileStream(export.FullName, FileMode.CreateNew);
            await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(TrailChecks.WitnessOf(places, report, TimeProvider.System)), cancellation);
        }

        return Whole;
    }
}
