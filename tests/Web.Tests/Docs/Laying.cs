using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Overviews;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Reports;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Views;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Web.Tests.Docs;

/// <summary>Lays one of each thing there is: for everybody, hidden, taken back, and of each person.</summary>
/// <param name="gathering">The people.</param>
/// <param name="laid">The table.</param>
internal sealed class Laying(Gathering gathering, Laid laid)
{
    private delegate Task<Contribution> Lay(Visit visit, Audience audience, Func<string, ContributionId> known);

    // What a professional lays and nobody else does; the other things are laid by hosts.
    private static readonly (string Kind, Lay Lay)[] OfGuests =
    [
        ("condition", (visit, audience, _) => Now(Condition.Lay(visit.Circle, "Op tijd thuis.", "De wet.", "Een brief.", Child(visit), audience, visit.Act))),
        ("report", (visit, audience, _) =>
        {
            var sentence = Statement.Lay(
                visit.Circle, "Hij was moe.", new Source(Knowing.WasThere, null, null), SeatSet.None, null, null, Audience.These(SeatSet.Of(SeatOf(visit, "hilde").Number)), visit.Act);
            visit.Lay(sentence);
            return Now(Report.Lay(
                visit.Circle, new ReportAnswers("De school", "Het stopt niet.", "Zondag.", "Oppas.", "Elke week langs.", null), [sentence],
                SeatSet.Of((audience == Audience.Everyone ? visit.Circle.DecidingHosts : [SeatOf(visit, "hilde")]).Select(seat => seat.Number)), visit.Act));
        }),
        ("urging", (visit, audience, _) => Now(Urging.Lay(
            visit.Circle, "Ga praten.", "De huisarts bellen.", SeatSet.Of((audience == Audience.Everyone ? visit.Circle.DecidingHosts : [SeatOf(visit, "hilde")]).Select(seat => seat.Number)), visit.Act))),
    ];

    private static readonly (string Kind, Lay Lay)[] OfAnybody =
    [
        ("good thing", (visit, audience, _) => Now(GoodThing.Lay(visit.Circle, "Samen gegeten.", SeatSet.None, audience, visit.Act))),
        ("help", (visit, audience, _) => Now(Help.Lay(visit.Circle, "Wie past op?", SeatSet.None, audience, visit.Act))),
        ("worry", (visit, audience, _) => Now(Worry.Lay(visit.Circle, "Hij slaapt slecht.", Child(visit), null, audience, visit.Act))),
        ("wish", (visit, audience, _) => Now(Wish.Lay(visit.Circle, "Ik wil zwemmen.", SeatSet.None, audience, visit.Act))),
        ("sentence", (visit, audience, _) => Now(Statement.Lay(
            visit.Circle, "Hij at niets.", new Source(Knowing.WasThere, null, null), Child(visit), null, null, audience, visit.Act))),
        ("view", (visit, audience, _) => Now(View.Lay(
            visit.Circle, SeatOf(visit, "kees").Id, "Het gaat goed.", false, "Hij groeit.", false, "Ik woon er.", null, audience, visit.Act))),
        ("agreement", (visit, audience, _) => Now(Agreement.Lay(visit.Circle, "Om acht uur naar bed.", Child(visit), null, null, null, audience, visit.Act))),
        ("goal", (visit, audience, _) => Now(Goal.Lay(visit.Circle, "Weer slapen.", "Uitgerust opstaan.", null, null, audience, visit.Act))),
        ("advice", (visit, audience, _) => Now(Advice.Lay(visit.Circle, "Eerder eten.", null, SeatSet.None, audience, visit.Act))),
        ("protection", (visit, audience, _) => Now(Protection.Lay(visit.Circle, "Oma is er.", null, Child(visit), audience, visit.Act))),
        ("not safe", (visit, audience, _) => Now(NotSafe.Lay(visit.Circle, "Het was niet veilig.", audience, visit.Act))),
        ("working together", (visit, audience, _) => Now(Collaboration.Lay(
            visit.Circle, CollaborationSentence.Team, null, null, null, null, new Dictionary<CollaborationGround, GroundAnswer>(), audience, visit.Act))),
        ("not known", (visit, audience, _) => Now(NotKnown.Begin(visit.Circle, "Waar het van komt.", null, SeatSet.None, audience, visit.Act))),
        ("incident", (visit, audience, _) => Now(Incident.Begin(visit.Circle, IncidentKind.Standstill, "Het stond stil.", null, SeatSet.None, audience, visit.Act))),
        ("light decision", (visit, audience, _) => Now(Decision.Open(
            visit.Circle, "Zwemles?", "Ja.", false, null, SeatSet.None, Named(visit, audience), null, visit.Act))),
        ("talk", (visit, audience, _) => Now(Talk.Plan(visit.Circle, "Praten.", null, null, null, Everybody(visit, audience), visit.Act))),
    ];

    // A difference is pointed out between what two people see.
    private static readonly (string Kind, Lay Lay)[] OfAnother =
    [
        ("second view", (visit, audience, _) => Now(View.Lay(
            visit.Circle, SeatOf(visit, "kees").Id, "Het gaat beter.", false, "Hij leert.", false, "Ik zag het.", null, audience, visit.Act))),
    ];

    // These lie under another, or need more than one hand.
    private static readonly (string Kind, Lay Lay)[] Under =
    [
        ("heavy decision", (visit, audience, _) => Now(Decision.Open(
            visit.Circle, "Waar woont Kees?", null, false, HeavyStep.Placement, SeatSet.None, Named(visit, audience), null, visit.Act))),
        ("option", async (visit, _, known) => DecisionOption.Lay(
            visit.Circle, await FindAsync<Decision>(visit, known("heavy decision")),
            new OptionParts("Bij oma.", OptionKinds.Network, null, null, null, SeatSet.None, null, null, null, null), visit.Act)),
        ("difference", async (visit, _, known) => Difference.PointOut(
            visit.Circle, await FindAsync<View>(visit, known("view")), "Het gaat goed.", await FindAsync<View>(visit, known("second view")), "Het gaat beter.", null, visit.Act)),
        ("point of a talk", async (visit, _, known) => TalkPoint.Lay(visit.Circle, await FindAsync<Talk>(visit, known("talk")), "Slapen.", true, visit.Act)),
        ("talk that goes on", async (visit, audience, known) =>
        {
            var talk = Talk.Plan(visit.Circle, "Nu praten.", null, null, null, Everybody(visit, audience), visit.Act);
            talk.Begin(visit.Circle, SeatSet.Of(visit.Me.Number), visit.Act);
            return await Now(talk);
        }),
        ("talk that ended", async (visit, audience, known) =>
        {
            var talk = Talk.Plan(visit.Circle, "Toen praten.", null, null, null, Everybody(visit, audience), visit.Act);
            talk.Begin(visit.Circle, SeatSet.Of(visit.Me.Number), visit.Act);
            talk.End(visit.Act);
            return await Now(talk);
        }),
        ("sentence on the sheet", async (visit, _, known) =>
        {
            var talk = await FindAsync<Talk>(visit, known("talk that goes on"));
            return SheetSentence.Lay(
                visit.Circle, talk, SheetPart.Together, "Wij zien een moe kind.", null, null, talk.Speak(visit.Circle, visit.Me.Id, TalkAsk.Sheet, null, true, visit.Act));
        }),
    ];

    public async Task EverythingAsync()
    {
        await OverviewAsync();
        foreach (var (how, readers) in new[] { ('a', (Func<Visit, Audience>)(_ => Audience.Everyone)), ('h', Two) })
        {
            await LayAllAsync("henk", how, readers, OfAnother);
            await LayAllAsync("hilde", how, readers, [.. OfAnybody, .. Under]);
            await LayAllAsync("gijs", how, readers, OfGuests);
            await FactorsAsync(how, readers);
            gathering.Clock.Now += TimeSpan.FromDays(1);
        }

        await LayAllAsync("hilde", 'h', _ => Audience.OnlyMe, [.. OfAnybody.Where(one => one.Kind is not ("light decision" or "talk"))]);
        gathering.Clock.Now += TimeSpan.FromDays(1);
        await ReflectAsync();
        await KeepBackAsync();

        // A day later, so that what is taken back leaves its place.
        await LayAllAsync("hilde", 'w', _ => Audience.Everyone, OfAnybody);
        await LayAllAsync("gijs", 'w', _ => Audience.Everyone, [OfAnybody.First(one => one.Kind == "sentence")]);
        foreach (var name in new[] { "ans", "ben", "eva", "kees", "jip", "nel", "vic", "vera", "max", "otto", "olga", "nora", "fien", "bart", "stan" })
        {
            await LayAllAsync(name, 'o', _ => Audience.Everyone, [.. OfAnybody, .. OfGuests.Where(one => one.Kind == "condition")]);
        }

        await SayAloudAsync(Audience.Everyone, 'a');
        await SayAloudAsync(Audience.OnlyMe, 'h');
        gathering.Clock.Now += TimeSpan.FromDays(1);
        foreach (var thing in laid.Things.Where(thing => thing.How == 'w'))
        {
            await gathering.DoAsync(thing.By, laid, Permission.Speak, async visit =>
            {
                var taken = await visit.FindAsync<Contribution>(ContributionId.From(thing.Id), CancellationToken.None);
                Assert.False(taken.TakeBack(visit.Act));
                return true;
            });
        }
    }

    private async Task LayAllAsync(string who, char how, Func<Visit, Audience> audience, (string Kind, Lay Lay)[] kinds)
    {
        foreach (var (kind, lay) in kinds)
        {
            Contribution? made = null;
            HashSet<string> readers = [];
            try
            {
                await gathering.DoAsync(who, laid, Permission.Speak, async visit =>
                {
                    made = await lay(visit, audience(visit), wanted => ContributionId.From(laid.Things.Last(thing => thing.Kind == wanted && thing.How == how).Id));
                    visit.Lay(made);
                    readers = [.. visit.Circle.Seats.Where(made.MayBeReadBy).Select(seat => seat.Name)];
                    return true;
                });
            }
            catch (RuleBrokenException) when (how == 'o')
            {
                // Not everybody lays everything: a professional no goal, a child no sentence about another.
                continue;
            }

            laid.Things.Add(new Thing(kind, who, how, made!.Id.Value) { Readers = readers });
        }
    }

    // The child says something aloud: for everybody, and for itself alone.
    private Task SayAloudAsync(Audience audience, char how) => gathering.DoAsync("kees", laid, Permission.Speak, visit =>
    {
        var sound = Sound.Read(Recorded.Wave(0.2));
        var said = GoodThing.Lay(visit.Circle, "Hardop.", SeatSet.None, audience, visit.Act, Pictured.Of([], null, sound.Spoken));
        visit.Lay(said, sound);
        laid.Things.Add(new Thing("said aloud", "kees", how, said.Id.Value));
    });

    private async Task OverviewAsync()
    {
        await gathering.DoAsync("hilde", laid, Permission.Speak, visit =>
        {
            var overview = Overview.Propose(visit.Circle, visit.Act);
            visit.Lay(overview);
            laid.Things.Add(new Thing("overview", "hilde", 'a', overview.Id.Value));
        });
        foreach (var name in new[] { "ans", "ben", "eva", "kees", "jip", "vera" })
        {
            await gathering.DoAsync(name, laid, Permission.Speak, async visit =>
            {
                (await FindAsync<Overview>(visit, Known("overview"))).SayUseful(Useful.Yes, visit.Act);
                return true;
            });
        }
    }

    private Task FactorsAsync(char how, Func<Visit, Audience> readers) => LayAllAsync("hilde", how, readers,
    [
        ("what plays a part", async (visit, audience, _) => Factor.Lay(
            visit.Circle, await FindAsync<Overview>(visit, Known("overview")), "De buurt.", null, SeatSet.None, audience, null, visit.Act)),
        ("outcome of a list", async (visit, audience, _) => InstrumentOutcome.Lay(
            visit.Circle, await FindAsync<Overview>(visit, Known("overview")), "Een lijst.", null, Netherlands.DayOf(gathering.Clock.Now.AddDays(-1)),
            StatementKind.Opinion, "Het gaat.", "Waarom.", SeatSet.None, audience, visit.Act)),
    ]);

    private async Task ReflectAsync()
    {
        await LayAllAsync("fien", 'a', _ => Audience.Everyone,
        [
            ("reflection", (visit, _, _) => Now(Reflection.Start(visit.Circle, "Wat zie ik?", SeatSet.None, [], null, visit.Act))),
            ("reflection that is let along", (visit, _, _) => Now(Reflection.Start(visit.Circle, "Wat mis ik?", SeatSet.None, [], null, visit.Act))),
        ]);
        await gathering.DoAsync("ans", laid, Permission.Speak, async visit =>
        {
            (await FindAsync<Reflection>(visit, Known("reflection that is let along"))).LetRead(visit.Circle, visit.Act);
            return true;
        });
    }

    // What a professional does not show yet to one of the parents: one waits for its second, to the other the second agreed.
    private async Task KeepBackAsync()
    {
        async Task<Contribution> Withheld(Visit visit, Audience audience, Func<string, ContributionId> known)
        {
            var about = SeatSet.Of(SeatOf(visit, "ben").Number);
            var said = Statement.Lay(visit.Circle, "Hij was boos.", new Source(Knowing.WasThere, null, null), about, null, null, audience, visit.Act);
            said.Withhold(
                visit.Circle, about, SeatOf(visit, "vera").Number, "Eerst een plek.", Netherlands.DayOf(visit.Act.At).AddDays(Withholding.MostDays), visit.Act);
            return await Now(said);
        }

        await LayAllAsync("max", 'h', _ => Audience.Everyone, [("sentence that waits for a second", Withheld), ("sentence that is kept back", Withheld)]);
        var kept = laid.Things[^1];
        laid.Things[^1] = await gathering.DoAsync("vera", laid, Permission.Speak, async visit =>
        {
            var said = await FindAsync<Statement>(visit, ContributionId.From(kept.Id));
            said.AgreeToWithhold(visit.Act);
            return kept with { Readers = visit.Circle.Seats.Where(said.MayBeReadBy).Select(seat => seat.Name).ToHashSet() };
        });
    }

    private ContributionId Known(string kind) => ContributionId.From(laid.Things.First(thing => thing.Kind == kind).Id);

    private static Task<Contribution> Now(Contribution laid) => Task.FromResult(laid);

    private static async Task<T> FindAsync<T>(Visit visit, ContributionId id)
        where T : Contribution => await visit.FindAsync<T>(id, CancellationToken.None);

    private static Seat SeatOf(Visit visit, string name) => visit.Circle.Seats.First(seat => seat.Name == name);

    private static SeatSet Child(Visit visit) => visit.Me.Name == "kees" ? SeatSet.None : SeatSet.Of(SeatOf(visit, "kees").Number);

    private static Audience Two(Visit visit) => Audience.These(SeatSet.Of(SeatOf(visit, "hilde").Number, SeatOf(visit, "henk").Number));

    private static SeatSet Named(Visit visit, Audience audience) => audience == Audience.Everyone ? SeatSet.None : audience.Named;

    private static SeatSet Everybody(Visit visit, Audience audience) =>
        audience == Audience.Everyone ? SeatSet.Of(visit.Circle.Seats.Select(seat => seat.Number)) : audience.Named;
}
