using System.Text;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Store;
using Keukentafel.Data.Wordings;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Wordings;

namespace Keukentafel.Data.Tests.Wordings;

public sealed class WordRemarksTests
{
    private static readonly CancellationToken Always = CancellationToken.None;

    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_said_is_kept_sealed_with_the_day_alone_and_leaves_no_line_in_the_trail_R134_partly(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var remarks = Remarks(house);
        var lines = await CountAsync(house, "trail");
        var remark = Say(remarks, "KANARIE-5 gast");
        await remarks.SayAsync(remark);
        Assert.Equivalent(remark, Assert.Single(await remarks.OpenAsync(Always)));
        Assert.Equivalent(remark, await remarks.FindAsync(remark.Id, Always));
        Assert.Equal(lines, await CountAsync(house, "trail"));
        byte[] sheet = [];
        long day = 0;
        await house.Storage.AskAsync(null, null, [new Query("select day, sheet from word_remarks", row => (day, sheet) = (row.Number(0), row.Bytes(1)))], Always);
        Assert.DoesNotContain("KANARIE", Encoding.UTF8.GetString(sheet), StringComparison.Ordinal);
        Assert.Equal(remarks.Today.DayNumber, day);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_decision_of_both_stays_and_what_was_said_goes_R134(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var remarks = Remarks(house);
        var mother = new Representative(house.Mother.Person, RepresentativeKind.Parent);
        var boy = new Representative(house.Boy.Person, RepresentativeKind.Young);
        var remark = Say(remarks, "gast");
        await remarks.SayAsync(remark);
        Assert.False(await remarks.WereReadAsync(Always));
        await remarks.ChangeAsync(remark.Id, one => one.Propose(mother, 0, WordOutcome.Changes, "gast", "bezoek", "Zo zeggen wij het."));
        await remarks.ChangeAsync(remark.Id, one => one.Refuse(boy, 1, "Bezoek gaat weg."));
        await remarks.ChangeAsync(remark.Id, one => one.Propose(boy, 1, WordOutcome.Stays, "gast", null, "Het klopt."));
        var open = (await remarks.FindAsync(remark.Id, Always))!;
        Assert.Equal("Bezoek gaat weg.", open.Proposals[0].Objection!.Why);
        Assert.Equal(boy, open.Proposals[0].Objection!.By);
        Assert.False(await remarks.WereReadAsync(Always));
        await remarks.DecideAsync(remark.Id, one => one.Agree(mother, 2, remarks.Today));
        Assert.True(await remarks.WereReadAsync(Always));
        var decision = Assert.Single(await remarks.DecidedAsync(Always));
        Assert.Equal((WordOutcome.Stays, "gast", null, "Het klopt."), (decision.Outcome, decision.Old, decision.New, decision.Why));
        Assert.Equal([boy, mother], decision.By);
        Assert.Empty(await remarks.OpenAsync(Always));
        await RefusesAsync(WordingRules.StillOpen, () => remarks.DecideAsync(remark.Id, one => one.Agree(mother, 2, remarks.Today)));
        await RefusesAsync(WordingRules.StillOpen, () => remarks.TakeAwayAsync(remark.Id));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Of_two_who_propose_at_once_one_is_told_and_nothing_is_written_over(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var remarks = Remarks(house);
        var remark = Say(remarks, "gast");
        await remarks.SayAsync(remark);
        var tries = new[] { house.Mother, house.Boy, house.Neighbour }.Select(async (who, i) =>
        {
            try
            {
                var by = new Representative(who.Person, i == 1 ? RepresentativeKind.Young : RepresentativeKind.Parent);
                await remarks.ChangeAsync(remark.Id, one => one.Propose(by, 0, WordOutcome.Stays, "gast", null, "Goed."));
                return true;
            }
            catch (RuleBrokenException broken) when (broken.Rule == WordingRules.OtherProposal)
            {
                return false;
            }
        });
        Assert.Single(await Task.WhenAll(tries), done => done);
        Assert.Single((await remarks.FindAsync(remark.Id, Always))!.Proposals);
        await RefusesAsync(WordingRules.OtherProposal, () => remarks.TakeAwayAsync(remark.Id));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_nobody_decided_about_is_thrown_away_after_a_year(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var remarks = Remarks(house);
        await remarks.SayAsync(Say(remarks, "gast"));
        house.Clock.Now += TimeSpan.FromDays(365);
        await remarks.ForgetOldAsync();
        Assert.Single(await remarks.OpenAsync(Always));
        house.Clock.Now += TimeSpan.FromDays(1);
        await remarks.ForgetOldAsync();
        Assert.Empty(await remarks.OpenAsync(Always));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Somebody_is_a_representative_until_the_role_is_taken_away(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var representatives = new Representatives(house.Storage, house.Gate);
        Assert.Null(await representatives.FindAsync(house.Mother.Person, Always));
        await representatives.AddAsync(new Representative(house.Mother.Person, RepresentativeKind.Young));
        await representatives.AddAsync(new Representative(house.Mother.Person, RepresentativeKind.Parent));
        Assert.Equal(RepresentativeKind.Parent, (await representatives.FindAsync(house.Mother.Person, Always))!.Kind);
        Assert.Null(await representatives.FindAsync(house.Boy.Person, Always));
        Assert.True(await representatives.RemoveAsync(house.Mother.Person));
        Assert.False(await representatives.RemoveAsync(house.Mother.Person));
        Assert.Null(await representatives.FindAsync(house.Mother.Person, Always));
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task From_a_table_or_as_somebody_no_remark_is_there(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await Remarks(house).SayAsync(Say(Remarks(house), "gast"));
        Assert.IsType<PostgresStorage>(house.Storage);
        foreach (var (circle, person, times) in new (Guid?, Guid?, int)[]
        {
            (null, null, 1), (house.Table.Value, null, 0), (null, house.Mother.Person.Value, 0), (house.Table.Value, house.Mother.Person.Value, 0),
        })
        {
            var found = 0;
            await house.Storage.AskAsync(circle, person, [new Query("select 1 from word_remarks", _ => found++)], Always);
            Assert.Equal(times, found);
        }
    }

    private static WordRemarks Remarks(House house) => new(house.Storage, house.Gate, house.Keyring, house.Clock);

    private static WordRemark Say(WordRemarks remarks, string words) =>
        WordRemark.Say(WordRemarkKind.NotRight, "/tables/{circle}/who", "nl", words, "bezoek", remarks.Today);

    private static async Task RefusesAsync(Rule rule, Func<Task> work) => Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBrokenException>(work)).Rule);

    private static async Task<long> CountAsync(House house, string from)
    {
        var count = 0L;
        await house.Storage.AskAsync(null, null, [new Query("select count(*) from " + from, row => count = row.Number(0))], Always);
        return count;
    }
}
