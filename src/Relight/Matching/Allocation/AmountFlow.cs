using System.Security.Cryptography;
using Google.OrTools.Graph;
using Relight.Register;

namespace Relight.Matching;

/// <summary>A need of goods by amount.</summary>
/// <param name="Need">The need.</param>
/// <param name="Takes">How much it still takes, in steps; 0 or more.</param>
/// <param name="Priority">How badly it waits.</param>
internal sealed record AmountNeeded(Id<Need> Need, long Takes, Priority Priority);

/// <summary>Goods that can be given by amount.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Free">How much is free at least, in steps; 0 or more.</param>
internal sealed record AmountOffered(Id<Offer> Offer, long Free);

/// <summary>That some of an offer can go to a need.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="CostPerStep">What a step costs on the way; null where that is not known: it counts as much as the dearest that is.</param>
internal sealed record AmountWay(Id<Need> Need, Id<Offer> Offer, double? CostPerStep = null);

/// <summary>So much of an offer goes to a need.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Steps">How much, in steps; above 0.</param>
internal sealed record AmountGiven(Id<Need> Need, Id<Offer> Offer, long Steps);

/// <summary>
/// Gives amounts of goods to needs, a part of an offer here and a part there: as much as can be given at all, of that as
/// much as can be to what is most urgent, and of such ways the cheapest. It is a flow of greatest amount and least cost,
/// which is solved exactly; ties go by a mark made of the two ids, so that the order in which anything is given does not show.
/// </summary>
internal static class AmountFlow
{
    /// <summary>Greatest number of steps of one need or offer: sums of thousands of them fit into 64 bits.</summary>
    public const long Most = 1_000_000_000_000_000;

    // Parts of a cost: marks below transport below priority. A detour of the flow changes a cost once for each way at most.
    private const long Marks = 64;
    private const long DearestWay = 1_000;

    /// <summary>The best flow.</summary>
    public static IReadOnlyList<AmountGiven> Run(IReadOnlyList<AmountNeeded> needed, IReadOnlyList<AmountOffered> offered, IReadOnlyList<AmountWay> ways)
    {
        var needs = needed.OrderBy(need => need.Need).ToList();
        var offers = offered.OrderBy(offer => offer.Offer).ToList();
        var (ofNeed, ofOffer) = (needs.Index().ToDictionary(pair => pair.Item.Need, pair => pair.Index), offers.Index().ToDictionary(pair => pair.Item.Offer, pair => pair.Index));
        var arcs = ways.OrderBy(way => way.Need).ThenBy(way => way.Offer).ToList();
        var total = offers.Sum(offer => offer.Free);
        if (arcs.Count == 0 || total == 0)
            return [];
        var dearest = arcs.Max(way => way.CostPerStep) ?? 0;
        var step = (DearestWay * Marks * (arcs.Count + 1)) + 1;
        var (flow, source, sink) = (new MinCostFlow(), needs.Count + offers.Count, needs.Count + offers.Count + 1);
        foreach (var (o, offer) in offers.Index())
            flow.AddArcWithCapacityAndUnitCost(source, needs.Count + o, offer.Free, 0);
        var given = arcs.ConvertAll(way => flow.AddArcWithCapacityAndUnitCost(
            needs.Count + ofOffer[way.Offer], ofNeed[way.Need], Math.Min(offers[ofOffer[way.Offer]].Free, needs[ofNeed[way.Need]].Takes), CostOf(way, dearest)));
        foreach (var (n, need) in needs.Index())
            flow.AddArcWithCapacityAndUnitCost(n, sink, need.Takes, (int)need.Priority * step);
        flow.SetNodeSupply(source, total);
        flow.SetNodeSupply(sink, -total);
        if (flow.SolveMaxFlowWithMinCost() is not MinCostFlowBase.Status.OPTIMAL and var status)
            throw new InvalidOperationException($"no flow of amounts was found: {status}");
        return [.. arcs.Index().Select(way => new AmountGiven(way.Item.Need, way.Item.Offer, flow.Flow(given[way.Index]))).Where(gift => gift.Steps > 0)];
    }

    private static long CostOf(AmountWay way, double dearest)
    {
        var transport = dearest > 0 ? (long)Math.Round((way.CostPerStep ?? dearest) / dearest * DearestWay) : 0;
        Span<byte> ids = stackalloc byte[32];
        way.Need.Value.TryWriteBytes(ids);
        way.Offer.Value.TryWriteBytes(ids[16..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(ids, hash);
        return (transport * Marks) + (hash[0] % Marks);
    }
}
