using System.Numerics;

namespace Relight.Restoration.Exact;

/// <summary>
/// For every set of jobs the earliest tick at which it can be what has ended: the least, over all ways to share it among
/// the crews and all orders, of the end of its last job. Precedence between crews counts only as in
/// <see cref="ExactBoard.Head"/>.
/// </summary>
internal static class EarliestEnds
{
    /// <summary>Stands for a set that the crews cannot do.</summary>
    public const long Never = long.MaxValue / 4;

    /// <summary>Computes all sets.</summary>
    public static long[] Of(ExactBoard board)
    {
        var shared = new long[board.All + 1];
        Array.Fill(shared, Never);
        shared[0] = 0;
        var known = new List<(int Crew, long[] Ends)>();
        for (var crew = 0; crew < board.Crews; crew++)
        {
            if (board.CanDo[crew] == 0)
                continue;
            var alike = known.FirstOrDefault(k => AreAlike(board, k.Crew, crew)).Ends;
            if (alike is null)
                known.Add((crew, alike = ByOne(board, crew)));
            shared = WithCrew(shared, alike, board.CanDo[crew]);
        }
        return AddUnderWay(board, shared);
    }

    private static bool AreAlike(ExactBoard board, int a, int b) =>
        board.CanDo[a] == board.CanDo[b] && board.CrewFree[a] == board.CrewFree[b]
        && Enumerable.Range(0, board.Count).All(j =>
            board.Travel(board.Board.FirstPlace(a), j) == board.Travel(board.Board.FirstPlace(b), j));

    /// <summary>One more crew takes any part of the set (a maximum of two is least over all 3ⁿ pairs of a set and a part).</summary>
    private static long[] WithCrew(long[] without, long[] crew, int canDo)
    {
        var with = new long[without.Length];
        for (var set = 0; set < with.Length; set++)
        {
            var least = without[set];
            var mine = set & canDo;
            for (var part = mine; part != 0; part = (part - 1) & mine)
                if (crew[part] < least)
                    least = Math.Min(least, Math.Max(crew[part], without[set ^ part]));
            with[set] = least;
        }
        return with;
    }

    /// <summary>Earliest end of the last job when one crew does exactly this set: over subsets and last jobs (Held and Karp 1962).</summary>
    private static long[] ByOne(ExactBoard board, int crew)
    {
        var count = board.Count;
        var first = board.Board.FirstPlace(crew);
        var ends = new long[board.All + 1];
        var byLast = new long[(board.All + 1) * count];
        Array.Fill(byLast, Never);
        for (var set = 1; set <= board.All; set++)
        {
            ends[set] = Never;
            if ((set & ~board.CanDo[crew]) != 0)
                continue;
            for (var jobs = set; jobs != 0; jobs &= jobs - 1)
            {
                var job = BitOperations.TrailingZeroCount(jobs);
                var rest = set & ~(1 << job);
                var there = rest == 0 ? board.CrewFree[crew] + board.Travel(first, job) : Never;
                for (var others = rest; others != 0; others &= others - 1)
                {
                    var last = BitOperations.TrailingZeroCount(others);
                    there = Math.Min(there, byLast[(rest * count) + last] + board.Travel(last, job));
                }
                var end = Math.Max(board.Head[job], there) + board.Hours[job];
                byLast[(set * count) + job] = end;
                ends[set] = Math.Min(ends[set], end);
            }
        }
        return ends;
    }

    private static long[] AddUnderWay(ExactBoard board, long[] ends)
    {
        var all = new long[ends.Length];
        for (var set = 0; set < all.Length; set++)
        {
            all[set] = ends[set & ~board.UnderWay];
            for (var jobs = set & board.UnderWay; jobs != 0; jobs &= jobs - 1)
                all[set] = Math.Max(all[set], board.Hours[BitOperations.TrailingZeroCount(jobs)]);
        }
        return all;
    }
}
