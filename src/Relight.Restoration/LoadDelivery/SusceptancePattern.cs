namespace Relight.Restoration.LoadDelivery;

/// <summary>
/// Where the susceptance matrix of the whole network and its factor L have entries, once for all states: a state only
/// sets some entries to zero. Buses are numbered in the order of their elimination.
/// </summary>
internal sealed class SusceptancePattern
{
    /// <summary>Finds the pattern of L row by row along the elimination tree.</summary>
    public SusceptancePattern(int busCount, int[] from, int[] to)
    {
        var slots = new Dictionary<(int Row, int Column), int>();
        var rows = new List<int>[busCount];
        for (var k = 0; k < busCount; k++)
            rows[k] = [];
        BranchSlot = new int[from.Length];
        for (var b = 0; b < from.Length; b++)
        {
            var key = (Math.Max(from[b], to[b]), Math.Min(from[b], to[b]));
            if (!slots.TryGetValue(key, out var slot))
            {
                slots[key] = slot = slots.Count;
                rows[key.Item1].Add(slot);
            }
            BranchSlot[b] = slot;
        }
        SlotCount = slots.Count;
        SlotColumn = new int[SlotCount];
        foreach (var ((_, column), slot) in slots)
            SlotColumn[slot] = column;
        RowSlotStart = Offsets(rows.Select(r => r.Count));
        RowSlot = [.. rows.SelectMany(r => r)];

        Parent = new int[busCount];
        Array.Fill(Parent, -1);
        var reach = RowPatterns(rows);
        var columnCount = new int[busCount];
        foreach (var column in reach.SelectMany(r => r))
            columnCount[column]++;
        ColumnStart = Offsets(columnCount);
        ColumnRow = new int[ColumnStart[^1]];
        RowStart = Offsets(reach.Select(r => r.Count));
        RowColumn = new int[RowStart[^1]];
        RowPlace = new int[RowStart[^1]];
        var next = ColumnStart.AsSpan(0, busCount).ToArray();
        for (var k = 0; k < busCount; k++)
            for (var e = 0; e < reach[k].Count; e++)
            {
                var column = reach[k][e];
                RowColumn[RowStart[k] + e] = column;
                RowPlace[RowStart[k] + e] = next[column];
                ColumnRow[next[column]++] = k;
            }
    }

    /// <summary>Order of the matrix.</summary>
    public int BusCount => Parent.Length;

    /// <summary>Entry below the diagonal that a branch adds to; parallel branches share one.</summary>
    public int[] BranchSlot { get; }
    public int SlotCount { get; }
    public int[] SlotColumn { get; }

    /// <summary>Entries of row k of the matrix: <c>RowSlot[RowSlotStart[k] ..]</c>.</summary>
    public int[] RowSlotStart { get; }
    public int[] RowSlot { get; }

    /// <summary>Elimination tree; −1 at a root.</summary>
    public int[] Parent { get; }

    /// <summary>L by columns, rows ascending.</summary>
    public int[] ColumnStart { get; }
    public int[] ColumnRow { get; }

    /// <summary>L by rows, columns ascending: the column of each entry and its place in the column arrays.</summary>
    public int[] RowStart { get; }
    public int[] RowColumn { get; }
    public int[] RowPlace { get; }

    /// <summary>Row k of L reaches every column on the way up the tree from an entry of row k of the matrix to k (Davis, "Direct methods for sparse linear systems", 2006, section 4.2).</summary>
    private List<int>[] RowPatterns(List<int>[] rows)
    {
        var reach = new List<int>[rows.Length];
        var mark = new int[rows.Length];
        Array.Fill(mark, -1);
        for (var k = 0; k < rows.Length; k++)
        {
            reach[k] = [];
            mark[k] = k;
            foreach (var slot in rows[k])
                for (var i = SlotColumn[slot]; mark[i] != k; i = Parent[i])
                {
                    if (Parent[i] < 0)
                        Parent[i] = k;
                    reach[k].Add(i);
                    mark[i] = k;
                }
            reach[k].Sort();
        }
        return reach;
    }

    private static int[] Offsets(IEnumerable<int> counts)
    {
        var offsets = new List<int> { 0 };
        foreach (var count in counts)
            offsets.Add(offsets[^1] + count);
        return [.. offsets];
    }
}
