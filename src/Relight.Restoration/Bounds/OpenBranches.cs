using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Bounds;

/// <summary>
/// How far apart the angles at the ends of a branch can be while it is open, whatever else is repaired: the least number by
/// which Ohm's law has to be relaxed where a branch may stay open. Each closed branch on a way between the ends limits the
/// angle along it, as it carries no more than its rating. Inside a part the shortest way counts, as all its branches are
/// closed. Between parts the way that is closed is not known, so the longest counts that passes no part twice; parts that
/// nothing joins may be thought joined by any open branch that carries nothing, so the same holds for them.
/// </summary>
internal sealed class OpenBranches
{
    private const int MostSteps = 20_000;

    private readonly DeliveryModel _model;
    private readonly GridParts _parts;
    private readonly RigidLines _lines;
    private readonly List<(int Branch, int Bus, int Other)>[] _ways;
    private readonly Dictionary<int, Dictionary<int, double>> _within = [];
    private readonly double[] _most;
    private readonly double _crude;

    /// <summary>Finds the numbers of all branches that may stay open.</summary>
    public OpenBranches(DeliveryModel model, GridParts parts, RigidLines lines)
    {
        (_model, _parts, _lines) = (model, parts, lines);
        _ways = [.. Enumerable.Range(0, parts.Count).Select(_ => new List<(int, int, int)>())];
        _most = new double[model.BranchCount];
        Array.Fill(_most, double.PositiveInfinity);
        int[] loose = [.. Enumerable.Range(0, model.BranchCount).Where(b => !parts.IsRigid(b))];
        foreach (var branch in loose)
        {
            var (from, to) = (model.BranchFrom[branch], model.BranchTo[branch]);
            if (parts.Of[from] == parts.Of[to])
                continue;
            _ways[parts.Of[from]].Add((branch, from, to));
            _ways[parts.Of[to]].Add((branch, to, from));
        }
        _crude = Crude();
        foreach (var branch in loose)
        {
            var (from, to) = (model.BranchFrom[branch], model.BranchTo[branch]);
            var angle = parts.Of[from] == parts.Of[to] ? Within(from, to) : Between(from, to);
            _most[branch] = Math.Abs(model.Susceptance[branch]) * (angle + Math.Abs(model.Shift[branch]));
        }
    }

    /// <summary>True where there is a branch that can be held to Ohm's law or stay open.</summary>
    public bool IsAny => _most.Any(double.IsFinite);

    /// <summary>MW that a branch would carry at most while it is open, were it closed without changing the angles; infinite where nothing limits it.</summary>
    public double Most(int branch) => _most[branch];

    private double Angle(int branch) => (_model.Limit[branch] / Math.Abs(_model.Susceptance[branch])) + Math.Abs(_model.Shift[branch]);

    /// <summary>Radians between two buses of one part at most.</summary>
    private double Within(int from, int to)
    {
        if (from == to)
            return 0;
        if (!_lines.Obeys(_parts.Of[from]))
            return double.PositiveInfinity;
        if (!_within.TryGetValue(from, out var far))
            _within.Add(from, far = Shortest(from));
        return far.GetValueOrDefault(to, double.PositiveInfinity);
    }

    private Dictionary<int, double> Shortest(int start)
    {
        var far = new Dictionary<int, double> { [start] = 0 };
        var queue = new PriorityQueue<int, double>([(start, 0)]);
        while (queue.TryDequeue(out var bus, out var angle))
            for (var a = _model.AdjacencyStart[bus]; angle <= far[bus] && a < _model.AdjacencyStart[bus + 1]; a++)
            {
                var way = _model.AdjacencyBranch[a];
                var other = _model.BranchFrom[way] ^ _model.BranchTo[way] ^ bus;
                var there = angle + Angle(way);
                if (!_parts.IsRigid(way) || there >= far.GetValueOrDefault(other, double.PositiveInfinity))
                    continue;
                far[other] = there;
                queue.Enqueue(other, there);
            }
        return far;
    }

    /// <summary>Radians between buses of two parts at most, along the longest way; the crude limit where there are too many ways to try.</summary>
    private double Between(int from, int to)
    {
        var (longest, steps) = (0.0, 0);
        var passed = new bool[_parts.Count];
        Go(from, 0);
        return steps > MostSteps ? _crude : Math.Min(longest, _crude);

        void Go(int at, double so)
        {
            var part = _parts.Of[at];
            if (part == _parts.Of[to])
            {
                longest = Math.Max(longest, so + Within(at, to));
                return;
            }
            passed[part] = true;
            foreach (var (branch, bus, other) in _ways[part])
                if (!passed[_parts.Of[other]] && ++steps <= MostSteps)
                    Go(other, so + Within(at, bus) + Angle(branch));
            passed[part] = false;
        }
    }

    /// <summary>No way is longer than one through every part, along its longest way, and as many of the longest branches as it takes.</summary>
    private double Crude()
    {
        var inside = _ways.Sum(ways =>
        {
            int[] buses = [.. ways.Select(w => w.Bus).Distinct()];
            return buses.SelectMany(b => buses.Select(c => Within(b, c))).Append(0).Max();
        });
        return inside + _ways.SelectMany(w => w).Select(w => w.Branch).Distinct().Select(Angle).OrderDescending().Take(_parts.Count - 1).Sum();
    }
}
