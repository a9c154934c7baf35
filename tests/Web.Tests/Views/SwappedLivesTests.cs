using AngleSharp.Dom;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Views;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Views;

/// <summary>Two families with swapped lives render alike (R43): what people say never changes how it is shown.</summary>
public sealed class SwappedLivesTests
{
    private const string Afraid = "Ik ben elke nacht bang. Er is weer geslagen en er is geen geld.";
    private const string AtEase = "Alles gaat heerlijk bij ons. Iedereen slaapt en lacht veel samen.";

    [Fact]
    public async Task Two_families_with_swapped_lives_render_alike_R43()
    {
        await using var running = await Running.StartAsync();
        var one = await FamilyAsync(running, Afraid, AtEase);
        var other = await FamilyAsync(running, AtEase, Afraid);
        using var esra = await running.AsAsync("esra");
        foreach (var page in new[] { "/views", "/print", "/find?q=en" })
        {
            await esra.OpenAsync(one, page);
            Assert.Contains(Afraid, esra.Html, StringComparison.Ordinal);
            var first = Shape(esra.Page.DocumentElement);
            await esra.OpenAsync(other, page);
            Assert.Contains(Afraid, esra.Html, StringComparison.Ordinal);
            Assert.Equal(first, Shape(esra.Page.DocumentElement));
        }
    }

    [Fact]
    public async Task The_comparison_sees_a_class_that_depends_on_words()
    {
        await using var running = await Running.StartAsync();
        var one = await FamilyAsync(running, Afraid, AtEase);
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(one + "/views");
        var before = Shape(esra.Page.DocumentElement);
        esra.Cards().First(card => card.TextContent.Contains("bang", StringComparison.Ordinal)).ClassList.Add("urgent");
        Assert.NotEqual(before, Shape(esra.Page.DocumentElement));
    }

    private static async Task<string> FamilyAsync(Running running, string motherSays, string guestSays)
    {
        var door = running.Services.GetRequiredService<Door>();
        var (esra, bo) = (await running.CallerAsync("esra"), await running.CallerAsync("bo"));
        var circle = await door.StartAsync(esra, (person, at) => Circle.Start(
            person, "Sam", "mama", AgeGroup.Adult, null, [new ChildAtStart("Kim", AgeGroup.Child)], false, at));
        await ChangeAsync(esra, Permission.Host, visit =>
        {
            visit.Circle.AddFromBefore(bo.Person, "Ton", "juf", null, visit.Act);
            return Task.CompletedTask;
        });
        View? mother = null;
        View? guest = null;
        await ChangeAsync(esra, Permission.Speak, visit =>
        {
            visit.Lay(mother = Lay(visit, motherSays));
            return Task.CompletedTask;
        });
        await ChangeAsync(bo, Permission.Speak, visit =>
        {
            visit.Lay(guest = Lay(visit, guestSays));
            return Task.CompletedTask;
        });
        await ChangeAsync(esra, Permission.Speak, async visit =>
        {
            var left = await visit.FindAsync<View>(mother!.Id, CancellationToken.None);
            var right = await visit.FindAsync<View>(guest!.Id, CancellationToken.None);
            visit.Lay(Difference.PointOut(
                visit.Circle, left, Difference.SentencesOf(left)[0], right, Difference.SentencesOf(right)[0], null, visit.Act));
        });
        return "/tables/" + circle.Value;

        Task<bool> ChangeAsync(Caller who, Permission permission, Func<Visit, Task> work) => door.ChangeAsync(
            who,
            circle,
            permission,
            async visit =>
            {
                await work(visit);
                return true;
            },
            CancellationToken.None);

        static View Lay(Visit visit, string words) => View.Lay(
            visit.Circle, visit.Circle.Children.Single().Id, words, false, words, false, words, words, Audience.Everyone, visit.Act);
    }

    // Every element with the names of its attributes and its classes; no words, no ids.
    private static string Shape(IElement element) =>
        $"<{element.LocalName} {string.Join(' ', element.Attributes.Select(a => a.Name).Order())} {element.ClassName}>"
        + string.Concat(element.Children.Select(Shape));
}
