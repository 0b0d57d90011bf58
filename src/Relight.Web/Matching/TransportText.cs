using System.Globalization;
using Relight.Ledger;
using Relight.Matching;
using Relight.Web.Api;

namespace Relight.Web.Matching;

/// <summary>What is reckoned for the way, as addresses write it: what is left out is as usual.</summary>
internal static class TransportText
{
    private const string Road = "roadFactor";
    private const string Tonne = "eurosPerTonneKilometre";
    private const string Price = "eurosPerMegawattHour";

    /// <summary>Names of the values in an address.</summary>
    public static IReadOnlyList<string> Names { get; } = [Road, Tonne, Price];

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
        var usual = TransportTerms.Usual;
        var terms = new TransportTerms(
            Number(Road, TransportTerms.LeastRoadFactor) ?? usual.RoadFactor,
            Number(Tonne, 0) ?? usual.EurosPerTonneKilometre,
            Number(Price, TransportTerms.LeastPrice) ?? usual.EurosPerMegawattHour);
        faults = wrong;
        return terms;
    }
}
