using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Bounds;

/// <summary>
/// Ohm's law in the DC form inside the parts of a grid: the flow of every branch that is closed in every state follows from
/// what is put into its part, bus by bus, whatever the state of the rest.
/// </summary>
internal sealed class RigidLines
{
    private readonly DeliveryModel _model;
    private readonly GridParts _parts;
    private readonly SusceptanceFactor _factor;
    private readonly int[] _buses;
    private readonly double[] _shifted;
    private readonly bool[] _obeys;

    /// <summary>Prepares for a network.</summary>
    public RigidLines(DeliveryModel model, GridParts parts)
    {
        (_model, _parts) = (model, parts);
        _factor = new SusceptanceFactor(model.Pattern);
        _buses = [.. Enumerable.Range(0, model.BusCount)];
        _shifted = new double[model.BusCount];
        _obeys = new bool[parts.Count];
        var sum = new double[model.BusCount];
        for (var branch = 0; branch < model.BranchCount; branch++)
        {
            if (!parts.IsRigid(branch))
                continue;
            var (from, to, susceptance) = (model.BranchFrom[branch], model.BranchTo[branch], model.Susceptance[branch]);
            sum[from] += susceptance;
            sum[to] += susceptance;
            _factor.AddEntry(branch, susceptance);
            _shifted[from] += susceptance * model.Shift[branch];
            _shifted[to] -= susceptance * model.Shift[branch];
        }
        for (var bus = 0; bus < model.BusCount; bus++)
            _factor.SetBus(bus, sum[bus], parts.First[parts.Of[bus]] == bus);
        Array.Fill(_obeys, _factor.Refactor());
        // A part whose phase shifters alone drive more through a line than it carries serves nothing in a plan, but says
        // nothing of the other parts: it is left to serve what it likes.
        var idle = Angles(new double[model.BusCount]);
        for (var branch = 0; branch < model.BranchCount; branch++)
            if (parts.IsRigid(branch) && Math.Abs(Flow(branch, idle)) > model.Limit[branch])
                _obeys[parts.Of[model.BranchFrom[branch]]] = false;
    }

    /// <summary>The angles (radians) that injections (MW) at the buses make, each part by itself.</summary>
    public double[] Angles(ReadOnlySpan<double> injections)
    {
        var angles = new double[_model.BusCount];
        for (var bus = 0; bus < angles.Length; bus++)
            angles[bus] = injections[bus] + _shifted[bus];
        _factor.Solve(_buses, angles);
        return angles;
    }

    /// <summary>Flow of a branch (MW) between two buses of one part with such angles.</summary>
    public double Flow(int branch, ReadOnlySpan<double> angles) =>
        _model.Susceptance[branch] * (angles[_model.BranchFrom[branch]] - angles[_model.BranchTo[branch]] - _model.Shift[branch]);

    /// <summary>True where the flow of a branch between two buses of one part is known from the injections, if it is closed.</summary>
    public bool Knows(int branch) =>
        _parts.Of[_model.BranchFrom[branch]] is var part && part == _parts.Of[_model.BranchTo[branch]] && _obeys[part];

    /// <summary>True where the branches of a part are held to their limits.</summary>
    public bool Obeys(int part) => _obeys[part];

    /// <summary>The branches that carry more than they can with such angles, the worst first.</summary>
    public IEnumerable<int> Overloaded(double[] angles) => Enumerable.Range(0, _model.BranchCount)
        .Where(b => double.IsFinite(_model.Limit[b]) && _parts.IsRigid(b) && Knows(b))
        .Select(b => (Branch: b, Over: Math.Abs(Flow(b, angles)) - _model.Limit[b]))
        .Where(b => b.Over > 1e-4 * (1 + _model.Limit[b.Branch]))
        .OrderByDescending(b => b.Over).ThenBy(b => b.Branch)
        .Select(b => b.Branch);

    /// <summary>
    /// The flow that a branch between two buses of one part has where it does not change the angles: constant and slope for
    /// each MW put in at a bus. What is put into a part adds up to 0, so the middle slope is taken from all.
    /// </summary>
    public (double Constant, double[] Slope) Row(int branch)
    {
        var slope = new double[_model.BusCount];
        var (from, to, susceptance) = (_model.BranchFrom[branch], _model.BranchTo[branch], _model.Susceptance[branch]);
        slope[from] += susceptance;
        slope[to] -= susceptance;
        _factor.Solve(_buses, slope);
        var constant = -susceptance * _model.Shift[branch];
        for (var bus = 0; bus < slope.Length; bus++)
            constant += slope[bus] * _shifted[bus];
        var part = _parts.Of[from];
        double[] sorted = [.. _buses.Where(b => _parts.Of[b] == part).Select(b => slope[b]).Order()];
        foreach (var bus in _buses)
            slope[bus] = _parts.Of[bus] == part && slope[bus] - sorted[sorted.Length / 2] is var rest && Math.Abs(rest) > 1e-11 ? rest : 0;
        return (constant, slope);
    }
}
