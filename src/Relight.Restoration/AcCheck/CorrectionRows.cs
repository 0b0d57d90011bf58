using System.Numerics;
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
    /// <summary>How far the value is outside; below 0 how far from the nearer limit it is inside.</summary>
    public double Beyond => Math.Max(Low - Value, Value - High);

    /// <summary>How far the value is outside; 0 inside.</summary>
    public double Excess => Math.Max(0, Beyond);
}

/// <summary>
/// The limits that corrections of an island have to reckon with: those that were violated once since the search began,
/// and always the output of the reference, which makes up all that is linearised away.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="ends">Positions of the buses at the ends of each branch.</param>
/// <param name="options">Tolerances.</param>
/// <param name="near">Limits that are known from the start.</param>
internal sealed class CorrectionRows(Network network, (int From, int To)[] ends, AcCheckOptions options, IEnumerable<(ViolationKind Kind, int Index)> near)
{
    // Aiming a little inside, so that what is linearised away does not leave the point outside again.
    private const double Inside = 0.25;

    // Rows that a program starts with, and that each look at its answer adds: the gravest. The rest has its turn in a later step.
    private const int MostAtFirst = 100;
    private const int MostAdded = 30;

    // How near a limit is to be of use to a neighbouring stage: as a share of it, or in p.u. of voltage.
    private const double NearPower = 0.02;
    private const double NearVoltage = 0.003;

    private readonly HashSet<(ViolationKind Kind, int Index)> _known = [.. near];

    /// <summary>The known limits that a solution is near to, of all islands.</summary>
    public IReadOnlyList<(ViolationKind Kind, int Index)> Near(AcFlowResult result) => [.. _known.Where(limit => limit.Kind switch
    {
        ViolationKind.Overload => result.Branches[limit.Index].MegavoltAmperes > (1 - NearPower) * network.Branches[limit.Index].RatingMegavoltAmperes,
        ViolationKind.LowVoltage => result.Voltages[limit.Index].Magnitude is > 0 and var magnitude
            && (magnitude < network.Buses[limit.Index].MinVoltage + NearVoltage || magnitude > network.Buses[limit.Index].MaxVoltage - NearVoltage),
        _ => false,
    }).Order()];

    /// <summary>
    /// Limits of an island at a solution: the output of the reference, those that it violates and the known ones, the
    /// furthest outside first, and not more than a program can well take.
    /// </summary>
    public IReadOnlyList<LimitRow> At(AcFlowResult result, int island, IslandParts parts)
    {
        foreach (var violation in Violations(result, island, options))
            _known.Add(violation);
        var reference = network.IndexOf(result.IslandFlows[island].ReferenceBus!.Value);
        return
        [
            ReferencePower(result, parts, reference),
            .. _known.Where(known => IsOf(result, island, known) && known != (ViolationKind.ActivePower, reference))
                .Order().Select(known => RowOf(result, parts, known))
                .OrderByDescending(row => Correction.PriceOf(row.Kind) * row.Beyond).Take(MostAtFirst),
        ];
    }

    /// <summary>Limits that other voltages would pass, the gravest first and not more than one look adds; they are known from then on.</summary>
    /// <param name="result">The present solution.</param>
    /// <param name="island">The island.</param>
    /// <param name="parts">What is in it.</param>
    /// <param name="voltages">The other voltages.</param>
    /// <param name="sensitivities">The derivatives at the present solution.</param>
    /// <param name="present">Limits that the program has already.</param>
    public IReadOnlyList<LimitRow> PassedAt(
        AcFlowResult result, int island, IslandParts parts, IReadOnlyList<BusVoltage> voltages, AcSensitivities sensitivities,
        IReadOnlySet<(ViolationKind Kind, int Index)> present)
    {
        var passed = new List<(ViolationKind Kind, int Index, double Beyond)>();
        foreach (var bus in parts.Buses)
            Note(ViolationKind.LowVoltage, bus, voltages[bus].Magnitude, network.Buses[bus].MinVoltage, network.Buses[bus].MaxVoltage, options.VoltageTolerance);
        foreach (var bus in parts.GeneratorsAt.Keys.Where(sensitivities.VoltageIsGiven))
        {
            var row = GeneratedReactive(result, parts, bus);
            var reactive = row.Value + sensitivities.ReactiveInjectionAt(bus, voltages) - sensitivities.ReactiveInjectionAt(bus, result.Voltages);
            Note(row.Kind, bus, reactive, row.Low, row.High, options.PowerTolerance * Math.Max(1, reactive < row.Low ? -row.Low : row.High));
        }
        Complex[] phasors = [.. voltages.Select(at => Complex.FromPolarCoordinates(at.Magnitude, double.DegreesToRadians(at.AngleDegrees)))];
        for (var branch = 0; branch < ends.Length; branch++)
        {
            var rating = network.Branches[branch].RatingMegavoltAmperes;
            if (rating > 0 && IsOf(result, island, (ViolationKind.Overload, branch)))
                Note(
                    ViolationKind.Overload, branch, sensitivities.ApparentPowerAt(branch, ends[branch].From, ends[branch].To, phasors),
                    0, rating, rating * options.PowerTolerance);
        }
        var added = passed.OrderByDescending(limit => Correction.PriceOf(limit.Kind) * limit.Beyond).Take(MostAdded).Select(limit => (limit.Kind, limit.Index)).ToList();
        _known.UnionWith(added);
        return [.. added.Select(limit => RowOf(result, parts, limit))];

        void Note(ViolationKind kind, int index, double value, double low, double high, double tolerance)
        {
            var beyond = Math.Max(low - value, value - high);
            if (beyond > tolerance && !present.Contains((kind, index)))
                passed.Add((kind, index, beyond));
        }
    }

    private bool IsOf(AcFlowResult result, int island, (ViolationKind Kind, int Index) limit) => limit.Kind == ViolationKind.Overload
        ? result.State.BranchIsOn(limit.Index) && result.Islands.Of(ends[limit.Index].From) == island
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
        var generators = parts.GeneratorsAt[reference];
        return new LimitRow(
            ViolationKind.ActivePower,
            reference,
            generators.Sum(g => result.Generators[g].Megawatts),
            generators.Sum(g => Math.Min(0, network.Generators[g].MinMegawatts)),
            generators.Sum(g => Math.Max(0, network.Generators[g].MaxMegawatts)));
    }

    private LimitRow GeneratedReactive(AcFlowResult result, IslandParts parts, int bus)
    {
        var generators = parts.GeneratorsAt.GetValueOrDefault(bus, []);
        return new LimitRow(
            ViolationKind.ReactivePower,
            bus,
            generators.Sum(g => result.Generators[g].Megavars),
            generators.Sum(g => Math.Min(network.Generators[g].MinMegavars, network.Generators[g].MaxMegavars)),
            generators.Sum(g => network.Generators[g].MaxMegavars));
    }
}
