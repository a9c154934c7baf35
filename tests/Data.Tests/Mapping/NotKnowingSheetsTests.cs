using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.NotKnowing;

namespace Keukentafel.Data.Tests.Mapping;

/// <summary>What is kept of what people do not know, and of what they look at together, comes back as it was.</summary>
public sealed class NotKnowingSheetsTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc");
    private static readonly SeatNumber One = new(1);
    private static readonly SeatNumber Two = new(2);

    private readonly Keyring _keyring = new(Path.Combine(Directory.CreateTempSubdirectory("keukentafel-").FullName, "keys"));

    private static Head Head => new(
        new ContributionId(Id), new CircleId(Id), Two, At, SeatSet.Of(One), new Audience(Readers.These, SeatSet.Of(One, Two)), true, null, 7);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_keyring.Folder)!, recursive: true);

    [Fact]
    public void A_page_of_what_is_not_known_comes_back_with_all_that_was_said_R85()
    {
        foreach (var kept in new[] { Page("wat niet", new ContributionId(Id)), Page(null, null) })
        {
            var back = Back(kept, 50);
            Assert.Equal((kept.Words, kept.From), (back.Words, back.From));
            Assert.Equal(kept.Additions, back.Additions);
            Assert.Equal(kept.Said, back.Said);
        }
    }

    [Fact]
    public void An_incident_comes_back_with_its_day_and_what_was_laid_with_it_R89()
    {
        var kept = new Incident(
            Head, IncidentKind.Standstill, "stil", new DateOnly(2026, 11, 20),
            [
                new IncidentTold(One, At, IncidentAsk.Happened, "ik schrok", Reply.Words), new IncidentTold(Two, At, IncidentAsk.Happened, null, Reply.Later),
                new IncidentThing(One, At, new ContributionId(Id), false), new IncidentThing(Two, At, new ContributionId(Id), true),
                new LearningConsent(One, At, MayLearn.NotYet, "eerst praten"),
            ]);
        var back = Back(kept, 51);
        Assert.Equal((kept.Kind, kept.Words, kept.Day), (back.Kind, back.Words, back.Day));
        Assert.Equal(kept.Additions, back.Additions);
        Assert.Null(Back(new Incident(Head, IncidentKind.WentWrong, "mis", null, []), 51).Day);
    }

    [Fact]
    public void Of_what_was_laid_with_it_only_the_id_is_kept_so_nobody_is_among_its_voices_by_that_R6()
    {
        var row = Sheets.RowOf(new Incident(Head, IncidentKind.WentWrong, "mis", null, [new IncidentThing(One, At, new ContributionId(Id), false)]), _keyring);
        Assert.Equal(SeatSet.Of(One, Two), new SeatSet(row.Voices));
        Assert.Null(row.Parent);
    }

    private static NotKnown Page(string? words, ContributionId? from) => new(
        Head, words, from,
        [
            new NotKnownSaid(One, At, NotKnownPart.CanFind, "bellen", Reply.Words, Two), new NotKnownSaid(One, At, NotKnownPart.Idea, null, Reply.DontKnow, null),
            new NowKnown(One, At, "nu wel", false), new NowKnown(Two, At, null, true), new LookAgain(One, At, new DateOnly(2027, 1, 2)), new LetBe(Two, At),
        ]);

    private T Back<T>(T kept, int kind)
        where T : Contribution
    {
        var row = Sheets.RowOf(kept, _keyring);
        Assert.Equal(kind, row.Kind);
        using var opener = _keyring.OpenerOf(Id);
        return Assert.IsType<T>(Sheets.From(row, opener));
    }
}
