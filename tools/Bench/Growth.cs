using Keukentafel.Tests.Ground;

namespace Keukentafel.Bench;

internal static class Growth
{
    public static Task RunAsync(Database on, bool national) => Task.CompletedTask;
}
