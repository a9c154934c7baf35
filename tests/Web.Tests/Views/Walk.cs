using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Views;

/// <summary>Steps that several tests of views take.</summary>
internal static class Walk
{
    /// <summary>An invented person as the door knows them.</summary>
    public static async Task<Caller> CallerAsync(this Running running, string name)
    {
        using var scope = running.Services.CreateScope();
        var person = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(name);
        return new Caller(new PersonId(person!.Id), Guid.Empty);
    }

    /// <summary>Lays a view through the page, about the child that stands first.</summary>
    public static async Task LayViewAsync(this Visitor visitor, params (string Name, string? Value)[] typed)
    {
        await visitor.GetAsync(visitor.Table + "/views");
        await visitor.GetAsync(visitor.Page.QuerySelector("a[href*='/views/new?child=']")!.GetAttribute("href")!);
        await visitor.PressAsync("form.composer", typed);
    }

    /// <summary>The cards with the newest views, as they stand.</summary>
    public static IReadOnlyList<AngleSharp.Dom.IElement> Cards(this Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".views article.view")];
}
