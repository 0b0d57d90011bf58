using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>A pump must move as much as is wanted.</summary>
public sealed class PumpFlowRule() : ComparisonRule<PumpPlace, Pump>(
    1110, s_flow, Sources.Practice, "m³/h", new(s_flow, unit => unit.CubicMetresPerHour), new(new("flow wanted", "потрібна подача", "التدفق المطلوب"), place => place.CubicMetresPerHour),
    Question.Donor("cubicMetresPerHour", "What is the rated flow, in m³ per hour?", "Яка номінальна подача, м³ на годину?", "ما التدفق المقنن بالمتر المكعب في الساعة؟"))
{
    private static readonly Phrase s_flow = new("flow", "подача", "التدفق");
}
