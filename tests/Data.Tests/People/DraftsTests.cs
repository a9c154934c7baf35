using System.Security.Cryptography;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;

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
