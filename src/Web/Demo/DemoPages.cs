using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Demo;

/// <summary>Choosing which invented person to be. Exists only in demo mode, which listens on this machine alone.</summary>
public static class DemoPages
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="English">In which language the people speak.</param>
    public sealed record Screen(Frame Frame, bool English);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/demo", IResult (HttpContext http) =>
            DemoView.Create(new Screen(Frame.Of(http, Text.T("demo.heading")), Text.IsEnglish))).AllowAnonymous();
        app.MapPost("/demo/{name}", BecomeAsync).AllowAnonymous();
    }

    /// <summary>The mug of an invented person.</summary>
    /// <param name="who">Who.</param>
    public static Domain.Circles.Mug MugOf(StoryPerson who) => new(
        Enum.Parse<Domain.Circles.MugPattern>(who.Mug.Pattern, ignoreCase: true), Enum.Parse<Domain.Circles.MugDrink>(who.Mug.Drink, ignoreCase: true),
        Enum.Parse<Domain.Circles.MugColour>(who.Mug.Colour, ignoreCase: true));

    private static async Task<IResult> BecomeAsync(HttpContext http, string name, UserManager<Person> people, Door door, CancellationToken cancellation)
    {
        var person = name.Length < 60 ? await people.FindByNameAsync(name) : null;
        if (person is not { IsFictional: true })
        {
            throw new RefusedException();
        }

        await http.BeginSessionAsync(person);
        var tables = await door.TablesOfAsync(new Caller(new Domain.Access.PersonId(person.Id), Guid.Empty), cancellation);
        return Results.Redirect(tables.Count == 1 ? Children.ChildrenArea.LandingOf(tables[0]) : "/tables");
    }
}
