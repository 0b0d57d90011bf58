using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The unit must carry the load; at reduced voltage with less power, in an emergency with more.</summary>
public sealed class TransformerPowerRule() : Rule<TransformerBay, PowerTransformer>("power", "IEC 60076-7")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        if ((unit.High.RatedMegavoltamperes ?? unit.Low.RatedMegavoltamperes) is not { } rated)
            return AskDonor("high.ratedMegavoltamperes", "What is the rated power, in MVA?", "the rated power is not given");
        var share = unit.High.RatedKilovolts > place.HighKilovolts ? place.HighKilovolts / unit.High.RatedKilovolts.Value : 1;
        var power = rated * share;
        List<Figure> figures = [new("rated power", rated, "MVA")];
        if (share < 1)
            figures.Add(new Figure("power at this voltage", power, "MVA"));
        if (place.LoadMegavoltamperes is not { } load)
            return AskOperator("loadMegavoltamperes", "What load is to be carried, in MVA?", "the load to be carried is not given", figures);

        figures.Add(new Figure("load", load, "MVA"));
        var margin = Margin.AboveLimit(power, load);
        if (power >= load)
            return Fits(FormattableString.Invariant($"{power:0.#} MVA for a load of {load:0.#} MVA"), margin, figures);
        var emergency = rated > 100 ? practice.EmergencyLargePercent : rated >= 10 ? practice.EmergencyMediumPercent : 100;
        figures.Add(new Figure("emergency loading", emergency, "%"));
        return load <= power * emergency / 100
            ? FitsWithWork(
                FormattableString.Invariant($"{power:0.#} MVA for a load of {load:0.#} MVA: emergency loading of {load / power * 100:0} %, up to {emergency} % over long"),
                ["agree on emergency loading with ageing, and watch temperatures"], margin, figures)
            : DoesNotFit(
                FormattableString.Invariant($"{power:0.#} MVA for a load of {load:0.#} MVA: {load / power * 100:0} %, over {emergency} %"), margin, figures);
    }
}
