using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Circles;

/// <summary>How the people at the table are reached safely: each says it for themselves, to whom they choose.</summary>
public sealed partial class Circle
{
    private readonly List<SafeContact> _contacts = [];

    /// <summary>All of them, for keeping.</summary>
    internal IReadOnlyList<SafeContact> Contacts => _contacts;

    /// <summary>
    /// Who told this reader how they are reached safely. Whoever is not in it told nothing, or not to this reader: that is the same to them (T22).
    /// </summary>
    /// <param name="reader">Who looks.</param>
    public IReadOnlyList<Seat> ToldHowToReach(Seat reader) =>
        [.. _atTheTable.Where(seat => seat.Number != reader.Number && ContactOf(seat, reader) is not null)];

    /// <summary>Whom somebody can choose to read theirs: everybody else at the table who has a way in, and whom a host met who did not give it.</summary>
    /// <param name="by">Who chooses.</param>
    public IReadOnlyList<Seat> MayReadContactOf(Seat by) => [.. _atTheTable.Where(seat => seat.Number != by.Number && seat.Person is not null && !seat.Given.NotByName.Has(by.Number))];

    /// <summary>Says how one is reached safely, and who may read that (T22). What was said before is replaced.</summary>
    /// <param name="said">The words and the readers; whose it is, its mark and its moment are not read.</param>
    /// <param name="seen">The <see cref="SafeContact.Mark"/> of what stood there; null when nothing did.</param>
    /// <param name="act">Proof of who may speak here.</param>
    /// <exception cref="RuleBrokenException">Nothing said, too long, a reader who does not come in here, or another was said meanwhile.</exception>
    public SafeContact SayContact(SafeContact said, Guid? seen, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var mine = Mine(act);
        Require(mine?.Mark == seen, CommonRules.NotChangedMeanwhile);
        Require(said.Readers.Without(SeatSet.Of(MayReadContactOf(act.By).Select(seat => seat.Number))).IsEmpty, ContactRules.ReaderComesIn);
        var contact = new SafeContact(act.By.Number, RandomIds.Next(), act.At)
        {
            Number = Words.Optional(said.Number, Words.Brief),
            Hours = Words.Optional(said.Hours, Words.Brief),
            Voicemail = said.Voicemail,
            CodeWord = Words.Optional(said.CodeWord, Words.Brief),
            MayHear = Words.Optional(said.MayHear, Words.Brief),
            Mind = Words.Optional(said.Mind, Words.Brief),
            Readers = said.Readers,
        };
        Require((contact.Number ?? contact.Hours ?? contact.CodeWord ?? contact.MayHear ?? contact.Mind) is not null, ContactRules.SaysSomething);
        _contacts.RemoveAll(one => one.By == act.By.Number);
        _contacts.Add(contact);
        Record(act, Deed.SafeContactSaid, act.By.Id.Value);
        return contact;
    }

    /// <summary>Takes the own words about safe contact away; nothing of them stays.</summary>
    /// <param name="seen">The <see cref="SafeContact.Mark"/> of what stood there.</param>
    /// <param name="act">Proof of who may speak here.</param>
    /// <exception cref="RuleBrokenException">There is none, or another was said meanwhile.</exception>
    public void TakeContactAway(Guid? seen, Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(Mine(act) is { } mine && mine.Mark == seen, CommonRules.NotChangedMeanwhile);
        _contacts.RemoveAll(one => one.By == act.By.Number);
        Record(act, Deed.SafeContactTakenAway, act.By.Id.Value);
    }

    /// <summary>How somebody is reached safely, for who may read it; else null, whether it is there or not. Who is handed it is written down: by the door.</summary>
    /// <param name="of">Whose.</param>
    /// <param name="reader">Who reads.</param>
    internal SafeContact? ContactOf(Seat of, Seat reader) =>
        _contacts.Find(one => one.By == of.Number && (of.Number == reader.Number || (one.Readers.Has(reader.Number) && !reader.IsAway && !reader.Given.NotByName.Has(of.Number))));

    /// <summary>This circle, with what was kept of it.</summary>
    /// <param name="contacts">Those.</param>
    internal Circle With(IEnumerable<SafeContact> contacts)
    {
        _contacts.AddRange(contacts);
        return this;
    }

    private SafeContact? Mine(Act act) => _contacts.Find(one => one.By == act.By.Number);
}
