using System.Text.RegularExpressions;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Requests;
using static Keukentafel.Domain.Access.RuleBrokenException;

namespace Keukentafel.Domain.Nearby;

/// <summary>Which text.</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct LocalTextId(Guid Value) : ITypedId<LocalTextId>
{
    /// <summary>Makes a new random id.</summary>
    public static LocalTextId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static LocalTextId From(Guid value) => new(value);
}

/// <summary>What a text is. The numbers are stored: never change or reuse one.</summary>
public enum LocalKind
{
    /// <summary>How one comes to the team of a place.</summary>
    Place = 1,

    /// <summary>Somebody by name with a number, to call or to practise a talk with (P29).</summary>
    Contact = 2,

    /// <summary>What one may, and who helps, in that place. It stands below what the program says itself and replaces nothing of it.</summary>
    Rights = 3,

    /// <summary>What somebody tells who asked for help (R29).</summary>
    Story = 4,

    /// <summary>A place and what its local team is called; one text at most of each team.</summary>
    Team = 5,
}

/// <summary>On which door of the front the beginning of a story stands, before any form (R29). The numbers are stored.</summary>
public enum StoryDoor
{
    /// <summary>Who can use help.</summary>
    Help = 1,

    /// <summary>Who is young.</summary>
    Young = 2,

    /// <summary>Who does what they do not want to do.</summary>
    Stop = 3,
}

/// <summary>The words of a text in one language: letters and nothing else, so that nothing of an editor is ever read as a page of ours.</summary>
/// <param name="Title">The heading; of a contact the name; of a story who tells it, without a name.</param>
/// <param name="Body">The words. An empty line begins a new paragraph.</param>
public sealed record LocalWords(string Title, string Body)
{
    /// <summary>The greatest length of a heading, in characters (UTF-16 units).</summary>
    public const int LongestTitle = 80;

    /// <summary>The greatest length of the words, in characters.</summary>
    public const int LongestBody = Words.Longest;

    /// <summary>The paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs => Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What an editor fills in: nothing of it is tidied or looked at yet.</summary>
/// <param name="Title">The heading, in Dutch.</param>
/// <param name="Body">The words, in Dutch.</param>
public sealed record LocalDraft(string? Title, string? Body)
{
    /// <summary>The heading in English; null for none.</summary>
    public string? EnglishTitle { get; init; }

    /// <summary>The words in English; null for none.</summary>
    public string? EnglishBody { get; init; }

    /// <summary>A phone number.</summary>
    public string? Number { get; init; }

    /// <summary>When one can call.</summary>
    public string? Hours { get; init; }

    /// <summary>When one can call, in English; null to leave that in Dutch.</summary>
    public string? EnglishHours { get; init; }

    /// <summary>Whether one can practise a talk with this person.</summary>
    public bool Rehearses { get; init; }

    /// <summary>Where a story begins.</summary>
    public StoryDoor? Door { get; init; }

    /// <summary>Who looked whether it is right.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>On which day they did.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>A new photograph of a contact; null for none.</summary>
    public LocalFace? Face { get; init; }

    /// <summary>Of which version the photograph stays, counted from the first; null for none, or where there is a new one.</summary>
    public int? FaceOf { get; init; }
}

/// <summary>A photograph of somebody who can be called (P29): small, made anew out of what was given, so that nothing else is in it.</summary>
/// <param name="Bytes">A picture in the form WebP.</param>
public sealed record LocalFace(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The greatest size, in bytes.</summary>
    public const int MostBytes = 30_000;

    /// <summary>A picture as a photograph.</summary>
    /// <param name="bytes">The picture.</param>
    /// <exception cref="RuleBrokenException"><see cref="NearbyRules.FaceFits"/>.</exception>
    public static LocalFace Of(ReadOnlyMemory<byte> bytes)
    {
        Require(bytes.Length is > 12 and <= MostBytes && bytes.Span[..4].SequenceEqual("RIFF"u8) && bytes.Span[8..12].SequenceEqual("WEBP"u8), NearbyRules.FaceFits);
        return new LocalFace(bytes);
    }
}

/// <summary>One version of a text. Versions are never changed: who writes anew writes the next one.</summary>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Dutch">In Dutch.</param>
/// <param name="English">In English; null for not there.</param>
/// <param name="Number">A phone number, as it is read; null for none.</param>
/// <param name="Hours">When one can call; null for not said.</param>
/// <param name="Rehearses">Whether one can practise a talk with this person (P29); only of a contact.</param>
/// <param name="Door">On which door a story begins; null for none.</param>
/// <param name="CheckedBy">Who looked whether it is right ("nagekeken door").</param>
/// <param name="CheckedOn">On which day, in the Netherlands.</param>
public sealed record LocalVersion(
    PersonId By, DateTimeOffset At, LocalWords Dutch, LocalWords? English, string? Number, string? Hours, bool Rehearses, StoryDoor? Door, string CheckedBy,
    DateOnly CheckedOn)
{
    /// <summary>When one can call, in English; null for not there.</summary>
    public string? EnglishHours { get; init; }

    /// <summary>The photograph of a contact; null for none.</summary>
    public LocalFace? Face { get; init; }

    /// <summary>The words for a reader of this language: in Dutch when they are not there in English.</summary>
    /// <param name="english">Whether the reader reads English.</param>
    public LocalWords In(bool english) => english ? English ?? Dutch : Dutch;
}

/// <summary>The yes of whose story it is, to the very words of one version (R29). Who they are is kept nowhere here.</summary>
/// <param name="How">How they said so.</param>
/// <param name="On">On which day, in the Netherlands.</param>
/// <param name="HeardBy">Which editor says so.</param>
public sealed record TellerYes(string How, DateOnly On, PersonId HeardBy);

/// <summary>
/// What is written for one place, or told by somebody, and read by everybody (plaatselijke tekst). One version at most is shown; all are kept, until it is taken away:
/// then they are gone, also from older copies.
/// </summary>
/// <param name="Id">Which.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Team">Of which place; null for a story.</param>
public sealed partial record LocalText(LocalTextId Id, LocalKind Kind, LocalTeamId? Team)
{
    /// <summary>After how long somebody is to look again whether it is right, in days.</summary>
    public const int LooksAgainAfter = 365;

    /// <summary>The greatest length of when one can call, in characters.</summary>
    public const int LongestHours = 2 * Words.Name;

    /// <summary>The versions, the oldest first; at least one.</summary>
    public IReadOnlyList<LocalVersion> Versions { get; init; } = [];

    /// <summary>Which version is shown, counted from the first; null for none.</summary>
    public int? ShownAt { get; init; }

    /// <summary>The yes to the version that is shown; null where none is asked or shown.</summary>
    public TellerYes? Yes { get; init; }

    /// <summary>The newest version.</summary>
    public LocalVersion Newest => Versions[^1];

    /// <summary>What everybody reads; null for nothing.</summary>
    public LocalVersion? Shown => ShownAt is { } at ? Versions[at] : null;

    /// <summary>Whether there are newer words than what everybody reads.</summary>
    public bool HasSomethingNew => ShownAt != Versions.Count - 1;

    /// <summary>Whether somebody is to look again whether what is shown is right.</summary>
    /// <param name="today">Today, in the Netherlands.</param>
    public bool LooksAgain(DateOnly today) => Shown is { } shown && Kind != LocalKind.Story && shown.CheckedOn.AddDays(LooksAgainAfter) <= today;

    /// <summary>An editor begins a text.</summary>
    /// <param name="by">Who.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="team">Of which place; left out for a story. Of a team: which one that is there without a text; null for a new one.</param>
    /// <param name="words">What they filled in.</param>
    /// <param name="at">Now, UTC.</param>
    /// <exception cref="RuleBrokenException">The place or something of <paramref name="words"/> is missing or does not fit.</exception>
    public static LocalText Begin(Editor by, LocalKind kind, LocalTeamId? team, LocalDraft words, DateTimeOffset at)
    {
        Require(kind is LocalKind.Story or LocalKind.Team || team is not null, NearbyRules.SaysPlace);
        LocalTeamId? place = kind switch
        {
            LocalKind.Story => null,
            LocalKind.Team => team ?? LocalTeamId.New(),
            _ => team,
        };
        return new LocalText(LocalTextId.New(), kind, place) { Versions = [VersionOf(by, kind, words, at, [])] };
    }

    /// <summary>An editor writes it anew. What is shown stays so.</summary>
    /// <param name="by">Who.</param>
    /// <param name="seen">How many versions they saw: over words of another, nobody writes unread.</param>
    /// <param name="words">What they filled in.</param>
    /// <param name="at">Now, UTC.</param>
    /// <exception cref="RuleBrokenException"><see cref="CommonRules.NotChangedMeanwhile"/>, or something is missing or does not fit.</exception>
    public LocalText Write(Editor by, int seen, LocalDraft words, DateTimeOffset at)
    {
        Require(seen == Versions.Count, CommonRules.NotChangedMeanwhile);
        var next = VersionOf(by, Kind, words, at, Versions);
        return next with { By = Newest.By, At = Newest.At } == Newest ? this : this with { Versions = [.. Versions, next] };
    }

    /// <summary>An editor shows the newest version to everybody. Of a story: with the yes of who told it, to these very words.</summary>
    /// <param name="by">Who.</param>
    /// <param name="seen">How many versions they saw.</param>
    /// <param name="how">How who told it said yes; only of a story.</param>
    /// <param name="on">On which day; only of a story.</param>
    /// <param name="today">Today, in the Netherlands.</param>
    /// <exception cref="RuleBrokenException">
    /// <see cref="CommonRules.NotChangedMeanwhile"/>, <see cref="NearbyRules.HasSomethingNew"/> or <see cref="NearbyRules.TellerSaidYes"/>.
    /// </exception>
    public LocalText Show(Editor by, int seen, string? how, DateOnly? on, DateOnly today)
    {
        Require(seen == Versions.Count, CommonRules.NotChangedMeanwhile);
        Require(HasSomethingNew, NearbyRules.HasSomethingNew);
        if (Kind != LocalKind.Story)
        {
            return this with { ShownAt = Versions.Count - 1 };
        }

        var said = Words.Tidy(how);
        Require(said is { Length: <= Words.Brief } && on <= today, NearbyRules.TellerSaidYes);
        return this with { ShownAt = Versions.Count - 1, Yes = new TellerYes(said!, on!.Value, by.Person) };
    }

    /// <summary>It is shown no more. Its versions stay for the editors.</summary>
    public LocalText Hide() => this with { ShownAt = null, Yes = null };

    private static LocalVersion VersionOf(Editor by, LocalKind kind, LocalDraft words, DateTimeOffset at, IReadOnlyList<LocalVersion> before)
    {
        var isCalled = kind is not (LocalKind.Story or LocalKind.Team);
        var dutch = kind == LocalKind.Team
            ? NamesOf(LocalTeam.Of(words.Title, words.Body))
            : WordsOf(words.Title, words.Body) ?? throw new RuleBrokenException(NearbyRules.HasTitle);
        var english = kind == LocalKind.Team ? null : WordsOf(words.EnglishTitle, words.EnglishBody, NearbyRules.EnglishIsWhole);
        var number = isCalled ? Words.Tidy(words.Number) : null;
        Require(number is null ? kind != LocalKind.Contact : PhoneNumber().IsMatch(number), NearbyRules.HasNumber);
        var hours = isCalled ? Words.Tidy(words.Hours) : null;
        var englishHours = hours is null ? null : Words.Tidy(words.EnglishHours);
        Require(hours is null or { Length: <= LongestHours } && englishHours is null or { Length: <= LongestHours }, NearbyRules.HoursFit);
        var looked = Words.Tidy(words.CheckedBy);
        Require(looked is { Length: <= Words.Name } && words.CheckedOn <= Netherlands.DayOf(at), NearbyRules.WasChecked);
        return new LocalVersion(
            by.Person, at, dutch, english, number, hours, kind == LocalKind.Contact && words.Rehearses, kind == LocalKind.Story ? words.Door : null, looked!,
            words.CheckedOn!.Value)
        {
            EnglishHours = englishHours,
            Face = kind != LocalKind.Contact ? null : words.Face ?? (words.FaceOf is { } one && one >= 0 && one < before.Count ? before[one].Face : null),
        };
    }

    private static LocalWords NamesOf(LocalTeam team) => new(team.Place, team.Name);

    // Both or none: half of it would be read as all.
    private static LocalWords? WordsOf(string? title, string? body, Rule? whole = null)
    {
        var (heading, text) = (Words.Tidy(title), Words.Tidy(body));
        if (whole is not null && heading is null && text is null)
        {
            return null;
        }

        Require(heading is { Length: <= LocalWords.LongestTitle } && !heading.Contains('\n', StringComparison.Ordinal), whole ?? NearbyRules.HasTitle);
        Require(text is { Length: <= LocalWords.LongestBody }, whole ?? NearbyRules.HasBody);
        return new LocalWords(heading!, text!);
    }

    [GeneratedRegex(@"\A\+?[0-9](?:[0-9 -]{1,16})[0-9]\z")]
    private static partial Regex PhoneNumber();
}
