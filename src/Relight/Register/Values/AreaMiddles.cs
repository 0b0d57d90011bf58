using System.Collections.Frozen;

namespace Relight.Register;

/// <summary>
/// Where areas of the first administrative level are, as coarsely as public maps show it: a point near the middle of each, to a
/// tenth of a degree. For distances and maps that must not tell where in an area something is. Areas that are not in the list are
/// not known, and nothing stands in for them.
/// </summary>
public static class AreaMiddles
{
    private static readonly FrozenDictionary<string, Position> s_byCode = new Dictionary<string, Position>
    {
        ["UA05"] = new(48.9m, 28.6m), // Vinnytska
        ["UA07"] = new(51.1m, 24.9m), // Volynska
        ["UA12"] = new(48.4m, 34.8m), // Dnipropetrovska
        ["UA14"] = new(48.0m, 37.7m), // Donetska
        ["UA18"] = new(50.6m, 28.5m), // Zhytomyrska
        ["UA21"] = new(48.4m, 23.2m), // Zakarpatska
        ["UA23"] = new(47.2m, 35.7m), // Zaporizka
        ["UA26"] = new(48.7m, 24.6m), // Ivano-Frankivska
        ["UA32"] = new(49.8m, 30.3m), // Kyivska
        ["UA35"] = new(48.5m, 32.0m), // Kirovohradska
        ["UA44"] = new(49.0m, 39.0m), // Luhanska
        ["UA46"] = new(49.7m, 23.9m), // Lvivska
        ["UA48"] = new(47.5m, 31.8m), // Mykolaivska
        ["UA51"] = new(47.2m, 30.5m), // Odeska
        ["UA53"] = new(49.6m, 33.8m), // Poltavska
        ["UA56"] = new(51.0m, 26.5m), // Rivnenska
        ["UA59"] = new(51.0m, 34.0m), // Sumska
        ["UA61"] = new(49.4m, 25.6m), // Ternopilska
        ["UA63"] = new(49.6m, 36.5m), // Kharkivska
        ["UA65"] = new(46.7m, 33.5m), // Khersonska
        ["UA68"] = new(49.5m, 27.0m), // Khmelnytska
        ["UA71"] = new(49.2m, 31.3m), // Cherkaska
        ["UA73"] = new(48.2m, 25.9m), // Chernivetska
        ["UA74"] = new(51.3m, 32.0m), // Chernihivska
        ["UA80"] = new(50.4m, 30.5m), // Kyiv
    }.ToFrozenDictionary();

    /// <summary>The middles of all areas that are known.</summary>
    public static IReadOnlyCollection<Position> All => s_byCode.Values;

    /// <summary>The middle of an area by its P-code; null where it is not known.</summary>
    public static Position? Of(AreaCode area) => s_byCode.GetValueOrDefault(area.Code);
}
