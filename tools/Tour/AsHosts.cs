using Microsoft.Playwright;

namespace Keukentafel.Tour;

/// <summary>The second part: who comes and goes, what is whose, and what stays private. A family decides about its own table.</summary>
internal static class AsHosts
{
    private const int AllActs = 5;

    /// <summary>The pictures, in order.</summary>
    public static IReadOnlyList<Scene> Scenes { get; } =
    [
        Of(
            "Roos maakt een kaart voor tante Selma. Alleen met deze code komt Selma binnen.",
            "Roos makes a card for aunt Selma. Only with this code can Selma come in.",
            MakeCardAsync, ".way-in-code"),
        Of(
            "Selma leest wie haar vraagt, en waarvoor. Zij mag ook nee zeggen.",
            "Selma reads who asks her, and what for. She may also say no.",
            stage => stage.AskAsync("/welcome/" + stage.Left["code"])),
        Of(
            "Juna is acht. Zij heeft een eigen bladzijde.",
            "Juna is eight. She has a page of her own.",
            stage => stage.OpenAsync("juna", "/mine")),
        Of(
            "Zij zegt het met plaatjes, een tekening of haar stem. Typen hoeft niet.",
            "She says it with pictures, a drawing or her voice. She does not need to type.",
            PickPicturesAsync),
        Of(
            "Met plaatjes doet Juna haar eigen bladzijde op slot.",
            "With pictures Juna locks her own page.",
            PressLockAsync),
        Of(
            "Bram is vijftien. Hier ziet hij wat er met zijn wensen is gebeurd.",
            "Bram is fifteen. Here he sees what became of his wishes.",
            stage => stage.OpenAsync("bram", "/my-place"), "section[aria-labelledby=my-wishes]"),
        Of(
            "Bram koos zelf wie hem steunt. Hij kiest ook wie dat mag weten.",
            "Bram chose himself who supports him. He also chooses who may know that.",
            ChooseSupporterAsync, "section[aria-labelledby=my-supporter]"),
        Of(
            "Wie is wie. Koen schreef zelf op wat hij doet, en wat hij niet mag.",
            "Who is who. Koen wrote down himself what he does, and what he may not do.",
            SayWhoAsync, ".who-card:has-text('Koen')"),
        Of(
            "Mag Joke erbij komen? Juna zegt zelf wat zij vindt. Joke komt pas als het hele gezin ja zei.",
            "May Joke join? Juna says herself what she thinks. Joke comes only after the whole family said yes.",
            ProposeAsync, "#answer"),
        Of(
            "Is Koen er een tijdje niet? Dan komt iemand in zijn plaats, als het hele gezin ja zegt.",
            "Is Koen away for a while? Then somebody comes in his place, if the whole family says yes.",
            StandInAsync),
        Of(
            "Koen wil iets vragen aan iemand buiten de tafel, zonder namen. Roos leest het eerst.",
            "Koen wants to ask somebody outside the table something, without names. Roos reads it first.",
            AskInTheBackgroundAsync, "form[action$='/say']"),
        Of(
            "Wat mag Koen vragen, en wat mag Roos weigeren? Dat staat er altijd bij.",
            "What may Koen ask, and what may Roos refuse? It is always there.",
            SeeFrameAsync, ".frame-means"),
        Of(
            "Rechten en hulp, voor iedereen te lezen. Niemand ziet dat je keek.",
            "Rights and help, for everybody to read. Nobody sees that you looked.",
            stage => stage.AskAsync("/rights/young")),
        Of(
            "Soms leest iemand iets nog niet. Dan beslissen twee mensen, met een reden en een laatste dag.",
            "Sometimes somebody does not read something yet. Two people decide that, with a reason and a last day.",
            WithholdAsync, "main form.composer .utrecht-form-field"),
        Of(
            "Thea typt een adres. Eerst komt de vraag of dat er wel mag staan.",
            "Thea types an address. First it is asked whether it may stand there.",
            TypeAddressAsync),
        Of(
            "Thea houdt het overzicht. Dat begon pas toen iedereen ja zei.",
            "Thea keeps track of things. That began only when everybody had said yes.",
            KeepOverviewAsync),
        Of(
            "Is Koen nog nodig? Het gezin zegt het, en bedankt hem als hij kan gaan.",
            "Is Koen still needed? The family says so, and thanks him when he can go.",
            LookAgainAsync),
        Of(
            "Iedereen mag pauze nemen, of stoppen. Een reden hoeft niet.",
            "Everybody may take a rest, or stop. No reason is needed.",
            stage => stage.OpenAsync("bram", "/rest")),
        Of(
            "Is het goed genoeg? Ieder zegt het zelf. Het gezin beslist of de tafel stopt.",
            "Is it good enough? Each says so themselves. The family decides whether the table ends.",
            AskToEndAsync),
        Of(
            "Ons boekje: eigen woorden en tekeningen, om te bewaren.",
            "Our booklet: own words and drawings, to keep.",
            stage => stage.OpenAsync("bram", "/booklet")),
        Of(
            "Bram neemt zijn eigen verhaal mee, zonder het te vragen.",
            "Bram takes his own story along, without asking.",
            stage => stage.OpenAsync("bram", "/story")),
        Of(
            "Klopt een woord niet? Zeg het. Ouders en jongeren beslissen erover.",
            "Is a word not right? Say so. Parents and young people decide about it.",
            SayWordAsync),
        Of(
            "Een seintje per mail zegt alleen dat er iets is. Het staat uit tot je het zelf aanzet.",
            "A mail says only that something is there. It is off until you turn it on.",
            AskNudgeAsync),
    ];

    private static Scene Of(string nl, string en, Func<Stage, Task<IPage>> plays, string? shows = null) => new(AllActs, null, "", nl, en) { Plays = plays, Shows = shows };

    private static async Task<IPage> MakeCardAsync(Stage stage)
    {
        var page = await stage.OpenAsync("roos", "/people/new");
        await page.WriteAsync("name", "Selma");
        await page.ChooseAsync("age", "Adult");
        await page.PressAsync(Pressing.Primary);
        await page.WriteAsync("what", stage.Say("tante", "aunt"));
        await page.ChooseAsync("side", "Network");
        await page.PressAsync(Pressing.Primary);
        await page.PressAsync(Pressing.Primary);
        await page.PressAsync("main a[href$='/invite']");
        await page.WriteAsync("words", stage.Say("Om op zondag mee te eten.", "To eat with us on Sundays."));
        await page.PressAsync(Pressing.Primary);
        stage.Left["code"] = await page.Locator(".way-in-code").InnerTextAsync();
        return page;
    }

    private static async Task<IPage> PickPicturesAsync(Stage stage)
    {
        var page = await stage.OpenAsync("juna", "/mine/say?what=Want");
        foreach (var picture in new[] { "Together", "Outside", "Play" })
        {
            await page.Locator($"label:has(input[value='{picture}'])").ClickAsync();
        }

        await page.EvaluateAsync("() => scrollTo(0, 0)");
        return page;
    }

    private static async Task<IPage> PressLockAsync(Stage stage)
    {
        var page = await stage.OpenAsync("juna", "/mine/lock");
        foreach (var picture in new[] { "Home", "Pet", "Hug" })
        {
            await page.PressAsync($"button[value={picture}]");
        }

        return page;
    }

    private static async Task<IPage> SayWhoAsync(Stage stage)
    {
        var koen = await stage.OpenAsync("koen", "/who/me");
        await koen.WriteAsync("reach-words", stage.Say("Bel 06 1234 5678. Ook op zaterdag.", "Call 06 1234 5678. On Saturdays too."));
        await koen.WriteAsync("may-words", stage.Say("Meedenken, en meegaan naar school.", "Think along, and come along to school."));
        await koen.WriteAsync("may-not-words", stage.Say("Zonder jullie ja met school bellen.", "Call the school without your yes."));
        await koen.PressAsync(Pressing.Primary);
        return await stage.OpenAsync("thea", "/who");
    }

    private static async Task<IPage> ProposeAsync(Stage stage)
    {
        var koen = await stage.OpenAsync("koen", "/joining/new");
        await koen.WriteAsync("name", "Joke");
        await koen.WriteAsync("what", stage.Say("helpt met brieven", "helps with letters"));
        await koen.WriteAsync("goal-words", stage.Say("Dat er geen brieven blijven liggen.", "That no letters are left lying."));
        await koen.WriteAsync("adds-words", stage.Say("Joke kent de weg, en ik niet.", "Joke knows the way, and I do not."));
        await koen.WriteAsync("day", stage.Day(60));
        await koen.PressAsync(Pressing.Primary);
        return await stage.OpenAsync("juna", new Uri(koen.Url).AbsolutePath[stage.Table.Length..]);
    }

    private static async Task<IPage> ChooseSupporterAsync(Stage stage)
    {
        var page = await stage.OpenAsync("bram", "/my-place/supporter");
        await page.ChooseAsync("who", stage.Playing.PlaceOf("thea").Split('/')[^1]);
        await page.ChooseAsync("known", "Supporter");
        await page.PressAsync(Pressing.Primary);
        return page;
    }

    private static async Task<IPage> StandInAsync(Stage stage)
    {
        var koen = await stage.OpenAsync("koen", stage.Playing.PlaceOf("koen")[stage.Table.Length..] + "/stand-in");
        await koen.WriteAsync("name", "Mees");
        await koen.WriteAsync("what", stage.Say("komt op maandag voor Koen", "comes on Mondays for Koen"));
        await koen.PressAsync(Pressing.Primary);
        await koen.WriteAsync("goal-words", stage.Say("Thuis komen op maandag, zoals altijd.", "Coming round on Mondays, as always."));
        await koen.WriteAsync("until", stage.Day(21));
        return koen;
    }

    private static async Task<IPage> AskInTheBackgroundAsync(Stage stage)
    {
        var koen = await stage.OpenAsync("koen", "/consults/new");
        await koen.WriteAsync("words", stage.Say("Hoe help ik een moeder die moe is?", "How do I help a mother who is tired?"));
        await koen.WriteAsync("fact-words", stage.Say("Een jongen van vijftien brengt zijn zusje naar school.", "A boy of fifteen takes his sister to school."));
        await koen.WriteAsync("family-words", stage.Say("Zijn moeder zegt: zonder hem red ik het niet.", "His mother says: I cannot manage without him."));
        await koen.ChooseAsync("about", stage.Playing.PlaceOf("roos").Split('/')[^1]);
        await koen.PressAsync(Pressing.Primary);
        return await stage.OpenAsync("roos", new Uri(koen.Url).AbsolutePath[stage.Table.Length..]);
    }

    private static async Task<IPage> LookAgainAsync(Stage stage) =>
        await stage.OpenAsync("roos", stage.Playing.PlaceOf("koen")[stage.Table.Length..] + "/needed");

    private static async Task<IPage> SeeFrameAsync(Stage stage)
    {
        var page = await stage.OpenAsync("roos", "/frames");
        await page.Locator("section.frame-of details.choice > summary").First.ClickAsync();
        return page;
    }

    private static async Task<IPage> WithholdAsync(Stage stage)
    {
        var page = await stage.OpenAsync("koen", "/lay?what=statement");
        await page.WriteAsync("words", stage.Say("Thea stond twee keer ’s nachts op straat.", "Thea was out in the street twice at night."));
        await page.PressAsync(Pressing.Primary);
        await page.ChooseAsync("know", "WasThere");
        await page.ChooseAsync("about", Id("thea"));
        await page.PressAsync("main button[value=Withhold]");
        await page.ChooseAsync("second", Id("roos"));
        await page.WriteAsync("why", stage.Say("De huisarts praat eerst met haar.", "The doctor talks with her first."));
        await page.WriteAsync("until", stage.Day(7));
        return page;

        string Id(string key) => stage.Playing.PlaceOf(key).Split('/')[^1];
    }

    private static async Task<IPage> TypeAddressAsync(Stage stage)
    {
        var page = await stage.OpenAsync("thea", "/lay?what=good-thing");
        await page.WriteAsync("words", stage.Say("Op zondag eten we bij Selma, Kerkstraat 12.", "On Sundays we eat at Selma’s, Kerkstraat 12."));
        await page.PressAsync(Pressing.Primary);
        return page;
    }

    private static async Task<IPage> KeepOverviewAsync(Stage stage)
    {
        var roos = await stage.OpenAsync("roos", "/coordinator/ask");
        foreach (var ground in new[] { "SameAim", "FitsTogether", "SamePeople" })
        {
            await roos.ChooseAsync(ground, "Yes");
        }

        await roos.ChooseAsync("who", stage.Playing.PlaceOf("thea").Split('/')[^1]);
        await roos.PressAsync(Pressing.Primary);
        foreach (var key in new[] { "thea", "bram" })
        {
            var page = await stage.OpenAsync(key, "/coordinator");
            await page.ChooseAsync("answer", "Yes");
            await page.PressAsync("main form.composer button.nl-button--primary");
        }

        var juna = await stage.OpenAsync("juna", "/mine/coordinator");
        await juna.PressAsync("button[name=answer][value=Yes]");
        var koen = await stage.OpenAsync("koen", "/coordinator");
        await koen.ChooseAsync("answer", "Yes");
        await koen.WriteAsync("direction-words", stage.Say("Wat Thea afspreekt over de week.", "What Thea agrees about the week."));
        await koen.WriteAsync("hands-over-words", stage.Say("Ik bel school niet meer zelf.", "I no longer call the school myself."));
        await koen.PressAsync("main form.composer button.nl-button--primary");
        return await stage.OpenAsync("roos", "/coordinator");
    }

    private static async Task<IPage> AskToEndAsync(Stage stage)
    {
        foreach (var (key, enough, nl, en) in new[]
        {
            ("roos", "Yes", "Er is elke week iemand, ook als ik moe ben.", "Somebody is there every week, also when I am tired."),
            ("bram", "NotKnown", "Eerst wil ik weten hoe het op vrijdag gaat.", "First I want to know how Fridays go."),
        })
        {
            var page = await stage.OpenAsync(key, "/end");
            await page.ChooseAsync("enough", enough);
            if (key == "bram")
            {
                await page.ChooseAsync("stops", "no");
            }

            await page.WriteAsync("words", stage.Say(nl, en));
            await page.PressAsync("main form.end-form button.nl-button--primary");
        }

        return await stage.OpenAsync("juna", "/end");
    }

    private static async Task<IPage> SayWordAsync(Stage stage)
    {
        var page = await stage.OpenAsync("bram");
        await page.PressAsync("footer a[href*='/words']");
        return page;
    }

    private static async Task<IPage> AskNudgeAsync(Stage stage)
    {
        var page = await stage.OpenAsync("thea");
        await Stage.GoAsync(page, "/me/nudge");
        return page;
    }
}
