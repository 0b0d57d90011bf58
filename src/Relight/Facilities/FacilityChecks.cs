using Relight.Ledger;
using Relight.Register;

namespace Relight.Facilities;

/// <summary>What holds of every facility that is recorded or corrected, and what looks like a slip.</summary>
internal static class FacilityChecks
{
    private const int MostFuels = 10;
    private const decimal MostPeople = 100_000_000;

    // Above these a value is possible, but most likely another unit or another thing was meant.
    private const decimal LargeKilowatts = 20_000;
    private const decimal LargeOnOnePhase = 25;
    private const decimal LongToleranceHours = 14 * 24;
    private const decimal LargeTankLitres = 200_000;

    /// <summary>Checks a facility.</summary>
    /// <param name="checks">Where to tell what is wrong.</param>
    /// <param name="facility">The facility.</param>
    /// <param name="organisationKnown">Whether its organisation is one of the operation.</param>
    /// <param name="places">Where the buses of the operation's network models are; null where it has no model.</param>
    /// <param name="need">The need that it names; null where it names none.</param>
    public static void Check(Checks checks, Facility facility, bool organisationKnown, IReadOnlyDictionary<int, AreaCode?>? places, NeedOfFacility? need)
    {
        checks
            .Text("facility.title", facility.Title)
            .Require(Enum.IsDefined(facility.Kind), "facility.kind", facility.Kind, "must be a kind of facility")
            .Require(organisationKnown, "facility.organisation", facility.Organisation, "must be an organisation of this operation");
        Load(checks, facility);
        People(checks, facility);
        Fuel(checks, facility);
        NeedOfFacility.Check(checks, facility, need);
        if (facility.Exact is { } exact)
            Place(checks, facility, exact, places);
    }

    private static void Load(Checks checks, Facility facility) => checks
        .Range("facility.typicalKilowatts", facility.TypicalKilowatts, 0.1m, 1_000_000, "kW")
        .Range("facility.essentialKilowatts", facility.EssentialKilowatts, 0.1m, 1_000_000, "kW")
        .Require(!(facility.EssentialKilowatts > facility.TypicalKilowatts), "facility.essentialKilowatts", facility.EssentialKilowatts, "must not be above the typical load")
        .Range("facility.volts", facility.Volts, 100, 35_000, "V")
        .Warn(
            facility.TypicalKilowatts is not null && facility.Title?.Contains("kVA", StringComparison.OrdinalIgnoreCase) == true,
            "facility.typicalKilowatts", facility.TypicalKilowatts, "the title speaks of kVA: a load is in kW, about 0.8 of its kVA")
        .Warn(facility.TypicalKilowatts >= LargeKilowatts, "facility.typicalKilowatts", facility.TypicalKilowatts, "more than a facility takes; W may be meant")
        .Warn(
            facility.ThreePhase == false && facility.TypicalKilowatts > LargeOnOnePhase,
            "facility.threePhase", facility.ThreePhase, "one phase rarely carries more than 25 kW; three may be meant");

    private static void People(Checks checks, Facility facility) => checks
        .Require(facility.People.Lower <= MostPeople && !(facility.People.Upper > MostPeople), "facility.people", facility.People, FormattableString.Invariant($"must not be above {MostPeople}"))
        .Require(
            facility.People.Lower == decimal.Truncate(facility.People.Lower) && (facility.People.Upper is not { } upper || upper == decimal.Truncate(upper)),
            "facility.people", facility.People, "must be whole people")
        .Warn(facility.People is { IsSpecified: true, Upper: 0 }, "facility.people", facility.People, "nobody depends on it; where the number is not known it is 'unspecified'")
        .Range("facility.toleranceHours", facility.ToleranceHours, 0, 8_760, "hours")
        .Warn(facility.ToleranceHours > LongToleranceHours, "facility.toleranceHours", facility.ToleranceHours, "weeks without power; minutes may be meant");

    private static void Fuel(Checks checks, Facility facility)
    {
        checks
            .Range("facility.tankLitres", facility.TankLitres, 1, 10_000_000, "litres")
            .Warn(facility.TankLitres > LargeTankLitres, "facility.tankLitres", facility.TankLitres, "a fuel depot's tank; millilitres or the supplier's tank may be meant")
            .Require(facility.Fuels.Count <= MostFuels, "facility.fuels", facility.Fuels.Count, FormattableString.Invariant($"must be {MostFuels} fuels at most"))
            .Require(facility.Fuels.Distinct(StringComparer.OrdinalIgnoreCase).Count() == facility.Fuels.Count, "facility.fuels", string.Join(", ", facility.Fuels), "must name each fuel once");
        foreach (var (i, fuel) in facility.Fuels.Index())
            checks.Text($"facility.fuels[{i}]", fuel);
    }

    // What is told of the place goes by fields below facility.exact, which no one but operators is told.
    private static void Place(Checks checks, Facility facility, ExactPlace exact, IReadOnlyDictionary<int, AreaCode?>? places)
    {
        checks
            .Text("facility.exact.name", exact.Name)
            .Require(exact.Element is null, "facility.exact.element", exact.Element, "must be left out: a facility is no network element")
            .Require(facility.Oblast is not null, "facility.oblast", null, "must be given with the exact place")
            .Require(exact.Bus is null || places is null || places.ContainsKey(exact.Bus.Value), "facility.exact.bus", exact.Bus, "must be a bus of the network model")
            .Require(
                string.IsNullOrWhiteSpace(exact.Name) || facility.Title?.Contains(exact.Name, StringComparison.OrdinalIgnoreCase) != true,
                "facility.title", facility.Title, "must not name the exact place, which few may see");
        if (exact.Bus is { } bus && places is not null && places.TryGetValue(bus, out var area))
            checks.Warn(area is not null && facility.Oblast is { } oblast && oblast != area, "facility.oblast", facility.Oblast, "the bus that feeds it is in another oblast");
    }
}
