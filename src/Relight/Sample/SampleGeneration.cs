namespace Relight.Sample;

/// <summary>
/// Places generation by kind. The mix is that of such a country in winter (half nuclear); which area holds what is
/// drawn, and says nothing about where real stations are.
/// </summary>
internal static class SampleGeneration
{
    private const int ThermalStations = 11;
    private const int HydroStations = 7;
    private const int SolarParks = 20;

    public static void Place(
        GridDraft draft,
        Random random,
        IReadOnlyList<Substation> substations,
        IReadOnlyList<(int Bus, Substation At)> backbone)
    {
        // Units of 1,000 MW at every second 750 kV site: 3 at the first, 2 at the others.
        for (var site = 0; site < backbone.Count; site += 2)
            Add(draft, GeneratorKind.Nuclear, backbone[site].Bus, site == 0 ? 3 : 2, 1000);

        // Stations at 330 kV, away from the backbone's substations, in proportion to demand.
        var free = substations.Where(s => backbone.All(b => b.At != s)).ToArray();
        random.Shuffle(free);
        var stations = free.OrderByDescending(s => s.Megawatts * (0.6 + random.NextDouble())).ToList();
        foreach (var station in stations.Take(ThermalStations))
            Add(draft, GeneratorKind.Thermal, station.Bus330, 3, 300);
        foreach (var station in stations.Skip(ThermalStations).Take(HydroStations))
            Add(draft, GeneratorKind.Hydro, station.Bus330, 4, 100);

        // Heat and power at the 110 kV bars of the largest substation of each area.
        foreach (var area in substations.GroupBy(s => s.Oblast.PCode))
        {
            var units = area.First().Oblast.People >= 2_000_000 ? 2 : 1;
            Add(draft, GeneratorKind.HeatAndPower, area.MaxBy(s => s.Megawatts)!.Bus110, units, 60);
        }

        // What solar parks give on a winter day.
        foreach (var park in substations.OrderBy(_ => random.Next()).Take(SolarParks))
            Add(draft, GeneratorKind.Solar, park.Outlying, 1, 10 + (5 * random.Next(5)));
    }

    private static void Add(GridDraft draft, GeneratorKind kind, int bus, int units, double megawatts)
    {
        for (var unit = 0; unit < units; unit++)
            draft.AddGenerator(kind, bus, megawatts);
    }
}
