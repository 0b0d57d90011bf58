namespace Relight.Grid.Flow;

/// <summary>How an AC power flow is solved.</summary>
public sealed record AcFlowOptions
{
    /// <summary>Largest mismatch of active or reactive power at a bus, in p.u.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Newton iterations after which an attempt is given up.</summary>
    public int MostIterations { get; init; } = 20;

    /// <summary>Holds generators at a reactive limit instead of letting them pass it, and lets them go back.</summary>
    public bool RespectReactiveLimits { get; init; } = true;

    /// <summary>
    /// Shares what the reference would have to make up, such as losses, among all generators of the island in
    /// proportion to the range they have left. Without it the reference takes all.
    /// </summary>
    public bool ShareLosses { get; init; }

    /// <summary>Voltages to start from, by position of the bus; null starts flat (1 p.u., angles as phase shifts turn them).</summary>
    public IReadOnlyList<BusVoltage>? Start { get; init; }

    /// <summary>
    /// An earlier result of the same network to start from: its voltages, where <see cref="Start"/> gives none, and the
    /// reactive limits at which generators stood. Its dispatch must be balanced but for losses. An island that does not
    /// converge from there is solved anew without it.
    /// </summary>
    public AcFlowResult? Warm { get; init; }
}
