using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Children;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Fields of a form that are meant for an address, or are read by nobody else: what is typed there is not caught.</summary>
/// <param name="Fields">Their names.</param>
public sealed record TakesAddresses(IReadOnlyList<string> Fields)
{
    /// <summary>These fields.</summary>
    /// <param name="fields">Their names.</param>
    public static TakesAddresses Of(params IReadOnlyList<string> fields) => new(fields);
}

/// <summary>
/// Catches an address that somebody types in words for a table, before the page gets the form. What looks like an address is asked about, for everybody
/// alike and whatever is kept in a vault, and may stay. The very words of a hidden address are stopped for who knows it anyway; for anybody else nothing
/// differs, so that nobody finds an address by trying (T22).
/// </summary>
public sealed class CatchAddress(Door door, LetStand letStand) : IEndpointFilter
{
    /// <summary>The button that lets it stand.</summary>
    public const string Stays = "address-stays";

    // What is longer is refused as too long by every page.
    private const int MostRead = 2 * Words.Longest;

    // What the program itself wrote into a form: proofs, what stood there before, strokes of a drawing, the print of a sound.
    private static readonly string[] OurOwn = [Typed.ProofField, Typed.DraftField, Drafts.Turn, Stays, "seen", "drawing", Sounds.PrintField, "secret", "credential"];

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Action">Where the form goes.</param>
    /// <param name="Fields">Everything that was sent, in its order; whether it is to be looked at.</param>
    /// <param name="Shapes">What looks like an address; nothing when it is a hidden one.</param>
    /// <param name="IsHidden">Whether it is the hidden address of somebody.</param>
    public sealed record Screen(Frame Frame, string Action, IReadOnlyList<(string Name, string Value, bool Caught)> Fields, IReadOnlyList<string> Shapes, bool IsHidden)
    {
        /// <summary>The words that may give a hidden address away, and may be any words.</summary>
        public IReadOnlyList<string> Words { get; init; } = [];

        /// <summary>Whether nothing but such words was caught.</summary>
        public bool IsWords => Shapes.Count == 0 && !IsHidden;

        /// <summary>Where one goes who would rather not.</summary>
        public string Back { get; } = DraftPages.CircleOf(Frame.Path) is { } circle ? $"/tables/{circle.Value}" : "/tables";
    }

    /// <summary>What a child sees at its own page.</summary>
    /// <param name="Child">The frame.</param>
    /// <param name="Caught">What was caught.</param>
    public sealed record ForChild(ChildFrame Child, Screen Caught);

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Path.StartsWithSegments("/tables", StringComparison.OrdinalIgnoreCase))
        {
            return await next(context);
        }

        var stays = http.Typed().Is(Stays);
        http.LeaveOut(Stays);
        var typed = http.Typed();
        var passed = http.GetEndpoint()?.Metadata.GetMetadata<TakesAddresses>()?.Fields ?? [];
        var read = typed.Fields
            .Where(field => !OurOwn.Contains(field.Key) && !passed.Contains(field.Key))
            .SelectMany(field => field.Value.Select(value => (field.Key, Value: value, Read: value.Length > MostRead ? value[..MostRead] : value)))
            .Where(field => field.Read.Length >= HiddenAddress.ShortestWord && IsWritten(field.Key, field.Read))
            .ToList();
        if (read.Count == 0)
        {
            return await next(context);
        }

        var (person, draft) = (http.Caller().Person, typed.Id(Typed.DraftField));
        List<(string Key, string Value, IReadOnlyList<string> Caught)> words = [];

        // On the screen on the table everybody would see that it is one.
        if (http.User.AtTheTable() is null && DraftPages.CircleOf(http.Request.Path.Value ?? "") is { } circle)
        {
            var hidden = await door.HiddenAddressInAsync(http.Caller(), circle, http.RequestAborted);
            var found = read.ConvertAll(field => (field.Key, field.Value, Hidden: hidden(field.Read)));
            if (found.Exists(field => field.Hidden.IsPlain))
            {
                return await AskAsync(http, typed, found.Where(field => field.Hidden.IsPlain).Select(field => (field.Key, field.Value)), [], [], isHidden: true);
            }

            // A word alone may be any word: it may stay, and who let it stand is not asked about it again that evening, in whatever form (T20).
            words =
            [
                .. found.Select(field => (field.Key, field.Value, Caught: (IReadOnlyList<string>)[.. field.Hidden.Words.Where(word => !letStand.Has(person, Guid.Empty, word))]))
                    .Where(field => field.Caught.Count > 0),
            ];
        }

        var shapes = read.Select(field => (field.Key, field.Value, Shapes: AddressShape.In(field.Read))).Where(field => field.Shapes.Count > 0).ToList();
        if (stays)
        {
            shapes.ForEach(field => letStand.Note(person, draft, field.Value));
            words.ForEach(field => field.Caught.ToList().ForEach(word => letStand.Note(person, Guid.Empty, word)));
            return await next(context);
        }

        shapes.RemoveAll(field => letStand.Has(person, draft, field.Value));
        return shapes.Count == 0 && words.Count == 0 ? await next(context)
            : await AskAsync(
                http, typed, shapes.Select(field => (field.Key, field.Value)).Concat(words.Select(field => (field.Key, field.Value))),
                [.. shapes.SelectMany(field => field.Shapes).Distinct()], [.. words.SelectMany(field => field.Caught).Distinct()], isHidden: false);
    }

    // What somebody chose is our own word, and never an address: else a choice could be made impossible (T20). A choice has no space in it.
    private static bool IsWritten(string field, string value) => !Guid.TryParse(value, out _) && (DraftPages.IsWritten(field, value) || value.Any(char.IsWhiteSpace));

    private async Task<IResult> AskAsync(
        HttpContext http, Typed typed, IEnumerable<(string, string)> caught, IReadOnlyList<string> shapes, IReadOnlyList<string> words, bool isHidden)
    {
        var child = await ChildAtAsync(http, isHidden);
        var heading = isHidden ? "circles.address-hidden" : shapes.Count > 0 ? "circles.address-caught" : "circles.address-word";
        var frame = child?.Frame ?? Frame.Of(http, Text.T(heading)) with { Narrow = true };
        var fields = caught.ToHashSet();
        var screen = new Screen(
            frame, frame.Base + frame.Path + http.Request.QueryString,
            [
                .. typed.Fields.Where(field => field.Key != Typed.ProofField)
                    .SelectMany(field => field.Value.Select(value => (field.Key, value, fields.Contains((field.Key, value))))),
            ],
            shapes, isHidden)
        {
            Words = words,
        };
        return Pages.With(
            child is null ? CatchAddressView.Create(screen) : CatchAddressForChildView.Create(new ForChild(child, screen)), StatusCodes.Status422UnprocessableEntity);
    }

    // At its own page a child stays there.
    private async Task<ChildFrame?> ChildAtAsync(HttpContext http, bool isHidden)
    {
        if (DraftPages.CircleOf(http.Request.Path.Value ?? "") is not { } circle
            || !http.Request.Path.StartsWithSegments(ChildrenArea.AddressOf(circle.Value), StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        await using var visit = await door.EnterAsync(http.Caller(), circle, Permission.Read, http.RequestAborted);
        return visit.Me.Age == AgeGroup.Child
            ? new ChildFrame(Frame.Of(http, Text.T(isHidden ? "children.address-hidden" : "children.address-caught"), circle), visit.Circle, visit.Me)
            : null;
    }
}

/// <summary>
/// Which words with an address in them somebody let stand, in a form of more pages than one: they are asked about once. Only prints are remembered, for an
/// evening; where they are forgotten, it is asked again.
/// </summary>
/// <param name="clock">The time.</param>
public sealed class LetStand(TimeProvider clock)
{
    // More of one person is asked about again: nobody makes another be asked.
    private const int MostOfOne = 50;

    private static readonly TimeSpan Evening = TimeSpan.FromHours(4);

    private readonly ConcurrentDictionary<PersonId, List<(string Print, DateTimeOffset Until)>> _of = new();

    /// <summary>Remembers it.</summary>
    /// <param name="person">Who let it stand.</param>
    /// <param name="draft">In which form; nothing is remembered of a form without one.</param>
    /// <param name="words">The words.</param>
    public void Note(PersonId person, Guid? draft, string words)
    {
        if (draft is not { } form)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var mine = _of.GetOrAdd(person, _ => []);
        lock (mine)
        {
            mine.RemoveAll(one => one.Until < now);
            if (mine.Count < MostOfOne)
            {
                mine.Add((PrintOf(form, words), now + Evening));
            }
        }
    }

    /// <summary>Whether it was let stand.</summary>
    /// <param name="person">Who sends it.</param>
    /// <param name="draft">In which form.</param>
    /// <param name="words">The words.</param>
    public bool Has(PersonId person, Guid? draft, string words)
    {
        if (draft is not { } form || !_of.TryGetValue(person, out var mine))
        {
            return false;
        }

        var (print, now) = (PrintOf(form, words), clock.GetUtcNow());
        lock (mine)
        {
            return mine.Exists(one => one.Print == print && one.Until >= now);
        }
    }

    private static string PrintOf(Guid draft, string words) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{draft}{words}")));
}
