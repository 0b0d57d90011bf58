using Relight.Grid;
using Relight.Plans;
using Relight.Restoration;

namespace Relight.Web.Plans;

/// <summary>What the pages of situation and plan are drawn from: the grid with its damage, the plan, and the plan to compare it with.</summary>
public sealed class PlanBoard
{
    private readonly Dictionary<int, BusPlace> _places;
    private readonly Dictionary<ElementId, string> _names;
    private readonly Dictionary<ElementId, int> _numbers;

    /// <summary>Puts together what belongs together.</summary>
    /// <param name="model">The network model, with places and names.</param>
    /// <param name="problem">The restoration problem on it.</param>
    /// <param name="hourZero">The instant that hours count from, UTC.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="listOrder">The same repairs in the order of the damage list; null where it is not kept.</param>
    public PlanBoard(GridModel model, RestorationProblem problem, DateTimeOffset hourZero, Plan plan, Plan? listOrder)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(plan);
        (Label, Places, Problem, HourZero, Plan, ListOrder) = (model.Label, model.Places, problem, hourZero, plan, listOrder);
        _places = model.Places.ToDictionary(place => place.Bus);
        _names = model.Names.ToDictionary(name => name.Element, name => name.Name);
        _numbers = plan.Repairs.Index().ToDictionary(pair => pair.Item.Element, pair => pair.Index + 1);
    }

    /// <summary>What must stand wherever the grid shows; null for nothing.</summary>
    public string? Label { get; }

    /// <summary>Where the buses are.</summary>
    public IReadOnlyList<BusPlace> Places { get; }

    /// <summary>The restoration problem as it was planned.</summary>
    public RestorationProblem Problem { get; }

    /// <summary>The instant that hours count from, UTC.</summary>
    public DateTimeOffset HourZero { get; }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>The same repairs in the order of the damage list; null where it is not kept.</summary>
    public Plan? ListOrder { get; }

    /// <summary>Whether every stage has been run in AC.</summary>
    public bool IsInAc => Plan.Curve.Count > 0 && Plan.Curve.All(stage => stage.Ac is not null);

    /// <summary>Hours that the curve covers.</summary>
    public double Horizon => Plan.Curve.Count > 0 ? Plan.Curve[^1].ToHours : 0;

    /// <summary>Repaired branches that stay open for a time, by their number, with the MW that closing them would cost at most.</summary>
    public IReadOnlyList<(ElementId Branch, double Megawatts)> LeftOpen =>
    [
        .. Plan.Curve.SelectMany(stage => stage.Open.Select((branch, k) => (Branch: branch, Cost: stage.ClosingCosts.ElementAtOrDefault(k))))
            .GroupBy(of => of.Branch, of => of.Cost).Select(of => (Branch: of.Key, Megawatts: of.Max())).OrderBy(of => NumberOf(of.Branch)),
    ];

    /// <summary>The board of a plan that the register keeps.</summary>
    public static PlanBoard Of(PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var scenario = reading.Scenario;
        return new PlanBoard(scenario.Model, scenario.Problem, scenario.Scenario.HourZero, reading.Best.Plan, reading.ListOrder?.Plan);
    }

    /// <summary>The stage at an hour; the last one after the horizon. Null where the plan has no stage.</summary>
    public CurveStage? StageAt(double hour) => Plan.Curve.FirstOrDefault(stage => hour < stage.ToHours) ?? Plan.Curve.LastOrDefault();

    /// <summary>How many repairs have ended by an hour.</summary>
    public int DoneBy(double hour) => Plan.Repairs.Count(repair => repair.End <= hour);

    /// <summary>Where the repair of an element stands in the plan, from 1: the number that map, chart and table give it; 0 where the plan does not repair it.</summary>
    public int NumberOf(ElementId element) => _numbers.GetValueOrDefault(element);

    /// <summary>The name of an element, for people; the element itself where it has none.</summary>
    public string NameOf(ElementId element) => _names.TryGetValue(element, out var name) ? name : element.ToString();

    /// <summary>The place of a bus; null where it is not known.</summary>
    public BusPlace? PlaceOf(int bus) => _places.GetValueOrDefault(bus);

    /// <summary>The bus that an element stands at: of a branch, the one at its from end.</summary>
    public Bus BusOf(ElementId element)
    {
        var network = Problem.Network;
        var bus = element.Kind switch
        {
            ElementKind.Bus => element.Number,
            ElementKind.Branch => network.Branches[element.Number - 1].From,
            _ => network.Generators[element.Number - 1].Bus,
        };
        return network.Buses[network.IndexOf(bus)];
    }

    /// <summary>The instant of an hour of the plan.</summary>
    public DateTimeOffset At(double hour) => HourZero.AddHours(hour);
}
