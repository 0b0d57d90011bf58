using Relight.Grid.Import;
using Relight.Ledger;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>A grid as its operator has it in files: a scenario with its network, and what else is known of the buses.</summary>
public sealed record GridEntry
{
    /// <summary>What is damaged, who repairs it, and the network.</summary>
    public required RestorationProblem Problem { get; init; }

    /// <summary>Where its buses are, as a <see cref="BusPlaceTable"/> has them; empty where that is not known.</summary>
    public IReadOnlyList<BusPlace> Places { get; init; } = [];

    /// <summary>The area of every bus that the table gives none for; null where that is not known.</summary>
    public AreaCode? Area { get; init; }

    /// <summary>What must stand wherever the grid shows; null for nothing.</summary>
    public string? Label { get; init; }

    /// <summary>The instant that hours of the scenario count from, UTC; null for the present hour.</summary>
    public DateTimeOffset? HourZero { get; init; }
}

/// <summary>What became of entering a grid.</summary>
/// <param name="Scenario">The scenario as it stands now.</param>
/// <param name="IsNewNetwork">Whether the network was entered; false where the one that was entered last is the same.</param>
/// <param name="IsNewScenario">The same of the scenario.</param>
/// <param name="Ties">Needs and facilities that do not find their part of the grid in it.</param>
/// <param name="InForce">The plan that pages go on to show; null where there is none.</param>
/// <param name="Refusals">Why it was refused; then nothing was entered.</param>
public sealed record GridEntered(
    Scenario Scenario, bool IsNewNetwork, bool IsNewScenario, IReadOnlyList<LooseTie> Ties, PlanInForce? InForce, IReadOnlyList<Refusal> Refusals);

/// <summary>The plan of an operation that its pages show.</summary>
/// <param name="Name">Name of the plan.</param>
/// <param name="At">When it was kept, UTC.</param>
/// <param name="IsOfScenario">Whether it is of the scenario that was entered last.</param>
public sealed record PlanInForce(string Name, DateTimeOffset At, bool IsOfScenario);

/// <summary>
/// Enters a grid into an operation: its network and scenario, each where it is another than the one that was entered last. Nothing
/// that stands is changed: the plan in force stays in force until one is made of the new scenario, and needs keep the parts of the
/// grid that they name; those that do not find them are told.
/// </summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
public sealed class EnterGrid(Database database, TimeProvider time)
{
    private readonly Commands _commands = new(database, time);

    /// <summary>Enters it, or tells everything that stands in the way.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="opens">Whether it is to be opened first.</param>
    /// <param name="entry">The grid.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="dryRun">Whether to tell everything and enter nothing.</param>
    /// <param name="cancel">Ends it before anything is entered.</param>
    public async Task<GridEntered> Run(
        Operation operation, bool opens, GridEntry entry, string by, bool dryRun = false, CancellationToken cancel = default)
    {
        await using var db = database.Open();
        var before = await EnteredScenario.Latest(db, operation.Id, cancel) is { } last ? await ReadScenario.Run(db, operation.Id, last.Id, cancel) : null;
        var (model, isNewNetwork) = Latest(before?.Model, ModelOf(entry));
        var (scenario, isNewScenario) = ScenarioOf(entry, model, isNewNetwork ? null : before?.Scenario);
        var plan = await ReadPlan.Latest(db, operation.Id, cancel);
        var entered = new GridEntered(
            scenario, isNewNetwork, isNewScenario,
            await GridTies.Read(db, operation.Id, before?.Problem.Network, entry.Problem, cancel),
            plan is null ? null : new PlanInForce(plan.Best.Stored.Name, plan.Best.At, plan.Scenario.Scenario.Origin == scenario.Id),
            Refusals(operation, opens, model, isNewNetwork, scenario, isNewScenario));
        if (dryRun || entered.Refusals.Count > 0)
            return entered;
        cancel.ThrowIfCancellationRequested();
        ICommand[] commands =
        [
            .. opens ? [new OpenOperation(operation)] : Array.Empty<ICommand>(),
            .. isNewNetwork ? [new StoreNetwork(model)] : Array.Empty<ICommand>(),
            .. isNewScenario ? [new StoreScenario(scenario)] : Array.Empty<ICommand>(),
        ];
        foreach (var command in commands)
        {
            var outcome = await _commands.Run(command, new Envelope(Id<Envelope>.New(time).Value, operation.Id, by), CancellationToken.None);
            if (!outcome.Done)
                return entered with { Refusals = outcome.Refusals };
        }
        return entered;
    }

    // The rules of all commands, before the first of them is carried out: nothing is entered by halves.
    private List<Refusal> Refusals(Operation operation, bool opens, GridModel model, bool isNewNetwork, Scenario scenario, bool isNewScenario)
    {
        var decisions = new List<Decision>();
        if (opens)
            decisions.Add(OpenOperation.Decide(false, new OpenOperation(operation), new Moment(operation.Id, "", time.GetUtcNow())));
        if (isNewNetwork)
            decisions.Add(StoreNetwork.Decide(false, new StoreNetwork(model)));
        if (isNewScenario)
            decisions.Add(StoreScenario.Decide(new StoreScenario.State(false, model), new StoreScenario(scenario)));
        return [.. decisions.OfType<Decision.Refused>().SelectMany(refused => refused.Refusals)];
    }

    private static (GridModel Model, bool IsNew) Latest(GridModel? before, GridModel now) =>
        before is not null && LedgerJson.Write(now with { Id = before.Id }) == LedgerJson.Write(before) ? (before, false) : (now, true);

    private (Scenario Scenario, bool IsNew) ScenarioOf(GridEntry entry, GridModel model, Scenario? before)
    {
        var now = time.GetUtcNow();
        var json = ScenarioWriter.Write(entry.Problem, "network.m");
        if (before is not null && before.Json == json && (entry.HourZero is null || entry.HourZero == before.HourZero))
            return (before, false);
        return (new Scenario
        {
            Id = Id<Scenario>.New(time),
            Model = model.Id,
            Name = entry.Problem.Name,
            HourZero = entry.HourZero ?? new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero),
            Json = json,
            EnteredAt = now,
        }, true);
    }

    private GridModel ModelOf(GridEntry entry)
    {
        var network = entry.Problem.Network;
        using var text = new StringWriter();
        MatpowerWriter.Write(network, text);
        var given = entry.Places.ToDictionary(place => place.Bus);
        var people = entry.Problem.People.GroupBy(of => of.Bus).ToDictionary(of => of.Key, of => of.Sum(bus => bus.People));
        // Every bus has its row, so that facilities and reports find its area and people though no map shows it.
        BusPlace[] places =
        [
            .. network.Buses.Select(bus => given.GetValueOrDefault(bus.Id) ?? new BusPlace(bus.Id, GridNames.OfBus(network, bus.Id), null, null, null, 0))
                .Select(place => place with
                {
                    Oblast = place.Oblast ?? entry.Area,
                    People = place.People > 0 ? place.People : (int)Math.Min(int.MaxValue, Math.Round(people.GetValueOrDefault(place.Bus))),
                }),
        ];
        return new GridModel
        {
            Id = Id<GridModel>.New(time),
            Name = network.Name,
            Label = entry.Label,
            Case = text.ToString(),
            Places = places,
            Names = GridNames.Of(network, places.ToDictionary(place => place.Bus, place => place.Name)),
        };
    }
}
