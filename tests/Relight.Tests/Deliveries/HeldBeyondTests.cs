using Relight.Deliveries;
using Relight.Matching;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Deliveries;

/// <summary>Units may be lost in a hub, or not be there by a count, after they were held: coordinators are told of which offers more is held than there is, and for whom.</summary>
public class HeldBeyondTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_is_held_beyond_what_there_is_is_told_with_its_needs_until_one_is_released(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await HeldAndInHub(test);
        Assert.Empty(await Read(it));
        // Of ten eight are held, and three do not lie in the hub any more.
        await it.Register.Do(new CorrectStock(it.Hub.Id, it.Sets, 4, 1, "three were stolen"));
        var told = Assert.Single(await Read(it));
        Assert.Equal((it.Sets, 1m), (told.Offer, told.Units));
        Assert.Equal(new[] { it.Need, it.Elsewhere }.Order(), told.Needs.Select(need => need.Need).Order());
        Assert.All(told.Needs, need => Assert.Equal(4, need.Units));
        Assert.Single(await Read(it, need: it.Need));
        Assert.Single(await Read(it, offer: it.Sets));
        Assert.Empty(await Read(it, offer: it.Transformer));
        Assert.Equal([1m, 1m], (await Listed(it)).Select(view => view.HeldBeyond));

        await it.Register.Do(new ReleaseAllocation(Id<Allocation>.Named("a"), "goes without"));
        Assert.Empty(await Read(it));
        Assert.All(await Listed(it), view => Assert.Equal(0, view.HeldBeyond));
    }

    [Fact]
    public async Task What_was_damaged_on_its_way_to_a_hub_is_told_too_and_a_need_that_was_sent_its_units_is_not_named()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        await it.Register.Do(Hold(it, "a", it.Need));
        await it.Register.Do(Hold(it, "b", it.Elsewhere));
        await it.Register.Do(it.Plan(4) with { Consignment = Id<Consignment>.Named("to the need") });
        await it.Sent(4, toSite: false);
        await it.Register.Do(new ReceiveConsignment(it.Consignment, 0, "Olha", RegisterFixture.Start.AddHours(36), [new ReceivedLine(1, 0, Damaged: 4, Reason: "burnt")]));
        var told = Assert.Single(await Read(it));
        Assert.Equal((2m, it.Elsewhere, 4m), (told.Units, Assert.Single(told.Needs).Need, told.Needs[0].Units));
        Assert.Empty(await Read(it, need: it.Need));
    }

    [Fact]
    public async Task A_hold_that_lapsed_holds_nothing_that_is_lacking()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await HeldAndInHub(test);
        await it.Register.Do(new CorrectStock(it.Hub.Id, it.Sets, 4, 0, "all were stolen"));
        Assert.Equal(2, Assert.Single(await Read(it)).Units);
        it.Register.Clock.Now += Allocation.HoldsFor;
        Assert.Empty(await Read(it));
        Assert.All(await Listed(it), view => Assert.Equal(0, view.HeldBeyond));
    }

    private static async Task<DeliveryFixture> HeldAndInHub(TestDatabases test)
    {
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4, toSite: false);
        await it.Register.Do(new ReceiveConsignment(it.Consignment, 0, "Olha", RegisterFixture.Start.AddHours(36), [new ReceivedLine(1, 4)]));
        await it.Register.Do(Hold(it, "a", it.Need));
        await it.Register.Do(Hold(it, "b", it.Elsewhere));
        return it;
    }

    private static HoldUnits Hold(DeliveryFixture it, string name, Id<Need> need) => new(Id<Allocation>.Named(name), need, it.Sets, 4, "to be asked");

    private static async Task<IReadOnlyList<HeldBeyond>> Read(DeliveryFixture it, Id<Need>? need = null, Id<Offer>? offer = null)
    {
        await using var db = it.Register.Database.Open();
        return await HeldBeyond.Read(db, it.Register.Operation, it.Register.Clock.Now, need, offer, Cancel);
    }

    private static async Task<IReadOnlyList<AllocationForCoordination>> Listed(DeliveryFixture it)
    {
        await using var db = it.Register.Database.Open();
        return await AllocationList.ReadForCoordination(db, it.Register.Operation, it.Register.Clock.Now, cancel: Cancel);
    }
}
