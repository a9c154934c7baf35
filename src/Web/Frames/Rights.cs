using System.Text.Json;
using System.Text.Json.Serialization;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Web.Frames;

/// <summary>For whom rights are told.</summary>
public enum RightsFor
{
    /// <summary>A child.</summary>
    Child,

    /// <summary>A young person who decides together with their parents.</summary>
    Young,

    /// <summary>A young person who decides alone.</summary>
    Older,

    /// <summary>A parent.</summary>
    Parent,
}

/// <summary>Who says yes to help, or may read what was written.</summary>
public enum WhoseSay
{
    /// <summary>The parents who have authority.</summary>
    Parents,

    /// <summary>Both they and the young person.</summary>
    Both,

    /// <summary>The young person alone.</summary>
    Self,
}

/// <summary>How a judge hears a child.</summary>
public enum JudgeHears
{
    /// <summary>A child may ask for it.</summary>
    MayAsk,

    /// <summary>The judge asks.</summary>
    IsAsked,
}

/// <summary>What the law gives at some ages.</summary>
/// <param name="Name">For whom.</param>
/// <param name="From">From which age, in years.</param>
/// <param name="To">Up to and with which age.</param>
/// <param name="Help">Who says yes to help.</param>
/// <param name="File">Who may read what was written.</param>
/// <param name="Judge">How a judge hears them.</param>
/// <param name="Direction">Whether they can ask the judge to take a written direction away.</param>
/// <param name="Erase">Whether they can ask that what was written goes.</param>
public sealed record RightsGroup(
    RightsFor Name, int From, int To, WhoseSay Help, WhoseSay File, JudgeHears Judge, bool Direction, bool Erase);

/// <summary>Somebody who helps, and how one reaches them.</summary>
/// <param name="Key">Which, for the words about them.</param>
/// <param name="Name">Their name; null for who has none of its own.</param>
/// <param name="Number">The number to call; null for none.</param>
/// <param name="Site">The address on the internet; null for none.</param>
/// <param name="For">For whom they are there.</param>
/// <param name="Source">Where that was read.</param>
/// <param name="CheckedOn">When it was last checked.</param>
public sealed record RightsLine(
    string Key, string? Name, string? Number, string? Site, IReadOnlyList<RightsFor> For, string Source, DateOnly CheckedOn);

/// <summary>The duty of who works with families, which is theirs and not of this program (R61).</summary>
/// <param name="Since">Since when it is in the law.</param>
/// <param name="WeighingSince">Since when one weighs by the questions that come with it.</param>
/// <param name="Source">Where that was read.</param>
/// <param name="CheckedOn">When it was last checked.</param>
public sealed record DutyInLaw(DateOnly Since, DateOnly WeighingSince, string Source, DateOnly CheckedOn);

/// <summary>
/// Ages, authority, numbers and addresses, in one dated file that comes with the program. It lies inside the program: nobody who edits words or runs
/// a house can leave one out, and a change is a new version that says so (map appendix E).
/// </summary>
/// <param name="CheckedOn">When the ages were last checked.</param>
/// <param name="Legal">What a lawyer still has to do.</param>
/// <param name="Source">Where they stand.</param>
/// <param name="Danger">The number one calls in danger.</param>
/// <param name="Duty">Since when who works with families has a duty of their own, by law.</param>
/// <param name="DirectionWeeks">In how many weeks one can ask the judge to take a written direction away.</param>
/// <param name="Groups">By age, the youngest first.</param>
/// <param name="Lines">Who helps, the first first.</param>
public sealed record Rights(
    DateOnly CheckedOn, string Legal, string Source, string Danger, DutyInLaw Duty, int DirectionWeeks, IReadOnlyList<RightsGroup> Groups, IReadOnlyList<RightsLine> Lines)
{
    /// <summary>The file.</summary>
    public static readonly Rights Current = Load();

    /// <summary>Since when nothing of it was looked at again: the oldest of its days.</summary>
    public DateOnly AllCheckedOn => Lines.Select(line => line.CheckedOn).Append(CheckedOn).Min();

    /// <summary>The group of a child or young person.</summary>
    /// <param name="who">Who; no parent.</param>
    public RightsGroup Of(RightsFor who) => Groups.First(group => group.Name == who);

    /// <summary>Who helps somebody, the first first.</summary>
    /// <param name="who">Whom.</param>
    public IEnumerable<RightsLine> For(RightsFor who) => Lines.Where(line => line.For.Contains(who));

    /// <summary>One line.</summary>
    /// <param name="key">Which.</param>
    public RightsLine Line(string key) => Lines.First(line => line.Key == key);

    /// <summary>Who somebody calls first: a child the children's line, everybody else the trusted person.</summary>
    /// <param name="reader">Who reads.</param>
    public RightsLine FirstFor(Seat reader) => Line(reader.Age == AgeGroup.Child ? "Children" : "Trusted");

    /// <summary>The page that fits somebody at a table; a young person chooses the own age there.</summary>
    /// <param name="reader">Who reads.</param>
    public static string PageFor(Seat reader) =>
        reader.Age == AgeGroup.Child ? "/rights/child" : reader is { IsParent: true } ? "/rights/parent" : "/rights";

    private static Rights Load()
    {
        using var file = typeof(Rights).Assembly.GetManifestResourceStream("Rights")!;
        return JsonSerializer.Deserialize(file, RightsJson.Default.Rights)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Rights))]
internal sealed partial class RightsJson : JsonSerializerContext;
