using Relight.Matching;
using Relight.Matching.GeneratingSets;
using Relight.Register;

namespace Relight.Facilities;

/// <summary>
/// Whether a generating set can serve a facility: the rules for generating sets, asked for the typical load and, where that
/// does not do, for the essential one with the rest switched off; and what is not known of the facility itself.
/// </summary>
internal static class FacilityFit
{
    private static readonly Phrase s_load = new("load", "навантаження", "الحمل");
    private static readonly Phrase s_noLoad = new("no load of the facility is known", "навантаження об’єкта невідоме", "لا يُعرف أي حمل للمنشأة");

    private static readonly Phrase s_phasesUnknown = new(
        "whether the facility needs three phases is not known", "невідомо, чи потрібні об’єкту три фази", "لا يُعرف هل تحتاج المنشأة إلى ثلاثة أطوار");

    private static readonly Phrase s_voltsUnknown = new("the voltage of the facility is not known", "напруга об’єкта невідома", "جهد المنشأة غير معروف");
    private static readonly Phrase s_phases = new("phases of the facility", "фази об’єкта", "أطوار المنشأة");
    private static readonly Phrase s_volts = new("voltage of the facility", "напруга об’єкта", "جهد المنشأة");

    private static readonly Question s_askLoad = Question.Operator(
        "typicalKilowatts", "What load is to be carried, in kW?", "Яке навантаження треба нести, кВт?", "ما الحمل المطلوب تغذيته بالكيلوواط؟");

    private static readonly Question s_askPhases = Question.Operator(
        "threePhase", "Does the facility need three phases?", "Чи потрібні об’єкту три фази?", "هل تحتاج المنشأة إلى ثلاثة أطوار؟");

    private static readonly Work s_measure = new(
        new("measure the voltage there before the set is connected", "виміряти напругу на місці до підключення установки", "قياس الجهد هناك قبل توصيل المجموعة"), 0, null);

    /// <summary>The power of a set that counts, in kW, derated where its rating is standby; null where not known.</summary>
    public static decimal? PowerOf(GeneratingSet set, Practice practice) => StandbyPowerRule.DailyPowerOf(set, practice);

    /// <summary>The loads that a set may be asked to carry, the typical one first; a facility whose loads are not known has none.</summary>
    public static IEnumerable<decimal> LoadsOf(Facility facility) =>
        new[] { facility.TypicalKilowatts, facility.EssentialKilowatts }.OfType<decimal>().Distinct();

    /// <summary>The verdict and the load that the set is to carry: the first of the best verdict. Without words, for many pairs.</summary>
    public static (Verdict Verdict, decimal? Kilowatts) Weigh(Facility facility, Offer offer, decimal? hoursADay, Practice practice)
    {
        (Verdict Verdict, decimal? Kilowatts) best = (Verdict.CannotTellYet, null);
        foreach (var load in LoadsOf(facility))
        {
            var verdict = MatchOffers.Weigh(NeedOf(facility, load, hoursADay, offer), offer, practice).Verdict;
            foreach (var own in OwnVerdicts(facility, offer))
                verdict = own.Verdict > verdict ? own.Verdict : verdict;
            if (best.Kilowatts is null || verdict < best.Verdict)
                best = (verdict, load);
        }
        return best;
    }

    /// <summary>The same with what every rule says. The need of the match has the facility's id.</summary>
    public static Match Judge(Facility facility, Offer offer, decimal? hoursADay, Practice practice)
    {
        var own = OwnVerdicts(facility, offer).ToList();
        if (Weigh(facility, offer, hoursADay, practice).Kilowatts is not { } load)
            return new Match(new Id<Need>(facility.Id.Value), offer.Id,
            [
                new RuleVerdict(s_load, s_noLoad, Sources.Practice) { Verdict = Verdict.CannotTellYet, Figures = [], Questions = [s_askLoad] },
                .. own,
            ]);
        var match = MatchOffers.Judge(NeedOf(facility, load, hoursADay, offer), offer, practice);
        return match with { Rules = [.. match.Rules, .. own] };
    }

    /// <summary>
    /// The need that a facility makes, for one set. What is not known of the facility is given as the set has it, so that the rule
    /// is silent on it; it is told by a verdict of its own.
    /// </summary>
    internal static Need NeedOf(Facility facility, decimal load, decimal? hoursADay, Offer offer)
    {
        var set = offer.Specification as GeneratingSet;
        var isThree = facility.ThreePhase ?? (!(facility.Volts < Matching.Supply.BetweenPhases) && set?.ThreePhase == true);
        return new Need
        {
            Id = new Id<Need>(facility.Id.Value),
            Version = facility.Version,
            Title = facility.Title,
            Organisation = facility.Organisation,
            Priority = Priority.Critical,
            Units = 1,
            Requirement = new FacilityPower
            {
                Facility = facility.Kind,
                LoadKilowatts = load,
                HoursPerDay = hoursADay,
                ThreePhase = isThree,
                Volts = facility.Volts ?? Matching.Supply.VoltsAt(isThree, set?.Volts, set?.ThreePhase) ?? 400,
                Fuels = facility.Fuels,
            },
        };
    }

    /// <summary>What is not known of the facility and bears on any set.</summary>
    internal static IEnumerable<RuleVerdict> OwnVerdicts(Facility facility, Offer offer)
    {
        var set = offer.Specification as GeneratingSet;
        if (facility.ThreePhase is null && set?.ThreePhase != true)
            yield return new RuleVerdict(s_phases, s_phasesUnknown, Sources.Practice)
            {
                Verdict = Verdict.CannotTellYet,
                Figures = [],
                Questions = [s_askPhases],
            };
        if (facility.Volts is null)
            yield return new RuleVerdict(s_volts, s_voltsUnknown, Sources.Practice)
            {
                Verdict = Verdict.FitsWithWork,
                Figures = [],
                Work = [s_measure],
            };
    }
}
