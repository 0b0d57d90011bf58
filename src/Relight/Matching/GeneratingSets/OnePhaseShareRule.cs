using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>
/// A set of three phases gives a third of its power in each: where a place has one phase, a larger load is spread over the
/// three, or its winding is connected for one.
/// </summary>
public sealed class OnePhaseShareRule() : Rule<FacilityPower, GeneratingSet>(735, new("power of one phase", "потужність однієї фази", "قدرة الطور الواحد"), new("derived: a third of the power in each phase", "виведено: третина потужності в кожній фазі", "مشتق: ثلث القدرة في كل طور"))
{
    private static readonly Phrase s_says = new("{0:0.#} kW in each phase for a load of {1:0.#} kW", "{0:0.#} кВт у кожній фазі на навантаження {1:0.#} кВт", "{0:0.#} كيلوواط في كل طور لحمل قدره {1:0.#} كيلوواط");
    private static readonly Phrase s_share = new("power of one phase", "потужність однієї фази", "قدرة الطور الواحد");

    private static readonly Column s_powerOfOne = Of("power of one phase of three", PowerOfOne);

    private static readonly Work s_work = new(
        new("spread the loads over the three phases, or connect the generator for one", "розподілити навантаження на три фази або перез’єднати генератор на одну", "توزيع الأحمال على الأطوار الثلاثة أو توصيل المولد لطور واحد"), 6, Skills.Generator);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, GeneratingSet unit, Practice practice, Pen pen)
    {
        if (place.ThreePhase || PowerOfOne(unit, practice) is not { } share)
            return null;
        Figure own = new(s_share, share, "kW"), wanted = new(Numbers.Load, place.LoadKilowatts, "kW");
        return share >= place.LoadKilowatts
            ? pen.Fits(pen.Say(s_says, share, place.LoadKilowatts), null, own, wanted)
            : pen.FitsWithWork(pen.Say(s_says, share, place.LoadKilowatts), null, s_work, own, wanted);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
        place.ThreePhase ? [] : [s_powerOfOne.AtLeast(place.LoadKilowatts) with { Outside = Verdict.FitsWithWork, Unknown = Verdict.Fits }];

    private static decimal? PowerOfOne(GeneratingSet unit, Practice practice) =>
        unit.ThreePhase == true ? StandbyPowerRule.DailyPowerOf(unit, practice) / 3 : null;
}
