using Relight.Register;

namespace Relight.Matching.Batteries;

/// <summary>A battery must last for the hours a day without grid; it is charged again in the others. Where nobody has said how many, it cannot be told.</summary>
public sealed class BatteryEnergyRule() : ComparisonRule<FacilityPower, Battery>(
    820, s_energy, new("derived: load times hours a day", "виведено: навантаження на години доби", "مشتق: الحمل في ساعات اليوم"), "kWh",
    new(s_energy, unit => unit.KilowattHours), new(s_day, place => place.LoadKilowatts * place.HoursPerDay),
    Question.Donor("kilowattHours", "How much energy can be taken from it, in kWh?", "Скільки енергії можна з неї взяти, кВт·год?", "كم الطاقة التي يمكن أخذها منها بالكيلوواط ساعة؟"),
    askPlace: Question.Operator("hoursPerDay", "For how many hours a day is the load to be carried?", "Скільки годин на добу треба нести навантаження?", "كم ساعة في اليوم يلزم تغذية الحمل؟"))
{
    private static readonly Phrase s_energy = new("energy", "енергія", "الطاقة");
    private static readonly Phrase s_day = new("energy of a day", "енергія на добу", "طاقة اليوم");
}
