using Relight.Access;
using Relight.Facilities;
using Relight.Grid;
using Relight.Matching;
using Relight.Register;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>What commands about facilities refuse.</summary>
internal static class FacilityRefusals
{
    private static readonly ExactPlace s_place = new("Made-up North", null, 7);

    private static readonly Dictionary<int, AreaCode?> s_buses = new() { [7] = AreaCode.Parse("UA32") };

    private static readonly Facility s_hospital = new()
    {
        Id = Id<Facility>.Named("hospital"),
        Version = 1,
        Title = "Hospital, 240 kW",
        Kind = FacilityKind.Hospital,
        Organisation = France.Id,
        Oblast = AreaCode.Parse("UA32"),
        Exact = s_place,
        TypicalKilowatts = 240,
        EssentialKilowatts = 90,
        People = Bounds.Exactly(800),
        Fuels = ["diesel"],
    };

    public static IEnumerable<RefusalCase> Cases => [.. New, .. Numbers, .. Corrections, .. Needs, .. Sets, .. SitesRead];

    private static RefusalCase Record(string at, Facility? facility = null, bool id = false, bool known = true) => new(
        nameof(RecordFacility), at, () => RecordFacility.Decide(new(id, known, s_buses), new RecordFacility(facility ?? s_hospital)));

    private static IEnumerable<RefusalCase> New
    {
        get
        {
            yield return Record("facility.id", id: true);
            yield return Record("facility.version", s_hospital with { Version = 2 });
            yield return Record("facility.kind", s_hospital with { Kind = (FacilityKind)99 });
            yield return Record("facility.organisation", known: false);
            yield return Record("facility.fuels", s_hospital with { Fuels = [.. Enumerable.Range(1, 11).Select(i => $"fuel {i}")] });
            yield return Record("facility.fuels", s_hospital with { Fuels = ["diesel", "Diesel"] });
            yield return Record("facility.exact.element", s_hospital with { Exact = s_place with { Element = new ElementId(ElementKind.Bus, 7) } });
            yield return Record("facility.exact.bus", s_hospital with { Exact = s_place with { Bus = 8 } });
            yield return Record("facility.oblast", s_hospital with { Oblast = null });
            yield return Record("facility.title", s_hospital with { Title = "Hospital of made-up north" });
        }
    }

    private static IEnumerable<RefusalCase> Numbers
    {
        get
        {
            yield return Record("facility.typicalKilowatts", s_hospital with { TypicalKilowatts = 1_000_001 });
            yield return Record("facility.essentialKilowatts", s_hospital with { EssentialKilowatts = 0 });
            yield return Record("facility.essentialKilowatts", s_hospital with { EssentialKilowatts = 241 });
            yield return Record("facility.volts", s_hospital with { Volts = 0.4m });
            yield return Record("facility.people", s_hospital with { People = Bounds.AtLeast(100_000_001) });
            yield return Record("facility.people", s_hospital with { People = Bounds.AtMost(800.5m) });
            yield return Record("facility.toleranceHours", s_hospital with { ToleranceHours = -1 });
            yield return Record("facility.tankLitres", s_hospital with { TankLitres = 0 });
        }
    }

    private static IEnumerable<RefusalCase> Corrections
    {
        get
        {
            RefusalCase Correct(string at, Facility facility, Facility? standing) => new(
                nameof(CorrectFacility), at, () => CorrectFacility.Decide(new(standing, true, s_buses), new CorrectFacility(facility, "a slip")));
            var next = s_hospital with { Version = 2 };
            yield return Correct("facility.id", next, null);
            yield return Correct("facility.volts", next with { Volts = 0.4m }, s_hospital);
            // A conflict tells each value that differs.
            yield return Correct("facility.version, facility.typicalKilowatts", next, next with { TypicalKilowatts = 260 });

            RefusalCase Close(string at, int? version) => new(
                nameof(CloseFacility), at, () => CloseFacility.Decide(version, new CloseFacility(s_hospital.Id, 1, "is no longer run")));
            yield return Close("facility", null);
            yield return Close("expectedVersion", 2);
        }
    }

    private static IEnumerable<RefusalCase> Needs
    {
        get
        {
            var need = FacilityFit.NeedOf(s_hospital, 240, null, TheOffer) with { Id = Id<Need>.Named("power"), Site = new Site(AreaCode.Parse("UA32"), s_place) };
            RefusalCase Case(Need? known, bool ofAnother = false) => new(
                nameof(RecordFacility), "facility.need", () => RecordFacility.Decide(
                    new(false, true, s_buses, new NeedOfFacility(known, ofAnother)), new RecordFacility(s_hospital with { Need = need.Id })));
            yield return Case(null);
            yield return Case(need, ofAnother: true);
            yield return Case(need with { Requirement = new GoodsRequirement(new Item(ItemKind.Fuel, "diesel"), Quantity.Pieces(1)) });
            yield return Case(need with { Requirement = ((FacilityPower)need.Requirement) with { Facility = FacilityKind.Water } });
            yield return Case(need with { Organisation = Id<Organisation>.Named("nobody") });
            yield return Case(need with { Site = need.Site! with { Oblast = AreaCode.Parse("UA63") } });
        }
    }

    private static IEnumerable<RefusalCase> Sets
    {
        get
        {
            var set = TheOffer with
            {
                Specification = new GeneratingSet { Kilovoltamperes = 400, Kilowatts = 320, ThreePhase = true, Volts = 400, FrequencyHertz = 50, TransferSwitch = true, Fuel = "diesel" },
            };
            var facility = s_hospital with { ThreePhase = true, Volts = 400 };
            var command = new AssignSet(facility.Id, 1, set.Id, Id<Allocation>.Named("a"), Id<Need>.Named("power"));
            RefusalCase Case(string at, Facility? known, Offer? offer, bool needTaken = false, bool allocationTaken = false, int version = 1) => new(
                nameof(AssignSet), at, () => AssignSet.Decide(
                    new(known, null, offer, null, new AllocationsAtMoment([], []), needTaken, allocationTaken), command with { ExpectedVersion = version }, Now));
            yield return Case("facility", null, set);
            yield return Case("expectedVersion", facility, set, version: 2);
            yield return Case("need", facility, set, needTaken: true);
            yield return Case("offer", facility, null);
            yield return Case("facility", facility with { TypicalKilowatts = null, EssentialKilowatts = null }, set);
            yield return Case("facility", facility with { Title = "" }, set);
            // Whether three phases are needed is not known, and the set has one.
            yield return Case("why", facility with { ThreePhase = null }, set with { Specification = ((GeneratingSet)set.Specification) with { ThreePhase = false } });
            yield return Case("allocation", facility, set, allocationTaken: true);
        }
    }

    private static IEnumerable<RefusalCase> SitesRead
    {
        get
        {
            var other = s_hospital with { Id = Id<Facility>.Named("other"), Exact = null };
            var known = new[] { s_hospital, other }.ToDictionary(facility => facility.Id);
            RefusalCase Case(string at, SitesSeen seen, params Id<Facility>[] facilities) => new(
                nameof(ReadFacilitySites), at, () => ReadFacilitySites.Decide(known, new ReadFacilitySites(facilities, seen)));
            yield return Case("facilities", SitesSeen.All);
            yield return Case("facilities[1]", SitesSeen.All, s_hospital.Id, Id<Facility>.Named("nobody's"));
            yield return Case("facilities[0]", SitesSeen.All, other.Id);
            yield return Case("facilities[0]", SitesSeen.Of(Id<Organisation>.Named("nobody")), s_hospital.Id);
        }
    }
}
