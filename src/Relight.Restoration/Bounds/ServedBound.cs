using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// How much load, by weight, any set of repairs that can be done by an hour could serve at most: an upper bound on what
/// every plan serves then. Small grids are solved as one mixed-integer program. Large ones by Benders decomposition
/// (1962): the set is chosen by a small program that knows the grid by its cuts only, and each choice is answered by the
/// grid's linear program with one more cut, kept for all hours.
/// </summary>
internal sealed class ServedBound : IDisposable
{
    private const int MostBusesAtOnce = 300;
    private const int MostColumnsAtOnce = 12_000;

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly Func<bool> _stop;
    private readonly List<(double Constant, double[] Slope)> _cuts = [];
    private LinearProgram? _grid;
    private int[] _gridDone = [];

    /// <summary>Prepares; nothing is solved yet.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="model">The network.</param>
    /// <param name="stop">Ends a computation that is under way.</param>
    public ServedBound(JobBoard board, DeliveryModel model, Func<bool> stop) => (_board, _model, _stop) = (board, model, stop);

    /// <summary>True where the grid is small enough for several instants to be looked at together.</summary>
    public bool CanNest(int instants) => _model.BusCount <= MostBusesAtOnce
        && instants * (_board.Count + (2 * _model.BusCount) + _model.BranchCount + _model.GeneratorBus.Length) <= MostColumnsAtOnce;

    /// <summary>Σ length · weighted MW served, over instants, at most.</summary>
    /// <param name="instants">The instants, in order; more than one only where <see cref="CanNest"/>.</param>
    /// <param name="limits">When to end.</param>
    /// <param name="start">Sets of repairs that can be done by these instants, to start from; null for none.</param>
    /// <param name="alone">Weighted MW served at each instant at most, where that is known.</param>
    public double Most(
        IReadOnlyList<Instant> instants, SolveLimits limits, IReadOnlyList<RepairSet>? start, IReadOnlyList<double>? alone = null)
    {
        var most = CanNest(instants.Count)
            ? AtOnce(instants, limits, start, alone ?? [])
            : instants[0].Length * ByCuts(instants[0].Hour, limits);
        return most + (1e-7 * (1 + Math.Abs(most)));
    }

    /// <inheritdoc/>
    public void Dispose() => _grid?.Dispose();

    private double AtOnce(
        IReadOnlyList<Instant> instants, SolveLimits limits, IReadOnlyList<RepairSet>? start, IReadOnlyList<double> alone)
    {
        using var program = new LinearProgram(_stop);
        var grid = new RelaxedGrid(_board, _model, program, instants, whole: true);
        for (var k = 0; k < alone.Count; k++)
            program.AddRow(double.NegativeInfinity, alone[k] * instants[k].Length, grid.Served(k));
        if (start is not null)
            program.SetStart(
            [
                .. from k in Enumerable.Range(0, instants.Count)
                   from job in Enumerable.Range(0, _board.Count)
                   where grid.Done(job, k) >= 0
                   select (grid.Done(job, k), start[k][job] ? 1.0 : 0.0),
            ]);
        return program.Maximize(limits);
    }

    /// <summary>The set is chosen in fractions until its cuts are known, then in whole repairs.</summary>
    private double ByCuts(double hour, SolveLimits limits)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        double? Left() => limits.Seconds is { } seconds ? Math.Max(0.05, seconds - clock.Elapsed.TotalSeconds) : null;
        var bound = _model.WeightedDemand;
        for (var whole = 0; whole < 2; whole++)
            for (var round = 0; round < 200; round++)
            {
                if (_stop() || Left() <= 0.05)
                    return bound;
                using var choice = new LinearProgram(_stop);
                var done = AddChoice(choice, hour, whole == 1, out var served);
                bound = Math.Min(bound, choice.Maximize(limits with { Seconds = Left() }));
                if (!choice.Found)
                    return bound;
                var chosen = new double[_board.Count];
                for (var job = 0; job < chosen.Length; job++)
                    chosen[job] = done[job] < 0 ? 0 : Math.Clamp(choice.Value[done[job]], 0, 1);
                var claimed = choice.Value[served];
                if (AddCut(chosen) is not { } worth)
                    return bound;
                if (worth >= claimed - Math.Max(limits.Gap, 1e-6 * _model.WeightedDemand))
                    break;
            }
        return bound;
    }

    private int[] AddChoice(LinearProgram program, double hour, bool whole, out int served)
    {
        var done = new int[_board.Count];
        served = program.AddColumn(0, _model.WeightedDemand, 1);
        for (var job = 0; job < done.Length; job++)
            done[job] = _board.EarliestEnd[job] > hour + 1e-9 ? -1 : program.AddColumn(0, 1, 0, whole);
        foreach (var crews in RelaxedGrid.CrewGroups(_board))
            program.AddRow(
                double.NegativeInfinity,
                RelaxedGrid.Capacity(_board, crews, hour),
                [.. Enumerable.Range(0, done.Length)
                    .Where(j => done[j] >= 0 && _board.Hours[j] > 0 && _board.Crews[j].All(crews.Contains))
                    .Select(j => (done[j], _board.Hours[j]))]);
        for (var job = 0; job < done.Length; job++)
            foreach (var before in done[job] < 0 ? [] : _board.Before[job])
                program.AddRow(double.NegativeInfinity, 0, (done[job], 1), (done[before], -1));
        foreach (var (constant, slope) in _cuts)
            program.AddRow(
                double.NegativeInfinity,
                constant,
                [(served, 1), .. Enumerable.Range(0, done.Length).Where(j => done[j] >= 0 && slope[j] > 0).Select(j => (done[j], -slope[j]))]);
        return done;
    }

    /// <summary>
    /// Asks the grid what it serves with repairs done in part, and keeps the cut: what it serves is concave in them, and the
    /// reduced costs are a slope. No slope needs to be steeper than what leads from the constant to the whole demand.
    /// </summary>
    private double? AddCut(double[] done)
    {
        if (_grid is null)
        {
            _grid = new LinearProgram(_stop);
            var grid = new RelaxedGrid(_board, _model, _grid, [new Instant(double.PositiveInfinity, 1)], whole: false);
            _gridDone = [.. Enumerable.Range(0, _board.Count).Select(j => grid.Done(j, 0))];
        }
        for (var job = 0; job < done.Length; job++)
            _grid.SetBounds(_gridDone[job], done[job], done[job]);
        var worth = _grid.Maximize(new SolveLimits(null, null, 0));
        if (!_grid.Found || !double.IsFinite(worth))
            return null;
        var slope = new double[done.Length];
        var constant = worth + (1e-7 * (1 + worth));
        for (var job = 0; job < done.Length; job++)
        {
            slope[job] = Math.Max(0, _grid.Dual[_gridDone[job]]);
            constant -= slope[job] * done[job];
        }
        for (var job = 0; job < done.Length; job++)
            slope[job] = Math.Min(slope[job], Math.Max(0, _model.WeightedDemand - constant));
        _cuts.Add((constant, slope));
        return worth;
    }
}
