using Relight.Access;
using Relight.Register;

namespace Relight.Matching;

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
/// <param name="Kilometres">Kilometres of all its parts, whole; null where an end is not known.</param>
/// <param name="Tonnes">Mass of all that goes there, in t; null where that of a unit is not known.</param>
/// <param name="Euros">What it costs, in whole euros; null where something is not known: never taken for 0.</param>
/// <param name="Unknown">What is not known first; null where all is.</param>
[View(Audience.Coordination)]
public sealed record Transport(decimal? Kilometres, decimal? Tonnes, decimal? Euros, TransportGap? Unknown)
{
    /// <summary>By what most of it is gone; null where an end is not known.</summary>
    public TransportMeans? Means { get; init; }

    /// <summary>The way of some tonnes; it ends in the middle of the area, so that it does not tell where in it the need is.</summary>
    /// <param name="start">Where they stand; null where that is not known.</param>
    /// <param name="need">The need.</param>
    /// <param name="offer">What they are of.</param>
    /// <param name="tonnes">Their mass; null where it is not known.</param>
    /// <param name="terms">What is reckoned.</param>
    public static Transport Of(Position? start, Need need, Offer offer, decimal? tonnes, TransportTerms terms)
    {
        var end = MiddleOf(need);
        TransportGap? unknown = start is null ? TransportGap.Start : end is null ? TransportGap.End : tonnes is null ? TransportGap.Mass : null;
        if (start is null || end is null)
            return new Transport(null, tonnes, null, unknown);
        var parts = MeansOfWay.Parts(start.KilometresTo(end), offer, terms);
        var euros = parts.Sum(part => part.Kilometres * tonnes * terms.EurosOf(part.Means));
        return new Transport(parts.Sum(part => part.Kilometres), tonnes, tonnes is null ? null : Math.Round(euros!.Value), unknown) { Means = parts[0].Means };
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
