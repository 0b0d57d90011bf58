using Relight.Grid.Flow;

namespace Relight.Restoration;

/// <summary>
/// The point that held in a neighbouring stage, carried over: what its corrections changed against the DC dispatch there,
/// in outputs, loads and injections, is changed against the dispatch here too.
/// </summary>
internal static class CarriedPoint
{
    /// <summary>Carries a point over.</summary>
    /// <param name="state">The grid state to carry it to.</param>
    /// <param name="dispatch">The DC dispatch there; no more of any load is served.</param>
    /// <param name="neighbour">What held in the neighbouring stage.</param>
    /// <param name="otherwise">What is set where the neighbouring stage had no voltage.</param>
    public static OperatingPoint Of(GridState state, OperatingPoint dispatch, HoldingPoint neighbour, OperatingPoint otherwise)
    {
        var network = state.Network;
        var (point, held, before) = (otherwise.Copy(), neighbour.Point, neighbour.Dispatch);
        for (var g = 0; g < point.Generation.Length; g++)
        {
            var generator = network.Generators[g];
            if (!state.GeneratorIsOn(g) || !neighbour.State.GeneratorIsOn(g) || !IsUnderVoltage(network.IndexOf(generator.Bus)))
                continue;
            point.Generation[g] = Math.Clamp(
                held.Generation[g] + dispatch.Generation[g] - before.Generation[g],
                Math.Min(0, generator.MinMegawatts),
                Math.Max(0, generator.MaxMegawatts));
        }
        for (var s = 0; s < point.Served.Length; s++)
            if (IsUnderVoltage(point.BusOf[dispatch.SegmentBus(s)]))
                point.Served[s] = Math.Clamp(held.Served[s] + dispatch.Served[s] - before.Served[s], 0, dispatch.Served[s]);
        for (var bus = 0; bus < point.Injected.Length; bus++)
            if (IsUnderVoltage(bus))
                point.Injected[bus] = Math.Clamp(
                    held.Injected[bus] + dispatch.Injected[bus] - before.Injected[bus], 0, Math.Max(0, -network.Buses[bus].DemandMegawatts));
        return point;

        bool IsUnderVoltage(int bus) => state.BusIsOn(bus) && neighbour.Flow.Voltages[bus].Magnitude > 0;
    }
}
