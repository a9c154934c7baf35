using Keukentafel.Data.Store;
using Keukentafel.Web.Commands;

namespace Keukentafel.Web.Tests.Ground;

/// <summary>Databases for tests of pages, made once and copied then.</summary>
public static class Databases
{
    private static readonly Template Filled = new(places => CommandLine.FillAsync(places));
    private static readonly Template Empty = new();

    /// <summary>For a theory over both databases.</summary>
    public static TheoryData<Database> Both => Wanted.Both;

    /// <summary>A database of its own, filled with the invented families.</summary>
    /// <param name="on">Of which kind.</param>
    public static async Task<(Places Places, Func<ValueTask> Clean)> FilledAsync(Database on)
    {
        var own = await Filled.CopyAsync(on);
        return (own.Places, own.DisposeAsync);
    }

    /// <summary>A database of its own, migrated and with nobody in it.</summary>
    /// <param name="on">Of which kind.</param>
    public static async Task<(Places Places, Func<ValueTask> Clean)> EmptyAsync(Database on)
    {
        var own = await Empty.CopyAsync(on);
        return (own.Places, own.DisposeAsync);
    }
}
