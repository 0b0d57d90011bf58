using Relight.Access;

namespace Relight.Intake;

/// <summary>How often one thing is wrong in one column.</summary>
/// <param name="Column">Heading of the column; null where it is about rows or the file as a whole.</param>
/// <param name="Rule">What must hold.</param>
/// <param name="Count">In how many places it does not.</param>
/// <param name="FirstRow">The first of them; null where it is about the file.</param>
[View(Audience.Coordination)]
public sealed record FaultCount(string? Column, string Rule, long Count, int? FirstRow);

/// <summary>What an import found and did.</summary>
/// <param name="Kind">The kind of table.</param>
/// <param name="Columns">What each column of the file was taken for.</param>
/// <param name="Rows">Rows with something in them, without the heading.</param>
/// <param name="Entered">Records that were entered now, or would be.</param>
/// <param name="AlreadyThere">Records that an earlier import had entered just so.</param>
/// <param name="Written">Whether they were entered; false in a dry run, and where anything is wrong.</param>
/// <param name="Faults">What is wrong: the first <see cref="MostListed"/> places.</param>
/// <param name="FaultCounts">All that is wrong, counted by column and rule.</param>
/// <param name="Warnings">What looks like a slip: the first <see cref="MostListed"/> places.</param>
/// <param name="WarningCounts">All that looks like a slip, counted.</param>
[View(Audience.Coordination)]
public sealed record ImportReport(
    ImportKind Kind,
    IReadOnlyList<ColumnUse> Columns,
    long Rows,
    long Entered,
    long AlreadyThere,
    bool Written,
    IReadOnlyList<ImportFault> Faults,
    IReadOnlyList<FaultCount> FaultCounts,
    IReadOnlyList<ImportFault> Warnings,
    IReadOnlyList<FaultCount> WarningCounts)
{
    /// <summary>Most places that a report lists; all of them are counted, and whoever follows the import is told of each.</summary>
    public const int MostListed = 1_000;
}

/// <summary>Collects faults or warnings: lists the first, counts all.</summary>
/// <param name="each">Is told of each.</param>
/// <param name="all">Whether all are listed: for a few rows.</param>
internal sealed class FaultTally(Action<ImportFault>? each, bool all = false) : ICollection<ImportFault>
{
    private readonly List<ImportFault> _first = [];
    private readonly Dictionary<(string?, string), (long Count, int? Row)> _counts = [];

    public int Count { get; private set; }

    public bool IsReadOnly => false;

    public IReadOnlyList<ImportFault> First => _first;

    public IReadOnlyList<FaultCount> Counts =>
        [.. _counts.OrderByDescending(pair => pair.Value.Count).Select(pair => new FaultCount(pair.Key.Item1, pair.Key.Item2, pair.Value.Count, pair.Value.Row))];

    public void Add(ImportFault item)
    {
        Count++;
        if (all || _first.Count < ImportReport.MostListed)
            _first.Add(item);
        var (count, row) = _counts.GetValueOrDefault((item.Column, item.Rule), (0, item.Row));
        // A rule can name a value, so that there are as many as rows: past some thousands they are counted together.
        if (_counts.Count < 10 * ImportReport.MostListed || _counts.ContainsKey((item.Column, item.Rule)))
            _counts[(item.Column, item.Rule)] = (count + 1, row);
        else
            _counts[(null, "other things")] = (_counts.GetValueOrDefault((null, "other things")).Count + 1, null);
        each?.Invoke(item);
    }

    public void Clear() => throw new NotSupportedException("what was found stays");

    public bool Contains(ImportFault item) => _first.Contains(item);

    public void CopyTo(ImportFault[] array, int arrayIndex) => _first.CopyTo(array, arrayIndex);

    public bool Remove(ImportFault item) => throw new NotSupportedException("what was found stays");

    public IEnumerator<ImportFault> GetEnumerator() => _first.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
