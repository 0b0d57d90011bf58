using Relight.Matching;
using Relight.Register;

namespace Relight.Plans;

/// <summary>The ways of units to repairs, and what they cost: as a proposed allocation reckons them.</summary>
/// <param name="start">The scenario without units.</param>
/// <param name="supply">Needs, offers and where these start from.</param>
/// <param name="terms">What is reckoned.</param>
internal sealed class WaysOfUnits(OpenScenario start, SupplyOfNeeds supply, TransportTerms terms)
{
    private readonly Dictionary<Id<Need>, Need> _needs = supply.Needs.ToDictionary(need => need.Id);
    private readonly Dictionary<Id<Offer>, Offer> _offers = supply.Offers.ToDictionary(offer => offer.Id);
    private readonly Dictionary<(Id<Need>, Id<Offer>), Transport> _found = [];
    private decimal? _dearest;

    /// <summary>The way of what makes one unit of the need.</summary>
    public Transport Of(UnitArrival unit)
    {
        if (_found.TryGetValue((unit.Need, unit.Offer), out var known))
            return known;
        var (need, offer) = (_needs[unit.Need], _offers[unit.Offer]);
        return _found[(unit.Need, unit.Offer)] = Transport.Of(supply.StartOf(offer), need, offer, Transport.TonnesOf(offer, Filling.UnitsTogether(need, offer)), terms);
    }

    /// <summary>What ways cost as far as is known, in euros.</summary>
    public decimal EurosOf(IEnumerable<UnitArrival> units) => units.Sum(unit => Of(unit).Euros ?? 0);

    /// <summary>Of how many it is not known what they cost.</summary>
    public int UnknownOf(IEnumerable<UnitArrival> units) => units.Count(unit => Of(unit).Euros is null);

    /// <summary>What ways count for where they are compared, in euros: one of which it is not known as much as the dearest of which it is.</summary>
    public decimal Counted(IEnumerable<UnitArrival> units) => units.Sum(unit => Of(unit).Euros ?? Dearest);

    /// <summary>What ways count for against light, in weighted MWh; 0 where money is not weighed against it.</summary>
    public double InMegawattHours(IEnumerable<UnitArrival> units) => terms.EurosPerMegawattHour is { } price ? (double)(Counted(units) / price) : 0;

    private decimal Dearest => _dearest ??= supply.Candidates(start).Max(unit => Of(unit).Euros) ?? 0;
}
