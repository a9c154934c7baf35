using Keukentafel.Domain.Circles;

namespace Keukentafel.Web.Reflections;

/// <summary>On the page of a guest: whether they are the face of the table, with whom they reflect, or that they can be asked (R93).</summary>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who looks.</param>
/// <param name="Seat">The guest.</param>
/// <param name="Now">The moment, UTC.</param>
public sealed record FaceOf(Circle Circle, Seat Me, Seat Seat, DateTimeOffset Now);
