using Relight.Deliveries;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Sample;

/// <summary>
/// Places that offers of the sample start from, and those that its consignments pass: towns and ports of the donors' countries,
/// to a tenth of a degree. Where an offer stands is invented; of those from overseas it is not known where they land.
/// </summary>
public static class SamplePlaces
{
    private static readonly string[] s_hubs = ["PLRZE", "UALWO"];

    /// <summary>Id of a place by its UN/LOCODE.</summary>
    public static Id<Place> PlaceId(string code) => Id<Place>.Named("sample winter-2022 " + code);

    /// <summary>The places as they are entered.</summary>
    internal static IEnumerable<(string Key, ICommand Command)> Commands()
    {
        foreach (var (code, name, gauges, latitude, longitude) in new[]
        {
            ("GBFXT", "Felixstowe", new[] { 1435 }, 52.0m, 1.3m),
            ("PLGDN", "Gdansk", [1435], 54.4m, 18.7m),
            ("PLRZE", "Rzeszow", [1435], 50.0m, 22.0m),
            ("FRMRS", "Marseille", [1435], 43.3m, 5.4m),
            ("DEBON", "Bonn", [1435], 50.7m, 7.1m),
            ("UALWO", "Lviv", [1520, 1435], 49.8m, 24.0m),
            ("LTKUN", "Kaunas", [1520, 1435], 54.9m, 23.9m),
            ("LTKLJ", "Klaipeda", [1520], 55.7m, 21.1m),
            ("LVRIX", "Riga", [1520], 56.9m, 24.1m),
            ("LVDGP", "Daugavpils", [1520], 55.9m, 26.5m),
            ("AZBAK", "Baku", [1520], 40.4m, 49.9m),
            ("SENRK", "Norrkoping", [1435], 58.6m, 16.2m),
            ("SEGOT", "Goteborg", [1435], 57.7m, 12.0m),
            ("FIKTK", "Kotka", [1520], 60.5m, 26.9m),
            ("PLKTW", "Katowice", [1435], 50.3m, 19.0m),
            ("PLKRK", "Krakow", [1435], 50.1m, 19.9m),
            ("PLLUL", "Lublin", [1435], 51.2m, 22.6m),
            ("PLWAW", "Warszawa", [1435], 52.2m, 21.0m),
            ("DKAAR", "Aarhus", [1435], 56.2m, 10.2m),
            ("SIMBX", "Maribor", [1435], 46.6m, 15.6m),
            ("DEHAM", "Hamburg", [1435], 53.6m, 10.0m),
            ("ROBUH", "Bucuresti", [1435], 44.4m, 26.1m),
            ("KZAKX", "Aktobe", [1520], 50.3m, 57.2m),
            ("ILASH", "Ashdod", [1435], 31.8m, 34.6m),
            ("CHBRN", "Bern", [1435], 46.9m, 7.4m),
            ("CHZRH", "Zurich", [1435], 47.4m, 8.5m),
        })
            yield return ($"place {code}", new RecordPlace(new Place
            {
                Id = PlaceId(code),
                Version = 1,
                Code = Unlocode.Parse(code, null),
                Name = name,
                GaugesMillimetres = gauges,
                IsHub = s_hubs.Contains(code),
                Position = new Position(latitude, longitude),
            }));
    }
}
