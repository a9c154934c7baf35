using System.Text.Json;

namespace Keukentafel.Bench;

/// <summary>One line of the report: readable, and as JSON.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Writes one figure. A ratio is ours for bare where more is better, and ours for bare where less is better: the unit says which.</summary>
    public static void Line(string name, double ours, double bare, string unit, double? aim = null)
    {
        var ratio = bare == 0 ? double.NaN : ours / bare;
        Console.WriteLine($"{name,-44} ours {ours,10:F2}  bare {bare,10:F2}  ratio {ratio,6:F2}  {unit}{(aim is null ? "" : $"  (aim {aim:F2})")}");
        Console.WriteLine(JsonSerializer.Serialize(new { name, ours = Round(ours), bare = Round(bare), ratio = Round(ratio), unit }, Options));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static double Round(double value) => double.IsNaN(value) ? 0 : Math.Round(value, 3);
}
