using Relight.Register;

namespace Relight.Matching.InstrumentTransformers;

/// <summary>An instrument transformer must have as many cores as the place connects, where it says how many.</summary>
public sealed class CoresRule() : ComparisonRule<InstrumentPlace, InstrumentTransformer>(
    560, s_cores, Sources.Practice, "", new(s_cores, unit => unit.Cores), new(new("cores wanted", "потрібно осердь", "القلوب المطلوبة"), place => place.Cores),
    Question.Donor("cores", "How many cores or secondary windings has it?", "Скільки в нього осердь або вторинних обмоток?", "كم عدد القلوب أو الملفات الثانوية؟"))
{
    private static readonly Phrase s_cores = new("cores", "осердя", "القلوب");
}
