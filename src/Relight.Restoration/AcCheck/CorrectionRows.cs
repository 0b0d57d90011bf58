using Relight.Grid;
using Relight.Grid.Flow;

namespace Relight.Restoration;

/// <summary>A quantity that a correction must bring, or keep, between two limits.</summary>
/// <param name="Kind">What it is; <see cref="ViolationKind.ActivePower"/> and <see cref="ViolationKind.ReactivePower"/> are those of the reference bus.</param>
/// <param name="Index">Position of the bus or branch.</param>
/// <param name="Value">Its present value: p.u., MVA, MW or Mvar.</param>
/// <param name="Low">Least value to aim at.</param>
/// <param name="High">Highest value to aim at.</param>
internal readonly record struct LimitRow(ViolationKind Kind, int Index, double Value, double Low, double High)
{
    /// <summary>How far the value is outside.</summary>
    public double Excess => Math.Max(0, Math.Max(Low - Value, Value - High));
}

/// <summary>
/// The limits that corrections of an island have to reckon with: those that were violated once since the search began,
/// and always the output of the reference, which makes up all that is linearised away.
/// </summary>
internal sealed class CorrectionRows(Network network, AcCheckOptions options)
{
    // Aiming a little inside, so that what is linearised away does not leave the point outside again.
    private const double Inside = 0.25;

    private readonly HashSet<(ViolationKind Kind, int Index)> _known = [];

    /// <summary>Limits of an island at a solution: the known ones, those that it violates, and the output of the reference.</summary>
    public IReadOnlyList<LimitRow> At(AcFlowResult result, int island, IslandParts parts)
    {
        foreach (var violation in Violations(result, island, options))
            _known.Add(violation);
        var reference = network.IndexOf(result.IslandFlows[island].ReferenceBus!.Value);
        return
        [
            ReferencePower(result, parts, reference),
            .. _known.Where(known => IsOf(result, island, known) && known != (ViolationKind.ActivePower, reference)).Order().Select(known => RowOf(result, parts, known)),
        ];
    }

    /// <summary>Limits not known yet that other voltages would pass; they are known from then on.</summary>
    public IReadOnlyList<LimitRow> PassedAt(
        AcFlowResult result, int island, IslandParts parts, IReadOnlyList<BusVoltage> voltages, AcSensitivities sensitivities)
    {
        var passed = new List<(ViolationKind Kind, int Index)>();
        foreach (var bus in parts.Buses)
            if (voltages[bus].Magnitude < network.Buses[bus].MinVoltage - options.VoltageTolerance
                || voltages[bus].Magnitude > network.Buses[bus].MaxVoltage + options.VoltageTolerance)
                passed.Add((ViolationKind.LowVoltage, bus));
        foreach (var bus in parts.Generators.Select(g => network.IndexOf(network.Generators[g].Bus)).Distinct().Where(sensitivities.VoltageIsGiven))
        {
            var row = GeneratedReactive(result, parts, bus);
            var reactive = row.Value + sensitivities.ReactiveInjectionAt(bus, voltages) - sensitivities.ReactiveInjectionAt(bus, result.Voltages);
            if (reactive < row.Low - options.PowerTolerance * Math.Max(1, -row.Low) || reactive > row.High + options.PowerTolerance * Math.Max(1, row.High))
                passed.Add((ViolationKind.ReactivePower, bus));
        }
        for (var branch = 0; branch < network.Branches.Count; branch++)
        {
            var rating = network.Branches[branch].RatingMegavoltAmperes;
            if (rating > 0 && IsOf(result, island, (ViolationKind.Overload, branch))
                && sensitivities.ApparentPowerAt(branch, voltages) > rating * (1 + options.PowerTolerance))
                passed.Add((ViolationKind.Overload, branch));
        }
        return [.. passed.Where(_known.Add).Select(row => RowOf(result, parts, row))];
    }

    private bool IsOf(AcFlowResult result, int island, (ViolationKind Kind, int Index) limit) => limit.Kind == ViolationKind.Overload
        ? result.State.BranchIsOn(limit.Index) && result.Islands.Of(network.IndexOf(network.Branches[limit.Index].From)) == island
        : result.Islands.Of(limit.Index) == island;

    private LimitRow RowOf(AcFlowResult result, IslandParts parts, (ViolationKind Kind, int Index) limit) => limit.Kind switch
    {
        ViolationKind.Overload => Loading(result, limit.Index),
        ViolationKind.ActivePower => ReferencePower(result, parts, limit.Index),
        ViolationKind.ReactivePower => GeneratedReactive(result, parts, limit.Index),
        _ => Voltage(result, limit.Index),
    };

    /// <summary>What of an island is outside its limits by more than the tolerances; high and low voltage count as one kind.</summary>
    public static IEnumerable<(ViolationKind Kind, int Index)> Violations(AcFlowResult result, int island, AcCheckOptions options)
    {
        var network = result.State.Network;
        foreach (var violation in result.Violations.Where(options.Matters))
        {
            var number = violation.Element.Number;
            var (kind, index, bus) = violation.Kind switch
            {
                ViolationKind.Overload => (violation.Kind, number - 1, network.Branches[number - 1].From),
                ViolationKind.ActivePower or ViolationKind.ReactivePower =>
                    (violation.Kind, network.IndexOf(network.Generators[number - 1].Bus), network.Generators[number - 1].Bus),
                _ => (ViolationKind.LowVoltage, network.IndexOf(number), number),
            };
            if (result.Islands.Of(network.IndexOf(bus)) == island)
                yield return (kind, index);
        }
    }

    private LimitRow Voltage(AcFlowResult result, int bus)
    {
        var (low, high) = (network.Buses[bus].MinVoltage, network.Buses[bus].MaxVoltage);
        var inside = Math.Min(options.VoltageTolerance * Inside, (high - low) / 4);
        return new LimitRow(ViolationKind.LowVoltage, bus, result.Voltages[bus].Magnitude, low + inside, high - inside);
    }

    private LimitRow Loading(AcFlowResult result, int branch)
    {
        var rating = network.Branches[branch].RatingMegavoltAmperes;
        return new LimitRow(
            ViolationKind.Overload, branch, result.Branches[branch].MegavoltAmperes, 0, rating * (1 - options.PowerTolerance * Inside));
    }

    private LimitRow ReferencePower(AcFlowResult result, IslandParts parts, int reference)
    {
        var generators = parts.Generators.Where(g => network.IndexOf(network.Generators[g].Bus) == reference).ToList();
        return new LimitRow(
            ViolationKind.ActivePower,
            reference,
            generators.Sum(g => result.Generators[g].Megawatts),
            generators.Sum(g => Math.Min(0, network.Generators[g].MinMegawatts)),
            generators.Sum(g => Math.Max(0, network.Generators[g].MaxMegawatts)));
    }

    private LimitRow GeneratedReactive(AcFlowResult result, IslandParts parts, int bus)
    {
        var generators = parts.Generators.Where(g => network.IndexOf(network.Generators[g].Bus) == bus).ToList();
        return new LimitRow(
            ViolationKind.ReactivePower,
            bus,
            generators.Sum(g => result.Generators[g].Megavars),
            generators.Sum(g => Math.Min(network.Generators[g].MinMegavars, network.Generators[g].MaxMegavars)),
            generators.Sum(g => network.Generators[g].MaxMegavars));
    }
}
