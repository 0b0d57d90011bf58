using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Plans;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Deliveries;

/// <summary>What came damaged, was refused or did not come stands among what is stuck, with what the receiver wrote, until somebody tells what became of it.</summary>
public class LossTests
{
    private static readonly DateTimeOffset s_start = RegisterFixture.Start;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, AgeingStage.Received)]
    [InlineData(false, AgeingStage.InHub)]
    public async Task What_did_not_come_whole_stands_in_ageing_with_its_reason(bool toSite, AgeingStage damaged)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4, toSite);
        await it.Register.Do(Lost(it, whole: 1, shortBy: 1, damaged: 1, refused: 1, "bent at the border"));
        var lines = (await Ageing(it)).Where(line => line.Words.Count > 0).ToDictionary(line => line.Reason);
        Assert.Equal(
            [(AgeingReason.Damaged, damaged), (AgeingReason.Refused, AgeingStage.Arrived), (AgeingReason.Missing, AgeingStage.UnderWay)],
            lines.Values.OrderBy(line => line.Reason).Select(line => (line.Reason, line.Stage)));
        Assert.All(lines.Values, line => Assert.Equal((1, it.Consignment, 8.5, "bent at the border"), (line.Units, line.Consignment!.Value, line.Days, Assert.Single(line.Words))));
    }

    [Fact]
    public async Task Made_good_it_can_be_installed_and_given_up_it_is_stuck_no_more()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4);
        await it.Register.Do(Lost(it, whole: 2, shortBy: 1, damaged: 1, refused: 0, "bent"));
        await it.Register.Do(await Settle(it, LossKind.Damaged, LossOutcome.MadeGood));
        Assert.Equal(3, (await it.Read()).ReceivedWhole(1));
        await it.Register.Do(await Settle(it, LossKind.Short, LossOutcome.GivenUp));
        Assert.DoesNotContain(await Ageing(it), line => line.Words.Count > 0);
        Assert.Equal((3, 3), ((int)(await it.Read()).Usable(1), (int)(await it.Read()).ReceivedWhole(1)));
        await it.Register.Do(new BeginInstallation(Id<Installation>.Named("i"), it.Consignment, 1, 3, s_start.AddHours(41)));
        await using var db = test.Database.Open();
        Assert.Equal(Bounds.Exactly(3), (await db.Contributions.SingleAsync(Cancel)).Read().Reached().Single(r => r.Stage == GoodsStage.Received).Bounds);
        Assert.Equal("much", Assert.Single((await it.Register.Send(await Settle(it, LossKind.Damaged, LossOutcome.GivenUp))).Refusals).Field);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task In_a_hub_what_is_made_good_is_stock(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4, toSite: false);
        await it.Register.Do(Lost(it, whole: 3, shortBy: 0, damaged: 0, refused: 1, "wrong plug"));
        Assert.Equal(3, await it.Stock());
        await it.Register.Do(await Settle(it, LossKind.Refused, LossOutcome.MadeGood));
        Assert.Equal(4, await it.Stock());
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task The_donor_sees_what_became_of_it_and_not_who_says_so()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4);
        await it.Register.Do(Lost(it, whole: 3, shortBy: 0, damaged: 1, refused: 0, "bent"));
        await it.Register.Do(await Settle(it, LossKind.Damaged, LossOutcome.MadeGood));
        await using var db = test.Database.Open();
        var rows = await db.Consignments.AsNoTracking().ToListAsync(Cancel);
        var line = Assert.Single(Assert.Single(await ConsignmentList.ForDonor(db, it.Register.Operation, it.Register.Donor.Id, rows, Cancel)).Lines);
        var settled = Assert.Single(line.Settled);
        Assert.Equal((LossKind.Damaged, 1, LossOutcome.MadeGood, "as told"), (settled.Kind, settled.Much, settled.Outcome, settled.Why));
        Assert.Equal((4, 0, 0), (line.Whole(), line.Lost(LossKind.Damaged), line.Unsettled(LossKind.Damaged)));
    }

    [Fact]
    public async Task A_set_that_came_damaged_does_not_serve_its_need_once_it_is_released()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4);
        await it.Register.Do(Lost(it, whole: 0, shortBy: 0, damaged: 4, refused: 0, "burnt out"));
        await using (var db = test.Database.Open())
        {
            var supply = await SupplyOfNeeds.Load(db, it.Register.Operation, it.Register.Clock.Now, Cancel);
            Assert.Equal(0, supply.Allocations.FilledOf(supply.Needs.Single(need => need.Id == it.Need)));
            // The units are gone all the same: nobody else can be given them.
            Assert.Equal(6, supply.FreeUnits(supply.Offers.Single(offer => offer.Id == it.Sets)));
            Assert.True(supply.IsLost(it.Need, it.Sets));
        }
        await it.Register.Do(await Settle(it, LossKind.Damaged, LossOutcome.MadeGood, 4));
        await using var after = test.Database.Open();
        var again = await SupplyOfNeeds.Load(after, it.Register.Operation, it.Register.Clock.Now, Cancel);
        Assert.Equal(4, again.Allocations.FilledOf(again.Needs.Single(need => need.Id == it.Need)));
        Assert.False(again.IsLost(it.Need, it.Sets));
    }

    private static ReceiveConsignment Lost(DeliveryFixture it, int whole, int shortBy, int damaged, int refused, string reason) =>
        new(it.Consignment, 0, "Olha", s_start.AddHours(36), [new ReceivedLine(1, whole, shortBy, damaged, refused, reason)]);

    private static async Task<SettleLoss> Settle(DeliveryFixture it, LossKind kind, LossOutcome outcome, decimal much = 1) =>
        new(it.Consignment, (await it.Read()).Version, 1, kind, much, outcome, "as told", s_start.AddHours(40));

    private static async Task<IReadOnlyList<AgeingLine>> Ageing(DeliveryFixture it)
    {
        await using var db = it.Register.Database.Open();
        return await Relight.Deliveries.Ageing.Read(db, it.Register.Operation, s_start.AddDays(10), Cancel);
    }
}
