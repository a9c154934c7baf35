namespace Keukentafel.Web.Shell;

/// <summary>What a page says once, after something was done.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="TakeBack">Where what was laid down can be taken back; null for nowhere.</param>
public sealed record Told(string Sentence, string? TakeBack);
