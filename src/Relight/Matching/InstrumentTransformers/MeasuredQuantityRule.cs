using Relight.Register;

namespace Relight.Matching.InstrumentTransformers;

/// <summary>A current transformer does not measure voltage, nor the other way round.</summary>
public sealed class MeasuredQuantityRule() : Rule<InstrumentPlace, InstrumentTransformer>(510, new("what it measures", "що вимірює", "ما يقيسه"), Sources.Text("IEC 61869-1"))
{
    private static readonly Phrase s_notGiven = new("what it measures is not given", "не вказано, що він вимірює", "لم يُذكر ما يقيسه");
    private static readonly Phrase s_compared = new("it measures {0}, {1} is wanted", "вимірює: {0}, потрібно: {1}", "يقيس {0} والمطلوب {1}");
    private static readonly Phrase s_current = new("current", "струм", "التيار");
    private static readonly Phrase s_voltage = new("voltage", "напруга", "الجهد");

    private static readonly Column s_measures = Of("measures", unit => (decimal?)(int?)unit.Measures);

    private static readonly Question s_ask = Question.Donor(
        "measures", "Does it measure current or voltage?", "Він вимірює струм чи напругу?", "هل يقيس التيار أم الجهد؟");

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(InstrumentPlace place, InstrumentTransformer unit, Practice practice, Pen pen) => unit.Measures is not { } measures
        ? pen.Ask(s_ask, s_notGiven)
        : pen.FitsIf(measures == place.Measures, pen.Say(s_compared, Words(measures), Words(place.Measures)), null);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(InstrumentPlace place, Practice practice) => [s_measures.Equal((int)place.Measures)];

    private static Phrase Words(InstrumentKind kind) => kind == InstrumentKind.Current ? s_current : s_voltage;
}
