using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Somebody says what they are to the family and chooses a mug; a host can do it for anybody at the table.</summary>
public static class DescribePerson
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who looks.</param>
    /// <param name="Seat">About whom.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Seat Seat, Typed Typed, Rule? Broken)
    {
        /// <summary>How this person is reached safely, when this reader was chosen to read that.</summary>
        public SafeContact? Contact { get; init; }

        /// <summary>Whether this reader was told where this person lives.</summary>
        public bool IsToldAddress { get; init; }

        /// <summary>The address.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/people/{Seat.Id.Value}";

        /// <summary>Whether this reader may say it.</summary>
        public bool May => Circle.MayDescribe(Me, Seat);

        /// <summary>Whether the page is about the reader.</summary>
        public bool IsMe => Me.Id == Seat.Id;

        /// <summary>The choice of a mug.</summary>
        public MugChoice Mugs
        {
            get
            {
                var others = Circle.MugOwners(except: Seat);
                var chosen = MugChoice.Ticked(Typed, Seat.Mug);
                return new MugChoice(
                    IsMe ? Text.T("circles.choose-mug") : Text.T("circles.choose-mug-of", Seat.Name), chosen, others,
                    MugChoice.MendOf(Broken, chosen, others));
            }
        }
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/people/{seat:guid}", async (HttpContext http, Guid circle, Guid seat, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, seat, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/people/{seat:guid}", SayAsync);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Guid seat, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var who = visit.Circle.Find(new SeatId(seat)) ?? throw new RefusedException();
        var frame = Frame.Of(http, who.Name, visit.Circle.Id) with { Narrow = true };
        return DescribePersonView.Create(new Screen(frame, visit.Circle, visit.Me, who, typed, broken)
        {
            Contact = await door.ContactAsync(visit, who),
            IsToldAddress = await door.IsToldAddressAsync(visit, who, cancellation),
        });
    }

    private static async Task<IResult> SayAsync(HttpContext http, Guid circle, Guid seat, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await TableForm.ChangeAsync(
            http, circle, door, Permission.Speak,
            visit =>
            {
                var who = visit.Circle.Find(new SeatId(seat)) ?? throw new RefusedException();
                var stands = (who.WhatTheyAre ?? "") == (Words.Tidy(typed["seen"]) ?? "") || (who.WhatTheyAre ?? "") == (Words.Tidy(typed["what"]) ?? "");
                visit.Circle.Describe(who.Id, typed["what"], MugChoice.From(typed) ?? who.Mug, visit.Act);
                if (!stands)
                {
                    throw new RuleBrokenException(CommonRules.NotChangedMeanwhile);
                }
            },
            "circles.described", "", broken => AskAsync(http, circle, seat, door, typed, broken, cancellation), cancellation);
    }
}
