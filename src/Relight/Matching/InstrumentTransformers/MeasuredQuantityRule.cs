using Relight.Register;

namespace Relight.Matching.InstrumentTransformers;

/// <summary>A current transformer does not measure voltage, nor the other way round.</summary>
public sealed class MeasuredQuantityRule() : Rule<InstrumentPlace, InstrumentTransformer>(510, new("what it measures", "що вимірює", "ما يقيسه"), "IEC 61869-1")
{
    private static readonly Column s_measures = Of("measures", unit => (decimal?)(int?)unit.Measures);

    private static readonly Question s_ask = Question.Donor(
        "measures", "Does it measure current or voltage?", "Він вимірює струм чи напругу?", "هل يقيس التيار أم الجهد؟");

    /// <inheritdoc/>
    protected override Ruling? Judge(InstrumentPlace place, InstrumentTransformer unit, Practice practice, Pen pen) => unit.Measures is not { } measures
        ? pen.Ask(s_ask, "what it measures is not given")
        : pen.FitsIf(measures == place.Measures, pen.Say($"it measures {Words(measures)}, {Words(place.Measures)} is wanted"), null);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(InstrumentPlace place, Practice practice) => [s_measures.Equal((int)place.Measures)];

    private static string Words(InstrumentKind kind) => kind == InstrumentKind.Current ? "current" : "voltage";
}
