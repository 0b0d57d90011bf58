using System.Security.Cryptography;
using Google.OrTools.Sat;
using Relight.Register;

namespace Relight.Matching;

/// <summary>
/// Gives units to needs so that their worth together is greatest, with a proof, or a bound where time ends before. Of
/// several allocations of the same worth it takes the one whose ways cost least, and of these the one whose pairs have the
/// greatest marks, a mark being made of the two ids alone: so the answer does not depend on the order of anything, and a new
/// offer that nobody takes changes nothing.
/// </summary>
public static class Allocator
{
    private const int Seed = 1;

    /// <summary>The best allocation.</summary>
    /// <param name="problem">Needs, units, what can serve what, and what stays.</param>
    /// <param name="effort">How much may be looked at, in the solver's own steps (about a second of one core each), for all together.</param>
    /// <param name="explain">Whether each need that goes without is to be told why.</param>
    /// <param name="progress">Is told how far it is, with the best so far.</param>
    /// <param name="cancel">Ends it with the best so far.</param>
    /// <exception cref="ArgumentException">Locks give more than there is, or what cannot be given.</exception>
    public static AllocationResult Run(
        AllocationProblem problem, double effort = 30, bool explain = true, IProgress<AllocationProgress>? progress = null, CancellationToken cancel = default)
    {
        var model = new Model(problem);
        var budget = new Budget(effort, cancel);
        var best = model.Solve(budget, new Goal(), (worth, bound) => progress?.Report(new AllocationProgress(worth, bound, 0)));
        var units = best.Worth == best.Bound ? AmongEquals(model, best, budget) : best.Units;
        var unserved = new List<Unserved>();
        for (var n = 0; n < model.Needs.Length && explain; n++)
        {
            if (Explain(model, units, best.Worth, n, budget) is { } without)
                unserved.Add(without);
            progress?.Report(new AllocationProgress(Model.OfThousandths(best.Worth), Model.OfThousandths(best.Bound), (n + 1.0) / model.Needs.Length));
        }
        return new AllocationResult(model.Gifts(units), Model.OfThousandths(best.Worth), Model.OfThousandths(best.Bound), unserved)
        {
            Interrupted = cancel.IsCancellationRequested,
        };
    }

    // The same worth again, first with the ways, then with the marks: only where the worth is proven, for else there may be a better one.
    private static long[] AmongEquals(Model model, Solution best, Budget budget)
    {
        var cheapest = model.HasWays ? model.Solve(budget, new Goal { Worth = best.Worth }) : best;
        if (cheapest.Units.Length == 0)
            return best.Units;
        // Where time ended before the cheapest was proven, what was found stays: another of the same cost would not be told from it.
        if (model.HasWays && !cheapest.IsProven)
            return cheapest.Units;
        var marked = model.Solve(budget, new Goal { Worth = best.Worth, Euros = model.EurosOf(cheapest.Units) });
        return marked.Units.Length > 0 ? marked.Units : cheapest.Units;
    }

    private static Unserved? Explain(Model model, long[] units, long worth, int n, Budget budget)
    {
        var need = model.Needs[n];
        var missing = need.Units - (int)model.Of(n).Sum(g => units[g]);
        if (missing <= 0)
            return null;
        if (!model.Of(n).Any())
            return new Unserved(need.Need, missing, Shortage.NothingFits, [], 0);
        if (!budget.IsLeft)
            return new Unserved(need.Need, missing, Shortage.NotLookedInto, [], 0);
        var other = model.Solve(budget, new Goal { Served = n, Least = need.Units - missing + 1 });
        if (other.Units.Length == 0)
            return new Unserved(need.Need, missing, model.WhyNone(n), [], 0);
        var losers = model.Needs.Select((_, m) => m)
            .Where(m => m != n && model.WorthOf(m, other.Units) < model.WorthOf(m, units))
            .Select(m => model.Needs[m].Need).ToList();
        return new Unserved(
            need.Need, missing, losers.Count > 0 ? Shortage.WorthMoreElsewhere : Shortage.WorthNothing, losers, Model.OfThousandths(worth - other.Worth));
    }

    private sealed class Budget(double effort, CancellationToken cancel)
    {
        private double _left = effort;

        public CancellationToken Cancel => cancel;

        public bool IsLeft => _left > 0.01 && !cancel.IsCancellationRequested;

        public double Left => Math.Max(0.01, _left);

        public void Take(double used) => _left -= used;
    }

    /// <summary>Units by pair, and their worth in thousandths; no units where there is no allocation.</summary>
    private sealed record Solution(long[] Units, long Worth, long Bound)
    {
        /// <summary>Whether it is the best by what was looked for.</summary>
        public bool IsProven { get; init; }
    }

    /// <summary>What is looked for: the greatest worth; of a worth that is given the least cost; of a worth and a cost the greatest marks.</summary>
    private sealed record Goal
    {
        /// <summary>The worth that it must have, in thousandths; null for the greatest.</summary>
        public long? Worth { get; init; }

        /// <summary>What its ways must cost; null for the least.</summary>
        public long? Euros { get; init; }

        /// <summary>A need that must get a number of units at least; null for none.</summary>
        public int? Served { get; init; }

        /// <summary>How many units that need must get.</summary>
        public int Least { get; init; }
    }

    private sealed class Model
    {
        private readonly UnitsToGive[] _offers;
        private readonly PossibleGift[] _gifts;
        private readonly Dictionary<Id<Offer>, int> _stock;
        private readonly long[] _worth;
        private readonly long[] _euros;
        private readonly long[] _marks;
        private readonly long[] _locked;
        private readonly ILookup<Id<Need>, int> _ofNeed;
        private readonly ILookup<Id<Offer>, int> _ofOffer;

        // Everything in the order of ids: the order in which it was given must not show.
        public Model(AllocationProblem problem)
        {
            Needs = [.. problem.Needs.OrderBy(need => need.Need)];
            _offers = [.. problem.Offers.OrderBy(offer => offer.Offer)];
            _gifts = [.. problem.Gifts.OrderBy(gift => gift.Need).ThenBy(gift => gift.Offer)];
            _stock = _offers.ToDictionary(offer => offer.Offer, offer => offer.Units);
            var needs = Needs.ToDictionary(need => need.Need);
            _worth = [.. _gifts.Select(gift => InThousandths((gift.Worth ?? needs[gift.Need].Worth - (needs[gift.Need].LostADay * gift.Days)) - gift.Transport))];
            var dearest = _gifts.Max(gift => gift.Euros) ?? 0;
            _euros = [.. _gifts.Select(gift => gift.Euros ?? dearest)];
            _marks = [.. _gifts.Select(Mark)];
            _ofNeed = Enumerable.Range(0, _gifts.Length).ToLookup(g => _gifts[g].Need);
            _ofOffer = Enumerable.Range(0, _gifts.Length).ToLookup(g => _gifts[g].Offer);
            var locks = problem.Locks.ToLookup(held => (held.Need, held.Offer), held => held.Units);
            _locked = [.. _gifts.Select(gift => (long)locks[(gift.Need, gift.Offer)].Sum())];
            if (_locked.Sum() != problem.Locks.Sum(held => held.Units)
                || Needs.Any(need => _ofNeed[need.Need].Sum(g => _locked[g]) > need.Units)
                || _offers.Any(offer => _ofOffer[offer.Offer].Sum(g => _locked[g] * _gifts[g].Takes) > offer.Units))
                throw new ArgumentException("locks must be of what can be given, and of no more than there is or is needed", nameof(problem));
        }

        public NeedToServe[] Needs { get; }

        /// <summary>Whether any way is known to cost something.</summary>
        public bool HasWays => _euros.Any(euros => euros > 0);

        public long EurosOf(long[] units) => units.Select((count, g) => count * _euros[g]).Sum();

        public IEnumerable<int> Of(int need) => _ofNeed[Needs[need].Need];

        public long WorthOf(int need, long[] units) => Of(need).Sum(g => units[g] * _worth[g]);

        public IReadOnlyList<Gift> Gifts(long[] units) => [.. Enumerable.Range(0, _gifts.Length)
            .Where(g => units[g] > 0)
            .Select(g => new Gift(_gifts[g].Need, _gifts[g].Offer, (int)units[g], OfThousandths(units[g] * _worth[g])))];

        /// <summary>The best allocation by a goal.</summary>
        /// <param name="budget">What is left to look at.</param>
        /// <param name="goal">What is looked for.</param>
        /// <param name="better">Is told each better worth that is found, with the bound.</param>
        public Solution Solve(Budget budget, Goal goal, Action<decimal, decimal>? better = null)
        {
            if (_gifts.Length == 0)
                return new Solution([], 0, 0);
            var model = new CpModel();
            var units = new IntVar[_gifts.Length];
            for (var g = 0; g < units.Length; g++)
                units[g] = model.NewIntVar(_locked[g], MostOf(g), "");
            foreach (var need in Needs)
                if (_ofNeed[need.Need].ToList() is { Count: > 0 } own)
                    model.Add(LinearExpr.Sum(own.Select(g => units[g])) <= need.Units);
            foreach (var offer in _offers)
                if (_ofOffer[offer.Offer].ToList() is { Count: > 0 } own)
                    model.Add(LinearExpr.WeightedSum(own.Select(g => units[g]), own.Select(g => (long)_gifts[g].Takes)) <= offer.Units);
            if (goal.Served is { } n)
                model.Add(LinearExpr.Sum(Of(n).Select(g => units[g])) >= goal.Least);
            AddGoal(model, units, goal);

            var solver = new CpSolver
            {
                StringParameters = FormattableString.Invariant($"num_workers:1,random_seed:{Seed},max_deterministic_time:{budget.Left:0.###}"),
            };
            using var stopped = budget.Cancel.Register(solver.StopSearch);
            var status = solver.Solve(model, better is null ? null : new Told(better));
            budget.Take(solver.Response!.DeterministicTime);
            if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
                return goal is { Served: null, Worth: null } ? LocksAlone() : new Solution([], 0, 0);
            var found = units.Select(solver.Value).ToArray();
            var value = found.Select((count, g) => count * _worth[g]).Sum();
            return new Solution(found, value, goal.Worth ?? (status == CpSolverStatus.Optimal ? value : (long)Math.Ceiling(solver.BestObjectiveBound)))
            {
                IsProven = status == CpSolverStatus.Optimal,
            };
        }

        private void AddGoal(CpModel model, IntVar[] units, Goal goal)
        {
            var (total, cost) = (LinearExpr.WeightedSum(units, _worth), LinearExpr.WeightedSum(units, _euros));
            if (goal.Worth is not { } worth)
            {
                model.Maximize(total);
                return;
            }
            model.Add(total == worth);
            if (goal.Euros is { } euros)
            {
                model.Add(cost == euros);
                model.Maximize(LinearExpr.WeightedSum(units, _marks));
            }
            else
                model.Minimize(cost);
        }

        // Time was over before anything was found: what stays is an allocation, and no need can get more than its best.
        private Solution LocksAlone() => new(
            [.. _locked],
            _locked.Select((count, g) => count * _worth[g]).Sum(),
            Needs.Sum(need => need.Units * Math.Max(0, _ofNeed[need.Need].Select(g => _worth[g]).DefaultIfEmpty(0).Max())));

        /// <summary>Why a need cannot get one more, whatever the others get.</summary>
        public Shortage WhyNone(int need) => !Of(need).Any(g => _worth[g] > 0) ? Shortage.WorthNothing
            : Of(need).Any(g => _worth[g] > 0 && StockOf(g) >= _gifts[g].Takes && _locked.Any(units => units > 0)) ? Shortage.Locked
            : Shortage.NothingFits;

        public static decimal OfThousandths(long worth) => worth / 1000m;

        private static long InThousandths(decimal worth) => (long)Math.Round(worth * 1000);

        // What is worth nothing is not given, unless it is locked.
        private long MostOf(int g) => _worth[g] <= 0 ? _locked[g] : Math.Max(_locked[g], _gifts[g].Takes > 0 ? StockOf(g) / _gifts[g].Takes : 0);

        private int StockOf(int g) => _stock[_gifts[g].Offer];

        private static long Mark(PossibleGift gift)
        {
            Span<byte> ids = stackalloc byte[32];
            gift.Need.Value.TryWriteBytes(ids);
            gift.Offer.Value.TryWriteBytes(ids[16..]);
            Span<byte> hash = stackalloc byte[32];
            SHA256.HashData(ids, hash);
            return BitConverter.ToUInt32(hash) >> 2;
        }
    }
    // Tells each better allocation as it is found.
    private sealed class Told(Action<decimal, decimal> better) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback() => better((decimal)ObjectiveValue() / 1000, (decimal)BestObjectiveBound() / 1000);
    }
}
