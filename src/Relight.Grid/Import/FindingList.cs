using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>
/// Findings in the order in which they stand in their source, whatever the order of finding. Of each severity at most
/// 1,000 are kept and the rest counted, so that a hostile file cannot fill the memory with complaints.
/// </summary>
/// <param name="source">Name of the source, for the count of those not kept.</param>
public sealed class FindingList(string source)
{
    private const int Most = 1000;

    private readonly List<(int Order, Finding Finding)> _kept = [];
    private readonly int[] _count = new int[3];

    /// <summary>True once an error was found.</summary>
    public bool HasErrors => _count[(int)Severity.Error] > 0;

    /// <summary>Notes a finding; the place is only asked for if it is kept.</summary>
    public void Add(Severity severity, int order, Func<string> place, string? value, string rule)
    {
        if (++_count[(int)severity] <= Most)
            _kept.Add((order, new Finding(severity, place(), value, rule)));
    }

    /// <summary>All findings in order; last, how many more there were.</summary>
    public IReadOnlyList<Finding> InOrder()
    {
        var findings = _kept.OrderBy(f => f.Order).Select(f => f.Finding).ToList();
        foreach (var severity in Enum.GetValues<Severity>())
        {
            var more = _count[(int)severity] - Most;
            if (more > 0)
                findings.Add(new Finding(severity, source, more.ToString(CultureInfo.InvariantCulture), "more such findings are not shown"));
        }
        return findings;
    }
}
