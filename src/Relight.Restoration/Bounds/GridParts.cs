using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Bounds;

/// <summary>
/// The parts of a grid that are joined by what is not damaged. A damaged bus is a part of its own. Within a part all
/// branches are closed in every state of the grid.
/// </summary>
internal sealed class GridParts
{
    private readonly DeliveryModel _model;

    /// <summary>Finds the parts.</summary>
    public GridParts(DeliveryModel model)
    {
        _model = model;
        Of = new int[model.BusCount];
        Array.Fill(Of, -1);
        var stack = new Stack<int>();
        List<int> first = [];
        for (var bus = 0; bus < Of.Length; bus++)
        {
            if (Of[bus] >= 0)
                continue;
            Of[bus] = first.Count;
            stack.Push(bus);
            while (stack.TryPop(out var at))
                for (var a = model.AdjacencyStart[at]; a < model.AdjacencyStart[at + 1]; a++)
                {
                    var branch = model.AdjacencyBranch[a];
                    var other = model.BranchFrom[branch] ^ model.BranchTo[branch] ^ at;
                    if (Of[other] >= 0 || !IsRigid(branch))
                        continue;
                    Of[other] = first.Count;
                    stack.Push(other);
                }
            first.Add(bus);
        }
        First = [.. first];
    }

    /// <summary>How many parts there are.</summary>
    public int Count => First.Length;

    /// <summary>Part of each bus.</summary>
    public int[] Of { get; }

    /// <summary>The first bus of each part.</summary>
    public int[] First { get; }

    /// <summary>Repair that brings a part back; −1 where its buses are not damaged.</summary>
    public int Repair(int part) => _model.BusRepair[First[part]];

    /// <summary>True where a branch is closed in every state of the grid.</summary>
    public bool IsRigid(int branch) => _model.BranchSwitch[branch] < 0
        && _model.BusRepair[_model.BranchFrom[branch]] < 0 && _model.BusRepair[_model.BranchTo[branch]] < 0;
}
