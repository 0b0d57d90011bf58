namespace Relight.Grid.Flow;

/// <summary>How the power flow of an island ended.</summary>
public enum IslandOutcome
{
    /// <summary>Voltages were found at which every bus is in balance.</summary>
    Converged,

    /// <summary>No such voltages were found: the state cannot be run so, or not far from that.</summary>
    DoesNotConverge,

    /// <summary>No generator is in service; its buses are without voltage.</summary>
    NoSource,
}

/// <summary>The voltage of a bus.</summary>
/// <param name="Magnitude">In p.u.; 0 where the bus is without voltage, NaN where none was found.</param>
/// <param name="AngleDegrees">In degrees against the reference of its island.</param>
public readonly record struct BusVoltage(double Magnitude, double AngleDegrees);

/// <summary>What a generator gives.</summary>
/// <param name="Megawatts">Active power.</param>
/// <param name="Megavars">Reactive power; generators at one bus share it in proportion to their ranges.</param>
public readonly record struct GeneratorOutput(double Megawatts, double Megavars);

/// <summary>Power that enters a branch at its two ends.</summary>
/// <param name="FromMegawatts">Active power in at the from end.</param>
/// <param name="FromMegavars">Reactive power in at the from end.</param>
/// <param name="ToMegawatts">Active power in at the to end.</param>
/// <param name="ToMegavars">Reactive power in at the to end.</param>
public readonly record struct BranchFlow(double FromMegawatts, double FromMegavars, double ToMegawatts, double ToMegavars)
{
    /// <summary>The larger apparent power of the two ends in MVA.</summary>
    public double MegavoltAmperes => Math.Max(double.Hypot(FromMegawatts, FromMegavars), double.Hypot(ToMegawatts, ToMegavars));

    /// <summary>Active power lost in the branch in MW.</summary>
    public double LossMegawatts => FromMegawatts + ToMegawatts;
}

/// <summary>The power flow of one island.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="ReferenceBus">Number of the bus that holds the angle; null where there is no source.</param>
/// <param name="Iterations">Newton iterations, those after reactive limits included.</param>
/// <param name="MismatchMegavoltAmperes">Largest remaining mismatch of a bus.</param>
/// <param name="LoadMegawatts">Active load served as the dispatch has it.</param>
/// <param name="LossMegawatts">Loss in branches and shunts; 0 where it did not converge.</param>
public readonly record struct IslandFlow(
    IslandOutcome Outcome, int? ReferenceBus, int Iterations, double MismatchMegavoltAmperes, double LoadMegawatts, double LossMegawatts);

/// <summary>
/// The result of an AC power flow. Lists stand in the order of the network; what is out, without voltage or did not
/// converge has zeros in flows and outputs.
/// </summary>
public sealed record AcFlowResult
{
    internal AcFlowResult(AcNewton newton) => Newton = newton;

    /// <summary>The grid state that was solved.</summary>
    public required GridState State { get; init; }

    /// <summary>Its islands.</summary>
    public required Islands Islands { get; init; }

    /// <summary>How each island ended.</summary>
    public required IReadOnlyList<IslandFlow> IslandFlows { get; init; }

    /// <summary>Voltage of each bus.</summary>
    public required IReadOnlyList<BusVoltage> Voltages { get; init; }

    /// <summary>Output of each generator.</summary>
    public required IReadOnlyList<GeneratorOutput> Generators { get; init; }

    /// <summary>Flow of each branch.</summary>
    public required IReadOnlyList<BranchFlow> Branches { get; init; }

    /// <summary>Everything that is outside its limits, islands that do not converge first.</summary>
    public required IReadOnlyList<FlowViolation> Violations { get; init; }

    /// <summary>The solver where it ended: for sensitivities, and to start from.</summary>
    internal AcNewton Newton { get; }

    /// <summary>Limit of reactive power at which the generators of each bus are held: 1 the highest, −1 the least, 0 none.</summary>
    public required IReadOnlyList<int> HeldAt { get; init; }

    /// <summary>This result with each island as another result of the same state has it.</summary>
    /// <param name="resultOf">The result to take an island from.</param>
    public AcFlowResult Join(Func<int, AcFlowResult> resultOf)
    {
        var network = State.Network;
        AcFlowResult[] results = [.. Enumerable.Range(0, IslandFlows.Count).Select(resultOf)];
        AcFlowResult Of(int bus) => Islands.Of(bus) is not Islands.None and var island ? results[island] : this;
        AcFlowResult OfBus(int busId) => Of(network.IndexOf(busId));
        int BusOf(ElementId element) => element.Kind switch
        {
            ElementKind.Bus => element.Number,
            ElementKind.Branch => network.Branches[element.Number - 1].From,
            _ => network.Generators[element.Number - 1].Bus,
        };
        return this with
        {
            IslandFlows = [.. results.Select((result, island) => result.IslandFlows[island])],
            Voltages = [.. Voltages.Select((_, bus) => Of(bus).Voltages[bus])],
            HeldAt = [.. HeldAt.Select((_, bus) => Of(bus).HeldAt[bus])],
            Generators = [.. network.Generators.Select(generator => OfBus(generator.Bus).Generators[generator.Row - 1])],
            Branches = [.. network.Branches.Select(branch => OfBus(branch.From).Branches[branch.Row - 1])],
            Violations = [.. results.Append(this).Distinct().SelectMany(result => result.Violations.Where(v => OfBus(BusOf(v.Element)) == result))],
        };
    }

    /// <summary>True where every island with a source converged.</summary>
    public bool Converged => IslandFlows.All(island => island.Outcome != IslandOutcome.DoesNotConverge);
}
