using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.OwnStories;
using Keukentafel.Web.Children;

namespace Keukentafel.Web.OwnStories;

/// <summary>The own story as data, for another program. Every field is described in docs/own-story.md; a test holds the two together.</summary>
/// <param name="Format">Which shape this is.</param>
/// <param name="TakenAt">When it was taken along, UTC.</param>
/// <param name="Of">Whose story it is.</param>
/// <param name="Table">Whose table it is.</param>
/// <param name="WithPrivate">Whether what only this person may read is in it.</param>
/// <param name="WithApart">Whether what a parent who lives apart said is in it.</param>
/// <param name="Pages">The things, the oldest first.</param>
public sealed record StoryFile(
    string Format, DateTimeOffset TakenAt, string Of, IReadOnlyList<string> Table, bool WithPrivate, bool WithApart, IReadOnlyList<StoryFile.Page> Pages)
{
    /// <summary>The shape of now.</summary>
    public const string Now = "keukentafel-own-story-1";

    // The letters as people wrote them: a file of one's own is also read by eye.
    internal static readonly JsonTypeInfo<StoryFile> Shape =
        new OwnStoryJson(new JsonSerializerOptions(OwnStoryJson.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }).StoryFile;

    /// <summary>One thing.</summary>
    /// <param name="Thing">What kind of thing.</param>
    /// <param name="By">Who laid it down.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="About">Whom it is about.</param>
    /// <param name="Why">Why it is in this story.</param>
    /// <param name="Readers">Who may read it at the table; only of own things.</param>
    /// <param name="Named">Who may read it besides; only of own things.</param>
    /// <param name="WrittenBy">Who wrote it down for the one whose words they are; left out when they did.</param>
    /// <param name="ReadBack">Whether those words were read back; only beside that.</param>
    /// <param name="TakenBackAt">When it was taken back, UTC.</param>
    /// <param name="Kind">Fact, suspicion, opinion or telling; only of a statement.</param>
    /// <param name="Knowing">How who said it knows it; only of a statement.</param>
    /// <param name="Pictures">The pictures that were chosen besides, by name; left out for none.</param>
    /// <param name="Drawing">What was drawn besides; left out for nothing.</param>
    /// <param name="Sound">What was said aloud besides; left out for nothing.</param>
    /// <param name="LeftOut">Whether words of others stay at the table.</param>
    /// <param name="Said">The words.</param>
    public sealed record Page(
        string Thing, string By, DateTimeOffset At, IReadOnlyList<string> About, string Why, string? Readers, IReadOnlyList<string>? Named,
        string? WrittenBy, bool? ReadBack, DateTimeOffset? TakenBackAt, string? Kind, string? Knowing, IReadOnlyList<string>? Pictures, string? Drawing, Aloud? Sound, bool LeftOut, IReadOnlyList<Words> Said);

    /// <summary>What was said aloud.</summary>
    /// <param name="Type">What kind of sound it is.</param>
    /// <param name="Bytes">The sound itself, in base64.</param>
    public sealed record Aloud(string Type, byte[] Bytes);

    /// <summary>What one person said in it.</summary>
    /// <param name="By">Who.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="What">What it is.</param>
    /// <param name="Text">The words; left out where something was chosen without words.</param>
    /// <param name="Chosen">What was chosen, or the question to which it is an answer; left out for nothing.</param>
    /// <param name="Day">The day that was said; left out for none.</param>
    /// <param name="Who">Whom it names; left out for nobody.</param>
    /// <param name="WrittenBy">Who pressed it for them in a talk; left out when they did.</param>
    public sealed record Words(
        string By, DateTimeOffset At, string What, string? Text, string? Chosen, DateOnly? Day, string? Who, string? WrittenBy);

    /// <summary>The story of who was let in.</summary>
    /// <param name="sight">What was opened.</param>
    /// <param name="choice">What they chose besides.</param>
    /// <param name="sounds">What was said aloud, by the thing with which it was.</param>
    public static StoryFile From(Sight sight, StoryChoice choice, IReadOnlyDictionary<ContributionId, Sound> sounds)
    {
        var circle = sight.Circle;
        string Name(SeatNumber seat) => circle.SeatAt(seat).Name;
        string? NameOf(SeatNumber? seat) => seat is { } one ? Name(one) : null;
        return new StoryFile(
            Now, sight.Act.At, sight.Me.Name, [.. circle.Owners.Select(seat => seat.Name)], choice.Private, choice.Apart,
            [
                .. TakeStoryAlong.PagesOf(sight).Select(page => new Page(
                    Camel(page.Thing.GetType().Name), Name(page.Thing.By), page.Thing.At, [.. page.Thing.About.Seats().Select(Name)],
                    Camel(page.Bond.ToString()),
                    page.Bond == StoryBond.Own ? Camel(page.Thing.Audience.Group.ToString()) : null,
                    page.Bond == StoryBond.Own ? [.. page.Thing.Audience.Named.Seats().Select(Name)] : null,
                    NameOf(page.Thing.WrittenBy),
                    page.Thing.WrittenBy is null ? null : !page.Thing.WaitsToBeReadBack,
                    page.Thing.TakenBackAt,
                    page.Sentence is { } said ? Camel(said.Kind.ToString()) : null,
                    page.Sentence is { } known ? Camel(known.Source.Knowing.ToString()) : null,
                    page.Pictured is { Pictures.Count: > 0 } shown ? [.. shown.Pictures.Select(picture => Camel(picture.ToString()))] : null,
                    page.Pictured?.Drawing?.ToString(),
                    sounds.TryGetValue(page.Thing.Id, out var sound) ? new Aloud(HearThing.TypeOf(sound), sound.Bytes.ToArray()) : null,
                    page.LeftOut,
                    [
                        .. page.Words.Select(words => new Words(
                            Name(words.By), words.At, Camel(words.What.ToString()), words.Words, words.Chosen is { } chosen ? Camel(chosen.ToString()) : null, words.Day,
                            NameOf(words.Who), NameOf(words.WrittenBy))),
                    ])),
            ]);
    }

    /// <summary>A name as it stands in the file.</summary>
    /// <param name="name">The name in the code.</param>
    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(StoryFile))]
internal sealed partial class OwnStoryJson : JsonSerializerContext;
