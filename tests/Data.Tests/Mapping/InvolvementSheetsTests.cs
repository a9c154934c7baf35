using System.Text.Json;
using Keukentafel.Data.Mapping;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Data.Tests.Mapping;

public sealed class InvolvementSheetsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_involvement_comes_back_as_it_was_kept()
    {
        var said = new SaidAbout(new SeatNumber(1), "Zij leest de post met je door.", At);
        var involvement = new Involvement(
            InvolvementId.New(), new SeatNumber(2), At,
            new Worth
            {
                Name = "Joke",
                Does = "helpt met brieven",
                Goal = "Rust.",
                Adds = "Zij kent de weg.",
                LookAgain = new DateOnly(2027, 2, 1),
                WhyNotHere = "Niemand kan dit.",
                WhyNotBehind = "Te lang.",
                HowOften = "Eens per week.",
            })
        {
            Authority = new Authority("De kinderrechter", "De beslissing.", new DateOnly(2027, 3, 1)),
            Answers = [new HostSaid(new SeatNumber(1), WelcomeAnswer.InDoubt, "Eerst kennismaken.", true, At) { TimesExplained = 2 }, new HostSaid(new SeatNumber(3), WelcomeAnswer.Welcome, null, false, At)],
            Explained = [said],
            FamilyViews = [said, said with { By = new SeatNumber(3) }],
            StandsIn = new StandIn(new SeatNumber(2), new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 12)) { Reach = "Bel.", Meet = "Koffie.", WhyAway = "Rust." },
            OfferedAt = At.AddDays(-2),
            DaysToHelp = 4,
            Seat = new SeatNumber(5),
            StartedAt = At.AddDays(1),
            TakenBackAt = At.AddDays(2),
            Looked = [new LookedAgain(new SeatNumber(1), StillNeeded.Otherwise, "Korter.", At)],
            Steps = [new StepBackProposed(new SeatNumber(5), StepKind.HandOver, null, At)],
            LeftAt = At.AddDays(3),
            Thanks = [said],
            PassedOn = [said],
        };
        foreach (var kept in new[] { involvement, new Involvement(InvolvementId.New(), new SeatNumber(1), At, new Worth { Name = "Bo" }) })
        {
            var stored = JsonSerializer.SerializeToUtf8Bytes(
                new CircleSheet(null, null, null, 0, []) { Involvements = [Sheets.SheetOf(kept)] }, SheetJson.Default.CircleSheet);
            var back = Sheets.From(JsonSerializer.Deserialize(stored, SheetJson.Default.CircleSheet)!.Involvements![0]);

            // As written down again, for lists are the same only when they are one.
            Assert.Equal(JsonSerializer.Serialize(kept), JsonSerializer.Serialize(back));
        }
    }

    [Fact]
    public void What_somebody_says_about_themselves_comes_back_R16()
    {
        var about = new AboutMyself(new SeatNumber(4), At) { Reach = "Bel.", May = "Langskomen.", MayNot = "Meer.", WritesDown = "Dat ik er was.", WorksFor = "Het team" };
        Assert.Equal(about, Sheets.From(Sheets.SheetOf(about)));
    }
}
