using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>A set that stands in for the grid needs a transfer switch, so that it never feeds back into it.</summary>
public sealed class TransferSwitchRule() : Rule<FacilityPower, GeneratingSet>(760, new("transfer switch", "перемикач живлення", "مفتاح التحويل"), Sources.Practice)
{
    private static readonly Phrase s_comes = new("a transfer switch comes with it", "перемикач живлення є в комплекті", "يأتي معه مفتاح تحويل");
    private static readonly Phrase s_unknown = new("whether a transfer switch comes with it is not known", "невідомо, чи є перемикач живлення", "لا يُعرف هل يأتي معه مفتاح تحويل");
    private static readonly Phrase s_none = new("no transfer switch comes with it", "перемикача живлення немає", "لا يأتي معه مفتاح تحويل");

    private static readonly Column s_switch = Of("transfer switch", unit => unit.TransferSwitch == true ? 1 : 0);

    private static readonly Work s_work = new(new("install a transfer switch", "встановити перемикач живлення", "تركيب مفتاح تحويل"), 8, Skills.Generator);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, GeneratingSet unit, Practice practice, Pen pen) => unit.TransferSwitch == true
        ? pen.Fits(s_comes)
        : pen.FitsWithWork(unit.TransferSwitch is null ? s_unknown : s_none, null, s_work);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
        [s_switch.Equal(1) with { Outside = Verdict.FitsWithWork }];
}
