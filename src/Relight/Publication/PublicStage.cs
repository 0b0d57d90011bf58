using Relight.Access;
using Relight.Register;

namespace Relight.Publication;

/// <summary>How much of an item has come at least as far as a stage, as the public sees it.</summary>
/// <param name="Item">The item; <see cref="ItemKind.Money"/> for money, and for the worth of goods.</param>
/// <param name="Measure">Unit, or currency.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Contributions">How many contributions that is of; 0, or 3 at least.</param>
/// <param name="AtLeast">Sum of the lower bounds.</param>
/// <param name="AtMost">Sum of the upper bounds; null where it is open, or some contributions give no number.</param>
[View(Audience.Public)]
public sealed record PublicStage(ItemKind Item, string Measure, Stage Stage, int Contributions, decimal AtLeast, decimal? AtMost)
{
    /// <summary>
    /// The sums of contributions along the stages, item by item. A sum is left out where it, or its difference to another
    /// sum of the same item, would rest on one or two contributions: a sum and the one of the stage before would tell what
    /// the few that lag behind are.
    /// </summary>
    public static IReadOnlyList<PublicStage> Of(IEnumerable<Contribution> contributions) =>
    [
        .. contributions.SelectMany((contribution, number) => contribution.Reached().Select(reached => (Number: number, Reached: reached)))
            .GroupBy(part => (part.Reached.Item, part.Reached.Measure, part.Reached.Stage.IsMoney))
            .OrderBy(line => line.Key.Item).ThenByDescending(line => line.Key.IsMoney).ThenBy(line => line.Key.Measure, StringComparer.Ordinal)
            .SelectMany(line => Told(line.ToLookup(part => part.Reached.Stage, part => (part.Number, part.Reached.Bounds)))
                .Select(sum => new PublicStage(line.Key.Item, line.Key.Measure, sum.Stage, sum.Total.Parts, sum.Total.Lower, UpperOf(sum.Total)))),
    ];

    private static IEnumerable<(Stage Stage, Total Total)> Told(ILookup<Stage, (int Number, Bounds Bounds)> line)
    {
        // The empty sum is known to everyone.
        var told = new List<Dictionary<int, Bounds>> { new() };
        foreach (var stage in line.Select(group => group.Key).OrderBy(stage => stage.Order))
        {
            var sum = line[stage].ToDictionary(part => part.Number, part => part.Bounds);
            if (!told.TrueForAll(other => MayStandBeside(sum, other)))
                continue;
            told.Add(sum);
            yield return (stage, Total.Of(sum.Values));
        }
    }

    private static bool MayStandBeside(Dictionary<int, Bounds> one, Dictionary<int, Bounds> other)
    {
        bool Tells(Func<Bounds?, decimal> of) => !SmallGroups.MayBeTold(
            one.Keys.Union(other.Keys).Count(number => of(Find(one, number)) != of(Find(other, number))));
        return !Tells(bounds => bounds is null ? 0 : 1) && !Tells(bounds => bounds?.Lower ?? 0) && !Tells(bounds => bounds?.Upper ?? 0);
    }

    private static Bounds? Find(Dictionary<int, Bounds> sum, int number) => sum.TryGetValue(number, out var bounds) ? bounds : null;

    private static decimal? UpperOf(Total total) => total.UnspecifiedParts > 0 ? null : total.Upper;
}
