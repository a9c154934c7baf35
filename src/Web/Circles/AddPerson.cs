using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Circles;

/// <summary>A host gives somebody a seat, or a way in to somebody who had none.</summary>
public static class AddPerson
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Typed Typed, Rule? Broken);

    /// <summary>Nobody signs in with this name.</summary>
    public static readonly Rule KnownName = new("circle.known-name");

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/people/new", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/people/new", AddAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Host, cancellation);
        return AddPersonView.Create(new Screen(
            Frame.Of(http, Text.T("circles.add-person"), visit.Circle.Id) with { Narrow = true }, visit.Circle, typed, broken));
    }

    private static async Task<IResult> AddAsync(HttpContext http, Guid circle, Door door, UserManager<Person> people, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                PersonId? person = null;
                if (Words.Tidy(typed["sign-in"]) is { } signIn)
                {
                    var known = signIn.Length <= 100 ? await people.FindByNameAsync(signIn) : null;
                    person = known is null ? throw new RuleBrokenException(KnownName) : new PersonId(known.Id);
                }

                await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Host,
                    visit =>
                    {
                        if (typed.Id("seat") is { } seat && visit.Circle.Find(new SeatId(seat)) is { Person: null })
                        {
                            visit.Circle.GiveWayIn(new SeatId(seat), person ?? throw new RuleBrokenException(KnownName), visit.Act);
                        }
                        else
                        {
                            visit.Circle.Add(
                                person, typed["name"], typed["what"], typed.One<SeatSide>("side") ?? SeatSide.Network,
                                typed.One<AgeGroup>("age") ?? AgeGroup.Adult, null, visit.Act);
                        }

                        if (typed.Id(Typed.DraftField) is { } draft)
                        {
                            visit.SpendDraft(draft);
                        }

                        return Task.FromResult(true);
                    },
                    cancellation);
                Saying.Say(http, "circles.person-added");
                return $"/tables/{circle}";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }
}
