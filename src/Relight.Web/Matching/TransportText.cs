using System.Text.Json;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;

namespace Relight.Web.Matching;

/// <summary>What is reckoned for the way, as addresses write it: what is left out is as usual.</summary>
internal static class TransportText
{
    /// <summary>Kilometres by land for each of great circle.</summary>
    public const string Road = "roadFactor";

    /// <summary>By what every way is gone.</summary>
    public const string By = "by";

    /// <summary>What energy is worth.</summary>
    public const string Worth = "eurosPerMegawattHour";

    /// <summary>Every means, in the order in which they are shown.</summary>
    public static IReadOnlyList<TransportMeans> Means { get; } = Enum.GetValues<TransportMeans>();

    private static readonly Dictionary<string, TransportMeans> s_means = Means.ToDictionary(NameOf);

    /// <summary>Names of the values in an address.</summary>
    public static IReadOnlyList<string> Names { get; } = [Road, .. Means.Select(PriceOf), By, Worth, .. Means.Select(DaysBeforeOf), .. Means.Select(KilometresADayOf)];

    /// <summary>How an address writes a means.</summary>
    public static string NameOf(TransportMeans means) => JsonNamingPolicy.CamelCase.ConvertName($"{means}");

    /// <summary>Name of what a tonne and kilometre cost by a means.</summary>
    public static string PriceOf(TransportMeans means) => means == TransportMeans.Road ? "eurosPerTonneKilometre" : $"{NameOf(means)}EurosPerTonneKilometre";

    /// <summary>Name of the days before a way by a means begins.</summary>
    public static string DaysBeforeOf(TransportMeans means) => $"{NameOf(means)}DaysBefore";

    /// <summary>Name of the kilometres a day by a means.</summary>
    public static string KilometresADayOf(TransportMeans means) => $"{NameOf(means)}KilometresADay";

    /// <summary>The terms of an address; what is wrong is told.</summary>
    /// <param name="valueOf">Text of a value; null or empty where it is left out.</param>
    /// <param name="faults">What is wrong.</param>
    public static TransportTerms Read(Func<string, string?> valueOf, out IReadOnlyList<Refusal> faults)
    {
        var wrong = new List<Refusal>();
        decimal? Number(string name, decimal least, decimal most)
        {
            if (valueOf(name) is not { } text || string.IsNullOrWhiteSpace(text))
                return null;
            var rule = Numerals.Read(text, out var number);
            if (rule is null && number >= least && number <= most)
                return number;
            wrong.Add(new Refusal(name, Checks.Shown(text), rule == Numerals.TwoWays ? rule : FormattableString.Invariant($"must be a number from {least} to {most}")));
            return null;
        }
        var usual = TransportTerms.Usual;
        var terms = usual with
        {
            RoadFactor = Number(Road, TransportTerms.LeastRoadFactor, TransportTerms.Most) ?? usual.RoadFactor,
            EurosPerMegawattHour = Number(Worth, TransportTerms.LeastPrice, TransportTerms.Most),
            By = MeansIn(valueOf(By), wrong),
        };
        foreach (var means in Means)
        {
            var pace = usual.PaceOf(means);
            terms = terms
                .With(means, Number(PriceOf(means), 0, TransportTerms.Most) ?? usual.EurosOf(means))
                .With(means, new TransportPace(
                    Number(DaysBeforeOf(means), 0, TransportPace.MostDays) ?? pace.DaysBefore,
                    Number(KilometresADayOf(means), TransportPace.LeastKilometres, TransportPace.MostKilometres) ?? pace.KilometresADay));
        }
        faults = wrong;
        return terms;
    }

    private static TransportMeans? MeansIn(string? text, List<Refusal> wrong)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (s_means.TryGetValue(text, out var means))
            return means;
        wrong.Add(new Refusal(By, Checks.Shown(text), $"must be one of {string.Join(", ", s_means.Keys)}"));
        return null;
    }
}
