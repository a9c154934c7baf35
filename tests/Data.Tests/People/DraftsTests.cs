using System.Security.Cryptography;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Data.Tests.People;

/// <summary>Drafts are for the writer alone, and go after seven days.</summary>
public sealed class DraftsTests
{
    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_draft_comes_back_for_its_writer_and_for_nobody_else(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var id = DraftId.New();
        await house.Drafts.KeepAsync(house.Mother.Person, id, house.Table, "/here", Typed("eerst"));
        await house.Drafts.KeepAsync(house.Mother.Person, id, house.Table, "/here", Typed("later"));

        // The same id of somebody else is another draft.
        await house.Drafts.KeepAsync(house.Boy.Person, id, null, "/there", Typed("anders"));
        var draft = await house.Drafts.FindAsync(house.Mother.Person, id, CancellationToken.None);
        Assert.Equal("later", draft!.Fields["words"][0]);
        Assert.Equal((house.Table, "/here", 2), (draft.Circle!.Value, draft.Page, draft.Version));
        Assert.Equal("anders", (await house.Drafts.FindAsync(house.Boy.Person, id, CancellationToken.None))!.Fields["words"][0]);
        Assert.Null(await house.Drafts.FindAsync(house.Neighbour.Person, id, CancellationToken.None));
        await house.Drafts.ThrowAwayAsync(house.Neighbour.Person, id);
        Assert.Single(await house.Drafts.OfAsync(house.Mother.Person, CancellationToken.None));
        await house.Drafts.ThrowAwayAsync(house.Mother.Person, id);
        Assert.Empty(await house.Drafts.OfAsync(house.Mother.Person, CancellationToken.None));
        Assert.Single(await house.Drafts.OfAsync(house.Boy.Person, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_draft_goes_seven_days_after_it_was_last_typed_in(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await house.Drafts.KeepAsync(house.Mother.Person, DraftId.New(), null, "/", Typed("woorden"));
        house.Clock.Now += TimeSpan.FromDays(6.9);
        await house.Drafts.ForgetOldAsync();
        Assert.Single(await house.Drafts.OfAsync(house.Mother.Person, CancellationToken.None));
        house.Clock.Now += TimeSpan.FromDays(0.2);
        Assert.Empty(await house.Drafts.OfAsync(house.Mother.Person, CancellationToken.None));
        await house.Drafts.ForgetOldAsync();
        await using var connection = await house.BreakInAsync();
        Assert.Equal(0L, await House.ReadAsync(connection, "select count(*) from drafts"));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_form_that_is_done_is_remembered_for_seven_days_without_its_words(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var spent = new Spent(DraftId.New(), "Ik slaap slecht."u8.ToArray());
        await house.Drafts.KeepAsync(house.Mother.Person, spent.Draft, house.Table, "/", Typed("Ik slaap slecht."));
        Assert.False(await house.Drafts.WasSpentAsync(house.Mother.Person, spent.Draft, CancellationToken.None));
        await LayAsync(spent);
        Assert.Empty(await house.Drafts.OfAsync(house.Mother.Person, CancellationToken.None));
        Assert.True(await house.Drafts.WasSpentAsync(house.Mother.Person, spent.Draft, CancellationToken.None));
        Assert.False(await house.Drafts.WasSpentAsync(house.Boy.Person, spent.Draft, CancellationToken.None));
        await Assert.ThrowsAsync<DoneBeforeException>(() => LayAsync(spent));

        // What was on its way while typing does not come back as a draft; a form with other words is kept and done.
        await house.Drafts.KeepAsync(house.Mother.Person, spent.Draft, house.Table, "/", Typed("Ik slaap sl"), typing: true);
        Assert.Empty(await house.Drafts.OfAsync(house.Mother.Person, CancellationToken.None));
        house.Clock.Now += TimeSpan.FromMinutes(2);
        await house.Drafts.KeepAsync(house.Mother.Person, spent.Draft, house.Table, "/", Typed("Iets anders."), typing: true);
        Assert.Single(await house.Drafts.OfAsync(house.Mother.Person, CancellationToken.None));
        await LayAsync(spent with { Form = "Iets anders."u8.ToArray() });

        // When nothing comes of it, it is not remembered as done.
        var refused = spent with { Draft = DraftId.New() };
        await Assert.ThrowsAsync<RuleBrokenException>(() => LayAsync(refused, ""));
        Assert.False(await house.Drafts.WasSpentAsync(house.Mother.Person, refused.Draft, CancellationToken.None));

        await using var connection = await house.BreakInAsync();
        var print = (byte[])(await House.ReadAsync(connection, "select print from spent_drafts"))!;
        Assert.Equal(32, print.Length);
        Assert.DoesNotContain(print, new[] { SHA256.HashData("Ik slaap slecht."u8), SHA256.HashData("Iets anders."u8) });
        house.Clock.Now += Drafts.KeptFor + TimeSpan.FromMinutes(1);
        await house.Drafts.ForgetOldAsync();
        Assert.Equal(0L, await House.ReadAsync(connection, "select count(*) from spent_drafts"));

        Task<bool> LayAsync(Spent form, string words = "We lachten.") => house.Door.ChangeAsync(
            house.Mother,
            house.Table,
            Permission.Speak,
            visit =>
            {
                visit.Lay(GoodThing.Lay(visit.Circle, words, SeatSet.None, Audience.Everyone, visit.Act));
                return Task.FromResult(true);
            },
            CancellationToken.None,
            form);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task What_comes_too_late_of_an_earlier_question_does_not_go_over_what_was_pressed(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var id = DraftId.New();
        await KeepAsync("hij zei", null, typing: true);
        await KeepAsync("hij zei NIET dat het mocht", "1", typing: false);
        await KeepAsync("hij zei", null, typing: true);
        await KeepAsync("hij zei", "0", typing: true);
        Assert.Equal("hij zei NIET dat het mocht", await WordsAsync());
        await KeepAsync("hij zei niet dat het mocht", "1", typing: true);
        Assert.Equal("hij zei niet dat het mocht", await WordsAsync());

        async Task<string> WordsAsync() => (await house.Drafts.FindAsync(house.Mother.Person, id, CancellationToken.None))!.Fields["words"][0];

        Task KeepAsync(string words, string? turn, bool typing)
        {
            var fields = new Dictionary<string, string[]> { ["words"] = [words] };
            if (turn is not null)
            {
                fields[Drafts.Turn] = [turn];
            }

            return house.Drafts.KeepAsync(house.Mother.Person, id, house.Table, "/", fields, typing);
        }
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Of_more_than_forty_drafts_the_oldest_go(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await house.Drafts.KeepAsync(house.Boy.Person, DraftId.New(), null, "/", Typed("van een ander"));
        for (var i = 0; i < Drafts.Most + 3; i++)
        {
            house.Clock.Now += TimeSpan.FromSeconds(1);
            await house.Drafts.KeepAsync(house.Mother.Person, DraftId.New(), null, "/", Typed($"{i}"));
        }

        var left = await house.Drafts.OfAsync(house.Mother.Person, CancellationToken.None);
        Assert.Equal(Drafts.Most, left.Count);
        Assert.Equal("3", left[^1].Fields["words"][0]);
        Assert.Single(await house.Drafts.OfAsync(house.Boy.Person, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_draft_is_sealed_for_its_writer_not_for_the_table(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await house.Drafts.KeepAsync(house.Mother.Person, DraftId.New(), house.Table, "/", Typed("geheim"));
        await using var connection = await house.BreakInAsync();
        var sheet = (byte[])(await House.ReadAsync(connection, "select sheet from drafts"))!;
        Assert.True(sheet.AsSpan().IndexOf("geheim"u8) < 0);
        Assert.True(house.Keyring.Open(house.Mother.Person.Value, sheet).AsSpan().IndexOf("geheim"u8) >= 0);
        Assert.ThrowsAny<CryptographicException>(() => house.Keyring.Open(house.Table.Value, sheet));
    }

    private static Dictionary<string, string[]> Typed(string words) => new() { ["words"] = [words] };
}
