using Relight.Access;
using Relight.Register;

namespace Relight.Matching;

/// <summary>What is reckoned for the way of a unit. None of the figures has been traced to a text: they are assumptions, which whoever proposes can set otherwise.</summary>
/// <param name="RoadFactor">Kilometres of road for each kilometre of great circle; 1 or more.</param>
/// <param name="EurosPerTonneKilometre">What a tonne costs for each kilometre of road, in euros; 0 or more.</param>
/// <param name="EurosPerMegawattHour">
/// What a weighted MWh is held to be worth, in euros, so that a way can cost more than its unit brings; null where money is
/// not to be weighed against light: then the way only decides between allocations of the same worth.
/// </param>
[View(Audience.Coordination)]
public sealed record TransportTerms(decimal RoadFactor, decimal EurosPerTonneKilometre, decimal? EurosPerMegawattHour = null)
{
    private static readonly Limit s_road = new("road kilometres for each kilometre of great circle", 1.3m, "", "assumption");
    private static readonly Limit s_tonne = new("cost of transport", 0.15m, "EUR/(t·km)", "assumption: lorries, without the extra of abnormal loads");

    /// <summary>Least road factor.</summary>
    public const decimal LeastRoadFactor = 1;

    /// <summary>Least that a MWh can be held to be worth, in euros.</summary>
    public const decimal LeastPrice = 0.01m;

    /// <summary>Greatest figure of each.</summary>
    public const decimal Most = 1_000_000;

    /// <summary>The figures that hold where nobody says otherwise.</summary>
    public static TransportTerms Usual { get; } = new(Practice.Default[s_road], Practice.Default[s_tonne]);
}

/// <summary>What is not known of a way, so that nobody can tell what it costs.</summary>
public enum TransportGap
{
    /// <summary>Where the units stand: neither in a hub whose position is known, nor at a place of the operation that has one.</summary>
    Start,

    /// <summary>Where the need is: it is at no one place, or in an area whose middle is not known.</summary>
    End,

    /// <summary>How much a unit weighs.</summary>
    Mass,
}

/// <summary>The way of units to a need, and what it costs by the terms.</summary>
/// <param name="Kilometres">Kilometres of road, whole; null where an end is not known.</param>
/// <param name="Tonnes">Mass of all that goes there, in t; null where that of a unit is not known.</param>
/// <param name="Euros">What it costs, in whole euros; null where something is not known: never taken for 0.</param>
/// <param name="Unknown">What is not known first; null where all is.</param>
[View(Audience.Coordination)]
public sealed record Transport(decimal? Kilometres, decimal? Tonnes, decimal? Euros, TransportGap? Unknown)
{
    /// <summary>The way of some tonnes; it ends in the middle of the area, so that it does not tell where in it the need is.</summary>
    /// <param name="start">Where they stand; null where that is not known.</param>
    /// <param name="need">The need.</param>
    /// <param name="tonnes">Their mass; null where it is not known.</param>
    /// <param name="terms">What is reckoned.</param>
    public static Transport Of(Position? start, Need need, decimal? tonnes, TransportTerms terms)
    {
        var end = MiddleOf(need);
        decimal? kilometres = start is not null && end is not null ? Math.Round((decimal)start.KilometresTo(end) * terms.RoadFactor) : null;
        TransportGap? unknown = start is null ? TransportGap.Start : end is null ? TransportGap.End : tonnes is null ? TransportGap.Mass : null;
        return new Transport(kilometres, tonnes, kilometres * tonnes * terms.EurosPerTonneKilometre is { } cost ? Math.Round(cost) : null, unknown);
    }

    /// <summary>Mass of so much of an offer, in t; null where it is not known.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="units">Units of it, or the part of one.</param>
    public static decimal? TonnesOf(Offer offer, decimal units) => units * (offer.Specification switch
    {
        { TransportTonnes: { } each } => each,
        Goods goods when goods.PerUnit.In(Unit.Tonne) is { Bounds: { IsSpecified: true, Upper: { } most } } => most,
        _ => null,
    });

    private static Position? MiddleOf(Need need) => need.Site is { } site ? AreaMiddles.Of(site.Oblast) : null;
}
