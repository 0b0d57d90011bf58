using Relight.Register;
using Relight.Restoration;

namespace Relight.Plans;

/// <summary>What was found of the equipment that repairs wait for.</summary>
/// <param name="Values">The repairs that wait for equipment, in the order of the damage list.</param>
/// <param name="Plan">The best plan known after it: the present one, or a better one that was found on the way.</param>
/// <param name="Interrupted">Whether it was stopped before all had their share.</param>
public sealed record NeedsValued(IReadOnlyList<NeedValue> Values, Plan Plan, bool Interrupted);

/// <summary>Finds by planning anew what the equipment that repairs wait for is worth, by the hour at which it is ready.</summary>
public static class NeedValuation
{
    /// <summary>Hours of a week.</summary>
    public const double HoursOfWeek = 168;

    /// <summary>Most hours that are looked at for one need beside those that every need is looked at for; between them values lie on straight lines.</summary>
    public const int MostHours = 6;

    /// <summary>
    /// Values each repair that waits for equipment at once, a week sooner than the plan has it, without a given unit, and at
    /// the hours at which units that fit its need could be ready.
    /// </summary>
    /// <param name="scenario">The scenario, with the units that it reckons with.</param>
    /// <param name="plan">The present plan of it.</param>
    /// <param name="needs">The needs of the register.</param>
    /// <param name="candidates">Units that could serve them, whoever gets them.</param>
    /// <param name="notBefore">Hours before which no further unit serves a need: it waits for the rest of what is there for it. Needs without any are left out.</param>
    /// <param name="options">The budget for all together.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancel">Ends it; what was found so far is given.</param>
    public static NeedsValued Of(
        OpenScenario scenario,
        Plan plan,
        IReadOnlyList<Need> needs,
        IReadOnlyList<UnitArrival> candidates,
        IReadOnlyDictionary<Id<Need>, double> notBefore,
        PlannerOptions options,
        IProgress<PlanProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var byElement = needs.Where(need => need.Site?.Exact.Element is not null).ToLookup(need => need.Site!.Exact.Element!.Value);
        var waiting = scenario.Problem.Repairs
            .SelectMany(repair => byElement[repair.Element].Select(need => (Id<Need>?)need.Id).DefaultIfEmpty().Select(need => Waiting.Of(scenario, repair, need, candidates, need is { } id ? notBefore.GetValueOrDefault(id) : 0)))
            .Where(repair => repair.Looks.Count > 0)
            .ToList();
        var found = ValueOfOneMore.Of(scenario.Problem, plan, [.. waiting.SelectMany(repair => repair.Questions)], options, progress, cancel);
        var saved = found.Values.ToLookup(value => value.Question.Element);
        return new NeedsValued([.. waiting.Select(repair => repair.With([.. saved[repair.Repair.Element]]))], found.Plan, found.Interrupted);
    }

    /// <summary>When a unit could be there, and the hours of work that it would make.</summary>
    private readonly record struct Look(double Hour, double Work)
    {
        public double Ready => Hour + Work;
    }

    /// <summary>A repair that waits for equipment, with what is looked at beside the present.</summary>
    private sealed record Waiting(Id<Need>? Need, Repair Repair, double Work, double Without, IReadOnlyList<Look> Looks)
    {
        private double Present => Repair.AvailableFrom + Work;

        public IEnumerable<OneMoreQuestion> Questions => Looks.OrderByDescending(look => look.Ready).Select(look =>
            new OneMoreQuestion(OneMoreKind.UnitAtHour, Repair.Element, look.Hour, Repair.AvailableFrom, []) { RepairHours = Repair.Hours - Work + look.Work });

        public static Waiting Of(OpenScenario scenario, Repair repair, Id<Need>? need, IReadOnlyList<UnitArrival> candidates, double notBefore)
        {
            var units = scenario.Scenario.Units.Where(unit => unit.Element == repair.Element).ToList();
            var work = units.Sum(unit => unit.WorkHours);
            var without = units.Max(unit => unit.Without) ?? repair.AvailableFrom;
            if (need is null && repair.AvailableFrom <= 0)
                return new Waiting(need, repair, work, without, []);
            var own = candidates.Where(unit => need is not null && unit.Need == need)
                .Select(unit => new Look(unit.Hour, unit.WorkHours)).Distinct().OrderBy(look => look.Ready).ToList();
            Look[] always = [new(notBefore, 0), new(Math.Max(notBefore, repair.AvailableFrom - HoursOfWeek), work), new(without, 0)];
            var present = repair.AvailableFrom + work;
            return new Waiting(need, repair, work, without, [.. always.Concat(Spread(own)).DistinctBy(look => look.Ready).Where(look => look.Ready != present)]);
        }

        public NeedValue With(IReadOnlyList<OneMoreValue> saved)
        {
            var points = Looks.Select(look => (look.Ready, Value: saved.FirstOrDefault(value =>
                    value.Question.Hour == look.Hour && value.Question.RepairHours == Repair.Hours - Work + look.Work)))
                .Where(found => found.Value is not null)
                .Select(found => new ValueAtHour(found.Ready, found.Value!.SavedMegawattHours, found.Value.SavedWeightedMegawattHours, found.Value.SavedPeopleHours))
                .Append(new ValueAtHour(Present, 0, 0, 0))
                .OrderBy(point => point.ReadyHour);
            return new NeedValue(Need, Repair.Element, Present, Without, [.. points]);
        }

        // First and last, and as many between them as may be.
        private static IEnumerable<Look> Spread(List<Look> looks) => looks.Count <= MostHours
            ? looks
            : Enumerable.Range(0, MostHours).Select(i => looks[i * (looks.Count - 1) / (MostHours - 1)]);
    }
}
