using Relight.Deliveries;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;

namespace Relight.Sample;

/// <summary>
/// Diesel by the litre, invented: a tank truck comes to a hub, is opened there, and a part of it goes to the facility that has a
/// set of the sample in service. A part is spilled on the way, the rest is handed over.
/// </summary>
internal static class SampleFuel
{
    /// <summary>Everything that is entered on it, in order.</summary>
    /// <param name="facility">The need for power of the facility that gets the fuel.</param>
    /// <param name="from">Where the truck begins.</param>
    /// <param name="hub">The hub.</param>
    public static IEnumerable<(string Key, ICommand Command)> Commands(Need facility, Id<Place> from, Id<Place> hub)
    {
        var (diesel, need, allocation) = (SampleOffers.OfferId("fuel-nato"), Id<Need>.Named("sample winter-2022 fuel of a facility"), Id<Allocation>.Named("sample winter-2022 fuel of a facility"));
        var (truck, onward, handing) = (SampleConsignments.ConsignmentId("fuel"), SampleConsignments.ConsignmentId("fuel onward"), Id<Installation>.Named("sample winter-2022 fuel onward"));
        yield return ("fuel need", new RecordNeed(new Need
        {
            Id = need,
            Version = 1,
            Title = "Diesel of winter grade for the set of a facility",
            Organisation = facility.Organisation,
            Site = facility.Site,
            Priority = facility.Priority,
            Deadline = new DateOnly(2022, 12, 31),
            Requirement = new GoodsRequirement(new Item(ItemKind.Fuel, "diesel of winter grade"), Litres(9_000)),
            Units = 1,
        }));
        yield return ("fuel held", new HoldAmount(allocation, need, diesel, Litres(6_000)));
        yield return ("fuel confirmed", new ConfirmAllocation(allocation));
        yield return ("fuel planned", new PlanConsignment(truck, "A tank truck of diesel to the hub (invented)", [new ConsignmentLine(diesel, 1, null, 28)], false,
            [Leg(from, hub, "2022-12-16T06:00Z", "2022-12-16T18:00Z")]));
        yield return ("fuel left", new DispatchConsignment(truck, 1, At("2022-12-16T06:15Z")));
        yield return ("fuel received", new ReceiveConsignment(truck, 0, "Hub keeper (invented)", At("2022-12-16T18:40Z"), [new ReceivedLine(1, 1)]));
        yield return ("fuel onward planned", new PlanConsignment(onward, "4,000 l of diesel from the hub (invented)", [new ConsignmentLine(diesel, 0, need, 3.4m, Amount: Litres(4_000))], true,
            [Leg(hub, null, "2022-12-18T06:00Z", "2022-12-18T12:00Z")]));
        yield return ("fuel onward left", new DispatchConsignment(onward, 1, At("2022-12-18T06:30Z")));
        yield return ("fuel onward received", new ReceiveConsignment(onward, 0, "Engineer on duty (invented)", At("2022-12-18T12:20Z"),
            [new ReceivedLine(1, 3_960, Short: 40, Reason: "a hose leaked on the way; measured with the dipstick of the tank")]));
        yield return ("fuel begun", new BeginInstallation(handing, onward, 1, 0, At("2022-12-18T12:30Z"), Litres(3_960)));
        yield return ("fuel handed out", new CompleteStep(handing, 1, InstallationStep.HandingOut, At("2022-12-18T13:00Z")));
        yield return ("fuel handed over", new PutIntoService(handing, 2, At("2022-12-18T13:00Z")));
    }

    private static Quantity Litres(decimal litres) => new(Bounds.Exactly(litres), Unit.Litre);

    private static PlannedLeg Leg(Id<Place> from, Id<Place>? to, string departure, string arrival) =>
        new(from, to, TransportMode.Road, At(departure), At(arrival), new LegLimits(Tonnes: 40));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
