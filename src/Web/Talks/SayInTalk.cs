using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>Somebody says something in a talk, sets down the mug under a sentence, or takes away what was written down wrong.</summary>
public static class SayInTalk
{
    /// <summary>All-or-nothing words are answered with a question, once; who presses again lays them down (R49).</summary>
    public static readonly Rule IsEnough = new("talk.is-enough");

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/say", SayAsync).WithMetadata(new OnTheTable(), new KeptNowhere());
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/stand", StandAsync).WithMetadata(new OnTheTable(), new KeptNowhere());
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/take-away", TakeAwayAsync).WithMetadata(new OnTheTable(), new KeptNowhere());
    }

    /// <summary>Makes what somebody says at a question into what it is.</summary>
    /// <param name="talk">The talk.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="act">Proof from <see cref="Talk.Speak"/>.</param>
    /// <param name="part">In which part of the sheet; null where it does not go there.</param>
    /// <exception cref="RuleBrokenException">No words, or <see cref="IsEnough"/>.</exception>
    public static Contribution Make(Talk talk, Visit visit, Typed typed, Act act, SheetPart? part)
    {
        var words = typed["words"];
        var listeners = act.Listeners!.Value;
        var ask = act.Turn!.Ask;
        if ((part is not null || ask == TalkAsk.Steps) && part != SheetPart.Unknown && Absolutes.Asked(words) && !typed.Is("sure"))
        {
            throw new RuleBrokenException(IsEnough);
        }

        if (part is { } chosen)
        {
            return SheetSentence.Lay(visit.Circle, talk, chosen, words, typed["condition-words"], typed.Day("day"), act);
        }

        return ask switch
        {
            TalkAsk.Good => GoodThing.Lay(visit.Circle, words, SeatSet.None, listeners, act),
            TalkAsk.Help => Help.Lay(visit.Circle, words, SeatSet.None, listeners, act),
            TalkAsk.Steps => Agreement.Lay(
                visit.Circle, words, visit.Circle.SetOf(typed.Seats("who")), typed["others-words"], typed["condition-words"], typed.Day("day"), listeners, act),
            _ => typed.One<SaidAs>("as") switch
            {
                SaidAs.Worry => Worry.Lay(visit.Circle, words, SeatSet.None, null, listeners, act),
                SaidAs.Wish => Wish.Lay(visit.Circle, words, SeatSet.None, listeners, act),
                var kind => Statement.Lay(visit.Circle, words, SourceOf(kind), SeatSet.None, null, null, listeners, act),
            },
        };
    }

    // Nobody's kind is chosen for them: when it was not said, the sentence is not laid down yet (INV-16).
    private static Source? SourceOf(SaidAs? kind) => kind switch
    {
        SaidAs.WasThere => new Source(Knowing.WasThere, null, null),
        SaidAs.Think => new Source(Knowing.Think, null, null),
        SaidAs.Find => new Source(Knowing.Find, null, null),
        _ => null,
    };

    private static Task<IResult> SayAsync([AsParameters] AskedInTalk asked)
    {
        var typed = asked.Http.Typed();
        return Pages.TryAsync(
            async () =>
            {
                await asked.ChangeAsync(async (talk, visit) =>
                {
                    MustBeAmongThose(talk, typed);
                    var ask = typed.One<TalkAsk>("ask") ?? throw new RuleBrokenException(TalkRules.OwnQuestion);
                    var act = talk.Speak(visit.Circle, VoiceOf(asked, visit), ask, await asked.PointAsync(visit), asked.IsShared, visit.Act);
                    SheetPart? part = typed.Is("unknown") ? SheetPart.Unknown
                        : ask == TalkAsk.Sheet ? typed.One<SheetPart>("part") ?? throw new RuleBrokenException(TalkRules.OwnQuestion)
                        : null;
                    visit.Lay(Make(talk, visit, typed, act, part));
                    return true;
                });
                return asked.Next;
            },
            broken => AtTheTable.ShowAsync(asked, typed, broken));
    }

    // What is half typed stands on a page that was drawn before somebody came: who speaks is told so, and presses again or does not.
    private static void MustBeAmongThose(Talk talk, Typed typed)
    {
        if (talk.GoesOn && !talk.CameSince(typed.Number("seen")).IsEmpty)
        {
            throw new RuleBrokenException(TalkRules.SomebodyCame);
        }
    }

    // On one's own screen one speaks for oneself.
    private static SeatId VoiceOf(AskedInTalk asked, Visit visit)
    {
        if (!asked.IsShared)
        {
            return visit.Me.Id;
        }

        return asked.Http.Typed().Id("voice") is { } id ? new SeatId(id) : throw new RuleBrokenException(SpeakerNeeded);
    }

    private static Task<IResult> StandAsync([AsParameters] AskedInTalk asked)
    {
        var typed = asked.Http.Typed();
        var line = typed.Id("line") ?? Guid.Empty;
        return Pages.TryAsync(
            async () =>
            {
                await asked.ChangeAsync(async (talk, visit) =>
                {
                    var proposal = await visit.FindAsync<Proposal>(new ContributionId(line), asked.Cancellation);
                    if (proposal.Turn?.Talk != talk.Id)
                    {
                        throw new RefusedException();
                    }

                    MustBeAmongThose(talk, typed);
                    var act = talk.Speak(
                        visit.Circle, VoiceOf(asked, visit), talk.Course.Ask is TalkAsk.Point ? TalkAsk.Sheet : talk.Course.Ask, null, asked.IsShared, visit.Act);
                    proposal.TakePosition(typed.One<Stance>("stance") ?? default, typed["words"], typed["rather-words"], act);
                    return true;
                });
                return asked.Next;
            },
            broken => AtTheTable.AskStandAsync(asked, line, typed, broken));
    }

    private static Task<IResult> TakeAwayAsync([AsParameters] AskedInTalk asked) => Pages.TryAsync(
        async () =>
        {
            await asked.ChangeAsync(async (talk, visit) =>
            {
                var thing = await visit.FindAsync<Contribution>(new ContributionId(asked.Http.Typed().Id("thing") ?? Guid.Empty), asked.Cancellation);
                // The screen on the table takes away what was written on it, and nothing that its person said on their own.
                if (thing.Turn?.Talk != talk.Id || !talk.GoesOn || (asked.IsShared && !thing.IsSlipOf(visit.Me, visit.Act.At)))
                {
                    throw new RefusedException();
                }

                // Everybody at the table heard it: that something was taken back stays.
                thing.TakeBack(visit.Act);
                return true;
            });
            return asked.Next;
        },
        broken => AtTheTable.ShowAsync(asked, Typed.Nothing, broken));

    /// <summary>A mug is chosen before words are laid down.</summary>
    public static readonly Rule SpeakerNeeded = new("talk.speaker-needed");
}
