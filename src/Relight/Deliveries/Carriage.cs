using Relight.Register;

namespace Relight.Deliveries;

/// <summary>Which size of the goods a limit is about.</summary>
public enum LoadSize
{
    /// <summary>Mass of all that travels together, in t.</summary>
    Mass,

    /// <summary>Length of the longest piece, in m.</summary>
    Length,

    /// <summary>Width of the widest piece, in m.</summary>
    Width,

    /// <summary>Height of the highest piece, in m.</summary>
    Height,
}

/// <summary>Whether goods get through a leg.</summary>
public enum LegVerdict
{
    /// <summary>They do.</summary>
    Fits,

    /// <summary>A size of the goods is not known.</summary>
    CannotTell,

    /// <summary>They are too heavy or too large.</summary>
    TooMuch,
}

/// <summary>A limit of a leg, held against the goods.</summary>
/// <param name="Leg">Number of the leg, from 1.</param>
/// <param name="Size">What is limited.</param>
/// <param name="Limit">The limit, in t or m.</param>
/// <param name="Goods">What the goods have, in t or m; null where it is not known.</param>
public sealed record LegFit(int Leg, LoadSize Size, decimal Limit, decimal? Goods)
{
    /// <summary>Whether the goods get through.</summary>
    public LegVerdict Verdict => Goods is not { } own ? LegVerdict.CannotTell : own <= Limit ? LegVerdict.Fits : LegVerdict.TooMuch;

    /// <summary>By how much they are too heavy or too large, in t or m; 0 where they are not, or it cannot be told.</summary>
    public decimal Over => Goods is { } own ? Math.Max(0, own - Limit) : 0;
}

/// <summary>A place where the gauge of the railway changes, so that the goods change wagons.</summary>
/// <param name="Leg">Number of the leg that begins there, from 1.</param>
/// <param name="From">Gauge before it, in mm.</param>
/// <param name="To">Gauge after it, in mm.</param>
public sealed record GaugeBreak(int Leg, int From, int To);

/// <summary>What goods weigh and measure as they travel, held against the limits of their way.</summary>
/// <param name="Tonnes">Mass of all together, in t; null where that of a unit is not known.</param>
/// <param name="HeaviestTonnes">Mass of the heaviest unit, in t; null where none is known. Amounts are no units: they travel in packages of any size.</param>
/// <param name="LengthMetres">Length of the longest unit, in m; null where one is not known.</param>
/// <param name="WidthMetres">Width of the widest unit, in m; null where one is not known.</param>
/// <param name="HeightMetres">Height of the highest unit, in m; null where one is not known.</param>
public sealed record Carriage(decimal? Tonnes, decimal? HeaviestTonnes, decimal? LengthMetres, decimal? WidthMetres, decimal? HeightMetres)
{
    /// <summary>The goods of some lines.</summary>
    /// <param name="lines">The lines, each with the technical data of a unit; null where the offer is not known.</param>
    public static Carriage Of(IReadOnlyList<(ConsignmentLine Line, Specification? Unit)> lines)
    {
        decimal? Largest(Func<ConsignmentLine, PowerTransformer?, decimal?> size) => lines.Select(l => size(l.Line, l.Unit as PowerTransformer)) is var sizes
            && sizes.All(own => own is not null) ? sizes.Max() : null;
        var masses = lines.Select(l => TonnesOf(l.Line, l.Unit)).ToList();
        return new Carriage(
            masses.All(mass => mass is not null) ? masses.Sum() : null,
            lines.Where(l => l.Line.Amount is null).Max(l => l.Line.Tonnes ?? l.Unit?.TransportTonnes),
            Largest((line, unit) => line.LengthMetres ?? unit?.TransportLengthMetres),
            Largest((line, unit) => line.WidthMetres ?? unit?.TransportWidthMetres),
            Largest((line, unit) => line.HeightMetres ?? unit?.TransportHeightMetres));
    }

    // Of an amount, its part of what a unit weighs, else what it says itself where it is measured as a mass. What a litre weighs
    // is not known.
    private static decimal? TonnesOf(ConsignmentLine line, Specification? unit)
    {
        if (line.Amount is not { } amount)
            return (line.Tonnes ?? unit?.TransportTonnes) * line.Units;
        if (line.Tonnes is { } all)
            return all;
        return unit is { TransportTonnes: { } tonnes } && Goods.EachOf(unit, amount.Unit) is { } each ? tonnes * amount.Bounds.Lower / each
            : amount.Unit.Dimension == Dimension.Mass ? amount.Bounds.Lower * amount.Unit.InBase
            : null;
    }

    /// <summary>Every limit of every leg that is known, held against the goods.</summary>
    public IReadOnlyList<LegFit> Through(IReadOnlyList<LegLimits> legs)
    {
        var fits = new List<LegFit>();
        foreach (var (i, limits) in legs.Index())
        {
            void Hold(LoadSize size, decimal? limit, decimal? own)
            {
                if (limit is { } most)
                    fits.Add(new LegFit(i + 1, size, most, own));
            }
            Hold(LoadSize.Mass, limits.Tonnes, Tonnes);
            Hold(LoadSize.Length, limits.LengthMetres, LengthMetres);
            Hold(LoadSize.Width, limits.WidthMetres, WidthMetres);
            Hold(LoadSize.Height, limits.HeightMetres, HeightMetres);
        }
        return fits;
    }

    /// <summary>Where the gauge changes between two legs by rail.</summary>
    public static IReadOnlyList<GaugeBreak> BreaksOf(IReadOnlyList<Leg> legs) =>
    [
        .. legs.Index().Skip(1)
            .Select(leg => (Number: leg.Index + 1, Before: legs[leg.Index - 1].GaugeMillimetres, After: leg.Item.GaugeMillimetres))
            .Where(leg => leg.Before is not null && leg.After is not null && leg.Before != leg.After)
            .Select(leg => new GaugeBreak(leg.Number, leg.Before!.Value, leg.After!.Value)),
    ];
}
