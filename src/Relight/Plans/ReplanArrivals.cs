using Relight.Ledger;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>What became of planning anew as arrivals changed.</summary>
/// <param name="Scenario">The scenario of the plan that was there; null where there was none.</param>
/// <param name="Changes">The arrivals that changed.</param>
/// <param name="Replan">The new plan, with what became of each repair and why; null where nothing changed, or it was refused.</param>
/// <param name="Kept">Id of the new plan; null where none was kept.</param>
/// <param name="Refusals">Why it was refused.</param>
public sealed record ArrivalsReplanned(
    OpenScenario? Scenario, IReadOnlyList<ArrivalChange> Changes, Replan? Replan, Id<StoredPlan>? Kept, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Id of the plan that it began with; null where there was none.</summary>
    public Id<StoredPlan>? Before { get; init; }
}

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
        var proposed = await Propose(operation, nowHours, options, progress, stop);
        return proposed.Replan is null ? proposed : await Adopt(operation, proposed, by);
    }

    /// <summary>Plans anew and keeps nothing: whoever is responsible adopts the plan, or leaves it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="nowHours">Hour up to which the plan has been carried out.</param>
    /// <param name="options">How long to look, and how.</param>
    /// <param name="progress">Is told how the search goes.</param>
    /// <param name="stop">Ends the search; the best plan so far is given, marked as interrupted.</param>
    public async Task<ArrivalsReplanned> Propose(
        Id<Operation> operation, double nowHours, PlannerOptions options, IProgress<PlanProgress>? progress = null, CancellationToken stop = default)
    {
        await using var db = database.Open();
        if (await ReadPlan.Latest(db, operation, CancellationToken.None) is not { } reading)
            return new ArrivalsReplanned(null, [], null, null, [new Refusal("plan", null, "there is no plan of this operation yet")]);
        if (!(nowHours >= 0 && double.IsFinite(nowHours)))
            return new ArrivalsReplanned(reading.Scenario, [], null, null, [new Refusal("nowHours", FormattableString.Invariant($"{nowHours}"), "must be 0 or more")]);
        var changes = await ArrivalChange.Read(db, operation, reading.Scenario.Scenario, CancellationToken.None);
        if (changes.Count == 0)
            return new ArrivalsReplanned(reading.Scenario, [], null, null, []);
        var repairs = reading.Scenario.Problem.Repairs.ToDictionary(repair => repair.Element);
        var replan = Replan.Run(
            reading.Scenario.Problem,
            reading.Best.Plan,
            new Changes { NowHours = nowHours, Repairs = [.. changes.GroupBy(change => change.Unit.Element).Select(of => Latest(of, repairs[of.Key]))] },
            options, progress, stop);
        return new ArrivalsReplanned(reading.Scenario, changes, replan, null, []) { Before = reading.Best.Stored.Id };
    }

    /// <summary>Keeps a plan that was proposed; refused where another plan was kept since.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="proposed">What <see cref="Propose"/> gave.</param>
    /// <param name="by">Who adopts it.</param>
    /// <exception cref="ArgumentException">It has no plan.</exception>
    public async Task<ArrivalsReplanned> Adopt(Id<Operation> operation, ArrivalsReplanned proposed, string by)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        if (proposed is not { Scenario: { } before, Replan: { } replan })
            throw new ArgumentException("there is no plan to adopt", nameof(proposed));
        await using var db = database.Open();
        if (await ReadPlan.LatestId(db, operation, CancellationToken.None) != proposed.Before)
            return proposed with { Refusals = [new Refusal("plan", $"{proposed.Before}", "another plan was kept since: plan anew from that one")] };
        var (kept, refusals) = await KeepPlan(operation, before, proposed.Changes, replan, by);
        return proposed with { Kept = kept, Refusals = refusals };
    }

    /// <summary>Keeps what <see cref="Propose"/> gave for whoever decides, in place of what was proposed before; gives why it is refused, nothing where it is kept.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="proposed">What it gave; with a plan.</param>
    /// <param name="by">Who had it made.</param>
    public async Task<IReadOnlyList<Refusal>> Keep(Id<Operation> operation, ArrivalsReplanned proposed, string by) =>
        (await _commands.Run(new ProposeReplan(ReplanProposal.Of(proposed, time)), new Envelope(Id<Envelope>.New(time).Value, operation, by), CancellationToken.None)).Refusals;

    /// <summary>Adopts what is kept as proposed, or leaves it; gives why that is refused.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="adopt">Whether it is adopted.</param>
    /// <param name="by">Who decides.</param>
    public async Task<IReadOnlyList<Refusal>> Settle(Id<Operation> operation, bool adopt, string by)
    {
        await using var db = database.Open();
        if (await ReplanProposal.Latest(db, operation, CancellationToken.None) is not { } proposed)
            return [new Refusal("plan", null, "is not here any more: plan anew")];
        var adopted = adopt ? await Adopt(operation, proposed.Found, by) : proposed.Found;
        if (adopted.Refusals.Count > 0)
            return adopted.Refusals;
        var settle = new SettleReplan(proposed.Id, adopted.Kept);
        return (await _commands.Run(settle, new Envelope(Id<Envelope>.New(time).Value, operation, by), CancellationToken.None)).Refusals;
    }

    private static RepairChange Latest(IEnumerable<ArrivalChange> changes, Repair repair) =>
        changes.Select(change => change.ForPlanner(repair)).MaxBy(change => change.AvailableFrom)!;

    private async Task<(Id<StoredPlan>? Kept, IReadOnlyList<Refusal> Refusals)> KeepPlan(
        Id<Operation> operation, OpenScenario before, IReadOnlyList<ArrivalChange> changes, Replan replan, string by)
    {
        var left = replan.Problem.Repairs.Select(repair => repair.Element).ToHashSet();
        var hours = changes.ToDictionary(change => (change.Unit.Need, change.Unit.Offer), change => change.Hour);
        var scenario = before.Scenario with
        {
            Id = Id<Scenario>.New(time),
            EnteredAt = null,
            Of = before.Scenario.Origin,
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
