using System.Text.Json.Nodes;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Matching;

/// <summary>
/// The shortest specification that serves a need: its requirement with everything left out that decides nothing. A value
/// decides where, without it, a rule would no longer refuse a range of some number, or would let pass an offer that is
/// refused now. What only makes work, or a question, is settled later with whoever offers.
/// </summary>
public static class ShortestRequirement
{
    /// <summary>The shortest requirement.</summary>
    /// <param name="need">The need.</param>
    /// <param name="offers">Offers to try it on.</param>
    /// <param name="practice">What the operation has settled otherwise.</param>
    public static Requirement Of(Need need, IReadOnlyList<Offer> offers, Practice practice)
    {
        // Goods and money are what they are, in the amount that is needed.
        if (need.Requirement is GoodsRequirement or MoneyRequirement)
            return need.Requirement;
        var served = offers.Where(offer => need.Requirement.Served.Contains(offer.Specification.Item)).ToList();
        var refused = Refused(need, served, practice);
        var kept = need;
        foreach (var name in JsonNode.Parse(LedgerJson.Write(need.Requirement))!.AsObject().Select(value => value.Key).ToList())
            if (Without(kept, name) is { } shorter && Refused(shorter, served, practice).SequenceEqual(refused))
                kept = shorter;
        return kept.Requirement;
    }

    /// <summary>The need without a value; null where it cannot be left out, or is left out already.</summary>
    private static Need? Without(Need need, string name)
    {
        var json = JsonNode.Parse(LedgerJson.Write(need.Requirement))!.AsObject();
        json.Remove(name);
        try
        {
            var shorter = LedgerJson.Read<Requirement>(json.ToJsonString());
            // A value that has a usual one in its place is not left out by being left unsaid.
            var isUnsaid = !JsonNode.Parse(LedgerJson.Write(shorter))!.AsObject().ContainsKey(name);
            return isUnsaid ? need with { Requirement = shorter } : null;
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>All that rules refuse: ranges of numbers, and the offers that do not fit.</summary>
    private static List<string> Refused(Need need, List<Offer> offers, Practice practice)
    {
        var type = need.Requirement.GetType();
        var ranges = Rules.All.SelectMany(rule => (rule.Bounds(need.Requirement, practice) ?? []).Where(bound => bound.Outside == Verdict.DoesNotFit)
            .Select(bound => FormattableString.Invariant($"{rule.Place} {bound.Column.Name} {bound.Least} {bound.Most} {type.Name}")));
        return [.. ranges, .. offers.Select(offer => $"{MatchOffers.Weigh(need, offer, practice).Verdict == Verdict.DoesNotFit}")];
    }
}
