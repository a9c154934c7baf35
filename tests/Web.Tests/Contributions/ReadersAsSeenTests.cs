using System.Net;
using Keukentafel.Web.Access;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Contributions;

/// <summary>To whom somebody speaks stands on the form, and does not change under one's hands (T22).</summary>
public sealed class ReadersAsSeenTests
{
    [Fact]
    public async Task What_somebody_said_to_few_readers_goes_to_no_more_T22()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        var wish = await amir.LayAsync("wish", "Ik wil dat mama vrijdag thuis is.", ("readers", "These"), ("named", await amir.SeatAsync("Esra")));
        await esra.GetAsync(wish + "/promise");
        await esra.PressAsync("main form[action$='/promise']");

        // What she promised him alone stays between the two, whoever he would let read it.
        await amir.GetAsync(wish + "/readers");
        await amir.PressAsync("form[action$='/readers']", ("readers", "Everyone"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, amir.Status);
        Assert.Contains("Leg het dan opnieuw neer.", amir.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void When_a_form_was_opened_is_nothing_that_somebody_typed_and_makes_no_other_form_of_it()
    {
        var draft = Keukentafel.Domain.Access.DraftId.New().Value.ToString();
        Typed Of(string opened, string words) => new(new Dictionary<string, string[]> { ["draft"] = [draft], ["opened"] = [opened], ["words"] = [words] });
        Assert.True(Of("1", " ").IsEmpty);
        Assert.Equal(Of("1", "Ja.").SpentAt("/x")!.Form, Of("2", "Ja.").SpentAt("/x")!.Form);
        Assert.NotEqual(Of("1", "Ja.").SpentAt("/x")!.Form, Of("1", "Nee.").SpentAt("/x")!.Form);
        Assert.DoesNotContain("opened", DraftPages.FieldsOf(Of("1", "Ja.")).Keys);
    }

    [Fact]
    public async Task A_form_that_was_opened_before_more_people_could_read_it_says_so_T22()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        var wish = await amir.LayAsync("wish", "Ik wil dat mama vrijdag thuis is.", ("readers", "These"), ("named", await amir.SeatAsync("Esra")));
        await esra.GetAsync(wish + "/promise");
        await amir.GetAsync(wish + "/readers");
        await amir.PressAsync("form[action$='/readers']", ("readers", "Everyone"));
        await esra.PressAsync("main form[action$='/promise']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Contains("Meer mensen kunnen dit lezen dan toen je begon.", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("main form[action$='/promise']");
        Assert.Equal(HttpStatusCode.OK, esra.Status);
    }
}
