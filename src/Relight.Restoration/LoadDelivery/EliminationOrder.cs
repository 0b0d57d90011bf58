namespace Relight.Restoration.LoadDelivery;

/// <summary>Minimum-degree elimination order of a sparse symmetric pattern.</summary>
internal static class EliminationOrder
{
    /// <summary>
    /// Orders the nodes so that eliminating them one by one fills in little: always a node with the fewest remaining
    /// neighbours, the lowest number first among equals (Tinney and Walker 1967, scheme 2).
    /// </summary>
    /// <returns>Nodes in the order of elimination.</returns>
    public static int[] MinimumDegree(int count, IEnumerable<(int A, int B)> edges)
    {
        var neighbours = new HashSet<int>[count];
        for (var i = 0; i < count; i++)
            neighbours[i] = [];
        foreach (var (a, b) in edges)
        {
            if (a == b)
                continue;
            neighbours[a].Add(b);
            neighbours[b].Add(a);
        }

        var queue = new SortedSet<(int Degree, int Node)>();
        for (var i = 0; i < count; i++)
            queue.Add((neighbours[i].Count, i));

        var order = new int[count];
        for (var k = 0; k < count; k++)
        {
            var (degree, node) = queue.Min;
            queue.Remove((degree, node));
            order[k] = node;
            foreach (var a in neighbours[node])
            {
                queue.Remove((neighbours[a].Count, a));
                neighbours[a].Remove(node);
                foreach (var b in neighbours[node])
                    if (b != a)
                        neighbours[a].Add(b);
                queue.Add((neighbours[a].Count, a));
            }
            neighbours[node] = [];
        }
        return order;
    }
}
