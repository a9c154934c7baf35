using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Endings;

/// <summary>
/// What one person says for when it becomes harder again (terugval; P31): what keeps holding, how one notices, what is done then. Each for
/// themselves, beside each other, never made into one.
/// </summary>
/// <param name="By">Who.</param>
/// <param name="Holds">What holds us up; at most <see cref="Words.Brief"/> characters; null when not said.</param>
/// <param name="Notices">Who notices first that it slides, and by what; as long.</param>
/// <param name="Does">What we do then, and whom we call; as long.</param>
/// <param name="At">When, UTC.</param>
public sealed record LaterSaid(SeatNumber By, string? Holds, string? Notices, string? Does, DateTimeOffset At);
