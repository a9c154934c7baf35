using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;

namespace Keukentafel.Data.Tests.Mapping;

/// <summary>What is kept of a decision comes back as it was.</summary>
public sealed class DecisionSheetsTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc");
    private static readonly SeatNumber One = new(1);
    private static readonly SeatNumber Two = new(2);

    private static readonly IReadOnlyList<Addition> Additions =
    [
        new AidNote(One, At, Aid.Knowing, "weten", "niet", false), new AidNote(Two, At, Aid.Views, "later", null, true),
        new AidLink(One, At, Aid.Kinds, new ContributionId(Id)), new ProposedStep(One, At, "stap", false), new ProposedStep(Two, At, null, true),
        new OptionLack(One, At, OptionKinds.Adult, "want"), new VoiceMissing(One, At, Two, "op kamp", One),
        new SideEffectAnswer(Two, At, SideEffects.Bed | SideEffects.Pet, "de kat", false), new SideEffectAnswer(Two, At, SideEffects.None, null, true),
        new LookBackAnswer(Two, At, LookBackAsk.LessNice, "moe", false), new LookBackMoved(One, At, new DateOnly(2027, 1, 2)),
        new Position(Two, At, Stance.Disagree, "nee", "liever thuis", null),
    ];

    private static readonly OptionParts Parts = new(
        "naar oma", OptionKinds.Network | OptionKinds.MovesChild, "goed", "slecht", "minder", SeatSet.Of(Two), "eerder", "onbekend", LegalStatus.Difficult,
        new DateOnly(2026, 11, 1));

    private readonly Keyring _keyring = new(Path.Combine(Directory.CreateTempSubdirectory("keukentafel-").FullName, "keys"));

    private static Head Head => new(
        new ContributionId(Id), new CircleId(Id), Two, At, SeatSet.Of(One), new Audience(Readers.These, SeatSet.Of(One, Two)), true, At.AddHours(1), 7);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_keyring.Folder)!, recursive: true);

    [Fact]
    public void A_closed_decision_comes_back_with_all_that_was_frozen_INV51_R79()
    {
        var kept = new Decision(
            Head, "vraag", HeavyStep.Measure, SeatSet.Of(One, Two), new DateOnly(2027, 1, 1),
            new Closing(At, One, SeatSet.Of(One), true, new Against("a", "b", "c", "d")), [new OptionThen(new ContributionId(Id), Two, Parts)], Additions);
        var back = Back(kept);
        Assert.Equal(kept.Additions, back.Additions);
        Assert.Equal(kept.Said, back.Said);
        Assert.Equal(kept.OptionsThen, back.OptionsThen);
        Assert.Equal(
            (kept.Question, kept.Step, kept.Takers, kept.LookBack, kept.FirstLookBack, kept.Closing, kept.Audience, kept.About),
            (back.Question, back.Step, back.Takers, back.LookBack, back.FirstLookBack, back.Closing, back.Audience, back.About));
    }

    [Fact]
    public void Whoever_has_words_in_what_was_frozen_is_among_its_voices_R6()
    {
        var three = new SeatNumber(3);
        var row = Sheets.RowOf(
            new Decision(
                Head, "vraag", null, SeatSet.Of(One, Two), new DateOnly(2027, 1, 1), new Closing(At, One, SeatSet.None, false, null),
                [new OptionThen(new ContributionId(Id), three, Parts)], []),
            _keyring);
        Assert.Equal(SeatSet.Of(One, Two, three), new SeatSet(row.Voices));
    }

    [Fact]
    public void An_open_light_decision_comes_back_open_and_light_R73()
    {
        var back = Back(new Decision(Head, "vraag", null, SeatSet.Of(One), new DateOnly(2027, 1, 1), null, [], []));
        Assert.True(back is { IsHeavy: false, IsClosed: false, Proposed: null });
        Assert.Equal(new DateOnly(2027, 1, 1), back.LookBack);
    }

    [Fact]
    public void An_option_comes_back_under_its_decision_R76()
    {
        var kept = new DecisionOption(Head, new ContributionId(Id), true, Parts, []);
        var row = Sheets.RowOf(kept, _keyring);
        Assert.Equal(Id, row.Parent);
        Assert.Equal(21, row.Kind);
        var back = Back(kept);
        Assert.Equal((kept.Parts, kept.OfNetwork, kept.Under), (back.Parts, back.OfNetwork, back.Under));
    }

    private T Back<T>(T kept)
        where T : Contribution
    {
        var row = Sheets.RowOf(kept, _keyring);
        using var opener = _keyring.OpenerOf(Id);
        return Assert.IsType<T>(Sheets.From(row, opener));
    }
}
