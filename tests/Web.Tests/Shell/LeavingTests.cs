using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Shell;

public sealed class LeavingTests
{
    [Fact]
    public async Task Who_goes_back_after_she_left_and_sends_an_old_form_again_reads_none_of_her_words_R128_N50()
    {
        const string Asked = "Iemand die op woensdag oppast.";
        await using var running = await Running.StartAsync();
        using var device = running.Stranger();
        await device.GetAsync("/ask");
        var form = (IHtmlFormElement)device.Page.QuerySelector("form:has([name=helps-words])")!;
        var typed = Visitor.Fields(form).Where(field => field.Key != "helps-words").Append(KeyValuePair.Create("helps-words", Asked)).ToList();
        await device.PostAsync(form.GetAttribute("action")!, typed);
        Assert.Contains(Asked, device.Html, StringComparison.Ordinal);
        await device.PostAsync("/leave", []);
        await device.PostAsync(form.GetAttribute("action")!, typed);
        Assert.DoesNotContain(Asked, device.Html, StringComparison.Ordinal);
    }
}
