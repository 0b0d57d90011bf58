using System.Numerics;
using Relight.Grid;
using Relight.Restoration;
using GridNetwork = Relight.Grid.Network;

namespace Relight.Tests.Restoration;

/// <summary>
/// Says whether a point of operation holds, from its voltages alone: currents through each branch as circuit theory has
/// them (an ideal transformer, then series impedance between two halves of the charging), power balance at each bus,
/// limits of voltages, branches and generators.
/// </summary>
internal static class AcWitness
{
    private const double BalanceMegavoltAmperes = 1e-3;
    private const double Share = 1.001e-3;

    public static IEnumerable<string> Troubles(RestorationProblem problem, OperatingPoint dispatch, HoldingPoint held)
    {
        var network = problem.Network;
        var voltage = held.Flow.Voltages.Select(v => Complex.FromPolarCoordinates(v.Magnitude, v.AngleDegrees * Math.PI / 180)).ToArray();
        return Balance(network, held, voltage)
            .Concat(Voltages(network, held, voltage))
            .Concat(Branches(network, held, voltage))
            .Concat(Generators(network, held))
            .Concat(Loads(network, dispatch, held, voltage));
    }

    private static (Complex From, Complex To) PowerInto(GridNetwork network, Branch branch, Complex[] voltage)
    {
        var (from, to) = (voltage[network.IndexOf(branch.From)], voltage[network.IndexOf(branch.To)]);
        var turns = Complex.FromPolarCoordinates(branch.Tap == 0 ? 1 : branch.Tap, branch.ShiftDegrees * Math.PI / 180);
        var behind = from / turns;
        var through = (behind - to) / new Complex(branch.Resistance, branch.Reactance);
        var charging = new Complex(0, branch.Susceptance / 2);
        var entering = (through + (charging * behind)) / Complex.Conjugate(turns);
        var leaving = (charging * to) - through;
        return (from * Complex.Conjugate(entering) * network.BaseMegavoltAmperes, to * Complex.Conjugate(leaving) * network.BaseMegavoltAmperes);
    }

    private static IEnumerable<string> Balance(GridNetwork network, HoldingPoint held, Complex[] voltage)
    {
        var lack = new Complex[network.Buses.Count];
        var (served, point) = (held.Point.ServedByBus(), held.Point);
        for (var i = 0; i < lack.Length; i++)
        {
            var bus = network.Buses[i];
            var active = served[i] - point.Injected[i];
            var reactive = bus.DemandMegawatts == 0 ? bus.DemandMegavars : bus.DemandMegavars * active / bus.DemandMegawatts;
            var square = voltage[i].Magnitude * voltage[i].Magnitude * point.ShuntShare[i];
            lack[i] -= new Complex(active + (bus.ShuntMegawatts * square), reactive - (bus.ShuntMegavars * square));
        }
        foreach (var branch in network.Branches.Where((_, i) => held.State.BranchIsOn(i)))
        {
            var (from, to) = PowerInto(network, branch, voltage);
            lack[network.IndexOf(branch.From)] -= from;
            lack[network.IndexOf(branch.To)] -= to;
        }
        for (var g = 0; g < network.Generators.Count; g++)
            lack[network.IndexOf(network.Generators[g].Bus)] += new Complex(held.Flow.Generators[g].Megawatts, held.Flow.Generators[g].Megavars);
        return from i in Enumerable.Range(0, lack.Length)
               where voltage[i] != Complex.Zero && !(lack[i].Magnitude < BalanceMegavoltAmperes)
               select $"bus {network.Buses[i].Id} lacks {lack[i]} MVA";
    }

    private static IEnumerable<string> Voltages(GridNetwork network, HoldingPoint held, Complex[] voltage) =>
        from i in Enumerable.Range(0, voltage.Length)
        where voltage[i] != Complex.Zero
            && !(voltage[i].Magnitude >= network.Buses[i].MinVoltage - Share && voltage[i].Magnitude <= network.Buses[i].MaxVoltage + Share)
        select $"bus {network.Buses[i].Id} is at {voltage[i].Magnitude} p.u.";

    private static IEnumerable<string> Branches(GridNetwork network, HoldingPoint held, Complex[] voltage) =>
        from branch in network.Branches
        where branch.RatingMegavoltAmperes > 0 && held.State.BranchIsOn(branch.Row - 1)
        let power = PowerInto(network, branch, voltage)
        let most = Math.Max(power.From.Magnitude, power.To.Magnitude)
        where !(most <= branch.RatingMegavoltAmperes + Slack(branch.RatingMegavoltAmperes))
        select $"branch {branch.Row} carries {most} of {branch.RatingMegavoltAmperes} MVA";

    private static IEnumerable<string> Generators(GridNetwork network, HoldingPoint held)
    {
        foreach (var generator in network.Generators)
        {
            var (megawatts, megavars) = held.Flow.Generators[generator.Row - 1];
            if (!held.State.GeneratorIsOn(generator.Row - 1))
            {
                if (megawatts != 0 || megavars != 0)
                    yield return $"generator {generator.Row} is out and gives {megawatts} MW, {megavars} Mvar";
                continue;
            }
            if (Outside(megawatts, Math.Min(0, generator.MinMegawatts), Math.Max(0, generator.MaxMegawatts)))
                yield return $"generator {generator.Row} gives {megawatts} MW";
            if (held.Flow.Voltages[network.IndexOf(generator.Bus)].Magnitude > 0 && Outside(megavars, generator.MinMegavars, generator.MaxMegavars))
                yield return $"generator {generator.Row} gives {megavars} Mvar";
        }
    }

    private static IEnumerable<string> Loads(GridNetwork network, OperatingPoint dispatch, HoldingPoint held, Complex[] voltage)
    {
        var (most, served) = (dispatch.ServedByBus(), held.Point.ServedByBus());
        for (var i = 0; i < served.Length; i++)
            if (served[i] < 0 || served[i] > most[i] + 1e-9)
                yield return $"bus {network.Buses[i].Id} is served {served[i]} of {most[i]} MW";
            else if (served[i] > 0 && voltage[i] == Complex.Zero)
                yield return $"bus {network.Buses[i].Id} is served {served[i]} MW without voltage";
        if (held.Point.ShuntShare.Any(share => share is < 0 or > 1))
            yield return "a shunt is connected by less than nothing or more than all";
    }

    private static bool Outside(double value, double low, double high) => !(value >= low - Slack(low) && value <= high + Slack(high));

    private static double Slack(double limit) => Share * Math.Max(1, Math.Abs(limit));
}
