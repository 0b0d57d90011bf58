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

    private readonly Option<string[]> _paces = new("--pace")
    {
        Description = "How long ways by a means take, where arrivals are reckoned: days before they begin and km a day; may be given for each means",
        HelpName = "MEANS:DAYS:KM",
    };

    /// <summary>Makes them.</summary>
    public TransportOptions() => _paces.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => PaceOf(token.Value) is null))
            result.AddError(string.Create(
                CultureInfo.InvariantCulture,
                $"--pace must be MEANS:DAYS:KM, of {string.Join(", ", Enum.GetNames<TransportMeans>())}, 0 to {TransportPace.MostDays} days and {TransportPace.LeastKilometres} to {TransportPace.MostKilometres} km a day: {token.Value}"));
    });

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
        command.Add(_paces);
        command.Add(_price);
    }

    /// <summary>Whether other paces than the usual ones are set.</summary>
    public bool HasPaces(ParseResult parsed) => parsed.GetValue(_paces) is { Length: > 0 };

    /// <summary>What they say.</summary>
    public TransportTerms Read(ParseResult parsed) =>
        (parsed.GetValue(_paces) ?? []).Select(text => PaceOf(text)!.Value).Aggregate(WithoutPaces(parsed), (terms, pace) => terms.With(pace.Means, pace.Pace));

    private static (TransportMeans Means, TransportPace Pace)? PaceOf(string text) =>
        text.Split(':') is [var means, var days, var kilometres]
        && Enum.GetNames<TransportMeans>().FirstOrDefault(name => name.Equals(means, StringComparison.OrdinalIgnoreCase)) is { } known
        && decimal.TryParse(days, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var before) && before <= TransportPace.MostDays
        && decimal.TryParse(kilometres, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var aDay) && aDay is >= TransportPace.LeastKilometres and <= TransportPace.MostKilometres
            ? (Enum.Parse<TransportMeans>(known), new TransportPace(before, aDay))
            : null;

    private TransportTerms WithoutPaces(ParseResult parsed) => new(parsed.GetValue(_road), parsed.GetValue(_tonne), parsed.GetValue(_price))
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
