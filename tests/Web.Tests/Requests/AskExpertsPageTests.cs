using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Requests;

/// <summary>A doctor without a table asks experts in the background, without names and without an account (R98, P21, J7, J9).</summary>
public sealed class AskExpertsPageTests
{
    private const string Form = "main form[action$='/advice']";
    private const string Send = "main form[action$='/advice/send']";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_doctor_asks_without_a_name_an_expert_says_how_they_see_it_and_hears_what_came_of_it_R98(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var doctor = running.Stranger();
        await doctor.GetAsync("/work");
        await doctor.GetAsync(doctor.Page.QuerySelector("main a[href$='/advice']")!.GetAttribute("href")!);
        await doctor.PressAsync(
            Form, ("words", "Wat vraag ik de moeder?"), ("fact-words", "Een kanarie-1 op de wang van Jayden."), ("suspicion-words", "Een kanarie-2."),
            ("family-words", "De moeder zegt: gevallen."), ("work", "huisarts"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, doctor.Status);
        Assert.Contains("Jayden", doctor.Page.QuerySelector("#fact-words-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Een kanarie-2.", doctor.Page.QuerySelector("#suspicion-words")!.TextContent);
        Assert.NotNull(doctor.Page.QuerySelector("main details[open]"));
        await doctor.PressAsync(Form, ("fact-words", "Een kanarie-1 op de wang."));
        var main = doctor.Page.QuerySelector("main")!.TextContent;
        foreach (var words in new[] { "kanarie-1", "kanarie-2", "gevallen", "huisarts", "Hiermee meld je niets.", "Het wordt nooit een feit.", "Niemand anders kan het hier lezen.", $"{HelpRequest.StaysToLookBack / 7} weken na het antwoord" })
        {
            Assert.Contains(words, main, StringComparison.Ordinal);
        }

        // Nothing is kept yet, going back loses nothing, and whom to ask is asked in words.
        using var hetty = await running.AsAsync("hetty");
        await hetty.GetAsync("/requests");
        Assert.DoesNotContain("kanarie-1", hetty.Html, StringComparison.Ordinal);
        await doctor.PressAsync(Send, ("word", "fiets"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, doctor.Status);
        Assert.NotNull(doctor.Page.QuerySelector("#team-error"));
        var read = doctor.Page.QuerySelector(Send)!;
        Assert.Equal("fiets", read.QuerySelector("#word")!.GetAttribute("value"));
        Assert.Equal("change", read.QuerySelector("button[formaction$='/advice']")!.GetAttribute("name"));
        await doctor.PressAsync(Send, ("team", ExpertsOf(doctor)));
        Assert.Equal((HttpStatusCode.OK, "/advice/send"), (doctor.Status, doctor.Path));
        Assert.DoesNotContain("kanarie", doctor.Html, StringComparison.Ordinal);
        var code = doctor.Page.QuerySelector(".way-in-code")!.TextContent;
        Assert.Contains("Vertel dan wat ervan kwam.", doctor.Html, StringComparison.Ordinal);

        // The expert sees each sentence with its kind, what the family says, and no verdict to fill in.
        await hetty.GetAsync("/requests");
        await hetty.GetAsync(hetty.Page.QuerySelectorAll(".ask-lines a").Single(one => one.TextContent.Contains("Wat vraag ik de moeder?", StringComparison.Ordinal)).GetAttribute("href")!);
        var one = hetty.Path;
        var told = hetty.Page.QuerySelector(".ask-one")!.TextContent;
        foreach (var words in new[] { "feit", "vermoeden", "kanarie-1", "kanarie-2", "Wat het gezin zegt", "huisarts" })
        {
            Assert.Contains(words, told, StringComparison.Ordinal);
        }

        Assert.Empty(hetty.Page.QuerySelectorAll("main select, main input[type=number], main input[type=range]"));
        Assert.DoesNotContain("/offer", hetty.Html, StringComparison.Ordinal);
        await hetty.PressAsync($"main form[action='{one}/advise']", ("sees-words", "kanarie-3 vallen kan"), ("doubts-words", "kanarie-4"), ("name", "Hetty"), ("reach-words", "06"));
        Assert.NotNull(hetty.Page.QuerySelector("#basis-words-error"));
        Assert.Equal("kanarie-4", hetty.Page.QuerySelector("#doubts-words")!.TextContent);
        await hetty.PressAsync($"main form[action='{one}/advise']", ("basis-words", "kanarie-5"), ("family-words", "kanarie-6?"));
        Assert.Equal(one, hetty.Path);
        Assert.Contains("mening", hetty.Page.QuerySelector(".ask-answer")!.TextContent, StringComparison.Ordinal);
        await hetty.PressAsync($"main form[action='{one}']", ("words", "Hoe oud is het kind?"), ("back-as", "Hetty"), ("back-reach-words", "06"));
        Assert.Equal(2, hetty.Page.QuerySelectorAll(".ask-answer").Length);

        await Asking.BackAsync(doctor, code, "fiets");
        main = doctor.Page.QuerySelector("main")!.TextContent;
        foreach (var words in new[] { "kanarie-3", "kanarie-4", "kanarie-5", "kanarie-6", "Hoe oud is het kind?", "mening, zegt Hetty", "Hetty heeft het gezin niet gezien", "Hetty blijft op afstand." })
        {
            Assert.Contains(words, main, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("kanarie-1", doctor.Html, StringComparison.Ordinal);
        Assert.Null(doctor.Page.QuerySelector("form[action$='/ask/back/began']"));
        await doctor.PressAsync("main form[action$='/ask/back/told']", ("tell-words", "kanarie-7 met Jayden gaat het goed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, doctor.Status);
        Assert.Equal("kanarie-7 met Jayden gaat het goed", doctor.Page.QuerySelector("#tell-words")!.TextContent);
        await doctor.PressAsync("main form[action$='/ask/back/told']", ("tell-words", "kanarie-7 het gaat goed"));
        Assert.Null(doctor.Page.QuerySelector("#tell-words"));
        await hetty.GetAsync("/requests");
        Assert.Contains("Er is verteld wat ervan kwam", hetty.Html, StringComparison.Ordinal);
        await hetty.GetAsync(one);
        Assert.Contains("kanarie-7 het gaat goed", hetty.Html, StringComparison.Ordinal);
        Assert.Contains("Wat ervan kwam, vertelt wie vroeg", hetty.Html, StringComparison.Ordinal);

        // A local team reads nothing of it, and answers nothing.
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync("/requests");
        Assert.DoesNotContain("Wat vraag ik de moeder?", samira.Html, StringComparison.Ordinal);
        await samira.GetAsync(one);
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
        await samira.GetAsync("/requests");
        await samira.GetAsync(samira.Page.QuerySelector(".ask-lines a")!.GetAttribute("href")!);
        await samira.PostAsync(one + "/advise", [KeyValuePair.Create("proof", Asking.ProofOf(samira)), KeyValuePair.Create("sees-words", "x")]);
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
    }

    [Fact]
    public async Task A_teacher_says_that_a_word_is_no_name_and_experts_are_no_place_to_ask_for_help_R98_R5_partly()
    {
        await using var running = await Running.StartAsync(Database.Sqlite);
        using var teacher = running.Stranger();
        await teacher.GetAsync("/advice");
        await teacher.PressAsync(Form, ("words", "Wat zeg ik vóór Kerst?"), ("fact-words", "Het kind is moe."), ("family-words", "Nog niet gesproken."), ("work", "leerkracht"));
        var stands = teacher.Page.QuerySelector("button[name=stands]")!;
        Assert.Equal("Kerst", stands.GetAttribute("value"));
        await teacher.PressAsync(Form, "Kerst");
        Assert.NotNull(teacher.Page.QuerySelector(Send));
        Assert.Contains("vóór Kerst", teacher.Page.QuerySelector("article.sheet")!.TextContent, StringComparison.Ordinal);

        // Read over and changed: all of it stands there, and the word stays let.
        await teacher.PostAsync("/advice", [.. Visitor.Fields((IHtmlFormElement)teacher.Page.QuerySelector(Send)!), KeyValuePair.Create("change", "yes")]);
        Assert.Equal("Het kind is moe.", teacher.Page.QuerySelector("#fact-words")!.TextContent);
        await teacher.PressAsync(Form);
        Assert.NotNull(teacher.Page.QuerySelector(Send));

        // They come to nobody: no place of theirs is in the list of places, and nobody asks them for help.
        await teacher.GetAsync("/near");
        Assert.DoesNotContain("Rivierland", teacher.Html, StringComparison.Ordinal);
        await teacher.GetAsync("/ask");
        await teacher.PressAsync(Asking.Form, "You", ("helps-words", "Iemand in de ochtend."));
        Assert.DoesNotContain("Rivierland", teacher.Html, StringComparison.Ordinal);
    }

    private static string ExpertsOf(Visitor visitor) => visitor.Page.QuerySelectorAll("#team .tile")
        .First(tile => tile.TextContent.Contains("Rivierland", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
}
