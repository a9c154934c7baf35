using System.Text.Json;
using System.Text.Json.Serialization;

namespace Keukentafel.Web.Demo;

/// <summary>An invented family as it is written down: who sits there, and what they do, in order of time.</summary>
public sealed record Story
{
    /// <summary>The name of the story.</summary>
    public required string Key { get; init; }

    /// <summary>The children the table is about.</summary>
    public required IReadOnlyList<string> Children { get; init; }

    /// <summary>Who starts the table.</summary>
    public required string StartedBy { get; init; }

    /// <summary>How many days from today; negative.</summary>
    public required int StartedDay { get; init; }

    /// <summary>Whether the parents live apart.</summary>
    public bool Apart { get; init; }

    /// <summary>Who sits there.</summary>
    public required IReadOnlyList<StoryPerson> People { get; init; }

    /// <summary>The question on the table.</summary>
    public Said? Question { get; init; }

    /// <summary>Who put it there.</summary>
    public string? QuestionBy { get; init; }

    /// <summary>When.</summary>
    public int QuestionDay { get; init; }

    /// <summary>What people do.</summary>
    public required IReadOnlyList<StoryAct> Acts { get; init; }

    /// <summary>All stories that come with the program, in order.</summary>
    public static IReadOnlyList<Story> All { get; } =
        [.. new[] { "esra", "noor", "jayden", "mark", "deniz", "lotte" }.Select(Load)];

    private static Story Load(string name)
    {
        using var stream = typeof(Story).Assembly.GetManifestResourceStream("Story." + name)!;
        return JsonSerializer.Deserialize(stream, StoryJson.Default.Story)!;
    }
}

/// <summary>Words in both languages.</summary>
/// <param name="Nl">Dutch.</param>
/// <param name="En">English.</param>
public sealed record Said(string Nl, string En)
{
    /// <summary>In one language.</summary>
    /// <param name="english">Which.</param>
    public string In(bool english) => english ? En : Nl;
}

/// <summary>The mug of an invented person.</summary>
/// <param name="Pattern">The ring.</param>
/// <param name="Drink">What is in it.</param>
/// <param name="Colour">The colour.</param>
public sealed record StoryMug(string Pattern, string Drink, string Colour);

/// <summary>An invented person.</summary>
public sealed record StoryPerson
{
    /// <summary>The name in the story.</summary>
    public required string Key { get; init; }

    /// <summary>What the person is called.</summary>
    public required string Name { get; init; }

    /// <summary>The name to sign in with.</summary>
    public required string SignIn { get; init; }

    /// <summary>host, network, guest; or colleague or expert, who get a place away from the table in the course of the story.</summary>
    public required string Seat { get; init; }

    /// <summary>Whether this person has no place at the table itself.</summary>
    public bool IsAway => Seat is "colleague" or "expert";

    /// <summary>adult, young or child.</summary>
    public required string Age { get; init; }

    /// <summary>Whether this person works with families.</summary>
    public bool Professional { get; init; }

    /// <summary>What the person is to the family.</summary>
    public Said? Is { get; init; }

    /// <summary>One line for whoever chooses a person to be.</summary>
    public Said? Line { get; init; }

    /// <summary>The mug.</summary>
    public required StoryMug Mug { get; init; }

    /// <summary>When the person joined.</summary>
    public int JoinedDay { get; init; }

    /// <summary>Who added the person.</summary>
    public string? AddedBy { get; init; }

    /// <summary>Whether the person has a way in.</summary>
    public bool SignsIn { get; init; }
}

/// <summary>One sentence of somebody's view.</summary>
/// <param name="Of">Which view.</param>
/// <param name="Passage">The sentence.</param>
public sealed record StoryPassage(string Of, Said Passage);

/// <summary>Something an invented person does.</summary>
public sealed record StoryAct
{
    /// <summary>How many days from today.</summary>
    public required int Day { get; init; }

    /// <summary>At what time, in the Netherlands.</summary>
    public required string Time { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>What.</summary>
    public required string Do { get; init; }

    /// <summary>A name for what comes of it.</summary>
    public string? Id { get; init; }

    /// <summary>The words.</summary>
    public Said? Words { get; init; }

    /// <summary>Whether a child says it aloud as well.</summary>
    public bool Aloud { get; init; }

    /// <summary>Who may read it: a word or a list of people.</summary>
    public JsonElement? Readers { get; init; }

    /// <summary>Whom it is about.</summary>
    public IReadOnlyList<string>? About { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>To what it is done.</summary>
    public string? Of { get; init; }

    /// <summary>How one knows.</summary>
    public string? How { get; init; }

    /// <summary>Who told it.</summary>
    public string? Source { get; init; }

    /// <summary>Who told it, or what was read, in words.</summary>
    public Said? SourceWords { get; init; }

    /// <summary>Under which worry.</summary>
    public string? Under { get; init; }

    /// <summary>When it happened.</summary>
    public int? HappenedDay { get; init; }

    /// <summary>As what kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Why.</summary>
    public Said? Reason { get; init; }

    /// <summary>Who finds out.</summary>
    public string? Who { get; init; }

    /// <summary>Until when.</summary>
    public int? ByDay { get; init; }

    /// <summary>Whether it was told in person.</summary>
    public bool Told { get; init; }

    /// <summary>Whether the answer is that one does not know.</summary>
    public bool DontKnow { get; init; }

    /// <summary>What would make it possible.</summary>
    public Said? Possible { get; init; }

    /// <summary>Whether it came across.</summary>
    public bool Yes { get; init; }

    /// <summary>Of which child.</summary>
    public string? Child { get; init; }

    /// <summary>What one is at ease or worried about: words, or "unknown".</summary>
    public JsonElement? Safe { get; init; }

    /// <summary>How the child is growing up: words, or "unknown".</summary>
    public JsonElement? Growing { get; init; }

    /// <summary>What it is based on.</summary>
    public Said? Basis { get; init; }

    /// <summary>How come one sees it so.</summary>
    public Said? Because { get; init; }

    /// <summary>In which talk.</summary>
    public string? In { get; init; }

    /// <summary>At what time, as people say it.</summary>
    public Said? When { get; init; }

    /// <summary>Where a talk is.</summary>
    public Said? Where { get; init; }

    /// <summary>Who is present, or who is asked.</summary>
    public IReadOnlyList<string>? Present { get; init; }

    /// <summary>Whose words somebody writes down.</summary>
    public string? Voice { get; init; }

    /// <summary>At which question that somebody brought.</summary>
    public string? Point { get; init; }

    /// <summary>In which part of the sheet.</summary>
    public string? Part { get; init; }

    /// <summary>Where somebody stands.</summary>
    public string? Stance { get; init; }

    /// <summary>What somebody would rather.</summary>
    public Said? Rather { get; init; }

    /// <summary>The one sentence.</summary>
    public StoryPassage? Left { get; init; }

    /// <summary>The other sentence.</summary>
    public StoryPassage? Right { get; init; }

    /// <summary>On which sentences it rests.</summary>
    public IReadOnlyList<string>? Sentences { get; init; }

    /// <summary>Who of the table does it.</summary>
    public IReadOnlyList<string>? Doers { get; init; }

    /// <summary>Who else does it.</summary>
    public Said? Others { get; init; }

    /// <summary>In which of the three ways.</summary>
    public string? Way { get; init; }

    /// <summary>Which worry it answers.</summary>
    public string? Worry { get; init; }

    /// <summary>The wish it begins as.</summary>
    public string? Wish { get; init; }

    /// <summary>By what one notices that it is better.</summary>
    public Said? Better { get; init; }

    /// <summary>Why.</summary>
    public Said? Why { get; init; }

    /// <summary>On what ground.</summary>
    public Said? Ground { get; init; }

    /// <summary>What happens when it is not met.</summary>
    public Said? Consequence { get; init; }

    /// <summary>Which sentence about working together.</summary>
    public string? Sentence { get; init; }

    /// <summary>What the next step asks.</summary>
    public Said? Next { get; init; }

    /// <summary>How it has shown itself already.</summary>
    public Said? Shown { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Story))]
internal sealed partial class StoryJson : JsonSerializerContext;
