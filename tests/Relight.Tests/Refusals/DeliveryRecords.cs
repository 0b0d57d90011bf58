using Relight.Deliveries;
using Relight.Ledger;
using Relight.Register;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>Records of deliveries that cases begin with, each of them in order.</summary>
internal static class DeliveryRecords
{
    /// <summary>When the consignment is to leave, and leaves.</summary>
    public static readonly DateTimeOffset Start = Now.At.AddDays(-3);

    public static readonly Place Port = PlaceOf("PLGDN", [Place.StandardGauge], false);

    public static readonly Place Border = PlaceOf("PLRZE", [Place.StandardGauge, Place.BroadGauge], false);

    public static readonly Place Hub = PlaceOf("UALWO", [Place.BroadGauge], true);

    public static readonly IReadOnlyDictionary<Id<Place>, Place> Places = new[] { Port, Border, Hub }.ToDictionary(place => place.Id);

    public static readonly Need AtSite = TheNeed with { Site = new Site(AreaCode.Parse("UA32"), new ExactPlace("Made-up North", null, null)) };

    public static readonly PlannedLeg First = new(Port.Id, Border.Id, TransportMode.Road, Start, Start.AddHours(10), new LegLimits(Tonnes: 40));

    public static readonly PlannedLeg Last = new(Border.Id, null, TransportMode.Road, Start.AddHours(24), Start.AddHours(34));

    /// <summary>One unit to the site of a need.</summary>
    public static readonly PlanConsignment Plan = new(
        Id<Consignment>.Named("c"), "One set", [new ConsignmentLine(TheOffer.Id, 1, AtSite.Id)], false, [First, Last]);

    public static readonly PlanConsignment.State PlanKnown = new(false, Known(new OfferKnown(TheOffer, 0, 0)), Places, "key");

    /// <summary>A tank of a cubic metre of diesel, of the same id as the other offer.</summary>
    public static readonly Offer Diesel = TheOffer with { Title = "Diesel", Specification = new Goods(new Item(ItemKind.Fuel, "diesel"), new Quantity(Bounds.Exactly(1), Unit.CubicMetre)) };

    /// <summary>So many litres of it for the need at the site.</summary>
    public static ConsignmentLine FuelLine(decimal litres) => new(Diesel.Id, 0, AtSite.Id, Amount: Litres(litres));

    public static Quantity Litres(decimal litres) => new(Bounds.Exactly(litres), Unit.Litre);

    /// <summary>A consignment that has not left.</summary>
    public static readonly Consignment Planned =
        ((ConsignmentPlanned)((Decision.Accepted)PlanConsignment.Decide(PlanKnown, Plan, Now)).Events[0]).Consignment;

    /// <summary>The same on its first leg.</summary>
    public static readonly Consignment UnderWay = WithLeg(Planned, 1, leg => leg with { Departed = Start });

    /// <summary>The same between its legs.</summary>
    public static readonly Consignment AtBorder = WithLeg(UnderWay, 1, leg => leg with { Arrived = Start.AddHours(10) });

    /// <summary>The same with its unit received whole.</summary>
    public static readonly Consignment Received = UnderWay with { Receipts = [ReceiptOf(1)] };

    public static LinesKnown Known(OfferKnown? offer, params Need[] needs) => new(
        new[] { offer }.OfType<OfferKnown>().ToDictionary(known => known.Offer.Id),
        (needs.Length == 0 ? [AtSite] : needs).ToDictionary(need => need.Id));

    public static Receipt ReceiptOf(int units) => new("Olha", Now.By, Start.AddHours(36), [new ReceivedPart(1, units, 0, 0, 0, null, null)]);

    public static Consignment WithLeg(Consignment consignment, int number, Func<Leg, Leg> change) =>
        consignment with { Legs = [.. consignment.Legs.Index().Select(leg => leg.Index + 1 == number ? change(leg.Item) : leg.Item)] };

    private static Place PlaceOf(string code, int[] gauges, bool isHub) => new()
    {
        Id = Id<Place>.Named(code),
        Version = 1,
        Code = Unlocode.Parse(code),
        Name = code,
        GaugesMillimetres = gauges,
        IsHub = isHub,
    };
}
