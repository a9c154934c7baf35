using System.Security.Cryptography;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Nudges;

namespace Keukentafel.Data.Nudges;

/// <summary>One mail that is to be sent now. Nobody else sends it meanwhile.</summary>
/// <param name="For">Whose it is.</param>
/// <param name="Mail">Which mail; the same when it is tried again.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Code">The code to prove the address with; null for a nudge.</param>
/// <param name="Language">In which language: <c>nl</c> or <c>en</c>.</param>
public sealed record NudgeMail(PersonId For, Guid Mail, string Address, string? Code, string Language);

/// <summary>How it went with a mail.</summary>
public enum NudgeOutcome
{
    /// <summary>It was handed over.</summary>
    Sent,

    /// <summary>Not now: it is tried again later.</summary>
    Failed,

    /// <summary>The address takes no mail.</summary>
    Refused,
}

/// <summary>
/// Keeps who is told by mail that something is there, and says which mail is to be sent when. Addresses are sealed under the key of whose they are. Of no
/// table: nothing here can be asked by anybody but whose it is.
/// </summary>
public sealed class NudgeKeeper
{
    private const string Refusal = "refused";

    private const string SheetSql = "select sheet from nudges where person = @person";

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;
    private readonly Door _door;

    internal NudgeKeeper(Storage storage, Gate gate, Keyring keyring, TimeProvider clock, Door door)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
        _door = door;
    }

    /// <summary>How it stands with somebody's nudges; off when they never asked for any.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Nudge> OfAsync(PersonId person, CancellationToken cancellation)
    {
        byte[]? sheet = null;
        await _storage.AskAsync(null, person.Value, [new Query(SheetSql, row => sheet = row.Bytes(0), ("person", person.Value))], cancellation);
        return Opened(person, sheet);
    }

    /// <summary>Asks for nudges at an address: a code goes there, and until it is typed nothing is on.</summary>
    /// <param name="person">Who.</param>
    /// <param name="address">The address.</param>
    /// <param name="hours">When they may come.</param>
    /// <param name="onlyMine">Whether this person says that nobody else reads along there.</param>
    /// <param name="age">How grown this person is.</param>
    /// <param name="isShut">Whether this person came in with a new password less than a week ago.</param>
    /// <exception cref="RuleBrokenException">As <see cref="Nudge.Ask"/>.</exception>
    public Task AskAsync(PersonId person, NudgeAddress address, NudgeHours hours, bool onlyMine, AgeGroup age, bool isShut)
    {
        var code = RandomNumberGenerator.GetString("0123456789", Nudge.CodeLength);
        return ChangeAsync(person, (nudge, at) => nudge.Ask(address, hours, onlyMine, age, isShut, code, at));
    }

    /// <summary>Proves the address with the code that was sent there. A wrong code is counted.</summary>
    /// <param name="person">Who.</param>
    /// <param name="typed">What was typed; blanks between the digits do not matter.</param>
    /// <exception cref="RuleBrokenException"><see cref="NudgeRules.CodeFits"/>: another code, too old, or typed wrong too often.</exception>
    public async Task ProveAsync(PersonId person, string? typed)
    {
        var code = string.Concat((typed ?? "").Where(sign => !char.IsWhiteSpace(sign)));
        var proved = await ChangeAsync(person, (nudge, at) => nudge.Prove(code, at));
        if (!proved.IsOn)
        {
            throw new RuleBrokenException(NudgeRules.CodeFits);
        }
    }

    /// <summary>Turns it off. The address is forgotten at once.</summary>
    /// <param name="person">Who.</param>
    public Task TurnOffAsync(PersonId person) => ChangeAsync(person, (nudge, _) => nudge.TurnOff());

    /// <summary>Everybody who asked for nudges, in an order that is another each time: nobody's mail comes later because of what another gets.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<PersonId>> EverybodyAsync(CancellationToken cancellation)
    {
        var all = new List<PersonId>();
        await _storage.AskAsync(null, null, [new Query("select person from nudges", row => all.Add(new PersonId(row.Id(0))))], cancellation);
        var mixed = all.ToArray();
        RandomNumberGenerator.Shuffle<PersonId>(mixed);
        return mixed;
    }

    /// <summary>Takes the mail that is to be sent to somebody now, so that nobody else sends it; null for none.</summary>
    /// <param name="person">Who.</param>
    /// <param name="onlyCodes">Whether only the code is asked for that somebody waits for.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<NudgeMail?> TakeAsync(PersonId person, bool onlyCodes, CancellationToken cancellation)
    {
        var before = await OfAsync(person, cancellation);
        var now = Now;
        if (before.IsEmpty(now))
        {
            await ChangeAsync(person, (nudge, _) => nudge);
            return null;
        }

        DateTimeOffset? looked = null;
        var code = before.SendsCode(now);
        if (!code)
        {
            // What the sheet alone can say is asked first: most of the time it says no.
            if (onlyCodes || !before.IsOn || !before.Hours!.Hold(now))
            {
                return null;
            }

            looked = await LookedAtAsync(person, cancellation);
        }

        var (language, age) = await WhoAsync(person, cancellation);
        if (age == AgeGroup.Child
            || (!code && (!before.MayBeSent(now, looked) || !await _door.HasSomethingForAsync(person, before.Since!.Value, cancellation))))
        {
            return null;
        }

        NudgeMail? taken = null;
        await ChangeAsync(person, (nudge, at) =>
        {
            taken = null;
            if (code ? !nudge.SendsCode(at) || nudge.Proof != before.Proof : !nudge.MayBeSent(Home(at), looked) || nudge.Since != before.Since)
            {
                // Somebody else was first, or it is off since.
                return nudge;
            }

            var begun = nudge.Begin(RandomId(), at);
            taken = begun.IsOn
                ? new NudgeMail(person, begun.Try!.Mail, begun.Address!.Value, null, language)
                : new NudgeMail(person, begun.Try!.Mail, begun.Proof!.Address.Value, begun.Proof.Code, language);
            return begun;
        });
        return taken;
    }

    /// <summary>Says how it went with a mail that was taken.</summary>
    /// <param name="mail">Which.</param>
    /// <param name="outcome">How.</param>
    public Task EndAsync(NudgeMail mail, NudgeOutcome outcome) => ChangeAsync(
        mail.For,
        (nudge, at) => outcome switch
        {
            NudgeOutcome.Sent => nudge.Sent(mail.Mail, at),
            NudgeOutcome.Refused => nudge.Refused(mail.Mail, at),
            _ => nudge.Failed(mail.Mail, at),
        });

    private DateTimeOffset Now => Home(_clock.GetUtcNow());

    private static DateTimeOffset Home(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Netherlands.Zone);

    private static Guid RandomId() => DraftId.New().Value;

    private async Task<(string Language, AgeGroup Age)> WhoAsync(PersonId person, CancellationToken cancellation)
    {
        var who = ("nl", AgeGroup.Adult);
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select language, age from people where id = @person",
                    row => who = (row.Has(0) ? row.Text(0) : "nl", (AgeGroup)row.Small(1)),
                    ("person", person.Value)),
            ],
            cancellation);
        return who;
    }

    // In which session does not matter: who is here sees for themselves.
    private async Task<DateTimeOffset?> LookedAtAsync(PersonId person, CancellationToken cancellation)
    {
        long looked = 0;
        void Later(Row row) => looked = Math.Max(looked, row.NumberOrNone(0) ?? 0);
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query("select max(seen_at) from sessions where person = @person", Later, ("person", person.Value)),
                new Query("select max(visit_at) from seats where person = @person", Later, ("person", person.Value)),
            ],
            cancellation);
        return looked == 0 ? null : Sheets.Moment(looked);
    }

    private async Task<Nudge> ChangeAsync(PersonId person, Func<Nudge, DateTimeOffset, Nudge> change)
    {
        var now = _clock.GetUtcNow();
        var (before, after) = (new Nudge(person), new Nudge(person));
        await _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                byte[]? sheet = null;
                await writing.ReadAsync(SheetSql, row => sheet = (byte[])row[0], ("person", person.Value));
                before = Opened(person, sheet);
                after = change(before, now);
                if (after.IsEmpty(now))
                {
                    await writing.RunAsync("delete from nudges where person = @person", ("person", person.Value));
                }
                else if (sheet is null || after != before)
                {
                    await writing.RunAsync(
                        "insert into nudges (person, sheet) values (@person, @sheet) on conflict (person) do update set sheet = excluded.sheet",
                        ("person", person.Value), ("sheet", _keyring.Seal(person.Value, NudgeSheet.Write(after))));
                }
            },
            () => before.IsOn == after.IsOn ? []
                :
                [
                    new TrailLine(
                        now, person.Value, null, 0, after.IsOn ? Deed.NudgeTurnedOn : Deed.NudgeTurnedOff, Permission.Speak, person.Value,
                        after.RefusedAt is null ? null : Refusal, null, 0),
                ]);
        return after;
    }

    private Nudge Opened(PersonId person, byte[]? sheet) => sheet is null ? new Nudge(person) : NudgeSheet.Read(person, _keyring.Open(person.Value, sheet));
}
