using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Matching;
using Relight.Register;
using Relight.Sample;

namespace Relight.Tests.Sample;

/// <summary>Whoever opens the demo can follow a set from a facility's need to its hour in service, and sees what went wrong on the way.</summary>
public class SampleChainTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_set_goes_from_a_facilitys_need_over_an_allocation_into_service_and_gets_its_fuel_by_the_litre()
    {
        await using var db = sample.Database.Open();
        var served = (await db.Installations.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => row.Read()).FindAll(one => one.InServiceAt is not null);
        var set = Assert.Single(served, one => one.Amount is null);
        var facility = Assert.Single((await db.Facilities.AsNoTracking().ToListAsync(Cancel)).Select(row => row.Read()), facility => facility.Need == set.Need);
        var need = (await db.Needs.AsNoTracking().SingleAsync(row => row.Id == set.Need, Cancel)).Read();
        var offer = (await db.Offers.AsNoTracking().SingleAsync(row => row.Id == set.Offer, Cancel)).Read();
        Assert.Equal(Verdict.Fits, MatchOffers.Judge(need, offer, Practice.Default).Verdict);
        Assert.Equal(AllocationState.Confirmed, Assert.Single(await db.Allocations.AsNoTracking().Where(row => row.Need == set.Need).ToListAsync(Cancel)).State);
        Assert.Contains(await ConsignmentList.OfNeed(db, LoadSample.Operation.Id, set.Need).Select(row => row.Id).ToListAsync(Cancel), id => id == set.Consignment);

        var fuel = Assert.Single(served, one => one.Amount is not null);
        var wanted = (await db.Needs.AsNoTracking().SingleAsync(row => row.Id == fuel.Need, Cancel)).Read();
        Assert.Equal(facility.Exact!.Name, wanted.Site!.Exact.Name);
        Assert.Equal(new Quantity(Bounds.Exactly(3_960), Unit.Litre), fuel.Amount);
    }

    [Fact]
    public async Task No_set_was_sent_where_it_does_not_fit_and_every_need_for_power_is_a_facilitys()
    {
        await using var db = sample.Database.Open();
        var needs = (await db.Needs.AsNoTracking().Where(row => row.Kind == NeedKind.FacilityPower).ToListAsync(Cancel)).ConvertAll(row => row.Read());
        var named = (await db.Facilities.AsNoTracking().ToListAsync(Cancel)).Select(row => row.Read().Need).OfType<Id<Need>>().ToList();
        Assert.Equal(needs.Select(need => need.Id).Order(), named.Order());
        var offers = (await db.Offers.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => row.Read()).ToDictionary(offer => offer.Id);
        foreach (var line in (await db.ConsignmentLines.AsNoTracking().Where(line => line.Need != null).ToListAsync(Cancel)).Where(line => needs.Exists(need => need.Id == line.Need)))
            Assert.NotEqual(Verdict.DoesNotFit, MatchOffers.Judge(needs.Single(need => need.Id == line.Need), offers[line.Offer], Practice.Default).Verdict);
    }

    [Fact]
    public async Task One_consignment_is_late_and_one_came_short_and_damaged_with_reason_and_photo()
    {
        await using var db = sample.Database.Open();
        var consignments = (await db.Consignments.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => row.Read());
        Assert.Contains(consignments, one => one.State == ConsignmentState.UnderWay && one.Legs[^1].Delay > TimeSpan.FromDays(3));
        var part = Assert.Single(consignments.SelectMany(one => one.Receipts).SelectMany(receipt => receipt.Lines), part => part.Damaged > 0);
        Assert.True(part is { Short: 1, Reason: not null, Photo: not null });
        Assert.NotNull(await ConsignmentList.PhotoOf(db, LoadSample.Operation.Id, part.Photo!.Value, Cancel));
        Assert.Contains(await db.Installations.AsNoTracking().ToListAsync(Cancel), row => row.Read().Hold is { Reason: HoldReason.NoDesign });
    }
}
