using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>One line of search with its own memory and its own dice, so that several can run side by side and still always do the same.</summary>
internal sealed class SearchStream
{
    private readonly Random _random;
    private readonly JobBoard _board;

    private readonly Action<Candidate> _found;
    private readonly Detour _detour;

    /// <summary>A stream with these dice, which leaves what it does once the budget is used.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="model">The model of the grid.</param>
    /// <param name="seed">Where chance starts.</param>
    /// <param name="budget">The budget.</param>
    /// <param name="found">Is told of what the stream finds, as it gets better; null where nobody asks.</param>
    public SearchStream(JobBoard board, DeliveryModel model, int seed, Budget budget, Action<Candidate>? found = null)
    {
        _board = board;
        _found = found ?? (static _ => { });
        _random = new Random(seed);
        Values = new StateValues(model, Tries(model));
        Evaluation = new Evaluation(board, Values, () => budget.Used(Values.Computed, 0) >= 1);
        Schedule = new Schedule(board);
        _detour = new Detour(board, this);
    }

    /// <summary>Trying what to open multiplies the states to compute; on large grids more orders are worth more.</summary>
    private static int Tries(DeliveryModel model) => model.BusCount switch
    {
        <= 60 => StateValues.ThoroughTries,
        <= 300 => 1,
        _ => 0,
    };

    /// <summary>What states deliver, as far as this stream has seen.</summary>
    public StateValues Values { get; }

    /// <summary>Evaluates schedules.</summary>
    public Evaluation Evaluation { get; }

    /// <summary>Room for a schedule.</summary>
    public Schedule Schedule { get; }

    /// <summary>Evaluates the jobs in an order.</summary>
    public Candidate Of(IEnumerable<int> order) => Told(Candidate.Of(order, Schedule, Evaluation));

    /// <summary>Evaluates the jobs in an order, each by the crew wanted for it.</summary>
    public Candidate Of(int[] order, int[] crew)
    {
        Schedule.Place(order, crew);
        return Told(new Candidate(order, crew, Evaluation.Unserved(Schedule)));
    }

    /// <summary>Leaves a candidate's valley by way of sets of repairs that serve more at some hour than it does.</summary>
    public Candidate Detour(Candidate from, IReadOnlyCollection<GoodSet> sets, Func<double> progress) => _detour.Run(from, sets, progress);

    /// <summary>Puts jobs where they cost least, one after the other.</summary>
    public Candidate Insert(Candidate from, Func<double> progress) =>
        new Insertion(_board, Evaluation, Schedule, _random).Run(from, progress);

    /// <summary>Anneals from a candidate.</summary>
    public Candidate Anneal(Candidate from, double hot, double cold, Func<double> progress) =>
        new Annealing(_board, Evaluation, Schedule, _random, _found).Run(from, hot, cold, progress);

    private Candidate Told(Candidate candidate)
    {
        _found(candidate);
        return candidate;
    }
}
