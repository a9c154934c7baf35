using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Endings;

/// <summary>What somebody says when a table may end: whether it is good enough (R115). The numbers are stored; none is ever counted.</summary>
public enum GoodEnough
{
    /// <summary>It is good enough.</summary>
    Yes = 1,

    /// <summary>It is not good enough yet.</summary>
    No = 2,

    /// <summary>"I don't know yet", a full answer (INV-53).</summary>
    NotKnown = 3,
}

/// <summary>What one person said when it was asked whether the table may end.</summary>
/// <param name="By">Who.</param>
/// <param name="Enough">Whether it is good enough for them.</param>
/// <param name="Stops">Whether a host of 12 or older says yes to ending; null for anybody else.</param>
/// <param name="Words">In own words, at most <see cref="Words.Brief"/> characters; null for none (D8).</param>
/// <param name="At">When, UTC.</param>
public sealed record EndSaid(SeatNumber By, GoodEnough Enough, bool? Stops, string? Words, DateTimeOffset At);

/// <summary>How long words of a table that ended stay (R129). Own choice of the product, no law: what an agency wrote down stands in its own file.</summary>
/// <param name="OpinionDays">How many days suspicions, opinions and worries stay; at least 1.</param>
/// <param name="RestDays">How many days all the rest stays; at least as many.</param>
public sealed record Terms(int OpinionDays, int RestDays);

/// <summary>The rules of ending a table.</summary>
public static class EndingRules
{
    /// <summary>A host of 12 or older asks, and ends (R8).</summary>
    public static readonly Rule HostEnds = new("ending.host-ends");

    /// <summary>
    /// Who asked <see cref="Ending.MostAsked"/> times in <see cref="Ending.SilentDays"/> days and took it back asks no more for a while: nobody wears the others
    /// out (T20).
    /// </summary>
    public static readonly Rule NotMoreAsked = new("ending.not-more-asked");

    /// <summary>It is asked once; who wants to stop too says so in answer.</summary>
    public static readonly Rule AskedOnce = new("ending.asked-once");

    /// <summary>Nobody asked whether the table may end, or they took it back.</summary>
    public static readonly Rule IsAsked = new("ending.is-asked");

    /// <summary>Everybody who answers says whether it is good enough for them, or that they do not know (R115).</summary>
    public static readonly Rule SaysEnough = new("ending.says-enough");

    /// <summary>A host of 12 or older also says whether the table may end.</summary>
    public static readonly Rule SaysStops = new("ending.says-stops");

    /// <summary>It ends when its hosts end it: none of them said no, and who said nothing had time to (T20).</summary>
    public static readonly Rule HostsAgree = new("ending.hosts-agree");

    /// <summary>Who asked takes it back, and nobody else.</summary>
    public static readonly Rule AskerTakesBack = new("ending.asker-takes-back");
}

/// <summary>That somebody asked whether the table may end, what people said to that, and what came of it (R115).</summary>
/// <param name="By">Which host asked.</param>
/// <param name="AskedAt">When, UTC.</param>
public sealed record Ending(SeatNumber By, DateTimeOffset AskedAt)
{
    /// <summary>
    /// After how many days a host who says nothing no longer keeps the table open: silence is no veto. It is long
    /// enough for who is ill or away (T20).
    /// </summary>
    public const int SilentDays = 90;

    /// <summary>How many times one host takes the question back in <see cref="SilentDays"/> days before asking no more.</summary>
    public const int MostAsked = 3;

    /// <summary>What each said, the last of everybody.</summary>
    public IReadOnlyList<EndSaid> Said { get; init; } = [];

    /// <summary>When the table ended, UTC; null when it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>On which day suspicions, opinions and worries are removed; null as long as the table goes on.</summary>
    public DateOnly? OpinionsGoOn { get; init; }

    /// <summary>On which day everything is removed; null as long as the table goes on.</summary>
    public DateOnly? RestGoesOn { get; init; }

    /// <summary>When suspicions, opinions and worries were removed, UTC; null when they are there.</summary>
    public DateTimeOffset? OpinionsGoneAt { get; init; }

    /// <summary>Which hosts want the table, which ended, open again; nobody as long as it goes on.</summary>
    public IReadOnlyList<SeatNumber> Opening { get; init; } = [];

    /// <summary>When it was taken back, or the table opened again, UTC; null for what is asked now, and for a table that ended.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>On which day something is to be removed next; null as long as the table goes on.</summary>
    public DateOnly? NextRemoval => OpinionsGoneAt is null ? OpinionsGoOn : RestGoesOn;

    /// <summary>Whether anybody but who asked said something to this very question, and did not only say it to an earlier one.</summary>
    public bool WasAnswered => Said.Any(said => said.By != By && said.At >= AskedAt);

    /// <summary>What somebody said last; null for nothing yet.</summary>
    /// <param name="seat">Who.</param>
    public EndSaid? Of(SeatNumber seat) => Said.FirstOrDefault(said => said.By == seat);
}
