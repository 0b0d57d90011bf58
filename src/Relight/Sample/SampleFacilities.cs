using Relight.Restoration;

namespace Relight.Sample;

/// <summary>What a facility does.</summary>
public enum SampleFacilityKind
{
    /// <summary>A hospital.</summary>
    Hospital,

    /// <summary>A water works.</summary>
    WaterWorks,

    /// <summary>A heat plant.</summary>
    HeatPlant,
}

/// <summary>A made-up facility that must not stay dark.</summary>
/// <param name="Name">Made-up name.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Bus">110 kV bus that feeds it.</param>
/// <param name="Kilowatts">Load in kW.</param>
/// <param name="HoursADay">Hours a day for which it runs.</param>
public sealed record SampleFacility(string Name, SampleFacilityKind Kind, int Bus, int Kilowatts, int HoursADay)
{
    /// <summary>How much more one of its megawatts counts than another.</summary>
    public double Weight => Kind switch
    {
        SampleFacilityKind.Hospital => 10,
        SampleFacilityKind.WaterWorks => 6,
        _ => 4,
    };
}

/// <summary>Hospitals, water works and heat plants of the sample, drawn from a seed.</summary>
public static class SampleFacilities
{
    /// <summary>Two hospitals, a water works and a heat plant in each large area, one hospital and one of the others in the rest.</summary>
    public static IReadOnlyList<SampleFacility> Make(SampleGrid grid, int seed)
    {
        var random = new Random(seed);
        var all = new List<SampleFacility>();
        foreach (var (index, oblast) in Oblast.All.Index())
        {
            var buses = grid.Sites.Where(site => site.Oblast == oblast.PCode && site.People > 0).ToArray();
            random.Shuffle(buses);
            foreach (var (place, kind) in KindsIn(oblast, index).Index())
                all.Add(Draw(kind, buses[place % buses.Length], random));
        }
        return all;
    }

    /// <summary>The megawatts of the facilities, with their weights.</summary>
    public static IReadOnlyList<WeightedLoad> Weights(IEnumerable<SampleFacility> facilities) =>
        [.. facilities.Select(f => new WeightedLoad(f.Bus, f.Kilowatts / 1000.0, f.Weight))];

    private static IEnumerable<SampleFacilityKind> KindsIn(Oblast oblast, int index) => oblast.People >= 2_000_000
        ? [SampleFacilityKind.Hospital, SampleFacilityKind.WaterWorks, SampleFacilityKind.HeatPlant, SampleFacilityKind.Hospital]
        : [SampleFacilityKind.Hospital, index % 2 == 0 ? SampleFacilityKind.WaterWorks : SampleFacilityKind.HeatPlant];

    private static SampleFacility Draw(SampleFacilityKind kind, BusSite site, Random random)
    {
        var place = site.Name.Replace(" 110", "", StringComparison.Ordinal);
        return kind switch
        {
            SampleFacilityKind.Hospital => new($"{place} hospital", kind, site.Bus, Tens(12, 90, random), 24),
            SampleFacilityKind.WaterWorks => new($"{place} water works", kind, site.Bus, Tens(20, 250, random), 14 + (2 * random.Next(4))),
            _ => new($"{place} heat plant", kind, site.Bus, Tens(30, 400, random), 24),
        };
    }

    private static int Tens(int least, int most, Random random) => 10 * random.Next(least, most + 1);
}
