using Relight.Ledger;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>A unit that a plan reckons with and that is there at another hour than it takes for granted.</summary>
/// <param name="Unit">The unit as the plan has it.</param>
/// <param name="Hour">Hour at which it is there as things are, on the clock of the plan; null where it was withdrawn, or nobody knows any more.</param>
public sealed record ArrivalChange(UnitArrival Unit, double? Hour)
{
    /// <summary>What has changed since a plan was made, in the order of the plan's units.</summary>
    public static IReadOnlyList<ArrivalChange> Of(Scenario scenario, IReadOnlyList<Offer> offers)
    {
        var byId = offers.ToDictionary(offer => offer.Id);
        return
        [
            .. scenario.Units
                .Select(unit => new ArrivalChange(unit, byId.TryGetValue(unit.Offer, out var offer) ? UnitArrivals.HourOf(scenario.HourZero, offer) : null))
                .Where(change => change.Hour != change.Unit.Hour),
        ];
    }

    /// <summary>The same for the planner; a unit that does not come makes its repair wait for what it would wait for without one.</summary>
    internal RepairChange ForPlanner(Repair repair) => new(Unit.Element)
    {
        AvailableFrom = Hour ?? Unit.Without ?? repair.AvailableFrom,
        Hours = Hour is null ? repair.Hours - Unit.WorkHours : null,
    };
}

/// <summary>What became of planning anew as arrivals changed.</summary>
/// <param name="Scenario">The scenario of the plan that was there; null where there was none.</param>
/// <param name="Changes">The arrivals that changed.</param>
/// <param name="Replan">The new plan, with what became of each repair and why; null where nothing changed, or it was refused.</param>
/// <param name="Kept">Id of the new plan; null where none was kept.</param>
/// <param name="Refusals">Why it was refused.</param>
public sealed record ArrivalsReplanned(
    OpenScenario? Scenario, IReadOnlyList<ArrivalChange> Changes, Replan? Replan, Id<StoredPlan>? Kept, IReadOnlyList<Refusal> Refusals);

/// <summary>Plans anew where units that the latest plan reckons with are there at other hours than it takes for granted.</summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
public sealed class ReplanArrivals(Database database, TimeProvider time)
{
    /// <summary>Name of the plan that it keeps.</summary>
    public const string Name = "Planned anew as arrivals changed";

    private readonly Commands _commands = new(database, time);

    /// <summary>Plans anew and keeps the plan of what is left.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="nowHours">Hour up to which the plan has been carried out.</param>
    /// <param name="options">How long to look, and how.</param>
    /// <param name="by">Who plans.</param>
    /// <param name="progress">Is told how the search goes.</param>
    /// <param name="stop">Ends the search; the best plan so far is kept, marked as interrupted.</param>
    public async Task<ArrivalsReplanned> Run(
        Id<Operation> operation, double nowHours, PlannerOptions options, string by, IProgress<PlanProgress>? progress = null, CancellationToken stop = default)
    {
        await using var db = database.Open();
        if (await ReadPlan.Latest(db, operation, CancellationToken.None) is not { } reading)
            return new ArrivalsReplanned(null, [], null, null, [new Refusal("plan", null, "there is no plan of this operation yet")]);
        if (!(nowHours >= 0 && double.IsFinite(nowHours)))
            return new ArrivalsReplanned(reading.Scenario, [], null, null, [new Refusal("nowHours", $"{nowHours}", "must be 0 or more")]);
        var supply = await SupplyOfNeeds.Load(db, operation, time.GetUtcNow(), CancellationToken.None);
        var changes = ArrivalChange.Of(reading.Scenario.Scenario, supply.Offers);
        if (changes.Count == 0)
            return new ArrivalsReplanned(reading.Scenario, [], null, null, []);
        var repairs = reading.Scenario.Problem.Repairs.ToDictionary(repair => repair.Element);
        var replan = Replan.Run(
            reading.Scenario.Problem,
            reading.Best.Plan,
            new Changes { NowHours = nowHours, Repairs = [.. changes.GroupBy(change => change.Unit.Element).Select(of => Latest(of, repairs[of.Key]))] },
            options, progress, stop);
        var (kept, refusals) = await Keep(operation, reading.Scenario, changes, replan, by);
        return new ArrivalsReplanned(reading.Scenario, changes, replan, kept, refusals);
    }

    private static RepairChange Latest(IEnumerable<ArrivalChange> changes, Repair repair) =>
        changes.Select(change => change.ForPlanner(repair)).MaxBy(change => change.AvailableFrom)!;

    private async Task<(Id<StoredPlan>? Kept, IReadOnlyList<Refusal> Refusals)> Keep(
        Id<Operation> operation, OpenScenario before, IReadOnlyList<ArrivalChange> changes, Replan replan, string by)
    {
        var left = replan.Problem.Repairs.Select(repair => repair.Element).ToHashSet();
        var hours = changes.ToDictionary(change => (change.Unit.Need, change.Unit.Offer), change => change.Hour);
        var scenario = before.Scenario with
        {
            Id = Id<Scenario>.New(time),
            Name = "What is left, with the arrivals as they are known now",
            HourZero = before.Scenario.HourZero.AddHours(replan.NowHours),
            Json = ScenarioWriter.Write(replan.Problem, "network.m"),
            Units =
            [
                .. before.Scenario.Units.Where(unit => left.Contains(unit.Element))
                    .Select(unit => (Unit: unit, Hour: hours.TryGetValue((unit.Need, unit.Offer), out var now) ? now : unit.Hour))
                    .Where(unit => unit.Hour is not null)
                    .Select(unit => unit.Unit with
                    {
                        Hour = Math.Max(0, unit.Hour!.Value - replan.NowHours),
                        Without = unit.Unit.Without is { } without ? Math.Max(0, without - replan.NowHours) : null,
                    }),
            ],
        };
        var planned = before with { Scenario = scenario, Problem = replan.Problem };
        var stored = MakePlan.StoredOf(planned, replan.Plan, Name, time);
        ICommand[] commands = [new StoreScenario(scenario), MakePlan.CheckedPlan(planned, replan.Plan, stored)];
        foreach (var command in commands)
        {
            var outcome = await _commands.Run(command, new Envelope(Id<Envelope>.New(time).Value, operation, by), CancellationToken.None);
            if (!outcome.Done)
                return (null, outcome.Refusals);
        }
        return (stored.Id, []);
    }
}
