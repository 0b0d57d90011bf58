using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Deliveries;

/// <summary>Units that came out of stock untold, units that others hold, and offers of which units are under way.</summary>
public class UntoldDispatchTests : DeliveryTestBed
{
    [Fact]
    public async Task What_came_out_of_stock_untold_is_taken_out_of_it_once()
    {
        await It.Sent(4, toSite: false);
        await Register.Do(It.Receive(4));
        var (onward, at) = (Id<Consignment>.Named("onward"), RegisterFixture.Start.AddHours(40));
        await Register.Do(new PlanConsignment(onward, "Three sets", [new ConsignmentLine(It.Sets, 3, It.Need)], true, [new PlannedLeg(It.Hub.Id, null, TransportMode.Road, at, at.AddHours(5))]));
        var receive = new ReceiveConsignment(onward, 0, "Petro", at.AddHours(6), [new ReceivedLine(1, 2)]);
        await Register.Do(receive);
        Assert.Equal(1, await It.Stock());
        await Register.Do(receive with { SeenReceipts = 1, Lines = [new ReceivedLine(1, 1)] });
        Assert.Equal(1, await It.Stock());
        await Register.Do(new DispatchConsignment(onward, 3, at));
        Assert.Equal(1, await It.Stock());
        Assert.Empty((await LedgerReplay.Run(Register.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task Stock_that_other_needs_hold_goes_to_no_one_else()
    {
        await It.Sent(10, toSite: false);
        await Register.Do(It.Receive(8, shortBy: 2, reason: "two did not come"));
        await Register.Do(new HoldUnits(Id<Allocation>.Named("held"), It.Elsewhere, It.Sets, 4, "asked for by telephone"));
        var at = RegisterFixture.Start.AddHours(47);
        PlanConsignment Onward(string name, int units, Id<Need> need) => new(
            Id<Consignment>.Named(name), "Sets", [new ConsignmentLine(It.Sets, units, need)], true, [new PlannedLeg(It.Hub.Id, null, TransportMode.Road, at, at.AddHours(5))]);
        var refusal = DeliveryFixture.One(await Register.Send(Onward("too many", 5, It.Need)));
        Assert.Equal(("consignment.lines[0].units", "5"), (refusal.Field, refusal.Value));
        Assert.EndsWith("4 of 8", refusal.Rule, StringComparison.Ordinal);
        await Register.Do(Onward("own", 4, It.Elsewhere));
        await Register.Do(Onward("rest", 4, It.Need));
    }

    [Fact]
    public async Task An_offer_of_which_units_were_sent_is_not_withdrawn()
    {
        await Register.Do(It.Plan(4));
        var refusal = DeliveryFixture.One(await Register.Send(new WithdrawOffer(It.Sets, 1, "taken back")));
        Assert.Equal("offer", refusal.Field);
        Assert.Contains("in consignments: 4", refusal.Rule, StringComparison.Ordinal);
        await Register.Do(new CancelConsignment(It.Consignment, 1, "not needed"));
        await Register.Do(new WithdrawOffer(It.Sets, 1, "taken back"));
    }
}

/// <summary>Goods that are there before anyone told that they left, on either database.</summary>
public class UntoldReceiptTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_came_is_received_and_when_it_left_stays_unknown_until_it_is_told(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await DeliveryFixture.Open(test);
        await it.Register.Do(it.Plan(4, toSite: false));
        it.Register.Clock.Now = RegisterFixture.Start.AddHours(48);
        var received = await it.Register.Send(it.Receive(3, shortBy: 1, reason: "one did not come"));
        Assert.True(received.Done);
        Assert.Contains(received.Warnings, warning => warning.Doubt.StartsWith("nobody has told when it left", StringComparison.Ordinal));
        var consignment = await it.Read();
        Assert.Equal((ConsignmentState.Received, true, null), (consignment.State, consignment.DispatchUnknown, consignment.Dispatched));
        Assert.Equal(3, await it.Stock());
        Assert.Equal(4, await Dispatched(it));
        await using (var db = it.Register.Database.Open())
            Assert.True((await ConsignmentList.ForCoordination(db, it.Register.Operation, await db.Consignments.AsNoTracking().ToListAsync(Cancel), Cancel))[0].DispatchUnknown);

        Assert.Equal("at", DeliveryFixture.One(await it.Register.Send(new DispatchConsignment(it.Consignment, 2, RegisterFixture.Start.AddHours(40)))).Field);
        await it.Register.Do(new DispatchConsignment(it.Consignment, 2, RegisterFixture.Start.AddHours(10)));
        consignment = await it.Read();
        Assert.Equal((ConsignmentState.Received, false, RegisterFixture.Start.AddHours(10)), (consignment.State, consignment.DispatchUnknown, consignment.Dispatched));
        Assert.Equal(3, await it.Stock());
        Assert.Equal(4, await Dispatched(it));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    private static async Task<decimal> Dispatched(DeliveryFixture it)
    {
        await using var db = it.Register.Database.Open();
        var gift = (await db.Contributions.AsNoTracking().SingleAsync(row => row.Id == Id<Contribution>.Named("gift"), Cancel)).Read();
        return gift.Reached().Where(reached => reached.Stage.Order == (int)GoodsStage.Dispatched).Sum(reached => reached.Bounds.Lower);
    }
}
