using System.Numerics;

namespace Relight.Grid.Flow;

/// <summary>Computes flows, outputs, losses and violations from the voltages that were found.</summary>
internal sealed class AcFlowReport
{
    private const double VoltageTolerance = 1e-6;
    private const double PowerTolerance = 1e-5;

    private readonly GridState _state;
    private readonly Network _network;
    private readonly AcSetup _setup;
    private readonly AcNewton _newton;
    private readonly IReadOnlySet<int> _failed;
    private readonly double _base;

    private AcFlowReport(GridState state, AcSetup setup, AcNewton newton, IReadOnlySet<int> failed)
    {
        (_state, _network, _setup, _newton, _failed) = (state, state.Network, setup, newton, failed);
        _base = _network.BaseMegavoltAmperes;
    }

    public static AcFlowResult Make(GridState state, AcSetup setup, AcNewton newton, IReadOnlySet<int> failed)
    {
        var report = new AcFlowReport(state, setup, newton, failed);
        var voltages = report.Voltages();
        var branches = report.BranchFlows();
        var generators = report.GeneratorOutputs();
        var islands = report.IslandFlows();
        return new AcFlowResult(newton)
        {
            State = state,
            Islands = setup.Islands,
            IslandFlows = islands,
            Voltages = voltages,
            Generators = generators,
            Branches = branches,
            HeldAt = [.. Enumerable.Range(0, voltages.Length).Select(bus => setup.Generating.TryGetValue(bus, out var at) ? at.HeldAt : 0)],
            Violations =
            [
                .. report.OfIslands(islands), .. report.OfVoltages(voltages), .. report.OfBranches(branches), .. report.OfGenerators(generators),
            ],
        };
    }

    private IslandOutcome Outcome(int island) =>
        _setup.References[island] < 0 ? IslandOutcome.NoSource
        : _failed.Contains(island) ? IslandOutcome.DoesNotConverge
        : IslandOutcome.Converged;

    private bool IsSolved(int bus) => _setup.Islands.Of(bus) is not Islands.None and var island && Outcome(island) == IslandOutcome.Converged;

    private BusVoltage[] Voltages()
    {
        var voltages = new BusVoltage[_network.Buses.Count];
        for (var bus = 0; bus < voltages.Length; bus++)
            if (IsSolved(bus))
                voltages[bus] = new BusVoltage(_newton.Magnitude[bus], _newton.Angle[bus] * 180 / Math.PI);
            else if (_setup.Islands.Of(bus) is not Islands.None and var island && Outcome(island) == IslandOutcome.DoesNotConverge)
                voltages[bus] = new BusVoltage(double.NaN, double.NaN);
        return voltages;
    }

    private BranchFlow[] BranchFlows()
    {
        var flows = new BranchFlow[_network.Branches.Count];
        for (var i = 0; i < flows.Length; i++)
        {
            var (from, to) = (_network.IndexOf(_network.Branches[i].From), _network.IndexOf(_network.Branches[i].To));
            if (!_state.BranchIsOn(i) || !IsSolved(from))
                continue;
            var of = _newton.Branches[i];
            var (atFrom, atTo) = (Phasor(from), Phasor(to));
            var enters = atFrom * Complex.Conjugate(of.FromFrom * atFrom + of.FromTo * atTo) * _base;
            var leaves = atTo * Complex.Conjugate(of.ToFrom * atFrom + of.ToTo * atTo) * _base;
            flows[i] = new BranchFlow(enters.Real, enters.Imaginary, leaves.Real, leaves.Imaginary);
        }
        return flows;

        Complex Phasor(int bus) => Complex.FromPolarCoordinates(_newton.Magnitude[bus], _newton.Angle[bus]);
    }

    private GeneratorOutput[] GeneratorOutputs()
    {
        var outputs = new GeneratorOutput[_network.Generators.Count];
        foreach (var at in _setup.Generating.Values.Where(at => IsSolved(at.Bus)))
        {
            var extra = _newton.Control[at.Bus] == BusControl.Reference ? _newton.Injection[at.Bus].Active - _newton.Target[at.Bus].Active : 0;
            var reactive = _newton.Injection[at.Bus].Reactive - _setup.Fixed[at.Bus].Reactive;
            for (var i = 0; i < at.Generators.Count; i++)
            {
                var generator = at.Generators[i];
                var active = _setup.Output[generator] + (i == 0 ? extra : 0);
                outputs[generator] = new GeneratorOutput(active * _base, ShareOf(at, _network.Generators[generator], reactive) * _base);
            }
        }
        return outputs;
    }

    /// <summary>A generator's part of the reactive power of its bus: as far up its own range as all are up theirs.</summary>
    private double ShareOf(GeneratingBus at, Generator generator, double reactive)
    {
        var (min, max) = at.ReactiveLimits;
        return max > min && double.IsFinite(max - min)
            ? (generator.MinMegavars + (reactive - min) / (max - min) * (generator.MaxMegavars - generator.MinMegavars)) / _base
            : reactive / at.Generators.Count;
    }

    private IslandFlow[] IslandFlows()
    {
        var flows = new IslandFlow[_setup.Islands.Count];
        for (var island = 0; island < flows.Length; island++)
        {
            var buses = _setup.Islands.Buses(island);
            var outcome = Outcome(island);
            var loss = outcome == IslandOutcome.Converged ? buses.Sum(bus => _newton.Injection[bus].Active) * _base : 0;
            flows[island] = new IslandFlow(
                outcome,
                _setup.References[island] < 0 ? null : _network.Buses[_setup.References[island]].Id,
                _newton.Iterations[island],
                _newton.Mismatch[island] * _base,
                buses.Sum(bus => Math.Max(0, _setup.Dispatch.LoadMegawatts[bus])),
                loss);
        }
        return flows;
    }

    private IEnumerable<FlowViolation> OfIslands(IslandFlow[] flows)
    {
        for (var island = 0; island < flows.Length; island++)
        {
            var at = new ElementId(ElementKind.Bus, flows[island].ReferenceBus ?? _network.Buses[_setup.Islands.Buses(island)[0]].Id);
            if (flows[island].Outcome == IslandOutcome.DoesNotConverge)
                yield return new FlowViolation(ViolationKind.DoesNotConverge, at, flows[island].LoadMegawatts, 0);
            else if (flows[island] is { Outcome: IslandOutcome.NoSource, LoadMegawatts: > 0 })
                yield return new FlowViolation(ViolationKind.NoSource, at, flows[island].LoadMegawatts, 0);
        }
    }

    private IEnumerable<FlowViolation> OfVoltages(BusVoltage[] voltages)
    {
        for (var i = 0; i < voltages.Length; i++)
        {
            var bus = _network.Buses[i];
            var id = new ElementId(ElementKind.Bus, bus.Id);
            if (!IsSolved(i))
                continue;
            if (voltages[i].Magnitude < bus.MinVoltage - VoltageTolerance)
                yield return new FlowViolation(ViolationKind.LowVoltage, id, voltages[i].Magnitude, bus.MinVoltage);
            if (voltages[i].Magnitude > bus.MaxVoltage + VoltageTolerance)
                yield return new FlowViolation(ViolationKind.HighVoltage, id, voltages[i].Magnitude, bus.MaxVoltage);
        }
    }

    private IEnumerable<FlowViolation> OfBranches(BranchFlow[] flows)
    {
        for (var i = 0; i < flows.Length; i++)
        {
            var rating = _network.Branches[i].RatingMegavoltAmperes;
            if (rating > 0 && flows[i].MegavoltAmperes > rating + PowerTolerance * _base)
                yield return new FlowViolation(ViolationKind.Overload, new ElementId(ElementKind.Branch, i + 1), flows[i].MegavoltAmperes, rating);
        }
    }

    private IEnumerable<FlowViolation> OfGenerators(GeneratorOutput[] outputs)
    {
        for (var i = 0; i < outputs.Length; i++)
        {
            var generator = _network.Generators[i];
            if (!_state.GeneratorIsOn(i) || !IsSolved(_network.IndexOf(generator.Bus)))
                continue;
            var id = new ElementId(ElementKind.Generator, generator.Row);
            var (megawatts, megavars) = outputs[i];
            if (Beyond(megawatts, Math.Min(0, generator.MinMegawatts), Math.Max(0, generator.MaxMegawatts)) is { } active)
                yield return new FlowViolation(ViolationKind.ActivePower, id, megawatts, active);
            if (Beyond(megavars, generator.MinMegavars, generator.MaxMegavars) is { } reactive)
                yield return new FlowViolation(ViolationKind.ReactivePower, id, megavars, reactive);
        }
    }

    /// <summary>The limit that a value has passed, or null.</summary>
    private double? Beyond(double value, double min, double max) =>
        value > max + PowerTolerance * _base ? max : value < min - PowerTolerance * _base ? min : null;
}
