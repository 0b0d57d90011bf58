using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// The core must not be driven into saturation: (U/Ur)·(fr/f) within 1.05 under load.
/// A 60 Hz unit on 50 Hz falls out here, for it carries 20 % more flux at its rated voltage.
/// </summary>
public sealed class OverfluxingRule() : Rule<TransformerBay, PowerTransformer>(
    120, new("overfluxing", "перезбудження", "زيادة الفيض"), "IEC 60076-1; IEEE tutorials on overexcitation")
{
    private static readonly Limit s_loaded = new("overfluxing under load", 1.05m, "", "IEC 60076-1");
    private static readonly Limit s_unloaded = new("overfluxing without load", 1.10m, "", "IEC 60076-1");
    private static readonly Phrase s_limit = new("limit under load", "межа під навантаженням", "الحد تحت الحمل");
    private static readonly Column s_fluxPerKilovolt = Of("rated frequency by rated voltage", unit => unit.FrequencyHertz / unit.High.RatedKilovolts);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (unit.High.RatedKilovolts is not { } rated)
            return pen.Ask(Ask.HighKilovolts, "the rated voltage of the upper side is not given").And(unit.FrequencyHertz is null, Ask.Frequency);
        var (onSystem, ownVoltage) = (new Figure(Numbers.SystemVoltage, place.HighKilovolts, "kV"), new Figure(Numbers.RatedVoltage, rated, "kV"));
        if (unit.FrequencyHertz is not { } frequency)
            return pen.Ask(Ask.Frequency, "the rated frequency is not given", onSystem, ownVoltage);

        var (flux, limit) = (place.HighKilovolts / rated * (frequency / place.FrequencyHertz), practice[s_loaded]);
        var over = (flux - 1) * 100;
        return pen.FitsIf(
            flux <= limit,
            flux <= limit ? pen.Say($"flux is {flux:0.000} of rated, within {limit}")
                : flux <= practice[s_unloaded] ? pen.Say($"overfluxed by {over:0.0} %: within the limit without load, not under load")
                : pen.Say($"overfluxed by {over:0.0} %"),
            pen.BelowLimit(flux, limit),
            onSystem,
            ownVoltage,
            new(Numbers.SystemFrequency, place.FrequencyHertz, "Hz"),
            new(Numbers.RatedFrequency, frequency, "Hz"),
            new(Name, flux, ""),
            new(s_limit, limit, ""));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        [s_fluxPerKilovolt.AtMost(practice[s_loaded] * place.FrequencyHertz / place.HighKilovolts)];
}
