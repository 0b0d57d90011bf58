using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// The core must not be driven into saturation: (U/Ur)·(fr/f) within 1.05 under load.
/// A 60 Hz unit on 50 Hz falls out here, for it carries 20 % more flux at its rated voltage.
/// </summary>
public sealed class OverfluxingRule() : Rule<TransformerBay, PowerTransformer>("overfluxing", "IEC 60076-1; IEEE tutorials on overexcitation")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        if (unit.High.RatedKilovolts is not { } rated)
            return AskDonor("high.ratedKilovolts", "What is the rated voltage of the upper side, in kV?", "the rated voltage of the upper side is not given");
        Figure[] voltages = [new("voltage of the system", place.HighKilovolts, "kV"), new("rated voltage", rated, "kV")];
        if (unit.FrequencyHertz is not { } frequency)
            return AskDonor("frequencyHertz", "What is the rated frequency, in Hz?", "the rated frequency is not given", voltages);

        var flux = place.HighKilovolts / rated * (frequency / place.FrequencyHertz);
        var margin = Margin.BelowLimit(flux, practice.OverfluxingLoaded);
        Figure[] figures =
        [
            .. voltages,
            new("frequency of the system", place.FrequencyHertz, "Hz"),
            new("rated frequency", frequency, "Hz"),
            new("overfluxing", flux, ""),
            new("limit under load", practice.OverfluxingLoaded, ""),
        ];
        if (flux <= practice.OverfluxingLoaded)
            return Fits(FormattableString.Invariant($"flux is {flux:0.000} of rated, within {practice.OverfluxingLoaded}"), margin, figures);
        var over = (flux - 1) * 100;
        return flux <= practice.OverfluxingUnloaded
            ? DoesNotFit(FormattableString.Invariant($"overfluxed by {over:0.0} %: within the limit without load, not under load"), margin, figures)
            : DoesNotFit(FormattableString.Invariant($"overfluxed by {over:0.0} %"), margin, figures);
    }
}
