using Relight.Deliveries;
using Relight.Grid;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;

namespace Relight.Sample;

/// <summary>
/// Consignments of the sample: one that is late, one that was received short and damaged into a hub, with a photo, and sent on in
/// part, one that was allocated and is in service, one that stands at its site without a design, and fuel by the litre. Invented, but for the codes of the towns; the offers are of
/// donors whose sets were reported to have come. None is for the grid, whose plan they leave alone.
/// </summary>
public static class SampleConsignments
{
    private static readonly Id<Place> s_felixstowe = PlaceId("GBFXT");
    private static readonly Id<Place> s_gdansk = PlaceId("PLGDN");
    private static readonly Id<Place> s_rzeszow = PlaceId("PLRZE");
    private static readonly Id<Place> s_marseille = PlaceId("FRMRS");
    private static readonly Id<Place> s_bonn = PlaceId("DEBON");
    private static readonly Id<Place> s_lviv = PlaceId("UALWO");

    private const string AskedByTelephone = "the operator measured the load and answered by telephone (invented)";

    /// <summary>Id of a consignment by its key.</summary>
    public static Id<Consignment> ConsignmentId(string key) => Id<Consignment>.Named("sample winter-2022 " + key);

    /// <summary>Everything that is entered on deliveries, in order.</summary>
    /// <param name="sample">The problem whose facilities have the needs.</param>
    internal static IEnumerable<(string Key, ICommand Command)> Commands(SampleProblem sample)
    {
        var needs = SampleNeeds.Of(sample).Where(need => need.Site is not null && need.Requirement is FacilityPower).ToList();
        var shelter = SampleFacilityRecords.NeedOfShelter(sample);
        yield return ("need of a shelter", new RecordNeed(shelter));
        var (served, small) = (Taking(sample, needs, "set-uk-500"), Taking(sample, needs, "set-germany-200"));
        foreach (var step in Late().Concat(Short(shelter)).Concat(InService(served)).Concat(WithoutDesign(small)).Concat(SampleFuel.Commands(served, s_rzeszow, s_lviv)))
            yield return step;
    }

    // Two large sets by sea; a storm keeps the ship for four days, and what follows is moved on.
    private static IEnumerable<(string Key, ICommand Command)> Late()
    {
        var id = ConsignmentId("late");
        yield return ("late planned", new PlanConsignment(id, "Two sets of 1,250 kVA by sea (invented)", [Line("set-uk-1250", 2, null, 12.5m)], false,
        [
            Leg(s_felixstowe, s_gdansk, TransportMode.Sea, "2022-12-20T06:00Z", "2022-12-24T18:00Z", new LegLimits(Tonnes: 400)),
            Leg(s_gdansk, s_rzeszow, TransportMode.Rail, "2022-12-25T08:00Z", "2022-12-27T08:00Z", new LegLimits(Tonnes: 120, WidthMetres: 3.15m)),
            Leg(s_rzeszow, s_lviv, TransportMode.Road, "2022-12-27T12:00Z", "2022-12-27T22:00Z", new LegLimits(Tonnes: 40)),
        ]));
        yield return ("late papers", new RecordPapers(id, 1, 1, [new Paper(PaperKind.PackingList, true), new Paper(PaperKind.BillOfLading, true, "BL-1250"), new Paper(PaperKind.Transit, true, "T1-77"), new Paper(PaperKind.AidDeclaration, true)]));
        yield return ("late left", new DispatchConsignment(id, 2, At("2022-12-20T09:30Z")));
        yield return ("late storm", new ExpectLeg(id, 3, 1, At("2022-12-20T09:30Z"), At("2022-12-28T18:00Z"), "storm in the North Sea, the ship waits in port"));
    }

    // Ten small sets into a hub: one did not come, one fell from the lorry; one of the rest is sent on to a facility.
    private static IEnumerable<(string Key, ICommand Command)> Short(Need need)
    {
        var (id, onward) = (ConsignmentId("short"), ConsignmentId("onward"));
        yield return ("short planned", new PlanConsignment(id, "Ten sets of 40 kVA to the hub (invented)", [Line("set-france", 10, null, 0.9m)], false,
        [
            Leg(s_marseille, s_rzeszow, TransportMode.Road, "2022-12-08T06:00Z", "2022-12-10T20:00Z", new LegLimits(Tonnes: 24)),
            Leg(s_rzeszow, s_lviv, TransportMode.Road, "2022-12-11T06:00Z", "2022-12-11T18:00Z", new LegLimits(Tonnes: 24)),
        ]));
        yield return ("short labels", new LabelPackages(id, 1, Sscc.ExamplePrefix, [10]));
        yield return ("short left", new DispatchConsignment(id, 2, At("2022-12-08T07:00Z")));
        yield return ("short at the border", new RecordLegArrival(id, 3, 1, At("2022-12-10T21:00Z")));
        yield return ("short on", new RecordLegDeparture(id, 4, 2, At("2022-12-11T06:30Z")));
        yield return ("short there", new RecordLegArrival(id, 5, 2, At("2022-12-11T19:10Z")));
        yield return ("short received", new ReceiveConsignment(id, 0, "Hub keeper (invented)", At("2022-12-11T20:00Z"),
            [new ReceivedLine(1, 8, Short: 1, Damaged: 1, Reason: "nine pallets for ten on the packing list; one set fell from the lift, its frame is bent", Photo: SamplePhoto.BentFrame())]));
        yield return ("onward planned", new PlanConsignment(onward, "One set of 40 kVA from the hub (invented)", [Line("set-france", 1, need, 0.9m)], true,
            [Leg(s_lviv, null, TransportMode.Road, "2022-12-13T06:00Z", "2022-12-13T16:00Z", new LegLimits(Tonnes: 3.5m))]));
        yield return ("onward left", new DispatchConsignment(onward, 1, At("2022-12-13T06:20Z")));
    }

    private static IEnumerable<(string Key, ICommand Command)> InService(Need need)
    {
        var (id, installation, allocation) = (ConsignmentId("in service"), InstallationId("in service"), Id<Allocation>.Named("sample winter-2022 in service"));
        yield return ("in service held", new HoldUnits(allocation, need.Id, SampleOffers.OfferId("set-uk-500"), 1, AskedByTelephone));
        yield return ("in service confirmed", new ConfirmAllocation(allocation, AskedByTelephone));
        yield return ("in service planned", new PlanConsignment(id, "One set of 500 kVA (invented)", [Line("set-uk-500", 1, need, 5.2m)], false,
        [
            Leg(s_felixstowe, s_gdansk, TransportMode.Sea, "2022-12-05T06:00Z", "2022-12-07T18:00Z", new LegLimits(Tonnes: 400)),
            Leg(s_gdansk, null, TransportMode.Road, "2022-12-08T06:00Z", "2022-12-09T12:00Z", new LegLimits(Tonnes: 24)),
        ]));
        yield return ("in service left", new DispatchConsignment(id, 1, At("2022-12-05T06:10Z")));
        yield return ("in service landed", new RecordLegArrival(id, 2, 1, At("2022-12-07T17:00Z")));
        yield return ("in service on", new RecordLegDeparture(id, 3, 2, At("2022-12-08T06:00Z")));
        yield return ("in service received", new ReceiveConsignment(id, 0, "Engineer on duty (invented)", At("2022-12-09T06:40Z"), [new ReceivedLine(1, 1)]));
        yield return ("in service begun", new BeginInstallation(installation, id, 1, 1, At("2022-12-09T07:00Z")));
        foreach (var (i, (step, at)) in new[]
        {
            (InstallationStep.Placing, "2022-12-09T09:00Z"),
            (InstallationStep.Filling, "2022-12-09T09:40Z"),
            (InstallationStep.Connection, "2022-12-09T16:00Z"),
            (InstallationStep.Tests, "2022-12-09T18:00Z"),
            (InstallationStep.Commissioning, "2022-12-09T19:00Z"),
        }.Index())
            yield return ($"in service {step}", new CompleteStep(installation, i + 1, step, At(at)));
        yield return ("in service energised", new PutIntoService(installation, 6, At("2022-12-09T20:20Z")));
    }

    // A set that stands on the site while nobody has drawn how its plant is to be switched over to it.
    private static IEnumerable<(string Key, ICommand Command)> WithoutDesign(Need need)
    {
        var (id, installation) = (ConsignmentId("without design"), InstallationId("without design"));
        yield return ("without design planned", new PlanConsignment(id, "One set of 200 kVA (invented)", [Line("set-germany-200", 1, need, 2.4m)], false,
        [
            Leg(s_bonn, s_rzeszow, TransportMode.Road, "2022-12-13T06:00Z", "2022-12-14T20:00Z", new LegLimits(Tonnes: 24)),
            Leg(s_rzeszow, null, TransportMode.Road, "2022-12-17T06:00Z", "2022-12-19T18:00Z", new LegLimits(Tonnes: 24)),
        ]));
        yield return ("without design left", new DispatchConsignment(id, 1, At("2022-12-13T06:00Z")));
        yield return ("without design at the border", new RecordLegArrival(id, 2, 1, At("2022-12-14T19:00Z")));
        yield return ("without design on", new RecordLegDeparture(id, 3, 2, At("2022-12-17T07:00Z")));
        yield return ("without design received", new ReceiveConsignment(id, 0, "Shift leader (invented)", At("2022-12-19T16:00Z"), [new ReceivedLine(1, 1)]));
        yield return ("without design begun", new BeginInstallation(installation, id, 1, 1, At("2022-12-20T08:00Z")));
        yield return ("without design placed", new CompleteStep(installation, 1, InstallationStep.Placing, At("2022-12-20T12:00Z")));
        yield return ("without design held", new HoldInstallation(installation, 2, HoldReason.NoDesign, "no drawing of the switch-over between mains and set; the only designer works elsewhere", At("2022-12-21T08:00Z")));
    }

    // Of the needs that a unit fits, the one with the most damage around its bus: there a set does most.
    private static Need Taking(SampleProblem sample, List<Need> needs, string offer)
    {
        var unit = SampleOffers.All.Single(one => one.Id == SampleOffers.OfferId(offer));
        var damaged = sample.Damage.Select(damage => damage.Element).ToHashSet();
        double Damage(int bus) => sample.Grid.Network.Branches.Where(branch => branch.From == bus || branch.To == bus)
            .Average(branch => damaged.Contains(new ElementId(ElementKind.Branch, branch.Row)) ? 1.0 : 0.0);
        var need = needs.OrderBy(need => MatchOffers.Judge(need, unit, Practice.Default).Verdict).ThenByDescending(need => Damage(need.Site!.Exact.Bus!.Value)).ThenBy(need => need.Id).First();
        needs.Remove(need);
        return need;
    }

    private static ConsignmentLine Line(string offer, int units, Need? need, decimal tonnes) => new(SampleOffers.OfferId(offer), units, need?.Id, tonnes);

    private static PlannedLeg Leg(Id<Place> from, Id<Place>? to, TransportMode mode, string departure, string arrival, LegLimits limits) =>
        new(from, to, mode, At(departure), At(arrival), limits);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    private static Id<Place> PlaceId(string code) => Id<Place>.Named("sample winter-2022 " + code);

    private static Id<Installation> InstallationId(string key) => Id<Installation>.Named("sample winter-2022 " + key);
}
