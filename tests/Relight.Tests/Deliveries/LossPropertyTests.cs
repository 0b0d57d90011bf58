using CsCheck;
using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Deliveries;

/// <summary>
/// Whatever is held, confirmed, released, sent, lost, made good and given up, in whatever order: an offer never gives more than it has, but for
/// what was lost in a hub after it was held; what is lost is counted once, and what a need takes is what it can hold.
/// </summary>
public class LossPropertyTests
{
    private const int Offered = 10;
    private const int Taken = 4;

    private static readonly DateTimeOffset s_start = RegisterFixture.Start;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly Gen<(int Kind, int Which, int Much, bool First)> s_step = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 3], Gen.Int[1, 4], Gen.Bool);

    [Fact]
    public async Task Nothing_is_given_twice_and_a_need_is_open_for_what_will_not_come() =>
        await s_step.Array[12].SampleAsync(
            async steps =>
            {
                await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
                var it = await DeliveryFixture.Open(test);
                it.Register.Clock.Now = s_start.AddHours(48);
                var madeGood = false;
                foreach (var (step, at) in steps.Select((step, at) => (step, at)))
                {
                    var command = await Next(it, step, at);
                    madeGood |= command is SettleLoss { Outcome: LossOutcome.MadeGood };
                    if (command is not null)
                        await it.Register.Send(command);
                    await Holds(it, madeGood);
                }
                await Open(it, steps.Length);
                Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
            },
            iter: Draws.Of(25));

    private static async Task<ICommand?> Next(DeliveryFixture it, (int Kind, int Which, int Much, bool First) step, int at)
    {
        await using var db = it.Register.Database.Open();
        var need = step.First ? it.Need : it.Elsewhere;
        var consignments = (await db.Consignments.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancel)).ConvertAll(row => row.Read());
        var allocations = await db.Allocations.AsNoTracking().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(Cancel);
        var one = consignments.ElementAtOrDefault(step.Which);
        var allocation = allocations.ElementAtOrDefault(step.Which);
        return step.Kind switch
        {
            0 or 1 => new HoldUnits(Id<Allocation>.Named($"{at}"), need, it.Sets, step.Much, "to be asked"),
            2 => new ConfirmAllocation(allocation, "to be asked"),
            3 when step.Much == 1 => new ReleaseAllocation(allocation, "as drawn"),
            4 or 5 => new PlanConsignment(Id<Consignment>.Named($"{at}"), "Sets", [new ConsignmentLine(it.Sets, step.Much, step.Which == 3 ? null : need)], false, it.Way(toSite: step.Which != 3)),
            6 when one is not null => new ReceiveConsignment(one.Id, one.Receipts.Count, "Olha", s_start.AddHours(36), [Part(one, step.Much, step.First)]),
            7 or 8 when one is not null => new SettleLoss(
                one.Id, one.Version, 1, step.First ? LossKind.Damaged : LossKind.Short, step.Much, step.Kind == 7 ? LossOutcome.MadeGood : LossOutcome.GivenUp, "as drawn", s_start.AddHours(40)),
            _ => null,
        };
    }

    private static ReceivedLine Part(Consignment one, int much, bool isDamaged)
    {
        var lost = Math.Min(much, one.Lines[0].Units);
        return new ReceivedLine(1, one.Lines[0].Units - lost, isDamaged ? 0 : lost, isDamaged ? lost : 0, 0, "as drawn");
    }

    // What is there is told by consignments and what is held, apart from the code that counts it.
    private static async Task Holds(DeliveryFixture it, bool madeGood)
    {
        await using var db = it.Register.Database.Open();
        var now = it.Register.Clock.Now;
        var supply = await SupplyOfNeeds.Load(db, it.Register.Operation, now, Cancel);
        var consignments = (await db.Consignments.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => row.Read());
        var held = (await db.Allocations.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => row.Read()).Where(one => one.Stands(now)).ToList();
        Assert.All(held, one => Assert.InRange(one.Lost, 0, one.Units));
        var lost = consignments.Sum(one => one.Lines[0].Units - (int)one.Usable(1));
        var left = Offered - lost;
        foreach (var need in new[] { it.Need, it.Elsewhere })
        {
            var (usable, sent) = (held.Where(one => one.Need == need).Sum(one => (int)one.Usable), consignments.Where(one => one.Lines[0].Need == need).Sum(one => (int)one.Usable(1)));
            left -= Math.Max(usable, sent);
            var filled = supply.Allocations.FilledOf(supply.Needs.Single(one => one.Id == need));
            Assert.Equal(Math.Max(usable, sent), filled);
            if (!madeGood)
                Assert.InRange(usable, 0, Taken);
            Assert.True(held.Where(one => one.Need == need).Sum(one => one.Lost) <= consignments.Where(one => one.Lines[0].Need == need).Sum(one => one.Lines[0].Units - one.Usable(1)));
        }
        // What is lost in a hub may have been held already, for a need that it was not yet on its way to: then nothing is free until some hold is released.
        var lostInHubs = consignments.Where(one => one.Lines[0].Need is null).Sum(one => one.Lines[0].Units - (int)one.Usable(1));
        Assert.True(left >= -lostInHubs, $"{-left} more are given than there are");
        var sets = supply.Offers.Single(one => one.Id == it.Sets);
        Assert.Equal(Math.Max(0, left), supply.FreeUnits(sets));
        // And that is told, with needs that hold as much and were not sent it.
        var told = (await HeldBeyond.Read(db, it.Register.Operation, now, cancel: Cancel)).SingleOrDefault();
        Assert.Equal(Math.Max(0, -left), told?.Units ?? 0);
        Assert.True(told is null || told.Needs.Sum(need => need.Units) >= told.Units);
    }

    // A need can hold what it still takes, as far as there is any, and not one more.
    private static async Task Open(DeliveryFixture it, int at)
    {
        await using var db = it.Register.Database.Open();
        var supply = await SupplyOfNeeds.Load(db, it.Register.Operation, it.Register.Clock.Now, Cancel);
        var most = Math.Min(supply.FreeUnits(supply.Offers.Single(one => one.Id == it.Sets)), Math.Max(0, Taken - (int)supply.Allocations.FilledOf(supply.Needs.Single(one => one.Id == it.Need))));
        Assert.False((await it.Register.Send(new HoldUnits(Id<Allocation>.Named($"{at}"), it.Need, it.Sets, most + 1, "to be asked"))).Done);
        if (most > 0)
            await it.Register.Do(new HoldUnits(Id<Allocation>.Named($"{at} too"), it.Need, it.Sets, most, "to be asked"));
        await Holds(it, madeGood: true);
    }
}
