namespace Relight.Restoration.Bounds;

/// <summary>
/// A linear program to maximise, some of its columns whole numbers, solved by HiGHS on one thread. Built column by column
/// and row by row; once it has been solved, bounds of columns can be changed, and the next solve of a program without whole
/// numbers starts from the last basis.
/// </summary>
internal sealed class LinearProgram : IDisposable
{
    private static readonly string[] s_heuristics = ["feasibility_jump", "rens", "rins", "root_reduced_cost"];

    private readonly nint _highs = Highs.Create();
    private readonly List<double> _cost = [], _low = [], _high = [], _rowLow = [], _rowHigh = [], _value = [];
    private readonly List<int> _integer = [], _start = [], _index = [];
    private readonly Highs.Callback _stopped;
    private readonly Func<bool> _stop;
    private bool _passed;
    private double[] _solution = [];

    /// <summary>An empty program.</summary>
    /// <param name="stop">Is asked while it is solved; true ends that, where whole numbers are sought with the bound so far.</param>
    public LinearProgram(Func<bool> stop)
    {
        _stop = stop;
        _stopped = (_, _, _, answer, _) =>
        {
            if (answer != 0 && _stop())
                System.Runtime.InteropServices.Marshal.WriteInt32(answer, 1);
        };
        Highs.SetBool(_highs, "output_flag", 0);
        Highs.SetString(_highs, "presolve", "off");
        // What is wanted is the bound: solutions come from the tree in time, and looking at more nodes settles
        // these programs sooner than trying branches out at each.
        Highs.SetDouble(_highs, "mip_heuristic_effort", 0);
        foreach (var heuristic in s_heuristics)
            Highs.SetBool(_highs, $"mip_heuristic_run_{heuristic}", 0);
        Highs.SetInt(_highs, "mip_pscost_minreliable", 0);
        Highs.SetInt(_highs, "threads", 1);
        Highs.SetString(_highs, "parallel", "off");
        Highs.SetCallback(_highs, _stopped, 0);
        Highs.StartCallback(_highs, Highs.SimplexInterrupt);
        Highs.StartCallback(_highs, Highs.MipInterrupt);
    }

    /// <summary>Values of the columns after a solve that found any.</summary>
    public ReadOnlySpan<double> Value => _solution;

    /// <summary>Adds a column.</summary>
    public int AddColumn(double low, double high, double cost = 0, bool whole = false)
    {
        _low.Add(low);
        _high.Add(high);
        _cost.Add(cost);
        _integer.Add(whole ? 1 : 0);
        return _cost.Count - 1;
    }

    /// <summary>Adds a row: low ≤ Σ value · column ≤ high. After a solve, the next one starts from the basis of the last.</summary>
    public void AddRow(double low, double high, params ReadOnlySpan<(int Column, double Value)> entries)
    {
        if (_passed)
        {
            var (index, value) = (new int[entries.Length], new double[entries.Length]);
            for (var k = 0; k < index.Length; k++)
                (index[k], value[k]) = entries[k];
            Highs.AddRow(_highs, low, high, index.Length, index, value);
            return;
        }
        _start.Add(_index.Count);
        foreach (var (column, value) in entries)
        {
            _index.Add(column);
            _value.Add(value);
        }
        _rowLow.Add(low);
        _rowHigh.Add(high);
    }

    /// <summary>Sets the bounds of a column.</summary>
    public void SetBounds(int column, double low, double high)
    {
        (_low[column], _high[column]) = (low, high);
        if (_passed)
            Highs.ChangeBounds(_highs, column, low, high);
    }

    /// <summary>Sets what a column counts for in the objective.</summary>
    public void SetCost(int column, double cost)
    {
        _cost[column] = cost;
        if (_passed)
            Highs.ChangeCost(_highs, column, cost);
    }

    /// <summary>Makes a column a whole number, or lets it take any value again.</summary>
    public void SetWhole(int column, bool whole)
    {
        _integer[column] = whole ? 1 : 0;
        if (_passed)
            Highs.ChangeIntegrality(_highs, column, _integer[column]);
    }

    /// <summary>Where the search for whole numbers starts: values of some columns, the rest is filled in.</summary>
    public void SetStart(IReadOnlyCollection<(int Column, double Value)> start)
    {
        Pass();
        Highs.SetStart(_highs, start.Count, [.. start.Select(s => s.Column)], [.. start.Select(s => s.Value)]);
    }

    /// <summary>Solves.</summary>
    /// <param name="limits">When to end.</param>
    /// <returns>An upper bound on the maximum: the maximum itself where it was found; infinite where nothing is known, as where it is said that there are no values at all: there always are.</returns>
    public double Maximize(SolveLimits limits)
    {
        Pass();
        if (_stop())
            return double.PositiveInfinity;
        Highs.SetDouble(_highs, "time_limit", limits.Seconds ?? double.PositiveInfinity);
        Highs.SetInt(_highs, "mip_max_nodes", limits.Nodes ?? int.MaxValue);
        Highs.SetDouble(_highs, "mip_abs_gap", limits.Gap);
        Highs.SetDouble(_highs, "mip_rel_gap", 0);
        Highs.ZeroClocks(_highs);
        Highs.Run(_highs);
        var status = Highs.Status(_highs);
        Found = false;
        var whole = _integer.Contains(1);
        if (status == Highs.Infeasible || (!whole && status != Highs.Optimal))
            return double.PositiveInfinity;
        if (Highs.GetInt(_highs, "primal_solution_status", out var primal) == 0 && primal == 2)
        {
            if (_solution.Length != _cost.Count)
                _solution = new double[_cost.Count];
            Highs.GetSolution(_highs, _solution, null, null, null);
            Found = true;
        }
        Highs.GetDouble(_highs, whole ? "mip_dual_bound" : "objective_function_value", out var bound);
        return double.IsNaN(bound) ? double.PositiveInfinity : bound;
    }

    /// <summary>True where the last solve left values.</summary>
    public bool Found { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => Highs.Destroy(_highs);

    private void Pass()
    {
        if (_passed)
            return;
        _passed = true;
        var whole = _integer.Contains(1);
        const int byRow = 2, maximise = -1;
        if (whole)
            Highs.PassMip(
                _highs, _cost.Count, _rowLow.Count, _index.Count, byRow, maximise, 0, [.. _cost], [.. _low], [.. _high], [.. _rowLow],
                [.. _rowHigh], [.. _start, _index.Count], [.. _index], [.. _value], [.. _integer]);
        else
            Highs.PassLp(
                _highs, _cost.Count, _rowLow.Count, _index.Count, byRow, maximise, 0, [.. _cost], [.. _low], [.. _high], [.. _rowLow],
                [.. _rowHigh], [.. _start, _index.Count], [.. _index], [.. _value]);
    }
}

/// <summary>When a solve ends.</summary>
/// <param name="Seconds">Wall time; null for no limit.</param>
/// <param name="Nodes">Nodes of the search tree; null for no limit.</param>
/// <param name="Gap">Difference of bound and best value that is close enough.</param>
internal readonly record struct SolveLimits(double? Seconds, int? Nodes, double Gap);
