using System.Globalization;
using Relight.Facilities;
using Relight.Register;

namespace Relight.Sample;

/// <summary>
/// The facilities of the sample as a register holds them: those that weigh in its plan, and shelters and telecom sites
/// beside. Those of which a need for power is entered name it, so that what the need gets is theirs. All of it made up; some values
/// are not known, as in life.
/// </summary>
public static class SampleFacilityRecords
{
    private const int SheltersAndTelecoms = 24;
    private static readonly string[] s_diesel = ["diesel"];
    private static readonly string[] s_any = ["diesel", "petrol"];

    /// <summary>Id of a facility by its made-up name.</summary>
    public static Id<Facility> FacilityId(string name) => Id<Facility>.Named("sample winter-2022 " + name);

    /// <summary>The facilities of a sample problem.</summary>
    public static IReadOnlyList<Facility> Of(SampleProblem sample)
    {
        // A seed of its own, so that a change here leaves grid, damage and plan as they were.
        var random = new Random(SampleGrid.DefaultSeed + 3);
        var needs = SampleNeeds.Of(sample).Where(need => need.Requirement is FacilityPower).ToDictionary(need => need.Site!.Exact.Name, need => need.Id);
        List<Facility> all =
        [
            .. sample.Facilities.DistinctBy(facility => facility.Name).Select(facility => Large(sample, facility, random) with
            {
                Need = needs.TryGetValue(facility.Name, out var need) ? need : null,
            }),
            .. Enumerable.Range(0, SheltersAndTelecoms).Select(number => Small(sample, number, random)),
        ];
        var shelter = all.FindIndex(TakesSmallSet);
        all[shelter] = all[shelter] with { Need = NeedId(all[shelter]) };
        return all;
    }

    /// <summary>The need for power of a shelter that a small set of the sample carries; entered with the consignment that brings it.</summary>
    public static Need NeedOfShelter(SampleProblem sample)
    {
        var shelter = Of(sample).First(TakesSmallSet);
        return new Need
        {
            Id = NeedId(shelter),
            Version = 1,
            Title = string.Create(CultureInfo.InvariantCulture, $"Power for a shelter, {shelter.TypicalKilowatts:0} kW"),
            Organisation = shelter.Organisation,
            Site = new Site(shelter.Oblast!, shelter.Exact!),
            Priority = Priority.High,
            Deadline = new DateOnly(2022, 12, 31),
            Units = 1,
            Requirement = new FacilityPower { Facility = FacilityKind.Shelter, LoadKilowatts = shelter.TypicalKilowatts!.Value, HoursPerDay = 24 },
        };
    }

    // 40 kVA carry 32 kW, and want ten at least.
    private static bool TakesSmallSet(Facility facility) => facility is { Kind: FacilityKind.Shelter, ThreePhase: true, TypicalKilowatts: >= 10 and <= 28, Exact.Bus: not null };

    private static Id<Need> NeedId(Facility facility) => Id<Need>.Named("sample winter-2022 " + facility.Exact!.Name);

    private static Facility Large(SampleProblem sample, SampleFacility facility, Random random)
    {
        var kind = facility.Kind switch
        {
            SampleFacilityKind.Hospital => FacilityKind.Hospital,
            SampleFacilityKind.WaterWorks => FacilityKind.Water,
            _ => FacilityKind.Heat,
        };
        var site = sample.Grid.SiteOf(facility.Bus);
        // A hospital cares for a twentieth of those around it at a time; water and heat reach a half and a third of them.
        var people = RoundTo(site.People / kind switch { FacilityKind.Hospital => 20, FacilityKind.Water => 2, _ => 3 }, 100);
        return New(kind, facility.Kilowatts, facility.Name, site, random) with
        {
            EssentialKilowatts = kind == FacilityKind.Hospital ? RoundTo(facility.Kilowatts * 6 / 10, 10) : RoundTo(facility.Kilowatts * 8 / 10, 10),
            ThreePhase = true,
            Volts = 400,
            People = random.Next(9) == 0 ? Bounds.Unspecified : Bounds.About(people),
            ToleranceHours = random.Next(9) == 0 ? null : kind switch { FacilityKind.Hospital => random.Next(0, 3), FacilityKind.Water => random.Next(4, 13), _ => random.Next(2, 7) },
            Fuels = s_diesel,
            TankLitres = random.Next(6) == 0 ? null : 100 * random.Next(5, 41),
        };
    }

    private static Facility Small(SampleProblem sample, int number, Random random)
    {
        var sites = sample.Grid.Sites.Where(site => site.People > 0).ToList();
        var site = sites[random.Next(sites.Count)];
        var shelter = number % 2 == 0;
        var load = shelter ? random.Next(4, 60) : random.Next(2, 20);
        var name = string.Create(CultureInfo.InvariantCulture, $"{site.Name.Replace(" 110", "", StringComparison.Ordinal)} {(shelter ? "shelter" : "exchange")} {number + 1}");
        return New(shelter ? FacilityKind.Shelter : FacilityKind.Telecom, load, name, site, random) with
        {
            EssentialKilowatts = shelter ? null : load,
            ThreePhase = random.Next(5) == 0 ? null : load > 6,
            Volts = load > 6 ? 400 : 230,
            People = shelter ? Bounds.About(10 * random.Next(5, 61)) : Bounds.AtLeast(1_000 * random.Next(1, 21)),
            ToleranceHours = shelter ? 0 : random.Next(2, 9),
            Fuels = shelter ? s_any : s_diesel,
            TankLitres = shelter ? null : 50 * random.Next(2, 9),
            // Of some only the oblast is known: reports of outages there are all that tells of their grid.
            Exact = number % 6 == 1 ? new ExactPlace(name, null, null) : new ExactPlace(name, null, site.Bus),
        };
    }

    private static Facility New(FacilityKind kind, int load, string name, BusSite site, Random random) => new()
    {
        Id = FacilityId(name),
        Version = 1,
        Title = string.Create(CultureInfo.InvariantCulture, $"{kind switch
        {
            FacilityKind.Hospital => "Hospital",
            FacilityKind.Water => "Water works",
            FacilityKind.Heat => "Heat plant",
            FacilityKind.Shelter => "Shelter",
            _ => "Telephone exchange",
        }}, {load} kW"),
        Kind = kind,
        Organisation = SamplePledges.OrganisationId("facilities"),
        Oblast = AreaCode.Parse(site.Oblast, null),
        Exact = new ExactPlace(name, null, site.Bus),
        TypicalKilowatts = random.Next(20) == 0 ? null : load,
    };

    private static int RoundTo(int number, int step) => Math.Max(step, number / step * step);
}
