using System.Collections.Frozen;
using Relight.Grid;

namespace Relight.Restoration.LoadDelivery;

/// <summary>
/// A restoration problem's network as arrays for load delivery: only what the file has in service, megawatts and radians.
/// Buses are numbered from 0 in the order in which the susceptance matrix is eliminated, which keeps its factor sparse
/// and its loops in step with memory. Immutable; one model serves many evaluators.
/// </summary>
internal sealed class DeliveryModel
{
    /// <summary>Compiles the network; <paramref name="problem"/> must have passed its checks.</summary>
    public DeliveryModel(RestorationProblem problem)
    {
        var network = problem.Network;
        Problem = problem;
        Switched = [.. problem.Repairs.Select(r => r.Element), .. problem.Repaired];
        SwitchOf = Switched.Index().ToFrozenDictionary(s => s.Item, s => s.Index);
        int Switch(ElementKind kind, int number) => SwitchOf.GetValueOrDefault(new ElementId(kind, number), -1);
        int Repair(ElementKind kind, int number) => Switch(kind, number) is var place && place < problem.Repairs.Count ? place : -1;

        var buses = InOrderOfElimination(network);
        BusCount = buses.Length;
        BusIds = [.. buses.Select(b => b.Id)];
        BusRepair = [.. buses.Select(b => Repair(ElementKind.Bus, b.Id))];
        var index = buses.Select((b, i) => (b.Id, i)).ToDictionary(p => p.Id, p => p.i);

        FixedLow = [.. buses.Select(b => -Math.Max(0, b.ShuntMegawatts))];
        FixedHigh = [.. buses.Select(b => Math.Max(0, -b.DemandMegawatts) + Math.Max(0, -b.ShuntMegawatts))];
        (SegmentStart, SegmentMegawatts, SegmentWeight) = Segments(problem, buses);
        SegmentBus = [.. Enumerable.Range(0, BusCount).SelectMany(i => Enumerable.Repeat(i, SegmentStart[i + 1] - SegmentStart[i]))];
        PeoplePerMegawatt = PeopleByDemand(problem, buses);
        Demand = SegmentMegawatts.Sum();
        WeightedDemand = SegmentMegawatts.Zip(SegmentWeight, (mw, w) => mw * w).Sum();

        var generators = network.Generators.Where(g => g.InService && index.ContainsKey(g.Bus)).ToArray();
        GeneratorBus = [.. generators.Select(g => index[g.Bus])];
        GeneratorLow = [.. generators.Select(g => Math.Min(0, g.MinMegawatts))];
        GeneratorHigh = [.. generators.Select(g => Math.Max(0, g.MaxMegawatts))];
        GeneratorRepair = [.. generators.Select(g => Repair(ElementKind.Generator, g.Row))];

        var branches = network.Branches
            .Where(b => b.InService && index.ContainsKey(b.From) && index.ContainsKey(b.To)).ToArray();
        BranchCount = branches.Length;
        BranchRow = [.. branches.Select(b => b.Row)];
        BranchFrom = [.. branches.Select(b => index[b.From])];
        BranchTo = [.. branches.Select(b => index[b.To])];
        Susceptance = [.. branches.Select(b => network.BaseMegavoltAmperes / (b.Reactance * b.Ratio))];
        Shift = [.. branches.Select(b => b.ShiftDegrees * Math.PI / 180)];
        Limit = [.. branches.Select(b => b.RatingMegavoltAmperes > 0 ? b.RatingMegavoltAmperes : double.PositiveInfinity)];
        Shifters = [.. Enumerable.Range(0, BranchCount).Where(k => Shift[k] != 0)];
        BranchRepair = [.. branches.Select(b => Repair(ElementKind.Branch, b.Row))];
        BranchSwitch = [.. branches.Select(b => Switch(ElementKind.Branch, b.Row))];

        var lines = network.DcLines
            .Where(d => d.InService && index.ContainsKey(d.From) && index.ContainsKey(d.To)).ToArray();
        DcFrom = [.. lines.Select(d => index[d.From])];
        DcTo = [.. lines.Select(d => index[d.To])];
        DcLow = [.. lines.Select(d => d.MinMegawatts)];
        DcHigh = [.. lines.Select(d => d.MaxMegawatts)];

        (AdjacencyStart, AdjacencyBranch) = Adjacency();
        Pattern = new SusceptancePattern(BusCount, BranchFrom, BranchTo);
    }

    /// <summary>The problem that was compiled.</summary>
    public RestorationProblem Problem { get; }

    public int BusCount { get; }
    public int[] BusIds { get; }

    /// <summary>Repair that brings the bus back; −1 where it is not damaged. Likewise for branches and generators.</summary>
    public int[] BusRepair { get; }

    /// <summary>Range of the injection that a bus has of itself: shunts and negative loads, MW.</summary>
    public double[] FixedLow { get; }
    public double[] FixedHigh { get; }

    /// <summary>Demand of bus i in parts of one weight, the heaviest first: parts <c>SegmentStart[i] .. SegmentStart[i+1]−1</c>.</summary>
    public int[] SegmentStart { get; }
    public double[] SegmentMegawatts { get; }
    public double[] SegmentWeight { get; }
    public int[] SegmentBus { get; }

    /// <summary>People for each megawatt of a bus's demand.</summary>
    public double[] PeoplePerMegawatt { get; }

    /// <summary>Sum of all positive loads, MW; and the same by weight.</summary>
    public double Demand { get; }
    public double WeightedDemand { get; }

    public int[] GeneratorBus { get; }
    public double[] GeneratorLow { get; }
    public double[] GeneratorHigh { get; }
    public int[] GeneratorRepair { get; }

    public int BranchCount { get; }
    public int[] BranchRow { get; }
    public int[] BranchFrom { get; }
    public int[] BranchTo { get; }

    /// <summary>MW for each radian of angle difference.</summary>
    public double[] Susceptance { get; }
    public double[] Shift { get; }

    /// <summary>Branches with a phase shift.</summary>
    public int[] Shifters { get; }

    /// <summary>MW; infinite where the file has none.</summary>
    public double[] Limit { get; }
    public int[] BranchRepair { get; }

    /// <summary>
    /// What may stay open when it is back: the damaged elements in the order of the damage list, then the branches that
    /// were back before. Its place in this list is the number of a switch.
    /// </summary>
    public IReadOnlyList<ElementId> Switched { get; }

    /// <summary>Switch of an element.</summary>
    public FrozenDictionary<ElementId, int> SwitchOf { get; }

    /// <summary>Switch of a branch; −1 where it is closed whenever both its buses are up.</summary>
    public int[] BranchSwitch { get; }

    public int[] DcFrom { get; }
    public int[] DcTo { get; }
    public double[] DcLow { get; }
    public double[] DcHigh { get; }

    /// <summary>Branches at bus i: <c>AdjacencyBranch[AdjacencyStart[i] .. AdjacencyStart[i+1]−1]</c>.</summary>
    public int[] AdjacencyStart { get; }
    public int[] AdjacencyBranch { get; }

    /// <summary>Where the susceptance matrix and its factor have entries.</summary>
    public SusceptancePattern Pattern { get; }

    /// <summary>An empty set of switches that are open.</summary>
    public RepairSet NothingOpen() => new(Switched.Count);

    private static Bus[] InOrderOfElimination(Network network)
    {
        var buses = network.Buses.Where(b => b.Type != BusType.Isolated).ToArray();
        var place = buses.Select((b, i) => (b.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var edges = network.Branches.Where(b => b.InService && place.ContainsKey(b.From) && place.ContainsKey(b.To))
            .Select(b => (place[b.From], place[b.To]));
        return [.. EliminationOrder.MinimumDegree(buses.Length, edges).Select(i => buses[i])];
    }

    private (int[] Start, double[] Megawatts, double[] Weight) Segments(RestorationProblem problem, Bus[] buses)
    {
        var named = problem.Weights.ToLookup(w => w.Bus);
        var start = new int[buses.Length + 1];
        var megawatts = new List<double>();
        var weight = new List<double>();
        for (var i = 0; i < buses.Length; i++)
        {
            var rest = Math.Max(0, buses[i].DemandMegawatts);
            var parts = named[buses[i].Id].Select(w => (w.Megawatts, w.Weight)).ToList();
            rest -= parts.Sum(p => p.Megawatts);
            parts.Add((rest, 1));
            foreach (var group in parts.Where(p => p.Megawatts > 0).GroupBy(p => p.Weight).OrderByDescending(g => g.Key))
            {
                megawatts.Add(group.Sum(p => p.Megawatts));
                weight.Add(group.Key);
            }
            start[i + 1] = megawatts.Count;
        }
        return (start, [.. megawatts], [.. weight]);
    }

    private static double[] PeopleByDemand(RestorationProblem problem, Bus[] buses)
    {
        var people = problem.People.ToLookup(p => p.Bus, p => p.People);
        return [.. buses.Select(b => b.DemandMegawatts > 0 ? people[b.Id].Sum() / b.DemandMegawatts : 0)];
    }

    private (int[] Start, int[] Branch) Adjacency()
    {
        var start = new int[BusCount + 1];
        for (var k = 0; k < BranchCount; k++)
        {
            start[BranchFrom[k] + 1]++;
            start[BranchTo[k] + 1]++;
        }
        for (var i = 0; i < BusCount; i++)
            start[i + 1] += start[i];
        var next = start.AsSpan(0, BusCount).ToArray();
        var branch = new int[2 * BranchCount];
        for (var k = 0; k < BranchCount; k++)
        {
            branch[next[BranchFrom[k]]++] = k;
            branch[next[BranchTo[k]]++] = k;
        }
        return (start, branch);
    }
}
