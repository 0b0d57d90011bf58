using System.Diagnostics;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// How much load, by weight, any set of repairs that can be done by an hour could serve at most: an upper bound on what
/// every plan serves then. A small program knows the parts of the grid and what joins them; the limits of lines and the
/// sets of elements that all power for a part has to pass are added where its solution passes them, at first with repairs
/// done in part, then with whole repairs. What was passed once is looked at first the next time.
/// </summary>
internal sealed class ServedBound
{
    private const int MostRounds = 50, MostWholeRounds = 5;
    private const int MostLinesAtOnce = 20, MostLinesAtFirst = 100;
    private const int MostColumns = 12_000, MostEntriesOfOhm = 50_000;
    private const double LeastSeconds = 0.01;

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly Func<bool> _stop;
    private readonly GridParts _parts;
    private readonly RigidLines _lines;
    private readonly SupplyCuts _supply;
    private readonly int _columns;
    private readonly List<SupplyCut> _cuts = [];
    private readonly List<int> _passed = [];

    /// <summary>Prepares; nothing is solved yet.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="model">The network.</param>
    /// <param name="stop">Ends a computation that is under way.</param>
    public ServedBound(JobBoard board, DeliveryModel model, Func<bool> stop)
    {
        (_board, _model, _stop) = (board, model, stop);
        _parts = new GridParts(model);
        _lines = new RigidLines(model, _parts);
        _supply = new SupplyCuts(model, _parts);
        var loose = Enumerable.Range(0, model.BranchCount).Where(b => !_parts.IsRigid(b)).ToList();
        _columns = board.Count + model.SegmentMegawatts.Length + model.GeneratorBus.Length + loose.Count;
        CanSwitch = loose.Exists(_lines.Knows) && loose.Count(_lines.Knows) * _columns <= MostEntriesOfOhm;
    }

    /// <summary>True where the grid is small enough for so many instants to be looked at together.</summary>
    public bool CanNest(int instants) => instants * _columns <= MostColumns;

    /// <summary>True where repaired branches can be held to Ohm's law with a program that is not too dear.</summary>
    public bool CanSwitch { get; }

    /// <summary>Σ length · weighted MW served, over instants, at most.</summary>
    /// <param name="instants">The instants, in order; more than one only where <see cref="CanNest"/>.</param>
    /// <param name="limits">When to end.</param>
    /// <param name="start">Sets of repairs that can be done by these instants, to start from; null for none.</param>
    /// <param name="alone">Weighted MW served at each instant at most, where that is known.</param>
    /// <param name="switched">True where a repaired branch is to obey Ohm's law or stay open, as in a plan: tighter, but dearer.</param>
    public double Most(
        IReadOnlyList<Instant> instants,
        SolveLimits limits,
        IReadOnlyList<RepairSet>? start,
        IReadOnlyList<double>? alone = null,
        bool switched = false)
    {
        using var program = new LinearProgram(_stop);
        var grid = new RelaxedGrid(_board, _model, _parts, _lines, _supply, program, instants, switched);
        for (var k = 0; k < instants.Count; k++)
        {
            if (alone is not null)
                program.AddRow(double.NegativeInfinity, alone[k] * instants[k].Length, [.. grid.Loads(k).Select(l => (l.Column, l.Worth))]);
            foreach (var branch in _passed.Take(MostLinesAtFirst))
                grid.AddLimit(branch, k);
        }
        var most = Solve(program, grid, limits, start);
        return most + (1e-6 * (1 + Math.Abs(most)));
    }

    private double Solve(LinearProgram program, RelaxedGrid grid, SolveLimits limits, IReadOnlyList<RepairSet>? start)
    {
        var clock = Stopwatch.StartNew();
        SolveLimits Left() => limits with { Seconds = limits.Seconds is { } s ? Math.Max(LeastSeconds, s - clock.Elapsed.TotalSeconds) : null };
        bool IsLate() => _stop() || Left().Seconds <= LeastSeconds;
        var most = double.PositiveInfinity;
        for (var round = 0; round < MostRounds; round++)
        {
            most = Math.Min(most, program.Maximize(Left()));
            if (!program.Found || IsLate())
                return most;
            if (!Tighten(grid, IsLate))
                break;
        }
        foreach (var column in grid.Whole)
            program.SetWhole(column, true);
        for (var round = 0; round < MostWholeRounds; round++)
        {
            if (start is not null)
                program.SetStart(grid.Start(start));
            most = Math.Min(most, program.Maximize(Left()));
            if (!program.Found || IsLate() || !Tighten(grid, IsLate))
                break;
        }
        return most;
    }

    /// <summary>Adds the limits that the last solution passes.</summary>
    /// <returns>False where it passes none.</returns>
    private bool Tighten(RelaxedGrid grid, Func<bool> isLate)
    {
        List<(SupplyCut Cut, int Instant)> cuts = [];
        List<(int Branch, int Instant)> overloaded = [];
        for (var k = 0; k < grid.Instants; k++)
        {
            var open = grid.OpenAt(k);
            var served = grid.ServedAt(k);
            for (var part = 0; part < served.Length && !isLate(); part++)
                foreach (var cut in Passed(part, served[part], open))
                    cuts.Add((cut, k));
            foreach (var branch in _lines.Overloaded(_lines.Angles(grid.PutIn(k))).Take(MostLinesAtOnce))
                overloaded.Add((branch, k));
        }
        foreach (var (cut, k) in cuts)
            grid.Add(cut, k);
        foreach (var (branch, k) in overloaded)
            grid.AddLimit(branch, k);
        _passed.AddRange(overloaded.Select(o => o.Branch).Distinct().Except(_passed).ToList());
        return cuts.Count + overloaded.Count > 0;
    }

    private List<SupplyCut> Passed(int part, double served, double[] open)
    {
        var cuts = _cuts.FindAll(c => c.Part == part && c.Violation(served, open) > 1e-3 * served);
        if (cuts.Count == 0 && _supply.Find(part, served, open) is { } cut)
        {
            _cuts.Add(cut);
            cuts.Add(cut);
        }
        return cuts;
    }
}
