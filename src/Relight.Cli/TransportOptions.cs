using System.CommandLine;
using System.Globalization;
using Relight.Matching;

namespace Relight.Cli;

/// <summary>The options that say what is reckoned for the way of units.</summary>
internal sealed class TransportOptions
{
    private readonly Option<decimal> _road = Number(
        "--road-factor", "Kilometres by land for each of great circle", TransportTerms.Usual.RoadFactor, TransportTerms.LeastRoadFactor);

    private readonly Option<decimal> _tonne = Number(
        "--tonne-km", "Euros that a tonne costs for each kilometre by lorry", TransportTerms.Usual.EurosPerTonneKilometre, 0);

    private readonly Option<decimal> _heavy = Number(
        "--tonne-km-heavy", "The same as an abnormal load on roads", TransportTerms.Usual.HeavyRoadEurosPerTonneKilometre, 0);

    private readonly Option<decimal> _rail = Number("--tonne-km-rail", "The same by rail", TransportTerms.Usual.RailEurosPerTonneKilometre, 0);

    private readonly Option<decimal> _sea = Number("--tonne-km-sea", "The same by ship", TransportTerms.Usual.SeaEurosPerTonneKilometre, 0);

    private readonly Option<decimal> _air = Number("--tonne-km-air", "The same by aeroplane", TransportTerms.Usual.AirEurosPerTonneKilometre, 0);

    private readonly Option<TransportMeans?> _by = new("--by")
    {
        Description = "By what every way is gone; left out, by ship from overseas, else by road, as an abnormal load where a piece does not travel freely there",
    };

    private readonly Option<decimal?> _price = Number<decimal?>(
        "--euros-per-mwh", "What a weighted MWh is held to be worth, so that ways are weighed against it; else they decide between equals", null, TransportTerms.LeastPrice);

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_road);
        command.Add(_tonne);
        command.Add(_heavy);
        command.Add(_rail);
        command.Add(_sea);
        command.Add(_air);
        command.Add(_by);
        command.Add(_price);
    }

    /// <summary>What they say.</summary>
    public TransportTerms Read(ParseResult parsed) => new(parsed.GetValue(_road), parsed.GetValue(_tonne), parsed.GetValue(_price))
    {
        HeavyRoadEurosPerTonneKilometre = parsed.GetValue(_heavy),
        RailEurosPerTonneKilometre = parsed.GetValue(_rail),
        SeaEurosPerTonneKilometre = parsed.GetValue(_sea),
        AirEurosPerTonneKilometre = parsed.GetValue(_air),
        By = parsed.GetValue(_by),
    };

    private static Option<T> Number<T>(string name, string says, T usual, decimal least)
    {
        var option = new Option<T>(name) { Description = says, HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && !(decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= TransportTerms.Most))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be from {least} to {TransportTerms.Most}: {result.Tokens[0].Value}"));
        });
        return option;
    }
}
