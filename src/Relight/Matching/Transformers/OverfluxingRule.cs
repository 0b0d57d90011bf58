using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// The core must not be driven into saturation: (U/Ur)·(fr/f) within 1.05 under load.
/// A 60 Hz unit on 50 Hz falls out here, for it carries 20 % more flux at its rated voltage.
/// </summary>
public sealed class OverfluxingRule() : Rule<TransformerBay, PowerTransformer>(
    120, new("overfluxing", "перезбудження", "زيادة الفيض"), new(
        "IEC 60076-1; IEEE tutorials on overexcitation",
        "IEC 60076-1; посібники IEEE про перезбудження",
        "IEC 60076-1؛ دروس IEEE عن زيادة الإثارة"))
{
    private static readonly Phrase s_within = new("flux is {0:0.000} of rated, within {1}", "магнітний потік {0:0.000} від номінального, у межах {1}", "الفيض {0:0.000} من المقنن، ضمن {1}");
    private static readonly Phrase s_unloadedOnly = new(
        "overfluxed by {0:0.0} %: within the limit without load, not under load",
        "перезбудження на {0:0.0} %: у межах без навантаження, але не під ним",
        "زيادة الفيض {0:0.0} %: ضمن الحد بلا حمل لا تحت الحمل");

    private static readonly Phrase s_over = new("overfluxed by {0:0.0} %", "перезбудження на {0:0.0} %", "زيادة الفيض {0:0.0} %");

    private static readonly Limit s_loaded = new("overfluxing under load", 1.05m, "", "IEC 60076-1");
    private static readonly Limit s_unloaded = new("overfluxing without load", 1.10m, "", "IEC 60076-1");
    private static readonly Phrase s_limit = new("limit under load", "межа під навантаженням", "الحد تحت الحمل");
    private static readonly Column s_fluxPerKilovolt = Of("rated frequency by rated voltage", unit => unit.FrequencyHertz / unit.High.RatedKilovolts);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (unit.High.RatedKilovolts is not { } rated)
            return pen.Ask(Ask.HighKilovolts, NotGiven.HighKilovolts).And(unit.FrequencyHertz is null, Ask.Frequency);
        var (onSystem, ownVoltage) = (new Figure(Numbers.SystemVoltage, place.HighKilovolts, "kV"), new Figure(Numbers.RatedVoltage, rated, "kV"));
        if (unit.FrequencyHertz is not { } frequency)
            return pen.Ask(Ask.Frequency, NotGiven.Frequency, onSystem, ownVoltage);

        var (flux, limit) = (place.HighKilovolts / rated * (frequency / place.FrequencyHertz), practice[s_loaded]);
        var over = (flux - 1) * 100;
        return pen.FitsIf(
            flux <= limit,
            flux <= limit ? pen.Say(s_within, flux, limit)
                : flux <= practice[s_unloaded] ? pen.Say(s_unloadedOnly, over)
                : pen.Say(s_over, over),
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
