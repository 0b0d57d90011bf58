using System.Security.Cryptography;
using Google.OrTools.Sat;
using Relight.Register;

namespace Relight.Matching;

/// <summary>An allocation problem as the solver has it: how many units of each need each pair gives.</summary>
internal sealed class AllocationModel
{
    private const int Seed = 1;

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
    public AllocationModel(AllocationProblem problem)
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
            || _offers.Any(offer => _ofOffer[offer.Offer].Sum(g => (long)_gifts[g].TakenFor((int)_locked[g])) > offer.Units))
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
    public AllocationSolution Solve(AllocationBudget budget, AllocationGoal goal, Action<decimal, decimal>? better = null)
    {
        if (_gifts.Length == 0)
            return new AllocationSolution([], 0, 0);
        var model = new CpModel();
        var units = new IntVar[_gifts.Length];
        for (var g = 0; g < units.Length; g++)
            units[g] = model.NewIntVar(_locked[g], MostOf(g), "");
        var made = MadeWhole(model, units);
        foreach (var need in Needs)
            if (_ofNeed[need.Need].ToList() is { Count: > 0 } own)
            {
                model.Add(LinearExpr.Sum(own.Select(g => units[g])) <= need.Units);
                if (own.FindAll(made.ContainsKey) is { Count: > 0 } begun)
                    model.Add(LinearExpr.Sum(own.Select(g => units[g])) - LinearExpr.Sum(begun.Select(g => made[g])) <= need.Units - begun.Count);
            }
        foreach (var offer in _offers)
            if (_ofOffer[offer.Offer].ToList() is { Count: > 0 } own)
            {
                var begun = own.FindAll(made.ContainsKey);
                model.Add(LinearExpr.WeightedSum(
                    [.. own.Select(g => units[g]), .. begun.Select(g => made[g])], [.. own.Select(g => (long)_gifts[g].Takes), .. begun.Select(g => -(long)_gifts[g].Begun)]) <= offer.Units);
            }
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
            return goal is { Served: null, Worth: null } ? LocksAlone() : new AllocationSolution([], 0, 0);
        var found = units.Select(solver.Value).ToArray();
        var value = found.Select((count, g) => count * _worth[g]).Sum();
        return new AllocationSolution(found, value, goal.Worth ?? (status == CpSolverStatus.Optimal ? value : (long)Math.Ceiling(solver.BestObjectiveBound)))
        {
            IsProven = status == CpSolverStatus.Optimal,
        };
    }

    // Of each pair of which a unit of the need is begun, whether that one is made whole: what goes to the need beyond what stands
    // whole does so first, and only that takes the place of the one begun.
    private Dictionary<int, BoolVar> MadeWhole(CpModel model, IntVar[] units)
    {
        var made = new Dictionary<int, BoolVar>();
        foreach (var g in Enumerable.Range(0, _gifts.Length).Where(g => _gifts[g].Begun > 0))
        {
            made[g] = model.NewBoolVar("");
            model.Add(units[g] - made[g] >= _gifts[g].Whole);
        }
        return made;
    }

    private void AddGoal(CpModel model, IntVar[] units, AllocationGoal goal)
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
    private AllocationSolution LocksAlone() => new(
        [.. _locked],
        _locked.Select((count, g) => count * _worth[g]).Sum(),
        Needs.Sum(need => need.Units * Math.Max(0, _ofNeed[need.Need].Select(g => _worth[g]).DefaultIfEmpty(0).Max())));

    /// <summary>Why a need cannot get one more, whatever the others get.</summary>
    public Shortage WhyNone(int need) => !Of(need).Any(g => _worth[g] > 0) ? Shortage.WorthNothing
        : Of(need).Any(g => _worth[g] > 0 && StockOf(g) >= _gifts[g].Takes - _gifts[g].Begun && _locked.Any(units => units > 0)) ? Shortage.Locked
        : Shortage.NothingFits;

    public static decimal OfThousandths(long worth) => worth / 1000m;

    private static long InThousandths(decimal worth) => (long)Math.Round(worth * 1000);

    // What is worth nothing is not given, unless it is locked.
    private long MostOf(int g) => _worth[g] <= 0 ? _locked[g] : Math.Max(_locked[g], _gifts[g].Takes > 0 ? (StockOf(g) + _gifts[g].Begun) / _gifts[g].Takes : 0);

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

    // Tells each better allocation as it is found.
    private sealed class Told(Action<decimal, decimal> better) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback() => better((decimal)ObjectiveValue() / 1000, (decimal)BestObjectiveBound() / 1000);
    }
}
