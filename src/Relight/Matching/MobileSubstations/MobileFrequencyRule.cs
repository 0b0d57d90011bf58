using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>The frequency of a mobile substation must be that of the system: its core has no flux to spare.</summary>
public sealed class MobileFrequencyRule() : Rule<TransformerBay, MobileSubstation>(640, new("frequency", "частота", "التردد"), Sources.Text("IEC 60076-1"))
{
    private static readonly Column s_frequency = Of("frequency", unit => unit.FrequencyHertz);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, MobileSubstation unit, Practice practice, Pen pen) => unit.FrequencyHertz is not { } rated
        ? pen.Ask(Ask.Frequency, NotGiven.Frequency, new Figure(Numbers.SystemFrequency, place.FrequencyHertz, "Hz"))
        : pen.FitsIf(
            rated == place.FrequencyHertz, pen.Say(Compared.HertzOn, rated, place.FrequencyHertz), null,
            new(Numbers.RatedFrequency, rated, "Hz"), new(Numbers.SystemFrequency, place.FrequencyHertz, "Hz"));

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) => [s_frequency.Equal(place.FrequencyHertz)];
}
