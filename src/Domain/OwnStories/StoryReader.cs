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

namespace Keukentafel.Domain.OwnStories;

/// <summary>Takes a thing apart into who said what in it. A kind that is not named here cannot be taken along: it throws, and a test meets every kind.</summary>
public static class StoryReader
{
    /// <summary>Everything said in a thing that this reader sees at the table, in order of time.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="reader">Who reads it.</param>
    public static IEnumerable<StoryWords> WordsIn(Contribution thing, Seat reader)
    {
        var shows = thing.WordsMayBeReadBy(reader);
        var inside = shows ? Inside(thing, reader) : [];
        return inside
            .Where(said => said.Words is null || said.Words.Length > 0)
            .Concat(thing.Additions.Where(addition => addition.By == reader.Number || (shows && !addition.OnlyPoints)).SelectMany(Of))
            .OrderBy(said => said.At);
    }

    /// <summary>What stands in the thing itself.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="reader">Who reads it.</param>
    public static IEnumerable<StoryWords> Inside(Contribution thing, Seat reader)
    {
        StoryWords? Own(StoryWhat what, string? words) => words is null ? null : new StoryWords(thing.By, thing.At, what, words);
        StoryWords? Chose(StoryWhat what, bool chosen) => chosen ? new StoryWords(thing.By, thing.At, what, null) : null;
        StoryWords? Picked(Enum? chosen, StoryWhat what = StoryWhat.Choice) =>
            chosen is null ? null : new StoryWords(thing.By, thing.At, what, null) { Chosen = chosen };
        StoryWords? On(DateOnly? day, StoryWhat what = StoryWhat.Day) => day is null ? null : new StoryWords(thing.By, thing.At, what, null) { Day = day };
        IEnumerable<StoryWords?> WhyWithheld(Statement statement) => statement.Withheld is { } withheld
            ? withheld.All.Append(withheld.Longer).OfType<Withholding>().Select(one => Own(StoryWhat.Why, one.Reason))
            : [];
        IEnumerable<StoryWords?> said = thing switch
        {
            GoodThing good => [Own(StoryWhat.Words, good.Words)],
            Help help => [Own(StoryWhat.Words, help.Words)],
            Wish wish => [Own(StoryWhat.Words, wish.Words)],
            Worry worry => [Own(StoryWhat.Words, worry.Words), Picked(worry.Place)],
            Statement statement => [Own(StoryWhat.Words, statement.Words), Own(StoryWhat.Source, statement.Source.Words), On(statement.Happened), .. WhyWithheld(statement)],
            View view =>
            [
                Own(StoryWhat.Safe, view.Safe.Words), Chose(StoryWhat.SafeUnknown, view.Safe.Unknown), Own(StoryWhat.Growing, view.Growing.Words),
                Chose(StoryWhat.GrowingUnknown, view.Growing.Unknown), Own(StoryWhat.Basis, view.Basis), Own(StoryWhat.Because, view.Because),
            ],
            Difference difference => [.. Passages(difference), Own(StoryWhat.Words, difference.Words)],
            Talk talk => [Own(StoryWhat.Words, talk.Words), On(talk.Day), Own(StoryWhat.Time, talk.Time), Own(StoryWhat.Where, talk.Where)],
            TalkPoint point => [Own(StoryWhat.Words, point.Words)],
            SheetSentence sentence =>
            [
                Picked(sentence.StandsIn), Own(StoryWhat.Words, sentence.Words), Own(StoryWhat.DependsOn, sentence.Condition),
                On(sentence.LookAgain, StoryWhat.LooksAgain),
            ],
            Goal goal => [Own(StoryWhat.Words, goal.Words), Own(StoryWhat.Better, goal.Better)],
            Agreement agreement =>
            [
                Own(StoryWhat.Words, agreement.Words), Picked(agreement.Way), Own(StoryWhat.Others, agreement.Others), Own(StoryWhat.Why, agreement.Why),
                On(agreement.Until, StoryWhat.Until), On(agreement.LookBack, StoryWhat.LooksAgain),
            ],
            Condition condition =>
                [Own(StoryWhat.Words, condition.Words), Own(StoryWhat.Ground, condition.Ground), Own(StoryWhat.Consequence, condition.Consequence)],
            Advice advice => [Own(StoryWhat.Words, advice.Words), Own(StoryWhat.Why, advice.Why)],
            Protection protection => [Own(StoryWhat.Words, protection.Words), Own(StoryWhat.Shown, protection.Shown)],
            NotSafe notSafe => [Own(StoryWhat.Words, notSafe.Words)],
            FrameChange change =>
            [
                Own(StoryWhat.Words, change.Needed), Own(StoryWhat.Rights, change.Rights), Own(StoryWhat.WhyNoTalk, change.WhyNoTalk),
                Own(StoryWhat.WhyLate, change.WhyLate), Picked(change.To), On(change.Day, StoryWhat.FromDay),
                Chose(change.Together ? StoryWhat.Together : StoryWhat.NotTogether, true),
            ],
            Urging urging => [Own(StoryWhat.Words, urging.Words), Own(StoryWhat.ThenICan, urging.Then)],
            Report report =>
            [
                Own(StoryWhat.PassedTo, report.Parts.To), Own(StoryWhat.Words, report.Parts.Why), Own(StoryWhat.FamilyHeard, report.Parts.Told),
                Own(StoryWhat.Offered, report.Parts.Offered), Own(StoryWhat.KeepsDoing, report.Parts.Keeps), On(report.Parts.LookBack, StoryWhat.LooksAgain),
            ],
            Decision decision => [Own(StoryWhat.Words, decision.Question), Picked(decision.Step), On(decision.LookBack, StoryWhat.LooksAgain), .. Closed(decision)],
            DecisionOption option =>
            [
                .. Parts(option.Parts).Select(part => Own(part.What, part.Words)),
                Picked(option.Parts.Kinds == OptionKinds.None ? null : option.Parts.Kinds), Picked(option.Parts.Legal, StoryWhat.Legal),
            ],
            Collaboration together =>
            [
                Picked(together.Sentence), .. together.Grounds.Select(ground => Picked(ground.Value, GroundOf(ground.Key))),
                Own(StoryWhat.Noticed, together.Noticed), Own(StoryWhat.Next, together.Next), Own(StoryWhat.Direction, together.Direction),
                Own(StoryWhat.HandsOver, together.HandsOver),
            ],
            Reflection reflection => [Own(StoryWhat.Words, reflection.Question), .. Reflected(reflection, reader)],
            Consult consult => [.. Consulted(consult, reader)],
            Overview => [],
            Factor factor => [Own(StoryWhat.Words, factor.Words), Picked(factor.Area)],
            InstrumentOutcome outcome =>
            [
                Own(StoryWhat.Instrument, outcome.Parts.Instrument), Own(StoryWhat.FilledBy, outcome.Parts.FilledBy), Own(StoryWhat.Words, outcome.Parts.Words),
                Own(StoryWhat.NotSaid, outcome.Parts.NotSaid), On(outcome.Parts.On), Picked(outcome.Parts.Kind),
            ],
            NotKnown unknown => [Own(StoryWhat.Words, unknown.Words)],
            Incident incident => [Picked(incident.Kind), Own(StoryWhat.Words, incident.Words), On(incident.Day)],
            _ => throw new InvalidOperationException($"Nothing is known about taking along a {thing.GetType().Name}."),
        };
        return said.OfType<StoryWords>();
    }

    /// <summary>What one addition says.</summary>
    /// <param name="addition">The addition.</param>
    public static IEnumerable<StoryWords> Of(Addition addition)
    {
        StoryWords Said(StoryWhat what, string? words = null) => new(addition.By, addition.At, what, words);
        IEnumerable<StoryWords> Maybe(StoryWhat what, string? words) => words is null ? [] : [Said(what, words)];
        return addition switch
        {
            Answer a => [Said(StoryWhat.Answer, a.Words)],
            Position p => [Said(StanceOf(p.Stance), p.Words) with { WrittenBy = p.WrittenBy }, .. Maybe(StoryWhat.Rather, p.Rather)],
            SpokespersonChoice s => [Said(StoryWhat.Spokesperson) with { Who = s.Who }],
            WasThere w => [Said(w.Yes ? StoryWhat.WasThere : StoryWhat.WasNotThere)],
            Standing s => [Said(s.Gone ? StoryWhat.Gone : StoryWhat.Standing, s.Words)],
            Repeat r => [Said(StoryWhat.Repeat, r.Words)],
            Promise => [Said(StoryWhat.Promise)],
            WishAnswer w =>
            [
                Said(w.DontKnow ? StoryWhat.WishUnknown : StoryWhat.WishAnswer, w.Words), .. Maybe(StoryWhat.Possible, w.Possible),
                .. w.ToldInPerson ? [Said(StoryWhat.ToldInPerson)] : Array.Empty<StoryWords>(),
            ],
            Heard h => [Said(h.Yes ? StoryWhat.Heard : StoryWhat.NotHeard)],
            Reading r => [Said(StoryWhat.ReadAs, r.Reason) with { Chosen = r.Kind }],
            KindChange k => [Said(StoryWhat.KindBefore) with { Chosen = k.From }, Said(StoryWhat.KindSince, k.Reason) with { Chosen = k.To }],
            Correction c => [Said(StoryWhat.Before, c.Was), Said(StoryWhat.Corrected, c.Reason)],
            FindingOut f => [Said(StoryWhat.FindingOut) with { Who = f.Who, Day = f.Before }],
            Found => [Said(StoryWhat.Found)],
            SourceAgreement s => [Said(s.Agrees ? StoryWhat.SourceAgrees : StoryWhat.SourceDisagrees)],
            Meaning m => [Said(StoryWhat.Meaning, m.Words)],
            StaysDifferent s => [Said(StoryWhat.StaysDifferent, s.Words)],
            Folding f => [Said(f.Shut ? StoryWhat.Folded : StoryWhat.Unfolded, f.Words)],
            Felt f => [Said(StoryWhat.Felt, f.Words)],
            SafeAgain s => [Said(StoryWhat.SafeAgain, s.Words)],
            FactorReading r => [Said(StoryWhat.Works, r.Says.Words) with { Chosen = r.Says.Works }, .. Maybe(StoryWhat.WhoElse, r.Says.Others), .. Maybe(StoryWhat.HowTo, r.Says.How)],
            UsefulSaid u => [Said(StoryWhat.Useful) with { Chosen = u.Says }],
            AidNote n => [Said(n.NotNow ? StoryWhat.WhyNotNow : StoryWhat.DecisionNote, n.Words) with { Chosen = n.Aid }, .. Maybe(StoryWhat.NotKnown, n.NotKnown)],
            AidLink l => [Said(StoryWhat.Linked) with { Chosen = l.Aid }],
            IncidentThing t => [Said(t.CameOfIt ? StoryWhat.CameOfIt : StoryWhat.Linked)],
            ProposedStep s => [Said(s.Unknown ? StoryWhat.StepUnknown : StoryWhat.Step, s.Words)],
            OptionLack l => [Said(StoryWhat.Lack, l.Words) with { Chosen = l.Kind }],
            VoiceMissing v => [Said(StoryWhat.VoiceMissing, v.Words) with { Who = v.Of }],
            SideEffectAnswer s => [Said(s.Unknown ? StoryWhat.Unknown : StoryWhat.Less, s.Words) with { Chosen = s.Of == SideEffects.None ? null : s.Of }],
            LookBackAnswer l => [Said(l.Unknown ? StoryWhat.Unknown : StoryWhat.LookedBack, l.Words) with { Chosen = l.Ask }],
            LookBackMoved m => [Said(StoryWhat.OtherDay) with { Day = m.Day }],
            LookAgain a => [Said(StoryWhat.OtherDay) with { Day = a.Day }],
            NotKnownSaid n => [Said(Replied(n.Reply, StoryWhat.NotKnownSaid), n.Words) with { Chosen = n.Part, Who = n.Who }],
            NowKnown n => [Said(n.Still ? StoryWhat.StillNotKnown : StoryWhat.Known, n.Words)],
            LetBe => [Said(StoryWhat.LetBe)],
            IncidentTold t => [Said(Replied(t.Reply, StoryWhat.Told), t.Words) with { Chosen = t.Ask }],
            LearningConsent c => [Said(StoryWhat.MayLearn, c.Words) with { Chosen = c.May }],
            NotGoingOn n => [Said(StoryWhat.NotGoingOn, n.Words)],
            MeasureTold m =>
            [
                Said(StoryWhat.Judge, m.Measure.Judge), Said(StoryWhat.MeasureDecided, m.Measure.Decision) with { Day = m.Measure.Decided },
                Said(StoryWhat.FromDay) with { Day = m.Measure.Starts }, Said(StoryWhat.Until) with { Day = m.Measure.Ends },
                Said(StoryWhat.StopsWhen, m.Measure.StopsWhen),
                Said(StoryWhat.CannotHere, m.Measure.Cannot), .. Maybe(StoryWhat.WhyLate, m.WhyLate),
            ],
            ReportGiven g => [Said(StoryWhat.PassedOn) with { Day = g.Day }],
            ReportEffect e => [Said(StoryWhat.Effect, e.Words) with { Chosen = e.Ask }],
            ReportFollowed f => [Said(StoryWhat.CameOfIt, f.Words)],
            OwnLet => [Said(StoryWhat.OwnLet)],
            LeftOut => [Said(StoryWhat.LeftOut)],
            _ => throw new InvalidOperationException($"Nothing is known about taking along a {addition.GetType().Name}."),
        };
    }

    /// <summary>Whether something is an answer to who laid a thing down: what others said in a thing that is of all stays theirs.</summary>
    /// <param name="what">What it is.</param>
    public static bool IsAnswer(StoryWhat what) => what is StoryWhat.Answer or StoryWhat.Agree or StoryWhat.AgreeBut or StoryWhat.Disagree or StoryWhat.Unsure
        or StoryWhat.Rather or StoryWhat.Promise or StoryWhat.WishAnswer or StoryWhat.WishUnknown or StoryWhat.Possible or StoryWhat.ToldInPerson
        or StoryWhat.ReadAs or StoryWhat.Advised or StoryWhat.SourceAgrees or StoryWhat.SourceDisagrees or StoryWhat.FindingOut or StoryWhat.Found;

    private static StoryWhat Replied(Reply reply, StoryWhat inWords) => reply switch
    {
        Reply.DontKnow => StoryWhat.Unknown,
        Reply.Later => StoryWhat.Later,
        _ => inWords,
    };

    private static StoryWhat GroundOf(CollaborationGround ground) => ground switch
    {
        CollaborationGround.SameAim => StoryWhat.SameAim,
        CollaborationGround.FitsTogether => StoryWhat.FitsTogether,
        _ => StoryWhat.SamePeople,
    };

    private static StoryWhat StanceOf(Stance stance) => stance switch
    {
        Stance.Agree => StoryWhat.Agree,
        Stance.AgreeBut => StoryWhat.AgreeBut,
        Stance.Disagree => StoryWhat.Disagree,
        _ => StoryWhat.Unsure,
    };

    // Sentences of others that somebody laid beside each other stay whose they are.
    private static IEnumerable<StoryWords> Passages(Difference difference) =>
        new[] { difference.Left, difference.Right }.Select(passage => new StoryWords(passage.By, difference.At, StoryWhat.Passage, passage.Words));

    private static IEnumerable<StoryWords> Closed(Decision decision)
    {
        if (decision.Closing is not { } closing)
        {
            return [];
        }

        var against = closing.Against;
        return
        [
            .. new (StoryWhat What, string? Words)[]
            {
                (StoryWhat.Nevertheless, against?.Reason), (StoryWhat.Authority, against?.Authority), (StoryWhat.Rights, against?.Rights),
                (StoryWhat.WhereToObject, against?.WhereToObject),
            }.Where(part => part.Words is not null).Select(part => new StoryWords(closing.By, closing.At, part.What, part.Words)),
            .. decision.OptionsThen.SelectMany(option => option.Parts.Said.Select(words => new StoryWords(option.By, closing.At, StoryWhat.OptionThen, words))),
        ];
    }

    private static IEnumerable<(StoryWhat What, string? Words)> Parts(OptionParts parts) =>
    [
        (StoryWhat.Words, parts.What), (StoryWhat.Good, parts.Good), (StoryWhat.Bad, parts.Bad), (StoryWhat.Less, parts.Less),
        (StoryWhat.Tried, parts.Tried), (StoryWhat.NotKnown, parts.NotKnown),
    ];

    private static IEnumerable<StoryWords> Consulted(Consult consult, Seat reader) =>
    [
        .. consult.Words.Select(one => new StoryWords(consult.By, consult.At, one.Ask switch
        {
            ConsultAsk.WantsToKnow => StoryWhat.Words,
            ConsultAsk.NotKnown => StoryWhat.NotKnown,
            _ => StoryWhat.Consulted,
        }, one.Words)),
        .. consult.AddedFor(reader).Select(one => new StoryWords(one.By, one.At, one.RatherNot ? StoryWhat.RatherNotAsked : StoryWhat.Consulted, one.Words)),
        .. consult.AskedBack is { } back ? [new StoryWords(consult.Expert.GetValueOrDefault(), back.At, StoryWhat.Advised, back.Words)] : Array.Empty<StoryWords>(),
        .. new[] { consult.Reply, consult.CameOfIt }.OfType<SaidOnce>().Select(one => new StoryWords(consult.By, one.At, StoryWhat.Consulted, one.Words)),
        .. consult.Advised.Select(one => new StoryWords(consult.Expert.GetValueOrDefault(), consult.Advice?.At ?? consult.At, StoryWhat.Advised, one.Words)),
    ];

    // What a reader does not see yet at the table is not taken along either.
    private static IEnumerable<StoryWords> Reflected(Reflection reflection, Seat reader) => reflection.PartsFor(reader)
        .SelectMany(part => part.Words.Select(one => new StoryWords(part.By, part.At, StoryWhat.Reflected, one.Words)));
}
