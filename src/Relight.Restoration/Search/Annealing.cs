namespace Relight.Restoration.Search;

/// <summary>
/// Improves a candidate by simulated annealing (Kirkpatrick et al. 1983) over moves of jobs and blocks in the order, and
/// of jobs between crews. The threshold of a move is drawn before the move is evaluated, so that most bad moves are left
/// after a few states.
/// </summary>
/// <param name="board">The jobs.</param>
/// <param name="evaluation">Evaluates schedules.</param>
/// <param name="schedule">Room for a schedule.</param>
/// <param name="random">Where chance comes from.</param>
/// <param name="found">Is told of each candidate that is better than all before in this run.</param>
internal sealed class Annealing(JobBoard board, Evaluation evaluation, Schedule schedule, Random random, Action<Candidate> found)
{
    private readonly int[] _order = new int[board.Count];
    private readonly int[] _crew = new int[board.Count];
    private readonly int[] _trialOrder = new int[board.Count];
    private readonly int[] _trialCrew = new int[board.Count];

    /// <summary>Anneals from a candidate.</summary>
    /// <param name="from">Where it starts.</param>
    /// <param name="hot">Temperature at the start, MWh.</param>
    /// <param name="cold">Temperature at the end, MWh.</param>
    /// <param name="progress">Share of this run's budget that is used; the run ends at 1.</param>
    /// <returns>The best candidate seen, the start included.</returns>
    public Candidate Run(Candidate from, double hot, double cold, Func<double> progress)
    {
        from.Order.CopyTo(_order, 0);
        from.Crew.CopyTo(_crew, 0);
        var current = from.Unserved;
        var best = from;
        schedule.Place(_order, _crew);
        evaluation.Unserved(schedule);
        evaluation.Keep(schedule);
        var share = 0.0;
        for (var step = 0; share < 1; step++)
        {
            if (step % 16 == 0 && (share = progress()) >= 1)
                break;
            var temperature = hot * Math.Pow(cold / hot, share);
            Move();
            schedule.Place(_trialOrder, _trialCrew);
            var limit = current - temperature * Math.Log(1 - random.NextDouble());
            var unserved = evaluation.Unserved(schedule, limit);
            if (unserved > limit)
                continue;
            current = unserved;
            evaluation.Keep(schedule);
            _trialOrder.CopyTo(_order, 0);
            _trialCrew.CopyTo(_crew, 0);
            if (current >= best.Unserved - 1e-6)
                continue;
            best = new Candidate([.. _order], [.. _crew], current);
            found(best);
        }
        return best;
    }

    private void Move()
    {
        _order.CopyTo(_trialOrder, 0);
        _crew.CopyTo(_trialCrew, 0);
        var kind = random.NextDouble();
        if (board.CrewFrom.Length > 1 && kind < 0.15)
            MoveToCrew();
        else if (kind < 0.60)
            MoveBlock(1);
        else if (kind < 0.80)
            SwapJobs();
        else
            MoveBlock(2 + random.Next(Math.Min(7, Math.Max(1, board.Count / 4))));
    }

    /// <summary>Gives a job to another crew, or to whichever is free.</summary>
    private void MoveToCrew()
    {
        var job = random.Next(board.Count);
        var crews = board.Crews[job];
        var choice = random.Next(crews.Length + 1);
        _trialCrew[job] = choice == crews.Length ? Schedule.AnyCrew : crews[choice];
    }

    private void SwapJobs()
    {
        var a = Place();
        var b = Math.Clamp(a + Distance(), 0, board.Count - 1);
        (_trialOrder[a], _trialOrder[b]) = (_trialOrder[b], _trialOrder[a]);
    }

    /// <summary>Takes a block of the order out and puts it in again earlier or later.</summary>
    private void MoveBlock(int length)
    {
        length = Math.Min(length, board.Count);
        var from = Math.Min(Place(), board.Count - length);
        var to = Math.Clamp(from + Distance(), 0, board.Count - length);
        if (random.Next(2) == 0)
            (from, to) = (to, from);
        _order.AsSpan(from, length).CopyTo(_trialOrder.AsSpan(to));
        if (to < from)
            _order.AsSpan(to, from - to).CopyTo(_trialOrder.AsSpan(to + length));
        else
            _order.AsSpan(from + length, to - from).CopyTo(_trialOrder.AsSpan(from));
    }

    /// <summary>A place in the order at which it matters what stands there, or just behind.</summary>
    private int Place() => random.Next(Math.Min(board.Count, evaluation.KeptActive + 1 + (board.Count / 20)));

    /// <summary>How far to move: near places far more often than distant ones, as the logarithm is drawn evenly.</summary>
    private int Distance()
    {
        var distance = (int)Math.Exp(random.NextDouble() * Math.Log(board.Count));
        return random.Next(2) == 0 ? -distance : distance;
    }
}
