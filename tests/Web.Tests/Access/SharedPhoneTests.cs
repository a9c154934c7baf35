using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Access;

public sealed class SharedPhoneTests
{
    [Fact]
    public async Task Who_signs_in_on_a_phone_where_another_still_was_is_in_and_the_other_is_out()
    {
        await using var running = await Running.StartAsync();
        using var phone = await running.AsAsync("esra");
        using var copy = running.Stranger();
        copy.Cookies.Add(phone.Cookies.GetAllCookies());
        await phone.GetAsync("/demo");
        await phone.PressAsync("form[action$='/demo/bo']");
        Assert.Equal(HttpStatusCode.OK, phone.Status);
        Assert.StartsWith("/tables", phone.Path, StringComparison.Ordinal);
        await phone.GetAsync("/me");
        Assert.Contains("Bo", phone.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // The session that ended does not come back to life as somebody else's.
        await copy.GetAsync("/tables");
        Assert.Equal("/sign-in", copy.Path);
    }

    [Fact]
    public async Task Words_of_who_signed_out_in_another_window_stay_in_sight()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/lay?what=worry");
        var form = Visitor.Fields((IHtmlFormElement)esra.Page.QuerySelector("form.composer")!);
        var words = KeyValuePair.Create("words", "Ik ben bang.");

        // Signing out took the cookie out of the whole browser.
        using var signedOut = running.Stranger();
        await signedOut.PostAsync(esra.Table + "/lay", [.. form.Where(field => field.Key != "words"), words]);
        Assert.Equal(HttpStatusCode.BadRequest, signedOut.Status);
        Assert.Contains("Je woorden staan hier nog", signedOut.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ik ben bang.", signedOut.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_language_stays_until_it_is_changed_back_also_after_signing_out_D22()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(Other());
        Assert.Equal("en", Language());
        await bo.GetAsync(bo.Page.QuerySelector("nav a[href$='/views']")!.GetAttribute("href")!);
        Assert.Equal("en", Language());
        await bo.GetAsync("/me");
        await bo.PressAsync("form[action$='/sign-out']");
        Assert.Equal(("/sign-in", "en"), (bo.Path, Language()));
        await bo.GetAsync(Other());
        await bo.GetAsync("/sign-in");
        Assert.Equal("nl", Language());

        // Somebody else on this phone gets their own language, and can read the other.
        await bo.GetAsync("/en/demo");
        await bo.PressAsync("form[action$='/demo/en-esra']");
        await bo.GetAsync("/tables");
        Assert.Equal("en", Language());
        await bo.GetAsync(Other());
        Assert.Equal("nl", Language());
        await bo.GetAsync("/me");
        Assert.Equal("nl", Language());
        await bo.GetAsync("/demo");
        await bo.PressAsync("form[action$='/demo/bo']");
        Assert.Equal("nl", Language());

        string Language() => bo.Page.DocumentElement.GetAttribute("lang")!;

        string Other() => bo.Page.QuerySelector("footer a[hreflang]")!.GetAttribute("href")!;
    }

    [Fact]
    public async Task Who_chooses_another_language_stays_in()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var proof = await esra.ProofAsync();
        await esra.PostAsync("/me/language", [proof, KeyValuePair.Create("language", "en")]);
        Assert.Equal("/me", esra.Path);
        Assert.Equal("en", esra.Page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/een\r\nSet-Cookie: a=b")]
    [InlineData("/één")]
    [InlineData("/tables/een#twee")]
    public async Task A_draft_of_a_page_that_is_none_of_ours_is_not_kept_and_shuts_nobody_out(string page)
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var proof = await esra.ProofAsync();
        var id = DraftId.New().Value;
        await esra.PostAsync($"/drafts/{id}", [proof, KeyValuePair.Create("page", page), KeyValuePair.Create("words", "Dit typte ik.")]);
        Assert.Equal(HttpStatusCode.BadRequest, esra.Status);
        await esra.GetAsync($"/drafts/{id}");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
    }
}
