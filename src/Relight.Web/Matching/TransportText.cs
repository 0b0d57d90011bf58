using System.Globalization;
using System.Text.Json;
using Relight.Ledger;
using Relight.Matching;
using Relight.Web.Api;

namespace Relight.Web.Matching;

/// <summary>What is reckoned for the way, as addresses write it: what is left out is as usual.</summary>
internal static class TransportText
{
    private const string Road = "roadFactor";
    private const string Tonne = "eurosPerTonneKilometre";
    private const string Heavy = "heavyRoadEurosPerTonneKilometre";
    private const string Rail = "railEurosPerTonneKilometre";
    private const string Sea = "seaEurosPerTonneKilometre";
    private const string Air = "airEurosPerTonneKilometre";
    private const string By = "by";
    private const string Price = "eurosPerMegawattHour";

    /// <summary>Names of the values in an address.</summary>
    public static IReadOnlyList<string> Names { get; } = [Road, Tonne, Heavy, Rail, Sea, Air, By, Price];

    private static readonly Dictionary<string, TransportMeans> s_means =
        Enum.GetValues<TransportMeans>().ToDictionary(means => JsonNamingPolicy.CamelCase.ConvertName($"{means}"));

    /// <summary>The terms of an address; what is wrong is told.</summary>
    /// <param name="valueOf">Text of a value; null or empty where it is left out.</param>
    /// <param name="faults">What is wrong.</param>
    public static TransportTerms Read(Func<string, string?> valueOf, out IReadOnlyList<Refusal> faults)
    {
        var wrong = new List<Refusal>();
        decimal? Number(string name, decimal least)
        {
            if (valueOf(name) is not { Length: > 0 } text)
                return null;
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= TransportTerms.Most)
                return number;
            wrong.Add(new Refusal(name, BodyShape.TextShown(text), FormattableString.Invariant($"must be a number from {least} to {TransportTerms.Most}")));
            return null;
        }
        TransportMeans? Means()
        {
            if (valueOf(By) is not { Length: > 0 } text)
                return null;
            if (s_means.TryGetValue(text, out var means))
                return means;
            wrong.Add(new Refusal(By, BodyShape.TextShown(text), $"must be one of {string.Join(", ", s_means.Keys)}"));
            return null;
        }
        var usual = TransportTerms.Usual;
        var terms = new TransportTerms(
            Number(Road, TransportTerms.LeastRoadFactor) ?? usual.RoadFactor,
            Number(Tonne, 0) ?? usual.EurosPerTonneKilometre,
            Number(Price, TransportTerms.LeastPrice) ?? usual.EurosPerMegawattHour)
        {
            HeavyRoadEurosPerTonneKilometre = Number(Heavy, 0) ?? usual.HeavyRoadEurosPerTonneKilometre,
            RailEurosPerTonneKilometre = Number(Rail, 0) ?? usual.RailEurosPerTonneKilometre,
            SeaEurosPerTonneKilometre = Number(Sea, 0) ?? usual.SeaEurosPerTonneKilometre,
            AirEurosPerTonneKilometre = Number(Air, 0) ?? usual.AirEurosPerTonneKilometre,
            By = Means(),
        };
        faults = wrong;
        return terms;
    }
}
