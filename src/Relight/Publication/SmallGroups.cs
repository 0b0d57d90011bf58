namespace Relight.Publication;

/// <summary>Keeps the public from telling members of a small group apart.</summary>
internal static class SmallGroups
{
    /// <summary>A published number rests on so many members at least, or on none.</summary>
    public const int Least = 3;

    /// <summary>
    /// Divides members into groups none of which is too small. What is in too small a group by the first key is divided by
    /// the next and wider one, and what is in too small a group by the last is left out, from totals too. Each member is in
    /// one group at most: every total is a sum of groups, and no difference of totals is less than a group.
    /// </summary>
    /// <param name="members">The members.</param>
    /// <param name="keys">What to divide by, the narrowest first.</param>
    /// <param name="isLargeEnough">Whether a group may be published.</param>
    public static IEnumerable<(TKey Key, IReadOnlyList<T> Members)> Divide<T, TKey>(
        IEnumerable<T> members, IReadOnlyList<Func<T, TKey>> keys, Func<IReadOnlyList<T>, bool> isLargeEnough)
    {
        IReadOnlyList<T> left = [.. members];
        foreach (var key in keys)
        {
            var groups = left.GroupBy(key).Select(group => (group.Key, Members: (IReadOnlyList<T>)[.. group])).ToList();
            foreach (var group in groups.Where(group => isLargeEnough(group.Members)))
                yield return group;
            left = [.. groups.Where(group => !isLargeEnough(group.Members)).SelectMany(group => group.Members)];
        }
    }

    /// <summary>Whether so many may be told: none, or enough.</summary>
    public static bool MayBeTold(int count) => count is 0 or >= Least;
}
