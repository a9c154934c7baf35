using System.Reflection;
using System.Text.RegularExpressions;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Nearby;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Nudges;
using Keukentafel.Domain.Overviews;
using Keukentafel.Domain.OwnStories;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Reports;
using Keukentafel.Domain.Requests;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Wordings;
using Keukentafel.Domain.Worries;
using Keukentafel.Web.Arrivals;
using Keukentafel.Web.Children;
using Keukentafel.Web.Circles;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Frames;
using Keukentafel.Web.Library;
using Keukentafel.Web.Overviews;
using Keukentafel.Web.Requests;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Thinking;
using Keukentafel.Web.Talks;
using Keukentafel.Web.Tests.Docs;
using Keukentafel.Web.Wordings;

// Not "Words": that would hide the type of that name from every test.
namespace Keukentafel.Web.Tests.Wording;

/// <summary>Which keys the code asks for. A key that is put together from a beginning and a name is spelled out in <see cref="Families"/>.</summary>
internal static partial class Keys
{
    /// <summary>For each beginning in the code, all that can follow.</summary>
    public static IReadOnlyDictionary<string, IEnumerable<string>> Families { get; } = new Dictionary<string, IEnumerable<string>>
    {
        ["access.device."] = ["phone", "tablet", "computer", "table"],
        ["children.crayon."] = Enum.GetNames<Crayon>(),
        ["children.kind."] = Enum.GetNames<MineKind>(),
        ["children.picture."] = Enum.GetNames<PictureWord>(),
        ["children.say."] = Enum.GetNames<MineKind>(),
        ["children.supporter-known."] = Enum.GetNames<SupporterKnown>(),
        ["children.supporter-knows."] = Enum.GetNames<SupporterKnown>(),
        ["circles.address."] = KeepAddress.Fields,
        ["circles.contact."] = ContactFields,
        ["circles.contact-how."] = ContactFields,
        ["circles.contact-line."] = ["number", "hours", "code", "hear", "mind"],
        ["circles."] = Literals("src/Web/Circles/OpenTableView.cshtml", Section()).SelectMany(name => new[] { name, name + "-say", name + "-none" }),
        ["circles.one-thing."] = Enum.GetNames<OneThingKind>(),
        ["circles.one-thing-do."] = Enum.GetNames<OneThingKind>(),
        ["circles.pattern."] = Enum.GetNames<MugPattern>(),
        ["circles.colour."] = Enum.GetNames<MugColour>(),
        ["circles.drink."] = Enum.GetNames<MugDrink>(),
        ["circles.side."] = Sides,
        ["circles.side-how."] = Sides,
        ["collaborations.answer."] = Enum.GetNames<GroundAnswer>(),
        ["collaborations.ground."] = Enum.GetNames<CollaborationGround>(),
        ["collaborations."] = ["next-of", "direction-of", "hands-over-of"],
        ["collaborations.keeps-answer."] = Enum.GetNames<CoordinatorAnswer>(),
        ["collaborations.keeps-says."] = Enum.GetNames<CoordinatorAnswer>(),
        ["children.keeps-answer."] = Enum.GetNames<CoordinatorAnswer>(),
        ["children.keeps-said."] = Enum.GetNames<CoordinatorAnswer>(),
        ["leading."] = [.. LeadingParts, .. LeadingParts.Select(part => part + ".heading")],
        ["front.door-how."] = OpenDoors.All.Select(door => door.Name),
        ["arrivals.help."] = OpenDoors.Kinds,
        ["arrivals.help-how."] = OpenDoors.Kinds,
        ["arrivals.help-who."] = OpenDoors.From,
        ["arrivals.help-before."] = OpenDoors.Before,
        ["arrivals.story."] = Stories.Keys,
        ["arrivals.story-of."] = Stories.Invented,
        ["arrivals.work-duty."] = OpenDoors.Duty,
        ["arrivals.work-weigh."] = OpenDoors.Weighing,
        ["library.figure."] = Figures.All.Select(one => one.Key),
        ["library.of."] = Figures.All.Select(one => one.Key),
        ["library.doubt."] = Figures.All.Select(one => one.Key),
        ["library.part."] = Figures.All.Where(one => one.Parts > 1).SelectMany(one => Enumerable.Range(1, one.Parts).Select(part => one.Key + part)),
        ["library.grounds."] = Enum.GetNames<FigureGrounds>(),
        ["library.group."] = Enum.GetNames<FigureGroup>(),
        ["library.note."] = Enum.GetNames<FigureGroup>(),
        ["library.good."] = NamedSystems.All.Select(one => one.Key),
        ["library.limit."] = NamedSystems.All.Select(one => one.Key),
        ["library.systems."] = Enum.GetNames<SystemGroup>(),
        ["library.place."] = Enum.GetNames<InProduct>().Where(name => name != nameof(InProduct.Told)),
        ["library.person."] = WhoIsThere.All.Select(one => one.Key),
        ["library.does."] = WhoIsThere.All.Select(one => one.Key),
        ["library.may."] = WhoIsThere.All.Select(one => one.Key),
        ["library.who-asks."] = WhoIsThere.Asks,
        ["nearby.begin."] = Enum.GetNames<LocalKind>(),
        ["nearby.body."] = Enum.GetNames<LocalKind>(),
        ["nearby.door."] = [.. Enum.GetNames<StoryDoor>(), "none"],
        ["nearby.kind."] = Enum.GetNames<LocalKind>(),
        ["nearby.kind-none."] = Enum.GetNames<LocalKind>(),
        ["nearby.stands."] = ["hidden", "old", "newer", "shown"],
        ["nearby.title."] = Enum.GetNames<LocalKind>(),
        ["nearby.title-how."] = Enum.GetNames<LocalKind>(),
        ["nearby.write."] = Enum.GetNames<LocalKind>(),
        ["requests.bring."] = Enum.GetNames<BroughtPart>(),
        ["requests.bring-as."] = Enum.GetNames<BroughtPart>(),
        ["requests.bring-for."] = Enum.GetNames<BroughtFor>(),
        ["requests.call-asked."] = AskForFamily.Asked,
        ["requests.call-say."] = AskForFamily.Say,
        ["requests.for."] = [.. Enum.GetNames<AskedFor>(), "not-yet"],
        ["requests.for-how."] = [.. Enum.GetNames<AskedFor>(), "not-yet"],
        ["requests.not-yet-along."] = AskForFamily.Along,
        ["requests.not-yet-before."] = AskForFamily.Before,
        ["requests.not-yet-say."] = AskForFamily.Sayings,
        ["requests.from."] = Enum.GetNames<HelpFrom>(),
        ["requests.kind."] = Enum.GetNames<HelpKind>(),
        ["thinking."] = [.. ThinkItThrough.Questions, .. ThinkItThrough.Questions.Select(ask => ask + "-how"), "keep-sure", "keep-yes", "wipe-sure", "wipe-yes"],
        ["thinking.card."] = ThinkTogether.Cards,
        ["thinking.card-if."] = ThinkTogether.Cards,
        ["thinking.card-ask."] = ThinkTogether.Asks,
        ["thinking.together-group."] = ThinkTogether.Group,
        ["thinking.end."] = [.. ThinkItThrough.Ends, .. ThinkItThrough.Ends.Select(end => end + "-how")],
        ["thinking.label."] = ThinkItThrough.Questions,
        ["thinking.opening."] = ["parent", "child"],
        ["thinking.say."] = ["parent", "child"],
        ["collaborations.sentence."] = Enum.GetNames<CollaborationSentence>(),
        ["contributions.ask."] = Enum.GetNames<What>(),
        ["contributions.how."] = Enum.GetNames<What>(),
        ["contributions.what."] = Enum.GetNames<What>(),
        ["contributions.what-how."] = Enum.GetNames<What>().Append("Telling"),
        ["contributions.choose."] = Enum.GetNames<Readers>().Append("OnlyAbout").Append("OnlyTeller"),
        ["contributions.choose-how."] = [nameof(Readers.OnlyMe), nameof(Readers.These)],
        ["contributions.of."] = typeof(Contribution).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Contribution)) && !type.IsAbstract).Select(type => type.Name),
        ["contributions.took-back."] = ["KeepsItsTrace", "LeavesAMark", "Vanishes"],
        ["contributions.stance."] = Enum.GetNames<Stance>(),
        ["contributions.stands."] = Enum.GetNames<Stance>(),
        ["contributions.stand-now."] = Enum.GetNames<Stance>(),
        ["frames.change."] = Enum.GetNames<FrameKind>(),
        ["frames.to."] = Enum.GetNames<FrameKind>(),
        ["frames."] = from part in new[] { "ask", "refuse", "follows", "object" } from kind in new[] { "measure", "voluntary" } select $"{part}-{kind}",
        ["rights.i-am."] = Enum.GetNames<RightsFor>(),
        ["rights.help."] = Enum.GetNames<WhoseSay>(),
        ["rights.file."] = Enum.GetNames<WhoseSay>(),
        ["rights.judge."] = Enum.GetNames<JudgeHears>(),
        ["rights.line."] = Rights.Current.Lines.Select(line => line.Key),
        ["rights.name."] = Rights.Current.Lines.Where(line => line.Name is null).Select(line => line.Key),
        ["decisions.aid."] = Enum.GetNames<Aid>().Where(name => name != nameof(Aid.TakesPart)),
        ["decisions.aid-ask."] = AidsWithWords,
        ["decisions.aid-how."] = AidsWithWords.Append(nameof(Aid.Options)),
        ["decisions.back-ask."] = Enum.GetNames<LookBackAsk>(),
        ["decisions.back-said."] = Enum.GetNames<LookBackAsk>(),
        ["decisions.gap-kind."] = Decision.KindsOwed.Select(kind => kind.ToString()),
        ["decisions.kind."] = Enum.GetNames<OptionKinds>().Where(name => name != nameof(OptionKinds.None)),
        ["decisions.lack."] = Decision.KindsOwed.Select(kind => kind.ToString()),
        ["decisions.legal."] = Enum.GetNames<LegalStatus>(),
        ["decisions.legal-is."] = Enum.GetNames<LegalStatus>(),
        ["decisions.less-name."] = Enum.GetNames<SideEffects>().Where(name => name != nameof(SideEffects.None)),
        ["decisions.less-of."] = Enum.GetNames<SideEffects>().Where(name => name != nameof(SideEffects.None)),
        ["decisions.list."] = ["open", "closed"],
        ["decisions.owed."] = new[] { "reason", "authority", "rights", "object" }.SelectMany(one => new[] { one + "-ask", one + "-ask-how", one + "-is" }),
        ["decisions.step."] = Enum.GetNames<HeavyStep>(),
        ["decisions.why-not-how."] = Decision.KindsOwed.Select(kind => kind.ToString()),
        ["ownstories.what."] = Enum.GetNames<StoryWhat>(),
        ["nudges.day."] = NudgeHours.Week.Select(day => day.ToString()),
        ["overviews.area."] = Enum.GetNames<LifeArea>(),
        ["overviews.only."] = [nameof(Works.Helps), nameof(Works.Hard)],
        ["overviews.outcome-kind."] = LayOutcome.Kinds.Select(kind => kind.ToString()),
        ["overviews.told."] = Enum.GetNames<Useful>(),
        ["overviews.useful."] = Enum.GetNames<Useful>(),
        ["overviews.useful-of."] = Enum.GetNames<Useful>(),
        ["overviews.works."] = Enum.GetNames<Works>(),
        ["incidents."] = ["tell", "learn"],
        ["incidents.ask."] = Enum.GetNames<IncidentAsk>(),
        ["incidents.kind."] = Enum.GetNames<IncidentKind>(),
        ["incidents.may."] = Enum.GetNames<MayLearn>(),
        ["incidents.may-said."] = Enum.GetNames<MayLearn>(),
        ["incidents.said."] = Incident.Account.Select(ask => ask.ToString()),
        ["incidents.thing."] = typeof(Contribution).Assembly.GetTypes().Where(type => Incident.CanBeKnownThen(type) || Incident.CanComeOfIt(type)).Select(type => type.Name),
        ["endings.chapter."] = Enum.GetNames<BookletChapter>(),
        ["endings.enough."] = Enum.GetNames<GoodEnough>().SelectMany(name => new[] { name, name + ".child" }),
        ["endings.enough-says."] = Enum.GetNames<GoodEnough>(),
        ["involvements.answer."] = Enum.GetNames<WelcomeAnswer>(),
        ["involvements.load-faces-count."] = ["one", "more"],
        ["involvements.load-planned-count."] = ["one", "more"],
        ["involvements.load-came."] = ["one", "more"],
        ["involvements.load-went."] = ["one", "more"],
        ["involvements.asked."] = ["one", "more"],
        ["involvements.reads."] = Enum.GetNames<Sharing>(),
        ["involvements.look."] = Enum.GetNames<StillNeeded>(),
        ["involvements.look-says."] = Enum.GetNames<StillNeeded>(),
        ["involvements.step-kind."] = Enum.GetNames<StepKind>(),
        ["involvements.step-says."] = Enum.GetNames<StepKind>(),
        ["involvements.says."] = Enum.GetNames<WelcomeAnswer>(),
        ["notknowing.ask."] = Enum.GetNames<NotKnownPart>(),
        ["notknowing.how."] = Enum.GetNames<NotKnownPart>(),
        ["notknowing.list."] = ["open", "known"],
        ["notknowing.part."] = Enum.GetNames<NotKnownPart>(),
        ["notknowing.who."] = Enum.GetValues<NotKnownPart>().Where(NotKnown.NamesWho).Select(part => part.ToString()),
        ["notknowing.who-is."] = Enum.GetValues<NotKnownPart>().Where(NotKnown.NamesWho).Select(part => part.ToString()),
        ["plans.folded-of."] = typeof(PlanPart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PlanPart))).Select(type => type.Name),
        ["plans.way."] = Enum.GetNames<Way>(),
        ["plans.way-how."] = Enum.GetNames<Way>(),
        ["plans.way-none."] = Enum.GetNames<Way>(),
        ["consults.ask."] = Enum.GetNames<ConsultAsk>(),
        ["consults.ask-how."] = Enum.GetNames<ConsultAsk>(),
        ["consults.told."] = [nameof(ConsultAsk.NotKnown), nameof(ConsultAsk.FamilySays), nameof(ConsultAsk.WantsToKnow)],
        ["consults.advise."] = Enum.GetNames<AdviceAsk>(),
        ["consults.advise-how."] = Enum.GetNames<AdviceAsk>(),
        ["consults.advised."] = Enum.GetNames<AdviceAsk>(),
        ["consults.stays."] = Enum.GetNames<ExpertStays>(),
        ["consults.stays-is."] = Enum.GetNames<ExpertStays>(),
        ["consults.stays-me."] = Enum.GetNames<ExpertStays>(),
        ["library.asked-talk."] = [.. SeeAsked.Talks],
        ["library.asked-face."] = Enum.GetNames<AskedFaces>(),
        ["library.asked-wait."] = Enum.GetNames<AskedWait>(),
        ["consults.experts-stays."] = Enum.GetNames<ExpertStays>(),
        ["consults.field."] = ["add-words", "back-words", "tell-words"],
        ["consults.field-how."] = ["add-words", "back-words", "tell-words"],
        ["reflections.ask."] = Enum.GetNames<ReflectionAsk>(),
        ["reflections.ask-how."] = Enum.GetNames<ReflectionAsk>(),
        ["reflections.asked."] = Enum.GetNames<ReflectionAsk>(),
        ["reflections.end."] = Enum.GetNames<ColleagueEnd>(),
        ["reflections.outcome."] = Enum.GetNames<ReflectionOutcome>(),
        ["reflections.outcome-is."] = Enum.GetNames<ReflectionOutcome>(),
        ["reflections.turn."] = Enum.GetNames<ReflectionTurn>(),
        ["reflections.turn-how."] = Enum.GetNames<ReflectionTurn>(),
        ["reflections.turn-is."] = Enum.GetNames<ReflectionTurn>(),
        ["reports.effect-ask."] = Enum.GetNames<EffectAsk>(),
        ["reports.effect-is."] = Enum.GetNames<EffectAsk>(),
        ["reports.kind."] = Enum.GetNames<StatementKind>().Where(kind => kind != nameof(StatementKind.Telling)),
        ["rules."] = Rules().Select(rule => rule.Name),
        ["shell.error."] = Literals("src/Web/Shell/Pages.cs", Error()).SelectMany(name => new[] { name, name + ".heading" }).Concat(["not-ours.heading", "signed-out.heading", "ended.heading"]),
        ["shell.nav."] = Literals("src/Web/Shell/Layout.cshtml", Entry()),
        ["statements.kind."] = Enum.GetNames<StatementKind>(),
        ["statements.kind-says."] = Enum.GetNames<StatementKind>(),
        ["wordings.no-of."] = Enum.GetNames<RepresentativeKind>(),
        ["wordings.outcome."] = Enum.GetNames<WordOutcome>(),
        ["wordings.place."] = Enum.GetNames<PagePlace>(),
        ["wordings.proposal."] = Enum.GetNames<RepresentativeKind>(),
        ["wordings.stands."] = new[] { "new", "yours", "refused" }.Concat(Enum.GetNames<RepresentativeKind>().Select(kind => "waits-" + kind)),
        ["wordings.waits-for."] = Enum.GetNames<RepresentativeKind>(),
        ["wordings.which."] = Enum.GetNames<WordRemarkKind>(),
        ["wordings.you-speak."] = Enum.GetNames<RepresentativeKind>(),

        // A child's own story is not asked how it is known, and nobody reads another's sentence as one.
        ["statements.know."] = Enum.GetNames<Knowing>().Where(name => name != nameof(Knowing.Tells)),
        ["statements.know-how."] = Enum.GetNames<Knowing>().Where(name => name != nameof(Knowing.Tells)),
        ["statements.reads-as."] = Enum.GetNames<StatementKind>().Where(name => name != nameof(StatementKind.Telling)),
        ["statements.source."] = Enum.GetNames<Knowing>(),
        ["statements.kind-how."] = Enum.GetNames<StatementKind>().Where(name => name != nameof(StatementKind.Telling)),
        ["statements.act."] = StatementActs,
        ["statements.done."] = StatementActs,
        ["talks.ask."] = Enum.GetNames<TalkAsk>().Where(name => name != nameof(TalkAsk.Point)),
        ["talks.part."] = Enum.GetNames<SheetPart>().Append("WillDo"),
        ["statements.not-yet-list."] = ["asked", "agreed", "kept"],
        ["statements.withheld."] = Enum.GetNames<WithholdingState>(),
        ["talks.way."] = Literals("src/Web/Talks/SeeTalksView.cshtml", WayTo()),
        ["talks.kind."] = Enum.GetNames<SaidAs>(),
        ["views.choose."] = Enum.GetNames<ViewOrder>(),
        ["views.order."] = Enum.GetNames<ViewOrder>(),
        ["worries.place."] = Enum.GetNames<Place>(),
    };

    // Nobody is given a seat away from the table.
    private static IEnumerable<string> ContactFields => new[] { "number", "hours", "code", "hear", "mind" }.Select(name => name + "-words");

    private static IEnumerable<string> Sides => Enum.GetNames<SeatSide>().Where(name => name is not (nameof(SeatSide.Colleague) or nameof(SeatSide.Expert)));

    private static IEnumerable<string> AidsWithWords => Enum.GetNames<Aid>().Where(name => name is not (nameof(Aid.TakesPart) or nameof(Aid.Options)));

    private static IEnumerable<string> StatementActs => Repository.Files(".cs")
        .Where(path => path.StartsWith("src/Web/Statements/", StringComparison.Ordinal))
        .SelectMany(path => Literals(path, Act()));

    private static IEnumerable<string> FrontParts => PartsOf("WhatHappensView").SelectMany(part => new[] { "front." + part, "front." + part + ".heading" });

    private static IEnumerable<string> LeadingParts => PartsOf("LeadingView");

    private static IEnumerable<string> PartsOf(string view) =>
        Quoted().Matches(Repository.Read($"src/Web/Shell/{view}.cshtml").Split('\n').Single(line => line.Contains("foreach", StringComparison.Ordinal)))
            .Select(match => match.Groups[1].Value);

    /// <summary>Every rule that domain, data and pages know.</summary>
    public static IReadOnlyList<Rule> Rules() =>
    [
        .. new[] { typeof(Rule).Assembly, typeof(Door).Assembly, typeof(Pages).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Rule))
            .Select(field => (Rule)field.GetValue(null)!),
    ];

    /// <summary>What the code asks for, literally.</summary>
    public static IReadOnlySet<string> Written()
    {
        var areas = string.Join('|', Text.All(english: false).Keys.Select(key => key[..key.IndexOf('.', StringComparison.Ordinal)]).Distinct());
        var literal = new Regex($"\"((?:{areas})\\.[A-Za-z0-9.-]*)\"");
        return Repository.Files(".cs", ".cshtml")
            .Where(path => path.StartsWith("src/Web/", StringComparison.Ordinal))
            .SelectMany(path => literal.Matches(Repository.Read(path)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Everything the code can ask for: each key with whether it is one of two, for one and for more.</summary>
    public static IReadOnlySet<string> Used()
    {
        var written = Written();
        var counted = Repository.Files(".cs", ".cshtml")
            .Where(path => path.StartsWith("src/Web/", StringComparison.Ordinal))
            .SelectMany(path => Counted().Matches(Repository.Read(path)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        return written.Where(key => !key.EndsWith('.') && !counted.Contains(key))
            .Concat(counted.SelectMany(key => new[] { key + ".one", key + ".more" }))
            .Concat(Families.Where(family => written.Contains(family.Key)).SelectMany(family => family.Value.Select(end => family.Key + end)))
            .Concat(FrontParts)

            // A child is told it in words of its own, where there are such.
            .SelectMany(key => Text.All(english: false).ContainsKey(key + ".child") ? new[] { key, key + ".child" } : [key])
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Literals(string path, Regex pattern) =>
        [.. pattern.Matches(Repository.Read(path)).Select(match => match.Groups[1].Value).Distinct()];

    [GeneratedRegex("new StatementAct\\(\\s*\"([a-z-]+)\"")]
    private static partial Regex Act();

    [GeneratedRegex("new TableSection\\(Model, \"([a-z-]+)\"")]
    private static partial Regex Section();

    [GeneratedRegex("(?:=>) \"([a-z-]+)\",")]
    private static partial Regex Error();

    [GeneratedRegex("Entry\\([^,]+, \"([a-z-]+)\"\\)")]
    private static partial Regex Entry();

    [GeneratedRegex("Way\\(\"([a-z/-]+)\"")]
    private static partial Regex WayTo();

    [GeneratedRegex("Count\\(\"([a-z.-]+)\"")]
    private static partial Regex Counted();

    [GeneratedRegex("\"([a-z-]+)\"")]
    private static partial Regex Quoted();
}
