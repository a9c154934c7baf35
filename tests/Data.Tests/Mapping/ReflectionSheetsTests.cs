using System.Text;
using System.Text.Json.Nodes;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Reflections;

namespace Keukentafel.Data.Tests.Mapping;

/// <summary>What is kept of a reflection, and of the face of a table, comes back as it was.</summary>
public sealed class ReflectionSheetsTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc");
    private static readonly SeatNumber One = new(1);
    private static readonly SeatNumber Two = new(2);

    private readonly Keyring _keyring = new(Path.Combine(Directory.CreateTempSubdirectory("keukentafel-").FullName, "keys"));

    private static Head Head => new(
        new ContributionId(Id), new CircleId(Id), One, At, SeatSet.Of(Two), new Audience(Readers.These, SeatSet.Of(One, Two)), true, null, 7);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_keyring.Folder)!, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reflection_comes_back_with_every_turn_and_only_who_every_reader_hears_is_among_its_voices_R91(bool done)
    {
        var five = new SeatNumber(5);
        ReflectionPart[] parts =
        [
            new(One, At, ReflectionTurn.Judgement, [(ReflectionAsk.Judgement, "neig"), (ReflectionAsk.Basis, "rust")], null),
            new(five, At, ReflectionTurn.FirstReading, [], null),
            new(One, At.AddHours(1), ReflectionTurn.Conclusion, [(ReflectionAsk.ChangedBy, "wat Wil vroeg")], ReflectionOutcome.Change),
        ];
        var kept = new Reflection(
            Head, "vraag", five, [new ContributionId(Id)], new ContributionId(Id), Two, At, done ? parts : parts[..2],
            [new OwnLet(Two, At), new LeftOut(Two, At, new ContributionId(Id)), new Answer(Two, At, "nee", 1)]);
        var row = Sheets.RowOf(kept, _keyring);
        using var opener = _keyring.OpenerOf(Id);
        var back = (Reflection)Sheets.From(row, opener);
        Assert.Equal(kept.Additions, back.Additions);
        Assert.Equal(kept.Said, back.Said);
        Assert.Equal(kept.Sentences, back.Sentences);
        Assert.Equal(
            (kept.Question, kept.Colleague, kept.Decision, kept.AgreedBy, kept.AgreedAt, kept.DoneAt, kept.Audience, kept.About),
            (back.Question, back.Colleague, back.Decision, back.AgreedBy, back.AgreedAt, back.DoneAt, back.Audience, back.About));
        Assert.Equal(kept.Parts.SelectMany(part => part.Words), back.Parts.SelectMany(part => part.Words));
        Assert.Equal(
            kept.Parts.Select(part => (part.By, part.At, part.Turn, part.Outcome)), back.Parts.Select(part => (part.By, part.At, part.Turn, part.Outcome)));
        Assert.Equal(done, new SeatSet(row.Voices).Has(five));
    }

    [Fact]
    public void The_face_of_a_table_comes_back_in_each_stage_with_the_colleague_away_from_it_R90()
    {
        var circle = Circle.Start(PersonId.New(), "Esra", null, AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, At);
        var host = circle.Admit(circle.Seats[0].Person!.Value, Permission.Host, At)!;
        var (guest, wil, mark) = (PersonId.New(), PersonId.New(), PersonId.New());
        var seat = circle.AddFromBefore(guest, "Dennis", null, null, host);
        var other = circle.AddFromBefore(PersonId.New(), "Otto", null, null, host);
        circle.Add(mark, "Mark", null, SeatSide.Host, AgeGroup.Adult, null, host);
        Same(circle);
        foreach (var change in new Action[]
        {
            () => circle.AskFigure(seat.Id, host),
            () => circle.NameColleague(wil, "Wil", "elders", "kijkt mee", circle.Admit(guest, Permission.Speak, At)!),
            () => circle.AgreeWithColleague(true, circle.Figures[0].Turn, host),
            () => circle.AcceptToReflect(true, circle.Admit(wil, Permission.Reflect, At)!),
            () => circle.Note(new Reflected(seat.Number, new SeatNumber(4), At, new ContributionId(Id)), host),
            () => circle.StopReflecting(circle.Figures[0].Turn, circle.Admit(mark, Permission.Speak, At)!),
            () => circle.StopFigure(circle.Figures[0].Turn, circle.Admit(mark, Permission.Speak, At)!),
            () => circle.AskFigure(other.Id, circle.Admit(mark, Permission.Host, At)!),
            () => circle.StopReflecting(circle.Figures[0].Turn, circle.Admit(guest, Permission.Speak, At)!),
            () => circle.StopFigure(circle.Figures[0].Turn, circle.Admit(guest, Permission.Speak, At)!),
        })
        {
            change();
            Same(circle);
        }
    }

    [Fact]
    public void A_table_kept_while_it_had_one_face_at_most_opens_with_that_one_for_every_host_T20()
    {
        var circle = Circle.Start(PersonId.New(), "Esra", null, AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, At);
        var host = circle.Admit(circle.Seats[0].Person!.Value, Permission.Host, At)!;
        circle.AskFigure(circle.AddFromBefore(PersonId.New(), "Dennis", null, null, host).Id, host);
        var row = CircleMapping.RowOf(circle, _keyring);
        var sheet = JsonNode.Parse(_keyring.Open(row.Id, row.Sheet))!.AsObject();
        var one = sheet["rfs"]!.AsArray()[0]!.DeepClone();
        Assert.True(sheet.Remove("rfs"));
        sheet["rf"] = one;
        row.Sheet = _keyring.Seal(row.Id, Encoding.UTF8.GetBytes(sheet.ToJsonString()));
        using var opener = _keyring.OpenerOf(row.Id);
        var back = CircleMapping.From(row, circle.AllSeats.Select(seat => CircleMapping.RowOf(circle, seat)), opener);
        Assert.Equal(circle.Figures, back.Figures);
        Assert.All(back.Seats.Where(seat => seat.Side == SeatSide.Host), seat => Assert.Equal(back.Figures[0], back.FigureFor(seat)));
    }

    private void Same(Circle circle)
    {
        var row = CircleMapping.RowOf(circle, _keyring);
        using var opener = _keyring.OpenerOf(circle.Id.Value);
        var back = CircleMapping.From(
            row, circle.AllSeats.Select(seat => CircleMapping.RowOf(circle, seat)), opener);
        Assert.Equal(circle.Figures, back.Figures);
        Assert.Equal(circle.Reflected, back.Reflected);
        Assert.Equal(circle.Seats.Select(seat => seat.Id), back.Seats.Select(seat => seat.Id));
        Assert.Equal(circle.AllSeats.Select(seat => (seat.Id, seat.Person, seat.Name, seat.Given)), back.AllSeats.Select(seat => (seat.Id, seat.Person, seat.Name, seat.Given)));
    }
}
