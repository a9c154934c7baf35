using System.Security.Cryptography;
using System.Text;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using OtpNet;

namespace Keukentafel.Data.People;

/// <summary>That somebody has one-time codes.</summary>
/// <param name="At">Since when, UTC.</param>
/// <param name="Spare">How many spare codes are left.</param>
public sealed record HasCodes(DateTimeOffset At, int Spare);

/// <summary>What came of a code that was typed beside a password, before it is used.</summary>
public sealed class TypedCode
{
    internal TypedCode(bool asked, long? step, byte[]? print)
    {
        IsAsked = asked;
        Step = step;
        Print = print;
    }

    /// <summary>Whether this person comes in with a code at all.</summary>
    public bool IsAsked { get; }

    /// <summary>Whether it is one of theirs.</summary>
    public bool Fits => Step is not null || Print is not null;

    internal long? Step { get; }

    internal byte[]? Print { get; }
}

/// <summary>What came of using a code.</summary>
/// <param name="In">Whether it lets in.</param>
/// <param name="Wrong">How often, in the last hour, a wrong code came with the right password.</param>
/// <param name="SpareLeft">How many spare codes are left, when this was one; else null.</param>
public sealed record UsedCode(bool In, int Wrong, int? SpareLeft);

/// <summary>
/// One-time codes beside a password (RFC 6238: SHA-1, six digits, half a minute), and spare codes for who lost the device that makes them. The
/// secret is sealed under the key of its person, outside the database; of spare codes only a print under that key is kept. A code works once,
/// in whichever process.
/// </summary>
public sealed class OneTimeCodes
{
    /// <summary>How many spare codes there are in the beginning.</summary>
    public const int Spare = 10;

    /// <summary>
    /// So many wrong codes with the right password in an hour, and no code out of the device works until that hour is over. Spare codes, which
    /// nobody guesses, and passkeys go on: whoever knows a password cannot shut its owner out.
    /// </summary>
    public const int MostWrong = 30;

    private const int SecretBytes = 20;

    private static readonly TimeSpan WrongWithin = TimeSpan.FromHours(1);

    // A clock may run half a minute before or behind.
    private static readonly VerificationWindow Around = new(previous: 1, future: 1);

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;

    internal OneTimeCodes(Storage storage, Gate gate, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
    }

    /// <summary>A new secret, in the letters that such apps read (base 32).</summary>
    public static string NewSecret() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Whether somebody has codes; null for not.</summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<HasCodes?> OfAsync(PersonId person, CancellationToken cancellation)
    {
        HasCodes? has = null;
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select at, (select count(*) from spare_codes where person = @person) from one_time_codes where person = @person",
                    row => has = new HasCodes(Sheets.Moment(row.Number(0)), row.Small(1)),
                    ("person", person.Value)),
            ],
            cancellation);
        return has;
    }

    /// <summary>Looks at a code that was typed; uses nothing yet. As much is done for who is not known as for who is.</summary>
    /// <param name="person">Who.</param>
    /// <param name="typed">What was typed; null for nothing.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<TypedCode> LookAsync(PersonId person, string? typed, CancellationToken cancellation)
    {
        byte[]? sheet = null;
        var last = 0L;
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select sheet, last_step from one_time_codes where person = @person", row => (sheet, last) = (row.Bytes(0), row.Number(1)), ("person", person.Value)),
            ],
            cancellation);
        if (sheet is null)
        {
            return new TypedCode(false, null, null);
        }

        if (Digits(typed) is { } digits)
        {
            return new TypedCode(true, StepOf(_keyring.Open(person.Value, sheet), digits) is { } step && step > last ? step : null, null);
        }

        if (InvitationCode.Tidy(typed) is not { } spare)
        {
            return new TypedCode(true, null, null);
        }

        var print = PrintOf(person, spare);
        var isThere = false;
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select 1 from spare_codes where person = @person and print = @print", _ => isThere = true, ("person", person.Value), ("print", print)),
            ],
            cancellation);
        return new TypedCode(true, null, isThere ? print : null);
    }

    /// <summary>Uses a code that fits: of two who use the same one at once, also in two processes, one comes in.</summary>
    /// <param name="person">Who.</param>
    /// <param name="code">The code.</param>
    public async Task<UsedCode> UseAsync(PersonId person, TypedCode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var isIn = false;
        var wrong = 0;
        var left = 0;
        await _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                var me = ("person", (object)person.Value);
                var since = ("since", (object)Sheets.Ms(_clock.GetUtcNow() - WrongWithin));
                await writing.ReadAsync(
                    "select wrong from one_time_codes where person = @person and wrong_since >= @since", row => wrong = (int)row.GetInt64(0), me, since);
                if (code.Step is { } step)
                {
                    isIn = wrong < MostWrong && await writing.RunAsync(
                        "update one_time_codes set last_step = @step, wrong = 0 where person = @person and last_step < @step", me, ("step", step)) == 1;
                }
                else if (code.Print is { } print)
                {
                    isIn = await writing.RunAsync("delete from spare_codes where person = @person and print = @print", me, ("print", print)) == 1
                        && await writing.RunAsync("update one_time_codes set wrong = 0 where person = @person", me) == 1;
                    await writing.ReadAsync("select count(*) from spare_codes where person = @person", row => left = (int)row.GetInt64(0), me);
                }
            },
            () => []);
        return new UsedCode(isIn, wrong, code.Print is null ? null : left);
    }

    /// <summary>Counts a wrong code that came with the right password. Whoever sent it does not wait for it: they would learn that by the time it takes.</summary>
    /// <param name="person">Whose password.</param>
    public async Task CountWrongAsync(PersonId person)
    {
        var now = _clock.GetUtcNow();
        try
        {
            await _gate.ChangeAsync(
                null,
                person.Value,
                writing => writing.RunAsync(
                    "update one_time_codes set wrong = case when wrong_since < @since then 1 else wrong + 1 end, " +
                    "wrong_since = case when wrong_since < @since then @now else wrong_since end where person = @person",
                    ("person", person.Value),
                    ("since", Sheets.Ms(now - WrongWithin)),
                    ("now", Sheets.Ms(now))),
                () => []);
        }
        catch (UnavailableException)
        {
            // Nothing can be kept: nobody comes in now either.
        }
    }

    /// <summary>Sets codes up, or puts them on another device.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="secret">The secret, as the device has it too.</param>
    /// <param name="typed">A code that proves that it does.</param>
    /// <param name="instead">Of when the codes are that these take the place of; null for none.</param>
    /// <returns>The spare codes, to be shown once.</returns>
    /// <exception cref="CodeDoesNotFitException">The code does not fit the secret.</exception>
    /// <exception cref="RuleBrokenException">Codes were set up meanwhile.</exception>
    public async Task<IReadOnlyList<string>> SetUpAsync(PersonId person, string secret, string? typed, DateTimeOffset? instead)
    {
        var key = Base32Encoding.ToBytes(secret);
        var step = Digits(typed) is { } digits && StepOf(key, digits) is { } fits ? fits : throw new CodeDoesNotFitException();
        var now = _clock.GetUtcNow();
        var values = new (string, object)[]
        {
            ("person", person.Value), ("at", Sheets.Ms(now)), ("step", step), ("sheet", _keyring.Seal(person.Value, key)), ("was", instead is { } was ? Sheets.Ms(was) : 0L),
        };
        return await WithSpareAsync(person, now, Deed.CodesSetUp, async writing =>
        {
            var kept = await writing.RunAsync(
                instead is null
                    ? "insert into one_time_codes (person, at, last_step, wrong, wrong_since, sheet) values (@person, @at, @step, 0, 0, @sheet) on conflict do nothing"
                    : "update one_time_codes set at = @at, last_step = @step, wrong = 0, wrong_since = 0, sheet = @sheet where person = @person and at = @was",
                instead is null ? values[..^1] : values);
            if (kept == 0)
            {
                throw new RuleBrokenException(CommonRules.NotChangedMeanwhile);
            }
        });
    }

    /// <summary>Makes new spare codes; the old ones work no more.</summary>
    /// <param name="person">Whose.</param>
    /// <returns>The spare codes, to be shown once.</returns>
    /// <exception cref="RefusedException">This person has no codes.</exception>
    public Task<IReadOnlyList<string>> NewSpareAsync(PersonId person) => WithSpareAsync(person, _clock.GetUtcNow(), Deed.SpareCodesMade, async writing =>
    {
        if (await writing.RunAsync("update one_time_codes set wrong = wrong where person = @person", ("person", person.Value)) == 0)
        {
            throw new RefusedException();
        }
    });

    /// <summary>Takes the codes of somebody away: from then on the password alone lets in.</summary>
    /// <param name="person">Whose.</param>
    public async Task TakeAwayAsync(PersonId person)
    {
        var had = false;
        var at = _clock.GetUtcNow();
        await _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                had = await writing.RunAsync("delete from one_time_codes where person = @person", ("person", person.Value)) > 0;
                await writing.RunAsync("delete from spare_codes where person = @person", ("person", person.Value));
            },
            () => had ? [Passkeys.Line(person, at, Deed.CodesTakenAway)] : []);
    }

    private async Task<IReadOnlyList<string>> WithSpareAsync(PersonId person, DateTimeOffset at, Deed deed, Func<Writing, Task> first)
    {
        var spare = Enumerable.Range(0, Spare).Select(_ => InvitationCode.Fresh()).ToList();
        await _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                await first(writing);
                await writing.RunAsync("delete from spare_codes where person = @person", ("person", person.Value));
                foreach (var code in spare)
                {
                    await writing.RunAsync(
                        "insert into spare_codes (person, print) values (@person, @print)", ("person", person.Value), ("print", PrintOf(person, code)));
                }
            },
            () => [Passkeys.Line(person, at, deed)]);
        return [.. spare.Select(InvitationCode.Written)];
    }

    private long? StepOf(byte[] key, string digits) =>
        new Totp(key).VerifyTotp(_clock.GetUtcNow().UtcDateTime, digits, out var step, Around) ? step : null;

    private byte[] PrintOf(PersonId person, string spare) => _keyring.PrintOf(person.Value, [.. "spare"u8, .. Encoding.ASCII.GetBytes(spare)]);

    // "123 456" as such apps show it.
    private static string? Digits(string? typed)
    {
        var digits = string.Concat((typed ?? "").Take(20).Where(letter => !char.IsWhiteSpace(letter)));
        return digits.Length == 6 && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}

/// <summary>A code does not fit.</summary>
public sealed class CodeDoesNotFitException : Exception
{
    /// <summary>Says so.</summary>
    public CodeDoesNotFitException()
        : base("The code does not fit.")
    {
    }
}
