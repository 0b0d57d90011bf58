using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>A mobile substation is made for one system: its rated voltage must be that of the bay, within what the flux of its core and its insulation allow.</summary>
public sealed class MobileVoltageRule() : Rule<TransformerBay, MobileSubstation>(620, new("voltage", "напруга", "الجهد"), "IEC 60076-1; practice")
{
    private static readonly Limit s_over = new("voltage of a mobile substation above its rated one", 5, "%", "IEC 60076-1");
    private static readonly Limit s_under = new("voltage of a mobile substation below its rated one", 20, "%", "practice");
    private static readonly Column s_voltage = Of("rated voltage", unit => unit.HighKilovolts);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, MobileSubstation unit, Practice practice, Pen pen)
    {
        var system = new Figure(Numbers.SystemVoltage, place.HighKilovolts, "kV");
        if (unit.HighKilovolts is not { } rated)
            return pen.Ask(Ask.HighKilovolts, "the rated voltage of the upper side is not given", system);
        return pen.FitsIf(
            place.HighKilovolts <= rated * (1 + (practice[s_over] / 100)) && place.HighKilovolts >= rated * (1 - (practice[s_under] / 100)),
            pen.Say($"{rated:0.##} kV on {place.HighKilovolts:0.##} kV"), pen.AboveLimit(rated * (1 + (practice[s_over] / 100)), place.HighKilovolts),
            new(Numbers.RatedVoltage, rated, "kV"), system);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        [new Bound(s_voltage, place.HighKilovolts / (1 + (practice[s_over] / 100)), place.HighKilovolts / (1 - (practice[s_under] / 100)))];
}
