using Keukentafel.Data.Nearby;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Nearby;
using Keukentafel.Domain.Requests;

namespace Keukentafel.Web.Demo;

/// <summary>What an invented editor wrote about an invented place; by the same rules that people meet.</summary>
/// <param name="editors">The editors.</param>
/// <param name="texts">The texts.</param>
/// <param name="clock">Where the story is.</param>
public sealed class NearbyStory(Editors editors, LocalTexts texts, StoryClock clock)
{
    private sealed record Told(LocalKind Kind, Said Title, Said Body, string? Number, Said? Hours, bool Rehearses);

    private static readonly Told[] Written =
    [
        new(
            LocalKind.Place, new("Zo kom je bij ons", "How to reach us"),
            new("Je loopt zo naar binnen. Koffie staat klaar.\n\nBuurthuis De Sluis, Kade 4", "You just walk in. There is coffee.\n\nNeighbourhood house The Lock, Quay 4"),
            "010 555 0100", new("maandag tot donderdag, van 9 tot 5", "Monday to Thursday, from 9 to 5"), false),
        new(
            LocalKind.Contact, new("Joke, van het team", "Joke, of the team"),
            new("Werk je op school of in de opvang? Bel mij en oefen het gesprek. Ik zeg eerlijk hoe het overkomt.", "Do you work in a school or a nursery? Call me and practise the talk. I say honestly how it comes across."),
            "010 555 0102", new("elke dag tussen half vier en vijf", "every day from 3.30 to 5"), true),
        new(
            LocalKind.Contact, new("Karim, helpt met brieven", "Karim, helps with letters"),
            new("Brieven die je niet begrijpt, of een formulier. Ik kom ook bij je thuis.", "Letters you do not understand, or a form. I also come to your home."),
            "010 555 0103", null, false),
        new(
            LocalKind.Rights, new("Iemand die naast je staat", "Somebody who stands beside you"),
            new("In deze buurt gaat een vrijwilliger met je mee naar een gesprek. Dat kost niets.", "In this area a volunteer comes along with you to a talk. It costs nothing."),
            "010 555 0104", new("op werkdagen van 10 tot 2", "on weekdays from 10 to 2"), false),
    ];

    /// <summary>Plays it.</summary>
    /// <param name="person">Who is the editor.</param>
    /// <param name="name">By what name they go.</param>
    /// <param name="team">Of which place; null where another wrote it, with both languages in it.</param>
    /// <param name="today">The day the story leads up to.</param>
    public async Task PlayAsync(PersonId person, string name, LocalTeam? team, DateOnly today)
    {
        var editor = Editor.Of(person, AgeGroup.Adult);
        await editors.AddAsync(editor);
        if (team is null)
        {
            return;
        }

        var day = today.AddDays(-20);
        clock.Now = Netherlands.StartOf(day).AddHours(9);
        foreach (var told in Written)
        {
            var id = await texts.BeginAsync(editor, told.Kind, team.Id, new LocalDraft(told.Title.In(false), told.Body.In(false))
            {
                EnglishTitle = told.Title.In(true),
                EnglishBody = told.Body.In(true),
                Number = told.Number,
                Hours = told.Hours?.In(false),
                EnglishHours = told.Hours?.In(true),
                Rehearses = told.Rehearses,
                CheckedBy = name,
                CheckedOn = day,
            });
            await texts.ShowAsync(editor, id, 1, null, null);
        }
    }
}
