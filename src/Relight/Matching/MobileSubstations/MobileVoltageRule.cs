using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>A mobile substation is made for one system: its rated voltage must be that of the bay, within what the flux of its core and its insulation allow.</summary>
public sealed class MobileVoltageRule() : Rule<TransformerBay, MobileSubstation>(620, new("voltage", "напруга", "الجهد"), new("IEC 60076-1; practice", "IEC 60076-1; практика", "IEC 60076-1؛ الممارسة"))
{
    private static readonly Phrase s_on = new("{0:0.##} kV on {1:0.##} kV", "{0:0.##} кВ на {1:0.##} кВ", "{0:0.##} كيلوفولت على {1:0.##} كيلوفولت");

    private static readonly Limit s_over = new("voltage of a mobile substation above its rated one", 5, "%", "IEC 60076-1");
    private static readonly Limit s_under = new("voltage of a mobile substation below its rated one", 20, "%", "practice");
    private static readonly Column s_voltage = Of("rated voltage", unit => unit.HighKilovolts);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, MobileSubstation unit, Practice practice, Pen pen)
    {
        var system = new Figure(Numbers.SystemVoltage, place.HighKilovolts, "kV");
        if (unit.HighKilovolts is not { } rated)
            return pen.Ask(Ask.HighKilovolts, NotGiven.HighKilovolts, system);
        return pen.FitsIf(
            place.HighKilovolts <= rated * (1 + (practice[s_over] / 100)) && place.HighKilovolts >= rated * (1 - (practice[s_under] / 100)),
            pen.Say(s_on, rated, place.HighKilovolts), pen.AboveLimit(rated * (1 + (practice[s_over] / 100)), place.HighKilovolts),
            new(Numbers.RatedVoltage, rated, "kV"), system);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        [new Bound(s_voltage, place.HighKilovolts / (1 + (practice[s_over] / 100)), place.HighKilovolts / (1 - (practice[s_under] / 100)))];
}
