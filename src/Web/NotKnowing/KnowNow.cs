using Keukentafel.Domain.NotKnowing;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.NotKnowing;

/// <summary>"This we know now", in words, by a person, with its date (R85); and "I don't know it yet after all", which opens it again.</summary>
public static class KnowNow
{
    /// <summary>What the page shows.</summary>
    /// <param name="Form">The form.</param>
    /// <param name="Still">Whether it is "not yet after all".</param>
    public sealed record Screen(ThingScreen Form, bool Still);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        new ThingForm<NotKnown>
        {
            Name = "now-known",
            Heading = "notknowing.know",
            May = (_, _) => true,
            Page = form => KnowNowView.Create(new Screen(form, false)),
            Do = (page, typed, visit) => page.Know(typed["words"], visit.Act),
            Told = "notknowing.known-told",
            Next = (asked, _) => $"/tables/{asked.Circle}/not-known/{asked.Id}",
        }.Map(app);
        new ThingForm<NotKnown>
        {
            Name = "not-yet",
            Heading = "notknowing.still",
            May = (page, _) => page.IsKnown,
            Page = form => KnowNowView.Create(new Screen(form, true)),
            Do = (page, typed, visit) => page.StillNotKnow(typed["words"], visit.Act),
            Told = "notknowing.still-told",
            Next = (asked, _) => $"/tables/{asked.Circle}/not-known/{asked.Id}",
        }.Map(app);
    }
}
