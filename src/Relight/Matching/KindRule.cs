using Relight.Register;

namespace Relight.Matching;

/// <summary>A unit must be of the kind that the need asks for: an instrument transformer is no power transformer.</summary>
public sealed class KindRule : IRule
{
    /// <inheritdoc/>
    public RuleVerdict Judge(Need need, Offer offer, Practice practice)
    {
        var (wanted, given) = (need.Requirement.Item, offer.Specification.Item);
        var (verdict, because) = (wanted == given, Measured(need, offer)) switch
        {
            (false, _) => (Verdict.DoesNotFit, $"the offer is of {Words(given)}, the need is of {Words(wanted)}"),
            (true, { } mismatch) => (Verdict.DoesNotFit, mismatch),
            _ => (Verdict.Fits, $"both are {Words(given)}"),
        };
        return new RuleVerdict
        {
            Rule = "kind",
            Verdict = verdict,
            Because = because,
            Figures = [],
            Source = "practice",
        };
    }

    // Goods of one kind must also be measured alike: litres of fuel do not serve a need in pieces.
    private static string? Measured(Need need, Offer offer) =>
        need.Requirement is GoodsRequirement goods && offer.Specification is Goods given
            && goods.Amount.Unit.Dimension != given.PerUnit.Unit.Dimension
            ? $"the offer is measured in {given.PerUnit.Unit}, the need in {goods.Amount.Unit}"
            : null;

    private static string Words(ItemKind kind) => kind switch
    {
        ItemKind.InstrumentTransformer => "instrument transformers (for measuring and protection)",
        ItemKind.PowerTransformer => "power transformers",
        ItemKind.GeneratingSet => "generating sets",
        ItemKind.GasTurbine => "gas turbines",
        ItemKind.CircuitBreaker => "circuit breakers",
        _ => string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")),
    };
}
