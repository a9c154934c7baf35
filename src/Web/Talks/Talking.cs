using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>A question in a talk.</summary>
/// <param name="Ask">Its kind.</param>
/// <param name="Point">Whose; null for those that every talk has.</param>
public sealed record TalkQuestion(TalkAsk Ask, TalkPoint? Point)
{
    /// <summary>The question of our own, where it is nobody's.</summary>
    public string Words => Text.T("talks.ask." + Ask);

    /// <summary>Whether something was said at this question.</summary>
    /// <param name="thing">What was said.</param>
    public bool Is(Contribution thing) => thing.Turn is { } turn && turn.Ask == Ask && turn.Point == Point?.Id;
}

/// <summary>A request about one talk.</summary>
/// <param name="Http">The request.</param>
/// <param name="Circle">The table.</param>
/// <param name="Talk">The talk.</param>
/// <param name="Door">The door.</param>
/// <param name="Cancellation">Stops waiting.</param>
public sealed record AskedInTalk(HttpContext Http, Guid Circle, Guid Talk, Door Door, CancellationToken Cancellation)
{
    /// <summary>Whether this is the screen on the table.</summary>
    public bool IsShared => Http.User.AtTheTable() is not null;

    /// <summary>The address of the talk.</summary>
    public string Address => $"/tables/{Circle}/talks/{Talk}";

    /// <summary>The talk, when this screen may look at it.</summary>
    /// <exception cref="RefusedException">This is the screen of another talk.</exception>
    public ContributionId ThisTalk
    {
        get
        {
            MustBeThisTalk();
            return new ContributionId(Talk);
        }
    }

    /// <summary>Where one goes on: the screen on the table, or the talk on one's own screen.</summary>
    public string Next => IsShared ? Address + "/at-table" : Address;

    /// <summary>Opens the talk, for this person or for everybody who is present.</summary>
    /// <exception cref="RefusedException">No such talk for this person, or this is the screen of another talk.</exception>
    public async Task<Sight> OpenAsync()
    {
        MustBeThisTalk();
        var id = new ContributionId(Talk);
        var sight = await Door.OpenAsync(Http.Caller(), new CircleId(Circle), IsShared ? Look.AtTheTable(id) : Look.Talk(id), Cancellation);
        Http.Response.RegisterForDispose(sight);
        return sight.Slips.Any(slip => slip.Id == id && slip.Kind == typeof(Talk)) ? sight : throw new RefusedException();
    }

    /// <summary>Does something in the talk.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="act">What to do. May run more than once.</param>
    public Task<T> ChangeAsync<T>(Func<Talk, Visit, Task<T>> act)
    {
        MustBeThisTalk();
        return Door.ChangeAsync(
            Http.Caller(),
            new CircleId(Circle),
            Permission.Speak,
            async visit => await act(await visit.FindAsync<Talk>(new ContributionId(Talk), Cancellation), visit),
            Cancellation,
            Http.Spent());
    }

    /// <summary>The point a form names; null for none.</summary>
    /// <param name="visit">The visit.</param>
    public async Task<TalkPoint?> PointAsync(Visit visit) =>
        Http.Typed().Id("point") is { } id ? await visit.FindAsync<TalkPoint>(new ContributionId(id), Cancellation) : null;

    // The screen on the table is of one talk. For every other there is nothing here.
    private void MustBeThisTalk()
    {
        if (Http.User.AtTheTable() is { } at && (at.Circle.Value != Circle || at.Talk.Value != Talk))
        {
            throw new RefusedException();
        }
    }
}

/// <summary>A talk as it is looked at: on one's own screen or together.</summary>
public sealed class Talking
{
    private static readonly string[] WordFields = ["words", "condition-words", "others-words", "rather-words"];

    private readonly List<Slip> _slips;

    /// <summary>Looks at what was opened.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="sight">What was opened.</param>
    /// <param name="talk">Which talk.</param>
    /// <param name="isShared">Whether several people look together.</param>
    /// <param name="typed">What was typed; nothing when the page is only opened.</param>
    /// <param name="broken">The rule that said no; null for none.</param>
    public Talking(Frame frame, Sight sight, Guid talk, bool isShared, Typed typed, Rule? broken)
    {
        Frame = frame;
        Sight = sight;
        IsShared = isShared;
        Typed = typed;
        Broken = broken;
        Talk = (Talk)sight.Slips.First(slip => slip.Id.Value == talk).Contribution;
        _slips = [.. sight.Slips.Where(slip => slip.Id.Value != talk && !slip.Contribution.IsTakenBack).Reverse()];
        Points = [.. TalkPoint.InOrder(sight.Circle, _slips.Select(slip => slip.Contribution).OfType<TalkPoint>())];
        Questions =
        [
            new TalkQuestion(TalkAsk.Good, null), .. Points.Select(point => new TalkQuestion(TalkAsk.Point, point)), new TalkQuestion(TalkAsk.Help, null),
            new TalkQuestion(TalkAsk.Sheet, null), new TalkQuestion(TalkAsk.Steps, null),
        ];
        Now = Questions.FirstOrDefault(question => question.Ask == Talk.Course.Ask && question.Point?.Id == Talk.Course.Point);
        Lines = [.. _slips.Select(slip => slip.Contribution).OfType<Proposal>()];
        Sheet = JointSheet.Of(sight.Circle, Talk, Lines);
    }

    /// <summary>The words in a form that were not laid down.</summary>
    /// <param name="typed">What was typed.</param>
    public static IReadOnlyList<string> Written(Typed typed) => [.. WordFields.Select(name => Words.Tidy(typed[name])).OfType<string>()];

    /// <summary>The frame.</summary>
    public Frame Frame { get; }

    /// <summary>What was opened.</summary>
    public Sight Sight { get; }

    /// <summary>The table.</summary>
    public Circle Circle => Sight.Circle;

    /// <summary>Who reads, or who began the screen on the table.</summary>
    public Seat Me => Sight.Me;

    /// <summary>Whether several people look together.</summary>
    public bool IsShared { get; }

    /// <summary>What was typed.</summary>
    public Typed Typed { get; }

    /// <summary>The rule that said no; null for none.</summary>
    public Rule? Broken { get; }

    /// <summary>The talk.</summary>
    public Talk Talk { get; }

    /// <summary>What people want to say or ask, in the order in which it is heard.</summary>
    public IReadOnlyList<TalkPoint> Points { get; }

    /// <summary>All questions, in order.</summary>
    public IReadOnlyList<TalkQuestion> Questions { get; }

    /// <summary>The question on the table; null when it is one that not everybody who looks may read.</summary>
    public TalkQuestion? Now { get; }

    /// <summary>What lies on the sheet: sentences, and what people are going to do.</summary>
    public IReadOnlyList<Proposal> Lines { get; }

    /// <summary>Whose sheet it is.</summary>
    public JointSheet Sheet { get; }

    /// <summary>The address of the talk.</summary>
    public string Address => $"/tables/{Circle.Id.Value}/talks/{Talk.Id.Value}";

    /// <summary>Where this page is.</summary>
    public string Here => IsShared ? Address + "/at-table" : Address;

    /// <summary>Who can be speaking: everybody present on the shared screen, oneself on one's own.</summary>
    public IReadOnlyList<Seat> Voices => IsShared ? [.. Talk.Present.Seats().Select(Circle.SeatAt)] : [Me];

    /// <summary>Whether this page has the field in which somebody speaks.</summary>
    public bool Composes => Talk.GoesOn && !Talk.Course.IsPaused && Now is not null && (IsShared || Talk.Present.Has(Me.Number));

    /// <summary>Who can say where they stand towards something: not whoever said it.</summary>
    /// <param name="line">What.</param>
    public IReadOnlyList<Seat> VoicesFor(Proposal line) => [.. Voices.Where(seat => seat.Number != line.By)];

    /// <summary>Which number the question on the table has, from 1; 0 for none.</summary>
    public int Nth => Now is null ? 0 : Questions.ToList().IndexOf(Now) + 1;

    /// <summary>The question after this one; null after the last.</summary>
    public TalkQuestion? Following => Nth < Questions.Count ? Questions[Nth] : null;

    /// <summary>The question before this one; null before the first.</summary>
    public TalkQuestion? Before => Nth > 1 ? Questions[Nth - 2] : null;

    /// <summary>What was said at a question, the oldest first, without what lies on the sheet.</summary>
    /// <param name="question">The question.</param>
    public IEnumerable<SlipScreen> SaidAt(TalkQuestion question) =>
        _slips.Where(slip => slip.Contribution is not Proposal and not TalkPoint && question.Is(slip.Contribution)).Select(Card);

    /// <summary>At which question something was said; null where this reader may not read that question.</summary>
    /// <param name="thing">What was said.</param>
    public TalkQuestion? QuestionOf(Contribution thing) => Questions.FirstOrDefault(question => question.Is(thing));

    /// <summary>The sentences of one part of the sheet.</summary>
    /// <param name="part">The part.</param>
    public IEnumerable<SheetSentence> In(SheetPart part) => Lines.OfType<SheetSentence>().Where(line => line.StandsIn == part);

    /// <summary>What people are going to do.</summary>
    public IEnumerable<Agreement> Steps => Lines.OfType<Agreement>();

    /// <summary>Whose sheet it is, as its heading says it.</summary>
    public string SheetHeading => Sheet.IsJoint || Sheet.Makers.IsEmpty
        ? Text.T(Sheet.IsJoint ? "talks.sheet-joint" : "talks.sheet")
        : Text.T(Sheet.Makers.Count == 1 ? "talks.sheet-of.one" : "talks.sheet-of.more", Text.Names([.. Sheet.Makers.Seats().Select(seat => Circle.SeatAt(seat).Name)]));

    /// <summary>Whether the words ask for all or nothing, so that the page asks what is good enough before they are laid down (R49).</summary>
    public bool AsksEnough => Broken == SayInTalk.IsEnough;

    /// <summary>Words that were not laid down and for which there is no field on this page any more: they are shown, to be taken along.</summary>
    public IReadOnlyList<string> NotLaid => Broken is null || Composes
        ? []
        : Written(Typed);

    /// <summary>Whether what is to be mended stands in the composer.</summary>
    public bool ShowsBrokenAtComposer => Broken is not null && !AsksEnough;

    /// <summary>The id of this form, so that it is not done twice.</summary>
    public string Draft { get; } = DraftId.New().Value.ToString();

    /// <summary>How something is shown. On a shared screen nobody in particular reads it.</summary>
    /// <param name="thing">What.</param>
    public SlipScreen Card(Contribution thing) => new(Circle, IsShared ? null : Me, thing, Frame.Now, false, 0, Alone: IsShared, WordsShown: true);

    private SlipScreen Card(Slip slip) => Card(slip.Contribution);
}
