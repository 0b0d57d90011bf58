using Relight.Matching;
using Relight.Register;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>What commands about units held for needs refuse.</summary>
internal static class AllocationRefusals
{
    private static readonly Country s_ukraine = Country.Parse("UA");

    private static readonly Need s_hospital = TheNeed with
    {
        Title = "Power for a hospital",
        Requirement = new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = 100, HoursPerDay = 24 },
        Units = 2,
    };

    private static readonly Offer s_sets = TheOffer with
    {
        Specification = new GeneratingSet { Kilovoltamperes = 200, Kilowatts = 160, ThreePhase = true, Volts = 400, FrequencyHertz = 50, TransferSwitch = true },
        Units = 3,
    };

    private static readonly Offer s_bound = s_sets with { Earmark = new Earmark { Countries = [Country.Parse("MD")] } };

    // Of a set of which nothing is known it cannot be told whether it fits.
    private static readonly Offer s_unknown = s_sets with { Specification = new GeneratingSet() };

    private static readonly Offer s_transformer = s_sets with { Specification = new PowerTransformer { High = new(), Low = new() } };

    private static readonly Allocation s_held = new()
    {
        Id = Id<Allocation>.Named("a"),
        Need = s_hospital.Id,
        Offer = s_sets.Id,
        Units = 1,
        Fills = 1,
        State = AllocationState.Held,
        LapsesAt = Now.At.AddDays(1),
    };

    public static IEnumerable<RefusalCase> Cases => [.. Holds, .. Amounts, .. Confirmations, .. Releases];

    private static IEnumerable<RefusalCase> Amounts
    {
        get
        {
            var diesel = new Item(ItemKind.Fuel, "diesel");
            var need = TheNeed with { Requirement = new GoodsRequirement(diesel, new Quantity(Bounds.Exactly(20), Unit.CubicMetre)), Units = 1 };
            var tank = s_sets with { Specification = new Goods(diesel, new Quantity(Bounds.Exactly(10), Unit.CubicMetre)), Units = 1 };
            var litres = new Quantity(Bounds.Exactly(100), Unit.Litre);
            RefusalCase Case(string at, Quantity amount, Need? wanted = null, Offer? offer = null, bool id = false, bool noNeed = false, bool noOffer = false) => new(
                nameof(HoldAmount), at, () => HoldAmount.Decide(
                    new(id, noNeed ? null : wanted ?? need, noOffer ? null : offer ?? tank, s_ukraine, new AllocationsAtMoment([], [])),
                    new HoldAmount(s_held.Id, need.Id, tank.Id, amount), Now));
            yield return Case("allocation", litres, id: true);
            yield return Case("need", litres, noNeed: true);
            yield return Case("offer", litres, noOffer: true);
            yield return Case("amount", litres with { Bounds = Bounds.About(100) });
            yield return Case("amount", new Quantity(Bounds.Exactly(1), Unit.Tonne));
            yield return Case("amount", new Quantity(Bounds.Exactly(0.5m), Unit.Litre));
            yield return Case("amount", new Quantity(Bounds.Exactly(11), Unit.CubicMetre));
            yield return Case("amount", new Quantity(Bounds.Exactly(21), Unit.CubicMetre), offer: tank with { Units = 3 });
            var blankets = new Item(ItemKind.WinterEquipment, "blankets");
            yield return Case(
                "amount", new Quantity(Bounds.Exactly(0.5m), Unit.Piece),
                TheNeed with { Requirement = new GoodsRequirement(blankets, Quantity.Pieces(20)), Units = 1 },
                tank with { Specification = new Goods(blankets, Quantity.Pieces(100)) });
            yield return Case("need", litres, s_hospital);
            yield return Case("offer", litres, offer: tank with { Specification = new Goods(diesel, new Quantity(Bounds.Unspecified, Unit.Litre)) });
            yield return Case("offer", litres, offer: tank with { Earmark = s_bound.Earmark });
        }
    }

    private static IEnumerable<RefusalCase> Holds
    {
        get
        {
            RefusalCase Case(string at, Need? need = null, Offer? offer = null, int units = 1, bool id = false, string? why = null, params Allocation[] standing) => new(
                nameof(HoldUnits), at, () => HoldUnits.Decide(
                    new(id, need ?? s_hospital, offer ?? s_sets, s_ukraine, new AllocationsAtMoment(standing, [])),
                    new HoldUnits(s_held.Id, s_hospital.Id, s_sets.Id, units, why), Now));
            var free = new AllocationsAtMoment([], []);
            var hold = new HoldUnits(s_held.Id, s_hospital.Id, s_sets.Id, 1);
            yield return Case("allocation", id: true);
            yield return new(nameof(HoldUnits), "need", () => HoldUnits.Decide(new(false, null, s_sets, null, free), hold, Now));
            yield return new(nameof(HoldUnits), "offer", () => HoldUnits.Decide(new(false, s_hospital, null, s_ukraine, free), hold, Now));
            yield return Case("units", units: 0);
            yield return Case("offer", offer: s_bound);
            yield return Case("offer", offer: s_transformer);
            yield return Case("why", offer: s_unknown);
            // Two units of three are held for another need.
            yield return Case("units", units: 2, standing: s_held with { Need = Id<Need>.Named("another"), Units = 2 });
            yield return Case("units", units: 3);

            var winding = new Winding { RatedKilovolts = 330, RatedMegavoltamperes = 200, Um = 363, ImpulseKilovolts = 1050 };
            var single = s_sets with { Specification = new PowerTransformer { High = winding, Low = winding with { RatedKilovolts = 115 }, SinglePhase = true } };
            yield return Case("units", TheNeed, single, 2, why: "asked the donor");
            // Two of a bank of three are there: what is held beside them makes whole ones with them.
            var bank = s_held with { Need = TheNeed.Id, Offer = single.Id, Units = 3, Lost = 1 };
            yield return new(nameof(HoldUnits), "units", () => HoldUnits.Decide(
                new(false, TheNeed with { Units = 2 }, single with { Units = 9 }, s_ukraine, new AllocationsAtMoment([bank], [])),
                new HoldUnits(Id<Allocation>.Named("more"), TheNeed.Id, single.Id, 3, "asked the donor"), Now));
            var diesel = new Item(ItemKind.Fuel, "diesel");
            yield return Case(
                "offer",
                TheNeed with { Requirement = new GoodsRequirement(diesel, new Quantity(Bounds.Exactly(20), Unit.CubicMetre)) },
                s_sets with { Specification = new Goods(diesel, new Quantity(Bounds.Unspecified, Unit.Litre)) });
        }
    }

    private static IEnumerable<RefusalCase> Confirmations
    {
        get
        {
            RefusalCase Case(string at, Allocation? allocation = null, Offer? offer = null) => new(
                nameof(ConfirmAllocation), at, () => ConfirmAllocation.Decide(
                    new(allocation ?? s_held, s_hospital, offer ?? s_sets, s_ukraine, null, 0), new ConfirmAllocation(s_held.Id), Now));
            yield return new(nameof(ConfirmAllocation), "allocation", () => ConfirmAllocation.Decide(null, new ConfirmAllocation(s_held.Id), Now));
            yield return Case("allocation", s_held with { LapsesAt = Now.At });
            yield return Case("allocation", s_held with { State = AllocationState.Confirmed });
            yield return Case("allocation", s_held with { Lost = 1 });
            yield return Case("allocation", offer: s_bound);
            yield return Case("allocation", offer: s_transformer);
            yield return Case("why", offer: s_unknown);
        }
    }

    private static IEnumerable<RefusalCase> Releases
    {
        get
        {
            RefusalCase Case(Allocation? allocation, bool sent = false) => new(
                nameof(ReleaseAllocation), "allocation", () => ReleaseAllocation.Decide(
                    allocation is null ? null : new(allocation, s_hospital, s_sets, s_ukraine, null, 0) { IsInConsignments = sent }, new ReleaseAllocation(s_held.Id, "used elsewhere"), Now));
            yield return Case(null);
            yield return Case(s_held with { LapsesAt = Now.At });
            yield return Case(s_held with { State = AllocationState.Released });
            yield return Case(s_held, sent: true);
        }
    }
}
