using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>A pump must lift as high as is wanted, where the place says how high.</summary>
public sealed class PumpHeadRule() : ComparisonRule<PumpPlace, Pump>(
    1120, s_head, Sources.Practice, "m", new(s_head, unit => unit.HeadMetres), new(new("head wanted", "потрібний напір", "الرفع المطلوب"), place => place.HeadMetres),
    Question.Donor("headMetres", "What is the head at the rated flow, in m?", "Який напір за номінальної подачі, м?", "ما الرفع عند التدفق المقنن بالمتر؟"))
{
    private static readonly Phrase s_head = new("head", "напір", "الرفع");
}
