using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The unit must be light enough for the way to the bay, where a limit is known.</summary>
public sealed class TransportRule() : Rule<TransformerBay, PowerTransformer>("transport", "route data of the operator")
{
    /// <inheritdoc/>
    protected override RuleVerdict? Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        if (place.TransportLimitTonnes is not { } limit)
            return null;
        if (unit.TransportTonnes is not { } mass)
            return AskDonor("transportTonnes", "What is the transport mass, in t?", "the transport mass is not given", new Figure("limit of the way", limit, "t"));
        Figure[] figures = [new("transport mass", mass, "t"), new("limit of the way", limit, "t")];
        return mass <= limit
            ? Fits(FormattableString.Invariant($"{mass:0.#} t, the way carries {limit:0.#} t"), Margin.BelowLimit(mass, limit), figures)
            : DoesNotFit(FormattableString.Invariant($"{mass:0.#} t, the way carries {limit:0.#} t"), Margin.BelowLimit(mass, limit), figures);
    }
}
