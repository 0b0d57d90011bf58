using CsCheck;
using Relight.Grid;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;
using Relight.Tests.Grid;

namespace Relight.Tests.Restoration;

/// <summary>How a search learns from sets of repairs that serve more at some hour than its own plan.</summary>
public class DetourTests
{
    /// <summary>
    /// Six lines in a row lead to 100 MW, six to 90 MW. Where the row to 90 MW comes first, no block of up to four lines can be
    /// moved without a loss: only all six are worth it.
    /// </summary>
    [Fact]
    public void A_set_that_serves_more_at_its_hour_leads_out_of_a_valley()
    {
        var (board, stream) = TwoRows();
        int[] better = [0, 1, 2, 3, 4, 5], other = [6, 7, 8, 9, 10, 11];
        var start = stream.Of([.. other, .. better]);
        var best = stream.Of([.. better, .. other]);
        var done = new RepairSet(board.Count);
        foreach (var job in better)
            done[job] = true;
        var set = new GoodSet(stream.Values.Key(done), 6, done);

        Assert.Equal(start.Unserved, stream.Insert(start, () => 0).Unserved);
        Assert.Equal(best.Unserved, stream.Detour(start, [set], () => 0).Unserved);
        Assert.Equal(start, stream.Detour(start, [set with { Hour = 12 }], () => 0));
    }

    [Fact]
    public void What_has_been_tried_from_a_plan_is_not_tried_again()
    {
        var (board, stream) = TwoRows();
        var start = stream.Of(Enumerable.Range(0, board.Count));
        var done = new RepairSet(board.Count);
        for (var job = 6; job < board.Count; job++)
            done[job] = true;
        var set = new GoodSet(stream.Values.Key(done), 5, done);
        stream.Detour(start, [set], () => 0);
        var looked = stream.Evaluation.Count;
        Assert.Equal(start, stream.Detour(start, [set], () => 0));
        Assert.Equal(looked, stream.Evaluation.Count);
    }

    [Fact]
    public void Two_plans_tell_each_other_where_they_serve_more()
    {
        var problem = LoadDeliveryTests.AllDamaged(MatpowerReader.Read(SharedData.Network("pglib_opf_case14_ieee")).Value!, []);
        var (board, values) = (new JobBoard(problem), new StateValues(new DeliveryModel(problem)));
        Gen.Int.Array[board.Count].Array[2].Sample(
            keys =>
            {
                var (one, other) = (Placed(keys[0]), Placed(keys[1]));
                var sets = Crossing.Of(one, other).ToArray();
                foreach (var set in sets)
                {
                    Assert.True(other.Worth(set.Done) > one.ServedAt(set.Hour));
                    Assert.Equal(other.ServedAt(set.Hour), other.Worth(set.Done));
                }
                Assert.Equal(other.Ends.Any(hour => other.ServedAt(hour) > one.ServedAt(hour) + 0.01), sets.Length > 0);
                // Between two sets lies an hour at which the other does not serve more.
                foreach (var (before, after) in sets.Zip(sets.Skip(1)))
                    Assert.Contains(other.Ends, h => h > before.Hour && h < after.Hour && other.ServedAt(h) <= one.ServedAt(h) + 0.01);
                Assert.Empty(Crossing.Of(one, one));
            },
            iter: 100,
            threads: 1);

        Incumbent Placed(int[] keys) =>
            new(board, Candidate.Unvalued(Enumerable.Range(0, board.Count).OrderBy(job => keys[job])), values);
    }

    [Fact]
    public void Of_a_set_found_twice_the_earliest_hour_counts()
    {
        var sets = new GoodSets();
        var done = new RepairSet(3);
        foreach (var hour in new[] { 5.0, 3.0, 4.0 })
            sets.Add(new GoodSet(7, hour, done));
        Assert.Equal([new GoodSet(7, 3, done)], sets.All);
    }

    private static (JobBoard Board, SearchStream Stream) TwoRows()
    {
        Bus[] buses = [.. Enumerable.Range(1, 13).Select(id => new Bus { Id = id, DemandMegawatts = id == 7 ? 100 : id == 13 ? 90 : 0 })];
        Branch[] branches = [.. Enumerable.Range(1, 12).Select(row => new Branch { Row = row, From = row == 7 ? 1 : row, To = row + 1, Reactance = 0.1 })];
        var network = new Network("two rows", 100, buses, branches, [new Generator { Row = 1, Bus = 1, MaxMegawatts = 1000 }]);
        var problem = new RestorationProblem(
            network.Name,
            network,
            [.. branches.Select(branch => new Repair { Element = new ElementId(ElementKind.Branch, branch.Row), Hours = 1 })],
            [new Crew { Name = "North" }]);
        var board = new JobBoard(problem);
        return (board, new SearchStream(board, new DeliveryModel(problem), 1, new Budget(null, null, default)));
    }
}
