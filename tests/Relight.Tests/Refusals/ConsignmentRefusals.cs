using Relight.Deliveries;
using Relight.Matching;
using Relight.Register;
using static Relight.Tests.Refusals.DeliveryRecords;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>What planning a consignment refuses: its lines, its legs, the load on its way.</summary>
internal static class ConsignmentRefusals
{
    private static readonly ConsignmentLine s_line = Plan.Lines[0];

    public static IEnumerable<RefusalCase> Cases => [.. Lines, .. Amounts, .. Ends, .. Times, .. Railways];

    private static RefusalCase Case(string at, PlanConsignment? plan = null, PlanConsignment.State? state = null) => new(
        nameof(PlanConsignment), at, () => PlanConsignment.Decide(state ?? PlanKnown, plan ?? Plan, Now));

    private static RefusalCase Way(string at, params PlannedLeg[] legs) => Case(at, Plan with { Legs = legs });

    // What ends at a hub is for no need yet.
    private static RefusalCase ToHub(string at, params PlannedLeg[] legs) => Case(at, Plan with { Lines = [s_line with { Need = null }], Legs = legs });

    private static IEnumerable<RefusalCase> Lines
    {
        get
        {
            PlanConsignment.State Knowing(OfferKnown? offer, params Need[] needs) => PlanKnown with { Lines = Known(offer, needs) };
            var offer = new OfferKnown(TheOffer, 0, 0);
            var elsewhere = AtSite with { Id = Id<Need>.Named("elsewhere"), Site = AtSite.Site! with { Oblast = AreaCode.Parse("UA63") } };
            yield return Case("consignment.id", state: PlanKnown with { IdTaken = true });
            yield return Case("consignment.lines", Plan with { Lines = [] });
            yield return Case("consignment.legs", Plan with { Legs = [] });
            yield return Case("consignment.lines[0].offer", state: Knowing(null));
            yield return Case("consignment.lines[0].units", Plan with { Lines = [s_line with { Units = 0 }] });
            yield return Case("consignment.lines[0].units", Plan with { FromStock = true });
            yield return Case("consignment.lines[0].units", Plan with { FromStock = true }, Knowing(offer with { UnitsSent = 1, UnitsInStock = 1, UnitsForOthers = 1 }));
            yield return Case("consignment.lines[0].units", state: Knowing(offer with { UnitsSent = 1 }));
            yield return Case("consignment.lines[0].units", state: Knowing(offer with { UnitsForOthers = 1 }));
            yield return Case("consignment.lines[0].tonnes", Plan with { Lines = [s_line with { Tonnes = 0 }] });
            yield return Case("consignment.lines[0].need", Plan with { Lines = [s_line with { Need = null }] });
            yield return Case("consignment.lines[0].need", state: Knowing(offer, elsewhere));
            yield return Case("consignment.lines[0].need", state: Knowing(offer, AtSite with { Site = null }));
            yield return Way("consignment.lines[0].need", First, Last with { To = Hub.Id });
            yield return Case(
                "consignment.lines",
                Plan with { Lines = [s_line, s_line with { Need = elsewhere.Id }] },
                Knowing(offer with { Offer = TheOffer with { Units = 2 } }, AtSite, elsewhere));
            yield return Case("consignment.legs[0].limits.tonnes", Plan with { Lines = [s_line with { Tonnes = 41 }] });
        }
    }

    private static IEnumerable<RefusalCase> Amounts
    {
        get
        {
            // 500 l are confirmed for the need, and nothing was sent.
            var held = new Allocation
            {
                Id = Id<Allocation>.Named("a"),
                Need = AtSite.Id,
                Offer = Diesel.Id,
                Units = 0,
                Amount = Litres(500),
                Fills = 500,
                State = AllocationState.Confirmed,
                LapsesAt = Now.At,
            };
            var offer = new OfferKnown(Diesel, 0, 0) { Allocations = new AllocationsAtMoment([held], []) };
            RefusalCase Amount(string at, ConsignmentLine line, OfferKnown? known = null, bool fromStock = false) =>
                Case(at, Plan with { Lines = [line], FromStock = fromStock, Legs = [First with { Limits = null }, Last] }, PlanKnown with { Lines = Known(known ?? offer) });
            yield return Amount("consignment.lines[0].units", FuelLine(100) with { Units = 1 }, offer with { Offer = Diesel with { Units = 2 }, Allocations = new AllocationsAtMoment([held with { Amount = null, Units = 2, Fills = 2 }], []) });
            yield return Amount("consignment.lines[0].amount", FuelLine(100) with { Amount = new Quantity(Bounds.AtLeast(100), Unit.Litre) });
            yield return Amount("consignment.lines[0].amount", FuelLine(100) with { Amount = new Quantity(Bounds.Exactly(1.5m), Unit.Piece) });
            yield return Amount("consignment.lines[0].offer", FuelLine(100) with { Amount = new Quantity(Bounds.Exactly(1), Unit.Tonne) });
            yield return Amount("consignment.lines[0].amount", FuelLine(1_001));
            yield return Amount("consignment.lines[0].amount", FuelLine(400), offer with { UnitsSent = 0.7m });
            yield return Amount("consignment.lines[0].amount", FuelLine(501));
            yield return Amount("consignment.lines[0].amount", FuelLine(400), offer with { Allocations = new AllocationsAtMoment([held], []) { Sent = [new UnitsSent(AtSite.Id, Diesel.Id, 0, Litres(101))] } });
            yield return Amount("consignment.lines[0].amount", FuelLine(400), offer with { Allocations = new AllocationsAtMoment([held with { State = AllocationState.Held }], []) });
            yield return Amount("consignment.lines[0].amount", FuelLine(400), offer with { AmountInStock = Litres(399.999m) }, fromStock: true);
        }
    }

    private static IEnumerable<RefusalCase> Ends
    {
        get
        {
            var nowhere = Id<Place>.Named("nowhere");
            yield return Way("consignment.legs[0].from", First with { From = nowhere }, Last);
            yield return Way("consignment.legs[1].from", First, Last with { From = Hub.Id });
            yield return Way("consignment.legs[0].to", First with { To = null }, Last);
            yield return Way("consignment.legs[1].mode", First, Last with { Mode = TransportMode.Sea });
            yield return ToHub("consignment.legs[1].to", First, Last with { To = nowhere });
            yield return Way("consignment.legs[0].to", First with { To = Port.Id }, Last with { From = Port.Id });
            yield return ToHub("consignment.legs[1].to", First, Last with { To = Port.Id });
            var paper = new Paper(PaperKind.Cmr, true);
            yield return Way("consignment.legs[0].papers", First with { Papers = [paper, paper with { There = false }] }, Last);
        }
    }

    private static IEnumerable<RefusalCase> Times
    {
        get
        {
            var past = new DateTimeOffset(1999, 12, 31, 8, 0, 0, TimeSpan.Zero);
            yield return Way("consignment.legs[0].expectedDeparture", First with { ExpectedDeparture = past, ExpectedArrival = past.AddHours(1) }, Last);
            yield return Way("consignment.legs[1].expectedArrival", First, Last with { ExpectedArrival = Last.ExpectedDeparture });
            yield return Way("consignment.legs[1].expectedArrival", First, Last with { ExpectedArrival = Last.ExpectedDeparture.AddDays(366) });
            yield return Way("consignment.legs[1].expectedDeparture", First, Last with { ExpectedDeparture = First.ExpectedArrival.AddMinutes(-1) });
            yield return Way("consignment.legs[0].limits.heightMetres", First with { Limits = new LegLimits(HeightMetres: 0) }, Last);
        }
    }

    private static IEnumerable<RefusalCase> Railways
    {
        get
        {
            var (first, last) = (First with { Mode = TransportMode.Rail }, Last with { Mode = TransportMode.Rail });
            yield return Way("consignment.legs[0].gaugeMillimetres", First with { GaugeMillimetres = Place.StandardGauge }, Last);
            yield return Way("consignment.legs[0].gaugeMillimetres", first with { GaugeMillimetres = 1000 }, Last);
            yield return ToHub("consignment.legs[0].gaugeMillimetres", first with { To = Hub.Id });
            yield return Way("consignment.legs[1].gaugeMillimetres", First, last);
            yield return Way("consignment.legs[0].gaugeMillimetres", first with { GaugeMillimetres = Place.BroadGauge }, Last);
        }
    }
}
