namespace Keukentafel.Domain.Circles;

/// <summary>That a host said, at a table that was there already, that the parents live apart.</summary>
/// <param name="By">Which host.</param>
/// <param name="At">When, UTC.</param>
internal sealed record ApartSaid(SeatNumber By, DateTimeOffset At);
