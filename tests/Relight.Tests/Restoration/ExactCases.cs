using Relight.Grid;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;
using Relight.Tests.Grid;

namespace Relight.Tests.Restoration;

/// <summary>Problems to prove, and plain enumeration to hold the proofs against.</summary>
internal static class ExactCases
{
    /// <summary>So many elements of a public network damaged, hours mixed; skills, travel, arrivals and precedence where asked for.</summary>
    public static RestorationProblem Public(string name, int damaged, int crews, int seed, bool mixed = false, double? horizon = null)
    {
        var network = MatpowerReader.Read(SharedData.Network("pglib_opf_" + name)).Value!;
        var random = new Random(seed);
        var elements = LoadDeliveryTests.AllDamaged(network, []).Repairs.Select(r => r.Element)
            .OrderBy(_ => random.Next()).Take(damaged).ToList();
        return Of(name, network, elements, crews, random, mixed, horizon);
    }

    /// <summary>Up to six damaged elements of a ring with tight lines, one to three crews, some of everything.</summary>
    public static RestorationProblem Small(int seed, int most)
    {
        var random = new Random(seed);
        var buses = Enumerable.Range(1, 5).Select(id => new Bus { Id = id, DemandMegawatts = 10 * random.Next(6) }).ToList();
        var branches = Enumerable.Range(0, 7).Select(k => new Branch
        {
            Row = k + 1,
            From = k < 5 ? k + 1 : k - 4,
            To = k < 5 ? ((k + 1) % 5) + 1 : k - 2,
            Reactance = 0.1 * (1 + random.Next(3)),
            RatingMegavoltAmperes = random.Next(3) * 20,
            ShiftDegrees = random.Next(12) == 0 ? 3 : 0,
        }).ToList();
        Generator[] generators =
        [
            new Generator { Row = 1, Bus = 1, MaxMegawatts = 100 },
            new Generator { Row = 2, Bus = 3, MaxMegawatts = 50 },
        ];
        var network = new Network("ring", 100, buses, branches, generators);
        var elements = LoadDeliveryTests.AllDamaged(network, []).Repairs.Select(r => r.Element)
            .OrderBy(_ => random.Next()).Take(1 + random.Next(most)).ToList();
        double? horizon = random.Next(3) == 0 ? 4 + random.Next(12) : null;
        return Of("small", network, elements, 1 + random.Next(3), random, random.Next(4) > 0, horizon);
    }

    /// <summary>The least over all orders and crews, each state worth what every way to leave branches open gives at most.</summary>
    public static double BestOfAll(RestorationProblem problem)
    {
        var board = new JobBoard(problem);
        var schedule = new Schedule(board);
        var served = new Dictionary<int, double>();
        var model = new DeliveryModel(problem);
        var delivery = new LoadDelivery(model);
        var best = double.PositiveInfinity;
        var crew = new int[board.Count];
        void Extend(List<int> order)
        {
            if (order.Count == board.Count)
            {
                schedule.Place(order.ToArray(), crew);
                best = Math.Min(best, Unserved());
                return;
            }
            for (var job = 0; job < board.Count; job++)
            {
                if (order.Contains(job))
                    continue;
                foreach (var c in board.Crews[job])
                {
                    crew[job] = c;
                    Extend([.. order, job]);
                }
            }
        }

        double Unserved()
        {
            var horizon = problem.HorizonHours ?? schedule.End.DefaultIfEmpty(0).Max();
            double[] hours = [.. schedule.End.Append(0).Append(horizon).Where(h => h <= horizon).Distinct().Order()];
            return hours.Zip(hours.Skip(1), (from, to) => (to - from) * (model.WeightedDemand - Worth(from))).Sum();
        }

        double Worth(double hour)
        {
            var done = Enumerable.Range(0, board.Count).Where(j => schedule.End[j] <= hour).ToList();
            var mask = done.Aggregate(0, (m, j) => m | (1 << j));
            if (!served.TryGetValue(mask, out var worth))
                served[mask] = worth = MostServed(problem, delivery, done);
            return worth;
        }

        Extend([]);
        return best;
    }

    /// <summary>The most that a set of repairs serves, over every set of its branches that stays open.</summary>
    public static double MostServed(RestorationProblem problem, LoadDelivery delivery, List<int> done)
    {
        var repaired = new RepairSet(problem.Repairs.Count);
        foreach (var job in done)
            repaired[job] = true;
        var branches = done.Where(j => problem.Repairs[j].Element.Kind == ElementKind.Branch)
            .Concat(Enumerable.Range(problem.Repairs.Count, problem.Repaired.Count)).ToList();
        double most = 0;
        for (var choice = 0; choice < 1 << branches.Count; choice++)
        {
            var open = new RepairSet(problem.Repairs.Count + problem.Repaired.Count);
            for (var b = 0; b < branches.Count; b++)
                open[branches[b]] = (choice >> b & 1) != 0;
            most = Math.Max(most, delivery.Evaluate(repaired, open).Weighted);
        }
        return most;
    }

    private static RestorationProblem Of(
        string name, Network network, List<ElementId> elements, int crews, Random random, bool mixed, double? horizon)
    {
        // Hours that are no decimal fractions cannot be counted exactly.
        var thirds = mixed && random.Next(4) == 0;
        List<Repair> repairs = [];
        for (var i = 0; i < elements.Count; i++)
            repairs.Add(new Repair
            {
                Element = elements[i],
                Hours = mixed && random.Next(12) == 0 ? 0 : ((1 + random.Next(12)) * (mixed ? 0.7 : 1)) + (thirds ? 1 / 3.0 : 0),
                Skill = mixed && random.Next(4) == 0 ? "line" : null,
                AvailableFrom = mixed && random.Next(4) == 0 ? random.Next(12) : 0,
                After = mixed && i > 0 && random.Next(5) == 0 ? [elements[random.Next(i)]] : [],
            });
        List<Crew> teams = [];
        for (var c = 0; c < crews; c++)
            teams.Add(new Crew
            {
                Name = $"Crew {c}",
                Skills = c == 0 || random.Next(2) == 0 ? ["line"] : [],
                AvailableFrom = mixed && random.Next(3) == 0 ? random.Next(5) : 0,
                Ways = mixed && random.Next(3) == 0 ? [new CrewWay(elements[random.Next(elements.Count)], 2)] : [],
            });
        if (mixed && random.Next(3) == 0)
            repairs[0] = repairs[0] with { UnderWay = "Crew 0", After = [], AvailableFrom = 0 };
        if (repairs[0].UnderWay is not null)
            teams[0] = teams[0] with { Ways = [] };
        List<Travel> travel = [];
        for (var k = 0; mixed && k < elements.Count; k++)
            if (random.Next(elements.Count) is var to && to != k)
                travel.Add(new Travel(elements[k], elements[to], 0.5 * (1 + random.Next(8))));
        var weights = network.Buses.Where(b => mixed && b.DemandMegawatts > 0 && random.Next(4) == 0)
            .Select(b => new WeightedLoad(b.Id, b.DemandMegawatts / 2, 5)).ToList();
        var back = network.Branches.Select(b => new ElementId(ElementKind.Branch, b.Row)).Except(elements).Take(mixed ? random.Next(3) : 0);
        return new RestorationProblem(
            name, network, repairs, teams, [.. travel.DistinctBy(t => (t.From, t.To))], weights, horizonHours: horizon, repaired: [.. back]);
    }
}
