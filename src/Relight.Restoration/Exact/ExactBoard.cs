using Relight.Restoration.Search;

namespace Relight.Restoration.Exact;

/// <summary>Jobs and crews of a short damage list in whole ticks and bit masks, so that sums of hours are exact.</summary>
internal sealed class ExactBoard
{
    /// <summary>Ticks in an hour.</summary>
    public const double TicksPerHour = 1e12;

    // Sums of times must stay far within a long.
    private const double MostHours = 1e6;

    private readonly long[] _travel;

    /// <summary>Compiles a board; where <see cref="CanCount"/> is false it is of no use.</summary>
    public ExactBoard(JobBoard board)
    {
        Board = board;
        Count = board.Count;
        Crews = board.CrewFree.Length;
        All = (1 << Count) - 1;
        Hours = Ticks(board.Hours);
        Available = Ticks(board.AvailableFrom);
        CrewFree = Ticks(board.CrewFree);
        Horizon = board.Problem.HorizonHours is { } horizon ? Ticks(horizon) : null;
        Before = [.. board.Before.Select(before => before.Aggregate(0, (mask, j) => mask | (1 << j)))];
        foreach (var job in board.UnderWay.Where(j => j >= 0))
            UnderWay |= 1 << job;
        CanDo = [.. Enumerable.Range(0, Crews).Select(crew => Enumerable.Range(0, Count)
            .Where(j => board.Crews[j].Contains(crew)).Aggregate(0, (mask, j) => mask | (1 << j)) & ~UnderWay)];
        Slots = [.. Enumerable.Range(0, Crews).OrderBy(c => CanDo[c]).ThenBy(c => c)];
        _travel = new long[(Count + Crews) * Count];
        for (var from = 0; from < Count + Crews; from++)
            for (var to = 0; to < Count; to++)
                _travel[(from * Count) + to] = Ticks(board.Travel(from, to));
        HasTravel = _travel.Any(t => t != 0);
        Head = [.. Enumerable.Range(0, Count).Select(j => Math.Max(0, Ticks(board.EarliestEnd[j]) - Hours[j] - Rounding))];
        Latest = Available.Concat(CrewFree).DefaultIfEmpty(0).Max() + Hours.Sum() + (Count * _travel.DefaultIfEmpty(0).Max());
        CanCount = Count <= 30 && board.GivenHours.Append(board.Problem.HorizonHours ?? 0).Max() is var most
            && most * ((2 * Count) + 1) < MostHours;
    }

    /// <summary>The board that was compiled.</summary>
    public JobBoard Board { get; }

    /// <summary>How many jobs there are.</summary>
    public int Count { get; }

    /// <summary>How many crews there are.</summary>
    public int Crews { get; }

    /// <summary>The set of all jobs.</summary>
    public int All { get; }

    /// <summary>Ticks of work of each job.</summary>
    public long[] Hours { get; }

    /// <summary>Tick from which the equipment of each job is there.</summary>
    public long[] Available { get; }

    /// <summary>Tick before which each job cannot have started, whoever does it.</summary>
    public long[] Head { get; }

    /// <summary>Jobs that must have ended before each job starts.</summary>
    public int[] Before { get; }

    /// <summary>Jobs under way at hour 0: they end when they end, and their crews are free from <see cref="CrewFree"/>.</summary>
    public int UnderWay { get; }

    /// <summary>Tick from which each crew can start its first job that is not under way.</summary>
    public long[] CrewFree { get; }

    /// <summary>Jobs that each crew can do, without those under way.</summary>
    public int[] CanDo { get; }

    /// <summary>The crews, those that can do the same side by side.</summary>
    public int[] Slots { get; }

    /// <summary>Tick at which counting ends; null for the end of the last job.</summary>
    public long? Horizon { get; }

    /// <summary>True where some way takes time.</summary>
    public bool HasTravel { get; }

    /// <summary>Tick by which every schedule without needless waiting has ended.</summary>
    public long Latest { get; }

    /// <summary>False where there are too many jobs for a mask, or times too long to be added up in ticks.</summary>
    public bool CanCount { get; }

    /// <summary>By how many ticks a sum of given hours may be off because some are not whole ticks; 0 where all are.</summary>
    public long Rounding { get; private set; }

    /// <summary>Ticks from a place to the site of a job; places as in <see cref="JobBoard.Travel"/>.</summary>
    public long Travel(int from, int to) => _travel[(from * Count) + to];

    /// <summary>The longest time of which all given times are multiples, in ticks; 1 at least.</summary>
    public long Quantum()
    {
        long quantum = 0;
        foreach (var time in Hours.Concat(Available).Concat(CrewFree).Concat(_travel).Append(Horizon ?? 0))
            for (var (a, b) = (quantum, time); ;)
            {
                if (b == 0)
                {
                    quantum = a;
                    break;
                }
                (a, b) = (b, a % b);
            }
        return Math.Max(1, quantum);
    }

    private long[] Ticks(double[] hours) => [.. hours.Select(Ticks)];

    private long Ticks(double hours)
    {
        if (hours >= MostHours)
            return 0;
        var ticks = Math.Round(hours * TicksPerHour);
        // Decimal fractions are whole ticks but for the last digits of a double.
        if (Math.Abs((hours * TicksPerHour) - ticks) > (1e-15 * ticks) + 1e-6)
            Rounding = Count + 1;
        return (long)ticks;
    }
}
