using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Circles;

/// <summary>Who is who, for each who reads it (R16, R104).</summary>
public sealed partial class Circle
{
    private readonly List<AboutMyself> _aboutMyself = [];
    private readonly Dictionary<SeatNumber, SeatNumber> _firstContacts = [];

    /// <summary>What people said about themselves, each the last.</summary>
    public IReadOnlyList<AboutMyself> AboutMyself => _aboutMyself;

    internal IReadOnlyDictionary<SeatNumber, SeatNumber> FirstContacts => _firstContacts;

    /// <summary>What somebody said about themselves; null for nothing.</summary>
    /// <param name="seat">Who.</param>
    public AboutMyself? AboutOf(SeatNumber seat) => _aboutMyself.Find(one => one.Of == seat);

    /// <summary>What somebody said about themselves, for one reader: a professional to whom this person gives nothing reads nothing of it (T20).</summary>
    /// <param name="seat">Who.</param>
    /// <param name="reader">Who reads.</param>
    public AboutMyself? AboutFor(SeatNumber seat, Seat reader) => reader.Given.Nothing.Has(seat) ? null : AboutOf(seat);

    /// <summary>Whether somebody chooses who comes first for them: each of the family and their own people (R104).</summary>
    /// <param name="seat">Who.</param>
    public static bool MayChooseFirst(Seat seat) => seat.Side is SeatSide.Host or SeatSide.Network;

    /// <summary>Who comes first for somebody (R104): only they see it, so that nobody has to explain it. Null for nobody, or who is here no more.</summary>
    /// <param name="of">For whom.</param>
    public Seat? FirstContactOf(SeatNumber of) => _firstContacts.TryGetValue(of, out var first) ? _atTheTable.Find(seat => seat.Number == first) : null;

    /// <summary>Somebody says to the table who they are. Only a professional has what they may, may not, must write down, and for whom they work.</summary>
    /// <param name="about">What is said; <see cref="AboutMyself.Of"/> and <see cref="AboutMyself.At"/> come from the proof.</param>
    /// <param name="act">Proof of who speaks here.</param>
    /// <exception cref="RuleBrokenException">No such proof, or something is too long.</exception>
    public void SayAboutMyself(AboutMyself about, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var guest = act.By.IsGuest;
        var said = new AboutMyself(act.By.Number, act.At)
        {
            Reach = Words.Optional(about.Reach, Words.Brief),
            May = guest ? Words.Optional(about.May, Words.Brief) : null,
            MayNot = guest ? Words.Optional(about.MayNot, Words.Brief) : null,
            WritesDown = guest ? Words.Optional(about.WritesDown, Words.Brief) : null,
            WorksFor = guest ? Words.Optional(about.WorksFor, Words.Name) : null,
        };
        _aboutMyself.RemoveAll(other => other.Of == said.Of);
        _aboutMyself.Add(said);
        Record(act, Deed.AboutMyselfSaid, act.By.Id.Value);
    }

    /// <summary>Somebody chooses who comes first for them (R104).</summary>
    /// <param name="who">Who; null for nobody.</param>
    /// <param name="act">Proof of somebody of the family or their own people.</param>
    /// <exception cref="RuleBrokenException">A professional does it, or it is oneself or nobody here.</exception>
    public void ChooseFirst(SeatId? who, Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(MayChooseFirst(act.By), CommonRules.ProofFits);
        if (who is { } id)
        {
            var seat = Find(id);
            Require(seat is not null && seat.Number != act.By.Number, CircleRules.SitsHere);
            _firstContacts[act.By.Number] = seat!.Number;
        }
        else
        {
            _firstContacts.Remove(act.By.Number);
        }

        Record(act, Deed.FirstContactChosen, act.By.Id.Value);
    }

    /// <summary>This circle, with what people said about themselves and who comes first for whom.</summary>
    /// <param name="about">What people said.</param>
    /// <param name="firstContacts">Who comes first for whom.</param>
    internal Circle With(IEnumerable<AboutMyself> about, IEnumerable<KeyValuePair<SeatNumber, SeatNumber>> firstContacts)
    {
        _aboutMyself.AddRange(about);
        foreach (var (of, first) in firstContacts)
        {
            _firstContacts[of] = first;
        }

        return this;
    }
}
