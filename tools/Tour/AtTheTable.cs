namespace Keukentafel.Tour;

/// <summary>The first part: what people lay on the table, answer and agree.</summary>
internal static class AtTheTable
{
    /// <summary>The pictures, in order.</summary>
    public static IReadOnlyList<Scene> Scenes { get; } =
    [
        new(0, null, "/", "Dit is Keukentafel. Een gezin nodigt zelf mensen uit aan tafel.", "This is Keukentafel. A family invites people to its own table."),
        new(0, "nadia", "", "Nadia begon een tafel voor haar dochter Yara. Opa en de juf zitten erbij.", "Nadia started a table for her daughter Yara. Grandad and the teacher sit with them."),
        new(0, "nadia", "/people/new", "Nadia kiest wie er komt zitten, met één vraag tegelijk.", "Nadia chooses who sits down, one question at a time."),
        new(0, "nadia", "/list", "Dezelfde tafel als lijst, voor wie dat liever leest.", "The same table as a list, for those who prefer to read."),
        new(0, "wim", "/lay?what=good-thing", "Eerst de woorden. Opa schrijft wat er goed gaat.", "Words first. Grandad writes what goes well.")
        {
            Typed = ("Yara leest mij elke zondag voor. Ze doet alle stemmen.", "Yara reads to me every Sunday. She does all the voices."),
        },
        new(1, "nadia", "", "Wat goed gaat, staat boven de zorgen.", "What goes well stands above the worries.") { Shows = "section:has(#good)" },
        new(2, "wim", "#worry", "Een zorg is van één mens, in eigen woorden.", "A worry belongs to one person, in their own words."),
        new(3, "nadia", "", "Yara heeft een wens. Die blijft in zicht tot er antwoord is.", "Yara has a wish. It stays in sight until there is an answer.") { Shows = "section:has(#wishes)" },
        new(3, "linde", "/lay?what=statement", "Wie iets vertelt, krijgt één vraag: hoe weet je dat?", "Whoever tells something gets one question: how do you know?")
        {
            Typed = ("Yara kwam deze week drie keer na de bel binnen.", "Yara came in after the bell three times this week."),
            Pressed = true,
        },
        new(4, "nadia", "#late", "Er staat bij: feit, zegt Linde. Nadia kan hier antwoord geven.", "It says: fact, says Linde. Nadia can answer here."),
        new(5, "yara", "#late", "Het antwoord staat ernaast, even groot.", "The answer stands beside it, at the same size."),
        new(7, "linde", "#think", "Dit is een vermoeden. Yara zegt zelf hoe het zit.", "This is a suspicion. Yara says herself how it is."),
        new(7, "wim", "#wish/promise", "Opa geeft antwoord op de wens. Hij vertelt het eerst aan Yara zelf.", "Grandad answers the wish. He tells Yara herself first."),
        new(9, "yara", "#wish", "Yara leest het antwoord. Zij zegt of ze het gehoord heeft.", "Yara reads the answer. She says whether it came across."),
        new(11, "wim", "/views", "Zo zien Nadia en Linde het. Elke blik is even groot.", "How Nadia and Linde see it. Each view has the same size."),
        new(12, "nadia", "#difference", "Twee zinnen naast elkaar. Niemand hoeft gelijk te krijgen.", "Two sentences side by side. Nobody has to be right."),
        new(13, "linde", "#worry", "Alleen Nadia zegt hoe het nu staat met haar zorg.", "Only Nadia says how her worry stands now."),
        new(13, "nadia", "", "Nu zei iedereen iets. Elk heeft een eigen mok.", "Now everybody said something. Each has a mug of their own."),
        new(13, "nadia", "/read-by", "Nadia ziet welke gasten haar woorden lazen.", "Nadia sees which guests read her words."),
        new(13, "nadia", "/find", "Zoeken in wat je mag lezen.", "Finding in what you may read.") { Typed = ("bus", "bus"), Field = "q", Pressed = true },
        new(13, "yara", "/print", "Alles wat Yara mag lezen, op papier.", "Everything Yara may read, on paper."),
        new(15, "yara", "#talk", "Nadia plant een gesprek. Yara wil beginnen.", "Nadia plans a talk. Yara wants to begin."),
        new(15, "nadia", "#talk/placemat", "Praten kan ook op papier. Elk vak heeft een code.", "You can talk on paper too. Each place has a code."),
        new(22, "nadia", "#talk", "Dit kwam uit het gesprek. Wie het ermee eens is, zet een mok neer.", "This came out of the talk. Whoever agrees sets down a mug."),
        new(22, "wim", "/plan", "Wat mensen gaan doen, staat in één plan.", "What people are going to do stands in one plan."),
        new(22, null, "/what-happens", "Wat gebeurt er met wat ik vertel? Dat staat op één bladzijde.", "What happens with what I tell? It is all on one page."),
        new(22, null, "/away", "Met Snel weg ben je meteen op een gewone bladzijde. Je bent dan ook uitgelogd.", "Leave fast brings you to a plain page at once. It signs you out too."),
    ];
}
