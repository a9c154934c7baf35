using Keukentafel.Domain.Access;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.NotKnowing;

/// <summary>Somebody says one thing about what is not known (R85), each on a small page of its own; nobody fills in seven fields.</summary>
public static class SayNotKnown
{
    /// <summary>The order in which they stand on the page: what the family can think of comes before what others find out.</summary>
    public static readonly IReadOnlyList<NotKnownPart> Order =
    [
        NotKnownPart.DontKnow, NotKnownPart.Idea, NotKnownPart.SmallStep, NotKnownPart.CanFind, NotKnownPart.CannotFind, NotKnownPart.RatherNot,
        NotKnownPart.Near,
    ];

    /// <summary>The last part of the address of each.</summary>
    public static readonly IReadOnlyDictionary<NotKnownPart, string> Names = new Dictionary<NotKnownPart, string>
    {
        [NotKnownPart.DontKnow] = "say-not-known",
        [NotKnownPart.CanFind] = "say-can-find",
        [NotKnownPart.CannotFind] = "say-cannot-find",
        [NotKnownPart.Idea] = "say-idea",
        [NotKnownPart.SmallStep] = "say-small-step",
        [NotKnownPart.RatherNot] = "say-rather-not",
        [NotKnownPart.Near] = "say-near",
    };

    /// <summary>What the page shows.</summary>
    /// <param name="Form">The form.</param>
    /// <param name="Part">About what of it.</param>
    public sealed record Screen(ThingScreen Form, NotKnownPart Part);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (part, name) in Names)
        {
            new ThingForm<NotKnown>
            {
                Name = name,
                Heading = "notknowing.ask." + part.ToString(),
                May = (_, _) => true,
                Page = form => SayNotKnownView.Create(new Screen(form, part)),
                Do = (page, typed, visit) => page.Say(
                    visit.Circle, part, typed["words"], Together.ReplyOf(typed),
                    typed.Id("who") is { } who ? visit.Circle.Find(new SeatId(who))?.Number : null, visit.Act),
                Told = "notknowing.said-told",
                Next = (asked, _) => $"/tables/{asked.Circle}/not-known/{asked.Id}",
            }.Map(app);
        }
    }
}
