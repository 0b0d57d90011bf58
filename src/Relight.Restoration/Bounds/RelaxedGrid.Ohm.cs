namespace Relight.Restoration.Bounds;

// Ohm's law with columns of angles: inside parts, and for repaired branches.
internal sealed partial class RelaxedGrid
{
    /// <summary>
    /// Angles, and what the branches inside parts carry, by the buses at their ends. Where nothing ties the angles of one
    /// part to those of another, each part has a bus whose angle is 0.
    /// </summary>
    private List<(int Column, int Bus, int Sign)> RigidFlows(bool switched)
    {
        List<(int, int, int)> ends = [];
        for (var bus = 0; bus < _model.BusCount; bus++)
            _angle[bus] = _parts.First[_parts.Of[bus]] == bus && (bus == 0 || !switched)
                ? None : _program.AddColumn(double.NegativeInfinity, double.PositiveInfinity);
        for (var branch = 0; branch < _model.BranchCount; branch++)
        {
            if (!_parts.IsRigid(branch))
                continue;
            var limit = _lines.Knows(branch) ? _model.Limit[branch] : double.PositiveInfinity;
            var flow = _program.AddColumn(-limit, limit);
            var (constant, along) = ByAngles(branch);
            _program.AddRow(constant, constant, [(flow, 1), .. along.Select(a => (a.Column, -a.Value))]);
            ends.Add((flow, _model.BranchFrom[branch], -1));
            ends.Add((flow, _model.BranchTo[branch], 1));
        }
        return ends;
    }

    /// <summary>The flow of a closed branch between buses of one part by its angles. Angles are in base MW: flows and angles are then of one size.</summary>
    private (double Constant, List<(int Column, double Value)> Along) ByAngles(int branch)
    {
        var perUnit = _model.Susceptance[branch] / _model.Problem.Network.BaseMegavoltAmperes;
        List<(int Column, double Value)> along = [];
        foreach (var (bus, sign) in new[] { (_model.BranchFrom[branch], 1), (_model.BranchTo[branch], -1) })
            if (_angle[bus] != None)
                along.Add((_angle[bus], sign * perUnit));
        return (-_model.Susceptance[branch] * _model.Shift[branch], along);
    }

    /// <summary>
    /// A repaired branch is closed and carries what the angles say, or open and carries nothing; then the angles are within
    /// what other branches carry.
    /// </summary>
    private void AddOhmOrOpen(int branch, int flow)
    {
        var most = _open.Most(branch);
        if (!double.IsFinite(most))
            return;
        var closed = _program.AddColumn(0, 1);
        _closed.Add(closed);
        foreach (var repair in Repairs(branch))
            AtMost(closed, 1, _done[repair]);
        if (_gate[_supply.Forth(branch)] is >= 0 and var forth)
            _program.AddRow(double.NegativeInfinity, 0, (forth, 1), (_gate[_supply.Back(branch)], 1), (closed, -1));
        AtMost(flow, MostThrough(branch), closed);
        AtLeast(flow, -MostThrough(branch), closed);
        var (constant, along) = ByAngles(branch);
        _program.AddRow(double.NegativeInfinity, most - constant, [.. along, (flow, -1), (closed, most)]);
        _program.AddRow(-most - constant, double.PositiveInfinity, [.. along, (flow, -1), (closed, -most)]);
    }
}
