using System.Reflection;
using System.Text;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Consults;
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

namespace Keukentafel.Data.Tests.Mapping;

/// <summary>What is kept comes back as it was, and what was kept once can always be read.</summary>
public sealed class SheetsTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc");
    private static readonly SeatNumber One = new(1);
    private static readonly SeatNumber Two = new(2);

    private static readonly IReadOnlyList<Addition> Additions =
    [
        new Answer(One, At, "antwoord", 3), new Standing(One, At, "staat", true), new Repeat(One, At, "weer"), new Promise(Two, At),
        new WishAnswer(One, At, "ja", true, true, "als"), new Heard(One, At, true), new Reading(Two, At, StatementKind.Opinion, "omdat"),
        new KindChange(One, At, StatementKind.Fact, StatementKind.Suspicion, "want"), new Correction(One, At, "eerst", "fout"),
        new FindingOut(One, At, Two, new DateOnly(2026, 12, 1)), new Found(One, At, new ContributionId(Id)), new SourceAgreement(Two, At, true),
        new Meaning(One, At, "betekent"), new StaysDifferent(Two, At, "blijft"),
        new Folding(Two, At, "hoeft niet", true), new Felt(One, At, "rust"), new SafeAgain(Two, At, "weg"),
        new Position(One, At, Stance.AgreeBut, "maar", "liever", Two), new SpokespersonChoice(One, At, Two), new WasThere(Two, At, false),

        // Of decisions.
        new AidNote(One, At, Aid.Knowing, "weten", "niet", false), new AidLink(One, At, Aid.Kinds, new ContributionId(Id)),
        new ProposedStep(One, At, "stap", false), new OptionLack(One, At, OptionKinds.Adult, "want"), new VoiceMissing(One, At, Two, "op kamp", One),
        new SideEffectAnswer(Two, At, SideEffects.Bed, "mijn bed", false), new LookBackAnswer(Two, At, LookBackAsk.LessNice, "moe", false),
        new LookBackMoved(One, At, new DateOnly(2027, 1, 2)), new OwnLet(Two, At), new LeftOut(One, At, new ContributionId(Id)),

        // Of an overview.
        new UsefulSaid(One, At, Useful.NotNow),
        new FactorReading(Two, At, new HowItWorks(Works.Both, "werkt", SeatSet.Of(One), SeatSet.Of(Two), "buurvrouw", "bellen", true)),

        // Of what is not known, and of incidents.
        new NotKnownSaid(One, At, NotKnownPart.Near, "elke dag", Reply.Words, Two), new NowKnown(One, At, "nu wel", false),
        new LookAgain(One, At, new DateOnly(2027, 1, 3)), new LetBe(Two, At), new IncidentTold(One, At, IncidentAsk.Helped, "oma", Reply.Words),
        new IncidentThing(One, At, new ContributionId(Id), true), new LearningConsent(One, At, MayLearn.No, "liever niet"),

        // Of frames.
        new ReportGiven(Two, At, new DateOnly(2026, 11, 21)), new ReportEffect(One, At, EffectAsk.Trust, "minder"), new ReportFollowed(Two, At, "er kwam oppas"),
        new NotGoingOn(Two, At, "de rechter zei nee"),
        new MeasureTold(
            Two, At, new Measure("rechtbank", "besloten", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 2), new DateOnly(2027, 5, 1), "stopt als", "kan niet"), "spoed"),
    ];

    private readonly Keyring _keyring = new(Path.Combine(Directory.CreateTempSubdirectory("keukentafel-").FullName, "keys"));

    private static readonly Withholding Withheld = Withholding.Kept(
        One, Two, SeatSet.Of(new SeatNumber(3)), SeatSet.Of(Two, new SeatNumber(4)), "eerst een plek", new DateOnly(2026, 12, 4), At, At, null, null,
        Withholding.Kept(One, Two, SeatSet.Of(new SeatNumber(3)), SeatSet.Of(Two, new SeatNumber(4)), "nog geen plek", new DateOnly(2026, 12, 9), At, null, At, null, null, null),
        Withholding.Kept(One, Two, SeatSet.Of(new SeatNumber(3)), SeatSet.Of(Two, new SeatNumber(4)), "bang", new DateOnly(2026, 11, 30), At, At, null, At, null, null));

    private static IReadOnlyList<Contribution> Contributions =>
    [
        new GoodThing(Head, "goed", Additions), new Help(Head, "helpt", Additions), new Worry(Head, "zorg", Place.School, Additions),
        new Wish(Head, "wens", Additions),
        new Statement(
            Head, "zin", StatementKind.Suspicion, new Source(Knowing.WasTold, Two, "gehoord"), new DateOnly(2026, 11, 1), new ContributionId(Id),
            Withheld, SeatSet.None, Additions),
        new View(Head, new ViewPart("rustig", false), new ViewPart(null, true), "gezien", "daarom", Additions),
        new Difference(
            Head, new Passage(new ContributionId(Id), One, At, "links"), new Passage(new ContributionId(Id), Two, At, "rechts"), "vraag", Additions),
        new Agreement(
            Head, "afspraak", SeatSet.Of(One), "buurvrouw", "waarom", new DateOnly(2026, 12, 2), Way.Stronger, new DateOnly(2026, 12, 3),
            new ContributionId(Id), Additions),
        new Goal(Head, "doel", "beter", new ContributionId(Id), new ContributionId(Id), Additions),
        new Condition(Head, "moet", "grond", "gevolg", Additions), new Advice(Head, "advies", "waarom", Additions),
        new NotSafe(Head, "nu", Additions), new Protection(Head, "oma", "lang", Additions),
        new Talk(
            Head, "praten", new DateOnly(2026, 12, 4), "acht uur", "thuis", SeatSet.Of(One, Two),
            new Course(At, At.AddHours(1), TalkAsk.Point, new ContributionId(Id), true, [new Presence(At, One, SeatSet.Of(One)), new Presence(At, Two, SeatSet.Of(One, Two))]),
            Additions),
        new TalkPoint(Head, new ContributionId(Id), "vragen", true, Additions),
        new SheetSentence(
            Head with { Turn = new TalkTurn(new ContributionId(Id), TalkAsk.Point, new ContributionId(Id)), WrittenBy = One, ReadBackAt = At }, SheetPart.Dare,
            "durven", "omdat", new DateOnly(2026, 12, 5), Additions),

        new Collaboration(
            Head, CollaborationSentence.BecomingTeam, "gemerkt", "volgende", "richting", "over",
            new Dictionary<CollaborationGround, GroundAnswer> { [CollaborationGround.SamePeople] = GroundAnswer.No }, Additions),

        // Of decisions.
        new Decision(
            Head, "vraag", HeavyStep.Measure, SeatSet.Of(One, Two), new DateOnly(2027, 1, 1),
            new Closing(At, One, SeatSet.Of(One), false, new Against("a", "b", "c", "d")),
            [new OptionThen(new ContributionId(Id), Two, new OptionParts("weg", OptionKinds.Adult, null, null, null, SeatSet.None, null, null, null, null))],
            Additions),
        new DecisionOption(
            Head, new ContributionId(Id), true,
            new OptionParts("weg", OptionKinds.Network, "goed", "slecht", "minder", SeatSet.Of(Two), "eerder", "onbekend", LegalStatus.NotKnown, null), Additions),

        // Of looking again with a colleague.
        new Reflection(
            Head, "vraag", One, [new ContributionId(Id)], new ContributionId(Id), One, At,
            [new ReflectionPart(Two, At, ReflectionTurn.Conclusion, [(ReflectionAsk.LeftOut, "iets")], ReflectionOutcome.Keep)], Additions),

        // Of asking in the background.
        new Consult(
            Head,
            new ConsultKept
            {
                Words = [(ConsultAsk.Fact, "zag"), (ConsultAsk.WantsToKnow, "wil weten")],
                Added = [new FamilyAdded(One, At, false, "erbij"), new FamilyAdded(new SeatNumber(3), At, true, null)],
                Advised = [(AdviceAsk.Perception, "zo"), (AdviceAsk.Doubts, "twijfel")],
                Expert = Two,
                SentAt = At.AddHours(1),
                LookBack = new DateOnly(2026, 12, 20),
                AskedBack = new SaidOnce("wat nog", At.AddHours(2)),
                Reply = new SaidOnce("dit", At.AddHours(3)),
                Advice = new ExpertAdvice(At.AddHours(4), ExpertStays.WouldCome),
                CameOfIt = new SaidOnce("hielp", At.AddHours(5)),
                StoppedAt = At.AddHours(6),
            },
            Additions),

        // Of an overview.
        new Overview(Head, Additions), new Factor(Head, new ContributionId(Id), "speelt mee", LifeArea.FreeTime, Additions),
        new InstrumentOutcome(
            Head, new ContributionId(Id), new OutcomeParts("lijst", "mama", new DateOnly(2026, 11, 2), StatementKind.Opinion, "kwam uit", "zegt niet"),
            SeatSet.Of(One, Two), Additions),

        // Of what is not known, and of incidents.
        new NotKnown(Head, "wat niet", new ContributionId(Id), Additions),
        new Incident(Head, IncidentKind.Standstill, "stil", new DateOnly(2026, 11, 20), Additions),

        // Of frames.
        new Urging(Head, "ga praten", "dan bel ik", Additions),
        new Report(
            Head, new ReportParts("huisarts", "het stopt niet", "zondag verteld", "oppas", "elke week langs", new DateOnly(2026, 12, 20)), [new ContributionId(Id)], Additions),
        new FrameChange(
            Head, FrameKind.Measure, new DateOnly(2026, 12, 9), "nodig", false, "rechten", new ContributionId(Id), "geen gesprek", "laat", Additions),
    ];

    private static Head Head => new(
        new ContributionId(Id), new CircleId(Id), Two, At, SeatSet.Of(One), new Audience(Readers.GrownUps, SeatSet.Of(Two)), true, At.AddHours(1), 7);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_keyring.Folder)!, recursive: true);

    [Fact]
    public void Every_contribution_and_every_addition_is_in_these_tests()
    {
        Assert.Equal(Subtypes(typeof(Contribution)), Contributions.Select(c => c.GetType().Name).Order());
        Assert.Equal(Subtypes(typeof(Addition)), Additions.Select(a => a.GetType().Name).Order());
    }

    [Fact]
    public void Every_contribution_comes_back_as_it_was_kept()
    {
        foreach (var kept in Contributions)
        {
            var row = Sheets.RowOf(kept, _keyring);
            using var opener = _keyring.OpenerOf(Id);
            var back = Sheets.From(row, opener);
            Assert.Equal(kept.GetType(), back.GetType());
            Assert.Equal(kept.Additions, back.Additions);
            Assert.Equal(kept.Said, back.Said);
            foreach (var property in kept.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.PropertyType == typeof(string) || !typeof(System.Collections.IEnumerable).IsAssignableFrom(p.PropertyType)))
            {
                Assert.Equal(property.GetValue(kept), property.GetValue(back));
            }
        }
    }

    [Theory]
    [InlineData(1, """{"w":"goed"}""", "goed")]
    [InlineData(2, """{"w":"helpt","g":true}""", "helpt")]
    [InlineData(3, """{"w":"zorg","p":2,"a":[{"d":2,"b":2,"at":1700000000000,"w":"staat","y":true}]}""", "zorg|staat")]
    [InlineData(4, """{"w":"wens","a":[{"d":3,"b":2,"at":1,"w":"weer"},{"d":4,"b":1,"at":2},{"d":5,"b":1,"at":3,"w":"ja","x":"als","y":true,"y2":true},{"d":6,"b":2,"at":4,"y":true}]}""", "wens|weer|ja|als")]
    [InlineData(6, """{"sa":"rustig","gu":true,"ba":"gezien","be":"daarom"}""", "rustig|gezien|daarom")]
    [InlineData(7, """{"w":"vraag","l":{"v":"cccccccc-cccc-4ccc-8ccc-cccccccccccc","b":1,"at":1,"w":"links"},"r":{"v":"cccccccc-cccc-4ccc-8ccc-cccccccccccc","b":2,"at":1,"w":"rechts"},"a":[{"d":14,"b":2,"at":1,"w":"blijft"}]}""", "links|rechts|vraag|blijft")]
    [InlineData(11, """{"w":"doen","pl":{"w":2,"o":"buurvrouw","y":"waarom","d":"2026-12-01","v":2,"u":"2026-12-02"},"a":[{"d":31,"b":1,"at":1,"w":"rust"},{"d":30,"b":2,"at":2,"w":"klaar","y":true}]}""", "doen|buurvrouw|waarom|rust|klaar")]
    [InlineData(12, """{"w":"doel","pl":{"b":"beter","a":"cccccccc-cccc-4ccc-8ccc-cccccccccccc","wi":"cccccccc-cccc-4ccc-8ccc-cccccccccccc"}}""", "doel|beter")]
    [InlineData(13, """{"w":"moet","g":true,"pl":{"g":"grond","c":"gevolg"}}""", "moet|grond|gevolg")]
    [InlineData(14, """{"w":"advies","pl":{"y":"waarom"}}""", "advies|waarom")]
    [InlineData(15, """{"w":"nu","a":[{"d":32,"b":2,"at":1,"w":"weg"}]}""", "nu|weg")]
    [InlineData(8, """{"w":"praten","tk":{"d":"2026-12-01","t":"acht uur","w":"thuis","i":6,"b":1,"e":2,"a":2,"p":"cccccccc-cccc-4ccc-8ccc-cccccccccccc","z":true,"s":[{"at":1,"b":1,"s":6}]},"a":[{"d":21,"b":1,"at":1,"n":2}]}""", "praten|acht uur|thuis")]
    [InlineData(9, """{"w":"vragen","tk":{"f":true}}""", "vragen")]
    [InlineData(10, """{"w":"durven","tu":{"t":"cccccccc-cccc-4ccc-8ccc-cccccccccccc","a":4,"w":1,"r":1},"tk":{"m":4,"c":"omdat","d":"2026-12-01"},"a":[{"d":20,"b":1,"at":1,"n":2,"w":"maar","x":"liever","m":2}]}""", "durven|omdat|maar|liever")]
    [InlineData(40, """{"w":"rustig?","rf":{"c":2,"s":["cccccccc-cccc-4ccc-8ccc-cccccccccccc"],"b":1,"at":1,"p":[{"b":2,"at":1,"t":1,"w":[{"a":1,"w":"neig"}]},{"b":2,"at":2,"t":4,"o":2}]},"a":[{"d":60,"b":1,"at":1},{"d":61,"b":1,"at":1,"id":"cccccccc-cccc-4ccc-8ccc-cccccccccccc"}]}""", "rustig?|neig")]
    [InlineData(61, """{"con":{"w":[{"a":1,"w":"zag"},{"a":6,"w":"wil"}],"f":[{"b":1,"at":1,"n":true,"w":"erbij"}],"e":3,"s":2,"d":"2026-12-01","b":{"w":"nog","at":3},"r":{"w":"dit","at":4},"a":{"at":5,"w":[{"a":1,"w":"zo"}],"s":2},"o":{"w":"hielp","at":6},"x":7}}""", "zag|wil|nog|dit|hielp|zo")]
    [InlineData(50, """{"w":"wat niet","un":{"f":"cccccccc-cccc-4ccc-8ccc-cccccccccccc"},"a":[{"d":150,"b":1,"at":1,"n":7,"w":"elke dag","unw":2},{"d":151,"b":1,"at":2,"w":"nu wel"},{"d":152,"b":1,"at":3,"day":"2027-01-02"},{"d":153,"b":2,"at":4}]}""", "wat niet|elke dag|nu wel")]
    [InlineData(51, """{"w":"stil","in":{"k":2,"d":"2026-11-20"},"a":[{"d":154,"b":1,"at":1,"n":1,"w":"ik schrok"},{"d":155,"b":1,"at":2,"id":"cccccccc-cccc-4ccc-8ccc-cccccccccccc","y":true},{"d":156,"b":1,"at":3,"n":2,"w":"liever niet"}]}""", "stil|ik schrok|liever niet")]
    [InlineData(16, """{"w":"oma","pl":{"s":"lang"}}""", "oma|lang")]
    [InlineData(31, """{"w":"soep","ov":{"a":7},"a":[{"d":121,"b":1,"at":1,"n":3,"w":"soms","x":"bellen","y":true,"ovf":2,"ovi":4,"ovo":"buurvrouw"}]}""", "soep|soms|buurvrouw|bellen")]
    [InlineData(32, """{"w":"moe","g":true,"ov":{"q":"lijst","b":"mama","d":"2026-11-02","k":3,"n":"waarom","f":6}}""", "lijst|mama|moe|waarom")]
    public void What_was_written_in_the_first_version_can_always_be_read(int kind, string sheet, string said) =>
        Assert.Equal(said.Split('|'), Read(kind, sheet).Said);

    [Fact]
    public void A_statement_of_the_first_version_can_always_be_read()
    {
        const string sheet =
            """{"w":"zin","k":2,"n":2,"s":1,"sw":"gehoord","h":"2026-11-01","t":1700000000000,"a":[{"d":1,"b":1,"at":1,"w":"antwoord","n":3},""" +
            """{"d":7,"b":1,"at":1,"n":3,"w":"omdat"},{"d":8,"b":2,"at":1,"n":1,"m":2,"w":"want"},{"d":9,"b":2,"at":1,"x":"eerst","w":"fout"},""" +
            """{"d":10,"b":2,"at":1,"n":1,"day":"2026-12-01"},{"d":11,"b":1,"at":1,"id":"cccccccc-cccc-4ccc-8ccc-cccccccccccc"},""" +
            """{"d":12,"b":1,"at":1,"y":true},{"d":13,"b":1,"at":1,"w":"betekent"}]}""";
        var at = DateTimeOffset.FromUnixTimeMilliseconds(1);
        var said = Assert.IsType<Statement>(Read(5, sheet));
        Assert.Equal(new Source(Knowing.WasTold, One, "gehoord"), said.Source);
        Assert.Equal(StatementKind.Suspicion, said.Kind);
        Assert.Equal(new DateOnly(2026, 11, 1), said.Happened);
        Assert.True(said.IsTakenBack);
        Assert.Equal<Addition>(
            [
                new Answer(One, at, "antwoord", 3), new Reading(One, at, StatementKind.Opinion, "omdat"),
                new KindChange(Two, at, StatementKind.Fact, StatementKind.Suspicion, "want"), new Correction(Two, at, "eerst", "fout"),
                new FindingOut(Two, at, One, new DateOnly(2026, 12, 1)), new Found(One, at, new ContributionId(Id)),
                new SourceAgreement(One, at, true), new Meaning(One, at, "betekent"),
            ],
            said.Additions);
    }

    private static IEnumerable<string> Subtypes(Type type) =>
        type.Assembly.GetTypes().Where(t => t.IsSubclassOf(type) && !t.IsAbstract).Select(t => t.Name).Order();

    private Contribution Read(int kind, string sheet)
    {
        var row = new ContributionRow
        {
            Circle = Id,
            Id = Id,
            Kind = kind,
            Seat = 2,
            At = 1,
            About = 2,
            Readers = 3,
            Parent = kind is 9 or 31 or 32 ? Id : null,
            Sheet = _keyring.Seal(Id, Encoding.UTF8.GetBytes(sheet)),
        };
        using var opener = _keyring.OpenerOf(Id);
        return Sheets.From(row, opener);
    }
}
