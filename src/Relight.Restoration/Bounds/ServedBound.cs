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
    private const int MostBusesByAngles = 300;
    private const double LeastSeconds = 0.01;

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly Func<bool> _stop;
    private readonly Action<double, RepairSet> _tell;
    private readonly GridParts _parts;
    private readonly RigidLines _lines;
    private readonly OpenBranches _open;
    private readonly SupplyCuts _supply;
    private readonly bool _byAngles;
    private readonly List<SupplyCut> _cuts = [];
    private readonly List<int> _passed = [];

    /// <summary>Prepares; nothing is solved yet.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="model">The network.</param>
    /// <param name="stop">Ends a computation that is under way.</param>
    /// <param name="tell">Is told of every set of repairs that is found, and of the hour by which it can be done; null where nobody asks.</param>
    public ServedBound(JobBoard board, DeliveryModel model, Func<bool> stop, Action<double, RepairSet>? tell = null)
    {
        (_board, _model, _stop, _tell) = (board, model, stop, tell ?? (static (_, _) => { }));
        _parts = new GridParts(model);
        _lines = new RigidLines(model, _parts);
        _supply = new SupplyCuts(model, _parts);
        _open = new OpenBranches(model, _parts, _lines);
        _byAngles = model.BusCount <= MostBusesByAngles;
        CanSwitch = _byAngles && _open.IsAny;
    }

    /// <summary>True where repaired branches can be held to Ohm's law, which takes columns of angles.</summary>
    public bool CanSwitch { get; }

    /// <summary>Weighted MW served at most at an instant, with what repairs that are done then count for beside it.</summary>
    /// <param name="hour">The instant.</param>
    /// <param name="limits">When to end.</param>
    /// <param name="start">A set of repairs that can be done by then, to start from; null for none.</param>
    /// <param name="switched">True where a repaired branch is to obey Ohm's law or stay open, as in a plan: tighter, but dearer.</param>
    /// <param name="rewards">MW that each repair counts for where it is done; none where nothing is given.</param>
    /// <param name="alone">Weighted MW served at most, where that is known.</param>
    public ServedMost Most(
        double hour,
        SolveLimits limits,
        RepairSet? start,
        bool switched = false,
        ReadOnlySpan<double> rewards = default,
        double? alone = null)
    {
        using var program = new LinearProgram(_stop);
        var grid = new RelaxedGrid(_board, _model, _parts, _lines, _open, _supply, program, hour, _byAngles, switched);
        for (var job = 0; job < rewards.Length; job++)
            grid.SetReward(job, rewards[job]);
        if (alone is { } known)
            grid.AddMost(known);
        foreach (var branch in _passed.Take(MostLinesAtFirst))
            grid.AddLimit(branch);
        var most = Solve(program, grid, limits, start, out var found);
        if (found is not null)
            _tell(hour, found.Done);
        return new ServedMost(most + (1e-6 * (1 + Math.Abs(most))), found);
    }

    private double Solve(LinearProgram program, RelaxedGrid grid, SolveLimits limits, RepairSet? start, out ServedSet? found)
    {
        var clock = Stopwatch.StartNew();
        SolveLimits Left() => limits with { Seconds = limits.Seconds is { } s ? Math.Max(LeastSeconds, s - clock.Elapsed.TotalSeconds) : null };
        bool IsLate() => _stop() || Left().Seconds <= LeastSeconds;
        var most = double.PositiveInfinity;
        found = null;
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
            if (program.Found)
                found = new ServedSet(grid.Done(), grid.Served());
            if (!program.Found || IsLate() || !Tighten(grid, IsLate))
                break;
        }
        return most;
    }

    /// <summary>Adds the limits that the last solution passes.</summary>
    /// <returns>False where it passes none.</returns>
    private bool Tighten(RelaxedGrid grid, Func<bool> isLate)
    {
        var (open, served) = (grid.Open(), grid.ServedOfParts());
        List<SupplyCut> cuts = [];
        for (var part = 0; part < served.Length && !isLate(); part++)
            cuts.AddRange(Passed(part, served[part], open));
        List<int> overloaded = _byAngles ? [] : [.. _lines.Overloaded(_lines.Angles(grid.PutIn())).Take(MostLinesAtOnce)];
        foreach (var cut in cuts)
            grid.Add(cut);
        foreach (var branch in overloaded)
            grid.AddLimit(branch);
        _passed.AddRange(overloaded.Except(_passed).ToList());
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

/// <summary>What an instant serves at most.</summary>
/// <param name="Most">Weighted MW, with what repairs count for: no plan has more.</param>
/// <param name="Found">What serves as much as was found; null where nothing was.</param>
internal readonly record struct ServedMost(double Most, ServedSet? Found);

/// <summary>A set of repairs and what the relaxed grid serves with it.</summary>
/// <param name="Done">The repairs.</param>
/// <param name="Megawatts">Weighted MW served.</param>
internal sealed record ServedSet(RepairSet Done, double Megawatts);
