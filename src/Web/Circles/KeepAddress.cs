using System.Security.Cryptography;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.DataProtection;

namespace Keukentafel.Web.Circles;

/// <summary>Somebody keeps a hidden address, and says who at this table may read it. Nobody else learns that it is there.</summary>
public static class KeepAddress
{
    // What stood there; the same word for nothing, so that the form looks alike.
    private const string Nothing = "none";

    /// <summary>The fields in which an address stands.</summary>
    public static readonly IReadOnlyList<string> Fields = ["street-words", "place-words", "also-words"];

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Whose it is.</param>
    /// <param name="Stands">What is kept now; null for nothing.</param>
    /// <param name="IsShut">Whether there is something that stays shut.</param>
    /// <param name="Looks">Who looked.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    /// <param name="Opened">Proof, for a while, that the password was typed; null where none is asked.</param>
    public sealed record Screen(
        Frame Frame, Circle Circle, Seat Me, HiddenAddress? Stands, bool IsShut, IReadOnlyList<AddressLook> Looks, Typed Typed, Rule? Broken, string? Opened)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/hidden-address";

        /// <summary>The id of the draft of this.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>Whether another was kept meanwhile: then both stand there.</summary>
        public bool Conflict => Broken == CommonRules.NotChangedMeanwhile;

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is not { } rule ? null
            : rule == CommonRules.NotTooLong ? new Mend(rule, Fields.FirstOrDefault(name => Words.IsTooLong(Typed[name], Words.Brief)), Text.T("circles.contact-too-long"))
            : new Mend(
                rule, rule == AddressRules.SaysSomething || rule == AddressRules.IsKnownAgain ? Fields[0] : rule == AddressRules.AlsoIsLongEnough || rule == AddressRules.FewWords ? Fields[2] : null,
                Conflict ? Text.T("circles.contact-conflict") : Pages.Sentence(rule));

        /// <summary>What was kept when the form was drawn, as it goes along in it.</summary>
        public string Seen => Broken is null && Typed["seen"] is { } seen ? seen : Stands?.Mark.ToString() ?? Nothing;

        private bool IsTyped => Typed["seen"] is not null;

        /// <summary>What stands in a field.</summary>
        /// <param name="name">Its name.</param>
        public string? Value(string name) => IsTyped ? Typed[name] : name switch
        {
            "street-words" => Stands?.Street,
            "place-words" => Stands?.Place,
            _ => Stands?.Also,
        };

        /// <summary>Whether somebody is chosen to read it.</summary>
        /// <param name="seat">Who.</param>
        public bool Reads(Seat seat) => IsTyped ? Typed.All("reader").Contains(seat.Id.Value.ToString()) : Stands?.Readers.Has(seat.Number) ?? false;

        /// <summary>Whom one can choose: who comes to help first.</summary>
        public IReadOnlyList<Seat> Others => [.. Circle.MayBeToldAddressOf(Me).OrderByDescending(seat => seat.Side)];
    }

    /// <summary>What asks for the password, and shows nothing of what is kept.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Of">Whose it would be.</param>
    /// <param name="Action">Where it goes.</param>
    /// <param name="How">What it is about.</param>
    /// <param name="Along">What was typed before, which goes along.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record Locked(Frame Frame, Seat Of, string Action, string How, IEnumerable<(string Name, string Value)> Along, Mend? Mend);

    private const string OpenedField = "opened";

    private static readonly TimeSpan StaysOpen = TimeSpan.FromMinutes(15);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        // No draft of it is kept: what was not kept in the vault lies nowhere.
        app.MapGet("/tables/{circle:guid}/hidden-address", (HttpContext http, Guid circle, Door door, Sure sure, CancellationToken cancellation) =>
            OpenAsync(http, circle, door, sure, Typed.Nothing, null, cancellation));
        app.MapPost("/tables/{circle:guid}/hidden-address/open", TypedPasswordAsync).WithMetadata(new KeptNowhere(), TakesAddresses.Of([.. Fields]));
        app.MapPost("/tables/{circle:guid}/hidden-address", KeepAsync).WithMetadata(new KeptNowhere(), TakesAddresses.Of([.. Fields]));
        app.MapPost("/tables/{circle:guid}/hidden-address/take-away", TakeAwayAsync).WithMetadata(new KeptNowhere());
    }

    // Whoever holds an open phone of somebody else does not read it, nor who was told it: the password is typed first (T22).
    private static async Task<IResult> OpenAsync(
        HttpContext http, Guid circle, Door door, Sure sure, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        var asks = Sure.Asks(http, await sure.PersonAsync(http));
        return !asks || HasProof(http)
            ? await AskAsync(http, circle, door, typed, broken, asks ? NewProof(http) : null, cancellation)
            : await LockAsync(http, circle, door, typed, broken, cancellation);
    }

    private static async Task<IResult> LockAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        RefuseChild(visit);
        return KeepAddressLockedView.Create(new Locked(
            FrameOf(http, visit), visit.Me, AddressOf(circle) + "/open", Text.T("circles.address-how"), typed.Along([.. Fields, "reader", "seen", Typed.DraftField]), KeyRules.Mend(broken)));
    }

    private static async Task<IResult> TypedPasswordAsync(HttpContext http, Guid circle, Door door, Sure sure, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return sure.Broken(http, await sure.PersonAsync(http)) is { } broken
            ? Pages.With(await LockAsync(http, circle, door, typed, broken, cancellation), Pages.StatusOf(broken))
            : await AskAsync(http, circle, door, typed, null, NewProof(http), cancellation);
    }

    private static bool HasProof(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Typed()[OpenedField] is not { Length: > 0 and < 2000 } proof)
        {
            return false;
        }

        try
        {
            return ProtectorOf(http).Unprotect(proof) == OpenedField;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string NewProof(HttpContext http) => ProtectorOf(http).Protect(OpenedField, StaysOpen);

    // Of this person in this session: what lies in another page is no use elsewhere.
    private static ITimeLimitedDataProtector ProtectorOf(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>()
        .CreateProtector("hidden-address", http.Caller().Person.Value.ToString(), http.Caller().Session.ToString()!).ToTimeLimitedDataProtector();

    private static string AddressOf(Guid circle) => $"/tables/{circle}/hidden-address";

    private static Frame FrameOf(HttpContext http, Visit visit) => Frame.Of(http, Text.T("circles.address"), visit.Circle.Id) with { Narrow = true };

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, string? opened, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        RefuseChild(visit);
        var (stands, isShut) = await door.OwnAddressAsync(visit, cancellation);
        return KeepAddressView.Create(new Screen(
            FrameOf(http, visit), visit.Circle, visit.Me, stands, isShut, isShut ? [] : await door.LooksAtMyAddressAsync(visit, cancellation), typed, broken, opened));
    }

    private static Task<IResult> KeepAsync(HttpContext http, Guid circle, Door door, Sure sure, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return ChangeAsync(
            http, circle, door, sure, "circles.contact-kept", typed,
            (vault, visit) => vault.Keep(
                visit.Circle,
                new HiddenAddress(visit.Me.Number, default, visit.Act.At)
                {
                    Street = typed["street-words"],
                    Place = typed["place-words"],
                    Also = typed["also-words"],
                    Readers = visit.Circle.SetOf(typed.Seats("reader")),
                },
                typed.Id("seen"),
                visit.Act),
            cancellation);
    }

    private static Task<IResult> TakeAwayAsync(HttpContext http, Guid circle, Door door, Sure sure, CancellationToken cancellation)
    {
        var seen = http.Typed().Id("seen");
        return ChangeAsync(http, circle, door, sure, "circles.contact-gone", Typed.Nothing, (vault, visit) => vault.TakeAway(seen, visit.Act), cancellation);
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext http, Guid circle, Door door, Sure sure, string told, Typed typed, Action<AddressVault, Visit> change, CancellationToken cancellation)
    {
        if (Sure.Asks(http, await sure.PersonAsync(http)) && !HasProof(http))
        {
            return await LockAsync(http, circle, door, typed, null, cancellation);
        }

        return await Pages.TryAsync(
            async () =>
            {
                await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    async visit =>
                    {
                        RefuseChild(visit);
                        change(await visit.VaultAsync(cancellation), visit);
                        return true;
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, told);
                return AddressOf(circle);
            },
            broken => OpenAsync(http, circle, door, sure, typed, broken, cancellation));
    }

    private static void RefuseChild(Visit visit)
    {
        if (visit.Me.Age == AgeGroup.Child)
        {
            throw new RefusedException();
        }
    }
}
